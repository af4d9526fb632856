"""Targets: what a teacher can keep up, and whose own counts."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.attention import Reason, Records, unseen
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.targets import (
    LONGEST,
    SHORTEST,
    Target,
    TargetFrom,
    flagged_days,
    is_cared_for,
    is_only_care,
    newcomers,
    proposed,
    talks_needed,
    targets,
    there_since,
)

START = date(2026, 9, 1)
A, B, C, D = (StudentId(n) for n in range(1, 5))


def test_a_target_is_what_so_many_talks_can_keep_up():
    assert proposed(28, own=(), talks=6).days == 33
    assert proposed(60, own=(), talks=12).days == 35
    with_own = proposed(28, own=(14, 14), talks=6)
    assert (with_own.days, with_own.needed, with_own.fits) == (37, 6, True)


def test_a_bound_that_bites_says_what_it_costs():
    many = proposed(120, own=(), talks=6)
    assert (many.days, many.needed, many.talks, many.fits) == (LONGEST, 15, 6, False)
    few = proposed(5, own=(), talks=10)
    assert (few.days, few.needed, few.fits) == (SHORTEST, 5, True)


def test_targets_of_their_own_that_take_all_there_is_do_not_fit():
    none_left = proposed(28, own=(7, 7, 7), talks=3)
    assert (none_left.days, none_left.fits) == (LONGEST, False)
    assert proposed(3, own=(7, 7, 7), talks=3).fits


def test_the_target_in_use_says_what_it_takes():
    assert talks_needed(28, own=(), class_days=21) == 10
    assert talks_needed(28, own=(7,), class_days=21) == 10
    assert talks_needed(0, own=(), class_days=21) == 0


def test_an_own_target_counts_before_a_flag_and_a_flag_before_the_class():
    found = targets((A, B, C, D), class_days=21, own={A: 40}, cared_for={A, B}, newcomers={A, B, C})
    assert found == {
        A: Target(40, TargetFrom.OWN),
        B: Target(7, TargetFrom.CARE),
        C: Target(7, TargetFrom.NEW),
        D: Target(21),
    }


def test_a_flag_never_lets_somebody_wait_longer():
    assert targets((A,), class_days=5, own={}, cared_for={A})[A].days == 5


def test_a_flag_is_a_third_of_the_class_and_between_one_and_two_weeks():
    assert [flagged_days(days) for days in (5, 14, 21, 33, 56)] == [5, 7, 7, 11, 15]


def test_who_has_a_flag_takes_up_more_of_the_talks():
    plan = proposed(28, own=(), talks=6, flagged=3)
    assert (plan.days, plan.fits) == (40, True)
    assert talks_needed(28, own=(), class_days=21, flagged=3) == 12


def test_a_care_tag_counts_for_three_contacts_in_either_language():
    assert is_cared_for([("stage",), (), ("zorg",)])
    assert is_cared_for([("Care",)])
    assert not is_cared_for([("stage",), (), (), ("zorg",)])
    assert not is_cared_for([])


def test_only_care_takes_three_contacts():
    assert is_only_care([("zorg",), ("care", "stage"), ("zorg",), ()])
    assert not is_only_care([("zorg",), ("zorg",)])
    assert not is_only_care([("zorg",), ("zorg",), ("top",)])


def test_who_came_along_with_most_counts_from_the_first_lesson():
    taken_in = date(2026, 10, 1)
    late = date(2026, 10, 12)
    joined = {A: taken_in, B: taken_in, C: taken_in, D: late}
    assert there_since(joined, first_lesson=START) == {A: START, B: START, C: START, D: late}
    assert newcomers(joined, first_lesson=START, today=date(2026, 10, 20)) == {D}
    assert newcomers(joined, first_lesson=START, today=date(2026, 11, 9)) == frozenset()
    assert there_since(joined, first_lesson=None)[A] == taken_in
    assert newcomers({}, first_lesson=None, today=START) == frozenset()


def test_a_class_before_its_first_lesson_has_nobody_new():
    joined = {A: date(2026, 8, 1), B: date(2026, 8, 20)}
    assert newcomers(joined, first_lesson=START, today=date(2026, 8, 25)) == frozenset()


own = st.lists(st.integers(SHORTEST, 90), max_size=6)


@given(st.integers(0, 200), own, st.integers(1, 40))
def test_a_proposal_fits_whenever_anything_between_the_bounds_does(students, own, talks):
    found = proposed(max(students, len(own)), own=own, talks=talks)
    assert SHORTEST <= found.days <= LONGEST
    assert found.needed == talks_needed(max(students, len(own)), own=own, class_days=found.days)
    if talks_needed(max(students, len(own)), own=own, class_days=LONGEST) <= talks:
        assert found.fits
        shorter = talks_needed(max(students, len(own)), own=own, class_days=found.days - 1)
        assert found.days == SHORTEST or shorter > talks


@given(
    st.integers(1, 45),
    st.integers(1, 10),
    st.lists(st.sampled_from((7, 14, 21)), max_size=3),
    st.integers(0, 6),
)
def test_nobody_is_due_for_ever_when_the_target_fits(students, talks, own, weekday):
    """Every week the first of the list get their talk; then each is on schedule again and again."""
    own = own[:students]
    plan = proposed(students, own=own, talks=talks)
    if not plan.fits:
        return
    everyone = [StudentId(n) for n in range(1, students + 1)]
    aims = {who: Target(days, TargetFrom.OWN) for who, days in zip(everyone, own, strict=False)}
    last_seen: dict[StudentId, date] = {}
    red = dict.fromkeys(everyone, 0)
    weeks = 30
    for week in range(weeks):
        today = START + timedelta(weeks=week, days=weekday)
        records = Records(last_seen=last_seen, since=START, targets=aims)
        found = unseen(everyone, records, today=today, target_days=plan.days)
        for turn in found[:talks]:
            last_seen[turn.student_id] = today
        still = {turn.student_id for turn in found[talks:] if turn.reason is not Reason.ON_SCHEDULE}
        red = {who: red[who] + 1 if who in still else 0 for who in everyone}
    assert max(red.values()) <= plan.days // 7 + 2
