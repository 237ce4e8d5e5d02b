"""What every page builder needs: the library, one language, and the words for its values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from caselaw import urls
from caselaw.attachments import Attachment
from caselaw.bridge import Bridge
from caselaw.catalogue import Catalogue
from caselaw.checks import Case
from caselaw.citations import CitationGraph
from caselaw.citing.citation import Citation, Collection, make_citation
from caselaw.config import SiteConfig
from caselaw.locale import Locale
from caselaw.pages.frame_parts import FileLink, Frame
from caselaw.pages.parts import (
    CaseCard,
    CountedLink,
    DateText,
    Label,
    Link,
    ParagraphLink,
    StatusMark,
)
from caselaw.references import References
from caselaw.statistics.counting import Proceedings
from caselaw.status import NOT_KNOWN, Status, Statuses
from caselaw.terms import UNKNOWN, Wording
from caselaw.text_pages import TextDocument
from caselaw.values import Duration, Money, PartialDate, Provision
from caselaw.versions import Version
from caselaw.vocabulary import Vocabulary


@dataclass(frozen=True)
class Library:
    """Everything that was read and linked, before any page is made."""

    config: SiteConfig
    vocabulary: Vocabulary
    catalogue: Catalogue
    citations: CitationGraph
    texts: Mapping[str, tuple[TextDocument, ...]]  # by name, one per language
    locales: tuple[Locale, ...]
    today: str  # date of the build, YYYY-MM-DD
    references: References = field(default_factory=References)
    topic_texts: Mapping[str, tuple[TextDocument, ...]] = field(default_factory=dict)  # as texts, by topic
    # Of all the site's languages, also those not built; none given: those built are all.
    site_locales: tuple[Locale, ...] = ()
    attachments: Mapping[str, Attachment] = field(default_factory=dict)  # what lies beside the cases, by path
    drafts: bool = False  # whether drafts and embargoed cases are among the cases: a preview, never published
    # Drafts, embargoed and withdrawn cases: no page is made of them, the last gate looks that none was.
    hidden: tuple[Case, ...] = ()

    @cached_property
    def bridge(self) -> Bridge:
        """The cases of human-rights courts, or the domestic ones, on the same point as a case."""
        return Bridge(self.catalogue, self.vocabulary)

    @property
    def default_locale(self) -> Locale:
        """The language shown where nothing else is chosen; the first one where that is not built."""
        wanted = self.config.default_language
        return next((locale for locale in self.locales if locale.key == wanted), self.locales[0])

    def status(self, case_id: str) -> Status:
        """Return what became of a public case in later decisions."""
        return self._statuses.of(case_id)

    @cached_property
    def proceedings(self) -> Proceedings:
        """All that decides what the statistics count."""
        return Proceedings(self.catalogue, self.citations, self._statuses, self.vocabulary)

    @cached_property
    def _statuses(self) -> Statuses:
        return Statuses(self.catalogue, self.citations, self.vocabulary)


@dataclass(frozen=True)
class Context:
    """The library seen in one language."""

    library: Library
    locale: Locale

    @property
    def language(self) -> str:
        """The key of the language tree, such as ``en``."""
        return self.locale.key

    @property
    def vocabulary(self) -> Vocabulary:
        """The closed lists."""
        return self.library.vocabulary

    def plain(self, text: str) -> Label:
        """Return a text of the page's own language."""
        return Label(text)

    def label(self, name: str, key: str) -> Label:
        """Return the label of a term of the closed list ``name``."""
        return self.wording(*self.vocabulary.term(name, key).label(self.language))

    def wording(self, wording: Wording, language: str) -> Label:
        """Return a wording with its language where that is not the page's."""
        return Label(wording.text, self.lang(language), wording.verified)

    def case_lang(self, case: Case) -> str | None:
        """Return the tag of what a case itself says, untranslated, where it is not in the page's language."""
        return self.lang(case.record.language)

    def version(self, case: Case) -> Version:
        """Return the case as readers of the page's language get it."""
        return case.version(self.language)

    def citation(self, case: Case) -> Citation:
        """Return how a case is cited in the page's language."""
        library = self.library
        config, later = library.config, library.citations.later.get(case.id, ())
        collection = Collection(config.title[self.language], library.today, config.base_url or "")
        later_cases = tuple(library.catalogue.by_id[key] for key in later)
        return make_citation(case, self.locale, self.vocabulary, later_cases, collection)

    def title(self, case: Case) -> Label:
        """Return the title of a case with its language where that is not the page's."""
        version = self.version(case)
        return Label(version.title, self.lang(version.language))

    def lang(self, language: str) -> str | None:
        """Return the tag of a language where it is not the page's."""
        tag = self.vocabulary.language_tag(language)
        return None if tag == self.locale.tag else tag

    def date(self, date: PartialDate) -> DateText:
        """Return a date for machines and readers."""
        return DateText(date.iso, self.locale.date(date.iso))

    def compose(self, key: str, **values: Label | str) -> Label:
        """Return an interface text filled with labels, each of which keeps its own language."""
        labels = {name: value if isinstance(value, Label) else Label(value) for name, value in values.items()}
        text = self.locale.text(key, **{name: label.text for name, label in labels.items()})
        parts: list[Label] = []
        for words, name in self.locale.pieces(key):
            parts += [Label(words)] if words else []
            parts += (labels[name].pieces or (labels[name],)) if name else ()
        return _joined(text, parts, verified=all(label.verified for label in labels.values()))

    def listed(self, labels: Iterable[Label]) -> Label:
        """Return labels in one line, each in its own language."""
        parts: list[Label] = []
        found = tuple(labels)
        for label in found:
            parts += [Label(", ")] if parts else []
            parts += label.pieces or (label,)
        return _joined("".join(part.text for part in parts), parts, verified=all(label.verified for label in found))

    def reference(self, provision: Provision) -> Label:
        """Return a provision in its short form: “ECHR Art. 4”."""
        law = self.vocabulary.law(provision.law)
        short = self.wording(*law.short(self.language)) if law else provision.law
        return self.compose(_pattern("reference", provision), law=short, **_numbers(provision))

    def provision(self, provision: Provision) -> Label:
        """Return a provision as lawyers cite it, with its subject: “PCCK Art. 139 (Trafficking in persons)”."""
        law, article = self.vocabulary.law(provision.law), self.vocabulary.article(provision)
        if law is None or article is None:  # checked when the case was read
            raise KeyError(str(provision))
        short, subject = self.wording(*law.short(self.language)), self.wording(*article.label(self.language))
        label = self.compose(_pattern("provision", provision), law=short, subject=subject, **_numbers(provision))
        return replace(label, verified=label.verified and article.number_verified)

    def charge(self, charged: Provision | str) -> Label:
        """Return a charge: the provision, the offence where no provision is known, or that neither is."""
        if charged == UNKNOWN:
            return Label(self.locale.text("charges.unknown"))
        return self.provision(charged) if isinstance(charged, Provision) else self.label("offences", charged)

    def linked_provision(self, provision: Provision) -> Link:
        """Return a provision that a public case names, as the link to the page of its article."""
        return Link(self.provision(provision), urls.article(self.language, provision.law, provision.article))

    def linked_charge(self, charged: Provision | str) -> Label | Link:
        """Return a charge of a public case, as a link where it names a provision."""
        return self.linked_provision(charged) if isinstance(charged, Provision) else self.charge(charged)

    def duration(self, duration: Duration) -> str:
        """Return a term of imprisonment in words."""
        if duration.life:
            return self.locale.text("sentence.life")
        parts = (("years", duration.years), ("months", duration.months), ("days", duration.days))
        return " ".join(self.locale.count(f"sentence.{unit}", n) for unit, n in parts if n)

    def money(self, money: Money) -> str:
        """Return a sum with its currency."""
        return self.locale.text("sentence.money", amount=self.locale.number(money.amount), currency=money.currency)

    def paragraphs(self, numbers: Iterable[int]) -> tuple[ParagraphLink, ...]:
        """Return links to paragraphs of the page's own text."""
        return tuple(ParagraphLink(number, f"#p{number}") for number in numbers)

    def card(self, case: Case) -> CaseCard:
        """Return a case as it stands in lists."""
        record, version = case.record, self.version(case)
        return CaseCard(
            title=version.title,
            href=urls.case(self.language, case.id),
            lang=self.lang(version.language),
            court=self.label("courts", record.court),
            numbers=record.case_numbers,
            decided=self.date(record.decided),
            outcome=self.label("outcomes", record.outcome),
            offences=tuple(self.label("offences", key) for key in record.offences),
            summary=version.summary,
            neighbouring=self.is_neighbouring(case),
            status=self.status_mark(case),
        )

    def status_mark(self, case: Case) -> StatusMark | None:
        """Return what became of a decision later, in a word or two, if anything is known of it."""
        status = self.library.status(case.id)
        if status.effect == NOT_KNOWN:
            return None
        text = self.locale.text(f"status.mark.{effect_key(status.effect)}")
        return StatusMark(text, grave=status.is_grave, unverified=status.unverified)

    def is_neighbouring(self, case: Case) -> bool:
        """Whether a case is only about offences beside trafficking."""
        return all(self.vocabulary.offence(key).neighbouring for key in case.record.offences)

    def counted(self, label: Label, href: str, count: int) -> CountedLink:
        """Return a way in with the number of cases behind it."""
        return CountedLink(Link(label, href), count, self.locale.count("count.cases", count))

    def frame(
        self,
        path: str,
        title: str,
        description: str,
        parents: tuple[Link, ...] = (),
        *,
        indexable: bool = True,
        tells_of_cases: bool = False,
        files: tuple[FileLink, ...] = (),
    ) -> Frame:
        """Return what every page has; ``path`` begins with the page's language, ``parents`` follow home.

        A page that ``tells_of_cases`` shows their texts or defendants; search engines list it if they may list cases.
        """
        home = Link(self.plain(self.locale.text("navigation.home")), urls.home(self.language))
        rest = path.removeprefix(f"{self.language}/")
        anywhere = urls.GATEWAY if path == home.href else f"{self.library.default_locale.key}/{rest}"
        return Frame(
            path=path,
            title=title,
            language=self.language,
            description=" ".join(description.split()),
            indexable=indexable and (self.library.config.index_cases or not tells_of_cases),
            breadcrumbs=() if path == home.href else (home, *parents),
            alternates=tuple((locale.key, f"{locale.key}/{rest}") for locale in self.library.locales),
            x_default=anywhere,
            files=files,
        )

    def section(self, name: str) -> Link:
        """Return the link to a section: cases, courts, years, offences, laws or topics."""
        return Link(self.plain(self.locale.text(f"navigation.{name}")), urls.index(self.language, name))


def effect_key(effect: str) -> str:
    """Return the effect of a review, or a status, as the interface texts name it."""
    return effect.replace("-", "_")


def _joined(text: str, parts: Iterable[Label], *, verified: bool) -> Label:
    pieces = tuple(part for part in parts if part.text)
    return Label(text, None, verified, pieces if any(piece.lang for piece in pieces) else ())


def _pattern(section: str, provision: Provision) -> str:
    if provision.paragraph is None:
        return f"{section}.article"
    return f"{section}.letter" if provision.paragraph.isalpha() else f"{section}.paragraph"


def _numbers(provision: Provision) -> dict[str, str]:
    return {"article": provision.article, "paragraph": provision.paragraph or ""}
