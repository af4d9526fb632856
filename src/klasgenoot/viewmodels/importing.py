"""From a list and photos to a class: read, say what the columns are, look at every face, keep.

Nothing is stored until `keep`: what was read lives here, and leaving the page drops it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.columns import Field
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import ClassId, Crop, PhotoId, SchoolClass, Student, StudentId
from klasgenoot.domain.portrait import default_crop
from klasgenoot.domain.roster import RosterRow
from klasgenoot.operations.import_class import Imported, import_class
from klasgenoot.operations.reading import (
    Found,
    Proposal,
    arrivals_of,
    columns_of,
    propose,
    read_import,
    remember_columns,
)
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work

SAMPLE_ROWS = 4
"""So many rows of the list are shown under its columns."""


class Step(Enum):
    """Where in the import the teacher is."""

    FILES = "files"
    READING = "reading"
    COLUMNS = "columns"
    REVIEW = "review"


class Fate(Enum):
    """What an import does to a student."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A photo to be looked at: its place, its file, and the row that seems to be meant."""

    photo: int
    file: str
    row: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One student as they would be taken in. `photo` is a place among the photos that were read."""

    row: int
    student: Student
    fate: Fate
    photo: int | None

    @property
    def key(self) -> int:
        """Tells entries apart."""
        return self.row

    @property
    def name(self) -> str:
        """The call name."""
        return self.student.name

    @property
    def sentence(self) -> str:
        """The whole name."""
        return self.student.full_name


class ImportViewModel(QObject):
    """One import, from choosing files to keeping the class.

    Signals:
        changed: another step, or something in this one.
        progressed: photos done, photos in all.
        kept: the class was taken in.
    """

    changed = Signal()
    progressed = Signal(int, int)
    kept = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._work = Work(self)
        self._work.progressed.connect(self.progressed)
        self._work.finished.connect(self._on_work_finished)
        self._work.failed.connect(self._on_work_failed)
        self._forget()

    def _forget(self) -> None:
        self.step = Step.FILES
        self.trouble = ""
        self.found: Found | None = None
        self.fields: tuple[Field, ...] = ()
        self.proposal: Proposal | None = None
        self.class_name = ""
        self.class_id: ClassId | None = None
        self.photo_rows: dict[int, int] = {}
        self.doubts: tuple[Doubt, ...] = ()
        self.leaving: frozenset[StudentId] = frozenset()

    # ---- reading ----

    def read(self, paths: Sequence[Path]) -> None:
        """Reads what was chosen or dropped, beside the window."""
        self._forget()
        self.step = Step.READING
        chosen = list(paths)

        def job(progress: Progress[Found]) -> Found:
            return read_import(chosen, on_progress=progress, is_cancelled=progress.is_cancelled)

        self._work.start(job)
        self.changed.emit()

    def start_over(self) -> None:
        """Stops what is running and drops what was read."""
        self._work.cancel()
        self._forget()
        self.changed.emit()

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._work.wait()

    # ---- columns and photos ----

    @property
    def needs_columns(self) -> bool:
        """Whether there is a list whose columns can be shown."""
        return self.found is not None and self.found.table is not None

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns as the list has them; empty texts where it has none."""
        if self.found is None or self.found.table is None:
            return ()
        return self.found.table.header or ("",) * len(self.fields)

    @property
    def sample(self) -> tuple[tuple[str, ...], ...]:
        """The first rows of the list."""
        table = self.found.table if self.found else None
        return table.rows[:SAMPLE_ROWS] if table else ()

    def set_field(self, column: int, field: Field) -> None:
        """Says what a column holds. A field stands in one column only: the other is skipped."""
        if self.found is None or self.found.table is None:
            return
        fields = [
            Field.SKIP if known is field and field is not Field.SKIP else known
            for known in self.fields
        ]
        fields[column] = field
        self.fields = tuple(fields)
        remember_columns(self._session.vault, self.found.table, fields=self.fields)
        self._propose()

    def settle(self, photo: int, row: int | None) -> None:
        """Says whose photo it is, or that it is nobody's; a student keeps one photo."""
        if row is not None:
            self.photo_rows = {p: r for p, r in self.photo_rows.items() if r != row}
            self.photo_rows[photo] = row
        else:
            self.photo_rows.pop(photo, None)
        self.doubts = tuple(doubt for doubt in self.doubts if doubt.photo != photo)
        self.changed.emit()

    def unsettle(self, photo: int) -> None:
        """Takes a photo back to those to be looked at."""
        if self.found is None:
            return
        row = self.photo_rows.pop(photo, None)
        self.doubts = (*self.doubts, Doubt(photo, self.found.photos[photo].name, row))
        self.changed.emit()

    # ---- looking over ----

    @property
    def rows(self) -> tuple[RosterRow, ...]:
        """The students of the list."""
        return self.proposal.rows if self.proposal else ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everybody as they would be taken in, by family name."""
        if self.proposal is None or self.found is None:
            return ()
        fates = {id(match.row): Fate.CHANGED for match in self.proposal.difference.changed}
        fates |= {id(match.row): Fate.SAME for match in self.proposal.difference.same}
        photo_of = {row: photo for photo, row in self.photo_rows.items()}
        found = [
            Entry(place, arrival.student, fates.get(id(row), Fate.ADDED), photo_of.get(place))
            for place, (row, arrival) in enumerate(
                zip(self.proposal.rows, arrivals_of(self.proposal, self.found), strict=True)
            )
        ]
        return tuple(sorted(found, key=lambda entry: entry.student.sort_key))

    @property
    def missing(self) -> tuple[Student, ...]:
        """Students of the class whom the list does not name. They stay unless they are ticked."""
        return self.proposal.difference.missing if self.proposal else ()

    @property
    def refused(self) -> tuple[str, ...]:
        """Why some files cannot be used, in words."""
        return tuple(trouble_words(each) for each in self.found.refused) if self.found else ()

    @property
    def classes(self) -> tuple[SchoolClass, ...]:
        """The classes there are, to take the list into."""
        return self._session.classes

    def photo_bytes(self, photo: PhotoId, *, large: bool) -> bytes:
        """A photo that was read and is not kept yet; its id is its place."""
        if self.found is None:
            return b""
        picture = self.found.photos[int(photo)].picture
        return picture.large if large else picture.small

    def crop_of(self, photo: int) -> Crop | None:
        """The usual portrait in a photo that was read."""
        if self.found is None:
            return None
        picture = self.found.photos[photo].picture
        return default_crop(picture.width, picture.height)

    def tick(self, student_id: StudentId, *, leaves: bool) -> None:
        """Says whether a student whom the list does not name leaves the class."""
        self.leaving = self.leaving | {student_id} if leaves else self.leaving - {student_id}

    def choose_class(self, class_id: ClassId | None) -> None:
        """Takes the list into a class that is there, or (None) into a new one."""
        if class_id != self.class_id:
            self.class_id = class_id
            self._propose()

    def name_class(self, name: str) -> None:
        """Says what the new class is called."""
        self.class_name = name

    def go_to(self, step: Step) -> None:
        """Goes to another step."""
        self.step = step
        self.trouble = ""
        self.changed.emit()

    def keep(self) -> bool:
        """Takes the class in, as one deed. False if something is missing; `trouble` says what."""
        if self.proposal is None or self.found is None:
            return False
        photo_of = {row: photo for photo, row in self.photo_rows.items()}
        arrivals = arrivals_of(self.proposal, self.found, photo_of=photo_of)
        try:
            imported: Imported = self._session.do(
                import_class,
                arrivals=arrivals,
                joined=self._session.today(),
                class_id=self.class_id,
                class_name=self.class_name,
                leaving=tuple(self.leaving),
            )
        except Trouble as trouble:
            self.trouble = trouble_words(trouble)
            self.changed.emit()
            return False
        self._session.choose_class(imported.class_id)
        self._forget()
        self.kept.emit(imported)
        return True

    # ---- inside ----

    @Slot(object)
    def _on_work_finished(self, found: Found) -> None:
        self.found = found
        if found.table is not None:
            self.fields = columns_of(self._session.vault, found.table)
        self.step = Step.COLUMNS
        self._propose()

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self._forget()
        self.trouble = trouble_words(trouble)
        self.changed.emit()

    def _propose(self) -> None:
        """Thinks over what was read: rows, photos, differences."""
        if self.found is None:
            return
        self.trouble = ""
        try:
            proposal = propose(
                self._session.vault, self.found, fields=self.fields, class_id=self.class_id
            )
        except Trouble as trouble:
            self.proposal = None
            self.trouble = trouble_words(trouble)
            self.changed.emit()
            return
        if self.proposal is None:
            same_name = [c for c in self.classes if c.name == proposal.class_name]
            self.class_name = proposal.class_name
            if same_name and self.class_id is None:
                self.class_id = same_name[0].id
                proposal = propose(
                    self._session.vault, self.found, fields=self.fields, class_id=self.class_id
                )
        self.proposal = proposal
        self.leaving = frozenset()
        sure = [match for match in proposal.matches if match.sure and match.person is not None]
        self.photo_rows = {match.photo: match.person for match in sure if match.person is not None}
        self.doubts = tuple(
            Doubt(match.photo, self.found.photos[match.photo].name, match.person)
            for match in proposal.matches
            if not match.sure
        )
        self.changed.emit()
