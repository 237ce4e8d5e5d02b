"""What is said of a finding: its kind and its length, never the datum itself."""

from __future__ import annotations

from caselaw.codes import Code
from caselaw.messages import Message, say
from caselaw.safety.findings import Finding


def describe(found: Finding, text: str) -> tuple[Message, Message]:
    """Return what was found in ``text``, without repeating it, and how it is cured."""
    datum = text[found.start : found.end]
    digits, length = sum(sign.isdecimal() for sign in datum), found.end - found.start
    if found.code is Code.PERSON_INTRODUCED:
        return _introduced(length), say('leave the name out, or write a role such as "her father"')
    return _what(found.code, digits, length), _cure(found.code)


def _introduced(length: int) -> Message:
    return say("what looks like the name of a person or of a parent, {length} characters, stands here", length=length)


def _what(code: Code, digits: int, length: int) -> Message:
    said = {
        Code.PERSONAL_NUMBER: say(
            "a number of {digits} digits stands here, as personal numbers have them", digits=digits
        ),
        Code.CITIZEN_NUMBER: say("a personal number (JMBG) of {digits} digits stands here", digits=digits),
        Code.PHONE_NUMBER: say("a phone number of {digits} digits stands here", digits=digits),
        Code.EMAIL_ADDRESS: say("an e-mail address of {length} characters stands here", length=length),
        Code.BANK_ACCOUNT: say("the number of a bank account (IBAN), {length} characters, stands here", length=length),
        Code.BIRTH_DATE: say("a date of birth, {length} characters, stands here", length=length),
        Code.IDENTITY_PAPER: say(
            "the number of a passport, identity card or other paper, {length} characters, stands here", length=length
        ),
        Code.VICTIM_NAMED: say("what looks like the name of a victim, {length} characters, stands here", length=length),
        Code.VEHICLE_PLATE: say(
            "what looks like the plate of a vehicle, {length} characters, stands here", length=length
        ),
        Code.STREET_ADDRESS: say(
            "what looks like a street with a number, {length} characters, stands here", length=length
        ),
        Code.COORDINATES: say(
            "what looks like coordinates of a place, {length} characters, stands here", length=length
        ),
        Code.DEFENDANT_FULL_NAME: say(
            "what looks like the full name of a defendant, {length} characters, stands here", length=length
        ),
        Code.PERSON_NARROWED_DOWN: say(
            "a small place ({length} characters), an age, a nationality and a date stand in this paragraph together",
            length=length,
        ),
        Code.WITNESS_NAMED: say(
            "what looks like the full name of a witness, {length} characters, stands here", length=length
        ),
        Code.VICTIM_PERHAPS_NAMED: say(
            "what may be the name of a victim, or a part of it, {length} characters, stands here", length=length
        ),
    }
    return said[code]


def _cure(code: Code) -> Message:
    cures = {
        Code.BIRTH_DATE: say("give the year or the age only, where the court's reasons depend on it"),
        Code.VICTIM_NAMED: say('write a role such as "the victim" or "victim 1", neither name nor initials'),
        Code.VICTIM_PERHAPS_NAMED: say('write a role such as "the victim" or "victim 1", neither name nor initials'),
        Code.DEFENDANT_FULL_NAME: say('write initials such as "A.B." or a role such as "defendant 1"'),
        Code.WITNESS_NAMED: say('write initials such as "A.B." or a role such as "witness 1"'),
        Code.PERSON_NARROWED_DOWN: say("leave out at least one of the four, so that nobody can be recognised by them"),
    }
    return cures.get(code) or say(
        "take it out; say what it was without repeating it, such as “{what}”", what=_NAMED.get(code, _NAMED_OTHER)
    )


# What stands in the place of a datum.
_NAMED = {
    Code.PHONE_NUMBER: say("a phone number"),
    Code.EMAIL_ADDRESS: say("an e-mail address"),
    Code.BANK_ACCOUNT: say("a bank account"),
    Code.IDENTITY_PAPER: say("an identity paper"),
    Code.VEHICLE_PLATE: say("a vehicle"),
    Code.STREET_ADDRESS: say("an address"),
    Code.COORDINATES: say("a place"),
}
_NAMED_OTHER = say("a personal number")
