"""Real processes that open one data folder at the same instant: one has it, always."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from klasgenoot.store.database import open_vault
from klasgenoot.store.keys import key_for

OPENERS, ROUNDS = 3, 10

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


@contextmanager
def openers(number: int) -> Iterator[list[Opener]]:
    """So many processes that wait for a folder to open."""
    with ExitStack() as stack:
        those = [stack.enter_context(opener()) for _ in range(number)]
        for one in those:
            assert heard(one) == "here"
        yield those


@contextmanager
def opener() -> Iterator[Opener]:
    with subprocess.Popen(
        [sys.executable, "-c", OPENER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    ) as one:
        try:
            yield one
        finally:
            one.kill()


def heard(one: Opener) -> str:
    assert one.stdout is not None
    return one.stdout.readline().strip()


def tell(one: Opener, words: str) -> None:
    assert one.stdin is not None
    one.stdin.write(words + "\n")
    one.stdin.flush()


def start_at_once(those: Sequence[Opener], folder: Path) -> list[str]:
    """What becomes of each of them; the one that has the folder keeps it."""
    at = time.time() + 0.02
    for one in those:
        tell(one, f"{at} {folder}")
    return [heard(one) for one in those]


def test_of_those_that_start_at_once_one_has_the_folder(tmp_path: Path) -> None:
    came_of_it = []
    with openers(OPENERS) as those:
        for number in range(ROUNDS):
            # a new folder, and then one that has been used: each is opened in a way of its own
            folder = tmp_path / str(number // 2)
            folder.mkdir(exist_ok=True)
            came_of_it.append(start_at_once(those, folder))
            for one, said in zip(those, came_of_it[-1], strict=True):
                if said == "open":
                    tell(one, "close")
                    assert heard(one) == "closed"
    expected = ["AlreadyOpen"] * (OPENERS - 1) + ["open"]
    assert [sorted(said) for said in came_of_it] == [expected] * ROUNDS


def test_a_start_that_was_killed_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    with openers(2) as those:
        said = start_at_once(those, tmp_path)
        assert sorted(said) == ["AlreadyOpen", "open"]
        for one in those:
            one.kill()
            one.wait()
    open_vault(tmp_path, key=key_for(tmp_path)).close()
