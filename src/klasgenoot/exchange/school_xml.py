"""Reads what school administrations exchange: EDEXML 1.0.3, 2.0 and 2.1, and a saved UWLR answer.

Only names, groups, addresses of mail and the key are taken over; of all else that stands there
(national numbers, birth, origin, weight, address) nothing leaves this module. Photos stand in it as
addresses on a network, which are counted and not fetched.
"""

from collections.abc import Iterator

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import UnreadableList
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.tables import Row, table_under
from klasgenoot.exchange.xml_trees import Element

HEADER = (
    *("key", "roepnaam", "voorvoegsel", "achternaam"),
    *("emailadres", "gebruikersnaam", "groep", "rol"),
)
"""As the elements are called; `groep` and `rol` hold what they lead to."""
_STUDENT, _TEACHER = "leerling", "leerkracht"


def is_school(root: Element) -> bool:
    """Whether there are students in it as EDEXML and UWLR have them."""
    return _school(root) is not None


def read_school(root: Element, *, source: str) -> Table:
    """Makes a class list of it: a row for each group that somebody is in, teachers at the end.

    Raises:
        UnreadableList: no school is in it.
        EmptyList: the school has no students.
        TooLarge: it has more than any teacher has.
    """
    school = _school(root)
    if school is None:
        raise UnreadableList(source)
    students = _people(school, "leerlingen", _STUDENT)
    photos = sum(bool(person.said("fotourl")) for person in students)
    remarks = (Remark(RemarkKind.PHOTO_ADDRESSES, photos),) if photos else ()
    return table_under(HEADER, _rows(school, students), source=source, remarks=remarks)


def _school(root: Element) -> Element | None:
    return next((each for each in root.inside() if each.one("leerlingen") is not None), None)


def _people(school: Element, those: str, each: str) -> list[Element]:
    return [person for part in school.all(those) for person in part.all(each)]


def _rows(school: Element, students: list[Element]) -> Iterator[Row]:
    names = {
        (group.name, group.attributes.get("key", "")): group.said("naam")
        for part in school.all("groepen")
        for group in part.children
    }
    teachers = _people(school, "leerkrachten", _TEACHER)
    everybody = [(person, _STUDENT) for person in students]
    everybody += [(person, _TEACHER) for person in teachers]
    for number, (person, role) in enumerate(everybody, start=1):
        groups = [names.get(sign, "") for sign in _groups(person)]
        for group in list(dict.fromkeys(filter(None, groups))) or [""]:
            yield number, _cells(person, group=group, role=role)


def _groups(person: Element) -> Iterator[tuple[str, str]]:
    """The groups somebody is in: their own first, then those put together of several."""
    places = [person, *person.all("groepen"), *person.all("samengestelde_groepen")]
    for name in ("groep", "samengestelde_groep"):
        for place in places:
            yield from ((name, group.attributes.get("key", "")) for group in place.all(name))


def _cells(person: Element, *, group: str, role: str) -> tuple[str, ...]:
    return (
        person.attributes.get("key", ""),
        person.said("roepnaam", "voornamen", "voorletters-1"),
        person.said("voorvoegsel", "tussenvoegsel"),
        person.said("achternaam"),
        person.said("emailadres"),
        person.said("gebruikersnaam"),
        group,
        role,
    )
