"""Queries to the real library, with the cases that each must find among its first five."""

from __future__ import annotations

MEDICUS = (
    "medicus-first-instance-2013",
    "medicus-court-of-appeals-2015",
    "medicus-supreme-court-2016",
    "medicus-retrial-2018",
)
TISZA = ("tisza-river-district-court-2011", "tisza-river-supreme-court-2012")

RELEVANCE: dict[str, tuple[str, ...]] = {
    # subjects, in the words of a lawyer
    "kidney": MEDICUS,
    "removal of organs": MEDICUS,
    "Medicus": MEDICUS,
    "Medicus retrial": ("medicus-retrial-2018",),
    "domestic servitude": ("cn-v-united-kingdom", "basfar-v-wong"),
    "domestic servitude France": ("siliadin-v-france",),
    "housework without pay": ("cn-and-v-v-france",),
    "strawberries": ("chowdury-and-others-v-greece",),
    "cannabis": ("vcl-and-an-v-united-kingdom",),
    "prosecution of victims": ("vcl-and-an-v-united-kingdom",),
    "construction workers": ("zoletic-and-others-v-azerbaijan",),
    "shops in Moscow": ("fm-and-others-v-russia",),
    "cabaret artiste visa": ("rantsev-v-cyprus-and-russia",),
    "earnings taken from the victim": ("krachunova-v-bulgaria",),
    "non-pecuniary damages earnings prostitution": ("krachunova-v-bulgaria",),
    "juju": ("tv-v-spain",),
    "intellectual disability farm": ("ic-v-moldova",),
    "learning difficulties": ("bb-v-slovakia",),
    "pimping": ("bb-v-slovakia",),
    "Dubai": ("j-and-others-v-austria",),
    "consulate staff bribed": ("ti-and-others-v-greece",),
    "Facebook": ("sm-v-croatia-gc",),
    "recovery and reflection period": ("gj-v-spain",),
    "babysitter": ("lo-v-france",),
    "adoption of the children": ("ai-v-italy",),
    "friendly settlement": ("lr-v-united-kingdom",),
    "agreed marriage Roma": ("m-and-others-v-italy-and-bulgaria",),
    "nightclub owner": ("supreme-court-ap-kz-466-2011",),
    "immigration officials": ("supreme-court-ap-kz-466-2011",),
    "plea agreement": ("prizren-plea-agreement-2013",),
    "smuggling of migrants with deaths": TISZA,
    "forfeiture of property": ("peja-trafficking-2001",),
    "international judges Prizren": ("prizren-network-2005",),
    "protection of legality": ("medicus-supreme-court-2016",),
    # other forms of a word, beginnings of it, missing marks, two spellings of a place
    "kidneys": MEDICUS,
    "strawberry": ("chowdury-and-others-v-greece",),
    "transplanted": ("medicus-first-instance-2013", "medicus-court-of-appeals-2015"),
    "transplantation": ("medicus-supreme-court-2016",),
    "smuggl river": TISZA,
    "Peć": ("peja-trafficking-2001",),
    "Pec 2001": ("peja-trafficking-2001",),
    "Zoletic": ("zoletic-and-others-v-azerbaijan",),
    "ZOLETIĆ": ("zoletic-and-others-v-azerbaijan",),
    # names of cases as they are cited
    "Siliadin v France": ("siliadin-v-france",),
    "Siliadin v. France": ("siliadin-v-france",),
    "Rantsev": ("rantsev-v-cyprus-and-russia",),
    "Chowdury and Others": ("chowdury-and-others-v-greece",),
    "S.M. v. Croatia": ("sm-v-croatia-gc",),
    "C.N. v. the United Kingdom": ("cn-v-united-kingdom",),
    "V.C.L. and A.N.": ("vcl-and-an-v-united-kingdom",),
    # phrases
    "“lived consortium”": (),
    '"labour forced"': (),
    '"L. D. was sentenced"': ("medicus-first-instance-2013", "medicus-retrial-2018"),
    '"strawberries in Manolada"': ("chowdury-and-others-v-greece",),
    "“removal of organs”": ("medicus-supreme-court-2016",),
    '"plea agreement" Prizren': ("prizren-plea-agreement-2013",),
    # initials
    "L.D.": ("medicus-first-instance-2013", "medicus-court-of-appeals-2015", "medicus-retrial-2018"),
    "L. D.": ("medicus-first-instance-2013", "medicus-court-of-appeals-2015", "medicus-retrial-2018"),
    "B.D. nightclub": ("supreme-court-ap-kz-466-2011",),
    # courts, dates
    "Supreme Court 2016": ("medicus-supreme-court-2016",),
    "29 April 2013": ("medicus-first-instance-2013",),
    "29.04.2013": ("medicus-first-instance-2013",),
    "2013-04-29": ("medicus-first-instance-2013",),
    "Vrhovni sud": ("medicus-supreme-court-2016",),
    # several articles, and an article with words
    "Articles 4 and 6 ECHR": ("rantsev-v-cyprus-and-russia", "vcl-and-an-v-united-kingdom"),
    "Article 4 ECHR and Article 13 ECHR": ("cn-v-united-kingdom",),
    "Article 4 S.M. v. Croatia": ("sm-v-croatia-gc",),
}

# A case number in any usual spelling finds exactly these cases.
NUMBERS: dict[str, tuple[str, ...]] = {
    "P 309/10": ("medicus-first-instance-2013",),
    "P. nr. 309/2010": ("medicus-first-instance-2013",),
    "p.br.309/10": ("medicus-first-instance-2013",),
    "P309/10": ("medicus-first-instance-2013",),
    "309/10": ("medicus-first-instance-2013",),
    "340/2010": ("medicus-first-instance-2013",),
    "PAKR 52/14": ("medicus-court-of-appeals-2015",),
    "PAKR nr. 52/2014": ("medicus-court-of-appeals-2015",),
    "Pml.Kzz 92/2016": ("medicus-supreme-court-2016",),
    "PML-KZZ-92/16": ("medicus-supreme-court-2016",),
    "Pml. Kzz. nr. 92/2016": ("medicus-supreme-court-2016",),
    "Ap.-Kz. Nr. 466/2011": ("supreme-court-ap-kz-466-2011",),
    "AP-KZ 466/11": ("supreme-court-ap-kz-466-2011",),
    "Ap.Kž. br. 466/2011": ("supreme-court-ap-kz-466-2011",),
    "25965/04": ("rantsev-v-cyprus-and-russia",),
    "Application no. 25965/04": ("rantsev-v-cyprus-and-russia",),
    "no. 73316/2001": ("siliadin-v-france",),
    "74603/12": ("vcl-and-an-v-united-kingdom",),
    "ECLI:CE:ECHR:2010:0107JUD002596504": ("rantsev-v-cyprus-and-russia",),
    "ecli:ce:echr:2012:1113jud000423908": ("cn-v-united-kingdom",),
    "CE:ECHR:2010:0107JUD002596504": ("rantsev-v-cyprus-and-russia",),
    "P 0309/10": ("medicus-first-instance-2013",),
    # within a citation
    "Siliadin v. France, no. 73316/01": ("siliadin-v-france",),
    "judgment PAKR nr. 52/14": ("medicus-court-of-appeals-2015",),
    "V.C.L. and A.N. v. the United Kingdom, nos. 77587/12 and 74603/12": ("vcl-and-an-v-united-kingdom",),
    # numbers that no case has
    "P 309/11": (),
    "PKR.nr. 309/10": (),
    "PKR 999/2015": (),
    "30/910": (),
    "25965/05": (),
    "ECLI:CE:ECHR:2010:0107JUD999999999": (),
}

ARTICLES: dict[str, str] = {
    "neni 139": "pcck-2003/139",
    "Neni 139 i PCCK": "pcck-2003/139",
    "nenit 139": "pcck-2003/139",
    "Art. 139": "pcck-2003/139",
    "article 139(1)": "pcck-2003/139",
    "član 139": "pcck-2003/139",
    "člana 139 stav 2": "pcck-2003/139",
    "члан 139": "pcck-2003/139",
    "Art. 139.1": "pcck-2003/139",
    "Article 139, paragraph 1, subparagraph 1.2": "pcck-2003/139",
    "neni 139 i Kodit të Përkohshëm Penal të Kosovës": "pcck-2003/139",
    "član 139 Privremenog krivičnog zakona Kosova": "pcck-2003/139",
    "Article 139 of the Criminal Code": "pcck-2003/139",
    "PCCK 139": "pcck-2003/139",
    "Article 4 § 2 ECHR": "echr/4",
    "Article 4 ECHR": "echr/4",
    "Art. 4 of the European Convention on Human Rights": "echr/4",
    "ECHR Art. 4": "echr/4",
}

# Besides: what finds nothing, what is hostile, what is common.
FURTHER = (
    *("victim", "court", "trafficking", "exploitation", "compensation", "appeal", "victi", "1999"),
    *("the", "a", "the court of", "kidneyx", "zzzqq", "exploitation kidneyx", "“trade kidney”"),
    *("!!!", '"', "<b>court</b>", "трговина", "Đorđević", "constructor", "1.5 million", "victim " * 200),
    f"{'😀' * 21} article 139",
)

_M1, _M2, _M3, _M4 = MEDICUS
_PRIZREN, _PEJA = "prizren-network-2005", "peja-trafficking-2001"
_MIGRANTS = ("peja-smuggling-group-2013", "prizren-plea-agreement-2013", *TISZA)
_LABOUR = ("chowdury-and-others-v-greece", "siliadin-v-france")

# Language of the tree → query → cases that must be among those found, whatever the language of their texts.
IN_LANGUAGES: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        # English words find English texts, words of another language theirs
        "victims of trafficking": (_PRIZREN, "rantsev-v-cyprus-and-russia"),
        "veshka": MEDICUS,
        "bubrezi": MEDICUS,
        "бубрези": MEDICUS,
        "viktimës": (_PRIZREN, _M1, "vcl-and-an-v-united-kingdom"),
        "žrtvama": (_PRIZREN, _M1, "vcl-and-an-v-united-kingdom"),
        # terms of another language find their counterparts
        "trafikim me njerëz": (_M1, _PRIZREN, "rantsev-v-cyprus-and-russia"),
        "trafikimi i qenieve njerezore": ("rantsev-v-cyprus-and-russia",),
        "trgovina ljudima": (_M1, _PRIZREN, "rantsev-v-cyprus-and-russia"),
        "трговина људима": (_M1, _PRIZREN, "rantsev-v-cyprus-and-russia"),
        "punë e detyruar": _LABOUR,
        "pune e detyruar": _LABOUR,
        "prinudni rad": _LABOUR,
        "krim i organizuar": (_M1, "peja-smuggling-group-2013"),
        "organizovani kriminal": (_M1, "peja-smuggling-group-2013"),
        "kontrabandim me migrantë": _MIGRANTS,
        "krijumčarenje migranata": _MIGRANTS,
        "krijumcarenje migranata": _MIGRANTS,
        "kompensim": ("krachunova-v-bulgaria", "chowdury-and-others-v-greece"),
        "naknada štete": ("krachunova-v-bulgaria", "chowdury-and-others-v-greece"),
        "aktakuzë": ("sm-v-croatia-gc",),
        # spellings of English
        "labor": _LABOUR,
        "non-punishment": ("vcl-and-an-v-united-kingdom",),
        "organized crime": (_M1, "peja-smuggling-group-2013"),
    },
    "sq": {
        # inflections
        "viktimë": (_M1, _M2, _M3, _PRIZREN),
        "viktima": (_M1, _M2, _M3, _PRIZREN),
        "viktimës": (_M1, _M2, _M3, _PRIZREN),
        "viktimave": (_M1, _M2, _M3, _PRIZREN),
        "veshkë": MEDICUS,
        "veshkave": MEDICUS,
        "aktgjykimit": (_M3, _M4, _PRIZREN),
        "trafikimin": (_M1, _M3, _PRIZREN),
        "gjykatën": MEDICUS,
        "i akuzuari": (_M1, _PEJA),
        "organeve": (_M1, _M3),
        # without marks
        "trafikimi me njerez": (_M1, _M3, _PRIZREN),
        "denim me burgim": (_M1, _M4),
        "prishtine": MEDICUS,
        "shfrytezim": (_PRIZREN, "sm-v-croatia-gc"),
        "Gjykata e Apelit": (_M2, _M3),
        # terms find texts in other languages
        "trafikim me njerëz": (_M1, _PRIZREN, "rantsev-v-cyprus-and-russia"),
        "trafikimit të qenieve njerëzore": ("rantsev-v-cyprus-and-russia",),
        "viktimat e trafikimit": (_PRIZREN, "vcl-and-an-v-united-kingdom"),
        "punë të detyruar": _LABOUR,
        "krimi i organizuar": (_M1, "peja-smuggling-group-2013"),
        "kontrabandimi me migrantë": _MIGRANTS,
        "kompensimin": ("krachunova-v-bulgaria",),
        "aktakuza": ("sm-v-croatia-gc",),
        # words of other languages
        "strawberries": ("chowdury-and-others-v-greece",),
        "trgovina ljudima": (_M1, _PRIZREN, "rantsev-v-cyprus-and-russia"),
        "29 prill 2013": (_M1,),
    },
    "sr": {
        # inflections
        "žrtva": (_M1, _M2, _M3, _PRIZREN),
        "žrtve": (_M1, _M2, _M3, _PRIZREN),
        "žrtava": (_M1, _M2, _M3, _PRIZREN),
        "žrtvama": (_M1, _M2, _M3, _PRIZREN),
        "bubreg": MEDICUS,
        "bubrega": MEDICUS,
        "bubrezi": MEDICUS,
        "presudom": (_M2, _M3, _PRIZREN),
        "optuženih": (_M1, _PEJA),
        "ponovnog suđenja": (_M3, _M4),
        # without marks, with dj or d for đ
        "zrtve": (_M1, _M2, _M3, _PRIZREN),
        "ponovno sudjenje": (_M3, _M4),
        "ponovno sudenje": (_M3, _M4),
        "Pristina": MEDICUS,
        # Cyrillic
        "жртва": (_M1, _M2, _M3, _PRIZREN),
        "Врховни суд": (_M3,),
        "бубрега": MEDICUS,
        "Призрен": (_PRIZREN,),
        # terms find texts in other languages
        "trgovina ljudima": (_M1, _PRIZREN, "rantsev-v-cyprus-and-russia"),
        "trgovine ljudima": (_M1, _PRIZREN, "rantsev-v-cyprus-and-russia"),
        "трговине људима": (_M1, _PRIZREN, "rantsev-v-cyprus-and-russia"),
        "žrtvama trgovine ljudima": (_PRIZREN, "vcl-and-an-v-united-kingdom"),
        "prinudnog rada": _LABOUR,
        "organizovanog kriminala": (_M1, "peja-smuggling-group-2013"),
        "krijumčarenja migranata": _MIGRANTS,
        "naknadu štete": ("krachunova-v-bulgaria",),
        # words of other languages
        "strawberries": ("chowdury-and-others-v-greece",),
        "veshka": MEDICUS,
    },
}
