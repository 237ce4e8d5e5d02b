"""What the host of the repository reads (workflows, issue forms, owners): by the tools that know it, by our rules."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*-*.yml"))
KINDS = ("correction", "new-case", "takedown")


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool of the test environment."""
    command = [Path(sys.executable).with_name(name), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("known_as", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_files_are_as_the_host_reads_them(known_as: str, files: list[Path]) -> None:
    assert files
    done = tool("check-jsonschema", "--builtin-schema", known_as, *files)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_attacker_finds_nothing_in_the_workflows() -> None:
    done = tool("zizmor", "--offline", "--no-progress", "--persona", "regular", ".github")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_have_the_least_rights_and_know_no_secret(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    assert read(workflow)["permissions"] == {"contents": "read"}
    assert "secrets." not in text
    assert "pull_request_target" not in text
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert used
    for action, remark in used:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", remark)


def test_every_command_of_the_workflows_is_one_of_ours() -> None:
    runs = [
        step["run"]
        for path in WORKFLOWS
        for job in read(path)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    ours = (
        r"make check|python build\.py( [\w -]+)?|python \.github/report_links\.py .*"
        r"|python -m pip install .*-r requirements/(site|dev)\.txt"
    )
    assert [run for run in runs if not re.fullmatch(ours, run)] == []
    commands = {run.split()[2] for run in runs if re.match(r"python build\.py [a-z]", run)}
    assert commands == {"check", "usb"}


@pytest.mark.parametrize("kind", KINDS)
def test_each_form_asks_the_same_in_the_three_languages(kind: str) -> None:
    forms = [read(GITHUB / "ISSUE_TEMPLATE" / f"{kind}-{language}.yml") for language in ("en", "sq", "sr")]
    asked = [[(field["type"], field.get("id"), field.get("validations")) for field in form["body"]] for form in forms]
    assert asked[0] == asked[1] == asked[2]
    assert len({form["name"] for form in forms}) == 3
    assert len({form["body"][0]["attributes"]["value"] for form in forms}) == 3


def test_there_is_no_other_form_and_each_begins_with_a_warning_and_ends_with_a_promise() -> None:
    assert len(FORMS) == 3 * len(KINDS)
    for path in FORMS:
        first, *_, last = read(path)["body"]
        assert first["attributes"]["value"].startswith("**")
        assert last["attributes"]["options"][0]["required"] is True


def test_everything_in_the_repository_has_an_owner_and_every_owned_place_exists() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert rules[0][0] == "*"
    assert all(len(rule) >= 2 and all(owner.startswith("@") for owner in rule[1:]) for rule in rules)
    # Waivers come with the first one.
    places = [rule[0] for rule in rules[1:] if rule[0] != "/content/safety.yaml"]
    assert [place for place in places if not (ROOT / place.strip("/")).exists()] == []


# --------------------------------------------------------------------------------------------- the report on links


class Host(BaseHTTPRequestHandler):
    """A host with a page of ours and one page that it links to; all others are gone."""

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        body = b'<a href="/there">a</a> <a href="/gone">b</a>' if self.path == "/site/en/index.html" else b""
        self.send_response(200 if body or self.path == "/there" else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing among the tests."""


def report_links() -> Any:
    path = GITHUB / "report_links.py"
    spec = importlib.util.spec_from_file_location("report_links", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_report_names_the_addresses_that_do_not_answer_and_their_pages() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    host = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        report = report_links().ask(f"{host}/site/en/index.html")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert report_links().summary(report) == (
        "Addresses that do not answer: 1. Courts refuse programs: open one before you change it.\n\n"
        f"- `{host}/gone`: 404 Not Found (en/index.html)\n"
    )
