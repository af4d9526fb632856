"""What a teacher says somebody is called while a list is looked over, in place of what it says."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from klasgenoot.domain.matching import Match
from klasgenoot.domain.names import tidy
from klasgenoot.domain.people import Student
from klasgenoot.domain.roster import RosterRow


@dataclass(frozen=True, slots=True, kw_only=True)
class MendedName:
    """All of a name, as a teacher typed it: what is empty here is empty."""

    given_name: str = ""
    infix: str = ""
    family_name: str = ""
    call_name: str = ""

    @property
    def tidied(self) -> "MendedName":
        """Without blanks too many, and without a call name that says no more."""
        given, call = tidy(self.given_name), tidy(self.call_name)
        return MendedName(
            given_name=given,
            infix=tidy(self.infix),
            family_name=tidy(self.family_name),
            call_name="" if call == given else call,
        )


def name_of(person: RosterRow | Student) -> MendedName:
    """The parts of somebody's name."""
    return MendedName(
        given_name=person.given_name,
        infix=person.infix,
        family_name=person.family_name,
        call_name=person.call_name,
    )


def mended_rows(
    rows: Sequence[RosterRow], names: Mapping[Hashable, MendedName]
) -> tuple[RosterRow, ...]:
    """The rows with the names that the teacher mended, by their marks; the list is kept beside."""
    return tuple(
        _with_name(row, names[row.mark]) if names and row.mark in names else row for row in rows
    )


def still_paired(matches: Sequence[Match], before: Sequence[Match]) -> tuple[Match, ...]:
    """Whose photos they are once a name is mended.

    A photo that was surely somebody's by what the list said, as a file out of the same system is,
    stays theirs; unless by what was mended it, or another, is surely somebody's.

    Args:
        matches: what comes of the mended names, a match for each photo.
        before: what came of the names in the list, for the same photos.
    """
    served = {match.person for match in matches if match.sure}
    return tuple(
        was if was.sure and not now.sure and was.person not in served else now
        for now, was in zip(matches, before, strict=True)
    )


def _with_name(row: RosterRow, name: MendedName) -> RosterRow:
    return replace(
        row,
        given_name=name.given_name,
        infix=name.infix,
        family_name=name.family_name,
        call_name=name.call_name,
        as_listed=row.listed,
    )
