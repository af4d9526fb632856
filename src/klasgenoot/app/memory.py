"""Who else may look into this process? Nobody: no core dumps, and no reading along.

Hardening where the system knows how; where it does not, nothing happens. What is in memory while
the app is open stays within reach of an administrator.
"""

import contextlib
import sys

PR_SET_DUMPABLE = 4


def no_core_dumps() -> None:
    """A crash writes nothing of what was in memory to the disk (Linux, macOS)."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def no_reading_along() -> None:
    """Other programs of the same user cannot read this process's memory (Linux)."""
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
