"""Whole dates as they are written in English, Albanian and Serbian, in figures and in words."""

from __future__ import annotations

import re

_MONTHS = (
    r"jan(?:uary|uara?)?|feb(?:ruary|ruara?)?|mar(?:ch|ta?|s)?|apr(?:il|ila)?|may|maja?|june?|july?|juna?|jula?"
    r"|aug(?:ust)?|avgusta?|sept?(?:ember|embra|embar)?|oct(?:ober)?|oktob(?:ra|ar)|okt|nov(?:ember|embra|embar)?"
    r"|dec(?:ember|embra|embar)?|siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenog|prosinca"
    r"|janar(?:it)?|shkurt(?:it)?|mars(?:it)?|prill(?:it)?|maj(?:it)?|qershor(?:it)?|korrik(?:ut)?|gusht(?:it)?"
    r"|shtator(?:it)?|tetor(?:it)?|n[eë]ntor(?:it)?|dhjetor(?:it)?"
    r"|јан(?:уара?)?|феб(?:руара?)?|март?а?|април?а?|мај?а?|јуна?|јула?|авг(?:уста?)?|сеп(?:тембра)?|септембар"
    r"|окт(?:обра)?|октобар|нов(?:ембра)?|новембар|дец(?:ембра)?|децембар"
)
_YEAR = r"(?:19|20)\d{2}"
DATE = (
    rf"(?:\b{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}\b"
    rf"|\b\d{{1,2}}\s?[-./]\s?\d{{1,2}}\s?[-./]\s?(?:{_YEAR}|\d{{2}})\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+|day\s+of\s+)?(?:{_MONTHS})[\s,.]+{_YEAR}\b"
    rf"|\b(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}\b)"
)
WHOLE_DATE = re.compile(DATE, re.IGNORECASE)
