"""A microphone and a speaker for tests: they hear what they are told and play to nobody."""

import math
from array import array
from collections.abc import Callable

from klasgenoot.domain.errors import NoSound
from klasgenoot.exchange.recorder import Way
from klasgenoot.exchange.sounds import RATE

BLOCK = 800
"""Samples that a device gives at once."""


def tone(seconds: float, *, loud: int = 6_000, rate: int = RATE) -> "array[int]":
    """A voice, more or less."""
    return array(
        "h", (int(loud * math.sin(at * 440 * math.tau / rate)) for at in range(int(seconds * rate)))
    )


def silence(seconds: float, *, rate: int = RATE) -> "array[int]":
    """Nobody says anything."""
    return array("h", bytes(2 * int(seconds * rate)))


def a_name() -> "array[int]":
    """A name of one second, with silence around it."""
    return silence(0.5) + tone(1.0) + silence(0.7)


class FakeStream:
    """Sound that goes in or out."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self.is_open = True

    def close(self) -> None:
        self.is_open = False


class FakeDevice:
    """A device with a microphone and a speaker, unless it is given a trouble."""

    def __init__(self, *, rate: int = RATE) -> None:
        self.rate = rate
        self.troubles: dict[Way, NoSound] = {}
        self.refuses = False
        self.streams: list[FakeStream] = []
        self.played: list[array[int]] = []
        self._heard: Callable[[bytes], None] = lambda _data: None
        self._ended: Callable[[], None] = lambda: None

    @property
    def is_open(self) -> bool:
        return any(stream.is_open for stream in self.streams)

    def trouble(self, way: Way) -> NoSound | None:
        return self.troubles.get(way)

    def listen(self, heard: Callable[[bytes], None]) -> FakeStream:
        self._heard = heard
        return self._opened()

    def play(self, samples: "array[int]", *, rate: int, ended: Callable[[], None]) -> FakeStream:
        stream = self._opened()
        assert rate == RATE
        self.played.append(samples)
        self._ended = ended
        return stream

    def hear(self, samples: "array[int]") -> None:
        """Somebody says this, block by block."""
        for at in range(0, len(samples), BLOCK):
            self._heard(samples[at : at + BLOCK].tobytes())

    def end(self) -> None:
        """All was played."""
        self._ended()

    def _opened(self) -> FakeStream:
        if self.refuses:
            raise NoSound("busy")
        self.streams.append(FakeStream(self.rate))
        return self.streams[-1]
