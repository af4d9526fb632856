"""What may a caged process take? Memory, time and files, as far as the system lets itself be told.

Linux and macOS set limits per process (macOS ignores the one on memory). Windows has job objects
instead, which are not used: there the watch from outside (`outside.py`) is the only limit.
"""

import signal
import sys
from contextlib import suppress

MEMORY = 1 << 30
"""Bytes of address space, libraries included."""
CPU_SECONDS = 10
"""For one file."""
_CPU_IN_ALL = 1_800
_OPEN_FILES = 64

_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38


def take_little() -> None:
    """Gives up for good what reading a file does not need."""
    if sys.platform == "win32":
        return
    import resource

    most = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: _OPEN_FILES,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_CPU: _CPU_IN_ALL,
    }
    for what, limit in most.items():
        with suppress(ValueError, OSError):  # one that this system does not have
            resource.setrlimit(what, (limit, limit))
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            control = ctypes.CDLL(None).prctl
            control(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
            control(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def begin_file() -> None:
    """Starts the clock for one file; who uses more seconds of work is ended by the system."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
