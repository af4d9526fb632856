"""What do benchmarks draw with? One app in memory, and a look that has drawn nothing yet."""

import os
from typing import cast

from PySide6.QtWidgets import QApplication

from klasgenoot.app.places import resources
from klasgenoot.store.database import Vault
from klasgenoot.store.photos import photo_bytes
from klasgenoot.ui.kit.look import Look, dress, make_look


def the_app() -> QApplication:
    """The one app of this process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = cast("QApplication", QApplication.instance() or QApplication(["klasgenoot"]))
    app.setCursorFlashTime(0)  # a blinking cursor is no frame of ours
    return app


def fresh_look(vault: Vault) -> Look:
    """A look with the photos of a vault, none of them decoded."""
    app = the_app()
    look = make_look(
        resources(),
        theme="light",
        load_photo=lambda photo, large: photo_bytes(vault, photo, large=large) or b"",
    )
    dress(app, look, resources=resources())
    return look
