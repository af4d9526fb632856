"""What does each column of a class list hold? Header names as data, and guesses from content."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from klasgenoot.domain.marks import holds_marks
from klasgenoot.domain.names import INFIXES, fold, without_bullet
from klasgenoot.domain.remarks import Remark, RemarkKind


@dataclass(frozen=True, slots=True)
class Table:
    """A class list as rows of text: clean, as wide as its header, without forbidden columns.

    Attributes:
        header: the names of the columns; empty if the list has no row with known names.
        rows: the cells below it; every row has the same length.
        lines: for each row, which row of the file it is (1 is the first), for messages.
        source: the name of the file.
        remarks: what the teacher should know of how it was read.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    source: str
    remarks: tuple[Remark, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether a Klasgenoot gave it out itself, so that its classes are what they say."""
        return any(remark.kind is RemarkKind.EVERYTHING for remark in self.remarks)


class Field(StrEnum):
    """What a column can hold. SKIP is a column that is not taken in."""

    GIVEN_NAME = "given_name"
    CALL_NAME = "call_name"
    INFIX = "infix"
    FAMILY_NAME = "family_name"
    WHOLE_NAME = "whole_name"
    STUDENT_NUMBER = "student_number"
    EMAIL = "email"
    LOGIN = "login"
    PRONOUNS = "pronouns"
    CLASS = "class"
    ROLE = "role"
    COACH = "coach"
    NOTE = "note"
    """Own notes, in a class that a colleague handed over; no other list has them."""
    SKIP = "skip"


NAME_FIELDS = frozenset(
    {Field.GIVEN_NAME, Field.CALL_NAME, Field.FAMILY_NAME, Field.WHOLE_NAME},
)
"""A list without any of these has no names."""

SYNONYMS = {
    Field.GIVEN_NAME: """
        voornaam firstname first givenname given forename voornamen firstnames givennames
        volledigevoornaam volledigevoornamen""",
    Field.CALL_NAME: """
        roepnaam callname nick nickname bijnaam preferredname preferredfirstname preffirstname
        preferredgivenname prefferedgivenname knownas chosenname""",
    Field.INFIX: """
        tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels tussenv infix prefix""",
    Field.FAMILY_NAME: """
        achternaam lastname last familyname family surname familienaam geslachtsnaam
        preferredfamilyname preflastname""",
    Field.WHOLE_NAME: """
        naam volledigenaam studentnaam naamstudent naamleerling naamdeelnemer student leerling
        deelnemer cursist studentname name fullname full displayname weergavenaam
        preferredfullname leerlingnaam deelnemernaam fulllegalname legalname""",
    Field.STUDENT_NUMBER: """
        studentnummer studentnr studnr stamnummer stamnr leerlingnummer leerlingnr orgdefinedid
        sisuserid studentsisid studentnumber sisid idnummer idnumber identifier studentid uvanetid
        sourcedid deelnemernummer deelnemernr studentcode leerlingcode internnummer internenummer
        organisatieid studentno nummer number key id""",
    Field.EMAIL: """
        email emailadres emailaddress mailadres mail emailinstelling instellingsemail schoolemail
        emailschool studentemail emailstudent schoolmail primaryemail email1value emailvalue
        secondaryemail""",
    Field.LOGIN: """
        username gebruikersnaam sisloginid login loginid userid inlognaam netid vunetid solisid""",
    Field.PRONOUNS: """
        voornaamwoorden pronouns preferredpronouns personalpronouns voorkeursvoornaamwoorden
        persoonlijkevoornaamwoorden aanspreekvoornaamwoorden voornaamwoord pronoun mypronouns""",
    Field.CLASS: """
        klas klasnaam stamklas groep groepsnaam stamgroep klasgroep lesgroep class classname
        section sectionname group groupname groepen groups studentgroep studentengroep klascode
        groepscode basisgroep werkgroep lesgroepen""",
    Field.ROLE: "role rol rolename rollen roles",
    Field.COACH: """
        slber slb studieloopbaanbegeleider klassenmentor klassenmentor1 mentor mentor1 studiecoach
        studycoach studiebegeleider""",
    Field.NOTE: "klasgenootnotitie",
}
"""Header names as `normal` writes them, the best first: of two columns that fit, that is taken."""

INITIALS = frozenset({"voorletters", "voorletter", "initialen", "initials"})
"""Serve as a given name where a list has no other."""

LINKS = """
    classsourcedid usersourcedid orgsourcedid orgsourcedids schoolsourcedid coursesourcedid
    termsourcedids sessionsourcedids primaryorgsourcedid parentsourcedid sectionsisid schoolsisid
    status datelastmodified datalastmodified classtype enableduser grades"""
"""Columns that lead to another table, or stand in tables of which several make one list."""

FORBIDDEN = """
    sofi sofinr pgn insz rrn ssn ondwnr ondnr onderwijsnr persoonsgebondennummer stateid nationalid
    race races ras herkomst origin land landvader landmoeder geboren geb gebdatum gebdat gebplaats
    country zip zipcode street straat straatnaam huisnummer huisnr housenumber toevoegingadres pob
    city woonplaats plaats gemeente state stateprovince dob bday age leeftijd verjaardag sex mv iban
    rekeningnummer ww pw pwd pass passwd pincode weight asian white blackorafricanamerican
    americanindianoralaskanative twoormoreraces nativehawaiianorotherpacificislander
    publicschoolresidencestatus vm manvrouw taxid nation nat pin lengte pasw iep frl"""
FORBIDDEN_PARTS = """
    sofinummer onderwijsnummer rijksregister burgerservice socialsecurity etnic etnisch ethnic
    afkomst demographic
    migratieachtergrond nationalit nationaliteit geboorte birth geslacht gender gewicht postcode
    postalcode postnummer password wachtwoord passphrase religi godsdienst geloof medisch medical
    diagnos handicap disabil allerg dyslex dyscalcul medicat medicijn huisarts levensovertuig
    moedertaal thuistaal mothertongue homelanguage citizen staatsburger paspoort passport
    burgerlijkestaat maritalstatus verblijfs bankaccount bankreken rekeningn hispanic immigra
    refugee vluchteling identiteitsbew idbewijs zorgbehoefte passcode gebland"""
"""Columns that are never read: these whole words, and whatever has one of these parts in it."""

_FURTHER = re.compile(r"klasgenootnotitie[2-9]\d*$|klasgenootnotitie1\d+$")
_LINKS = frozenset(LINKS.split())
_FORBIDDEN = frozenset(FORBIDDEN.split())
_FORBIDDEN_PARTS = tuple(FORBIDDEN_PARTS.split())
_ADDRESS = ("adres", "address")
_MAIL = "mail"
_KNOWN = {
    word: (field, rank)
    for field, words in SYNONYMS.items()
    for rank, word in enumerate(words.split())
}

_CANVAS = frozenset({"id", "sisloginid"})
_SIS = frozenset({"sisuserid", "studentsisid"})
"""In a list of Canvas, "ID" is a number of Canvas itself, and no use to anybody."""

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[a-z]{0,2}\d{4,12}", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}( .*)?")
_NINE_DIGITS = re.compile(r"\d{9}")
_TOLD_BY_LOOKS = frozenset({Field.EMAIL, Field.STUDENT_NUMBER, Field.INFIX, Field.CLASS})
_MOST = 0.8
"""The share of a column's cells that must look alike before the content says what it is."""
_LONGEST_NAME = 200
"""Letters; a longer header is an explanation, or made to take long to read."""
_LOOKED_AT = 2_000
"""So many rows tell what a column holds; more would only take longer."""
_WORDS_IN_NAME = 6
"""Longer ones there are; sentences are longer still."""
_ENOUGH_FOR_PROOF = 5
"""Nine digits pass an eleven test by chance twice in eleven; five, once in 5,000."""


def normal(header: str) -> str:
    """A header as it is compared: small letters and figures only. "E-mailadres" is "emailadres"."""
    letters = unicodedata.normalize("NFKD", header).casefold()
    return "".join(c for c in letters if c.isascii() and c.isalnum())


def field_of(header: str) -> Field:
    """What a column of this name holds; SKIP if the name is not known."""
    return _known(header)[0]


def is_forbidden(header: str) -> bool:
    """Whether a column of this name is never read: national number, birth, origin, address, ...

    What may not be kept (AVG, articles 5 and 9) is best not read at all.
    """
    word = normal(header)
    return word not in _KNOWN and (
        word in _FORBIDDEN
        or word.startswith("bsn")
        or word.endswith("bsn")
        or any(part in word for part in _FORBIDDEN_PARTS)
        or not _FORBIDDEN.isdisjoint(map(normal, _WORD.findall(header[:_LONGEST_NAME])))
        or (_MAIL not in word and any(part in word for part in _ADDRESS))
    )


def forbidden_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """The places of the columns that are never read, by name or (no known name) by content."""
    names = list(header) or [""] * len(rows[0] if rows else ())
    return frozenset(
        place
        for place, name in enumerate(names)
        if is_forbidden(name)
        or (field_of(name) is Field.SKIP and _is_kept_out(name, _filled(rows, place)))
    )


def known_headers(cells: Sequence[str]) -> int:
    """How many of these cells are names of columns: allowed, forbidden, or leading elsewhere."""
    return sum(
        field_of(cell) is not Field.SKIP or is_forbidden(cell) or normal(cell) in _LINKS
        for cell in cells
    )


def can_only_be_header(cell: str, below: Iterable[str]) -> bool:
    """Whether this cell is the name of a column, as what stands below it shows.

    "Mail" above addresses is, and so is "Nummer" above numbers; no student has these. Told of what
    can be told by its looks alone.
    """
    field, forbidden = field_of(cell), is_forbidden(cell)
    if not forbidden and field not in _TOLD_BY_LOOKS:
        return False
    values = [value for value in below if value]
    return bool(values) and (holds_forbidden(values) if forbidden else _kind(values) is field)


def likeness(table: Table) -> tuple[bool, bool, int]:
    """How much this is like a class list, to be compared: a header, names, the number of rows."""
    fields = guess_columns(table.header, table.rows)
    return bool(table.header), bool(NAME_FIELDS.intersection(fields)), len(table.rows)


def signature(header: Sequence[str]) -> str:
    """The same for every list with these headers: the key under which a mapping is remembered."""
    import hashlib

    text = "\x1f".join(normal(name) for name in header)
    return hashlib.sha256(text.encode()).hexdigest()


def guess_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Field, ...]:
    """What each column seems to hold, by its name or, in a list without header, by its content.

    Where one name is known and it is not that of a name, the content says the rest. No field but
    SKIP is given twice; and NOTE, in a class that a colleague handed over.
    """
    rows = rows[:_LOOKED_AT]
    if not header:
        return _by_content(rows)
    fields = _by_name(header)
    told = {field for field in fields if field is not Field.SKIP}
    if not rows or len(told) > 1 or told & NAME_FIELDS:
        return fields
    guessed = (field if field not in told else Field.SKIP for field in _by_content(rows))
    return tuple(
        known if known is not Field.SKIP else guess
        for known, guess in zip(fields, guessed, strict=True)
    )


def _known(header: str) -> tuple[Field, int]:
    if len(header) > _LONGEST_NAME:
        return Field.SKIP, 0
    without_brackets = re.sub(r"\(.*?\)|\[.*?\]", "", header)
    unknown = (Field.SKIP, 0)
    return _KNOWN.get(normal(header)) or _KNOWN.get(normal(without_brackets)) or unknown


def _by_name(header: Sequence[str]) -> tuple[Field, ...]:
    best: dict[Field, tuple[int, int]] = {}
    for place, name in enumerate(header):
        field, rank = _known(name)
        if field is not Field.SKIP and not is_forbidden(name):
            best[field] = min(best.get(field, (rank, place)), (rank, place))
    names = set(map(normal, header))
    if Field.STUDENT_NUMBER in best and names >= _CANVAS and not names & _SIS:
        place = best[Field.STUDENT_NUMBER][1]
        if normal(header[place]) == "id":
            del best[Field.STUDENT_NUMBER]
    at = {place: field for field, (_, place) in best.items()}
    if not {Field.GIVEN_NAME, Field.CALL_NAME}.intersection(best):
        initials = (place for place, name in enumerate(header) if normal(name) in INITIALS)
        at |= dict.fromkeys(islice(initials, 1), Field.GIVEN_NAME)
    if Field.NOTE in best:  # a long note goes on in further columns
        at |= {
            place: Field.NOTE for place, name in enumerate(header) if _FURTHER.match(normal(name))
        }
    return tuple(at.get(place, Field.SKIP) for place in range(len(header)))


def _by_content(rows: Sequence[Sequence[str]]) -> tuple[Field, ...]:
    width = len(rows[0]) if rows else 0
    fields = [Field.SKIP] * width
    names: list[int] = []
    for place in range(width):
        values = [*map(without_bullet, _filled(rows, place))]
        field = _kind(values)
        if field is Field.WHOLE_NAME:
            names.append(place)
        elif field not in fields:
            fields[place] = field
    if names and _most(_words(value) > 1 for value in _filled(rows, names[0])):
        fields[names[0]] = Field.WHOLE_NAME
    else:
        for place, field in zip(names, (Field.GIVEN_NAME, Field.FAMILY_NAME), strict=False):
            fields[place] = field
    return tuple(fields)


def _kind(values: list[str]) -> Field:
    """What a column without a name holds; WHOLE_NAME stands for any kind of name."""
    if not values or holds_forbidden(values):
        return Field.SKIP
    if _most(map(_is_email, values)):
        return Field.EMAIL
    if _most(value.casefold() in INFIXES for value in values):  # and what a system calls one
        return Field.INFIX
    repeated = len(set(values)) * 2 <= len(values)
    if not repeated and _most(_NUMBER.fullmatch(value) is not None for value in values):
        return Field.STUDENT_NUMBER
    if not repeated and _most(
        fold(value).isalpha() and _words(value) <= _WORDS_IN_NAME for value in values
    ):
        return Field.WHOLE_NAME
    with_figures = all(any(c.isdigit() for c in value) for value in values)
    return Field.CLASS if repeated and with_figures else Field.SKIP


def _is_kept_out(name: str, values: list[str]) -> bool:
    return holds_forbidden(values) or holds_marks(name, values)


def holds_forbidden(values: Sequence[str]) -> bool:
    """Whether these are days of birth, or numbers that a state gave to people."""
    return bool(values) and (
        _most(_DATE.fullmatch(value) is not None for value in values)
        or (len(set(values)) >= _ENOUGH_FOR_PROOF and all(map(_is_national_number, values)))
    )


def _is_email(value: str) -> bool:
    """Whether it looks like an e-mail address. Told without a pattern, which strange texts slow."""
    name, at, place = value.partition("@")
    return (
        bool(name and at) and "@" not in place and "." in place[1:-1] and value.split() == [value]
    )


def _is_national_number(value: str) -> bool:
    """The Dutch eleven test: a burgerservicenummer leaves 0, an onderwijsnummer leaves 5."""
    if not _NINE_DIGITS.fullmatch(value) or not value.isascii():
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(int(digit) * weight for digit, weight in zip(value, weights, strict=True))
    return total % 11 in {0, 5}


def _filled(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place] for row in rows if row[place]]


def _words(text: str) -> int:
    return len(text.replace(",", " ").split())


def _most(answers: Iterable[bool]) -> bool:
    counted = list(answers)
    return sum(counted) >= _MOST * len(counted)
