"""Recording and playing on a device that is made up."""

import pytest

from fake_sound import FakeDevice, a_name, silence, tone
from klasgenoot.domain.errors import NoSound, NothingHeard, UnreadableSound
from klasgenoot.exchange.recorder import Player, Recorder, level_of
from klasgenoot.exchange.sounds import LONGEST, RATE, made_sound, read_sound


def test_what_is_said_becomes_a_recording():
    device = FakeDevice()
    recorder = Recorder(device)
    recorder.start()
    assert recorder.is_on
    device.hear(a_name())
    assert recorder.seconds == pytest.approx(2.2)
    sound = recorder.stop()
    assert 1.0 < sound.seconds < 1.4
    assert not recorder.is_on
    assert not device.is_open


def test_a_microphone_with_a_rate_of_its_own_will_do():
    device = FakeDevice(rate=44_100)
    recorder = Recorder(device)
    recorder.start()
    device.hear(tone(1.0, rate=44_100))
    assert recorder.seconds == pytest.approx(1.0)
    assert recorder.stop().seconds == pytest.approx(1.0, abs=0.01)


def test_it_takes_no_more_than_the_longest():
    device = FakeDevice()
    recorder = Recorder(device)
    recorder.start()
    device.hear(tone(LONGEST + 2))
    assert recorder.is_full
    assert recorder.stop().seconds == pytest.approx(LONGEST, abs=0.06)


def test_the_level_follows_the_voice():
    device = FakeDevice()
    recorder = Recorder(device)
    recorder.start()
    device.hear(silence(0.1))
    assert recorder.level == 0
    device.hear(tone(0.1, loud=600))
    soft = recorder.level
    device.hear(tone(0.1, loud=20_000))
    assert 0 < soft < recorder.level <= 1
    assert level_of(tone(0.1, loud=32_767)) == 1


def test_nothing_said_is_nothing_kept_and_the_next_try_begins_anew():
    device = FakeDevice()
    recorder = Recorder(device)
    recorder.start()
    device.hear(silence(2))
    with pytest.raises(NothingHeard):
        recorder.stop()
    assert not device.is_open
    recorder.start()
    assert recorder.seconds == 0


def test_stopping_what_never_began_is_nothing_heard():
    with pytest.raises(NothingHeard):
        Recorder(FakeDevice()).stop()


def test_a_dropped_recording_closes_the_microphone_and_hears_nothing_more():
    device = FakeDevice()
    recorder = Recorder(device)
    recorder.start()
    device.hear(tone(1))
    recorder.drop()
    assert not device.is_open
    assert recorder.seconds == 0


def test_a_microphone_that_does_not_open_says_so():
    device = FakeDevice()
    device.refuses = True
    recorder = Recorder(device)
    with pytest.raises(NoSound):
        recorder.start()
    assert not recorder.is_on


def test_a_recording_is_played_to_its_end():
    device = FakeDevice()
    player = Player(device)
    wav = made_sound(a_name()).wav
    player.play(wav)
    assert player.is_on
    assert device.played == [read_sound(wav)[0]]
    device.end()
    assert not player.is_on


def test_playing_again_or_stopping_ends_what_plays():
    device = FakeDevice()
    player = Player(device)
    wav = made_sound(tone(1)).wav
    player.play(wav)
    player.play(wav)
    assert [stream.is_open for stream in device.streams] == [False, True]
    player.stop()
    assert not device.is_open
    assert not player.is_on


def test_what_is_damaged_is_not_played():
    device = FakeDevice()
    with pytest.raises(UnreadableSound):
        Player(device).play(b"RIFF")
    assert device.streams == []
    assert RATE == 16_000
