"""A class photo: a frame on each head, a name at each frame, and then a photo for each student.

Nothing is stored until `keep`; the picture itself is never stored.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.named_heads import Frames, NamedHead
from klasgenoot.domain.people import Crop, Student
from klasgenoot.exchange.photos import Picture
from klasgenoot.exchange.wide import WidePicture
from klasgenoot.operations.class_photo import (
    GivenFace,
    cut_faces,
    give_faces,
    read_class_photos,
)
from klasgenoot.store import photo_permissions, students
from klasgenoot.viewmodels.class_photo_offers import Offer, offers_of
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work


class ClassPhotoViewModel(QObject):
    """The pictures one after the other, with the frames on each.

    Attributes:
        pictures: what was read.
        trouble: what is wrong, in words.

    Signals:
        changed: another picture, frame or name.
        progressed: pictures read, and how many in all.
        kept: how many students got their photo.
    """

    changed = Signal()
    progressed = Signal(int, int)
    kept = Signal(int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading, self._cutting = Work(self), Work(self)
        self._reading.progressed.connect(self.progressed)
        self._reading.finished.connect(self._on_reading_finished)
        self._reading.failed.connect(self._on_work_failed)
        self._cutting.finished.connect(self._on_cutting_finished)
        self._cutting.failed.connect(self._on_work_failed)
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self.start_over)
        self._forget()

    def _forget(self) -> None:
        self.pictures: tuple[WidePicture, ...] = ()
        self.trouble = ""
        self._frames = Frames()
        self._before: list[Frames] = []

    # ---- reading ----

    def read(self, paths: Sequence[Path]) -> None:
        """Reads a class photo or a scan, beside the window."""
        self._forget()
        chosen = tuple(paths)

        def job(progress: Progress[tuple[WidePicture, ...]]) -> tuple[WidePicture, ...]:
            return read_class_photos(
                chosen, on_progress=progress, is_cancelled=progress.is_cancelled
            )

        self._reading.start(job)
        self.changed.emit()

    @property
    def is_reading(self) -> bool:
        """Whether pictures are on their way."""
        return self._reading.is_busy

    @property
    def is_cutting(self) -> bool:
        """Whether the faces are being cut out."""
        return self._cutting.is_busy

    @Slot()
    def start_over(self) -> None:
        """Stops what runs and drops what was read."""
        self._reading.cancel()
        self._cutting.cancel()
        self._forget()
        self.changed.emit()

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._reading.wait()
        self._cutting.wait()

    # ---- frames ----

    @property
    def place(self) -> int:
        """Which picture is shown."""
        return self._frames.place

    @property
    def current(self) -> int | None:
        """Which frame the keys are for; None without one."""
        return self._frames.current

    @property
    def heads(self) -> tuple[NamedHead, ...]:
        """The frames on the picture that is shown."""
        return self._frames.shown

    @property
    def aspect(self) -> float:
        """The width of the picture that is shown to its height."""
        shown = self.pictures[self.place]
        return shown.width / shown.height

    @property
    def named(self) -> int:
        """How many frames have a name, on all pictures."""
        return len(self._frames.people)

    @property
    def to_keep(self) -> int:
        """How many of those get their photo from here."""
        return len(self._frames.receivers)

    @property
    def nameless(self) -> int:
        """How many have none."""
        return self._frames.nameless

    def show(self, place: int) -> None:
        """Shows another of the pictures."""
        self._go_to(self._frames.on(place))

    def choose(self, place: int) -> None:
        """Makes the keys work on another frame."""
        self._go_to(self._frames.chosen(place))

    def touch(self, across: float, down: float) -> None:
        """Chooses the frame at a place, or puts one there."""
        hit = self._frames.at(across, down, aspect=self.aspect)
        if hit is not None:
            self.choose(hit)
        else:
            self._alter(self._frames.with_one_at(across, down, aspect=self.aspect))

    def put_next(self) -> None:
        """Puts a frame beside the one that was last."""
        self._alter(self._frames.with_next(aspect=self.aspect))

    def move(self, across: float, down: float) -> None:
        """Moves the frame, in parts of its own size."""
        self._alter(self._frames.altered(lambda head: head.moved(across, down, aspect=self.aspect)))

    def scale(self, factor: float) -> None:
        """Makes the frame larger or smaller."""
        self._alter(self._frames.altered(lambda head: head.scaled(factor, aspect=self.aspect)))

    def remove(self) -> None:
        """Takes the frame away."""
        self._alter(self._frames.without_current())

    def name(self, offer: Offer) -> None:
        """Says who is in the frame, and goes to the next one that has no name."""
        self._alter(self._frames.named(offer.student))

    @property
    def can_take_back(self) -> bool:
        """Whether there is something to take back here."""
        return bool(self._before)

    def take_back(self) -> None:
        """Takes the last thing back that was done to frames or names."""
        if self._before:
            self._frames = self._before.pop()
            self.changed.emit()

    # ---- names ----

    @property
    def waiting(self) -> tuple[Student, ...]:
        """Who in the class has no photo and no frame yet, by family name."""
        refusing = photo_permissions.refusing(self._session.vault)
        return tuple(
            one for one in self._unframed() if one.photo is None and one.id not in refusing
        )

    def _unframed(self) -> list[Student]:
        taken = {who.id for who in self._frames.people}
        found = (student for student in self._everybody() if student.id not in taken)
        return sorted(found, key=lambda student: student.sort_key)

    def offers(self, typed: str) -> tuple[Offer, ...]:
        """Whom a name that is being typed may mean, the likeliest first.

        Who has a photo is among them: it stays, and they can be practised in the picture.
        """
        with_photo = [one for one in self._unframed() if one.photo is not None]
        return offers_of(typed, self.waiting, with_photo=with_photo)

    # ---- keeping ----

    def keep(self) -> None:
        """Cuts the named faces out and gives them to their students, as one deed."""
        jobs = [
            (picture, [self._crop(each, picture) for each in heads if each.gets_photo])
            for picture, heads in zip(self.pictures, self._frames.pictures, strict=True)
        ]
        whose = self._frames.receivers

        def job(progress: Progress[list[GivenFace]]) -> list[GivenFace]:
            cut: list[Picture] = []
            for place, (picture, frames) in enumerate(jobs):
                if frames:
                    cut += cut_faces(picture, frames, is_cancelled=progress.is_cancelled)
                progress(place + 1, len(jobs))
            pairs = zip(whose, cut, strict=True)
            return [GivenFace(student=who, picture=picture) for who, picture in pairs]

        if self.to_keep and not self.is_cutting:
            self.trouble = ""
            self._cutting.start(job)
            self.changed.emit()

    # ---- inside ----

    @staticmethod
    def _crop(each: NamedHead, picture: WidePicture) -> Crop:
        return each.head.on(picture.width / picture.height)

    def _go_to(self, frames: Frames) -> None:
        """Shows other frames; where one looks is nothing to take back."""
        self._frames = frames
        self.changed.emit()

    def _alter(self, frames: Frames) -> None:
        if frames != self._frames:
            self._before.append(self._frames)
            self._go_to(frames)

    @Slot(object)
    def _on_reading_finished(self, pictures: tuple[WidePicture, ...]) -> None:
        self.pictures = pictures
        self._frames = Frames(((),) * len(pictures))
        self.changed.emit()

    @Slot(object)
    def _on_cutting_finished(self, cut: list[GivenFace]) -> None:
        school_class = self._session.current_class
        if school_class is None:
            return
        still = {who.id for who in self._frames.receivers}  # one can go on while they are cut
        try:
            count = self._session.do(
                give_faces,
                class_id=school_class.id,
                faces=[face for face in cut if face.student.id in still],
                joined=self._session.today(),
            )
        except Trouble as trouble:
            self._on_work_failed(trouble)
            return
        self._forget()
        self.kept.emit(count)

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self.trouble = trouble_words(trouble)
        self.changed.emit()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        """Reads who they are anew, and forgets names of who is not in the class any more."""
        if not self.pictures or not tables & {"students", "enrolments"}:
            return
        self._frames = self._frames.renewed({one.id: one for one in self._everybody()})
        self._before.clear()
        self.changed.emit()

    def _everybody(self) -> tuple[Student, ...]:
        known = self._session.current_class
        return students.all_students(self._session.vault, class_id=known.id) if known else ()
