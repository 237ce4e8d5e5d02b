"""What looks like a mistake and is none: each of these says the same as ``CASE``, and nothing is said of it."""

from __future__ import annotations

from tests.mistakes import CASE, COURT, DECIDED, OFFENCES, PUBLICATION, SENTENCE, TITLE, changed

FORGIVEN = {
    "line-ends-of-windows": CASE.replace("\n", "\r\n"),
    "line-ends-of-old-macs": CASE.replace("\n", "\r"),
    "no-line-end-at-the-end": CASE.rstrip("\n"),
    "spaces-at-the-end-of-lines": CASE.replace("\n", "   \n"),
    "tab-alone-in-a-line": changed(COURT, f"{COURT}\n\t"),
    "tab-after-a-colon": changed(COURT, "court:\tsc"),
    "space-before-a-colon": changed(COURT, "court : sc"),
    "no-break-space-after-a-colon": changed(COURT, "court:\u00a0sc"),
    "no-break-spaces-at-the-beginning": changed("    charged:", "\u00a0\u00a0\u00a0\u00a0charged:"),
    "narrow-no-break-space-in-a-term": changed("8 years", "8\u202fyears"),
    "yes-and-no-in-capitals": changed("suspended: no", "suspended: No"),
    "false-for-no": changed("suspended: no", "suspended: false"),
    "years-in-capitals": changed("8 years", "8 YEARS"),
    "quotation-marks-around-values": changed(DECIDED, 'decided: "2013-04-29"'),
    "remark-on-a-line-of-its-own": changed(COURT, f"# the Supreme Court\n{COURT}"),
    "remark-after-two-spaces": changed(COURT, f"{COURT}  # the Supreme Court"),
    "remark-after-a-list": changed(OFFENCES, f"{OFFENCES} # one only"),
    "list-on-several-lines": changed(OFFENCES, "offences:\n  - trafficking"),
    "list-not-indented": changed(OFFENCES, "offences:\n- trafficking"),
    "group-on-several-lines": changed(PUBLICATION, "publication:\n  status: published"),
    "braces-over-two-lines": changed(SENTENCE, SENTENCE.replace("fine", "\n      fine")),
    "title-over-two-lines": changed(TITLE, "title: Case\n  of the harbour"),
    "fields-without-values": changed(COURT, f"{COURT}\nformation:\ncites: []\nreview: {{}}\necli: ''"),
    "fields-in-another-order": changed(f"{COURT}\n{DECIDED}", f"{DECIDED}\n{COURT}"),
    "spaces-behind-the-fence": CASE.replace("---\n", "---  \n"),
}
