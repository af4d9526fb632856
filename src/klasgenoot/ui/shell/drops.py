"""Files dropped anywhere on the window: a class list or photos on their way in."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Drops(QObject):
    """Takes what is dropped on a widget and on nothing in it.

    Signals:
        dropped: a tuple of paths.
    """

    dropped = Signal(tuple)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
            if urls:
                event.acceptProposedAction()
                self.dropped.emit(tuple(Path(url.toLocalFile()) for url in urls))
            return True
        return super().eventFilter(watched, event)
