"""Where live data may not lie: what a service copies, and other people's disks."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from klasgenoot.domain.safe_places import NETWORK, unsafe_because

W, P = PureWindowsPath, PurePosixPath

SYNCED = [
    (W(r"C:\Users\Jo\OneDrive\Klasgenoot"), "OneDrive"),
    (W(r"C:\Users\Jo\OneDrive - Hogeschool Inholland\Documenten\Klasgenoot"), "OneDrive"),
    (W(r"C:\Users\Jo\onedrive - school"), "OneDrive"),
    (P("/Users/jo/Library/CloudStorage/OneDrive-HogeschoolInholland/Klasgenoot"), "OneDrive"),
    (P("/Users/jo/Library/CloudStorage/Dropbox/Klasgenoot"), "Dropbox"),
    (W(r"D:\Dropbox (Persoonlijk)\klas"), "Dropbox"),
    (P("/home/jo/Dropbox"), "Dropbox"),
    (P("/Users/jo/Library/Mobile Documents/com~apple~CloudDocs/Klas"), "iCloud"),
    (W(r"C:\Users\Jo\iCloudDrive\Klas"), "iCloud"),
    (P("/Users/jo/iCloud Drive (Archive)/Klas"), "iCloud"),
    (P("/Users/jo/Library/CloudStorage/GoogleDrive-jo@school.nl/My Drive/Klas"), "Google Drive"),
    (W(r"G:\Mijn Drive\Klasgenoot"), "Google Drive"),
    (W(r"G:\My Drive"), "Google Drive"),
    (W(r"C:\Users\Jo\Google Drive\Klas"), "Google Drive"),
    (P("/home/jo/Nextcloud/klas"), "Nextcloud"),
    (W(r"C:\Users\Jo\Nextcloud2\klas"), "Nextcloud"),
    (P("/home/jo/SURFdrive/klas"), "SURFdrive"),
    (P("/home/jo/ownCloud/klas"), "ownCloud"),
    (P("/Users/jo/Library/CloudStorage/ProtonDrive-jo@proton.me/klas"), "Proton Drive"),
    (W(r"C:\Users\Jo\Hogeschool\SharePoint - Team\klas"), "SharePoint"),
    (W(r"\\filer\homes\jo\Klasgenoot"), NETWORK),
    (W("//filer/homes/jo"), NETWORK),
    (W(r"\\?\UNC\filer\homes\jo"), NETWORK),
    (P("/run/user/1000/gvfs/smb-share:server=filer,share=homes/klas"), NETWORK),
]
SAFE = [
    W(r"C:\Users\Jo\AppData\Local\Klasgenoot"),
    W(r"D:\Klas"),
    W(r"\\?\C:\Users\Jo\AppData\Local\Klasgenoot"),
    P("/home/jo/.local/share/Klasgenoot"),
    P("/Users/jo/Library/Application Support/Klasgenoot"),
    P("/home/jo/dropboxen van de klas"),
    P("/home/jo/Mijn drives"),
    P("/home/jo/Boxen/onedriver"),
    P("/media/jo/USB STICK/klas"),
]


def why(folder: PurePath, **about: object) -> str | None:
    values = {"synced": {}, "markers": (), "file_system": ""} | about
    return unsafe_because(folder, **values)


@pytest.mark.parametrize(("folder", "service"), SYNCED, ids=str)
def test_a_folder_that_is_copied_is_known_by_its_path(folder: PurePath, service: str) -> None:
    assert why(folder) == service


@pytest.mark.parametrize("folder", SAFE, ids=str)
def test_a_folder_of_this_computer_is_left_alone(folder: PurePath) -> None:
    assert why(folder, file_system="ext4", markers={".bashrc", ".config", ".dropbox"}) is None


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "fuse.sshfs", "fuse.rclone", "davfs"]
)
def test_a_disk_of_another_computer_is_known_by_its_file_system(kind: str) -> None:
    assert why(P("/mnt/school/klas"), file_system=kind) == NETWORK


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "xfs", "apfs", "tmpfs", "overlay", "fuseblk", ""]
)
def test_a_disk_in_this_computer_is_not_one(kind: str) -> None:
    assert why(P("/mnt/schijf/klas"), file_system=kind) is None


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox.cache", "Dropbox"),
        (".sync_0f3a9c.db", "Nextcloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.drivedownload", "Google Drive"),
        (".stfolder", "Syncthing"),
    ],
)
def test_a_service_is_known_by_what_it_leaves_lying(marker: str, service: str) -> None:
    assert why(P("/home/jo/wolk/klas"), markers=[".config", marker]) == service


def test_a_folder_is_synced_where_the_computer_says_so() -> None:
    synced = {"OneDrive": W(r"C:\Users\Jo\Wolk")}
    assert why(W(r"c:\users\jo\wolk\Documenten\klas"), synced=synced) == "OneDrive"
    assert why(W(r"C:\Users\Jo\Wolk"), synced=synced) == "OneDrive"
    assert why(W(r"C:\Users\Jo\Wolken"), synced=synced) is None
