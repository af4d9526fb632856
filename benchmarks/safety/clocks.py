"""Is anything erased, or somebody locked out, when the clock is wrong? And does the lock still come?

python benchmarks/safety/clocks.py [--quick]

The whole app under a false clock that runs forty times as fast: 400 days back and ahead, 1970, over
the end of 32 bits in 2038, and over both changes of summer time; each with the clock that measures
time gone by false too, and true (then not forty times as fast, and not until the lock comes). One data folder lives through all of it. Needs libfaketime; Linux only.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from promises import QUICK, all_of, left_out, none_of, tell

from klasgenoot.domain.backups import Why
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.students import add_student
from klasgenoot.store.backups import backups_in, make_backup
from klasgenoot.store.keys import make_keys, unlock
from klasgenoot.store.opening import open_vault

LIBRARIES = (
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib64/faketime/libfaketime.so.1",
)
CLOCKS = {
    "400 days back": "-400d x40",
    "400 days ahead": "+400d x40",
    "1970": "@1970-01-02 12:00:00 x40",
    "2038": "@2038-01-19 04:12:30 x40",
    "summer time begins": "@2027-03-28 01:58:00 x40",
    "summer time ends": "@2026-10-25 02:58:00 x40",
}
LONGEST = 300
"""True seconds after which a day has hung."""
PHRASE, STUDENTS, RECENT = "vier kleine eenden", 5, 12


def main(words: list[str]) -> int:
    """Prints what was found; 1 when anything was erased."""
    library = next((path for path in LIBRARIES if Path(path).exists()), None)
    if library is None:
        return tell(
            left_out("wrong clocks", "needs libfaketime (sudo apt-get install libfaketime)")
        )
    clocks = dict(list(CLOCKS.items())[:2]) if QUICK in words else CLOCKS
    found: Counter[str] = Counter()
    with TemporaryDirectory() as place:
        folder = Path(place)
        _fill(folder)
        for name, clock in clocks.items():
            for is_true in (False, True) if QUICK not in words else (False,):
                told = _live(folder, clock, library, is_gone_by_true=is_true)
                print(f"  {name:<20}{told}", flush=True)
                found["days"] += 1
                found["waited"] += not is_true
                found["opened"] += told["students"] == STUDENTS
                found["saved"] += told["contacts"] == found["days"] and told["made"] == 1
                found["locked"] += not is_true and told["locked"] == 1 and not told["dialogs"]
                found["dropped"] += told["dropped"]
        vault = open_vault(folder, key=unlock(folder, passphrase=PHRASE))
        found["erased"] += STUDENTS - vault.rows("SELECT count(*) FROM students")[0][0]
        found["erased"] += found["days"] - vault.rows("SELECT count(*) FROM contacts")[0][0]
        there = len(backups_in(folder / "backups"))
        vault.close()
    days = found["days"]
    return tell(
        none_of("wrong clocks: students and contacts erased", found["erased"], STUDENTS + days),
        none_of("wrong clocks: recent backups dropped", found["dropped"], there),
        all_of("wrong clocks: opened, nobody locked out", found["opened"], days),
        all_of("wrong clocks: saved and backed up", found["saved"], days),
        all_of("wrong clocks: the lock came by itself", found["locked"], found["waited"]),
    )


def _fill(folder: Path) -> None:
    """Data with a passphrase, and backups of the last two days."""
    key, _ = make_keys(folder, passphrase=PHRASE)
    desk = Desk(open_vault(folder, key=key))
    now = datetime.now().astimezone()
    class_id = desk.do(add_class, name="CMV-1B").result
    for number in range(STUDENTS):
        draft = Student(id=StudentId(0), given_name=f"Naam{number}")
        desk.do(add_student, class_id=class_id, draft=draft, joined=now.date())
    for number in range(RECENT, 0, -1):
        at = now - timedelta(hours=4 * number)
        make_backup(desk.vault, folder / "backups", made_at=at, why=Why.ROUTINE)
    desk.vault.close()


def _live(folder: Path, clock: str, library: str, *, is_gone_by_true: bool) -> dict[str, int]:
    """Lives a day under a false clock; with a true one beside it, not until the lock comes."""
    script = Path(__file__).with_name("clock_app.py")
    false = {
        "LD_PRELOAD": library,
        "FAKETIME": clock.removesuffix(" x40") if is_gone_by_true else clock,
        "FAKETIME_DONT_FAKE_MONOTONIC": str(int(is_gone_by_true)),
        "FAKETIME_NO_CACHE": "1",
        "TZ": "Europe/Amsterdam",
    }
    ran = subprocess.run(
        [sys.executable, str(script), str(folder), PHRASE, *(["--no-lock"] * is_gone_by_true)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | false,
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    if ran.returncode:
        raise SystemExit(f"ended with {ran.returncode}: {ran.stderr}")
    told: dict[str, int] = json.loads(ran.stdout.splitlines()[-1])
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
