"""What else is right when a name is typed? Other names, as a teacher writes them in one field."""

import re

from klasgenoot.domain.names import tidy

_BETWEEN = re.compile(r"[,;\n]")


def aliases_in(text: str) -> tuple[str, ...]:
    """The other names in a field, each once: "Lex, Sander" is two."""
    return tuple(dict.fromkeys(filter(None, map(tidy, _BETWEEN.split(text)))))


def aliases_text(aliases: tuple[str, ...]) -> str:
    """The same in one line."""
    return ", ".join(aliases)
