"""Steps of reading whose results may be kept: a build takes each step anew, the preview only where something changed.

A step is a pure function: what it returns and reports follows from its arguments alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

from caselaw.problems import Problem, Problems

T = TypeVar("T")
# What is compared by its content; of everything else, each object counts as different.
_BY_CONTENT = (str, bytes, frozenset, tuple)


class Recall(Protocol):
    """Takes a step, or remembers its result and repeats what it reported.

    ``given`` is what the result follows from where the arguments do not say it, such as the bytes of files; they are
    then not compared. ``loosely`` is one more argument, the last one, whose older state may do for the moment.
    """

    def __call__(
        self,
        step: Callable[..., T],
        *arguments: object,
        problems: Problems,
        given: tuple[Hashable, ...] = (),
        loosely: object = None,
    ) -> T:
        """Return what ``step(*arguments[, loosely], problems)`` returns."""


def afresh(
    step: Callable[..., T],
    *arguments: object,
    problems: Problems,
    given: tuple[Hashable, ...] = (),  # noqa: ARG001 nothing is remembered
    loosely: object = None,
) -> T:
    """Take a step and remember nothing: the ``Recall`` of every build."""
    return step(*arguments, *_last(loosely), problems)


_Kept = tuple[object, tuple[object, ...], tuple[Problem, ...]]  # result, arguments, what was reported
_NOTHING: _Kept = (None, (), ())


class Interrupted(Exception):
    """Something more urgent is to be done; what was found so far is remembered."""


class Memory:
    """The ``Recall`` that remembers; it belongs to one thread.

    While it is ``hasty``, a result that was found with an older ``loosely`` is taken as it is, and ``owes`` says so.
    Finding all of these anew takes seconds: before each it is asked whether that ``can_wait``.
    """

    def __init__(self) -> None:
        self.hasty = False
        self.owes = False
        self.can_wait: Callable[[], bool] = lambda: False
        self._kept: dict[Hashable, _Kept] = {}
        self._former: dict[Hashable, _Kept] = {}  # kept before, and not asked for since

    def __call__(
        self,
        step: Callable[..., T],
        *arguments: object,
        problems: Problems,
        given: tuple[Hashable, ...] = (),
        loosely: object = None,
    ) -> T:
        """Return what the step returns, taking it only where it was not taken with the same arguments.

        Raises ``Interrupted``.
        """
        key = (step, given or tuple([one if isinstance(one, _BY_CONTENT) else id(one) for one in arguments]))
        kept = result, held, reported = self._kept.get(key) or self._former.get(key) or _NOTHING
        is_older = bool(held) and held[-1] is not loosely
        if not held or (is_older and not self.hasty):
            if is_older and self.can_wait():
                raise Interrupted
            own = Problems()
            result = step(*arguments, *_last(loosely), own)
            reported = tuple(own)
            # The arguments are held, or another object might be given the identity of one of them.
            kept = (result, (*arguments, loosely), reported)
        elif is_older:
            self.owes = True
        self._kept[key] = kept
        problems.repeat(reported)
        return result  # type: ignore[return-value]

    def forget_unused(self) -> None:
        """Forget what was not asked for since the last time: the earlier states of changed files."""
        self._former, self._kept = self._kept, {}


def itself(value: T, _problems: Problems) -> T:
    """Return a value: as a step, so that equal values become one object, which is quick to compare."""
    return value


def _last(loosely: object) -> tuple[object, ...]:
    return () if loosely is None else (loosely,)
