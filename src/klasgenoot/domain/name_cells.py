"""What stands in the cells of a list beside a name: a call name, a number, pronouns, a bullet."""

import re
from collections.abc import Mapping, Sequence

from klasgenoot.domain.columns import NAME_FIELDS, Field, holds_forbidden
from klasgenoot.domain.names import fold, tidy, without_bullet

_BETWEEN = re.compile(
    r"\((?P<brackets>[^()]+)\)|[\"\u201c\u201d\u201e](?P<quotes>[^\"\u201c\u201d\u201e]+)[\"\u201c\u201d]"
    r"|(?<!\S)['\u2018](?P<single>[^'\u2018\u2019]{2,})['\u2019](?!\S)"
)
_NUMBER = re.compile(r"[#su]?\d{5,10}", re.IGNORECASE)
_NUMBER_AT_END = re.compile(r"[\s,;:(\[-]+(?P<number>[#su]?\d{5,10})[)\]]?$", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"(?P<number>[#su]?\d{5,10})[\s,;:-]+(?=[^\W\d_])", re.IGNORECASE)
_PRONOUNS = re.compile(r"[a-z]{2,6}(?:\s*/\s*[a-z]{2,6}){1,2}", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?)+")
_ADDRESS = re.compile(r"[^<>]*<(?P<address>[^<>\s]+@[^<>\s]+)>")
_MAILTO = "mailto:"
_LONGEST = 200
"""Signs in a cell; no name is longer."""
_WORDS = 3
"""A call name is no longer; a remark is."""


def all_freed(cells: Sequence[Mapping[Field, str]]) -> list[dict[Field, str]]:
    """The cells of everybody in a list, each freed.

    Numbers beside names that a state gave to people are not kept, as a column of them is not.
    """
    found = [freed(texts) for texts in cells]
    number = Field.STUDENT_NUMBER
    beside = [
        after
        for before, after in zip(cells, found, strict=True)
        if after.get(number) and not before.get(number)
    ]
    if holds_forbidden([each[number] for each in beside]):
        for each in beside:
            each[number] = ""
    return found


def freed(texts: Mapping[Field, str]) -> dict[Field, str]:
    """The cells of one student, with what stands beside a name where it belongs.

    "Berg, S.M. van der (Sanne)" is called Sanne; "Sem Bos (0912346)" has a number, if no column
    says otherwise. A given name stays as it is in a list that has a column for call names. A cell
    with neither letter nor figure ("-", ".") is no name.
    """
    found = dict(texts)
    if Field.WHOLE_NAME in texts:
        found[Field.WHOLE_NAME] = without_bullet(texts[Field.WHOLE_NAME])
    for field in NAME_FIELDS & texts.keys():
        found[field] = found[field] if any(map(str.isalnum, found[field])) else ""
    if cell := found.get(Field.WHOLE_NAME, ""):
        found[Field.WHOLE_NAME] = _without_asides(cell, found, is_whole=True)
    if (cell := found.get(Field.GIVEN_NAME, "")) and Field.CALL_NAME not in texts:
        found[Field.GIVEN_NAME] = _without_asides(cell, found, is_whole=False)
    if email := found.get(Field.EMAIL, ""):
        found[Field.EMAIL] = _address_in(email)
    return found


def _without_asides(cell: str, found: dict[Field, str], *, is_whole: bool) -> str:
    """The name alone; what stood beside it is put into `found`, where nothing stands yet."""
    if len(cell) > _LONGEST:
        return cell
    for at in (_NUMBER_FIRST, _NUMBER_AT_END) if is_whole else ():
        if number := at.search(cell) if at is _NUMBER_AT_END else at.match(cell):
            _put(found, Field.STUDENT_NUMBER, number["number"])
            cell = cell[: number.start()] + cell[number.end() :]
    aside = _BETWEEN.search(cell)
    if aside is None:
        return tidy(cell)
    said = tidy(aside["brackets"] or aside["quotes"] or aside["single"])
    before, after = tidy(cell[: aside.start()]), tidy(cell[aside.end() :])
    without = tidy(f"{before} {after}")
    if not without:
        return cell
    if _NUMBER.fullmatch(said):
        _put(found, Field.STUDENT_NUMBER, said)
    elif _PRONOUNS.fullmatch(said):
        _put(found, Field.PRONOUNS, said)
    elif _may_be_called(said) and (not is_whole or _follows_given_name(before, after)):
        _put(found, Field.CALL_NAME, said)
    else:
        return tidy(cell)
    return without


def _put(found: dict[Field, str], field: Field, text: str) -> None:
    if not found.get(field):
        found[field] = text.removeprefix("#")


def _may_be_called(said: str) -> bool:
    """Whether this is what somebody is called, and no remark: "Chuck", not "gestopt" or "VT"."""
    words = said.split()
    is_written_so = said[:1].isupper() and not (said.isupper() and len(said) > 1)
    return is_written_so and len(words) <= _WORDS and fold(said).isalpha()


def _follows_given_name(before: str, after: str) -> bool:
    """Whether what stands between brackets there belongs to the given name, in a whole name.

    "Charles (Chuck) Edwards" and "Bos, S. (Sem)"; "Sanne Bos (Jansen)" may have been Jansen before.
    """
    return bool(after) or "," in before or _INITIALS.match(before) is not None


def _address_in(cell: str) -> str:
    """The address in "Sem Bos <sem@school.nl>" or "mailto:sem@school.nl"."""
    found = _ADDRESS.match(cell) if len(cell) <= _LONGEST else None
    address = found["address"] if found else cell
    return address[len(_MAILTO) :] if address[: len(_MAILTO)].casefold() == _MAILTO else address
