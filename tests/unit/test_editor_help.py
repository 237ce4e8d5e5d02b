"""Help within the editor: the committed files are current, accept what is right and find what is wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator

import build
from caselaw.commands.schema import REFERENCE, SNIPPETS, schema_files
from caselaw.commands.schema import schema as schema_command
from caselaw.editor_schema import case_schema, translation_schema
from caselaw.editor_snippets import snippets
from caselaw.field_reference import field_reference
from caselaw.problems import Problems
from caselaw.schema import CaseRecord, TranslationRecord
from caselaw.vocabulary import Vocabulary
from caselaw.vocabulary_files import read_vocabulary
from tests.mistakes import CASE, changed
from tests.mistakes.fields import FIELD_MISTAKES
from tests.mistakes.forgiven import FORGIVEN
from tests.mistakes.translations import TRANSLATION
from tests.project import ROOT
from tests.sample_library import SampleLibrary, sample_vocabulary

REAL, SAMPLE = "real", "sample"
CASES = sorted((ROOT / "content/cases").glob("*/*.md"))
TASKS = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]


class Core(yaml.SafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: dates are texts, yes and no are too."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def front_of(text: str) -> Any:
    return yaml.load(text.split("\n---", 1)[0].removeprefix("---"), Core)  # it makes plain values only


@cache
def real_vocabulary() -> Vocabulary:
    vocabulary = read_vocabulary(ROOT, Problems())
    assert vocabulary
    return vocabulary


@cache
def validators(library: str) -> tuple[Draft7Validator, Draft7Validator]:
    """Return what judges the fields of cases and of translations in the sample or the real library."""
    vocabulary = real_vocabulary() if library == REAL else sample_vocabulary()
    return Draft7Validator(case_schema(vocabulary)), Draft7Validator(translation_schema(vocabulary))


def faults(text: str, library: str, *, translation: bool = False) -> list[str]:
    validator = validators(library)[translation]
    return [error.message for error in validator.iter_errors(front_of(text))]


# ------------------------------------------------------------------------------------------------ the committed files


@pytest.mark.parametrize("path", [".vscode/case.schema.json", ".vscode/translation.schema.json", SNIPPETS, REFERENCE])
def test_what_is_committed_says_what_models_and_closed_lists_say(path: str) -> None:
    committed = (ROOT / path).read_text(encoding="utf-8")
    assert committed == schema_files(real_vocabulary())[path], "run: python build.py schema --write"


def test_the_schemas_are_schemas() -> None:
    for validator in validators(REAL):
        Draft7Validator.check_schema(validator.schema)


def test_the_command_prints_a_schema_or_writes_all_files(tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path)
    printed = CliRunner().invoke(schema_command, ["--of", "translation", "--config", str(library.config)])
    assert json.loads(printed.output) == translation_schema(sample_vocabulary())
    written = CliRunner().invoke(schema_command, ["--write", "--config", str(library.config)])
    assert written.exit_code == 0, written.output
    for path, text in schema_files(sample_vocabulary()).items():
        assert (tmp_path / path).read_text(encoding="utf-8") == text


def test_closed_lists_at_fault_make_no_schema(tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path)
    library.write("content/vocabulary/acts.yaml", "- id: [no]\n")
    result = CliRunner().invoke(schema_command, ["--config", str(library.config)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "content/vocabulary/acts.yaml" in result.stderr


# ---------------------------------------------------------------------------------------------- what it accepts, finds


def test_the_fields_of_every_real_case_and_translation_are_accepted() -> None:
    judged = {path.name: faults(path.read_text(encoding="utf-8"), REAL, translation="." in path.stem) for path in CASES}
    assert len(judged) > 60
    assert {name: found for name, found in judged.items() if found} == {}


def test_a_withdrawn_case_needs_nothing_but_its_publication() -> None:
    bare = "---\npublication: {status: withdrawn, reason: Asked for., withdrawn_on: 2026-11-26}\n---\n"
    assert faults(bare, SAMPLE) == []
    assert "'title' is a required property" in faults(bare.replace("withdrawn,", "draft,"), SAMPLE)


def test_what_the_check_forgives_is_accepted_but_for_two_things() -> None:
    refused, unreadable = set(), set()
    for name, text in FORGIVEN.items():
        try:
            refused |= {name} if faults(text.replace("\r\n", "\n").removeprefix("\ufeff"), SAMPLE) else set()
        except (yaml.YAMLError, AttributeError):
            unreadable.add(name)  # as YAML: what our own reading makes of it, other programs cannot
    assert refused == {"yes-and-no-in-capitals", "fields-without-values"}
    assert len(unreadable) < 7


def test_most_seeded_mistakes_of_fields_are_found_while_one_types() -> None:
    missed, readable = [], 0
    for mistake in FIELD_MISTAKES:
        (text,) = mistake.files.values()
        assert isinstance(text, str)
        try:
            found = faults(text, SAMPLE)
        except yaml.YAMLError:
            continue  # which an editor shows by itself
        readable += 1
        missed += [] if found else [mistake.name]
    assert readable > 50
    assert len(missed) < 0.2 * readable, missed


def test_mistakes_of_translations_are_found() -> None:
    assert faults(TRANSLATION, SAMPLE, translation=True) == []
    for before, after in (
        ("kind: unofficial", "kind: good"),
        ("title: ", "titel: "),
        ("date: 2026-11-20", "date: 2026"),
    ):
        assert faults(changed(before, after, TRANSLATION), SAMPLE, translation=True), after


@pytest.mark.parametrize("value", ["code-2003/139", "code-2003/139/1", "treaty/4/c"])
def test_a_provision_may_name_a_paragraph(value: str) -> None:
    text = changed("charged: code-2003/139", f"charged: {value}", CASE)
    assert faults(text, SAMPLE) == []
    assert faults(text.replace(value, f"{value}/x/y"), SAMPLE)


def test_each_term_of_a_closed_list_is_explained() -> None:
    definitions = case_schema(real_vocabulary())["definitions"]
    lists = {name: definition for name, definition in definitions.items() if name.startswith("list-")}
    assert len(lists) > 20
    for definition in lists.values():
        keys = definition if "enum" in definition else definition["anyOf"][0]
        assert len(keys["enum"]) == len(keys["markdownEnumDescriptions"]) == len(set(keys["enum"]))
        assert all(keys["markdownEnumDescriptions"])


# ------------------------------------------------------------------------------------------------ snippets


def written(snippet: dict[str, Any], choice: int) -> str:
    """Return what a snippet leaves when nothing is filled in and of each list the term of this number is chosen."""
    text = "\n".join(snippet["body"])
    text = re.sub(r"\$\{\d+\|([^|]+)\|\}", lambda stop: stop[1].split(",")[choice], text)
    return re.sub(r"\$\d+", "", text)


def test_there_is_a_snippet_for_every_field_and_for_whole_files() -> None:
    prefixes = [snippet["prefix"] for snippet in snippets(real_vocabulary()).values()]
    assert set(CaseRecord.model_fields) <= set(prefixes)
    assert {"case", "translation-file", "withdrawn-file", "translation"} <= set(prefixes)
    assert len(prefixes) == len(set(prefixes))
    assert {snippet["scope"] for snippet in snippets(real_vocabulary()).values()} == {"markdown"}


def test_the_snippet_of_a_case_names_what_is_required_and_is_refused_until_it_is_filled_in() -> None:
    snippet = snippets(real_vocabulary())["new case"]
    required = {name for name, field in CaseRecord.model_fields.items() if field.is_required()}
    assert set(front_of(written(snippet, 0))) == required
    assert front_of(written(snippet, 0))["publication"] == {"status": "draft"}
    assert any("…" in fault for fault in faults(written(snippet, 0), REAL))
    chosen = [fault for fault in faults(written(snippet, 1), REAL) if not fault.startswith("None is not")]
    assert [fault for fault in chosen if "anyOf" not in fault] == []


@pytest.mark.parametrize("name", ["field charges", "field victims", "field acts", "field history", "field publication"])
def test_a_snippet_of_a_field_is_that_field_with_its_parts(name: str) -> None:
    front = front_of(f"---\n{written(snippets(real_vocabulary())[name], 1)}\n---")
    assert list(front) == [name.partition(" ")[2]]


# ------------------------------------------------------------------------------------------------ the reference


def test_the_reference_explains_every_field_of_every_group() -> None:
    text = field_reference(real_vocabulary())
    for group in re.split(r"^#+ ", text, flags=re.MULTILINE)[1:]:
        assert "| Field | Required |" in group
    for model in (CaseRecord, TranslationRecord):
        for name, field in model.model_fields.items():
            assert f"| `{name}` | {'yes' if field.is_required() else ''} |" in text
            assert field.description
            assert field.description in text
    assert "| `imprisonment` |" in text


def test_the_links_of_the_reference_lead_somewhere() -> None:
    text = field_reference(real_vocabulary())
    headings = {
        re.sub(r"[^\w-]", "", line.strip("# ").lower().replace(" ", "-"))
        for line in text.split("\n")
        if "#" in line[:1]
    }
    for target in re.findall(r"\]\(([^)]+)\)", text):
        path, _, anchor = target.partition("#")
        assert (ROOT / "docs" / path).exists() if path else anchor in headings, target


# ------------------------------------------------------------------------------------------------ VS Code


def matched(output: str) -> list[tuple[str, str, str, str]]:
    """Return (path, line, severity, message with its help) of each problem, as VS Code puts it together."""
    first, second = (re.compile(one["regexp"]) for one in TASKS[0]["problemMatcher"]["pattern"])
    lines, found = output.split("\n"), []
    for line, next_line in pairwise(lines):
        if (match := first.search(line)) and (help := second.search(next_line)):
            found.append((match[1], match[2], match[4], f"{match[6]}\n{help[1]}"))
    return found


def test_the_problem_matcher_finds_everything_that_the_check_says(tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path)
    library.write("content/cases/sc/a.md", changed("decided: 2013-04-29", "decided: soon", CASE))
    library.write("content/cases/sc/b.md", changed("kind: judgment", "kind: order: none", CASE))
    library.add("c", cites=[{"case": "d"}])
    library.add("d", publication={"status": "draft"})
    command = [sys.executable, "build.py", "check", "--config", str(library.config)]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stderr
    found = matched(output)
    assert [one[:3] for one in found] == re.findall(r"^(\S+?):(\d+):\d+: (\w+)\[", output, re.MULTILINE)
    assert {severity for _, _, severity, _ in found} == {"error", "notice"}
    assert {path for path, _, _, _ in found} == {f"content/cases/sc/{name}.md" for name in "abc"}
    # In a terminal the line that shows the progress stands before the first problem.
    assert matched(f"reading the cases …\r{output}")[0] == found[0]


def test_the_tasks_are_commands_that_there_are() -> None:
    for task in TASKS:
        program, command, *_ = task["args"]
        assert program == "build.py"
        assert command in build.main.commands


def test_what_an_editor_does_every_day_is_a_task() -> None:
    commands = [task["args"][1] for task in TASKS]
    assert commands == ["check", "build", "serve", "schema"]
    assert TASKS[2]["isBackground"]  # the preview goes on until it is ended


def test_the_settings_are_json() -> None:
    for name in ("settings.json", "extensions.json"):
        assert json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))
