"""Photos of an import go into the vault before it, some at a time: the deed itself is short then.

Until the deed is done nobody has them. They are no part of what undo takes back, as no photo is;
what nobody has is swept at the next start, so that whatever stops it leaves nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from klasgenoot.domain.people import PhotoId
from klasgenoot.operations.import_class import Arrival, without_new_photo
from klasgenoot.store.database import Vault
from klasgenoot.store.photos import drop_photos, keep_new_photo


def with_photos_to_put_away(vault: Vault, arrivals: Sequence[Arrival]) -> tuple[int, ...]:
    """The places of those whose photo the import is going to keep."""
    spared = without_new_photo(vault)
    return tuple(
        place
        for place, arrival in enumerate(arrivals)
        if arrival.picture is not None and arrival.student.id not in spared
    )


def put_away(
    vault: Vault, arrivals: Sequence[Arrival]
) -> tuple[tuple[Arrival, ...], tuple[PhotoId, ...]]:
    """Keeps the photos of these, all of them or none.

    Returns:
        The same arrivals, knowing as what their photo is kept; and the photos that are new.

    Raises:
        Trouble: what the disk does to it.
    """
    ready: list[Arrival] = []
    new: list[PhotoId] = []
    with vault.outside_journal():
        for arrival in arrivals:
            kept = None
            if arrival.picture is not None:
                kept, is_new = keep_new_photo(vault, arrival.picture)
                new += [kept] if is_new else []
            ready.append(replace(arrival, kept=kept))
    return tuple(ready), tuple(new)


def take_away(vault: Vault, photos: Iterable[PhotoId]) -> None:
    """Drops photos that were put away, but for those that somebody has by now."""
    drop_photos(vault, photos)
