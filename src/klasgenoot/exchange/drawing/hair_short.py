"""Short hair: shaved, cropped, parted, swept."""

from typing import Final

from klasgenoot.exchange.drawing.hair import Hairdo, Lock, Tone, area, strand, strands
from klasgenoot.exchange.drawing.pen import Point, both_sides, mirrored

HAIRLINE: Final[list[Point]] = [
    (68.0, 52),
    (67.2, 44.5),
    (64.6, 39.4),
    (58.5, 36.6),
    (50.0, 36.2),
    (41.5, 36.6),
    (35.4, 39.4),
    (32.8, 44.5),
    (32.0, 52),
]
"""Where hair begins on the standard head, from ear to ear."""

_SKULL: Final[list[Point]] = [
    (31.4, 61),
    (30.0, 54),
    (30.4, 44),
    (32.0, 36.5),
    (35.6, 29.6),
    (41.8, 25.2),
    (50.0, 23.8),
    (58.2, 25.2),
    (64.4, 29.6),
    (68.0, 36.5),
    (69.6, 44),
    (70.0, 54),
    (68.6, 61),
]


def _haze() -> Lock:
    """Sides clipped so short that the skin shines through."""
    return area([*_SKULL, *HAIRLINE], Tone.HAZE)


def shaved() -> Hairdo:
    """Clipped all over."""
    return Hairdo(before=(_haze(),), hairline=())


def crop() -> Hairdo:
    """Short and textured, with a choppy edge on the forehead."""
    fringe: list[Point] = [
        (67.4, 45), (66.0, 40.5), (66.0, 40.5), (62.6, 39.0), (60.8, 41.2), (60.8, 41.2), (58.6, 38.2),
        (55.4, 40.4), (55.4, 40.4), (52.2, 37.9), (48.8, 40.2), (48.8, 40.2), (45.8, 38.0), (42.2, 40.6),
        (42.2, 40.6), (39.4, 38.6), (36.2, 41.4), (36.2, 41.4), (34.2, 40.8), (32.6, 45),
    ]  # fmt: skip
    top: list[Point] = [
        (30.2, 47), (29.8, 40), (32.0, 31.5), (36.4, 25.4), (43.0, 21.6), (51.0, 20.6), (58.6, 22.0),
        (64.6, 26.4), (68.4, 32.6), (70.2, 40), (69.8, 47),
    ]  # fmt: skip
    tufts = [
        strand([(x, y), (x + dx * 0.4, y + dy * 0.6), (x + dx, y + dy)], tone, 1.0, ends=(0.2, 0.0))
        for x, y, dx, dy, tone in (
            (40, 25, -3, 8, Tone.SHINE), (45, 24, -2, 9, Tone.SHINE), (50, 26, -1.5, 8),
            (55, 24.5, 1, 9), (60, 26, 2.5, 8), (36, 30, -1.5, 8, Tone.SHINE),
            (64, 31, 2, 8), (43, 31, -1.5, 6), (47.5, 30.5, -1, 6, Tone.SHINE),
            (57.5, 31, 1, 6, Tone.SHINE),
        )
    ]  # fmt: skip
    return Hairdo(before=(_haze(), area([*top, *fringe]), *tufts), hairline=tuple([*top, *fringe]))


def side_part() -> Hairdo:
    """Neat, combed from a parting on the left."""
    cap: list[Point] = [
        (31.2, 60), (31.2, 60), (29.6, 50), (29.6, 40), (32.8, 29.6), (38.6, 23.2), (47.0, 19.6), (57.0, 19.2),
        (65.4, 23.6), (70.0, 31.8), (71.2, 41), (70.4, 51), (68.8, 60), (68.8, 60), (68.2, 51), (67.6, 45.5),
        (66.4, 41.4), (62.0, 37.8), (54.0, 35.6), (46.0, 34.6), (40.8, 31.0), (40.8, 31.0), (38.4, 36.0),
        (34.6, 39.8), (32.8, 45.5), (32.0, 52),
    ]  # fmt: skip
    combed = strands(
        [(41.2, 30.4), (46, 24.6), (55, 21.8), (65, 26.5)],
        [(42.4, 31.8), (50, 31.4), (59.5, 33.2), (67.4, 39.4)],
        5,
    )
    gloss = [
        strand([(44.5, 27.4), (51.0, 24.2), (59.5, 25.4)], Tone.SHINE, 1.5, ends=(0, 0)),
        strand([(38.0, 29.5), (34.4, 34.5), (32.6, 41.0)], Tone.SHINE, 0.9, ends=(0, 0)),
        strand([(40.8, 31.2), (43.0, 25.6), (46.0, 21.4)], Tone.DEEP, 0.9, ends=(0.8, 0)),
    ]
    return Hairdo(before=(area(cap), *combed, *gloss), hairline=tuple(cap))


def quiff() -> Hairdo:
    """Short at the sides, brushed up and back from the forehead."""
    top: list[Point] = [
        (32.6, 42.5), (31.4, 33), (33.8, 24.4), (39.6, 17.8), (48.0, 14.6), (57.4, 15.4), (64.6, 20.4),
        (68.2, 28.2), (68.6, 36), (67.4, 42.5), (67.4, 42.5), (64.8, 38.2), (59.5, 35.8), (52.0, 36.6),
        (44.0, 35.2), (36.4, 38.4),
    ]  # fmt: skip
    brushed = strands(
        [(38.6, 36.6), (37.4, 29.5), (41.0, 21.0)], [(62.0, 36.2), (64.2, 28.5), (60.6, 20.0)], 8, Tone.DEEP
    )
    gloss = strands(
        [(41.5, 33.0), (40.6, 27.0), (43.6, 20.0)], [(51.5, 33.6), (51.5, 26.0), (52.0, 18.6)], 3,
        Tone.SHINE, width=1.1,
    )  # fmt: skip
    return Hairdo(before=(_haze(), area(top), *brushed, *gloss), hairline=tuple(top))


def undercut() -> Hairdo:
    """Clipped sides; the long top falls over to one side."""
    top: list[Point] = [
        (34.0, 41.0), (33.0, 33), (36.4, 25.2), (43.2, 19.8), (52.4, 17.4), (62.0, 19.6), (69.2, 26.2),
        (73.2, 35.6), (73.4, 45.0), (70.6, 53.4), (70.6, 53.4), (69.6, 47.0), (66.0, 41.6), (59.2, 38.6),
        (50.0, 39.4), (42.6, 37.2), (39.0, 34.2), (37.2, 37.0),
    ]  # fmt: skip
    swept = strands(
        [(39.4, 33.4), (45.0, 23.8), (58.0, 20.6), (69.6, 31.0), (71.8, 46.0)],
        [(41.4, 35.2), (49.0, 34.6), (59.2, 35.4), (66.6, 39.6), (70.4, 51.0)],
        6,
    )
    gloss = [
        strand([(43.4, 29.6), (51.2, 24.4), (60.8, 25.8), (67.2, 32.6)], Tone.SHINE, 1.7, ends=(0, 0)),
        strand([(46.2, 32.6), (53.8, 29.4), (61.2, 31.0)], Tone.SHINE, 1.0, ends=(0, 0)),
    ]
    return Hairdo(before=(_haze(), area(top), *swept, *gloss), hairline=tuple(top))


def curtains() -> Hairdo:
    """Parted in the middle, falling to the cheekbones."""
    right: list[Point] = [
        (50.0, 21.4), (58.6, 19.8), (67.0, 23.8), (72.4, 32.6), (74.4, 44), (73.8, 54), (71.0, 62.4),
        (69.0, 65.0), (69.0, 65.0), (69.6, 57), (68.6, 49.4), (64.6, 42.8), (57.6, 38.0), (51.6, 31.6), (50.0, 27.4),
    ]  # fmt: skip
    lines = strands(
        [(51.0, 24.6), (60.0, 23.0), (69.6, 32.4), (72.0, 52.0)],
        [(51.4, 29.4), (59.0, 36.0), (67.0, 42.8), (70.2, 58.0)],
        4,
    )
    left = [strand(mirrored(line.path)[::-1], Tone.DEEP, 0.6) for line in lines]
    gloss = [
        strand([(46.0, 24.8), (38.4, 27.0), (32.2, 36.4)], Tone.SHINE, 1.7, ends=(0, 0)),
        strand([(44.6, 29.0), (37.4, 33.4), (31.6, 43.0)], Tone.SHINE, 1.0, ends=(0, 0)),
        strand([(57.6, 25.6), (63.6, 29.4), (67.6, 36.4)], Tone.SHINE, 1.0, ends=(0, 0)),
    ]
    back = both_sides([(50, 22), (62, 24), (71, 36), (72.6, 52), (71.0, 64), (66, 70), (50, 72)])
    return Hairdo(
        behind=(area(back, Tone.DEEP),),
        before=(area(right), area(mirrored(right)), *lines, *left, *gloss),
        hairline=tuple(both_sides([(50, 21), (66, 23), (75, 46), (70, 64), (68.6, 49.4), (64.6, 42.8), (57.6, 38.0), (50.0, 27.4)])),
    )  # fmt: skip


def man_bun() -> Hairdo:
    """Pulled back from the forehead into a small knot."""
    knot = [
        area([(43.2, 17.6), (45.6, 11.9), (51.4, 10.4), (57.2, 12.8), (58.6, 18.4), (55.4, 23.6), (47.0, 23.8)]),
        strand([(45.6, 15.6), (50.8, 12.6), (56.0, 15.6)], Tone.SHINE, 1.0, ends=(0, 0)),
        strand([(44.8, 19.4), (51.0, 16.8), (57.4, 19.6)], Tone.DEEP, 0.8, ends=(0, 0)),
        strand([(46.4, 22.4), (51.0, 20.6), (55.6, 22.4)], Tone.DEEP, 1.3, ends=(0.2, 0.2)),
    ]
    cap = [*_SKULL[:1], *[(x * 1.03 - 1.5, y - (0.9 if y < 40 else 0)) for x, y in _SKULL[1:-1]], _SKULL[-1], *HAIRLINE]
    lines = [
        *strands([(33.6, 43.0), (34.0, 35.0), (44.0, 25.6)], [(50.0, 36.4), (50.0, 31.0), (50.4, 25.0)], 6),
        *strands([(50.0, 36.4), (50.0, 31.0), (51.0, 25.0)], [(66.4, 43.0), (66.0, 35.0), (56.6, 25.6)], 6),
        strand([(37.6, 37.0), (39.6, 31.0), (45.6, 26.6)], Tone.SHINE, 1.2, ends=(0, 0)),
        strand([(43.0, 35.0), (44.4, 30.4), (47.6, 26.8)], Tone.SHINE, 1.0, ends=(0, 0)),
    ]  # fmt: skip
    return Hairdo(behind=tuple(knot), before=(area(cap), *lines), hairline=tuple(cap))


def pixie() -> Hairdo:
    """Short, with a long fringe swept across the forehead."""
    cap: list[Point] = [
        (33.4, 66.0), (33.4, 66.0), (29.6, 59.0), (27.4, 49), (28.0, 38), (32.2, 28.0), (39.8, 21.4), (49.8, 19.0),
        (60.0, 20.8), (67.6, 27.4), (71.8, 37), (72.4, 48.5), (70.6, 59.0), (67.4, 65.4), (67.4, 65.4),
        (68.2, 56.0), (67.2, 48.0), (64.4, 40.6), (60.6, 35.0), (60.6, 35.0), (56.0, 41.0), (51.0, 43.8),
        (51.0, 43.8), (50.4, 41.8), (46.0, 45.6), (41.0, 47.2), (41.0, 47.2), (40.6, 45.6), (37.2, 48.8),
        (33.8, 50.6), (33.8, 50.6), (32.2, 57.0),
    ]  # fmt: skip
    swept = strands(
        [(60.0, 33.4), (53.0, 26.4), (41.0, 27.4), (31.0, 40.0), (31.0, 55.0)],
        [(59.4, 35.0), (56.0, 38.0), (51.0, 40.0), (44.0, 43.0), (37.0, 47.0)],
        6,
    )
    gloss = [
        strand([(54.6, 29.0), (45.0, 28.0), (36.0, 34.6), (32.6, 43.0)], Tone.SHINE, 1.8, ends=(0, 0)),
        strand([(54.0, 33.0), (47.0, 34.0), (40.0, 39.0)], Tone.SHINE, 1.0, ends=(0, 0)),
        strand([(62.0, 30.0), (67.6, 37.0), (69.6, 48.0)], Tone.DEEP, 0.7, ends=(0, 0)),
    ]
    return Hairdo(before=(area(cap), *swept, *gloss), hairline=tuple(cap))
