"""How soon is the window there, and what does it weigh? Whole processes beside a bare Qt window."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from figures import Figure, in_turn
from made_classes import SIZES, fill_folder

HERE = Path(__file__).resolve().parent
ROUNDS = 11


class Start(NamedTuple):
    """One start: milliseconds until the first picture, and the most memory, in MB."""

    took: float
    weighed: float


def measure() -> Iterator[Figure]:
    """Starts of the app with classes of three sizes, in turn with starts of a bare window."""
    with ExitStack() as held:
        settings = held.enter_context(_screen())
        works = {"bare": _starting("start_bare.py", settings=settings)}
        for size in SIZES:
            data = Path(held.enter_context(TemporaryDirectory()))
            fill_folder(data, size=size)
            works[str(size)] = _starting(
                "start_ours.py", "--data-dir", str(data), settings=settings
            )
        in_turn(works, rounds=1)  # compiles what was never run, and warms the disk
        starts = in_turn(works, rounds=ROUNDS)
    yield from _figures(starts)


def _figures(starts: Mapping[str, list[Start]]) -> Iterator[Figure]:
    took = {name: median(start.took for start in those) for name, those in starts.items()}
    weighed = {name: median(start.weighed for start in those) for name, those in starts.items()}
    for size in SIZES:
        name, is_promised = str(size), size == SIZES[1]
        yield Figure(
            what="start to first painted window",
            size=f"{size} students",
            ours=took[name],
            yardstick=took["bare"],
            beside="a PySide6 window with one label",
            budget="≤ 2.0 ×" if is_promised else "",
        )
        yield Figure(
            what="peak memory at that moment",
            size=f"{size} students",
            ours=weighed[name],
            yardstick=weighed["bare"],
            beside="a PySide6 window with one label",
            unit="MB",
            budget="≤ 1.8 ×" if is_promised else "",
        )


def _starting(script: str, *words: str, settings: Mapping[str, str]) -> Callable[[], Start]:
    command = [sys.executable, str(HERE / script), *words]

    def start() -> Start:
        begin = perf_counter()
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=os.environ | settings
        ) as process:
            assert process.stdout is not None  # noqa: S101 - it is a pipe
            line = process.stdout.readline()
            took = (perf_counter() - begin) * 1000
            weighed = process.stdout.readline()
        if not line or process.returncode:
            raise RuntimeError(f"{script} ended with {process.returncode}")
        return Start(took, float(weighed))

    return start


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """A made-up X screen where there can be one, else Qt draws in memory."""
    sys.path.append(str(HERE.parent / "packaging"))
    import debian
    import display

    if not display.can_pretend() or debian.missing_for_a_window():
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with display.pretended_display() as name:
        yield {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
