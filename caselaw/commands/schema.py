"""``build.py schema``: what editors' programs know of the fields, made from the models and the closed lists."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from caselaw.commands.options import HERE
from caselaw.commands.output import CONTENT_ERROR, errors, plain_failures, print_problems
from caselaw.editor_schema import case_schema, translation_schema
from caselaw.editor_snippets import snippets
from caselaw.field_reference import field_reference
from caselaw.messages import say
from caselaw.problems import Problems
from caselaw.vocabulary import Vocabulary
from caselaw.vocabulary_files import read_vocabulary

CASE, TRANSLATION = ".vscode/case.schema.json", ".vscode/translation.schema.json"
SNIPPETS, REFERENCE = ".vscode/case-law.code-snippets", "docs/fields.md"


def schema_files(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return path → text of the files that are made of the models; they are committed, so that editors have them."""
    return {
        CASE: _as_json(case_schema(vocabulary)),
        TRANSLATION: _as_json(translation_schema(vocabulary)),
        SNIPPETS: _as_json(snippets(vocabulary)),
        REFERENCE: field_reference(vocabulary),
    }


@click.command()
@click.option(
    "--of", type=click.Choice(["case", "translation"]), default="case", show_default=True,
    help="Whose fields to describe.",
)  # fmt: skip
@click.option(
    "--write", is_flag=True,
    help="Write the files instead that VS Code and CONTRIBUTING use: both schemas, the snippets and docs/fields.md.",
)  # fmt: skip
@click.option(
    "--config", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=HERE / "site_config.yaml",
    show_default="site_config.yaml beside build.py",
    help="The configuration of the library, beside which content/vocabulary is read and the files are written.",
)  # fmt: skip
def schema(of: str, write: bool, config: Path) -> None:
    """Print what the fields of a case may hold, closed lists included, as a JSON Schema (draft-07).

    Run it with --write after a change to a closed list or to the fields.
    """
    root, problems = config.absolute().parent, Problems()
    with plain_failures("some files may be written, some not"):
        vocabulary = read_vocabulary(root, problems)
        print_problems(problems, quiet=True, words={})
        if vocabulary is None:
            click.echo(say("{errors}; nothing was written.", errors=errors(problems)), err=True)
            raise SystemExit(CONTENT_ERROR)
        files = schema_files(vocabulary)
        if not write:
            click.echo(files[CASE if of == "case" else TRANSLATION], nl=False)
            return
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="\n")
            click.echo(f"Wrote {path}")


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
