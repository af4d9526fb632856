"""One model for every list: Qt's own tester is content, and what stays the same stays in place."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from klasgenoot.viewmodels.rows import Rows


@dataclass(frozen=True, slots=True)
class Person:
    """A row."""

    key: int
    name: str

    @property
    def sentence(self) -> str:
        """The row in words."""
        return f"{self.name}, number {self.key}"


SANNE, MILAN, NOOR = Person(1, "Sanne"), Person(2, "Milan"), Person(3, "Noor")


@pytest.fixture
def rows() -> Rows[Person]:
    model: Rows[Person] = Rows()
    model.set_rows([SANNE, MILAN, NOOR])
    return model


def test_qt_finds_no_fault_with_it(rows: Rows[Person], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(rows, force_py=True)
    rows.set_rows([NOOR])
    rows.set_rows([])
    assert rows.rowCount() == 0


def test_each_role_has_its_answer(rows: Rows[Person]) -> None:
    index = rows.index(1)
    assert index.data() == "Milan"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Milan, number 2"
    assert index.data(Qt.ItemDataRole.UserRole) is MILAN
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert rows.data(QModelIndex()) is None
    assert rows.row_at(index) is MILAN
    assert rows.rowCount(index) == 0


def test_a_row_is_found_by_its_key(rows: Rows[Person]) -> None:
    assert rows.place_of(3).row() == 2
    assert not rows.place_of(9).isValid()


def test_changed_values_keep_their_place(rows: Rows[Person]) -> None:
    kept = QPersistentModelIndex(rows.index(2))
    heard = []
    rows.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    rows.modelReset.connect(lambda: heard.append("reset"))
    rows.set_rows([SANNE, Person(2, "Mila"), Person(3, "Nora")])
    assert heard == [(1, 2)]
    assert kept.isValid()
    assert kept.data() == "Nora"
    rows.set_rows(list(rows.rows()))
    assert heard == [(1, 2)]


def test_other_rows_are_a_new_list(rows: Rows[Person]) -> None:
    heard = []
    rows.modelReset.connect(lambda: heard.append("reset"))
    rows.set_rows([MILAN, SANNE, NOOR])
    assert heard == ["reset"]
    assert rows.rows() == (MILAN, SANNE, NOOR)
