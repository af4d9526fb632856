"""What a teacher does with what is past its term: look at it, keep it longer, or let it go."""

from collections.abc import Sequence
from datetime import date, datetime

from klasgenoot.domain.clock_doubt import Sighting, is_believed, looked
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.erasing import What
from klasgenoot.domain.retention import Held, Keeping, Terms, overdue
from klasgenoot.domain.settings import Settings
from klasgenoot.operations.desk import deed
from klasgenoot.operations.erasing import Request, stone_for
from klasgenoot.store import retention
from klasgenoot.store.database import Vault

_WHAT = {
    Keeping.REMINDERS: What.CONTACT,
    Keeping.CONTACTS: What.CONTACT,
    Keeping.PROMISES: What.PROMISE,
    Keeping.GROUP_NOTES: What.GROUP_NOTE,
    Keeping.ANSWERS: What.ANSWERS,
    Keeping.PHOTOS: What.PHOTO,
    Keeping.TRANSFERS: What.TRANSFER,
    Keeping.TOLD: What.TOLD,
    Keeping.PLANNED: What.PLANNED,
}


def terms_in(settings: Settings) -> Terms:
    """The terms that the teacher set, in months."""
    return {
        Keeping.REMINDERS: settings.keep_reminders,
        Keeping.CONTACTS: settings.keep_contacts,
        Keeping.PROMISES: settings.keep_promises,
        Keeping.GROUP_NOTES: settings.keep_group_notes,
        Keeping.ANSWERS: settings.keep_answers,
        Keeping.PHOTOS: settings.keep_photos,
        Keeping.TRANSFERS: settings.keep_transfers,
        Keeping.TOLD: settings.keep_told,
        Keeping.PLANNED: settings.keep_planned,
    }


def past_term(vault: Vault, *, terms: Terms, today: date) -> tuple[Held, ...]:
    """Everything that is past its term; cheap as long as no class has ended."""
    if all(end >= today for end in retention.class_ends(vault).values()):
        return ()
    return overdue(retention.all_held(vault), terms=terms, today=today)


def look_at_clock(vault: Vault, now: datetime) -> bool:
    """Keeps what the clock says; whether the day can be relied on."""
    sighting = looked(retention.clock_sighting(vault), now)
    retention.keep_sighting(vault, sighting)
    return is_believed(sighting, now, newest=retention.newest_day(vault))


def is_clock_believed(vault: Vault, now: datetime) -> bool:
    """Whether the day can be relied on, as far as is known by now."""
    sighting = retention.clock_sighting(vault)
    return is_believed(sighting, now, newest=retention.newest_day(vault))


def believe_clock(vault: Vault, now: datetime) -> None:
    """The teacher looked at the day and said that it is right."""
    retention.keep_sighting(vault, Sighting(now))


@deed(Deed.KEEP_LONGER)
def keep_longer(vault: Vault, *, things: Sequence[Held], until: date) -> None:
    """Keeps things until a day; then they are shown again."""
    for each in things:
        retention.set_keep_until(vault, each.keeping, each.number, until=until)


def request_to_remove(vault: Vault, things: Sequence[Held], *, on: date) -> Request:
    """What it takes to let things go for good (`operations.erasing.erase`)."""
    stones = [stone_for(vault, _WHAT[each.keeping], each.number, on=on) for each in things]
    return Request(on=on, stones=tuple(stone for stone in stones if stone.token))
