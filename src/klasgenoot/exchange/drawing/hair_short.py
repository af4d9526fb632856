"""Short hair: shaved, cropped, parted, swept."""

from typing import Final

from klasgenoot.exchange.drawing.hair import Hairdo, Lock, Tone, area, strand, strands
from klasgenoot.exchange.drawing.paths import Point, both_sides, mirrored, points

HAIRLINE: Final[list[Point]] = points(
    "68 52, 67.2 44.5, 64.6 39.4, 58.5 36.6, 50 36.2, 41.5 36.6, 35.4 39.4, 32.8 44.5, 32 52"
)
"""Where hair begins on the standard head, from ear to ear."""

_SKULL: Final[list[Point]] = points(
    "31.4 61, 30 54, 30.4 44, 32 36.5, 35.6 29.6, 41.8 25.2, 50 23.8, 58.2 25.2, "
    "64.4 29.6, 68 36.5, 69.6 44, 70 54, 68.6 61"
)


def _haze() -> Lock:
    """Sides clipped so short that the skin shines through."""
    return area([*_SKULL, *HAIRLINE], Tone.HAZE)


def shaved() -> Hairdo:
    """Clipped all over."""
    return Hairdo(before=(_haze(),), hairline=())


def crop() -> Hairdo:
    """Short and textured, with a choppy edge on the forehead."""
    fringe: list[Point] = points(
        "67.4 45, 66 40.5!, 62.6 39, 60.8 41.2!, 58.6 38.2, 55.4 40.4!, 52.2 37.9, 48.8 "
        "40.2!, 45.8 38, 42.2 40.6!, 39.4 38.6, 36.2 41.4!, 34.2 40.8, 32.6 45"
    )
    top: list[Point] = points(
        "30.4 48, 30.4 41, 32.4 33.4, 36.6 26.6, 42.8 22.2, 50.6 20.6, 58.4 22.4, 64.2 "
        "27, 68 33.8, 69.8 41, 69.6 48"
    )
    tufts = [
        strand([(x, y), (x + dx * 0.4, y + dy * 0.6), (x + dx, y + dy)], tone, 1.0, ends=(0.2, 0.0))
        for x, y, dx, dy, tone in (
            (40, 25, -3, 8, Tone.SHINE),
            (45, 24, -2, 9, Tone.SHINE),
            (50, 26, -1.5, 8, Tone.DEEP),
            (55, 24.5, 1, 9, Tone.DEEP),
            (60, 26, 2.5, 8, Tone.DEEP),
            (36, 30, -1.5, 8, Tone.SHINE),
            (64, 31, 2, 8, Tone.DEEP),
            (43, 31, -1.5, 6, Tone.DEEP),
            (47.5, 30.5, -1, 6, Tone.SHINE),
            (57.5, 31, 1, 6, Tone.SHINE),
        )
    ]
    return Hairdo(before=(_haze(), area([*top, *fringe]), *tufts), hairline=tuple([*top, *fringe]))


def side_part() -> Hairdo:
    """Neat, combed from a parting on the left."""
    cap: list[Point] = points(
        "31.6 60!, 30.2 51, 30.2 42, 32.8 31.4, 38.4 24, 47 19.6, 57 19.2, 64.8 23.6, "
        "69.2 31.6, 70.6 41, 70 51, 68.6 60!, 68.2 51, 67.6 45.5, 66.4 41.4, 62 37.8, "
        "54 35.6, 46 34.6, 40.8 31!, 38.4 36, 34.6 39.8, 32.8 45.5, 32 52"
    )
    combed = strands(
        points("41.2 30.4, 46 24.6, 55 21.8, 65 26.5"),
        points("42.4 31.8, 50 31.4, 59.5 33.2, 67.4 39.4"),
        5,
    )
    gloss = [
        strand(points("44.5 27.4, 51 24.2, 59.5 25.4"), Tone.SHINE, 1.5, ends=(0, 0)),
        strand(points("38 29.5, 34.4 34.5, 32.6 41"), Tone.SHINE, 0.9, ends=(0, 0)),
        strand(points("40.8 31.2, 43 25.6, 46 21.4"), Tone.DEEP, 0.9, ends=(0.8, 0)),
    ]
    return Hairdo(before=(area(cap), *combed, *gloss), hairline=tuple(cap))


def quiff() -> Hairdo:
    """Short at the sides, brushed up from the forehead and over to the right."""
    top: list[Point] = points(
        "32.2 44, 31.4 36, 32.6 28, 36.8 20.6, 44 16, 52.8 14.8, 61 17.2, 66.6 22.4, "
        "69.2 29.6, 69.4 37, 67.6 44!, 66 40, 61 38.4, 52.6 39, 45.6 37, 40.8 37.6, "
        "35.8 40.2"
    )
    brushed = strands(
        points("36.8 37, 36 29.4, 41 21, 50 18"),
        points("65.2 37, 67 32.4, 66.8 27, 63 20.6"),
        9,
        width=0.9,
    )
    gloss = strands(
        points("41.4 33.4, 41.4 27, 46.6 20.8, 54 19.4"),
        points("48.4 34, 49.8 28.4, 54.4 24, 60 22.6"),
        3,
        Tone.SHINE,
        width=1.3,
    )
    return Hairdo(before=(_haze(), area(top), *brushed, *gloss), hairline=tuple(top))


def undercut() -> Hairdo:
    """Clipped sides; the long top falls over to one side."""
    top: list[Point] = points(
        "34 41, 33 33, 36.4 25.2, 43.2 19.8, 52.4 17.4, 62 19.6, 69.2 26.2, 73.2 35.6, "
        "73.4 45, 70.6 53.4!, 69.6 47, 66 41.6, 59.2 38.6, 50 39.4, 42.6 37.2, 39 34.2, "
        "37.2 37"
    )
    swept = strands(
        points("39.4 33.4, 45 23.8, 58 20.6, 69.6 31, 71.8 46"),
        points("41.4 35.2, 49 34.6, 59.2 35.4, 66.6 39.6, 70.4 51"),
        6,
    )
    gloss = [
        strand(points("43.4 29.6, 51.2 24.4, 60.8 25.8, 67.2 32.6"), Tone.SHINE, 1.7, ends=(0, 0)),
        strand(points("46.2 32.6, 53.8 29.4, 61.2 31"), Tone.SHINE, 1.0, ends=(0, 0)),
    ]
    return Hairdo(before=(_haze(), area(top), *swept, *gloss), hairline=tuple(top))


def curtains() -> Hairdo:
    """Parted in the middle, falling to the cheekbones."""
    right: list[Point] = points(
        "50 21.4, 58.6 19.8, 67 23.8, 72.4 32.6, 74.4 44, 73.8 54, 71 62.4, 69 65!, "
        "69.6 57, 68.6 49.4, 64.6 42.8, 57.6 38, 51.6 31.6, 50 27.4"
    )
    lines = strands(
        points("51 24.6, 60 23, 69.6 32.4, 72 52"),
        points("51.4 29.4, 59 36, 67 42.8, 70.2 58"),
        4,
    )
    left = [strand(mirrored(line.path)[::-1], Tone.LINE, line.width) for line in lines]
    gloss = [
        strand(points("46 24.8, 38.4 27, 32.2 36.4"), Tone.SHINE, 1.7, ends=(0, 0)),
        strand(points("44.6 29, 37.4 33.4, 31.6 43"), Tone.SHINE, 1.0, ends=(0, 0)),
        strand(points("57.6 25.6, 63.6 29.4, 67.6 36.4"), Tone.SHINE, 1.0, ends=(0, 0)),
    ]
    back = both_sides(points("50 22, 62 24, 71 36, 72.6 52, 71 64, 66 70, 50 72"))
    return Hairdo(
        behind=(area(back, Tone.DEEP),),
        before=(area(right), area(mirrored(right)), *lines, *left, *gloss),
        hairline=tuple(
            both_sides(points("50 21, 66 23, 75 46, 70 64, 68.6 49.4, 64.6 42.8, 57.6 38, 50 27.4"))
        ),
    )


def pulled_back(*, lift: float) -> tuple[list[Point], list[Lock]]:
    """Hair drawn back from the whole forehead: the cap, `lift` above the skull, and its lines."""
    cap: list[Point] = [
        (31.6, 58.0),
        (30.0, 51.0),
        (30.0, 43.0),
        (31.8, 35.4 - lift * 0.3),
        (35.8, 28.4 - lift * 0.7),
        (42.2, 23.8 - lift),
        (50.0, 22.2 - lift),
        (57.8, 23.8 - lift),
        (64.2, 28.4 - lift * 0.7),
        (68.2, 35.4 - lift * 0.3),
        (70.0, 43.0),
        (70.0, 51.0),
        (68.4, 58.0),
        *HAIRLINE,
    ]
    lines: list[Lock] = []
    for i, (x, y) in enumerate(
        points(
            "32.6 45.6, 34 41.4, 37 38.4, 41 36.7, 45.4 36.2, 50.4 36.1, 55 36.3, 59.4 "
            "36.9, 63 38.4, 66 41.4, 67.4 45.6"
        )
    ):
        away = x - 50
        path = [(x, y - 0.4), (50 + away * 0.90, y - 6.4), (50 + away * 0.42, 25.4 - lift)]
        lines.append(strand(path, Tone.LINE, (1.0, 0.6, 0.8)[i % 3], ends=(0.1, 0.0)))
    lines += [
        strand(points("35.6 37.6, 37.4 32, 43.4 26.6"), Tone.SHINE, 1.5, ends=(0, 0)),
        strand(points("42.6 34.6, 43.4 30.6, 46.6 26.4"), Tone.SHINE, 1.1, ends=(0, 0)),
    ]
    return cap, lines


def man_bun() -> Hairdo:
    """Pulled back from the forehead into a small knot."""
    knot = [
        area(points("43.2 17.6, 45.6 12.3, 51.4 10.8, 57.2 13.2, 58.6 18.4, 55.4 23.6, 47 23.8")),
        strand(points("45.6 15.6, 50.8 12.6, 56 15.6"), Tone.SHINE, 1.0, ends=(0, 0)),
        strand(points("44.8 19.4, 51 16.8, 57.4 19.6"), Tone.DEEP, 0.8, ends=(0, 0)),
        strand(points("46.4 22.4, 51 20.6, 55.6 22.4"), Tone.DEEP, 1.3, ends=(0.2, 0.2)),
    ]
    cap, lines = pulled_back(lift=0.0)
    return Hairdo(behind=tuple(knot), before=(area(cap), *lines), hairline=tuple(cap))


def pixie() -> Hairdo:
    """Short, with a long fringe swept across the forehead."""
    cap: list[Point] = points(
        "33.4 66!, 29.6 59, 27.4 49, 28 38, 32.2 28, 39.8 21.4, 49.8 19, 60 20.8, 67.6 "
        "27.4, 71.8 37, 72.4 48.5, 70.6 59, 67.4 65.4!, 68.2 56, 67.2 48, 64.4 40.6, "
        "60.6 35!, 56 41, 51 43.8!, 50.4 41.8, 46 45.6, 41 47.2!, 40.6 45.6, 37.2 48.8, "
        "33.8 50.6!, 32.2 57"
    )
    swept = strands(
        points("60 33.4, 53 26.4, 41 27.4, 31 40, 31 55"),
        points("59.4 35, 56 38, 51 40, 44 43, 37 47"),
        6,
    )
    gloss = [
        strand(points("54.6 29, 45 28, 36 34.6, 32.6 43"), Tone.SHINE, 1.8, ends=(0, 0)),
        strand(points("54 33, 47 34, 40 39"), Tone.SHINE, 1.0, ends=(0, 0)),
        strand(points("62 30, 67.6 37, 69.6 48"), Tone.DEEP, 0.7, ends=(0, 0)),
    ]
    return Hairdo(before=(area(cap), *swept, *gloss), hairline=tuple(cap))
