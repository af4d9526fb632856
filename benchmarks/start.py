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
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""An installed app is compiled, whatever the one who measures has set."""


class Start(NamedTuple):
    """One start: milliseconds until the first picture and until the faces, and peak memory in MB."""

    painted: float
    filled: float
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
    middle = {name: Start(*map(median, zip(*those, strict=True))) for name, those in starts.items()}
    for size in SIZES:
        yield from _figures(middle[str(size)], middle["bare"], size=size)


def _figures(ours: Start, bare: Start, *, size: int) -> Iterator[Figure]:
    is_promised = size == SIZES[1]
    for what, took, budget in (
        ("start to first painted window", ours.painted, "≤ 2.0 ×"),
        ("start to the faces of the class", ours.filled, ""),
    ):
        yield Figure(
            what=what,
            size=f"{size} students",
            ours=took,
            yardstick=bare.painted,
            beside="a PySide6 window with one label",
            budget=budget if is_promised else "",
        )
    yield Figure(
        what="peak memory until then",
        size=f"{size} students",
        ours=ours.weighed,
        yardstick=bare.weighed,
        beside="a PySide6 window with one label",
        unit="MB",
        budget="≤ 1.8 ×" if is_promised else "",
    )


def _starting(script: str, *words: str, settings: Mapping[str, str]) -> Callable[[], Start]:
    command = [sys.executable, str(HERE / script), *words]
    environment = {**os.environ, **settings}
    environment.pop(UNCOMPILED, None)

    def start() -> Start:
        moments: list[float] = []
        said: list[str] = []
        begin = perf_counter()
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=environment
        ) as process:
            for line in process.stdout or ():
                moments.append((perf_counter() - begin) * 1000)
                said.append(line)
        if process.returncode or not said:
            raise RuntimeError(f"{script} ended with {process.returncode}")
        # the last line is the memory; a bare window is painted once and has nothing to fill
        return Start(moments[0], moments[-2], float(said[-1]))

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
