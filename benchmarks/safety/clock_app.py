"""The real app for `clocks.py`, under a false clock: opens, saves, backs up, and waits for its lock.

Arguments: the data folder, the passphrase, --no-lock to end before it. Prints what it found as JSON.
"""

import json
import sys
from pathlib import Path

from made_windows import hear_dialogs, opened_app, settle, type_in, wait_until, window_of

from klasgenoot.app.clock import now
from klasgenoot.operations.backing_up import back_up, begin_round
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.store.backups import backups_in
from klasgenoot.store.students import all_students
from klasgenoot.viewmodels.target import PageId

LONGEST = 30_000
"""Looks, every 10 false milliseconds, for the lock to come."""


def main() -> int:
    """Runs until the lock fires."""
    folder, phrase = Path(sys.argv[1]), sys.argv[2]
    dialogs = hear_dialogs()
    before = {each.path.name for each in backups_in(folder / "backups")}
    started: list[object] = []
    keeper = opened_app(folder, anew=started.append)
    locked = keeper.locked
    assert locked  # noqa: S101 - there is a passphrase
    type_in(locked.page._secret, phrase)
    locked.page._open.click()
    window = window_of(keeper)
    session = window.session
    students = all_students(session.vault)
    for page in (PageId.NAMES, PageId.CHECK_INS, PageId.STUDENTS, PageId.PHASES, PageId.GUIDE):
        window.go(page)
        settle()
        window.grab()
    draft = ContactDraft(student_ids=(students[0].id,), happened_on=session.today(), text="loopt")
    session.do(log_contact, drafts=[draft])
    back_up(session.vault, begin_round(session.vault, folder / "backups"), now=session.now())
    contacts = session.vault.rows("SELECT count(*) FROM contacts")[0][0]
    after = {each.path.name for each in backups_in(folder / "backups")}
    try:
        if sys.argv[3:] != ["--no-lock"]:
            wait_until(lambda: started, tries=LONGEST)
    except TimeoutError:
        dialogs.append("the lock did not come")
    told = {
        "now": f"{now():%Y-%m-%d}",
        "students": len(students),
        "contacts": contacts,
        "dropped": len(before - after),
        "made": len(after - before),
        "locked": len(started),
        "dialogs": dialogs,
    }
    print(json.dumps(told), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
