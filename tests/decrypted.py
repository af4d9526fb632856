"""Reads every page of a data file, its log and its backups as they lie on the disk, without SQLite.

AES comes from the OpenSSL library of the computer, so that what is looked at is not what the driver
chooses to show: pages nobody uses any more, and old ones in the log, are read too.
"""

import ctypes
import ctypes.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PAGE, RESERVED, SALT = 4096, 80, 16
LOG_HEAD, FRAME_HEAD = 32, 24


@cache
def _library() -> ctypes.CDLL | None:
    name = ctypes.util.find_library("crypto")
    if name is None:
        return None
    library = ctypes.CDLL(name)
    for function in (library.EVP_CIPHER_CTX_new, library.EVP_aes_256_cbc):
        function.restype = ctypes.c_void_p
    return library


def is_possible() -> bool:
    """Whether this computer has what it takes."""
    return _library() is not None


def pages_of(path: Path, *, key: str) -> Iterator[bytes]:
    """Each page of a file, decrypted; of what is no page, the bytes as they are."""
    data = path.read_bytes()
    raw = bytes.fromhex(key)
    if path.name.endswith("-wal"):
        for start in range(LOG_HEAD, len(data) - PAGE, PAGE + FRAME_HEAD):
            head, page = data[start : start + FRAME_HEAD], data[start + FRAME_HEAD :][:PAGE]
            yield head + _page(page, raw, is_first=head[:4] == b"\0\0\0\1")
        return
    for start in range(0, len(data), PAGE):
        page = data[start : start + PAGE]
        yield _page(page, raw, is_first=start == 0) if len(page) == PAGE else page
    yield data[-(PAGE * 8) :]  # what stands behind the pages of a backup, in the clear


def needles_in(path: Path, needles: dict[str, bytes], *, key: str) -> dict[str, int]:
    """How often each of these stands in the pages of a file; those that do not are left out."""
    joined = b"\0".join(pages_of(path, key=key))
    counts = {name: joined.count(needle) for name, needle in needles.items()}
    return {name: count for name, count in counts.items() if count}


def _page(page: bytes, key: bytes, *, is_first: bool) -> bytes:
    start = SALT if is_first else 0
    end = PAGE - RESERVED
    return _decrypted(page[start:end], key, vector=page[end : end + 16])


def _decrypted(data: bytes, key: bytes, *, vector: bytes) -> bytes:
    library = _library()
    assert library, "ask is_possible first"
    context = ctypes.c_void_p(library.EVP_CIPHER_CTX_new())
    out, done = ctypes.create_string_buffer(len(data) + 32), ctypes.c_int(0)
    cipher = ctypes.c_void_p(library.EVP_aes_256_cbc())
    assert library.EVP_DecryptInit_ex(context, cipher, None, key, vector) == 1
    library.EVP_CIPHER_CTX_set_padding(context, 0)
    assert library.EVP_DecryptUpdate(context, out, ctypes.byref(done), data, len(data)) == 1
    library.EVP_CIPHER_CTX_free(context)
    return out.raw[: done.value]
