"""A file that stays outside the cage: inside, its bytes are asked for, a stretch at a time."""

from collections.abc import Callable
from io import SEEK_CUR, SEEK_END, RawIOBase

STRETCH = 131_072
"""As much is asked for at a time."""


class BorrowedFile(RawIOBase):
    """Reads from a file that this process could not open itself.

    Args:
        size: how long it is, in bytes.
        stretch: gives so many bytes from a place on; fewer at its end.
    """

    def __init__(self, size: int, stretch: Callable[[int, int], bytes]) -> None:
        super().__init__()
        self._size = size
        self._stretch = stretch
        self._at = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """And any part of it."""
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Goes to a place."""
        start = {SEEK_CUR: self._at, SEEK_END: self._size}.get(whence, 0)
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        """Where it is."""
        return self._at

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # narrower than any buffer
        """Fetches as much as is asked for, at most a stretch."""
        data = self._stretch(self._at, min(len(buffer), STRETCH))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
