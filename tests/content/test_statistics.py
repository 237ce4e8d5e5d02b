"""The statistics of the real library, counted a second time: from the front matter as plain YAML, by other steps."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections import Counter, defaultdict
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from caselaw.exports.statistics import cell_text, statistics_files
from caselaw.pages.context import Context, Library
from caselaw.pages.statistics import statistics_tables
from caselaw.pipeline import Request, read_library
from caselaw.problems import Problems
from tests.project import ROOT
from tests.sample_library import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from caselaw.pages.statistics_parts import FigureTable

TODAY = datetime.datetime.now(datetime.UTC).date().isoformat()
Record = dict[str, Any]

# ------------------------------------------------------------------------------------------------ the files, plainly


def vocabulary(name: str) -> dict[str, Record]:
    found = yaml.safe_load((ROOT / f"content/vocabulary/{name}.yaml").read_text(encoding="utf-8"))
    return {term["id"]: term for term in (found["terms"] if isinstance(found, dict) else found)}


def read_cases() -> dict[str, Record]:
    """Return the front matter and the numbers of the paragraphs of each public case."""
    found = {}
    for path in sorted((ROOT / "content/cases").rglob("*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        record = yaml.safe_load(front)
        publication = record.get("publication", {})
        if "court" in record and publication.get("status") == "published" and str(publication["since"]) <= TODAY:
            record["numbers"] = {int(number) for number in re.findall(r"^\[(\d+)\]", body, re.MULTILINE)}
            found[path.stem] = record
    return found


CASES = read_cases()
COURTS, LEVELS, OUTCOMES = vocabulary("courts"), vocabulary("court-levels"), vocabulary("outcomes")
OFFENCES, LAWS = vocabulary("offences"), vocabulary("laws")
REVIEWS = ("appeal", "extraordinary-remedy", "constitutional-referral", "grand-chamber")
LATER = (*REVIEWS, "retrial", "international-review")


def unverified(case: str, path: str, paragraphs: Iterable[int] = ()) -> bool:
    steps = path.split(".")
    entries = [str(entry).split(".") for entry in CASES[case].get("unverified", [])]
    return any(steps[: len(entry)] == entry or entry[: len(steps)] == steps for entry in entries) or any(
        [f"p{number}"] in entries for number in paragraphs
    )


def arrows() -> dict[tuple[str, str], tuple[str, bool]]:
    """Return (earlier, later) → the relation, and whether either end lists it as unverified."""
    found: dict[tuple[str, str], tuple[str, bool]] = {}
    for case, record in CASES.items():
        for number, step in enumerate(record.get("history", []), 1):
            if step["case"] not in CASES:
                continue
            name, backwards = step["relation"].removesuffix("-of"), step["relation"].endswith("-of")
            pair = (step["case"], case) if backwards else (case, step["case"])
            doubtful = unverified(case, f"history.{number}") or found.get(pair, ("", False))[1]
            found[pair] = (name, doubtful)
    return found


ARROWS = arrows()


def system(case: str) -> str:
    return str(LEVELS[COURTS[CASES[case]["court"]]["level"]].get("system", "domestic"))


def effect(outcome: str) -> str:
    return str(OUTCOMES[outcome].get("effect", "none"))


def told(case: str, *, sure_only: bool) -> set[str]:
    """Return what became of a case: the effects of the reviews that were not quashed, those of what they upheld too."""
    found, known = set(), False
    for (one, by), (relation, doubtful) in ARROWS.items():
        if one != case or relation not in REVIEWS or (sure_only and (doubtful or unverified(by, "outcome"))):
            continue
        later, said_so = told(by, sure_only=sure_only), effect(CASES[by]["outcome"])
        known |= said_so != "none"
        if "quashed" not in later and said_so != "none":
            found |= {said_so}
            found |= later & {"modified", "not-upheld"} if said_so == "upheld" else set()
    for number, one_later in enumerate(CASES[case].get("later", []), 1):
        if effect(one_later["outcome"]) != "none" and not (sure_only and unverified(case, f"later.{number}")):
            found.add(effect(one_later["outcome"]))
    return found or ({"unsettled"} if known else set())


def fate(case: str, *, sure_only: bool = False) -> str:
    effects = told(case, sure_only=sure_only)
    order = ("quashed", "modified", "not-upheld", "upheld", "unsettled")
    return next((one for one in order if one in effects), "none")


def reached(case: str, *, backwards: bool = False) -> set[str]:
    """Return all decisions that follow a case, or all that it follows."""
    found: set[str] = set()
    ahead = [case]
    while ahead:
        here = ahead.pop()
        for (one, other), (relation, _) in ARROWS.items():
            start, end = (other, one) if backwards else (one, other)
            if start == here and relation in LATER and end not in found:
                found.add(end)
                ahead.append(end)
    return found


def followers(case: str) -> set[str]:
    """Return the decisions that come later in the same proceedings and were not quashed."""
    beside = {other for earlier in reached(case, backwards=True) for other in reached(earlier)}
    newer = {other for other in beside if str(CASES[other]["decided"]) > str(CASES[case]["decided"])}
    return {other for other in reached(case) | (newer - reached(case, backwards=True)) if fate(other) != "quashed"}


def stands(case: str) -> bool:
    """Whether what a decision says, and nothing later does, is still so for certain."""
    retried = any(
        one == case and relation == "retrial" and not CASES[other].get("charges")
        for (one, other), (relation, _) in ARROWS.items()
    )
    return fate(case) in ("none", "upheld") and fate(case) == fate(case, sure_only=True) and not retried


def initials(label: str) -> bool:
    return re.fullmatch(r"(\w\w?\.[ -]?)+", label) is not None


def charges() -> Iterator[tuple[str, Record, bool]]:
    """Yield (case, charge, whether it is counted)."""
    for case, record in CASES.items():
        labels = {charge["defendant"] for charge in record.get("charges", [])}
        for number, charge in enumerate(record.get("charges", []), 1):
            replaced = False
            for other in followers(case):
                others = {one["defendant"] for one in CASES[other].get("charges", [])}
                clear = all(map(initials, labels | others))
                replaced |= charge["defendant"] in others or (bool(others) and not clear)
            sure = not unverified(case, f"charges.{number}", charge.get("paragraphs", []))
            yield case, charge, sure and stands(case) and not replaced


# ------------------------------------------------------------------------------------------------------ the figures


@pytest.fixture(scope="module")
def library() -> Library:
    problems = Problems()
    library = read_library(Request(ROOT / "site_config.yaml", TODAY), problems)
    assert library, said(problems)
    return library


Tables = dict[str, dict[str, "FigureTable"]]


@pytest.fixture(scope="module")
def tables(library: Library) -> Tables:
    return {
        locale.key: {table.name: table for table in statistics_tables(Context(library, locale))}
        for locale in library.locales
    }


def printed(tables: Tables, name: str) -> list[tuple[str, ...]]:
    table = tables["en"].get(name)
    return [tuple(map(cell_text, row.cells)) for row in table.rows] if table else []


def numbers(rows: Iterable[tuple[str, ...]], names: int = 1) -> dict[tuple[str, ...], tuple[int, ...]]:
    """Return the rows as names → numbers."""
    return {row[:names]: tuple(int(cell) for cell in row[names:]) for row in rows}


def text(term: Record) -> str:
    return str(term["labels"]["en"]["text"])


def law_name(key: str) -> str:
    law = LAWS[key]
    return str((law.get("abbreviation") or law["labels"])["en"]["text"])


def months(term: str) -> int:
    """Return a term in months, each begun one counted."""
    if term.strip() == "life":
        return 99999
    amounts = {unit: int(number) for number, unit in re.findall(r"(\d+) (year|month|day)", term)}
    return 12 * amounts.get("year", 0) + amounts.get("month", 0) + (amounts.get("day", 0) + 29) // 30


def article(provision: str) -> Record:
    law, number = provision.split("/")[:2]
    return next((one for one in LAWS[law]["articles"] if str(one["article"]) == number), {})


def offence(charged: str) -> str | None:
    return article(charged).get("offence") if "/" in charged else None if charged == "unknown" else charged


def compared(term: str, convicted_of: str) -> str:
    """Return below, within, above or no_range."""
    forms = article(convicted_of).get("penalties", []) if "/" in convicted_of else []
    ranges = [form["imprisonment"] for form in forms if form["verified"] and "imprisonment" in form]
    if not ranges:
        return "no_range"
    if all("min" in one for one in ranges) and all(months(term) < months(one["min"]) for one in ranges):
        return "below"
    if all("max" in one for one in ranges) and all(months(term) > months(one["max"]) for one in ranges):
        return "above"
    return "within"


def sentence_results(where: bool) -> dict[tuple[str, ...], tuple[int, ...]]:
    found: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    listed = []
    for case, charge, counted in charges():
        term = (charge.get("sentence") or {}).get("imprisonment")
        if not term or charge["finding"] in ("quashed", "remitted") or (system(case) == "domestic") is not where:
            continue
        default = charge["charged"] if charge["finding"] == "convicted" else "unknown"
        listed.append((case, charge, counted, str(term), str(charge.get("convicted_of", default))))
    taken: set[str] = set()
    # Trafficking first: of one sentence for several offences that one counts.
    listed.sort(key=lambda one: OFFENCES.get(offence(one[4]) or "", {"neighbouring": True})["neighbouring"])
    for case, charge, counted, term, convicted_of in listed:
        name = offence(convicted_of)
        law = law_name(convicted_of.split("/")[0]) if "/" in convicted_of else "law not known"
        counter = found[text(OFFENCES[name]) if name else "offence not known", law]
        same = repr((case, charge["defendant"], sorted(charge["sentence"].items(), key=repr)))
        if not counted or same in taken:
            counter["not"] += 1
            continue
        taken.add(same)
        counter.update(("counted", compared(term, convicted_of)))
        counter["suspended"] += charge["sentence"].get("suspended") in (True, "yes")
    columns = ("counted", "below", "within", "above", "no_range", "suspended", "not")
    return {key: tuple(counter[column] for column in columns) for key, counter in found.items()}


def endings(where: bool) -> Counter[str]:
    found: Counter[str] = Counter()
    words = {"acquitted": "acquitted", "dismissed": "dismissed"}
    words |= dict.fromkeys(("quashed", "remitted"), "quashed or sent back")
    for case, charge, counted in charges():
        charged = offence(str(charge["charged"]))
        if not counted or not charged or OFFENCES[charged]["neighbouring"] or (system(case) == "domestic") != where:
            continue
        of = charged if charge["finding"] == "convicted" else None
        of = offence(str(charge["convicted_of"])) if "convicted_of" in charge else of
        convicted = (
            of
            and ("convicted of trafficking", "convicted of another offence (re-qualified)")[
                OFFENCES[of]["neighbouring"]
            ]
        )
        found[words.get(charge["finding"], convicted or "not known")] += 1
    return found


@pytest.mark.parametrize(("name", "where"), [("sentence-results", True), ("sentence-results-elsewhere", False)])
def test_sentences_by_offence_and_law(tables: Tables, name: str, where: bool) -> None:
    assert numbers(printed(tables, name), 2) == sentence_results(where)


@pytest.mark.parametrize(("name", "where"), [("endings", True), ("endings-elsewhere", False)])
def test_how_charges_of_trafficking_ended(tables: Tables, name: str, where: bool) -> None:
    assert {row[0]: int(row[1]) for row in printed(tables, name) if row[1] != "0"} == dict(endings(where))


def kind(case: str, claim: Record) -> str | None:
    own = "human-rights" if system(case) == "human-rights" else "criminal" if CASES[case].get("charges") else None
    return claim.get("proceedings", own)


def amount(value: object) -> Decimal | None:
    found = re.match(r"[\d.,]+", str(value))
    return Decimal(found[0].replace(",", "")) if found else None


def ledger_counts() -> dict[str | None, tuple[int, ...]]:
    found: dict[str | None, Counter[str]] = defaultdict(Counter)
    for case, record in CASES.items():
        for number, claim in enumerate(record.get("compensation", []), 1):
            if claim.get("head") == "costs":
                continue
            again = any(
                kind(other, one) == kind(case, claim)
                for other in followers(case)
                for one in CASES[other].get("compensation", [])
            )
            sure = not unverified(case, f"compensation.{number}", claim.get("paragraphs", []))
            sum_, referred = amount(claim.get("awarded")), claim.get("referred_to_civil") in (True, "yes")
            result = "awarded" if sum_ else "referred" if referred else "refused" if sum_ == 0 else "not_known"
            found[kind(case, claim)][result if sure and stands(case) and not again else "not"] += 1
    columns = ("awarded", "refused", "referred", "not_known", "not")
    return {key: tuple(counter[column] for column in columns) for key, counter in found.items()}


def test_how_claims_ended(tables: Tables) -> None:
    kinds = vocabulary("compensation-proceedings")
    wanted = {(text(kinds[key]) if key else "not known",): row for key, row in ledger_counts().items()}
    rows = [*printed(tables, "ledger-results"), *printed(tables, "just-satisfaction-results")]
    assert numbers(rows) == wanted


def test_pleas_and_measures(tables: Tables) -> None:
    results, plea_results = vocabulary("protection-results"), vocabulary("non-punishment-results")
    names = vocabulary("protection-measures")
    granted: Counter[tuple[str, ...]] = Counter()
    pleas: Counter[tuple[str, ...]] = Counter()
    for case, record in CASES.items():
        for number, one in enumerate(record.get("protection", []), 1):
            again = {other["measure"] for later in followers(case) for other in CASES[later].get("protection", [])}
            sure = not unverified(case, f"protection.{number}", one.get("paragraphs", []))
            if sure and fate(case) != "quashed" and one["measure"] not in again:
                granted[text(names[one["measure"]]), text(results[one["result"]])] += 1
        if plea := record.get("non_punishment"):
            again_raised = any("non_punishment" in CASES[later] for later in followers(case))
            sure = not unverified(case, "non_punishment", plea.get("paragraphs", []))
            if sure and stands(case) and not again_raised:
                pleas[(text(plea_results[plea["result"]]),)] += 1
    assert numbers(printed(tables, "protection-results"), 2) == {key: (n,) for key, n in granted.items()}
    assert numbers(printed(tables, "non-punishment-results")) == {key: (n,) for key, n in pleas.items()}


def proceedings() -> list[list[str]]:
    """Return the decisions of each proceedings, the oldest first."""
    group = {case: {case} for case in CASES}
    for (one, other), (relation, _) in ARROWS.items():
        if relation != "related":
            together = group[one] | group[other]
            group.update(dict.fromkeys(together, together))
    unique = {frozenset(members) for members in group.values()}
    return [sorted(members, key=lambda case: (str(CASES[case]["decided"]), case)) for members in unique]


def test_child_victims(tables: Tables) -> None:
    sums: Counter[str] = Counter()
    for chain in proceedings():
        for case in reversed(chain):
            victims = CASES[case].get("victims", {})
            if fate(case) != "quashed" and not unverified(case, "victims") and {"adults", "children"} <= victims.keys():
                sums.update({"Children": victims["children"], "Adults": victims["adults"]})
                break
    small = [name for name in ("Children", "Adults") if 0 < sums[name] < 3]
    for name, number in printed(tables, "victims"):
        hidden = bool(small) and sums[name] > 0
        assert number == ("fewer than three, or hidden to protect such a number" if hidden else str(sums[name]))


def month(value: object) -> int | None:
    parts = str(value).split("-")
    return 12 * int(parts[0]) + int(parts[1]) if len(parts) > 1 else None


def spans() -> dict[str, tuple[list[int], int]]:
    """Return the months of each stage, and how many proceedings are without."""
    found: dict[str, list[int]] = defaultdict(list)
    chains = [[case for case in chain if system(case) == "domestic"] for chain in proceedings()]
    chains = [chain for chain in chains if any(CASES[case].get("charges") for case in chain)]

    def dated(case: str, name: str) -> int | None:
        value = CASES[case].get("dates", {}).get(name)
        return None if value is None or unverified(case, f"dates.{name}") else month(value)

    def decided(case: str) -> int | None:
        return None if unverified(case, "decided") else month(CASES[case]["decided"])

    for chain in chains:
        first, last = chain[0], chain[-1]
        dates = CASES[first].get("dates", {})
        known = [name for name in ("offence_until", "offence_from") if name in dates]
        offence_ends = [one for name in known if not unverified(first, f"dates.{name}") for one in [dates[name]]]
        level = COURTS[CASES[first]["court"]]["level"]
        tried = level in ("basic-courts", "former-courts") and effect(CASES[first]["outcome"]) == "none"
        trial = decided(first) if tried else None
        back = effect(CASES[last]["outcome"]) == "quashed" or CASES[last]["outcome"] == "pending"
        end = decided(last) if len(chain) > 1 and not back else None
        final = CASES[last].get("dates", {}).get("final")
        if final is not None and not unverified(last, "dates.final"):
            end = month(final)
        for name, since, until in (
            ("offence to indictment", month(offence_ends[0]) if offence_ends else None, dated(first, "indictment")),
            ("indictment to first instance", dated(first, "indictment"), trial),
            ("first instance to the last known decision", trial, end),
        ):
            found[name] += [until - since] if since and until and until >= since else []
    return {name: (times, len(chains) - len(times)) for name, times in found.items()}


def test_months_by_step(tables: Tables) -> None:
    wanted = {
        name: (
            str(len(times)),
            str(without),
            *((str(min(times)), f"{median(times):g}", str(max(times))) if times else ("not known",) * 3),
        )
        for name, (times, without) in spans().items()
    }
    assert {row[0]: row[1:] for row in printed(tables, "stages")} == wanted


# ------------------------------------------------------------------------------------------------- links and exports


def test_each_line_leads_to_paragraphs_that_exist(tables: Tables) -> None:
    followed = 0
    for by_name in tables.values():
        for table in by_name.values():
            for link in (link for row in table.rows for link in row.paragraphs):
                found = re.fullmatch(r"[a-z]+/cases/([a-z0-9-]+)\.html#p(\d+)", link.href)
                assert found, link.href
                assert int(found[2]) in CASES[found[1]]["numbers"], (table.name, link.href)
                assert found[2] == link.label.text
                followed += 1
    assert followed > 50


def test_each_csv_file_says_what_its_table_says(library: Library, tables: Tables) -> None:
    files = dict(statistics_files(library))
    for by_name in tables.values():
        for table in by_name.values():
            heading, *lines = csv.reader(io.StringIO(files.pop(table.csv).removeprefix("\ufeff")))
            assert tuple(heading[: len(table.columns)]) == table.columns
            assert [tuple(line[: len(table.columns)]) for line in lines] == [
                tuple(map(cell_text, row.cells)) for row in table.rows
            ]
            for line, row in zip(lines, table.rows, strict=True):
                assert line[-2] == "; ".join(link.label.text for link in row.paragraphs)
                assert line[-1] == (row.excluded.text if row.excluded else "")
    assert files == {}


def test_the_three_languages_have_the_same_numbers(tables: Tables) -> None:
    def shape(table: FigureTable) -> Any:
        return sorted(
            (
                tuple(cell_text(cell) for cell in row.cells if re.fullmatch(r"\d+", cell_text(cell))),
                tuple(link.href.partition("/")[2] for link in row.paragraphs),
                row.excluded is None,
                row.tags,
            )
            for row in table.rows
        )

    # These hold dates, and figures that begin with a year, which each language writes in its own way.
    worded = {"published", "holdings"}
    english = {name: shape(table) for name, table in tables["en"].items() if name not in worded}
    for language, by_name in tables.items():
        assert {name: shape(table) for name, table in by_name.items() if name not in worded} == english, language
        assert [len(by_name[name].rows) for name in worded] == [len(tables["en"][name].rows) for name in worded]
