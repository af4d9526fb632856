"""Short hair: shaved, cropped, parted, swept."""

from typing import Final

from klasgenoot.exchange.drawing.hair import (
    Hairdo,
    Lock,
    Tone,
    area,
    both,
    covered,
    strand,
    strands,
)
from klasgenoot.exchange.drawing.paths import Point, both_sides, mirrored, moved, points

HAIRLINE: Final[list[Point]] = points(
    "68 52, 67.2 44.5, 64.6 39.4, 58.5 36.6, 50 36.2, 41.5 36.6, 35.4 39.4, 32.8 44.5, 32 52"
)
"""Where hair begins on the standard head, from the right ear to the left."""

_SKULL: Final = (
    "31.4 61, 30 54, 30.4 44, 32 36.5, 35.6 29.6, 41.8 25.2, 50 23.8, 58.2 25.2, 64.4 29.6, "
    "68 36.5, 69.6 44, 70 54, 68.6 61"
)


def clipped() -> Lock:
    """Hair clipped so short that the skin shines through."""
    return area([*points(_SKULL), *HAIRLINE], Tone.HAZE)


def shaved() -> Hairdo:
    """Clipped all over."""
    return Hairdo(before=[clipped()])


def crop() -> Hairdo:
    """Short and textured, with a choppy edge on the forehead."""
    top = points(
        "30.4 48, 30.4 41, 32.4 33.4, 36.6 26.6, 42.8 22.2, 50.6 20.6, 58.4 22.4, 64.2 27, "
        "68 33.8, 69.8 41, 69.6 48, 67.4 45, 66 40.5!, 62.6 39, 60.8 41.2!, 58.6 38.2, "
        "55.4 40.4!, 52.2 37.9, 48.8 40.2!, 45.8 38, 42.2 40.6!, 39.4 38.6, 36.2 41.4!, "
        "34.2 40.8, 32.6 45"
    )
    tuft = points("0 0, -0.1 4.8, -0.4 8")
    lit, dark = "40 25, 45 24, 36 30, 47.5 29.5, 57.5 30", "50 26, 55 24.5, 60 26, 64 31, 43 30"
    tufts = [
        strand(moved(tuft, by=at, scale=((50 - at[0]) / 2, 1)), tone, 1.0)
        for tone, spots in ((Tone.SHINE, lit), (Tone.DEEP, dark))
        for at in points(spots)
    ]
    return Hairdo(before=[clipped(), area(top), *tufts], hairline=top)


def side_part() -> Hairdo:
    """Neat, combed from a parting on the left."""
    cap = points(
        "31.6 60!, 30.2 51, 30.2 42, 32.8 31.4, 38.4 24, 47 19.6, 57 19.2, 64.8 23.6, "
        "69.2 31.6, 70.6 41, 70 51, 68.6 60!, 68.2 51, 67.6 45.5, 66.4 41.4, 62 37.8, 54 35.6, "
        "46 34.6, 40.8 31!, 38.4 36, 34.6 39.8, 32.8 45.5, 32 52"
    )
    combed = [
        *strands(
            "41.2 30.4, 46 24.6, 55 21.8, 65 26.5", "42.4 31.8, 50 31.4, 59.5 33.2, 67.4 39.4", 5
        ),
        strand("44.5 27.4, 51 24.2, 59.5 25.4", Tone.SHINE, 1.5),
        strand("38 29.5, 34.4 34.5, 32.6 41", Tone.SHINE, 0.9),
        strand("40.8 31.2, 43 25.6, 46 21.4", Tone.DEEP, 0.9, ends=(0.8, 0)),
    ]
    return Hairdo(before=[area(cap), *combed], hairline=cap)


def quiff() -> Hairdo:
    """Short at the sides, brushed up from the forehead and over to the right."""
    top = points(
        "32.2 44, 31.4 36, 32.6 28, 36.8 20.6, 44 16, 52.8 14.8, 61 17.2, 66.6 22.4, "
        "69.2 29.6, 69.4 37, 67.6 44!, 66 40, 61 38.4, 52.6 39, 45.6 37, 40.8 37.6, 35.8 40.2"
    )
    brushed = [
        *strands("36.8 37, 36 29.4, 41 21, 50 18", "65.2 37, 67 32.4, 66.8 27, 63 20.6", 9),
        *strands(
            "41.4 33.4, 41.4 27, 46.6 20.8, 54 19.4",
            "48.4 34, 49.8 28.4, 54.4 24, 60 22.6",
            3,
            Tone.SHINE,
            width=1.3,
        ),
    ]
    return Hairdo(before=[clipped(), area(top), *brushed], hairline=top)


def undercut() -> Hairdo:
    """Clipped sides; the long top falls over to one side."""
    top = points(
        "34 41, 33 33, 36.4 25.2, 43.2 19.8, 52.4 17.4, 62 19.6, 69.2 26.2, 73.2 35.6, 73.4 45, "
        "70.6 53.4!, 69.6 47, 66 41.6, 59.2 38.6, 50 39.4, 42.6 37.2, 39 34.2, 37.2 37"
    )
    swept = [
        *strands(
            "39.4 33.4, 45 23.8, 58 20.6, 69.6 31, 71.8 46",
            "41.4 35.2, 49 34.6, 59.2 35.4, 66.6 39.6, 70.4 51",
            6,
        ),
        strand("43.4 29.6, 51.2 24.4, 60.8 25.8, 67.2 32.6", Tone.SHINE, 1.7),
        strand("46.2 32.6, 53.8 29.4, 61.2 31", Tone.SHINE, 1.0),
    ]
    return Hairdo(before=[clipped(), area(top), *swept], hairline=top)


def curtains() -> Hairdo:
    """Parted in the middle, falling to the cheekbones."""
    half = points(
        "50 21.4, 58.6 19.8, 67 23.8, 72.4 32.6, 74.4 44, 73.8 54, 71 62.4, 69 65!, 69.6 57, "
        "68.6 49.4, 64.6 42.8, 57.6 38, 51.6 31.6, 50 27.4"
    )
    back = both_sides(points("50 22, 62 24, 71 36, 72.6 52, 71 64, 66 70, 50 72"))
    lines = strands("51 24.6, 60 23, 69.6 32.4, 72 52", "51.4 29.4, 59 36, 67 42.8, 70.2 58", 4)
    gloss = [
        strand("46 24.8, 38.4 27, 32.2 36.4", Tone.SHINE, 1.7),
        strand("44.6 29, 37.4 33.4, 31.6 43", Tone.SHINE, 1.0),
        strand("57.6 25.6, 63.6 29.4, 67.6 36.4", Tone.SHINE, 1.0),
    ]
    return Hairdo(
        behind=[area(back, Tone.DEEP)],
        before=[area(half), area(mirrored(half)), *both(lines), *gloss],
        hairline=covered(half[9:]),
    )


def pixie() -> Hairdo:
    """Short, with a long fringe swept across the forehead."""
    cap = points(
        "33.4 66!, 29.6 59, 27.4 49, 28 38, 32.2 28, 39.8 21.4, 49.8 19, 60 20.8, 67.6 27.4, "
        "71.8 37, 72.4 48.5, 70.6 59, 67.4 65.4!, 68.2 56, 67.2 48, 64.4 40.6, 60.6 35!, 56 41, "
        "51 43.8!, 50.4 41.8, 46 45.6, 41 47.2!, 40.6 45.6, 37.2 48.8, 33.8 50.6!, 32.2 57"
    )
    swept = [
        *strands(
            "60 33.4, 53 26.4, 41 27.4, 31 40, 31 55", "59.4 35, 56 38, 51 40, 44 43, 37 47", 6
        ),
        strand("54.6 29, 45 28, 36 34.6, 32.6 43", Tone.SHINE, 1.8),
        strand("54 33, 47 34, 40 39", Tone.SHINE, 1.0),
        strand("62 30, 67.6 37, 69.6 48", Tone.DEEP, 0.7),
    ]
    return Hairdo(before=[area(cap), *swept], hairline=cap)
