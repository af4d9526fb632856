"""vCards of many makers: a name, mail and a photo, and nothing else of what phones keep."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports import read
from klasgenoot.domain.columns import guess_columns
from klasgenoot.domain.errors import EmptyList, TooLarge, Trouble, UnreadableList
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.domain.roster import RosterRow, rows_from
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.enclosed import CARD_PICTURES
from klasgenoot.exchange.cards import cards_in
from klasgenoot.exchange.lists import read_list
from klasgenoot.exchange.source_files import SourceFile
from klasgenoot.exchange.sources import read_source
from made_cards import CARDS, LETTERS, PERSONAL, PICTURE, card
from made_files import real_input


def students(data: bytes) -> tuple[RosterRow, ...]:
    table = read_list(data, source="x.vcf")
    return rows_from(table, fields=guess_columns(table.header, table.rows))


@pytest.mark.parametrize("maker", CARDS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_card_of_any_maker_gives_a_student_with_a_photo(maker: str, encoding: str) -> None:
    data = CARDS[maker].encode(encoding)
    (student,) = students(data)
    assert (student.given_name, student.infix, student.family_name, student.email) == (
        *("Sanne", "van der", "Berg"),
        "sanne@school.example",
    )
    (found,) = cards_in(data, source="x")
    assert found.photo == PICTURE


@pytest.mark.parametrize("maker", CARDS)
def test_birthdays_addresses_and_notes_stay_on_the_card(maker: str) -> None:
    table = read_list(CARDS[maker].encode(), source="x")
    told = " ".join(cell for row in (table.header, *table.rows) for cell in row)
    for line in PERSONAL:
        for value in line.partition(":")[2].replace(";", " ").split():
            assert value not in told


def test_several_cards_in_a_file_come_in_their_order() -> None:
    data = "".join((card("N:Bos;Sem;;;"), card("FN:Fay Vos"), card("N:;Suharto;;;")))
    assert [row.full_name for row in students(data.encode())] == ["Sem Bos", "Fay Vos", "Suharto"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Ayd=C4=B1n;Zo=C3=AB", "Zoë Aydın"),
        ("N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;Zo=EB", "Zoë Müller"),
        ("N;QUOTED-PRINTABLE;CHARSET=UTF-8:Ayd=C4=B1=\r\nn;Zo=C3=AB", "Zoë Aydın"),
        ("N:Berg\\, van der;Sanne;;;", "Sanne van der Berg"),
        ("N:Ja\r\n nsen;Jo\r\n\tost;;;", "Joost Jansen"),
        ("n:Bos;Sem;Jan Pieter;;", "Sem Bos"),
        ("item3.N:Bos;Sem", "Sem Bos"),
        ("FN:Berg\\, Sanne van der", "Sanne van der Berg"),
        ("N:Bos\\;Vos;Sem;;;", "Sem Bos;Vos"),
    ],
)
def test_names_are_read_as_they_were_meant(line: str, name: str) -> None:
    assert [row.full_name for row in students(card(line).encode())] == [name]


def test_cards_in_an_old_encoding_are_read() -> None:
    data = card("N:Müller;Zoë;;;", version="2.1").encode("cp1252")
    assert students(data)[0].full_name == "Zoë Müller"


@pytest.mark.parametrize("cut", [0, 1, 2, 3])
def test_letters_of_a_photo_that_are_cut_off_are_left_out(cut: int) -> None:
    letters = LETTERS.rstrip("=")
    data = card("FN:Sem", f"PHOTO;ENCODING=b:{letters[: len(letters) - cut]}")
    (found,) = cards_in(data.encode(), source="x")
    assert PICTURE.startswith(found.photo[:-3])
    assert len(PICTURE) - len(found.photo) <= 4


def test_an_address_of_a_photo_is_counted_and_not_fetched() -> None:
    data = card("FN:Sem Bos", "PHOTO;VALUE=uri:https://foto.example/sem.jpg")
    table = read_list(data.encode(), source="x")
    assert table.remarks == (Remark(RemarkKind.PHOTO_ADDRESSES, 1),)
    assert not cards_in(data.encode(), source="x")[0].photo


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"BEGIN:VCARD\n", UnreadableList),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Bos;Sem", UnreadableList),
        (card("TEL:1").encode(), EmptyList),
        (b"BEGIN:VCARD\nEND:VCARD\n" * 20_001, TooLarge),
        (b"BEGIN:VCARD\nFN:" + b"x" * 5_000 + b"\nEND:VCARD\n", TooLarge),
    ],
)
def test_cards_that_are_none_are_said_to_be_so(data: bytes, kind: type[Trouble]) -> None:
    with pytest.raises(kind):
        read_list(data, source="x")


def test_a_line_without_end_takes_no_time() -> None:
    data = b"BEGIN:VCARD\nFN:Sem\n" + b"A;" * 4_000_000 + b"\n" + b";x" * 99 + b"\nEND:VCARD\n"
    assert students(data)[0].full_name == "Sem"


@given(st.binary(max_size=300))
def test_any_bytes_on_a_card_give_a_list_or_a_trouble(noise: bytes) -> None:
    data = b"BEGIN:VCARD\nFN:Sem\n" + noise + b"\nEND:VCARD\n"
    try:
        assert read_list(data, source="x").rows
    except Trouble as trouble:
        assert trouble.source == "x"  # type: ignore[attr-defined]  # noqa: PT017 - either is right


# ---- through the wall, with the photos ----


def test_photos_on_cards_belong_to_who_stands_on_them(tmp_path: Path) -> None:
    path = tmp_path / "contacten.vcf"
    path.write_text(CARDS["3.0, folded"] + card("FN:Fay Vos"), encoding="utf-8", newline="")
    found = read(path)
    assert found.table
    assert len(found.table.rows) == 2
    assert [photo.stem for photo in found.photos] == ["Sanne van der Berg"]
    assert found.refused == ()


def test_a_photo_that_is_none_is_named_and_the_others_come(tmp_path: Path) -> None:
    path = tmp_path / "contacten.vcf"
    broken = card("FN:Fay Vos", "PHOTO;ENCODING=b:R0lGODlhAQABAAAAACw=")
    path.write_text(CARDS["4.0"] + broken, encoding="utf-8", newline="")
    found = read(path)
    assert [photo.stem for photo in found.photos] == ["Sanne van der Berg"]
    assert [trouble.source for trouble in found.refused] == ["contacten.vcf/Fay Vos.jpg"]


def test_names_with_slashes_and_unseen_signs_are_no_places(cage: Cage) -> None:
    data = card("FN:../\u200b\u0007Sem/Bos", f"PHOTO;ENCODING=b:{LETTERS}").encode()
    (found,) = cage.read(CARD_PICTURES, SourceFile("x.vcf", lambda limit: data[:limit]))
    assert "/" not in found.name
    assert found.name.isprintable()
    assert found.data == PICTURE


@pytest.mark.parametrize(("name", "photos"), [("GMAIL", 0), ("IPHONE", 1), ("MS_OUTLOOK", 1)])
def test_real_cards_are_read_with_their_photos(cage: Cage, name: str, photos: int) -> None:
    path = real_input(f"rosters/vcard-{name}.vcf")
    with closing(read_source([path], cage=cage)) as source:
        assert len(source.lists) == 1
        assert [file.stem for file in source.photos] == ["John Doe"] * photos
    found = read(path)
    assert len(found.photos) == photos
    assert found.table
    assert found.table.rows[0][:3] == ("John", "", "Doe")
