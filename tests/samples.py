"""One finished page of each type, made by hand: what the tests of templates, styles and links render.

The cases, their facts and their addresses are invented; only their shape is real.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from caselaw import urls
from caselaw.locale import read_locale
from caselaw.pages.cite_parts import CaseMetadata, CitationForm, Cite, MetaEntry, PinpointParts
from caselaw.pages.correction_parts import SuggestedCorrection
from caselaw.pages.document_parts import DocumentRow
from caselaw.pages.download_parts import Column, CorrectedCase, DataFile
from caselaw.pages.element_parts import (
    ChecklistCase,
    ChecklistElement,
    ChecklistGroup,
    ChecklistPage,
    Element,
    ElementGroup,
)
from caselaw.pages.form_parts import FormField, FormGroup, FormOption, FormSection, OptionList
from caselaw.pages.frame_parts import FileLink, Frame, Introduction, NotFoundLanguage, ReviewNotice
from caselaw.pages.law_model import ArticlePage, CompliancePage, LawIndexPage, LawPage
from caselaw.pages.law_parts import (
    ArticleCase,
    ArticleEntry,
    ArticleGroup,
    Checked,
    ComplianceArticle,
    ComplianceCase,
    ComplianceCases,
    ComplianceChapter,
    Correspondence,
    Counterpart,
    LawEntry,
    LawGroup,
    LawStanding,
    PenaltyRow,
)
from caselaw.pages.model import (
    AddCasePage,
    CasePage,
    CorrectionsPage,
    DownloadsPage,
    GatewayPage,
    HomePage,
    IndexPage,
    ListPage,
    NotFoundPage,
    OfflinePage,
    Page,
    RedirectPage,
    SearchPage,
    StartPage,
    TextPage,
    TombstonePage,
    WithdrawnPage,
)
from caselaw.pages.parts import (
    Block,
    CaseCard,
    ChargeRow,
    CitationRow,
    Correction,
    CountedLink,
    DateText,
    Fact,
    GatewayLanguage,
    Group,
    Label,
    Link,
    OutlineEntry,
    Pagination,
    ParagraphLink,
    Phrase,
    Row,
    SearchBox,
    SourceRow,
    StartLanguage,
    StartNote,
    StatusMark,
    Table,
    WithdrawnCase,
    search_box,
)
from caselaw.pages.proceedings_parts import StatusLine, Step, StepSentence
from caselaw.pages.search_parts import SearchExample, SearchFilter, SearchOption, SearchOptionGroup
from caselaw.pages.statistics_parts import (
    FigureRow,
    FigureSection,
    FigureTable,
    Filter,
    Headline,
    Lane,
    Mark,
    ScaleChart,
    StatisticsIndexPage,
    StatisticsPage,
)
from caselaw.pages.text_parts import TextBody
from caselaw.pages.topic_parts import (
    BridgeRow,
    BridgeSection,
    Passage,
    TopicCase,
    TopicEntry,
    TopicGroup,
    TopicIndexGroup,
    TopicIndexPage,
    TopicPage,
)
from caselaw.pages.version_parts import CaseText, VersionNote
from caselaw.render import FOOTER_TEXTS, Site, describe_site

ROOT = Path(__file__).parent.parent
EN = read_locale(ROOT / "locales", "en")
DISCLAIMER = (
    "* All references to Kosovo, whether the territory, institutions or population, shall be understood in full "
    "compliance with United Nations Security Council Resolution 1244 and without prejudice to the status of Kosovo."
)
TITLE = "Case law on trafficking in human beings in Kosovo*"


def make_site(base_url: str = "", repository: str = "") -> Site:
    """Return the site that the sample pages belong to."""
    return describe_site(
        {"en": EN},
        "en",
        title=TITLE,
        disclaimer=DISCLAIMER,
        edition="2026-11-23",
        base_url=base_url,
        repository=repository,
        texts=FOOTER_TEXTS,
    )


def frame(path: str, title: str, *above: Link, indexable: bool = True) -> Frame:
    """Return the frame of a sample page that stands below the pages ``above``."""
    return Frame(
        path=path,
        title=title,
        language="en",
        description=f"{title}: a sample page.",
        indexable=indexable,
        breadcrumbs=above,
        alternates=(("en", path),),
    )


def date(iso: str) -> DateText:
    """Return a date as pages show it."""
    return DateText(iso, EN.date(iso))


def paragraphs(*numbers: int) -> tuple[ParagraphLink, ...]:
    """Return references to paragraphs of the page's own text."""
    return tuple(ParagraphLink(number, f"#p{number}") for number in numbers)


def counted(text: str, href: str, count: int, *, verified: bool = True) -> CountedLink:
    """Return a way in with its number of cases."""
    return CountedLink(Link(Label(text, verified=verified), href), count, EN.count("count.cases", count))


def search_options(*entries: CountedLink) -> SearchOptionGroup:
    """Return the values of a search filter that have the labels and counts of ways in."""
    options = (SearchOption(entry.link.href.split("/")[-2], entry.link.label, entry.count) for entry in entries)
    return SearchOptionGroup(None, tuple(options))


HOME_LINK = Link(Label(EN.text("navigation.home")), urls.home("en"))
CASES_LINK = Link(Label(EN.text("navigation.cases")), urls.index("en", "cases"))
COURTS_LINK = Link(Label(EN.text("navigation.courts")), urls.index("en", "courts"))

BASIC_COURT = Label("Basic Court of Prishtina")
APPEALS = Label("Court of Appeals of Kosovo*")
SUPREME = Label("Supreme Court of Kosovo*")
EUROPEAN = Label("European Court of Human Rights")
TRAFFICKING = Label("Trafficking in persons")
ORGANISED = Label("Organised crime", verified=False)

CHECKLIST_LINK = Link(Label(EN.text("checklist.title")), urls.text_page("en", "checklist"))
TOPICS_LINK = Link(Label(EN.text("navigation.topics")), urls.index("en", "topics"))
TOPICS = (
    counted("Consent", urls.listing("en", "topics", "consent"), 3),
    counted("Removal of organs", urls.listing("en", "topics", "organ-removal"), 2, verified=False),
)

COURTS = (
    counted("Basic Court of Prishtina", urls.listing("en", "courts", "bc-prishtina"), 12),
    counted("Basic Court of Prizren", urls.listing("en", "courts", "bc-prizren"), 3),
    counted(
        "District Court of Prishtina (until 2012)", urls.listing("en", "courts", "dc-prishtina"), 2, verified=False
    ),
    counted("Court of Appeals of Kosovo*", urls.listing("en", "courts", "court-of-appeals"), 2),
    counted("Supreme Court of Kosovo*", urls.listing("en", "courts", "supreme-court"), 4),
)
EUROPEAN_COURTS = (counted("European Court of Human Rights", urls.listing("en", "courts", "ecthr"), 15),)
YEARS = tuple(
    counted(str(year), urls.listing("en", "years", str(year)), 1 + year % 4) for year in range(2023, 2000, -1)
)
OFFENCES = (
    counted("Trafficking in persons", urls.listing("en", "offences", "trafficking-in-persons"), 31),
    counted("Facilitating prostitution", urls.listing("en", "offences", "facilitating-prostitution"), 4),
    counted("Organised crime", urls.listing("en", "offences", "organised-crime"), 3, verified=False),
    counted("Slavery, servitude and forced labour", urls.listing("en", "offences", "slavery"), 6),
    counted("Smuggling of migrants", urls.listing("en", "offences", "smuggling-of-migrants"), 4),
)
LAWS = (
    counted("Provisional Criminal Code (2003/25)", urls.listing("en", "laws", "pcck-2003"), 5),
    counted("European Convention on Human Rights", urls.listing("en", "laws", "echr"), 21, verified=False),
)
LAWS_LINK = Link(Label(EN.text("navigation.laws")), urls.index("en", "laws"))
COMPLIANCE_LINK = Link(Label(EN.text("compliance.title")), urls.text_page("en", "compliance"))
WAYS_IN = (
    counted("All cases", urls.index("en", "cases"), 38),
    counted("By court", urls.index("en", "courts"), 38),
    counted("By year", urls.index("en", "years"), 38),
    counted("By offence", urls.index("en", "offences"), 38),
)

SUMMARY = (
    "Seven people stood trial over kidney transplants at a private clinic near Prishtina in 2008. Donors, poor "
    "people recruited abroad, were promised about EUR 15,000 and were often paid less or nothing; recipients "
    "paid many times that sum. The panel held that a donor’s signature was no consent where it had been obtained "
    "by deception or by abuse of a position of vulnerability, and that removal of organs is a form of "
    "exploitation in its own right. Two of the accused were convicted of trafficking in persons and of organised "
    "crime, three of grievous bodily harm, and two were acquitted. The victims’ claims for compensation were not "
    "decided in the criminal proceedings but referred to civil litigation."
)

CARDS = (
    CaseCard(
        title="Lake Clinic (first instance)",
        href=urls.case("en", "lake-clinic-2013"),
        lang=None,
        court=BASIC_COURT,
        numbers=("P 1/10", "P 2/10"),
        decided=date("2013-04-29"),
        outcome=Label("Conviction"),
        offences=(TRAFFICKING, ORGANISED),
        summary=SUMMARY,
        neighbouring=False,
    ),
    CaseCard(
        title="River crossing",
        href=urls.case("en", "river-crossing-2011"),
        lang=None,
        court=Label("District Court of Prishtina", verified=False),
        numbers=(),
        decided=date("2011-06"),
        outcome=Label("Conviction"),
        offences=(Label("Smuggling of migrants"),),
        summary="Fifteen people drowned when a boat capsized. Seven members of the group that had "
        "organised the crossing were convicted of the smuggling of migrants.",
        neighbouring=True,
    ),
    CaseCard(
        title="Rasti i parë i lypjes së fëmijëve",
        href=urls.case("en", "child-begging-2009"),
        lang="sq",
        court=Label("Gjykata e Qarkut në Pejë", "sq"),
        numbers=("P. nr. 12/09",),
        decided=date("2009"),
        outcome=None,
        offences=(TRAFFICKING,),
        summary="Një përmbledhje e shkurtër në gjuhën shqipe, me ë dhe ç.",
        neighbouring=False,
    ),
)

HOME = HomePage(
    frame=frame(urls.home("en"), TITLE),
    total=38,
    total_phrase="38 cases",
    introduction=Introduction(
        "<p>Decisions of the courts of Kosovo* and of the European Court of Human Rights on trafficking in human "
        "beings: what was charged, what was found, what sentence was passed and what the victims received.</p>",
        lang=None,
        notice=None,
    ),
    newest=CARDS,
    all_cases=WAYS_IN[0],
    courts=COURTS + EUROPEAN_COURTS,
    years=YEARS,
    offences=OFFENCES,
    laws=LAWS,
    compliance=COMPLIANCE_LINK,
    topics=TOPICS,
    all_topics=Link(Label(EN.text("home.all_topics")), TOPICS_LINK.href),
    statistics=(Link(Label(EN.text("statistics.compensation.title")), urls.statistics("en", "compensation")),),
    all_statistics=Link(Label(EN.text("statistics.overview")), urls.index("en", "statistics")),
)

COURT_INDEX = IndexPage(
    frame=frame(urls.index("en", "courts"), EN.text("pages.courts.title"), HOME_LINK),
    heading=EN.text("pages.courts.heading"),
    introduction=EN.text("pages.courts.introduction"),
    groups=(
        Group(Label("Courts of Kosovo*"), COURTS),
        Group(Label("European Court of Human Rights"), EUROPEAN_COURTS),
    ),
)

YEAR_INDEX = IndexPage(
    frame=frame(urls.index("en", "years"), EN.text("pages.years.title"), HOME_LINK),
    heading=EN.text("pages.years.heading"),
    introduction=EN.text("pages.years.introduction"),
    groups=(Group(None, YEARS),),
)

COURT_LIST = ListPage(
    frame=frame(urls.listing("en", "courts", "bc-prishtina", 2), "Basic Court of Prishtina", HOME_LINK, COURTS_LINK),
    heading=Label("Basic Court of Prishtina"),
    count_phrase="103 cases",
    note=Label("One of the basic courts established on 1 January 2013.", verified=False),
    cards=CARDS,
    pagination=Pagination(
        number=2,
        total=3,
        phrase="Page 2 of 3",
        previous=urls.listing("en", "courts", "bc-prishtina", 1),
        next=urls.listing("en", "courts", "bc-prishtina", 3),
        pages=tuple((number, urls.listing("en", "courts", "bc-prishtina", number)) for number in (1, 2, 3)),
    ),
)

EMPTY_LIST = ListPage(
    frame=frame(urls.index("en", "cases"), EN.text("pages.cases.title"), HOME_LINK),
    heading=Label(EN.text("pages.cases.heading")),
    count_phrase="0 cases",
    note=None,
    cards=(),
    pagination=Pagination(1, 1, "Page 1 of 1", None, None, ((1, urls.index("en", "cases")),)),
)


def charge(defendant: str, charged: Label, finding: str, *sentence: str, other: Label | None = None) -> ChargeRow:
    """Return a line of the charges table; one that leads to another offence is not yet verified."""
    return ChargeRow(
        defendant=Label(defendant),
        charged=charged,
        finding=Label(finding),
        convicted_of=other,
        sentence=tuple(Label(part) for part in sentence),
        paragraphs=paragraphs(9, 10),
        unverified=other is not None,
    )


ARTICLE_139 = Label("PCCK Art. 139, Trafficking in persons")
ARTICLE_274 = Label("PCCK Art. 274(1), Organised crime", verified=False)
BODILY_HARM = Label("PCCK Art. 154, Grievous bodily harm")

TEXT = (
    Block("heading", "Facts", id="facts", level=2),
    Block(
        "paragraph",
        "In 2008 kidneys were removed from donors and transplanted into recipients at a private clinic near Fushë "
        "Kosovë/Kosovo Polje. The clinic had no licence for transplants; the law of the time allowed none.",
        number=1,
    ),
    Block(
        "paragraph",
        "Donors were recruited in Türkiye, the Russian Federation, Moldova, Kazakhstan and elsewhere. Most were "
        "poor, few understood a language spoken at the clinic, and none was told what the removal of a kidney "
        "means for a person’s "
        'health.<sup><a href="#fn-1" id="fnref-1">1</a></sup>',
        number=2,
    ),
    Block(
        "paragraph",
        "Recipients paid between EUR 80,000 and EUR 100,000. A donor was promised about EUR 15,000, and several "
        "left without any money at all.",
        number=3,
        unverified=True,
    ),
    Block(
        "other",
        "<blockquote><p>“The consent of a victim to the intended exploitation shall be irrelevant where any of "
        "the means set forth have been used.”</p></blockquote>",
    ),
    Block("heading", "Reasoning", id="reasoning", level=2),
    Block("heading", "Consent of the donors", id="consent-of-the-donors", level=3),
    Block(
        "paragraph",
        "A signature on a declaration of donation is not consent where it was obtained by deception, fraud or "
        "abuse of a position of vulnerability. The panel relied on <em>A. v. France</em> for the positive "
        "obligations.",
        number=9,
    ),
    Block(
        "other",
        "<ul><li>deception about the payment;</li><li>abuse of poverty;</li><li>isolation in a foreign "
        "country.</li></ul><table><thead><tr><th>Donor</th><th>Promised</th></tr></thead><tbody><tr><td>W1</td><td>EUR "
        "15,000</td></tr><tr><td>W2</td><td>EUR 12,000</td></tr></tbody></table>",
    ),
    Block("heading", "Sentence", id="sentence", level=3),
    Block(
        "paragraph",
        "The panel took as aggravating the number of victims, the permanent harm and the profit made; as "
        "mitigating, the age and the clean record of the accused.",
        number=10,
    ),
    Block(
        "other", '<section class="footnotes"><ol><li id="fn-1">Statements of witnesses W1 to W7.</li></ol></section>'
    ),
)

ORIGINAL = Label(EN.text("translation.original"))


def case_text(*rows: tuple[Block, ...] | Block, lang: str | None = None, suffix: str = "") -> CaseText:
    """Return a text of rows; a translation is without a language of its own."""
    name = ORIGINAL if suffix or lang else Label("Unofficial translation")
    blocks = tuple(row if isinstance(row, tuple) else (row,) for row in rows)
    return CaseText(name, Label("French" if lang else "English"), lang, suffix, blocks)


METADATA = CaseMetadata(
    (("DC", "http://purl.org/dc/elements/1.1/"),),
    (MetaEntry("DC.title", "", "Lake Clinic", None), MetaEntry("court", "dcterms:creator", "Basic Court", None)),
    '{"@context": "https://schema.org"}',
)

SUGGEST = SuggestedCorrection(
    form="https://repository.example/thb/issues/new?template=correction-en.yml&case=lake-clinic-2013",
    case="lake-clinic-2013",
    address="en/cases/lake-clinic-2013.html",
    confidential=(Link(Label("Anonymisation policy"), urls.text_page("en", "anonymisation")),),
)

CITE = Cite(
    forms=(
        CitationForm("In words", Label("Basic Court of Prishtina, Lake Clinic, P 1/10, 29 April 2013"), False, None),
        CitationForm(
            "RIS",
            Label("TY  - CASE\nTI  - Lake Clinic\nER  - "),
            True,
            Link(Label("lake-clinic-2013.ris"), urls.export("en", "lake-clinic-2013", "ris")),
        ),
    ),
    pinpoint=PinpointParts("Basic Court of Prishtina, Lake Clinic, § ", " of the summary", ""),
    address="",
    metadata=METADATA,
)

CASE = CasePage(
    frame=frame(
        urls.case("en", "lake-clinic-2013"), "Lake Clinic (first instance)", HOME_LINK, CASES_LINK, indexable=False
    ),
    id="lake-clinic-2013",
    heading="Lake Clinic (first instance)",
    citation="Basic Court of Prishtina, P 1/10 and P 2/10, 29 April 2013",
    lang=None,
    note=None,
    status=(
        StatusLine(
            "This decision was modified by ",
            Link(Label("Court of Appeals, PAKR 3/14, 6 November 2015"), urls.case("en", "lake-clinic-2015")),
            ".",
            grave=True,
        ),
        StatusLine(
            "A later decision: ",
            Link(Label("Supreme Court, December 2016"), urls.case("en", "lake-clinic-2016")),
            ".",
            grave=False,
        ),
    ),
    kind=Label("Judgment"),
    text_kind=Label("Summary by the editors"),
    neighbouring=False,
    facts=(
        Fact("Court", (Link(BASIC_COURT, urls.listing("en", "courts", "bc-prishtina")),)),
        Fact("Case numbers", (Label("P 1/10"), Label("P 2/10"))),
        Fact("Decided", (Label("29 April 2013"),)),
        Fact("Charges", (ARTICLE_139, ARTICLE_274, BODILY_HARM)),
        Fact(
            "Sentences",
            (
                Label("L.D.: 8 years, fine of EUR 10,000"),
                Label("A.D.: 7 years 3 months, fine of EUR 2,500"),
                Label("S.H.: 3 years"),
                Label("I.B.: 1 year, suspended"),
                Label("S.D.: 1 year, suspended"),
            ),
            unverified=True,
        ),
        Fact("Outcome", (Label("Conviction"),)),
    ),
    summary=SUMMARY,
    charges=(
        charge("L.D.", ARTICLE_139, "convicted", "8 years", "fine of EUR 10,000"),
        charge("L.D.", ARTICLE_274, "convicted"),
        charge("A.D.", ARTICLE_139, "convicted", "7 years 3 months", "fine of EUR 2,500"),
        charge("S.H.", ARTICLE_274, "reclassified", "3 years", other=BODILY_HARM),
        charge("I.B.", BODILY_HARM, "convicted", "1 year", "suspended"),
        charge("S.D.", BODILY_HARM, "convicted", "1 year", "suspended"),
        charge("D.J.", BODILY_HARM, "acquitted"),
        charge("I.R.", ARTICLE_139, "acquitted"),
    ),
    elements=(
        ElementGroup(
            "Acts",
            (
                Element(Label("Recruitment"), paragraphs(2), Label("coded by the court"), False),
                Element(Label("Transportation"), (), Label("coded by the editor"), True),
            ),
        ),
        ElementGroup(
            "Means",
            (
                Element(Label("Deception"), paragraphs(3, 9), None, False),
                Element(Label("Abuse of a position of vulnerability", verified=False), paragraphs(2), None, False),
            ),
        ),
        ElementGroup(
            "Purposes", (), Label("Under CETS 197 Art. 4(c), no means is needed where the victim is a child.")
        ),
    ),
    checklist=CHECKLIST_LINK,
    tables=(
        Table(
            "Compensation",
            ("To", "Claimed", "Awarded", "Referred to civil proceedings"),
            (
                Row(
                    (Label("victims"), Label("not known"), Label("EUR 15,000"), Label("yes")),
                    paragraphs(10),
                    True,
                ),
            ),
        ),
    ),
    details=(
        Fact(
            "Offences",
            (
                Link(TRAFFICKING, urls.listing("en", "offences", "trafficking-in-persons")),
                Link(ORGANISED, urls.listing("en", "offences", "organised-crime")),
            ),
        ),
        Fact("Formation", (Label("Mixed panel with two international judges"),)),
        Fact(
            "Provisions applied", (Label("Article 139 PCCK"), Label("Article 274(1) PCCK"), Label("Article 4 CETS 197"))
        ),
        Fact(
            "Victims",
            (Label("30 victims"), Label("30 adults, no children"), Label("Nationalities: Türkiye, Russia")),
            True,
        ),
        Fact("Sectors", (Label("Medical"),)),
    ),
    chain=(
        Step(
            Link(Label("Lake Clinic (first instance)"), urls.case("en", "lake-clinic-2013")),
            BASIC_COURT,
            ("P 1/10", "P 2/10"),
            date("2013-04-29"),
            Checked(Label("Conviction")),
            None,
            (),
            (
                StepSentence(
                    Label("L.D."),
                    (Label("convicted"), Label("8 years of imprisonment")),
                    None,
                    (Link(Label("5"), urls.case("en", "lake-clinic-2013", 5)),),
                    unverified=False,
                ),
            ),
            True,
        ),
        Step(
            Link(Label("Lake Clinic (appeal)"), urls.case("en", "lake-clinic-2015")),
            APPEALS,
            ("PAKR 3/14",),
            date("2015-11-06"),
            Checked(Label("Judgment changed")),
            Label("Appeal"),
            (Checked(Label("modified: Lake Clinic (first instance)")),),
            (
                StepSentence(
                    Label("L.D."),
                    (Label("convicted"), Label("9 years of imprisonment")),
                    Label("was: convicted, 8 years of imprisonment (Basic Court)"),
                    (),
                    unverified=False,
                ),
                StepSentence(Label("the second owner", "sq"), (Label("acquitted"),), None, (), unverified=True),
            ),
            False,
        ),
        Step(
            Link(Label("Lake Clinic (extraordinary remedy)"), urls.case("en", "lake-clinic-2016")),
            SUPREME,
            (),
            date("2016-12"),
            Checked(Label("Annulled and returned for retrial"), unverified=True),
            Label("Extraordinary remedy", verified=False),
            (Checked(Label("annulled: Lake Clinic (appeal)"), unverified=True),),
            (),
            False,
        ),
    ),
    cites=(
        CitationRow(
            Link(Label("A. v. France"), urls.case("en", "a-v-france")),
            EUROPEAN,
            date("2005-07-26"),
            Label("followed"),
            (Link(Label("9"), "#p9"),),
            unverified=True,
            status=StatusMark("Quashed later", grave=True),
        ),
    ),
    cited_by=(
        CitationRow(
            Link(Label("Lake Clinic (appeal)"), urls.case("en", "lake-clinic-2015")),
            APPEALS,
            date("2015-11-06"),
            Label("considered"),
            (
                Link(Label("4"), urls.case("en", "lake-clinic-2015", 4)),
                Link(Label("7"), urls.case("en", "lake-clinic-2015", 7)),
            ),
        ),
    ),
    mentions=(
        CitationRow(
            Link(Label("B. v. France"), urls.case("en", "b-v-france")),
            EUROPEAN,
            date("2011"),
            None,
            (Link(Label("2"), urls.case("en", "lake-clinic-2013", 2)),),
        ),
    ),
    mentioned_by=(
        CitationRow(Link(Label("A. v. France"), urls.case("en", "a-v-france")), EUROPEAN, date("2005"), None, ()),
    ),
    bridge=BridgeSection(
        EN.text("bridge.domestic.heading"),
        EN.text("bridge.domestic.explanation"),
        (
            BridgeRow(
                Link(Label("A. v. France", "fr"), urls.case("en", "a-v-france")),
                EUROPEAN,
                date("2005-07-26"),
                Label("Violation"),
                StatusMark("Quashed later", grave=True),
                cited=Label("Cited by the court: Not followed"),
                unverified=True,
                topics=(),
            ),
            BridgeRow(
                Link(Label("B. v. France"), urls.case("en", "b-v-france")),
                EUROPEAN,
                date("2006-07-26"),
                Label("Violation", verified=False),
                None,
                cited=None,
                unverified=False,
                topics=tuple(topic.link for topic in TOPICS),
            ),
        ),
    ),
    authorities=(Label("Palermo Protocol, Article 3"),),
    cite=CITE,
    suggest=SUGGEST,
    sources=(
        SourceRow(
            Label("Judgment of the Basic Court of Prishtina"),
            "https://case-law.example/a/rather/long/address/of-the-judgment.html?page=1,10,1877",
            ("EULEX", "judgment", "read on 23 November 2026"),
        ),
        SourceRow(Label("Press release"), "https://case-law.example/press", ("EULEX", "press release")),
    ),
    documents=(
        DocumentRow(
            Link(Label("Judgment, first instance"), "documents/lake-clinic-2013/judgment.pdf"),
            "sq",
            "application/pdf",
            (Label("PDF"), Label("1.2\u00a0MB"), Label("Albanian")),
        ),
    ),
    unverified=("Outcome", "Victims: total", "paragraph 3", "Charge no. 4", "Compensation no. 1"),
    unpublished="",
    review=(Fact("Coded by", (Label("A.B."),)), Fact("Reviewed by", (Label("C.D."),))),
    corrections=(Correction(date("2026-12-01"), Label("The sentence of A.D. was given as 7 years.")),),
    texts=(case_text(TEXT),),
    outline=(
        OutlineEntry("Facts", "#facts", 2),
        OutlineEntry("Reasoning", "#reasoning", 2),
        OutlineEntry("Consent of the donors", "#consent-of-the-donors", 3),
        OutlineEntry("Sentence", "#sentence", 3),
    ),
)

# A case with nothing but what every case has, in another language than its page, without charges but with findings.
HUMAN_RIGHTS_CASE = CasePage(
    frame=frame(urls.case("en", "a-v-france"), "A. v. France", HOME_LINK, CASES_LINK, indexable=False),
    id="a-v-france",
    heading="A. v. France",
    citation="European Court of Human Rights, 12345/01, 26 July 2005",
    lang="fr",
    note=VersionNote(Label(EN.text("translation.none")), (Label("French"),), EN.text("translation.none_explained"), ()),
    status=(),
    kind=Label("Judgment"),
    text_kind=Label("Summary by the editors"),
    neighbouring=True,
    facts=(
        Fact("Court", (Link(EUROPEAN, urls.listing("en", "courts", "ecthr")),)),
        Fact("Case number", (Label("12345/01"),)),
        Fact("Decided", (Label("26 July 2005"),)),
        Fact("Outcome", (Label("Violation"),)),
        Fact("Offence", (Label("Slavery, servitude and forced labour"),)),
    ),
    summary="Servitude d’une mineure étrangère ; obligation positive d’incriminer.",
    charges=(),
    elements=(),
    checklist=CHECKLIST_LINK,
    bridge=None,
    tables=(
        Table(
            "Findings",
            ("Provision", "Result", "Aspect"),
            (Row((Label("Article 4 ECHR"), Label("Violation"), Label("Positive obligations")), (), False),),
        ),
    ),
    details=(),
    chain=(),
    cites=(),
    cited_by=(),
    mentions=(),
    mentioned_by=(),
    authorities=(),
    cite=CITE,
    suggest=SUGGEST,
    sources=(SourceRow(Label("A. v. France"), "https://case-law.example/a-v-france", ()),),
    documents=(),
    unverified=(),
    unpublished=EN.text("preview.draft"),
    review=(),
    corrections=(),
    texts=(case_text(Block("paragraph", "La Cour conclut à la violation de l’article 4.", number=1), lang="fr"),),
    outline=(),
)

# A case in translation, with its original beside it.
TRANSLATED_CASE = replace(
    HUMAN_RIGHTS_CASE,
    frame=frame(urls.case("en", "b-v-france"), "B. v. France", HOME_LINK, CASES_LINK, indexable=False),
    id="b-v-france",
    heading="B. v. France",
    lang=None,
    note=VersionNote(
        Label("Unofficial translation"),
        (Label("English"), Label(EN.text("translation.unnamed")), Label("25 November 2026")),
        EN.text("translation.explained"),
        (Link(Label("French"), urls.case("en", "a-v-france")),),
    ),
    summary="Servitude of a child from abroad; duty to make it an offence.",
    texts=(
        case_text(
            Block("heading", "Facts", id="h-facts", level=2),
            Block("paragraph", 'A child worked.<sup id="fnref-1"><a href="#fn-1">1</a></sup>', number=1),
            (),
            Block("paragraph", "She was not paid.", number=2),
            Block("other", '<section class="footnotes"><ol><li id="fn-1">A witness.</li></ol></section>'),
        ),
        case_text(
            Block("heading", "Faits", id="h-faits-fr", level=2),
            Block("paragraph", "Une enfant a travaillé.", number=1),
            Block("other", "<ul><li>sans repos</li></ul>"),
            Block("paragraph", "Elle n’a pas été payée.", number=2),
            (),
            lang="fr",
            suffix="-fr",
        ),
    ),
    outline=(OutlineEntry("Facts", "#h-facts", 2),),
)

READ = Link(Label("code.example"), "https://code.example/read")
STANDING = (
    LawStanding(Checked(Label("A statement that nobody read."), unverified=True), None),
    LawStanding(Checked(Label("A statement that was read.", verified=False)), READ),
)

LAW_INDEX = LawIndexPage(
    frame=frame(urls.index("en", "laws"), EN.text("laws.title"), HOME_LINK),
    compliance=COMPLIANCE_LINK,
    groups=(
        LawGroup(
            Label(EN.text("laws.groups.codes")),
            (
                LawEntry(
                    LAWS[0].link,
                    (Checked(Label("PCCK")), Checked(Label("6 April 2004 to 31 December 2012"), unverified=True)),
                    5,
                    "5 cases",
                ),
            ),
        ),
    ),
)

LAW = LawPage(
    frame=frame(urls.listing("en", "laws", "cets-197"), "Convention", HOME_LINK, LAWS_LINK),
    heading=Label("Convention against trafficking", verified=False),
    count_phrase="1 case",
    facts=(
        Fact(EN.text("laws.facts.number"), (Label("CETS 197"),)),
        Fact(EN.text("laws.facts.until"), (Label("31 December 2012"),), unverified=True),
        Fact(EN.text("laws.facts.earlier"), (LAWS[0].link,), unverified=True),
    ),
    standing=STANDING,
    compliance=COMPLIANCE_LINK,
    groups=(
        ArticleGroup("articles", None, (ArticleEntry("article-1", "Art. 1", Label("Scope"), None, 0, "0 cases"),)),
        ArticleGroup(
            "chapter-i",
            Label("Chapter I: Definitions"),
            (
                ArticleEntry(
                    "article-4",
                    "Art. 4",
                    Label("Definitions", verified=False),
                    urls.article("en", "cets-197", "4"),
                    1,
                    "1 case",
                ),
            ),
        ),
    ),
)

OTHER_ARTICLE = Link(
    Label("CC Art. 171 (Trafficking in persons)", verified=False), urls.article("en", "cc-2012", "171")
)
ARTICLE = ArticlePage(
    frame=frame(urls.article("en", "pcck-2003", "139"), "PCCK Art. 139", HOME_LINK, LAWS_LINK),
    heading=Label("PCCK Art. 139 (Trafficking in persons)"),
    count_phrase="2 cases",
    number_unverified=True,
    facts=(Fact(EN.text("laws.facts.law"), (LAWS[0].link,)),),
    has_penalties=True,
    penalties=(
        PenaltyRow(Label("basic form"), "2 years to 12 years", EN.text("laws.not_read"), False, READ),
        PenaltyRow(Label("of a child"), "3 years", "EUR 500", True, READ),
        PenaltyRow(Label("forma themelore", "sq"), "3 years", "EUR 500", False, None),
    ),
    correspondences=(
        Correspondence(
            TRAFFICKING,
            (
                Counterpart(
                    Link(Label("PCCK Art. 139"), urls.article("en", "pcck-2003", "139")), None, "2 cases", current=True
                ),
                Counterpart(
                    OTHER_ARTICLE, Checked(Label("from 1 January 2013"), unverified=True), "0 cases", current=False
                ),
            ),
            (
                Counterpart(
                    Link(Label("CETS 197 Art. 4"), urls.article("en", "cets-197", "4")), None, "1 case", current=False
                ),
            ),
        ),
        Correspondence(ORGANISED, (), (Counterpart(OTHER_ARTICLE, None, "0 cases", current=False),)),
    ),
    cases=(
        ArticleCase(
            link=Link(Label("Lake Clinic"), urls.case("en", "lake-clinic-2013")),
            court=BASIC_COURT,
            numbers=("P 1/10", "P 2/10"),
            decided=date("2013-04-29"),
            uses=(
                Checked(Label("Charged: L.D., A.D. (Convicted)"), unverified=True),
                Checked(Label(EN.text("laws.use.applied"))),
            ),
            outcome=Checked(Label("Conviction")),
            status=StatusMark("modified later", grave=True),
            sentences=(
                Checked(Label("L.D.: 8 years"), unverified=True),
                Checked(Phrase((Label("dy të akuzuar", "sq"), Label(": 2 years")))),
            ),
            whole=False,
        ),
        ArticleCase(
            link=Link(Label("Rasti", "sq"), urls.case("en", "child-begging-2009")),
            court=SUPREME,
            numbers=(),
            decided=date("2009"),
            uses=(Checked(Label(EN.text("laws.use.applied"))),),
            outcome=Checked(Label("Conviction"), unverified=True),
            status=None,
            sentences=(),
            whole=True,
        ),
    ),
    with_sentences=True,
)
ARTICLE_WITHOUT_CASES = replace(
    ARTICLE,
    frame=frame(urls.article("en", "cc-2012", "171"), "CC Art. 171", HOME_LINK, LAWS_LINK),
    count_phrase="0 cases",
    number_unverified=False,
    penalties=(),
    correspondences=(),
    cases=(),
    with_sentences=False,
)

COMPLIANCE = CompliancePage(
    frame=frame(urls.text_page("en", "compliance"), EN.text("compliance.title"), HOME_LINK, LAWS_LINK),
    convention=Link(Label("Convention against trafficking"), urls.listing("en", "laws", "cets-197")),
    standing=STANDING,
    facts=(Fact(EN.text("compliance.facts.indexed"), (Label("2"),)),),
    gaps=(Link(Label("Article 26: Non-punishment"), "#article-26"),),
    chapters=(
        ComplianceChapter(
            "chapter-i",
            Label("Chapter I: Definitions", verified=False),
            (
                ComplianceArticle(
                    "article-4",
                    Link(Label("Article 4: Definitions"), urls.article("en", "cets-197", "4")),
                    (
                        ComplianceCases(
                            EN.text("compliance.groups.domestic_topic"),
                            (
                                ComplianceCase(
                                    Link(Label("Lake Clinic"), urls.case("en", "lake-clinic-2013")),
                                    BASIC_COURT,
                                    date("2013-04-29"),
                                    StatusMark("Modified later", grave=True, unverified=True),
                                    (Label("Organ removal"),),
                                    unverified=True,
                                ),
                            ),
                        ),
                    ),
                ),
                ComplianceArticle(
                    "article-26",
                    Link(Label("Article 26: Non-punishment"), urls.article_entry("en", "cets-197", "26")),
                    (),
                ),
            ),
            (Link(Label("Article 1: Purposes"), urls.article_entry("en", "cets-197", "1")),),
        ),
        ComplianceChapter("chapter-ii", Label("Chapter II: Final clauses"), (), ()),
    ),
)

STATISTICS_INDEX = StatisticsIndexPage(
    frame=frame(urls.index("en", "statistics"), EN.text("statistics.title"), HOME_LINK),
    headlines=(
        Headline(
            "3 of 12",
            "sentences below the lowest minimum",
            EN.text("statistics.n", n="12"),
            Link(Label(EN.text("statistics.compensation.title")), urls.statistics("en", "compensation")),
        ),
    ),
    themes=(
        (
            Link(Label(EN.text("statistics.compensation.title")), urls.statistics("en", "compensation")),
            EN.text("statistics.compensation.description"),
        ),
    ),
)

STATISTICS = StatisticsPage(
    frame=frame(urls.statistics("en", "compensation"), EN.text("statistics.compensation.title"), HOME_LINK),
    heading=EN.text("statistics.compensation.title"),
    lead=EN.text("statistics.compensation.lead"),
    filters=(Filter("court", EN.text("statistics.filters.court"), (("bc-north", Label("Basic Court North")),)),),
    sections=(
        FigureSection(
            id="ledger",
            heading=EN.text("statistics.compensation.ledger.heading"),
            lead=EN.text("statistics.compensation.ledger.lead"),
            basis=EN.count("statistics.compensation.basis", 1),
            caveats=(EN.text("statistics.compensation.paid"),),
            chart=ScaleChart(
                title=EN.text("statistics.sentences.kosovo.chart"),
                description=EN.text("statistics.sentences.described", n="2"),
                ticks=(("3.00%", "0"), ("97.00%", "15")),
                lanes=(
                    Lane(
                        name=Label("Trafficking in persons, CC 2003"),
                        range_text=Label(EN.text("statistics.sentences.range.minimum", minimum="2 years")),
                        height=40,
                        start="15.53%",
                        width="62.67%",
                        marks=(
                            Mark(
                                "9.27%",
                                14,
                                "below",
                                False,
                                "en/cases/lake-clinic-2013.html#p9",
                                "Lake Clinic, A.B.: 1 year",
                            ),
                            Mark(
                                "30.00%",
                                14,
                                "within",
                                True,
                                "en/cases/lake-clinic-2013.html",
                                "Lake Clinic, C.D.: 5 years",
                            ),
                        ),
                    ),
                    Lane(
                        name=Label("Smuggling of migrants, law not known"),
                        range_text=Label(EN.text("statistics.sentences.range.none")),
                        height=40,
                        start=None,
                        width=None,
                        marks=(
                            Mark("30.00%", 14, "no-range", False, "en/cases/lake-clinic-2013.html", "E.F.: 5 years"),
                        ),
                    ),
                ),
                legend=(
                    ("below", EN.text("statistics.sentences.kinds.below")),
                    ("above", EN.text("statistics.sentences.kinds.above")),
                    ("unverified", EN.text("statistics.sentences.kinds.unverified")),
                ),
            ),
            tables=(
                FigureTable(
                    name="ledger",
                    caption=EN.text("statistics.tables.ledger"),
                    columns=(EN.text("statistics.columns.case"), EN.text("statistics.columns.awarded")),
                    rows=(
                        FigureRow(
                            (Link(Label("Lake Clinic"), urls.case("en", "lake-clinic-2013")), Label("8,000 EUR")),
                            (Link(Label("9"), urls.case("en", "lake-clinic-2013", 9)),),
                        ),
                        FigureRow(
                            (Phrase((Label("Rasti i spitalit", "sq"), Label(" (2014)"))), Label("500 EUR")),
                            excluded=Label(EN.text("statistics.excluded.unverified")),
                        ),
                    ),
                    empty=EN.text("statistics.nothing"),
                    csv=urls.statistics_csv("en", "ledger"),
                ),
                FigureTable(
                    name="nothing",
                    caption=EN.text("statistics.tables.just_satisfaction"),
                    columns=(EN.text("statistics.columns.case"),),
                    rows=(),
                    empty=EN.text("statistics.nothing"),
                    csv=urls.statistics_csv("en", "nothing"),
                ),
            ),
        ),
    ),
    others=(COMPLIANCE_LINK,),
)

TOMBSTONE = TombstonePage(
    frame=frame(urls.case("en", "withdrawn-2010"), EN.text("pages.withdrawn.title"), HOME_LINK, indexable=False),
    id="withdrawn-2010",
    reason="Withdrawn at the request of the court: the anonymisation was incomplete.",
    lang=None,
    day="Withdrawn on 22 November 2026.",
)

WITHDRAWN = WithdrawnPage(
    frame=frame(urls.text_page("en", "withdrawn"), EN.text("withdrawn.title"), HOME_LINK, indexable=False),
    cases=(
        WithdrawnCase(
            Link(Label("withdrawn-2010"), urls.case("en", "withdrawn-2010")),
            Label("Withdrawn at the request of the court: the anonymisation was incomplete."),
            "Withdrawn on 22 November 2026.",
        ),
        WithdrawnCase(Link(Label("withdrawn-2011"), urls.case("en", "withdrawn-2011")), Label("Me kërkesë.", "sq"), ""),
    ),
)

CORRECTIONS = CorrectionsPage(
    frame=frame(urls.text_page("en", "corrections"), EN.text("corrections.title"), HOME_LINK),
    corrections=(
        CorrectedCase(
            Link(Label("Lake Clinic (first instance)"), urls.case("en", "lake-clinic-2013")),
            BASIC_COURT,
            Correction(date("2026-11-22"), Label("The date of the decision was corrected.")),
        ),
        CorrectedCase(
            Link(Label("Rasti i parë i lypjes së fëmijëve", "sq"), urls.case("en", "child-begging-2009")),
            Label("Gjykata e Qarkut në Pejë", "sq", verified=False),
            Correction(date("2026-11-20"), Label("Përmbledhja u plotësua.", "sq")),
        ),
    ),
)

NO_CORRECTIONS = replace(CORRECTIONS, corrections=())

FEEDS = (
    Link(Label(EN.text("feeds.cases")), urls.feed("en", "cases")),
    Link(Label(EN.text("feeds.corrections")), urls.feed("en", "corrections")),
)
DOWNLOADS = DownloadsPage(
    frame=replace(
        frame(urls.text_page("en", "downloads"), EN.text("downloads.title"), HOME_LINK),
        files=tuple(FileLink("application/atom+xml", feed.label.text, feed.href) for feed in FEEDS),
    ),
    files=(
        DataFile(
            Link(Label("cases.json"), urls.data("cases.json")), ("JSON", "600 kB"), EN.text("downloads.file.json")
        ),
        DataFile(Link(Label("cases.csv"), urls.data("cases.csv")), ("CSV", "40 kB"), EN.text("downloads.file.csv")),
    ),
    record_example=Link(Label("lake-clinic-2013.json"), urls.case_data("lake-clinic-2013")),
    columns=(
        Column(Label("court_label"), EN.text("downloads.columns.court_label")),
        Column(Label("charges"), EN.text("downloads.columns.charges")),
    ),
    feeds=FEEDS,
    feed_groups=(
        (
            EN.text("downloads.feeds_courts"),
            (
                Link(BASIC_COURT, urls.feed("en", "courts", "bc-prishtina")),
                Link(Label("Gjykata e Qarkut në Pejë", "sq", verified=False), urls.feed("en", "courts", "dc-peja")),
            ),
        ),
    ),
    attribution=EN.text("downloads.attribution_example", library=TITLE, date=EN.date("2026-11-23")),
)

REDIRECT = RedirectPage(
    frame=frame(urls.case("en", "lake-hospital-2013"), EN.text("pages.redirect.title"), indexable=False),
    target=Link(Label("Lake Clinic (first instance)"), urls.case("en", "lake-clinic-2013")),
)

ABOUT = TextPage(
    frame=frame(urls.text_page("en", "about"), EN.text("navigation.about"), HOME_LINK),
    heading="About this library",
    lang=None,
    notice=ReviewNotice(EN.text("translated.unreviewed"), Link(Label("Shqip", "sq"), urls.text_page("sq", "about"))),
    blocks=(
        Block("other", "<p>This is a <strong>starter collection</strong>, made from public sources.</p>"),
        Block("heading", "What it is not", id="what-it-is-not", level=2),
        Block("other", "<ul><li>an official publication;</li><li>legal advice.</li></ul>"),
    ),
)

BODY = TextBody(
    lang="sq",
    notice=ReviewNotice(EN.text("translated.unreviewed"), Link(Label("Shqip", "sq"), urls.text_page("sq", "about"))),
    blocks=(
        Block("other", "<p>Pëlqimi nuk ka rëndësi.</p>"),
        Block("heading", "Pse", id="h-pse", level=2),
        Block("other", "<p>Sepse.</p>"),
    ),
    sources=(SourceRow(Label("Convention", "sq"), "https://case-law.example/convention", ("Council of Europe",)),),
)

TOPIC_INDEX = TopicIndexPage(
    frame=frame(TOPICS_LINK.href, EN.text("pages.topics.title"), HOME_LINK),
    heading=EN.text("pages.topics.title"),
    introduction=EN.text("pages.topics.introduction"),
    checklist=CHECKLIST_LINK,
    groups=(
        TopicIndexGroup(
            EN.text("pages.topics.groups.introduced"),
            (TopicEntry(TOPICS[0], Label("Pëlqimi i viktimës.", "sq")), TopicEntry(TOPICS[1], None)),
        ),
    ),
)

TOPIC = TopicPage(
    frame=frame(TOPICS[0].link.href, "Consent", HOME_LINK, TOPICS_LINK),
    heading=Label("Consent", verified=False),
    count_phrase="3 cases",
    introduction=BODY,
    facts=(Fact(EN.text("pages.topics.articles"), (Label("CETS 197 Art. 4 (Definitions)", verified=False),)),),
    groups=(
        TopicGroup(
            EN.text("pages.topics.systems.domestic"),
            (
                TopicCase(
                    CARDS[0],
                    (
                        Passage(9, urls.case("en", "lake-clinic-2013", 9), Label("A signature is not consent."), False),
                        Passage(10, urls.case("en", "lake-clinic-2013", 10), Label("Pëlqimi.", "sq"), True),
                    ),
                    unverified=False,
                ),
                TopicCase(CARDS[1], (), unverified=True),
                TopicCase(CARDS[2], (), unverified=True),
            ),
        ),
    ),
)

CHECKLIST = ChecklistPage(
    frame=frame(CHECKLIST_LINK.href, CHECKLIST_LINK.label.text, HOME_LINK, TOPICS_LINK),
    introduction=BODY,
    groups=(
        ChecklistGroup(
            EN.text("elements.acts"),
            (
                ChecklistElement(
                    Label("Recruitment", verified=False),
                    None,
                    (
                        ChecklistCase(
                            Link(Label("Lake Clinic (first instance)"), urls.case("en", "lake-clinic-2013")),
                            BASIC_COURT,
                            date("2013-04-29"),
                            StatusMark("Quashed later", grave=True),
                            Label("Found by the court"),
                            (ParagraphLink(2, urls.case("en", "lake-clinic-2013", 2)),),
                            Checked(Label("Donors were recruited abroad."), unverified=True),
                            unverified=True,
                        ),
                        ChecklistCase(
                            Link(Label("Rasti", "sq"), urls.case("en", "child-begging-2009")),
                            BASIC_COURT,
                            date("2009"),
                            None,
                            None,
                            (),
                            None,
                            unverified=False,
                        ),
                    ),
                ),
            ),
        ),
        ChecklistGroup(
            EN.text("elements.means"),
            (ChecklistElement(Label("Not required (child victim)"), Label("CETS 197 Art. 4(c)"), ()),),
        ),
    ),
)

SEARCH = SearchPage(
    frame=frame(urls.text_page("en", "search"), EN.text("navigation.search"), HOME_LINK),
    ways_in=WAYS_IN,
    filters=(
        SearchFilter(
            "court",
            EN.text("facts.court"),
            (
                SearchOptionGroup(Label("Courts of Kosovo*"), search_options(*COURTS).options),
                SearchOptionGroup(Label("European Court", verified=False), search_options(*EUROPEAN_COURTS).options),
            ),
        ),
        SearchFilter("offence", EN.text("facts.offence"), (search_options(*OFFENCES),)),
        SearchFilter(
            "outcome",
            EN.text("facts.outcome"),
            (SearchOptionGroup(None, (SearchOption("conviction", Label("Conviction"), 20),)),),
        ),
    ),
    years=YEARS,
    tags='{"en": "en", "sr": "sr-Latn"}',
    dates='["{d} January {y}"]',
    common_words="the of",
    examples=(
        SearchExample(Label("P 1/10"), "en/search.html?q=P%201%2F10", EN.text("search.example.number_help")),
        SearchExample(
            Label("“forced labour” & more"),
            "en/search.html?q=%E2%80%9Cforced%20labour%E2%80%9D",
            EN.text("search.example.phrase_help"),
        ),
    ),
)

CHARGE = (
    FormField("charged", "Charge", "", "line", "charged", required=True, option_list="form-charges"),
    FormGroup(
        "sentence",
        "Sentence",
        "",
        repeated=False,
        required=False,
        parts=(
            FormField("other", "Other", "One a line.", "lines", "text", required=False),
            FormField(
                "suspended",
                "Suspended",
                "",
                "choice",
                "word",
                required=False,
                options=(FormOption("yes", Label("yes")),),
            ),
        ),
    ),
)
SLAVERY = FormOption("slavery", Label("Skllavëri", "sq", verified=False))
ADD_CASE = AddCasePage(
    frame=frame(urls.text_page("en", "add-case"), EN.text("form.title"), HOME_LINK),
    sections=(
        FormSection(
            "charges",
            "Charges",
            "Defendants stand by initials.",
            (
                FormField("title", "Title", "Name of the case.", "line", "text", required=True),
                FormField("ecli", "ECLI", "", "line", "ecli", required=False, pattern="ECLI:.*", example="ECLI:X"),
                FormField("summary", "Summary", "", "area", "summary", required=True),
                FormField("body", "Text", "", "area", "body", required=True),
                FormField("offences", "Offences", "", "choices", "word", required=True, options=(SLAVERY,)),
                FormGroup("charges", "Charges", "One for each defendant.", repeated=True, required=False, parts=CHARGE),
            ),
        ),
    ),
    option_lists=(OptionList("form-charges", (FormOption("code/139", Label("Neni 139", "sq", verified=False)),)),),
    file="---\ntitle:\n---\n",
    no_names="court law viktim*",
    is_marked=True,
)

OFFLINE = OfflinePage(frame(urls.text_page("en", "offline"), EN.text("offline.title"), HOME_LINK), offered=True)

NOT_FOUND = NotFoundPage(
    frame=frame(urls.NOT_FOUND, EN.text("pages.not_found.title"), indexable=False),
    languages=(
        NotFoundLanguage(
            lang="en",
            heading=EN.text("pages.not_found.heading"),
            explanation=EN.text("pages.not_found.explanation"),
            lead=EN.text("pages.not_found.ways_in"),
            ways_in=(HOME_LINK, CASES_LINK, COURTS_LINK),
            search=search_box(EN),
            disclaimer=DISCLAIMER,
            translation="",
        ),
        NotFoundLanguage(
            lang="sq",
            heading="Në këtë adresë nuk ka asnjë faqe",
            explanation="Adresa mund të jetë shkruar gabim.",
            lead="Nga këtu mund të shkoni te",
            ways_in=(Link(Label("Ballina"), urls.home("sq")),),
            search=SearchBox(urls.text_page("sq", "search"), "Kërko", "Kërko!"),
            disclaimer="* …",
            translation="Përkthim jozyrtar.",
        ),
    ),
)

GATEWAY = GatewayPage(
    frame=frame(urls.GATEWAY, TITLE),
    languages=(
        GatewayLanguage(
            lang="en",
            name="English",
            title=TITLE,
            href=urls.home("en"),
            search=search_box(EN),
            disclaimer=DISCLAIMER,
            choose=EN.text("pages.gateway.title"),
            last_read=EN.text("pages.gateway.last_read"),
            edition="Edition of 23 November 2026",
            edition_old=EN.text("footer.edition_old"),
            translation="",
        ),
        GatewayLanguage(
            lang="sq",
            name="Shqip",
            title="Praktika gjyqësore për trafikimin me qenie njerëzore",
            href=urls.home("sq"),
            search=SearchBox(urls.text_page("sq", "search"), "Kërko", "Kërko!"),
            disclaimer="* …",
            choose="Zgjidhni gjuhën",
            last_read="Herën e fundit keni lexuar në shqip.",
            edition="Botimi i datës 23 nëntor 2026",
            edition_old="Ky botim është më i vjetër se një vit.",
            translation="Përkthim jozyrtar.",
        ),
    ),
)

START = StartPage(
    frame=frame(urls.START, TITLE, indexable=False),
    languages=(
        StartLanguage(
            lang="en",
            name="English",
            title=TITLE,
            open=Link(Label(EN.text("start.open")), urls.home("en")),
            search=search_box(EN),
            heading=EN.text("start.heading"),
            edition="Edition of 23 November 2026",
            edition_old=EN.text("footer.edition_old"),
            translation="",
            last_read=EN.text("pages.gateway.last_read"),
            notes=(
                StartNote(EN.text("start.check"), EN.text("start.check_text"), None),
                StartNote("Withdrawn cases", "The list:", Link(Label("Withdrawn"), urls.text_page("en", "withdrawn"))),
                StartNote("Newer", "Here:", Link(Label("case-law.example"), "https://case-law.example/thb/")),
            ),
            disclaimer=DISCLAIMER,
        ),
    ),
)

PAGES: tuple[Page, ...] = (
    HOME,
    COURT_INDEX,
    YEAR_INDEX,
    COURT_LIST,
    EMPTY_LIST,
    TOPIC_INDEX,
    TOPIC,
    CHECKLIST,
    CASE,
    HUMAN_RIGHTS_CASE,
    TRANSLATED_CASE,
    LAW_INDEX,
    LAW,
    ARTICLE,
    ARTICLE_WITHOUT_CASES,
    COMPLIANCE,
    STATISTICS_INDEX,
    STATISTICS,
    TOMBSTONE,
    WITHDRAWN,
    CORRECTIONS,
    NO_CORRECTIONS,
    DOWNLOADS,
    REDIRECT,
    ABOUT,
    SEARCH,
    OFFLINE,
    ADD_CASE,
    NOT_FOUND,
    GATEWAY,
    START,
)
