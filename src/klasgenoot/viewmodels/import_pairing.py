"""Whose photo is each, and what does everybody come to? Settled before anything is taken in."""

from klasgenoot.domain.roster import RosterRow
from klasgenoot.store.students import with_chosen_photo
from klasgenoot.store.study_coaches import coached
from klasgenoot.viewmodels.import_entries import Doubt, Entry, entries_of
from klasgenoot.viewmodels.import_photos import PhotoPairs
from klasgenoot.viewmodels.import_read import WhatWasRead


class WhoseIsWhose(WhatWasRead):
    """The photos of one import beside its rows."""

    def forget_read(self) -> None:
        """Drops what was read, and what was said of it."""
        super().forget_read()
        self._photos = PhotoPairs()
        self._entries: tuple[Entry, ...] | None = None

    @property
    def photo_rows(self) -> dict[int, int]:
        """Whose photo each photo is that is settled, as places."""
        return self._photos.rows

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The photos still to be looked at."""
        return self._photos.doubts

    @property
    def without_photo(self) -> tuple[tuple[int, RosterRow], ...]:
        """Whom no photo surely belongs to, by name; each with their place among the rows."""
        served = set(self.photo_rows.values())
        left = [(place, row) for place, row in enumerate(self.rows) if place not in served]
        return tuple(sorted(left, key=lambda pair: pair[1].full_name.casefold()))

    def settle(self, photo: int, row: int | None) -> None:
        """Says whose photo it is, or that it is nobody's.

        A student has one photo: another one they had is to be looked at again.
        """
        self._photos.settle(photo, row, who=None if row is None else self.rows[row])
        self._entries = None
        self.changed.emit()

    def unsettle(self, photo: int) -> None:
        """Takes a photo back to those to be looked at."""
        self._photos.unsettle(photo)
        self._entries = None
        self.changed.emit()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everybody as they would be taken in, by family name."""
        if self.proposal is None or self.found is None:
            return ()
        if self._entries is None:
            self._entries = entries_of(
                self.proposal,
                self.found,
                photo_of=self._photos.photo_of,
                with_own_photo=with_chosen_photo(self._session.vault),
                coached=coached(self._session.vault),
            )
        return self._entries
