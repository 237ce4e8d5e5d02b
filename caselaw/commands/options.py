"""The options that several commands understand."""

from __future__ import annotations

import datetime
import locale
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

HERE = Path(__file__).resolve().parents[2]
LOCALES = HERE / "locales"
Command = Callable[..., None]
# Newer than Python's table: Serbian of Serbia and Montenegro, in both scripts.
_SERBIAN_OF_WINDOWS = {0x241A: "sr_RS", 0x281A: "sr_RS", 0x2C1A: "sr_ME", 0x301A: "sr_ME"}


class Day(click.ParamType[str]):
    """A day written ``YYYY-MM-DD``."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the day as ISO text."""
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f'"{value}" is not a day; write it as 2026-11-23', param, ctx)


def today() -> str:
    """Return the day of SOURCE_DATE_EPOCH in UTC, or the present one; see reproducible-builds.org."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.datetime.fromtimestamp(int(epoch) if epoch else time.time(), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f'SOURCE_DATE_EPOCH is "{epoch}"; it must be a number of seconds') from None
    return moment.date().isoformat()


def split_languages(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages of ``--language sq --language en`` or ``--languages sq,en``."""
    return tuple(language.strip() for value in given for language in value.split(",") if language.strip())


def shared_options(command: Command) -> Command:
    """Add the options that every command understands."""
    for option in (
        click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors."),
        click.option(
            "--date", "day", type=Day(), default=today, show_default="SOURCE_DATE_EPOCH, else today",
            help="The date of the edition: as seen from this day embargoes end and dates lie in the future.",
        ),
        click.option(
            "--languages", "--language", "languages", multiple=True, metavar="LANGUAGES", callback=split_languages,
            help="Take only these languages of the site: one, or several with commas, such as sq,en.",
        ),
        click.option(
            "--config", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=HERE / "site_config.yaml",
            show_default="site_config.yaml beside build.py",
            help="The configuration of the library; its content/ is read beside it.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def machine_language() -> str:
    """Return the language of the machine where messages exist in it, else English.

    ``sr_RS@latin`` is Serbian as here; Bosnian and Croatian are languages of their own.
    """
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    language = re.split(r"[_.@-]", next(filter(None, named), "") or _of_windows())[0].lower()
    return language if language in message_languages() else "en"


def _of_windows() -> str:
    """Return the language in which Windows shows its own menus; it names none in the environment."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 where there is no such library, nothing else needs one

        return windows_language(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return ""


def windows_language(number: int) -> str:
    """Return the language that Windows means by a number, such as ``sq_AL``; empty where it is not known."""
    return locale.windows_locale.get(number) or _SERBIAN_OF_WINDOWS.get(number, "")


def message_languages() -> list[str]:
    """Return the languages in which messages can be asked for: those of the interface."""
    return sorted(path.stem for path in LOCALES.glob("*.yaml"))


# For commands that print problems; what has no translation yet is said in English.
messages_option = click.option(
    "--messages", "messages", type=click.Choice(message_languages()), envvar="CASELAW_MESSAGES",
    default=machine_language, show_default="CASELAW_MESSAGES, else the language of the machine",
    help="The language in which problems are explained.",
)  # fmt: skip

output_option = click.option(
    "--output", type=click.Path(path_type=Path), default=None, show_default="site/ beside the configuration",
    help="The folder to publish into: an empty one, or the site of an earlier build.",
)  # fmt: skip
