"""Workbooks: those that real programs made (tests/data/lists), made ones, and hostile ones."""

from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import EmptyList, ReaderStopped, TooLarge, Trouble, UnreadableList
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.readers import TABLE
from klasgenoot.exchange.lists import read_list
from klasgenoot.exchange.signatures import HEAD, Kind, kind_of
from klasgenoot.exchange.source_files import SourceFile
from klasgenoot.exchange.tables import MAX_ROWS
from made_files import GOLDEN
from made_sheets import ods, packed_xlsx, sheet_part, xlsx

HEADER = ("Studentnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "E-mail", "Klas")
ROWS = (
    ("500123", "Sanne", "", "Hoekstra", "sanne@school.example", "CMV-1B"),
    ("500124", "Milan", "van der", "Berg", "milan@school.example", "CMV-1B"),
    ("0500125", "Zoë", "", "Aydın", "zoe@school.example", "CMV-1B"),
    ("0500126", "Łukasz", "van 't", "Hof", "lukasz@school.example", "CMV-1B"),
)
NAMES = (("Roepnaam", "Achternaam"), ("Sem", "Bos"), ("Fay", "Vos"))


def caged(cage: Cage, data: bytes, name: str = "klas.xls") -> Table:
    """The list as it comes through the wall."""
    return cage.read(TABLE, SourceFile(name, lambda limit: data[:limit]))


@pytest.mark.parametrize("name", ["klas.xlsx", "klas.ods", "klas.xls", "klas.html"])
def test_what_a_real_program_wrote_is_read_whole_and_without_what_may_not_be_kept(
    cage: Cage, name: str
) -> None:
    """Four rows on the second of three sheets, header in row 4, numbers as numbers and as text."""
    found = caged(cage, (GOLDEN / name).read_bytes(), name)
    assert (found.header, found.rows, found.lines) == (HEADER, ROWS, (5, 6, 7, 8))
    sheet = () if name == "klas.html" else (Remark(RemarkKind.SHEET, 3, "CMV-1B"),)
    heading = Remark(RemarkKind.HEADING, 1, "CMV-1B")
    assert (found.source, found.remarks) == (name, (*sheet, heading))


@pytest.mark.parametrize("name", ["xlsx", "ods", "xls"])
def test_a_password_is_said_to_be_the_trouble(cage: Cage, name: str) -> None:
    data = (GOLDEN / f"klas-met-wachtwoord.{name}").read_bytes()
    with pytest.raises(UnreadableList) as caught:
        caged(cage, data, "klas.xlsx")
    assert (caught.value.source, caught.value.why) == ("klas.xlsx", "password")


@pytest.mark.parametrize("name", ["klas.xlsx", "klas.ods", "klas.xls"])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.7, 0.98])
def test_half_a_workbook_is_damaged(cage: Cage, name: str, share: float) -> None:
    data = (GOLDEN / name).read_bytes()[: int((GOLDEN / name).stat().st_size * share)]
    (answer,) = cage.read_each(TABLE, [SourceFile(name, lambda limit: data[:limit])])
    if isinstance(answer, Table):
        assert answer.rows == ROWS  # what was cut off an old workbook may be its filling
    else:
        assert isinstance(answer, UnreadableList | EmptyList)
        assert answer.source == name


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (500124, "500124"),
        (500124.0, "500124"),
        ("0500124", "0500124"),
        (8.5, "8.5"),
        ("'t Hart", "'t Hart"),
        ("#s12", "s12"),
        ("  a \n b", "a b"),
        ("1234567890123456", "1234567890123456"),
        (1234567890123456.0, "1234567890123456"),
    ],
)
def test_a_number_is_the_text_that_a_teacher_sees(value: str | float, text: str) -> None:
    found = read_list(xlsx({"Klas": [["Naam", "Code"], ["Sem Bos", value]]}), source="x")
    assert found.rows == (("Sem Bos", text),)


def test_of_several_sheets_the_one_with_names_is_read_and_said() -> None:
    book = xlsx(
        {
            "Uitleg": [["Dit is"], ["een"], ["uitleg"], ["van vijf"], ["regels"]],
            "Groep A": NAMES,
            "Cijfers": [["Toets", "Cijfer"], ["1", 8]],
            "Verborgen": [*NAMES, *NAMES],
        },
        hidden=["Verborgen"],
    )
    found = read_list(book, source="x")
    assert found.rows == NAMES[1:]
    assert found.remarks == (Remark(RemarkKind.SHEET, 3, "Groep A"),)


def test_sheets_that_are_each_a_class_are_one_list_with_the_class_of_each(cage: Cage) -> None:
    book = xlsx(
        {
            "Uitleg": [["Dit is"], ["een"], ["uitleg"]],
            "CMV-1A": [["Stamnr", "Voornaam", "Achternaam"], [1, "Sem", "Bos"], [2, "Fay", "Kok"]],
            "CMV-1B": [
                ["Lijst"],
                ["Achternaam", "Voornaam", "Stamnr", "Foto"],
                ["Vos", "Lux", 3, "?"],
            ],
            "Docenten": [["Voornaam", "Achternaam"], ["Mia", "Dam"]],
        }
    )
    found = caged(cage, book)
    assert found.header == ("Stamnr", "Voornaam", "Achternaam", "class")
    assert found.rows == (
        ("1", "Sem", "Bos", "CMV-1A"),
        ("2", "Fay", "Kok", "CMV-1A"),
        ("3", "Lux", "Vos", "CMV-1B"),
    )
    assert found.lines == (2, 3, 3)
    assert found.remarks == (Remark(RemarkKind.STACKED, 2),)


def test_sheets_about_the_same_people_are_no_classes() -> None:
    week = [["Naam", "Er"], ["Sem Bos", "ja"], ["Fay Kok", "nee"], ["Lux Vos", "ja"]]
    found = read_list(xlsx({"Week 1": week, "Week 2": week[:3]}), source="x")
    assert found.remarks == (Remark(RemarkKind.SHEET, 2, "Week 1"),)
    assert len(found.rows) == 3


def test_a_sheet_that_names_its_classes_keeps_them() -> None:
    one = [["Naam", "Klas"], ["Sem Bos", "1A"], ["Fay Kok", ""]]
    two = [["Naam", "Klas"], ["Lux Vos", "1B"]]
    found = read_list(xlsx({"Eerste": one, "Tweede": two}), source="x")
    assert [row[1] for row in found.rows] == ["1A", "Eerste", "1B"]


def test_one_sheet_needs_no_say() -> None:
    assert read_list(xlsx({"Klas": NAMES}), source="x").remarks == ()
    assert read_list(ods(NAMES), source="x").rows == NAMES[1:]


def test_a_list_somewhere_in_a_sheet_keeps_the_rows_of_the_file() -> None:
    empty: list[None] = [None, None]
    rows = [empty, empty, [None, "Lijst"], empty, [None, "Naam", "Klas"], [None, "Sem", "1B"]]
    found = read_list(xlsx({"Klas": rows}), source="x")
    assert (found.header, found.rows, found.lines) == (("Naam", "Klas"), (("Sem", "1B"),), (6,))


def test_birth_dates_and_national_numbers_leave_without_a_header_too() -> None:
    numbers = [111222333, 123456782, 100000009, 100000010, 999999990]
    rows = [["Naam", "Iets", "Nog iets"]]
    rows += [[f"Sem Bos{n}", number, f"2006-03-0{n}"] for n, number in enumerate(numbers, 1)]
    found = read_list(xlsx({"Klas": rows}), source="x")
    assert {len(row) for row in found.rows} == {1}


@pytest.mark.parametrize("rows", [[], [["Roepnaam", "Achternaam"]], [[None, None]]])
def test_a_book_with_nobody_in_it_is_empty(rows: list[list[str]]) -> None:
    with pytest.raises(EmptyList):
        read_list(xlsx({"Klas": rows}), source="x")


def test_twenty_thousand_rows_below_the_header_come_and_one_more_is_too_many(cage: Cage) -> None:
    many = [["Naam"], *([f"Sem Bos{n}"] for n in range(MAX_ROWS))]
    assert len(caged(cage, xlsx({"Klas": many})).rows) == MAX_ROWS
    with pytest.raises(TooLarge) as caught:
        caged(cage, xlsx({"Klas": [*many, ["Fay"]]}))
    assert caught.value.limit == f"{MAX_ROWS} rows"


def test_the_content_says_that_it_is_a_workbook() -> None:
    for name in ("klas.xlsx", "klas.ods", "klas.xls"):
        assert kind_of((GOLDEN / name).read_bytes()[:HEAD]) is Kind.SHEET
    assert kind_of(xlsx({"Klas": NAMES})[:HEAD]) is Kind.SHEET


# ---- hostile ----


def bomb_of_references() -> bytes:
    text = "x" * 900_000
    shared = f"<sst><si><t>{text}</t></si></sst>"
    row = "".join(f'<c r="{c}{{n}}" t="s"><v>0</v></c>' for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rows = "".join(f'<row r="{n}">{row.format(n=n)}</row>' for n in range(1, 2_000))
    part = sheet_part([]).replace("<sheetData>", f"<sheetData>{rows}")
    return packed_xlsx({"Klas": part}, more={"xl/sharedStrings.xml": shared})


def far_apart() -> bytes:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row>'
    cells += '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return packed_xlsx({"Klas": sheet_part([]).replace("<sheetData>", f"<sheetData>{cells}")})


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>'
    part = sheet_part([["Naam"], ["Sem"]]).replace("Sem", "&l9;")
    return packed_xlsx({"Klas": text + part})


def repeated() -> bytes:
    sheet = ods([["Naam"], ["Sem"]])
    with ZipFile(BytesIO(sheet)) as book:
        content = book.read("content.xml").decode()
    again = '<table:table-row table:number-rows-repeated="1048570">'
    wide = '<table:table-cell table:number-columns-repeated="16000" office:value-type="string">'
    return ods(
        [],
        content=content.replace("<table:table-row>", again).replace(
            '<table:table-cell office:value-type="string">', wide
        ),
    )


def swelling() -> bytes:
    return packed_xlsx({"Klas": sheet_part([["Naam"]]) + " " * 150_000_000})


@pytest.mark.parametrize("make", [bomb_of_references, far_apart, laughs, repeated, swelling])
def test_a_workbook_made_to_hurt_is_left_out_by_name(cage: Cage, make: object) -> None:
    data = make()  # type: ignore[operator]
    assert len(data) < 2_000_000
    with pytest.raises((UnreadableList, EmptyList, TooLarge, ReaderStopped)) as caught:
        caged(cage, data, "boos.xlsx")
    assert caught.value.source == "boos.xlsx"
    assert caged(cage, xlsx({"Klas": NAMES})).rows == NAMES[1:]


def test_what_a_zip_says_of_its_sizes_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(xlsx({"Klas": NAMES}))
    with ZipFile(path, "a", ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet9.xml", bytes(60_000_000))
    data = path.read_bytes()
    with pytest.raises((TooLarge, UnreadableList)):
        read_list(data, source="x")


def test_any_damage_to_a_workbook_gives_a_list_or_a_trouble() -> None:
    """A library in another language may end its process for want of memory: that is one file."""
    chance = Random(7)
    made = []
    for name in ("klas.xlsx", "klas.ods", "klas.xls") * 60:
        data = bytearray((GOLDEN / name).read_bytes())
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        made.append(SourceFile("x", lambda limit, data=bytes(data): data[:limit]))
    with Cage(is_cancelled=lambda: False) as cage:
        answers = list(cage.read_each(TABLE, made))
        assert set(cage.mishaps) <= {"EOFError"}
    assert all(isinstance(answer, Table | Trouble) for answer in answers)
    assert sum(isinstance(answer, ReaderStopped) for answer in answers) < 5


# ---- tables in web pages, which many systems call .xls ----

PAGE = """<html><head><style>td {{ }}</style></head><body>
<table><tr><td>menu</table>
<table border=1><tr><th>Roepnaam<th>Achternaam</tr>
<tr><td>Zo&euml;<td>van der <b>Berg</b></td></tr><tr><td>Lo&#239;s</td><td>&#39;t<br>Hart</td></tr>
</table><script>var x = "<table>";</script></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_with_a_table_is_a_list(cage: Cage, encoding: str) -> None:
    found = caged(cage, PAGE.encode(encoding))
    assert found.header == ("Roepnaam", "Achternaam")
    assert found.rows == (("Zoë", "van der Berg"), ("Loïs", "'t Hart"))


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<html><p>Geen lijst", b"<", b"<!DOCTYPE html><!--" + b"<" * 9_000]
)
def test_a_page_without_a_table_is_no_list(data: bytes) -> None:
    with pytest.raises(UnreadableList):
        read_list(data, source="x")


def test_a_page_with_too_much_is_refused() -> None:
    with pytest.raises(TooLarge):
        read_list(b"<table>" + b"<tr><td>Sem<td>Bos" * (MAX_ROWS + 2), source="x")
    with pytest.raises(TooLarge):
        read_list(b"<table><tr>" + b"<td>Sem" * 5_000, source="x")
