"""Judgments as courts publish them become numbered paragraphs; what cannot be read is told by its reason."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from PIL import Image

from caselaw.intake.blocks import Kind, Unreadable
from caselaw.intake.documents import Draft, read_document
from caselaw.intake.typeset import typeset
from tests.attachments import that_repeats_itself, that_unfolds, with_contents, with_pages
from tests.judgments import ALBANIAN, CYRILLIC, HUDOC, LONG, as_docx, as_pdf, word_document


def numbered(draft: Draft) -> dict[int | None, str]:
    return {block.number: block.words for block in draft.blocks if block.number is not None}


def test_a_web_page_of_a_judgment_keeps_its_text_and_nothing_around_it() -> None:
    draft = read_document(HUDOC.encode(), "html")
    assert draft.by_court
    assert typeset(draft.blocks).partition("on that date:\n\n")[2] == (
        "### THE FACTS\n\n"
        "[1] The applicants are *three* workers.[^1] They were promised wages of EUR 22 a day, and were never paid.\n\n"
        "[2] The relevant law reads as follows, in so far as it matters for this case and for the decision on it:\n\n"
        "> 1\\. Nobody may be held in servitude.\n\n> 2\\. Nobody may be made to work.\n\n"
        "### THE LAW\n\n"
        "[3] The Court notes that Article 4 of the European Convention on Human Rights [see above] applies. It says so "
        "again.\n\n"
        "[4] There has accordingly been a violation. The fields \\*were\\* &lt;large> and the contract\\_no. was 5.\n\n"
        "| Applicant | Award |\n| --- | --- |\n| First | EUR 100 \\| paid |\n\n"
        "[^1]: Their names were withheld.\n"
    )
    assert draft.notices == {"tables": 1, "pictures": 1}
    assert [word for word in ("Home", "not text", "Copyright", "red") if word in draft.words] == []


def test_paragraph_numbers_that_word_counts_by_itself_are_kept_across_headings() -> None:
    document = word_document(["REPUBLIKA E KOSOVËS", f"{LONG}, e cila është hyrja e këtij aktgjykimi."])
    for number in range(1, 6):
        if number == 3:
            document.add_heading("Arsyetimi", 1)
        document.add_paragraph(f"{LONG} ({number}).", style="List Number")
    document.add_paragraph("dokumenti", style="List Bullet")
    draft = read_document(as_docx(document), "docx")
    assert draft.by_court
    assert numbered(draft) == {number: f"{LONG} ({number})." for number in range(1, 6)}
    assert typeset(draft.blocks).endswith("\n\n- dokumenti\n")


def test_emphasis_and_tables_of_word_are_kept() -> None:
    document = word_document([])
    paragraph = document.add_paragraph("Gjykata ")
    paragraph.add_run("vendosi").bold = True
    paragraph.add_run(" sot.")
    table = document.add_table(2, 2)
    for index, words in enumerate(("A", "B", "1", "2")):
        table.cell(index // 2, index % 2).text = words
    draft = read_document(as_docx(document), "docx")
    assert typeset(draft.blocks) == "[1] Gjykata **vendosi** sot.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n"


def test_pages_lose_their_numbers_and_running_heads_and_lines_are_joined() -> None:
    paragraphs = [f"{number}. Paragrafi {number}. " + f"{LONG}. " * (3 + number % 3) for number in range(1, 15)]
    draft = read_document(as_pdf([*ALBANIAN[:6], *paragraphs]), "pdf")
    assert draft.by_court
    assert numbered(draft) == {
        number: " ".join(paragraph.split()[1:]) for number, paragraph in enumerate(paragraphs, 1)
    }
    assert not re.search(r"Faqe \d", draft.words)
    assert draft.words.count("Departamenti") == 1  # the head of the first page may name the court


def test_a_word_that_a_line_broke_is_joined() -> None:
    text = f"{LONG}, trafi-\nkimi, {LONG} 12-\n13, {LONG}, Hoxha-\nBerisha.\n"
    (block,) = read_document(text.encode(), "txt").blocks
    assert block.words == f"{LONG}, trafikimi, {LONG} 12- 13, {LONG}, Hoxha- Berisha."


@pytest.mark.parametrize("mark", ["{}.", "{})", "[{}]", "¶ {}"])
def test_each_way_of_numbering_paragraphs_is_known(mark: str) -> None:
    text = "\n\n".join(f"{mark.format(number)} {LONG}." for number in range(1, 6))
    assert numbered(read_document(text.encode(), "txt")) == dict.fromkeys(range(1, 6), f"{LONG}.")


def test_numbers_that_do_not_rise_through_the_document_are_no_paragraph_numbers() -> None:
    text = "\n\n".join([*(f"{LONG}, pika {number}." for number in range(9)), "1. raporti", "2. fatura", "12. maj 2019"])
    draft = read_document(text.encode(), "txt")
    assert not draft.by_court
    assert [block.number for block in draft.blocks] == list(range(1, 13))
    assert "[10] 1. raporti" in typeset(draft.blocks)


def test_a_list_that_is_quoted_does_not_break_the_court_s_numbers() -> None:
    lines = [f"{number}. {LONG}." for number in range(1, 5)]
    text = "\n\n".join([*lines, "1. Askush.", "2. Të gjithë.", f"5. {LONG}.", f"6. {LONG}."])
    draft = read_document(text.encode(), "txt")
    assert sorted(numbered(draft), key=str) == [1, 2, 3, 4, 5, 6]
    assert "1\\. Askush." in typeset(draft.blocks)


def test_cyrillic_becomes_latin_script_and_the_editor_is_told() -> None:
    draft = read_document(as_docx(word_document(CYRILLIC)), "docx")
    assert draft.notices == {"cyrillic": 1}
    assert "OSNOVNI SUD U PRIŠTINI" in draft.words
    assert not re.search("[Ѐ-ӿ]", draft.words)


def test_lines_before_the_first_sentence_are_no_headings_but_those_after_it_are() -> None:
    draft = read_document(as_docx(word_document(ALBANIAN)), "docx")
    assert [block.words for block in draft.blocks if block.kind is Kind.HEADING] == [
        "A K T GJ Y K I M",
        "A r s y e t i m",
    ]
    assert [block.number for block in draft.blocks if block.number] == [1, 2, 3]
    assert draft.blocks[4].number == 1


def test_invisible_signs_do_not_reach_the_file() -> None:
    draft = read_document("Gjy\u00adkata\u200b vendosi\u202e sot \ufb01llimisht.\x07".encode(), "txt")
    assert draft.words == "Gjykata vendosi sot fillimisht."


# ------------------------------------------------------------------------------------------------ refusals


def packed(**files: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def scan() -> bytes:
    target = BytesIO()
    Image.new("RGB", (60, 80), "white").save(target, "PDF")
    return target.getvalue()


DOCX = as_docx(word_document(["Gjykata vendosi."]))
REFUSED = {
    "nothing at all": (b"", "txt", "empty"),
    "a page without words": (b"<html><body><nav>Home</nav></body></html>", "html", "empty"),
    "a Word document without words": (as_docx(word_document([])), "docx", "empty"),
    "a scan": (scan(), "pdf", "scanned"),
    "a web page with pictures of pages": (b"<html><body><img src='1.png'><p>1</p></body></html>", "html", "scanned"),
    "a PDF with a password": (as_pdf(["Gjykata"], password="secret"), "pdf", "locked"),
    "half a PDF": (as_pdf(ALBANIAN)[:400], "pdf", "damaged"),
    "half a Word document": (DOCX[: len(DOCX) // 2], "docx", "damaged"),
    "a spreadsheet": (packed(xl__workbook=b"<x/>"), "docx", "packed"),
    "a zip bomb": (packed(word__document=b"", bomb=bytes(45_000_000)), "docx", "bomb"),
    "a PDF whose page unfolds without end": (that_unfolds(30_000_000), "pdf", "bomb"),
    "a PDF whose pages print the same part again and again": (that_repeats_itself(), "pdf", "bomb"),
    "a PDF of very many pieces of text": (
        with_contents(b"BT " + b"(a) Tj 1 1 Td " * 80_000 + b"ET"), "pdf", "bomb",
    ),
    "a PDF of very many pages": (with_pages(1_001), "pdf", "bomb"),
    "a Word document with entities": (
        packed(**{"word__document.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'}), "docx", "damaged",
    ),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "doc", "old_word"),
    "an old Word document under a new name": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "docx", "old_word"),
    "rich text": (b"{\\rtf1 Gjykata}", "rtf", "rich_text"),
    "another ending": (b"Gjykata", "odt", "ending"),
    "a PDF that is named a Word document": (as_pdf(["Gjykata"]), "docx", "wrong_ending"),
    "a picture that is named a PDF": (b"\x89PNG\r\n\x1a\n" + bytes(64), "pdf", "wrong_ending"),
    "a text of another encoding": ("Gjykata Themelore në Prishtinë".encode("cp1250"), "txt", "encoding"),
    "more text than a case may have": (b"Gjykata vendosi. " * 70_000, "txt", "long"),
    "a page without end": (b"<html><body>" + b"<div>" * 5_000 + b"Gjykata", "html", "nested"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told_by_its_reason(name: str) -> None:
    raw, ending, reason = REFUSED[name]
    with pytest.raises(Unreadable) as refusal:
        read_document(raw, ending)
    assert refusal.value.reason == reason


def test_a_file_that_is_larger_than_any_judgment_is_not_opened() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_document(bytes(50_000_001), "pdf")
    assert (refusal.value.reason, refusal.value.values) == ("large", {"most": 50})
