"""Where does my class list come from? The systems in the language on screen."""

import json
from pathlib import Path

from klasgenoot.domain.list_systems import ListSystem, read_list_systems
from klasgenoot.domain.settings import Language


def list_systems(folder: Path, *, language: Language) -> tuple[ListSystem, ...]:
    """Each system with its steps, from the folder with one file for each language."""
    return read_list_systems(json.loads((folder / f"{language.value}.json").read_text("utf-8")))
