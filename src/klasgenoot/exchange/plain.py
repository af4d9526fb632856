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
    path.write_bytes(plain_bytes(values))


def plain_bytes(values: Mapping[str, Any]) -> bytes:
    """Values as JSON that a person can read too."""
    text = json.dumps(values, ensure_ascii=False, indent=2, default=_told)
    return f"{text}\n".encode()


def _told(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
