"""What this computer says about a folder before live data is put there."""

from pathlib import Path

import pytest

from klasgenoot.domain.errors import UnsafePlace
from klasgenoot.store import places
from klasgenoot.store.backups import backups_in
from klasgenoot.store.opening import open_vault
from klasgenoot.store.places import assert_safe_for_data, mounted_at

KEY = "ab" * 32
MOUNTS = """\
22 1 253:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /home/jo/school rw,nosuid - fuse.sshfs jo@filer:/ rw
31 22 0:27 / /mnt/mijn\\040disk rw - cifs //filer/jo rw
32 22 0:28 / /mnt rw - xfs /dev/vdb rw
""".splitlines()


def test_an_ordinary_folder_is_safe(tmp_path: Path) -> None:
    assert_safe_for_data(tmp_path)
    assert_safe_for_data(tmp_path / "not" / "there" / "yet")


def test_new_data_is_not_begun_in_a_synced_folder(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Hogeschool" / "klas"
    with pytest.raises(UnsafePlace) as caught:
        open_vault(folder, key=KEY)
    assert (caught.value.path, caught.value.why) == (folder, "OneDrive")
    assert list(folder.iterdir()) == []


def test_data_that_lies_there_already_is_still_opened(tmp_path: Path) -> None:
    open_vault(tmp_path / "klas", key=KEY).close()
    (tmp_path / "klas").rename(tmp_path / "Dropbox")
    open_vault(tmp_path / "Dropbox", key=KEY).close()


def test_backups_may_lie_there(tmp_path: Path) -> None:
    assert backups_in(tmp_path / "OneDrive") == ()


def test_a_link_into_a_synced_folder_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "Nextcloud").mkdir()
    link = tmp_path / "klas"
    link.symlink_to(tmp_path / "Nextcloud")
    with pytest.raises(UnsafePlace):
        assert_safe_for_data(link / "data")


def test_the_environment_says_where_onedrive_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "werk"))
    with pytest.raises(UnsafePlace):
        assert_safe_for_data(tmp_path / "werk" / "klas")
    assert_safe_for_data(tmp_path / "thuis")


def test_what_a_service_leaves_lying_gives_it_away(tmp_path: Path) -> None:
    (tmp_path / ".sync_4f2a.db").write_text("")
    with pytest.raises(UnsafePlace) as caught:
        assert_safe_for_data(tmp_path / "a" / "b")
    assert caught.value.why == "Nextcloud"


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/jo/klas", "ext4"),
        ("/home/jo/school", "fuse.sshfs"),
        ("/home/jo/school/klas", "fuse.sshfs"),
        ("/home/jo/schoolwerk", "ext4"),
        ("/mnt/mijn disk/klas", "cifs"),
        ("/mnt/ander", "xfs"),
    ],
)
def test_the_nearest_mount_counts(folder: str, kind: str) -> None:
    assert mounted_at(Path(folder), MOUNTS) == kind


def test_a_computer_that_keeps_no_list_of_mounts_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "none")
    assert_safe_for_data(tmp_path)
