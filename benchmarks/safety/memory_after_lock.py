"""What is left in memory after locking? Runs the real app, plants words, locks it and looks.

Linux only (reads /proc/<pid>/mem). Prints how often the key, the passphrase and a note were found
before and after; after locking it has to be 0.
"""

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from promises import none_of, tell

NOTE, PHRASE = "needle-in-a-note-4711", "vijf schapen drinken thee 4711"


def main() -> int:
    """Runs it once and returns 1 when anything was found after locking."""
    with tempfile.TemporaryDirectory() as folder:
        words = _planted(Path(folder))
        process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("locking_app.py")), folder, PHRASE],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            _wait_for(process, "open")
            before = _found(process.pid, words)
            _wait_for(process, "locked")
            time.sleep(3)  # the new process shows its window
            after = _found(process.pid, words)
        finally:
            process.kill()
            process.wait()
    for name in words:
        print(f"{name:12} open: {before[name]:4}   locked: {after[name]:4}")
    if not all(before.values()):
        print("nothing was found while it was open either: that says nothing")
        return 1
    return tell(
        *(none_of(f"{name} in memory after locking", after[name], before[name]) for name in words)
    )


def _planted(folder: Path) -> dict[str, list[bytes]]:
    """Makes data with a note in it; what to look for, by name."""
    from datetime import date

    from klasgenoot.domain.people import Student, StudentId
    from klasgenoot.operations.classes import add_class
    from klasgenoot.operations.desk import Desk
    from klasgenoot.operations.students import add_student
    from klasgenoot.store.keys import make_keys
    from klasgenoot.store.opening import open_vault

    key, _ = make_keys(folder, passphrase=PHRASE)
    vault = open_vault(folder, key=key)
    desk = Desk(vault)
    class_id = desk.do(add_class, name="CMV-1B").result
    draft = Student(id=StudentId(0), given_name="Sanne", note=NOTE)
    desk.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
    vault.close()
    return {
        "note": _ways(NOTE),
        "key": [bytes.fromhex(key), key.encode(), key.encode("utf-16-le")],
        "passphrase": _ways(PHRASE),
    }


def _ways(text: str) -> list[bytes]:
    return [text.encode(), text.encode("utf-16-le")]


def _wait_for(process: "subprocess.Popen[str]", word: str) -> None:
    for line in process.stdout or ():
        if line.strip() == word:
            return
    raise RuntimeError(f"the app ended before it said {word!r}")


def _found(pid: int, words: dict[str, list[bytes]]) -> dict[str, int]:
    """How often each was found in all memory of a process that can be read."""
    counts = dict.fromkeys(words, 0)
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            place = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if not place or "[v" in line:
                continue
            begin, end = (int(part, 16) for part in place.groups())
            try:
                memory.seek(begin)
                data = memory.read(end - begin)
            except (OSError, ValueError, OverflowError):
                continue
            for name, ways in words.items():
                counts[name] += sum(data.count(way) for way in ways)
    return counts


if __name__ == "__main__":
    sys.exit(main())
