"""A recorded name: trimmed, loud enough, and never a reason to fall over."""

import wave
from array import array
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fake_sound import a_name, silence, tone
from klasgenoot.domain.errors import NothingHeard, UnreadableSound
from klasgenoot.exchange.sounds import (
    FULL,
    LONGEST,
    RATE,
    at_rate,
    loudness,
    made_sound,
    read_sound,
)

samples = st.lists(st.integers(-32_768, 32_767), max_size=400).map(lambda each: array("h", each))


def written(frames: bytes, *, channels: int = 1, width: int = 2, rate: int = RATE) -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(channels)
        writer.setsampwidth(width)
        writer.setframerate(rate)
        writer.writeframes(frames)
    return file.getvalue()


def test_a_recording_is_a_wav_of_one_channel_16_bits_and_16_khz():
    sound = made_sound(a_name())
    with wave.open(BytesIO(sound.wav)) as reader:
        assert reader.getparams()[:3] == (1, 2, 16_000)
        assert reader.getnframes() / RATE == sound.seconds


def test_the_silence_around_the_name_is_cut_off_and_a_little_is_left():
    sound = made_sound(a_name())
    assert sound.seconds == pytest.approx(1.0 + 0.10 + 0.18, abs=0.04)


def test_a_pause_within_a_name_stays():
    sound = made_sound(silence(0.3) + tone(0.4) + silence(0.5) + tone(0.4) + silence(0.3))
    assert sound.seconds == pytest.approx(1.3 + 0.28, abs=0.04)


def test_a_quiet_name_becomes_louder_and_a_loud_one_stays_as_it_is():
    quiet, _ = read_sound(made_sound(tone(1.0, loud=3_000)).wav)
    loud, _ = read_sound(made_sound(tone(1.0, loud=30_000)).wav)
    whisper, _ = read_sound(made_sound(tone(1.0, loud=600)).wav)
    assert max(quiet) == pytest.approx(3_000 * 4, rel=0.02)
    assert max(loud) == pytest.approx(30_000, rel=0.02)
    assert max(whisper) == pytest.approx(2_400, rel=0.02)


@pytest.mark.parametrize(
    "heard",
    [array("h"), silence(2), tone(2, loud=90), silence(1) + tone(0.02) + silence(1)],
    ids=["nothing", "silence", "noise", "a click"],
)
def test_who_says_nothing_has_no_recording(heard):
    with pytest.raises(NothingHeard):
        made_sound(heard)


@given(samples)
def test_whatever_was_heard_there_is_a_sound_recording_or_none(heard):
    try:
        sound = made_sound(heard * 9)
    except NothingHeard:
        return
    back, rate = read_sound(sound.wav)
    assert rate == RATE
    assert len(back) == round(sound.seconds * RATE) > 0
    assert max(map(abs, back)) <= FULL


@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000])
def test_another_rate_comes_to_the_same_length_and_loudness(rate):
    heard = tone(1.0, rate=rate)
    ours = at_rate(heard, rate=rate, wanted=RATE)
    assert len(ours) == pytest.approx(RATE, abs=2)
    assert loudness(ours) == pytest.approx(loudness(heard), rel=0.05)


@given(samples, st.integers(4_000, 96_000), st.integers(4_000, 96_000))
def test_no_rate_makes_it_louder_or_fails(heard, rate, wanted):
    made = at_rate(heard, rate=rate, wanted=wanted)
    assert len(made) == pytest.approx(len(heard) * wanted / rate, abs=1.01)
    assert max(map(abs, made), default=0) <= max(map(abs, heard), default=0)


@given(st.binary(max_size=300))
def test_bytes_that_are_no_recording_are_refused(data):
    with pytest.raises(UnreadableSound):
        read_sound(data)


@given(st.data())
def test_a_damaged_recording_is_read_or_refused_and_nothing_else(data):
    sound = bytearray(made_sound(tone(0.2)).wav)
    for _ in range(data.draw(st.integers(1, 6))):
        sound[data.draw(st.integers(0, 60))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(sound)))
    with suppress(UnreadableSound):
        read_sound(bytes(sound[:cut]))


@pytest.mark.parametrize(
    "wav",
    [
        written(b"\0" * 400, channels=2),
        written(b"\0" * 400, width=1),
        written(b"\0" * 400, rate=1),
        written(b"\0" * 400, rate=1_000_000_000),
        written(b""),
        written(b"\0" * 2_000_000),
    ],
    ids=["stereo", "8 bits", "slow", "fast", "empty", "long"],
)
def test_a_wav_that_is_not_one_of_ours_is_refused(wav):
    with pytest.raises(UnreadableSound):
        read_sound(wav)


def test_the_longest_recording_fits():
    wav = made_sound(tone(LONGEST)).wav
    assert len(wav) == pytest.approx(2 * RATE * LONGEST, rel=0.01)
    assert len(read_sound(wav)[0]) == LONGEST * RATE
