"""From the Markdown of a text to sanitised blocks: numbered paragraphs, headings, and the rest.

``text`` is the stage itself; ``pieces`` cuts the source, ``limits`` refuses what would take too long, ``engine`` is
Python-Markdown reduced to what legal text needs, ``indent`` straightens lists for it, ``footnotes`` numbers the notes,
and ``address`` says what may be linked to.
"""

from __future__ import annotations

from caselaw.markdown.text import Heading, Text, TextBlock, plain_text, render_text

__all__ = ["Heading", "Text", "TextBlock", "plain_text", "render_text"]
