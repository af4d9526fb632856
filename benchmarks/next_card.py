"""How long from an answer key until the next card is painted, beside a bare window doing the same?

The page, the store and the photos are the real ones: each answer is judged, logged, journalled and
durable on disk before the next face is painted. The clock starts before the key goes down and stops
when the frame with the next card has been handed to the window system.
"""

import gc
from collections.abc import Iterator
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
from klasgenoot.store.database import Vault, open_vault
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
REST_MS = 60
"""How long a teacher looks at a face at the very least: then the next one is made ready."""
PATIENCE = 2.0
BUDGET = "≤ 16 ms"
K = Qt.Key


def measure() -> Iterator[Figure]:
    """The key that answers and brings the next card, in both ways of answering."""
    for size in SIZES:
        with TemporaryDirectory() as folder:
            vault = open_vault(Path(folder), key=KEY)
            fill(vault, size=size)
            bare = median(bare_ms(vault))
            answers, cards = typed_ms(vault)
            for what, took, budget in (
                ("next card after judging oneself", graded_ms(vault), BUDGET),
                ("answer after typing a name", answers, ""),
                ("next card after that answer", cards, BUDGET),
            ):
                yield Figure(
                    what=what,
                    size=f"{size} students",
                    ours=median(took),
                    yardstick=bare,
                    beside="one INSERT, commit and a picture in a label",
                    budget=budget,
                )
            vault.close()


def graded_ms(vault: Vault) -> list[float]:
    """Milliseconds from the key that grades an answer to the painted next card."""
    page, view_model = _practice(vault, Mode.SELF_GRADED)
    frames, took = Frames(page), []
    for _ in range(CARDS):
        frames.after(K.Key_Space)
        _rest()
        if view_model.stage is not Stage.REVEALED:
            break
        took.append(frames.after(K.Key_3))
        _rest()
    _take_back(page, vault, len(took))
    return took


def typed_ms(vault: Vault) -> tuple[list[float], list[float]]:
    """Milliseconds from Enter to the painted answer, and from the next Enter to the next card."""
    page, view_model = _practice(vault, Mode.TYPED)
    frames = Frames(page)
    answers, cards = [], []
    for _ in range(CARDS):
        if view_model.stage is not Stage.ASK or view_model.student is None:
            break
        QTest.keyClicks(QApplication.focusWidget(), fold_words(view_model.student.full_name))
        _rest()
        answers.append(frames.after(K.Key_Return))
        _rest()
        cards.append(frames.after(K.Key_Return))
        _rest()
    _take_back(page, vault, len(answers))
    return answers, cards


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
        answers, cards = typed_ms(vault)
        for what, took in (
            ("typed: answer painted", answers),
            ("typed: next card painted", cards),
            ("judged: next card painted", graded_ms(vault)),
            ("bare", bare_ms(vault)),
        ):
            print(f"{what:26} median {median(took):5.1f} ms, worst {max(took):5.1f} ms")
        vault.close()


if __name__ == "__main__":
    _main(max(SIZES))
