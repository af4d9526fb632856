"""What is said of a list that was read: which sheet it was, what of it did not come along."""

from dataclasses import dataclass
from enum import StrEnum


class RemarkKind(StrEnum):
    """What a remark is about.

    SHEET: one of several sheets was read: `text` is its name, `count` how many there are.
    STACKED: so many sheets or lists with the same columns were read, each as a class.
    OTHER_LISTS: so many lists beside the one that was read stay behind: `text` says which.
    LOOSE: so many lists of one person each were read as one, as phones give a card for each.
    PHOTO_ADDRESSES: the list has addresses of photos on a network; they are not fetched.
    WITHOUT_CLASS: students in the file who are in no class, and so are not in the list.
    EVERYTHING: it is the file with everything of a Klasgenoot: what is no list stays behind;
        `count` is the number of classes in it.
    CUT_OFF: so many photos stand partly off the page of a photo list; `text` says whose they are.
    OFF_PAGE: so many photos stand off the page of a photo list, where nobody sees them.
    HEADING: above its columns a list names the class that all of it is: `text`.
    BROKEN_LINKS: rows about a student or class that is not in the file.
    """

    SHEET = "sheet"
    STACKED = "stacked"
    OTHER_LISTS = "other_lists"
    LOOSE = "loose"
    PHOTO_ADDRESSES = "photo_addresses"
    WITHOUT_CLASS = "without_class"
    EVERYTHING = "everything"
    CUT_OFF = "cut_off"
    OFF_PAGE = "off_page"
    HEADING = "heading"
    BROKEN_LINKS = "broken_links"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say of a list."""

    kind: RemarkKind
    count: int
    text: str = ""
