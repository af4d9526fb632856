"""What did the teacher say of people while looking them over? Who stays out; what one is called.

The newest of it is taken back first. It is held by the marks of rows, so that it lasts as long as
what was read, whatever the columns are said to hold.
"""

from collections.abc import Hashable, Mapping

from klasgenoot.domain.mending import MendedName

Said = tuple[frozenset[Hashable], Mapping[Hashable, MendedName]]


class SaidOfPeople:
    """What was said of the people in one import.

    Attributes:
        left_out: the marks of who stays out.
        names: for the mark of whose name was mended, that name.
    """

    def __init__(self) -> None:
        self.left_out: frozenset[Hashable] = frozenset()
        self.names: Mapping[Hashable, MendedName] = {}
        self._before: list[Said] = []

    def leave_out(self, mark: Hashable, *, is_out: bool) -> None:
        """Says whether somebody stays out."""
        out = self.left_out | {mark} if is_out else self.left_out - {mark}
        self._say(out, self.names)

    def mend(self, mark: Hashable, name: MendedName | None) -> None:
        """Says what somebody is called; None for what the list says."""
        others = {known: other for known, other in self.names.items() if known != mark}
        self._say(self.left_out, others if name is None else {**others, mark: name})

    def take_back(self) -> None:
        """Takes back what was said last, if anything was."""
        if self._before:
            self.left_out, self.names = self._before.pop()

    def _say(self, left_out: frozenset[Hashable], names: Mapping[Hashable, MendedName]) -> None:
        if (left_out, names) != (self.left_out, self.names):
            self._before.append((self.left_out, self.names))
            self.left_out, self.names = left_out, names
