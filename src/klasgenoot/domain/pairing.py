"""Which two go together? Best pairs first, each once, and what ties is left open."""

from collections import Counter
from collections.abc import Mapping
from itertools import groupby


def best_pairs(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Pairs off lefts and rights by falling score.

    Args:
        scores: How well (left, right) go together; pairs that do not are not in it.

    Returns:
        The pairs, the best first. Two pairs of one score that share a left or a right are a tie:
        nobody in it is paired, not with a lower score either.
    """
    pairs: list[tuple[int, int]] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    falling = sorted(scores, key=lambda pair: (-scores[pair], pair))
    for _, equals in groupby(falling, key=scores.__getitem__):
        able = [
            (left, right) for left, right in equals if left not in lefts and right not in rights
        ]
        times_left = Counter(left for left, _ in able)
        times_right = Counter(right for _, right in able)
        pairs += [pair for pair in able if times_left[pair[0]] == times_right[pair[1]] == 1]
        lefts |= times_left.keys()
        rights |= times_right.keys()
    return pairs
