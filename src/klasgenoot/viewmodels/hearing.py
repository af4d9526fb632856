"""How does a name sound? Plays the recording of a student's name, one at a time."""

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import Student
from klasgenoot.exchange import sound_device
from klasgenoot.exchange.recorder import Player
from klasgenoot.store.sounds import sound_of
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words


class Hearing(QObject):
    """The speaker, as far as names are concerned.

    Signals:
        failed: a sentence on why there is nothing to hear.
    """

    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._player: Player | None = None
        session.forgetting.connect(self.stop)

    def play(self, student: Student) -> None:
        """Plays the name of a student, if it was recorded."""
        self.stop()
        try:
            self._player = player_of(self._session, student)
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))

    @Slot()
    def stop(self) -> None:
        """Stops at once."""
        player, self._player = self._player, None
        if player is not None:
            player.stop()


def player_of(session: Session, student: Student) -> Player | None:
    """Begins to play the name of a student; None where it was not recorded.

    Raises:
        NoSound: there is nothing to play it on.
        UnreadableSound: the recording is damaged.
    """
    kept = sound_of(session.vault, student.sound) if student.sound else None
    if kept is None:
        return None
    player = Player(sound_device.system_device())
    player.play(kept.wav)
    return player
