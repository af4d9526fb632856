"""What a teacher does when somebody asks to be erased: look at what goes, and let it go for good.

It cannot be undone, so it is no deed of the journal: the journal is emptied by it. The live data
goes first, with its tombstones, in one transaction; the copies follow (`store/scrubbing.py`), now
or at the next start.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import klasgenoot
from klasgenoot.domain.erasing import (
    Certificate,
    Counts,
    Mention,
    Part,
    Reached,
    Spot,
    Tombstone,
    What,
    mark_of,
    places_of,
    together,
    words_for,
)
from klasgenoot.domain.errors import DamagedBackup
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.operations.backing_up import BackupRound
from klasgenoot.operations.students import known_student
from klasgenoot.store import students
from klasgenoot.store.backup_file import erased_up_to
from klasgenoot.store.backups import backups_in
from klasgenoot.store.database import Vault
from klasgenoot.store.erasures import (
    bury,
    drafts,
    drop_drafts,
    last_number,
    set_up,
    token_of,
    tombstones,
    would_go,
)
from klasgenoot.store.generation import marks
from klasgenoot.store.mentions import drop_tags_and_titles, mentions_of, rewrite
from klasgenoot.store.schema import JOURNALLED
from klasgenoot.store.strangers import opened_to_look

TOUCHED = frozenset(JOURNALLED)
"""The news after erasing: whoever shows anything reads it anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What erasing would do.

    Attributes:
        counts: how much of each part would go.
        shared: contacts that stay because others have a part in them.
        mentions: texts that stay and speak of who goes.
        backups: how many backups there are to clear.
    """

    counts: Counts
    shared: int
    mentions: tuple[Mention, ...]
    backups: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to go for good.

    Attributes:
        on: the day.
        stones: for whom and what.
        words: the words by which texts may speak of them.
        texts: other words for texts that stay.
        emptied: classes that stay with nobody in them.
    """

    on: date
    stones: tuple[Tombstone, ...]
    words: frozenset[str] = frozenset()
    texts: Mapping[Spot, str] | None = None
    emptied: tuple[ClassId, ...] = ()


def request_for(vault: Vault, ids: Sequence[StudentId], *, on: date) -> Request:
    """What it takes to erase students.

    Raises:
        Unknown: one of them is not there.
    """
    people = [known_student(vault, student_id) for student_id in ids]
    return Request(
        on=on,
        stones=tuple(stone_for(vault, What.STUDENT, each.id, on=on) for each in people),
        words=frozenset[str]().union(*(words_for(each) for each in people)),
    )


def sight_of(vault: Vault, request: Request, *, backups: BackupRound | None) -> Sight:
    """What erasing would do. The counts come of doing it and taking it back at once."""
    with vault.sound(), vault.journal.on_trial():
        counts = would_go(vault.connection, request.stones)
    ids = students.by_tokens(vault, [stone.token for stone in request.stones])
    return Sight(
        counts=counts,
        shared=students.contacts_with_others(vault, ids),
        mentions=mentions_of(vault, request.words, without_students=ids),
        backups=len(_own_backups(vault, backups)),
    )


def erase(vault: Vault, *, request: Request) -> Counts:
    """Lets it go for good from the data that is open. The copies come next.

    Returns how much of each part went.

    Raises:
        DiskFull, ReadOnlyPlace: nothing went.
    """
    texts = dict(request.texts or {})
    known = drafts(vault.connection)
    telling = [name for name, text in known.items() if places_of(request.words, text)]
    day = request.on
    spots = tuple(Tombstone(What.TEXT, spot.token, day) for spot in texts)
    with vault.sound(), vault.journal.for_good():
        changed = rewrite(vault.connection, texts) + drop_tags_and_titles(
            vault.connection, request.words
        )
        counts = bury(vault.connection, request.stones)
        students.empty_classes(vault, request.emptied)
        drop_drafts(vault.connection, names=telling)
        # the texts first: a copy has to know the name to take it out
        set_up(vault.connection, (*spots, *request.stones))
    vault.empty_log()
    return together([counts, {Part.TEXTS: changed, Part.DRAFTS: len(telling)}])


def catch_up(vault: Vault, backups: BackupRound) -> bool:
    """An older data file put in this place has forgotten what its backups know to be erased.

    Returns whether anything had to go.
    """
    here, news = last_number(vault.connection), list[Tombstone]()
    for backup in _own_backups(vault, backups):
        if erased_up_to(backup) > max([here, *(stone.number for stone in news)]):
            # one with another key is from before a new one, and knows nothing that is news
            with suppress(DamagedBackup), opened_to_look(backup, key=vault.key) as copy:
                news = list(tombstones(copy, after=here))
    if not news:
        return False
    with vault.sound(), vault.journal.for_good() as tables:
        bury(vault.connection, news)
        set_up(vault.connection, news)
    vault.empty_log()
    return bool(tables)


def certificate_of(
    request: Request, *, counts: Counts, reached: Reached, is_key_new: bool = False
) -> Certificate:
    """What can be shown to who asked: no name, and nothing that leads back to one."""
    people = [stone.token for stone in request.stones if stone.what is What.STUDENT]
    return Certificate(
        on=request.on,
        counts=counts,
        reached=reached,
        version=klasgenoot.__version__,
        mark=mark_of([stone.token for stone in request.stones]),
        is_key_new=is_key_new,
        people=len(people),
    )


def places_with_copies(backups: BackupRound | None) -> tuple[Path, ...]:
    """Every folder where backups of this vault go."""
    return backups.places if backups else ()


def stone_for(vault: Vault, what: What, number: int, *, on: date) -> Tombstone:
    """A tombstone for one row."""
    return Tombstone(what, token_of(vault.connection, what, number), on)


def _own_backups(vault: Vault, backups: BackupRound | None) -> list[Path]:
    own = marks(vault).vault_id
    return [
        each.path
        for place in places_with_copies(backups)
        for each in backups_in(place)
        if each.is_of(own)
    ]
