"""From a list and photos to a class: read, say what the columns are, look at every face, keep.

Nothing is stored until `keep`: what was read lives here, and leaving the page drops it. Whatever
else changes the classes meanwhile, undo for one, what was read is held against them anew.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.columns import Field
from klasgenoot.domain.errors import (
    Missing,
    SealedClassFile,
    Trouble,
    UnreadablePdf,
    WrongClassPassphrase,
)
from klasgenoot.domain.mending import MendedName, name_of
from klasgenoot.domain.people import ClassId, SchoolClass, StudentId
from klasgenoot.exchange.source_files import Brought, Pasted
from klasgenoot.operations.import_class import Imported
from klasgenoot.operations.leaving_out import without
from klasgenoot.operations.proposing import arrivals_of
from klasgenoot.operations.proposing_classes import think_ahead
from klasgenoot.operations.reading import Found, columns_of, read_import
from klasgenoot.viewmodels.import_classes import ClassChoice, ClassLine, Unnamed
from klasgenoot.viewmodels.import_entries import Fate
from klasgenoot.viewmodels.import_keeping import Keeping, Order
from klasgenoot.viewmodels.import_pairing import WhoseIsWhose
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.turns import Turns
from klasgenoot.viewmodels.work import Progress, Work

WATCHED = frozenset({"students", "enrolments", "school_classes"})


class Step(Enum):
    """Where in the import the teacher is."""

    FILES = "files"
    READING = "reading"
    COLUMNS = "columns"
    REVIEW = "review"


class ImportViewModel(WhoseIsWhose):
    """One import, from choosing files to keeping the class.

    Attributes:
        step: where the teacher is.
        trouble: what is wrong, in words; empty when nothing is.
        sealed: the file of a colleague that waits for its passphrase; empty when none does.
        scanned: what faces can be cut out of by hand, for a class that is there: scans, or one
            picture without a list, which may be a class photo.
        name_trouble: what is wrong with the name of the new class.

    Signals:
        thought: what was read is thought over; it is shown in the next turn.
        progressed: photos read, photos in all.
        put_away: photos kept ahead of the class, photos in all.
        kept: the class was taken in.
    """

    thought = Signal()
    progressed = Signal(int, int)
    put_away = Signal(int, int)
    kept = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._work = Work(self)
        self._work.progressed.connect(self.progressed)
        self._work.finished.connect(self._on_work_finished)
        self._work.failed.connect(self._on_work_failed)
        self._turns = Turns(self)
        self._keeping = Keeping(session, self)
        self._keeping.progressed.connect(self.put_away)
        self._keeping.kept.connect(self._on_kept)
        self._keeping.failed.connect(self._on_keeping_failed)
        session.changed.connect(self._on_session_changed)
        self._forget()

    def _forget(self) -> None:
        self._turns.stop()
        self.step = Step.FILES
        self._chosen: tuple[Brought, ...] = ()
        self.scanned: tuple[Path, ...] = ()
        self.trouble = ""
        self.sealed = ""
        self.name_trouble = ""
        self.forget_read()
        self._classes = ClassChoice()
        self._is_pointed_out = False

    # ---- reading ----

    def unseal(self, passphrase: str) -> None:
        """Reads once more, with the passphrase of the file that waits for it."""
        passphrases = {self.sealed: passphrase} if self.sealed else {}
        self.read((), passphrases=passphrases)

    def bring(self, paths: Sequence[Brought]) -> None:
        """Reads what is dropped or pasted halfway, beside what was read."""
        if self.step in {Step.COLUMNS, Step.REVIEW}:
            self.choose_more()
        self.read(paths)

    def read(
        self, paths: Sequence[Brought], *, passphrases: Mapping[str, str] | None = None
    ) -> None:
        """Reads what was chosen or dropped, beside the window; with it what was chosen before."""
        before = self._chosen if self.step is Step.FILES else ()
        chosen = list(dict.fromkeys((*before, *paths)))
        self._forget()
        self._chosen = tuple(chosen)
        self.step = Step.READING

        def job(progress: Progress[Found]) -> Found:
            found = read_import(
                chosen,
                on_progress=progress,
                is_cancelled=progress.is_cancelled,
                passphrases=passphrases,
            )
            think_ahead(found)
            return found

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
        self._keeping.cancel()
        self._forget()
        self.changed.emit()

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._work.wait()
        self._keeping.finish()

    # ---- columns ----

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

    # ---- looking over ----

    @property
    def missing(self) -> tuple[Unnamed, ...]:
        """Whom the list does not name in their class. They stay unless they are ticked."""
        return self._classes.unnamed(self.proposal) if self.proposal else ()

    @property
    def list_classes(self) -> tuple[ClassLine, ...]:
        """The classes that the list names, with what taking each in comes to."""
        return self._classes.lines(self.proposal) if self.proposal else ()

    @property
    def is_each(self) -> bool:
        """Whether several classes are taken in, each by itself."""
        return self._classes.is_each

    @property
    def is_together(self) -> bool:
        """Whether all that is taken in becomes one class, as the teacher said."""
        return self._classes.is_together

    @property
    def is_to_choose(self) -> bool:
        """Whether there are so many classes in the list that the teacher has to say which."""
        return self._classes.is_to_choose

    @property
    def class_id(self) -> ClassId | None:
        """The class it is for, or None for a new one, called `class_name`."""
        return self._classes.class_id

    @property
    def class_name(self) -> str:
        """What a new class is called."""
        return self._classes.class_name

    @property
    def classes(self) -> tuple[SchoolClass, ...]:
        """The classes there are, to take the list into."""
        return self._session.classes

    def mend(self, place: int, name: MendedName) -> str:
        """Says what somebody is called, in place of what the list says.

        Returns:
            What is wrong with it, in words; empty where it is kept.
        """
        name = name.tidied
        if not (name.given_name or name.call_name or name.family_name):
            return trouble_words(Missing("name"))
        (entry,) = (each for each in self.entries if each.row == place)
        if name != name_of(entry.student):
            row = self.rows[place]
            is_listed = entry.fate is Fate.ADDED and name == name_of(row.listed)
            self._said.mend(row.mark, None if is_listed else name)
            self._read_as_said()
        return ""

    def as_listed(self, place: int) -> None:
        """Goes back to what the list says somebody is called."""
        self._said.mend(self.rows[place].mark, None)
        self._read_as_said()

    def take_back(self) -> None:
        """Takes back what was said last: a mended name, or who stays out."""
        self._said.take_back()
        self._read_as_said()

    def tick(self, student_id: StudentId, *, class_id: ClassId, leaves: bool) -> None:
        """Says whether a student whom the list does not name in a class leaves it."""
        self._classes.say_leaves(student_id, class_id, leaves=leaves)

    def choose_class(self, class_id: ClassId | None) -> None:
        """Takes the list into a class that is there, or (None) into a new one."""
        if self._classes.take_into(class_id):
            self._propose()

    def take_class(self, name: str, *, is_taken: bool) -> None:
        """Takes a class of the list in, or leaves it out."""
        ticked = self._classes.ticked
        self.take_classes(ticked | {name} if is_taken else ticked - {name})

    def take_classes(self, names: Collection[str]) -> None:
        """Takes these classes of the list in and no other."""
        if self._classes.tick(names):
            self._propose()

    def take_together(self, *, is_together: bool) -> None:
        """Makes one class of all that is taken in, or a class of each."""
        if self._classes.take_together(is_together=is_together):
            self._propose()

    def name_class(self, name: str) -> None:
        """Says what the new class is called."""
        self._classes.call(name)

    def go_to(self, step: Step) -> None:
        """Goes to another step."""
        self.step = step
        self.trouble = self.name_trouble = ""
        self.changed.emit()

    def keep(self) -> bool:
        """Begins to take the class in, as one deed; `kept` says when that is done.

        Returns:
            False if something is wrong; the troubles say what.
        """
        if self.proposal is None or self.found is None or self.is_to_choose or self.is_keeping:
            return False
        self.trouble = self.name_trouble = ""
        coming, photo_of = without(
            self.proposal, photo_of=self._photos.photo_of, left_out=self.left_out
        )
        order = Order(
            proposal=coming,
            arrivals=arrivals_of(coming, self.found, photo_of=photo_of),
            choice=self._classes,
            table=self.found.table if self._is_pointed_out else None,
            fields=self.fields,
        )
        self._keeping.start(order)
        if self._keeping.is_busy:
            self.changed.emit()
        return not self.has_trouble

    @property
    def has_trouble(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.trouble or self.name_trouble)

    @property
    def is_keeping(self) -> bool:
        """Whether the class is being taken in at this moment."""
        return self._keeping.is_busy

    # ---- inside ----

    @Slot(object)
    def _on_work_finished(self, found: Found) -> None:
        self.found = found
        self._turns.start(lambda: self._begin(found), self.thought.emit, self._show_columns)

    def _begin(self, found: Found) -> None:
        if found.table is not None:
            self.fields = columns_of(self._session.vault, found.table)
        elif all(isinstance(each, Pasted) for each in self._chosen) and self._session.current_class:
            self._classes.take_into(self._session.current_class.id)  # of somebody in this class
        self._think()

    def _show_columns(self) -> None:
        found = self.found
        if found is not None and found.table is None and len(found.photos) == 1:
            self._offer_by_hand(self._chosen)
        self.step = Step.COLUMNS
        self.changed.emit()

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        chosen = self._chosen
        self._forget()
        if isinstance(trouble, SealedClassFile | WrongClassPassphrase):
            self._chosen, self.sealed = chosen, PurePath(trouble.source).name
        if isinstance(trouble, UnreadablePdf) and trouble.why == "scanned":
            self._offer_by_hand(chosen)
        if not isinstance(trouble, SealedClassFile):
            self.trouble = trouble_words(trouble)
        self.changed.emit()

    def _offer_by_hand(self, chosen: Sequence[Brought]) -> None:
        if self.classes:
            self.scanned = tuple(each for each in chosen if isinstance(each, Path))

    @Slot(object)
    def _on_kept(self, imported: Imported) -> None:
        self._forget()
        self.kept.emit(imported)

    @Slot(object)
    def _on_keeping_failed(self, trouble: Trouble) -> None:
        if isinstance(trouble, Missing):
            self.name_trouble = trouble_words(trouble)
        else:
            self.trouble = trouble_words(trouble)
        self.changed.emit()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if self._keeping.is_writing or not tables & WATCHED:
            return
        self._classes.look_for({known.id for known in self.classes})
        self._propose()

    def _read_as_said(self) -> None:
        """Thinks over what was read once more, with the names that were mended."""
        if self.found is not None:
            self.found = replace(self.found, mended=self._said.names)
            self._propose()

    def _propose(self) -> None:
        """Thinks over what was read, and tells."""
        if self.found is not None:
            self._think()
            self.changed.emit()

    def _think(self) -> None:
        """Thinks over what was read: rows, photos, differences."""
        if self.found is None:
            return
        before, self.proposal, self.trouble = self.proposal, None, ""
        self._entries = None
        try:
            self.proposal = self._classes.propose(
                self._session.vault, self.found, fields=self.fields
            )
        except Trouble as trouble:
            self.trouble = trouble_words(trouble)
        else:
            if before is None or before.rows != self.proposal.rows:
                self._photos.match(self.proposal, self.found)
