"""Which lesson is the log about? The one going on or just given, else the class that is open."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QObject

from klasgenoot.domain.calendar import Lesson
from klasgenoot.domain.people import ClassId, SchoolClass
from klasgenoot.operations.calendar import calendar, lesson_at_hand
from klasgenoot.store import drafts
from klasgenoot.viewmodels.session import Session

translate = QCoreApplication.translate

STILL_ABOUT = timedelta(minutes=90)
"""So long after its end a lesson goes before the class that is open."""


@dataclass(frozen=True, slots=True)
class LogClass:
    """The class that the log is about, and by which lesson."""

    school_class: SchoolClass | None
    lesson: Lesson | None = None
    is_over: bool = False

    @property
    def name(self) -> str:
        """The class, and when the lesson was."""
        if self.school_class is None:
            return ""
        if self.lesson is None:
            return self.school_class.name
        shape = translate("QuickLog", "{class_name}, lesson of {time}")
        return shape.format(class_name=self.school_class.name, time=f"{self.lesson.starts:%H:%M}")

    @property
    def words(self) -> str:
        """The same, and whether the lesson is over."""
        if self.lesson is None or not self.is_over:
            return self.name
        return translate("QuickLog", "{lesson}, just finished").format(lesson=self.name)


@dataclass(frozen=True, slots=True)
class BegunFor:
    """The lesson a draft was begun for: what tells it from other lessons."""

    class_id: ClassId
    on: date
    starts: time

    @classmethod
    def of(cls, lesson: Lesson) -> "BegunFor":
        """The one that a lesson is."""
        return cls(lesson.class_id, lesson.on, lesson.starts)

    @classmethod
    def read(cls, text: str) -> "BegunFor | None":
        """What `text` of one says; None of an empty text."""
        if not text:
            return None
        class_id, on, starts = text.split()
        return cls(ClassId(int(class_id)), date.fromisoformat(on), time.fromisoformat(starts))

    @property
    def text(self) -> str:
        """As it is kept beside the draft."""
        return f"{self.class_id} {self.on.isoformat()} {self.starts.isoformat()}"


class Begun(QObject):
    """What the draft of the log was begun for. It belongs to the session, as the draft does.

    It stands apart from the draft, which takes long to come in: the bar at the bottom asks for this
    at the start.

    Attributes:
        lesson: the one it was begun for, if it was about one; none while there is no text.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.lesson = BegunFor.read(drafts.stored_draft(session.vault, of=drafts.LOG_LESSON))


def begun_for(session: Session) -> Begun:
    """What the one draft of a run was begun for."""
    known = session.findChild(Begun)
    return known if isinstance(known, Begun) else Begun(session)


def log_class(session: Session, *, after_class: bool = False) -> LogClass:
    """The class that a log line is about now: that of the draft, while there is one.

    Args:
        session: for the calendar, the clock and the class that is open.
        after_class: whether a whole lesson is logged: then any lesson of today counts.
    """
    begun = _class_of_draft(session, begun_for(session).lesson)
    if begun is not None:
        return begun
    current, moment = session.current_class, session.now()
    class_id, lesson = lesson_at_hand(
        session.vault, moment=moment, open_class=current.id if current else None
    )
    if lesson is None or lesson.on != moment.date():
        return LogClass(current)
    ends = datetime.combine(lesson.on, lesson.ends, tzinfo=moment.tzinfo)
    known = _class(session, class_id)
    if known is None or (moment - ends > STILL_ABOUT and not after_class):
        return LogClass(current)
    return LogClass(known, lesson, is_over=moment >= ends)


def _class_of_draft(session: Session, begun: BegunFor | None) -> LogClass | None:
    """What a draft stays with; the lesson is said on its own day only."""
    known = _class(session, begun.class_id) if begun else None
    if begun is None or known is None:
        return None
    moment = session.now()
    lessons = calendar(session.vault).lessons_on(begun.on) if begun.on == moment.date() else ()
    lesson = next((each for each in lessons if BegunFor.of(each) == begun), None)
    if lesson is None:
        return LogClass(known)
    ends = datetime.combine(lesson.on, lesson.ends, tzinfo=moment.tzinfo)
    return LogClass(known, lesson, is_over=moment >= ends)


def _class(session: Session, class_id: ClassId | None) -> SchoolClass | None:
    return next((each for each in session.classes if each.id == class_id), None)
