"""How long does a file made to hurt take to be refused, and how much memory?

python benchmarks/safety/refused_bombs.py [part of a name]
"""

import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests"))

from bombs import BOMBS, HEAVY
from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.reading import read_import

SECOND = 1.0
"""Of work: on a computer that has nothing else to do it takes no longer than that."""
MEGABYTES = 1024


def main(words: list[str]) -> int:
    """Prints a line for each; 1 when one came in, took a gigabyte or over a second of work."""
    if words[:1] == ["--one"]:
        _read(Path(words[1]))
        return 0
    flaws = 0
    for name, make in {**BOMBS, **HEAVY}.items():
        if words and words[0] not in name:
            continue
        with TemporaryDirectory() as folder:
            path = make(Path(folder))
            told = subprocess.check_output(
                [sys.executable, __file__, "--one", str(path)], text=True
            )
        seconds, work, inside, outside, answer = told.strip().split(" ", 4)
        is_flaw = max(int(inside), int(outside)) > MEGABYTES or (
            name in BOMBS and (answer.startswith("read") or float(work) > SECOND)
        )
        flaws += is_flaw
        print(
            f"{'!' if is_flaw else ' '} {name:<52}{seconds:>6} s{work:>6} s"
            f"{inside:>5} MB{outside:>5} MB"
            f"  {answer}",
            flush=True,
        )
    print(f"{flaws} flaws (time; work of app and cage, which counts; memory of cage and of app)")
    return int(flaws > 0)


def _read(path: Path) -> None:
    """Reads one import in a process of its own and prints what it took."""
    before, start = process_time(), perf_counter()
    try:
        found = read_import(
            [path], on_progress=lambda _done, _total: None, is_cancelled=lambda: False
        )
    except Trouble as trouble:
        word = getattr(trouble, "why", "") or getattr(trouble, "limit", "")
        answer = f"{type(trouble).__name__} {word}".strip()
    else:
        answer = f"read: {len(found.photos)} photos, {'a list' if found.table else 'no list'}"
    seconds = perf_counter() - start
    caged, own = (
        resource.getrusage(whose) for whose in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
    )
    work = caged.ru_utime + caged.ru_stime + own.ru_utime + own.ru_stime - before
    inside = caged.ru_maxrss // 1024
    print(f"{seconds:.2f} {work:.2f} {inside} {_own_memory()} {answer}")


def _own_memory() -> int:
    """The most this process took, in MB. What the system counts may be that of who started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 << 20)
    most = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(most.split()[1]) // 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
