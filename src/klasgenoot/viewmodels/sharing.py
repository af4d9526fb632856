"""Delen en printen: what leaves, of whom, and with or without photos; and what left before.

Three beats: what leaves is read here, made beside the window, and kept in the log once it is in its
file. A paper is drawn by the page, which gets the people for it and gives bytes back.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.exports import (
    NOTES_POSSIBLE,
    PAPERS,
    PHOTOS_ALWAYS,
    PHOTOS_POSSIBLE,
    SEALED,
    WHOLE,
    ExportKind,
    Leaving,
)
from klasgenoot.domain.lots import lot
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.exchange.outgoing.decks import can_write_decks
from klasgenoot.operations.exporting import (
    Gathered,
    Wish,
    contents_of,
    gather,
    keep_export,
    save,
)
from klasgenoot.store import photo_permissions
from klasgenoot.store.seating import seats_of
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sharing_log import LogLine, log_lines
from klasgenoot.viewmodels.sharing_places import refusal_of, saved_words, warning_of
from klasgenoot.viewmodels.sharing_words import (
    PaperTexts,
    export_file_name,
    headers,
    no_decks_words,
    no_seats_words,
    paper_texts,
)
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Work

WATCHED = frozenset(
    {"students", "enrolments", "school_classes", "photo_permissions", "restrictions", "exports"}
)
MOST_PREVIEWED = 30
"""So many faces stand on the first page of a paper at most."""


class SharingViewModel(QObject):
    """What the teacher chose to give out.

    Attributes:
        kind: as what.
        with_photos: whether photos come along, where there is a choice.
        with_notes: whether own notes do.
        only: which students; None for everybody.
        path: where the file goes that is made, or where the last one went.
        made_texts: what stands on the paper that is being made besides names.

    Signals:
        changed: another choice, other students, or another line in the log.
        to_draw: people are ready to be drawn; the page answers with `drawn`.
        said: a sentence on what came of it, and whether it went well.
    """

    changed = Signal()
    to_draw = Signal(object)
    said = Signal(str, bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.kind = ExportKind.PHOTO_LIST
        self.with_photos = True
        self.with_notes = False
        self.only: frozenset[StudentId] | None = None
        self._gathered: Gathered | None = None
        self.path = Path()
        self.made_texts = PaperTexts("", "", "", "", "", "")
        self._left: list[Path] = []
        self._is_drawing = False
        self._work = Work(self)
        self._work.finished.connect(self._on_work_finished)
        self._work.failed.connect(self._on_work_failed)
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    # ---- what is chosen ----

    @property
    def class_name(self) -> str:
        """Which class it is about."""
        return self._session.class_name

    @property
    def everybody(self) -> tuple[Student, ...]:
        """Who can be in it: the class without those who are restricted."""
        return self._session.classmates

    @property
    def count(self) -> int:
        """How many students are chosen."""
        return sum(self._is_in(one.id) for one in self.everybody)

    @property
    def is_paper(self) -> bool:
        """Whether it is printed."""
        return self.kind in PAPERS

    @property
    def asks_photos(self) -> bool:
        """Whether it can be with or without photos."""
        return self.kind in PHOTOS_POSSIBLE

    @property
    def asks_notes(self) -> bool:
        """Whether own notes can come along."""
        return self.kind in NOTES_POSSIBLE

    @property
    def asks_who(self) -> bool:
        """Whether it can be about some of the class."""
        return self.kind not in WHOLE

    @property
    def is_sealed(self) -> bool:
        """Whether it leaves encrypted, with a passphrase of its own."""
        return self.kind in SEALED

    @property
    def missing(self) -> str:
        """Why this kind cannot be made here; empty when it can."""
        if self.kind is ExportKind.DECK and not can_write_decks():
            return no_decks_words()
        if self.kind is ExportKind.SEATING_PLAN and not self._seated:
            return no_seats_words()
        return ""

    @property
    def _seated(self) -> frozenset[StudentId]:
        """Who of the class has a seat."""
        known = self._session.current_class
        return frozenset(seats_of(self._session.vault, known.id).values() if known else ())

    def _is_in(self, student_id: StudentId) -> bool:
        """Whether a student is chosen."""
        return self.only is None or student_id in self.only

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._work.is_busy or self._is_drawing

    def choose(self, kind: ExportKind) -> None:
        """Chooses as what."""
        self.kind = kind
        self.changed.emit()

    def take_photos(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt's toggled
        """Says whether photos come along."""
        self.with_photos = wanted
        self.changed.emit()

    def take_notes(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt's toggled
        """Says whether own notes come along."""
        self.with_notes = wanted
        self.changed.emit()

    def choose_only(self, those: frozenset[StudentId] | None) -> None:
        """Says who is in it; None for everybody."""
        self.only = those
        self.changed.emit()

    # ---- what it looks like ----

    @property
    def file_name(self) -> str:
        """What the file is called until the teacher says otherwise: never a student's name."""
        name = "" if self.kind in WHOLE else self.class_name
        return export_file_name(self.kind, class_name=name)

    def previewed(self) -> Gathered | None:
        """Who would stand on the first page, with small photos; None if nobody would."""
        only = self.only
        if only is None:
            only = frozenset(one.id for one in self.everybody[:MOST_PREVIEWED])
        known = self._session.current_class
        wish = Wish(
            kind=ExportKind.PHOTO_LIST,
            class_id=known.id if known else None,
            only=only,
            with_photos=True,
        )
        try:
            return gather(self._session.vault, wish, on=self._session.today(), large=False)
        except Trouble:
            return None

    def texts(self, kind: ExportKind) -> PaperTexts:
        """What stands on a paper besides names."""
        those: Iterable[StudentId] = (one.id for one in self.everybody)
        if kind is ExportKind.SEATING_PLAN:
            those = self._seated
        elif kind in PHOTOS_ALWAYS:
            refusing = photo_permissions.refusing(self._session.vault)
            those = (one.id for one in self.everybody if one.photo and one.id not in refusing)
        count = sum(map(self._is_in, those))
        return paper_texts(
            kind, class_name=self.class_name, count=count, today=self._session.today()
        )

    @property
    def log(self) -> tuple[LogLine, ...]:
        """What left before, the newest first."""
        return log_lines(self._session)

    # ---- giving out ----

    def warning_for(self, path: Path) -> str:
        """What is to be known of the place where a file goes; empty when all is well."""
        return "" if refusal_of(path) else warning_of(path, is_sealed=self.is_sealed)

    def start(self, path: Path, *, passphrase: str = "") -> None:
        """Makes it, beside the window; `said` tells how it went."""
        session = self._session
        refusal = refusal_of(path)
        if refusal:
            self.said.emit(refusal, False)
            return
        try:
            gathered = gather(session.vault, self._wish(self.kind), on=session.today())
        except Trouble as trouble:
            self.said.emit(trouble_words(trouble), False)
            return
        self._gathered, self.path = gathered, path
        self.made_texts = self.texts(gathered.wish.kind)
        if gathered.wish.kind in PAPERS:
            self._work.start(lambda _: gathered.pictured())
        else:
            make = partial(
                contents_of, gathered, headers=headers(), passphrase=passphrase, at=session.now()
            )
            self._write(make)
        self.changed.emit()

    @property
    def making(self) -> ExportKind:
        """As what it is being made, whatever was chosen since."""
        return self._gathered.wish.kind if self._gathered else self.kind

    def drawn(self, data: bytes) -> None:
        """The paper is drawn: it goes to its file."""
        self._is_drawing = False
        self._write(lambda: data)

    def close_work(self) -> None:
        """Waits for what is being made; for when the window closes.

        A file that still came to its place stands in the log as any other does.
        """
        self._work.wait()
        if self._left:
            with suppress(Trouble):  # nobody is there any more to read why
                self._keep()
        self._is_drawing = False

    def _write(self, make: Callable[[], bytes]) -> None:
        """Makes what goes into the file beside the window, and puts it there."""
        path = self.path
        left = self._left = []

        def job(_: object) -> None:
            save(path, make())
            left.append(path)

        self._work.start(job)

    def _keep(self) -> None:
        """Keeps in the log what left.

        Raises:
            Trouble: the log could not be written.
        """
        gathered, self._gathered, self._left = self._gathered, None, []
        if gathered is not None:
            keep_export(self._session.vault, gathered, on=self._session.today())

    def _wish(self, kind: ExportKind) -> Wish:
        known = self._session.current_class
        return Wish(
            kind=kind,
            class_id=known.id if known else None,
            only=self.only,
            with_photos=self.with_photos,
            with_notes=self.with_notes,
        )

    def _in_order(self, people: tuple[Leaving, ...]) -> tuple[Leaving, ...]:
        """By family name; on a practice sheet by chance, or the order would tell the names."""
        if self.making is not ExportKind.PRACTICE_SHEET:
            return people
        day = self._session.today().toordinal()
        places = sorted(range(len(people)), key=lambda place: lot(day, place))
        return tuple(people[place] for place in places)

    @Slot(object)
    def _on_work_finished(self, answer: object) -> None:
        if isinstance(answer, tuple):
            self._is_drawing = True
            self.to_draw.emit(self._in_order(answer))
            return
        is_sealed = self.making in SEALED
        try:
            self._keep()
        except Trouble as trouble:
            self.said.emit(trouble_words(trouble), False)
        else:
            self._session.changed.emit(frozenset({"exports", "export_students"}))
            self.said.emit(saved_words(self.path, is_sealed=is_sealed), True)
        self.changed.emit()

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self._gathered = None
        self._is_drawing = False
        self.said.emit(trouble_words(trouble), False)
        self.changed.emit()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()

    @Slot()
    def _on_class_changed(self) -> None:
        self.only = None
        self.changed.emit()
