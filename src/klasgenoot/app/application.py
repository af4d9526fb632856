"""How is Qt's application made? In the style that is ours on every system."""

import sys
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from klasgenoot.ui.kit.look import STYLE

App = TypeVar("App", bound=QApplication)


def make_application(kind: type[App]) -> App:
    """Makes the one application of this process.

    Said to Qt as a word of the command line, the style is in place without Python having to learn
    what a style is, which takes a tenth as long as a bare window does to come.
    """
    app = kind([*sys.argv[:1], "-style", STYLE])
    app.setProperty("style", STYLE)
    return app
