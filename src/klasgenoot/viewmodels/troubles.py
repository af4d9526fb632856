"""What went wrong, in one plain sentence or two: what, where, and what can be done."""

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain import errors
from klasgenoot.domain.errors import Trouble
from klasgenoot.viewmodels.translation import to_translate

translate = QCoreApplication.translate

_SENTENCES: dict[type[Trouble], str] = {
    errors.NoList: to_translate(
        "Trouble", "No class list and no photos were found there. Nothing was changed."
    ),
    errors.EmptyList: to_translate("Trouble", "There are no students in {source}."),
    errors.UnreadableList: to_translate(
        "Trouble", "{source} is not a list that can be read. Save it as CSV and try again."
    ),
    errors.ReaderStopped: to_translate(
        "Trouble", "{source} could not be read safely, so it was left out."
    ),
    errors.NoReader: to_translate(
        "Trouble", "Files cannot be read now. Close Klasgenoot, open it again and try once more."
    ),
    errors.NoNameColumn: to_translate(
        "Trouble", "No column with names was found in {source}. Point out which one it is."
    ),
    errors.DoubleNumber: to_translate(
        "Trouble",
        "Rows {rows[0]} and {rows[1]} of {source} carry the same student number."
        " Mend the list and try again.",
    ),
    errors.TooLarge: to_translate(
        "Trouble", "{source} is larger than Klasgenoot takes in ({limit})."
    ),
    errors.UnreadablePhoto: to_translate(
        "Trouble", "{source} is not a photo. JPEG, PNG and WebP can be read."
    ),
    errors.UnreadablePdf: to_translate("Trouble", "{source} is damaged and cannot be opened."),
    errors.ScannedPage: to_translate(
        "Trouble",
        "Page {page} of {source} is one picture, without names that can be read."
        " Cut the faces out of it on Students, with Faces from a class photo.",
    ),
    errors.UnsafeArchive: to_translate(
        "Trouble",
        "{source} is not a zip that can be opened safely. Unpack it and choose the folder.",
    ),
    errors.DiskFull: to_translate(
        "Trouble", "The disk is full, so this was not saved. Your data itself is fine."
    ),
    errors.DiskFailed: to_translate(
        "Trouble",
        "The disk refused, so this was not saved. What was saved before is fine: try once more.",
    ),
    errors.UnreadablePlace: to_translate("Trouble", "{path} cannot be read."),
    errors.ReadOnlyPlace: to_translate(
        "Trouble", "{path} cannot be read and written, so nothing was saved there."
    ),
    errors.FileHeld: to_translate(
        "Trouble",
        "{path} may not be replaced, so nothing was saved there. Is it open in another program?"
        " Close it there, or choose another name.",
    ),
    errors.NewerFile: to_translate(
        "Trouble", "This data was made by a newer Klasgenoot. Install that one to open it."
    ),
    errors.AlreadyOpen: to_translate(
        "Trouble", "Klasgenoot already has this data open in another window."
    ),
    errors.DamagedFile: to_translate(
        "Trouble", "{path} is damaged or has another key. Nothing was changed."
    ),
    errors.DamagedBackup: to_translate(
        "Trouble", "The backup {path} is damaged and cannot be put back. Choose another one."
    ),
    errors.NoGoodBackup: to_translate("Trouble", "There is no backup in {path} that can be used."),
    errors.SamePlace: to_translate(
        "Trouble", "{path} lies in the folder of your data. Choose a stick or a synced folder."
    ),
    errors.UnsafePlace: to_translate(
        "Trouble",
        "{path} is copied by {why}, and that can damage data that is open."
        " Choose a folder outside it for your data; backups can go there.",
    ),
    errors.Unknown: to_translate("Trouble", "That is no longer there."),
    errors.Missing: to_translate("Trouble", "Something is still missing."),
    errors.NoAnswers: to_translate(
        "Trouble",
        "No answers to the five questions were found in {source}."
        " The questions need to stand in the first row, in the words of the form.",
    ),
    errors.TooManyAtOnce: to_translate(
        "Trouble", "Ten days go with at most {most} students at once. End one of them first."
    ),
    errors.PhotoRefused: to_translate(
        "Trouble",
        "This student would rather have no photo, so none was taken in."
        " Note another answer first, with Photo.",
    ),
    errors.PhotoTwice: to_translate(
        "Trouble", "This photo is there already. One of another day helps more."
    ),
    errors.NoSound: to_translate("Trouble", "Recording does not work here."),
    errors.UnreadableSound: to_translate(
        "Trouble", "This recording is damaged and cannot be played. Record it again."
    ),
    errors.NothingHeard: to_translate(
        "Trouble", "Nothing was heard. Come closer to the microphone and try once more."
    ),
    errors.StrangePhotos: to_translate(
        "Trouble",
        "None of the {count} photos carries a name, number or e-mail from the list."
        " Nothing was changed.",
    ),
    errors.NeedsPassphrase: to_translate(
        "Trouble", "The data in {path} opens with a passphrase or a recovery code."
    ),
    errors.WrongPassphrase: to_translate("Trouble", "That is not the passphrase of this data."),
    errors.SealedClassFile: to_translate(
        "Trouble", "{source} opens with the passphrase that your colleague gave it."
    ),
    errors.WrongClassPassphrase: to_translate(
        "Trouble", "That is not the passphrase of {source}. Ask your colleague."
    ),
    errors.DamagedClassFile: to_translate(
        "Trouble", "{source} was damaged on its way. Ask your colleague to send it once more."
    ),
    errors.NewerClassFile: to_translate(
        "Trouble", "{source} was made by a newer Klasgenoot. Install that one to open it."
    ),
    errors.WeakPassphrase: to_translate(
        "Trouble", "This passphrase is guessed within a day. Take five words, for example."
    ),
    errors.NobodyLeaves: to_translate("Trouble", "Choose at least one student first."),
    errors.WrongCode: to_translate(
        "Trouble", "That recovery code does not open this data. An older one no longer works."
    ),
    errors.TamperedKeys: to_translate(
        "Trouble",
        "The keys in {path} were changed by something else. Put the key file of a backup back.",
    ),
    errors.NoKeychain: to_translate(
        "Trouble", "The keychain of this computer did not take it. Nothing has changed."
    ),
    errors.Backwards: to_translate("Trouble", "The end comes before the beginning."),
    errors.TooLittleMemory: to_translate(
        "Trouble", "There is too little memory free now. Close another program and try again."
    ),
    errors.Cancelled: to_translate("Trouble", "Stopped. Nothing was kept."),
}

_CLOSER: dict[tuple[type[Trouble], object], str] = {
    (errors.TooLarge, "text"): to_translate(
        "Trouble", "That is longer than {limit} characters. A line is enough."
    ),
    (errors.UnreadableList, "database"): to_translate(
        "Trouble", "{source} is a database, and those are not opened. Save the list as CSV."
    ),
    (errors.UnreadableList, "program"): to_translate(
        "Trouble", "{source} is a program and not a list, so it was not opened."
    ),
    (errors.UnreadableList, "password"): to_translate(
        "Trouble", "{source} has a password. Open it, save it without one and try again."
    ),
    (errors.UnreadableList, "unsafe"): to_translate(
        "Trouble", "{source} could not be read safely, so it was left out."
    ),
    (errors.UnreadableList, "anki"): to_translate(
        "Trouble",
        "{source} is a deck of a newer Anki than Klasgenoot knows."
        " Export it again with “Support older Anki versions” ticked.",
    ),
    (errors.UnreadableList, "json"): to_translate(
        "Trouble",
        "{source} is JSON, but not the file with everything that Klasgenoot makes.",
    ),
    (errors.UnreadableList, "newer"): to_translate(
        "Trouble", "{source} was made by a newer Klasgenoot. Install that one to read it."
    ),
    (errors.UnreadableList, "damaged"): to_translate(
        "Trouble", "{source} is damaged and cannot be read. Save it once more and try again."
    ),
    (errors.UnreadableList, "calendar"): to_translate(
        "Trouble", "{source} is no calendar file. Choose one that ends in .ics."
    ),
    (errors.UnreadableList, "web_page"): to_translate(
        "Trouble",
        "{source} is a web page without a list, perhaps one to log in on. Download it once more.",
    ),
    (errors.UnreadablePhoto, "web_page"): to_translate(
        "Trouble",
        "{source} is a web page and no photo, perhaps one to log in on. Download it once more.",
    ),
    (errors.NoReader, "stops"): to_translate(
        "Trouble",
        "Too many of these files could not be read safely. Nothing was changed."
        " Choose only the list and the photos themselves.",
    ),
    (errors.UnreadablePhoto, "broken"): to_translate(
        "Trouble", "{source} is damaged and cannot be shown."
    ),
    (errors.UnreadablePhoto, "too_many_pixels"): to_translate(
        "Trouble", "{source} has more than 50 million pixels. Make it smaller first."
    ),
    (errors.UnreadablePhoto, "too_large"): to_translate(
        "Trouble", "{source} is larger than 50 MB. Make it smaller first."
    ),
    (errors.UnreadablePhoto, "heic"): to_translate(
        "Trouble",
        "{source} is a HEIC photo. On the iPhone choose Settings, Camera, Formats, Most Compatible"
        " for the next ones, and send this one as JPEG.",
    ),
    (errors.UnreadablePdf, "encrypted"): to_translate(
        "Trouble", "{source} has a password. Save it without one and try again."
    ),
    (errors.UnreadablePdf, "empty"): to_translate(
        "Trouble", "There are no photos in {source}. Save the list itself as CSV."
    ),
    (errors.UnreadablePdf, "scanned"): to_translate(
        "Trouble",
        "{source} is a scan: pictures of pages, without names that can be read."
        " In a class, on Students, you can cut the faces out: Faces from a class photo.",
    ),
    (errors.UnsafeArchive, "encrypted"): to_translate(
        "Trouble", "{source} has a password. Unpack it yourself and choose the folder."
    ),
    (errors.UnsafeArchive, "damaged"): to_translate(
        "Trouble", "{source} is damaged and cannot be opened."
    ),
    (errors.NoSound, "missing"): to_translate(
        "Trouble", "Recording and playing do not work here: Klasgenoot was installed without sound."
    ),
    (errors.NoSound, "library"): to_translate(
        "Trouble",
        "Recording and playing do not work here: PortAudio is missing (on Debian: libportaudio2).",
    ),
    (errors.NoSound, "microphone"): to_translate(
        "Trouble", "Nothing can be recorded here: there is no microphone."
    ),
    (errors.NoSound, "speaker"): to_translate("Trouble", "There is nothing here to play sound on."),
    (errors.NoSound, "busy"): to_translate(
        "Trouble",
        "The sound did not open. Another program may have it, or the system does not allow it.",
    ),
    (errors.NobodyLeaves, "seats"): to_translate(
        "Trouble", "None of the students you chose has a seat yet."
    ),
    (errors.NobodyLeaves, "photos"): to_translate(
        "Trouble", "Nobody of them has a photo, and this is about faces."
    ),
    (errors.WrongCode, "mistyped"): to_translate(
        "Trouble",
        "Something in that code was mistyped. Compare it with your paper, group by group.",
    ),
    (errors.DiskFull, errors.RESERVE_FREED): to_translate(
        "Trouble",
        "The disk is full. Klasgenoot had kept some room for this, so try once more,"
        " and then clear something away.",
    ),
    (errors.DiskFailed, errors.OUT_OF_REACH): to_translate(
        "Trouble",
        "Klasgenoot cannot reach your data in {path} any more."
        " Once the disk is back, look whether the last thing you did is there.",
    ),
    (errors.DiskFailed, errors.UNSURE): to_translate(
        "Trouble",
        "The disk refused, and it is not sure that this was saved."
        " Once the disk is well, look whether it is there.",
    ),
    (errors.DamagedBackup, "other_key"): to_translate(
        "Trouble", "The backup {path} is of other data, or has another passphrase."
    ),
    (errors.DamagedBackup, "no_backup"): to_translate(
        "Trouble", "{path} is no backup of Klasgenoot. Their names end in .backup."
    ),
    (errors.DamagedBackup, "foreign"): to_translate(
        "Trouble", "{path} holds something else than Klasgenoot keeps, so it is not put back."
    ),
    (errors.UnsafePlace, "network"): to_translate(
        "Trouble",
        "{path} lies on another computer, and that can damage data that is open."
        " Choose a folder on this computer for your data; backups can go there.",
    ),
    (errors.Unknown, "snooze_end"): to_translate(
        "Trouble", "Choose a day between today and half a year from now, such as 6 Nov."
    ),
    (errors.Missing, "reason"): to_translate("Trouble", "Say in a few words why."),
    (errors.Unknown, "day"): to_translate(
        "Trouble", "That is no day. Write it as in 1 September or 1-9."
    ),
    (errors.Unknown, "clock"): to_translate("Trouble", "That is no time. Write it as in 10:15."),
    (errors.Missing, "name"): to_translate("Trouble", "Give a name first."),
    (errors.Missing, "passphrase"): to_translate("Trouble", "Type a passphrase first."),
    (errors.Missing, "answers"): to_translate(
        "Trouble", "Fill in how often at least one answer was chosen."
    ),
    (errors.Missing, "student"): to_translate("Trouble", "Name at least one student."),
    (errors.Missing, "view"): to_translate("Trouble", "Write down what the student says first."),
    (errors.Missing, "promise"): to_translate("Trouble", "Write down what you promised first."),
    (errors.Missing, "consent"): to_translate(
        "Trouble", "Ask the student first, and note that it may be told."
    ),
    (errors.Missing, "coach"): to_translate("Trouble", "Say who the study coach is first."),
    (errors.Missing, "transfer"): to_translate(
        "Trouble", "Write down what the study coach gets to know first."
    ),
    (errors.Missing, "text"): to_translate(
        "Trouble", "Write a sentence, choose a phase or tick a signal first."
    ),
}


_UNITS = (
    to_translate("Limits", "MB"),
    to_translate("Limits", "files"),
    to_translate("Limits", "rows"),
    to_translate("Limits", "columns"),
    to_translate("Limits", "cells"),
    to_translate("Limits", "characters"),
    to_translate("Limits", "pages"),
    to_translate("Limits", "objects"),
    to_translate("Limits", "photos"),
    to_translate("Limits", "megapixels"),
)
"""What a limit is counted in, as `TooLarge` has it."""


def trouble_words(trouble: Trouble) -> str:
    """The sentence for a trouble, with its own data filled in."""
    data = dict(vars(trouble))
    if isinstance(trouble, errors.TooLarge):
        data["limit"] = _limit_words(trouble.limit)
    kind = type(trouble)
    sentence = _SENTENCES[kind]
    for detail in map(data.get, ("why", "what", "kind", "source")):
        sentence = _CLOSER.get((kind, detail), sentence)
    return translate("Trouble", sentence).format(**data)


def _limit_words(limit: str) -> str:
    """A limit such as "2000 files" in the language on screen."""
    number, _, unit = limit.partition(" ")
    return f"{number} {translate('Limits', unit)}" if unit in _UNITS else limit
