"""Two who are taken for each other, on screen: look at both, then name each until it sticks."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.look_alikes import IN_A_ROW, Drill, drill_of
from klasgenoot.domain.memory import day_of
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.operations.look_alikes import answer_look_alike
from klasgenoot.viewmodels.learning import Learning, learning
from klasgenoot.viewmodels.practice_keeping import on_screen
from klasgenoot.viewmodels.practice_past import Past
from klasgenoot.viewmodels.practice_photos import practised
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.words import listed, one_stop

translate = QCoreApplication.translate

PEOPLE = frozenset({"students", "enrolments", "more_photos", "memories"})


class DrillStage(StrEnum):
    """What is on screen."""

    LOOK = "look"
    """Both faces with their names, side by side."""
    ASK = "ask"
    DONE = "done"
    NOT_YET = "not_yet"
    """At least one of the two names was never recalled: first each on its own."""
    NO_PHOTO = "no_photo"
    GONE = "gone"
    """At least one of the two is not in the class (any more)."""


CANNOT = frozenset({DrillStage.NOT_YET, DrillStage.NO_PHOTO, DrillStage.GONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One of the two, and what they are called so that no two in the class are called the same."""

    student: Student
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Then:
    """What is on screen: the drill, whether both are looked at, and what came of the last answer.

    Attributes:
        said: the wrong name that was chosen last.
        right: whether the last answer was right; None where there was none.
    """

    drill: Drill
    is_looking: bool = True
    said: StudentId | None = None
    right: bool | None = None


class LookAlikesViewModel(QObject):
    """The drill with two students of the current class.

    Every answer is kept before the next face is shown. The run is begun anew when the page is
    opened for others, or on another day.

    Attributes:
        trouble: why the last answer could not be kept; empty when it was.

    Signals:
        changed: something else is on screen.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: Learning | None = None
        self._then: _Then | None = None
        self._past: Past[_Then] = Past()
        self._unreadable = False
        self._is_stale = True
        self._since = session.now()
        self.trouble = ""
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)
        session.taken_back.connect(self._on_session_taken_back)

    # ---- what is on screen ----

    @property
    def stage(self) -> DrillStage:
        """What is on screen."""
        known, both = self._freshen(), self.both
        if self._then is None or known is None or not both:
            return DrillStage.GONE
        if self._unreadable or not all(each.student.photo for each in both):
            return DrillStage.NO_PHOTO
        if not all(each.student.id in known.memories for each in both):
            return DrillStage.NOT_YET
        if self._then.drill.is_done:
            return DrillStage.DONE
        return DrillStage.LOOK if self._then.is_looking else DrillStage.ASK

    @property
    def both(self) -> tuple[Named, ...]:
        """The two of them, always in one order; nobody when one is not there."""
        then = self._then
        return self._named((then.drill.one, then.drill.other)) if then else ()

    @property
    def names(self) -> tuple[Named, ...]:
        """Those to choose from, from left to right."""
        then = self._then
        return self._named(then.drill.names) if then and self.stage is DrillStage.ASK else ()

    @property
    def student(self) -> Student | None:
        """Whose face is asked."""
        who = self._then.drill.current if self._then and self.stage is DrillStage.ASK else None
        known = self._freshen()
        return known.students.get(who) if known and who is not None else None

    @property
    def asked(self) -> StudentId | None:
        """Whose face was named wrongly just now, while both are looked at."""
        is_miss = self._then is not None and self._then.said is not None
        if self._then is None or not is_miss or self.stage is not DrillStage.LOOK:
            return None
        return self._then.drill.answers[-1].student_id

    @property
    def done_part(self) -> tuple[int, int]:
        """How many in a row are right, of how many."""
        return (self._then.drill.in_a_row if self._then else 0), IN_A_ROW

    @property
    def place(self) -> str:
        """How far it is, in words."""
        return translate("LookAlikes", "{count} of {total} in a row").format(
            count=self.done_part[0], total=IN_A_ROW
        )

    @property
    def title(self) -> str:
        """What is said above the faces, or why there is nothing to do."""
        if self.stage is DrillStage.LOOK:
            return self._miss() or translate("LookAlikes", "Where is the difference?")
        return {
            DrillStage.ASK: translate("LookAlikes", "Who is this?"),
            DrillStage.DONE: translate("LookAlikes", "You tell them apart"),
            DrillStage.NOT_YET: translate("LookAlikes", "First learn both names on their own."),
            DrillStage.NO_PHOTO: translate(
                "LookAlikes", "There is no photo of {names} to show."
            ).format(names=self._without_photo()),
            DrillStage.GONE: translate(
                "LookAlikes", "One of the two is not in this class any more."
            ),
        }[self.stage]

    @property
    def caption(self) -> str:
        """The line below: what to look for, how the last answer went, or what it comes to."""
        return {
            DrillStage.LOOK: translate(
                "LookAlikes",
                "Take your time with both faces. Look for what stays: hair and clothes change.",
            ),
            DrillStage.ASK: self._ask_words(),
            DrillStage.DONE: self._done_words(),
            DrillStage.NOT_YET: translate(
                "LookAlikes",
                "Faces that look alike are easier to learn apart from each other. Once you have"
                " recalled both names while practising, you can put them side by side here.",
            ),
            DrillStage.NO_PHOTO: translate(
                "LookAlikes", "With a photo of both you can put them side by side."
            ),
            DrillStage.GONE: "",
        }[self.stage]

    # ---- what the teacher does ----

    def open(self, one: StudentId | None, other: StudentId | None) -> None:
        """Shows the drill with these two; one that was left today goes on."""
        if one is None or other is None or one == other:
            self._then = None
            self.changed.emit()
            return
        was = self._then.drill if self._then else None
        is_same = was is not None and {was.one, was.other} == {one, other} and not was.is_done
        is_today = day_of(self._since) == day_of(self._session.now())
        self._is_stale, self._unreadable, self._known = True, False, None
        if not (is_same and is_today):
            self._begin(one, other)
        self._since = self._session.now()
        self.changed.emit()

    def again(self) -> None:
        """Begins anew with the same two."""
        if self._then is not None:
            self._begin(self._then.drill.one, self._then.drill.other)
            self.changed.emit()

    def go_on(self) -> None:
        """Asks, after both were looked at."""
        if self._then is not None and self.stage is DrillStage.LOOK:
            self._show(_Then(drill=self._then.drill, is_looking=False))

    def choose(self, student_id: StudentId) -> None:
        """Answers with one of the two names."""
        then, student = self._then, self.student
        if then is None or student is None or student_id not in (then.drill.one, then.drill.other):
            return
        now = self._session.now()
        try:
            drill = self._session.do(
                answer_look_alike,
                drill=then.drill,
                said=student_id,
                photo=student.photo,
                seconds=on_screen(self._session, self._since),
                at=now,
            )
        except Trouble as trouble:
            self.trouble = trouble_words(trouble)
            self.changed.emit()
            return
        self._past.remember(then)
        right = drill.answers[-1].right
        said = None if right else student_id
        self._show(_Then(drill=drill, is_looking=not right, said=said, right=right))

    def cannot_show(self) -> None:
        """The picture of one of the two cannot be read."""
        self._unreadable = True
        self.changed.emit()

    # ---- how it goes on ----

    def _freshen(self) -> Learning | None:
        """Reads the class anew if anything changed since."""
        if self._is_stale:
            self._is_stale = False
            now, before = learning(self._session), self._known
            self._known = practised(self._session, now, before=before) if now else None
        return self._known

    def _begin(self, one: StudentId, other: StudentId) -> None:
        self._past.clear()
        self.trouble = ""
        self._since = self._session.now()
        self._then = _Then(drill=drill_of(one, other, seed=int(self._since.timestamp())))

    def _show(self, then: _Then) -> None:
        self._then = then
        self._since = self._session.now()
        self.trouble = ""
        self.changed.emit()

    def _named(self, those: tuple[StudentId, ...]) -> tuple[Named, ...]:
        known = self._freshen()
        people = known.students if known else {}
        if not all(who in people for who in those):
            return ()
        called = known.called if known else {}
        return tuple(Named(student=people[who], name=called[who]) for who in those)

    def _name(self, who: StudentId) -> str:
        return next((each.name for each in self.both if each.student.id == who), "")

    def _without_photo(self) -> str:
        """Those of whom there is no photo; both, where it is there and cannot be read."""
        lacking = [each.name for each in self.both if not each.student.photo]
        return listed(lacking or [each.name for each in self.both])

    def _miss(self) -> str:
        """Who it was and whose name was chosen; empty where nothing went wrong just now."""
        who = self.asked
        if who is None or self._then is None or self._then.said is None:
            return ""
        words = translate("LookAlikes", "This is {name}. You chose {said}.")
        return one_stop(words.format(name=self._name(who), said=self._name(self._then.said)))

    def _ask_words(self) -> str:
        if self._then is not None and self._then.right:
            return translate("LookAlikes", "Right. {place}").format(place=self.place)
        return translate("LookAlikes", "Six right in a row and you can tell them apart.")

    def _done_words(self) -> str:
        answers = self._then.drill.answers if self._then else ()
        misses = sum(not answer.right for answer in answers)
        first = translate("LookAlikes", "Six right in a row.")
        if misses:
            first = translate("LookAlikes", "Six right in a row, after %n miss(es).", None, misses)
        rest = translate("LookAlikes", "What you mixed up before no longer counts.")
        return f"{first} {rest}"

    @Slot(str, bool)
    def _on_session_taken_back(self, deed: str, undone: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Shows the question again whose answer was taken back, or what came after it."""
        if Deed(deed) is not Deed.ANSWER_LOOK_ALIKE or self._then is None:
            return
        then = self._past.go(self._then, back=undone)
        if then is not None:
            self._show(then)

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & PEOPLE and self._then is not None:
            self._is_stale = True
            self.changed.emit()

    @Slot()
    def _on_class_changed(self) -> None:
        current, known = self._session.current_class, self._known
        if current is None or known is None or current.id != known.school_class.id:
            self._known = None  # of the same class each keeps the photo, also when the day turns
        self._is_stale = True
        self.changed.emit()
