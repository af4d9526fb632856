"""Runs the benchmarks and prints one table: `make bench`, or a few by name: `make bench ARGS=start`.

`make bench ARGS=names` takes all that practising names has to be quick at.

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

NAMES = ("next_card", "choosing", "verdicts", "beside_anki")
BENCHMARKS = (
    *("start", "importing", "import_window", "deeds", "quicklog", *NAMES, "unseen"),
    *("pages", "searching"),
)
"""Files of this folder, each with a `measure` of its own."""
GROUPS = {"names": NAMES}
"""Several of them under one name."""
TELL = "--tell"
"""The word with which this script calls itself for one benchmark."""


def main(words: Sequence[str]) -> int:
    """Prints each figure as soon as it is there."""
    if words[:1] == [TELL]:
        _tell(words[1])
        return 0
    names = [name for word in words or BENCHMARKS for name in GROUPS.get(word, (word,))]
    unknown = sorted(set(names) - set(BENCHMARKS))
    if unknown:
        known = ", ".join((*BENCHMARKS, *GROUPS))
        print(f"There is no benchmark {unknown[0]}. There are: {known}.")
        return 2
    for line in lines(figure for name in names for figure in _figures(name)):
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
