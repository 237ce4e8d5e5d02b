"""The documents that are attached to public cases, copied for readers; no other file beside the cases is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from caselaw import urls
from caselaw.attachments import Attachment
from caselaw.pages.case_documents import attachments_of
from caselaw.pages.context import Library


def copy_documents(library: Library, stage: Path) -> None:
    """Copy the documents of all public cases into the stage, byte for byte."""
    for address, attachment in _published(library):
        target = stage / address
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(attachment.file, target)


def _published(library: Library) -> Iterator[tuple[str, Attachment]]:
    for case in library.catalogue.cases:
        for attached, attachment in attachments_of(library, case):
            yield urls.document(case.id, attached.file), attachment
