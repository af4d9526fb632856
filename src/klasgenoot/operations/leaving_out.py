"""What is left of a proposal once the teacher took somebody out: staff without a role, a guest."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from klasgenoot.operations.proposing import Proposal


def without(
    proposal: Proposal, *, photo_of: Mapping[int, int], left_out: Collection[int]
) -> tuple[Proposal, dict[int, int]]:
    """The proposal as the deed takes it, and whose photo is whose in it.

    Nobody leaves a class by being left out of an import: known students stay as they are.

    Args:
        proposal: what was looked over.
        photo_of: for each row the place of its photo.
        left_out: the places of the rows that do not come along.
    """
    if not left_out:
        return proposal, dict(photo_of)
    coming = [place for place in range(len(proposal.rows)) if place not in left_out]
    now = {before: place for place, before in enumerate(coming)}
    each = (
        replace(one, members=tuple(now[place] for place in one.members if place in now))
        for one in proposal.each
    )
    kept = replace(
        proposal,
        rows=tuple(proposal.rows[place] for place in coming),
        matches=(),  # settled already: `photo_of` says it
        each=tuple(one for one in each if one.members),
    )
    return kept, {now[row]: photo for row, photo in photo_of.items() if row in now}
