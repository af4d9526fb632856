"""What can be set: each choice is kept at once, and a day is typed as one says it."""

from datetime import date
from pathlib import Path

import pytest

from builders import school_class
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.retention import Keeping
from klasgenoot.domain.settings import Language, Role, Settings, Theme
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.overview import DECIDE_TURNS
from klasgenoot.store.opening import open_vault
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.settings import SettingsViewModel


@pytest.fixture
def view_model(session: Session) -> SettingsViewModel:
    school_class(session.desk, size=1)
    return SettingsViewModel(session)


def test_each_choice_is_kept_at_once(view_model: SettingsViewModel, session: Session) -> None:
    view_model.speak(Language.ENGLISH)
    view_model.wear(Theme.HIGH_CONTRAST)
    view_model.write_at(125)
    view_model.aim_for(14)
    kept = Settings(
        language=Language.ENGLISH, theme=Theme.HIGH_CONTRAST, text_percent=125, target_days=14
    )
    assert view_model.settings == kept
    assert Session(session.desk, clock=session.now).settings == kept


def test_another_aim_is_news_for_whoever_shows_whose_turn_it_is(
    view_model: SettingsViewModel, session: Session
) -> None:
    heard: list[frozenset[str]] = []
    session.changed.connect(heard.append)
    view_model.aim_for(28)
    (tables,) = heard
    assert tables <= DECIDE_TURNS


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1 september", date(2026, 9, 1)),
        ("1 December", date(2026, 12, 1)),
        ("7-12-2026", date(2026, 12, 7)),
        ("2027-02-08", date(2027, 2, 8)),
        ("morgen", date(2026, 10, 30)),
        ("", None),
        ("  ", None),
    ],
)
def test_the_first_lesson_is_typed_as_one_says_it(
    view_model: SettingsViewModel, typed: str, day: date | None
) -> None:
    view_model.plan_first_lesson(typed)
    assert view_model.school_class
    assert view_model.school_class.first_lesson == day


def test_what_is_shown_of_the_first_lesson_can_be_typed_back(
    view_model: SettingsViewModel, session: Session
) -> None:
    for typed in ("1 september", "8-2-2027"):
        view_model.plan_first_lesson(typed)
        shown = view_model.first_lesson
        before = session.desk.next_undo
        view_model.plan_first_lesson(shown)
        assert view_model.first_lesson == shown
        assert session.desk.next_undo == before
    view_model.plan_first_lesson("")
    assert view_model.first_lesson == ""


def test_what_is_no_day_changes_nothing(view_model: SettingsViewModel) -> None:
    before = view_model.first_lesson
    for typed in ("hoi", "31 februari", "binnenkort"):
        with pytest.raises(Unknown):
            view_model.plan_first_lesson(typed)
    assert view_model.first_lesson == before


def test_the_class_is_renamed_once_and_removed(
    view_model: SettingsViewModel, session: Session
) -> None:
    heard: list[int] = []
    view_model.changed.connect(lambda: heard.append(1))
    view_model.rename_class("  CMV-1B ")
    assert heard == []
    view_model.rename_class("CMV-2B")
    assert heard
    with pytest.raises(Missing):
        view_model.rename_class(" ")
    view_model.remove_class()
    assert view_model.school_class is None
    assert (view_model.first_lesson, session.classes) == ("", ())


def test_without_a_class_there_is_nothing_to_rename_or_remove(session: Session) -> None:
    view_model = SettingsViewModel(session)
    view_model.rename_class("CMV-1B")
    view_model.plan_first_lesson("1 september")
    view_model.remove_class()
    assert session.desk.next_undo is None


def test_where_the_data_lies_is_told(session: Session, tmp_path: Path) -> None:
    assert SettingsViewModel(session).data_folder == ""
    vault = open_vault(tmp_path, key="ab" * 32)
    on_disk = Session(Desk(vault), clock=session.now)
    assert SettingsViewModel(on_disk).data_folder == str(tmp_path)
    vault.close()


def test_a_role_brings_its_terms_and_what_is_set_by_hand_stays_until_another_role(
    view_model: SettingsViewModel, session: Session
) -> None:
    usual = {keeping: view_model.term_of(keeping) for keeping in Keeping}
    view_model.be(Role.SUBJECT_TEACHER)
    shorter = {keeping: view_model.term_of(keeping) for keeping in Keeping}
    changed = {keeping for keeping in Keeping if shorter[keeping] != usual[keeping]}
    assert changed == {
        Keeping.CONTACTS,
        Keeping.PROMISES,
        Keeping.GROUP_NOTES,
        Keeping.TRANSFERS,
    }
    assert all(shorter[keeping] < usual[keeping] for keeping in changed)
    view_model.keep_for(Keeping.CONTACTS, 6)
    view_model.be(Role.SUBJECT_TEACHER)
    assert view_model.term_of(Keeping.CONTACTS) == 6
    view_model.be(Role.STUDY_COACH)
    assert {keeping: view_model.term_of(keeping) for keeping in Keeping} == usual
    assert session.settings.role is Role.STUDY_COACH
