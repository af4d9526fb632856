"""Lists that leave: read back they are the same, and no cell of them is ever worked out."""

import csv
import io
import re
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klasgenoot.domain.columns import Field, field_of, guess_columns
from klasgenoot.domain.exports import Leaving
from klasgenoot.domain.names import DUTCH_INFIXES, fold_words, split_family, tidy
from klasgenoot.domain.roster import rows_from
from klasgenoot.exchange.delimited import read_delimited
from klasgenoot.exchange.outgoing.delimited import guarded, write_csv
from klasgenoot.exchange.outgoing.rows import Column
from klasgenoot.exchange.outgoing.sheets import write_xlsx

DUTCH = dict(
    zip(
        Column,
        (
            "Studentnummer",
            "Roepnaam",
            "Voornaam",
            "Tussenvoegsel",
            "Achternaam",
            "E-mailadres",
            "Klas",
        ),
        strict=True,
    )
)
CLASS = (
    Leaving(given_name="Noor", family_name="Aydın", student_number="000123", class_name="CMV-1B"),
    Leaving(
        given_name="Johannes",
        call_name="Han",
        infix="van 't",
        family_name="Hart; jr",
        email="han@school.nl",
        class_name="CMV-1B",
    ),
    Leaving(given_name="=2+2", family_name="@SUM(A1)", class_name="CMV-1B"),
)
NASTY = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@A1",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1+1",
    "＋1",
    "－1+1",
    "＠A",
)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_LETTERS = st.characters(categories=("Lu", "Ll", "Nd"), include_characters=" '’.-=+@;,\"\t()&<>")


def _is_kept_by_any_list(text: str) -> bool:
    """Without what our reader takes for what other programs put around a value."""
    return bool(re.search(r"\w", text)) and not re.match(r"""["'#]|.*["']$|=""", text)


def _says_more(one: Leaving) -> bool:
    """Without a call name that only repeats the names beside it, which our reader drops."""
    called, after = fold_words(one.call_name), fold_words(f"{one.infix} {one.family_name}")
    return not one.call_name or (
        one.call_name != one.given_name and not f" {called}".endswith(f" {after}")
    )


_NAMES = st.text(_LETTERS, min_size=1, max_size=30).map(tidy).filter(_is_kept_by_any_list)
_PEOPLE = st.builds(
    Leaving,
    given_name=_NAMES,
    call_name=st.just("") | _NAMES,
    infix=st.just("") | st.sampled_from(DUTCH_INFIXES),
    family_name=_NAMES.filter(lambda name: not split_family(name)[0]),
    student_number=st.from_regex(r"[0-9]{5,9}", fullmatch=True),
    email=st.just("") | st.from_regex(r"[a-z]{1,9}@school\.nl", fullmatch=True),
    class_name=st.just("CMV-1B"),
).filter(_says_more)


def _back(data: bytes) -> list[Leaving]:
    table = read_delimited(data, source="klas.csv")
    return [
        Leaving(
            given_name=row.given_name,
            call_name=row.call_name,
            infix=row.infix,
            family_name=row.family_name,
            student_number=row.student_number,
            email=row.email,
            class_name=row.class_name,
        )
        for row in rows_from(table, fields=guess_columns(table.header, table.rows))
    ]


def test_a_list_opens_in_a_dutch_excel() -> None:
    data = write_csv(CLASS, headers=DUTCH)
    assert data.startswith(b"\xef\xbb\xbf")
    first, second, *_ = data.decode("utf-8-sig").split("\r\n")
    assert first.startswith('"Studentnummer";"Roepnaam";"Voornaam"')
    assert second == '"000123";"";"Noor";"";"Aydın";"";"CMV-1B"'


def test_every_header_is_known_to_our_own_importer() -> None:
    assert [field_of(header) for header in DUTCH.values()] == [
        Field.STUDENT_NUMBER,
        Field.CALL_NAME,
        Field.GIVEN_NAME,
        Field.INFIX,
        Field.FAMILY_NAME,
        Field.EMAIL,
        Field.CLASS,
    ]


def test_a_list_that_comes_back_is_the_list_that_left() -> None:
    assert _back(write_csv(CLASS, headers=DUTCH)) == list(CLASS)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PEOPLE, min_size=1, max_size=6, unique_by=lambda one: int(one.student_number)))
def test_any_list_that_comes_back_is_the_list_that_left(people: list[Leaving]) -> None:
    assert _back(write_csv(people, headers=DUTCH)) == people


@pytest.mark.parametrize("cell", NASTY)
def test_no_cell_begins_as_a_formula_does(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["-5", "+31612345678", "3,5", "-0.5", "'t Hart", "van der Berg", ""]
)
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_whatever_is_written_begins_with_no_sign_of_a_formula(text: str) -> None:
    written = write_csv([Leaving(given_name=text)], headers=DUTCH).decode("utf-8-sig")
    _, person = csv.reader(io.StringIO(written, newline=""), delimiter=";")
    cell = person[2]
    is_number = re.fullmatch(r"[+-]?\d+([.,]\d+)?", cell)
    assert is_number or not cell.lstrip().startswith(tuple("=+-@＝＋－＠"))
    assert not cell.startswith(("\t", "\r", "\n"))


def _read(page: bytes) -> ET.Element:
    return ET.fromstring(page)  # noqa: S314 - it is what we wrote


def _cells(data: bytes) -> list[list[str]]:
    with ZipFile(io.BytesIO(data)) as book:
        sheet = _read(book.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{SHEET}f")), "a formula"
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells = {cell.attrib["r"][0]: cell for cell in row}
        assert all(cell.attrib["t"] == "inlineStr" for cell in cells.values())
        rows.append(
            ["".join(cells[letter].itertext()) if letter in cells else "" for letter in "ABCDEFG"]
        )
    return rows


@settings(max_examples=60, deadline=None)
@given(st.lists(_PEOPLE, min_size=1, max_size=4))
def test_a_sheet_holds_each_cell_as_text(people: list[Leaving]) -> None:
    header, *rows = _cells(write_xlsx(people, headers=DUTCH, title="CMV-1B"))
    assert header == list(DUTCH.values())
    assert rows == [[getattr(one, column.value) for column in Column] for one in people]


@pytest.mark.parametrize("title", ["CMV-1B", "a/b:c*[d]?", "'" * 40, "", "x" * 99, "A & <B>"])
def test_a_sheet_is_called_after_the_class_as_far_as_excel_allows(title: str) -> None:
    with ZipFile(io.BytesIO(write_xlsx(CLASS, headers=DUTCH, title=title))) as book:
        for name in book.namelist():
            _read(book.read(name))
        told = _read(book.read("xl/workbook.xml"))
    (sheet,) = told.iter(f"{SHEET}sheet")
    assert 1 <= len(sheet.attrib["name"]) <= 31
    assert not re.search(r"[\[\]:*?/\\]|^'|'$", sheet.attrib["name"])


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    odd = Leaving(given_name="a\x00b\x1fc\ud800d")
    _, row = _cells(write_xlsx([odd], headers=DUTCH, title="x"))
    assert row[2] == "abcd"


def test_a_workbook_prints_on_pages_as_wide_as_the_list_with_columns_as_wide_as_their_words() -> (
    None
):
    long = Leaving(given_name="Bo", family_name="Horst-de Wolff Metternich")
    with ZipFile(io.BytesIO(write_xlsx([long], headers=DUTCH, title="x"))) as book:
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own file
        assert b'<cellStyle name="Normal"' in book.read("xl/styles.xml")  # others miss it aloud
    namespace = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    order = [each.tag.partition("}")[2] for each in sheet]
    assert order == ["sheetPr", "sheetViews", "cols", "sheetData", "pageSetup"]  # Excel's own
    assert sheet.find("x:sheetPr/x:pageSetUpPr[@fitToPage='1']", namespace) is not None
    wide = [float(each.get("width", "0")) for each in sheet.iterfind("x:cols/x:col", namespace)]
    assert wide[list(Column).index(Column.FAMILY_NAME)] > len(long.family_name)
    assert wide[list(Column).index(Column.CLASS_NAME)] < 10
