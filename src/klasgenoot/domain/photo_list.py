"""Whose photo is it on a printed photo list? Photos and captions paired by where they stand.

One list has its captions on one side of all of its photos: below, above, beside or in them. Which
side that is, is what fits the whole list best: every photo has a caption, no name is left over, and
captions are near to their photos.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from statistics import median, pstdev

from klasgenoot.domain.bare_headings import bare_headings
from klasgenoot.domain.captions import Caption, captions_of, class_in_heading
from klasgenoot.domain.column_parting import parted_at_columns
from klasgenoot.domain.names import fold
from klasgenoot.domain.page_layout import Box, Line, Page, lines_of, on_one_line
from klasgenoot.domain.portraits_on_pages import Frame, frames_on, is_scan

_ALIGNED = 10.0
"""Points that a caption without a photo may be off from where the others stand."""
_TOUCHING = 0.35
"""A caption may reach into its photo by this part of its own height."""
_REACH = 0.6
"""How far the first line of a caption may be, in heights of the photo; or `_LEAST_REACH`."""
_LEAST_REACH = 30.0
_LEADING = 1.3
"""The widest space between two lines of one caption, in heights of a line."""


class Side(Enum):
    """Where the caption of a photo stands."""

    BELOW = "below"
    ABOVE = "above"
    RIGHT = "right"
    LEFT = "left"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Portrayed:
    """Somebody on a photo list.

    Attributes:
        page: the place of the page.
        picture: the place of their photo among the pictures of that page; None without one.
        caption: what stands at it; empty when nothing does.
        is_cut: whether their photo stands partly off the page.
    """

    page: int
    picture: int | None
    caption: Caption
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class PhotoList:
    """What a photo list says.

    Attributes:
        people: everybody with a caption, a photo or both, in reading order; of a photo that is
            nearly off the page with nothing at it, only that it is cut.
        scans: the places of pages that are one picture; no text says who is on it.
        side: where the captions stand; None without any.
    """

    people: tuple[Portrayed, ...]
    scans: tuple[int, ...]
    side: Side | None


Assigned = Mapping[tuple[int, int], tuple[Line, ...]]
"""The lines at each frame: page and place of the frame among those of the page."""


def read_photo_list(pages: Sequence[Page]) -> PhotoList:
    """Pairs the photos of a list with their captions."""
    scans = tuple(place for place, page in enumerate(pages) if is_scan(page))
    frames = frames_on(pages)
    frames = [() if place in scans else found for place, found in enumerate(frames)]
    lines = _without_running_heads([lines_of(page.words) for page in pages], frames)
    headings = bare_headings(lines, frames)
    lines = [
        tuple(line for line in page if not any(line is heading for heading in found))
        for page, found in zip(lines, headings, strict=True)
    ]
    sheet = _Sheet(frames, lines)
    side = min(Side, key=sheet.cost) if any(frames) and any(lines) else None
    if side is None or not any(sheet.captions(side).values()):
        people = [
            Portrayed(page, frame.picture, Caption(), frame.is_cut)
            for page, found in enumerate(frames)
            for frame in found
            if frame.picture is not None or frame.is_cut
        ]
        return PhotoList(tuple(people), scans, None)
    people = _people(sheet.with_empty_places(side), side, bare=headings)
    return PhotoList(tuple(people), scans, side)


def _people(sheet: "_Sheet", side: Side, *, bare: Sequence[tuple[Line, ...]]) -> list[Portrayed]:
    """Everybody, with the class that the last heading before them named."""
    captions = sheet.captions(side)
    people, class_name = [], ""
    for page, frames in enumerate(sheet.frames):
        headings = sorted(
            (line.box.top, said)
            for line in (*sheet.lines[page], *bare[page])
            if (said := line.text if line in bare[page] else class_in_heading(line.text))
        )
        for place, frame in enumerate(frames):
            while headings and headings[0][0] < frame.box.bottom:
                class_name = headings.pop(0)[1]
            caption = captions[page, place]
            if frame.picture is not None or caption or frame.is_cut:
                told = _in_class(caption, class_name)
                people.append(Portrayed(page, frame.picture, told, frame.is_cut))
        class_name = headings[-1][1] if headings else class_name
    return people


def _in_class(caption: Caption, class_name: str) -> Caption:
    known = caption and not caption.class_name and class_name
    return replace(caption, class_name=class_name) if known else caption


class _Sheet:
    """Photos and lines of all pages, to be paired one way or another."""

    def __init__(
        self, frames: Sequence[tuple[Frame, ...]], lines: Sequence[tuple[Line, ...]]
    ) -> None:
        self.frames = tuple(frames)
        self.lines = tuple(lines)
        self._known: dict[Side, tuple[Assigned, tuple[tuple[Line, ...], ...]]] = {}

    def assigned(self, side: Side) -> tuple[Assigned, tuple[tuple[Line, ...], ...]]:
        """The lines at each photo, and for each page those that are left over."""
        if side not in self._known:
            at: dict[tuple[int, int], tuple[Line, ...]] = {}
            left: list[tuple[Line, ...]] = []
            for page, (frames, lines) in enumerate(zip(self.frames, self.lines, strict=True)):
                boxes = [frame.box for frame in frames]
                is_below = side in {Side.BELOW, Side.ABOVE}
                parted = parted_at_columns(lines, boxes) if is_below else lines
                own, rest = _assign(parted, boxes, side)
                at |= {(page, place): found for place, found in enumerate(own)}
                left.append(rest)
            self._known[side] = (at, tuple(left))
        return self._known[side]

    def captions(self, side: Side) -> dict[tuple[int, int], Caption]:
        """What stands at each photo."""
        at, _ = self.assigned(side)
        read = captions_of([[line.text for line in lines] for lines in at.values()])
        return dict(zip(at, read, strict=True))

    def cost(self, side: Side) -> float:
        """How badly it fits that the captions stand there; 0 would be perfect."""
        at, left = self.assigned(side)
        captions = self.captions(side)
        missing = sum(not (caption.name or caption.student_number) for caption in captions.values())
        over = sum(bool(c.name) for c in captions_of([[ln.text] for rest in left for ln in rest]))
        gaps = [
            _gap(self.frames[page][place].box, lines[0].box, side)
            for (page, place), lines in at.items()
            if lines
        ]
        unlike = (median(gaps) + 2 * pstdev(gaps)) / 100 if gaps else 1.0
        return (2 * missing + over) / max(1, len(captions)) + unlike

    def with_empty_places(self, side: Side) -> "_Sheet":
        """With a frame for everybody who has a caption beside the others and no photo."""
        at, left = self.assigned(side)
        frames = []
        for page, found in enumerate(self.frames):
            known = [
                (frame.box, at[page, place][0].box)
                for place, frame in enumerate(found)
                if at[page, place]
            ]
            empty = [
                Frame(box, None)
                for line in left[page]
                if captions_of([[line.text]])[0].name
                and (box := _empty_place(line.box, known, side)) is not None
            ]
            frames.append(_in_reading_order((*found, *empty)))
        return _Sheet(frames, self.lines)


def _assign(
    lines: Sequence[Line], boxes: Sequence[Box], side: Side
) -> tuple[list[tuple[Line, ...]], tuple[Line, ...]]:
    """For each photo its lines in reading order, and the lines that no photo has."""
    wishes: list[list[Line]] = [[] for _ in boxes]
    rest: list[Line] = []
    for line in lines:
        owner = _owner(line.box, boxes, side)
        (rest if owner is None else wishes[owner]).append(line)
    own = []
    for box, wished in zip(boxes, wishes, strict=True):
        chain = _chain(wished, box, side)
        rest += [line for line in wished if not any(line is kept for kept in chain)]
        own.append(tuple(_read_down(chain)))
    return own, tuple(rest)


def _owner(line: Box, boxes: Sequence[Box], side: Side) -> int | None:
    """The photo that a line would be at."""
    fits = [(place, box) for place, box in enumerate(boxes) if _stands(line, box, side)]
    if side in {Side.BELOW, Side.ABOVE}:
        nearest = min((_gap(box, line, side) for _, box in fits), default=0.0)
        fits = [(n, box) for n, box in fits if _gap(box, line, side) < nearest + box.height / 3]
        return min(fits, key=lambda fit: _off(line, fit[1]), default=(None, line))[0]
    if side is Side.INSIDE:
        return min(fits, key=lambda fit: _off(line, fit[1]), default=(None, line))[0]
    place, owner = min(fits, key=lambda fit: _gap(fit[1], line, side), default=(None, line))
    nearer = any(
        -_TOUCHING * line.height <= _gap(box, line, side) < _gap(owner, line, side) - box.width / 2
        for box in boxes
    )
    return None if nearer else place  # who stands there has an empty place, not this photo


def _stands(line: Box, photo: Box, side: Side) -> bool:
    """Whether a line stands on that side of a photo at all."""
    slack = _TOUCHING * line.height
    if side in {Side.BELOW, Side.ABOVE}:
        reach = photo.width / 4
        beside = line.left < photo.right + reach and line.right > photo.left - reach
        return beside and _gap(photo, line, side) >= -slack
    if side is Side.INSIDE:
        return photo.left <= line.across <= photo.right and photo.top <= line.down <= photo.bottom
    level = photo.top - slack <= line.down <= photo.bottom + slack
    return level and _gap(photo, line, side) >= -slack


def _gap(photo: Box, line: Box, side: Side) -> float:
    """How far a line is from a photo."""
    match side:
        case Side.BELOW:
            return line.top - photo.bottom
        case Side.ABOVE:
            return photo.top - line.bottom
        case Side.RIGHT:
            return line.left - photo.right
        case Side.LEFT:
            return photo.left - line.right
        case Side.INSIDE:
            return max(0.0, photo.bottom - line.bottom) / 4


def _off(line: Box, photo: Box) -> float:
    """How far a line is from being aligned with a photo: left, in the middle, or right."""
    return min(
        abs(line.left - photo.left), abs(line.across - photo.across), abs(line.right - photo.right)
    )


def _chain(lines: Sequence[Line], photo: Box, side: Side) -> list[Line]:
    """The lines that follow each other from the photo on; what is further off is no caption."""
    if side not in {Side.BELOW, Side.ABOVE}:
        return list(lines)
    kept: list[Line] = []
    reach = max(_LEAST_REACH, _REACH * photo.height)
    for line in sorted(lines, key=lambda line: _gap(photo, line.box, side)):
        gap = _gap(photo, line.box, side)
        if gap > reach:
            break
        kept.append(line)
        reach = max(reach if not kept else 0.0, gap + (1 + _LEADING) * line.box.height)
    return kept


def _read_down(lines: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom, and from left to right where they stand beside each other."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.down):
        if rows and on_one_line(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.box.left)]


def _empty_place(line: Box, known: Sequence[tuple[Box, Box]], side: Side) -> Box | None:
    """Where the photo of a caption without one would be: as with the others in the row."""
    for photo, first in known:
        if side in {Side.BELOW, Side.ABOVE} and abs(line.down - first.down) < first.height / 3:
            centred = abs(first.across - photo.across) < abs(first.left - photo.left)
            across = line.across - first.across if centred else line.left - first.left
            return photo.moved(across, 0.0)
        aligned = min(abs(line.left - first.left), abs(line.right - first.right)) < _ALIGNED
        if side in {Side.RIGHT, Side.LEFT} and aligned:
            return photo.moved(0.0, line.down - first.down)
    return None


def _in_reading_order(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    rows: list[list[Frame]] = []
    for frame in sorted(frames, key=lambda frame: frame.box.down):
        if rows and on_one_line(rows[-1][0].box, frame.box):
            rows[-1].append(frame)
        else:
            rows.append([frame])
    return tuple(frame for row in rows for frame in sorted(row, key=lambda f: f.box.left))


def _without_running_heads(
    lines: Sequence[tuple[Line, ...]], frames: Sequence[tuple[Frame, ...]]
) -> list[tuple[Line, ...]]:
    """Without what most pages have above or below all photos, at one and the same place."""
    rest, seen = [], Counter[tuple[str, int, int]]()
    for page, found in zip(lines, frames, strict=True):
        top = min((frame.box.top for frame in found), default=0.0)
        bottom = max((frame.box.bottom for frame in found), default=0.0)
        outside = [line for line in page if not top < line.box.down < bottom]
        seen.update({_running(line) for line in outside})
        rest.append({id(line) for line in outside})
    often = max(2, len(lines) // 2 + 1)
    return [
        tuple(
            line
            for line in page
            if id(line) not in outside
            or class_in_heading(line.text)
            or seen[_running(line)] < often
        )
        for page, outside in zip(lines, rest, strict=True)
    ]


def _running(line: Line) -> tuple[str, int, int]:
    return fold(line.text), round(line.box.left / 2), round(line.box.top / 2)
