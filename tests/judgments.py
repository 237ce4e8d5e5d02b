# ruff: noqa: E501 documents have lines of their own length
"""Judgments for the tests of intake, all invented: as web pages, Word and PDF documents, in three languages."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document
from fpdf import FPDF

LONG = "Gjykata i vlerësoi provat një nga një dhe të gjitha së bashku, dhe gjeti se ato përputhen ndërmjet tyre"

ALBANIAN = (
    "REPUBLIKA E KOSOVËS", "GJYKATA THEMELORE NË PRISHTINË", "P.nr. 123/2019", "NË EMËR TË POPULLIT",
    "Gjykata Themelore në Prishtinë, me kryetarin e trupit gjykues A.B., në çështjen penale kundër të pandehurit X.Y., për "
    "shkak të veprës penale trafikim me njerëz nga neni 171 paragrafi 1 i Kodit Penal (Kodi nr. 04/L-082), sipas aktakuzës "
    "PP.nr. 55/2018 të datës 3 shkurt 2018, më datën 12 qershor 2019 mori këtë",
    "A K T GJ Y K I M",
    "I pandehuri X.Y. është fajtor, sepse ka rekrutuar dy persona për punë të detyruar dhe ua ka marrë dokumentet.",
    "A r s y e t i m",
    f"{LONG}. Për veprën nga neni 283 i KPRK-së nuk ka prova.",
)  # fmt: skip

CYRILLIC = (
    "РЕПУБЛИКА КОСОВО", "ОСНОВНИ СУД У ПРИШТИНИ", "ПКР. бр. 12/20",
    "Основни суд у Приштини, у кривичном предмету против окривљеног Х.Y., због кривичног дела трговина људима из члана "
    "165. Кривичног законика бр. 06/L-074, након главног претреса, дана 5. маја 2021. године, донео је следећу",
    "ПРЕСУДУ",
    "Окривљени је крив, јер је двоје људи завео обећањем посла и одузео им исправе, па су радили без плате.",
)  # fmt: skip

HUDOC = """<!DOCTYPE html>
<html><head><title>Case</title><style>p {color: red}</style><script>var x = "not text";</script></head><body>
<nav><a href="/">Home</a> <p>Search the database</p></nav>
<div role="main"><div>
<p><span style="font-weight:bold">FIRST SECTION</span></p>
<p>CASE OF A.B. AND OTHERS v. EXAMPLELAND</p>
<p><i>(Application no. 12345/19)</i></p>
<p>JUDGMENT</p><p>STRASBOURG</p><p>14 May 2021</p>
<p><b>In the case of A.B. and Others v. Exampleland,</b> the European Court of Human Rights (First Section), having
deliberated in private on 20 April 2021, delivers the following judgment, which was adopted on that date:</p>
<h2>THE FACTS</h2>
<p>1.&nbsp;&nbsp;The applicants are <em>three</em> workers.<a href="#_ftn1" name="_ftnref1">[1]</a> They were promised wages of EUR&nbsp;22 a day, and were never paid.</p>
<p>2. The relevant law reads as follows, in so far as it matters for this case and for the decision on it:</p>
<blockquote><p>1. Nobody may be held in servitude.</p><p>2. Nobody may be made to work.</p></blockquote>
<h2>THE LAW</h2>
<p>3. The Court notes that Article 4 of the European Convention on Human Rights [see above] applies.<br>It says so again.</p>
<p>4. There has accordingly been a violation. The fields *were* &lt;large&gt; and the contract_no. was 5.</p>
<table><tr><th>Applicant</th><th>Award</th></tr><tr><td>First</td><td>EUR 100 | paid</td></tr></table>
<img src="seal.png">
<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Their names were withheld.</p></div>
</div></div>
<footer>Copyright, all rights reserved</footer></body></html>
"""


def word_document(paragraphs: Sequence[str]) -> Document:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return document


def as_docx(document: Document) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


class _Printed(FPDF):
    def header(self) -> None:
        self.set_font("Helvetica", size=9)
        self.cell(0, 6, "Gjykata Themelore në Prishtinë, Departamenti", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=9)
        self.cell(0, 6, f"Faqe {self.page_no()}", align="C")


def as_pdf(paragraphs: Sequence[str], *, password: str = "") -> bytes:
    """Return a PDF document with a running head and page numbers; short paragraphs are centred."""
    pdf = _Printed()
    if password:
        pdf.set_encryption("owner", password)
    pdf.add_page()
    for paragraph in paragraphs:
        pdf.set_font("Helvetica", size=11)
        pdf.multi_cell(0, 6, paragraph, align="C" if len(paragraph) < 60 else "L")
        pdf.ln(5)
    return bytes(pdf.output())
