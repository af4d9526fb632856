"""Curls, afro, braids and locs: hair with a pattern of its own."""

from math import cos, pi, sin

from klasgenoot.exchange.drawing.hair import Hairdo, Lock, Tone, area, strand
from klasgenoot.exchange.drawing.hair_short import HAIRLINE, shaved
from klasgenoot.exchange.drawing.pen import Path, Point, both_sides, curve, mirrored, oval


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
        _curl(x - size * 0.15, y - size * 0.1, size * 0.56, Tone.SHINE, pi * (0.9 + 0.13 * (number % 3))),
        _curl(x + size * 0.2, y + size * 0.2, size * 0.6, Tone.DEEP, pi * (-0.1 + 0.17 * (number % 4))),
    ]  # fmt: skip


def _balls(spots: list[tuple[float, float, float]]) -> list[Lock]:
    return [lock for i, (x, y, size) in enumerate(spots) for lock in _ball(x, y, size, i)]


def fade_curls() -> Hairdo:
    """Clipped sides and a crop of curls on top."""
    spots = [
        (50.0, 21.6, 5.0), (42.6, 22.8, 4.8), (57.4, 22.6, 4.8), (36.8, 27.0, 4.6), (63.4, 27.0, 4.6),
        (33.8, 33.4, 4.0), (66.2, 33.4, 4.0), (46.4, 26.6, 4.8), (54.0, 27.0, 4.8), (40.4, 30.2, 4.6),
        (60.0, 30.6, 4.6), (47.4, 32.0, 4.4), (54.0, 32.4, 4.2), (37.4, 36.6, 3.7), (43.0, 36.0, 3.8),
        (49.2, 37.0, 3.7), (55.4, 36.8, 3.8), (61.4, 36.4, 3.8),
    ]  # fmt: skip
    line = both_sides([(50, 20), (66, 26), (69, 37), (63.4, 39.6), (57, 40), (50, 40.4)])
    return Hairdo(before=(*shaved().before, *_balls(spots)), hairline=tuple(line))


def curls() -> Hairdo:
    """A cloud of curls down to the shoulders."""
    behind = [
        (50, 20, 9), (37, 22, 8.6), (63, 22, 8.6), (28, 31, 8.4), (72, 31, 8.4), (23.6, 43, 8.2), (76.4, 43, 8.2),
        (21.4, 56, 8.2), (78.6, 56, 8.2), (20.6, 69, 8.2), (79.4, 69, 8.2), (22.6, 82, 8.0), (77.4, 82, 8.0),
        (28.6, 91, 6.8), (71.4, 91, 6.8), (35, 82, 8), (65, 82, 8),
    ]  # fmt: skip
    mass = area(both_sides([(50, 20), (66, 24), (76, 42), (77, 66), (74, 88), (62, 88), (50, 80)]), Tone.DEEP)
    front = [
        (52.0, 19.6, 5.6), (43.0, 21.6, 5.6), (60.4, 22.0, 5.6), (35.4, 26.4, 5.4), (67.4, 27.4, 5.2),
        (46.8, 26.4, 5.2), (55.4, 26.8, 5.0), (39.4, 31.0, 4.9), (62.2, 32.2, 4.7), (31.0, 34.4, 5.0),
        (70.6, 35.8, 4.7), (47.2, 32.4, 4.4), (54.8, 33.4, 4.1), (35.0, 38.8, 4.1), (66.6, 40.6, 3.7),
        (28.8, 42.8, 4.6), (72.2, 44.4, 4.3), (41.0, 36.8, 3.9), (60.2, 37.8, 3.7), (30.0, 50.0, 3.9),
        (71.4, 51.8, 3.8), (27.2, 58.0, 4.5), (73.4, 59.4, 4.3), (26.6, 67.0, 4.7), (74.2, 68.2, 4.5),
        (26.0, 76.4, 4.9), (74.6, 77.4, 4.8), (48.6, 37.4, 3.3),
    ]  # fmt: skip
    line = both_sides([(50, 20), (70, 30), (72, 52), (67, 46), (62, 41), (50, 40.6)])
    return Hairdo((*_balls(behind), mass), (), tuple(_balls(front)), tuple(line))


def afro() -> Hairdo:
    """A round crown of tight curls."""
    bumps = 30
    edge = []
    for i in range(bumps):
        angle = 2 * pi * i / bumps
        for swell, turn in ((0.0, 0.0), (1.5, pi / bumps)):
            reach = 1 + swell / 28
            edge.append((50 + 29.0 * reach * cos(angle + turn), 43.5 + 27.5 * reach * sin(angle + turn)))
    crown = area(edge)
    ring = [
        (26, 60), (21.5, 48), (22.6, 34), (31, 22), (42, 17), (50, 16), (58, 17), (69, 22), (77.4, 34), (78.5, 48), (74, 60),
        (69.2, 57), *HAIRLINE, (30.8, 57),
    ]  # fmt: skip
    texture = []
    for i in range(88):
        out = ((i + 0.5) / 88) ** 0.5
        angle = i * 2.399963
        x, y = 50 + 27 * out * cos(angle), 43.5 + 25.6 * out * sin(angle)
        if abs(x - 50) < 19.5 and y > 36:
            continue
        lit = (x - 50) + (y - 40) < -4
        texture.append(_curl(x, y, 1.5, Tone.SHINE if lit and i % 3 else Tone.DEEP, angle))
    return Hairdo((crown, *[t for t in texture if t.path[0][1] > 56]), (), (area(ring), *[t for t in texture if t.path[0][1] <= 56]), tuple(ring))


def _braid(path: Path, width: float, *, cuff: float = 0.0) -> list[Lock]:
    """One thin braid: a cord with slanting marks, perhaps a golden cuff."""
    cord = Lock(tuple(path), Tone.PLAIN, width, (1.0, 0.7))
    line = curve(path, closed=False)
    marks: list[Lock] = []
    for number, i in enumerate(range(2, len(line) - 1, 3)):
        x, y = line[i]
        way = 1 if number % 2 else -1
        tone = Tone.SHINE if number % 4 == 1 else Tone.DEEP
        marks.append(strand([(x - way * width * 0.34, y - width * 0.3), (x + way * width * 0.34, y + width * 0.3)], tone, 0.55, ends=(0.6, 0.6)))
    edge = [(x + width * 0.5, y) for x, y in path]
    ring = []
    if cuff:
        x, y = line[round((len(line) - 1) * cuff)]
        ring = [Lock(((x, y - 1.3), (x, y + 1.3)), Tone.CUFF, width * 1.15, (1.0, 1.0))]
    return [cord, strand(edge, Tone.DEEP, 0.5, ends=(0.8, 0.3)), *marks, *ring]


def _parted_cap() -> list[Lock]:
    """Hair drawn from a middle parting, before cords of hair lie on it."""
    right: list[Point] = [
        (50.0, 22.0), (58.4, 20.6), (66.4, 25.0), (71.4, 34.0), (73.0, 46.0), (72.6, 58.0), (69.6, 60.0), (69.4, 54.0),
        (68.2, 48.0), (65.0, 41.6), (58.6, 36.6), (51.2, 31.4), (50.0, 29.0),
    ]  # fmt: skip
    return [area(right, Tone.DEEP), area(mirrored(right), Tone.DEEP)]


def braids() -> Hairdo:
    """Many long thin braids from a middle parting."""
    before: list[Lock] = _parted_cap()
    over: list[Lock] = []
    behind: list[Lock] = [area(both_sides([(50, 22), (66, 26), (74, 44), (78, 80), (80, 120), (50, 120)]), Tone.DEEP)]
    for side in (-1, 1):
        for i in range(6):
            drop = i / 5
            # from the parting, over the temple and down beside the face
            path = [
                (50 + side * 0.9, 22.4 + 7.4 * drop),
                (50 + side * (9.0 - 0.6 * i), 20.6 + 13.0 * drop),
                (50 + side * (18.6 - 0.4 * i), 27.6 + 11.6 * drop),
                (50 + side * (22.8 - 0.55 * i), 42.0 + 5.0 * drop),
                (50 + side * (24.0 - 0.75 * i), 60.0),
                (50 + side * (25.4 - 0.95 * i), 84.0),
            ]
            before += _braid(path, 2.5)
        for i in range(5):
            x = 50 + side * (27.6 - 2.3 * i)
            path = [(x - side * 2.0, 60), (x, 84), (x + side * (0.6 - 0.5 * i), 104), (x - side * 0.4 * i, 121)]
            over += _braid(path, 2.6, cuff=0.62 if i in (1, 4) else 0.0)
    line = both_sides([(50, 21), (70, 30), (71, 52), (67, 46), (58.6, 38), (50, 30)])
    return Hairdo(tuple(behind), tuple(over), tuple(before), tuple(line))


def locs() -> Hairdo:
    """Thick cords to the shoulder, thrown to one side."""
    before: list[Lock] = [area([
        (30.4, 56), (28.0, 44), (30.4, 32), (38.0, 22.4), (50.0, 18.8), (62.0, 21.4), (70.2, 31.0), (72.6, 44.0), (70.0, 56.0), *HAIRLINE,
    ], Tone.DEEP)]  # fmt: skip
    behind: list[Lock] = [area(both_sides([(50, 22), (66, 27), (73, 44), (74, 66), (70, 82), (50, 84)]), Tone.DEEP)]
    for i, (x, low) in enumerate(((25.6, 80), (30.0, 86), (34.6, 88), (65.4, 88), (70.4, 87), (74.8, 81))):
        lean = (x - 50) / 24
        cord = [(50 + (x - 50) * 0.8, 42), (x - lean, 60), (x + lean, low - 6), (x + 1.5 * lean, low)]
        behind += _cord(cord, 4.8, i)
    paths: list[Path] = [
        [(41.0, 33.0), (35.6, 28.4), (30.0, 34.0), (27.4, 46.0), (27.0, 60.0), (25.6, 72.0)],
        [(39.4, 36.0), (35.0, 36.0), (31.6, 42.0), (30.0, 52.0), (29.6, 64.0)],
        [(42.0, 31.4), (46.0, 21.6), (58.0, 20.4), (68.4, 29.0), (73.6, 44.0), (74.4, 62.0), (76.4, 76.0)],
        [(42.4, 33.0), (48.0, 25.0), (58.0, 24.6), (66.6, 32.6), (71.4, 46.0), (72.0, 62.0), (73.6, 73.0)],
        [(43.4, 35.4), (49.6, 29.8), (57.6, 29.6), (64.6, 36.0), (68.6, 46.0), (70.0, 58.0), (70.6, 68.0)],
        [(45.0, 37.0), (50.6, 34.2), (57.0, 34.0), (63.0, 38.6), (67.0, 45.4), (68.4, 53.0)],
    ]  # fmt: skip
    for i, path in enumerate(paths):
        before += _cord(path, 4.9, i)
    line = both_sides([(50, 20), (70, 30), (71, 54), (67, 47), (62, 40.6), (50, 38.6)])
    return Hairdo(tuple(behind), (), tuple(before), tuple(line))


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
        rings.append(strand([(x - nx, y - ny), (x + nx, y + ny)], Tone.SHINE if lit else Tone.DEEP, 0.5, ends=(0.2, 0.2)))
    shadow = Lock(tuple((x + 0.5, y + 0.5) for x, y in path), Tone.DEEP, width + 0.5, (0.9, 0.75))
    return [shadow, Lock(tuple(path), Tone.PLAIN, width, (0.9, 0.7)), *rings]
