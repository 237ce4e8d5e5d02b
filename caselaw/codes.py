"""The codes of all problems: a letter for the stage that finds it, three digits for the fault.

A code is for ever: it is what an editor looks up, so it is neither re-used nor renumbered.
"""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How grave a problem is: an error stops the build, a warning and a notice do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Code(StrEnum):
    """What can be wrong with content, the comment above each says what it stands for."""

    # G: site_config.yaml and the locales
    CONFIG_MISSING = "G101"
    CONFIG_VALUE = "G102"
    # A language is configured that has no interface texts
    LOCALE_MISSING = "G103"
    LOCALE_KEYS = "G104"
    # S: the file as bytes, its fence and its YAML
    FILE_TOO_LARGE = "S101"
    FILE_NOT_UTF8 = "S102"
    FILE_EMPTY = "S103"
    FILE_UNREADABLE = "S104"
    SYMLINK = "S105"
    CONTROL_CHARACTER = "S106"
    BYTE_ORDER_MARK = "S107"
    FILE_NAME = "S108"
    FILE_MISPLACED = "S109"
    FENCE_MISSING = "S110"
    FENCE_UNCLOSED = "S111"
    # S112 said that translations are not read yet; now they are.
    # A Word document, a PDF … under the name of a text file
    FILE_FORMAT = "S113"
    YAML_SYNTAX = "S201"
    YAML_TAB = "S202"
    YAML_DUPLICATE_KEY = "S203"
    YAML_ALIAS = "S204"
    YAML_TAG = "S205"
    YAML_NOT_A_MAPPING = "S206"
    YAML_TOO_DEEP = "S207"
    YAML_UNQUOTED_COLON = "S208"
    YAML_UNQUOTED_BRACKET = "S209"
    YAML_SECOND_DOCUMENT = "S210"
    # A "#" with one space before it: a remark to YAML, a part of the text to its author
    YAML_REMARK = "S211"
    # A comma inside a text that stands in a group in braces
    YAML_COMMA = "S212"
    # No colon, or no space behind a colon or hyphen
    YAML_COLON = "S213"
    # A line that begins at the wrong column
    YAML_COLUMN = "S214"
    YAML_QUOTES = "S215"
    # F: the fields of a record
    FIELD_UNKNOWN = "F101"
    FIELD_MISSING = "F102"
    FIELD_SHAPE = "F103"
    FIELD_EMPTY = "F104"
    FIELD_CHOICE = "F105"
    FIELD_VALUE = "F106"
    DATE = "F201"
    DATE_FUTURE = "F202"
    DURATION = "F203"
    MONEY = "F204"
    PROVISION = "F205"
    ADDRESS = "F206"
    COUNTRY = "F207"
    ECLI = "F208"
    SUMMARY_LONG = "F209"
    DEFENDANT_NAMED = "F210"
    INITIALS = "F211"
    PARAGRAPH_REFERENCE = "F301"
    UNVERIFIED_PATH = "F302"
    WITHDRAWN_WITHOUT_REASON = "F303"
    CONTRADICTION = "F305"
    DOCUMENT_MISSING = "F306"
    WITHDRAWN_WITHOUT_DAY = "F307"
    # Title, text, translations … of a withdrawn case, which nobody sees but who looks into the repository
    WITHDRAWN_NOT_EMPTIED = "F308"
    # V: the closed lists
    TERM_UNKNOWN = "V101"
    TERM_DUPLICATE = "V102"
    VOCABULARY_FILE = "V103"
    # T: the text of a case or page
    TEXT_EMPTY = "T101"
    PARAGRAPH_TWICE = "T102"
    PARAGRAPH_ORDER = "T103"
    TEXT_TOO_COMPLEX = "T104"
    # A paragraph number without an empty line above it
    PARAGRAPH_UNSEPARATED = "T105"
    # A footnote without its reference, a reference without its footnote, or two with one label
    FOOTNOTE = "T106"
    # A link to a script, to data, to a file, or an address that is not whole
    TEXT_ADDRESS = "T107"
    # A row of a table with more cells than its heading: the last would be lost
    TABLE_ROW = "T108"
    # C: the cases together
    ID_TWICE = "C101"
    CASE_UNKNOWN = "C102"
    CASE_ITSELF = "C103"
    CASE_DUPLICATE = "C104"
    ALIAS_TAKEN = "C105"
    HISTORY_CONTRADICTION = "C106"
    CASE_UNPUBLISHED = "C107"
    # A translation without the case file that it belongs to
    TRANSLATION_ALONE = "C108"
    # A translation whose name and field disagree, or into the language of the case itself
    TRANSLATION_LANGUAGE = "C109"
    # A fact of the case that is stated again in a translation
    TRANSLATION_SHARED = "C110"
    # Paragraphs that only the case or only its translation has
    TRANSLATION_PARAGRAPHS = "C111"
    # The number or name of a case in a text that two cases have
    REFERENCE_AMBIGUOUS = "C112"
    # The number of a case in a text, of none that the library has
    REFERENCE_UNKNOWN = "C113"
    # A link in a text of the library's own to a draft, or to an embargoed or withdrawn case
    TEXT_LINK_UNPUBLISHED = "C114"
    TEXT_LINK_UNKNOWN = "C115"
    # A link in such a text to a paragraph that the case does not have
    TEXT_LINK_PARAGRAPH = "C116"
    # A title or number of a withdrawn case in the file of another one, or in a text of the library's own
    WITHDRAWN_NAMED = "C117"
    # D: personal data. D1 must not become public
    # Ten digits, as the personal numbers of Kosovo* have
    PERSONAL_NUMBER = "D101"
    # The 13 digits of a JMBG
    CITIZEN_NUMBER = "D102"
    PHONE_NUMBER = "D103"
    EMAIL_ADDRESS = "D104"
    BANK_ACCOUNT = "D105"
    BIRTH_DATE = "D106"
    # The number of a passport, identity card …
    IDENTITY_PAPER = "D107"
    VICTIM_NAMED = "D108"
    # A text of a draft, an embargoed or a withdrawn case in the finished site
    HIDDEN_CASE_SHOWN = "D109"
    # D2 should not, unless a reviewer says so in content/safety.yaml
    VEHICLE_PLATE = "D201"
    STREET_ADDRESS = "D202"
    COORDINATES = "D203"
    DEFENDANT_FULL_NAME = "D204"
    # A small place, an age, a nationality and a date in one paragraph
    PERSON_NARROWED_DOWN = "D205"
    WITNESS_NAMED = "D206"
    # "the victim J. Doe": a name, or initials and the beginning of a sentence
    VICTIM_PERHAPS_NAMED = "D207"
    # "od oca Milana i majke Radmile", "me emrin Blerta", "my name is Jane"
    PERSON_INTRODUCED = "D208"
    # A word of a name that was found elsewhere in the same file
    NAME_REPEATED = "D209"
    # D3: content/safety.yaml, which waives warnings
    WAIVER_FILE = "D301"
    # An error cannot be waived
    WAIVER_OF_ERROR = "D302"
    # The text was changed since
    WAIVER_VOID = "D303"
    WAIVER_UNUSED = "D304"
    # A: documents that are attached to a case
    # Its content is none of PDF, PNG, JPEG and WebP
    DOCUMENT_TYPE = "A101"
    DOCUMENT_ENDING = "A102"
    # Two things in one file, such as a picture that goes on as a packed folder
    DOCUMENT_MIXED = "A103"
    DOCUMENT_UNREADABLE = "A104"
    DOCUMENT_ENCRYPTED = "A105"
    # Scripts, forms that send, other files within it
    DOCUMENT_ACTIVE = "A106"
    DOCUMENT_LARGE = "A107"
    # Author, comments, place of a photograph …
    DOCUMENT_HIDDEN_DATA = "A108"
    # A scan or picture, in which no program finds a name
    DOCUMENT_WITHOUT_TEXT = "A109"
    # No case names the file
    DOCUMENT_ALONE = "A110"
    WORD_DOCUMENT = "A111"
    # Too long for a stick, or a name that Windows keeps for itself
    DOCUMENT_NAME = "A112"
    # L: links and anchors of the built pages
    LINK_BROKEN = "L101"
    ANCHOR_MISSING = "L102"
    LINK_ABSOLUTE = "L103"
    ID_REPEATED = "L104"
    # An address that no page may lead to: javascript:, file: …
    LINK_SCHEME = "L105"
    # A script, style or image that is loaded from another site
    LINK_FOREIGN = "L106"
    # P: search index and publication
    PAGEFIND_FAILED = "P102"
    PAGEFIND_SHAPE = "P103"
    # U: an edition for USB sticks
    STICK_NAME = "U101"
    # con, aux, lpt1 …, or a dot at the end
    STICK_NAME_RESERVED = "U102"
    # Two names that differ in capitals only
    STICK_NAME_TWINS = "U103"
    STICK_PATH_LONG = "U104"
    STICK_FILE_LARGE = "U105"
