"""A list of values as Qt shows it: one model for every list in the app."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

AnyIndex = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """What each row can answer."""

    @property
    def key(self) -> int:
        """Tells rows apart; stays the same when the row's values change."""

    @property
    def name(self) -> str:
        """What is read and typed to find it."""

    @property
    def sentence(self) -> str:
        """The whole row in words, for who cannot see it."""


R = TypeVar("R", bound=Row)


class Rows(QAbstractListModel, Generic[R]):
    """Rows of frozen values.

    Roles: DisplayRole is the name, AccessibleTextRole the sentence, UserRole the row itself.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()

    def rows(self) -> tuple[R, ...]:
        """All rows, in order."""
        return self._rows

    def row_at(self, index: AnyIndex) -> R:
        """The row behind an index."""
        return self._rows[index.row()]

    def place_of(self, key: int) -> QModelIndex:
        """The index of the row with a key; an invalid one if it is not there."""
        for place, row in enumerate(self._rows):
            if row.key == key:
                return self.index(place)
        return QModelIndex()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Shows other rows.

        The same rows in the same order are changed in place, so that the selection and the scroll
        position stay where they are.
        """
        if [r.key for r in rows] == [r.key for r in self._rows]:
            before, self._rows = self._rows, tuple(rows)
            changed = [i for i, (a, b) in enumerate(zip(before, self._rows, strict=True)) if a != b]
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """One row, for one role."""
        if not index.isValid():
            return None
        answer = _ANSWERS.get(role)
        return answer(self._rows[index.row()]) if answer else None


_ANSWERS: dict[int, Callable[[Any], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: row.name,
    Qt.ItemDataRole.AccessibleTextRole: lambda row: row.sentence,
    Qt.ItemDataRole.UserRole: lambda row: row,
}
