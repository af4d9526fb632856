"""What do the texts about phases say? Read from their folder, in one language."""

import json
from pathlib import Path

from klasgenoot.domain.phase_texts import PhaseTexts, read_phases
from klasgenoot.domain.settings import Language


def phase_texts(folder: Path, language: Language) -> PhaseTexts:
    """The texts about phases in one language, from its folder."""
    return read_phases(json.loads((folder / f"{language.value}.json").read_text("utf-8")))
