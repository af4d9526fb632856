"""What a list of several classes would mean, each taken in by itself."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY
from imports import called, full_names, names_in, read, rows
from klasgenoot.domain.columns import Field, Table
from klasgenoot.domain.errors import EmptyList, Missing
from klasgenoot.domain.roster import read_roster_rows
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.import_class import Arrival, IntoClass, import_classes, student_of
from klasgenoot.operations.proposing import Proposal, arrivals_of
from klasgenoot.operations.proposing_classes import into_classes, propose_classes
from klasgenoot.operations.reading import columns_of
from klasgenoot.store import school_classes, students
from made_files import folder

BOTH = frozenset({"1A", "1B"})


def proposal(desk: Desk, path: Path, *lines: str, header: str = "Naam;Klas") -> Proposal:
    found = read(folder(path, {"lijst.csv": rows(*lines, header=header)}))
    assert found.table
    fields = columns_of(desk.vault, found.table)
    return propose_classes(desk.vault, found, fields=fields, only=BOTH)


def taken_in(desk: Desk, path: Path, *lines: str, header: str = "Naam;Klas") -> Proposal:
    """The same list, taken in as it is proposed."""
    proposed = proposal(desk, path, *lines, header=header)
    found = read(path)
    desk.do(
        import_classes,
        arrivals=arrivals_of(proposed, found),
        into=into_classes(proposed, leaving={}),
        joined=TODAY,
    )
    return proposed


def test_namesakes_of_two_classes_stay_two_people_each_in_their_own(
    desk: Desk, tmp_path: Path
) -> None:
    taken_in(desk, tmp_path / "one", "Emma Bos;1A", "Emma Bos;1B")
    before = {each.id for each in students.all_students(desk.vault)}
    assert len(before) == 2
    seen = taken_in(desk, tmp_path / "two", "Emma Bos;1B", "Emma Bos;1A", "Noor Vos;1A")
    assert [row.full_name for row in seen.difference.added] == ["Noor Vos"]
    assert len(students.all_students(desk.vault)) == 3
    by_name = {known.name: known.id for known in school_classes.all_classes(desk.vault)}
    for same, one in zip(seen.difference.same, ("1B", "1A"), strict=True):
        inside = students.all_students(desk.vault, class_id=by_name[one])
        assert same.student in inside


def test_who_is_in_two_classes_is_one_student(desk: Desk, tmp_path: Path) -> None:
    lines = ("7;Emma Bos;1A", "7;Emma Bos;1B", "8;Sem Kok;1A and 1B")
    seen = taken_in(desk, tmp_path / "one", *lines, header="Nummer;Naam;Klas")
    assert len(seen.rows) == 2
    assert names_in(desk, "1A") == names_in(desk, "1B") == ["Emma Bos", "Sem Kok"]


def test_classes_called_alike_but_for_capitals_are_one(desk: Desk, tmp_path: Path) -> None:
    found = read(
        folder(tmp_path / "in", {"lijst.csv": rows("Bo Dam;1a", "Jo Kok;1A", header="Naam;Klas")})
    )
    assert found.table
    fields = columns_of(desk.vault, found.table)
    seen = propose_classes(desk.vault, found, fields=fields, only={"1a", "1A"})
    (one,) = seen.each
    assert (one.name, len(one.members)) == ("1a", 2)


def test_missing_is_said_of_the_class_they_are_in(desk: Desk, tmp_path: Path) -> None:
    taken_in(desk, tmp_path / "one", "Emma Bos;1A", "Sem Kok;1A", "Noor Vos;1B")
    seen = proposal(desk, tmp_path / "two", "Emma Bos;1A", "Lux Dam;1B")
    assert {one.name: full_names(one.missing) for one in seen.each} == {
        "1A": ["Sem Kok"],
        "1B": ["Noor Vos"],
    }


def test_who_leaves_one_class_for_another_keeps_what_is_known(desk: Desk, tmp_path: Path) -> None:
    header = "Nummer;Naam;Klas"
    taken_in(desk, tmp_path / "one", "7;Emma Bos;1A", "8;Sem Kok;1A", "9;Bo Vos;1B", header=header)
    emma = called(desk, "Emma").id
    seen = proposal(
        desk, tmp_path / "two", "8;Sem Kok;1A", "9;Bo Vos;1B", "7;Emma Bos;1B", header=header
    )
    (old,) = (one.class_id for one in seen.each if one.name == "1A")
    assert old is not None
    arrivals = arrivals_of(seen, read(tmp_path / "two"))
    into = into_classes(seen, leaving={old: [emma]})
    desk.do(import_classes, arrivals=arrivals, into=into, joined=TODAY)
    assert names_in(desk, "1A") == ["Sem Kok"]
    assert called(desk, "Emma").id == emma


def test_nothing_of_several_classes_stays_when_one_cannot_be(desk: Desk) -> None:
    table = Table(("Naam",), (("Sem Bos",),), (2,), "x")
    (row,) = read_roster_rows(table, fields=(Field.WHOLE_NAME,)).rows
    arrivals = [Arrival(student=student_of(row))]
    for wrong, trouble in (
        (IntoClass(members=(0,), class_name=" "), Missing),
        (IntoClass(members=(), class_name="1B"), EmptyList),
    ):
        into = [IntoClass(members=(0,), class_name="1A"), wrong]
        with pytest.raises(trouble):
            desk.do(import_classes, arrivals=arrivals, into=into, joined=TODAY)
        assert school_classes.all_classes(desk.vault) == ()
        assert students.all_students(desk.vault) == ()
    with pytest.raises(EmptyList):
        desk.do(import_classes, arrivals=[], into=[], joined=TODAY)


@given(
    st.lists(st.tuples(st.integers(1, 6), st.sampled_from(["1A", "1B", "1C", ""])), min_size=1),
    st.sets(st.sampled_from(["1A", "1B", "1C"])),
)
def test_the_members_of_the_classes_are_who_stands_in_them(
    lines: list[tuple[int, str]], only: set[str]
) -> None:
    cells = tuple((str(number), f"Sem Bos{'abcdefg'[number]}", where) for number, where in lines)
    table = Table(("Nummer", "Naam", "Klas"), cells, tuple(range(2, len(cells) + 2)), "x")
    fields = (Field.STUDENT_NUMBER, Field.WHOLE_NAME, Field.CLASS)
    told = read_roster_rows(table, fields=fields, only=only)
    there = {where for _, where in lines} - {""}
    taken = only & there or there
    assert {
        name: {told.rows[place].student_number for place in places} for name, places in told.members
    } == {one: {str(number) for number, where in lines if where == one} for one in taken}
    numbers = [row.student_number for row in told.rows]
    assert len(numbers) == len(set(numbers))
    assert told.without_class == len({n for n, _ in lines} - {n for n, where in lines if where})
