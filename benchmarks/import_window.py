"""How long is the window held at a time while a large class is taken in? The longest of each part.

Its own work is counted, not the clock: on a shared machine that also counts who else is at work.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

from drawn import fresh_look, the_app
from figures import Figure
from made_classes import write_class
from PySide6.QtCore import QEventLoop, Qt, QTimer

from klasgenoot.app.clock import now
from klasgenoot.app.garbage import set_aside
from klasgenoot.operations.desk import Desk
from klasgenoot.store.opening import open_vault
from klasgenoot.ui.pages.importing.page import ImportPage
from klasgenoot.viewmodels.importing import ImportViewModel, Step
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

SIZE = 500
ROUNDS = 5
HEARTBEAT = 2
"""Milliseconds between two beats of a clock in the window; what it worked between them, it held."""
CALM = 0.4
"""Seconds without anything left to do, after which a part is over."""
PARTS = (
    "500 photos are read",
    "one is taken back",
    "all are looked over",
    "all are kept",
)


def measure() -> Iterator[Figure]:
    """A real page and a real encrypted file, from the drop until the class is committed."""
    the_app()
    with TemporaryDirectory() as place:
        folder = Path(place, "CMV-1B")
        write_class(folder, size=SIZE)
        held = [_held(folder, Path(place, str(number))) for number in range(ROUNDS)]
        stopped = [_stopped(folder, Path(place, f"stopped-{number}")) for number in range(ROUNDS)]
    for part, times in zip(PARTS, zip(*held, strict=True), strict=True):
        yield Figure(
            what=f"window held while {part}",
            size=f"{SIZE} photos",
            ours=median(times),
            budget="≤ 50 ms",
        )
    yield Figure(
        what="stopped halfway, until nothing of it runs",
        size=f"{SIZE} photos",
        ours=median(stopped),
        budget="≤ 200 ms",
    )


def _held(folder: Path, data: Path) -> list[float]:
    """The longest that the window was held in each part, in milliseconds."""
    vault = open_vault(data, key="00" * 32)
    view_model = ImportViewModel(Session(Desk(vault), clock=now))
    page = ImportPage(fresh_look(vault), view_model, ())
    page.resize(1180, 900)
    page.show()
    page.arrive(Target(PageId.IMPORT))
    set_aside()
    held = [
        _longest(lambda: view_model.read([folder]), until=lambda: view_model.step is Step.COLUMNS),
        _longest(lambda: view_model.unsettle(3)),
        _longest(lambda: view_model.go_to(Step.REVIEW)),
        _longest(view_model.keep, until=lambda: not view_model.is_keeping),
    ]
    if view_model.step is not Step.FILES:
        raise RuntimeError("the class was not taken in")
    page.close()
    page.deleteLater()
    vault.close()
    return held


def _stopped(folder: Path, data: Path) -> float:
    """From Cancel in the midst of the photos until the thread that read them is free."""
    vault = open_vault(data, key="00" * 32)
    view_model = ImportViewModel(Session(Desk(vault), clock=now))
    loop = QEventLoop()
    view_model.progressed.connect(lambda done, total: loop.quit() if done > total // 2 else None)
    view_model.read([folder])
    loop.exec()
    start = perf_counter()
    view_model.start_over()
    view_model.close_work()
    took = (perf_counter() - start) * 1000
    left = vault.row("SELECT (SELECT count(*) FROM photos) + (SELECT count(*) FROM students)")
    if left != (0,):
        raise RuntimeError(f"left behind: {left}")
    vault.close()
    return took


def _longest(begin: Callable[[], object], *, until: Callable[[], bool] = lambda: True) -> float:
    """Begins something and lets the window live until it is there, and a little longer."""
    loop = QEventLoop()
    beats, worked = [perf_counter()], [thread_time()]
    calm_since = [0.0]

    def beat() -> None:
        beats.append(perf_counter())
        worked.append(thread_time())
        if not until():
            calm_since[0] = 0.0
        elif not calm_since[0]:
            calm_since[0] = beats[-1]
        elif beats[-1] - calm_since[0] > CALM:
            loop.quit()

    clock = QTimer()
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    clock.setInterval(HEARTBEAT)
    clock.timeout.connect(beat)
    clock.start()
    begin()
    loop.exec()
    clock.stop()
    return max(later - before for before, later in pairwise(worked)) * 1000
