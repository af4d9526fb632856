"""The sound of this computer, with a library that is made up and one that is not there."""

import sys
from array import array
from types import ModuleType
from typing import Any

import pytest

from klasgenoot.domain.errors import NoSound
from klasgenoot.exchange.recorder import Way
from klasgenoot.exchange.sound_device import SystemDevice


class FakeStream:
    def __init__(self, **asked: Any) -> None:
        self.asked = asked
        self.calls: list[str] = []

    def start(self) -> None:
        self.calls.append("start")

    def abort(self) -> None:
        self.calls.append("abort")

    def close(self) -> None:
        self.calls.append("close")


class FakeLibrary(ModuleType):
    """As much of `sounddevice` as is asked of it."""

    class PortAudioError(Exception):
        pass

    class CallbackStop(Exception):  # noqa: N818 - its name there
        pass

    def __init__(self) -> None:
        super().__init__("sounddevice")
        self.rates: dict[str, float] = {"input": 44_100.0, "output": 48_000.0}
        self.plugged_in: dict[str, float] = {}
        self.refused: set[int] = set()
        self.streams: list[FakeStream] = []

    def query_devices(self, *, kind: str) -> dict[str, float]:
        if kind not in self.rates:
            raise self.PortAudioError("Error querying device -1")
        return {"default_samplerate": self.rates[kind]}

    def _terminate(self) -> None:
        pass

    def _initialize(self) -> None:
        self.rates |= self.plugged_in

    def RawInputStream(self, **asked: Any) -> FakeStream:
        if asked["samplerate"] in self.refused:
            raise self.PortAudioError("Invalid sample rate")
        self.streams.append(FakeStream(**asked))
        return self.streams[-1]

    RawOutputStream = RawInputStream


@pytest.fixture
def library(monkeypatch) -> FakeLibrary:
    made = FakeLibrary()
    monkeypatch.setitem(sys.modules, "sounddevice", made)
    return made


def no_sound(why: str, do: Any) -> None:
    with pytest.raises(NoSound) as caught:
        do()
    assert caught.value.why == why


def test_without_the_extra_there_is_no_sound(monkeypatch):
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    assert SystemDevice().trouble(Way.IN).why == "missing"
    no_sound("missing", lambda: SystemDevice().listen(bytes))


def test_without_portaudio_there_is_no_sound(monkeypatch, tmp_path):
    (tmp_path / "sounddevice.py").write_text("raise OSError('PortAudio library not found')")
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    assert SystemDevice().trouble(Way.OUT).why == "library"


def test_without_a_microphone_playing_goes_on(library):
    del library.rates["input"]
    device = SystemDevice()
    assert device.trouble(Way.IN).why == "microphone"
    assert device.trouble(Way.OUT) is None
    library.rates.clear()
    assert device.trouble(Way.OUT).why == "speaker"


def test_a_microphone_that_is_plugged_in_later_is_found(library):
    del library.rates["input"]
    device = SystemDevice()
    assert device.trouble(Way.IN)
    library.plugged_in = {"input": 16_000.0}
    assert device.trouble(Way.IN) is None


def test_while_something_sounds_no_new_list_is_made(library):
    del library.rates["input"]
    library.plugged_in = {"input": 16_000.0}
    device = SystemDevice()
    playing = device.play(array("h", [1]), rate=16_000, ended=list)
    assert device.trouble(Way.IN).why == "microphone"
    playing.close()
    assert device.trouble(Way.IN) is None


def test_it_listens_at_16_khz_or_else_at_the_rate_of_the_microphone(library):
    heard: list[bytes] = []
    device = SystemDevice()
    assert device.listen(heard.append).rate == 16_000
    library.refused = {16_000}
    stream = device.listen(heard.append)
    assert stream.rate == 44_100
    library.streams[-1].asked["callback"](memoryview(b"\1\2"), 1, None, None)
    assert heard == [b"\1\2"]
    stream.close()
    assert library.streams[-1].calls == ["start", "abort", "close"]


def test_a_microphone_that_refuses_says_so(library):
    library.refused = {16_000, 44_100}
    no_sound("busy", lambda: SystemDevice().listen(bytes))
    del library.rates["input"]
    no_sound("microphone", lambda: SystemDevice().listen(bytes))


def test_it_plays_to_the_last_sample_and_then_silence(library):
    ended: list[bool] = []
    samples = array("h", range(1, 6))
    SystemDevice().play(samples, rate=16_000, ended=lambda: ended.append(True))
    asked = library.streams[-1].asked
    out = bytearray(8)
    asked["callback"](out, 4, None, None)
    assert out == samples[:4].tobytes()
    with pytest.raises(library.CallbackStop):
        asked["callback"](out, 4, None, None)
    assert out == samples[4:].tobytes() + bytes(6)
    asked["finished_callback"]()
    assert ended == [True]
