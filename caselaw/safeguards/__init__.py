"""The safeguards of publication: what ``safety`` finds in the content and in the finished site, before it is public.

``content`` goes through all files, ``one_file`` looks at each of the paragraphs and fields that ``units`` cuts it into,
``echoes`` follows names through it; ``waivers`` reads what a reviewer has let pass. ``output_texts`` reads the finished
site, ``hidden`` knows the texts of cases that are not public, ``output`` looks for personal data and for these.
"""

from __future__ import annotations

from caselaw.safeguards.content import guard_content, public_words
from caselaw.safeguards.output import guard_output

__all__ = ["guard_content", "guard_output", "public_words"]
