"""Records a name and plays it again, on whatever device it is given.

A device calls from a thread of its own. It only leaves behind here what it heard and how loud that
was; who shows it looks every now and then.
"""

import math
from array import array
from collections.abc import Callable
from enum import Enum
from typing import Protocol

from klasgenoot.domain.errors import NoSound
from klasgenoot.exchange.sounds import (
    FULL,
    LONGEST,
    Sound,
    loudness,
    made_sound,
    read_sound,
    samples_of,
)

_SOFTEST, _LOUDEST = -50.0, -10.0
"""Decibels below the loudest there is, at which a level bar is empty and full."""


class Way(Enum):
    """Which way sound goes."""

    IN = "in"
    OUT = "out"


class Stream(Protocol):
    """Sound that goes in or out now.

    Attributes:
        rate: samples a second.
    """

    rate: int

    def close(self) -> None:
        """Ends it at once; nothing is called any more after this."""


class Device(Protocol):
    """What can hear and speak. Samples are signed, of 16 bits, one channel."""

    def trouble(self, way: Way) -> NoSound | None:
        """Why it cannot; None when it can. It may take a while: ask on a thread."""

    def listen(self, heard: Callable[[bytes], None]) -> Stream:
        """Begins to hear; `heard` is called with samples, on another thread.

        Raises:
            NoSound: it does not open.
        """

    def play(self, samples: "array[int]", *, rate: int, ended: Callable[[], None]) -> Stream:
        """Begins to play; `ended` is called when all was played, on another thread.

        Raises:
            NoSound: it does not open.
        """


class Recorder:
    """One recording at a time."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._stream: Stream | None = None
        self._heard: list[bytes] = []
        self._bytes = 0
        self._level = 0.0

    @property
    def is_on(self) -> bool:
        """Whether it is recording."""
        return self._stream is not None

    @property
    def seconds(self) -> float:
        """How much was heard so far."""
        return self._bytes / 2 / self._stream.rate if self._stream else 0.0

    @property
    def is_full(self) -> bool:
        """Whether it has heard as much as it may."""
        return self.seconds >= LONGEST

    @property
    def level(self) -> float:
        """How loud it is now, 0 to 1."""
        return self._level

    def start(self) -> None:
        """Begins to record; what was being recorded is dropped.

        Raises:
            NoSound: the microphone does not open.
        """
        self.drop()
        self._stream = self._device.listen(self._on_heard)

    def stop(self) -> Sound:
        """Ends the recording.

        Raises:
            NothingHeard: there is nothing in it but silence.
        """
        rate = self._stream.rate if self._stream else 0
        if self._stream is not None:
            self._stream.close()
        samples = samples_of(b"".join(self._heard))[: int(rate * LONGEST)]
        self.drop()
        return made_sound(samples, rate=rate)

    def drop(self) -> None:
        """Ends the recording and keeps nothing of it."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()
        self._heard, self._bytes, self._level = [], 0, 0.0

    def _on_heard(self, data: bytes) -> None:
        """On the thread of the device."""
        if not self.is_full:
            self._heard.append(bytes(data))
            self._bytes += len(data)
        self._level = level_of(samples_of(bytes(data)))


class Player:
    """Plays one recording at a time."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._stream: Stream | None = None
        self._has_ended = False

    @property
    def is_on(self) -> bool:
        """Whether it is playing."""
        return self._stream is not None and not self._has_ended

    def play(self, wav: bytes) -> None:
        """Begins to play a recording; what was playing stops.

        Raises:
            UnreadableSound: it is damaged.
            NoSound: there is nothing to play it on.
        """
        self.stop()
        samples, rate = read_sound(wav)
        self._has_ended = False
        self._stream = self._device.play(samples, rate=rate, ended=self._on_ended)

    def stop(self) -> None:
        """Stops at once."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def _on_ended(self) -> None:
        """On the thread of the device."""
        self._has_ended = True


def level_of(samples: "array[int]") -> float:
    """How far a level bar goes for samples, 0 to 1: as ears hear it, in steps of loudness."""
    loud = loudness(samples)
    if loud < 1:
        return 0.0
    decibels = 20 * math.log10(loud / FULL)
    return max(0.0, min(1.0, (decibels - _SOFTEST) / (_LOUDEST - _SOFTEST)))
