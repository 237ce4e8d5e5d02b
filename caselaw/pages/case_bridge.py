"""The bridge to Strasbourg on the page of a case."""

from __future__ import annotations

from caselaw import urls
from caselaw.bridge import Comparison
from caselaw.checks import Case
from caselaw.pages.context import Context
from caselaw.pages.parts import Label, Link
from caselaw.pages.topic_parts import BridgeRow, BridgeSection
from caselaw.pages.topics import topic_link

UNTREATED = "cited"  # the treatment that says no more than that the case is cited


def bridge_section(context: Context, case: Case) -> BridgeSection | None:
    """Return the human-rights cases on the points of a domestic case, or the other way round; None without any."""
    pairs = context.library.bridge.of(case.id)
    if not pairs:
        return None
    domestic = context.vocabulary.court_level(case.record.court).system == "domestic"
    end = "domestic" if domestic else "human_rights"
    return BridgeSection(
        context.locale.text(f"bridge.{end}.heading"),
        context.locale.text(f"bridge.{end}.explanation"),
        tuple(
            BridgeRow(
                link=Link(context.title(other), urls.case(context.language, other.id)),
                court=context.label("courts", other.record.court),
                decided=context.date(other.record.decided),
                outcome=context.label("outcomes", other.record.outcome),
                status=context.status_mark(other),
                cited=_cited(context, pair),
                unverified=pair.unverified,
                topics=tuple(topic_link(context, key) for key in pair.topics),
            )
            for pair in pairs
            for other in (context.library.catalogue.by_id[pair.case],)
        ),
    )


def _cited(context: Context, pair: Comparison) -> Label | None:
    """Return that the court cites the other case, and how it treats it unless it does no more than cite it."""
    if pair.treatment is None:
        return None
    if pair.treatment == UNTREATED:
        return Label(context.locale.text("bridge.cited"))
    return context.compose("bridge.treated", treatment=context.label("treatments", pair.treatment))
