"""What a student is called: the call name outranks the list, and no infix is sorted on."""

import pytest

from builders import student


@pytest.mark.parametrize(
    ("changes", "name", "rest", "full"),
    [
        ({}, "Milan", "van der Berg", "Milan van der Berg"),
        ({"call_name": "Mil"}, "Mil", "van der Berg", "Mil van der Berg"),
        ({"family_name": "", "infix": ""}, "Milan", "", "Milan"),
        ({"given_name": ""}, "Berg", "", "van der Berg"),
    ],
)
def test_a_name_is_what_you_say_and_what_stands_behind_it(
    changes: dict[str, str], name: str, rest: str, full: str
) -> None:
    who = student(1, **changes)
    assert (who.name, who.rest_of_name, who.full_name) == (name, rest, full)


def test_students_are_sorted_on_family_name_then_on_call_name() -> None:
    one, two, three = student(1), student(1, call_name="Anne"), student(0)
    assert sorted([three, one, two], key=lambda who: who.sort_key) == [two, one, three]
