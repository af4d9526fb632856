"""From bytes to text: which of the encodings that lists come in is it?

UTF-8 and UTF-16 can be told for sure. Of the older ones, one byte is one sign and any of them fits:
what tells them apart are signs that no name has in the middle of it.
"""

import re

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NOT_WESTERN = re.compile(
    r"(?<=[^\W\d_])[\xa3\xa5\xaf\xb3\xb9\xbc\xbe\xbf\u0153\u0178]|[\xa3\xa5\xaf\xb3\xb9\xbc\xbe\xbf\u0152](?=[a-z\xdf-\xff])"
)
"""Signs of cp1252 within a word that are letters in cp1250: "Pawe\xb3" is Paweł."""
_SYMBOL_PAIRS = re.compile(r"(?i)c\u0153ur|\u0153[uil]")
"""French words that do have an œ."""
_TURKISH = re.compile(r"[\xd0\xde\xf0\xfe]|\xdd(?=[a-z])|\xfd(?=[a-z\xdf-\xff])")
"""Icelandic letters of cp1252 that are Turkish in cp1254: "Y\xfdld\xfdz" is a Turkish name."""
_NO_WINDOWS = re.compile(
    r"(?<=[^\W\d_])[\u2018\u201a\u201e\u0192\u2020\u2021\u02c6\u2030\u2039\u203a\u201c\u2022\u02dc\xa2\xa4\xa1]"
    r"|(?<=[^\W\d_])[\u2013\u2014\u2026\u201d\u2122](?=[a-z])|(?<=[a-z])[\u0160\u0152\u017d\u0178]"
    r"|(?<![^\W\d_])[\u0192\u2021\u02c6\u2030\u2039\u2022](?=[a-z])"
)
"""Signs of cp1252 where no name has them: "Zo\u2018" is Zoë from a Mac, "Zo\u2030" from DOS."""
_NO_NAME = re.compile(
    r"[^\W\d_][\xa1-\xa9\xab-\xb9\xbb-\xbf\u2018\u201a-\u2bff]|(?<=[a-z])[\xc0-\xde]"
)
"""What tells that another of these encodings is not it either."""
_COMMON, _MET = frozenset("éëïöüèçá"), frozenset("ñóíúäàêôåøı")
"""Letters with a mark as they stand in names in Dutch classes: often, and now and then."""

MACHINES = ("mac_roman", "cp850")
"""What Excel saves as CSV (Macintosh) and CSV (MS-DOS)."""
NAMES = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"),
    *("cp1252", "cp1250", "cp1254", *MACHINES),
)
"""Every encoding that may be used."""


def has_mark(head: bytes) -> bool:
    """Whether a file that begins like this says itself which Unicode it is."""
    return head.startswith(tuple(mark for mark, _ in _BOMS))


def utf16_without_mark(data: bytes) -> str | None:
    """In UTF-16 most second bytes of a European text are zero and no first ones, or reversed."""
    sample = data[:400]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if not sample or min(first, second) > 0 or max(first, second) * 4 < len(sample):
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def utf16_of(data: bytes) -> str | None:
    """Which UTF-16 a text is in, by its mark or without one; None where it is in none."""
    marked = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    return marked if marked == "utf-16" else utf16_without_mark(data)


def decoded(data: bytes) -> str | None:
    """The text in a file; None where it is none.

    Without a mark and no UTF-8, Western Europe (cp1252) is meant, unless its letters say that
    it is Central Europe (cp1250) or Turkey (cp1254), or that no Windows wrote it.
    """
    marked = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    known = marked or utf16_without_mark(data)
    for encoding in (known,) if known else ("utf-8", "cp1252", "cp1250"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        other = None
        if encoding == "cp1250" or (encoding == "cp1252" and _NO_WINDOWS.search(text)):
            other = _of_another_machine(data)
        return other or (_respelt(data, text) if encoding == "cp1252" else text)
    return None if known else _of_another_machine(data)


def beginning(head: bytes) -> str:
    """How a file begins, as text: to tell markup from a list. What is cut off is left out."""
    if has_mark(head) or utf16_without_mark(head):
        known = next((n for mark, n in _BOMS if head.startswith(mark)), utf16_without_mark(head))
        return head.decode(known or "utf-8", "ignore").lstrip("\ufeff \t\r\n")
    return head.decode("latin-1").lstrip()


def _of_another_machine(data: bytes) -> str | None:
    """The text as a Mac or DOS wrote it, if it reads like names then."""
    if 2 * len(data.translate(None, bytes(range(128)))) > len(data):
        return None  # marks are the exception in any name
    texts = [data.decode(name) for name in MACHINES]
    likely = max(texts, key=_marks)
    return likely if _marks(likely) > 0 and not _NO_NAME.search(likely) else None


def _marks(text: str) -> int:
    """How much the letters with a mark are those of names here."""
    return sum(2 * (letter in _COMMON) + (letter in _MET) for letter in text.casefold())


def _respelt(data: bytes, western: str) -> str:
    """A text of one byte a sign as those who wrote it spell."""
    if _NOT_WESTERN.search(_SYMBOL_PAIRS.sub("", western)):
        other = "cp1250"
    elif _TURKISH.search(western):
        other = "cp1254"
    else:
        return western
    try:
        return data.decode(other)
    except UnicodeDecodeError:
        return western
