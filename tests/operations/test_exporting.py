"""What leaves is what was said, and nobody else; it stands in the log, and can come back."""

import json
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from builders import TODAY, content, school_class
from imports import take_in
from klasgenoot.domain.errors import (
    NobodyLeaves,
    ReadOnlyPlace,
    SealedClassFile,
    Unknown,
    WeakPassphrase,
    WrongClassPassphrase,
)
from klasgenoot.domain.exports import ExportKind
from klasgenoot.domain.people import ClassId, Crop, Student, StudentId
from klasgenoot.domain.portrait import default_crop
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.domain.seating import Room, Seat
from klasgenoot.exchange import class_files
from klasgenoot.exchange.outgoing.portraits import portrait_of
from klasgenoot.exchange.outgoing.rows import Column
from klasgenoot.exchange.photos import read_photo
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.erasing import What, stone_for
from klasgenoot.operations.exporting import Gathered, Wish, contents_of, gather, keep_export, save
from klasgenoot.operations.import_class import import_class
from klasgenoot.operations.proposing import arrivals_of, propose
from klasgenoot.operations.reading import columns_of, read_import
from klasgenoot.operations.rights import restrict, tell_photo
from klasgenoot.operations.seating import make_seating_plan, seat_students
from klasgenoot.operations.students import edit_student, remove_students, set_photo
from klasgenoot.store import exports, students
from klasgenoot.store.erasures import bury, set_up
from klasgenoot.store.opening import vault_in_memory
from klasgenoot.store.photos import StoredPhoto, keep_photo, photo_bytes
from made_files import encoded, exif, picture

OTHER = "vijf schapen drinken melk"
PHRASE = "vijf schapen drinken thee"
HEADERS = dict(
    zip(
        Column,
        ("Studentnummer", "Roepnaam", "Voornaam", "Tussenvoegsel", "Achternaam", "E-mail", "Klas"),
        strict=True,
    )
)
CROP = Crop(0.5, 0.0, 0.5, 0.625)
BESIDE = (0, 0, 255)
"""The colour of who stands beside the face in a photo."""


def _photo_of_two() -> bytes:
    """At the right a face; at the left somebody else. With all that a phone writes beside it."""
    image = Image.new("RGB", (400, 400), (200, 150, 120))
    image.paste(BESIDE, (0, 0, 200, 400))
    return encoded(image, exif=exif())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(class_files, "MEMORY", 1 << 20)
    monkeypatch.setattr(class_files, "MEMORY_ALLOWED", (1 << 20, 1 << 22))


@pytest.fixture
def filled(desk: Desk) -> tuple[ClassId, list[StudentId]]:
    """Five students, of whom the first two have photos and more that is kept."""
    class_id, ids = school_class(desk)
    for number, (who, data) in enumerate(
        zip(ids, (_photo_of_two(), encoded(picture(300, 400))), strict=False)
    ):
        made = read_photo(data, source="")
        stored = StoredPhoto(made.large, made.small, made.width, made.height)
        photo = keep_photo(desk.vault, stored)
        crop = default_crop(made.width, made.height)
        desk.do(set_photo, student_id=who, photo=photo, crop=crop)
        known = students.student(desk.vault, who)
        assert known
        desk.do(
            edit_student,
            changed=replace(
                known,
                student_number=f"00{number}123",
                email=f"s{number}@school.nl",
                note="roeit op zondag\nbelt liever",
                mnemonic="geheugen",
                pronunciation="sah-neh",
            ),
        )
    return class_id, ids


def _made(desk: Desk, wish: Wish, now: datetime, *, passphrase: str = PHRASE) -> bytes:
    gathered = gather(desk.vault, wish, on=TODAY)
    return contents_of(gathered, headers=HEADERS, passphrase=passphrase, at=now)


LISTS = [ExportKind.CSV, ExportKind.XLSX, ExportKind.VCARD, ExportKind.CLASS_FILE]


def test_a_list_holds_the_class_and_no_other_words(
    desk: Desk, filled: tuple[ClassId, list[StudentId]], now: datetime
) -> None:
    text = _made(desk, Wish(kind=ExportKind.CSV, class_id=filled[0]), now).decode("utf-8-sig")
    assert len(text.splitlines()) == 6
    assert '"000123";"";"Sanne";"";"Hoekstra";"s0@school.nl";"CMV-1B"' in text
    for secret in ("roeit", "geheugen", "sah-neh"):
        assert secret not in text


@pytest.mark.parametrize("kind", [*LISTS, ExportKind.PHOTO_LIST, ExportKind.EVERYTHING])
def test_who_is_restricted_is_in_no_export(
    desk: Desk, filled: tuple[ClassId, list[StudentId]], kind: ExportKind
) -> None:
    class_id, ids = filled
    desk.do(restrict, student_id=ids[0], on=TODAY)
    asked = None if kind is ExportKind.EVERYTHING else ids
    gathered = gather(
        desk.vault, Wish(kind=kind, class_id=class_id, only=asked, with_photos=True), on=TODAY
    )
    assert ids[0] not in gathered.ids
    assert len(gathered.ids) == 4
    assert "Hoekstra" not in repr(gathered)


def test_only_who_was_chosen_leaves(desk: Desk, filled: tuple[ClassId, list[StudentId]]) -> None:
    class_id, ids = filled
    wish = Wish(kind=ExportKind.CSV, class_id=class_id, only={ids[1], ids[3]})
    assert set(gather(desk.vault, wish, on=TODAY).ids) == {ids[1], ids[3]}
    with pytest.raises(NobodyLeaves):
        gather(desk.vault, Wish(kind=ExportKind.CSV, class_id=class_id, only=()), on=TODAY)
    with pytest.raises(Unknown):
        gather(desk.vault, Wish(kind=ExportKind.CSV, class_id=ClassId(99)), on=TODAY)


def test_photos_come_along_only_where_they_are_wanted(
    desk: Desk, filled: tuple[ClassId, list[StudentId]]
) -> None:
    class_id, _ = filled

    def faces(kind: ExportKind, *, wanted: bool) -> int:
        wish = Wish(kind=kind, class_id=class_id, with_photos=wanted, with_notes=True)
        return sum(bool(one.picture) for one in gather(desk.vault, wish, on=TODAY).pictured())

    assert faces(ExportKind.PHOTO_LIST, wanted=True) == 2
    assert faces(ExportKind.PHOTO_LIST, wanted=False) == 0
    assert faces(ExportKind.CSV, wanted=True) == 0
    assert faces(ExportKind.PRACTICE_SHEET, wanted=False) == 2


def test_what_is_about_faces_leaves_out_who_has_none_and_says_when_nobody_has(
    desk: Desk, filled: tuple[ClassId, list[StudentId]]
) -> None:
    class_id, ids = filled
    wish = Wish(kind=ExportKind.PRACTICE_SHEET, class_id=class_id)
    assert set(gather(desk.vault, wish, on=TODAY).ids) == set(ids[:2])
    for who in ids[:2]:
        desk.do(tell_photo, student_id=who, answer=PhotoAnswer.NO, on=TODAY)
    with pytest.raises(NobodyLeaves) as caught:
        gather(desk.vault, wish, on=TODAY)
    assert caught.value.why == "photos"


def test_who_would_rather_have_no_photo_has_none_in_it(
    desk: Desk, filled: tuple[ClassId, list[StudentId]]
) -> None:
    class_id, ids = filled
    desk.do(tell_photo, student_id=ids[0], answer=PhotoAnswer.NO, on=TODAY)
    wish = Wish(kind=ExportKind.PHOTO_LIST, class_id=class_id, with_photos=True)
    gathered = gather(desk.vault, wish, on=TODAY)
    assert ids[0] in gathered.ids
    assert [bool(one.picture) for one in gathered.pictured() if one.name == "Sanne"] == [False]
    told = gather(desk.vault, Wish(kind=ExportKind.EVERYTHING, with_photos=True), on=TODAY).plain
    assert told
    those = {one["id"]: "photo" in one for one in told["classes"][0]["students"]}
    assert (those[ids[0]], those[ids[1]]) == (False, True)


def test_a_portrait_leaves_without_who_stands_beside_it_and_without_what_a_phone_told(
    desk: Desk, filled: tuple[ClassId, list[StudentId]]
) -> None:
    class_id, ids = filled
    known = students.student(desk.vault, ids[0])
    assert known
    desk.do(set_photo, student_id=known.id, photo=known.photo, crop=CROP)
    wish = Wish(kind=ExportKind.VCARD, class_id=class_id, with_photos=True)
    people = gather(desk.vault, wish, on=TODAY).pictured()
    (sanne,) = (one for one in people if one.name == "Sanne")
    image = Image.open(BytesIO(sanne.picture))
    assert image.size == (200, 250)
    least_red, _ = image.getchannel("R").getextrema()
    assert least_red > 120, "blue is who stands beside"
    for person in people:
        if person.picture:
            assert not Image.open(BytesIO(person.picture)).getexif()
            assert b"Exif" not in person.picture
            assert b"52.3676" not in person.picture
            assert person.picture.count(b"\xff\xd8\xff") == 1, "a thumbnail"


def test_the_log_says_what_left_and_undo_leaves_it_there(
    desk: Desk, filled: tuple[ClassId, list[StudentId]]
) -> None:
    class_id, ids = filled
    wish = Wish(kind=ExportKind.PHOTO_LIST, class_id=class_id, with_photos=True, only=ids[:3])
    before = desk.next_undo
    keep_export(desk.vault, gather(desk.vault, wish, on=TODAY), on=TODAY)
    assert desk.next_undo is before
    (record,) = exports.all_exports(desk.vault)
    assert (record.kind, record.made_on, record.class_name) == (
        ExportKind.PHOTO_LIST,
        TODAY,
        "CMV-1B",
    )
    assert (record.count, record.with_photos, record.with_notes) == (3, True, False)
    assert set(record.students) == set(ids[:3])
    desk.undo()
    assert exports.all_exports(desk.vault) == (record,)
    assert ids[0] in record.students
    assert ids[4] not in record.students


def test_who_goes_leaves_the_log_and_comes_back_with_undo(
    desk: Desk, filled: tuple[ClassId, list[StudentId]]
) -> None:
    class_id, ids = filled
    wish = Wish(kind=ExportKind.CSV, class_id=class_id)
    keep_export(desk.vault, gather(desk.vault, wish, on=TODAY), on=TODAY)
    before = content(desk.vault)
    desk.do(remove_students, class_id=class_id, student_ids=[ids[0]])
    (record,) = exports.all_exports(desk.vault)
    assert (ids[0] in record.students, record.count) == (False, 5)
    desk.undo()
    assert content(desk.vault) == before


def test_who_is_erased_is_in_the_log_no_more(
    desk: Desk, filled: tuple[ClassId, list[StudentId]]
) -> None:
    class_id, ids = filled
    keep_export(
        desk.vault,
        gather(desk.vault, Wish(kind=ExportKind.CSV, class_id=class_id), on=TODAY),
        on=TODAY,
    )
    stone = stone_for(desk.vault, What.STUDENT, ids[0], on=TODAY)
    with desk.vault.journal.for_good():
        bury(desk.vault.connection, [stone])
        set_up(desk.vault.connection, [stone])
    (record,) = exports.all_exports(desk.vault)
    assert ids[0] not in record.students


def test_everything_is_what_is_kept(
    desk: Desk, filled: tuple[ClassId, list[StudentId]], now: datetime
) -> None:
    _, ids = filled
    desk.do(
        log_contact, drafts=[ContactDraft(student_ids=(ids[0],), happened_on=TODAY, text="hoi")]
    )
    told = json.loads(_made(desk, Wish(kind=ExportKind.EVERYTHING), now))
    (school,) = told["classes"]
    assert school["name"] == "CMV-1B"
    (sanne,) = (one for one in school["students"] if one["given_name"] == "Sanne")
    assert (sanne["note"], sanne["contacts"][0]["text"]) == ("roeit op zondag\nbelt liever", "hoi")
    assert "photo" not in sanne
    gathered = gather(desk.vault, Wish(kind=ExportKind.EVERYTHING, with_photos=True), on=TODAY)
    assert gathered.has_photos
    assert gathered.plain
    told = [one.get("photo") for one in gathered.plain["classes"][0]["students"]]
    assert sum(bool(photo) for photo in told) == 2


def _handed_on(path: Path, *, passphrase: str | None) -> Desk:
    """A colleague opens the file: the same readers, another vault."""
    other = Desk(vault_in_memory())
    found = read_import(
        [path],
        on_progress=lambda *_: None,
        is_cancelled=lambda: False,
        passphrases={} if passphrase is None else {path.name: passphrase},
    )
    assert found.table is not None
    assert found.refused == ()
    proposal = propose(
        other.vault, found, fields=columns_of(other.vault, found.table), class_id=None
    )
    sure = {match.person: match.photo for match in proposal.matches if match.sure}
    assert len(sure) == len(found.photos)
    other.do(
        import_class,
        arrivals=arrivals_of(proposal, found, photo_of=sure),
        joined=TODAY,
        class_name=proposal.class_name,
    )
    return other


@pytest.mark.parametrize("with_notes", [False, True])
def test_a_colleague_gets_the_list_and_the_photos(
    desk: Desk,
    filled: tuple[ClassId, list[StudentId]],
    now: datetime,
    tmp_path: Path,
    quick: None,
    *,
    with_notes: bool,
) -> None:
    class_id, _ = filled
    wish = Wish(
        kind=ExportKind.CLASS_FILE, class_id=class_id, with_photos=True, with_notes=with_notes
    )
    path = tmp_path / "klas.klasgenoot"
    save(path, _made(desk, wish, now))
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    with pytest.raises(SealedClassFile):
        _handed_on(path, passphrase=None)
    with pytest.raises(WrongClassPassphrase):
        _handed_on(path, passphrase=OTHER)
    other = _handed_on(path, passphrase=PHRASE)
    ours, theirs = students.all_students(desk.vault), students.all_students(other.vault)
    names = ("given_name", "infix", "family_name", "call_name", "student_number", "email")
    assert [[getattr(one, name) for name in names] for one in ours] == [
        [getattr(one, name) for name in names] for one in theirs
    ]
    assert [one.note for one in theirs] == [one.note if with_notes else "" for one in ours]
    assert not any(one.mnemonic or one.pronunciation for one in theirs)
    for one, same in zip(ours, theirs, strict=True):
        assert bool(one.photo) == bool(same.photo)
        if one.photo and same.photo:
            assert _distance(_portrait(desk, one), _portrait(other, same)) < 3


def _portrait(desk: Desk, one: Student) -> Image.Image:
    """The face as it is shown."""
    assert one.photo
    assert one.crop
    data = photo_bytes(desk.vault, one.photo, large=True) or b""
    return Image.open(BytesIO(portrait_of(data, one.crop)))


def _distance(one: Image.Image, same: Image.Image) -> float:
    """How far two pictures are apart on average, of 255."""
    assert one.size == same.size
    values = ImageChops.difference(one, same).convert("L").tobytes()
    return sum(values) / len(values)


def test_a_list_that_comes_back_changes_nothing(
    desk: Desk, filled: tuple[ClassId, list[StudentId]], now: datetime, tmp_path: Path
) -> None:
    class_id, _ = filled
    path = tmp_path / "CMV-1B.csv"
    save(path, _made(desk, Wish(kind=ExportKind.CSV, class_id=class_id), now))
    before = content(desk.vault)
    done = take_in(desk, path)
    assert (done.result.added, done.result.updated) == (0, 0)
    assert content(desk.vault) == before


def test_a_passphrase_that_is_guessed_in_a_day_is_refused(
    desk: Desk, filled: tuple[ClassId, list[StudentId]], now: datetime
) -> None:
    wish = Wish(kind=ExportKind.CLASS_FILE, class_id=filled[0])
    for weak in ("welkom01", "CMV-1B", "a"):
        with pytest.raises(WeakPassphrase):
            _made(desk, wish, now, passphrase=weak)


def test_a_place_that_cannot_be_written_leaves_the_older_file(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    save(path, b"older")
    save(path, b"newer")
    assert path.read_bytes() == b"newer"
    with pytest.raises(ReadOnlyPlace):
        save(tmp_path / "not there" / "x.csv", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["x.csv"]


def test_gathering_changes_nothing(desk: Desk, filled: tuple[ClassId, list[StudentId]]) -> None:
    before = content(desk.vault)
    made: Gathered = gather(
        desk.vault, Wish(kind=ExportKind.PHOTO_LIST, class_id=filled[0], with_photos=True), on=TODAY
    )
    made.pictured()
    assert content(desk.vault) == before


def test_a_seating_plan_is_of_those_with_a_seat_and_nothing_else_tells_where_they_sit(
    desk: Desk,
) -> None:
    class_id, ids = school_class(desk)
    wish = Wish(kind=ExportKind.SEATING_PLAN, class_id=class_id)
    with pytest.raises(NobodyLeaves) as trouble:
        gather(desk.vault, wish, on=TODAY)
    assert trouble.value.why == "seats"
    room = Room(rows=2, columns=3)
    desk.do(make_seating_plan, class_id=class_id, room=room)
    desk.do(seat_students, class_id=class_id, seats={Seat(1, 2): ids[1]})
    gathered = gather(desk.vault, wish, on=TODAY)
    assert gathered.ids == (ids[1],)
    assert [(one.room, one.seat) for one in gathered.people] == [(room, Seat(1, 2))]
    listed = gather(desk.vault, replace(wish, kind=ExportKind.CSV), on=TODAY)
    assert {(one.room, one.seat) for one in listed.people} == {(None, None)}
