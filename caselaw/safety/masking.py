"""What keeps personal data out of messages: each sign of it becomes an asterisk, so that its length is still seen."""

from __future__ import annotations

from caselaw.messages import Message, joined, say
from caselaw.safety.detector import spans_of_personal_data


def masked(text: str) -> str:
    """Return a text with asterisks in the place of personal data; a message stays one that can be translated."""
    if isinstance(text, Message):
        return _masked_message(text)
    return _masked_text(text)


def _masked_text(text: str) -> str:
    parts, position = [], 0
    for start, end in spans_of_personal_data(text):
        parts += [text[position:start], "*" * (end - start)]
        position = end
    return "".join((*parts, text[position:]))


def _masked_message(message: Message) -> Message:
    if _masked_text(message) == str(message):
        return message
    values = {name: masked(value) if isinstance(value, str) else value for name, value in message.values.items()}
    renewed = Message(message.template.format(**values))
    renewed.template, renewed.values = message.template, values
    still = _masked_text(renewed)
    # What only the whole sentence gives away: its words are then kept as they are, in English.
    return renewed if still == str(renewed) else joined(say("{text}", text=still))
