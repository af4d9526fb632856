"""Which part of the photo is the portrait? A panel with the whole photo and a frame on it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.people import Crop
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.crop import CropView
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel

translate = QCoreApplication.translate

WIDTH = 520


class CropPanel(Panel):
    """Enter saves, Esc leaves it as it was.

    Signals:
        saved: the `Crop` that was chosen.
    """

    saved = Signal(object)

    def __init__(
        self, look: Look, window: QWidget, *, photo: bytes, crop: Crop | None, name: str
    ) -> None:
        super().__init__(
            look,
            window,
            title=translate("Student", "Choose the portrait"),
            subtitle=translate("Student", "Drag the frame; the wheel makes it larger or smaller."),
            close_name=translate("Student", "Close"),
            width=WIDTH,
        )
        self.view = CropView(look, name=name)
        self.view.setAccessibleDescription(
            translate("Student", "Arrows move the frame, plus and minus scale it")
        )
        self.view.show_photo(photo, crop)
        save = Button(look, translate("Student", "Save"), kind="primary", keys="Enter")
        save.clicked.connect(self._save)
        reset = Button(look, translate("Student", "As it was at first"), kind="ghost")
        reset.clicked.connect(self.view.reset)
        self.body.addWidget(self.view, 1)
        self.body.addLayout(flow(save, reset))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ENTER:
            self._save()
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        crop = self.view.crop
        if crop is not None:
            self.saved.emit(crop)
        self.close_panel()
