"""Runs the benchmarks and prints one table: `make bench`, or a few by name: `make bench ARGS=start`.

Each runs in a process of its own, so that none pays for what another left behind.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib import import_module
from tempfile import TemporaryFile

from figures import Figure, lines

BENCHMARKS = ("start", "importing", "deeds", "next_card", "pages")
"""Files of this folder, each with a `measure` of its own."""
TELL = "--tell"
"""The word with which this script calls itself for one benchmark."""


def main(words: Sequence[str]) -> int:
    """Prints each figure as soon as it is there."""
    if words[:1] == [TELL]:
        _tell(words[1])
        return 0
    unknown = sorted(set(words) - set(BENCHMARKS))
    if unknown:
        print(f"There is no benchmark {unknown[0]}. There are: {', '.join(BENCHMARKS)}.")
        return 2
    for line in lines(figure for name in words or BENCHMARKS for figure in _figures(name)):
        print(line, flush=True)
    return 0


def _figures(name: str) -> Iterator[Figure]:
    """What a benchmark measures in a process of its own."""
    command = [sys.executable, __file__, TELL, name]
    with TemporaryFile("w+") as chatter:  # Qt has remarks on drawing in memory
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=chatter, text=True
        ) as process:
            for line in process.stdout or ():
                yield Figure(**json.loads(line))
        if process.returncode:
            chatter.seek(0)
            raise SystemExit(f"{chatter.read()}\nThe benchmark {name} did not come to its end.")


def _tell(name: str) -> None:
    """Measures here, and writes each figure as a line of JSON."""
    for figure in import_module(name).measure():
        print(json.dumps(asdict(figure)), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
