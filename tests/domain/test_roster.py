from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import student
from klasgenoot.domain.columns import Field, Table, guess_columns
from klasgenoot.domain.difference import Difference, difference
from klasgenoot.domain.errors import DoubleNumber, EmptyList, NoNameColumn
from klasgenoot.domain.names import tidy
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.domain.roster import RosterRow, read_roster_rows, rows_from
from klasgenoot.exchange.delimited import read_delimited
from made_files import real_input


def table(header: str, *rows: str) -> Table:
    width = len(header.split("|"))
    return Table(
        header=tuple(header.split("|")),
        rows=tuple((*row.split("|"), *[""] * width)[:width] for row in rows),
        lines=tuple(range(2, 2 + len(rows))),
        source="klas.csv",
    )


def students_in(header: str, *rows: str) -> tuple[RosterRow, ...]:
    found = table(header, *rows)
    return rows_from(found, fields=guess_columns(found.header, found.rows))


def names_in(header: str, *rows: str) -> list[tuple[str, str, str]]:
    return [(row.given_name, row.infix, row.family_name) for row in students_in(header, *rows)]


def known(*students: Student) -> list[Student]:
    numbers = count(1)
    return [replace(each, id=StudentId(next(numbers))) for each in students]


def row(given: str = "Sem", family: str = "Bos", **values: object) -> RosterRow:
    return RosterRow(given_name=given, family_name=family, **values)


@pytest.mark.parametrize(
    "header", ["Voornaamwoorden", "pronouns", "Preferred pronouns", "Persoonlijke voornaamwoorden"]
)
def test_pronouns_come_along_and_what_the_teacher_has_stays(header: str) -> None:
    (found,) = students_in(f"Naam|{header}", "Sem Bos|hen/hun")
    assert found.pronouns == "hen/hun"
    sem, other = student(1, given_name="Sem", family_name="Bos"), "die/diens"
    for before, after in (("", "hen/hun"), (other, other)):
        told = difference(known(replace(sem, infix="", pronouns=before)), [found])
        (match,) = (*told.changed, *told.same)
        assert match.changed_student.pronouns == after


def test_what_a_list_calls_roepnaam_is_the_given_name_where_it_has_no_other() -> None:
    sem, bas = students_in("Voornaam|Roepnaam|Achternaam", "|Sem|Bos", "Sebastiaan|Bas|Vos")
    assert (sem.given_name, sem.call_name) == ("", "Sem")  # who is known may have one already
    assert (bas.given_name, bas.call_name) == ("Sebastiaan", "Bas")
    assert names_in("Roepnaam|Achternaam", "Sem|Bos") == [("Sem", "", "Bos")]


@pytest.mark.parametrize(
    ("said", "call_name"),
    [
        ("Bas", "Bas"),
        ("Bas van der Berg", "Bas"),
        ("bas VAN DER BERG", "bas"),
        ("van der Berg", "van der Berg"),
        ("Sebastiaan", ""),
        ("Sebastiaan van der Berg", ""),
        ("Bas Berg", "Bas Berg"),
        ("", ""),
    ],
)
def test_a_preferred_name_is_a_call_name_without_what_the_others_say(
    said: str, call_name: str
) -> None:
    header = "First name|Last name|Preferred name"
    (found,) = students_in(header, f"Sebastiaan|van der Berg|{said}")
    assert (found.given_name, found.call_name) == ("Sebastiaan", call_name)


def test_every_column_lands_in_its_place() -> None:
    found = students_in(
        "Studentnummer|Voornaam|Roepnaam|Tussenvoegsel|Achternaam|E-mail|Login|Klas",
        "0501|Sebastiaan|Bas|van der|Berg|bas@x.example|bas1|1B",
    )
    assert found == (
        RosterRow(
            given_name="Sebastiaan",
            call_name="Bas",
            infix="van der",
            family_name="Berg",
            student_number="0501",
            email="bas@x.example",
            login="bas1",
            class_name="1B",
            line=2,
        ),
    )
    assert found[0].full_name == "Bas van der Berg"


@pytest.mark.parametrize(
    ("header", "cells", "name"),
    [
        ("Naam", "Berg, Sanne van der", ("Sanne", "van der", "Berg")),
        ("Naam", "Sanne van der Berg", ("Sanne", "van der", "Berg")),
        ("Voornaam|Achternaam", "Sanne|van der Berg", ("Sanne", "van der", "Berg")),
        ("Voornaam|Achternaam", "Sanne|Berg, van der", ("Sanne", "van der", "Berg")),
        ("Voornaam|Tussenvoegsel|Achternaam", "Loïs|'t|Hart", ("Loïs", "'t", "Hart")),
        ("Voornaam|Tussenvoegsel|Achternaam", "Sem|de|de Wit", ("Sem", "de", "Wit")),
        ("Voornaam|Achternaam|Naam", "Sem|Bos|Sem J. Bos", ("Sem", "", "Bos")),
        ("Voornaam|Achternaam|Naam", "||Sem de Wit", ("Sem", "de", "Wit")),
        ("Voornaam|Naam", "Jan|Jansen", ("Jan", "", "Jansen")),
        ("Voornaam|Naam", "Jan|Jan Jansen", ("Jan", "", "Jansen")),
        ("Roepnaam", "Suharto", ("Suharto", "", "")),
    ],
)
def test_names_are_taken_apart(header: str, cells: str, name: tuple[str, str, str]) -> None:
    assert names_in(header, cells) == [name]


@pytest.mark.parametrize(
    ("header", "extra"),
    [
        ("Student|ID", "Points Possible|"),
        ("Student|ID", "Student, Test|99"),
        ("Student|ID", "|Manual Posting"),
        ("Naam|Rol", "Kok, Mia|Docent"),
        ("Naam|role", "Kok, Mia|TEACHER"),
    ],
)
def test_who_is_no_student_is_left_out(header: str, extra: str) -> None:
    assert names_in(header, "Bos, Sem|Student", extra) == [("Sem", "", "Bos")]


def test_a_login_that_is_an_address_serves_as_e_mail() -> None:
    assert students_in("Naam|Username", "Sem Bos|sem@x.example")[0].email == "sem@x.example"
    assert not students_in("Naam|Username", "Sem Bos|sem1")[0].email


def test_a_list_without_names_says_so() -> None:
    with pytest.raises(NoNameColumn):
        students_in("Studentnummer|E-mail", "1|sem@x.example")


def test_a_list_of_teachers_has_no_students() -> None:
    with pytest.raises(EmptyList):
        students_in("Naam|Rol", "Mia Kok|Docent", "|")


def test_two_students_with_one_number_are_named_with_their_rows() -> None:
    with pytest.raises(DoubleNumber) as caught:
        students_in("Naam|Studentnummer", "Sem Bos|0501", "Fay Vos|502", "Lux Kok|501")
    assert (caught.value.number, caught.value.rows) == ("501", (2, 4))


def test_a_student_in_several_groups_is_taken_once() -> None:
    once = students_in("Naam|Nummer|Groep", "Sem Bos|1|A", "Fay Vos|2|A", "Sem Bos|1|B")
    assert [(each.given_name, each.class_name) for each in once] == [("Sem", "A"), ("Fay", "A")]


def test_namesakes_without_number_stay_two_people() -> None:
    assert len(students_in("Naam", "Sem Bos", "Sem Bos")) == 2


def test_a_dash_is_no_number() -> None:
    assert len(students_in("Naam|Nummer", "Sem Bos|-", "Fay Vos|-", "Lux Kok|onbekend")) == 3


def test_the_same_list_again_changes_nothing() -> None:
    existing = known(student(0), student(1, student_number="7"), student(2, email="n@x.example"))
    incoming = [_as_row(each) for each in existing]
    found = difference(existing, incoming)
    assert [match.student for match in found.same] == existing
    assert (found.added, found.changed, found.missing) == ((), (), ())


def test_a_list_adds_changes_and_misses() -> None:
    sem, fay = known(
        Student(id=StudentId(0), given_name="Sem", family_name="Bos", student_number="1"),
        Student(id=StudentId(0), given_name="Fay", family_name="Vos", student_number="2"),
    )
    found = difference([sem, fay], [row("Sem", "Boss", student_number="1"), row("Lux", "Kok")])
    assert [(match.student, match.fields) for match in found.changed] == [(sem, ("family_name",))]
    assert found.changed[0].changed_student.family_name == "Boss"
    assert [each.given_name for each in found.added] == ["Lux"]
    assert found.missing == (fay,)


def test_a_number_is_found_however_a_list_writes_it() -> None:
    (sem,) = known(Student(id=StudentId(0), given_name="Sem", student_number="s500123"))
    found = difference([sem], [row("Samuel", student_number="0500123")])
    assert [match.student for match in found.changed] == [sem]


def test_zeros_alone_are_no_number() -> None:
    rows = [row("Sem", student_number="000"), row("Fay", student_number="000")]
    assert len(difference([], rows).added) == 2


def test_a_number_outranks_an_e_mail_and_an_e_mail_a_name() -> None:
    by_name, by_email, by_number = known(
        Student(id=StudentId(0), given_name="Sem", family_name="Bos"),
        Student(id=StudentId(0), given_name="A", email="SEM@x.example"),
        Student(id=StudentId(0), given_name="B", student_number="0012"),
    )
    signs = {"student_number": "12", "email": "sem@x.example"}
    rows = [row(), row(email="sem@x.example"), row(**signs)]
    found = difference([by_name, by_email, by_number], rows)
    assert [match.student for match in found.changed + found.same] == [by_email, by_number, by_name]


def test_namesakes_with_other_numbers_stay_two_people() -> None:
    emma, sem = known(
        Student(id=StudentId(0), given_name="Emma", family_name="Vos", student_number="1"),
        Student(id=StudentId(0), given_name="Sem", family_name="Bos", student_number="2"),
    )
    rows = [row("Emma", "Vos", student_number="3"), row(student_number="2")]
    found = difference([emma, sem], rows)
    assert [each.student_number for each in found.added] == ["3"]
    assert found.missing == (emma,)


def test_a_list_that_numbers_everybody_anew_still_finds_them_by_name() -> None:
    (emma,) = known(
        Student(id=StudentId(0), given_name="Emma", family_name="Vos", student_number="1")
    )
    found = difference([emma], [row("Emma", "Vos", student_number="s900")])
    assert [match.fields for match in found.changed] == [("student_number",)]


def test_what_the_teacher_calls_someone_outranks_the_list() -> None:
    (bas,) = known(
        Student(id=StudentId(0), given_name="Sebastiaan", call_name="Bas", family_name="Bos")
    )
    assert difference([bas], [row("Sebastiaan", call_name="Seb")]).same
    assert difference([bas], [row("Bas")]).changed[0].student == bas


def test_what_a_list_leaves_open_stays() -> None:
    (sem,) = known(
        Student(id=StudentId(0), given_name="Sem", family_name="Bos", email="sem@x.example")
    )
    assert difference([sem], [row()]).same[0].changed_student == sem


NAMES = st.sampled_from(["Sem", "Fay", "Sanne", "Zoë"])
NUMBERS = st.sampled_from(["", "1", "01", "2", "s3"])
EMAILS = st.sampled_from(["", "a@x.example", "A@x.example", "b@x.example"])
ROWS = st.lists(
    st.builds(
        RosterRow,
        given_name=NAMES,
        family_name=NAMES,
        student_number=NUMBERS,
        email=EMAILS,
    ),
    max_size=8,
)


@given(ROWS, ROWS)
def test_every_row_and_every_student_stands_in_a_difference_once(
    before: list[RosterRow], after: list[RosterRow]
) -> None:
    existing = known(*(_as_student(each) for each in before))
    found = difference(existing, after)
    matches = found.changed + found.same
    assert sorted(map(repr, [*found.added, *(match.row for match in matches)])) == sorted(
        map(repr, after)
    )
    assert sorted([*found.missing, *(match.student for match in matches)], key=_id) == existing


@given(ROWS)
def test_after_importing_a_list_the_same_list_is_the_same(rows: list[RosterRow]) -> None:
    found: Difference = difference(known(*(_as_student(each) for each in rows)), rows)
    assert not found.added
    assert not found.missing


NAMED = st.text("Aaëvan dr.-’12", max_size=9).map(tidy)
OWN_FIELDS = ("given_name", "infix", "family_name", "call_name", "student_number", "email")
OWN = st.tuples(
    NAMED.map(lambda name: name or "Bo"),
    *[NAMED] * (len(OWN_FIELDS) - 1),
    st.sampled_from(["1A", "1B", "1A, 1B", "1A en 1B"]),
)


@given(st.lists(st.tuples(OWN, st.integers(1, 3)), min_size=1, max_size=6))
def test_of_what_a_klasgenoot_gave_out_nothing_is_read_otherwise(
    those: list[tuple[tuple[str, ...], int]],
) -> None:
    people = {line: cells[:-1] for cells, line in reversed(those)}
    lines = tuple(line for _, line in those)
    found = read_roster_rows(
        Table(
            header=(*OWN_FIELDS, "class"),
            rows=tuple((*people[line], cells[-1]) for cells, line in those),
            lines=lines,
            source="alles.json",
            remarks=(Remark(RemarkKind.EVERYTHING, 1),),
        ),
        fields=[*map(Field, OWN_FIELDS), Field.CLASS],
    )
    told = [tuple(getattr(row, name) for name in OWN_FIELDS) for row in found.rows]
    assert told == [people[line] for line in dict.fromkeys(lines)]
    inside = {name: {found.rows[at].line for at in members} for name, members in found.members}
    assert inside == {
        cells[-1]: {line for other, line in those if other[-1] == cells[-1]} for cells, _ in those
    }


def test_real_people_are_read_with_their_call_names() -> None:
    data = real_input("people.csv").read_bytes()
    people = read_delimited(data, source="people.csv")
    rows = rows_from(people, fields=guess_columns(people.header, people.rows))
    assert len(rows) == 56
    assert {each.student_number for each in rows} == {
        path.stem for path in real_input("portraits").glob("*.jpg")
    }
    charles = next(each for each in rows if each.student_number == "F000459")
    assert (charles.given_name, charles.call_name, charles.family_name) == (
        "Charles",
        "Chuck",
        "Fleischmann",
    )


def _id(each: Student) -> StudentId:
    return each.id


def _as_row(each: Student) -> RosterRow:
    return RosterRow(
        given_name=each.given_name,
        infix=each.infix,
        family_name=each.family_name,
        student_number=each.student_number,
        email=each.email,
    )


def _as_student(each: RosterRow) -> Student:
    return Student(
        id=StudentId(0),
        given_name=each.given_name,
        family_name=each.family_name,
        student_number=each.student_number,
        email=each.email,
    )
