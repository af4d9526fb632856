"""Which student is a photo dragged onto? Watches a list or a grid for files from outside."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QListView

from klasgenoot.viewmodels.photo_change import dropped_files


class PhotoDrops(QObject):
    """Lets files be dropped on the rows of a view.

    The row under the file is hovered, as it is under the pointer.

    Signals:
        dropped: the row object, and the paths of the files.
    """

    dropped = Signal(object, object)

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        view.setAcceptDrops(True)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._view.viewportEntered.emit()
            return True
        if not isinstance(event, QDropEvent):
            return False
        files = dropped_files(event.mimeData())
        index = self._view.indexAt(event.position().toPoint())
        if not files or (not index.isValid() and event.type() == QEvent.Type.Drop):
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragMoveEvent):
            self._hover(index)
        else:
            self._view.viewportEntered.emit()
            self.dropped.emit(index.data(Qt.ItemDataRole.UserRole), files)
        return True

    def _hover(self, index: QModelIndex) -> None:
        if index.isValid():
            self._view.entered.emit(index)
        else:
            self._view.viewportEntered.emit()
