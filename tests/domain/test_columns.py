import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.columns import (
    SYNONYMS,
    Field,
    field_of,
    forbidden_columns,
    guess_columns,
    is_forbidden,
    known_headers,
    normal,
    signature,
)

GIVEN, CALL, INFIX, FAMILY = (
    Field.GIVEN_NAME,
    Field.CALL_NAME,
    Field.INFIX,
    Field.FAMILY_NAME,
)
WHOLE, NUMBER, EMAIL, LOGIN = (
    Field.WHOLE_NAME,
    Field.STUDENT_NUMBER,
    Field.EMAIL,
    Field.LOGIN,
)
CLASS, ROLE, SKIP = Field.CLASS, Field.ROLE, Field.SKIP


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (
            "Stamnummer,Roepnaam,Tussenvoegsel,Achternaam,Klas",
            (NUMBER, CALL, INFIX, FAMILY, CLASS),
        ),
        ("OrgDefinedId,Username,LastName,FirstName,Email", (NUMBER, LOGIN, FAMILY, GIVEN, EMAIL)),
        ("Student,ID,SIS User ID,SIS Login ID,Section", (WHOLE, SKIP, NUMBER, LOGIN, CLASS)),
        ("Student Name,Student ID,Student SIS ID,Email", (WHOLE, SKIP, NUMBER, EMAIL)),
        ("Voornaam,Achternaam,E-mailadres,ID-nummer", (GIVEN, FAMILY, EMAIL, NUMBER)),
        ("id,first,nick,last,full,gender", (NUMBER, GIVEN, CALL, FAMILY, WHOLE, SKIP)),
        ("Roepnaam,Achternaam,Klassenmentor 1", (CALL, FAMILY, Field.COACH)),
        ("Naam,SLB", (WHOLE, Field.COACH)),
        ("Roepnaam,Voornamen,Voorvoegsels,Achternaam", (CALL, GIVEN, INFIX, FAMILY)),
        ("Voornamen,Voornaam,Achternaam", (SKIP, GIVEN, FAMILY)),
        ("givenName,familyName,prefferedGivenName,role", (GIVEN, FAMILY, CALL, ROLE)),
        ("Tussenvoegsel(s),ACHTERNAAM,Voornaam (roepnaam)", (INFIX, FAMILY, GIVEN)),
        ("Naam,Opmerking,E-mail,E-mail", (WHOLE, SKIP, EMAIL, SKIP)),
    ],
)
def test_columns_are_known_by_their_names(header: str, fields: tuple[Field, ...]) -> None:
    assert guess_columns(header.split(","), ()) == fields


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ("Sem|Bos|500123|sem@x.example|1B", (GIVEN, FAMILY, NUMBER, EMAIL, CLASS)),
        ("s500123|Bos, Sem|1B", (NUMBER, WHOLE, CLASS)),
        ("Sem Bos", (WHOLE,)),
        ("Sem", (GIVEN,)),
        ("Sem|van der|Bos", (GIVEN, INFIX, FAMILY)),
        ("Sem|Bos|student|1-9-2026", (GIVEN, FAMILY, SKIP, SKIP)),
    ],
)
def test_a_list_without_header_is_guessed_by_content(rows: str, fields: tuple[Field, ...]) -> None:
    varied = [
        tuple(
            cell.replace("500123", f"50012{n}").replace("sem@", f"s{n}@").replace("Sem", name)
            for cell in rows.replace("Bos", f"Bos{name.lower()}").split("|")
        )
        for n, name in enumerate(("Sem", "Fay", "Lux", "Noor"))
    ]
    assert guess_columns((), varied) == fields


def test_one_strange_infix_among_many_is_no_family_name() -> None:
    infixes = ("de", "van der", "", "van den", "ten", "Oude", "", "van", "op de", "el")
    rows = [
        (f"Sem{letter}", infix, f"Bos{letter}")
        for letter, infix in zip("abcdefghij", infixes, strict=True)
    ]
    assert guess_columns((), rows) == (GIVEN, INFIX, FAMILY)


def test_beside_one_known_name_the_content_says_the_rest() -> None:
    rows = [("500123", "Sanne Bos"), ("500124", "Fay Vos")]
    assert guess_columns(("Nummer", "Wie"), rows) == (Field.STUDENT_NUMBER, Field.WHOLE_NAME)
    assert guess_columns(("Nummer", "Wie"), ()) == (Field.STUDENT_NUMBER, SKIP)
    others = [(*row, "s@x.nl") for row in rows]
    two = guess_columns(("Nummer", "Wie", "Mail"), others)
    assert two == (Field.STUDENT_NUMBER, SKIP, Field.EMAIL)


def test_nothing_is_guessed_of_nothing() -> None:
    assert guess_columns((), ()) == ()
    assert guess_columns((), [("", "")]) == (SKIP, SKIP)


@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), max_size=8))
def test_no_field_is_guessed_twice(rows: list[list[str]]) -> None:
    fields = [field for field in guess_columns((), rows) if field is not SKIP]
    assert len(fields) == len(set(fields))


@pytest.mark.parametrize(
    "header",
    [
        *(
            "BSN",
            "bsn_ondwnr-4",
            "leerling_bsn",
            "Sofinummer",
            "Onderwijsnummer",
            "rijksregisternummer",
        ),
        *(
            "Geboortedatum",
            "Birthdate",
            "Date of Birth",
            "Geboorteplaats",
            "Geslacht",
            "gender",
            "sex",
        ),
        *(
            "etniciteit",
            "land",
            "land_moeder",
            "Nationaliteit",
            "gewicht_nieuw",
            "Postcode",
            "postcodenl",
        ),
        *("Adres", "Street address", "Woonplaats", "password", "Wachtwoord", "asian", "Religie"),
        *("hispanicOrLatinoEthnicity", "State ID"),
        # national numbers
        *("BSN-nummer", "Burgerservicenummer", "burgerservicenr", "ouder_bsn", "bsnleerling"),
        *("sofi-nr", "Onderwijsnr", "OndwNr", "PGN", "INSZ", "rrn", "Persoonsgebonden nummer"),
        *("SSN", "Social Security Number", "rijksregister nr", "National ID"),
        # birth
        *("Geb.datum", "Geb. datum", "gebdat", "geboren", "Geboorteland", "Geboortejaar", "DOB"),
        *("Date of birth", "birth_date", "BirthDate", "Birthday", "bday", "place of birth", "Age"),
        *("Leeftijd", "Verjaardag", "Geb.plaats", "geb"),
        # origin and race
        *("Herkomst", "Migratieachtergrond", "Afkomst", "Etnische achtergrond", "ethnicity"),
        *("Race", "ras", "land_vader", "Land moeder", "nationality", "Nationaliteit 1", "origin"),
        *("americanIndianOrAlaskaNative", "white", "twoOrMoreRaces", "countryOfBirth", "Country"),
        *("nativeHawaiianOrOtherPacificIslander", "demographicRaceTwoOrMoreRaces", "cityOfBirth"),
        # weight, sex, belief, health
        *(
            "gewicht",
            "Leerlinggewicht",
            "weight",
            "M/V",
            "Gender identity",
            "Godsdienst",
            "religion",
        ),
        *("Geloof", "Medische gegevens", "diagnose", "Handicap", "disability status"),
        # passwords
        *("pwd", "pw", "pass", "Initial password", "Wachtwoord (eenmalig)", "passwd", "pincode"),
        *("passphrase", "ww"),
        # addresses
        *("Woonadres", "Postadres", "Home Address", "adresregel 1", "straat", "Straatnaam"),
        *("Huisnummer", "huisnr.", "house number", "Zip", "Zipcode", "Postal Code", "postnummerbe"),
        *(
            "postcodeoverig",
            "City",
            "plaats",
            "Gemeente",
            "State/Province",
            "Bezoekadres",
            "Street",
        ),
        *("Home Street", "Home City", "Address 1 - City", "Country/Region", "Plaats (huidig)"),
        *("IBAN", "Rekeningnummer", "Bankrekening", "Bank account"),
        # what a system of another country or school has
        *("Citizenship", "Hispanic", "Refugee", "ID-bewijs", "Passport number", "V/M", "Geb.land"),
        *("Allergieën", "Dyslexie", "Medicatie", "Levensovertuiging", "Thuistaal", "Huisarts"),
    ],
)
def test_what_may_not_be_kept_is_forbidden(header: str) -> None:
    assert is_forbidden(header)
    assert guess_columns([header, "Naam"], ())[0] is SKIP


@pytest.mark.parametrize(
    "header",
    [
        *("E-mailadres", "Email Address", "mailadres", "Klas", "Username", "Opmerking", "Section"),
        *(
            "",
            "Studentnummer",
            "Grade",
            "Passed",
            "Toets 1",
            "Landelijk examen",
            "Geluid",
            "Status",
        ),
        *("Aanwezig", "Groep", "Mentor", "Raster", "Plaatsing", "Agenda", "Stage"),
    ],
)
def test_what_only_resembles_it_is_not(header: str) -> None:
    assert not is_forbidden(header)


def test_no_known_header_is_forbidden_and_none_stands_under_two_fields() -> None:
    words = [word for words in SYNONYMS.values() for word in words.split()]
    assert len(words) == len(set(words))
    assert not [word for word in words if is_forbidden(word) or normal(word) != word]


def test_student_numbers_with_a_known_name_are_not_taken_for_national_ones() -> None:
    numbers = [("111222333",), ("123456782",), ("100000009",), ("100000010",), ("999999990",)]
    assert forbidden_columns(["Iets"], numbers) == {0}
    assert forbidden_columns(["Studentnummer"], numbers) == frozenset()
    assert forbidden_columns(["Iets"], [*numbers, ("111222334",)]) == frozenset()


def test_a_header_counts_its_known_names() -> None:
    assert known_headers(["Naam", "BSN", "Cijfer", ""]) == 2
    assert known_headers(["Lijst van klas 1B"]) == 0


def test_a_signature_looks_past_case_and_punctuation_but_not_past_order() -> None:
    assert signature(["E-mail", "Naam"]) == signature(["e_mail ", "NAAM"])
    assert signature(["E-mail", "Naam"]) != signature(["Naam", "E-mail"])
    assert signature(["ab", "c"]) != signature(["a", "bc"])


@pytest.mark.parametrize("header", ["Opmerking", "", "Cijfer 1", "Decaan"])
def test_an_unknown_header_is_skipped(header: str) -> None:
    assert field_of(header) is SKIP
