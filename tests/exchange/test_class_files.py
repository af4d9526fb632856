"""The file for a colleague: opens with its passphrase alone, and every change of it is noticed."""

import json
import random
from io import BytesIO
from zipfile import ZipFile

import pytest

from klasgenoot.domain.errors import (
    DamagedClassFile,
    Missing,
    NewerClassFile,
    Trouble,
    WrongClassPassphrase,
)
from klasgenoot.domain.exports import Leaving
from klasgenoot.exchange import class_files
from klasgenoot.exchange.class_files import NOTE, SIGNS, open_class, write_class
from klasgenoot.exchange.signatures import Kind, kind_of
from made_files import jpeg

FRENCH = "café crème"
PHRASE = "vijf schapen drinken thee"
PEOPLE = (
    Leaving(given_name="Noor", family_name="Aydın", student_number="500123", picture=jpeg(60, 80)),
    Leaving(given_name="Milan", infix="van der", family_name="Berg", note="roeit\nop zondag"),
)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases that take a millisecond to work out."""
    monkeypatch.setattr(class_files, "MEMORY", 1 << 20)
    monkeypatch.setattr(class_files, "MEMORY_ALLOWED", (1 << 20, 1 << 22))


def _written(*, with_notes: bool = False) -> bytes:
    return write_class(PEOPLE, name="CMV/1B", passphrase=PHRASE, with_notes=with_notes)


def _opened(data: bytes, passphrase: str = PHRASE) -> dict[str, bytes]:
    plain = open_class(data, passphrase=passphrase, source="x.klasgenoot")
    with ZipFile(BytesIO(plain)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_head(data: bytes, **changes: object) -> bytes:
    """The file with another header, whose checksum is right."""
    begin = len(SIGNS) + 2
    length = int.from_bytes(data[len(SIGNS) : begin], "big")
    told = json.loads(data[begin : begin + length]) | changes
    text = json.dumps({name: value for name, value in told.items() if value is not None}).encode()
    rest = data[begin + length + 8 :]
    return SIGNS + len(text).to_bytes(2, "big") + text + class_files._sum(text) + rest


def test_what_was_put_in_comes_out(quick: None) -> None:
    inside = _opened(_written())
    assert sorted(inside) == ["CMV 1B.csv", "klasgenootaaab.jpg"]
    assert inside["klasgenootaaab.jpg"] == PEOPLE[0].picture
    table = inside["CMV 1B.csv"].decode("utf-8-sig")
    assert '"klasgenootaaab";"500123";"";"Noor";"";"Aydın";"";"CMV/1B"' in table


def test_notes_come_along_only_when_they_are_ticked(quick: None) -> None:
    (without,) = (data for name, data in _opened(_written()).items() if name.endswith("csv"))
    assert b"roeit" not in without
    assert NOTE.encode() not in without
    (with_them,) = (
        data for name, data in _opened(_written(with_notes=True)).items() if name.endswith("csv")
    )
    assert "roeit ⏎ op zondag" in with_them.decode()


def test_nothing_of_anybody_can_be_read_in_it(quick: None) -> None:
    data = _written(with_notes=True)
    for needle in (b"Noor", b"500123", b"CMV", b"roeit", b"JFIF", b".csv", b"PK\x03\x04"):
        assert needle not in data
    assert data != _written(with_notes=True), "another salt each time"
    assert kind_of(data[:64]) is Kind.CLASS_FILE


def test_another_passphrase_does_not_open_it_and_says_so(quick: None) -> None:
    for wrong in ("vijf schapen drinken the", PHRASE.upper(), " ", PHRASE + " "):
        with pytest.raises(WrongClassPassphrase):
            _opened(_written(), wrong)
    with pytest.raises(Missing):
        _opened(_written(), "")
    with pytest.raises(Missing):
        write_class(PEOPLE, name="x", passphrase="", with_notes=False)


def test_one_passphrase_opens_it_from_every_keyboard(quick: None) -> None:
    data = write_class(PEOPLE, name="x", passphrase=FRENCH, with_notes=False)
    assert _opened(data, "cafe\u0301 cre\u0300me")


def test_every_flipped_bit_is_noticed(quick: None) -> None:
    data = _written()
    dice = random.Random(5)
    places = [*range(len(SIGNS) + 260), *(dice.randrange(len(data)) for _ in range(200))]
    for place in places:
        changed = bytearray(data)
        changed[place] ^= 1 << dice.randrange(8)
        with pytest.raises(Trouble):
            _opened(bytes(changed))


def test_a_file_that_was_cut_off_is_damaged(quick: None) -> None:
    data = _written()
    for length in (*range(0, 300, 7), len(data) - 1, len(data) - 17, len(data) // 2):
        with pytest.raises(DamagedClassFile):
            _opened(data[:length])
    with pytest.raises(DamagedClassFile):
        _opened(data + b"\0")
    with pytest.raises(DamagedClassFile):
        _opened(data.replace(b"\r\n", b"\n"))


@pytest.mark.parametrize(
    "absurd",
    [
        {"memory": 1 << 40},
        {"memory": 1024},
        {"memory": -1},
        {"memory": True},
        {"memory": 2.5e8},
        {"memory": "268435456"},
        {"memory": None},
        {"passes": 1},
        {"passes": 1_000_000},
        {"salt": ""},
        {"salt": "zz"},
        {"salt": "00" * 200},
        {"salt": 5},
        {"check": ""},
        {"kdf": "md5"},
        {"cipher": "none"},
        {"version": 0},
        {"version": "1"},
    ],
)
def test_a_file_asks_for_nothing_absurd(
    absurd: dict[str, object], monkeypatch: pytest.MonkeyPatch, quick: None
) -> None:
    data = _with_head(_written(), **absurd)

    def never(*_: object, **__: object) -> bytes:
        raise AssertionError("it was worked out")

    monkeypatch.setattr(class_files, "_argon2", never)
    with pytest.raises(DamagedClassFile):
        _opened(data)


def test_a_cheaper_lock_than_ours_does_not_open(quick: None) -> None:
    changed = _with_head(_written(), passes=4)
    with pytest.raises(WrongClassPassphrase):
        _opened(changed)


def test_a_file_of_a_newer_klasgenoot_says_so(quick: None) -> None:
    with pytest.raises(NewerClassFile):
        _opened(_with_head(_written(), version=2))


def test_what_is_no_such_file_is_refused() -> None:
    for other in (b"", SIGNS, SIGNS + b"\xff\xff", b"PK\x03\x04" * 50, SIGNS + b"\0\x02[]"):
        with pytest.raises(DamagedClassFile):
            _opened(other)


def test_the_lock_is_as_dear_as_the_vault() -> None:
    least, most = class_files.MEMORY_ALLOWED
    assert least == 64 << 20
    assert least <= class_files.MEMORY <= most <= 1 << 30
    assert class_files.PASSES_ALLOWED == (3, 10)
    data = _written()
    assert json.loads(data[len(SIGNS) + 2 : data.index(b"}") + 1])["memory"] == class_files.MEMORY
    assert len(_opened(data)) == 2
