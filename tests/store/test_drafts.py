"""What was being written outlives the run, and is no deed that undo could find."""

from klasgenoot.operations.desk import Desk
from klasgenoot.store.database import Vault
from klasgenoot.store.drafts import LOG, save_draft, stored_draft
from klasgenoot.store.settings import stored_settings


def test_the_last_text_kept_is_the_draft(vault: Vault):
    assert stored_draft(vault, of=LOG) == ""

    save_draft(vault, of=LOG, text="Sanne: sta")
    save_draft(vault, of=LOG, text="Sanne: stage\nNoor")

    assert stored_draft(vault, of=LOG) == "Sanne: stage\nNoor"


def test_an_empty_draft_leaves_nothing_behind(vault: Vault):
    save_draft(vault, of=LOG, text="Sanne: stage")
    save_draft(vault, of=LOG, text="")

    assert vault.rows("SELECT value FROM settings WHERE name LIKE 'draft:%'") == []


def test_a_draft_is_neither_a_setting_nor_a_deed(vault: Vault, desk: Desk):
    before = stored_settings(vault)
    save_draft(vault, of=LOG, text="Sanne: stage")

    assert stored_settings(vault) == before
    assert desk.next_undo is None
