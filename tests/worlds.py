"""Whole worlds to look at: the sample class, a class without students, an app without a class."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication

from builders import TODAY
from klasgenoot.app.sample import sample_term_in
from klasgenoot.domain.sample_class import STUDENTS
from klasgenoot.domain.settings import Language, Theme
from klasgenoot.exchange.photos import Picture, read_photo
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.sample import draw_sample, fill_sample
from klasgenoot.store.opening import vault_in_memory
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.session import Session
from made_files import jpeg

RESOURCES = Path(__file__).parents[1] / "resources"
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 10, 0, tzinfo=UTC)
"""A Thursday in October, in the middle of a block."""


class World(StrEnum):
    """What is kept in the vault."""

    FILLED = "filled"
    EMPTY = "empty"
    """There is a class, and nobody is in it."""
    NOTHING = "nothing"
    """There is no class: the app was never used."""


@cache
def drawn() -> tuple[Picture, ...]:
    """The portraits of the sample class. Drawing them takes seconds."""
    return draw_sample()


@cache
def plain() -> tuple[Picture, ...]:
    """As many photos, quickly made."""
    return tuple(read_photo(jpeg(120 + n, 150), source=str(n)) for n in range(len(STUDENTS)))


def session_in(
    world: World,
    *,
    language: Language = Language.DUTCH,
    theme: Theme = Theme.LIGHT,
    text_percent: int = 100,
    pictures: Sequence[Picture] = (),
) -> Session:
    """A session in such a world, at a moment that is always the same.

    Args:
        pictures: the faces of the sample class; without them, photos that are quickly made.
    """
    session = Session(Desk(vault_in_memory()), clock=lambda: NOW)
    session.set(language=language, theme=theme, text_percent=text_percent)
    if world is World.FILLED:
        term = sample_term_in(language, today=TODAY)
        session.do(fill_sample, term=term, pictures=pictures or plain(), zone=UTC)
    if world is World.EMPTY:
        session.do(add_class, name="CMV-1B")
    return session


def window_on(
    session: Session,
    *,
    size: tuple[int, int],
    speak: Callable[[Language], None],
    state_file: Path,
    is_sample: bool = False,
) -> Window:
    """The app's window on a session, on screen in a size in pixels."""
    window = Window(
        session, resources=RESOURCES, speak=speak, state_file=state_file, is_sample=is_sample
    )
    window.resize(*size)
    window.show()
    window.activateWindow()
    settle()
    return window


def write_class_list(folder: Path, *, pictures: Sequence[Picture]) -> None:
    """What a school hands out about the sample class: a list, and photos of which two need a look.

    One student has no photo, one photo is called by a first name only, and one is of a stranger.
    """
    rows = ["Studentnummer;Roepnaam;Tussenvoegsel;Achternaam;E-mail;Klas"]
    for number, (student, picture) in enumerate(zip(STUDENTS, pictures, strict=True)):
        cells = (
            student.student_number,
            student.call_name or student.given_name,
            student.infix,
            student.family_name,
            student.email,
            "CMV-1B",
        )
        rows.append(";".join(cells))
        stem = {0: student.given_name, 1: "Onbekend Persoon"}.get(number, student.student_number)
        (folder / f"{stem}.jpg").write_bytes(picture.large)
    (folder / "CMV-1B.csv").write_text("\n".join(rows), encoding="utf-8")


def settle() -> None:
    """Lets everything happen that was put off until there is time."""
    for _ in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
