from contextlib import closing
from pathlib import Path

import pytest

from klasgenoot.domain.errors import UnreadableList
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.rosters import read_roster
from klasgenoot.exchange.sources import read_source
from made_cards import card
from made_files import folder, jpeg, real_input, zipped


def test_the_list_with_names_is_chosen_from_all_text(cage: Cage, tmp_path: Path) -> None:
    place = folder(
        tmp_path,
        {
            "LEESMIJ.txt": b"Dit zijn de foto's van klas 1B.\nGroet, Mia\n" * 9,
            "enrollments.csv": b"classSourcedId,userSourcedId,role\n1,2,student\n" * 5,
            "klas.csv": b"Voornaam;Achternaam\nSem;Bos\n",
            "page.html": b"<html></html>",
        },
    )
    with closing(read_source([place], cage=cage)) as source:
        found, _ = read_roster(source, cage=cage)
    assert found is not None
    assert found.source == "klas.csv"


def test_lists_that_are_each_a_class_come_together(cage: Cage, tmp_path: Path) -> None:
    place = folder(
        tmp_path,
        {
            "1A/lijst.csv": b"Voornaam;Achternaam\nSem;Bos\n",
            "1B/lijst.csv": b"Achternaam;Voornaam\nVos;Fay\nKok;Lux\n",
            "CMV_2.csv": b"Voornaam;Achternaam\nJo;Dam\n",
            "cijfers.csv": b"Naam;Cijfer\nSem Bos;8\n",
        },
    )
    with closing(read_source([place], cage=cage)) as source:
        found, _ = read_roster(source, cage=cage)
    assert found is not None
    assert found.header == ("Achternaam", "Voornaam", "class")
    assert set(found.rows) == {
        *(("Dam", "Jo", "CMV 2"), ("Bos", "Sem", "1A")),
        *(("Kok", "Lux", "1B"), ("Vos", "Fay", "1B")),
    }


def test_cards_of_one_person_each_are_one_list_and_no_classes(cage: Cage, tmp_path: Path) -> None:
    names = {"Noor": "Jansen", "Milan": "van der Berg", "Zoë": "Aydın"}
    cards = {f"{n}.vcf": card(f"N:{rest};{n};;;").encode() for n, rest in names.items()}
    with closing(read_source([folder(tmp_path / "1B", cards)], cage=cage)) as source:
        found, _ = read_roster(source, cage=cage)
    assert found is not None
    assert {(row[0], row[2]) for row in found.rows} == set(names.items())
    assert "class" not in found.header
    assert found.lines == (1, 2, 3)
    assert found.remarks == (Remark(RemarkKind.LOOSE, 3),)


def test_photos_alone_bring_no_list(cage: Cage, tmp_path: Path) -> None:
    with closing(read_source([folder(tmp_path, {"1.jpg": jpeg()})], cage=cage)) as source:
        assert read_roster(source, cage=cage)[0] is None


def test_a_letter_beside_photos_is_no_list(cage: Cage, tmp_path: Path) -> None:
    letter = b"Beste Mia,\nhierbij de foto's van mijn klas, die ik maandag heb gemaakt.\n" * 3
    place = folder(tmp_path, {"1.jpg": jpeg(), "LEESMIJ.txt": letter})
    with closing(read_source([place], cage=cage)) as source:
        assert read_roster(source, cage=cage)[0] is None


def test_a_list_that_cannot_be_read_says_why(cage: Cage, tmp_path: Path) -> None:
    place = folder(tmp_path, {"1.jpg": jpeg(), "klas": b"\x81\x8d" * 9})
    with closing(read_source([place], cage=cage)) as source, pytest.raises(UnreadableList):
        read_roster(source, cage=cage)


ONE_ROSTER = {
    "manifest.csv": b"propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n",
    "users.csv": b"""sourcedId,status,role,username,givenName,familyName,identifier,email,password
u1,,student,sem,Sem,de Wit,0500123,sem@x.example,geheim
u2,,student,zoe,Zo\xc3\xab,Vos,0500124,,geheim
u3,,teacher,mia,Mia,Kok,,mia@x.example,geheim
""",
    "classes.csv": b"sourcedId,status,title,courseSourcedId\nc1,,Physics,k\nc2,,History,k\n",
    "enrollments.csv": b"""sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role
e1,,c1,o,u1,student
e2,,c2,o,u1,student
e3,,c1,o,u2,student
e4,,c1,o,u3,teacher
""",
    "orgs.csv": b"sourcedId,status,name,type,identifier,parentSourcedId\no,,School,school,,\n",
    "demographics.csv": b"sourcedId,birthDate,sex,asian\nu1,2005-01-01,female,true\n" * 9,
    "userProfiles.csv": b"sourcedId,userSourcedId,username,password\np,u1,sem,geheim\n" * 9,
}


def test_files_of_one_roster_become_one_list(cage: Cage, tmp_path: Path) -> None:
    path = zipped(tmp_path / "export.zip", ONE_ROSTER)
    with closing(read_source([path], cage=cage)) as source:
        found, troubles = read_roster(source, cage=cage)
    assert found is not None
    assert troubles == ()
    assert [row[1:3] + row[5:] for row in found.rows] == [
        ("Sem", "de Wit", "Physics", "student"),
        ("Sem", "de Wit", "History", "student"),
        ("Zoë", "Vos", "Physics", "student"),
        ("Mia", "Kok", "Physics", "teacher"),
    ]
    cells = [cell for row in found.rows for cell in row]
    assert not {"geheim", "2005-01-01", "female", "true"} & set(cells)


def test_what_holds_origin_and_birth_is_never_opened(cage: Cage, tmp_path: Path) -> None:
    asked: list[str] = []
    path = zipped(tmp_path / "export.zip", ONE_ROSTER)
    with closing(read_source([path], cage=cage)) as source:

        class Watched(Cage):
            def __init__(self) -> None: ...

            def read_each(self, reader, files):  # type: ignore[no-untyped-def, override]
                files = list(files)
                asked.extend(file.stem for file in files)
                return cage.read_each(reader, files)

        read_roster(source, cage=Watched())
    assert asked
    assert not {"demographics", "userProfiles"} & set(asked)


def test_teachers_are_told_by_their_file_where_no_column_does(cage: Cage, tmp_path: Path) -> None:
    person = "SIS ID,School SIS ID,First Name,Last Name,Username\n"
    files = {
        "Student.csv": f"{person}500101,1,Noor,Jansen,nj\n",
        "Teacher.csv": f"{person}t1,1,Mia,Kok,mk\n",
        "Section.csv": "SIS ID,School SIS ID,Section Name\nc1,1,CMV-1A\n",
        "StudentEnrollment.csv": "Section SIS ID,SIS ID\nc1,500101\n",
        "TeacherRoster.csv": "Section SIS ID,SIS ID\nc1,t1\n",
    }
    place = folder(tmp_path / "in", {name: text.encode() for name, text in files.items()})
    with closing(read_source([place], cage=cage)) as source:
        found, _ = read_roster(source, cage=cage)
    assert found is not None
    assert [row[1:3] + row[5:] for row in found.rows] == [
        ("Noor", "Jansen", "CMV-1A", "student"),
        ("Mia", "Kok", "CMV-1A", "teacher"),
    ]


def test_half_a_set_still_gives_names(cage: Cage, tmp_path: Path) -> None:
    path = zipped(tmp_path / "half.zip", {"users.csv": ONE_ROSTER["users.csv"]})
    with closing(read_source([path], cage=cage)) as source:
        found, _ = read_roster(source, cage=cage)
    assert found is not None
    assert len(found.rows) == 3


def test_a_list_that_cannot_be_read_beside_one_that_can_is_named(
    cage: Cage, tmp_path: Path
) -> None:
    place = folder(tmp_path, {"klas.csv": b"Naam\nSem Bos\n", "oud.xls": b"<rss></rss>"})
    with closing(read_source([place], cage=cage)) as source:
        found, troubles = read_roster(source, cage=cage)
    assert found is not None
    assert [(type(each), each.source) for each in troubles] == [(UnreadableList, "oud.xls")]


def test_a_real_one_roster_zip_is_joined(cage: Cage) -> None:
    with closing(
        read_source([real_input("rosters/oneroster-1.1-minimal.zip")], cage=cage)
    ) as source:
        found, _ = read_roster(source, cage=cage)
    assert found is not None
    assert [row[1:3] + row[5:] for row in found.rows] == [
        ("Jim", "Smith", "Introduction to Physics", "student"),
        ("mmichel", "Jones", "Introduction to Physics", "student"),
        ("Jim", "Smith", "History - 2", "student"),
        ("mmichel", "Jones", "History - 2", "student"),
        ("John", "Doe", "Introduction to Physics", "teacher"),
        ("John", "Doe", "History - 2", "teacher"),
    ]
    assert not any("assword" in cell for row in found.rows for cell in row)


@pytest.mark.parametrize(("version", "count", "students"), [("v1", 44, 44), ("v2", 29, 22)])
def test_real_school_data_sync_is_joined(
    cage: Cage, version: str, count: int, students: int
) -> None:
    places = sorted(real_input("rosters").glob(f"sds-{version}-*.csv"))
    with closing(read_source(places, cage=cage)) as source:
        found, _ = read_roster(source, cage=cage)
    assert found is not None
    assert len(found.rows) == count
    assert sum(row[6].casefold() == "student" for row in found.rows) == students
    assert found.remarks == ()


def test_a_list_that_stays_behind_is_said(cage: Cage, tmp_path: Path) -> None:
    place = folder(
        tmp_path,
        {
            "klas.csv": b"Voornaam;Achternaam;Nummer\nSem;Bos;1\nFay;Vos;2\n",
            "mentoren.csv": b"Naam;E-mail\nKees Komen;k@x.nl\n",
            "LEESMIJ.txt": b"Geen lijst, maar een tekst.\n",
        },
    )
    with closing(read_source([place], cage=cage)) as source:
        found, _ = read_roster(source, cage=cage)
    assert found is not None
    assert found.remarks == (Remark(RemarkKind.OTHER_LISTS, 1, "mentoren.csv"),)
