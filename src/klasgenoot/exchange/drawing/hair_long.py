"""Loose longer hair: bobs and long hair, smooth or waving."""

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
from klasgenoot.exchange.drawing.paths import both_sides, mirrored, points


def _mass(right: str) -> Lock:
    """The hair behind neck and shoulders, in shadow, from its right half."""
    return area(both_sides(points(right)), Tone.DEEP)


def bob() -> Hairdo:
    """To the chin, parted on the left."""
    right = points(
        "43 21.4, 53 18.6, 64.6 22, 72.2 31, 76 45, 78.2 62, 78.6 77, 75.4 87.4, 69 87.8, "
        "67 82!, 69.6 72, 69.8 59, 67.6 48, 62.4 41, 53 36, 45 31.6, 42.6 27.6"
    )
    left = points(
        "43 21.4, 34.6 24.4, 27.8 33, 24 46, 21.8 62, 21.4 77, 24.6 87.4, 31 87.8, 33 82!, "
        "30.4 72, 30.2 59, 32 48, 35.4 40, 40 33.4, 42.6 27.6"
    )
    lines = [
        *strands("45 26, 60 24.6, 72 40, 76.4 76", "47 30.6, 60 37.6, 69.6 50, 70.4 80", 5),
        *strands("40.6 26, 30.6 36, 25.4 56, 24.4 80", "40.6 30, 33.6 40, 30 56, 30 80", 3),
        strand("50 23.6, 61 26.4, 68.6 36", Tone.SHINE, 1.8),
        strand("37.6 26.6, 30.6 35.6, 27.2 50", Tone.SHINE, 1.8),
        strand("73.6 56, 74.6 66, 73.8 76", Tone.SHINE, 1.2),
    ]
    return Hairdo(
        behind=[_mass("50 22, 66 26, 74 42, 76.6 62, 76 80, 70 86.6, 60 88, 50 88")],
        before=[area(right), area(left), *lines],
        hairline=covered(right[12:], left[-1:10:-1]),
        ears=False,
    )


def bob_fringe() -> Hairdo:
    """A straight line over the brows and another at the jaw."""
    half = points(
        "50 18.8, 61 20.2, 70.4 27.4, 75 40, 76.6 56, 77.4 78, 76.6 82.6!, 68 83.4!, 69.2 70, "
        "69.2 58, 67.6 47!, 60 47.8, 50 48"
    )
    lines = [
        *strands("51.4 22, 52.6 34, 52.4 46.6", "59 23, 64.6 34, 65.6 46", 4),
        *strands("66 28, 71 42, 71.6 80", "70.6 32, 74.4 48, 75.2 80", 3),
    ]
    gloss = [
        *strands("37 27, 35.8 32, 35.6 37", "49 23.6, 48.6 29, 48.6 35", 5, Tone.SHINE, width=1.2),
        strand("26.6 44, 25.4 56, 25.8 70", Tone.SHINE, 1.6),
    ]
    return Hairdo(
        behind=[_mass("50 22, 66 26, 74 42, 76 62, 76 78, 72 84, 50 85")],
        before=[area(both_sides(half)), *both(lines), *gloss],
        hairline=covered(half[13:]),
        ears=False,
    )


def long_straight() -> Hairdo:
    """Long and smooth, parted in the middle."""
    half = points(
        "50 20.6, 59.4 19.4, 68.4 24.6, 74 35.4, 76.4 50, 77.8 66!, 72.6 63, 70 58, 68.6 49, "
        "64 41.4, 56.4 35, 50.8 28.6, 50 26.4"
    )
    fall = [
        area(
            "73 38, 75.4 43, 76.4 50, 77.8 66, 79.4 84, 80.8 104, 80.8 122, 70.4 122, 71 104, "
            "71.8 86, 68.6 72, 66 58"
        ),
        *strands("76.6 64, 78 84, 79.4 104, 79 120", "71.2 66, 73.4 84, 73 104, 72.4 120", 4),
    ]
    lines = strands("51.2 24, 62 24.6, 73 42, 76.4 64", "51.6 27.4, 60 36.4, 69.4 50, 72.6 62", 4)
    gloss = [
        strand("46 24, 37 27.6, 30.6 39, 28 54", Tone.SHINE, 2.0),
        strand("58 25, 65 30, 69.4 39", Tone.SHINE, 1.3),
    ]
    return Hairdo(
        behind=[_mass("50 21, 64 24, 73 36, 76 56, 77.6 80, 79 104, 76 122, 50 122")],
        over=[*both(fall), strand("24.6 72, 23.4 86, 22.8 100", Tone.SHINE, 1.4)],
        before=[area(half), area(mirrored(half)), *both(lines), *gloss],
        hairline=covered(half[8:]),
        ears=False,
    )


def long_fringe() -> Hairdo:
    """Long, with a parted fringe that opens over the brows."""
    half = points(
        "50 19, 60 19, 69 24.6, 74 35.4, 76 50, 77 68!, 72 64, 69.6 56, 66.4 49, 60.6 46, "
        "54 43, 50.6 38, 50 36.6"
    )
    fall = [
        area(
            "73 38, 75.2 43, 76 50, 77 68, 78.2 86, 79.2 104, 78.8 122, 68.6 122, 69.4 104, "
            "71 86, 68.6 72, 66 58"
        ),
        *strands("75.8 64, 76.8 84, 77.8 104, 77.2 120", "71 66, 72.6 84, 71.6 104, 70.6 120", 4),
    ]
    lines = [
        *strands("50.8 24, 54 33, 62 42, 68.4 50", "51 30, 52.6 37.6, 57 42.4, 62.6 46", 4),
        *strands("58 23, 69 34, 73 50, 75.4 64", "54 24, 66 38, 70.8 52, 73 62", 2),
    ]
    gloss = [
        strand("44.4 24, 36 29, 30.4 40, 28 54", Tone.SHINE, 2.2),
        strand("46.6 29.6, 43 35.4, 37.4 40.6", Tone.SHINE, 1.3),
        strand("56 25.4, 63.6 30.6, 68.4 40", Tone.SHINE, 1.3),
    ]
    return Hairdo(
        behind=[_mass("50 21, 64 24, 73 36, 75.6 56, 76.6 80, 77 104, 74 122, 50 122")],
        over=[*both(fall), strand("24.8 74, 24.2 88, 24 102", Tone.SHINE, 1.4)],
        before=[area(half), area(mirrored(half)), *both(lines), *gloss],
        hairline=covered(half[8:]),
        ears=False,
    )


def long_wavy() -> Hairdo:
    """Long, full and waving, parted on the right."""
    left = points(
        "57 20, 46 17.4, 34.4 20.6, 25.6 30, 21.4 42, 23.8 53, 18.4 64!, 27 61, 30.4 53, "
        "33.6 46.4, 41 41, 51.6 35.6, 57.4 26.6"
    )
    right = points(
        "57 20, 66 22.4, 74.2 30.6, 78.6 42, 76.2 53, 81.6 64!, 73 61, 69.6 53, 67.2 45, "
        "62.2 37, 57.4 26.6"
    )
    fall = [
        area(
            "76 40, 78.4 44, 76.2 53, 81.6 64, 78.2 76, 83.4 87, 79.6 98, 84.6 110, 82 122, "
            "68.6 122, 65 110, 70.6 98, 66 86, 70.6 74, 66 64, 68 52"
        ),
        *strands(
            "75 54, 79.6 64, 76.6 76, 81.6 87, 77.6 98, 82.4 110, 80 122",
            "71 54, 70.4 64, 73 75, 68.4 86, 73 98, 67.4 110, 70.6 122",
            4,
            width=1.1,
        ),
    ]
    waves = [
        *strands(
            "54 22.6, 37 24, 24.6 42, 26.2 53, 21 64",
            "55.6 29.6, 45 37.4, 33 45, 29.6 54, 26.6 61",
            5,
            width=1.1,
        ),
        *strands(
            "60 23.6, 70 29, 76 43, 74 54, 79 64",
            "58.6 27.6, 64.6 38, 69.6 47, 71 55, 73.4 61",
            4,
            width=1.1,
        ),
        strand("48 21.4, 36.4 25, 28.4 35, 25.4 45", Tone.SHINE, 2.4),
        strand("48.4 28.6, 39.4 32.6, 32.6 40", Tone.SHINE, 1.4),
        strand("65 26.6, 71.6 33.6, 74.6 43", Tone.SHINE, 1.4),
    ]
    gloss = [
        strand("20.4 86, 23.6 97, 19.4 108", Tone.SHINE, 1.8),
        strand("79 88, 75.4 97, 79 107", Tone.SHINE, 1.3),
    ]
    return Hairdo(
        behind=[
            _mass(
                "50 19, 65 22, 75 33, 79.6 46, 77.2 58, 82.6 70, 79.4 83, 84.6 96, 81 108, "
                "84 122, 50 122"
            )
        ],
        over=[*both(fall), *gloss],
        before=[area(left), area(right), *waves],
        hairline=covered(right[8:], left[-1:8:-1]),
        ears=False,
    )
