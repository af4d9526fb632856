"""Nobody looks into the app's memory, and a crash leaves none of it behind."""

import subprocess
import sys

import pytest

LOOK = """
import resource
from pathlib import Path
from klasgenoot.app import memory
memory.no_core_dumps()
memory.no_reading_along()
print(resource.getrlimit(resource.RLIMIT_CORE)[0])
import ctypes
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
"""In a process of its own: what is taken away here cannot be given back."""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_no_core_is_dumped_and_nobody_reads_along() -> None:
    said = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=True
    ).stdout
    assert said.split() == ["0", "0"]
