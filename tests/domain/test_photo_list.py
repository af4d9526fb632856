"""Photos and captions on a page, paired: any grid, any side, in any order, as whoever drew it."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klasgenoot.domain.captions import Caption
from klasgenoot.domain.page_layout import Box, Page, PagePicture, Word, lines_of
from klasgenoot.domain.photo_list import Side, read_photo_list

HEIGHT, LETTER = 10.0, 5.0
NAMES = (
    "Noor Jansen",
    "Milan van der Berg",
    "Jan-Willem van den Heuvel",
    "Yağmur Aydın",
    "Zoë de Vries",
    "Femke 't Hart",
    "Li Wei",
    "Soufiane el Amrani",
    "Bo Smit",
    "Daniël Baptista",
    "Anne-Marie Oude Luttikhuis",
    "Chidera Okafor",
)


def words(text: str, left: float, top: float) -> list[Word]:
    """A line of text as a page has it."""
    found = []
    for place, part in enumerate(text.split()):
        box = Box(left, top, left + LETTER * len(part), top + HEIGHT)
        found.append(Word(part, box, begins=not place))
        left = box.right + LETTER / 2
    return found


@dataclass(frozen=True)
class Sheet:
    """How a photo list is laid out."""

    side: Side = Side.BELOW
    columns: int = 4
    people: int = 12
    photo: tuple[float, float] = (80, 100)
    gap: float = 4
    is_centred: bool = False
    has_numbers: bool = True
    lines_of_name: int = 1
    words_first: bool = False

    def page(self) -> Page:
        beside = self.side in {Side.RIGHT, Side.LEFT}
        columns = min(self.columns, 2) if beside else self.columns
        wide, high = (270.0 if beside else 145.0), self.photo[1] + 60
        text: list[Word] = words("Klas: CMV-1B", 40, 20)
        pictures = []
        for n in range(self.people):
            x, y = 40 + n % columns * wide, 60 + n // columns * high
            x += 140 if self.side is Side.LEFT else 0
            y += 40 if self.side is Side.ABOVE else 0
            pictures.append(PagePicture(Box(x, y, x + self.photo[0], y + self.photo[1]), str(n)))
            text += self._caption(n, pictures[-1].box)
        low = max((each.box.bottom for each in pictures), default=0)
        return Page(700, max(842, low + 60), tuple(text), tuple(pictures))

    def lines(self, n: int) -> list[str]:
        name = NAMES[n]
        parts = name.rsplit(" ", 1) if self.lines_of_name > 1 else [name]
        return [*parts, *([f"{500100 + n}"] if self.has_numbers else [])]

    def _caption(self, n: int, photo: Box) -> list[Word]:
        lines = self.lines(n)
        total = len(lines) * (HEIGHT + 2)
        top = {
            Side.BELOW: photo.bottom + self.gap,
            Side.ABOVE: photo.top - self.gap - total,
            Side.INSIDE: photo.bottom - total - 2,
        }.get(self.side, photo.top + self.gap)
        found = []
        for place, line in enumerate(lines):
            width = words(line, 0, 0)[-1].box.right
            left = photo.across - width / 2 if self.is_centred else photo.left
            left = photo.right + 6 if self.side is Side.RIGHT else left
            left = photo.left - 6 - width if self.side is Side.LEFT else left
            found += words(line, left, top + place * (HEIGHT + 2))
        return found


sheets = st.builds(
    Sheet,
    side=st.sampled_from([Side.BELOW, Side.ABOVE, Side.RIGHT, Side.LEFT]),
    columns=st.integers(1, 4),
    people=st.integers(2, 12),
    photo=st.sampled_from([(60.0, 80.0), (80.0, 100.0), (90.0, 90.0), (100.0, 75.0)]),
    gap=st.floats(1, 9),
    is_centred=st.booleans(),
    has_numbers=st.booleans(),
    lines_of_name=st.integers(1, 2),
)


def found_on(*pages: Page) -> list[tuple[str | None, str, str]]:
    """Picture, name and number of everybody."""
    people = read_photo_list(pages).people
    return [
        (
            None if each.picture is None else pages[each.page].pictures[each.picture].sign,
            each.caption.name,
            each.caption.student_number,
        )
        for each in people
    ]


def wanted(sheet: Sheet) -> set[tuple[str | None, str, str]]:
    number = (lambda n: f"{500100 + n}") if sheet.has_numbers else (lambda _: "")
    return {(str(n), NAMES[n], number(n)) for n in range(sheet.people)}


@settings(max_examples=300, deadline=None)
@given(sheet=sheets)
def test_any_layout_gives_everybody_their_own_photo(sheet: Sheet) -> None:
    assert set(found_on(sheet.page())) == wanted(sheet)


@settings(max_examples=100, deadline=None)
@given(sheet=sheets, chance=st.randoms(use_true_random=False))
def test_the_order_of_pictures_does_not_count(sheet: Sheet, chance: object) -> None:
    page = sheet.page()
    pictures = list(page.pictures)
    chance.shuffle(pictures)
    assert set(found_on(replace(page, pictures=tuple(pictures)))) == wanted(sheet)


@given(sheet=sheets, across=st.floats(-30, 30), down=st.floats(-10, 60))
@settings(max_examples=100, deadline=None)
def test_where_on_the_page_it_all_stands_does_not_count(
    sheet: Sheet, across: float, down: float
) -> None:
    page = sheet.page()
    moved = replace(
        page,
        words=tuple(replace(w, box=w.box.moved(across, down)) for w in page.words),
        pictures=tuple(replace(p, box=p.box.moved(across, down)) for p in page.pictures),
    )
    assert set(found_on(moved)) == set(found_on(page))


box_sides = st.floats(-100, 1000).map(lambda side: round(side, 1))


@st.composite
def any_page(draw: st.DrawFn) -> Page:
    def box() -> Box:
        left, top = draw(box_sides), draw(box_sides)
        return Box(left, top, left + draw(st.floats(0, 400)), top + draw(st.floats(0, 400)))

    text = st.text(min_size=1, max_size=12)
    some = st.integers(0, 12)
    return Page(
        595,
        842,
        tuple(Word(draw(text), box(), draw(st.booleans())) for _ in range(draw(some))),
        tuple(PagePicture(box(), draw(st.sampled_from("abcd"))) for _ in range(draw(some))),
    )


@settings(max_examples=300, deadline=None)
@given(pages=st.lists(any_page(), max_size=3))
def test_whatever_is_on_pages_no_photo_is_given_twice(pages: list[Page]) -> None:
    people = read_photo_list(pages).people
    given_away = [(each.page, each.picture) for each in people if each.picture is not None]
    assert len(given_away) == len(set(given_away))
    assert all(picture < len(pages[page].pictures) for page, picture in given_away)


def test_a_logo_on_each_page_is_nobody() -> None:
    page = Sheet(people=4).page()
    logo = PagePicture(Box(450, 10, 520, 70), "logo")
    others = tuple(replace(p, sign=f"x{p.sign}") for p in page.pictures)
    text = tuple(replace(word, text=word.text[0] + word.text) for word in page.words)
    pages = [
        replace(page, pictures=(logo, *page.pictures)),
        replace(page, words=text, pictures=(logo, *others)),
    ]
    assert "logo" not in {sign for sign, _, _ in found_on(*pages)}
    assert len(found_on(*pages)) == 8


def test_one_picture_for_all_who_have_none_is_nobodys_photo() -> None:
    page = Sheet().page()
    pictures = [
        replace(p, sign="grey") if n in {2, 5, 7} else p for n, p in enumerate(page.pictures)
    ]
    found = found_on(replace(page, pictures=tuple(pictures)))
    assert [sign for sign, name, _ in found if name in {NAMES[2], NAMES[5], NAMES[7]}] == [None] * 3
    assert len(found) == 12


@pytest.mark.parametrize("side", [Side.BELOW, Side.ABOVE, Side.RIGHT, Side.LEFT])
def test_who_has_an_empty_place_is_on_the_list_all_the_same(side: Side) -> None:
    page = Sheet(side=side).page()
    without = replace(page, pictures=(*page.pictures[:5], *page.pictures[6:]))
    found = found_on(without)
    assert (None, NAMES[5], "500105") in found
    assert {sign for sign, _, _ in found} == {None, *(str(n) for n in range(12) if n != 5)}


def test_a_name_that_runs_into_its_neighbour_is_parted() -> None:
    text = [
        *words("Jan-Willem van der Berg", 40, 165),  # it ends just before the next one begins
        *words("Sanne Smit", 160, 165),
        *words("Bo", 280, 165),
    ]
    photos = tuple(PagePicture(Box(x, 60, x + 80, 160), str(x)) for x in (40, 160, 280))
    found = found_on(Page(595, 842, tuple(text), photos))
    assert [name for _, name, _ in found] == ["Jan-Willem van der Berg", "Sanne Smit", "Bo"]


def test_texts_that_touch_are_parted_where_a_photo_begins() -> None:
    first, second = words("Anne-Marie Oudeluttikhuis", 40, 165), words("Sanne Smit", 165, 165)
    assert first[-1].box.right == pytest.approx(162.5)
    glued = replace(second[0], glued=True)
    page = Page(
        595,
        842,
        (*first, glued, *second[1:]),
        tuple(PagePicture(Box(x, 60, x + 80, 160), str(x)) for x in (40, 165)),
    )
    assert [name for _, name, _ in found_on(page)] == ["Anne-Marie Oudeluttikhuis", "Sanne Smit"]


def test_the_last_letters_of_a_long_name_stay_with_it() -> None:
    """Set apart by a program, they end just where the next photo begins."""
    name, other = words("Charles Fleischmann", 40, 165), words("Bo Smit", 138, 165)
    box = name[1].box
    cut = box.right - 2 * LETTER
    name[1] = Word("Fleischma", replace(box, right=cut), begins=False)
    name.append(Word("nn", replace(box, left=cut), glued=True))
    photos = tuple(PagePicture(Box(x, 60, x + 80, 160), str(x)) for x in (40, 138))
    found = found_on(Page(595, 842, (*name, *other), photos))
    assert [called for _, called, _ in found] == ["Charles Fleischmann", "Bo Smit"]


def test_letters_set_apart_are_one_word() -> None:
    box = Box(0, 0, 10, 10)
    apart = (Word("V", box), Word("an", box.moved(9, 0), glued=True))
    assert [line.text for line in lines_of(apart)] == ["Van"]


def test_a_page_that_is_one_picture_is_a_scan() -> None:
    scan = Page(595, 842, (), (PagePicture(Box(0, 0, 595, 842), "scan"),))
    found = read_photo_list([Sheet().page(), scan])
    assert found.scans == (1,)
    assert len(found.people) == 12


def test_photos_without_any_text_come_without_names() -> None:
    page = replace(Sheet().page(), words=())
    found = read_photo_list([page])
    assert [each.caption for each in found.people] == [Caption()] * 12
    assert found.side is None


def test_headings_say_which_class_follows() -> None:
    page = Sheet(people=8).page()
    second = words("Klas: CMV-1C", 40, 212)  # between the first row and the second
    found = read_photo_list([replace(page, words=(*page.words, *second))])
    assert [each.caption.class_name for each in found.people] == ["CMV-1B"] * 4 + ["CMV-1C"] * 4


def test_a_page_that_follows_is_of_the_same_class() -> None:
    page = Sheet(people=4).page()
    later = replace(
        page,
        words=tuple(
            replace(w, text=w.text[0] + w.text) for w in page.words[2:] if w.text.isalpha()
        ),
        pictures=tuple(replace(p, sign=f"x{p.sign}") for p in page.pictures),
    )
    found = read_photo_list([page, later])
    assert {each.caption.class_name for each in found.people} == {"CMV-1B"}


@given(
    side=st.sampled_from([Side.BELOW, Side.ABOVE]),
    down=st.integers(1, 99),
    cuts_width=st.booleans(),
)
def test_who_stands_half_off_the_page_is_on_the_list(
    side: Side, down: int, *, cuts_width: bool
) -> None:
    sheet = Sheet(side=side)
    page = sheet.page()
    edges = [each.box.right if cuts_width else each.box.bottom for each in page.pictures]
    edge = max(edges) - down * (0.8 if cuts_width else 1.0)
    page = replace(page, **{"width" if cuts_width else "height": edge})
    people = read_photo_list([page]).people
    is_there = down <= 75
    off = {name for name, at in zip(NAMES, edges, strict=True) if at == max(edges)}
    assert {each.caption.name for each in people} == set(NAMES)
    assert {each.caption.name for each in people if each.is_cut} == (off if down > 1 else set())
    assert {each.caption.name for each in people if each.picture is None} == (
        set() if is_there else off
    )


def test_a_sliver_of_a_photo_with_nothing_at_it_is_told_of() -> None:
    page = Page(90, 200, (), (PagePicture(Box(0, 0, 80, 100), "1"),))
    off = replace(page, pictures=(*page.pictures, PagePicture(Box(85, 0, 165, 100), "2")))
    found = [(each.picture, each.is_cut) for each in read_photo_list([off]).people]
    assert found == [(0, False), (None, True)]
