"""Somebody is erased: what does the window let go of? Pages, faces and the quick log."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.shell.ending import end_work
from klasgenoot.ui.shell.log_bar import LogBar
from klasgenoot.ui.shell.log_panel import LogPanel
from klasgenoot.viewmodels.target import PageId


def forget(
    look: Look,
    pages: dict[PageId, QWidget],
    *,
    but: PageId,
    panel: LogPanel | None,
    bar: LogBar,
) -> None:
    """Lets go of every page but the open one, and of all faces: they are made anew when opened.

    What was being written is kept first; then whoever erases looks at it.
    """
    if panel is not None:
        panel.keep_draft()
        panel.hide()
        panel.deleteLater()
    for page_id in [each for each in pages if each is not but]:
        page = pages.pop(page_id)
        end_work((page,))
        page.deleteLater()
    look.faces.forget()

    QTimer.singleShot(0, bar, bar.look_for_draft)  # once it is gone from the data
