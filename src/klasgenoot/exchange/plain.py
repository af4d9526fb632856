"""Plain values out as JSON: what is kept, for whoever asks for it."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any


def write_plain(path: Path, values: Mapping[str, Any]) -> None:
    """Writes values as JSON that a person can read too.

    Raises:
        OSError: the file cannot be written there.
    """
    text = json.dumps(values, ensure_ascii=False, indent=2, default=_told)
    path.write_text(text + "\n", encoding="utf-8")


def _told(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
