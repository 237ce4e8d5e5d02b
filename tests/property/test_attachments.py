"""Whatever bytes a document has, there is an answer: it passes, or it is said what is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caselaw.attachments.cleaning import clean
from caselaw.attachments.inspection import inspect
from tests import attachments as samples

ENDINGS = ("pdf", "png", "jpg", "jpeg", "webp")
SOUND = {
    "document": samples.pdf(author=samples.PRIVATE, note=samples.PRIVATE, link="https://court.example"),
    "document with a picture": samples.scan(),
    "document with a form": samples.with_form_field(),
    "PNG": samples.png_with_text(),
    "JPEG": samples.picture("JPEG", exif=samples.exif()),
    "WebP": samples.picture("WEBP", exif=samples.exif()),
}


@st.composite
def damaged(draw: st.DrawFn, raw: bytes) -> bytes:
    """Return bytes with a few of them replaced, taken out or put in."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 40)))
        raw = raw[:start] + draw(st.binary(max_size=20)) + raw[end:]
    return raw


@settings(max_examples=250, deadline=None)
@pytest.mark.parametrize("name", SOUND)
@given(data=st.data())
def test_a_damaged_file_is_no_accident(name: str, data: st.DataObject) -> None:
    raw = data.draw(damaged(SOUND[name]))
    kind, objections = inspect(raw, f"file.{data.draw(st.sampled_from(ENDINGS))}")
    assert kind or objections
    said = " ".join(f"{objection.message} {objection.help}" for objection in objections)
    assert samples.PRIVATE not in said


@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("name", SOUND)
@given(data=st.data())
def test_a_damaged_file_is_cleaned_or_refused(name: str, data: st.DataObject) -> None:
    cleaned = clean(data.draw(damaged(SOUND[name])), "file.pdf")
    assert (cleaned.copy is None) <= bool(cleaned.left)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP", b""]),
)
@settings(max_examples=200, deadline=None)
def test_any_bytes_have_an_answer(tail: bytes, head: bytes) -> None:
    kind, objections = inspect(head + tail, "file.pdf")
    assert kind or objections
