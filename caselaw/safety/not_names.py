"""Words in capitals that follow "victim" or "defendant" and are no names: institutions, laws, countries, beginnings.

A word counts by itself, or by how it begins where it is inflected or compounded.
"""

from __future__ import annotations

_WORDS = (
    frozenset(
        # in English
        """
    a about act advocacy after against agency all an and appeal appeals applicant applicants application article
    articles as at aware basic before being beings board both bureau but by case cases center centre chamber
    chapter charter child children civil code commission committee compensation conclusions constitutional
    convention conventions council county court courts criminal cross crime crimes decision declaration defence
    department directive directorate district division during each european exploitation facts family federal
    final finding findings for force forced foundation framework from fund general government grand group
    guidelines had has have he her high his home house human identification if immigration in indictment
    institute institutions international into is it its judge judgment judgments judges judicial justice kingdom
    labour law laws legal london many migration ministry minister most national nations network new ngo no non
    not note number of offence offences offenses office official officer ombudsman ombudsperson on one only
    operating order organisation organisations organization organized organised other others our panel part
    party parties penal people person persons plan police policy position principle procedure procedures
    procedural proceedings programme prosecutor prosecutors protection protocol protocols provisions public
    punishment questions recommendation red referral register regional registry regulation rehabilitation relief
    report representative republic resolution rights risk rules safe save school section sentence senate
    services service sex shelter shelters slavery social special specialist specialised standard standards state
    states status statute strategy summary support supreme system task team testimony that the their there these
    they third this those to traffic trafficking treaty trial tribunal trust two under unit united university
    until victim victims violence was we welfare were when where while witness witnesses women workers working
    would you young youth january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday africa africans america american asia asian
    australia austria belgium bosnia britain british bulgaria canada china chinese colombia council croatia
    cyprus czech dutch egypt england english eulex eu europe finland france french georgia germany german greece
    greek guatemala herzegovina hungary hungarian india indian ireland irish israel israeli italy italian kosovo
    kosova macedonia malta moldova moldovan montenegro netherlands niger nigeria nigerian north norway osce
    pakistan poland polish portugal roma romania romanian russia russian san serbia serbian slovakia slovenia
    south spain spanish sweden switzerland thailand thai turkey turkish türkiye ukraine ukrainian un undp unhcr
    unicef unmik unodc usa uzbekistan uzbek vietnam vietnamese zimbabwe albania albanian bangladesh bangladeshi
    brazil brazilian philippines philippine bosnian bosniak bosniaks croat croats serb serbs albanians romanians
    bulgarians moldovans ukrainians russians nigerians thais filipinos turks kurds kurdish syrian syrians afghan
    afghans muslim muslims christian christians catholic orthodox jews jewish hutu tutsi montenegrin macedonian
    ashkali gorani kosovar kosovars caritas strada palermo strasbourg luxembourg hague geneva vienna warsaw iom
    interpol europol frontex greta echr ecthr cjeu i ii iii iv v vi vii viii ix x xi xii mr mrs ms miss dr
    impact statement statements assistance participation hearing claim claims data information status
    """.split()
    )
    | frozenset(
        # in Albanian
        """
    ai ajo ata ato dhe e edhe ku kur me më në ne nga nuk për prej sa se si të tij u ka kanë kjo ky kush pas pasi
    para ligj ligji ligjit kodi kodit neni nenit nr kosovë kosovës kosovën kosova shqipëri shqipëria shqipërisë
    serbi serbia serbisë republika republikës qendra qendrës zyra zyrës njësia njësisë shteti shtetit shtetet
    strehimore policia policisë prokuroria prokurorisë prokurori prokurorit avokati avokatit avokatia drejtoria
    drejtorisë këshilli këshillit grupi grupit komiteti komisioni komisionit fondi fondit plani planit rezoluta
    direktiva direktivës protokolli protokollit europian evropian evropiane evropës evropë bashkuar bashkuara
    kryq kuq puna punës punën sociale sociale shërbimi vendi vendit rasti rastit lënda lëndës paneli panelit
    drejtësi drejtësisë qenie qenieve krimit krimeve janar shkurt mars prill maj qershor korrik gusht shtator
    tetor nëntor dhjetor maqedoni maqedonisë mali zi bosnje hercegovinë bullgari rumani greqi greqisë itali
    italisë turqi ukrainë rusi gjermani
    """.split()
    )
    | frozenset(
        # in Serbian, in both alphabets
        """
    a ali bez da do gde i ili iz je kada kao koja koje koji kod na nad ne nije od on ona oni po pod pre prema sa
    se su što ta taj to u uz za zbog sud suda sudu sudom zakon zakona zakonu zakonom član člana članu članom
    zakonik zakonika kosovo kosova kosovu srbija srbije srbiji albanija albanije republika republike republici evropa
    evrope evropska evropski evropske ujedinjenih ujedinjene nacija nacije crveni krst centar centra služba
    službe policija policije policiji kancelarija kancelarije fond fonda vlada vlade savet saveta odbor komisija
    komisije grupa grupe protokol protokola direktiva direktive krivični krivični krivičnog vrhovni vrhovnog
    apelacioni apelacionog osnovni osnovnog ustavni ustavnog crna gora crne gore severna bosna hercegovina
    bugarska rumunija moldavija ukrajina turska grčka italija nemačka rusija slučaj predmet presuda odluka
    januar februar mart april maj jun jul avgust septembar oktobar novembar decembar а али без да до где и или
    из је када као која које који код на над не није од он она они по под пре према са се су што та тај то у уз
    за због суд суда суду судом закон закона закону члан члана члану законик законика косово косова косову
    србија србије република републике европа европе европска европски европске уједињених уједињене нација
    нације црвени крст центар центра служба службе полиција полиције канцеларија фонд влада владе савет одбор
    комисија група протокол директива кривични кривичног врховни врховног апелациони апелационог основни
    основног уставни уставног црна гора случај предмет пресуда одлука јануар фебруар март април мај јун јул
    август септембар октобар новембар децембар
    """.split()
    )
)
_BEGINNINGS = tuple(
    """
    shtetas državljan држављан citizen moldav молдав ukrain ukrajin украјин rumunk rumunsk румунк румунск bugark
    bugarin бугарк bullgar albank albansk албанк албанск srpkinj srpsk српкињ српск nigerij nigerian filipin rusk
    traffick trafik trgovin трговин gjykat жртв viktim žrtv dëmtu oštećen оштећен ministr министар министр
    konvent конвенц organiz организац univerzit универзит mbrojt zaštit заштит ndihm pomoć помоћ tužila tužilac
    тужила тужилац shërbim ndërkomb međunarod међународ njerëz ljud људ dëshmit svedo сведо prokuror ombud
    autorit drejtës pravos правос institu agjenc agenc агенц policor akuz pandeh optuž okriv оптуж окрив shoqat
    udruž удруж kushtetues special ekspert asistenc asistenca shfryt eksploat експлоат skllav ropst ропст
    rekomand preporuk препорук
    """.split()
)


def is_name(word: str) -> bool:
    """Whether a word in capitals may be the name of a person."""
    lower = word.lower().strip("’'-.")
    return lower not in _WORDS and not lower.startswith(_BEGINNINGS)


def no_names() -> tuple[str, ...]:
    """Return the words in small letters that ``is_name`` refuses; beginnings of words end with an asterisk."""
    return (*sorted(_WORDS), *(f"{begin}*" for begin in sorted(_BEGINNINGS)))
