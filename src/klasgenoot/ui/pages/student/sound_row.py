"""How does the name sound? Record it, hear it, take it away; or why that cannot be done here."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.progress import Progress
from klasgenoot.ui.kit.toast import announce
from klasgenoot.viewmodels.recording import RecordingViewModel, SoundState

translate = QCoreApplication.translate

BAR_WIDTH = 72


class SoundRow(QWidget):
    """Small buttons beside the written pronunciation. While recording: how loud, and how long."""

    def __init__(
        self, look: Look, recording: RecordingViewModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._recording = recording
        self._state = SoundState.REST
        self._play = Button(look, translate("Student", "Hear"), size="small", icon="volume-2")
        self._record = Button(look, translate("Student", "Record"), size="small", icon="mic")
        again = translate("Student", "Record again")
        self._again = icon_button(look, "mic", again, kind="plain", size="small")
        take_away = translate("Student", "Remove the recording")
        self._remove = icon_button(look, "trash-2", take_away, kind="plain", size="small")
        self._stop = Button(
            look, translate("Student", "Stop"), kind="tonal", size="small", icon="square"
        )
        self._bar = Progress(look, name=translate("Student", "How loud"))
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(look.fonts.px(BAR_WIDTH))
        self._seconds = Label(look, "", Text.SUPPORT, colour="text_2", lines=1)
        self._reason = Label(look, "", Text.CAPTION, colour="text_3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        self._parts = QWidget()
        self._parts.setLayout(
            flow(
                self._play,
                self._record,
                self._again,
                self._remove,
                self._stop,
                self._bar,
                self._seconds,
            )
        )
        column.addWidget(self._parts)
        column.addWidget(self._reason)
        self._connect()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._state is not SoundState.REST:
            self._recording.halt()
            return
        super().keyPressEvent(event)

    @Slot()
    def refresh(self) -> None:
        """Show what there is and what can be done."""
        recording, was = self._recording, self._state
        self._state = now = recording.state
        had_focus = any(
            button.hasFocus()
            for button in (self._play, self._record, self._again, self._remove, self._stop)
        )
        at_rest = now is SoundState.REST
        has = recording.has_recording
        self._play.setVisible(at_rest and recording.can_play)
        self._record.setVisible(at_rest and recording.can_record and not has)
        self._again.setVisible(at_rest and recording.can_record and has)
        self._remove.setVisible(at_rest and has)
        self._stop.setVisible(not at_rest)
        self._bar.setVisible(now is SoundState.RECORDING)
        self._seconds.setVisible(now is SoundState.RECORDING)
        self._parts.setVisible(not at_rest or has or recording.can_record)
        self._reason.setText(recording.reason)
        self._reason.setVisible(bool(recording.reason))
        if had_focus:
            self._keep_focus()
        if now is not was and now is SoundState.RECORDING:
            announce(self, translate("Student", "Recording"))

    def _connect(self) -> None:
        recording = self._recording
        self._play.clicked.connect(recording.play)
        self._record.clicked.connect(recording.record)
        self._again.clicked.connect(recording.record)
        self._remove.clicked.connect(recording.remove)
        self._stop.clicked.connect(recording.stop)
        recording.changed.connect(self.refresh)
        recording.ticked.connect(self._on_ticked)

    def _keep_focus(self) -> None:
        """Leave the keyboard where the next thing to do is."""
        buttons = (self._stop, self._play, self._record, self._again, self._remove)
        shown = [button for button in buttons if not button.isHidden()]
        if shown and not any(button.hasFocus() for button in shown):
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, str)
    def _on_ticked(self, level: int, seconds: str) -> None:
        self._bar.setValue(level)
        self._seconds.setText(seconds)
