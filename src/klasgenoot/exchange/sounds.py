"""What is a recorded name? A short WAV file: the silence around the name cut off, loud enough.

One channel of 16 bits, 16,000 samples a second: speech needs no more, and a name of a second and a
half takes 48 kB. The standard library reads and writes it.
"""

import wave
from array import array
from io import BytesIO
from typing import NamedTuple

from klasgenoot.domain.errors import NothingHeard, UnreadableSound

RATE = 16_000
"""Samples a second of what is kept."""
LONGEST = 5.0
"""Seconds after which a recording stops by itself."""

MOST_BYTES = 2 * 48_000 * 10
"""More than any recording of ours; a file that claims more is not one."""
RATES = range(8_000, 96_001)
"""Samples a second that can be played."""
FULL = 32_767
"""The loudest a sample can be."""

_FRAME = 0.01
"""Seconds of the stretches that are sound or silence."""
_RUN = 3
"""So many stretches in a row make sound; a click of a key is shorter."""
_SILENT = 150.0
"""So loud on average is still silence, whatever the rest is: 47 dB below the loudest there is."""
_QUIET = 0.08
"""The same as a part of the loudest stretch: 22 dB below it."""
_BEFORE, _AFTER = 0.10, 0.18
"""Seconds left around the name: an s or an f begins softly, and a name ends in a breath."""
_FADE = 0.005
"""Seconds in which the ends swell and fade, so that nothing clicks."""
_AS_LOUD = 0.7
"""The loudest sample of a quiet recording comes up to this part of `FULL` ..."""
_MOST_GAIN = 4.0
"""... but by no more than this: what is louder is mostly noise."""


class Sound(NamedTuple):
    """A recording to keep: a whole WAV file, and how many seconds it lasts."""

    wav: bytes
    seconds: float


def made_sound(samples: "array[int]", *, rate: int = RATE) -> Sound:
    """A recording out of what a microphone gave: trimmed, a little louder, as a WAV file.

    Args:
        samples: signed, of 16 bits.
        rate: samples a second.

    Raises:
        NothingHeard: there is nothing in it but silence.
    """
    named = _louder(_trimmed(at_rate(samples, rate=rate, wanted=RATE)))
    file = BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(named.tobytes())
    return Sound(file.getvalue(), len(named) / RATE)


def read_sound(wav: bytes) -> "tuple[array[int], int]":
    """The samples of a recording, and how many there are in a second.

    Raises:
        UnreadableSound: it is damaged, or not one of ours.
    """
    if len(wav) > MOST_BYTES:
        raise UnreadableSound
    try:
        with wave.open(BytesIO(wav), "rb") as reader:
            shape = reader.getnchannels(), reader.getsampwidth()
            rate, frames = reader.getframerate(), reader.readframes(MOST_BYTES // 2)
    except (wave.Error, EOFError, RuntimeError, ValueError, MemoryError) as error:
        # RuntimeError: so `wave` says that a part claims to lie beyond the end
        raise UnreadableSound from error
    if shape != (1, 2) or rate not in RATES or len(frames) < 2:  # noqa: PLR2004 - bytes a sample
        raise UnreadableSound
    samples = array("h")
    samples.frombytes(frames[: len(frames) // 2 * 2])
    return samples, rate


def samples_of(data: bytes) -> "array[int]":
    """What a device gives, in the order of bytes of this computer, as samples."""
    samples = array("h")
    samples.frombytes(data[: len(data) // 2 * 2])
    return samples


def at_rate(samples: "array[int]", *, rate: int, wanted: int) -> "array[int]":
    """The same sound in another number of samples a second.

    Each new sample is the mean of those it stands for, or lies on the line between two: plain, and
    good enough for speech.
    """
    if rate == wanted or not samples:
        return samples
    step, last = rate / wanted, len(samples) - 1
    made = array("h")
    for place in range(int(len(samples) / step)):
        start = place * step
        first, end = int(start), int(start + step)
        if end - first > 1:
            part = samples[first:end]
            made.append(sum(part) // len(part))
        else:
            here, there = samples[first], samples[min(last, first + 1)]
            made.append(round(here + (there - here) * (start - first)))
    return made


def loudness(samples: "array[int]") -> float:
    """The root of the mean square of samples, 0 to 32,768."""
    if not samples:
        return 0.0
    return float((sum(each * each for each in samples) / len(samples)) ** 0.5)


def _trimmed(samples: "array[int]") -> "array[int]":
    size = round(RATE * _FRAME)
    frames = [loudness(samples[at : at + size]) for at in range(0, len(samples), size)]
    floor = max(_SILENT, _QUIET * max(frames, default=0.0))
    heard = [all(each > floor for each in frames[at : at + _RUN]) for at in range(len(frames))]
    runs = [at for at, is_heard in enumerate(heard) if is_heard and at + _RUN <= len(frames)]
    if not runs:
        raise NothingHeard
    start = max(0, runs[0] * size - round(_BEFORE * RATE))
    end = min(len(samples), (runs[-1] + _RUN) * size + round(_AFTER * RATE))
    return samples[start:end]


def _louder(samples: "array[int]") -> "array[int]":
    loudest = max(map(abs, samples))
    gain = max(1.0, min(_MOST_GAIN, _AS_LOUD * FULL / loudest))
    fade, last = round(_FADE * RATE), len(samples) - 1
    made = array("h")
    for place, sample in enumerate(samples):
        edge = min(1.0, place / fade, (last - place) / fade)
        made.append(max(-FULL, min(FULL, round(sample * gain * edge))))
    return made
