"""What can go wrong that a person can mend? Errors that carry data; view-models find the words."""

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(eq=False)
class Trouble(Exception):  # noqa: N818 - a trouble is the teacher's, an error is ours
    """The root of everything a person can mend. Whoever raises one leaves everything as it was."""


@dataclass(eq=False)
class NoList(Trouble):
    """Nothing in what was given reads as a class list or as photos."""

    source: str


@dataclass(eq=False)
class EmptyList(Trouble):
    """A list was found, but no student stands in it."""

    source: str


@dataclass(eq=False)
class UnreadableList(Trouble):
    """A file called a list holds no text that can be read (a picture called .csv, for one).

    `why` is empty or one of: database, program (neither is ever opened), password, damaged,
    unsafe (it has definitions that could be made to hurt), anki (a deck in a form to come),
    calendar (no calendar file, where one was asked for), json (not what Klasgenoot gives out),
    newer (it is, and a newer Klasgenoot did), web_page (one without a table).
    """

    source: str
    why: str = ""


@dataclass(eq=False)
class NoNameColumn(Trouble):
    """No column of the list is known to hold names, and none was pointed out."""

    source: str


@dataclass(eq=False)
class DoubleNumber(Trouble):
    """Two students in the list carry one student number."""

    source: str
    number: str
    rows: tuple[int, int]


@dataclass(eq=False)
class TooLarge(Trouble):
    """A file is larger than anything a teacher would have, or a text than what is kept."""

    source: str
    limit: str


@dataclass(eq=False)
class UnreadablePhoto(Trouble):
    """A photo cannot be used.

    `why` is one of: broken, too_many_pixels, too_large, unknown_format, heic, web_page (what a
    system gives who is not logged in).
    """

    source: str
    why: str


@dataclass(eq=False)
class UnreadablePdf(Trouble):
    """A PDF cannot be used.

    `why` is one of: encrypted, damaged, empty (no photo is on it), scanned (each page is one
    picture: no text says who is who).
    """

    source: str
    why: str


@dataclass(eq=False)
class ScannedPage(Trouble):
    """A page of a PDF is one picture; the faces on it can be cut out by hand."""

    source: str
    page: int


@dataclass(eq=False)
class UnsafeArchive(Trouble):
    """A zip holds names that reach outside it, or unpacks to far more than it says."""

    source: str
    why: str


@dataclass(eq=False)
class ReaderStopped(Trouble):
    """Reading a file took more time or memory than any file should; it was left out."""

    source: str


@dataclass(eq=False)
class NoReader(Trouble):
    """Files cannot be read.

    `why` is one of: start (the process that reads them does not start), stops (so many of these
    files stopped it that the rest is not tried).
    """

    why: str


@dataclass(eq=False)
class Cancelled(Trouble):
    """The teacher stopped it. Nothing was kept."""


RESERVE_FREED = "reserve_freed"


@dataclass(eq=False)
class DiskFull(Trouble):
    """There is no room left to write.

    `why` is RESERVE_FREED when room was made in the meantime: trying again works.
    """

    path: PurePath
    why: str = ""


OUT_OF_REACH = "out_of_reach"
UNSURE = "unsure"


@dataclass(eq=False)
class DiskFailed(Trouble):
    """The disk did not do what was asked; all is as it was before.

    `why` is OUT_OF_REACH when the data cannot even be read (a stick that was pulled out, for one),
    and UNSURE when what was asked can be seen but may be gone tomorrow.
    """

    path: PurePath
    why: str = ""


@dataclass(eq=False)
class ReadOnlyPlace(Trouble):
    """The folder or file cannot be written."""

    path: PurePath


class FileHeld(ReadOnlyPlace):
    """The file is there and may not be replaced: another program may have it open."""


@dataclass(eq=False)
class NewerFile(Trouble):
    """The data was written by a newer Klasgenoot than this one."""

    path: PurePath
    file_version: int
    known_version: int


@dataclass(eq=False)
class AlreadyOpen(Trouble):
    """Another Klasgenoot has this data folder open."""

    path: PurePath


@dataclass(eq=False)
class DamagedFile(Trouble):
    """The data file or its key cannot be read: it is damaged, or the key is not its own."""

    path: PurePath


@dataclass(eq=False)
class Unknown(Trouble):
    """Something was named that is not there: a class, a student, a photo."""

    kind: str
    what: str


@dataclass(eq=False)
class PhotoRefused(Trouble):
    """A photo was given for a student who would rather have none."""


@dataclass(eq=False)
class PhotoTwice(Trouble):
    """The very same photo is one of the student's already."""


@dataclass(eq=False)
class NoSound(Trouble):
    """There is nothing to record with, or nothing to play on.

    `why` is one of: missing (the extra is not installed), library (PortAudio is not there),
    microphone (none is connected), speaker (none either), busy (it did not open: another program
    has it, or the system says no).
    """

    why: str


@dataclass(eq=False)
class UnreadableSound(Trouble):
    """A recording is damaged, or is not one of ours."""


@dataclass(eq=False)
class NothingHeard(Trouble):
    """A recording holds nothing but silence."""


@dataclass(eq=False)
class Missing(Trouble):
    """Something that is needed was left empty: a name, a date."""

    what: str


@dataclass(eq=False)
class NoAnswers(Trouble):
    """No answer to a question of the needs form stands in a file."""

    source: str


@dataclass(eq=False)
class TooManyAtOnce(Trouble):
    """More of something goes on at once than a teacher can keep up; `most` is how many can."""

    most: int


@dataclass(eq=False)
class UnreadablePlace(Trouble):
    """A file or folder is not there, or may not be read."""

    path: PurePath


@dataclass(eq=False)
class StrangePhotos(Trouble):
    """None of the photos that came along belongs to somebody in the list."""

    source: str
    count: int


@dataclass(eq=False)
class DamagedBackup(Trouble):
    """A backup cannot be used.

    `why` is one of: damaged, other_key (of other data, or of another passphrase), foreign (what
    is in it is not a data file of Klasgenoot), no_backup (it is another kind of file).
    """

    path: PurePath
    why: str


@dataclass(eq=False)
class NoGoodBackup(Trouble):
    """No backup in the folder can be used."""

    path: PurePath


@dataclass(eq=False)
class SamePlace(Trouble):
    """A second place for backups lies in the data folder itself."""

    path: PurePath


@dataclass(eq=False)
class UnsafePlace(Trouble):
    """The data may not lie there: a service copies the folder, or it is another computer's.

    `why` is the name of the service, or `network`. Backups may lie there.
    """

    path: PurePath
    why: str


@dataclass(eq=False)
class NeedsPassphrase(Trouble):
    """The data opens with a passphrase or a recovery code, and none was given."""

    path: PurePath


@dataclass(eq=False)
class WrongPassphrase(Trouble):
    """This passphrase does not open the data."""


@dataclass(eq=False)
class SealedClassFile(Trouble):
    """A class that a colleague handed over opens with a passphrase, and none was given."""

    source: str


@dataclass(eq=False)
class WrongClassPassphrase(Trouble):
    """This passphrase does not open the file of a colleague."""

    source: str


@dataclass(eq=False)
class DamagedClassFile(Trouble):
    """The file of a colleague was cut off or changed on its way."""

    source: str


@dataclass(eq=False)
class NewerClassFile(Trouble):
    """A newer Klasgenoot wrote the file of a colleague."""

    source: str


@dataclass(eq=False)
class WeakPassphrase(Trouble):
    """A passphrase for a file that leaves is guessed within a day."""


@dataclass(eq=False)
class NobodyLeaves(Trouble):
    """There is nobody to put in an export.

    `why` is empty, `photos` where it is about faces and nobody has one, or `seats` likewise.
    """

    why: str = ""


@dataclass(eq=False)
class WrongCode(Trouble):
    """This recovery code does not open the data.

    `why` is one of: mistyped (it is no code at all), other (a code of something else, or an old
    one).
    """

    why: str


@dataclass(eq=False)
class TamperedKeys(Trouble):
    """Something other than Klasgenoot changed the file with the keys."""

    path: PurePath


@dataclass(eq=False)
class NoKeychain(Trouble):
    """This computer has no keychain that can keep a secret, or it refused."""


class Backwards(Trouble):
    """Something ends before it begins."""


class TooLittleMemory(Trouble):
    """The computer has no room in memory to check a passphrase now."""
