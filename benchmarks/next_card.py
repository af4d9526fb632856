"""How long from an answer key until the next card is painted, beside a bare window doing the same?

The page, the store and the photos are the real ones: each answer is judged, logged, journalled and
durable on disk before the next face is painted. The clock starts before the key goes down and stops
when the frame with the next card has been handed to the window system. With the most students a
hundred cards are answered, so that the slowest of a hundred shows too.

In memory without a screen; `DISPLAY=:1 QT_QPA_PLATFORM=xcb python benchmarks/next_card.py` on one.
"""

import gc
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from drawn import fresh_look, the_app
from figures import Figure
from made_classes import SIZES, fill
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from klasgenoot.app.clock import now
from klasgenoot.domain.answering import Mode
from klasgenoot.domain.names import fold_words
from klasgenoot.operations.desk import Desk
from klasgenoot.store import students
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import open_vault
from klasgenoot.store.photos import photo_bytes
from klasgenoot.ui.pages.practice.page import PracticePage
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

RESOURCES = Path(__file__).parents[1] / "resources"
WINDOW = (1440, 900)
FACE = QSize(416, 520)
KEY = "00" * 32
CARDS = 20
MANY = 100
"""So many cards with the most students."""
REST_MS = 60
"""How long a teacher looks at a face at the very least: then the next one is made ready."""
PATIENCE = 2.0
BUDGET, SELDOM = "≤ 16 ms", "≤ 50 ms"
K = Qt.Key


def measure() -> Iterator[Figure]:
    """The key that answers and brings the next card, in both ways of answering."""
    for size in SIZES:
        with TemporaryDirectory() as folder:
            vault = open_vault(Path(folder), key=KEY)
            fill(vault, size=size)
            bare = median(bare_ms(vault))
            cards = MANY if size == SIZES[-1] else CARDS
            answered, gone_on = typed_ms(vault, cards=cards)
            for what, took, is_promised in (
                ("next card after judging oneself", graded_ms(vault, cards=cards), True),
                ("answer after typing a name", answered, False),
                ("next card after that answer", gone_on, True),
            ):
                yield Figure(
                    what=what,
                    size=f"{size} students",
                    ours=median(took),
                    yardstick=bare,
                    beside="one INSERT, commit and a picture in a label",
                    budget=BUDGET if is_promised else "",
                )
                if cards == MANY:
                    yield Figure(
                        what=f"{what}: 1 in 100",
                        size=f"{size} students",
                        ours=slowest(took),
                        budget=SELDOM,
                    )
            vault.close()


def slowest(took: list[float]) -> float:
    """What one in a hundred exceeds."""
    return sorted(took)[ceil(len(took) * 0.99) - 1]


def graded_ms(vault: Vault, *, cards: int) -> list[float]:
    """Milliseconds from the key that grades an answer to the painted next card."""
    took: list[float] = []
    while len(took) < cards:
        page, view_model = _practice(vault, Mode.SELF_GRADED)
        frames, before = Frames(page), len(took)
        while view_model.stage is Stage.ASK and len(took) < cards:
            frames.after(K.Key_Space)
            _rest()
            shown = frames.after(K.Key_3)
            if view_model.stage is Stage.ASK:  # not the look back, after the last one
                took.append(shown)
            _rest()
        _take_back(page, vault, len(took) - before)
    return took


def typed_ms(vault: Vault, *, cards: int) -> tuple[list[float], list[float]]:
    """Milliseconds from Enter to the painted answer, and from the next Enter to the next card."""
    answers: list[float] = []
    gone_on: list[float] = []
    while len(answers) < cards:
        page, view_model = _practice(vault, Mode.TYPED)
        frames, before = Frames(page), len(answers)
        while view_model.stage is Stage.ASK and view_model.student and len(answers) < cards:
            QTest.keyClicks(QApplication.focusWidget(), fold_words(view_model.student.full_name))
            _rest()
            answers.append(frames.after(K.Key_Return))
            _rest()
            shown = frames.after(K.Key_Return)
            if view_model.stage is Stage.ASK:
                gone_on.append(shown)
            _rest()
        _take_back(page, vault, len(answers) - before)
    return answers, gone_on


def bare_ms(vault: Vault) -> list[float]:
    """The same for a bare label that writes one row and shows the next picture."""
    app = the_app()
    vault.connection.execute("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, key TEXT)")
    label = Bare(vault, list(_pictures(vault)))
    label.resize(*WINDOW)
    _show(label)
    app.processEvents()
    frames = Frames(label)
    took = []
    for _ in range(CARDS):
        took.append(frames.after(K.Key_3))
        _rest()
    label.close()
    vault.connection.execute("DROP TABLE bare")
    return took


class Bare(QLabel):
    """The least that a card needs: one write and one picture."""

    def __init__(self, vault: Vault, pictures: list[QPixmap]) -> None:
        super().__init__()
        self._vault, self._pictures = vault, pictures
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Answers and goes on."""
        connection = self._vault.connection
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare (key) VALUES ('3')")
        connection.commit()
        self._pictures.append(self._pictures.pop(0))
        self.setPixmap(self._pictures[0])


class Frames(QObject):
    """Sees each frame of a window go out."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._gone_at = 0.0
        widget.window().installEventFilter(self)

    def after(self, key: Qt.Key) -> float:
        """Milliseconds from a key going down until the frame after it."""
        gc.collect()
        start = perf_counter()
        QTest.keyClick(QApplication.focusWidget(), key)
        while self._gone_at < start and perf_counter() - start < PATIENCE:
            QApplication.processEvents()
        return (self._gone_at - start) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets the frame out and looks at the clock."""
        if event.type() is not QEvent.Type.UpdateRequest:
            return False
        watched.removeEventFilter(self)
        QCoreApplication.sendEvent(watched, event)  # paints everything and hands it over
        watched.installEventFilter(self)
        self._gone_at = perf_counter()
        return True


def _practice(vault: Vault, way: Mode) -> tuple[PracticePage, PracticeViewModel]:
    session = Session(Desk(vault), clock=now)
    view_model = PracticeViewModel(session)
    page = PracticePage(fresh_look(vault), view_model)
    page.resize(*WINDOW)
    _show(page)
    page.arrive(Target(PageId.PRACTICE, way=way.value))
    _rest()
    return page, view_model


def _take_back(page: PracticePage, vault: Vault, answers: int) -> None:
    """Leaves the vault as it was, for the next session."""
    page.close()
    page.deleteLater()
    for _ in range(answers):
        vault.journal.undo()
    QApplication.processEvents()


def _show(widget: QWidget) -> None:
    widget.show()
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget)
    widget.setFocus()


def _rest() -> None:
    """Lets the app do what it does while a teacher looks at a face."""
    QTest.qWait(REST_MS)


def _pictures(vault: Vault) -> Iterator[QPixmap]:
    for student in students.all_students(vault)[:CARDS]:
        picture = QPixmap()
        if student.photo is not None:
            picture.loadFromData(photo_bytes(vault, student.photo, large=True) or b"")
        yield picture.scaled(FACE)


def _main(size: int) -> None:
    with TemporaryDirectory() as folder:
        vault = open_vault(Path(folder), key=KEY)
        fill(vault, size=size)
        answers, cards = typed_ms(vault, cards=MANY)
        for what, took in (
            ("typed: answer painted", answers),
            ("typed: next card painted", cards),
            ("judged: next card painted", graded_ms(vault, cards=MANY)),
            ("bare", bare_ms(vault)),
        ):
            print(f"{what:26} median {median(took):5.1f} ms, 1 in 100 {slowest(took):5.1f} ms")
        vault.close()


if __name__ == "__main__":
    _main(max(SIZES))
