"""How is what was read in the log saved? As one deed, whatever it is about."""

from collections.abc import Sequence

from klasgenoot.domain.quicklog_reading import Entry
from klasgenoot.operations.absences import absences_of, note_absent
from klasgenoot.operations.contacts import drafts_of, log_contact
from klasgenoot.viewmodels.quicklog_lesson import LogClass
from klasgenoot.viewmodels.session import Session


def keep_entries(session: Session, entries: Sequence[Entry], *, about: LogClass) -> None:
    """Saves contacts and who was not there, so that one undo takes all of it back.

    Raises:
        Trouble: what the operation raises; then nothing is saved.
    """
    drafts = [draft for entry in entries for draft in drafts_of(entry)]
    absent = [draft for entry in entries for draft in absences_of(entry)]
    class_id = about.school_class.id if about.school_class else None
    if drafts:
        session.do(log_contact, drafts=drafts, absent=absent, class_id=class_id)
    else:
        session.do(note_absent, drafts=absent, class_id=class_id)
