"""Where may the live data not lie? Folders that a service copies, and disks of another computer.

Such a service copies a file while it is being written; of a database that copy is rubbish, and it
comes back over the good one. Only backups may lie there: they are written once, whole.
"""

import re
from collections.abc import Collection, Mapping
from pathlib import PurePath

NETWORK = "network"
"""The answer for a disk of another computer; all others are names of services."""

_FOLDERS = (
    ("OneDrive", r"onedrive( - .+|-.+)?|skydrive"),
    ("SharePoint", r"sharepoint( - .+)?"),
    ("Dropbox", r"dropbox( \(.+\))?|dropbox-.+"),
    ("iCloud", r"icloud ?drive( \(.+\))?|icloudphotos|mobile documents|com~apple~clouddocs"),
    ("Google Drive", r"google ?drive( \(.+\)|-.+)?|my drive|mijn drive|drivefs"),
    ("SURFdrive", r"surfdrive"),
    ("Nextcloud", r"nextcloud\d*( .+)?"),
    ("ownCloud", r"owncloud( .+)?"),
    ("Box", r"box sync|box-box"),
    ("Proton Drive", r"proton ?drive(-.+)?"),
    ("Syncthing", r"syncthing"),
)
_MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".stfolder": "Syncthing",
}
_MARKER_SHAPES = (("Nextcloud", r"\.(_?sync_[0-9a-f]+|sync-exclude)\.(db|lst)"),)
_NETWORK_SYSTEMS = (
    r"nfs\d?|cifs|smb\w*|afpfs|afs|ncpfs|9p|davfs\d?|webdav|ceph|glusterfs|lustre"
    r"|fuse\.(sshfs|rclone|gvfsd-fuse|davfs\d?|s3fs|glusterfs|onedriver|google-drive-ocamlfuse)"
)


def unsafe_because(
    folder: PurePath,
    *,
    synced: Mapping[str, PurePath],
    markers: Collection[str],
    file_system: str,
) -> str | None:
    """The service that copies `folder`, NETWORK for another computer's disk, None if all is well.

    Args:
        folder: where the data would lie, absolute.
        synced: folders that the computer says a service copies, by the name of the service.
        markers: names of files that lie in the folder or above it.
        file_system: what the system calls the file system; empty when it does not say.
    """
    for service, top in synced.items():
        if folder == top or top in folder.parents:
            return service
    return _by_name(folder) or _by_marker(markers) or _by_system(folder, file_system)


def _by_name(folder: PurePath) -> str | None:
    for part in folder.parts:
        for service, shape in _FOLDERS:
            if re.fullmatch(shape, part, re.IGNORECASE):
                return service
    return None


def _by_marker(markers: Collection[str]) -> str | None:
    for name in markers:
        if name.casefold() in _MARKERS:
            return _MARKERS[name.casefold()]
        for service, shape in _MARKER_SHAPES:
            if re.fullmatch(shape, name, re.IGNORECASE):
                return service
    return None


def _by_system(folder: PurePath, file_system: str) -> str | None:
    is_share = folder.anchor.startswith(("\\\\", "//")) and not folder.anchor.startswith("\\\\?\\")
    is_long_share = folder.anchor.upper().startswith("\\\\?\\UNC\\")
    is_network = re.fullmatch(_NETWORK_SYSTEMS, file_system, re.IGNORECASE)
    through_desktop = "gvfs" in folder.parts  # what the desktop mounts: smb-share:…, sftp:…
    return NETWORK if is_share or is_long_share or is_network or through_desktop else None
