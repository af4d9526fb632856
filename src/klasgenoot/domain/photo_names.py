"""What is somebody called, if the name of their photo is all there is?"""

import re

from klasgenoot.domain.file_names import NOISE
from klasgenoot.domain.names import INFIXES, tidy

_COPY = re.compile(r"\(\d{1,2}\)\s*$|^\s*(?:kopie van|copy of)\b", re.IGNORECASE)
_NAMELESS = re.compile(r"whatsapp|screenshot|schermafbeelding", re.IGNORECASE)
"""What names a picture after a program and a time, and nobody: "WhatsApp Image 2026 at 10.12"."""
_BACKWARDS = re.compile(r"([^_\d]+)_([^_\d]+)_\d{4,}")
"""A system's own order, told by the number at its end: "Berg_Sanne_500123"."""
_SEPARATORS = (re.compile(r"[\s_]+"), re.compile(r"\.+"), re.compile(r"-+"))
"""What stands between words. The first that is there counts: "Jan-Willem_de_Boer"."""


def name_in(stem: str) -> str:
    """The name in a photo's file name without its extension, as one writes it.

    "500123_sanne_van_den_berg (1)" is "Sanne van den Berg". Numbers and what cameras and offices
    add are left out; without a name ("IMG_2043") it is empty.
    """
    if _NAMELESS.search(stem):
        return ""
    text = tidy(_COPY.sub(" ", tidy(stem)))
    if backwards := _BACKWARDS.fullmatch(text):
        text = f"{backwards[1]},_{backwards[2]}"
    between = next((known for known in _SEPARATORS if known.search(text)), _SEPARATORS[0])
    words = [word for word in between.split(text) if _is_name(word)]
    if all(word.islower() for word in words):
        words = [
            word if place and word in INFIXES else word[:1].upper() + word[1:]
            for place, word in enumerate(words)
        ]
    return " ".join(words)


def _is_name(word: str) -> bool:
    has_letters, has_digits = any(map(str.isalpha, word)), any(map(str.isdigit, word))
    return has_letters and not has_digits and word.casefold() not in NOISE
