"""Timetables on their way into the calendar: read beside the window, looked over, taken in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import ClassId
from klasgenoot.operations.calendar import import_calendar
from klasgenoot.viewmodels.calendar_rows import span_words
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.words import listed

if TYPE_CHECKING:
    from klasgenoot.domain.timetable import Timetable
    from klasgenoot.operations.timetables import TimetableProposal
    from klasgenoot.viewmodels.work import Work

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Asked:
    """A title of which nobody knows the class.

    Attributes:
        title: as it stands in the timetable.
        line: how often it is there.
        class_id: what was chosen for it; None leaves it out.
    """

    title: str
    line: str
    class_id: ClassId | None


class TimetableViewModel(QObject):
    """Timetable files, from reading to the calendar.

    Signals:
        changed: it was read, or another class was chosen for a title.
        failed: a sentence on why it cannot be read or kept.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._work: Work | None = None
        self._source = ""
        self._timetables: tuple[Timetable, ...] = ()
        self._proposal: TimetableProposal | None = None
        self._said: dict[str, ClassId] = {}

    @property
    def source(self) -> str:
        """The files that are looked over."""
        return self._source

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read."""
        return self._work is not None and self._work.is_busy

    @property
    def classes(self) -> dict[ClassId, str]:
        """All classes, by name."""
        return {each.id: each.name for each in self._session.classes}

    @property
    def lines(self) -> tuple[str, ...]:
        """What would come into the calendar, in words."""
        found = self._proposal
        if found is None:
            return ()
        counts = Counter(lesson.class_id for lesson in found.lessons)
        lines = []
        for class_id, name in self.classes.items():
            days = [lesson.on for lesson in found.lessons if lesson.class_id == class_id]
            if days:
                words = translate("Calendar", "{name}: %n lesson(s)", None, counts[class_id])
                lines.append(f"{words.format(name=name)}, {span_words(min(days), max(days))}")
        if found.periods:
            count = len(found.periods)
            lines.append(translate("Calendar", "%n holiday(s), exam weeks and blocks", None, count))
        gone = sum(map(len, found.dropped.values()))
        if gone:
            lines.append(translate("Calendar", "%n lesson(s) no longer in it", None, gone))
        return tuple(lines)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What comes back in it and is for no class that is known."""
        found = self._proposal
        return tuple(
            Asked(
                each.title,
                translate("Calendar", "%n time(s)", None, each.count),
                self._said.get(each.title),
            )
            for each in (found.unknown if found else ())
        )

    @property
    def can_keep(self) -> bool:
        """Whether there is anything to take in."""
        found = self._proposal
        return found is not None and bool(found.lessons or found.periods or found.dropped)

    def read(self, paths: Sequence[Path]) -> None:
        """Begins to read files."""
        from klasgenoot.operations.timetables import read_timetables
        from klasgenoot.viewmodels.work import Work

        self.forget()
        self._source = listed([path.name for path in paths])
        if self._work is None:
            self._work = Work(self)
            self._work.finished.connect(self._on_work_finished)
            self._work.failed.connect(self._on_work_failed)
        today = self._session.today()
        self._work.start(
            lambda progress: read_timetables(paths, today=today, is_cancelled=progress.is_cancelled)
        )

    def choose(self, title: str, class_id: ClassId | None) -> None:
        """Says which class a title is for; None leaves it out."""
        if class_id is None:
            self._said.pop(title, None)
        else:
            self._said[title] = class_id
        self._propose()

    def keep(self) -> bool:
        """Takes it into the calendar as one deed. Undo takes all of it out; False if it failed."""
        found = self._proposal
        if found is None:
            return False
        try:
            self._session.do(
                import_calendar,
                lessons=found.lessons,
                periods=found.periods,
                names=found.names,
                dropped=found.dropped,
            )
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return False
        self.forget()
        return True

    def forget(self) -> None:
        """Lets go of what was read; nothing was kept of it."""
        if self._work is not None:
            self._work.cancel()
        self._timetables, self._proposal = (), None
        self._said = {}

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        if self._work is not None:
            self._work.wait()

    def _propose(self) -> None:
        from klasgenoot.operations.timetables import propose_timetable

        if not self._timetables:
            return
        self._proposal = propose_timetable(
            self._session.vault, self._timetables, said=self._said, today=self._session.today()
        )
        self.changed.emit()

    @Slot(object)
    def _on_work_finished(self, timetables: "tuple[Timetable, ...]") -> None:
        self._timetables = timetables
        self._propose()

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self.failed.emit(trouble_words(trouble))
