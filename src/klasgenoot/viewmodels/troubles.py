"""What went wrong, in one plain sentence or two: what, where, and what can be done."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from klasgenoot.domain import errors
from klasgenoot.domain.errors import Trouble

translate = QCoreApplication.translate

_SENTENCES: dict[type[Trouble], str] = {
    errors.NoList: QT_TRANSLATE_NOOP(
        "Trouble", "No class list and no photos were found there. Nothing was changed."
    ),
    errors.EmptyList: QT_TRANSLATE_NOOP("Trouble", "There are no students in {source}."),
    errors.UnreadableList: QT_TRANSLATE_NOOP(
        "Trouble", "{source} is not a list that can be read. Save it as CSV and try again."
    ),
    errors.NoNameColumn: QT_TRANSLATE_NOOP(
        "Trouble", "No column with names was found in {source}. Point out which one it is."
    ),
    errors.DoubleNumber: QT_TRANSLATE_NOOP(
        "Trouble",
        "Rows {rows[0]} and {rows[1]} of {source} carry the same student number."
        " Mend the list and try again.",
    ),
    errors.TooLarge: QT_TRANSLATE_NOOP(
        "Trouble", "{source} is larger than Klasgenoot takes in ({limit})."
    ),
    errors.UnreadablePhoto: QT_TRANSLATE_NOOP(
        "Trouble", "{source} is not a photo. JPEG, PNG and WebP can be read."
    ),
    errors.UnsafeArchive: QT_TRANSLATE_NOOP(
        "Trouble",
        "{source} is not a zip that can be opened safely. Unpack it and choose the folder.",
    ),
    errors.DiskFull: QT_TRANSLATE_NOOP(
        "Trouble", "The disk is full, so this was not saved. Your data itself is fine."
    ),
    errors.UnreadablePlace: QT_TRANSLATE_NOOP("Trouble", "{path} cannot be read."),
    errors.ReadOnlyPlace: QT_TRANSLATE_NOOP(
        "Trouble", "{path} cannot be read and written, so nothing was saved there."
    ),
    errors.NewerFile: QT_TRANSLATE_NOOP(
        "Trouble", "This data was made by a newer Klasgenoot. Install that one to open it."
    ),
    errors.AlreadyOpen: QT_TRANSLATE_NOOP(
        "Trouble", "Klasgenoot already has this data open in another window."
    ),
    errors.DamagedFile: QT_TRANSLATE_NOOP(
        "Trouble", "{path} is damaged or has another key. Nothing was changed."
    ),
    errors.Unknown: QT_TRANSLATE_NOOP("Trouble", "That is no longer there."),
    errors.Missing: QT_TRANSLATE_NOOP("Trouble", "Something is still missing."),
    errors.Cancelled: QT_TRANSLATE_NOOP("Trouble", "Stopped. Nothing was kept."),
}

_CLOSER: dict[tuple[type[Trouble], str], str] = {
    (errors.TooLarge, "text"): QT_TRANSLATE_NOOP(
        "Trouble", "That is longer than {limit} characters. A line is enough."
    ),
    (errors.UnreadablePhoto, "broken"): QT_TRANSLATE_NOOP(
        "Trouble", "{source} is damaged and cannot be shown."
    ),
    (errors.UnreadablePhoto, "too_many_pixels"): QT_TRANSLATE_NOOP(
        "Trouble", "{source} has more than 50 million pixels. Make it smaller first."
    ),
    (errors.UnreadablePhoto, "too_large"): QT_TRANSLATE_NOOP(
        "Trouble", "{source} is larger than 50 MB. Make it smaller first."
    ),
    (errors.UnreadablePhoto, "heic"): QT_TRANSLATE_NOOP(
        "Trouble", "{source} is a HEIC photo. Send it from the phone as JPEG, or save it as JPEG."
    ),
    (errors.UnsafeArchive, "encrypted"): QT_TRANSLATE_NOOP(
        "Trouble", "{source} has a password. Unpack it yourself and choose the folder."
    ),
    (errors.UnsafeArchive, "damaged"): QT_TRANSLATE_NOOP(
        "Trouble", "{source} is damaged and cannot be opened."
    ),
    (errors.Missing, "name"): QT_TRANSLATE_NOOP("Trouble", "Give a name first."),
    (errors.Missing, "student"): QT_TRANSLATE_NOOP("Trouble", "Name at least one student."),
    (errors.Missing, "text"): QT_TRANSLATE_NOOP(
        "Trouble", "Write a sentence, choose a phase or tick a signal first."
    ),
}


def trouble_words(trouble: Trouble) -> str:
    """The sentence for a trouble, with its own data filled in."""
    data = vars(trouble)
    kind = type(trouble)
    for detail in (data.get("why"), data.get("what"), data.get("source")):
        if (kind, detail) in _CLOSER:
            return translate("Trouble", _CLOSER[kind, str(detail)]).format(**data)
    return translate("Trouble", _SENTENCES[kind]).format(**data)
