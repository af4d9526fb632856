"""A sweep on screen: one face after another, nothing told before the end, then the figure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.photo_choice import ShownPhoto, for_sweep, photos_of
from klasgenoot.domain.summary import Result
from klasgenoot.domain.sweep import (
    ELSEWHERE_PERCENT,
    THOUGHT_PERCENT,
    Sweep,
    SweepResult,
    sweep_of,
)
from klasgenoot.domain.verdict import Verdict, judge_among
from klasgenoot.operations.sweep import keep_sweep
from klasgenoot.store.more_photos import more_photos
from klasgenoot.store.photo_tallies import photo_tallies
from klasgenoot.store.sweeps import sweeps_of
from klasgenoot.viewmodels.learning import Learning, learning
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.words import month_day

translate = QCoreApplication.translate

PEOPLE = frozenset({"students", "enrolments", "more_photos"})
SWEEPS = frozenset({"sweeps"})
LATEST = 6
"""The most earlier sweeps that are shown."""


class SweepStage(StrEnum):
    """What is on screen."""

    ASK = "ask"
    DONE = "done"
    TAKEN_BACK = "taken_back"
    """It was done, and is not kept any more."""
    NOTHING = "nothing"
    """There is nobody with a photo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepView:
    """A sweep looked back on.

    Attributes:
        title: how many names of how many.
        sentence: in how much time, and on a line of its own how that compares.
        faces: every face and whether its name came, those that did first.
        called: what everybody is called, so that no two of the class are called the same.
        earlier: the sweeps before it in words, latest first.
    """

    title: str
    sentence: str
    faces: tuple[tuple[Student, Result], ...]
    called: Mapping[StudentId, str]
    earlier: tuple[str, ...]


class SweepViewModel(QObject):
    """The whole class once, closed book.

    Attributes:
        trouble: why the sweep could not be kept; empty when it was.

    Signals:
        changed: something else is on screen.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: Learning | None = None
        self._sweep = Sweep(queue=())
        self._since = self._asked_at = session.now()
        self._photos: Mapping[StudentId, tuple[ShownPhoto, ...]] = {}
        self._kept_back: Mapping[StudentId, ShownPhoto] = {}
        self._result: SweepResult | None = None
        self._is_open = self._is_to_keep = False
        self.asks_letter = False
        self.trouble = ""
        session.changed.connect(self._on_session_changed)
        for news in (session.done, session.taken_back):
            news.connect(self._on_session_settled)
        session.class_changed.connect(self._on_class_changed)

    @property
    def stage(self) -> SweepStage:
        """What is on screen."""
        if not self._sweep.total:
            return SweepStage.NOTHING
        if self._sweep.current is not None:
            return SweepStage.ASK
        if self._result is not None and self._result not in self._kept():
            return SweepStage.TAKEN_BACK
        return SweepStage.DONE

    @property
    def student(self) -> Student | None:
        """Whose face is on screen, with the photo that was kept back for it."""
        return self._shown(self._sweep.current)

    @property
    def coming(self) -> Student | None:
        """Whose face comes next."""
        return self._shown(next(iter(self._sweep.queue[1:2]), None))

    @property
    def place(self) -> str:
        """How far the sweep is, as in "7 of 28"."""
        return translate("Sweep", "{place} of {total}").format(
            place=len(self._sweep.answers) + 1, total=self._sweep.total
        )

    @property
    def done_part(self) -> tuple[int, int]:
        """How many faces are done, of how many."""
        return len(self._sweep.answers), self._sweep.total

    @property
    def caption(self) -> str:
        """The line under the field."""
        if self.asks_letter:
            return translate("Sweep", "There are two. Add the first letter of the family name.")
        return translate("Sweep", "Enter goes on, also with nothing typed. You hear it at the end.")

    @property
    def view(self) -> SweepView | None:
        """The sweep looked back on; None until it is done."""
        if self.stage is not SweepStage.DONE or self._result is None or self._known is None:
            return None
        people = self._known.students
        faces = [
            (people[answer.student_id], Result.KNEW if answer.known else Result.AGAIN)
            for answer in self._sweep.answers
            if answer.student_id in people
        ]
        earlier = self._kept()
        before = earlier[:-1] if earlier[-1:] == (self._result,) else earlier
        return SweepView(
            title=translate("Sweep", "{known} of {total} names").format(
                known=self._result.known, total=self._result.asked
            ),
            sentence=_sentence(self._result),
            faces=tuple(sorted(faces, key=lambda face: face[1] is not Result.KNEW)),
            called=self._known.called,
            earlier=tuple(_earlier(one) for one in reversed(before[-LATEST:])),
        )

    @Slot()
    def begin(self) -> None:
        """Begins a sweep through the current class."""
        self._is_open = True
        self._clear()
        known = learning(self._session)
        self._read(known)
        self._since = self._asked_at = self._session.now()
        seed = int(self._since.timestamp())
        self._sweep = sweep_of(known.faces if known else (), seed=seed)
        self.changed.emit()

    def leave(self) -> None:
        """Closes the book: what was not finished is over, and nothing is begun by itself."""
        self._is_open = False
        self._clear()

    def answer(self, typed: str) -> None:
        """Goes on after what was typed; nothing typed is a name that did not come."""
        student = self.student
        if student is None or self._known is None:
            return
        judged = judge_among(typed, target=student.id, names=self._known.names)
        if judged.verdict is Verdict.WHICH:
            self.asks_letter = True
            self.changed.emit()
            return
        self.asks_letter = False
        now = self._session.now()
        self._go_on(
            self._sweep.answered(
                judged.verdict,
                said=judged.said,
                photo=student.photo,
                seconds=max(0.0, (now - self._asked_at).total_seconds()),
            )
        )

    def leave_out(self, student_id: StudentId) -> None:
        """Goes on without somebody whose photo cannot be shown."""
        self._go_on(self._sweep.without(student_id))

    def _shown(self, who: StudentId | None) -> Student | None:
        student = self._known.students.get(who) if self._known and who is not None else None
        kept = self._kept_back.get(who) if student is not None and who is not None else None
        if student is None or kept is None:
            return student
        return replace(student, photo=kept.photo, crop=kept.crop)

    def _clear(self) -> None:
        self._known, self._result, self._sweep = None, None, Sweep(queue=())
        self._is_to_keep = self.asks_letter = False
        self.trouble = ""

    def _read(self, known: Learning | None) -> None:
        self._known = known
        self._photos = _photos(self._session, known)
        self._kept_back = _kept_back(self._session, known, self._photos)

    def _kept(self) -> tuple[SweepResult, ...]:
        known = self._known
        return sweeps_of(self._session.vault, known.school_class.id) if known else ()

    def _go_on(self, sweep: Sweep) -> None:
        if sweep.current != self._sweep.current:
            self._asked_at = self._session.now()
        self._sweep = sweep
        if sweep.current is None and sweep.answers and self._known is not None:
            self._keep(sweep, self._known)
        self.changed.emit()

    def _keep(self, sweep: Sweep, known: Learning) -> None:
        now = self._session.now()
        try:
            self._result = self._session.do(
                keep_sweep,
                class_id=known.school_class.id,
                sweep=sweep,
                seconds=max(0.0, (now - self._since).total_seconds()),
                at=now,
            )
        except Trouble as trouble:
            self.trouble = trouble_words(trouble)

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & PEOPLE and self.stage is SweepStage.ASK:
            self._look_who_is_left()
        elif tables & SWEEPS and self._result is not None:
            self.changed.emit()

    def _look_who_is_left(self) -> None:
        known, now = self._known, learning(self._session)
        if known is None or now is None or now.school_class.id != known.school_class.id:
            return  # the class itself went, and its going is told next
        self._read(now)
        left = self._sweep.with_those_left(
            {who: [each.photo for each in self._photos[who]] for who in now.students}
        )
        if left.current != self._sweep.current:
            self._asked_at, self.asks_letter = self._session.now(), False
        self._sweep, self._is_to_keep = left, left.current is None
        self.changed.emit()

    @Slot()
    def _on_session_settled(self) -> None:
        """Keeps the sweep when the last one to ask went; after their going, so undo is in order."""
        if self._is_to_keep:
            self._is_to_keep = False
            self._go_on(self._sweep)

    @Slot()
    def _on_class_changed(self) -> None:
        """Another class: another sweep. Another day or another name of the class is none."""
        current, known = self._session.current_class, self._known
        was = known.school_class.id if known else None
        if self._is_open and (current.id if current else None) != was:
            self.begin()


def _photos(session: Session, known: Learning | None) -> dict[StudentId, tuple[ShownPhoto, ...]]:
    """All photos of everybody in the class."""
    if known is None:
        return {}
    more = more_photos(session.vault, class_id=known.school_class.id)
    return {who: photos_of(student, more.get(who, ())) for who, student in known.students.items()}


def _kept_back(
    session: Session,
    known: Learning | None,
    photos: Mapping[StudentId, tuple[ShownPhoto, ...]],
) -> dict[StudentId, ShownPhoto]:
    """The photo of each student that practice does not show, or the only one."""
    if known is None:
        return {}
    tallies = photo_tallies(session.vault, class_id=known.school_class.id)
    kept = {who: for_sweep(theirs, misses=tallies.get(who, {})) for who, theirs in photos.items()}
    return {who: shown for who, shown in kept.items() if shown is not None}


def _sentence(result: SweepResult) -> str:
    own = translate("Sweep", "{percent} %, in {time}.").format(
        percent=result.percent, time=_time(result.seconds)
    )
    elsewhere = translate(
        "Sweep",
        "In one American course teachers knew {known} % of the names,"
        " while {thought} % of the students thought theirs was known.",
    ).format(known=ELSEWHERE_PERCENT, thought=THOUGHT_PERCENT)
    return f"{own}\n{elsewhere}"


def _earlier(result: SweepResult) -> str:
    return translate("Sweep", "{day}: {known} of {asked}, in {time}").format(
        day=month_day(result.taken_on),
        known=result.known,
        asked=result.asked,
        time=_time(result.seconds),
    )


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return translate("Sweep", "%n second(s)", None, rest)
    return translate("Sweep", "{minutes}:{seconds} minutes").format(
        minutes=minutes, seconds=f"{rest:02}"
    )
