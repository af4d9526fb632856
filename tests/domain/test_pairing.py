"""Best pairs first, each once, ties left open."""

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.pairing import best_pairs

scores = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.sampled_from([0.85, 0.9, 0.95, 1.0])
)


def test_the_best_pairs_come_first_and_take_their_two_away() -> None:
    assert best_pairs({(0, 0): 0.9, (0, 1): 0.95, (1, 1): 0.92, (1, 0): 0.86}) == [(0, 1), (1, 0)]


def test_a_tie_is_left_open_and_settled_by_no_lower_score() -> None:
    assert best_pairs({(0, 0): 0.9, (0, 1): 0.9, (1, 0): 0.88, (2, 2): 0.86}) == [(2, 2)]


def test_nothing_pairs_with_nothing() -> None:
    assert best_pairs({}) == []


@given(scores)
def test_nobody_is_paired_twice_nor_with_whom_no_score_is_given(
    scores: dict[tuple[int, int], float],
) -> None:
    pairs = best_pairs(scores)
    assert set(pairs) <= scores.keys()
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)


@given(scores)
def test_left_and_right_are_treated_alike(scores: dict[tuple[int, int], float]) -> None:
    turned = {(right, left): score for (left, right), score in scores.items()}
    assert {(right, left) for left, right in best_pairs(scores)} == set(best_pairs(turned))


@given(scores)
def test_the_best_score_is_paired_unless_it_is_a_tie(scores: dict[tuple[int, int], float]) -> None:
    best = [pair for pair in scores if scores[pair] == max(scores.values())]
    alone = [
        pair
        for pair in best
        if sum(other[0] == pair[0] or other[1] == pair[1] for other in best) == 1
    ]
    assert [pair for pair in best_pairs(scores) if pair in best] == sorted(alone)
