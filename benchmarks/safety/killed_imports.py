"""What does an import come to whose processes are killed at any moment?

python benchmarks/safety/killed_imports.py [times]
"""

import sys
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter

sys.path.append(str(Path(__file__).resolve().parents[1]))

from made_classes import write_class

from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange.cage.outside import CagedProcess
from klasgenoot.operations.reading import Found, read_import

PHOTOS = 60
KILLS = 2
"""In each import, at any moment of it."""


def main(times: int) -> int:
    """Prints what came of them; 1 when anything but a photo was lost, or was left running."""
    started: list[CagedProcess] = []
    _note_what_is_started(started)
    chance = Random(times)
    found: Counter[str] = Counter()
    with TemporaryDirectory() as place:
        folder = Path(place, "CMV-1B")
        write_class(folder, size=PHOTOS)
        longest = _seconds_of_one(folder)
        started.clear()
        for _ in range(times):
            done = Event()
            moments = sorted(chance.uniform(0.0, longest) for _ in range(KILLS))
            killer = Thread(target=_kill, args=(started, moments, done))
            killer.start()
            try:
                answer = read_import(
                    [folder], on_progress=lambda _done, _total: None, is_cancelled=lambda: False
                )
            except Trouble as trouble:
                found[f"refused: {type(trouble).__name__}"] += 1
            else:
                found += _counted(answer)
            done.set()
            killer.join()
            found["flaw: left running"] += sum(
                process._process.returncode is None for process in started
            )
            found["processes"] += len(started)
            started.clear()
    print(f"{times} imports of {PHOTOS} photos, up to {KILLS} kills each: {dict(+found)}")
    return int(any(name.startswith("flaw") and count for name, count in found.items()))


def _seconds_of_one(folder: Path) -> float:
    """How long such an import takes here and now, if nobody kills anything."""
    start = perf_counter()
    read_import([folder], on_progress=lambda _done, _total: None, is_cancelled=lambda: False)
    return perf_counter() - start


def _counted(answer: Found) -> Counter[str]:
    left_out = len(answer.refused)
    is_whole = answer.table is not None and len(answer.table.rows) == PHOTOS
    return Counter(
        {
            "whole": int(not left_out and is_whole),
            "without one photo": int(0 < left_out < KILLS),
            "flaw: list": int(not is_whole),
            "flaw: photos": int(len(answer.photos) + left_out != PHOTOS or left_out >= KILLS),
        }
    )


def _kill(started: list[CagedProcess], moments: list[float], done: Event) -> None:
    before = 0.0
    for moment in moments:
        if done.wait(moment - before):
            return
        before = moment
        for process in started[-1:]:
            process._process.kill()


def _note_what_is_started(started: list[CagedProcess]) -> None:
    begin = CagedProcess.__init__

    def noted(process: CagedProcess, *words: str) -> None:
        begin(process, *words)
        started.append(process)

    CagedProcess.__init__ = noted  # type: ignore[method-assign]  # to see them from outside


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
