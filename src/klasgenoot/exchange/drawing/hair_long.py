"""Longer smooth hair: bobs, long hair, tied hair."""

from klasgenoot.exchange.drawing.hair import Hairdo, Lock, Tone, area, strand, strands
from klasgenoot.exchange.drawing.hair_short import pulled_back
from klasgenoot.exchange.drawing.paths import Path, Point, both_sides, mirrored, oval, points


def _both(locks: list[Lock]) -> list[Lock]:
    """Locks of the right side, and the same on the left."""
    return [
        *locks,
        *(Lock(tuple(mirrored(k.path)[::-1]), k.tone, k.width, k.ends) for k in locks),
    ]


def _covered(inner: Path, left: Path | None = None) -> tuple[Point, ...]:
    """What lies under hair whose inner edge runs on the right from low to high."""
    mirror = left if left is not None else mirrored(inner)
    return (*mirror, (16.0, 62.0), (20.0, 20.0), (50.0, 12.0), (80.0, 20.0), (84.0, 62.0), *inner)


def bob() -> Hairdo:
    """To the chin, parted on the left."""
    back = both_sides(points("50 22, 66 26, 74 42, 76.6 62, 76 80, 70 86.6, 60 88, 50 88"))
    right: list[Point] = points(
        "43 21.4, 53 18.6, 64.6 22, 72.2 31, 76 45, 78.2 62, 78.6 77, 75.4 87.4, 69 "
        "87.8, 67 82!, 69.6 72, 69.8 59, 67.6 48, 62.4 41, 53 36, 45 31.6, 42.6 27.6"
    )
    left: list[Point] = points(
        "43 21.4, 34.6 24.4, 27.8 33, 24 46, 21.8 62, 21.4 77, 24.6 87.4, 31 87.8, 33 "
        "82!, 30.4 72, 30.2 59, 32 48, 35.4 40, 40 33.4, 42.6 27.6"
    )
    lines = [
        *strands(
            points("45 26, 60 24.6, 72 40, 76.4 76"),
            points("47 30.6, 60 37.6, 69.6 50, 70.4 80"),
            5,
        ),
        *strands(
            points("40.6 26, 30.6 36, 25.4 56, 24.4 80"),
            points("40.6 30, 33.6 40, 30 56, 30 80"),
            3,
        ),
        strand(points("50 23.6, 61 26.4, 68.6 36"), Tone.SHINE, 1.8, ends=(0, 0)),
        strand(points("37.6 26.6, 30.6 35.6, 27.2 50"), Tone.SHINE, 1.8, ends=(0, 0)),
        strand(points("73.6 56, 74.6 66, 73.8 76"), Tone.SHINE, 1.2, ends=(0, 0)),
    ]
    covered = _covered(right[12:], left[-1:10:-1])
    return Hairdo(
        (area(back, Tone.DEEP),), (), (area(right), area(left), *lines), covered, ears=False
    )


def bob_fringe() -> Hairdo:
    """A straight line over the brows and another at the jaw."""
    back = both_sides(points("50 22, 66 26, 74 42, 76 62, 76 78, 72 84, 50 85"))
    side: list[Point] = points(
        "50 18.8, 61 20.2, 70.4 27.4, 75 40, 76.6 56, 77.4 78, 76.6 82.6!, 68 83.4!, "
        "69.2 70, 69.2 58, 67.6 47!, 60 47.8, 50 48"
    )
    lines = _both(
        [
            *strands(points("51.4 22, 52.6 34, 52.4 46.6"), points("59 23, 64.6 34, 65.6 46"), 4),
            *strands(points("66 28, 71 42, 71.6 80"), points("70.6 32, 74.4 48, 75.2 80"), 3),
        ]
    )
    gloss = [
        *strands(
            points("37 27, 35.8 32, 35.6 37"),
            points("49 23.6, 48.6 29, 48.6 35"),
            5,
            Tone.SHINE,
            width=1.2,
        ),
        strand(points("26.6 44, 25.4 56, 25.8 70"), Tone.SHINE, 1.6, ends=(0, 0)),
    ]
    front = both_sides(side)
    return Hairdo(
        (area(back, Tone.DEEP),), (), (area(front), *lines, *gloss), _covered(side[13:]), ears=False
    )


def _long_back(edge: Path) -> Lock:
    """The mass of long hair behind neck and shoulders."""
    return area(both_sides(edge), Tone.DEEP)


def long_straight() -> Hairdo:
    """Long and smooth, parted in the middle."""
    back = _long_back(points("50 21, 64 24, 73 36, 76 56, 77.6 80, 79 104, 76 122, 50 122"))
    right: list[Point] = points(
        "50 20.6, 59.4 19.4, 68.4 24.6, 74 35.4, 76.4 50, 77.8 66!, 72.6 63, 70 58, "
        "68.6 49, 64 41.4, 56.4 35, 50.8 28.6, 50 26.4"
    )
    fall: list[Point] = points(
        "73 38, 75.4 43, 76.4 50, 77.8 66, 79.4 84, 80.8 104, 80.8 122, 70.4 122, 71 "
        "104, 71.8 86, 68.6 72, 66 58"
    )
    over = _both(
        [
            area(fall),
            *strands(
                points("76.6 64, 78 84, 79.4 104, 79 120"),
                points("71.2 66, 73.4 84, 73 104, 72.4 120"),
                4,
            ),
        ]
    )
    lines = _both(
        strands(
            points("51.2 24, 62 24.6, 73 42, 76.4 64"),
            points("51.6 27.4, 60 36.4, 69.4 50, 72.6 62"),
            4,
        )
    )
    gloss = [
        strand(points("46 24, 37 27.6, 30.6 39, 28 54"), Tone.SHINE, 2.0, ends=(0, 0)),
        strand(points("58 25, 65 30, 69.4 39"), Tone.SHINE, 1.3, ends=(0, 0)),
    ]
    over.append(strand(points("24.6 72, 23.4 86, 22.8 100"), Tone.SHINE, 1.4, ends=(0, 0)))
    front = [area(right), area(mirrored(right)), *lines, *gloss]
    return Hairdo((back,), tuple(over), tuple(front), _covered(right[8:]), ears=False)


def long_fringe() -> Hairdo:
    """Long, with a parted fringe that opens over the brows."""
    back = _long_back(points("50 21, 64 24, 73 36, 75.6 56, 76.6 80, 77 104, 74 122, 50 122"))
    half: list[Point] = points(
        "50 19, 60 19, 69 24.6, 74 35.4, 76 50, 77 68!, 72 64, 69.6 56, 66.4 49, 60.6 "
        "46, 54 43, 50.6 38, 50 36.6"
    )
    fall: list[Point] = points(
        "73 38, 75.2 43, 76 50, 77 68, 78.2 86, 79.2 104, 78.8 122, 68.6 122, 69.4 104, "
        "71 86, 68.6 72, 66 58"
    )
    over = _both(
        [
            area(fall),
            *strands(
                points("75.8 64, 76.8 84, 77.8 104, 77.2 120"),
                points("71 66, 72.6 84, 71.6 104, 70.6 120"),
                4,
            ),
        ]
    )
    lines = _both(
        [
            *strands(
                points("50.8 24, 54 33, 62 42, 68.4 50"),
                points("51 30, 52.6 37.6, 57 42.4, 62.6 46"),
                4,
            ),
            *strands(
                points("58 23, 69 34, 73 50, 75.4 64"), points("54 24, 66 38, 70.8 52, 73 62"), 2
            ),
        ]
    )
    gloss = [
        strand(points("44.4 24, 36 29, 30.4 40, 28 54"), Tone.SHINE, 2.2, ends=(0, 0)),
        strand(points("46.6 29.6, 43 35.4, 37.4 40.6"), Tone.SHINE, 1.3, ends=(0, 0)),
        strand(points("56 25.4, 63.6 30.6, 68.4 40"), Tone.SHINE, 1.3, ends=(0, 0)),
    ]
    over.append(strand(points("24.8 74, 24.2 88, 24 102"), Tone.SHINE, 1.4, ends=(0, 0)))
    front = [area(half), area(mirrored(half)), *lines, *gloss]
    return Hairdo((back,), tuple(over), tuple(front), _covered(half[8:]), ears=False)


def long_wavy() -> Hairdo:
    """Long, full and waving, parted on the right."""
    back = _long_back(
        points(
            "50 19, 65 22, 75 33, 79.6 46, 77.2 58, 82.6 70, 79.4 83, 84.6 96, 81 108, 84 "
            "122, 50 122"
        )
    )
    left: list[Point] = points(
        "57 20, 46 17.4, 34.4 20.6, 25.6 30, 21.4 42, 23.8 53, 18.4 64!, 27 61, 30.4 "
        "53, 33.6 46.4, 41 41, 51.6 35.6, 57.4 26.6"
    )
    right: list[Point] = points(
        "57 20, 66 22.4, 74.2 30.6, 78.6 42, 76.2 53, 81.6 64!, 73 61, 69.6 53, 67.2 "
        "45, 62.2 37, 57.4 26.6"
    )
    fall: list[Point] = points(
        "24 40, 21.6 44, 23.8 53, 18.4 64, 21.8 76, 16.6 87, 20.4 98, 15.4 110, 18 122, "
        "31.4 122, 35 110, 29.4 98, 34 86, 29.4 74, 34 64, 32 52"
    )
    waves = [
        *strands(
            points("54 22.6, 37 24, 24.6 42, 26.2 53, 21 64"),
            points("55.6 29.6, 45 37.4, 33 45, 29.6 54, 26.6 61"),
            5,
            width=1.1,
        ),
        *strands(
            points("60 23.6, 70 29, 76 43, 74 54, 79 64"),
            points("58.6 27.6, 64.6 38, 69.6 47, 71 55, 73.4 61"),
            4,
            width=1.1,
        ),
        strand(points("48 21.4, 36.4 25, 28.4 35, 25.4 45"), Tone.SHINE, 2.4, ends=(0, 0)),
        strand(points("48.4 28.6, 39.4 32.6, 32.6 40"), Tone.SHINE, 1.4, ends=(0, 0)),
        strand(points("26 56, 22.6 64, 24.6 72"), Tone.SHINE, 1.6, ends=(0, 0)),
        strand(points("65 26.6, 71.6 33.6, 74.6 43"), Tone.SHINE, 1.4, ends=(0, 0)),
        strand(points("73.6 58, 77.6 66, 75.6 73"), Tone.SHINE, 1.2, ends=(0, 0)),
    ]
    falling = [
        area(fall),
        area(mirrored(fall)),
        *_both(
            strands(
                points("75 54, 79.6 64, 76.6 76, 81.6 87, 77.6 98, 82.4 110, 80 122"),
                points("71 54, 70.4 64, 73 75, 68.4 86, 73 98, 67.4 110, 70.6 122"),
                4,
                width=1.1,
            )
        ),
        strand(points("20.4 86, 23.6 97, 19.4 108"), Tone.SHINE, 1.8, ends=(0, 0)),
        strand(points("79 88, 75.4 97, 79 107"), Tone.SHINE, 1.3, ends=(0, 0)),
    ]
    covered = _covered(right[8:], left[-1:8:-1])
    return Hairdo((back,), tuple(falling), (area(left), area(right), *waves), covered, ears=False)


def top_bun() -> Hairdo:
    """A big knot on the crown and two loose wisps."""
    cap, lines = pulled_back(lift=0.6)
    knot = [
        area(
            points(
                "39.6 18.6, 41.2 13, 47.2 9.4, 54.6 9.8, 60 13.6, 60.8 19, 57 23.8, 50 25.4, "
                "43.2 23.8"
            )
        ),
        strand(points("42.6 17.6, 46.4 12.8, 53 12.2, 57 15.8"), Tone.SHINE, 1.5, ends=(0, 0)),
        strand(points("42.4 20.4, 49 16.2, 56.4 17.8"), Tone.DEEP, 0.8, ends=(0, 0)),
        strand(points("47.4 22.4, 54 20.6, 58.6 15.4"), Tone.DEEP, 0.8, ends=(0, 0)),
        strand(points("43.6 23.8, 50 22.2, 56.8 23.8"), Tone.DEEP, 1.4, ends=(0.1, 0.1)),
    ]
    wisps = [
        strand(points("33.2 40, 30.6 52, 31.8 62, 30.2 68"), Tone.PLAIN, 1.4, ends=(0.9, 0)),
        strand(points("66.8 40, 69.6 52, 68.4 62, 70 68"), Tone.PLAIN, 1.4, ends=(0.9, 0)),
    ]
    return Hairdo(tuple(knot), (), (area(cap), *lines, *wisps), tuple(cap))


def low_bun() -> Hairdo:
    """Parted in the middle, smooth over the ears, gathered in the neck."""
    knot = [
        area(oval((63.4, 81.6), (8.0, 7.2)), Tone.DEEP),
        area(oval((63.8, 81.0), (6.6, 5.8))),
        strand(points("59 78, 65 76.4, 69.4 80.4"), Tone.DEEP, 0.8, ends=(0, 0)),
        strand(points("60 83.6, 65.6 80.4, 69.6 83.6"), Tone.DEEP, 0.8, ends=(0, 0)),
        strand(points("63 77.2, 67 77.2, 69.6 80"), Tone.SHINE, 0.8, ends=(0, 0)),
    ]
    right: list[Point] = points(
        "50 21.6, 58.4 20.8, 66 25.2, 70.8 34, 72.4 44, 72.2 54, 71 62, 69.4 66!, 69.6 "
        "57, 68.4 49.6, 65 43, 58.6 37.4, 51.4 29.4, 50 26.6"
    )
    lines = _both(
        strands(
            points("51.2 24.4, 60 24.6, 69 38, 71.2 58"),
            points("51.6 28.4, 58 35, 66.4 43, 70.2 60"),
            4,
        )
    )
    gloss = [
        strand(points("45.6 24.6, 38 28, 32.6 37.6"), Tone.SHINE, 1.8, ends=(0, 0)),
        strand(points("44.6 28.6, 38 33.6, 33.4 41.6"), Tone.SHINE, 1.1, ends=(0, 0)),
        strand(points("58 26, 64 30.4, 67.6 37.6"), Tone.SHINE, 1.1, ends=(0, 0)),
    ]

    return Hairdo(
        tuple(knot), (), (area(right), area(mirrored(right)), *lines, *gloss), _covered(right[9:])
    )


def ponytail() -> Hairdo:
    """Pulled up high; the tail swings out on one side."""
    cap, lines = pulled_back(lift=0.4)
    tail: list[Point] = points(
        "54 20, 61 13.6, 70 14.4, 77 22, 80.6 34, 81.4 48, 79 62, 80.8 74, 76 86!, 74 "
        "74, 69.6 66, 71 52, 71.4 38, 67 29, 58 25"
    )
    flow = [
        *strands(
            points("60 18, 72 22, 78.4 44, 77.6 78"), points("60 21.6, 69 28, 72.6 46, 74.6 74"), 4
        ),
        strand(points("64 17.6, 73 23, 77.6 40"), Tone.SHINE, 1.6, ends=(0, 0)),
        strand(points("55.6 23.6, 58.6 20.8, 60.6 17"), Tone.DEEP, 2.2, ends=(0.6, 0.6)),
    ]
    wisp = [strand(points("33.2 40, 30.8 51, 31.8 60"), Tone.PLAIN, 1.2, ends=(0.9, 0))]
    return Hairdo((area(tail), *flow), (), (area(cap), *lines, *wisp), tuple(cap))


def plait() -> Hairdo:
    """Side parting; one thick plait over the shoulder."""
    base = low_bun()
    lobes: list[Lock] = []
    y, half = 70.0, 6.4
    count = 8
    for i in range(count):
        wide = half * (1 - 0.45 * i / count)
        middle = 27.4 + 0.9 * i - 0.05 * i * i
        for way in (-1, 1):
            top = y + (0 if way < 0 else 2.6)
            lobes.append(
                area(
                    [
                        (middle + way * 0.2, top + 5.6),
                        (middle - way * 0.9, top + 3.0),
                        (middle + way * wide * 0.5, top - 1.2),
                        (middle + way * wide, top + 1.6),
                        (middle + way * wide * 0.8, top + 4.6),
                    ],
                    Tone.PLAIN,
                )
            )
            lobes.append(
                strand(
                    [
                        (middle + way * wide * 0.86, top + 3.6),
                        (middle + way * wide * 0.4, top + 5.2),
                        (middle - way * 0.4, top + 6.0),
                    ],
                    Tone.DEEP,
                    0.8,
                    ends=(0.2, 0.3),
                )
            )
            if way < 0:
                lobes.append(
                    strand(
                        [
                            (middle + way * wide * 0.8, top + 1.4),
                            (middle + way * wide * 0.4, top + 1.8),
                            (middle, top + 3.4),
                        ],
                        Tone.SHINE,
                        0.8,
                        ends=(0, 0),
                    )
                )
        y += 5.2
    back = area(points("30 56, 24 62, 21.6 72, 24 80, 33 80, 38 70"), Tone.DEEP)
    return Hairdo((back,), tuple(lobes), base.before, base.hairline)
