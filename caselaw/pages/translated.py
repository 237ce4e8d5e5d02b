"""What readers are told of a translation: that nobody has reviewed it yet, or who has."""

from __future__ import annotations

from caselaw.locale import Locale
from caselaw.pages.context import Context, Library
from caselaw.pages.frame_parts import Frame, ReviewNotice
from caselaw.pages.parts import Label, Link
from caselaw.text_pages import TextDocument


def interface_notice(library: Library, locale: Locale) -> str:
    """Return what the pages of a language say of their interface texts; empty for reviewed texts and the originals."""
    if locale.key == library.config.default_language or locale.reviewed_by:
        return ""
    return locale.text("translated.interface")


def text_notice(
    context: Context, document: TextDocument, versions: tuple[TextDocument, ...], frame: Frame
) -> ReviewNotice | None:
    """Return what the page with this frame says of its text, which exists in ``versions``; None for no translation."""
    library, locale, record = context.library, context.locale, document.record
    wanted = library.config.default_language
    if record.language == wanted or all(version.record.language != wanted for version in versions):
        return None
    text = locale.text("translated.unreviewed")
    if record.reviewed_by and record.reviewed_on:
        text = locale.text("translated.reviewed", name=record.reviewed_by, date=locale.date(record.reviewed_on.iso))
    # In a build of some languages only, the text that was translated may be left out.
    addresses, original = dict(frame.alternates), library.default_locale
    if wanted not in addresses or wanted == context.language:
        return ReviewNotice(text, None)
    return ReviewNotice(text, Link(Label(original.name, original.tag), addresses[wanted]))
