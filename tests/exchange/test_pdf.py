"""Photo lists on paper, of six programs, read in the cage; and PDFs that nobody should trust."""

import sys
from collections.abc import Iterator
from itertools import count
from random import Random
from time import monotonic

import pytest
from PIL import Image

from damaged_files import mutated
from klasgenoot.domain.errors import (
    Cancelled,
    ScannedPage,
    TooLarge,
    Trouble,
    UnreadablePdf,
)
from klasgenoot.domain.page_layout import Box, Page, PagePicture, Word
from klasgenoot.exchange.cage import PDF_WORD
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.face_readers import CUT, WIDE
from klasgenoot.exchange.cage.frames import Message, Nonsense
from klasgenoot.exchange.cage.outside import CagedProcess
from klasgenoot.exchange.cage.pdf_readers import PAGE, PAGES, WIDE_PAGE
from klasgenoot.exchange.pdf import MAX_PAGES, ReadPage
from klasgenoot.exchange.photo_lists import PhotoLists, read_photo_lists, read_scans
from klasgenoot.exchange.photos import Picture, picture_of
from klasgenoot.exchange.source_files import SourceFile
from made_files import picture
from pdf_files import BOMBS, bomb, image, one_page
from photo_list_makers import COLUMNS, FOLDER, PEOPLE, backwards, face_on, plain

LISTS = sorted(path.stem for path in FOLDER.glob("*.pdf") if path.stem != "scan")
TIMES = 200


def file(data: bytes, name: str = "lijst.pdf", part: int = 0) -> SourceFile:
    return SourceFile(name, lambda size: data[:size], part)


def golden(name: str) -> SourceFile:
    return file((FOLDER / f"{name}.pdf").read_bytes(), f"{name}.pdf")


def read(*pdfs: SourceFile) -> PhotoLists:
    return read_photo_lists(pdfs, on_progress=lambda *_: None, is_cancelled=lambda: False)


@pytest.fixture(scope="module")
def pdf_cage() -> Iterator[Cage]:
    with Cage(is_cancelled=lambda: False, reads_pdf=True) as cage:
        yield cage


@pytest.mark.parametrize("name", LISTS)
def test_every_photo_gets_its_own_name(name: str) -> None:
    found = read(golden(name))
    assert not found.refused
    assert len(found.people) == len(PEOPLE)
    for each in found.people:
        assert each.picture is not None
        shown = face_on(each.picture.large)
        assert shown is not None
        called, number = PEOPLE[shown]
        assert each.caption.name in {called, plain(called), backwards(plain(called))}
        assert each.caption.student_number in {number, ""}
        assert "2005" not in str(each.caption)


def test_six_programs_and_more_layouts_are_tried() -> None:
    assert {name.split("-")[0] for name in LISTS} >= {
        "chromium",
        "libreoffice",
        "weasyprint",
        "reportlab",
        "fpdf",
        "qt",
    }
    assert len(LISTS) >= 6
    assert COLUMNS == 4


def test_numbers_addresses_and_the_class_come_along() -> None:
    people = read(golden("chromium-beside")).people
    assert {each.caption.student_number for each in people} == {number for _, number in PEOPLE}
    assert all(each.caption.email == f"s{each.caption.student_number}@school.nl" for each in people)
    assert {each.caption.class_name for each in people} == {"CMV-1B"}


def test_a_photo_cut_to_a_circle_comes_as_it_is_seen() -> None:
    for each in read(golden("chromium-round")).people:
        assert each.picture is not None
        assert each.picture.width == pytest.approx(each.picture.height, abs=5)


def test_a_scan_is_said_to_be_one_and_can_be_cut_by_hand(pdf_cage: Cage) -> None:
    found = read(golden("scan"))
    assert not found.people
    (trouble,) = found.refused
    assert isinstance(trouble, UnreadablePdf)
    assert (trouble.source, trouble.why) == ("scan.pdf", "scanned")
    (page,) = read_scans(golden("scan"), cage=pdf_cage)
    assert max(page.width, page.height) == 4_000


def test_a_scanned_page_among_others_is_named() -> None:
    import pypdfium2

    with pypdfium2.PdfDocument.new() as both:
        for name in ("qt-right", "scan"):
            with pypdfium2.PdfDocument(FOLDER / f"{name}.pdf") as source:
                both.import_pages(source)
        from io import BytesIO

        held = BytesIO()
        both.save(held)
    found = read(file(held.getvalue(), "samen.pdf"))
    assert len(found.people) == len(PEOPLE)
    assert [(type(t), t.page) for t in found.refused if isinstance(t, ScannedPage)] == [
        (ScannedPage, 2)
    ]


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    read_photo_lists(
        [golden("chromium-beside"), golden("qt-right")],
        on_progress=lambda done, total: told.append((done, total)),
        is_cancelled=lambda: False,
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_cancelling_takes_effect_at_once() -> None:
    asked = count()
    stopped: list[float] = []

    def is_cancelled() -> bool:
        if next(asked) < 3:
            return False
        stopped.append(monotonic())
        return True

    with pytest.raises(Cancelled):
        read_photo_lists(
            [golden("chromium-beside")], on_progress=lambda *_: None, is_cancelled=is_cancelled
        )
    assert monotonic() - stopped[0] < 0.2


def test_one_bad_pdf_leaves_the_others_alone() -> None:
    found = read(file(b"%PDF-1.4 kapot", "kapot.pdf"), golden("qt-right"))
    assert len(found.people) == len(PEOPLE)
    assert [(type(each), getattr(each, "source", "")) for each in found.refused] == [
        (UnreadablePdf, "kapot.pdf")
    ]


def test_a_pdf_with_a_password_says_so() -> None:
    locked = (FOLDER / "locked.pdf_").read_bytes()
    (trouble,) = read(file(locked)).refused
    assert isinstance(trouble, UnreadablePdf)
    assert trouble.why == "encrypted"


def test_a_pdf_without_photos_says_so() -> None:
    (trouble,) = read(file(one_page(b"0 0 9 9 re f"))).refused
    assert isinstance(trouble, UnreadablePdf)
    assert trouble.why == "empty"


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_gives_nothing_and_ends_in_time(name: str) -> None:
    start = monotonic()
    found = read(file(bomb(name), "bom.pdf"), golden("qt-right"))
    assert monotonic() - start < 25
    from_bomb = [each for each in found.people if each.file == "bom.pdf"]
    assert len(found.people) - len(from_bomb) == len(PEOPLE)
    assert [getattr(each, "source", "") for each in found.refused] in ([], ["bom.pdf"])
    assert bool(found.refused) != bool(from_bomb)


def test_a_hundred_pages_are_read_and_no_more(pdf_cage: Cage) -> None:
    with pytest.raises(TooLarge) as caught:
        pdf_cage.read(PAGES, file(bomb("thousands of pages")))
    assert caught.value.limit == f"{MAX_PAGES} pages"


def test_any_damage_gives_pages_or_a_trouble() -> None:
    seeds, chance = [path.read_bytes() for path in sorted(FOLDER.glob("*.pdf"))], Random(17)
    made = [mutated(seeds, chance) for _ in range(TIMES)]
    with Cage(is_cancelled=lambda: False, reads_pdf=True) as cage:
        for reader in (PAGES, PAGE):
            answers = list(cage.read_each(reader, [file(data) for data in made]))
            refused = sum(isinstance(answer, Trouble) for answer in answers)
            assert refused < TIMES
        assert cage.mishaps == ()


@pytest.mark.skipif(sys.platform != "linux", reason="the filter of system calls is Linux's")
def test_a_cage_for_pdfs_is_sealed_too() -> None:
    process = CagedProcess(PDF_WORD)
    try:
        assert process.await_ready()
    finally:
        process.close()


# ---- what is believed ----


def read_page() -> ReadPage:
    photos = tuple(picture_of(picture(40 + n, 50)) for n in range(3))
    layout = Page(
        595.28,
        841.89,
        (
            Word("Noor", Box(1, 2, 30, 12.5)),
            Word("Jansen", Box(31, 2, 70, 12.5), glued=True, begins=False),
        ),
        tuple(PagePicture(Box(n, n, n + 40, n + 50), f"{n:014x}") for n, _ in enumerate(photos)),
    )
    return ReadPage(layout, photos)


def test_a_page_goes_through_the_wall_unchanged() -> None:
    page = read_page()
    assert PAGE.unpack(PAGE.pack(page), "x") == page
    empty = ReadPage(Page(10, 10, (), ()), ())
    assert PAGE.unpack(PAGE.pack(empty), "x") == empty


def spoilt() -> Iterator[tuple[str, Message]]:
    sound = PAGE.pack(read_page())
    text, sides, lengths, photos = sound.parts
    for name, head in (
        ("more words", {"words": 3}),
        ("no words", {"words": 0}),
        ("more photos", {"pictures": 4}),
        ("no width", {"width": 0}),
        ("endless", {"height": 10**9}),
        ("words as text", {"words": "2"}),
    ):
        yield name, Message("done", {**sound.head, **head}, sound.parts)
    for name, parts in (
        ("no parts", ()),
        ("control", (b"No\x00or\x1fJansen", sides, lengths, photos)),
        ("no utf-8", (b"\xff\x1fJansen", sides, lengths, photos)),
        ("boxes inside out", (text, sides[4:] + sides[:4], lengths, photos)),
        ("other marks", (text, sides[:-1] + b"\x7f", lengths, photos)),
        ("short photo", (text, sides, lengths, photos[:-1])),
        ("no jpeg", (text, sides, lengths, b"\0" * len(photos))),
    ):
        yield name, Message("done", sound.head, parts)


@pytest.mark.parametrize("message", [m for _, m in spoilt()], ids=[n for n, _ in spoilt()])
def test_a_page_of_another_shape_is_not_believed(message: Message) -> None:
    with pytest.raises(Nonsense):
        PAGE.unpack(message, "x")


def test_other_answers_of_another_shape_are_not_believed() -> None:
    for reader, message in (
        (PAGES, Message("done", {"pages": 0})),
        (PAGES, Message("done", {"pages": MAX_PAGES + 1})),
        (WIDE, Message("done", parts=(b"GIF89a",))),
        (WIDE, Message("done")),
        (WIDE_PAGE, Message("done", parts=(picture_of(picture(9, 9)).large,))),
        (CUT, Message("done", {"pictures": 1}, (b"", b""))),
        (CUT, Message("done", {"pictures": 0})),
    ):
        with pytest.raises(Nonsense):
            reader.unpack(message, "x")


def test_a_picture_with_a_soft_mask_and_one_upside_down_come_as_they_are_seen(
    pdf_cage: Cage,
) -> None:
    data = bytes([220, 40, 20] * 50 + [20, 40, 220] * 50)
    upside_down = one_page(
        b"q 100 0 0 -100 50 250 cm /I Do Q",
        things="/XObject<</I 6 0 R>>",
        others={6: image(10, 10, data)},
    )
    read = pdf_cage.read(PAGE, file(upside_down))
    (found,) = read.pictures
    assert isinstance(found, Picture)
    from io import BytesIO

    shown = Image.open(BytesIO(found.large))
    top = shown.getpixel((shown.width // 2, shown.height // 5))
    assert top[2] > 150 > top[0]  # blue above, as on the page
    (place,) = read.layout.pictures
    assert place.box == Box(50, 50, 150, 150)


def test_a_photo_half_off_the_page_comes_as_far_as_it_is_seen() -> None:
    faces = {6 + n: image(8, 10, bytes([80 * n, 90, 200 - 80 * n]) * 80) for n in range(3)}
    drawn = [
        b"q 80 0 0 100 %d 150 cm /I%d Do Q BT /F 9 Tf 1 0 0 1 %d 138 Tm (%s) Tj ET " % each
        for each in ((20, 0, 20, b"Noor Vos"), (140, 1, 140, b"Bo Smit"), (260, 2, 260, b"Li Wei"))
    ]
    things = "/Font<</F 5 0 R>>/XObject<<" + " ".join(f"/I{n} {6 + n} 0 R" for n in range(3)) + ">>"
    font = {5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
    data = one_page(b"".join(drawn), things=things, others=font | faces)
    found = read(file(data)).people
    assert [each.caption.name for each in found] == ["Noor Vos", "Bo Smit", "Li Wei"]
    assert [each.is_cut for each in found] == [False, False, True]
    shapes = [each.picture and each.picture.width / each.picture.height for each in found]
    assert shapes == pytest.approx([0.8, 0.8, 0.4], abs=0.02)


@pytest.mark.parametrize("crop", [b"", b"/CropBox[0 0 195 300]"])
def test_who_stands_wholly_off_the_page_is_said_and_lends_nobody_their_name(crop: bytes) -> None:
    third = 200 if crop else 320
    faces = {6 + n: image(8, 10, bytes([80 * n, 90, 200 - 80 * n]) * 80) for n in range(3)}
    drawn = [
        b"q 80 0 0 100 %d 150 cm /I%d Do Q BT /F 9 Tf 1 0 0 1 %d 138 Tm (%s) Tj ET " % each
        for each in (
            (20, 0, 20, b"Noor Vos"),
            (110, 1, 110, b"Bo Smit"),
            (third, 2, third, b"Li Wei"),
        )
    ]
    things = "/Font<</F 5 0 R>>/XObject<<" + " ".join(f"/I{n} {6 + n} 0 R" for n in range(3)) + ">>"
    font = {5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
    data = one_page(b"".join(drawn), things=things, others=font | faces)
    found = read(file(data.replace(b"/MediaBox", crop + b"/MediaBox", 1)))
    assert [each.caption.name for each in found.people] == ["Noor Vos", "Bo Smit"]
    assert found.off_page == 1


def test_who_has_the_picture_that_stands_for_none_has_no_photo() -> None:
    faces = {6 + n: image(8, 10, bytes([80 * n, 90, 200 - 80 * n]) * 80) for n in range(3)}
    drawn = [
        b"q 60 0 0 80 %b 150 cm /I%d Do Q BT /F 9 Tf 1 0 0 1 %b 138 Tm (%s) Tj ET "
        % (left, n, left, name)
        for left, n, name in (
            (b"10", 0, b"Noor Vos"),
            (b"82.37", 1, b"Bo Smit"),
            (b"154.71", 2, b"Li Wei"),
            (b"226.13", 1, b"Lux Kok"),
        )
    ]
    things = "/Font<</F 5 0 R>>/XObject<<" + " ".join(f"/I{n} {6 + n} 0 R" for n in range(3)) + ">>"
    font = {5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
    data = one_page(b"".join(drawn), things=things, others=font | faces)
    found = {each.caption.name: each.picture is not None for each in read(file(data)).people}
    assert found == {"Noor Vos": True, "Bo Smit": False, "Li Wei": True, "Lux Kok": False}
