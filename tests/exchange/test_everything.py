"""The JSON of everything: list and photos are read, all else is let go, hostile ones refused."""

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports import read
from klasgenoot.domain.errors import EmptyList, TooLarge, Trouble, UnreadableList
from klasgenoot.domain.people import Crop
from klasgenoot.exchange import everything
from klasgenoot.exchange.everything import KeptPhoto, photos_in_everything, read_everything
from klasgenoot.exchange.signatures import Kind, kind_of
from made_files import exif, jpeg, zipped

PHOTO = jpeg(90, 110, exif=exif())


def student(given_name: str, **more: Any) -> dict[str, Any]:
    return {"given_name": given_name, "family_name": "Vos", **more}


def told(*students: object, **more: Any) -> bytes:
    """A file with one class of these students."""
    head = {"klasgenoot": {"shape": 1, "made_on": "2026-11-22"}}
    school = {"name": "CMV-1B", "students": list(students)}
    return json.dumps(head | {"classes": [school]} | more).encode()


def with_photo(data: bytes = PHOTO) -> str:
    return b64encode(data).decode()


def test_of_everything_come_the_list_and_the_photos() -> None:
    crop = {"left": 0.1, "top": 0.0, "width": 0.8, "height": 1}
    data = told(
        student("Zoë", id=7, student_number="007", photo=with_photo(), crop=crop),
        student("Ali", id=3, contacts=[{"text": "vertelde iets", "name": "x"}], note="geheim"),
    )
    table = read_everything(data, source="x")
    assert table.header == ("student_number", "given_name", "family_name", "class")
    assert table.rows == (("007", "Zoë", "Vos", "CMV-1B"), ("", "Ali", "Vos", "CMV-1B"))
    assert photos_in_everything(data, source="x") == (
        KeptPhoto("Zoë Vos", 1, PHOTO, Crop(0.1, 0.0, 0.8, 1.0)),
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_that_an_editor_saved_once_more_is_read_as_it_was(encoding: str) -> None:
    ours = told(student("Zoë 🙂", id=7, photo=with_photo()))
    plain = json.dumps(json.loads(ours), ensure_ascii=False)
    again = plain.encode(encoding)
    assert kind_of(again[:4096]) is Kind.EVERYTHING
    assert read_everything(again, source="x") == read_everything(ours, source="x")
    assert photos_in_everything(again, source="x") == photos_in_everything(ours, source="x")


def test_half_a_sign_at_the_end_of_such_a_file_is_damage() -> None:
    with pytest.raises(UnreadableList, match="damaged"):
        read_everything(told(student("Zoë")).decode().encode("utf-16")[:-1], source="x")


def test_what_is_never_taken_in_is_in_nothing_that_comes_out() -> None:
    planted = dict.fromkeys(
        ("bsn", "birthdate", "password", "nationality", "postcode", "note", "mnemonic"), "123456782"
    )
    data = told(student("Zoë", **planted), secret=[planted, {"x": [planted]}])
    assert "123456782" not in str(read_everything(data, source="x"))
    assert "123456782" not in str(everything._parsed(data, source="x"))


def test_somebody_in_two_classes_is_one_and_has_one_photo() -> None:
    one = student("Bo", id=4, photo=with_photo())
    classes = [{"name": name, "students": [one]} for name in ("1A", "1B")]
    data = json.dumps({"classes": classes}).encode()
    table = read_everything(data, source="x")
    assert [row[-1] for row in table.rows] == ["1A", "1B"]
    assert table.lines == (1, 1)
    assert len(photos_in_everything(data, source="x")) == 1


def test_it_is_known_by_its_content(tmp_path: Path) -> None:
    data = told(student("Zoë", photo=with_photo()))
    assert kind_of(data) is Kind.EVERYTHING
    assert kind_of(b"\xef\xbb\xbf " + data) is Kind.EVERYTHING
    path = tmp_path / "klas.txt"
    path.write_bytes(data)
    for place in (path, zipped(tmp_path / "x.zip", {"klas.txt": data})):
        found = read(place)
        assert found.table
        assert found.table.is_everything
        assert [(one.stem, one.line) for one in found.photos] == [("Zoë Vos", 1)]
    assert b"52.3676" not in found.photos[0].picture.large


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"name": "klasgenoot", "version": "1.0.0"}', "json"),
        (b'[[{"firstname": "Zo"}]]', "json"),
        (b'{"classes": 3}', "json"),
        (b'{"classes": {"name": "1A"}}', "json"),
        (b'{"klasgenoot": {"shape": 2}, "classes": []}', "newer"),
        (b'{"classes": [3]}', "damaged"),
        (b'{"classes": [{"name": 3, "students": []}]}', "damaged"),
        (b'{"classes": [{"name": "1A", "students": [[]]}]}', "damaged"),
        (b'{"classes": [{"name": "1A", "students": [{"given_name": 3}]}]}', "damaged"),
        (b'{"classes": [{"name": "1A", "students": [{"photo": [1]}]}]}', "damaged"),
        (b'{"classes": [{"name": "1A", "name": "1B", "students": []}]}', "damaged"),
        (b'{"classes": [], "x": NaN}', "damaged"),
        (b'{"classes": [], "x": -Infinity}', "damaged"),
        (b'{"classes": [], "x": ' + b"9" * 100_000 + b"}", "damaged"),
        (b'{"classes": ' + b"[" * 200_000, "damaged"),
        (b'{"classes": ' + b'{"x":' * 200_000, "damaged"),
        (b'{"classes": [{"name": "1A", "students": [{"given_name": "Zo', "damaged"),
        (b'{"classes": [\xff]}', "damaged"),
        (b'{"classes": []} {"classes": []}', "damaged"),
    ],
)
def test_what_is_not_ours_or_hostile_is_refused_in_one_word(
    data: bytes, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    with pytest.raises(UnreadableList) as caught:
        read(path)
    assert (caught.value.source, caught.value.why) == ("x.json", why)


def test_other_json_that_lies_in_a_folder_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_bytes(b'{"name": "x"}')
    (tmp_path / "alles.json").write_bytes(told(student("Zoë")))
    found = read(tmp_path)
    assert found.refused == ()
    assert found.table


def test_a_file_without_students_says_so() -> None:
    with pytest.raises(EmptyList):
        read_everything(told(), source="x")


def test_there_are_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = told(*(student(f"A{n}", photo=with_photo()) for n in range(5)))
    for limit, value in (
        ("MAX_TEXT", 200),
        ("MAX_BYTES", 900),
        ("MAX_ROWS", 4),
        ("MAX_OBJECTS", 6),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(everything, limit, value)
            with pytest.raises(TooLarge):
                read_everything(data, source="x")
    monkeypatch.setattr(everything, "MAX_ENTRIES", 4)
    with pytest.raises(TooLarge):
        photos_in_everything(data, source="x")


def test_photos_count_for_nothing_in_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(everything, "MAX_TEXT", 500)
    data = told(student("Zoë", photo=with_photo(PHOTO * 500)))
    assert photos_in_everything(data, source="x")[0].data == PHOTO * 500


@pytest.mark.parametrize(
    "crop",
    [
        None,
        3,
        {},
        {"left": 0.5},
        {"left": 0, "top": 0, "width": 2, "height": 1},
        {"left": -1, "top": 0, "width": 1, "height": 1},
        {"left": 0, "top": 0, "width": 0, "height": 1},
        {"left": 0, "top": 0, "width": 1e999, "height": 1},
        {"left": "0", "top": 0, "width": 1, "height": 1},
        {"left": 0, "top": 0, "width": 10**400, "height": 1},
    ],
)
def test_a_portrait_that_makes_no_sense_is_the_usual_one(crop: object) -> None:
    data = told(student("Zoë", photo=with_photo(), crop=crop)).replace(b"Infinity", b"1e999")
    assert photos_in_everything(data, source="x")[0].crop is None


def test_half_signs_and_photos_that_are_none_hurt_nobody(tmp_path: Path) -> None:
    names = ("Zo\ud800", "Al\x00i\x1f", "\u202eBo")
    photos = ("####", "\x01" + "0", with_photo(b"GIF89a" * 200))
    those = [student(name, photo=photo) for name, photo in zip(names, photos, strict=True)]
    (tmp_path / "x.json").write_bytes(told(*those))
    found = read(tmp_path / "x.json")
    assert found.table
    assert [row[0] for row in found.table.rows] == ["Zo?", "Ali", "Bo"]
    assert found.photos == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.sampled_from(sorted(everything._TAKEN)), inside, max_size=6)
    ),
    max_leaves=25,
)


@given(JSON, st.integers(0, 400))
def test_any_json_whole_or_cut_gives_a_list_or_a_trouble(values: object, end: int) -> None:
    whole = json.dumps({"classes": [{"name": "1A", "students": [values, student("Zo")]}]}).encode()
    for data in (whole, whole[:end], json.dumps({"classes": values}).encode()):
        try:
            table = read_everything(data, source="x")
            assert len(photos_in_everything(data, source="x")) <= len(table.rows)
        except Trouble:
            continue
