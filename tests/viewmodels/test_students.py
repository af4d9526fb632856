"""Who is in the class, found, filtered, sorted, added and removed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class, student
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.memory import Direction, Memory
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.domain.settings import StudentsView
from klasgenoot.domain.weeks import CellKind
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import deed
from klasgenoot.operations.rights import tell_photo
from klasgenoot.operations.students import edit_student
from klasgenoot.store import students
from klasgenoot.store.database import Vault
from klasgenoot.store.memories import save_memory
from klasgenoot.store.more_photos import more_photos_of
from klasgenoot.store.photos import photo_size
from klasgenoot.viewmodels.photo_change import dropped_file
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student_filter import Filter, Sort
from klasgenoot.viewmodels.student_order import student_order
from klasgenoot.viewmodels.students import StudentsViewModel
from made_files import jpeg

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    """Sanne, Milan, Noor, Łukasz and Zoë; nobody was spoken with."""
    return school_class(session.desk)[1]


@pytest.fixture
def shown(session: Session, ids: list[StudentId]) -> StudentsViewModel:
    return StudentsViewModel(session)


@deed(Deed.ANSWER_CARD)
def _know(vault: Vault, *, memory: Memory) -> None:
    save_memory(vault, memory)


def know(session: Session, who: StudentId) -> None:
    """Makes the teacher know a name well."""
    now = session.now()
    memory = Memory(
        student_id=who,
        direction=Direction.FACE_TO_NAME,
        stability=30.0,
        difficulty=5.0,
        last_review=now - timedelta(days=1),
        due=now + timedelta(days=9),
        reviews=4,
        lapses=0,
    )
    session.do(_know, memory=memory)


def log(session: Session, who: StudentId, *, days: int, **parts: object) -> None:
    draft = ContactDraft(student_ids=(who,), happened_on=TODAY - timedelta(days=days), **parts)
    session.do(log_contact, drafts=[draft])


def names(shown: StudentsViewModel) -> str:
    return " ".join(row.name for row in shown.rows.rows())


def table(shown: StudentsViewModel) -> list[str]:
    return [f"{row.name}: {row.reason} | {row.last} | {row.promise}" for row in shown.rows.rows()]


def test_each_row_says_in_words_when_somebody_was_last_seen(session, shown, ids):
    sanne, milan, noor, lukasz, zoe = ids
    log(session, sanne, days=31, text="moved to Haarlem")
    log(session, milan, days=7, text="made music")
    log(session, noor, days=20, text="portfolio", follow_up=TODAY - timedelta(days=6))
    log(session, zoe, days=0, kind=ContactKind.MAIL, follow_up=TODAY)
    know(session, lukasz)

    assert table(shown) == [
        "Noor: promised by Fri 23 Oct | Fri 9 Oct: portfolio | portfolio",
        "Łukasz: known, never spoken with | no talk, mail or remark yet | ",
        "Sanne: 31 day(s) · aim 21 | Mon 28 Sep: moved to Haarlem | ",
        "Milan: 7 day(s) | Thu 22 Oct: made music | ",
        "Zoë: today | Thu 29 Oct: mail | promise, today",
    ]


def test_the_strip_shows_the_strongest_contact_of_each_week(session, shown, ids):
    log(session, ids[0], days=0, kind=ContactKind.NOTICED)
    log(session, ids[0], days=1, kind=ContactKind.TALK)
    log(session, ids[0], days=7, kind=ContactKind.PHONE)

    row = shown.rows.row_at(shown.rows.place_of(ids[0]))
    assert [week.number for week in shown.weeks] == [36, 37, 38, 39, 40, 41, 42, 43, 44]
    assert row.cells[-2:] == (CellKind.MESSAGE, CellKind.TALK)
    assert set(row.cells[:-2]) == {CellKind.NONE}


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.FAMILY_NAME, "Noor Milan Sanne Łukasz Zoë"),
        (Sort.CALL_NAME, "Łukasz Milan Noor Sanne Zoë"),
    ],
)
def test_family_names_are_sorted_without_their_infix_and_call_names_without_accents(
    shown, sort, expected
):
    shown.choose_sort(sort)
    assert names(shown) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", "Łukasz Milan Noor Sanne Zoë"),
        ("zoe", "Zoë"),
        ("ZOË WI", "Zoë"),
        ("wit", "Zoë"),
        ("lukasz", "Łukasz"),
        ("aydin", "Noor"),
        ("milan berg", "Milan"),
        ("van der berg", "Milan"),
        ("vanderberg", "Milan"),
        ("milanberg", "Milan"),
        ("  berg ", "Milan"),
        ("xyz", ""),
        ("erg", ""),
    ],
)
def test_searching_forgives_accents_capitals_and_infixes(shown, typed, expected):
    shown.choose_sort(Sort.CALL_NAME)
    shown.search(typed)
    assert names(shown) == expected


def test_a_search_that_finds_nobody_says_so(shown):
    shown.search("xyz")
    assert shown.nobody == "Nobody here is called ‘xyz’."
    shown.search("")
    assert shown.nobody == ""


def test_only_filters_that_show_somebody_are_offered(session, shown, ids):
    assert list(shown.filters.values()) == ["All 5", "Their turn 5"]
    for who in ids[:4]:
        log(session, who, days=3)
    know(session, ids[4])
    log(session, ids[0], days=3, follow_up=TODAY + timedelta(days=4))

    assert list(shown.filters.values()) == [
        "All 5",
        "Their turn 1",
        "Known, never spoken with 1",
        "With a promise 1",
    ]


def test_each_filter_shows_whom_it_counts(session, shown, ids):
    for who in ids[:3]:
        log(session, who, days=3)
    know(session, ids[4])
    log(session, ids[0], days=3, follow_up=TODAY + timedelta(days=4))
    shown.choose_sort(Sort.CALL_NAME)
    for chosen, expected in (
        (Filter.TURN, "Łukasz Zoë"),
        (Filter.UNSPOKEN, "Zoë"),
        (Filter.PROMISE, "Sanne"),
        (Filter.ALL, "Łukasz Milan Noor Sanne Zoë"),
    ):
        shown.choose_filter(chosen)
        assert names(shown) == expected


def test_a_filter_that_has_run_empty_stays_on_and_says_it_is_good(session, shown, ids):
    shown.choose_filter(Filter.TURN)
    for who in ids:
        log(session, who, days=0)
    assert names(shown) == ""
    assert shown.nobody == "It is nobody's turn. Good."
    assert shown.filters[Filter.TURN] == "Their turn 0"


def test_another_class_starts_without_filter_and_search(session, shown):
    other, _ = school_class(session.desk, size=2, name="Other")
    shown.choose_filter(Filter.TURN)
    shown.search("sanne")
    session.choose_class(other)
    assert (shown.class_name, shown.filter, shown.query) == ("Other", Filter.ALL, "")
    assert shown.total == 2


def test_a_student_is_added_removed_and_brought_back(session, shown):
    added = shown.add(student(given_name="  Bo ", infix="", family_name="Vos"))
    assert added is not None
    assert shown.total == 6
    shown.remove([added])
    assert shown.total == 5
    session.undo()
    assert "Bo" in names(shown)


def test_without_a_name_nobody_is_added_and_a_sentence_says_why(shown, qtbot: QtBot):
    with qtbot.waitSignal(shown.failed) as failed:
        assert shown.add(student(given_name=" ", infix="", family_name="")) is None
    assert failed.args == ["Give a name first."]
    assert shown.total == 5


def test_the_order_that_is_shown_is_remembered(session, shown, ids):
    shown.choose_sort(Sort.FAMILY_NAME)
    shown.remember_order()
    sanne, milan, noor, lukasz, zoe = ids
    assert student_order(session).ids == (noor, milan, sanne, lukasz, zoe)


def test_the_view_is_kept_as_a_setting(session, shown):
    shown.choose_view(StudentsView.PHOTOS)
    assert session.settings.students_view is StudentsView.PHOTOS
    assert shown.view is StudentsView.PHOTOS


def test_news_of_other_tables_is_not_for_this_page(session, shown, qtbot: QtBot):
    assert shown.total
    with qtbot.assertNotEmitted(shown.changed):
        session.changed.emit(frozenset({"group_notes"}))
    with qtbot.waitSignal(shown.changed):
        session.changed.emit(frozenset({"contacts"}))


def test_a_changed_name_is_shown_at_once(session, shown, ids):
    sanne = students.student(session.vault, ids[0])
    assert "Sanne" in names(shown).split()
    session.do(edit_student, changed=replace(sanne, call_name="San"))
    assert "San" in names(shown).split()


def test_photos_that_are_dropped_one_after_the_other_all_arrive(
    session, shown, ids, tmp_path: Path, qtbot: QtBot
):
    for number in (0, 1):
        (tmp_path / f"{number}.jpg").write_bytes(jpeg(400 + number, 500))
        shown.set_photo(ids[number], tmp_path / f"{number}.jpg")
    busy = [row.student.id for row in shown.rows.rows() if row.is_busy]
    assert sorted(busy) == sorted(ids[:2])

    def both_there() -> None:
        photos = [students.student(session.vault, who).photo for who in ids[:2]]
        assert all(photos)
        assert len(set(photos)) == 2

    qtbot.waitUntil(both_there, timeout=30_000)
    assert not any(row.is_busy for row in shown.rows.rows())
    assert students.student(session.vault, ids[0]).crop is not None


def test_two_photos_dropped_on_one_student_are_both_theirs(
    session, shown, ids, tmp_path: Path, qtbot: QtBot
):
    paths = [tmp_path / "0.jpg", tmp_path / "1.jpg"]
    for number, path in enumerate(paths):
        path.write_bytes(jpeg(400 + number, 500))
    shown.set_photo(ids[0], *paths)
    qtbot.waitUntil(lambda: len(more_photos_of(session.vault, ids[0])) == 1, timeout=30_000)
    (other,) = more_photos_of(session.vault, ids[0])
    kept = (students.student(session.vault, ids[0]).photo, other.photo)
    sizes = [photo_size(session.vault, photo) for photo in kept]
    assert [width for width, _ in sizes] == [400, 401]


def test_a_file_that_is_no_photo_is_refused_in_words_and_changes_nothing(
    session, shown, ids, tmp_path: Path, qtbot: QtBot
):
    (tmp_path / "list.jpg").write_text("name;number\n", encoding="utf-8")
    with qtbot.waitSignal(shown.failed, timeout=30_000) as failed:
        shown.set_photo(ids[0], tmp_path / "list.jpg")
    assert failed.args == ["list.jpg is not a photo. JPEG, PNG and WebP can be read."]
    assert students.student(session.vault, ids[0]).photo is None
    assert not any(row.is_busy for row in shown.rows.rows())


def test_closing_stops_photos_that_are_on_their_way(session, shown, ids, tmp_path: Path):
    (tmp_path / "face.jpg").write_bytes(jpeg(400, 500))
    shown.set_photo(ids[0], tmp_path / "face.jpg")
    shown.close()
    assert students.student(session.vault, ids[0]).photo is None


def test_only_files_of_this_computer_can_be_dropped(tmp_path: Path):
    mime = QMimeData()
    assert dropped_file(mime) is None
    mime.setUrls([QUrl("https://example.org/face.jpg")])
    assert dropped_file(mime) is None
    mime.setUrls([QUrl("https://example.org/x"), QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    assert dropped_file(mime) == tmp_path / "a.jpg"


def test_without_a_class_there_is_nothing(session: Session):
    shown = StudentsViewModel(session)
    assert (shown.total, shown.class_name, shown.weeks) == (0, "", ())
    assert shown.add(student()) is None


def test_who_would_rather_have_no_photo_can_be_picked_out(session: Session) -> None:
    _, ids = school_class(session.desk)
    shown = StudentsViewModel(session)
    assert Filter.NO_PHOTO not in shown.filters
    assert Filter.UNASKED not in shown.filters  # as long as nobody in the class was asked
    session.do(tell_photo, student_id=ids[0], answer=PhotoAnswer.NO, on=TODAY)
    session.do(tell_photo, student_id=ids[1], answer=PhotoAnswer.YES, on=TODAY)
    assert shown.filters[Filter.NO_PHOTO] == "Rather no photo 1"
    assert shown.filters[Filter.UNASKED] == "Photo not asked 3"
    shown.choose_filter(Filter.NO_PHOTO)
    assert [row.student.id for row in shown.rows.rows()] == [ids[0]]
    shown.choose_filter(Filter.UNASKED)
    assert {row.student.id for row in shown.rows.rows()} == set(ids[2:])
