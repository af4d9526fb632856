"""Curls, afro, braids and locs: hair with a pattern of its own."""

from math import cos, hypot, pi, sin

from klasgenoot.exchange.drawing.hair import Hairdo, Lock, Tone, area, strand
from klasgenoot.exchange.drawing.hair_short import HAIRLINE, shaved
from klasgenoot.exchange.drawing.paths import (
    Path,
    Point,
    both_sides,
    curve,
    mirrored,
    oval,
    points,
    scalloped,
)


def _curl(x: float, y: float, size: float, tone: Tone, start: float) -> Lock:
    """A hook of hair: three quarters of a small ring."""
    path = [
        (x + size * cos(start + t * 1.1), y + size * 0.9 * sin(start + t * 1.1)) for t in range(4)
    ]
    return strand(path, tone, size * 0.36, ends=(0.2, 0.1))


def _ball(x: float, y: float, size: float, number: int) -> list[Lock]:
    """One bunch of curls, with the light on its upper left."""
    return [
        area(oval((x, y), (size, size * 0.94))),
        _curl(
            x - size * 0.15,
            y - size * 0.1,
            size * 0.56,
            Tone.SHINE,
            pi * (0.9 + 0.13 * (number % 3)),
        ),
        _curl(
            x + size * 0.2, y + size * 0.2, size * 0.6, Tone.DEEP, pi * (-0.1 + 0.17 * (number % 4))
        ),
    ]


def _balls(spots: list[tuple[float, float, float]]) -> list[Lock]:
    return [lock for i, (x, y, size) in enumerate(spots) for lock in _ball(x, y, size, i)]


def fade_curls() -> Hairdo:
    """Clipped sides and a crop of curls on top."""
    spots = [
        (50.0, 21.6, 5.0),
        (42.6, 22.8, 4.8),
        (57.4, 22.6, 4.8),
        (36.8, 27.0, 4.6),
        (63.4, 27.0, 4.6),
        (33.8, 33.4, 4.0),
        (66.2, 33.4, 4.0),
        (46.4, 26.6, 4.8),
        (54.0, 27.0, 4.8),
        (40.4, 30.2, 4.6),
        (60.0, 30.6, 4.6),
        (47.4, 32.0, 4.4),
        (54.0, 32.4, 4.2),
        (37.4, 36.6, 3.7),
        (43.0, 36.0, 3.8),
        (49.2, 37.0, 3.7),
        (55.4, 36.8, 3.8),
        (61.4, 36.4, 3.8),
    ]
    line = both_sides(points("50 20, 66 26, 69 37, 63.4 39.6, 57 40, 50 40.4"))
    return Hairdo(before=(*shaved().before, *_balls(spots)), hairline=tuple(line))


def _ringlet(path: Path, width: float) -> list[Lock]:
    """One long curl: a ribbon that winds about its path, lit on its turns."""
    line = curve(path, closed=False)
    turns: list[Point] = []
    since, way = 0.0, 1
    for i in range(1, len(line)):
        (ax, ay), (bx, by) = line[i - 1], line[i]
        step = hypot(bx - ax, by - ay)
        since += step
        if since >= width * 0.62 or i == 1:
            since, way = 0.0, -way
            off = way * width * 0.2 / (step or 1.0)
            turns.append((bx - (by - ay) * off, by + (bx - ax) * off))
    shines = [
        strand([(x - 0.9, y - 0.7), (x - 0.2, y), (x + 0.9, y + 0.1)], Tone.SHINE, 0.8, ends=(0, 0))
        for x, y in turns[1:-1:2]
    ]
    return [
        Lock(tuple((x, y + 0.4) for x, y in turns), Tone.DEEP, width + 1.2, (0.95, 0.6)),
        Lock(tuple(turns), Tone.PLAIN, width, (0.9, 0.45)),
        *shines,
    ]


def curls() -> Hairdo:
    """A cloud of curls down to the shoulders."""
    cloud = both_sides(
        points("50 15.4, 63 17, 74 25.6, 80.4 39, 82.4 54, 83.4 69, 81 84, 73 92, 60 90, 50 86")
    )
    before: list[Lock] = [
        area(
            both_sides(
                points(
                    "50 17, 62 18.6, 71.6 27, 75.6 40, 75 54, 71 60, 69.4 52, 67 45, 61 39, 53 34, "
                    "50 31"
                )
            ),
            Tone.DEEP,
        )
    ]
    for side in (-1, 1):
        for i in range(5):
            before += _ringlet(
                [
                    (50 - side * 1.0, 18.0 + 2.7 * i),
                    (50 + side * (12.0 - 0.6 * i), 16.6 + 4.4 * i),
                    (50 + side * (22.8 - 1.3 * i), 26.0 + 4.2 * i),
                    (50 + side * (28.4 - 2.1 * i), 42.0 + 1.6 * i),
                    (50 + side * (30.4 - 2.4 * i), 60.0),
                    (50 + side * (31.0 - 2.5 * i), 86.0 - 1.8 * i),
                ],
                5.0,
            )
    line = both_sides(points("50 20, 70 30, 72 52, 67 46.4, 62 40.6, 54 35.6, 50 32"))
    return Hairdo(
        (area(scalloped(cloud, 32, 2.2), Tone.DEEP),), (), tuple(before), tuple(line), ears=False
    )


def afro() -> Hairdo:
    """A round crown of tight curls."""
    crown = area(scalloped(oval((50.0, 43.5), (29.0, 27.5)), 30, 1.4))
    ring = [
        (26, 60),
        (21.5, 48),
        (22.6, 34),
        (31, 22),
        (42, 17),
        (50, 16),
        (58, 17),
        (69, 22),
        (77.4, 34),
        (78.5, 48),
        (74, 60),
        (69.2, 57),
        *HAIRLINE,
        (30.8, 57),
    ]
    texture = []
    for i in range(88):
        out = ((i + 0.5) / 88) ** 0.5
        angle = i * 2.399963
        x, y = 50 + 27 * out * cos(angle), 43.5 + 25.6 * out * sin(angle)
        if abs(x - 50) < 19.5 and y > 36:
            continue
        lit = (x - 50) + (y - 40) < -4
        texture.append(_curl(x, y, 1.5, Tone.SHINE if lit and i % 3 else Tone.DEEP, angle))
    return Hairdo(
        (crown, *[t for t in texture if t.path[0][1] > 56]),
        (),
        (area(ring), *[t for t in texture if t.path[0][1] <= 56]),
        tuple(ring),
    )


def _braid(path: Path, width: float, *, cuff: float = 0.0) -> list[Lock]:
    """One thin braid: a cord with slanting marks, perhaps a golden cuff."""
    cord = Lock(tuple(path), Tone.PLAIN, width, (1.0, 0.7))
    line = curve(path, closed=False)
    marks: list[Lock] = []
    for number, i in enumerate(range(2, len(line) - 1, 3)):
        x, y = line[i]
        way = 1 if number % 2 else -1
        tone = Tone.SHINE if number % 4 == 1 else Tone.DEEP
        marks.append(
            strand(
                [
                    (x - way * width * 0.34, y - width * 0.3),
                    (x + way * width * 0.34, y + width * 0.3),
                ],
                tone,
                0.55,
                ends=(0.6, 0.6),
            )
        )
    edge = Lock(tuple(path), Tone.DEEP, width + 0.8, (1.0, 0.8))
    ring = []
    if cuff:
        x, y = line[round((len(line) - 1) * cuff)]
        ring = [Lock(((x, y - 1.3), (x, y + 1.3)), Tone.CUFF, width * 1.15, (1.0, 1.0))]
    return [edge, cord, *marks, *ring]


def _parted_cap() -> list[Lock]:
    """Hair drawn from a middle parting, before cords of hair lie on it."""
    right: list[Point] = points(
        "49.6 21.6, 58.4 20.4, 66.4 25, 71.4 34, 73 46, 72.6 58, 69.6 60, 69.4 54, 68.2 "
        "48, 65 41.6, 58.6 36.6, 51.2 31.4, 50 29"
    )
    return [area(right, Tone.DEEP), area(mirrored(right), Tone.DEEP)]


def braids() -> Hairdo:
    """Many long thin braids from a middle parting."""
    before: list[Lock] = _parted_cap()
    over: list[Lock] = []
    behind: list[Lock] = [
        area(both_sides(points("50 22, 66 26, 74 44, 78 80, 80 120, 50 120")), Tone.DEEP)
    ]
    for side in (-1, 1):
        for i in range(4):
            drop = i / 3
            # from the parting, over the temple and down beside the face
            path = [
                (50 + side * 0.9, 22.4 + 8.0 * drop),
                (50 + side * (9.0 - 1.0 * i), 20.2 + 13.6 * drop),
                (50 + side * (19.4 - 0.9 * i), 27.0 + 12.4 * drop),
                (50 + side * (24.6 - 1.5 * i), 42.0 + 4.0 * drop),
                (50 + side * (25.8 - 1.9 * i), 60.0),
                (50 + side * (27.0 - 2.1 * i), 84.0),
            ]
            before += _braid(path, 2.7)
        for i in range(5):
            x = 50 + side * (27.6 - 2.3 * i)
            path = [
                (x - side * 2.0, 60),
                (x, 84),
                (x + side * (0.6 - 0.5 * i), 104),
                (x - side * 0.4 * i, 121),
            ]
            over += _braid(path, 2.6, cuff=0.62 if i in (1, 4) else 0.0)
    line = both_sides(points("50 21, 70 30, 71 52, 67 46, 58.6 38, 50 30"))
    return Hairdo(tuple(behind), tuple(over), tuple(before), tuple(line), ears=False)


def locs() -> Hairdo:
    """Thick cords to the shoulder, parted on the left."""
    cap = area(
        [
            (29.0, 54),
            (25.6, 44),
            (28.6, 33),
            (36.4, 23.0),
            (46.0, 19.0),
            (56.0, 18.6),
            (66.0, 23.4),
            (73.6, 34.0),
            (75.4, 46.0),
            (71.0, 54.0),
            *HAIRLINE,
        ],
        Tone.DEEP,
    )
    behind: list[Lock] = [
        area(both_sides(points("50 22, 66 27, 74 44, 75 66, 70 82, 50 84")), Tone.DEEP)
    ]
    for i, (x, low) in enumerate(points("24.4 84, 29.4 90, 34.6 93, 65.4 93, 70.6 90, 76 84")):
        lean = (x - 50) / 24
        behind += _cord(
            [(50 + (x - 50) * 0.8, 42), (x - lean, 60), (x + lean, low - 6), (x + 1.5 * lean, low)],
            5.0,
            i,
        )
    before: list[Lock] = [cap]
    for i in range(3):
        before += _cord(
            [
                (43.4, 21.4 + 5.4 * i),
                (36.0, 21.4 + 5.0 * i),
                (28.0 + 1.6 * i, 30.6 + 4.2 * i),
                (23.6 + 3.0 * i, 46.0),
                (22.8 + 3.4 * i, 62.0),
                (21.2 + 3.8 * i, 82.0 - 4.0 * i),
            ],
            5.0,
            i,
        )
    for i in range(4):
        before += _cord(
            [
                (43.6, 20.8 + 4.8 * i),
                (55.6, 19.0 + 4.8 * i),
                (67.4 - 1.2 * i, 26.0 + 4.2 * i),
                (75.2 - 2.2 * i, 42.0 + 1.4 * i),
                (77.0 - 2.5 * i, 60.0),
                (78.8 - 3.0 * i, 82.0 - 3.0 * i),
            ],
            5.0,
            i,
        )
    line = both_sides(points("50 20, 70 30, 71 54, 67 47, 62 41.6, 50 40"))
    return Hairdo(tuple(behind), (), tuple(before), tuple(line), ears=False)


def _cord(path: Path, width: float, number: int) -> list[Lock]:
    """One loc: a thick cord with rings of light and shadow."""
    line = curve(path, closed=False)
    rings: list[Lock] = []
    for i in range(3, len(line) - 2, 5):
        (ax, ay), (bx, by) = line[i - 1], line[i + 1]
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 or 1.0
        nx, ny = -(by - ay) / length * width * 0.32, (bx - ax) / length * width * 0.32
        x, y = line[i]
        lit = (i + number) % 2 == 0
        rings.append(
            strand(
                [(x - nx, y - ny), (x + nx, y + ny)],
                Tone.SHINE if lit else Tone.DEEP,
                0.7,
                ends=(0.2, 0.2),
            )
        )
    tip = area(oval(path[-1], (width * 0.36, width * 0.4)))
    shadow = Lock(tuple(path), Tone.DEEP, width + 1.1, (0.95, 0.8))
    return [shadow, Lock(tuple(path), Tone.PLAIN, width, (0.9, 0.72)), tip, *rings]
