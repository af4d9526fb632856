"""What pages stand on: a session whose clock stands still, and a light look."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from klasgenoot.operations.desk import Desk
from klasgenoot.store.photos import photo_bytes
from klasgenoot.ui.kit.look import Look, dress, make_look
from klasgenoot.viewmodels.session import Session

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def session(desk: Desk, now: datetime) -> Session:
    """A session whose clock stands at ten o'clock on a Thursday in October."""
    return Session(desk, clock=lambda: now)


@pytest.fixture
def look(qapp: QApplication, session: Session) -> Look:
    """The light look, with the photos of the session's vault."""
    made = make_look(
        RESOURCES,
        theme="light",
        load_photo=lambda photo, large: photo_bytes(session.vault, photo, large=large) or b"",
    )
    dress(qapp, made, resources=RESOURCES)
    return made
