"""The file of a case to copy and fill in, for those who add a case without the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caselaw.pages.form_parts import FormField, FormGroup, FormPart, FormSection

_INDENT = "  "
_COLUMN = 34  # where the remarks begin
_FEW = 8  # so many keys of a closed list are named
_NOT_IN_THE_FILE = ("id", "body")  # its name and its text


def file_to_copy(sections: Iterable[FormSection]) -> str:
    """Return the front matter with every field empty and a remark on each, then the beginning of a text."""
    lines = ["---"]
    for section in sections:
        lines.append(f"# ---------- {section.heading}")
        for part in section.parts:
            if isinstance(part, FormGroup) or part.kind not in _NOT_IN_THE_FILE:
                lines += _optional(_lines(part)) if not part.required else _lines(part)
    return "\n".join([*lines, "publication: {status: draft}", "---", "[1] …", "", "[2] …", ""])


def _optional(lines: Iterable[str]) -> Iterator[str]:
    """Put a ``#`` before lines that need not be filled in."""
    return (f"# {line}" for line in lines)


def _lines(part: FormPart, indent: str = "", dash: str = "") -> Iterator[str]:
    if isinstance(part, FormField):
        name = f"{part.name}: " if part.name else ""
        yield _remark(f"{indent}{dash}{name}{_empty(part)}".rstrip(), part)
        if part.control == "area":
            yield f"{indent}{_INDENT}…"
        return
    yield f"{indent}{dash}{part.name}:".ljust(_COLUMN) + f"  # {part.label}"
    deeper = indent + _INDENT * (2 if dash else 1)
    for number, inner in enumerate(part.parts):
        is_first = number == 0 or not part.repeated
        yield from _lines(inner, deeper if is_first else deeper + _INDENT, "- " if part.repeated and is_first else "")


def _empty(field: FormField) -> str:
    if field.control == "area":
        return ">-"
    return "[]" if field.control in ("choices", "lines") or field.kind == "paragraphs" else ""


def _remark(line: str, field: FormField) -> str:
    keys = ", ".join(option.value for option in field.options) if len(field.options) <= _FEW else ""
    words = ": ".join(part for part in (field.label, keys or field.example) if part)
    return f"{line.ljust(_COLUMN)}  # {words}"
