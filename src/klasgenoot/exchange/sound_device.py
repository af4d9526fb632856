"""The microphone and the speaker of this computer, through `sounddevice`.

It is an extra (docs/decisions/0020-sounddevice.md): without it, without PortAudio or without a
device there is a reason instead, and nothing else of the app misses it.
"""

from array import array
from collections.abc import Callable
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Any

from klasgenoot.domain.errors import NoSound
from klasgenoot.exchange.recorder import Device, Stream, Way
from klasgenoot.exchange.sounds import RATE, at_rate

_KINDS = {Way.IN: "input", Way.OUT: "output"}
_REASONS = {Way.IN: "microphone", Way.OUT: "speaker"}


@cache
def system_device() -> Device:
    """The sound of this computer; nothing is loaded before it is asked for something."""
    return SystemDevice()


class OpenStream:
    """A stream of `sounddevice` that runs.

    Attributes:
        rate: samples a second.
    """

    def __init__(self, stream: Any, rate: int, *, others: "set[OpenStream]") -> None:  # noqa: ANN401 - it has no types
        self._stream = stream
        self._others = others
        self.rate = rate
        others.add(self)

    def close(self) -> None:
        """Ends it at once; PortAudio waits until nothing of it is being called."""
        self._others.discard(self)
        self._stream.abort()
        self._stream.close()


class SystemDevice:
    """Asks `sounddevice`, which makes its list of devices when it is loaded.

    One thread at a time: a list that is made anew ends all streams.
    """

    def __init__(self) -> None:
        self._library: Any = None
        self._lock = Lock()
        self._open: set[OpenStream] = set()

    def trouble(self, way: Way) -> NoSound | None:
        """Why there is no sound this way; None when there is. What was plugged in since counts."""
        with self._lock:
            try:
                library = self._loaded()
            except NoSound as trouble:
                return trouble
            if self._rate_of(library, way) is None and not self._open:
                # the one way to look again: PortAudio makes its list when it begins
                library._terminate()  # noqa: SLF001 - there is no public name for it
                library._initialize()  # noqa: SLF001 - the same
            return None if self._rate_of(library, way) else NoSound(_REASONS[way])

    def listen(self, heard: Callable[[bytes], None]) -> Stream:
        """Begins to hear, at our rate or else at the microphone's own.

        Raises:
            NoSound: it does not open.
        """
        with self._lock:
            library = self._loaded()

        def on_block(data: Any, _frames: int, _time: object, _status: object) -> None:  # noqa: ANN401 - a buffer of cffi
            heard(bytes(data))

        def opened(rate: int) -> Any:  # noqa: ANN401 - it has no types
            return library.RawInputStream(
                samplerate=rate, channels=1, dtype="int16", callback=on_block
            )

        return self._begun(library, Way.IN, opened, rate=RATE)

    def play(self, samples: "array[int]", *, rate: int, ended: Callable[[], None]) -> Stream:
        """Begins to play, at the rate of the recording or else at the speaker's own.

        Raises:
            NoSound: it does not open.
        """
        with self._lock:
            library = self._loaded()

        def opened(own: int) -> Any:  # noqa: ANN401 - it has no types
            left = memoryview(at_rate(samples, rate=rate, wanted=own).tobytes())
            at = 0

            def on_block(out: Any, _frames: int, _time: object, _status: object) -> None:  # noqa: ANN401 - a buffer of cffi
                nonlocal at
                size = len(out)
                part = bytes(left[at : at + size])
                out[:] = part.ljust(size, b"\0")
                at += size
                if at >= len(left):
                    raise library.CallbackStop

            return library.RawOutputStream(
                samplerate=own,
                channels=1,
                dtype="int16",
                callback=on_block,
                finished_callback=ended,
            )

        return self._begun(library, Way.OUT, opened, rate=rate)

    def _begun(
        self,
        library: Any,  # noqa: ANN401 - it has no types
        way: Way,
        opened: Callable[[int], Any],
        *,
        rate: int,
    ) -> Stream:
        """A stream that runs: at this rate, or at the device's own where that is refused."""
        with self._lock:
            own = self._rate_of(library, way)
            for each in dict.fromkeys((rate, own or rate)):
                stream: Any = None
                try:
                    stream = opened(each)
                    stream.start()
                except (library.PortAudioError, ValueError):
                    if stream is not None:
                        stream.close()
                else:
                    return OpenStream(stream, each, others=self._open)
            raise NoSound("busy" if own else _REASONS[way])

    def _rate_of(self, library: Any, way: Way) -> int | None:  # noqa: ANN401 - it has no types
        """The own rate of the device that the system uses; None where there is none."""
        try:
            return int(library.query_devices(kind=_KINDS[way])["default_samplerate"])
        except (library.PortAudioError, ValueError):
            return None

    def _loaded(self) -> Any:  # noqa: ANN401 - it has no types
        if self._library is None:
            try:
                self._library = import_module("sounddevice")
            except ImportError as error:
                raise NoSound("missing") from error
            except OSError as error:
                raise NoSound("library") from error
            except Exception as error:  # PortAudio is there and does not begin
                raise NoSound("busy") from error
        return self._library
