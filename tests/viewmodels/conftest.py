"""What view-models stand on: a session on a vault in memory, with a clock that stands still."""

from datetime import datetime

import pytest

from klasgenoot.operations.desk import Desk
from klasgenoot.viewmodels.session import Session


@pytest.fixture
def session(desk: Desk, now: datetime) -> Session:
    """A session whose clock stands at ten o'clock on a Thursday in October."""
    return Session(desk, clock=lambda: now)
