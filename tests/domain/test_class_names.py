"""Whose a written name is, or is near: looking it up finds whom trying all of them would find."""

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.accepted_names import accepted_names
from klasgenoot.domain.class_names import ClassNames
from klasgenoot.domain.names import fold, split_whole_name
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.spelling import distance

WHOLE_NAMES = """
Tim Bos, Tom van der Berg, Thijs Jansen-de Vries, Sanne Thomas, Anne-Fleur Bakker, Łukasz Wójcik,
Fatima-Zahra el Amrani, Kwame Asante-Mensah, Xaviera Tjon-A-Fat, Maaike IJsbrandy, Emma Vos
"""
parts = st.text(alphabet="aeijchkpfvstzdnm -", max_size=12)
students = st.builds(
    Student,
    id=st.just(StudentId(0)),
    given_name=parts,
    infix=st.sampled_from(["", "van der", "de", "el"]),
    family_name=parts,
    aliases=st.tuples(parts) | st.just(()),
)


def names_of(*whole_names: str) -> ClassNames:
    """The names of students with these whole names; their ids are their places."""
    split = [split_whole_name(name) for name in whole_names]
    return ClassNames(
        accepted_names(Student(id=StudentId(n), given_name=given, infix=infix, family_name=family))
        for n, (given, infix, family) in enumerate(split)
    )


CLASS = names_of(*(name.strip() for name in WHOLE_NAMES.split(",")))


def test_a_written_name_is_known_with_everybody_whose_it_is() -> None:
    emmas = names_of("Emma Vos", "Tim Vos", "Emma van der Berg")
    assert [names.student_id for names in emmas.written("vos")] == [0, 1]
    assert [names.student_id for names in emmas.called("emma")] == [0, 2]
    assert not list(emmas.called("vos"))
    assert not list(emmas.written("emm"))


def test_a_surname_is_known_by_its_first_letters_and_an_infix_tells_nothing() -> None:
    names = names_of("Emma Vos", "Tim Visser", "Emma van der Berg", "Sanne Vosmaer")
    assert {one.student_id for one in names.surnamed("vos")} == {0, 3}
    assert {one.student_id for one in names.surnamed("v")} == {0, 1, 3}
    assert {one.student_id for one in names.surnamed("vanderb")} == {2}
    assert {one.student_id for one in names.surnamed("b")} == {2}
    assert not list(names.surnamed("vosm" + "z"))


def test_those_of_a_class_stand_in_its_order_and_once() -> None:
    three = [CLASS[StudentId(n)] for n in (5, 2, 5, 0)]
    assert [names.student_id for names in CLASS.in_order(three)] == [0, 2, 5]


def test_most_names_are_left_out_without_a_look() -> None:
    all_of_them = {folded for names in CLASS.values() for folded in names.written}
    assert len(set(CLASS.maybe_near("thys", limit=1))) < len(all_of_them) / 10


@given(st.lists(students, max_size=5), parts, st.sampled_from([0.0, 0.5, 1.0, 1.75, 2.0, 2.75]))
def test_no_name_within_the_limit_is_overlooked(
    people: list[Student], typed: str, limit: float
) -> None:
    names = ClassNames(map(accepted_names, people))
    folded = fold(typed)
    found = set(names.maybe_near(folded, limit=limit))
    everything = {written for those in names.values() for written in those.written}
    assert {one for one in everything if distance(folded, name=one) <= limit} <= found
    assert found <= everything
