"""Where may a photo be let go? Anywhere on the page of a student: it is theirs."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.pages.student.hero import Hero
from klasgenoot.viewmodels.photo_change import dropped_photos


class PhotosAnywhere(QObject):
    """Brings photos that are dropped beside the portrait to it; a list goes to the import.

    Args:
        page: where they are dropped.
        hero: the portrait, which shows meanwhile where they go.
    """

    def __init__(self, page: QWidget, hero: Hero) -> None:
        super().__init__(page)
        self._hero = hero
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._hero.set_target(False)
            return False
        if not isinstance(event, QDropEvent):
            return False
        photos = dropped_photos(event.mimeData())
        if not photos:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self._hero.set_target(True)
        else:
            self._hero.set_target(False)
            self._hero.dropped.emit(photos)
        return True
