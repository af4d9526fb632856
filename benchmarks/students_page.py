"""How quick is the page Students: opened, and scrolled by a frame, beside a bare list of names?

The page, the store and the photos are the real ones. The window is drawn offscreen, so that only
our own work is measured.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import cast

from figures import Figure
from made_classes import SIZES, fill
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QWidget
from shiboken6 import delete

from klasgenoot.app.clock import now
from klasgenoot.app.garbage import set_aside
from klasgenoot.operations.desk import Desk
from klasgenoot.store.database import Vault, vault_in_memory
from klasgenoot.store.photos import photo_bytes
from klasgenoot.ui.kit.look import Look, dress, make_look
from klasgenoot.ui.pages.students.page import StudentsPage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.students import StudentsViewModel
from klasgenoot.viewmodels.target import PageId, Target

RESOURCES = Path(__file__).parents[1] / "resources"
PAGE = (1208, 844)
"""What a window of 1440 x 900 leaves for a page."""
ROUNDS, FRAMES, STEP = 9, 60, 40
BUDGET_OPEN, BUDGET_FRAME = "≤ 100 ms", "≤ 16 ms"


def measure() -> Iterator[Figure]:
    """The page opened for the first time, and one frame of scrolling."""
    for size in SIZES:
        vault = _vault(size)
        bare_open, bare_frame = _bare_ms(size)
        yield Figure(
            what="Students opened",
            size=f"{size} students",
            ours=median(open_ms(vault)),
            yardstick=median(bare_open),
            beside="a bare list of as many names",
            budget=BUDGET_OPEN,
        )
        yield Figure(
            what="Students scrolled by a frame",
            size=f"{size} students",
            ours=median(scroll_ms(vault)),
            yardstick=median(bare_frame),
            beside="a bare list of as many names",
            budget=BUDGET_FRAME,
        )


def open_ms(vault: Vault | None = None) -> list[float]:
    """Milliseconds to make the page, read everything and paint it, each round with no photo ready.

    Without a vault, of 500 students.
    """
    session = _session(vault or _vault(max(SIZES)))
    took = []
    for _ in range(ROUNDS):
        look = _look(session)
        set_aside()
        start = perf_counter()
        page = _page(session, look)
        took.append((perf_counter() - start) * 1000)
        _close(page)
    return took


def scroll_ms(vault: Vault | None = None) -> list[float]:
    """Milliseconds to paint the whole list anew after each step of scrolling.

    Without a vault, of 500 students.
    """
    session = _session(vault or _vault(max(SIZES)))
    page = _page(session, _look(session))
    took = _frames(page.view)
    _close(page)
    return took


def _bare_ms(size: int) -> tuple[list[float], list[float]]:
    """The same for Qt's own list with a line of text for each student."""
    _app()
    opened: list[float] = []
    for _ in range(ROUNDS):
        set_aside()
        start = perf_counter()
        view = QListView()
        view.setUniformItemSizes(True)
        view.setModel(QStringListModel([f"Student {number}" for number in range(size)], view))
        _show(view)
        opened.append((perf_counter() - start) * 1000)
        _close(view)
    view = QListView()
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setModel(QStringListModel([f"Student {number}" for number in range(size)], view))
    _show(view)
    frames = _frames(view)
    _close(view)
    return opened, frames


def _frames(view: QListView) -> list[float]:
    bar = view.verticalScrollBar()
    took = []
    for frame in range(FRAMES):
        bar.setValue((frame * STEP) % max(1, bar.maximum()))
        start = perf_counter()
        view.viewport().repaint()
        took.append((perf_counter() - start) * 1000)
        QApplication.processEvents()
    return took


def _page(session: Session, look: Look) -> StudentsPage:
    page = StudentsPage(look, StudentsViewModel(session))
    page.arrive(Target(PageId.STUDENTS))
    _show(page)
    return page


def _show(widget: QWidget) -> None:
    widget.resize(*PAGE)
    widget.show()
    QApplication.processEvents()


def _close(widget: QWidget) -> None:
    widget.close()
    delete(widget)  # `deleteLater` would wait for an event loop, and all pages pile up
    QApplication.processEvents()


def _vault(size: int) -> Vault:
    vault = vault_in_memory()
    fill(vault, size=size)
    return vault


def _session(vault: Vault) -> Session:
    return Session(Desk(vault), clock=now)


def _look(session: Session) -> Look:
    """A look that has not drawn anything yet."""
    app = _app()
    look = make_look(
        RESOURCES,
        theme="light",
        load_photo=lambda photo, large: photo_bytes(session.vault, photo, large=large) or b"",
    )
    dress(app, look, resources=RESOURCES)
    return look


def _app() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return cast("QApplication", QApplication.instance() or QApplication(["klasgenoot"]))


def _say(name: str, took: Callable[[Vault], list[float]], vault: Vault) -> None:
    times = took(vault)
    print(f"{name:8} median {median(times):6.1f} ms, worst {max(times):6.1f} ms")


if __name__ == "__main__":
    everybody = _vault(max(SIZES))
    _say("opened", open_ms, everybody)
    _say("scrolled", scroll_ms, everybody)
