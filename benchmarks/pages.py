"""How quick are the pages: opened, and scrolled by a frame, beside a bare list of names?

The real pages on the real store, drawn offscreen, so that only our own work is measured.
"""

from collections.abc import Iterator
from datetime import timedelta
from statistics import median
from time import perf_counter
from typing import cast

from drawn import fresh_look, the_app
from figures import Figure, timed
from made_classes import SIZES, fill
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget
from shiboken6 import delete

from klasgenoot.app.clock import now
from klasgenoot.app.places import resources
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.store import students
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import vault_in_memory
from klasgenoot.ui.shell.making import MAKERS
from klasgenoot.ui.shell.navigation import ShownPage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

ROOM = (1208, 844)
"""What a window of 1440 x 900 leaves for a page."""
PAGES = {
    PageId.TODAY: "Today",
    PageId.STUDENTS: "Students",
    PageId.NAMES: "Names",
    PageId.STUDENT: "A student with 100 contacts",
    PageId.CHECK_INS: "Check-ins",
    PageId.PHASES: "Phases",
    PageId.GUIDE: "Guide",
}
ROUNDS, FRAMES, STEP, OFTEN = 9, 60, 40, 100


def measure() -> Iterator[Figure]:
    """Each page opened with no photo at hand, and one frame of scrolling its slowest view."""
    for size in SIZES:
        vault = vault_in_memory()
        class_id = fill(vault, size=size)
        who = students.all_students(vault, class_id=class_id)[0].id
        _log_often(vault, who)
        bare: list[tuple[float, float]] = []
        ours: dict[PageId, list[tuple[float, float | None]]] = {page: [] for page in PAGES}
        for _ in range(ROUNDS):
            bare.append(_bare(size))
            for page in PAGES:
                ours[page].append(_ours(vault, Target(page, student=_whose(page, who))))
        bare_opened, bare_frame = (median(times) for times in zip(*bare, strict=True))
        for page, name in PAGES.items():
            yield Figure(
                what=f"{name} opened",
                size=f"{size} students",
                ours=median(opened for opened, _ in ours[page]),
                yardstick=bare_opened,
                beside="a bare list of as many names",
                budget="≤ 100 ms",
            )
            frames = [frame for _, frame in ours[page] if frame is not None]
            if frames:
                yield Figure(
                    what=f"{name} scrolled by a frame",
                    size=f"{size} students",
                    ours=median(frames),
                    yardstick=bare_frame,
                    beside="a bare list of as many names",
                    budget="≤ 16 ms",
                )


def _whose(page: PageId, who: StudentId) -> StudentId | None:
    return who if page is PageId.STUDENT else None


def _log_often(vault: Vault, who: StudentId) -> None:
    """Contacts of every kind with one student."""
    kinds, today = list(ContactKind), now().date()
    drafts = [
        ContactDraft(
            student_ids=(who,),
            happened_on=today - timedelta(days=number),
            kind=kinds[number % len(kinds)],
            text="Wil een voorbeeld van een portfolio zien.",
        )
        for number in range(OFTEN)
    ]
    Desk(vault).do(log_contact, drafts=drafts)


def _ours(vault: Vault, target: Target) -> tuple[float, float | None]:
    """Milliseconds to make, fill and paint a page, and for a frame of the list in it, if any."""
    session = Session(Desk(vault), clock=now)
    look = fresh_look(vault)
    pages: list[QWidget] = []

    def open_page() -> None:
        page = MAKERS[target.page](session, look, resources())
        cast("ShownPage", page).arrive(target)
        _show(page)
        pages.append(page)

    opened = timed(open_page)
    views = (view for view in pages[0].findChildren(QAbstractItemView) if view.isVisible())
    frame = max((_frame(view) for view in views), default=None)
    _close(pages[0])
    return opened, frame


def _bare(size: int) -> tuple[float, float]:
    """The same for Qt's own list, with one line of text for each student."""
    the_app()
    names = [f"Student {number}" for number in range(size)]
    views: list[QListView] = []

    def open_list() -> None:
        view = QListView()
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setUniformItemSizes(True)
        view.setModel(QStringListModel(names, view))
        _show(view)
        views.append(view)

    opened = timed(open_list)
    frame = _frame(views[0])
    _close(views[0])
    return opened, frame


def _frame(view: QAbstractItemView) -> float:
    """The median of painting a view anew after each step of scrolling."""
    bar = view.verticalScrollBar()
    took = []
    for frame in range(FRAMES):
        bar.setValue((frame * STEP) % max(1, bar.maximum()))
        start = perf_counter()
        view.viewport().repaint()
        took.append((perf_counter() - start) * 1000)
        QApplication.processEvents()
    return median(took)


def _show(widget: QWidget) -> None:
    widget.resize(*ROOM)
    widget.show()
    QApplication.processEvents()


def _close(widget: QWidget) -> None:
    widget.close()
    delete(widget)  # `deleteLater` would wait for an event loop, and all pages pile up
    QApplication.processEvents()
