"""A name that a teacher mends while looking a list over."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.columns import Table, guess_columns
from klasgenoot.domain.difference import difference
from klasgenoot.domain.matching import How, Match
from klasgenoot.domain.mending import MendedName, mended_rows, name_of, still_paired
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.roster import RosterRow, read_roster_rows

WORDS = st.text("Aaëb ’-", max_size=8)
NAMES = st.builds(
    MendedName, given_name=WORDS, infix=WORDS, family_name=WORDS, call_name=WORDS
).map(lambda name: name.tidied)
LISTS = st.lists(
    st.builds(RosterRow, given_name=WORDS, family_name=WORDS, line=st.integers(1, 3)), max_size=6
).map(lambda rows: tuple(replace(row, place=place) for place, row in enumerate(rows, 1)))


def _row(given: str, family: str, *, place: int = 1, **values: str) -> RosterRow:
    return RosterRow(given_name=given, family_name=family, place=place, **values)


def _mended(row: RosterRow, **name: str) -> RosterRow:
    (found,) = mended_rows([row], {row.mark: replace(name_of(row), **name)})
    return found


@given(LISTS, st.dictionaries(st.integers(1, 6), NAMES), st.dictionaries(st.integers(1, 6), NAMES))
def test_each_is_called_as_said_last_and_the_list_is_not_forgotten(
    rows: tuple[RosterRow, ...], first: dict[int, MendedName], names: dict[int, MendedName]
) -> None:
    found = mended_rows(mended_rows(rows, first), names)
    assert tuple(row.listed for row in found) == rows
    assert [row.mark for row in found] == [row.mark for row in rows]
    for row in found:
        said = names.get(row.place) or first.get(row.place) or name_of(row.listed)
        assert name_of(row) == said


MATCHES = st.lists(st.tuples(st.none() | st.integers(0, 4), st.booleans()), max_size=6)


def _matches(drawn: list[tuple[int | None, bool]]) -> list[Match]:
    """Matches as `match_photos` makes them: nobody has two photos that are surely theirs."""
    served: set[int] = set()
    matches = []
    for photo, (person, sure) in enumerate(drawn):
        is_sure = sure and person is not None and person not in served
        served |= {person} if is_sure and person is not None else set()
        matches.append(Match(photo, person, How.NAME, sure=is_sure))
    return matches


@given(MATCHES, MATCHES)
def test_nobody_gets_two_photos_by_a_mended_name_and_what_it_says_goes_first(
    one: list[tuple[int | None, bool]], other: list[tuple[int | None, bool]]
) -> None:
    count = min(len(one), len(other))
    now, before = _matches(one[:count]), _matches(other[:count])
    found = still_paired(now, before)
    sure = [match.person for match in found if match.sure]
    assert len(sure) == len(set(sure))
    assert {match for match in now if match.sure} <= set(found)
    assert [match.photo for match in found] == list(range(count))


def _known(**name: str) -> Student:
    return Student(id=StudentId(1), **{"infix": "", "family_name": "", **name})


def test_a_mended_name_is_still_about_whom_the_list_is_about() -> None:
    known = _known(given_name="Sanne", family_name="Hoekstr")
    found = difference([known], [_mended(_row("Sanne", "Hoekstr"), family_name="Hoekstra")])
    assert (found.added, found.missing) == ((), ())
    assert found.changed[0].changed_student.full_name == "Sanne Hoekstra"


def test_a_name_mended_to_that_of_somebody_known_is_theirs() -> None:
    known = _known(given_name="Sanne", family_name="Hoekstra")
    wrong = _row("Sanne", "Hoekstr")
    assert difference([known], [wrong]).added == (wrong,)
    assert difference([known], [_mended(wrong, family_name="Hoekstra")]).same


def test_who_has_a_name_goes_before_who_the_list_said_had_it() -> None:
    known = _known(given_name="Sanne", family_name="Bos")
    rows = [_mended(_row("Sanne", "Bos"), given_name="Susanne"), _row("Sanne", "Bos", place=2)]
    found = difference([known], rows)
    assert [match.row for match in found.same] == rows[1:]
    assert found.added == (rows[0],)


def test_what_a_teacher_types_outranks_what_they_typed_before() -> None:
    known = _known(given_name="Samantha", infix="de", family_name="Wit", call_name="Sam")
    row = _mended(_row("Samantha", "Wit", infix="de"), infix="", call_name="")
    assert name_of(difference([known], [row]).changed[0].changed_student) == MendedName(
        given_name="Samantha", family_name="Wit"
    )


@pytest.mark.parametrize("only", [{"1A"}, {"1B"}, {"1A", "1B"}, set()])
def test_somebody_in_two_groups_has_one_mark_whichever_is_taken(only: set[str]) -> None:
    table = Table(
        header=("Nummer", "Naam", "Groep"),
        rows=(("1", "Sem Bos", "1A"), ("2", "Fay Vos", "1B"), ("1", "Sem Bos", "1B")),
        lines=(2, 3, 4),
        source="klas.csv",
    )
    fields = guess_columns(table.header, table.rows)
    rows = read_roster_rows(table, fields=fields, only=only).rows
    assert {row.given_name: row.mark for row in rows}["Sem"] == 1


def test_rows_with_one_number_in_two_sheets_are_two_people() -> None:
    table = Table(
        header=("Naam", "Klas"),
        rows=(("Jan Bos", "1A"), ("Jan Bos", "1B")),
        lines=(2, 2),
        source="klas.xlsx",
    )
    fields = guess_columns(table.header, table.rows)
    told = read_roster_rows(table, fields=fields)
    assert [row.mark for row in told.rows] == [1, 2]


def test_a_call_name_that_says_no_more_is_none() -> None:
    name = MendedName(given_name=" Sem ", family_name="Bos ", call_name="Sem")
    assert name.tidied == MendedName(given_name="Sem", family_name="Bos")
