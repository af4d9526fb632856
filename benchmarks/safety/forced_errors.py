"""Does a name get into the log, the dialog or standard error when something goes wrong?

python benchmarks/safety/forced_errors.py [times]

Errors of many kinds with words that occur nowhere else in every argument, local and cause: raised in
deeds with those words, in SQL with them, on the window's thread and on another, and not caught.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from promises import all_of, none_of, tell, times

CRASHING = """
import sys, threading
from pathlib import Path
from klasgenoot.app.crash import CrashLog
from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.classes import add_class, rename_class
from klasgenoot.operations.desk import Desk, Operation
from klasgenoot.domain.deeds import Deed
from klasgenoot.store.opening import vault_in_memory
folder, times, word = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
log = CrashLog(folder)
log.install()
desk = Desk(vault_in_memory())
desk.do(add_class, name=word)
kinds = [KeyError, ValueError, TypeError, RuntimeError, AttributeError, OSError, LookupError,
         UnicodeDecodeError, ZeroDivisionError, AssertionError, FileNotFoundError, RecursionError]
def deep(number, local):
    kind = kinds[number % len(kinds)]
    secret = [local, {local: local}]
    if number % 5 == 0:
        desk.vault.connection.execute(f"SELECT * FROM students WHERE '{local}")
    if number % 5 == 1:
        desk.do(Operation(Deed.ADD_CLASS, lambda vault, **named: int(named["name"])), name=local)
    if number % 5 == 2:
        desk.vault.add("school_classes", {"name": local, local: local})
    try:
        raise LookupError(local)
    except LookupError as cause:
        if kind is UnicodeDecodeError:
            raise kind("utf-8", local.encode(), 0, 1, local) from cause
        raise kind(local, secret) from cause
def once(number):
    deep(number, f"{word} {number}")
for number in range(times):
    if number % 4 == 3:
        thread = threading.Thread(target=once, args=(number,), name="work")
        thread.start()
        thread.join()
        continue
    try:
        once(number)
    except BaseException:
        sys.excepthook(*sys.exc_info())
once(times)
"""


def main(words: list[str]) -> int:
    """Prints what was found; 1 when a word got out."""
    tries, word = times(words, full=200, quick=20), "Wanneerhaeve"
    with TemporaryDirectory() as place:
        ran = subprocess.run(
            [sys.executable, "-c", CRASHING, place, str(tries - 1), word],
            capture_output=True,
            text=True,
            check=False,
        )
        written = Path(place, "crashes.txt").read_text(encoding="utf-8")
    reports = written.count("klasgenoot 0")
    spilt = sum(text.count(word) for text in (written, ran.stdout, ran.stderr))
    print(f"  {reports} reports in the log, {len(ran.stderr):,} letters on standard error")
    return tell(
        none_of("forced errors: names in log, dialog or standard error", spilt, tries),
        all_of("forced errors: reported with their place in the code", reports, tries),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
