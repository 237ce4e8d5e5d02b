"""What the preview shows at one moment, and how a change to the content becomes the next moment."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment

from caselaw.assets import copy_assets
from caselaw.codes import Code
from caselaw.locale import Locale
from caselaw.messages import say
from caselaw.pages.context import Library
from caselaw.pipeline import PROGRAM, Request, UnknownLanguage, describe_sites
from caselaw.problems import Place, Problem, Problems, Severity
from caselaw.reading import read_interface, read_preview
from caselaw.recall import Interrupted, Memory
from caselaw.render import Site, make_environment


@dataclass(frozen=True)
class View:
    """The last library without mistakes, and what its pages are made with."""

    library: Library
    sites: Mapping[str, Site]
    environment: Environment


@dataclass(frozen=True)
class State:
    """One moment of the preview; the numbers say which change brought what is shown, and only ever grow."""

    number: int
    quick: int = 0  # of the change that brought the view; 0 where there is none yet
    full: int = 0  # … that brought the rendered pages
    checked: int = 0  # … whose pages have all been rendered, and with that looked through
    said: int = 0  # … after which the problems are others
    view: View | None = None
    problems: tuple[Problem, ...] = ()
    late: tuple[Problem, ...] = ()  # found while the pages of the view were rendered
    pages: Path | None = None  # folder of all pages, as of the last rendering
    search: Path | None = None  # folder that holds search/, as of the last indexing

    @property
    def is_checking(self) -> bool:
        """Whether more may still be found than the problems of this state."""
        return self.view is not None and self.checked != self.quick

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What stops a build."""
        return tuple(problem for problem in self._all if problem.severity is Severity.ERROR)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """Warnings and notices."""
        return tuple(problem for problem in self._all if problem.severity is not Severity.ERROR)

    @property
    def _all(self) -> tuple[Problem, ...]:
        both = Problems()
        for problem in (*self.problems, *self.late):
            both.report(problem)
        return tuple(both)


class Preview:
    """The present state; one thread refreshes it, others read it or wait for the next."""

    def __init__(self, request: Request, folder: Path) -> None:
        """Read the interface texts, for what is said until there is a library.

        ``folder`` is an empty one for what passes. Raises ``UnknownLanguage``.
        """
        self.assets = folder / "assets"
        self._request = request
        self._memory = Memory()
        self._environment = make_environment(PROGRAM / "templates")
        self._changed = threading.Condition()
        # A page of an earlier preview at the same address is never taken for one of this.
        self._state = State(time.time_ns() // 1_000_000)
        self.locales: tuple[Locale, ...] = read_interface(request, Problems(), self._memory)
        copy_assets(PROGRAM / "static", self.assets)

    @property
    def state(self) -> State:
        """The present state."""
        return self._state

    def wait(self, number: int, seconds: float) -> State:
        """Return the first state that is not of this number, or after some seconds the present one."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.number != number, seconds)
            return self._state

    def refresh(self, *, program: bool = False) -> bool:
        """Read what changed; return whether there is another library to render.

        ``program`` says that templates, styles, scripts or interface texts may have changed.
        """
        if program:
            self._environment = make_environment(PROGRAM / "templates")
            copy_assets(PROGRAM / "static", self.assets)
        self._memory.hasty, self._memory.can_wait = True, lambda: False
        gc.disable()  # what passes is thrown away a moment later; looking for it would take a sixth of the time
        try:
            return self._take(*self._read(), anew=program)
        finally:
            gc.enable()

    def settle(self, can_wait: Callable[[], bool]) -> bool:
        """Find again what was found in haste with the former names of cases; return as ``refresh``.

        Where that ``can_wait``, because something has changed meanwhile, it is given up until the next time.
        """
        if not self._memory.owes:
            return False
        self._memory.hasty, self._memory.can_wait = False, can_wait
        try:
            found = self._read()
        except Interrupted:
            return False
        self._memory.owes = False
        return self._take(*found)

    def rendered(self, number: int, pages: Path, problems: tuple[Problem, ...]) -> None:
        """Show all pages as the library of the change ``number`` has them."""
        with self._changed:  # the view may be exchanged at this moment
            late = {"late": problems} if number == self._state.quick else {}
            self._become("full", "said", pages=pages, checked=number, **late)

    def not_rendered(self, number: int) -> None:
        """Expect nothing more of the change ``number``: its pages could not be rendered."""
        self._become(checked=number)

    def indexed(self, search: Path) -> None:
        """Search in a new index from now on."""
        self._become(search=search)

    def _read(self) -> tuple[Library | None, tuple[Problem, ...]]:
        problems, library = Problems(), None
        try:
            library = read_preview(self._request, problems, self._memory)
        except (OSError, UnknownLanguage) as error:  # a folder that is being moved, a language taken out
            place = Place(self._request.config.name)
            problems.add(place, Code.CONFIG_VALUE, str(error), say("mend it, or start the preview anew"))
        return library, tuple(problems)

    def _take(self, library: Library | None, problems: tuple[Problem, ...], *, anew: bool = False) -> bool:
        """Show a library, or else the former one with its problems; return whether it is another one."""
        state = self._state
        marks, said = (("said",), {"problems": problems}) if problems != state.problems else ((), {})
        if library is None:
            self._become(*marks, **said, late=())
            return False
        if state.view is None:
            gc.collect()
            gc.freeze()  # thousands of texts that stay: looking through them again and again takes a second each time
        self._memory.forget_unused()
        if state.view and not anew and _is_same(library, state.view.library):
            self._become(*marks, **said)
            return False
        self.locales = library.locales
        view = View(library, describe_sites(library), self._environment)
        self._become(*marks, "quick", **said, view=view, late=())
        return True

    def _become(self, *marks: str, **changes: object) -> None:
        """Take the next number, which ``marks`` get too: the fields that say which change brought what."""
        with self._changed:
            number = self._state.number + 1
            changes |= dict.fromkeys(("number", *marks), number)
            self._state = replace(self._state, **changes)  # type: ignore[arg-type]
            self._changed.notify_all()


def _is_same(one: Library, other: Library) -> bool:
    """Whether two libraries hold the very same objects, as those that were remembered are."""
    parts = ("vocabulary", "locales", "texts", "topic_texts", "config", "references", "attachments")
    mine, theirs = one.catalogue, other.catalogue
    cases = (*mine.cases, *mine.withdrawn), (*theirs.cases, *theirs.withdrawn)
    return (
        len(cases[0]) == len(cases[1])
        and all(a.record is b.record and a.text is b.text for a, b in zip(*cases, strict=True))
        and mine.aliases == theirs.aliases
        and all(a.translations == b.translations for a, b in zip(*cases, strict=True))
        and all(_equal(getattr(one, part), getattr(other, part)) for part in parts)
    )


def _equal(one: object, other: object) -> bool:
    return one is other or one == other
