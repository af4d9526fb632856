"""Takes a picture of every page in every look: `make screens`.

Into the folder `screens`: each page in light and dark, Dutch and English, two sizes of window,
filled and empty, and `index.html`, which shows them all. Words go along to take fewer: only the
pictures with each of them in their names. `make screens ARGS="practice dark-nl 1280x800"`
"""

import os
import sys
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from klasgenoot.app.language import Speaker
from klasgenoot.domain.settings import Language, Theme
from scenes import SCENES, Scene
from worlds import (
    RESOURCES,
    World,
    drawn,
    session_in,
    settle,
    window_on,
    write_class_list,
)

FOLDER = Path(__file__).parents[1] / "screens"
SIZES = ((1280, 800), (1920, 1080))
LIGHTLY_PACKED = 70
"""Takes two thirds of the time, and hardly more room."""
SHOWN_WIDTH = 320
"""How wide a picture stands on the contact sheet, in pixels."""


class View(NamedTuple):
    """How the window looks."""

    theme: Theme
    language: Language
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """As it stands in the name of a file: "light-nl-1280x800"."""
        width, height = self.size
        return f"{self.theme}-{self.language}-{width}x{height}"


VIEWS = tuple(
    View(*each)
    for each in product((Theme.LIGHT, Theme.DARK), (Language.DUTCH, Language.ENGLISH), SIZES)
)


def main(words: Sequence[str]) -> int:
    """Takes the pictures and says where they are."""
    wanted = [
        (view, scene)
        for view, scene in product(VIEWS, SCENES)
        if all(word in _name(view, scene) for word in words)
    ]
    if not wanted:
        print(f"No picture has all of these words in its name: {', '.join(words)}")
        return 2
    _ = QApplication.instance() or QApplication(["klasgenoot"])
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as place:
        list_folder = Path(place, "class")
        list_folder.mkdir()
        write_class_list(list_folder, pictures=drawn())
        for (view, world), those in groupby(wanted, key=lambda each: (each[0], each[1].world)):
            for name in _take(view, world, [scene for _, scene in those], Path(place)):
                print(name, flush=True)
    _write_sheet()
    print(f"Look at {FOLDER / 'index.html'}")
    return 0


def _take(view: View, world: World, scenes: Sequence[Scene], place: Path) -> Iterator[str]:
    """Arranges and takes the scenes of one world, one after the other; gives the files' names."""
    speaker = Speaker(RESOURCES / "translations")
    session = session_in(world, language=view.language, theme=view.theme, pictures=drawn())
    state_file = place / "window.ini"
    window = window_on(session, size=view.size, speak=speaker.speak, state_file=state_file)
    for scene in scenes:
        scene.show(window, place / "class")
        name = _name(view, scene)
        window.grab().save(str(FOLDER / name), "PNG", LIGHTLY_PACKED)
        yield name
    window.close()
    window.deleteLater()
    settle()
    speaker.fall_silent()  # else what has no English of its own would be said in Dutch


def _name(view: View, scene: Scene) -> str:
    """What the picture is called: "names-light-nl-1280x800-filled.png"."""
    return f"{scene.name}-{view.name}-{scene.world}.png"


def _write_sheet() -> None:
    """One page with everything that lies in the folder, a row for each scene."""
    rows = []
    names = sorted(
        (path.stem for path in FOLDER.glob("*.png")), key=lambda name: (_scene_of(name), name)
    )
    for (scene, world), those in groupby(names, key=_scene_of):
        pictures = "".join(
            f'<a href="{escape(name)}.png"><img src="{escape(name)}.png" loading="lazy"'
            f' width="{SHOWN_WIDTH}" title="{escape(name)}" alt="{escape(name)}"></a>'
            for name in those
        )
        rows.append(f"<h2>{escape(scene)} <small>{escape(world)}</small></h2>\n<p>{pictures}</p>")
    page = "\n".join(
        ["<!doctype html>", "<meta charset=utf-8>", "<title>Klasgenoot</title>", *rows]
    )
    (FOLDER / "index.html").write_text(page, encoding="utf-8")


def _scene_of(name: str) -> tuple[str, str]:
    """Scene and world of a picture: "practice-ask-light-nl-1280x800-filled"."""
    scene, _theme, _language, _size, world = name.rsplit("-", 4)
    return scene, world


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
