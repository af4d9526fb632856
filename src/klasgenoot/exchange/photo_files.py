"""Reads the photos that were found, in the cage, a few ahead of whoever asks for them."""

from collections.abc import Callable, Iterator, Sequence

from klasgenoot.domain.errors import Trouble
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.readers import PHOTO
from klasgenoot.exchange.photos import Picture
from klasgenoot.exchange.source_files import SourceFile


def read_photos(
    photos: Sequence[SourceFile], *, cage: Cage, on_progress: Callable[[int, int], None]
) -> Iterator[tuple[int, Picture | Trouble]]:
    """Reads photos side by side and gives them in order.

    Args:
        photos: what to read.
        cage: where.
        on_progress: told how many are done, and of how many.

    Yields:
        The place in `photos`, and the picture or why there is none.

    Raises:
        Cancelled: within 0.2 seconds after the cage is told to stop.
        NoReader: nothing can be read in the cage.
    """
    answers = cage.read_each(PHOTO, photos)
    for place, answer in enumerate(answers):
        on_progress(place + 1, len(photos))
        yield place, answer
