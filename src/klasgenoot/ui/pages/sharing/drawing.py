"""How does a paper get drawn while the window stays awake? Some people between two turns."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from klasgenoot.domain.exports import ExportKind, Leaving
from klasgenoot.domain.people import Crop
from klasgenoot.operations.exporting import Gathered
from klasgenoot.ui.pages.sharing.papers.paper import Shown, Words
from klasgenoot.ui.pages.sharing.papers.printing import Press, make_paper
from klasgenoot.viewmodels.sharing_words import PaperTexts

DECODED = 12
"""So many photos are decoded between two turns of the window."""


class Drawing(QObject):
    """Draws one paper at a time.

    Signals:
        finished: the PDF, as bytes.
    """

    finished = Signal(bytes)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._press: Press | None = None
        self._asked: tuple[ExportKind, PaperTexts]
        self._waiting: tuple[Leaving, ...] = ()
        self._shown: list[Shown] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_time_for_some)

    def start(self, kind: ExportKind, people: Sequence[Leaving], texts: PaperTexts) -> None:
        """Begins a paper; `finished` brings it."""
        self.stop()
        self._asked = kind, texts
        self._waiting, self._shown = tuple(people), []
        self._timer.start()

    def stop(self) -> None:
        """Lets go of what is being drawn."""
        self._timer.stop()
        self._waiting = ()
        if self._press is not None:
            self._press.finish()
            self._press = None

    @Slot()
    def _on_time_for_some(self) -> None:
        if self._waiting:
            now, self._waiting = self._waiting[:DECODED], self._waiting[DECODED:]
            self._shown += shown(now)
        elif self._press is None:
            kind, texts = self._asked
            paper = make_paper(kind, tuple(self._shown), words_of(texts))
            self._press, self._shown = Press(paper, title=texts.title), []
        elif not self._press.print_some():
            self._timer.stop()
            press, self._press = self._press, None
            self.finished.emit(press.finish())


def words_of(texts: PaperTexts) -> Words:
    """The texts as a paper takes them."""
    return Words(texts.class_name, texts.subtitle, texts.foot, texts.fold, texts.board)


def shown(people: Sequence[Leaving]) -> tuple[Shown, ...]:
    """People as they are drawn; their pictures decoded."""
    return tuple(
        _person(each, QImage.fromData(each.picture) if each.picture else None) for each in people
    )


def previewed(gathered: Gathered) -> tuple[Shown, ...]:
    """The same for a small picture of the paper: cut here, and not encoded anew."""
    return tuple(
        _person(each, _cut(*photo) if photo else None)
        for each, photo in zip(gathered.people, gathered.photos, strict=True)
    )


def _person(person: Leaving, image: QImage | None) -> Shown:
    return Shown(person.name, person.rest_of_name, person.initials, image, person.room, person.seat)


def _cut(data: bytes, crop: Crop) -> QImage:
    image = QImage.fromData(data)
    width, height = image.width(), image.height()
    left, top = round(crop.left * width), round(crop.top * height)
    return image.copy(QRect(left, top, round(crop.width * width), round(crop.height * height)))
