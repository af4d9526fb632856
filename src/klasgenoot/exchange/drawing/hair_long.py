"""Longer smooth hair: bobs, long hair, tied hair."""

from klasgenoot.exchange.drawing.hair import Hairdo, Lock, Tone, area, strand, strands
from klasgenoot.exchange.drawing.hair_short import HAIRLINE
from klasgenoot.exchange.drawing.pen import Path, Point, both_sides, mirrored


def _both(locks: list[Lock]) -> list[Lock]:
    """Locks of the right side, and the same on the left."""
    return [
        *locks,
        *(Lock(tuple(mirrored(k.path)[::-1]), k.tone, k.width, k.ends) for k in locks),
    ]


def bob() -> Hairdo:
    """To the chin, parted on the left."""
    back = both_sides([(50, 22), (66, 26), (74, 42), (76.6, 62), (76, 80), (70, 86.6), (60, 88), (50, 88)])
    right: list[Point] = [
        (43.0, 21.4), (53.0, 18.6), (64.6, 22.0), (72.2, 31.0), (76.0, 45.0), (78.2, 62.0), (78.6, 77.0),
        (75.4, 87.4), (69.0, 87.8), (67.0, 82.0), (67.0, 82.0), (69.6, 72.0), (69.8, 59.0), (67.6, 48.0),
        (62.4, 41.0), (53.0, 36.0), (45.0, 31.6), (42.6, 27.6),
    ]  # fmt: skip
    left: list[Point] = [
        (43.0, 21.4), (34.6, 24.4), (27.8, 33.0), (24.0, 46.0), (21.8, 62.0), (21.4, 77.0), (24.6, 87.4),
        (31.0, 87.8), (33.0, 82.0), (33.0, 82.0), (30.4, 72.0), (30.2, 59.0), (32.0, 48.0), (35.4, 40.0),
        (40.0, 33.4), (42.6, 27.6),
    ]  # fmt: skip
    lines = [
        *strands([(45.0, 26.0), (60.0, 24.6), (72.0, 40.0), (76.4, 76.0)],
                 [(47.0, 30.6), (60.0, 37.6), (69.6, 50.0), (70.4, 80.0)], 5),
        *strands([(40.6, 26.0), (30.6, 36.0), (25.4, 56.0), (24.4, 80.0)],
                 [(40.6, 30.0), (33.6, 40.0), (30.0, 56.0), (30.0, 80.0)], 3),
        strand([(50.0, 23.6), (61.0, 26.4), (68.6, 36.0)], Tone.SHINE, 1.8, ends=(0, 0)),
        strand([(37.6, 26.6), (30.6, 35.6), (27.2, 50.0)], Tone.SHINE, 1.8, ends=(0, 0)),
        strand([(73.6, 56.0), (74.6, 66.0), (73.8, 76.0)], Tone.SHINE, 1.2, ends=(0, 0)),
    ]  # fmt: skip
    return Hairdo((area(back, Tone.DEEP),), (), (area(right), area(left), *lines), tuple([*right[:2], *right[8:]]))


def bob_fringe() -> Hairdo:
    """A straight line over the brows and another at the jaw."""
    back = both_sides([(50, 22), (66, 26), (74, 42), (76, 62), (76, 78), (72, 84), (50, 85)])
    side: list[Point] = [
        (50.0, 18.8), (61.0, 20.2), (70.4, 27.4), (75.0, 40.0), (76.6, 56.0), (77.4, 78.0), (76.6, 82.6), (76.6, 82.6),
        (68.0, 83.4), (68.0, 83.4), (69.2, 70.0), (69.2, 58.0), (67.6, 47.0), (67.6, 47.0), (60.0, 47.8), (50.0, 48.0),
    ]  # fmt: skip
    lines = _both(
        [
            *strands([(51.4, 22.0), (52.6, 34.0), (52.4, 46.6)], [(59.0, 23.0), (64.6, 34.0), (65.6, 46.0)], 4),
            *strands([(66.0, 28.0), (71.0, 42.0), (71.6, 80.0)], [(70.6, 32.0), (74.4, 48.0), (75.2, 80.0)], 3),
        ]
    )  # fmt: skip
    gloss = [
        strand([(33.0, 34.4), (41.0, 31.0), (50.0, 30.2)], Tone.SHINE, 2.6, ends=(0, 0)),
        strand([(50.0, 30.2), (58.0, 30.8), (64.0, 33.0)], Tone.SHINE, 1.8, ends=(0.4, 0)),
        strand([(26.2, 50.0), (25.6, 60.0), (26.0, 70.0)], Tone.SHINE, 1.6, ends=(0, 0)),
    ]
    front = both_sides(side)
    return Hairdo((area(back, Tone.DEEP),), (), (area(front), *lines, *gloss), tuple(front))


def _long_back(edge: Path) -> Lock:
    """The mass of long hair behind neck and shoulders."""
    return area(both_sides(edge), Tone.DEEP)


def long_straight() -> Hairdo:
    """Long and smooth, parted in the middle."""
    back = _long_back([(50, 21), (64, 24), (73, 36), (76, 56), (77.6, 80), (79, 104), (76, 120), (50, 120)])
    over = area([(66, 60), (71.4, 70), (72.4, 86), (70.4, 104), (70, 120), (80.6, 120), (81, 104), (79, 80), (75, 60)])
    right: list[Point] = [
        (50.0, 20.6), (59.4, 19.4), (68.4, 24.6), (74.0, 35.4), (76.4, 50.0), (77.6, 66.0), (79.0, 84.0), (72.6, 86.0),
        (71.0, 72.0), (70.2, 60.0), (68.6, 49.0), (64.0, 41.4), (56.4, 35.0), (50.8, 28.6), (50.0, 26.4),
    ]  # fmt: skip
    lines = _both(
        strands([(51.2, 24.0), (62.0, 24.6), (73.0, 42.0), (76.0, 84.0)],
                [(51.6, 27.4), (60.0, 36.4), (69.8, 52.0), (73.2, 84.0)], 4)
    )  # fmt: skip
    fall = _both([area([(66, 60), (71.4, 70), (72.4, 86), (70.8, 104), (70.4, 120), (80.6, 120), (81, 104), (79, 80), (75, 60)]),
                  *strands([(77.4, 76.0), (79.2, 96.0), (78.6, 118.0)], [(73.6, 76.0), (74.0, 96.0), (72.8, 118.0)], 3)])  # fmt: skip
    gloss = [
        strand([(46.0, 24.0), (37.0, 27.6), (30.6, 39.0), (28.0, 54.0)], Tone.SHINE, 2.0, ends=(0, 0)),
        strand([(58.0, 25.0), (65.0, 30.0), (69.4, 39.0)], Tone.SHINE, 1.3, ends=(0, 0)),
        strand([(25.4, 66.0), (24.4, 80.0), (24.4, 94.0)], Tone.SHINE, 1.4, ends=(0, 0)),
    ]
    del over
    front = both_sides([(50, 21), *right[6:]])
    return Hairdo((back,), tuple(fall), (area(right), area(mirrored(right)), *lines, *gloss), tuple(front))


def long_fringe() -> Hairdo:
    """Long, with a parted fringe that opens over the brows."""
    back = _long_back([(50, 21), (64, 24), (73, 36), (75.6, 56), (76.6, 80), (77, 104), (74, 120), (50, 120)])
    side: list[Point] = [
        (50.0, 19.0), (60.0, 19.0), (69.0, 24.6), (74.0, 35.4), (76.0, 50.0), (76.8, 66.0), (77.4, 86.0), (71.6, 88.0),
        (70.8, 74.0), (70.4, 62.0), (69.0, 54.0),
    ]  # fmt: skip
    fringe: list[Point] = [(69.0, 54.0), (69.0, 54.0), (66.4, 49.0), (60.6, 46.0), (54.0, 43.0), (50.6, 38.0), (50.0, 36.6)]
    lines = _both(
        [
            *strands([(50.8, 24.0), (54.0, 33.0), (62.0, 42.0), (68.4, 50.0)], [(51.0, 30.0), (52.6, 37.6), (57.0, 42.4), (62.6, 46.0)], 4),
            *strands([(58.0, 23.0), (69.0, 34.0), (73.0, 54.0), (74.8, 86.0)], [(54.0, 24.0), (66.0, 38.0), (70.8, 54.0), (72.8, 86.0)], 2),
        ]
    )  # fmt: skip
    fall = _both([area([(66, 60), (70.8, 70), (71.4, 86), (68.8, 104), (68.4, 120), (79, 120), (79.4, 104), (77.4, 80), (74, 60)]),
                  *strands([(75.8, 76.0), (77.0, 96.0), (76.4, 118.0)], [(72.6, 76.0), (72.6, 96.0), (71.2, 118.0)], 3)])  # fmt: skip
    gloss = [
        strand([(44.4, 24.0), (36.0, 29.0), (30.4, 40.0), (28.0, 54.0)], Tone.SHINE, 2.2, ends=(0, 0)),
        strand([(46.6, 29.6), (43.0, 35.4), (37.4, 40.6)], Tone.SHINE, 1.3, ends=(0, 0)),
        strand([(56.0, 25.4), (63.6, 30.6), (68.4, 40.0)], Tone.SHINE, 1.3, ends=(0, 0)),
    ]
    half = [*side, *fringe]
    front = both_sides(half)
    return Hairdo((back,), tuple(fall), (area(half), area(mirrored(half)), *lines, *gloss), tuple(front))


def long_wavy() -> Hairdo:
    """Long, full and waving, parted on the right."""
    back = _long_back(
        [(50, 20), (65, 23), (75, 36), (79, 50), (77.4, 62), (82, 74), (80, 86), (84.4, 98), (82, 110), (80, 120), (50, 120)]
    )  # fmt: skip
    left: list[Point] = [
        (57.0, 20.0), (46.0, 18.0), (34.4, 21.6), (26.4, 31.0), (22.4, 43.0), (23.2, 53.0), (19.4, 63.0), (21.4, 74.0),
        (17.8, 84.0), (27.0, 90.0), (30.4, 80.0), (27.8, 71.0), (30.8, 61.0), (30.6, 52.0), (34.6, 44.6), (43.0, 39.6),
        (52.0, 34.4), (57.4, 26.6),
    ]  # fmt: skip
    right: list[Point] = [
        (57.0, 20.0), (66.0, 23.0), (73.6, 31.6), (77.4, 43.0), (76.4, 53.0), (80.4, 63.0), (78.6, 74.0), (82.0, 84.0),
        (73.0, 90.0), (69.6, 80.0), (72.0, 71.0), (69.4, 61.0), (69.2, 52.0), (66.6, 44.0), (61.8, 36.6), (57.4, 26.6),
    ]  # fmt: skip
    fall_left: list[Point] = [
        (20.0, 72), (17.4, 84), (20.0, 95), (16.0, 107), (18.0, 120), (30.6, 120), (33.4, 108), (29.2, 97), (32.6, 86), (29.0, 74),
    ]  # fmt: skip
    waves = [
        *strands([(54.0, 23.6), (37.0, 25.0), (26.0, 44.0), (23.0, 64.0), (22.4, 86.0)],
                 [(54.6, 28.6), (43.0, 37.0), (31.4, 46.0), (29.2, 62.0), (27.0, 84.0)], 5),
        *strands([(60.0, 24.0), (71.0, 34.0), (74.6, 52.0), (78.4, 64.0), (78.0, 84.0)],
                 [(59.6, 28.0), (67.0, 42.0), (70.8, 54.0), (72.4, 68.0), (74.0, 84.0)], 4),
        strand([(48.0, 22.4), (36.4, 26.6), (29.0, 37.0), (26.6, 48.0)], Tone.SHINE, 2.2, ends=(0, 0)),
        strand([(47.0, 28.6), (38.4, 33.6), (32.4, 40.6)], Tone.SHINE, 1.2, ends=(0, 0)),
        strand([(24.6, 58.0), (22.8, 66.0), (24.0, 74.0)], Tone.SHINE, 1.5, ends=(0, 0)),
        strand([(65.0, 27.6), (71.0, 35.6), (73.0, 45.0)], Tone.SHINE, 1.2, ends=(0, 0)),
    ]  # fmt: skip
    fall = [
        area(fall_left),
        area(mirrored(fall_left)),
        *_both(strands([(79.0, 76.0), (80.4, 88.0), (78.6, 98.0), (81.4, 118.0)],
                       [(73.0, 76.0), (69.6, 88.0), (72.6, 98.0), (70.6, 116.0)], 4)),
        strand([(22.4, 90.0), (24.2, 98.0), (21.4, 108.0)], Tone.SHINE, 1.4, ends=(0, 0)),
    ]  # fmt: skip
    hairline = [*left[:1], *left[9:], *reversed(right[9:]), (80, 30)]
    return Hairdo((back,), tuple(fall), (area(left), area(right), *waves), tuple([(22, 30), *left[13:], *reversed(right[11:]), (78, 30), (50, 18)]))


def _pulled_back(*, lift: float) -> tuple[list[Point], list[Lock]]:
    """Hair drawn back from the whole forehead: the cap and its lines."""
    cap: list[Point] = [
        (31.6, 58.0), (29.8, 51.0), (29.8, 43.0), (31.6, 34.6 - lift * 0.3), (36.0, 27.0 - lift * 0.7), (42.6, 23.0 - lift),
        (50.0, 21.8 - lift), (57.4, 23.0 - lift), (64.0, 27.0 - lift * 0.7), (68.4, 34.6 - lift * 0.3), (70.2, 43.0),
        (70.2, 51.0), (68.4, 58.0), *HAIRLINE,
    ]  # fmt: skip
    top = 24 - lift
    lines = [
        *strands([(32.6, 46.0), (33.0, 36.0), (45.0, top)], [(50.0, 36.4), (50.2, 30.0), (50.6, top)], 6),
        *strands([(50.0, 36.4), (50.2, 30.0), (50.6, top)], [(67.4, 46.0), (67.0, 36.0), (56.0, top)], 6),
        strand([(36.0, 38.0), (37.6, 31.6), (44.0, 26.0)], Tone.SHINE, 1.5, ends=(0, 0)),
        strand([(42.0, 35.8), (43.0, 30.6), (46.8, 26.2)], Tone.SHINE, 1.1, ends=(0, 0)),
    ]  # fmt: skip
    return cap, lines


def top_bun() -> Hairdo:
    """A big knot on the crown and two loose wisps."""
    cap, lines = _pulled_back(lift=0.6)
    knot = [
        area([(39.4, 17.8), (41.0, 11.6), (47.2, 7.2), (54.6, 7.6), (60.2, 12.0), (61.0, 18.4), (57.0, 23.6), (50.0, 25.4), (43.2, 23.6)]),
        strand([(42.6, 17.4), (46.4, 12.0), (53.0, 11.4), (57.0, 15.8)], Tone.SHINE, 1.5, ends=(0, 0)),
        strand([(42.4, 20.4), (49.0, 15.6), (56.4, 17.6)], Tone.DEEP, 0.8, ends=(0, 0)),
        strand([(47.4, 22.4), (54.0, 20.6), (58.6, 14.4)], Tone.DEEP, 0.8, ends=(0, 0)),
        strand([(43.6, 23.8), (50.0, 22.2), (56.8, 23.8)], Tone.DEEP, 1.4, ends=(0.1, 0.1)),
    ]  # fmt: skip
    wisps = [
        strand([(33.4, 43.0), (31.0, 52.0), (32.0, 62.0), (30.4, 68.0)], Tone.PLAIN, 1.4, ends=(0.9, 0)),
        strand([(66.6, 43.0), (69.2, 52.0), (68.2, 62.0), (69.8, 68.0)], Tone.PLAIN, 1.4, ends=(0.9, 0)),
    ]
    return Hairdo(tuple(knot), (), (area(cap), *lines, *wisps), tuple(cap))


def low_bun() -> Hairdo:
    """Parted in the middle, smooth over the ears, gathered in the neck."""
    knot = [
        area([(64, 72), (72, 68), (79, 73), (80, 81), (74, 87), (66, 86)], Tone.DEEP),
        strand([(68, 73), (74, 72), (77.4, 78)], Tone.PLAIN, 1.5, ends=(0, 0)),
        strand([(68, 79), (73, 77.6), (76.6, 82)], Tone.PLAIN, 1.2, ends=(0, 0)),
    ]
    right: list[Point] = [
        (50.0, 21.6), (58.4, 20.8), (66.0, 25.2), (70.8, 34.0), (72.4, 44.0), (72.2, 54.0), (71.0, 62.0), (69.4, 66.0),
        (69.4, 66.0), (69.6, 57.0), (68.4, 49.6), (65.0, 43.0), (58.6, 37.4), (51.4, 29.4), (50.0, 26.6),
    ]  # fmt: skip
    lines = _both(
        strands([(51.2, 24.4), (60.0, 24.6), (69.0, 38.0), (71.2, 58.0)],
                [(51.6, 28.4), (58.0, 35.0), (66.4, 43.0), (70.2, 60.0)], 4)
    )  # fmt: skip
    gloss = [
        strand([(45.6, 24.6), (38.0, 28.0), (32.6, 37.6)], Tone.SHINE, 1.8, ends=(0, 0)),
        strand([(44.6, 28.6), (38.0, 33.6), (33.4, 41.6)], Tone.SHINE, 1.1, ends=(0, 0)),
        strand([(58.0, 26.0), (64.0, 30.4), (67.6, 37.6)], Tone.SHINE, 1.1, ends=(0, 0)),
    ]
    front = both_sides([(50, 21), *right[8:]])
    return Hairdo(tuple(knot), (), (area(right), area(mirrored(right)), *lines, *gloss), tuple(front))


def ponytail() -> Hairdo:
    """Pulled up high; the tail swings out on one side."""
    cap, lines = _pulled_back(lift=0.4)
    tail: list[Point] = [
        (54.0, 20.0), (61.0, 13.6), (70.0, 14.4), (77.0, 22.0), (80.6, 34.0), (81.4, 48.0), (79.0, 62.0), (80.8, 74.0),
        (76.0, 86.0), (76.0, 86.0), (74.0, 74.0), (69.6, 66.0), (71.0, 52.0), (71.4, 38.0), (67.0, 29.0), (58.0, 25.0),
    ]  # fmt: skip
    flow = [
        *strands([(60.0, 18.0), (72.0, 22.0), (78.4, 44.0), (77.6, 78.0)], [(60.0, 21.6), (69.0, 28.0), (72.6, 46.0), (74.6, 74.0)], 4),
        strand([(64.0, 17.6), (73.0, 23.0), (77.6, 40.0)], Tone.SHINE, 1.6, ends=(0, 0)),
        strand([(55.6, 23.6), (58.6, 20.8), (60.6, 17.0)], Tone.DEEP, 2.2, ends=(0.6, 0.6)),
    ]  # fmt: skip
    wisp = [strand([(33.4, 43.0), (31.2, 51.0), (32.0, 59.0)], Tone.PLAIN, 1.2, ends=(0.9, 0))]
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
            lobes.append(area([
                (middle + way * 0.2, top + 5.6), (middle - way * 0.9, top + 3.0), (middle + way * wide * 0.5, top - 1.2),
                (middle + way * wide, top + 1.6), (middle + way * wide * 0.8, top + 4.6),
            ], Tone.PLAIN))
            lobes.append(strand([
                (middle + way * wide * 0.86, top + 3.6), (middle + way * wide * 0.4, top + 5.2), (middle - way * 0.4, top + 6.0),
            ], Tone.DEEP, 0.8, ends=(0.2, 0.3)))
            if way < 0:
                lobes.append(strand([
                    (middle + way * wide * 0.8, top + 1.4), (middle + way * wide * 0.4, top + 1.8), (middle, top + 3.4),
                ], Tone.SHINE, 0.8, ends=(0, 0)))
        y += 5.2
    back = area([(30, 56), (24, 62), (21.6, 72), (24, 80), (33, 80), (38, 70)], Tone.DEEP)
    return Hairdo((back,), tuple(lobes), base.before, base.hairline)
