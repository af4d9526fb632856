"""How does the app start itself anew? Locking ends the process, so that nothing stays in memory."""

import os
import sys
from collections.abc import Sequence


def command_line(arguments: Sequence[str]) -> list[str]:
    """The program and its arguments that start this app once more."""
    is_bundle = getattr(sys, "frozen", False)
    program = [sys.executable] if is_bundle else [sys.executable, "-m", "klasgenoot"]
    return [*program, *arguments]


def start_anew(arguments: Sequence[str]) -> None:
    """Replaces this process by a new one; what stood in its memory is gone.

    Where a process cannot be replaced (Windows) a new one is started and this one ends at once.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    line = command_line(arguments)
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(line, close_fds=True)  # noqa: S603 - ourselves
        os._exit(0)
    os.execv(line[0], line)  # noqa: S606 - ourselves
