"""One cage for all tests of this floor: what ends a process in it costs a start, no more."""

from collections.abc import Iterator

import pytest

from klasgenoot.exchange.cage.cage import Cage


@pytest.fixture(scope="session")
def cage() -> Iterator[Cage]:
    """A cage in which strange files are read."""
    with Cage(is_cancelled=lambda: False) as cage:
        yield cage
