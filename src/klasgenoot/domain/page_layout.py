"""What stands where on a page? Words and pictures as boxes; words that follow each other as lines.

Measured in points from the upper left corner of the page as one sees it, so down is more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SAME_LINE = 0.5
"""Words of one line overlap in height by this part of the lower one."""
_WORD_SPACE = 0.8
"""The widest space between two words of a line, in heights of the text."""
_BACKWARDS = 0.3
"""So far a word may begin before the end of the last one (kerning, slanted letters)."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def across(self) -> float:
        """Its middle, from the left."""
        return (self.left + self.right) / 2

    @property
    def down(self) -> float:
        """Its middle, from the top."""
        return (self.top + self.bottom) / 2

    def moved(self, across: float, down: float) -> "Box":
        """The same box so far to the right and down."""
        return Box(self.left + across, self.top + down, self.right + across, self.bottom + down)


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text without a space in it.

    Attributes:
        text: its letters.
        box: where it stands.
        glued: whether it follows the word before it without a space. Letters that were set apart to
            look better, or two texts that run into each other: only the place can tell.
        begins: whether a text that was set by itself begins here.
    """

    text: str
    box: Box
    glued: bool = False
    begins: bool = True


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture on a page. `sign` is the same for the same picture, wherever it stands."""

    box: Box
    sign: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        width: how wide it is.
        height: how high it is.
        words: what is written on it.
        pictures: what of them can be seen at least in part.
        off_page: how many more there are of which nobody sees anything, in no program.
    """

    width: float
    height: float
    words: tuple[Word, ...]
    pictures: tuple[PagePicture, ...]
    off_page: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Words that follow each other on one line."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words as one reads them."""
        first, *rest = self.words
        return first.text + "".join(word.text if word.glued else f" {word.text}" for word in rest)

    @property
    def box(self) -> Box:
        """Around all of its words."""
        return around(word.box for word in self.words)

    def parted(self, at: int) -> tuple["Line", "Line"]:
        """The words before a place, and those from there on."""
        return Line(self.words[:at]), Line(self.words[at:])


def words_on_page(words: Iterable[Word], *, width: float, height: float) -> tuple[Word, ...]:
    """The words that can be seen, and those with which a line goes on beyond the edge.

    What stands off the page by itself belongs to something that nobody sees: the half of a sheet
    that was cut off, and with it the names of other people.
    """
    kept: list[Word] = []
    last: Word | None = None
    for word in words:
        box = word.box
        is_seen = box.left < width and box.right > 0 and box.top < height and box.bottom > 0
        goes_on = (
            last is not None
            and on_one_line(last.box, box)
            and abs(box.left - last.box.right) < _WORD_SPACE * box.height
        )
        last = word if is_seen or goes_on else None
        kept += [word] if last else []
    return tuple(kept)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around others."""
    lefts, tops, rights, bottoms = zip(
        *((box.left, box.top, box.right, box.bottom) for box in boxes), strict=True
    )
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def on_one_line(one: Box, other: Box) -> bool:
    """Whether two texts stand beside each other."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _SAME_LINE * min(one.height, other.height)


def lines_of(words: Sequence[Word]) -> tuple[Line, ...]:
    """Words as the page has them one after the other, put together to lines."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last is not None and _follows(last.box, word.box):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(map(Line, map(tuple, lines)))


def _follows(before: Box, after: Box) -> bool:
    height = min(before.height, after.height)
    space = after.left - before.right
    return on_one_line(before, after) and -_BACKWARDS * height <= space <= _WORD_SPACE * height
