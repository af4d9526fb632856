"""Where was I? Keeps the focused student when the rows of a view are made anew."""

from PySide6.QtCore import QModelIndex, QObject, Slot
from PySide6.QtWidgets import QListView

from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.student_rows import StudentRow


class KeepPlace(QObject):
    """Goes back to the same student; if they are gone, to who comes next.

    Make it after the view has its model.
    """

    def __init__(self, view: QListView, rows: Rows[StudentRow]) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._order = self._keys()
        self._current = 0
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        rows.modelReset.connect(self._on_rows_reset)

    def _keys(self) -> tuple[int, ...]:
        return tuple(row.key for row in self._rows.rows())

    def _nearest(self) -> QModelIndex:
        """The student that had the focus, else the next one that is left, else the one before."""
        if self._current not in self._order:
            return QModelIndex()
        place = self._order.index(self._current)
        left = frozenset(self._keys())
        candidates = (*self._order[place:], *reversed(self._order[:place]))
        key = next((key for key in candidates if key in left), 0)
        if key != self._current and not self._view.hasFocus():
            return QModelIndex()
        return self._rows.place_of(key)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self._current = self._rows.row_at(current).key

    @Slot()
    def _on_rows_reset(self) -> None:
        there = self._nearest()
        self._order = self._keys()
        if there.isValid():
            self._view.setCurrentIndex(there)
            self._view.scrollTo(there)
