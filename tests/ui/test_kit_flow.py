"""A layout that wraps keeps working while its widgets and those of other layouts come and go."""

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.flow import Flow, flow

MANY = 60


def shown_in(layout: Flow) -> list[str]:
    labels = (layout.itemAt(place).widget() for place in range(layout.count()))
    return [label.text() for label in labels if isinstance(label, QLabel)]


def end_what_was_deleted() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def board(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    QVBoxLayout(widget)
    qtbot.addWidget(widget)
    return widget


def test_a_line_ends_where_the_width_ends(board: QWidget) -> None:
    labels = [QLabel(text) for text in ("one", "two", "three")]
    for label in labels:
        label.setFixedSize(100, 20)
    wrapped = flow(*labels, gap=10, line_gap=5)
    board.layout().addLayout(wrapped)
    assert wrapped.heightForWidth(320) == 20
    assert wrapped.heightForWidth(319) == 45
    wrapped.setGeometry(QRect(0, 0, 210, 100))
    assert [label.pos().toTuple() for label in labels] == [(0, 0), (110, 0), (0, 25)]


def test_a_widget_can_come_before_others(board: QWidget) -> None:
    wrapped = flow(QLabel("one"), QLabel("three"))
    board.layout().addLayout(wrapped)
    wrapped.insert_widget(1, QLabel("two"))
    assert shown_in(wrapped) == ["one", "two", "three"]


def test_the_last_on_a_line_stands_apart_at_its_end_unless_it_is_alone(board: QWidget) -> None:
    labels = [QLabel(text) for text in ("one", "two", "three")]
    wrapped = Flow(gap=10, line_gap=5, apart=True)
    for label in labels:
        label.setFixedSize(100, 20)
        wrapped.addWidget(label)
    board.layout().addLayout(wrapped)
    wrapped.setGeometry(QRect(0, 0, 300, 100))
    assert [label.pos().toTuple() for label in labels] == [(0, 0), (200, 0), (0, 25)]


def test_the_height_follows_what_is_in_it(board: QWidget) -> None:
    labels = [QLabel(text) for text in ("one", "two", "three")]
    for label in labels:
        label.setFixedSize(100, 20)
    wrapped = flow(*labels[:2], gap=10, line_gap=5)
    board.layout().addLayout(wrapped)
    board.show()
    assert wrapped.heightForWidth(210) == 20
    wrapped.addWidget(labels[2])
    QApplication.processEvents()
    assert wrapped.heightForWidth(210) == 45
    labels[0].setFixedHeight(50)
    QApplication.processEvents()
    assert wrapped.heightForWidth(210) == 75
    labels[2].hide()
    QApplication.processEvents()
    assert wrapped.heightForWidth(210) == 50
    wrapped.setContentsMargins(0, 3, 0, 4)
    assert wrapped.heightForWidth(210) == 57
    wrapped.takeAt(0)
    assert wrapped.heightForWidth(210) == 27


def test_margins_are_kept_free(board: QWidget) -> None:
    label = QLabel("one")
    label.setFixedSize(100, 20)
    wrapped = flow(label)
    wrapped.setContentsMargins(40, 6, 20, 4)
    board.layout().addLayout(wrapped)
    assert (wrapped.sizeHint().toTuple(), wrapped.heightForWidth(300)) == ((160, 30), 30)
    wrapped.setGeometry(QRect(10, 10, 300, 30))
    assert label.pos().toTuple() == (50, 16)


def test_a_widget_that_is_deleted_leaves_the_flow(board: QWidget) -> None:
    labels = [QLabel(text) for text in ("one", "two", "three")]
    wrapped = flow(*labels)
    board.layout().addLayout(wrapped)
    labels[1].deleteLater()
    end_what_was_deleted()
    assert shown_in(wrapped) == ["one", "three"]
    wrapped.removeWidget(labels[0])
    assert shown_in(wrapped) == ["three"]


def test_a_flow_outlives_rows_whose_items_stood_where_its_own_do(qtbot: QtBot) -> None:
    """Python finds items of Qt's own by their address, also after their end."""
    host, row, board = QWidget(), QHBoxLayout(), QWidget()
    qtbot.addWidget(board)
    outer = QVBoxLayout(host)
    labels, others = ([QLabel(text) for _ in range(MANY)] for text in ("gone", "there"))
    for label in labels:
        row.addWidget(label)
    outer.addLayout(row)  # from here on Python knows the items of the row
    for label in labels:
        label.deleteLater()
    end_what_was_deleted()
    wrapped = flow(*others)
    board.setLayout(wrapped)
    host.deleteLater()
    end_what_was_deleted()
    assert wrapped.heightForWidth(1000) > 0
    assert shown_in(wrapped) == ["there"] * MANY


def test_a_cleared_layout_lets_go_of_its_own_widgets_alone(board: QWidget) -> None:
    column = board.layout()
    inner = QHBoxLayout()
    inner.addWidget(QLabel("inner"))
    column.addWidget(QLabel("outer"))
    column.addLayout(inner)
    clear(column)
    end_what_was_deleted()
    assert [label.text() for label in board.findChildren(QLabel)] == ["inner"]
    assert column.indexOf(inner) == 0
