"""The page Guide: eleven recommendations beside what the teacher's own records already show."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.evidence import Evidence, NamesKnown, Nothing, OpenPromises
from klasgenoot.domain.guide import (
    About,
    Guide,
    Mark,
    Marked,
    Place,
    Recommendation,
    Step,
    of_the_week,
    read_guide,
)
from klasgenoot.operations.guide import mark_recommendation
from klasgenoot.operations.overview import class_evidence
from klasgenoot.store import guide_marks, students
from klasgenoot.viewmodels.classmates import Classmates
from klasgenoot.viewmodels.evidence import Shown, shown
from klasgenoot.viewmodels.phase_texts import phase_texts
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.words import short_date

translate = QCoreApplication.translate

WATCHED = frozenset(
    {
        "students",
        "enrolments",
        "contacts",
        "contact_students",
        "promises",
        "memories",
        "periods",
        "group_notes",
        "guide_marks",
        "needs_asked",
        "talk_rounds",
        "round_talks",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideRow:
    """One recommendation as it stands for the class.

    Attributes:
        text: the recommendation itself.
        seen: what the records show.
        target: the page that the step leads to; None when the step is something to say in class.
        mark: what the teacher said to it, and `marked` the day in words.
        is_this_weeks: whether it is the one of this week.
    """

    text: Recommendation
    seen: Shown
    target: Target | None
    mark: Mark | None
    marked: str
    is_this_weeks: bool

    @property
    def number(self) -> int:
        """Which of the eleven it is."""
        return self.text.number

    @property
    def more(self) -> tuple[str, Target] | None:
        """What else helps, on which page; None when nothing does."""
        more = self.text.more
        target = _target(more.leads_to, Nothing()) if more else None
        return (more.title, target) if more and target else None

    @property
    def step(self) -> Step:
        """What can be done now, in two minutes or less."""
        return self.text.step

    @property
    def sentence(self) -> str:
        """The whole row, for who cannot see it."""
        said = mark_words(self.mark) if self.mark else ""
        this_week = translate("Guide", "This week") if self.is_this_weeks else ""
        whole = (f"{self.number}", self.text.title, this_week, said, self.seen.words)
        return ". ".join(part for part in whole if part)


def mark_words(mark: Mark) -> str:
    """What a mark is called."""
    match mark:
        case Mark.DONE:
            return translate("Guide", "Done")
        case Mark.LATER:
            return translate("Guide", "Later")
        case Mark.NOT_FOR_ME:
            return translate("Guide", "Not for me")


class GuideViewModel(QObject):
    """The recommendations for the current class.

    Args:
        session: the run of the app.
        texts: the folder of the guide, one file for each language; the names of the phases lie
            in the folder beside it.

    Signals:
        changed: a record, a mark or the class is another one.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, *, texts: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        language = session.settings.language
        data = json.loads((texts / f"{language.value}.json").read_text("utf-8"))
        self._guide: Guide = read_guide(data)
        phases = phase_texts(texts.parent / "phases", language).phases
        self._phases = {phase: text.name for phase, text in phases.items()}
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self.changed)

    @property
    def class_name(self) -> str:
        """The class whose records are shown; empty when there is none."""
        return self._session.class_name

    @property
    def about(self) -> About:
        """The study behind the recommendations."""
        return self._guide.about

    def rows(self) -> tuple[GuideRow, ...]:
        """The eleven, in the order of the report, as the records are now."""
        known = self._look_up(self._classmates())
        return tuple(self._row(text, known) for text in self._guide.recommendations)

    def of_this_week(self, classmates: Classmates) -> GuideRow | None:
        """The one of this week alone; None when there is none.

        Args:
            classmates: everybody in the class, for who has looked them up already.
        """
        known = self._look_up(classmates)
        those = (text for text in self._guide.recommendations if text.number == known.this_week)
        return next((self._row(text, known) for text in those), None)

    def mark(self, number: int, mark: Mark | None) -> None:
        """Marks a recommendation for the class; None takes the mark off. Undo takes it back."""
        school_class = self._session.current_class
        if school_class is None:
            return
        try:
            self._session.do(
                mark_recommendation,
                class_id=school_class.id,
                recommendation=number,
                mark=mark,
                on=self._session.today(),
            )
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))

    def _look_up(self, classmates: Classmates) -> "_Known":
        session, school_class = self._session, self._session.current_class
        if school_class is None:
            seen: Mapping[int, Evidence] = {
                text.number: Nothing() for text in self._guide.recommendations
            }
            marks: Mapping[int, Marked] = {}
        else:
            members = tuple(classmates.students)
            seen = class_evidence(session.vault, school_class, members=members, now=session.now())
            marks = guide_marks.marks_of(session.vault, school_class.id)
        return _Known(
            classmates=classmates,
            seen=seen,
            marks=marks,
            this_week=of_the_week(self._guide, evidence=seen, marks=marks, today=session.today()),
        )

    def _classmates(self) -> Classmates:
        school_class = self._session.current_class
        if school_class is None:
            return Classmates(students={})
        those = students.all_students(self._session.vault, class_id=school_class.id)
        return Classmates(students={student.id: student for student in those})

    def _row(self, text: Recommendation, known: "_Known") -> GuideRow:
        is_this_weeks = text.number == known.this_week
        # one that was put aside before: its rest is over
        marked = None if is_this_weeks else known.marks.get(text.number)
        seen = known.seen[text.number]
        return GuideRow(
            text=text,
            seen=shown(seen, classmates=known.classmates, phases=self._phases),
            target=_target(text.step.leads_to, seen),
            mark=marked.mark if marked else None,
            marked=short_date(marked.on) if marked else "",
            is_this_weeks=is_this_weeks,
        )

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the rows are made of: the class, its records, and which one is of this week."""

    classmates: Classmates
    seen: Mapping[int, Evidence]
    marks: Mapping[int, Marked]
    this_week: int | None


_PAGES = {
    Place.CHECKINS: Target(PageId.CHECK_INS),
    Place.TALKS: Target(PageId.TALKS),
    Place.NEEDS: Target(PageId.NEEDS),
    Place.PHASES: Target(PageId.PHASES, act="note"),
}


def _target(place: Place | None, seen: Evidence) -> Target | None:
    """Where a step leads: straight to the thing itself when there is one."""
    match place:
        case Place.NAMES:
            if isinstance(seen, NamesKnown):
                return Target(PageId.PRACTICE, act="few")
            return Target(PageId.NAMES)
        case Place.STUDENTS:
            oldest = seen.oldest if isinstance(seen, OpenPromises) else None
            return Target(PageId.STUDENTS if oldest is None else PageId.STUDENT, student=oldest)
        case Place.CHECKINS | Place.TALKS | Place.NEEDS | Place.PHASES:
            return _PAGES[place]
        case None:
            return None
