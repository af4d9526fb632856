"""What a student may ask, in older data files and in a vault that is closed and opened again."""

from datetime import date
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlite_utils import Database

from builders import TODAY, school_class
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.rights import restrict, tell_photo
from klasgenoot.store import contacts, photo_permissions, restrictions
from klasgenoot.store.migrations import migrate
from klasgenoot.store.opening import open_vault
from klasgenoot.store.schema import FILE
from klasgenoot.store.upgrading import APPLICATION_ID

KEY = "5a" * 32


def _older(folder: Path) -> None:
    """A data file of version 2 with one student and one contact."""
    connection = driver.connect(str(folder / FILE))
    connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
    migrate(Database(connection), version=2)
    connection.execute("INSERT INTO students (id, given_name) VALUES (1, 'Sanne')")
    connection.execute(
        "INSERT INTO contacts (id, happened_on, kind, text) VALUES (1, '2026-10-01', 'talk', 'x')"
    )
    connection.execute("INSERT INTO contact_students VALUES (1, 1, '')")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 2")
    connection.commit()
    connection.close()


def test_an_older_file_is_brought_up_to_date_and_keeps_its_contacts(tmp_path: Path) -> None:
    _older(tmp_path)
    vault = open_vault(tmp_path, key=KEY)
    (contact,) = contacts.contacts_of(vault, 1)
    assert (contact.text, contact.own_reminder) == ("x", False)
    assert contact.happened_on == date(2026, 10, 1)
    assert vault.rows("SELECT happened_on FROM contact_students") == [("2026-10-01",)]
    assert photo_permissions.answers(vault) == {}
    assert restrictions.open_restrictions(vault) == ()
    vault.close()


def test_what_was_asked_is_still_there_the_next_time(tmp_path: Path) -> None:
    vault = open_vault(tmp_path, key=KEY)
    desk = Desk(vault)
    _, ids = school_class(desk)
    draft = ContactDraft(student_ids=(ids[0],), happened_on=TODAY, own_reminder=True)
    desk.do(log_contact, drafts=[draft])
    desk.do(tell_photo, student_id=ids[0], answer=PhotoAnswer.NO, on=TODAY, told_by="zelf")
    desk.do(restrict, student_id=ids[1], on=TODAY, reason="vroeg het")
    vault.close()
    vault = open_vault(tmp_path, key=KEY)
    assert contacts.contacts_of(vault, ids[0])[0].own_reminder
    assert photo_permissions.answers(vault) == {ids[0]: PhotoAnswer.NO}
    assert [each.student_id for each in restrictions.open_restrictions(vault)] == [ids[1]]
    vault.close()
