"""Does any damage to a file hurt the app? So many damaged files for each importer.

python benchmarks/safety/mutations.py [times for each importer] [photo|list|zip|sheet|deck ...]
"""

import resource
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests"))

from damaged_files import SEEDS, mutated
from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.everything_readers import EVERYTHING
from klasgenoot.exchange.cage.readers import PHOTO, TABLE
from klasgenoot.exchange.source_files import SourceFile
from klasgenoot.exchange.sources import read_source

LONGEST = 10.0
"""Seconds: what takes longer hangs."""
ONE_CAGE = 1_000
"""Files read in one cage; an import has at most two thousand."""


def main(times: int, names: list[str]) -> int:
    """Prints what came of them; 1 when anything crashed, hung, grew or was left lying."""
    flaws = 0
    for name in names or SEEDS:
        counts, slowest = _try(name, times=times)
        gigabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 << 20)
        print(
            f"{name}: {times} damaged files; {counts['read']} read, {counts['refused']} refused;"
            f" {counts['mishap']} processes ended or mistaken, {counts['left lying']} files left"
            f" lying; slowest {slowest:.2f} s; largest process {gigabytes * 1024:.0f} MB",
            flush=True,
        )
        ended = 0 if name == "sheet" else counts["mishap"]  # its library may ask for all memory
        flaws += ended + counts["left lying"] + (slowest > LONGEST) + (gigabytes > 1)
    return int(flaws > 0)


def _try(name: str, *, times: int) -> tuple[Counter[str], float]:
    seeds, chance = SEEDS[name](), Random(times)
    counts: Counter[str] = Counter()
    slowest = 0.0
    with TemporaryDirectory() as folder:
        for done in range(0, times, ONE_CAGE):
            with Cage(is_cancelled=lambda: False, workers=1) as cage:
                read = _readers(cage, Path(folder))[name]
                for _ in range(min(ONE_CAGE, times - done)):
                    data = mutated(seeds, chance)
                    start = perf_counter()
                    try:
                        read(data)
                    except Trouble:
                        counts["refused"] += 1
                    else:
                        counts["read"] += 1
                    slowest = max(slowest, perf_counter() - start)
                for mishap in cage.mishaps:
                    print(f"  {name}: {mishap}")
                counts["mishap"] += len(cage.mishaps)
        counts["left lying"] = sum(path.name != "x.zip" for path in Path(folder).rglob("*"))
    return counts, slowest


def _readers(cage: Cage, folder: Path) -> dict[str, Callable[[bytes], object]]:
    def file(data: bytes) -> SourceFile:
        return SourceFile("x", lambda limit: data[:limit])

    def read_zip(data: bytes) -> None:
        path = folder / "x.zip"
        path.write_bytes(data)
        for answer in _all_of(path, cage):
            if isinstance(answer, Trouble):
                raise answer

    return {
        "photo": lambda data: cage.read(PHOTO, file(data)),
        "list": lambda data: cage.read(TABLE, file(data)),
        "zip": read_zip,
        "deck": read_zip,
        "everything": read_zip,
        "sheet": lambda data: cage.read(TABLE, file(data)),
    }


def _all_of(path: Path, cage: Cage) -> Iterator[object]:
    with closing(read_source([path], cage=cage)) as source:
        yield from source.refused
        yield from list(cage.read_each(PHOTO, source.photos))
        yield from list(cage.read_each(TABLE, source.lists))
        yield from list(cage.read_each(EVERYTHING, source.everything))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, sys.argv[2:]))
