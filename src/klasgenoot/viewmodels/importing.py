"""From a list and photos to a class: read, say what the columns are, look at every face, keep.

Nothing is stored until `keep`: what was read lives here, and leaving the page drops it. Whatever
else changes the classes meanwhile, undo for one, what was read is held against them anew.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.columns import Field
from klasgenoot.domain.errors import (
    Missing,
    SealedClassFile,
    StrangePhotos,
    Trouble,
    WrongClassPassphrase,
)
from klasgenoot.domain.people import ClassId, Crop, PhotoId, SchoolClass, Student, StudentId
from klasgenoot.domain.portrait import default_crop
from klasgenoot.domain.roster import RosterRow
from klasgenoot.operations.import_class import Imported, import_class
from klasgenoot.operations.proposing import Proposal, arrivals_of, likely_class, propose
from klasgenoot.operations.reading import Found, columns_of, read_import, remember_columns
from klasgenoot.store.photos import photo_bytes
from klasgenoot.store.students import with_chosen_photo
from klasgenoot.viewmodels.import_entries import Doubt, Entry, entries_of, place_of_photo
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work

WATCHED = frozenset({"students", "enrolments", "school_classes"})
SAMPLE_ROWS = 4
"""So many rows of the list are shown under its columns."""


class Step(Enum):
    """Where in the import the teacher is."""

    FILES = "files"
    READING = "reading"
    COLUMNS = "columns"
    REVIEW = "review"


class ImportViewModel(QObject):
    """One import, from choosing files to keeping the class.

    Attributes:
        step: where the teacher is.
        trouble: what is wrong, in words; empty when nothing is.
        sealed: the file of a colleague that waits for its passphrase; empty when none does.
        name_trouble: what is wrong with the name of the new class.
        found: what was read.
        fields: what each column holds.
        proposal: what would be taken in; None while the list does not hold together.
        class_id: the class it is for, or None for a new one, called `class_name`.
        photo_rows: whose photo each photo is that is settled, as places.
        doubts: the photos still to be looked at.
        leaving: students the list does not name and the teacher ticked.

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
        session.changed.connect(self._on_session_changed)
        self._is_keeping = False
        self._forget()

    def _forget(self) -> None:
        self.step = Step.FILES
        self._chosen: tuple[Path, ...] = ()
        self.trouble = ""
        self.sealed = ""
        self.name_trouble = ""
        self.found: Found | None = None
        self.fields: tuple[Field, ...] = ()
        self.proposal: Proposal | None = None
        self.class_name = ""
        self.class_id: ClassId | None = None
        self.photo_rows: dict[int, int] = {}
        self.doubts: tuple[Doubt, ...] = ()
        self.leaving: frozenset[StudentId] = frozenset()
        self._said: dict[int, RosterRow | None] = {}
        self._taken_back: set[int] = set()
        self._is_pointed_out = False
        self._is_named = False
        self._is_class_chosen = False

    # ---- reading ----

    def unseal(self, passphrase: str) -> None:
        """Reads once more, with the passphrase of the file that waits for it."""
        passphrases = {self.sealed: passphrase} if self.sealed else {}
        self.read((), passphrases=passphrases)

    def read(self, paths: Sequence[Path], *, passphrases: Mapping[str, str] | None = None) -> None:
        """Reads what was chosen or dropped, beside the window; with it what was chosen before."""
        before = self._chosen if self.step is Step.FILES else ()
        chosen = list(dict.fromkeys((*before, *paths)))
        self._forget()
        self._chosen = tuple(chosen)
        self.step = Step.READING

        def job(progress: Progress[Found]) -> Found:
            return read_import(
                chosen,
                on_progress=progress,
                is_cancelled=progress.is_cancelled,
                passphrases=passphrases,
            )

        self._work.start(job)
        self.changed.emit()

    @property
    def chosen_names(self) -> tuple[str, ...]:
        """What was chosen before and is read again with what comes; nothing while it is read."""
        return tuple(path.name for path in self._chosen) if self.step is Step.FILES else ()

    def choose_more(self) -> None:
        """Goes back to choosing; what is chosen next comes beside what was read."""
        chosen = self._chosen
        self._work.cancel()
        self._forget()
        self._chosen = chosen
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
        fields = [
            Field.SKIP if known is field and field is not Field.SKIP else known
            for known in self.fields
        ]
        fields[column] = field
        self.fields = tuple(fields)
        self._is_pointed_out = True
        self._propose()

    def settle(self, photo: int, row: int | None) -> None:
        """Says whose photo it is, or that it is nobody's.

        A student has one photo: another one they had is to be looked at again.
        """
        self._said[photo] = None if row is None else self.rows[row]
        self._taken_back.discard(photo)
        self._settle(photo, row)
        self.changed.emit()

    def unsettle(self, photo: int) -> None:
        """Takes a photo back to those to be looked at."""
        self._said.pop(photo, None)
        self._taken_back.add(photo)
        self._unsettle(photo)
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
        return entries_of(
            self.proposal,
            self.found,
            photo_of={row: photo for photo, row in self.photo_rows.items()},
            with_own_photo=with_chosen_photo(self._session.vault),
        )

    @property
    def missing(self) -> tuple[Student, ...]:
        """Students of the class whom the list does not name. They stay unless they are ticked."""
        return self.proposal.difference.missing if self.proposal else ()

    @property
    def refused(self) -> tuple[str, ...]:
        """Why some files cannot be used, in words."""
        return tuple(trouble_words(each) for each in self.found.refused) if self.found else ()

    @property
    def strange_photos(self) -> str:
        """That not one photo belongs to anybody, in words; empty when one does."""
        if self.found is None or self.proposal is None or not self.found.photos:
            return ""
        if any(match.person is not None for match in self.proposal.matches):
            return ""
        return trouble_words(StrangePhotos(self.found.label, len(self.found.photos)))

    @property
    def classes(self) -> tuple[SchoolClass, ...]:
        """The classes there are, to take the list into."""
        return self._session.classes

    def photo_bytes(self, photo: PhotoId, *, large: bool) -> bytes:
        """A photo that was read and is not kept yet, or one of the vault."""
        place = place_of_photo(photo)
        if place is None:
            return photo_bytes(self._session.vault, photo, large=large) or b""
        if self.found is None or place >= len(self.found.photos):
            return b""
        picture = self.found.photos[place].picture
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
            self._is_class_chosen = True
            self._propose()

    def name_class(self, name: str) -> None:
        """Says what the new class is called."""
        self.class_name = name
        self._is_named = True

    def go_to(self, step: Step) -> None:
        """Goes to another step."""
        self.step = step
        self.trouble = self.name_trouble = ""
        self.changed.emit()

    def keep(self) -> bool:
        """Takes the class in, as one deed. False if something is wrong; the troubles say what."""
        if self.proposal is None or self.found is None:
            return False
        photo_of = {row: photo for photo, row in self.photo_rows.items()}
        self.trouble = self.name_trouble = ""
        self._is_keeping = True
        try:
            if self.found.table is not None and self._is_pointed_out:
                remember_columns(self._session.vault, self.found.table, fields=self.fields)
            imported: Imported = self._session.do(
                import_class,
                arrivals=arrivals_of(self.proposal, self.found, photo_of=photo_of),
                joined=self._session.today(),
                class_id=self.class_id,
                class_name=self.class_name,
                leaving=tuple(self.leaving),
            )
            self._session.choose_class(imported.class_id)
        except Missing as missing:
            self.name_trouble = trouble_words(missing)
            self.changed.emit()
            return False
        except Trouble as trouble:
            self.trouble = trouble_words(trouble)
            self.changed.emit()
            return False
        finally:
            self._is_keeping = False
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
        chosen = self._chosen
        self._forget()
        if isinstance(trouble, SealedClassFile | WrongClassPassphrase):
            self._chosen, self.sealed = chosen, PurePath(trouble.source).name
        if not isinstance(trouble, SealedClassFile):
            self.trouble = trouble_words(trouble)
        self.changed.emit()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if self._is_keeping or not tables & WATCHED:
            return
        if self.class_id not in {known.id for known in self.classes} | {None}:
            self._is_class_chosen = False  # it went
        self._propose()

    def _propose(self) -> None:
        """Thinks over what was read: rows, photos, differences."""
        if self.found is None:
            return
        before, self.proposal, self.trouble = self.proposal, None, ""
        vault, found, fields = self._session.vault, self.found, self.fields
        try:
            if not self._is_class_chosen:
                self.class_id = likely_class(vault, found, fields=fields)
            self.proposal = propose(vault, found, fields=fields, class_id=self.class_id)
        except Trouble as trouble:
            self.trouble = trouble_words(trouble)
        else:
            if not self._is_named:
                self.class_name = self.proposal.class_name
            if before is None or before.rows != self.proposal.rows:
                self._match_photos(self.proposal)
            there = {student.id for student in self.missing}
            self.leaving = self.leaving & there
        self.changed.emit()

    def _match_photos(self, proposal: Proposal) -> None:
        """Begins anew with whose photos they are; what the teacher said of somebody there stays."""
        self.photo_rows = {
            match.photo: match.person
            for match in proposal.matches
            if match.sure and match.person is not None
        }
        self.doubts = tuple(
            self._doubt(match.photo, match.person) for match in proposal.matches if not match.sure
        )

        for photo in self._taken_back & self.photo_rows.keys():
            self._unsettle(photo)
        for photo, said in self._said.items():
            if said is None or said in proposal.rows:
                self._settle(photo, None if said is None else proposal.rows.index(said))

    def _settle(self, photo: int, row: int | None) -> None:
        doubts = [doubt for doubt in self.doubts if doubt.photo != photo]
        self.photo_rows.pop(photo, None)
        if row is not None:
            others = [other for other, known in self.photo_rows.items() if known == row]
            doubts += [self._doubt(other, None) for other in others]
            for other in others:
                del self.photo_rows[other]
            self.photo_rows[photo] = row
        self.doubts = tuple(doubts)

    def _unsettle(self, photo: int) -> None:
        row = self.photo_rows.pop(photo, None)
        self.doubts = (self._doubt(photo, row), *self.doubts)

    def _doubt(self, photo: int, row: int | None) -> Doubt:
        name = self.found.photos[photo].name if self.found else ""
        return Doubt(photo, name, row)
