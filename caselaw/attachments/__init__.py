"""Documents and pictures that are attached to cases: by content, not by name; without hidden data; still and whole.

``kinds`` and their limits, ``objections`` to a file; ``parts`` of pictures, ``pictures``; ``pdf_file`` opens
documents, ``pdf_work`` counts what reading them takes; ``pdf_entries``, ``pdf_contents`` and ``pdf_gaps`` are what may
be in them and between their parts, ``pdf`` the verdict; ``word`` documents, which are refused; ``inspection`` of any
file; ``check`` of all files beside the cases; ``pdf_cleaning`` and ``cleaning`` make copies without hidden data.
"""

from caselaw.attachments.check import Attachment, check_attachments, document_path
from caselaw.attachments.kinds import Kind

__all__ = ["Attachment", "Kind", "check_attachments", "document_path"]
