"""Where was I? Keeps the focused student when the rows of a view are made anew."""

from PySide6.QtCore import QModelIndex, QObject, Slot
from PySide6.QtWidgets import QListView

from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.student_rows import StudentRow


class KeepPlace(QObject):
    """Goes back to the same student; if they are gone, to who stands in their place.

    Make it after the view has its model.
    """

    def __init__(self, view: QListView, rows: Rows[StudentRow]) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._key = 0
        self._place = 0
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        rows.modelReset.connect(self._on_rows_reset)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self._key = self._rows.row_at(current).key
            self._place = current.row()

    @Slot()
    def _on_rows_reset(self) -> None:
        there = self._rows.place_of(self._key)
        if not there.isValid() and self._view.hasFocus():
            there = self._rows.index(min(self._place, self._rows.rowCount() - 1))
        if there.isValid():
            self._view.setCurrentIndex(there)
            self._view.scrollTo(there)
