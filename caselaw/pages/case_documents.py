"""The documents that are attached to a case, as its page lists them."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw import urls
from caselaw.attachments import Attachment, document_path
from caselaw.checks import Case
from caselaw.pages.context import Context, Library
from caselaw.pages.document_parts import DocumentRow
from caselaw.pages.parts import Label, Link
from caselaw.pages.sizes import size_in_words
from caselaw.schema import AttachedDocument


def document_rows(context: Context, case: Case) -> tuple[DocumentRow, ...]:
    """Return the documents of a public case in the order of its file."""
    lang = context.case_lang(case)
    return tuple(
        DocumentRow(
            link=Link(Label(attached.title, lang), urls.document(case.id, attached.file)),
            tag=context.vocabulary.language_tag(attached.language),
            media_type=attachment.kind.media_type,
            details=(
                Label(attachment.kind.label),
                Label(size_in_words(context.locale, attachment.size)),
                context.label("languages", attached.language),
            ),
        )
        for attached, attachment in attachments_of(context.library, case)
    )


def attachments_of(library: Library, case: Case) -> Iterator[tuple[AttachedDocument, Attachment]]:
    """Yield what a case says of each of its documents, with the file itself."""
    for attached in case.record.documents:
        attachment = library.attachments.get(document_path(case, attached.file))
        if attachment:
            yield attached, attachment
