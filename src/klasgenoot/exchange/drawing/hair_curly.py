"""Curls, afro, braids and locs: hair with a pattern of its own."""

from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import Final

from klasgenoot.exchange.drawing.hair import Hairdo, Lock, Tone, area, between, both, strand
from klasgenoot.exchange.drawing.hair_short import HAIRLINE, clipped
from klasgenoot.exchange.drawing.paths import (
    Path,
    Point,
    both_sides,
    curve,
    oval,
    points,
    scalloped,
)

GOLDEN_ANGLE: Final = pi * (3 - 5**0.5)
"""Turning by this angle spreads points evenly, as seeds in a sunflower (Vogel 1979)."""
LIT: Final = 86.0
"""How far right and down (x + y) the light from the upper left reaches."""


def _hook(at: Point, size: float, tone: Tone, start: float) -> Lock:
    """A curl seen from the front: half a small ring, from the angle `start`."""
    angles = [start + 1.1 * step for step in range(4)]
    path = [(at[0] + size * cos(a), at[1] + 0.9 * size * sin(a)) for a in angles]
    return strand(path, tone, size * 0.36, ends=(0.2, 0.1))


def fade_curls() -> Hairdo:
    """Clipped sides and a crop of curls on top."""
    spots = points(
        "50 21.6, 42.6 22.8, 57.4 22.6, 36.8 27, 63.4 27, 33.8 33.4, 66.2 33.4, 46.4 26.6, 54 27, "
        "40.4 30.2, 60 30.6, 47.4 32, 54 32.4, 37.4 36.6, 43 36, 49.2 37, 55.4 36.8, 61.4 36.4"
    )
    bunches: list[Lock] = []
    for i, (x, y) in enumerate(spots):
        size = 6.9 - 0.085 * y
        bunches.append(area(oval((x, y), (size, size * 0.94))))
        lit, dark = (x - size * 0.15, y - size * 0.1), (x + size * 0.2, y + size * 0.2)
        bunches.append(_hook(lit, size * 0.56, Tone.SHINE, pi * (0.9 + 0.13 * (i % 3))))
        bunches.append(_hook(dark, size * 0.6, Tone.DEEP, pi * (0.17 * (i % 4) - 0.1)))
    line = both_sides(points("50 20, 66 26, 69 37, 63.4 39.6, 57 40, 50 40.4"))
    return Hairdo(before=[clipped(), *bunches], hairline=line)


def afro() -> Hairdo:
    """A round crown of tight curls."""
    ring = points(
        "26 60, 21.5 48, 22.6 34, 31 22, 42 17, 50 16, 58 17, 69 22, 77.4 34, 78.5 48, 74 60, "
        "69.2 57"
    )
    ring += [*HAIRLINE, (30.8, 57.0)]
    hooks = []
    count = 88
    for i in range(count):
        out, angle = ((i + 0.5) / count) ** 0.5, i * GOLDEN_ANGLE
        x, y = 50 + 27 * out * cos(angle), 43.5 + 25.6 * out * sin(angle)
        on_face = ((x - 50) / 24) ** 2 + ((y - 60) / 24) ** 2 < 1
        if not on_face:
            tone = Tone.SHINE if x + y < LIT and i % 3 else Tone.DEEP
            hooks.append(_hook((x, y), 1.5, tone, angle))
    crown = area(scalloped(oval((50.0, 43.5), (29.0, 27.5)), 30, 1.4))
    return Hairdo(behind=[crown], before=[area(ring), *hooks], hairline=ring)


def curls() -> Hairdo:
    """A cloud of ringlets down to the shoulders."""
    cloud = both_sides(
        points("50 15.4, 63 17, 74 25.6, 80.4 39, 82.4 54, 83.4 69, 81 84, 73 92, 60 90, 50 86")
    )
    cap = both_sides(
        points(
            "50 17, 62 18.6, 71.6 27, 75.6 40, 75 54, 71 60, 69.4 52, 67 45, 61 39, 53 34, 50 31"
        )
    )
    ringlets: list[Lock] = []
    for path in between(
        "49 18, 62 16.6, 72.8 26, 78.4 42, 80.4 60, 81 86",
        "49 28.8, 59.6 34.2, 67.6 42.8, 70 48.4, 70.8 60, 71 78.8",
        5,
    ):
        ringlets += both(_ringlet(path, 5.0))
    line = both_sides(points("50 20, 70 30, 72 52, 67 46.4, 62 40.6, 54 35.6, 50 32"))
    return Hairdo(
        behind=[area(scalloped(cloud, 32, 2.2), Tone.DEEP)],
        before=[area(cap, Tone.DEEP), *ringlets],
        hairline=line,
        ears=False,
    )


def _ringlet(path: Path, width: float) -> list[Lock]:
    """One long curl: a ribbon that winds about its path, lit on its turns."""
    turns: list[Point] = []
    way = 1
    for (x, y), (nx, ny) in _stations(path, every=width * 0.62):
        way = -way
        turns.append((x + nx * way * width * 0.2, y + ny * way * width * 0.2))
    shines = [
        strand([(x - 0.9, y - 0.7), (x - 0.2, y), (x + 0.9, y + 0.1)], Tone.SHINE, 0.8)
        for x, y in turns[1:-1:2]
    ]
    return [
        strand([(x, y + 0.4) for x, y in turns], Tone.DEEP, width + 1.2, ends=(0.95, 0.6)),
        strand(turns, Tone.PLAIN, width, ends=(0.9, 0.45)),
        *shines,
    ]


def braids() -> Hairdo:
    """Many long thin braids from a middle parting."""
    cap = both_sides(
        points(
            "50 19.8, 58.4 20, 66.4 25, 71.4 34, 73 46, 72.6 58, 69.6 60, 69.4 54, 68.2 48, "
            "65 41.6, 58.6 36.6, 51.2 31.4, 50 29"
        )
    )
    before: list[Lock] = [area(cap, Tone.DEEP)]
    # from the parting, over the temples and down beside the face
    for path in between(
        "50.9 22.4, 59 20.2, 69.4 27, 74.6 42, 75.8 60, 77 84",
        "50.9 30.4, 56 33.8, 66.7 39.4, 70.1 46, 70.1 60, 70.7 84",
        4,
    ):
        before += both(_braid(path, 2.7))
    over: list[Lock] = []
    falling = between(
        "75.6 60, 77.6 84, 78.2 104, 77.6 121", "66.4 60, 68.4 84, 67 104, 66.8 121", 5
    )
    for i, path in enumerate(falling):
        over += both(_braid(path, 2.6, cuff=i in (1, 4)))
    back = both_sides(points("50 22, 66 26, 74 44, 78 80, 80 120, 50 120"))
    line = both_sides(points("50 21, 70 30, 71 52, 67 46, 58.6 38, 50 30"))
    return Hairdo(
        behind=[area(back, Tone.DEEP)], over=over, before=before, hairline=line, ears=False
    )


def _braid(path: Path, width: float, *, cuff: bool = False) -> list[Lock]:
    """One thin braid: a cord with slanting marks, perhaps a golden cuff."""
    marks: list[Lock] = []
    for i, ((x, y), _normal) in enumerate(_stations(path, every=2.1)):
        dx, dy = (width * 0.34 if i % 2 else -width * 0.34), width * 0.3
        tone = Tone.SHINE if i % 4 == 1 else Tone.DEEP
        marks.append(strand([(x - dx, y - dy), (x + dx, y + dy)], tone, 0.55, ends=(0.6, 0.6)))
    if cuff:
        x, y = path[2][0], path[2][1] - 5
        marks.append(strand([(x, y - 1.3), (x, y + 1.3)], Tone.CUFF, width * 1.15, ends=(1, 1)))
    return [
        strand(path, Tone.DEEP, width + 0.8, ends=(1, 0.8)),
        strand(path, Tone.PLAIN, width, ends=(1, 0.7)),
        *marks,
    ]


def locs() -> Hairdo:
    """Thick cords to the shoulder, parted on the left."""
    cap = points(
        "29 54, 25.6 44, 28.6 33, 36.4 23, 46 19, 56 18.6, 66 23.4, 73.6 34, 75.4 46, 71 54"
    )
    behind = [area(both_sides(points("50 22, 66 27, 74 44, 75 66, 70 82, 50 84")), Tone.DEEP)]
    for path in between("70 42, 77 60, 75 78, 76.5 84", "62 42, 65 60, 66 86, 66 93", 3):
        behind += both(_loc(path, 5.0))
    before = [area([*cap, *HAIRLINE], Tone.DEEP)]
    for path in [
        *between(
            "43.4 21.4, 36 21.4, 28 30.6, 23.6 46, 22.8 62, 21.2 82",
            "43.4 32.2, 36 31.4, 31.2 39, 29.6 46, 29.6 62, 28.8 74",
            3,
        ),
        *between(
            "43.6 20.8, 55.6 19, 67.4 26, 75.2 42, 77 60, 78.8 82",
            "43.6 35.2, 55.6 33.4, 63.8 38.6, 68.6 46.2, 69.5 60, 69.8 73",
            4,
        ),
    ]:
        before += _loc(path, 5.0)
    line = both_sides(points("50 20, 70 30, 71 54, 67 47, 62 41.6, 50 40"))
    return Hairdo(behind=behind, before=before, hairline=line, ears=False)


def _loc(path: Path, width: float) -> list[Lock]:
    """One loc: a thick cord with rings of light and shadow."""
    rings: list[Lock] = []
    for i, ((x, y), (nx, ny)) in enumerate(_stations(path, every=3.6)):
        dx, dy = nx * width * 0.32, ny * width * 0.32
        tone = Tone.DEEP if i % 2 else Tone.SHINE
        rings.append(strand([(x - dx, y - dy), (x + dx, y + dy)], tone, 0.7, ends=(0.2, 0.2)))
    return [
        strand(path, Tone.DEEP, width + 1.1, ends=(0.95, 0.8)),
        strand(path, Tone.PLAIN, width, ends=(0.9, 0.72)),
        area(oval(path[-1], (width * 0.36, width * 0.4))),
        *rings[1:],
    ]


def _stations(path: Path, *, every: float) -> list[tuple[Point, Point]]:
    """Points along a path about `every` units apart, each with the direction across it."""
    line = curve(path, closed=False)
    out: list[tuple[Point, Point]] = []
    since = every
    for (ax, ay), (bx, by) in pairwise(line):
        step = hypot(bx - ax, by - ay)
        since += step
        if since >= every and step:
            since = 0.0
            out.append(((bx, by), (-(by - ay) / step, (bx - ax) / step)))
    return out
