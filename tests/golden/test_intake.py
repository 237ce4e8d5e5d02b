"""Files of new cases, as they were last looked at and blessed: from answers alone, and from a judgment."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import build
from tests.judgments import ALBANIAN, as_docx, word_document
from tests.sample_library import SampleLibrary

BLESSED = Path(__file__).parent / "intake"
ANSWERS = [
    "--court", "sc", "--number", "P 1/2020", "--decided", "2020-05-04", "--kind", "judgment", "--language", "en",
    "--offence", "trafficking", "--outcome", "conviction", "--title", "A title: with a colon",
    "--source", "https://court.example/judgment",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "sq", "sr"])
@pytest.mark.parametrize("source", ["answers", "document"])
def test_a_new_file_is_as_it_was_blessed(
    source: str, language: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    library = SampleLibrary(tmp_path / "library")
    (tmp_path / "judgment.docx").write_bytes(as_docx(word_document(ALBANIAN)))
    given = ANSWERS if source == "answers" else ["--from", str(tmp_path / "judgment.docx"), "--court", "bc-north"]
    done = CliRunner().invoke(
        build.main,
        [
            "new",
            *given,
            "--id",
            "new-case",
            "--messages",
            language,
            "--date",
            "2026-11-23",
            "--config",
            str(library.config),
        ],
    )
    assert (done.exit_code, done.stderr) == (0, "")
    (path,) = (library.root / "content" / "cases").rglob("*.md")
    written, blessed = path.read_text(encoding="utf-8"), BLESSED / f"{source}-{language}.md"
    if request.config.getoption("--bless"):
        blessed.write_text(written, encoding="utf-8", newline="\n")
    assert written == blessed.read_text(encoding="utf-8")
