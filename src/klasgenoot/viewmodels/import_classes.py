"""Which classes of a list are taken in, and into which? One, several each by itself, or as one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from klasgenoot.domain.columns import Field
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.domain.remarks import RemarkKind
from klasgenoot.operations.proposing import Proposal, likely_class, propose
from klasgenoot.operations.proposing_classes import handful_in, propose_classes
from klasgenoot.operations.reading import Found
from klasgenoot.store.database import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassLine:
    """One class of the list, as a teacher ticks it.

    Attributes:
        name: what the list calls it.
        count: how many students it names in it.
        is_taken: whether it is ticked.
        is_new: whether there is no class of that name yet.
        added: students who are new; None, and so below, where the class is not taken by itself.
        changed: students of whom something becomes different.
        missing: students in it whom the list does not name in it.
    """

    name: str
    count: int
    is_taken: bool
    is_new: bool = False
    added: int | None = None
    changed: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """A student whom the list does not name in a class, and whether they leave it."""

    student: Student
    class_id: ClassId
    leaves: bool


class ClassChoice:
    """What is taken in, and where to.

    Attributes:
        names: the classes that the list names, with the number of students in each.
        ticked: the classes of the list that are taken; none of them for everybody.
        is_together: whether they become one class.
        class_id: the class it is for, or None for a new one, called `class_name`.
        leaving: students whom the list does not name in a class and the teacher ticked.
    """

    def __init__(self) -> None:
        self.names: tuple[tuple[str, int], ...] = ()
        self.ticked: frozenset[str] = frozenset()
        self.is_together = False
        self.class_id: ClassId | None = None
        self.class_name = ""
        self.leaving: frozenset[tuple[ClassId, StudentId]] = frozenset()
        self._is_named = False
        self._is_class_chosen = False

    @property
    def is_each(self) -> bool:
        """Whether several classes are taken in, each by itself."""
        return len(self.ticked) > 1 and not self.is_together

    @property
    def is_to_choose(self) -> bool:
        """Whether there are so many classes that a teacher has to say which."""
        return len(self.names) > 1 and not self.ticked and not self.is_together

    def tick(self, names: Collection[str]) -> bool:
        """Takes these classes of the list and no other; False if it was so already."""
        wanted = frozenset(name for name, _ in self.names if name in names)
        return self._choose(wanted, is_together=self.is_together)

    def take_together(self, *, is_together: bool) -> bool:
        """Makes one class of them, or each its own; False if it was so already."""
        return self._choose(self.ticked, is_together=is_together)

    def take_into(self, class_id: ClassId | None) -> bool:
        """Takes them into a class that is there, or (None) a new one; False if it was so."""
        if class_id == self.class_id:
            return False
        self.class_id = class_id
        self._is_class_chosen = True
        return True

    def call(self, name: str) -> None:
        """Says what the new class is called."""
        self.class_name = name
        self._is_named = True

    def look_for(self, classes: Collection[ClassId]) -> None:
        """The classes there are; the one that was chosen may have gone."""
        if self.class_id is not None and self.class_id not in classes:
            self._is_class_chosen = False

    @property
    def leaving_by_class(self) -> dict[ClassId, tuple[StudentId, ...]]:
        """The students that leave each class, as the deed takes them."""
        classes = {class_id for class_id, _ in self.leaving}
        return {
            each: tuple(who for class_id, who in self.leaving if class_id == each)
            for each in classes
        }

    def say_leaves(self, student_id: StudentId, class_id: ClassId, *, leaves: bool) -> None:
        """Says whether a student whom the list does not name leaves a class."""
        pair = (class_id, student_id)
        self.leaving = self.leaving | {pair} if leaves else self.leaving - {pair}

    def propose(self, vault: Vault, found: Found, *, fields: Sequence[Field]) -> Proposal:
        """What would be taken in. Up to a handful of classes, each is, until said otherwise.

        Raises:
            NoNameColumn, EmptyList, DoubleNumber: the list does not hold together.
        """
        proposal = self._propose(vault, found, fields=fields)
        if proposal.classes != self.names:
            self.names = proposal.classes
            names = frozenset(name for name, _ in self.names)
            self.ticked = names if 1 < len(names) <= handful_in(found) else frozenset()
            self.is_together = bool(self.ticked and _heading_of_all(found, self.names))
            if self.ticked:
                proposal = self._propose(vault, found, fields=fields)
        if not self._is_named:
            heading = _heading_of_all(found, self.names) if self.is_together else ""
            self.class_name = heading or proposal.class_name
        there = {(each.class_id, each.student.id) for each in self.unnamed(proposal)}
        self.leaving &= there
        return proposal

    def unnamed(self, proposal: Proposal) -> tuple[Unnamed, ...]:
        """Who is in a class and is not named in it. They stay unless they are ticked."""
        pairs = (
            [(self.class_id, student) for student in proposal.difference.missing]
            if not proposal.each
            else [(one.class_id, student) for one in proposal.each for student in one.missing]
        )
        return tuple(
            Unnamed(student=who, class_id=at, leaves=(at, who.id) in self.leaving)
            for at, who in pairs
            if at is not None
        )

    def lines(self, proposal: Proposal) -> tuple[ClassLine, ...]:
        """The classes of the list, with what taking each in comes to."""
        added = {id(row) for row in proposal.difference.added}
        changed = {id(match.row) for match in proposal.difference.changed}
        each = {one.name: one for one in proposal.each}
        lines = []
        for name, count in self.names:
            line = ClassLine(name=name, count=count, is_taken=name in self.ticked)
            if one := each.get(name):
                rows = [id(proposal.rows[at]) for at in one.members]
                line = ClassLine(
                    name=name,
                    count=count,
                    is_taken=True,
                    is_new=one.class_id is None,
                    added=sum(row in added for row in rows),
                    changed=sum(row in changed for row in rows),
                    missing=len(one.missing),
                )
            lines.append(line)
        return tuple(lines)

    def _choose(self, ticked: frozenset[str], *, is_together: bool) -> bool:
        if (ticked, is_together) == (self.ticked, self.is_together):
            return False
        self.ticked, self.is_together = ticked, is_together
        self._is_named = self._is_class_chosen = False
        return True

    def _propose(self, vault: Vault, found: Found, *, fields: Sequence[Field]) -> Proposal:
        if self.is_each:
            return propose_classes(vault, found, fields=fields, only=self.ticked)
        if not self._is_class_chosen:
            self.class_id = likely_class(vault, found, fields=fields, only=self.ticked)
        return propose(vault, found, fields=fields, class_id=self.class_id, only=self.ticked)


def _heading_of_all(found: Found, names: Sequence[tuple[str, int]]) -> str:
    """The group that is named above a list of students out of several classes; else nothing."""
    remarks = found.table.remarks if found.table is not None else ()
    headings = [remark.text for remark in remarks if remark.kind is RemarkKind.HEADING]
    classes = {fold(name) for name, _ in names}
    return next((text for text in headings if fold(text) not in classes), "")
