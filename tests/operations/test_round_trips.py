"""What is given out and taken in again elsewhere is the same class: students, names, photos."""

from dataclasses import replace
from datetime import datetime
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from builders import TODAY
from imports import portrait
from klasgenoot.domain.exports import ExportKind
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.exchange import class_files
from klasgenoot.exchange.outgoing.portraits import portrait_of
from klasgenoot.exchange.outgoing.rows import Column
from klasgenoot.exchange.photos import read_photo
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.exporting import Wish, contents_of, gather, save
from klasgenoot.operations.import_class import Arrival, import_class
from klasgenoot.operations.proposing import arrivals_of, propose
from klasgenoot.operations.reading import columns_of, read_import
from klasgenoot.store import school_classes, students
from klasgenoot.store.database import vault_in_memory
from klasgenoot.store.photos import photo_bytes

PHRASE = "vijf schapen drinken thee"
HEADERS = dict(
    zip(
        Column,
        ("Studentnummer", "Roepnaam", "Voornaam", "Tussenvoegsel", "Achternaam", "E-mail", "Klas"),
        strict=True,
    )
)
CLASS = "CMV-1B; de “vroege” groep"
LONG_NOTE = "\n".join(f"{n}. roeit op zondag, belt liever; zegt: “tot morgen”" for n in range(60))


def somebody(given: str, infix: str = "", family: str = "", **more: str) -> Student:
    return Student(id=StudentId(0), given_name=given, infix=infix, family_name=family, **more)


PEOPLE = (
    somebody("Sanne", "", "Hoekstra", student_number="0500123", email="s.hoekstra@school.nl"),
    somebody("Milan", "van der", "Berg", student_number="500124", call_name="Mil"),
    somebody("Daan", "’t", "Hart", student_number="500125"),
    somebody("Dylan", "", "Tjon A Fat", email="dylan+1@school.nl"),
    somebody("Fatima-Zahra", "", "El Idrissi", call_name="Fati", student_number="007"),
    somebody("Łukasz", "", "Błaszczyk-Wójcik", student_number="500127"),
    somebody("Yağmur", "", "Öztürk", student_number="500128", note=LONG_NOTE),
    somebody("Jan Willem", "op den", "Akker", call_name="Jan", note="=1+1"),
    somebody("Bo"),
)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(class_files, "MEMORY", 1 << 20)
    monkeypatch.setattr(class_files, "MEMORY_ALLOWED", (1 << 20, 1 << 22))


@pytest.fixture
def class_id(desk: Desk) -> ClassId:
    """The class above, everybody with a photo but for the last."""
    arrivals = [
        Arrival(student=person, picture=read_photo(portrait(n), source=str(n)))
        for n, person in enumerate(PEOPLE[:-1])
    ]
    done = desk.do(
        import_class,
        arrivals=[*arrivals, Arrival(student=PEOPLE[-1])],
        joined=TODAY,
        class_name=CLASS,
    )
    return done.result.class_id


def given_out_and_taken_in(desk: Desk, wish: Wish, *, now: datetime, folder: Path) -> Desk:
    """The vault of somebody who takes in what leaves here, as it is proposed to them."""
    gathered = gather(desk.vault, wish, on=TODAY)
    data = contents_of(gathered, headers=HEADERS, passphrase=PHRASE, at=now)
    path = folder / f"klas.{wish.kind.ending}"
    save(path, data)
    found = read_import(
        [path],
        on_progress=lambda _done, _total: None,
        is_cancelled=lambda: False,
        passphrases={path.name: PHRASE},
    )
    assert found.refused == ()
    other = Desk(vault_in_memory())
    fields = columns_of(other.vault, found.table) if found.table else ()
    proposal = propose(other.vault, found, fields=fields, class_id=None)
    sure = {m.person: m.photo for m in proposal.matches if m.sure and m.person is not None}
    other.do(
        import_class,
        arrivals=arrivals_of(proposal, found, photo_of=sure),
        joined=TODAY,
        class_name=proposal.class_name,
    )
    return other


def told(desk: Desk, *fields: str) -> list[tuple[str, ...]]:
    """Everybody by name, as far as these fields go."""
    return [tuple(getattr(one, name) for name in fields) for one in everybody(desk)]


def everybody(desk: Desk) -> list[Student]:
    return sorted(students.all_students(desk.vault), key=lambda one: one.sort_key)


def assert_same_faces(desk: Desk, other: Desk) -> None:
    for one, same in zip(everybody(desk), everybody(other), strict=True):
        assert bool(one.photo) == bool(same.photo), one.full_name
        if one.photo:
            values = ImageChops.difference(face(desk, one), face(other, same)).tobytes()
            assert sum(values) / len(values) < 6, one.full_name


def face(desk: Desk, one: Student) -> Image.Image:
    assert one.photo
    assert one.crop
    data = photo_bytes(desk.vault, one.photo, large=True) or b""
    return Image.open(BytesIO(portrait_of(data, one.crop))).convert("RGB").resize((60, 80))


NAMES = ("given_name", "infix", "family_name", "call_name")


@pytest.mark.parametrize("kind", [ExportKind.CSV, ExportKind.XLSX])
def test_a_list_comes_back_as_it_left(
    kind: ExportKind, desk: Desk, class_id: ClassId, now: datetime, tmp_path: Path
) -> None:
    wish = Wish(kind=kind, class_id=class_id)
    other = given_out_and_taken_in(desk, wish, now=now, folder=tmp_path)
    fields = (*NAMES, "student_number", "email")
    assert told(other, *fields) == told(desk, *fields)
    assert [each.name for each in school_classes.all_classes(other.vault)] == [CLASS]


def test_cards_come_back_with_names_addresses_and_faces(
    desk: Desk, class_id: ClassId, now: datetime, tmp_path: Path
) -> None:
    wish = Wish(kind=ExportKind.VCARD, class_id=class_id, with_photos=True)
    other = given_out_and_taken_in(desk, wish, now=now, folder=tmp_path)
    assert told(other, *NAMES, "email") == told(desk, *NAMES, "email")
    assert [each.name for each in school_classes.all_classes(other.vault)] == [CLASS]
    assert_same_faces(desk, other)


@pytest.mark.skipif(find_spec("genanki") is None, reason="the extra is not here")
def test_a_deck_comes_back_with_names_and_faces(
    desk: Desk, class_id: ClassId, now: datetime, tmp_path: Path
) -> None:
    wish = Wish(kind=ExportKind.DECK, class_id=class_id)
    other = given_out_and_taken_in(desk, wish, now=now, folder=tmp_path)
    with_faces = [one.full_name for one in everybody(desk) if one.photo]
    assert [one.full_name for one in everybody(other)] == with_faces
    assert all(one.photo for one in everybody(other))


def test_a_sealed_class_comes_back_whole(
    desk: Desk, class_id: ClassId, now: datetime, tmp_path: Path, quick: None
) -> None:
    wish = Wish(kind=ExportKind.CLASS_FILE, class_id=class_id, with_photos=True, with_notes=True)
    other = given_out_and_taken_in(desk, wish, now=now, folder=tmp_path)
    fields = (*NAMES, "student_number", "email", "note")
    assert told(other, *fields) == told(desk, *fields)
    assert [each.name for each in school_classes.all_classes(other.vault)] == [CLASS]
    assert_same_faces(desk, other)


def test_what_comes_back_here_changes_nobody(
    desk: Desk, class_id: ClassId, now: datetime, tmp_path: Path, quick: None
) -> None:
    wish = Wish(kind=ExportKind.CLASS_FILE, class_id=class_id, with_notes=True)
    gathered = gather(desk.vault, wish, on=TODAY)
    path = tmp_path / "klas.klasgenoot"
    save(path, contents_of(gathered, headers=HEADERS, passphrase=PHRASE, at=now))
    found = read_import(
        [path],
        on_progress=lambda _done, _total: None,
        is_cancelled=lambda: False,
        passphrases={path.name: PHRASE},
    )
    assert found.table
    fields = columns_of(desk.vault, found.table)
    proposal = propose(desk.vault, found, fields=fields, class_id=class_id)
    seen = proposal.difference
    assert (seen.added, seen.changed, seen.missing) == ((), (), ())
    assert len(seen.same) == len(PEOPLE)
    assert replace(seen.same[0].student) in everybody(desk)
