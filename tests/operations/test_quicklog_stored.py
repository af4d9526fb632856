"""Is what the quick log shows what is stored? From the line to the rows, whatever is typed."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import TODAY, school_class
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.quicklog import read_log
from klasgenoot.domain.quicklog_reading import Entry
from klasgenoot.domain.quicklog_surroundings import BUILT_IN_TAGS, Surroundings
from klasgenoot.operations.absences import absences_of
from klasgenoot.operations.contacts import drafts_of, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.store.absences import absent_in
from klasgenoot.store.contacts import contact, open_promises, private_texts
from klasgenoot.store.opening import vault_in_memory
from klasgenoot.store.students import all_students

WHEN = ("", "", "gisteren ", "vandaag ", "maandag ", "two days ago ")
WHO = (
    "Sanne",
    "Noor, Milan",
    "*",
    "*-Noor",
    "@CMV-1B",
    "San",
    "Sanne en Zoë",
    "2",
    "Milan afwezig",
)
KIND = ("", "", " g", " m", " =", " #zorg", " t =")
TEXT = (
    "",
    ": stage",
    ': "terug vr" zei ze',
    ": 👍🏽 top #top",
    ": مريم en Noor #nieuw",
    ": a / b: c",
)
ALONE = ("", "", " / Sanne: wil liever alleen", " / Noor: x / Noor: y", " / Zoë: ook")
DUE = ("", "", " terug vr", " > 2w", " back next week", " terug 31-2")
LINES = st.tuples(*map(st.sampled_from, (WHEN, WHO, KIND, TEXT, ALONE, DUE))).map("".join)


@given(lines=st.lists(LINES, min_size=1, max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_shown_is_what_is_stored(lines: list[str]) -> None:
    desk = Desk(vault_in_memory())
    class_id, ids = school_class(desk)
    around = Surroundings(
        classes={"CMV-1B": tuple(ids)}, tags=frozenset(BUILT_IN_TAGS), numbered=tuple(ids)
    )
    those = all_students(desk.vault, class_id=class_id)
    reading = read_log("; ".join(lines), students=those, today=TODAY, around=around)
    for entry in reading.entries:
        _stored(desk, entry, class_id=class_id)


def _stored(desk: Desk, entry: Entry, *, class_id: int) -> None:
    before = {(one.student_id, one.due_on, one.id) for one in open_promises(desk.vault)}
    found = desk.do(
        log_contact, drafts=drafts_of(entry), absent=absences_of(entry), class_id=class_id
    ).result
    if entry.absent:
        assert set(entry.student_ids) <= absent_in(desk.vault, class_id)[entry.happened_on]
    if not entry.is_contact:
        assert found == ()
        return
    shared = contact(desk.vault, found[0])
    assert shared is not None
    assert set(shared.student_ids) == set(entry.student_ids)
    assert (shared.kind, shared.happened_on, shared.text, shared.tags, shared.own_reminder) == (
        entry.kind,
        entry.happened_on,
        entry.text,
        entry.tags,
        entry.own_reminder,
    )
    made = {(one.student_id, one.due_on, one.id) for one in open_promises(desk.vault)} - before
    due = {(who, entry.follow_up) for who in entry.student_ids if entry.follow_up}
    assert {(who, day) for who, day, _ in made} == due
    assert _alone(desk, found) == {
        who: "; ".join(one.text for one in entry.private if one.student_id == who)
        for who in {one.student_id for one in entry.private}
    }


def _alone(desk: Desk, found: tuple[int, ...]) -> dict[StudentId, str]:
    """What the contacts say to one student alone, in a private line or in a contact of its own."""
    kept: dict[StudentId, str] = {}
    for number, contact_id in enumerate(found):
        known = contact(desk.vault, contact_id)
        assert known is not None
        for who in known.student_ids:
            text = known.text if number else private_texts(desk.vault, who).get(contact_id, "")
            if text:
                kept[who] = text
    return kept
