"""What is to be known of the place where a file goes, before it is saved there? And afterwards."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.safe_places import NETWORK
from klasgenoot.operations.exporting import is_temporary, who_copies_to

translate = QCoreApplication.translate


def refusal_of(path: Path) -> str:
    """Why nothing is saved there at all; empty when it can be."""
    if not is_temporary(path):
        return ""
    return translate(
        "Sharing",
        "That folder is for temporary files: other programs look in it, and what lies there may be"
        " gone tomorrow. Choose another place.",
    )


def warning_of(path: Path, *, is_sealed: bool) -> str:
    """What is asked about first; empty when all is well, as it is for what is encrypted."""
    service = None if is_sealed else who_copies_to(path)
    if service is None:
        return ""
    if service == NETWORK:
        return translate(
            "Sharing",
            "This folder lies on another computer. The file is not encrypted: who can look"
            " in that folder can read it.",
        )
    return translate(
        "Sharing",
        "This folder is copied by {service}. The file is not encrypted: it leaves this"
        " computer as soon as it is saved.",
    ).format(service=service)


def saved_words(path: Path, *, is_sealed: bool) -> str:
    """That it is saved, under which name and in which folder, and what to do next."""
    saved = translate("Sharing", "Saved as {name} in {folder}.").format(
        name=path.name, folder=path.parent.name or str(path.parent)
    )
    then = (
        translate("Sharing", "Tell your colleague the passphrase in another way than the file.")
        if is_sealed
        else translate("Sharing", "Delete the file once you are done with it.")
    )
    return f"{saved} {then}"
