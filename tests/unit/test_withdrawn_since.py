"""An old edition against the present list of withdrawn cases: what must not be handed out, which lists count."""

from __future__ import annotations

import json
import os
import shutil
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from caselaw.commands.verify import verify_edition
from caselaw.problems import Problems
from caselaw.usb import Edition, build_edition
from caselaw.withdrawn_since import NoList, read_list, withdrawn_since
from tests.project import ROOT
from tests.sample_library import TODAY, SampleLibrary, said

BARE = (
    "---\npublication: {status: withdrawn, reason: A protected person could be recognised., withdrawn_on: 2026-12-01}\n"
)


def edition_of(library: SampleLibrary, today: str = TODAY) -> Edition:
    problems = Problems()
    edition = build_edition(library.request(today), library.root / "dist", problems, lambda _: None)
    assert edition, said(problems)
    return edition


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an edition, its zip, and the site after two of its three cases were withdrawn."""
    folder = tmp_path_factory.mktemp("editions")
    library = SampleLibrary(folder / "library")
    for name in ("gone", "renamed-case", "kept"):
        library.add(name)
    library.add("gone-before", publication={"status": "withdrawn", "reason": "Earlier.", "withdrawn_on": "2026-01-02"})
    old = edition_of(library)
    old.folder.rename(folder / "old")
    old.zip.rename(folder / "old.zip")
    library.write("content/cases/sc/gone.md", f"{BARE}---\n")
    (library.root / "content/cases/sc/renamed-case.md").unlink()
    library.write("content/cases/sc/neutral-id.md", f"{BARE}aliases: [renamed-case]\n---\n")
    library.build("2026-12-02")
    shutil.copy(library.output / "data/withdrawn.json", folder)
    edition_of(library, "2026-12-02").folder.rename(folder / "new")
    return folder


def compare(folder: Path, edition: str, listed: str = "withdrawn.json") -> Result:
    return CliRunner().invoke(verify_edition, [str(folder / edition), "--withdrawn", str(folder / listed)])


@pytest.mark.parametrize("edition", ["old", "old.zip"])
def test_an_old_edition_that_holds_withdrawn_cases_must_no_longer_be_handed_out(folder: Path, edition: str) -> None:
    result = compare(folder, edition)
    assert result.stdout.splitlines() == [
        "withdrawn: gone (2026-12-01: A protected person could be recognised.)",
        "withdrawn: neutral-id (2026-12-01: A protected person could be recognised.)",
    ]
    assert result.stderr == "This edition must no longer be handed out: it holds 2 cases withdrawn since it was made.\n"
    assert result.exit_code == 1


def test_an_edition_that_was_made_after_the_withdrawal_may_be_handed_out(folder: Path) -> None:
    result = compare(folder, "new")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == "No case of it is on the list of withdrawn cases of 2026-12-02."


def test_without_the_list_an_old_edition_is_only_checked_for_damage(folder: Path) -> None:
    assert CliRunner().invoke(verify_edition, [str(folder / "old")]).exit_code == 0


def test_damage_and_withdrawals_are_said_in_one_run(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "old", tmp_path / "old")
    (tmp_path / "old/README.txt").write_text("Other words.", encoding="utf-8")
    shutil.copy(folder / "withdrawn.json", tmp_path)
    result = compare(tmp_path, "old")
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["changed", "withdrawn", "withdrawn"]
    assert result.stderr.startswith("This edition is not whole: 1 changed")


def test_an_edition_without_a_list_of_its_own_is_compared_all_the_same(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "old/library/sq/cases/gone.html"
    page.parent.mkdir(parents=True)
    page.touch()
    public = read_list(str(folder / "withdrawn.json"))
    assert [one.id for one in withdrawn_since(tmp_path / "old", public)] == ["gone"]


LISTS = {
    "of another place": ("zzz/data/withdrawn.json", '{"cases": [{"id": "gone"}, {"id": "neutral-id"}]}'),
    "too large": ("library/data/withdrawn.json", '{"cases": [{"id": "gone"}, {"id": "neutral-id"}]}' + " " * 6_000_000),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_its_own_counts_only_at_its_place_and_if_it_is_no_larger_than_one(
    folder: Path, tmp_path: Path, name: str
) -> None:
    place, content = LISTS[name]
    shutil.copytree(folder / "old", tmp_path / "old")
    (tmp_path / "old/library/data/withdrawn.json").unlink()
    own = tmp_path / "old" / place
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(content, encoding="utf-8")
    shutil.make_archive(str(tmp_path / "old"), "zip", tmp_path, "old")
    public = read_list(str(folder / "withdrawn.json"))
    for edition in ("old", "old.zip"):
        assert {one.id for one in withdrawn_since(tmp_path / edition, public)} >= {"gone", "neutral-id"}


@pytest.mark.parametrize("kind", ["link", "folder behind a link", "pipe"])
def test_a_list_that_is_no_file_of_the_edition_is_not_opened(folder: Path, tmp_path: Path, kind: str) -> None:
    shutil.copytree(folder / "old", tmp_path / "old")
    data, elsewhere = tmp_path / "old" / "library" / "data", tmp_path / "elsewhere"
    own = data / "withdrawn.json"
    own.unlink()
    elsewhere.mkdir()
    (elsewhere / "withdrawn.json").write_text(LISTS["of another place"][1], encoding="utf-8")
    if kind == "link":
        own.symlink_to(elsewhere / "withdrawn.json")
    elif kind == "pipe":
        os.mkfifo(own)
    else:
        shutil.rmtree(data)
        data.symlink_to(elsewhere)
    public = read_list(str(folder / "withdrawn.json"))
    assert {one.id for one in withdrawn_since(tmp_path / "old", public)} >= {"gone", "neutral-id"}


def test_a_zip_that_cannot_be_read_holds_nothing_to_compare(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes((folder / "old.zip").read_bytes()[:5000])
    assert withdrawn_since(tmp_path / "cut.zip", read_list(str(folder / "withdrawn.json"))) == ()


def test_words_of_the_list_cannot_play_with_the_terminal(tmp_path: Path) -> None:
    case = {"id": "a\x1b[2J", "reason": "b\x07\n\x1b]0;c", "withdrawn_on": "\x1b"}
    (tmp_path / "list.json").write_text(json.dumps({"cases": [case]}), encoding="utf-8")
    (one,) = read_list(str(tmp_path / "list.json")).withdrawals
    assert str(one).isprintable()


# ---------------------------------------------------------------------------------------------- lists that do not count


@pytest.mark.parametrize(
    "content",
    ["", "<html>", "[]", "{}", '{"cases": 1}', '{"cases": [1]}', '{"cases": [{"reason": "x"}]}', "[" * 100_000, "\xff"],
)
def test_what_is_not_the_list_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "list.json").write_bytes(content.encode("latin-1"))
    with pytest.raises(NoList, match="not the list of withdrawn cases"):
        read_list(str(tmp_path / "list.json"))


def test_a_list_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoList, match="cannot be read"):
        read_list(str(tmp_path / "none.json"))
    (tmp_path / "large.json").write_bytes(b" " * 5_000_001)
    with pytest.raises(NoList, match="too large"):
        read_list(str(tmp_path / "large.json"))


@pytest.mark.parametrize("address", ["http://example.org/w.json", "file:///etc/passwd", "ftp://example.org/w.json"])
def test_the_list_is_fetched_in_no_other_way_than_by_https(folder: Path, address: str) -> None:
    result = CliRunner().invoke(verify_edition, [str(folder / "old"), "--withdrawn", address])
    assert result.exit_code == 2
    assert "does not begin with https://" in result.stderr


# ------------------------------------------------------------------------------------------------ by its address


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, and leads from /moved to an address without encryption."""

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:9/withdrawn.json")
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def served(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Yield the address of the folder on a server of this machine, and its certificate."""
    if not shutil.which("openssl"):
        pytest.skip("openssl, which makes the certificate of the server, is not on this machine")
    certificate = tmp_path_factory.mktemp("certificate") / "server.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", certificate,
         "-out", f"{certificate}.crt", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
        check=True, capture_output=True,
    )  # fmt: skip
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(f"{certificate}.crt", certificate)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        server.socket = secure.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"https://localhost:{server.server_port}/", Path(f"{certificate}.crt")
        server.shutdown()
        thread.join()


def verify_over_network(folder: Path, address: str, certificate: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "build.py", "verify", str(folder / "old"), "--withdrawn", address]
    environment = {"SSL_CERT_FILE": str(certificate), "PYTHONUTF8": "1", "no_proxy": "localhost"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_list_can_be_fetched_from_the_site(folder: Path, served: tuple[str, Path]) -> None:
    result = verify_over_network(folder, f"{served[0]}withdrawn.json", served[1])
    assert result.returncode == 1, result.stderr
    assert "withdrawn: gone (2026-12-01: A protected person could be recognised.)" in result.stdout


@pytest.mark.parametrize(
    ("name", "said"), [("nothing.json", "cannot be fetched: "), ("moved", "does not begin with https://")]
)
def test_an_address_without_a_list_is_said_in_one_line(
    folder: Path, served: tuple[str, Path], name: str, said: str
) -> None:
    result = verify_over_network(folder, f"{served[0]}{name}", served[1])
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
