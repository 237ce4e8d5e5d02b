"""The plain texts of an edition: README.txt says what its first page says, VERSION.txt what it is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from caselaw import urls
from caselaw.locale import Locale
from caselaw.pages.model import StartPage
from caselaw.pages.parts import Link, StartLanguage

WIDTH = 72

# Get-FileHash prints a file that is missing as an error; its name is printed as well.
_WINDOWS = """\
Get-Content SHA256SUMS | ForEach-Object {
  $sum, $name = $_ -split '  ', 2
  if ((Get-FileHash -LiteralPath $name).Hash -ne $sum) { $name }
}"""
_MACOS, _LINUX = "shasum -a 256 -c SHA256SUMS", "sha256sum -c SHA256SUMS"


def readme_text(page: StartPage, locales: tuple[Locale, ...], name: str, address: str) -> str:
    """Return README.txt, language after language in the order of ``locales``.

    ``name`` is that of the edition; ``address`` that of the library, empty while it has none.
    """
    both = zip(page.languages, locales, strict=True)
    parts = ["\n\n".join(_paragraphs(language, locale, name, address)) for language, locale in both]
    return _for_notepad(f"\n\n\n{'=' * WIDTH}\n\n\n".join(parts))


def _paragraphs(language: StartLanguage, locale: Locale, name: str, address: str) -> Iterator[str]:
    yield _fill(language.title.upper())
    yield _fill(language.edition)
    if language.translation:
        yield _fill(language.translation)
    yield _fill(locale.text("start.readme_open"))
    for note in language.notes:
        yield _heading(note.heading)
        yield _fill(note.text)
        if note.link:
            yield f"  {_address(note.link)}"
    yield _heading("SHA256SUMS")
    yield _fill(locale.text("start.readme_windows"))
    yield _WINDOWS
    yield _fill(locale.text("start.readme_others"))
    yield f"{_MACOS}\n{_LINUX}"
    yield _fill(locale.text("start.readme_zip"))
    yield f"certutil -hashfile {name}.zip SHA256"
    yield _fill(locale.text("start.readme_withdrawn"))
    yield f"python build.py verify {name} --withdrawn {address and address + 'data/'}withdrawn.json"
    yield _fill(language.disclaimer)


def version_text(facts: Mapping[str, str]) -> str:
    """Return VERSION.txt: one fact a line."""
    return _for_notepad("\n".join(f"{name}: {value}".rstrip() for name, value in facts.items()))


def _address(link: Link) -> str:
    return link.href if "://" in link.href else f"{urls.LIBRARY}/{link.href}"


def _heading(text: str) -> str:
    return f"{text}\n{'-' * len(text)}"


def _fill(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH, break_long_words=False, break_on_hyphens=False)


def _for_notepad(text: str) -> str:
    """End lines as old versions of Windows need them."""
    return "".join(f"{line}\r\n" for line in text.split("\n"))
