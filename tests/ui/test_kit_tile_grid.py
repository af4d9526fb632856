"""The grid of tiles: exact, quick, and usable by keyboard alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QApplication

from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.tile import Tile, TileStyle, caption_of, paint_tile, tile_of
from klasgenoot.ui.kit.tile_grid import TileGrid
from klasgenoot.ui.kit.tile_plan import GAP, TilePlan, plan_tiles
from klasgenoot.viewmodels.rows import Rows
from ui.kit_looks import StudentRow, a_class, a_look, some_rows

KEY = Qt.Key


@pytest.fixture
def grid(qtbot) -> TileGrid:
    """Twenty students in seven columns."""
    made = TileGrid(a_look())
    made.setModel(a_class(20))
    made.resize(7 * 100 + 6 * GAP, 700)
    qtbot.addWidget(made)
    made.show()
    made.go_to(0)
    return made


def at(grid: TileGrid) -> int:
    return grid.currentIndex().row()


@given(st.integers(1, 9), st.integers(30, 200), st.integers(0, 8), st.integers(0, 60))
def test_tiles_fill_the_width_exactly_and_are_found_where_they_stand(columns, edge, over, number):
    width = columns * (edge + GAP) - GAP + min(over, columns - 1)
    plan = TilePlan(columns, QSize(edge, edge), width)
    assert plan.box(0).left() == 0
    if columns > 1:
        assert plan.box(columns - 1).right() == width - 1
    assert plan.number_at(plan.box(number).center()) == number


def test_a_point_in_a_gap_is_on_no_tile():
    plan = TilePlan(2, QSize(100, 100), 200 + GAP)
    assert plan.number_at(QPoint(100 + GAP // 2, 50)) is None
    assert plan.number_at(QPoint(50, 100 + GAP // 2)) is None


def test_only_the_rows_in_an_area_are_named():
    plan = TilePlan(3, QSize(100, 100), 324)
    assert plan.numbers_in(QRect(0, 0, 324, 100), count=20) == range(3)
    assert plan.numbers_in(QRect(0, 112, 324, 113), count=20) == range(3, 9)
    assert plan.numbers_in(QRect(0, 5000, 324, 100), count=20) == range(20, 20)


@pytest.mark.parametrize(("width", "columns"), [(800, 7), (740, 7), (560, 5), (290, 2), (40, 1)])
def test_a_narrower_grid_has_fewer_columns(qapp, width, columns):
    plan = plan_tiles(QSize(width, 700), look=a_look(), style=TileStyle.FRAMED, most_columns=7)
    assert plan.columns == columns


def test_photos_get_lower_so_that_four_rows_fit_but_never_wider_than_high(qapp):
    look = a_look()

    def heights(room: int) -> int:
        plan = plan_tiles(QSize(800, room), look=look, style=TileStyle.FRAMED, most_columns=7)
        return plan.height(28)

    assert heights(640) <= 640
    assert heights(620) <= 620
    assert heights(200) > 200


def test_a_large_class_is_not_asked_tile_by_tile_to_know_where_each_stands(qtbot, monkeypatch):
    asked = []
    answered = Rows.data
    monkeypatch.setattr(
        Rows, "data", lambda rows, *which: asked.append(which) or answered(rows, *which)
    )
    grid = TileGrid(a_look())
    grid.setModel(a_class(500))
    grid.resize(800, 300)
    qtbot.addWidget(grid)
    grid.show()
    QApplication.processEvents()
    in_sight = 7 * 4
    assert grid.verticalScrollBar().maximum() > 5_000
    assert in_sight / 2 < len(asked) <= 4 * in_sight


def test_arrows_walk_through_the_grid_and_stop_at_its_edges(grid, qtbot):
    for key, expected in [
        (KEY.Key_Right, 1), (KEY.Key_Down, 8), (KEY.Key_Left, 7), (KEY.Key_Up, 0),
        (KEY.Key_Up, 0), (KEY.Key_Left, 0), (KEY.Key_End, 19), (KEY.Key_Right, 19),
        (KEY.Key_Down, 19), (KEY.Key_Home, 0), (KEY.Key_PageDown, 19), (KEY.Key_PageUp, 0),
    ]:  # fmt: skip
        qtbot.keyClick(grid, key)
        assert at(grid) == expected, key


def test_letters_go_to_the_name_that_starts_with_them(qtbot):
    grid = TileGrid(a_look())
    grid.setModel(some_rows("Aaliyah", "Bram", "Noor", "Noa"))
    qtbot.addWidget(grid)
    grid.go_to(0)
    qtbot.keyClicks(grid, "noa")
    assert at(grid) == 3


def test_enter_opens_and_space_toggles_the_row_itself(grid, qtbot):
    opened, toggled = [], []
    grid.opened.connect(opened.append)
    grid.toggled.connect(toggled.append)
    qtbot.keyClick(grid, KEY.Key_Right)
    qtbot.keyClick(grid, KEY.Key_Return)
    qtbot.keyClick(grid, KEY.Key_Space)
    assert [row.name for row in opened] == ["Student 1"]
    assert [row.name for row in toggled] == ["Student 1"]


def test_a_click_opens_what_is_under_it(grid, qtbot):
    opened = []
    grid.opened.connect(opened.append)
    box = grid.visualRect(grid.model().index(9, 0))
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert [row.name for row in opened] == ["Student 9"]


def test_five_hundred_students_cost_no_more_to_draw_than_those_in_sight(qtbot):
    drawn = []

    def as_tile(row: StudentRow) -> Tile:
        drawn.append(row.key)
        return tile_of(row)

    grid = TileGrid(a_look(), as_tile=as_tile)
    grid.setModel(a_class(500))
    grid.resize(800, 600)
    qtbot.addWidget(grid)
    grid.grab()
    assert set(drawn) == set(range(28))


def test_the_focused_tile_is_scrolled_into_sight_and_ringed(qtbot):
    grid = TileGrid(a_look())
    grid.setModel(a_class(500))
    grid.resize(800, 600)
    qtbot.addWidget(grid)
    grid.show()
    with qtbot.waitSignal(grid.ring_moved):
        grid.go_to(499)
    assert grid.viewport().rect().contains(grid.ring_rect())


def test_a_grid_tells_each_student_in_a_sentence(grid):
    told = QAccessible.queryAccessibleInterface(grid)
    assert told.role() is QAccessible.Role.List
    assert told.childCount() == 20
    assert told.child(3).text(QAccessible.Text.Name) == "Student 3, seen a week ago"


@pytest.mark.parametrize("style", list(TileStyle))
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_kind_of_tile_can_be_drawn(qtbot, theme, style):
    face = Face(None, None, "AB")
    tiles = [
        Tile(name="Noor", face=face, level=2),
        Tile(name="Noor", face=face, dots=0, bold=True),
        Tile(name="Noor", face=face, dots=4, selected=True),
        Tile(name="Noor", face=face, name_hidden=True),
        Tile(name="Noor", face=face, loading=True),
    ]
    grid = TileGrid(a_look(theme), style=style, as_tile=lambda row: tiles[row.key])
    grid.setModel(a_class(len(tiles)))
    grid.resize(700, 200)
    qtbot.addWidget(grid)
    assert not grid.grab().isNull()


@pytest.mark.parametrize("style", list(TileStyle))
def test_nothing_of_a_chosen_tile_is_drawn_outside_it_where_a_grid_would_cut_it_off(style):
    tile = Tile(name="Noor", face=Face(None, None, "AB"), selected=True)
    around, box = QRect(0, 0, 160, 180), QRect(20, 20, 120, 140)
    picture = QImage(around.size(), QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    paint_tile(painter, QRectF(box), look=a_look(), tile=tile, style=style)
    painter.end()
    points = (QPoint(x, y) for x in range(around.width()) for y in range(around.height()))
    assert not any(picture.pixel(each) for each in points if not box.contains(each))
    assert picture.pixel(box.topLeft() + QPoint(60, 60))


def test_a_hidden_name_is_not_drawn(qtbot):
    def picture(name: str) -> QImage:
        tile = Tile(name=name, face=Face(None, None, "?"), level=1, name_hidden=True)
        grid = TileGrid(a_look(), as_tile=lambda _row: tile)
        grid.setModel(a_class(1))
        grid.resize(200, 200)
        qtbot.addWidget(grid)
        return grid.grab().toImage()  # compared as a picture: its bytes go with it

    assert picture("Noor") == picture("Wilhelmina")


def test_a_long_name_gets_smaller_before_it_is_elided(qapp):
    look = a_look()
    face = Face(None, None, "AB")
    short = Tile(name="Noor", face=face, level=1)
    long = Tile(name="Wilhelmina-Antoinette", face=face, level=1)
    font, shown = caption_of(look, short, style=TileStyle.FRAMED, width=103)
    assert (font.pixelSize(), shown) == (13, "Noor")
    font, shown = caption_of(look, long, style=TileStyle.FRAMED, width=103)
    assert font.pixelSize() == 12
    assert shown.endswith("…")
