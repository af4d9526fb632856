"""Is somebody who was erased really gone, also from thirty backups, and how long does it take?

A vault of 500 students with photos, 20,000 contacts and words and bytes planted about one of them
in each place there is; thirty backups, and a file kept aside. Afterwards every page of every file
is decrypted, without SQLite, and looked through.

python benchmarks/safety/erasing.py [backups]
"""

import json
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from made_vaults import KEY, NOW, filled

from klasgenoot.domain.backups import Why
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.operations.backing_up import begin_round
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.erasing import erase, request_for, sight_of
from klasgenoot.operations.students import edit_student, set_photo
from klasgenoot.store import students
from klasgenoot.store.backup_file import ENDING, read_backup
from klasgenoot.store.backups import make_backup
from klasgenoot.store.database import Vault
from klasgenoot.store.drafts import LOG, save_draft
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.restoring import verify
from klasgenoot.store.scrubbing import copies_of, scrub

sys.path.append(str(Path(__file__).parents[2] / "tests"))
import decrypted

WHO = StudentId(250)
LIVE, ALL = 5.0, 30.0
"""The budgets, in seconds."""


def main(words: list[str]) -> int:
    """Prints the times and what was found; 1 when a budget or the promise was broken."""
    count = int(words[0]) if words else 30
    with TemporaryDirectory() as folder:
        return _measure(Path(folder), count)


def _measure(folder: Path, count: int) -> int:
    data, place = folder / "data", folder / "backups"
    vault, chance = filled(data), Random(7)
    needles = _plant(vault, chance)
    for number in range(count):
        make_backup(vault, place, made_at=NOW + timedelta(hours=number), why=Why.ROUTINE)
        _work_on(vault, chance, number)
    vault.empty_log()
    aside = data / "klasgenoot-aside-2026-11-01-120000.db"
    aside.write_bytes((data / "klasgenoot.db").read_bytes())
    before = _found(folder, needles)
    request = request_for(vault, [WHO], on=NOW.date())
    began = perf_counter()
    sight = sight_of(vault, request, backups=begin_round(vault, place))
    looked = perf_counter()
    erase(vault, request=request)
    live = perf_counter()
    worked = process_time()
    reached = scrub(copies_of(vault, places=[place]))
    done, worked = perf_counter(), process_time() - worked
    after = _found(folder, needles)
    sound = sum(verify(read_backup(each), key=KEY) is None for each in place.glob(f"*{ENDING}"))
    size = (data / "klasgenoot.db").stat().st_size / 1e6
    vault.close()
    print(f"data file {size:.0f} MB, {count} backups, {len(needles)} needles")
    print(f"found before: {sum(before.values())} in {len({key[0] for key in before})} files")
    print(f"look at what would go: {looked - began:.2f} s {json.dumps(sight.counts)}")
    print(f"live file: {live - looked:.2f} s (budget {LIVE:.0f})")
    print(
        f"all copies: {done - live:.1f} s (budget {ALL:.0f}), {worked:.1f} s of work for two cores"
    )
    print(
        f"in {reached.backups} backups and {reached.asides} aside,"
        f" not reached {len(reached.not_reached)}; sound {sound} of {count}"
    )
    print(f"found after: {sum(after.values())}", dict(list(after.items())[:5]) or "")
    is_kept = live - looked <= LIVE and done - looked <= ALL and not after and sound == count
    return int(not is_kept or not before)


def _plant(vault: Vault, chance: Random) -> dict[str, bytes]:
    """Words and bytes about one student, in each place there is."""
    desk, word = Desk(vault), lambda: "".join(chance.choices("bcdfgklmnprstvz", k=14))
    w = {name: word() for name in ("given", "family", "call", "number", "mail", "say", "note")}
    w |= {name: word() for name in ("alone", "private", "promise", "draft")}
    changed = replace(
        _known(vault, WHO),
        given_name=w["given"].title(),
        family_name=w["family"].title(),
        call_name=w["call"].title(),
        student_number=w["number"],
        email=f"{w['mail']}@example.org",
        pronunciation=w["say"],
        note=f"een lange notitie {w['note']} " + "met nog veel meer woorden " * 40,
    )
    desk.do(edit_student, changed=changed)
    large, small = chance.randbytes(60_000), chance.randbytes(9_000)
    photo = keep_photo(vault, StoredPhoto(large, small, 540, 720))
    desk.do(set_photo, student_id=WHO, photo=photo, crop=None)
    for number in range(30):
        day = date(2026, 9, 1) + timedelta(days=2 * number)
        alone = ContactDraft(
            student_ids=(WHO,),
            happened_on=day,
            kind=ContactKind.TALK,
            text=f"{w['alone']} nummer{number}",
            follow_up=day if number % 3 == 0 else None,
        )
        together = ContactDraft(
            student_ids=(WHO, StudentId(WHO + 1 + number)),
            happened_on=day,
            text="samen aan het project",
            private={WHO: f"{w['private']} {w['promise']}"},
            follow_up=day,
        )
        desk.do(log_contact, drafts=[alone, together])
    save_draft(vault, of=LOG, text=f"{w['call']}: {w['draft']}")
    needles = {name: text.encode() for name, text in w.items()}
    needles |= {f"{name} as a name": text.title().encode() for name, text in w.items()}
    cuts = range(0, len(large) - 24, 4096)
    needles |= {f"photo {at}": large[at : at + 24] for at in cuts}
    needles |= {f"small photo {at}": small[at : at + 24] for at in range(0, len(small) - 24, 2048)}
    return needles


def _work_on(vault: Vault, chance: Random, number: int) -> None:
    """A day's work between two backups, so that no two are alike and pages move about."""
    drafts = [
        ContactDraft(
            student_ids=(StudentId(chance.randrange(500)),),
            happened_on=date(2026, 11, 1),
            text=f"dag {number} " + "gesprek over stage en toets " * chance.randrange(1, 8),
        )
        for _ in range(20)
    ]
    Desk(vault).do(log_contact, drafts=drafts)
    known = _known(vault, StudentId(chance.randrange(500)))
    if known.id != WHO:
        Desk(vault).do(edit_student, changed=replace(known, note="notitie " * chance.randrange(90)))


def _known(vault: Vault, student_id: StudentId) -> Student:
    known = students.student(vault, student_id)
    if known is None:
        raise LookupError(student_id)
    return known


def _found(folder: Path, needles: dict[str, bytes]) -> dict[tuple[str, str], int]:
    """What is found in any file of the folder, page by page."""
    return {
        (file.name, name): times
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        for name, times in decrypted.needles_in(file, needles, key=KEY).items()
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
