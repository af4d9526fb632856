"""Who stands in the list of each system: the same two students, however it is written.

The headers of the files in tests/data/lists/systems are those of the systems' own documentation and
samples; where none is public (Magister, Somtoday, OSIRIS, Brightspace groups, Google Classroom), as
others describe them. The people are not real.
"""

import pytest

from klasgenoot.domain.columns import NAME_FIELDS, Field, guess_columns
from klasgenoot.domain.roster import RosterRow, read_roster_rows
from klasgenoot.exchange.lists import read_list
from made_files import GOLDEN

LISTS = {path.stem: path.read_bytes() for path in sorted(GOLDEN.glob("systems/*.csv"))}
SANNE, SEM = ("Sanne", "van der", "Berg"), ("Sem", "", "Bos")
WITHOUT_NUMBER = {
    *("brightspace-attendance", "classroom", "socialschools", "teams", "canvas-nosis"),
    *("teams-attendance", "google-contacts"),
}
ONE_STUDENT = {"brightspace-standard", "canvas-manual", "canvas-lastfirst", "teams"}


def rows(name: str, *, only: str = "") -> tuple[RosterRow, ...]:
    table = read_list(LISTS[name], source=name)
    fields = guess_columns(table.header, table.rows)
    return read_roster_rows(table, fields=fields, only={only} - {""}).rows


def left_out(name: str) -> int:
    table = read_list(LISTS[name], source=name)
    return read_roster_rows(table, fields=guess_columns(table.header, table.rows)).left_out


@pytest.mark.parametrize("name", LISTS)
def test_names_are_taken_apart_alike(name: str) -> None:
    found = [(row.call_name or row.given_name, row.infix, row.family_name) for row in rows(name)]
    assert set(found) <= {SANNE, SEM, ("Fay", "", "Vos")}
    assert len(found) == (1 if name in ONE_STUDENT else 3 if name == "zermelo" else 2)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_that_has_numbers_gives_them_as_they_are(name: str) -> None:
    numbers = [row.student_number for row in rows(name)]
    if name in WITHOUT_NUMBER:
        assert set(numbers) == {""}
    else:
        assert all(number.lstrip("0").isdigit() for number in numbers)
        assert all(len(number) >= 5 for number in numbers)


def test_leading_zeros_stay() -> None:
    assert [row.student_number for row in rows("osiris")] == ["0123456", "0123457"]


def test_in_canvas_the_number_is_that_of_the_school_and_never_its_own() -> None:
    for name in ("canvas-gradebook", "canvas-roster", "canvas-lastfirst"):
        assert rows(name)[0].student_number == "500123"
    assert [row.student_number for row in rows("canvas-nosis")] == ["", ""]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("brightspace-standard", 1),
        ("canvas-gradebook", 1),
        ("canvas-lastfirst", 1),
        ("canvas-people", 2),
        ("moodle-participants", 1),
        ("brightspace-classlist", 1),
        ("blackboard-preview", 1),
        ("teams-attendance", 1),
        ("magister-per-klas", 0),
        ("magister", 0),
        ("classroom", 0),
    ],
)
def test_staff_and_test_students_are_counted_and_points_are_not(name: str, count: int) -> None:
    assert left_out(name) == count


def test_groups_are_kept_apart_and_a_student_may_be_in_two() -> None:
    table = read_list(LISTS["brightspace-groups"], source="x")
    fields = guess_columns(table.header, table.rows)
    told = read_roster_rows(table, fields=fields)
    assert told.classes == (("Groep 1", 1), ("Groep 2", 1), ("WG-A", 1))
    assert [row.full_name for row in rows("brightspace-groups", only="WG-A")] == [
        "Sanne van der Berg"
    ]
    assert len(rows("brightspace-groups")) == 2


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("canvas-gradebook", (("1A", 2), ("1B", 1))),
        ("moodle-en", (("A", 2), ("B", 1))),
        ("magister-per-klas", (("V5a", 1), ("V5b", 1))),
    ],
)
def test_several_classes_stand_in_one_cell_or_above_each_part(
    name: str, classes: tuple[tuple[str, int], ...]
) -> None:
    table = read_list(LISTS[name], source="x")
    fields = guess_columns(table.header, table.rows)
    assert read_roster_rows(table, fields=fields).classes == classes


def test_a_class_with_a_comma_in_its_name_stays_whole() -> None:
    text = 'Naam;Klas\nSem Bos;"Taal, Rekenen"\nFay Vos;"Taal, Rekenen"\n'
    table = read_list(text.encode(), source="x")
    told = read_roster_rows(table, fields=guess_columns(table.header, table.rows))
    assert told.classes == (("Taal, Rekenen", 2),)


def test_what_stands_beside_a_name_lands_where_it_belongs() -> None:
    sanne, _ = rows("canvas-people")
    assert (sanne.full_name, sanne.pronouns) == ("Sanne van der Berg", "She/Her")
    sanne, sem = rows("osiris-docent")
    assert (sanne.given_name, sanne.call_name, sem.given_name) == ("S.M.", "Sanne", "S.")
    assert [row.student_number for row in rows("whole-with-number")] == ["500123", "500124"]


def test_a_class_that_is_not_there_takes_everybody() -> None:
    assert len(rows("magister", only="nergens")) == 2


@pytest.mark.parametrize("name", LISTS)
def test_no_column_is_guessed_to_be_a_name_that_is_none(name: str) -> None:
    table = read_list(LISTS[name], source=name)
    fields = guess_columns(table.header, table.rows)
    unmeant = {"opleiding", "institution", "department", "mobielnummer"}
    for header, field in zip(table.header, fields, strict=False):
        if "".join(header.casefold().split()) in unmeant:
            assert field is Field.SKIP
    assert NAME_FIELDS.intersection(fields)


PASSWORDS = ("geheim", "01-02-2009", "2026-11-01")


@pytest.mark.parametrize("name", LISTS)
def test_birth_dates_and_passwords_of_systems_stay_behind(name: str) -> None:
    table = read_list(LISTS[name], source=name)
    assert not [cell for row in table.rows for cell in row if cell in PASSWORDS]
