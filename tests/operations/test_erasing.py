"""Erasing for good: nothing is left in the data nor in a copy, and the others keep theirs."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlite_utils import Database

import decrypted
from builders import TODAY, content, school_class
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.erasing import Part, Tombstone, What
from klasgenoot.domain.errors import Unknown
from klasgenoot.domain.look_alikes import ToldApart
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.searching import read_sought
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.operations.attention import snooze
from klasgenoot.operations.backing_up import back_up, begin_round
from klasgenoot.operations.calendar import import_calendar, plan_lessons
from klasgenoot.operations.closing import request_to_close
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.erasing import (
    Request,
    catch_up,
    certificate_of,
    erase,
    request_for,
    sight_of,
    stone_for,
)
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.more_photos import add_photo
from klasgenoot.operations.own_words import keep_own_words, note_in_common
from klasgenoot.operations.recordings import record_name
from klasgenoot.operations.students import edit_student, remove_students, set_photo
from klasgenoot.operations.study_coach import note_consent, transfer_to_coach
from klasgenoot.store import attention, contacts, drills, school_classes, scrubbing, students
from klasgenoot.store.backups import backups_in
from klasgenoot.store.database import Vault
from klasgenoot.store.drafts import LOG, save_draft, stored_draft
from klasgenoot.store.erasures import tombstones
from klasgenoot.store.migrations import migrate
from klasgenoot.store.opening import open_vault
from klasgenoot.store.passed_over import pass_over, passed_over
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.restoring import restore, verify
from klasgenoot.store.schema import FILE
from klasgenoot.store.scrubbing import copies_of, is_anything_left, open_copy, scrub
from klasgenoot.store.search import find
from klasgenoot.store.sounds import StoredSound, keep_sound
from klasgenoot.store.upgrading import APPLICATION_ID

KEY = "5b" * 32
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
FACE = b"\xff\xd8needle of the face" + bytes(range(256)) * 40

WHERE = {
    "given": "Quirijnsnaald",
    "family": "Zwaluwnaald",
    "number": "naaldnummer77",
    "mail": "naaldpost@example.org",
    "note": "naaldnotitie",
    "alone": "naaldalleen",
    "private": "naaldgeheim",
    "promise": "naaldbelofte",
    "draft": "naaldklad",
}


@dataclass
class School:
    """A class in a file, with somebody in it of whom there is a word in every place."""

    vault: Vault
    desk: Desk
    place: Path
    class_id: ClassId
    ids: list[StudentId]

    @property
    def who(self) -> StudentId:
        return self.ids[0]

    def back_up(self) -> Path:
        return back_up(self.vault, begin_round(self.vault, self.place), now=NOW).path

    def erase(self, *ids: StudentId, **values: object) -> Request:
        request = replace(request_for(self.vault, ids or [self.who], on=TODAY), **values)
        erase(self.vault, request=request)
        return request

    def scrub(self) -> object:
        return scrub(copies_of(self.vault, places=[self.place]))

    def needles(self, *files: Path) -> dict[str, int]:
        """The words that are still found in files, decrypted page by page."""
        wanted = {name: word.encode() for name, word in WHERE.items()} | {"face": FACE[:24]}
        wanted |= {f"folded {name}": word.lower().encode() for name, word in WHERE.items()}
        found: dict[str, int] = {}
        for file in files:
            for name, count in decrypted.needles_in(file, wanted, key=KEY).items():
                found[f"{file.name} {name}"] = count
        return found

    def live_files(self) -> list[Path]:
        folder = self.vault.path.parent
        return [path for path in folder.iterdir() if ".db" in path.name]


@pytest.fixture
def school(tmp_path: Path) -> School:
    vault = open_vault(tmp_path / "data", key=KEY)
    desk = Desk(vault)
    class_id, ids = school_class(desk)
    who = students.student(vault, ids[0])
    assert who
    desk.do(
        edit_student,
        changed=replace(
            who,
            given_name=WHERE["given"],
            family_name=WHERE["family"],
            student_number=WHERE["number"],
            email=WHERE["mail"],
            note=WHERE["note"],
        ),
    )
    photo = keep_photo(vault, StoredPhoto(FACE, FACE[::-1], 4, 5))
    desk.do(set_photo, student_id=ids[0], photo=photo, crop=None)
    desk.do(
        log_contact,
        drafts=[
            ContactDraft(
                student_ids=(ids[0],),
                happened_on=TODAY,
                kind=ContactKind.TALK,
                text=WHERE["alone"],
                follow_up=TODAY,
            ),
            ContactDraft(
                student_ids=(ids[0], ids[1]),
                happened_on=TODAY,
                text="project loopt",
                private={ids[0]: WHERE["private"], ids[1]: "blijft staan"},
            ),
            ContactDraft(
                student_ids=(ids[0],), happened_on=TODAY, text=WHERE["promise"], follow_up=TODAY
            ),
        ],
    )
    desk.do(note_group, class_id=class_id, on=TODAY, text="rustiger dan vorige week")
    save_draft(vault, of=LOG, text=f"{WHERE['given']}: {WHERE['draft']}")
    return School(vault, desk, tmp_path / "stick", class_id, ids)


needs_aes = pytest.mark.skipif(not decrypted.is_possible(), reason="no OpenSSL library here")


@needs_aes
def test_the_reader_of_pages_sees_every_needle_that_is_there(school: School) -> None:
    backup = school.back_up()
    school.vault.empty_log()
    found = school.needles(*school.live_files(), backup)
    for name in (*WHERE, "face"):
        assert any(key.endswith(f" {name}") and key.startswith(FILE) for key in found), name
        assert any(key.endswith(f" {name}") and "backup" in key for key in found), name


@needs_aes
def test_nothing_of_somebody_erased_is_left_in_any_page(school: School) -> None:
    backup = school.back_up()
    school.erase()
    assert school.needles(*school.live_files()) == {}
    school.scrub()
    assert school.needles(*school.live_files(), backup) == {}


@needs_aes
def test_files_kept_aside_and_those_of_before_a_migration_go_along(school: School) -> None:
    school.back_up()
    folder = school.vault.path.parent
    school.vault.close()
    restore(backups_in(school.place)[0], folder, key=KEY, at=NOW)
    (folder / "klasgenoot-before-3.db").write_bytes((folder / FILE).read_bytes())
    school.vault = open_vault(folder, key=KEY)
    school.erase()
    reached = scrub(copies_of(school.vault, places=[school.place]))
    assert (reached.backups, reached.asides, reached.not_reached) == (1, 2, ())
    files = [path for path in folder.iterdir() if ".db" in path.name]
    assert sum("aside" in path.name for path in files) == 1
    assert not any("before" in path.name for path in files)
    assert school.needles(*files, *school.place.iterdir()) == {}


def test_what_is_of_others_stays_as_it_was(school: School) -> None:
    vault, other = school.vault, school.ids[1]
    before = {each: contacts.contacts_of(vault, each) for each in school.ids[2:]}
    school.erase()
    (shared,) = contacts.contacts_of(vault, other)
    assert (shared.text, shared.student_ids) == ("project loopt", (other,))
    assert contacts.private_texts(vault, other) == {shared.id: "blijft staan"}
    assert {each: contacts.contacts_of(vault, each) for each in school.ids[2:]} == before
    assert find(vault, read_sought("blijft")).places == (("contacts", shared.id),)
    assert find(vault, read_sought(WHERE["private"])).places == ()
    assert vault.rows("PRAGMA foreign_key_check") == []
    vault.connection.execute("INSERT INTO words(words) VALUES('integrity-check')")


def test_the_sight_counts_what_goes_and_changes_nothing(school: School) -> None:
    school.back_up()
    before = content(school.vault)
    tables = school.vault.rows("SELECT * FROM sqlite_master")
    request = request_for(school.vault, [school.who], on=TODAY)
    sight = sight_of(school.vault, request, backups=begin_round(school.vault, school.place))
    assert content(school.vault) == before
    assert school.vault.rows("SELECT * FROM sqlite_master") == tables
    assert sight.counts == {
        Part.STUDENTS: 1,
        Part.CONTACTS: 2,
        Part.PRIVATE_LINES: 1,
        Part.PROMISES: 2,
        Part.PHOTOS: 1,
    }
    assert (sight.shared, sight.backups, sight.mentions) == (1, 1, ())
    assert school.vault.journal.done, "looking leaves undo alone"
    school.desk.do(note_group, class_id=school.class_id, on=TODAY, text="daarna nog vindbaar")
    assert len(find(school.vault, read_sought("vindbaar")).places) == 1
    school.erase()
    assert find(school.vault, read_sought(WHERE["given"])).places == ()


def test_a_draft_that_names_them_goes_and_another_stays(school: School) -> None:
    save_draft(school.vault, of="note:1", text="de groep was stil")
    school.erase()
    assert stored_draft(school.vault, of=LOG) == ""
    assert stored_draft(school.vault, of="note:1") == "de groep was stil"


def test_who_was_passed_over_today_is_no_longer_there_by_number(school: School) -> None:
    pass_over(school.vault, {school.ids[0]}, on=TODAY)
    school.erase()
    assert passed_over(school.vault, on=TODAY) == frozenset(), "a number is given out again"


def test_a_photo_that_somebody_else_has_too_stays(school: School) -> None:
    photo = keep_photo(school.vault, StoredPhoto(FACE, FACE[::-1], 4, 5))
    school.desk.do(set_photo, student_id=school.ids[1], photo=photo, crop=None)
    school.erase()
    assert school.vault.row("SELECT count(*) FROM photos") == (1,)


def test_undo_has_nothing_left_of_it(school: School) -> None:
    school.desk.do(remove_students, class_id=school.class_id, student_ids=[school.ids[3]])
    school.desk.undo()
    school.erase()
    assert (school.desk.next_undo, school.desk.next_redo) == (None, None)
    assert school.vault.row("SELECT count(*) FROM journal_log") == (0,)


def test_texts_that_stay_are_shown_where_they_speak_of_them(school: School) -> None:
    spoken = [
        ContactDraft(
            student_ids=(school.ids[1],), happened_on=TODAY, text=f"werkt met {WHERE['given']}s"
        ),
        ContactDraft(
            student_ids=(school.ids[1], school.ids[2]),
            happened_on=TODAY,
            text="samen",
            private={school.ids[2]: f"vroeg naar {WHERE['given'].upper()}"},
            follow_up=TODAY,
        ),
    ]
    school.desk.do(log_contact, drafts=spoken)
    school.desk.do(
        note_group, class_id=school.class_id, on=TODAY, text=f"{WHERE['family']} neemt de leiding"
    )
    request = request_for(school.vault, [school.who], on=TODAY)
    mentions = sight_of(school.vault, request, backups=None).mentions
    shown = sorted((each.spot.table, each.text[slice(*each.places[0])]) for each in mentions)
    assert shown == [
        ("contact_students", WHERE["given"].upper()),
        ("contacts", f"{WHERE['given']}s"),
        ("group_notes", WHERE["family"]),
        ("promises", WHERE["given"].upper()),
    ]


def test_what_another_name_is_remembered_by_is_shown_too_and_found_by_an_alias(
    school: School,
) -> None:
    who, other = (students.student(school.vault, each) for each in school.ids[:2])
    school.desk.do(edit_student, changed=replace(who, aliases=("Kiki", "Lex")))
    school.desk.do(
        edit_student, changed=replace(other, mnemonic="zit naast Kiki", aliases=("Mick",))
    )
    request = request_for(school.vault, [school.who], on=TODAY)
    (mention,) = sight_of(school.vault, request, backups=None).mentions
    assert (mention.spot.table, mention.about) == ("mnemonics", other.id)
    school.erase(texts={mention.spot: "zit vooraan"})
    assert students.student(school.vault, other.id).mnemonic == "zit vooraan"


def test_other_words_in_a_note_leave_the_other_names_findable(school: School) -> None:
    other = students.student(school.vault, school.ids[1])
    changed = replace(other, note=f"kent {WHERE['given']}", aliases=("Mick", "Miel"))
    school.desk.do(edit_student, changed=changed)
    request = request_for(school.vault, [school.who], on=TODAY)
    (mention,) = sight_of(school.vault, request, backups=None).mentions
    school.erase(texts={mention.spot: "kent een ander"})
    assert find(school.vault, read_sought("Miel")).places == (("students", other.id),)


def test_what_others_said_and_their_coach_was_told_is_shown_and_given_other_words(
    school: School,
) -> None:
    named, other = WHERE["given"], school.ids[1]
    do = school.desk.do
    do(keep_own_words, student_id=other, text=f"liever niet met {named}", told_on=TODAY)
    do(note_in_common, student_id=other, text=f"kennen {named} allebei")
    do(note_consent, student_id=other, on=TODAY, is_yes=True, about=f"ruzie met {named}")
    do(transfer_to_coach, student_id=other, on=TODAY, coach="K. Vos", text=f"zit bij {named}")
    request = request_for(school.vault, [school.who], on=TODAY)
    mentions = sight_of(school.vault, request, backups=None).mentions
    shown = sorted(each.spot.table for each in mentions)
    assert shown == ["common_ground", "consents", "own_words", "transfers"]
    school.erase(texts={each.spot: "met een ander" for each in mentions})
    left = content(school.vault)
    tables = ("own_words", "common_ground", "consents", "transfers")
    assert not any(named.lower() in repr(left[table]).lower() for table in tables)
    assert all("met een ander" in repr(left[table]) for table in tables)


@needs_aes
def test_what_a_student_told_goes_with_them_from_backups_too(school: School) -> None:
    told = {"student_id": school.who, "text": f"vraag me apart {WHERE['private']}"}
    school.desk.do(keep_own_words, told_on=TODAY, **told)
    school.desk.do(note_consent, student_id=school.who, on=TODAY, is_yes=True)
    school.desk.do(transfer_to_coach, on=TODAY, coach="K. Vos", **told)
    backup = school.back_up()
    school.erase()
    school.scrub()
    assert school.needles(*school.live_files(), backup) == {}


@needs_aes
def test_more_photos_and_the_recording_go_with_the_student_from_backups_too(
    school: School,
) -> None:
    other_day, voice = FACE[::-1] * 3, FACE[8:] * 5
    photo = keep_photo(school.vault, StoredPhoto(other_day, other_day[4:], 4, 5))
    school.desk.do(add_photo, student_id=school.who, photo=photo, crop=None, on=TODAY)
    sound = keep_sound(school.vault, StoredSound(voice, 1.5))
    school.desk.do(record_name, student_id=school.who, sound=sound)
    backup = school.back_up()
    request = request_for(school.vault, [school.who], on=TODAY)
    counts = sight_of(school.vault, request, backups=None).counts
    assert (counts[Part.PHOTOS], counts[Part.SOUNDS]) == (2, 1)
    school.erase()
    school.scrub()
    wanted = {"photo": other_day[:24], "voice": voice[:24]}
    for file in (*school.live_files(), backup):
        assert not any(decrypted.needles_in(file, wanted, key=KEY).values()), file.name
    assert school.vault.row("SELECT count(*) FROM more_photos") == (0,)


@needs_aes
def test_a_text_that_was_given_other_words_no_longer_names_them_in_backups_either(
    school: School,
) -> None:
    draft = ContactDraft(
        student_ids=(school.ids[1],), happened_on=TODAY, text=f"werkt met {WHERE['given']} samen"
    )
    school.desk.do(log_contact, drafts=[draft])
    backup = school.back_up()
    request = request_for(school.vault, [school.who], on=TODAY)
    (mention,) = sight_of(school.vault, request, backups=None).mentions
    school.erase(texts={mention.spot: "werkt met een ander samen"})
    newest = contacts.contacts_of(school.vault, school.ids[1])[0]
    assert newest.text == "werkt met een ander samen"
    assert find(school.vault, read_sought("ander")).places == (("contacts", newest.id),)
    school.scrub()
    assert school.needles(*school.live_files(), backup) == {}


def test_drills_go_with_the_answers_from_backups_too_and_a_later_one_stays(school: School) -> None:
    one, other, third = school.ids[:3]
    later = NOW + timedelta(days=2)
    with school.vault.journal.for_good():
        for pair, at in (((one, other), NOW), ((third, one), NOW), ((other, third), NOW)):
            drills.add_drill(school.vault, one=pair[0], other=pair[1], at=at)
        drills.add_drill(school.vault, one=one, other=other, at=later)
    backup = school.back_up()
    stone = stone_for(school.vault, What.ANSWERS, one, on=NOW.date())
    erase(school.vault, request=Request(on=NOW.date(), stones=(stone,)))
    school.scrub()
    stay = (ToldApart(other, third, NOW), ToldApart(one, other, later))
    assert drills.drills_of(school.vault, school.class_id) == stay
    copy = open_copy(backup, key=KEY)
    assert drills.drills_of(copy, school.class_id) == stay
    copy.connection.close()


def test_a_cleared_backup_is_sound_and_holds_all_the_rest(school: School) -> None:
    school.back_up()
    before = {each: students.student(school.vault, each) for each in school.ids[1:]}
    school.erase()
    school.scrub()
    (backup,) = backups_in(school.place)
    assert verify(backup, key=KEY) is None
    assert (backup.made_at, backup.number) == (NOW, 1)
    folder = school.vault.path.parent
    school.vault.close()
    restore(backup, folder, key=KEY, at=NOW)
    vault = open_vault(folder, key=KEY)
    assert {each: students.student(vault, each) for each in school.ids} == {
        school.who: None,
        **before,
    }
    vault.close()


def test_clearing_twice_is_clearing_once(school: School) -> None:
    backup = school.back_up()
    school.erase()
    copies = copies_of(school.vault, places=[school.place])
    assert is_anything_left(copies)
    assert scrub(copies).backups == 1
    assert not is_anything_left(copies)
    bytes_of = backup.read_bytes()
    assert scrub(copies).backups == 0
    assert backup.read_bytes() == bytes_of


def test_a_backup_made_later_needs_no_clearing(school: School) -> None:
    school.erase()
    school.back_up()
    assert not is_anything_left(copies_of(school.vault, places=[school.place]))


@pytest.mark.parametrize("step", ["append_manifest", "put_in_place", "digest_of"])
def test_cut_off_in_a_backup_it_is_whole_and_is_finished_the_next_time(
    school: School, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    backup = school.back_up()
    school.erase()

    def die(*_: object, **__: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(scrubbing, step, die)
        patched.setattr(scrubbing, "remove_database", lambda _: None)
        with pytest.raises(SystemExit):
            school.scrub()
    assert list(school.place.glob("*.part")), "it was cut off with a part lying there"
    (cut_off,) = backups_in(school.place)
    assert verify(cut_off, key=KEY) is None
    assert is_anything_left(copies_of(school.vault, places=[school.place]))
    assert scrub(copies_of(school.vault, places=[school.place])).backups == 1
    assert [path.name for path in school.place.iterdir()] == [backup.name]


def test_cut_off_before_the_data_was_written_nothing_is_gone(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(school.vault)

    def fail(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr("klasgenoot.operations.erasing.set_up", fail)
        with pytest.raises(SystemExit):
            school.erase()
    assert content(school.vault) == before
    assert tombstones(school.vault.connection) == ()


def test_a_stick_that_was_away_gets_its_turn_when_it_is_back(school: School) -> None:
    backup = school.back_up()
    school.place.rename(school.place.with_name("pulled out"))
    school.erase()
    assert scrub(copies_of(school.vault, places=[school.place])).looked_at == 0
    school.place.with_name("pulled out").rename(school.place)
    copies = copies_of(school.vault, places=[school.place])
    assert is_anything_left(copies)
    assert scrub(copies).backups == 1
    assert backup.exists()


def test_a_backup_that_cannot_be_read_is_told_and_left(school: School) -> None:
    backup = school.back_up()
    bytes_of = bytearray(backup.read_bytes())
    bytes_of[9_000] ^= 1
    backup.write_bytes(bytes_of)
    school.erase()
    reached = scrub(copies_of(school.vault, places=[school.place]))
    assert (reached.backups, reached.not_reached) == (0, (backup,))
    assert backup.read_bytes() == bytes_of


def test_backups_of_another_vault_are_left_alone(school: School, tmp_path: Path) -> None:
    other = open_vault(tmp_path / "other", key=KEY)
    school_class(Desk(other))
    made = back_up(other, begin_round(other, school.place), now=NOW).path
    bytes_of = made.read_bytes()
    school.erase()
    school.scrub()
    assert made.read_bytes() == bytes_of
    other.close()


def unmanaged(school: School, tmp_path: Path) -> Path:
    """A backup that somebody copied to a place that nobody knows of."""
    kept = tmp_path / "drawer" / school.back_up().name
    kept.parent.mkdir()
    kept.write_bytes((school.place / kept.name).read_bytes())
    return kept.parent


def test_a_restored_older_backup_does_not_bring_anybody_back(
    school: School, tmp_path: Path
) -> None:
    drawer = unmanaged(school, tmp_path)
    school.erase()
    folder = school.vault.path.parent
    school.vault.close()
    restore(backups_in(drawer)[0], folder, key=KEY, at=NOW)
    vault = open_vault(folder, key=KEY)
    assert students.student(vault, school.who) is None
    assert len(students.all_students(vault)) == 4
    assert len(tombstones(vault.connection)) == 1
    vault.close()


def test_with_the_data_lost_later_backups_know_who_was_erased(
    school: School, tmp_path: Path
) -> None:
    drawer = unmanaged(school, tmp_path)
    school.erase()
    newest = school.back_up()
    (drawer / newest.name).write_bytes(newest.read_bytes())
    folder = school.vault.path.parent
    school.vault.close()
    (folder / FILE).write_bytes(b"rubbish" * 1000)
    restore(backups_in(drawer)[1], folder, key=KEY, at=NOW)
    vault = open_vault(folder, key=KEY)
    assert students.student(vault, school.who) is None
    vault.close()


def test_an_older_data_file_put_in_place_by_hand_catches_up_with_its_backups(
    school: School, tmp_path: Path
) -> None:
    folder = school.vault.path.parent
    school.vault.empty_log()
    older = (folder / FILE).read_bytes()
    school.erase()
    school.back_up()
    school.vault.close()
    (folder / FILE).write_bytes(older)
    vault = open_vault(folder, key=KEY)
    assert students.student(vault, school.who) is not None
    assert catch_up(vault, begin_round(vault, school.place))
    assert students.student(vault, school.who) is None
    assert not catch_up(vault, begin_round(vault, school.place))
    vault.close()


def test_who_is_there_in_spite_of_a_tombstone_goes_at_opening(school: School) -> None:
    row = school.vault.row("SELECT token FROM students WHERE id = ?", (school.ids[2],))
    assert row
    with school.vault.outside_journal():
        school.vault.connection.execute(
            "INSERT INTO erasures (what, token, erased_on) VALUES ('student', ?, '2026-10-29')", row
        )
    folder = school.vault.path.parent
    school.vault.close()
    vault = open_vault(folder, key=KEY)
    assert students.student(vault, school.ids[2]) is None
    vault.close()


def test_everybody_has_a_token_of_their_own_that_undo_keeps(school: School) -> None:
    tokens = school.vault.rows("SELECT token FROM students")
    assert len(set(tokens)) == 5
    assert all(len(token) == 32 for (token,) in tokens)
    school.desk.do(remove_students, class_id=school.class_id, student_ids=[school.ids[3]])
    school.desk.undo()
    assert school.vault.rows("SELECT token FROM students") == tokens


def test_a_class_goes_with_who_is_in_no_other(school: School) -> None:
    other_class, _ = school_class(school.desk, size=1, name="CMV-2A")
    with school.vault.journal.step(school.desk.next_undo):
        students.enrol(
            school.vault, class_id=other_class, student_id=school.ids[4], joined=date(2026, 9, 1)
        )
    request = request_to_close(school.vault, [school.class_id], on=TODAY)
    counts = erase(school.vault, request=request)
    assert (counts[Part.CLASSES], counts[Part.STUDENTS], counts[Part.GROUP_NOTES]) == (1, 4, 1)
    assert [each.name for each in school_classes.all_classes(school.vault)] == ["CMV-2A"]
    assert len(students.all_students(school.vault, class_id=other_class)) == 2


def test_a_class_may_stay_with_the_teachers_own_notes_and_nobody_in_it(school: School) -> None:
    request = request_to_close(school.vault, [school.class_id], on=TODAY, keep_notes=True)
    counts = erase(school.vault, request=request)
    assert counts[Part.STUDENTS] == 5
    assert Part.GROUP_NOTES not in counts
    assert students.all_students(school.vault) == ()


def test_the_certificate_names_nobody(school: School) -> None:
    school.back_up()
    request = request_for(school.vault, [school.who], on=TODAY)
    token = request.stones[0].token
    counts = erase(school.vault, request=request)
    reached = scrub(copies_of(school.vault, places=[school.place]))
    certificate = certificate_of(request, counts=counts, reached=reached)
    assert (certificate.on, certificate.people, certificate.reached.backups) == (TODAY, 1, 1)
    assert len(certificate.mark) == 16
    told = json.dumps([str(certificate), {**certificate.counts}])
    assert not [word for word in (*WHERE.values(), token) if word in told]


def test_who_is_not_there_cannot_be_erased(school: School) -> None:
    with pytest.raises(Unknown):
        request_for(school.vault, [StudentId(999)], on=TODAY)


def test_a_note_that_went_by_its_number_does_not_take_a_later_one_along(school: School) -> None:
    """Numbers are given out again: only copies older than the tombstone are cleared by them."""
    first = contacts.contacts_of(school.vault, school.ids[1])[0]
    latest = max(row[0] for row in school.vault.rows("SELECT id FROM contacts"))
    stone = Tombstone(What.CONTACT, str(latest), TODAY)
    older = school.back_up()
    erase(school.vault, request=Request(on=TODAY, stones=(stone,)))
    draft = ContactDraft(student_ids=(school.ids[2],), happened_on=TODAY, text="nieuw")
    (again,) = school.desk.do(log_contact, drafts=[draft]).result
    assert again == latest, "the number was given out again"
    later = school.back_up()
    scrub(copies_of(school.vault, places=[school.place]))
    assert contacts.contact(school.vault, again)
    folder = school.vault.path.parent
    school.vault.close()
    for path, is_there in ((later, True), (older, False)):
        backup = next(each for each in backups_in(school.place) if each.path == path)
        restore(backup, folder, key=KEY, at=NOW + timedelta(minutes=1))
        vault = open_vault(folder, key=KEY)
        assert (contacts.contact(vault, again) is not None) is is_there
        assert contacts.contact(vault, first.id)
        vault.close()


def test_a_reason_for_putting_somebody_off_that_names_who_goes_gets_other_words(
    school: School,
) -> None:
    other = school.ids[1]
    school.desk.do(
        snooze,
        student_id=other,
        on=TODAY,
        until=TODAY + timedelta(days=7),
        reason=SnoozeReason.OTHER,
        text=f"op stage met {WHERE['given']}",
    )
    request = request_for(school.vault, [school.who], on=TODAY)
    (mention,) = (
        each
        for each in sight_of(school.vault, request, backups=None).mentions
        if each.spot.table == "snoozes"
    )
    assert mention.about == other
    school.erase(texts={mention.spot: "op stage met een ander"})
    assert attention.snooze_of(school.vault, other).text == "op stage met een ander"
    assert school.vault.rows("SELECT folded FROM snoozes") == [("op stage met een ander",)]


@needs_aes
def test_nothing_is_left_in_pages_that_came_from_an_older_version(tmp_path: Path) -> None:
    """The index of before is thrown away when the tables change: its pages may not keep a word."""
    (tmp_path / "data").mkdir()
    connection = driver.connect(str(tmp_path / "data" / FILE))
    connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
    migrate(Database(connection), version=6)
    connection.execute(
        "INSERT INTO students (id, given_name, folded) VALUES (1, ?, ?), (2, 'Milan', 'milan')",
        (WHERE["given"], WHERE["given"].lower()),
    )
    connection.execute("INSERT INTO school_classes (id, name) VALUES (1, 'CMV-1B')")
    connection.execute("INSERT INTO enrolments SELECT 1, id, '2026-09-01' FROM students")
    for number in range(1, 40):
        text = f"{WHERE['alone']} {number}"
        connection.execute(
            "INSERT INTO contacts (id, happened_on, kind, text, folded)"
            " VALUES (?, '2026-10-01', 'talk', ?, ?)",
            (number, text, text),
        )
        connection.execute("INSERT INTO contact_students VALUES (?, 1, '')", (number,))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 6")
    connection.commit()
    connection.close()
    vault = open_vault(tmp_path / "data", key=KEY)
    ids = [StudentId(1), StudentId(2)]
    school = School(vault, Desk(vault), tmp_path / "stick", ClassId(1), ids)
    backup = school.back_up()
    assert school.needles(*school.live_files(), backup)
    school.erase()
    school.scrub()
    assert school.needles(*school.live_files(), backup) == {}


@needs_aes
def test_tags_lessons_and_titles_no_longer_name_them_in_backups_either(school: School) -> None:
    named = WHERE["given"]
    both = ContactDraft(student_ids=(school.ids[0], school.ids[1]), happened_on=TODAY)
    school.desk.do(log_contact, drafts=[replace(both, tags=("zorg", named.lower()))])
    school.desk.do(
        plan_lessons,
        class_id=school.class_id,
        weekday=1,
        starts=time(9),
        ends=time(10),
        first_on=TODAY,
        last_on=TODAY,
        subject=f"begeleiding {named}",
    )
    titles = {f"{named.lower()} overleg": school.class_id, "cmv 1b": school.class_id}
    school.desk.do(import_calendar, names=titles)
    backup = school.back_up()
    request = request_for(school.vault, [school.who], on=TODAY)
    (mention,) = sight_of(school.vault, request, backups=None).mentions
    assert mention.spot.table == "lesson_slots"
    school.erase(texts={mention.spot: "begeleiding"})
    school.scrub()
    left = content(school.vault)
    assert [row[1] for row in left["lesson_names"]] == ["cmv 1b"]
    assert find(school.vault, read_sought("zorg")).places
    assert school.needles(*school.live_files(), backup) == {}


def test_a_tag_of_the_app_stays_when_somebody_is_called_that(school: School) -> None:
    who = students.student(school.vault, school.who)
    assert who
    school.desk.do(edit_student, changed=replace(who, family_name="Top", aliases=("Roos",)))
    both = ContactDraft(student_ids=(school.ids[0], school.ids[1]), happened_on=TODAY)
    drafts = [replace(both, tags=("top", "roos"))]
    (contact_id,) = school.desk.do(log_contact, drafts=drafts).result
    school.erase()
    kept = contacts.contact(school.vault, contact_id)
    assert kept
    assert kept.tags == ("top",)


def test_a_copy_from_before_there_were_tokens_is_cleared_too(tmp_path: Path) -> None:
    """Both get their tokens when they are brought up to date: the same ones."""
    older = tmp_path / "older.db"
    connection = driver.connect(str(older))
    connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
    migrate(Database(connection), version=2)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 2")
    connection.execute("INSERT INTO school_classes (id, name) VALUES (1, 'CMV-1B')")
    for number, name in ((1, "Sanne"), (2, "Milan")):
        connection.execute("INSERT INTO students (id, given_name) VALUES (?, ?)", (number, name))
        connection.execute("INSERT INTO enrolments VALUES (1, ?, '2026-09-01')", (number,))
    connection.commit()
    connection.close()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / FILE).write_bytes(older.read_bytes())
    vault = open_vault(tmp_path / "data", key=KEY)
    erase(vault, request=request_for(vault, [StudentId(1)], on=TODAY))
    stones = tombstones(vault.connection)
    vault.close()
    scrubbing.lay_to_rest(older, key=KEY, stones=stones)
    copy = open_copy(older, key=KEY)
    assert [each.name for each in students.all_students(copy)] == ["Milan"]
    assert tombstones(copy.connection) == stones
    copy.connection.close()
