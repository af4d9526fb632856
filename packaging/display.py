"""The screen: is there one, and a made-up one (Xvfb) for the tests that want a real window."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SAYS_THERE_IS_ONE = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display() -> bool:
    """True where a window can be shown, or where Qt was told how to do without."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, _SAYS_THERE_IS_ONE))


def can_pretend() -> bool:
    """True where Xvfb can stand in for a screen."""
    return sys.platform.startswith("linux") and shutil.which("Xvfb") is not None


@contextmanager
def pretended_display() -> Iterator[str]:
    """Runs Xvfb on the first free display number for as long as the `with` lasts.

    Yields:
        The name of the display, `:7` for one.
    """
    reading, writing = os.pipe()
    quiet = ("-nolisten", "tcp", "-noreset")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1200x24", *quiet],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            sys.exit("Xvfb did not start, so no test could open a real window.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
