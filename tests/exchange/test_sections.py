"""Several lists below each other in one sheet."""

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.columns import guess_columns
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.domain.roster import read_roster_rows
from klasgenoot.exchange.delimited import read_delimited
from klasgenoot.exchange.tables import table_of

HEADER = ["Nummer", "Voornaam", "Achternaam"]
PARTS = st.lists(st.integers(1, 4), min_size=1, max_size=5)


@given(sizes=PARTS, is_parted=st.booleans(), is_named=st.booleans())
def test_everybody_is_in_the_class_above_them(
    *, sizes: list[int], is_parted: bool, is_named: bool
) -> None:
    lines: list[list[str]] = []
    wanted = []
    for part, size in enumerate(sizes):
        if is_parted:
            lines += [[], [f"Blad {part + 1}"]]
        lines += [[f"Klas: 1{'ABCDE'[part]}"]] if is_named else []
        lines.append(HEADER)
        for place in range(size):
            number = str(1000 * (part + 1) + place)
            lines.append([number, f"Sem{'abcd'[place]}", f"Bos{'abcde'[part]}"])
            wanted.append((number, f"1{'ABCDE'[part]}" if is_named and len(sizes) > 1 else ""))
    table = table_of(enumerate(lines, 1), source="lijst.xlsx")
    told = read_roster_rows(table, fields=guess_columns(table.header, table.rows))
    assert [(row.student_number, row.class_name) for row in told.rows] == wanted
    if is_named:
        kind = RemarkKind.STACKED if len(sizes) > 1 else RemarkKind.HEADING
        assert [remark.kind for remark in table.remarks] == [kind]
    assert [lines[line - 1][0] for line in table.lines] == [number for number, _ in wanted]


def test_a_header_that_comes_back_on_each_page_is_nobody() -> None:
    text = "Naam;Nummer\nSem Bos;1\nNaam;Nummer\nFay Vos;2\n\nPagina 2 van 2\n"
    table = read_delimited(text.encode(), source="lijst.csv")
    assert [row[0] for row in table.rows] == ["Sem Bos", "Fay Vos", "Pagina 2 van 2"]
    told = read_roster_rows(table, fields=guess_columns(table.header, table.rows))
    assert [row.full_name for row in told.rows] == ["Sem Bos", "Fay Vos"]


def test_a_list_below_with_other_columns_is_laid_under_the_first_header() -> None:
    text = (
        "Naam;E-mail;Groep;Tafel\nSem Bos;s@x.nl;1A;9\n\nDeel 2\n"
        "Groep;Naam;Geboortedatum;E-mail\n1B;Fay Vos;03-04-1999;f@x.nl\n"
    )
    table = read_delimited(text.encode(), source="lijst.csv")
    assert table.rows == (("Sem Bos", "s@x.nl", "1A", "9"), ("Fay Vos", "f@x.nl", "1B", ""))


def test_above_a_list_without_header_stands_its_class() -> None:
    table = read_delimited(b"Klas 1A\n1. Sem Bos\n2. Fay Vos\n", source="lijst.txt")
    assert table.remarks == (Remark(RemarkKind.HEADING, 1, "1A"),)
    told = read_roster_rows(table, fields=guess_columns(table.header, table.rows))
    assert [row.full_name for row in told.rows] == ["Sem Bos", "Fay Vos"]
    assert [row.line for row in told.rows] == [2, 3]
