"""Does one start of several at once get the data, and is there never a lock in the way afterwards?

python benchmarks/safety/starts.py [times]

Processes that start at the same instant on one data folder, a new one and one that was in use; one
round in three the one that got it is killed (SIGKILL), and the next start goes on at once.
"""

import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from promises import all_of, none_of, tell, times

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests"))
from openers import heard, opener, say_to, start_at_once

AT_ONCE = 3


def main(words: list[str]) -> int:
    """Prints what became of them; 1 when not exactly one had the data."""
    rounds = times(words, full=200, quick=10)
    found: Counter[str] = Counter()
    with TemporaryDirectory() as place, ExitStack() as stack:
        those = [stack.enter_context(opener()) for _ in range(AT_ONCE)]
        for number in range(rounds):
            folder = Path(place, str(number // 4))
            folder.mkdir(exist_ok=True)
            said = start_at_once(those, folder)
            found["one owner"] += sorted(said) == ["AlreadyOpen"] * (AT_ONCE - 1) + ["open"]
            found["none"] += "open" not in said
            for nth, what in enumerate(said):
                if what == "open" and number % 3 == 2:
                    those[nth].kill()
                    those[nth].wait()
                    found["killed"] += 1
                    those[nth] = stack.enter_context(opener())
                elif what == "open":
                    say_to(those[nth], "close")
                    heard(those[nth])
    print(f"  {dict(found)}")
    what = f"{rounds} times {AT_ONCE} starts at once"
    return tell(
        all_of(f"{what}: exactly one has the data", found["one owner"], rounds),
        none_of(f"{what}, {found['killed']} killed: locks in the way", found["none"], rounds),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
