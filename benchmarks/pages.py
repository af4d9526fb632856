"""How quick are Names and Check-ins with a large class? Opened in the app's window, and scrolled."""

import os
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import cast

from figures import Figure, timed
from made_classes import SIZES, fill
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

from klasgenoot.app.clock import now
from klasgenoot.app.language import Speaker
from klasgenoot.app.places import resources
from klasgenoot.operations.desk import Desk
from klasgenoot.store.database import Vault, vault_in_memory
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId

WINDOW = (1440, 900)
PAGES = {PageId.NAMES: "Names", PageId.CHECK_INS: "Check-ins"}
ROUNDS, FRAMES, STEP = 7, 60, 40


def measure() -> Iterator[Figure]:
    """Each page opened for the first time, no photo at hand, and one frame of scrolling it."""
    for size in SIZES:
        vault = vault_in_memory()
        fill(vault, size=size)
        bare_open, bare_frame = _bare(size)
        for page, name in PAGES.items():
            with TemporaryDirectory() as place:
                rounds = [_ours(vault, page, Path(place)) for _ in range(ROUNDS)]
            opened, frames = zip(*rounds, strict=True)
            yield Figure(
                what=f"{name} opened",
                size=f"{size} students",
                ours=median(opened),
                yardstick=bare_open,
                beside="a bare list of as many names",
                budget="≤ 100 ms" if size == SIZES[-1] else "",
            )
            yield Figure(
                what=f"{name} scrolled by a frame",
                size=f"{size} students",
                ours=median(frames),
                yardstick=bare_frame,
                beside="a bare list of as many names",
                budget="≤ 16 ms" if size == SIZES[-1] else "",
            )


def _ours(vault: Vault, page: PageId, place: Path) -> tuple[float, float]:
    """Milliseconds to open a page in a new window, and for a frame of its slowest view."""
    app = _app()
    window = Window(
        Session(Desk(vault), clock=now),
        resources=resources(),
        speak=Speaker(resources() / "translations").speak,
        state_file=place / "window.ini",
    )
    window.resize(*WINDOW)
    window.go(PageId.SETTINGS)
    window.show()
    app.processEvents()

    def open_page() -> None:
        window.go(page)
        app.processEvents()

    opened = timed(open_page)
    views = (view for view in window.page.findChildren(QAbstractItemView) if view.isVisible())
    frame = max(_frame(view) for view in views)
    window.hide()
    window.deleteLater()
    app.processEvents()
    return opened, frame


def _bare(size: int) -> tuple[float, float]:
    """The same for Qt's own list, with one line of text for each student."""
    app = _app()
    names = [f"Student {number}" for number in range(size)]
    views = []

    def open_list() -> None:
        view = QListView()
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setUniformItemSizes(True)
        view.setModel(QStringListModel(names, view))
        view.resize(*WINDOW)
        view.show()
        app.processEvents()
        views.append(view)

    opened = median([timed(open_list) for _ in range(ROUNDS)])
    return opened, median([_frame(view) for view in views])


def _frame(view: QAbstractItemView) -> float:
    """The median of painting a view anew after each step of scrolling."""
    bar = view.verticalScrollBar()
    took = []
    for frame in range(FRAMES):
        bar.setValue((frame * STEP) % max(1, bar.maximum()))
        start = perf_counter()
        view.viewport().repaint()
        took.append((perf_counter() - start) * 1000)
        _app().processEvents()
    return median(took)


def _app() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return cast("QApplication", QApplication.instance() or QApplication(["klasgenoot"]))
