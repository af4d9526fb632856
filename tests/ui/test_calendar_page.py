"""The calendar by keyboard: lessons and holidays put in, changed, taken out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.domain.periods import PeriodKind
from klasgenoot.operations.calendar import calendar
from klasgenoot.operations.classes import add_class
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.pages.calendar.page import CalendarPage
from klasgenoot.ui.pages.calendar.period_panel import PeriodPanel
from klasgenoot.ui.pages.calendar.timetable_panel import TimetablePanel
from klasgenoot.viewmodels.calendar import CalendarViewModel, PeriodTyped
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.timetable import TimetableViewModel


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> Iterator[CalendarPage]:
    school_class(session.desk)
    shown = CalendarPage(look, CalendarViewModel(session), TimetableViewModel(session))
    shown.resize(1200, 840)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.arrive(Target(PageId.CALENDAR))
    yield shown
    shown.leave()
    shown.close_work()


def press(qtbot: QtBot, *keys: Qt.Key | str) -> None:
    """Presses keys where the keyboard is."""
    for key in keys:
        there = QApplication.focusWidget()
        assert there is not None
        if isinstance(key, str):
            qtbot.keyClicks(there, key)
        else:
            qtbot.keyClick(there, key)


def test_a_lesson_is_put_in_changed_and_taken_out_by_keyboard(
    qtbot: QtBot, page: CalendarPage, session: Session
) -> None:
    press(qtbot, Qt.Key.Key_Return, "1015", Qt.Key.Key_Tab, "12", Qt.Key.Key_Return)
    (slot,) = calendar(session.vault).slots
    assert (f"{slot.starts:%H:%M}", f"{slot.ends:%H:%M}") == ("10:15", "12:00")
    assert not [panel for panel in page.window().findChildren(Panel) if panel.isVisible()]
    press(qtbot, Qt.Key.Key_Backtab)  # it stands above the button
    assert QApplication.focusWidget() is page._lessons._stops[0]
    press(qtbot, Qt.Key.Key_Return)  # change it: the panel begins with the day
    press(qtbot, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert calendar(session.vault).slots[0].weekday == 0
    page._lessons.button.setFocus()
    press(qtbot, Qt.Key.Key_Backtab, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert calendar(session.vault).slots == ()
    session.undo()
    assert len(calendar(session.vault).slots) == 1


def test_another_class_brings_its_own_day_and_what_was_chosen_stays(
    qtbot: QtBot, page: CalendarPage, session: Session
) -> None:
    session.do(add_class, name="CMV-1C", first_lesson=date(2026, 11, 11))
    press(qtbot, Qt.Key.Key_Return)
    (panel,) = [panel for panel in page.window().findChildren(Panel) if panel.isVisible()]
    panel._first.field.setText("18 november")
    panel._class.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert panel._class.currentText() == "CMV-1C"
    assert panel._day.currentData() == 2, "a Wednesday, as its first lesson is"
    assert panel._first.field.text() == "18 november"
    assert panel._last.field.text() == "20 January 2027"


def test_what_is_wrong_is_said_in_the_panel_and_escape_leaves_all_as_it_was(
    qtbot: QtBot, page: CalendarPage, session: Session
) -> None:
    press(qtbot, Qt.Key.Key_Return, "laat", Qt.Key.Key_Return)
    (panel,) = [panel for panel in page.window().findChildren(Panel) if panel.isVisible()]
    assert "10:15" in panel._trouble._sentence.text()
    press(qtbot, "9", Qt.Key.Key_Tab, "10", Qt.Key.Key_Tab, "ooit", Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel._first.field
    assert panel._first.field.selectedText() == "ooit"
    press(qtbot, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert calendar(session.vault).slots == ()


def test_a_holiday_and_a_usual_year(qtbot: QtBot, page: CalendarPage, session: Session) -> None:
    page._year.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert len(calendar(session.vault).periods) == 13
    assert not page._year.isVisible()
    press(qtbot, Qt.Key.Key_Return, "Studiedag", Qt.Key.Key_Tab, "12 november", Qt.Key.Key_Return)
    assert "Studiedag" in [each.name for each in calendar(session.vault).periods]


@pytest.mark.parametrize(
    ("name", "chosen", "kind"),
    [
        ("Toetsweek 2", None, PeriodKind.EXAMS),
        ("Blok 3", None, PeriodKind.BLOCK),
        ("Studiedag", None, PeriodKind.HOLIDAY),
        ("Toetsweek 2", PeriodKind.HOLIDAY, PeriodKind.HOLIDAY),
    ],
)
def test_a_name_says_what_it_is_unless_the_teacher_does(
    qtbot: QtBot, page: CalendarPage, name: str, chosen: PeriodKind | None, kind: PeriodKind
) -> None:
    page._periods.button.click()
    (panel,) = [panel for panel in page.window().findChildren(PeriodPanel) if panel.isVisible()]
    if chosen is not None:
        panel._kinds.chosen.emit(chosen.value)
    qtbot.keyClicks(panel._name.field, name)
    typed: list[PeriodTyped] = []
    panel.save_requested.connect(typed.append)
    press(qtbot, Qt.Key.Key_Return)
    assert typed[0].kind is kind


ICS = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:CMV-1B Ontwerpen
DTSTART:20261029T101500
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=4
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Studio
DTSTART:20261030T101500
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=2
END:VEVENT
END:VCALENDAR
"""


def shown_panel(page: CalendarPage) -> TimetablePanel | None:
    shown = [each for each in page.window().findChildren(TimetablePanel) if each.isVisible()]
    return shown[0] if shown else None


def test_a_timetable_is_read_asked_about_and_taken_in_by_keyboard(
    qtbot: QtBot, page: CalendarPage, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "rooster.ics"
    path.write_text(ICS)
    page.read([path])
    qtbot.waitUntil(lambda: shown_panel(page) is not None, timeout=20_000)
    panel = shown_panel(page)
    assert panel is not None
    page.activateWindow()
    panel.first().setFocus()  # another window of the tests may have been the active one
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel.first())
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)  # Studio is this class too
    assert len(calendar(session.vault).lessons) == 6
    assert shown_panel(page) is None
    session.undo()
    assert calendar(session.vault).lessons == ()


def test_a_file_that_is_no_calendar_gets_one_sentence_and_changes_nothing(
    qtbot: QtBot, page: CalendarPage, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "klas.csv"
    path.write_text("Voornaam;Achternaam")
    page.read([path])
    qtbot.waitUntil(page._trouble.isVisible, timeout=20_000)
    assert "klas.csv" in page._trouble._sentence.text()
    assert calendar(session.vault).lessons == ()
