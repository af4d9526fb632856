"""Runs the benchmarks and prints one table: `make bench`, or a few by name: `make bench ARGS=start`."""

import sys
from collections.abc import Iterator
from importlib import import_module

from figures import Figure, lines

BENCHMARKS = ("start", "importing", "deeds", "next_card", "students_page", "pages")
"""Files of this folder, each with a `measure` of its own."""


def main(names: list[str]) -> int:
    """Prints each figure as soon as it is there."""
    unknown = sorted(set(names) - set(BENCHMARKS))
    if unknown:
        print(f"There is no benchmark {unknown[0]}. There are: {', '.join(BENCHMARKS)}.")
        return 2
    for line in lines(_figures(names or BENCHMARKS)):
        print(line, flush=True)
    return 0


def _figures(names: list[str] | tuple[str, ...]) -> Iterator[Figure]:
    for name in names:
        yield from import_module(name).measure()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
