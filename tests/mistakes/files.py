"""Mistakes in how a file is saved, named and placed."""

from __future__ import annotations

import os
from pathlib import Path

from tests.mistakes import CASE, SOURCES, as_case, changed, in_case, in_files


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(30_000_000)


def link_outside(path: Path) -> None:
    content = next(folder for folder in path.parents if folder.name == "content")
    path.symlink_to(content.parent.parent / "outside.md")


def linked_folder(path: Path) -> None:
    path.symlink_to(path.parents[3], target_is_directory=True)


def citing(case: str) -> str:
    return changed(SOURCES, f"cites: [{{case: {case}}}]\n{SOURCES}")


SAVED = (
    as_case(
        "byte-order-mark",
        b"\xef\xbb\xbf" + CASE.encode(),
        "1:1: error[S107] the file begins with an invisible byte order mark",
        '    help: save it as "UTF-8", not as "UTF-8 with BOM"',
    ),
    in_case(
        "control-character",
        "The first",
        "The\x0c first",
        "24:8: error[S106] an invisible character stands here (U+000C)",
        "    help: delete it; it usually comes from copying out of a PDF or a word processor",
    ),
    in_case(
        "soft-hyphens",
        "The court convicted two defendants",
        "The court con\u00advicted two defen\u00addants",
        "8:23: error[S106] an invisible character stands here (U+00AD), one of 2 of its kind in this file",
        "    help: delete it; it usually comes from copying out of a PDF or a word processor",
    ),
    in_case(
        "reversed-direction",
        "Case of the harbour",
        "Case of the \u202eharbour",
        "2:20: error[S106] an invisible character stands here (U+202E)",
        "    help: delete it; it usually comes from copying out of a PDF or a word processor",
    ),
    in_case(
        "space-without-width",
        "court: sc",
        "co\u200burt: sc",
        "3:3: error[S106] an invisible character stands here (U+200B)",
        "    help: delete it; it usually comes from copying out of a PDF or a word processor",
    ),
    as_case(
        "windows-1250",
        changed("The first", "Žalba, the first").encode("cp1250"),
        '24:5: error[S102] the file is not saved as UTF-8: the letter here, perhaps "Ž", cannot be read',
        "    help: open it in a text editor and save it with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
    ),
    as_case(
        "utf-16",
        CASE.encode("utf-16"),
        "1:1: error[S102] the file is saved as UTF-16, not as UTF-8",
        "    help: open it in a text editor and save it with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
    ),
    as_case(
        "utf-16-without-mark",
        CASE.encode("utf-16-le"),
        "1:1: error[S102] the file is saved as UTF-16, not as UTF-8",
        "    help: open it in a text editor and save it with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
    ),
    as_case(
        "word-document",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4",
        "1:1: error[S113] this is a Word document or another packed file, not a text file",
        "    help: copy the text out of it into a new file made with a text editor",
    ),
    as_case(
        "old-word-document",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "1:1: error[S113] this is an old Word document, not a text file",
        "    help: copy the text out of it into a new file made with a text editor",
    ),
    as_case(
        "pdf-document",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "1:1: error[S113] this is a PDF document, not a text file",
        "    help: copy the text out of it into a new file made with a text editor",
    ),
    as_case(
        "empty-file",
        b"",
        "1:1: error[S103] the file is empty",
        "    help: write its text into it, or delete the file",
    ),
    as_case(
        "white-space-only",
        " \n\n\t\n",
        "1:1: error[S103] the file is empty",
        "    help: write its text into it, or delete the file",
    ),
    as_case(
        "thirty-megabytes",
        huge,
        "1:1: error[S101] the file has 30.0 MB; at most 1 MB is read",
        "    help: keep the text and leave out pictures and scans; split a longer judgment into extracts",
    ),
    as_case(
        "long-front-matter",
        changed("The court", "word " * 50_000),
        "2:1: error[S101] the fields take 250,476 characters; at most 200,000 are read",
        "    help: write long passages into the text below the second line of hyphens",
    ),
    as_case(
        "link-out-of-the-tree",
        link_outside,
        "1:1: error[S105] this is a link to another place, not a file",
        "    help: put the file itself here; links are not followed, so that nothing from outside is published",
    ),
    as_case(
        "named-pipe",
        os.mkfifo,
        "1:1: error[S104] this cannot be read: it is not an ordinary file",
        "    help: check that it is a file and that you may open it",
    ),
    as_case(
        "folder-called-md",
        Path.mkdir,
        "1:1: error[S104] this cannot be read: it is a folder",
        "    help: check that it is a file and that you may open it",
    ),
)

NAMED = (
    in_files(
        "folder-that-is-a-link",
        {"content/cases/linked": linked_folder},
        "1:1: error[S105] this is a link to another place, not a file",
        "    help: put the file itself here; links are not followed, so that nothing from outside is published",
    ),
    in_files(
        "capitals-in-the-id",
        {"content/cases/sc/Medicus-2013.md": CASE},
        '1:1: error[S108] "Medicus-2013" cannot be the address of a case',
        "    help: rename it to medicus-2013.md; only a-z, 0-9 and hyphens are allowed",
    ),
    in_files(
        "spaces-in-the-id",
        {"content/cases/sc/Copy of case (1).md": CASE},
        '1:1: error[S108] "Copy of case (1)" cannot be the address of a case',
        "    help: rename it to copy-of-case-1.md; only a-z, 0-9 and hyphens are allowed",
    ),
    in_files(
        "albanian-letters-in-the-id",
        {"content/cases/sc/çështja-ë.md": CASE},
        '1:1: error[S108] "çështja-ë" cannot be the address of a case',
        "    help: rename it to ceshtja-e.md; only a-z, 0-9 and hyphens are allowed",
    ),
    in_files(
        "dots-in-the-id",
        {"content/cases/sc/case..2013.md": CASE},
        '1:1: error[S108] "case..2013" cannot be the address of a case',
        "    help: rename it to case-2013.md; only a-z, 0-9 and hyphens are allowed",
    ),
    in_files(
        "id-of-a-list-page",
        {"content/cases/sc/index.md": CASE},
        '1:1: error[S108] "index" cannot be the name of a case: the site or Windows needs it',
        "    help: choose another name",
    ),
    in_files(
        "id-of-a-second-list-page",
        {"content/cases/sc/page-2.md": CASE},
        '1:1: error[S108] "page-2" cannot be the name of a case: the site or Windows needs it',
        "    help: choose another name",
    ),
    in_files(
        "id-that-windows-refuses",
        {"content/cases/sc/con.md": CASE},
        '1:1: error[S108] "con" cannot be the name of a case: the site or Windows needs it',
        "    help: choose another name",
    ),
    in_files(
        "long-id",
        {f"content/cases/sc/{'long-' * 15}id.md": CASE},
        "1:1: error[S108] the file's name has 77 characters; at most 70 are allowed",
        "    help: choose a shorter name",
    ),
    in_files(
        "ending-txt",
        {"content/cases/sc/a-text.txt": CASE},
        '1:1: error[S108] "a-text.txt" is not the name of a case file',
        "    help: save it as plain text with the ending .md, or move it out of content/cases",
    ),
    in_files(
        "hidden-ending-txt",
        {"content/cases/sc/a-case.md.txt": CASE},
        '1:1: error[S108] "a-case.md.txt" is not the name of a case file',
        "    help: rename it to a-case.md, or move it out of content/cases",
    ),
    in_files(
        "double-ending",
        {"content/cases/sc/twice-named.md.md": CASE},
        '1:1: error[S108] "twice-named.md.md" is not the name of a case file',
        "    help: rename it to twice-named.md, or move it out of content/cases",
    ),
    in_files(
        "ending-in-capitals",
        {"content/cases/sc/loud-case.MD": CASE},
        '1:1: error[S108] "loud-case.MD" is not the name of a case file',
        "    help: rename it to loud-case.md, or move it out of content/cases",
    ),
    in_files(
        "wrong-folder",
        {"content/cases/bc-north/in-wrong-folder.md": CASE},
        '3:8: error[S109] the court is "sc", but the file lies in the folder "bc-north"',
        "    help: move the file to content/cases/sc/, or correct the court",
    ),
    in_files(
        "folder-of-no-court",
        {"content/cases/supreme/in-no-courts-folder.md": CASE},
        '3:8: error[S109] the court is "sc", but the file lies in the folder "supreme"',
        "    help: move the file to content/cases/sc/, or correct the court",
    ),
    in_files(
        "outside-the-folders",
        {"content/cases/in-no-folder.md": CASE},
        "1:1: error[S109] a case file lies in the folder of its court, directly below content/cases",
        "    help: move it to content/cases/<court>/, such as content/cases/sc/",
    ),
    in_files(
        "too-deep",
        {"content/cases/sc/2013/too-deep.md": CASE},
        "1:1: error[S109] a case file lies in the folder of its court, directly below content/cases",
        "    help: move it to content/cases/<court>/, such as content/cases/sc/",
    ),
    in_files(
        "two-files-with-one-id",
        {
            "content/cases/sc/twin.md": CASE,
            "content/cases/bc-north/twin.md": changed("court: sc", "court: bc-north"),
        },
        '1:1: error[C101] two files have the id "twin"; the other is content/cases/bc-north/twin.md',
        "    help: rename one of them: the id is the address of the case and stands once in the library",
    ),
    in_files(
        "unreadable-but-cited",
        {
            "content/cases/sc/unreadable.md": b"---\n\xff\n---\n",
            "content/cases/sc/citing-unreadable.md": citing("unreadable"),
        },
        '2:1: error[S102] the file is not saved as UTF-8: the letter here, perhaps "˙", cannot be read',
        "    help: open it in a text editor and save it with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
    ),
    in_files(
        "misnamed-but-cited",
        {"content/cases/sc/Misnamed.md": CASE, "content/cases/sc/citing-misnamed.md": citing("misnamed")},
        '1:1: error[S108] "Misnamed" cannot be the address of a case',
        "    help: rename it to misnamed.md; only a-z, 0-9 and hyphens are allowed",
    ),
    in_files(
        "linked-but-cited",
        {"content/cases/sc/linked-case.md": link_outside, "content/cases/sc/citing-linked.md": citing("linked-case")},
        "1:1: error[S105] this is a link to another place, not a file",
        "    help: put the file itself here; links are not followed, so that nothing from outside is published",
    ),
)

FENCES = (
    as_case(
        "no-fence",
        CASE.removeprefix("---\n"),
        "1:1: error[S110] the file does not begin with a line of three hyphens",
        "    help: let the very first line be --- (three hyphens, no dash), then the fields, then --- again, then "
        "the text",
    ),
    as_case(
        "empty-line-above-the-fence",
        f"\n{CASE}",
        "1:1: error[S110] the file does not begin with a line of three hyphens",
        "    help: let the very first line be --- (three hyphens, no dash), then the fields, then --- again, then "
        "the text",
    ),
    as_case(
        "dash-for-a-fence",
        CASE.replace("---", "—", 1),
        "1:1: error[S110] the file does not begin with a line of three hyphens",
        "    help: let the very first line be --- (three hyphens, no dash), then the fields, then --- again, then "
        "the text",
    ),
    in_case(
        "unclosed-fence",
        "\n---\n## Facts",
        "\n## Facts",
        "21:1: error[S111] the fields are not closed by a line of three hyphens",
        "    help: write --- on a line of its own between the last field and the text",
    ),
    in_case(
        "four-hyphens",
        "\n---\n## Facts",
        "\n----\n## Facts",
        "21:1: error[S111] the fields are not closed by a line of three hyphens",
        "    help: write --- on a line of its own between the last field and the text",
    ),
    as_case(
        "no-fields",
        "---\n---\n[1] A paragraph.\n",
        "2:1: error[S206] between the two lines of hyphens stand no fields",
        '    help: write one field a line as "name: value", such as "court: sc"',
    ),
    as_case(
        "text-for-fields",
        "---\nThe case of the harbour\n---\n[1] A paragraph.\n",
        "2:1: error[S206] between the two lines of hyphens stand no fields",
        '    help: write one field a line as "name: value", such as "court: sc"',
    ),
    as_case(
        "list-for-fields",
        "---\n- title\n- court\n---\n[1] A paragraph.\n",
        "2:1: error[S206] between the two lines of hyphens stand no fields",
        '    help: write one field a line as "name: value", such as "court: sc"',
    ),
)

FILE_MISTAKES = (*SAVED, *NAMED, *FENCES)
