"""By which words a deed is found in the palette: its name, and what others call it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from klasgenoot.app.language import Speaker
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.settings import Language, Role
from klasgenoot.ui.shell.about_student import about_student
from klasgenoot.ui.shell.actions import ACTIONS
from klasgenoot.ui.shell.navigation import SIDEBAR
from klasgenoot.viewmodels.palette import Choice, PaletteViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, StudentAct, Target
from worlds import RESOURCES

FOUND = {
    Language.DUTCH: {
        "tien dagen": "ten_days",
        "2x10": "ten_days",
        "twee bij tien": "ten_days",
        "wachtzin": "passphrase",
        "wachtwoord": "passphrase",
        "beloftes": "promises",
        "afspraken": "promises",
        "gespreksronde": "talks",
        "een op een": "talks",
        "behoeften": "needs",
        "formulier": "needs",
        "iets persoonlijks": "month_round",
        "vertrouwen": "month_round",
        "nooit gesproken": "unspoken",
        "weekoverzicht": "week_contacts",
        "openingsvraag": "who_now",
        "vakdocent": "role",
        "slb": "role",
        "beperken": "restricted",
        "hele klas": "after_class",
        "niet gezien": "checkins",
        "laatst gezien": "students",
        "groepsnotities": "phases",
        "aanbevelingen": "guide",
        "kalender": "calendar",
        "lesrooster": "calendar",
    },
    Language.ENGLISH: {
        "ten days": "ten_days",
        "two by ten": "ten_days",
        "passphrase": "passphrase",
        "password": "passphrase",
        "agreements": "promises",
        "opt out": "talks",
        "totals": "needs",
        "something personal": "month_round",
        "never spoken": "unspoken",
        "week overview": "week_contacts",
        "opening question": "who_now",
        "subject teacher": "role",
        "restriction": "restricted",
        "unseen": "checkins",
        "calendar": "calendar",
        "timetable": "calendar",
    },
}


@pytest.fixture
def speaker(qapp: QApplication) -> Iterator[Speaker]:
    made, before = Speaker(RESOURCES / "translations"), QLocale()
    yield made
    made.fall_silent()
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", list(FOUND))
def test_a_deed_is_found_by_what_others_call_it(
    session: Session, speaker: Speaker, language: Language
) -> None:
    speaker.speak(language)
    palette = PaletteViewModel(
        session,
        actions=[
            Choice(text=each.words, also=each.other_words, action=each.id) for each in ACTIONS
        ],
        pages=[
            Choice(text=each.words, also=each.other_words, target=Target(each.page))
            for each in SIDEBAR
        ],
    )
    for typed, meant in FOUND[language].items():
        choices = palette.find(typed)[:-1]
        names = [each.action or (each.target.page if each.target else "") for each in choices]
        assert names[:1] == [meant], (typed, names)


def test_other_words_come_after_names_and_begin_where_a_word_does(session: Session) -> None:
    palette = PaletteViewModel(
        session,
        actions=[
            Choice(text="Talk round", also="one to one, week plan", action="talks"),
            Choice(text="Week", action="week"),
        ],
    )
    assert [each.action for each in palette.find("week")[:-1]] == ["week", "talks"]
    assert [each.action for each in palette.find("one")[:-1]] == ["talks"]
    assert palette.find("eek pl")[:-1] == ()


@pytest.mark.parametrize(
    ("language", "typed", "page", "act"),
    [
        (Language.DUTCH, "gemeen", PageId.STUDENT, StudentAct.IN_COMMON),
        (Language.DUTCH, "roepnaam", PageId.STUDENT, StudentAct.EDIT),
        (Language.DUTCH, "doorgeven", PageId.TRANSFER, ""),
        (Language.DUTCH, "weerwoord", PageId.STUDENT, StudentAct.VIEW),
        (Language.DUTCH, "verbergen", PageId.STUDENT, StudentAct.RESTRICT),
        (Language.DUTCH, "inzage", PageId.ACCESS, ""),
        (Language.ENGLISH, "own words", PageId.STUDENT, StudentAct.HELPS),
        (Language.ENGLISH, "consent", PageId.TRANSFER, ""),
        (Language.ENGLISH, "tutor", PageId.STUDENT, StudentAct.COACH),
    ],
)
def test_what_can_be_done_for_the_student_on_screen_is_found_too(
    session: Session, speaker: Speaker, language: Language, typed: str, page: PageId, act: str
) -> None:
    speaker.speak(language)
    who = StudentId(7)
    palette = PaletteViewModel(session, actions=(), here=about_student(who, role=Role.STUDY_COACH))
    assert palette.find(typed)[0].target == Target(page, student=who, act=act)


def test_a_subject_teacher_is_not_offered_what_their_page_has_no_place_for() -> None:
    acts = [
        {each.target.act for each in about_student(StudentId(7), role=role) if each.target}
        for role in (Role.STUDY_COACH, Role.SUBJECT_TEACHER)
    ]
    assert acts[0] - acts[1] == {StudentAct.IN_COMMON}
