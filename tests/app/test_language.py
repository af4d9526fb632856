"""The language on screen: our texts and Qt's own, at once."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from klasgenoot.app.language import Speaker
from klasgenoot.app.places import resources
from klasgenoot.domain.settings import Language
from klasgenoot.viewmodels.words import days_ago, short_date


@pytest.fixture
def speaker(qapp: QWidget) -> Iterator[Speaker]:
    before = QLocale()
    made = Speaker(resources() / "translations")
    yield made
    made.fall_silent()
    QLocale.setDefault(before)


def test_another_language_is_spoken_at_once(speaker: Speaker) -> None:
    day, today = date(2026, 10, 23), date(2026, 10, 29)
    told = {}
    for language in Language:
        speaker.speak(language)
        told[language] = (short_date(day), days_ago(day, today=today))
    assert told == {
        Language.DUTCH: ("vr 23 okt", "6 dagen geleden"),
        Language.ENGLISH: ("Fri 23 Oct", "6 days ago"),
    }


def test_qts_own_window_for_files_is_dutch_as_a_whole(speaker: Speaker, qtbot: QtBot) -> None:
    speaker.speak(Language.DUTCH)
    window = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(window)
    named = {label.text().replace("&", "") for label in window.findChildren(QLabel)}
    assert named >= {"Zoeken in:", "Bestandsnaam:", "Bestandstype:"}
