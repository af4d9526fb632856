"""Practising on the class photo while it is open: find somebody in it, then say who each one is.

Nothing of it is kept, as the picture is not: an answer here rates no card and moves no day. It is
another task than a portrait alone, where clothes and neighbours help.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Signal

from klasgenoot.domain.lots import lot
from klasgenoot.domain.named_heads import NamedHead
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.who import NameBook

translate = QCoreApplication.translate

FEWEST = 3
"""Fewer heads with a name are nothing to choose from."""


class Way(Enum):
    """What is asked of a head."""

    FIND = "find"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Question:
    """One head, and what is asked of it. `place` is that of its frame."""

    place: int
    way: Way


class GroupPractice(QObject):
    """Everybody with a name is to be found once, and then named once; a miss comes back at the end.

    Attributes:
        heads: the frames of the picture.
        question: what is asked now; None when all is done, or nothing was begun.
        said: what the last answer came to, in words.
        is_shown: whether the answer was missed and is shown, until the teacher goes on.
        right: how many were right at once, and `asked` of how many.

    Signals:
        changed: another question, or an answer.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[NamedHead, ...] = ()
        self.question: Question | None = None
        self.end()

    @staticmethod
    def can_begin(heads: Sequence[NamedHead]) -> bool:
        """Whether there is enough in the picture to practise with."""
        return sum(each.who is not None for each in heads) >= FEWEST

    def begin(self, heads: Sequence[NamedHead], *, seed: int) -> None:
        """Begins with the names in this picture, in an order that the seed decides."""
        self.end()
        self.heads = (*heads,)
        named = [place for place, each in enumerate(heads) if each.who is not None]
        for way in Way:
            drawn = sorted((lot(seed, place, ord(way.value[0])), place) for place in named)
            self._coming += [Question(place, way) for _, place in drawn]
        self._go_on()

    def end(self) -> None:
        """Lets go of all of it."""
        self.heads, self.question = (), None
        self.said = ""
        self.is_shown = False
        self.right = self.asked = 0
        self._coming: list[Question] = []
        self._missed: set[Question] = set()

    @property
    def who(self) -> Student | None:
        """Whom the question is about."""
        return self.heads[self.question.place].who if self.question else None

    @property
    def shown_head(self) -> NamedHead | None:
        """The head whose name stands at it now."""
        return self.heads[self.question.place] if self.question and self.is_shown else None

    def point(self, place: int) -> None:
        """Says which head it is."""
        if self.question is None or self.question.way is not Way.FIND or self.is_shown:
            return
        other = self.heads[place].who
        that = translate("GroupPractice", "That is {name}.").format(
            name=other.name if other else ""
        )
        wrong = that if other else translate("GroupPractice", "That head has no name yet.")
        self._judge(is_right=place == self.question.place, wrong=wrong)

    def name(self, typed: str) -> None:
        """Says who it is."""
        who = self.who
        if self.question is None or who is None or self.question.way is not Way.NAME:
            return
        if not self.is_shown and typed.strip():
            # who is new to the class has no number of their own yet
            everybody = [
                replace(each.who, id=StudentId(place))
                for place, each in enumerate(self.heads)
                if each.who is not None
            ]
            is_right = self.question.place in NameBook(everybody).fits(typed)
            wrong = translate("GroupPractice", "This is {name}.").format(name=who.full_name)
            self._judge(is_right=is_right, wrong=wrong)

    def go_on(self) -> None:
        """To the next question, once the answer was looked at."""
        if self.is_shown:
            self.is_shown, self.said = False, ""
            self._go_on()

    def _judge(self, *, is_right: bool, wrong: str) -> None:
        question = self.question
        if question is None:
            return
        if question not in self._missed:
            self.asked += 1
            self.right += is_right
        if is_right:
            self.said = translate("GroupPractice", "Right.")
            self._go_on()
            return
        self._missed.add(question)
        self._coming.append(question)
        self.said, self.is_shown = wrong, True
        self.changed.emit()

    def _go_on(self) -> None:
        self.question = self._coming.pop(0) if self._coming else None
        self.changed.emit()
