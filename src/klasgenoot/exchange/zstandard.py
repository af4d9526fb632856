"""Undoes the packing of Zstandard, as the newest decks of Anki have it; never more than is asked.

In the cage only: what unpacks is a library in C (docs/decisions/0035-zstd.md).
"""

import sys

MAGIC = b"\x28\xb5\x2f\xfd"
"""How such bytes begin."""
_WINDOW = 27
"""The memory that a file may ask for, as a power of two: 128 MB. What Anki packs asks for 2 MB."""


def is_packed(data: bytes) -> bool:
    """Whether these bytes are packed so."""
    return data.startswith(MAGIC)


def unpacked(data: bytes, limit: int) -> bytes:
    """The first `limit` bytes of what is packed, whatever size it claims it has.

    Raises:
        ValueError: it is damaged, cut off, or asks for more memory than anybody's file does.
    """
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd

    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW}
    try:
        stream = zstd.ZstdDecompressor(options=options)
        found = stream.decompress(data, max_length=limit)
    except zstd.ZstdError as error:
        raise ValueError from error
    if len(found) < limit and not stream.eof:
        raise ValueError
    return found
