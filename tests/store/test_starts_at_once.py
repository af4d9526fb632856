"""Real processes that open one data folder at the same instant: one has it, always."""

from contextlib import ExitStack
from pathlib import Path

from klasgenoot.store.keys import key_for
from klasgenoot.store.opening import open_vault
from openers import heard, opener, say_to, start_at_once

OPENERS, ROUNDS = 3, 10


def test_of_those_that_start_at_once_one_has_the_folder(tmp_path: Path) -> None:
    came_of_it = []
    with ExitStack() as stack:
        those = [stack.enter_context(opener()) for _ in range(OPENERS)]
        for number in range(ROUNDS):
            # a new folder, and then one that has been used: each is opened in a way of its own
            folder = tmp_path / str(number // 2)
            folder.mkdir(exist_ok=True)
            came_of_it.append(start_at_once(those, folder))
            for one, said in zip(those, came_of_it[-1], strict=True):
                if said == "open":
                    say_to(one, "close")
                    assert heard(one) == "closed"
    expected = ["AlreadyOpen"] * (OPENERS - 1) + ["open"]
    assert [sorted(said) for said in came_of_it] == [expected] * ROUNDS


def test_a_start_that_was_killed_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    with opener() as first, opener() as second:
        those = (first, second)
        said = start_at_once(those, tmp_path)
        assert sorted(said) == ["AlreadyOpen", "open"]
        for one in those:
            one.kill()
            one.wait()
    open_vault(tmp_path, key=key_for(tmp_path)).close()
