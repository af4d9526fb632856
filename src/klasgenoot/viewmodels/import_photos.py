"""Whose is each of the photos that were read? What is settled, what was said, what is open."""

from collections.abc import Hashable

from klasgenoot.domain.people import PhotoId
from klasgenoot.domain.roster import RosterRow
from klasgenoot.operations.proposing import Proposal
from klasgenoot.operations.reading import Found
from klasgenoot.store.database import Vault
from klasgenoot.store.photos import photo_bytes
from klasgenoot.viewmodels.import_entries import Doubt, place_of_photo
from klasgenoot.viewmodels.import_places import photo_words


class PhotoPairs:
    """The photos of one import with the rows they belong to, as places.

    Attributes:
        rows: for each photo that is settled, whose it is.
        doubts: the photos still to be looked at.
    """

    def __init__(self) -> None:
        self.rows: dict[int, int] = {}
        self.doubts: tuple[Doubt, ...] = ()
        self._names: tuple[str, ...] = ()
        self._said: dict[int, Hashable | None] = {}
        self._taken_back: set[int] = set()

    @property
    def photo_of(self) -> dict[int, int]:
        """For each row that has one, its photo."""
        return {row: photo for photo, row in self.rows.items()}

    def match(self, proposal: Proposal, found: Found) -> None:
        """Begins anew with whose photos they are; what the teacher said of somebody there stays."""
        self._names = tuple(map(photo_words, found.photos))
        self.rows = {
            match.photo: match.person
            for match in proposal.matches
            if match.sure and match.person is not None
        }
        self.doubts = tuple(
            self._doubt(match.photo, match.person) for match in proposal.matches if not match.sure
        )
        for photo in self._taken_back & self.rows.keys():
            self._unsettle(photo)
        marks = [row.mark for row in proposal.rows]
        for photo, said in self._said.items():
            if said is None or said in marks:
                self._settle(photo, None if said is None else marks.index(said))

    def settle(self, photo: int, row: int | None, *, who: RosterRow | None) -> None:
        """Says whose photo it is, or that it is nobody's.

        A student has one photo: another one they had is to be looked at again.
        """
        self._said[photo] = None if who is None else who.mark
        self._taken_back.discard(photo)
        self._settle(photo, row)

    def unsettle(self, photo: int) -> None:
        """Takes a photo back to those to be looked at."""
        self._said.pop(photo, None)
        self._taken_back.add(photo)
        self._unsettle(photo)

    def _settle(self, photo: int, row: int | None) -> None:
        doubts = [doubt for doubt in self.doubts if doubt.photo != photo]
        self.rows.pop(photo, None)
        if row is not None:
            others = [other for other, known in self.rows.items() if known == row]
            doubts += [self._doubt(other, None) for other in others]
            for other in others:
                del self.rows[other]
            self.rows[photo] = row
        self.doubts = tuple(doubts)

    def _unsettle(self, photo: int) -> None:
        row = self.rows.pop(photo, None)
        self.doubts = (self._doubt(photo, row), *self.doubts)

    def _doubt(self, photo: int, row: int | None) -> Doubt:
        return Doubt(photo, self._names[photo], row)


def shown_bytes(vault: Vault, found: Found | None, photo: PhotoId, *, large: bool) -> bytes:
    """A photo that was read and is not kept yet, or one of the vault; nothing if it is gone."""
    place = place_of_photo(photo)
    if place is None:
        return photo_bytes(vault, photo, large=large) or b""
    if found is None or place >= len(found.photos):
        return b""
    picture = found.photos[place].picture
    return picture.large if large else picture.small
