"""The closed lists: how terms are found, and that the real ones fit together. Faults in them are seeded mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from caselaw.problems import Place, Problems
from caselaw.schema import CaseRecord
from caselaw.strict_yaml import Mapping, parse_yaml
from caselaw.term_keys import check_keys
from caselaw.terms import Court, Wording
from caselaw.values import Provision
from caselaw.vocabulary import COUNTRIES, Vocabulary
from caselaw.vocabulary_files import read_vocabulary
from tests.project import ROOT
from tests.sample_library import SampleLibrary, said, sample_vocabulary

VOCABULARY = sample_vocabulary()


def shown(label: tuple[Wording, str]) -> tuple[str, bool, str]:
    """Return the text of a label, whether it is verified, and its language."""
    wording, language = label
    return wording.text, wording.verified, language


def test_the_real_lists_fit_together() -> None:
    problems = Problems()
    vocabulary = read_vocabulary(ROOT, problems)
    assert said(problems) == []
    assert vocabulary
    assert all(vocabulary.lists.values())


def test_a_term_is_found_by_its_list_and_key() -> None:
    assert shown(VOCABULARY.term("outcomes", "conviction").label("en")) == ("Conviction", True, "en")
    assert VOCABULARY.court("sc").level == "supreme"
    assert VOCABULARY.offence("smuggling").neighbouring
    assert VOCABULARY.relation("appeal").inverse == "appeal-of"
    assert VOCABULARY.language_tag("sr") == "sr-Latn"


def test_a_label_that_is_missing_in_a_language_is_given_in_english() -> None:
    north, south = VOCABULARY.court("bc-north"), VOCABULARY.court("bc-south")
    assert shown(north.label("sq")) == ("Gjykata Veri", True, "sq")
    assert shown(south.label("sq")) == ("Basic Court South", True, "en")
    assert shown(VOCABULARY.court("hrc").label("sr")) == ("Human Rights Court", False, "en")


def test_terms_keep_the_order_of_their_file() -> None:
    assert list(VOCABULARY.lists["court-levels"])[:4] == ["supreme", "appeal", "basic", "european"]


def test_a_provision_leads_to_its_law_and_article() -> None:
    provision = Provision("code-2003", "139", "1")
    law, article = VOCABULARY.law("code-2003"), VOCABULARY.article(provision)
    assert law
    assert article
    assert shown(law.short("sq")) == ("CC 2003", True, "en")
    assert shown(article.label("sq")) == ("trafficking in persons", True, "en")
    assert VOCABULARY.is_domestic(provision)
    assert not VOCABULARY.is_domestic(Provision("treaty", "4"))


def test_an_unknown_law_or_article_is_nothing() -> None:
    assert VOCABULARY.law("code-1999") is None
    assert VOCABULARY.article(Provision("code-1999", "1")) is None
    assert VOCABULARY.article(Provision("code-2003", "999")) is None


def test_countries_are_countries() -> None:
    assert {"XK", "AL", "RS", "MD", "GB"} <= set(COUNTRIES)
    assert not {"EU", "UN", "ZZ", "UK", "XA", "EZ", "001"} & set(COUNTRIES)


@pytest.mark.parametrize(
    ("court", "help"),
    [
        ("Supreme Court", 'did you mean "sc"? '),
        ("GJYKATA VERI", 'did you mean "bc-north"? '),
        ("Basic court  south", 'did you mean "bc-south"? '),
        ("human rights courts", 'did you mean "hrc"? '),
        ("„sc“", 'did you mean "sc"? '),
        ("xyz", ""),
    ],
)
def test_who_writes_the_name_of_a_term_is_told_its_key(court: str, help: str) -> None:
    assert faults_of(f"court: {court}") == [
        f'content/cases/sc/a.md:1:8: error[V101] court: "{court}" is not in the list of courts\n'
        f"    help: {help}the list has bc-north, bc-south, ca, dc-north, hrc, sc"
    ]


def test_long_lists_are_named_and_not_recited(tmp_path: Path) -> None:
    names = "abcdefghijklm"
    courts = "".join(
        f"- {{id: {name}, labels: {{en: {{text: {name}, verified: yes}}}}, level: supreme}}\n" for name in names
    )
    articles = "".join(
        f"  - {{article: '{n}', labels: {{en: {{text: x, verified: yes}}}}, number_verified: yes}}\n" for n in range(13)
    )
    laws = "".join(
        f"- id: law-{name}\n  labels: {{en: {{text: {name}, verified: yes}}}}\n  kind: law\n"
        f"  abbreviation: {{en: {{text: {name}, verified: yes}}}}\n  articles:\n{articles}"
        for name in names
    )
    library = SampleLibrary(tmp_path)
    library.write("content/vocabulary/courts.yaml", courts)
    library.write("content/vocabulary/coverage.yaml", "[]\n")  # which is about one of the sample's courts
    library.write("content/vocabulary/laws.yaml", laws)
    problems = Problems()
    vocabulary = read_vocabulary(tmp_path, problems)
    assert vocabulary, said(problems)
    assert faults_of("court: supreme\napplies: [rule/1, law-a/99]", vocabulary) == [
        'content/cases/sc/a.md:1:8: error[V101] court: "supreme" is not in the list of courts\n'
        "    help: the list is content/vocabulary/courts.yaml",
        'content/cases/sc/a.md:2:11: error[V101] applies.1: there is no law "rule"\n'
        "    help: the laws are in content/vocabulary/laws.yaml",
        'content/cases/sc/a.md:2:19: error[V101] applies.2: "law-a" has no article "99" in the vocabulary\n'
        "    help: correct the number, or add the article to law-a in content/vocabulary",
    ]


def test_a_charge_names_a_provision_an_offence_or_nothing_known() -> None:
    charge = "charges: [{{defendant: A, finding: convicted, charged: {}}}]"
    for charged in ("code-2003/139", "treaty/4", "trafficking", "unknown"):
        assert faults_of(charge.format(charged)) == []
    assert faults_of(charge.format("traficking")) == [
        'content/cases/sc/a.md:1:55: error[V101] charges.1.charged: "traficking" is neither a provision nor '
        "an offence\n"
        '    help: did you mean "trafficking"? write law/article, such as pcck-2003/139; an offence where the article '
        "is not known; or unknown"
    ]


def faults_of(text: str, vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    """Return what is said of the keys in a front matter."""
    problems = Problems()
    node = parse_yaml(text, Place("content/cases/sc/a.md"), problems)
    assert isinstance(node, Mapping)
    check_keys(CaseRecord, node, vocabulary, problems)
    return said(problems)


def test_the_terms_of_a_list_may_be_checked_as_records_or_as_they_are_written() -> None:
    node = parse_yaml("id: sc\nlabels: {en: {text: x, verified: yes}}\nlevel: high", Place("courts.yaml"), Problems())
    assert isinstance(node, Mapping)
    labels = {"en": {"text": "x", "verified": "yes"}}
    court = Court.model_validate({"id": "sc", "labels": labels, "level": "high"})
    for record in (court, Court):
        problems = Problems()
        check_keys(record, node, VOCABULARY, problems)
        assert said(problems) == [
            'courts.yaml:3:8: error[V101] level: "high" is not in the list of court levels\n'
            "    help: the list has appeal, basic, european, supreme"
        ]
