"""Every page in every state can be read: small windows, large text, both languages, long texts.

A flaw is a text that is cut off, lies on another one or cannot be reached; see `layout_flaws`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from klasgenoot.app.language import Speaker
from klasgenoot.domain.settings import Language
from klasgenoot.ui.shell.window import Window
from scenes import SCENES, Scene
from ui.layout_flaws import flaws, sideways
from worlds import RESOURCES, World, plain, session_in, settle, window_on, write_class_list


@dataclass(frozen=True, slots=True)
class View:
    """How the app is looked at.

    Attributes:
        size: of the window, in pixels.
        text_percent: the size of the text.
        doubled: every text stands there twice.
    """

    size: tuple[int, int]
    language: Language
    text_percent: int = 100
    doubled: bool = False

    def __str__(self) -> str:
        width, height = self.size
        long = "-doubled" if self.doubled else ""
        return f"{width}x{height}-{self.language}-{self.text_percent}{long}"


TIGHTEST = View((1024, 680), Language.ENGLISH, text_percent=200)
"""The largest text in the smallest window: only here a page may scroll sideways."""
VIEWS = (
    View((1024, 680), Language.DUTCH),
    View((1024, 680), Language.DUTCH, doubled=True),
    View((1280, 800), Language.ENGLISH, doubled=True),
    View((1280, 800), Language.DUTCH, text_percent=200),
    TIGHTEST,
    View((1920, 1080), Language.DUTCH, text_percent=200, doubled=True),
)
"""Each size, language, text size and length of text at least twice, and the worst together."""


class Doubler(QTranslator):
    """Says everything twice: a text that is longer than any translation will be."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._catalogue = QTranslator()
        self._catalogue.load(language.value, str(RESOURCES / "translations"))

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, comment: str | None = None, n: int = -1
    ) -> str | None:
        if context.startswith("Q") or not source:
            return None  # Qt's own texts and the names of keys
        known = self._catalogue.translate(context, source, comment, n) or source
        return f"{known} {known}"


class Tongue:
    """Speaks a language as the app does, and everything twice if asked."""

    def __init__(self, *, doubled: bool) -> None:
        self._speaker = Speaker(RESOURCES / "translations")
        self._doubled = doubled
        self._before = QLocale()
        self._doubler: QTranslator | None = None

    def speak(self, language: Language) -> None:
        self.be_silent()
        self._speaker.speak(language)
        if self._doubled:
            self._doubler = Doubler(language)
            QCoreApplication.installTranslator(self._doubler)

    def be_silent(self) -> None:
        """Takes every language off the screen."""
        if self._doubler is not None:
            QCoreApplication.removeTranslator(self._doubler)
            self._doubler = None
        self._speaker.fall_silent()
        QLocale.setDefault(self._before)


@pytest.fixture(scope="module")
def class_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class list with photos, to import."""
    folder = tmp_path_factory.mktemp("class")
    write_class_list(folder, pictures=plain())
    return folder


class Theatre:
    """The window that is open: another one when another world or view is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked: tuple[View, World] | None = None
        self._window: Window | None = None
        self._tongue: Tongue | None = None

    def window(self, view: View, world: World) -> Window:
        """A window in a world, looked at in one way. Scenes follow each other in it."""
        if self._window is None or self._asked != (view, world):
            self.clear()
            self._asked = view, world
            self._tongue = Tongue(doubled=view.doubled)
            self._window = window_on(
                session_in(world, language=view.language, text_percent=view.text_percent),
                size=view.size,
                speak=self._tongue.speak,
                state_file=self._folder / "window.ini",
                is_sample=world is World.FILLED,
            )
        return self._window

    def clear(self) -> None:
        """Closes the window and speaks English again."""
        if self._window is not None and self._tongue is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None
            self._tongue.be_silent()
            settle()


@pytest.fixture(scope="module")
def theatre(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theatre]:
    made = Theatre(tmp_path_factory.mktemp("window"))
    yield made
    made.clear()


CASES = [
    pytest.param(view, scene, id=f"{scene.name}-{scene.world}-{view}")
    for view in VIEWS
    for scene in SCENES
]


@pytest.mark.parametrize(("view", "scene"), CASES)
def test_all_of_a_page_can_be_read(
    theatre: Theatre, view: View, scene: Scene, class_folder: Path
) -> None:
    window = theatre.window(view, scene.world)
    scene.show(window, class_folder)
    found = flaws(window) + ([] if view == TIGHTEST else sideways(window))
    assert not found, "\n".join(found)
