"""What was on screen before each answer? So that undo and redo show it again."""

from collections.abc import Container
from typing import Generic, TypeVar

from klasgenoot.domain.people import StudentId
from klasgenoot.viewmodels.practice_moment import Moment

T = TypeVar("T")


class Past(Generic[T]):
    """The moments before the deeds of one session, and those taken back."""

    def __init__(self) -> None:
        self._past: list[T] = []
        self._future: list[T] = []
        self._elsewhere = 0

    def clear(self) -> None:
        """A new session has no past."""
        self._past, self._future, self._elsewhere = [], [], 0

    def remember(self, moment: T) -> None:
        """Keeps the moment before a deed; what had been taken back is gone."""
        self._past.append(moment)
        self._future.clear()
        self._elsewhere = 0

    def go(self, now: T, *, back: bool) -> T | None:
        """The moment before the last deed, or after the one that was taken back; None without.

        What is taken back further than this session goes belongs to another, and so does the redo
        of that.
        """
        if back and not self._past:
            self._elsewhere += 1
            return None
        if not back and self._elsewhere:
            self._elsewhere -= 1
            return None
        kept, other = (self._past, self._future) if back else (self._future, self._past)
        if not kept:
            return None
        other.append(now)
        return kept.pop()


def still_there(moment: Moment, *, students: Container[StudentId]) -> Moment:
    """A moment without students who are gone since."""
    for who in moment.practice.faces:
        if who not in students:
            moment = moment.without(who)
    return moment
