"""Whatever stands in a case, every format gives back the same words: table, records, feeds."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from caselaw import urls
from caselaw.exports import make_files
from caselaw.exports.data_files import case_schema
from caselaw.exports.table import safe_cell
from tests.sample_library import make_case, make_library

ATOM = "{http://www.w3.org/2005/Atom}"
CASE = make_case("a")
VALIDATOR = Draft202012Validator(case_schema(None))
# Anything that can be written as UTF-8, and often what formats trip over.
TEXTS = st.lists(
    st.sampled_from(
        ['"', "'", ",", ";", "\n", "\r\n", "\t", "=", "+", "-", "@", "<", "]]>", "&", "\x00", "\x0b", "\ufffe"]
    )
    | st.text(st.characters(codec="utf-8"), max_size=5),
    max_size=8,
).map("".join)


def files_of(title: str, summary: str) -> dict[str, str]:
    record = CASE.record.model_copy(update={"title": title, "summary": summary})
    return make_files(make_library(replace(CASE, record=record)))


@given(TEXTS, TEXTS)
def test_the_table_gives_every_text_back(title: str, summary: str) -> None:
    text = files_of(title, summary)["data/cases.csv"]
    _, row = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    assert row[1] == safe_cell(title)
    assert safe_cell(summary) in row
    assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and cell]


@given(TEXTS, TEXTS)
def test_records_give_every_text_back_and_keep_to_the_schema(title: str, summary: str) -> None:
    files = files_of(title, summary)
    record = json.loads(files[urls.case_data("a")].encode())
    assert (record["title"], record["summary"]) == (title, summary)
    assert VALIDATOR.is_valid(record)


@given(TEXTS, TEXTS)
def test_every_feed_can_be_read(title: str, summary: str) -> None:
    files = files_of(title, summary)
    for address in [address for address in files if address.endswith(".xml")]:
        feed = fromstring(files[address].encode())
        for entry in feed.findall(f"{ATOM}entry"):
            words = str(entry.findtext(f"{ATOM}title") or "")
            # XML reads every line end as a line feed, and cannot hold control characters.
            assert len(words.replace("\n", "")) == len(title.replace("\r", "").replace("\n", ""))
