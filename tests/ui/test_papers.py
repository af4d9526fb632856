"""What is printed: every name whole and once, pages that break where they should, bare pictures."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from klasgenoot.domain.exports import PAPERS, ExportKind
from klasgenoot.domain.seating import Board, Room, Seat
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.sharing.papers import (
    name_tents,
    photo_list,
    practice_sheet,
    seat_labels,
    seating_plan,
)
from klasgenoot.ui.pages.sharing.papers.ink import _lines, letters, mm, settled, width_of
from klasgenoot.ui.pages.sharing.papers.paper import Paper, Shown, Words
from klasgenoot.ui.pages.sharing.papers.printing import (
    AT_A_TIME,
    Press,
    make_paper,
    paint_page,
)
from made_files import encoded, exif, picture
from printed_papers import pdf_of
from read_pdf import every_stream, pdf_pages

WORDS = Words("CMV-1B", "28 studenten", "pagina {page} van {pages}", "hier vouwen")
LONG = (
    ("Jan-Willem Alexander", "van den Oude-Heuvelhof Grootschermer"),
    ("Maximiliaan-Christoffel", "Wolfeschlegelsteinhausenbergerdorff"),
    ("Ø", ""),
)
KINDS = sorted(PAPERS)


@pytest.fixture(autouse=True)
def fonts(look: Look) -> None:
    """The letters of the app are there."""


def _people(count: int, *, photos: bool = True) -> list[Shown]:
    image = QImage.fromData(encoded(picture(240, 300), exif=exif()))
    names = [(f"Naam{number}", f"van Rest{number}") for number in range(count)]
    names[: len(LONG)] = LONG[:count]
    return [
        Shown(name, rest, name[:1], image if photos and number % 5 != 4 else None)
        for number, (name, rest) in enumerate(names)
    ]


def _words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, 2, 28, 60])
def test_each_name_stands_on_it_whole(kind: ExportKind, count: int) -> None:
    people = _people(count)
    paper = make_paper(kind, people, WORDS)
    pages = pdf_pages(pdf_of(paper, title="Fotolijst"))
    assert len(pages) == paper.pages
    text = _words("".join(pages))
    times = 2 if kind is ExportKind.NAME_TENTS else 1
    for person in people:
        assert text.count(_words(f"{person.name}{person.rest}")) >= times, person
    assert "…" not in text


@pytest.mark.parametrize(
    ("kind", "pages"),
    [
        (ExportKind.PHOTO_LIST, {1: 1, 28: 1, 30: 1, 31: 2, 60: 2}),
        (ExportKind.NAME_TENTS, {1: 1, 28: 28, 60: 60}),
        (ExportKind.SEAT_LABELS, {1: 1, 24: 1, 25: 2, 60: 3}),
        (ExportKind.PRACTICE_SHEET, {1: 1, 20: 1, 21: 2, 60: 3}),
    ],
)
def test_a_page_ends_where_it_is_full(kind: ExportKind, pages: dict[int, int]) -> None:
    made = {count: make_paper(kind, _people(count), WORDS).pages for count in pages}
    assert made == pages


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, 28, 60])
def test_nothing_is_drawn_beyond_the_edge(kind: ExportKind, count: int) -> None:
    """Around a page drawn small there is a rim, and it stays white."""
    paper = make_paper(kind, _people(count), WORDS)
    rim = 20
    for page in {0, paper.pages - 1}:
        size = QSizeF(paper.size.width() / 20, paper.size.height() / 20).toSize()
        image = QImage(size.width() + 2 * rim, size.height() + 2 * rim, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        painter.translate(rim, rim)
        paint_page(painter, paper, page, into=QSizeF(size))
        painter.end()
        inner = QRectF(rim - 2, rim - 2, size.width() + 4, size.height() + 4)
        stray = [
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if not inner.contains(x, y) and image.pixelColor(x, y).lightness() < 250
        ]
        assert not stray


@pytest.mark.parametrize("kind", KINDS)
def test_no_picture_in_it_tells_where_it_was_taken(kind: ExportKind) -> None:
    data = pdf_of(make_paper(kind, _people(4), WORDS), title="Fotolijst")
    inside = every_stream(data)
    for needle in (b"Exif", b"52.3676", b"GPS", b"<x:xmpmeta><rdf:Description exif"):
        assert needle not in inside
    pictures = [at for at in range(len(data)) if data.startswith(b"\xff\xd8\xff", at)]
    for at in pictures:
        assert not Image.open(BytesIO(data[at:])).getexif()


@pytest.mark.parametrize("kind", KINDS)
def test_the_title_of_the_file_names_nobody(kind: ExportKind) -> None:
    data = pdf_of(make_paper(kind, _people(3), WORDS), title="Fotolijst")
    head = data[: data.index(b"endobj") * 3]
    assert b"Naam" not in head
    assert "Jan-Willem".encode("utf-16-be") not in data


def test_without_photos_a_tent_holds_the_name_alone() -> None:
    bare = make_paper(ExportKind.NAME_TENTS, _people(3, photos=False), WORDS)
    assert not bare.has_faces
    data = pdf_of(bare, title="x")
    assert b"/Subtype /Image" not in data


def test_on_the_strip_names_stand_in_the_order_of_the_faces() -> None:
    people = _people(23)
    paper = make_paper(ExportKind.PRACTICE_SHEET, people, WORDS)
    first, second = pdf_pages(pdf_of(paper, title="x"))
    text = _words(first)
    places = [text.index(_words(person.name + person.rest)) for person in people[:20]]
    assert places == sorted(places)
    assert "Naam22" in second


def test_a_font_of_nine_letters_can_be_copied_too() -> None:
    """Its table ends at the number that stands for a tab elsewhere."""
    people = [Shown("Sanne", "", "S", None), Shown("Milan", "", "M", None)]
    for kind in KINDS:
        text = _words("".join(pdf_pages(pdf_of(make_paper(kind, people, WORDS), title="x"))))
        assert "Sanne" in text
        assert "Milan" in text


def test_letters_shrink_until_a_text_fits() -> None:
    font, lines = settled(LONG[1][1], room=mm(25), lines=1, most=10, least=7)
    assert lines == [LONG[1][1]]
    assert width_of(lines[0], font) <= mm(25)
    font, lines = settled("kort", room=mm(25), lines=1, most=10, least=7)
    assert font.pixelSize() == 100


def test_a_line_breaks_at_blanks_and_behind_hyphens() -> None:
    font = letters(10)
    wide = width_of("Jan-Willem", font)
    assert _lines("Jan-Willem Alexander", font, room=wide) == ["Jan-Willem", "Alexander"]
    assert _lines("Jan-Willem", font, room=width_of("Willem", font)) == ["Jan-", "Willem"]
    assert _lines("", font, room=wide) == []
    assert "".join(_lines("a - b", font, room=1)).replace(" ", "") == "a-b"


def test_a_paper_is_a_paper() -> None:
    assert all(isinstance(make_paper(kind, _people(1), WORDS), Paper) for kind in PAPERS)


def test_on_a_seating_plan_everybody_stands_where_they_sit() -> None:
    """From left to right and from top to bottom, as the room is drawn."""
    room = Room(rows=2, columns=2, board=Board.BOTTOM)
    seats = (Seat(0, 0), Seat(0, 1), Seat(1, 0))
    people = [
        Shown(f"Naam{number}", "", "N", None, room, seat) for number, seat in enumerate(seats)
    ]
    paper = make_paper(ExportKind.SEATING_PLAN, people, WORDS)
    (page,) = pdf_pages(pdf_of(paper, title="Plattegrond"))
    places = [page.index(f"Naam{number}") for number in (2, 1, 0)]
    assert places == sorted(places)  # the first row is below, and drawn from the right
    image = QImage(842, 595, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_page(painter, paper, 0, into=QSizeF(842, 595))
    painter.end()
    middle = image.width() // 2
    ink = [
        [
            any(
                image.pixelColor(x, y).lightness() < 120
                for x in range(left, left + middle - 60)
                for y in range(*rows)
            )
            for left in (50, middle + 10)
        ]
        for rows in ((90, 270), (290, 500))
    ]
    assert ink == [[False, True], [True, True]]


@pytest.mark.parametrize("size", [(1, 1), (20, 20), (3, 20), (20, 3)])
def test_a_room_of_any_size_fits_on_its_page(size: tuple[int, int]) -> None:
    rows, columns = size
    room = Room(rows=rows, columns=columns, aisles=(1,) if columns > 1 else ())
    image = QImage.fromData(encoded(picture(240, 300), exif=exif()))
    people = [Shown("Maximiliaan", "van Rest", "M", image, room, seat) for seat in room.seats]
    paper = make_paper(ExportKind.SEATING_PLAN, people, WORDS)
    drawn = QImage(421, 297, QImage.Format.Format_RGB32)
    drawn.fill(0xFFFFFF)
    painter = QPainter(drawn)
    paint_page(painter, paper, 0, into=QSizeF(421, 297))
    painter.end()
    rim = [drawn.pixelColor(x, y) for x in range(421) for y in (2, 3, 293, 294)]
    assert all(colour.lightness() > 250 for colour in rim)


@pytest.mark.parametrize("kind", KINDS)
def test_no_turn_of_the_window_draws_more_than_some_people(
    kind: ExportKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    for module in (name_tents, photo_list, practice_sheet, seat_labels, seating_plan):
        true = module.draw_face
        monkeypatch.setattr(
            module,
            "draw_face",
            lambda *those, true=true, **more: (drawn.append("face"), true(*those, **more)),
        )
    paper = make_paper(kind, _people(40), WORDS)
    press = Press(paper, title="x")
    faces: list[int] = []
    goes_on = True
    while goes_on:
        before = len(drawn)
        goes_on = press.print_some()
        faces.append(len(drawn) - before)
    sides = 2 if kind is ExportKind.NAME_TENTS else 1
    assert sum(faces) == 40 * sides
    assert max(faces) <= AT_A_TIME * sides
    assert len(pdf_pages(press.finish())) == paper.pages


def test_a_drawing_that_is_stopped_lets_go_of_what_it_drew_on() -> None:
    press = Press(make_paper(ExportKind.PHOTO_LIST, _people(20), WORDS), title="x")
    assert press.print_some()
    assert press.finish().startswith(b"%PDF")
