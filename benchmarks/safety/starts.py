"""Does one start of several at once get the data, and is there never a lock in the way afterwards?

python benchmarks/safety/starts.py [times]

Processes that start at the same instant on one data folder, a new one and one that was in use; one
round in three the one that got it is killed (SIGKILL), and the next start goes on at once.
"""

import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from promises import all_of, none_of, tell, times

AT_ONCE = 3
OPENER = """
import sys, time
from pathlib import Path
from klasgenoot.domain.errors import Trouble
from klasgenoot.store.database import open_vault
from klasgenoot.store.keys import key_for
say = lambda words: print(words, flush=True)
say("here")
for line in sys.stdin:
    at, _, folder = line.strip().partition(" ")
    while time.time() < float(at):
        pass
    try:
        vault = open_vault(Path(folder), key=key_for(Path(folder)))
    except Trouble as trouble:
        say(type(trouble).__name__)
    else:
        say("open")
        sys.stdin.readline()
        vault.close()
        say("closed")
"""
Opener = subprocess.Popen[str]


def main(words: list[str]) -> int:
    """Prints what became of them; 1 when not exactly one had the data."""
    rounds = times(words, full=200, quick=10)
    found: Counter[str] = Counter()
    with TemporaryDirectory() as place, ExitStack() as stack:
        those = [_opener(stack) for _ in range(AT_ONCE)]
        for number in range(rounds):
            folder = Path(place, str(number // 4))
            folder.mkdir(exist_ok=True)
            said = _start_at_once(those, folder)
            found["one owner"] += sorted(said) == ["AlreadyOpen"] * (AT_ONCE - 1) + ["open"]
            found["none"] += "open" not in said
            for nth, what in enumerate(said):
                if what == "open" and number % 3 == 2:
                    those[nth].kill()
                    those[nth].wait()
                    found["killed"] += 1
                    those[nth] = _opener(stack)
                elif what == "open":
                    _tell(those[nth], "close")
                    _heard(those[nth])
        for one in those:
            one.send_signal(signal.SIGKILL)
    print(f"  {dict(found)}")
    what = f"{rounds} times {AT_ONCE} starts at once"
    return tell(
        all_of(f"{what}: exactly one has the data", found["one owner"], rounds),
        none_of(f"{what}, {found['killed']} killed: locks in the way", found["none"], rounds),
    )


def _opener(stack: ExitStack) -> Opener:
    command = [sys.executable, "-c", OPENER]
    one = stack.enter_context(
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    )
    _heard(one)
    return one


def _start_at_once(those: list[Opener], folder: Path) -> list[str]:
    at = time.time() + 0.02
    for one in those:
        _tell(one, f"{at} {folder}")
    return [_heard(one) for one in those]


def _heard(one: Opener) -> str:
    return one.stdout.readline().strip() if one.stdout else ""


def _tell(one: Opener, words: str) -> None:
    if one.stdin:
        one.stdin.write(f"{words}\n")
        one.stdin.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
