"""The recorded sound of a name: record it, hear it, take it away. Nothing records unasked.

The device calls from a thread of its own; here a timer looks how far it is, and tells in signals.
"""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal, Slot

from klasgenoot.domain.errors import NoSound, Trouble
from klasgenoot.domain.people import StudentId
from klasgenoot.exchange import sound_device
from klasgenoot.exchange.recorder import Player, Recorder, Way
from klasgenoot.exchange.sounds import LONGEST, Sound
from klasgenoot.operations.recordings import record_name, remove_recording
from klasgenoot.store import students
from klasgenoot.store.sounds import StoredSound, keep_sound
from klasgenoot.viewmodels.hearing import player_of
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate

LOOK_UP = 50
"""Milliseconds between two looks at a device that is on."""
PATIENCE = 2.0
"""Seconds after the longest recording in which a microphone that hears nothing is given up."""

Found = dict[Way, NoSound | None]


class SoundState(StrEnum):
    """What happens with the sound now."""

    REST = "rest"
    RECORDING = "recording"
    PLAYING = "playing"


class RecordingViewModel(QObject):
    """The name of one student as it sounds.

    Signals:
        changed: something else is on, can be done, or is there.
        ticked: while recording: how loud it is (0 to 100), and for how long, in words.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    ticked = Signal(int, str)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._student_id = StudentId(0)
        self._found: Found | None = None
        self._recorder: Recorder | None = None
        self._player: Player | None = None
        self._ticks = 0
        self._work = Work(self)
        self._work.finished.connect(self._on_work_finished)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_UP)
        self._timer.timeout.connect(self._on_time_to_look)
        session.forgetting.connect(self.halt)

    def open(self, student_id: StudentId) -> None:
        """Shows another student. What is on stops; a device that was missing is looked for."""
        self.halt()
        self._student_id = student_id
        if (self._found is None or any(self._found.values())) and not self._work.is_busy:
            self._work.start(_look)

    @property
    def state(self) -> SoundState:
        """What happens now."""
        if self._recorder is not None:
            return SoundState.RECORDING
        return SoundState.REST if self._player is None else SoundState.PLAYING

    @property
    def has_recording(self) -> bool:
        """Whether there is one."""
        student = students.student(self._session.vault, self._student_id)
        return student is not None and student.sound is not None

    @property
    def can_record(self) -> bool:
        """Whether there is a microphone, as far as is known."""
        return self._found is not None and self._found[Way.IN] is None

    @property
    def can_play(self) -> bool:
        """Whether there is a recording, and something to play it on."""
        return self._found is not None and self._found[Way.OUT] is None and self.has_recording

    @property
    def reason(self) -> str:
        """Why there is no recording here, or no hearing of one; empty when there is."""
        if self._found is None:
            return ""
        no_record, no_play = self._found[Way.IN], self._found[Way.OUT]
        if no_record is None and no_play is not None and self.has_recording:
            return trouble_words(no_play)
        return trouble_words(no_record) if no_record is not None else ""

    @Slot()
    def record(self) -> None:
        """Begins to record."""
        self.halt()
        recorder = Recorder(sound_device.system_device())
        try:
            recorder.start()
        except Trouble as trouble:
            self._tell(trouble)
            return
        self._recorder, self._ticks = recorder, 0
        self._timer.start()
        self.changed.emit()
        self._tick(recorder)

    @Slot()
    def stop(self) -> None:
        """Ends what is on; what was recorded is kept."""
        recorder, self._recorder = self._recorder, None
        if recorder is None:
            self.halt()
            return
        self._timer.stop()
        try:
            self._keep(recorder.stop())
        except Trouble as trouble:
            self._tell(trouble)
        self.changed.emit()

    @Slot()
    def halt(self) -> None:
        """Ends what is on at once; what was being recorded is dropped."""
        recorder, self._recorder = self._recorder, None
        player, self._player = self._player, None
        self._timer.stop()
        if recorder is not None:
            recorder.drop()
        if player is not None:
            player.stop()
        if recorder is not None or player is not None:
            self.changed.emit()

    @Slot()
    def play(self) -> None:
        """Plays the recording from its beginning."""
        self.halt()
        student = students.student(self._session.vault, self._student_id)
        try:
            self._player = player_of(self._session, student) if student else None
        except Trouble as trouble:
            self._tell(trouble)
        if self._player is None:
            return
        self._timer.start()
        self.changed.emit()

    @Slot()
    def remove(self) -> None:
        """Takes the recording away; undo brings it back."""
        self.halt()
        try:
            self._session.do(remove_recording, student_id=self._student_id)
        except Trouble as trouble:
            self._tell(trouble)

    def close(self) -> None:
        """Lets go of the device."""
        self.halt()
        self._work.wait()

    def _keep(self, sound: Sound) -> None:
        session = self._session
        with session.vault.sound():
            sound_id = keep_sound(session.vault, StoredSound(*sound))
        session.do(record_name, student_id=self._student_id, sound=sound_id)

    def _tell(self, trouble: Trouble) -> None:
        self.failed.emit(trouble_words(trouble))

    def _tick(self, recorder: Recorder) -> None:
        self.ticked.emit(round(100 * recorder.level), seconds_words(recorder.seconds))

    @Slot()
    def _on_time_to_look(self) -> None:
        if self._recorder is not None:
            self._ticks += 1
            self._tick(self._recorder)
            is_late = self._ticks * LOOK_UP / 1000 > LONGEST + PATIENCE
            if self._recorder.is_full or is_late:
                self.stop()
        elif self._player is not None and not self._player.is_on:
            self.halt()

    @Slot(object)
    def _on_work_finished(self, found: Found) -> None:
        self._found = found
        self.changed.emit()


def seconds_words(seconds: float) -> str:
    """How long, as in "1.4 s"."""
    return translate("Student", "{seconds} s").format(seconds=QLocale().toString(seconds, "f", 1))


def _look(_progress: Progress[Found]) -> Found:
    """What this computer has; it may take a tenth of a second, so it is asked on a thread."""
    device = sound_device.system_device()
    return {way: device.trouble(way) for way in Way}
