"""Are the right names offered, in the right place, and do they mean whom they were offered for?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.completion import Completion, complete
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.quicklog import read_log

TODAY = date(2025, 11, 19)
NAMES = (
    ("Sanne", "van der", "Meulen"),
    ("Milan", "", "Berg"),
    ("Yağmur", "", "Demir"),
    ("Yasmin", "el", "Amrani"),
    ("Emma", "", "Visser"),
    ("Emma", "van", "Dijk"),
    ("Noor", "", "Aydın"),
    ("Noortje", "", "Yalçın"),
)
STUDENTS = tuple(
    Student(id=StudentId(number), given_name=given_name, infix=infix, family_name=family)
    for number, (given_name, infix, family) in enumerate(NAMES, 1)
)


def offered(text: str, **changes: object) -> tuple[str, list[str]] | None:
    """What would be replaced, and by what, for a text with the cursor at "|"."""
    cursor = text.index("|")
    plain = text.replace("|", "")
    completion = complete(plain, **({"cursor": cursor, "students": STUDENTS} | changes))
    return completion and (
        plain[completion.start : completion.end],
        [candidate.text for candidate in completion.candidates],
    )


@pytest.mark.parametrize(
    ("text", "token", "names"),
    [
        ("ya|", "ya", ["Yağmur", "Yasmin", "Noortje"]),
        ("gisteren yas|", "yas", ["Yasmin"]),
        ("Milan,sa|", "sa", ["Sanne"]),
        ("Milan en sa|", "sa", ["Sanne"]),
        ("Milan sa|", "sa", ["Sanne"]),
        ("Milan: stage; sa|", "sa", ["Sanne"]),
        ("Milan: stage\nsa|", "sa", ["Sanne"]),
        ("*-mi|", "mi", ["Milan"]),
        ("*-Noor -mi|", "mi", ["Milan"]),
        ("klas behalve mi|", "mi", ["Milan"]),
        ("klas behalve Noor en mi|", "mi", ["Milan"]),
        ("mi|, Sanne: stage", "mi", ["Milan"]),
        ("mi|l: stage", "mil", ["Milan"]),
        ("em|", "em", ["Emma V", "Emma D"]),
        ("Emma|", "Emma", ["Emma V", "Emma D"]),
        ("Emma va|", "Emma va", ["Emma D"]),
        ("Noor|", "Noor", ["Noor", "Noortje"]),
        ("meul|", "meul", ["Sanne"]),
        ("van d|", "van d", ["Sanne", "Emma D"]),
        ("Milan, Sanne: stage / sa|", "sa", ["Sanne"]),
    ],
)
def test_a_name_is_offered_where_one_may_stand(text, token, names):
    assert offered(text) == (token, names)


@pytest.mark.parametrize(
    "text",
    [
        "|",
        "Milan: sa|",
        "Milan: stage / Sanne: sa|",
        "Milan terug sa|",
        "Milan > sa|",
        "Milan #sa|",
        "@sa|",
        "sa |",
        "s|",
        "Sanne|",
        "yagmur|",
        "Emma V|",
        "Milan en|",
        "Milan mail|",
        '"sa|"',
        "xyz|",
    ],
)
def test_nothing_is_offered_elsewhere(text):
    assert offered(text) is None


def test_who_comes_first_is_offered_first():
    assert offered("ya|", first=[StudentId(8), StudentId(4)]) == (
        "ya",
        ["Yasmin", "Noortje", "Yağmur"],
    )
    assert offered("em|", first=[StudentId(6), StudentId(5)]) == ("em", ["Emma D", "Emma V"])


def test_an_initial_that_does_not_tell_apart_makes_way_for_the_full_name():
    more = (*STUDENTS, Student(id=StudentId(9), given_name="Emma", family_name="Vos"))
    assert offered("em|", students=more) == ("em", ["Emma Visser", "Emma D", "Emma Vos"])


GIVEN = st.sampled_from(("Jan", "Jan Willem", "Jan-Willem", "Noor", "Noortje", "Emma", "Zoë", "Ło"))
INFIX = st.sampled_from(("", "van", "van der", "'t", "el"))
FAMILY = st.sampled_from(("Visser", "Vos", "Mulder", "Mul", "Ten", "Willems", "Öz", "Gök"))
CLASSES = st.lists(
    st.tuples(GIVEN, INFIX, FAMILY),
    min_size=1,
    max_size=8,
    unique_by=lambda parts: fold("".join(parts)),
).map(
    lambda names: [
        Student(id=StudentId(number), given_name=given_name, infix=infix, family_name=family)
        for number, (given_name, infix, family) in enumerate(names)
    ]
)


@given(CLASSES, st.sampled_from(("", "gisteren ", "Xx, ", "*-")), st.data())
def test_a_chosen_name_means_whom_it_was_offered_for(students, before, data):
    one = data.draw(st.sampled_from(students))
    typed = before + one.name[:2]
    completion = complete(typed, cursor=len(typed), students=students)
    assert isinstance(completion, Completion) or typed.endswith(one.name)
    for candidate in completion.candidates if completion else ():
        text = typed[: completion.start] + candidate.text + typed[completion.end :]
        (line,) = read_log(text, students=students, today=TODAY).lines
        wanted = {candidate.student_id}
        if before == "*-":
            wanted = {student.id for student in students} - wanted
        assert (set(line.entry.student_ids) if line.entry else set()) == wanted


@given(st.text(alphabet='SanEm V,:;/*-#@"> \n\0', max_size=20), st.data())
def test_what_is_offered_lies_around_the_cursor(text, data):
    cursor = data.draw(st.integers(0, len(text)))
    completion = complete(text, cursor=cursor, students=STUDENTS)
    if completion:
        assert 0 <= completion.start < cursor <= completion.end <= len(text)
        assert completion.candidates
