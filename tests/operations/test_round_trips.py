"""What is given out and taken in again elsewhere is the same class: students, names, photos."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from builders import TODAY
from imports import portrait, read
from klasgenoot.domain.exports import ExportKind
from klasgenoot.domain.people import ClassId, Crop, Student, StudentId
from klasgenoot.exchange import class_files
from klasgenoot.exchange.outgoing.portraits import portrait_of
from klasgenoot.exchange.outgoing.rows import Column
from klasgenoot.exchange.photos import read_photo
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.exporting import Wish, contents_of, gather, save
from klasgenoot.operations.import_class import Arrival, import_class, import_classes
from klasgenoot.operations.proposing import arrivals_of, propose, told_by
from klasgenoot.operations.proposing_classes import into_classes, propose_classes
from klasgenoot.operations.reading import columns_of, read_import
from klasgenoot.store import school_classes, students
from klasgenoot.store.opening import vault_in_memory
from klasgenoot.store.photos import photo_bytes
from made_files import encoded, picture

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


def assert_same_faces(desk: Desk, other: Desk, *, among: list[Student] | None = None) -> None:
    for one, same in zip(among or everybody(desk), everybody(other), strict=True):
        assert one.full_name == same.full_name
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


def test_a_deck_comes_back_with_names_and_faces(
    desk: Desk, class_id: ClassId, now: datetime, tmp_path: Path
) -> None:
    wish = Wish(kind=ExportKind.DECK, class_id=class_id)
    other = given_out_and_taken_in(desk, wish, now=now, folder=tmp_path)
    shown = [tuple(getattr(one, name) for name in NAMES) for one in everybody(desk) if one.photo]
    assert told(other, *NAMES) == shown
    assert_same_faces(desk, other, among=[one for one in everybody(desk) if one.photo])


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


# ---- everything ----


def given_back(desk: Desk, *, now: datetime, folder: Path) -> Desk:
    """An empty vault that took in the JSON of everything of this one, as it is proposed there."""
    path = folder / "alles.json"
    wish = Wish(kind=ExportKind.EVERYTHING, with_photos=True)
    save(path, contents_of(gather(desk.vault, wish, on=TODAY), headers=HEADERS, at=now))
    return taken_in_here(Desk(vault_in_memory()), path)


def taken_in_here(other: Desk, path: Path) -> Desk:
    """Takes in all classes of a file, each by itself, in one step."""
    found = read(path)
    assert found.refused == ()
    assert found.table
    fields = columns_of(other.vault, found.table)
    names = {name for name, _ in told_by(found, fields=fields, only=()).classes}
    proposal = propose_classes(other.vault, found, fields=fields, only=names)
    assert all(match.sure for match in proposal.matches)
    other.do(
        import_classes,
        arrivals=arrivals_of(proposal, found),
        into=into_classes(proposal, leaving={}),
        joined=TODAY,
    )
    return other


def classes_of(desk: Desk, *fields: str) -> dict[str, list[tuple[object, ...]]]:
    """Everybody in each class, as far as these fields go."""
    return {
        each.name: [
            tuple(getattr(one, name) for name in fields)
            for one in students.all_students(desk.vault, class_id=each.id)
        ]
        for each in school_classes.all_classes(desk.vault)
    }


KEPT = (*NAMES, "student_number", "email", "pronouns", "photo", "crop")


@pytest.fixture
def two_classes(desk: Desk, class_id: ClassId) -> Desk:
    """The class above, and another with two of its students and one of the same name."""
    known = {one.given_name: one for one in students.all_students(desk.vault)}
    namesake = somebody("Bo")
    photo = read_photo(encoded(portrait_with_frame(), "PNG"), source="x")
    desk.do(
        import_class,
        arrivals=[
            Arrival(student=known["Bo"]),
            Arrival(student=known["Sanne"]),
            Arrival(student=namesake, picture=photo, crop=Crop(0.1, 0.05, 1 / 3, 0.6)),
            Arrival(student=somebody("Nynke", "", "Boersma", pronouns="die/hen")),
            Arrival(student=somebody("Test", "", "Student", call_name="Test Student")),
            Arrival(student=somebody("Ali", "", "van den Dam", student_number="0500123")),
        ],
        joined=TODAY,
        class_name="1A, 1B",
    )
    desk.do(import_class, arrivals=[Arrival(student=known["Milan"])], joined=TODAY, class_name="1A")
    return desk


def portrait_with_frame() -> Image.Image:
    """A photo of two people, of whom one is cut out."""
    image = picture(300, 200)
    image.paste((90, 200, 60), (40, 30, 120, 140))
    return image


def test_everything_comes_back_with_each_class_name_and_photo_to_the_byte(
    two_classes: Desk, now: datetime, tmp_path: Path
) -> None:
    other = given_back(two_classes, now=now, folder=tmp_path)
    assert classes_of(other, *KEPT) == classes_of(two_classes, *KEPT)
    for one, same in zip(everybody(two_classes), everybody(other), strict=True):
        if one.photo:
            assert same.photo
            kept = photo_bytes(two_classes.vault, one.photo, large=True)
            assert photo_bytes(other.vault, same.photo, large=True) == kept
    once_more = given_back(other, now=now, folder=tmp_path)
    assert classes_of(once_more, *KEPT) == classes_of(two_classes, *KEPT)


def test_everything_that_comes_back_here_changes_nothing_and_undo_takes_all_of_it_back(
    two_classes: Desk, now: datetime, tmp_path: Path
) -> None:
    before = classes_of(two_classes, "id", *KEPT)
    given_back(two_classes, now=now, folder=tmp_path)
    found = read(tmp_path / "alles.json")
    assert found.table
    fields = columns_of(two_classes.vault, found.table)
    names = {name for name, _ in told_by(found, fields=fields, only=()).classes}
    seen = propose_classes(two_classes.vault, found, fields=fields, only=names).difference
    assert (seen.added, seen.changed) == ((), ())
    taken_in_here(two_classes, tmp_path / "alles.json")
    assert classes_of(two_classes, "id", *KEPT) == before
    other = Desk(vault_in_memory())
    taken_in_here(other, tmp_path / "alles.json")
    other.undo()
    assert classes_of(other) == {}
    assert students.all_students(other.vault) == ()


def test_what_is_no_list_stays_in_the_file(
    two_classes: Desk, now: datetime, tmp_path: Path
) -> None:
    who = everybody(two_classes)[0].id
    draft = ContactDraft(student_ids=(who,), happened_on=TODAY, text="vertelde over roeien")
    two_classes.do(log_contact, drafts=[draft])
    other = given_back(two_classes, now=now, folder=tmp_path)
    told = (tmp_path / "alles.json").read_text("utf-8")
    assert "vertelde over roeien" in told
    assert "roeit op zondag" in told
    tables = other.vault.rows("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE%'")
    written = "".join(
        str(row) for (name,) in tables for row in other.vault.rows(f'SELECT * FROM "{name}"')
    )
    assert "Hoekstra" in written
    assert "roei" not in written
