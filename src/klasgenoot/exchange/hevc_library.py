"""Is there something here that decodes HEIC? The extra `heic`, of which one library is used.

Wheels of `pillow_heif` hold libheif, libde265 and x265, each a file of its own. Only libde265 is
ever loaded (`hevc.py`), by its path; no module of the extra is imported.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

EXTRA = "pillow_heif"


class NoDecoder(Exception):  # noqa: N818 - ours, inside: photos.py says it in words
    """There is no libde265 here that can be used."""


@cache
def library() -> Path | None:
    """Where libde265 is; None where the extra is not installed. Nothing is loaded."""
    found = find_spec(EXTRA)
    if found is None or found.origin is None:
        return None
    package = Path(found.origin).parent
    on_linux, on_macos, on_windows = (
        package.with_name(f"{EXTRA}.libs"),
        package / ".dylibs",
        package.parent,
    )
    places = (on_linux, on_macos, on_windows)
    return next((path for place in places for path in place.glob("libde265*")), None)


def can_decode() -> bool:
    """Whether the pictures in HEIC files can be decoded."""
    return library() is not None
