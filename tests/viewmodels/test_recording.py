"""The sound of a name: recorded only when asked, dropped when the page is left."""

import pytest
from pytestqt.qtbot import QtBot

from builders import school_class
from fake_sound import FakeDevice, a_name, silence, tone
from klasgenoot.domain.errors import NoSound
from klasgenoot.domain.people import StudentId
from klasgenoot.exchange import sound_device
from klasgenoot.exchange.recorder import Way
from klasgenoot.exchange.sounds import LONGEST, read_sound
from klasgenoot.store import sounds, students
from klasgenoot.viewmodels import recording as rooms
from klasgenoot.viewmodels.recording import RecordingViewModel, SoundState
from klasgenoot.viewmodels.session import Session

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def device(monkeypatch) -> FakeDevice:
    made = FakeDevice()
    monkeypatch.setattr(sound_device, "system_device", lambda: made)
    return made


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    return school_class(session.desk)[1]


@pytest.fixture
def shown(session: Session, ids: list[StudentId], device: FakeDevice, qtbot: QtBot):
    made = RecordingViewModel(session)
    with qtbot.waitSignal(made.changed):
        made.open(ids[0])
    yield made
    made.close()


def recorded(shown: RecordingViewModel, device: FakeDevice) -> None:
    shown.record()
    device.hear(a_name())
    shown.stop()


def test_before_the_computer_answered_nothing_can_be_done(session, ids, device):
    made = RecordingViewModel(session)
    assert (made.can_record, made.can_play, made.reason) == (False, False, "")


def test_nothing_listens_before_it_is_asked_to(shown, device):
    assert shown.can_record
    assert shown.state is SoundState.REST
    assert device.streams == []


def test_a_name_is_recorded_and_kept_with_the_student(session, ids, shown, device):
    recorded(shown, device)
    kept = students.student(session.vault, ids[0]).sound
    sound = sounds.sound_of(session.vault, kept)
    assert 1 < sound.seconds < 1.4
    assert read_sound(sound.wav)
    assert shown.state is SoundState.REST
    assert shown.has_recording
    assert shown.can_play
    assert not device.is_open


def test_undo_takes_the_recording_back(session, ids, shown, device):
    recorded(shown, device)
    session.undo()
    assert not shown.has_recording
    session.redo()
    assert shown.has_recording
    shown.remove()
    assert not shown.has_recording
    session.undo()
    assert shown.has_recording


def test_while_recording_it_tells_how_loud_and_how_long(shown, device, qtbot):
    told = []
    shown.ticked.connect(lambda *values: told.append(values))
    shown.record()
    assert told == [(0, "0.0 s")]
    device.hear(tone(1.2, loud=12_000))
    qtbot.waitUntil(lambda: len(told) > 1)
    level, words = told[-1]
    assert 50 < level <= 100
    assert words == "1.2 s"


def test_the_longest_recording_stops_by_itself(session, ids, shown, device, qtbot):
    shown.record()
    device.hear(tone(LONGEST + 1))
    qtbot.waitUntil(lambda: shown.state is SoundState.REST)
    assert shown.has_recording


def test_a_microphone_that_hears_nothing_is_given_up(shown, device, qtbot, monkeypatch):
    monkeypatch.setattr(rooms, "PATIENCE", -LONGEST)
    with qtbot.waitSignal(shown.failed) as told:
        shown.record()
    assert told.args == ["Nothing was heard. Come closer to the microphone and try once more."]
    assert shown.state is SoundState.REST
    assert not device.is_open


def test_silence_is_not_kept_and_says_so(shown, device, qtbot):
    shown.record()
    device.hear(silence(1))
    with qtbot.waitSignal(shown.failed):
        shown.stop()
    assert not shown.has_recording


@pytest.mark.parametrize("leave", ["halt", "open", "forgetting", "close"])
def test_leaving_drops_what_was_being_recorded(session, ids, shown, device, leave):
    shown.record()
    device.hear(a_name())
    if leave == "open":
        shown.open(ids[1])
    elif leave == "forgetting":
        session.forgetting.emit()
    else:
        getattr(shown, leave)()
    assert not device.is_open
    assert shown.state is SoundState.REST
    assert students.student(session.vault, ids[0]).sound is None


def test_a_recording_is_played_to_its_end_or_until_it_is_stopped(shown, device, qtbot):
    recorded(shown, device)
    shown.play()
    assert shown.state is SoundState.PLAYING
    device.end()
    qtbot.waitUntil(lambda: shown.state is SoundState.REST)
    shown.play()
    shown.stop()
    assert shown.state is SoundState.REST
    assert not device.is_open
    assert len(device.played) == 2


def test_a_device_that_refuses_is_told_in_a_sentence(shown, device, qtbot):
    device.refuses = True
    with qtbot.waitSignal(shown.failed) as told:
        shown.record()
    assert told.args[0].startswith("The sound did not open.")
    assert shown.state is SoundState.REST


def test_a_damaged_recording_is_told_in_a_sentence(session, ids, shown, device, qtbot):
    from klasgenoot.operations.recordings import record_name

    broken = sounds.keep_sound(session.vault, sounds.StoredSound(b"RIFF", 1.0))
    session.do(record_name, student_id=ids[0], sound=broken)
    with qtbot.waitSignal(shown.failed) as told:
        shown.play()
    assert told.args == ["This recording is damaged and cannot be played. Record it again."]


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        (
            "missing",
            "Recording and playing do not work here: Klasgenoot was installed without sound.",
        ),
        (
            "library",
            (
                "Recording and playing do not work here: PortAudio is missing"
                " (on Debian: libportaudio2)."
            ),
        ),
        ("microphone", "Nothing can be recorded here: there is no microphone."),
    ],
)
def test_without_a_microphone_it_says_why(session, ids, device, qtbot, why, sentence):
    device.troubles[Way.IN] = NoSound(why)
    made = RecordingViewModel(session)
    with qtbot.waitSignal(made.changed):
        made.open(ids[0])
    assert not made.can_record
    assert made.reason == sentence
    made.close()


def test_without_a_microphone_what_was_recorded_elsewhere_can_be_heard(
    session, ids, shown, device, qtbot
):
    recorded(shown, device)
    device.troubles[Way.IN] = NoSound("microphone")
    made = RecordingViewModel(session)
    with qtbot.waitSignal(made.changed):
        made.open(ids[0])
    assert made.can_play
    assert made.reason
    made.play()
    assert device.played
    made.close()


def test_without_a_speaker_it_says_so_where_there_is_something_to_hear(
    session, ids, shown, device, qtbot
):
    device.troubles[Way.OUT] = NoSound("speaker")
    made = RecordingViewModel(session)
    with qtbot.waitSignal(made.changed):
        made.open(ids[0])
    assert made.reason == ""
    recorded(made, device)
    assert made.reason == "There is nothing here to play sound on."
    assert not made.can_play
    made.close()


def test_a_microphone_that_is_plugged_in_is_found_with_the_next_student(
    session, ids, device, qtbot
):
    device.troubles[Way.IN] = NoSound("microphone")
    made = RecordingViewModel(session)
    with qtbot.waitSignal(made.changed):
        made.open(ids[0])
    device.troubles.clear()
    with qtbot.waitSignal(made.changed):
        made.open(ids[1])
    assert made.can_record
    made.close()
