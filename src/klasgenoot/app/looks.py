"""How did it look last time? What the locked window may know before the data is open.

Kept beside the window's place, outside the data: a language, a theme, a text size, a number of
minutes. Nothing about a class.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from klasgenoot.domain.settings import Settings, from_texts

if TYPE_CHECKING:
    from klasgenoot.ui.shell.bare_window import BareLooks

KEPT = ("language", "theme", "text_percent", "lock_minutes")


@dataclass(frozen=True, slots=True)
class KeptLooks:
    """The looks in one file.

    Attributes:
        path: the file, in which the window's place stands too.
    """

    path: Path

    def keep(self, settings: Settings) -> None:
        """Writes what these settings say about looks."""
        file = QSettings(str(self.path), QSettings.Format.IniFormat)
        for name in KEPT:
            file.setValue(name, str(getattr(settings, name)))

    def settings(self) -> Settings:
        """The settings as far as they are known; the rest is as it is at first."""
        file = QSettings(str(self.path), QSettings.Format.IniFormat)
        texts = {name: str(file.value(name)) for name in KEPT if file.contains(name)}
        return from_texts(texts)

    def without_data(self, resources: Path) -> "BareLooks":
        """What a window is drawn with while no data is open."""
        from klasgenoot.ui.shell.bare_window import BareLooks

        kept = self.settings()
        return BareLooks(
            resources=resources,
            state_file=self.path,
            theme=kept.theme,
            text_percent=kept.text_percent,
        )
