"""What view-models stand on: a session on a vault in memory, with a clock that stands still."""

from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication

from klasgenoot.operations.desk import Desk
from klasgenoot.viewmodels.session import Session


@pytest.fixture
def session(desk: Desk, now: datetime, qapp: QCoreApplication) -> Session:
    """A session whose clock stands at ten o'clock on a Thursday in October.

    Its timers and signals need an application that lives on; no view-model needs a window.
    """
    return Session(desk, clock=lambda: now)
