"""Settings and remembered columns: kept at once, apart from undo, broken ones ignored."""

from klasgenoot.domain.settings import Language, Settings, StudentsView, Theme
from klasgenoot.store import settings
from klasgenoot.store.database import Vault


def test_without_anything_stored_all_is_as_it_comes(vault: Vault) -> None:
    assert settings.stored_settings(vault) == Settings()


def test_what_was_set_is_there_and_undo_leaves_it(vault: Vault) -> None:
    values = {
        "language": Language.ENGLISH,
        "theme": Theme.DARK,
        "students_view": StudentsView.PHOTOS,
        "names_shown": False,
        "target_days": 14,
        "current_class": 3,
        "text_percent": 150,
    }
    for name, value in values.items():
        settings.save_setting(vault, name=name, value=value)
        settings.save_setting(vault, name=name, value=value)
    assert settings.stored_settings(vault) == Settings(**values)
    assert vault.journal.undo() is None


def test_what_is_not_understood_has_its_default(vault: Vault) -> None:
    for name, value in (("theme", "purple"), ("target_days", "soon"), ("horoscope", "lion")):
        settings.save_setting(vault, name=name, value=value)
    settings.save_setting(vault, name="text_percent", value=125)
    assert settings.stored_settings(vault) == Settings(text_percent=125)


def test_a_list_like_an_earlier_one_is_read_as_it_was(vault: Vault) -> None:
    assert settings.remembered_columns(vault, "abc") is None
    settings.remember_columns(vault, signature="abc", fields=("given_name", "skip"))
    settings.remember_columns(vault, signature="abc", fields=("call_name", "skip"))
    assert settings.remembered_columns(vault, "abc") == ("call_name", "skip")
