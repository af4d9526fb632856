"""The test of layouts, tested: each kind of flaw is found, and what is right is left alone."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import Chip
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from ui.layout_flaws import flaws, sideways
from worlds import settle

LONG = "Wie heb je deze week nog niet gesproken?"


@pytest.fixture
def board(qtbot: QtBot, look: Look) -> QWidget:
    """An empty widget of 400 by 300, on screen, without a layout."""
    made = QWidget()
    made.resize(400, 300)
    qtbot.addWidget(made)
    made.show()
    return made


def put(widget: QWidget, board: QWidget, *box: int) -> QWidget:
    """Puts a widget at a place on the board, whatever it needs."""
    widget.setParent(board)
    widget.setGeometry(*box)
    widget.show()
    return widget


def test_a_label_with_room_is_fine(board: QWidget, look: Look) -> None:
    put(Label(look, LONG), board, 0, 0, 390, 20)
    assert flaws(board) == []


def test_a_label_that_is_too_low_for_its_lines_is_found(board: QWidget, look: Look) -> None:
    put(Label(look, LONG), board, 0, 0, 120, 20)
    (flaw,) = flaws(board)
    assert flaw.endswith("x60 and has 120x20")


def test_a_label_narrower_than_its_longest_word_is_found(board: QWidget, look: Look) -> None:
    put(Label(look, "Onderwijsontwikkelaarsbijeenkomst"), board, 0, 0, 60, 200)
    assert len(flaws(board)) == 1


def test_a_plain_qt_label_that_is_cut_off_is_found(board: QWidget) -> None:
    put(QLabel(LONG), board, 0, 0, 60, 20)
    assert "needs" in flaws(board)[0]


def test_an_elided_label_is_fine_while_its_tooltip_says_the_rest(
    board: QWidget, look: Look
) -> None:
    label = put(Label(look, LONG, lines=1), board, 0, 0, 120, 20)
    assert label.toolTip() == LONG
    assert flaws(board) == []
    label.setToolTip("")
    assert flaws(board) == [f'Label "{LONG}" is elided and has no tooltip']


def test_a_chip_of_which_almost_nothing_is_left_is_found(board: QWidget, look: Look) -> None:
    chip = put(Chip(look, "CMV-1B, tweede jaar"), board, 0, 0, 100, 24)
    board.grab()  # a chip gets its tooltip when it is painted
    assert flaws(board) == []
    chip.resize(40, 24)
    assert flaws(board)[0].startswith('Chip "CMV-1B, tweede jaar" needs')


def test_a_button_that_is_too_narrow_is_found(board: QWidget, look: Look) -> None:
    put(Button(look, "Begin met oefenen"), board, 0, 0, 60, 34)
    assert flaws(board)[0].startswith('Button "Begin met oefenen" needs')


def test_a_painted_leaf_smaller_than_it_asks_for_is_found(board: QWidget) -> None:
    class Painted(QWidget):
        def minimumSizeHint(self) -> QSize:
            return QSize(100, 40)

    put(Painted(), board, 0, 0, 100, 39)
    assert flaws(board) == ["Painted needs 100x40 and has 100x39"]


def test_texts_on_top_of_each_other_are_found(board: QWidget, look: Look) -> None:
    put(Label(look, "Noor"), board, 0, 0, 100, 20)
    put(Label(look, "Timo"), board, 50, 10, 100, 20)
    assert flaws(board) == [
        'Label "Noor" (0, 0, 100x20) lies on Label "Timo" (50, 10, 100x20)',
    ]


def test_texts_of_different_parents_are_compared_too(board: QWidget, look: Look) -> None:
    left, right = put(QWidget(), board, 0, 0, 200, 100), put(QWidget(), board, 100, 0, 200, 100)
    put(Label(look, "Noor"), left, 120, 0, 60, 20)
    put(Label(look, "Timo"), right, 40, 10, 60, 20)
    assert len(flaws(board)) == 1


def test_texts_that_only_touch_are_fine(board: QWidget, look: Look) -> None:
    put(Label(look, "Noor"), board, 0, 0, 100, 20)
    put(Label(look, "Timo"), board, 0, 20, 100, 20)
    assert flaws(board) == []


def test_what_floats_above_a_layout_may_cover_it(board: QWidget, look: Look) -> None:
    column = QVBoxLayout(board)
    column.addWidget(Label(look, "Noor"))
    put(Label(look, "Opgeslagen"), board, 0, 0, 400, 300)
    column.activate()
    assert flaws(board) == []


def test_a_widget_that_sticks_out_of_its_parent_is_found(board: QWidget, look: Look) -> None:
    put(Button(look, "Stop"), board, 360, 0, 80, 34)
    assert flaws(board) == ['Button "Stop" at (360, 0, 80x34) sticks out of QWidget 400x300']


def test_in_a_scroll_area_contents_may_be_larger(board: QWidget, look: Look) -> None:
    area, contents = _scrolling(board, look)
    assert contents.width() > area.viewport().width()
    assert flaws(board) == []


def test_contents_that_no_scroll_bar_reaches_are_found(board: QWidget, look: Look) -> None:
    area, _ = _scrolling(board, look)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert [flaw.rpartition(" and ")[2] for flaw in flaws(board)] == ["does not scroll"]


def test_what_is_hidden_is_not_looked_at(board: QWidget, look: Look) -> None:
    put(Label(look, LONG), board, 0, 0, 20, 20).hide()
    assert flaws(board) == []


def test_a_page_wider_than_its_window_is_found(board: QWidget, look: Look) -> None:
    page = Page(look, title="Namen")
    wide = QWidget()
    wide.setMinimumWidth(300)
    page.body.addWidget(wide)
    put(page, board, 0, 0, 400, 300)
    settle()
    assert sideways(board) == []
    page.resize(200, 300)
    settle()
    assert [sentence.endswith(" and 200 shown") for sentence in sideways(board)] == [True]


def _scrolling(board: QWidget, look: Look) -> tuple[QScrollArea, QWidget]:
    contents = QWidget()
    row = QHBoxLayout(contents)
    row.addWidget(Button(look, "Een knop die veel breder is dan wat er omheen staat" * 2))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(contents)
    put(area, board, 0, 0, 200, 100)
    return area, contents
