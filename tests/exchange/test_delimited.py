import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import EmptyList, TooLarge, Trouble, UnreadableList
from klasgenoot.exchange.delimited import read_delimited
from klasgenoot.exchange.tables import MAX_CELL, MAX_COLUMNS, MAX_ROWS
from made_files import jpeg, real_input

HEADER = ("Roepnaam", "Tussenvoegsel", "Achternaam")
ROWS = (("Zoë", "van der", "Berg"), ("Noor", "", "Aydin"), ("Loïs", "'t", "Hart"))


def table(text: str, *, encoding: str = "utf-8") -> Table:
    return read_delimited(text.encode(encoding), source="klas.csv")


def written(delimiter: str = ";", *, newline: str = "\r\n") -> str:
    return newline.join(delimiter.join(cells) for cells in (HEADER, *ROWS)) + newline


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_every_usual_encoding_is_read(encoding: str) -> None:
    found = table(written(), encoding=encoding)
    assert (found.header, found.rows) == (HEADER, ROWS)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_usual_delimiter_and_line_end_is_read(delimiter: str, newline: str) -> None:
    found = table(written(delimiter, newline=newline))
    assert (found.header, found.rows) == (HEADER, ROWS)


def test_titles_above_the_header_are_ignored_and_rows_keep_their_place_in_the_file() -> None:
    found = table(
        "Klas CMV-1B;;\nAfgedrukt op 1-9-2026;;\n\nRoepnaam;Achternaam\nSem;Bos\n\nFay;Vos\n"
    )
    assert found.header == ("Roepnaam", "Achternaam")
    assert found.rows == (("Sem", "Bos"), ("Fay", "Vos"))
    assert found.lines == (5, 7)


def test_a_comma_within_quotes_does_not_divide() -> None:
    found = table('Student,ID\n"Berg, Sanne van der",12\n"Vos, Fay",13\n')
    assert found.rows == (("Berg, Sanne van der", "12"), ("Vos, Fay", "13"))


@pytest.mark.parametrize("header", ["", "Naam\n"])
def test_one_column_of_names_with_a_comma_stays_one_column(header: str) -> None:
    found = table(header + "Berg, Sanne van der\nVos, Fay\n")
    assert found.rows == (("Berg, Sanne van der",), ("Vos, Fay",))


def test_a_list_without_header_has_an_empty_one() -> None:
    found = table("Sem;Bos;500123\nFay;Vos;500124\n")
    assert found.header == ()
    assert found.rows == (("Sem", "Bos", "500123"), ("Fay", "Vos", "500124"))


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("Wie;Mail\nSanne Bos;s@x.nl\nFay Vos;f@x.nl\n", ("Wie", "Mail")),
        ("Nummer;Wie\n500123;Sanne Bos\n500124;Fay Vos\n", ("Nummer", "Wie")),
        ("Wie;Klas\nSanne Bos;1B\nFay Vos;1B\n", ("Wie", "Klas")),
        ("Wie;Gekomen;Geboortedatum\nSanne Bos;x;1-2-2005\nFay Vos;y;3-4-2005\n", None),
        ("Lijst van 1B\nWie;Mail\nSanne Bos;s@x.nl\nFay Vos;f@x.nl\n", ("Wie", "Mail")),
        ("Sanne Bos;mail\nFay Vos;mail\n", ()),
        ("Sanne Bos;1B\nFay Vos;1B\n", ()),
        ("Groep;Sanne\nBos;Fay\n", ()),
    ],
)
def test_one_known_name_is_a_header_where_what_is_below_says_so(
    text: str, header: tuple[str, ...] | None
) -> None:
    assert table(text).header == (("Wie", "Gekomen") if header is None else header)


def test_a_role_in_every_row_is_not_taken_for_a_header() -> None:
    found = table("Sem;Bos;student\nFay;Vos;student\n")
    assert found.header == ()
    assert len(found.rows) == 2


def test_every_row_is_as_wide_as_the_header() -> None:
    found = table("Voornaam;Achternaam;Klas\nSem\nFay;Vos;1B;a;b\n")
    assert found.rows == (("Sem", "", ""), ("Fay", "Vos", "1B"))


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1250", ["Łukasz Żak", "Paweł Wiśniewski", "Małgorzata Bąk", "Grażyna Źrebiec"]),
        ("cp1250", ["Tomáš Dvořák", "Ľubica Šťastná"]),
        ("cp1254", ["Ayşe Yıldız", "İbrahim Güneş", "Çağla Şahin"]),
        ("cp1254", ["Fatma Yılmaz", "Deniz Kırmızı"]),
        (
            "cp1252",
            ["Zoë Müller", "Renée François", "Søren Ångström", "Loïs 't Hart", "Íñigo Peña"],
        ),
        ("cp1252", ["Anna Novotný", "Cœur Sœurs"]),
        ("cp1252", ["Anna–Marie Bos", "Loïs O’Toole", "“Bo” Smit…", "• Zoë", "Š. Žižka"]),
        ("mac_roman", ["Zoë Aydın", "Daniël Núñez", "María García López", "Renée François"]),
        ("mac_roman", ["Éric", "Zoë"]),
        ("cp850", ["Zoë Aydın", "Daniël Núñez", "María García López", "Renée François"]),
        ("cp850", ["Émile Müller"]),
    ],
)
def test_older_encodings_are_told_by_the_letters_of_names(encoding: str, names: list[str]) -> None:
    text = "Naam\n" + "\n".join(names)
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.fail("the example is not written in this encoding")
    found = [row[0] for row in read_delimited(data, source="x").rows]
    assert found == names


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_what_blackboard_calls_xls_is_tabs_in_utf16(encoding: str) -> None:
    text = '"Last Name"\t"First Name"\t"Username"\r\n"O\'Toole"\t"Zoë"\t"zotoole"\r\n'
    found = read_delimited(text.encode(encoding), source="gc.xls")
    assert found.header == ("Last Name", "First Name", "Username")
    assert found.rows == (("O'Toole", "Zoë", "zotoole"),)


def test_a_line_end_within_quotes_is_a_blank_and_ends_no_row() -> None:
    found = table('Voornaam;"Achter\nnaam";Klas\n"Sem\r\nJan";"Bos\n";1B\nFay;Vos;1B\n')
    assert found.header == ("Voornaam", "Achter naam", "Klas")
    assert found.rows == (("Sem Jan", "Bos", "1B"), ("Fay", "Vos", "1B"))


@pytest.mark.parametrize("delimiter", [";", ",", "|", "\t", ":"])
def test_a_list_may_say_what_its_delimiter_is(delimiter: str) -> None:
    rows = (("Naam", "Klas"), ("Bos; Sem, de|x", "1B"))
    if delimiter in ";,|":
        rows = (("Naam", "Klas"), ("Sem Bos", "1B"))
    text = f"sep={delimiter}\r\n" + "\r\n".join(delimiter.join(row) for row in rows)
    found = table(text)
    assert (found.header, found.rows, found.lines) == (rows[0], rows[1:], (3,))


def test_excel_may_say_what_its_delimiter_is() -> None:
    assert table("sep=;\nSem;Bos\nFay;Vos\n").rows == (("Sem", "Bos"), ("Fay", "Vos"))


def test_a_quote_that_is_never_closed_swallows_nobody() -> None:
    found = table('Voornaam;Achternaam\nSem;"t Hart\nFay;Vos\nLux;Bos\n')
    assert [row[0] for row in found.rows] == ["Sem", "Fay", "Lux"]


@pytest.mark.parametrize(
    ("cell", "clean"),
    [
        ("#s1234567", "s1234567"),
        ("#", ""),
        ("'t Hart", "'t Hart"),
        ("'=SOM(A1)", "=SOM(A1)"),
        ("'+31612345678", "+31612345678"),
        ('="00123"', "00123"),
        ("  Anne  Marie ", "Anne Marie"),
        ("Zoe\u0308", "Zoë"),
        ("\ufeffSem\u200b", "Sem"),
        ("00123", "00123"),
    ],
)
def test_cells_lose_what_programs_put_around_them(cell: str, clean: str) -> None:
    found = table(f"Voornaam\tAchternaam\nX\t{cell}\n")
    assert found.rows == (("X", clean),)


FORBIDDEN = {
    "BSN": "111222333",
    "bsn_ondwnr-4": "111222334",
    "Onderwijsnummer": "200300400",
    "Geboortedatum": "1-2-2003",
    "Birthdate": "2003-02-01",
    "Geslacht (M/V)": "onbekend",
    "gender": "nonbinary",
    "land_vader": "Suriname",
    "Etniciteit": "Hindoestaans",
    "gewicht_nieuw": "0.30",
    "Postcode": "2011 AB",
    "Woonplaats": "Haarlem",
    "Adres": "Dorpsstraat 1",
    "Password": "P@ssword",
    "blackOrAfricanAmerican": "geheim",
}


def test_columns_that_may_not_be_kept_never_leave_the_reader() -> None:
    header = ";".join(("Naam", *FORBIDDEN, "E-mailadres"))
    row = ";".join(("Sem Bos", *FORBIDDEN.values(), "sem@school.example"))
    found = table(f"{header}\n{row}\n")
    assert found.header == ("Naam", "E-mailadres")
    assert found.rows == (("Sem Bos", "sem@school.example"),)


def test_national_numbers_and_birth_dates_are_left_out_without_any_header() -> None:
    numbers = ["111222333", "123456782", "100000009", "100000010", "999999990"]
    rows = [f"Sem;Bos{number};{number};{day + 1}-2-2003" for day, number in enumerate(numbers)]
    found = table("\n".join(rows))
    assert all(len(row) == 2 for row in found.rows)
    assert not any(number in row for row in found.rows for number in numbers)


@pytest.mark.parametrize("data", [b"", b"  \r\n\t\n", "\ufeff".encode(), b"Voornaam;Achternaam\n"])
def test_a_list_with_nobody_in_it_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyList):
        read_delimited(data, source="leeg.csv")


@pytest.mark.parametrize(
    "data",
    [
        jpeg(),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7 ...",
        b"PK\x03\x04 no list",
        b"<html><table></table></html>",
        b"BEGIN:VCARD\nVERSION:3.0\n",
        bytes(range(256)) * 4,
        b"\xff\xfe\x00",
    ],
)
def test_a_file_that_is_no_text_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableList) as caught:
        read_delimited(data, source="klas.csv")
    assert caught.value.source == "klas.csv"


def test_a_stray_zero_byte_does_no_harm() -> None:
    text = "Voornaam;Achternaam\n" + "Sem;Bos\n" * 40
    assert len(table(text + "Fay\x00;Vos\n").rows) == 41


def test_the_header_is_not_counted_among_the_rows() -> None:
    text = "Klas 1A\nVoornaam;Achternaam\n" + "Sem;Bos\n" * MAX_ROWS
    assert len(table(text).rows) == MAX_ROWS


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Voornaam;Achternaam\n" + "Sem;Bos\n" * (MAX_ROWS + 1), "rows"),
        ("Voornaam;Achternaam\n" + "Sem;" * MAX_COLUMNS + "Bos\n", "columns"),
        ("Voornaam;Achternaam\nSem;" + "o" * (MAX_CELL + 1), "characters"),
        ("Sem;Bos\n" * 2_600_000, "MB"),
    ],
)
def test_more_than_any_teacher_has_is_refused(text: str, limit: str) -> None:
    with pytest.raises(TooLarge) as caught:
        table(text)
    assert limit in caught.value.limit


@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_trouble(data: bytes) -> None:
    _read_or_trouble(data)


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-8-sig"]))
def test_any_text_gives_a_table_or_a_trouble(text: str, encoding: str) -> None:
    _read_or_trouble(text.encode(encoding, errors="surrogatepass"))


@given(
    st.lists(
        st.lists(st.sampled_from(["Naam", "bsn", '"', "'t Hart", "a,b", "", "\x00", "1-2-2003"])),
    ),
    st.sampled_from(";,\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_rows_give_even_rows(rows: list[list[str]], delimiter: str, newline: str) -> None:
    _read_or_trouble(newline.join(delimiter.join(row) for row in rows).encode())


def _read_or_trouble(data: bytes) -> None:
    try:
        found = read_delimited(data, source="x.csv")
    except Trouble:
        return
    widths = {len(row) for row in found.rows}
    assert len(widths) == 1
    assert not found.header or {len(found.header)} == widths
    assert len(found.lines) == len(found.rows)
    assert sorted(set(found.lines)) == list(found.lines)


@pytest.mark.parametrize(
    ("name", "header", "count"),
    [
        ("people.csv", ("id", "first", "nick", "last", "full"), 56),
        ("rosters/blackboard-01.tsv", ("Last Name", "First Name", "Username"), 5),
        ("rosters/sds-v2-users.csv", ("sourcedId", "orgSourcedIds", "givenName"), 29),
    ],
)
def test_real_lists_are_read(name: str, header: tuple[str, ...], count: int) -> None:
    found = read_delimited(real_input(name).read_bytes(), source=name)
    assert found.header[: len(header)] == header
    assert len(found.rows) == count


def test_a_real_list_with_passwords_comes_without_them() -> None:
    data = real_input("rosters/sds-v1-Student.csv").read_bytes()
    found = read_delimited(data, source="Student.csv")
    assert b"P@ssword" in data
    assert b"4/2/2000" in data
    cells = [cell for row in found.rows for cell in row]
    assert not any("ssword" in cell or "/2000" in cell for cell in cells)
    assert {"Password", "Birthdate", "State ID"}.isdisjoint(found.header)
