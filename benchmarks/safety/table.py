"""Runs every script of this folder in turn and writes one table: `make bench-safety`.

`make bench-safety ARGS=--quick` for the short forms, or a few by name: `ARGS="kills clocks"`.
A script is a file here that can be run and asks a question in its first line.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from promises import QUICK, Promise, tell, told

HERE = Path(__file__).resolve().parent
LONGEST = 3600
"""Seconds a script may take."""


def scripts() -> dict[str, Path]:
    """The scripts by name."""
    return {path.stem: path for path in sorted(HERE.glob("*.py")) if _asks(path)}


def _asks(path: Path) -> bool:
    text = path.read_text("utf-8")
    first = text.partition("\n")[0]
    return "?" in first and 'if __name__ == "__main__":' in text


def main(words: list[str]) -> int:
    """Prints what each script says, and then the table; 1 when a promise is broken."""
    known, wanted = scripts(), [word for word in words if word != QUICK]
    unknown = sorted(set(wanted) - set(known))
    if unknown:
        print(f"There is no script {unknown[0]}. There are: {', '.join(known)}.")
        return 2
    rows: list[tuple[Promise, str]] = []
    for name in wanted or known:
        print(f"---- {name}", flush=True)
        rows += _run(known[name], is_quick=QUICK in words)
    print("\n| what | figure | target | | with |\n|---|---|---|---|---|")
    for row, command in rows:
        print(f"| {row.what} | {row.figure} | {row.target} | {row.verdict} | `{command}` |")
    broken = [row for row, _ in rows if row.holds is False]
    print(f"\n{len(rows)} promises, {len(broken)} broken")
    return int(bool(broken))


def _run(path: Path, *, is_quick: bool) -> Iterator[tuple[Promise, str]]:
    """What one script says; if it says nothing for the table, what it ended with."""
    knows_quick = any(word in path.read_text("utf-8") for word in ("QUICK in words", "times(words"))
    options = [QUICK] if is_quick and knows_quick else []
    command = [sys.executable, str(path), *options]
    rows: list[Promise] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            row = told(line)
            if row is None:
                print(line, end="", flush=True)
            else:
                rows.append(row)
                tell(row)
        process.wait(LONGEST)
    question = path.read_text("utf-8").partition("?")[0].removeprefix('"""') + "?"
    if not rows or (process.returncode and all(row.holds is not False for row in rows)):
        ended = f"ended with {process.returncode}"
        rows.append(Promise(question, ended, "ends with 0", process.returncode == 0))
    for row in rows:
        yield row, " ".join(["python", f"benchmarks/safety/{path.name}", *options])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
