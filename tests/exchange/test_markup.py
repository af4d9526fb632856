"""XML of schools, and XML made to hurt."""

import pytest

from klasgenoot.domain.columns import Table, guess_columns
from klasgenoot.domain.errors import EmptyList, TooLarge, UnreadableList
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.domain.roster import RosterRow, rows_from
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.readers import TABLE
from klasgenoot.exchange.lists import read_list
from klasgenoot.exchange.source_files import SourceFile
from klasgenoot.exchange.tables import MAX_ROWS
from made_files import GOLDEN, real_input

NEVER = (
    *("2010-03-01", "111222333", "123456782", "10030112345", "2731", "Turks", "TR", "0,3", "0.25"),
    *("2011AB", "geheim", "Zorg", "https", "ketenid"),
)
"""Values that stand in the golden files and may be kept nowhere."""


def caged(cage: Cage, data: bytes, name: str = "school.xml") -> Table:
    """The list as it comes through the wall."""
    return cage.read(TABLE, SourceFile(name, lambda limit: data[:limit]))


def students(table: Table) -> tuple[RosterRow, ...]:
    return rows_from(table, fields=guess_columns(table.header, table.rows))


@pytest.mark.parametrize("name", ["edexml-2.0.xml", "edexml-2.1.xml", "uwlr-2.2.xml"])
def test_a_school_comes_whole_with_every_group_and_teachers_at_the_end(
    cage: Cage, name: str
) -> None:
    found = caged(cage, (GOLDEN / name).read_bytes(), name)
    assert found.rows == (
        ("L-2001", "Noor", "", "Aydın", "noor@school.example", "naydin", "4A", "leerling"),
        ("L-2001", "Noor", "", "Aydın", "noor@school.example", "naydin", "Wiskunde B", "leerling"),
        ("L-2002", "Ward", "van 't", "Hof", "", "", "4B", "leerling"),
        ("L-2003", "Wim", "", "", "", "", "", "leerling"),
        ("D1", "Mia", "", "Kok", "", "", "4A", "leerkracht"),
    )
    assert found.lines == (1, 1, 2, 3, 4)
    assert found.remarks == (Remark(RemarkKind.PHOTO_ADDRESSES, 1),)
    assert [(row.full_name, row.class_name) for row in students(found)] == [
        ("Noor Aydın", "4A"),
        ("Ward van 't Hof", "4B"),
        ("Wim", ""),
    ]


def test_the_oldest_edexml_has_initials_and_another_encoding(cage: Cage) -> None:
    found = caged(cage, (GOLDEN / "edexml-1.03.xml").read_bytes())
    assert [(row.full_name, row.class_name) for row in students(found)] == [
        ("Zoë van der Berg", "1A"),
        ("S Bos", ""),
    ]


@pytest.mark.parametrize("name", ["edexml-1.03.xml", "edexml-2.0.xml", "edexml-2.1.xml"])
def test_what_may_not_be_kept_never_leaves_the_reader(name: str) -> None:
    found = read_list((GOLDEN / name).read_bytes(), source=name)
    cells = [*found.header, *(cell for row in found.rows for cell in row)]
    assert not [cell for cell in cells for value in NEVER if value in cell]


def test_real_edexml_is_read() -> None:
    found = read_list(real_input("rosters/edexml-2.0.xml").read_bytes(), source="edex.xml")
    assert [(row.full_name, row.student_number, row.class_name) for row in students(found)] == [
        ("Wimpie", "00001", "4B"),
        ("Ismaël Hassan Assati", "00002", ""),
        ("Gradje van 't Hof", "12345", ""),
    ]


def test_a_school_without_students_is_empty() -> None:
    with pytest.raises(EmptyList):
        read_list(b"<EDEX><school/><leerlingen/></EDEX>", source="x")


@pytest.mark.parametrize(
    "data", [b"<rss><item>Sem</item></rss>", b'<?xml version="1.0"?><svg></svg>']
)
def test_other_xml_is_no_list(data: bytes) -> None:
    with pytest.raises(UnreadableList) as caught:
        read_list(data, source="x")
    assert caught.value.why == ""


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE EDEX [<!ENTITY a "lol">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><EDEX><leerlingen><leerling><roepnaam>&j;</roepnaam></leerling></leerlingen></EDEX>"
)
OUTSIDE = (
    b'<!DOCTYPE EDEX [<!ENTITY x SYSTEM "file:///etc/passwd">]><EDEX><leerlingen><leerling>'
    b"<roepnaam>&x;</roepnaam></leerling></leerlingen></EDEX>"
)
BLOWN_UP = b'<!DOCTYPE EDEX [<!ENTITY x "' + b"x" * 100_000 + b'">]><EDEX>' + b"&x;" * 9_000
REMOTE = b'<!DOCTYPE EDEX SYSTEM "http://example.org/x.dtd"><EDEX><leerlingen/></EDEX>'


@pytest.mark.parametrize("data", [LAUGHS, OUTSIDE, BLOWN_UP, REMOTE])
def test_definitions_are_refused_where_they_begin(cage: Cage, data: bytes) -> None:
    with pytest.raises(UnreadableList) as caught:
        caged(cage, data, "boos.xml")
    assert (caught.value.source, caught.value.why) == ("boos.xml", "unsafe")


SOUND = (GOLDEN / "edexml-2.0.xml").read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        SOUND[: len(SOUND) // 2],
        b"<EDEX><leerlingen><leerling>",
        b"<" + b"a><" * 90,
        b"<EDEX>\xff\xfe\x00</EDEX>",
        b'<?xml version="1.0" encoding="no-such"?><EDEX/>',
        b'<?xml version="1.0" encoding="UTF-16"?><EDEX/>',
        b"<EDEX>&nbsp;</EDEX>",
    ],
)
def test_half_a_file_is_damaged(cage: Cage, data: bytes) -> None:
    with pytest.raises(UnreadableList) as caught:
        caged(cage, data)
    assert caught.value.why == "damaged"


def test_utf16_is_read_as_well() -> None:
    text = SOUND.decode().replace("UTF-8", "UTF-16")
    assert read_list(text.encode("utf-16"), source="x").rows == read_list(SOUND, source="x").rows


def test_a_school_of_more_than_twenty_thousand_is_refused() -> None:
    each = b"<leerling key='%d'><roepnaam>Sem</roepnaam></leerling>"
    many = b"".join(each % number for number in range(MAX_ROWS + 1))
    with pytest.raises(TooLarge):
        read_list(b"<EDEX><leerlingen>" + many + b"</leerlingen></EDEX>", source="x")


def test_a_name_without_end_is_too_long() -> None:
    name = b"x" * 5_000_000
    data = b"<EDEX><leerlingen><leerling><roepnaam>" + name
    with pytest.raises(TooLarge):
        read_list(data + b"</roepnaam></leerling></leerlingen></EDEX>", source="x")


WORKBOOK = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Klas"><Table>
<Row><Cell><Data ss:Type="String">Lijst</Data></Cell></Row>
<Row ss:Index="4"><Cell><Data ss:Type="String">Roepnaam</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="String">Achternaam</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Zoë</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="String">Bos</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_a_workbook_saved_as_xml_is_read(cage: Cage) -> None:
    found = caged(cage, WORKBOOK.encode())
    assert (found.header, found.rows, found.lines) == (
        ("Roepnaam", "", "Achternaam"),
        (("Zoë", "", "Bos"),),
        (5,),
    )
