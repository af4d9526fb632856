"""What is a reader? Three sides of one thing that is read in the cage, and what all checks need.

`read` and `pack` run in the cage, on strange bytes; `unpack` runs outside and believes nothing:
what comes back is held against exact shapes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange.archives import Archive
from klasgenoot.exchange.cage.frames import Message, Nonsense

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """What a reader is given in the cage: the bytes of a file, or a zip; and which part of it."""

    data: bytes
    archive: Archive | None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Reader(Generic[T]):
    """How one kind of thing is read.

    Attributes:
        name: what it is called between the two sides.
        read: in the cage, makes something of what it is given.
        pack: in the cage, puts that into a message.
        unpack: outside, takes it out of the message, or raises Nonsense; also told the file's name.
        most: how many bytes the parts of its message may come to.
        longest: how many bytes the file may have.
        too_long: what to say of a longer one.
    """

    name: str
    read: Callable[[Given], T]
    pack: Callable[[T], Message]
    unpack: Callable[[Message, str], T]
    most: int
    longest: int
    too_long: Callable[[str], Trouble]


def two_parts(message: Message) -> tuple[bytes, bytes]:
    """The two parts that a message has to have."""
    if len(message.parts) != 2:  # noqa: PLR2004 - as the name says
        raise Nonsense
    return message.parts[0], message.parts[1]


def number_in(message: Message, name: str, *, most: int) -> int:
    """A number in the head of a message, at most so much."""
    number = message.head.get(name)
    if not isinstance(number, int) or not 0 <= number <= most:
        raise Nonsense
    return number


def text_in(data: bytes) -> str:
    """The text that bytes have to be."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Nonsense from error
