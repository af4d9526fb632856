"""Lists that come in several tables: OneRoster 1.1 and 1.2, School Data Sync v1, v2 and v2.1."""

from klasgenoot.domain.columns import Table, guess_columns
from klasgenoot.domain.joining import HEADER, joined
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.domain.roster import rows_from


def table(header: str, *rows: str, source: str = "users.csv") -> Table:
    width = len(header.split(","))
    return Table(
        header=tuple(header.split(",")),
        rows=tuple((*row.split(","), *[""] * width)[:width] for row in rows),
        lines=tuple(range(2, 2 + len(rows))),
        source=source,
    )


USERS_11 = table(
    "sourcedId,status,enabledUser,orgSourcedIds,role,username,givenName,familyName,identifier,email",
    "u1,active,true,o,student,sem,Sem,de Wit,500123,sem@x.example",
    "u2,active,true,o,student,fay,Fay,Vos,500124,",
    "u3,active,true,o,teacher,mia,Mia,Kok,,mia@x.example",
    "u4,active,true,o,student,lux,Lux,Bos,500125,",
    "u5,tobedeleted,true,o,student,weg,Weg,Weg,500126,",
    "u6,active,true,o,parent,pa,Pa,Vos,,",
)
CLASSES = table(
    "sourcedId,status,title,courseSourcedId,classType",
    "c1,active,Physics,k1,scheduled",
    "c2,active,History,k2,homeroom",
    "c3,tobedeleted,Latin,k2,homeroom",
)
LINKS = table(
    "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role",
    "e1,active,c1,o,u1,student",
    "e2,active,c2,o,u1,student",
    "e3,active,c1,o,u2,student",
    "e4,active,c1,o,u3,teacher",
    "e5,tobedeleted,c2,o,u2,student",
    "e6,active,c1,o,nobody,student",
    "e7,active,nowhere,o,u2,Student",
    "e8,active,c2,o,u5,student",
)
OTHERS = (
    table("sourcedId,status,name,type,parentSourcedId", "o,active,School,school,"),
    table("sourcedId,status,title,type,startDate", "t,active,Term,term,2026-09-01"),
    table("sourcedId,status,title,courseCode", "k1,active,Course,1", "k2,active,Course 2,2"),
)


def told(found: Table | None) -> list[tuple[str, str]]:
    assert found is not None
    return [(f"{row[1]} {row[2]}", row[5]) for row in found.rows]


def test_every_enrolment_of_a_student_is_a_row_and_staff_stands_at_the_end() -> None:
    found = joined([*OTHERS, LINKS, CLASSES, USERS_11])
    assert found is not None
    assert found.header == HEADER
    assert found.rows == (
        ("500123", "Sem", "de Wit", "sem@x.example", "sem", "Physics", "student"),
        ("500123", "Sem", "de Wit", "sem@x.example", "sem", "History", "student"),
        ("500124", "Fay", "Vos", "", "fay", "Physics", "student"),
        ("500124", "Fay", "Vos", "", "fay", "", "Student"),
        ("", "Mia", "Kok", "mia@x.example", "mia", "Physics", "teacher"),
    )
    assert found.lines == (2, 2, 3, 3, 4)
    assert found.source == "users.csv"


def test_what_leads_nowhere_and_who_is_in_no_class_is_said() -> None:
    found = joined([LINKS, CLASSES, USERS_11])
    assert found is not None
    assert set(found.remarks) == {
        Remark(RemarkKind.BROKEN_LINKS, 3),
        Remark(RemarkKind.WITHOUT_CLASS, 1),
    }


def test_the_mapping_knows_what_was_joined_and_leaves_staff_out() -> None:
    found = joined([LINKS, CLASSES, USERS_11])
    assert found is not None
    rows = rows_from(found, fields=guess_columns(found.header, found.rows))
    assert [(row.full_name, row.student_number) for row in rows] == [
        ("Sem de Wit", "500123"),
        ("Fay Vos", "500124"),
    ]


def test_in_one_roster_1_2_names_that_were_chosen_go_first_and_roles_have_a_file() -> None:
    users = table(
        "sourcedId,username,givenName,familyName,prefferedGivenName,preferredFamilyName",
        "u1,s,Sebastiaan,Bos,Bas,",
        "u2,m,Mia,Kok,,",
        "u3,l,Lux,Vos,,de Vos",
    )
    roles = table(
        "sourcedId,userSourcedId,roleType,role,orgSourcedId",
        "r1,u1,primary,student,o",
        "r2,u2,primary,teacher,o",
        "r3,u3,secondary,guardian,o",
        "r4,u3,primary,student,o",
    )
    links = table("classSourcedId,userSourcedId,role", "c1,u1,student", "c1,u2,teacher")
    found = joined([users, roles, links, CLASSES])
    assert told(found) == [("Bas Bos", "Physics"), ("Mia Kok", "Physics")]
    assert found
    assert found.remarks == (Remark(RemarkKind.WITHOUT_CLASS, 1),)


def test_school_data_sync_v1_has_teachers_in_files_of_their_own() -> None:
    students = table(
        "SIS ID,School SIS ID,First Name,Last Name,Username,Student Number,Grade",
        "1,o,Sem,Bos,sbos,0500123,9",
        "2,o,Fay,Vos,fvos,0500124,9",
    )
    teachers = table("SIS ID,School SIS ID,First Name,Last Name,Teacher Number", "9,o,Mia,Kok,7")
    sections = table("SIS ID,School SIS ID,Section Name,Course SIS ID", "c,o,Algebra,k")
    enrolled = table("Section SIS ID,SIS ID", "c,1", "c,2")
    taught = table("Section SIS ID,SIS ID", "c,9")
    found = joined([enrolled, sections, students, taught, teachers])
    assert found is not None
    assert [(row[0], row[1], row[5], row[6]) for row in found.rows] == [
        ("0500123", "Sem", "Algebra", "student"),
        ("0500124", "Fay", "Algebra", "student"),
        ("", "Mia", "Algebra", "teacher"),
    ]


def test_school_data_sync_v2_1_joins_too() -> None:
    users = table("sourcedId,username,givenName,familyName,email", "13001,o@x,Ora,Klein,o@x.nl")
    classes = table("sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId", "c,o,Math,,")
    links = table("classSourcedId,userSourcedId,role", "c,13001,Student")
    roles = table("userSourcedId,orgSourcedId,role,isPrimary", "13001,o,Student,true")
    found = joined([users, classes, links, roles])
    assert found is not None
    assert found.rows == (("13001", "Ora", "Klein", "o@x.nl", "o@x", "Math", "Student"),)


def test_one_table_alone_is_left_as_it_is() -> None:
    assert joined([USERS_11]) is None
    assert joined([USERS_11, CLASSES]) is None
    assert joined([LINKS, CLASSES]) is None
    assert joined([]) is None


def test_a_list_with_classes_of_its_own_is_no_part_of_a_set() -> None:
    groups = table("OrgDefinedId,Username,LastName,FirstName,GroupName", "1,s,Bos,Sem,A")
    assert joined([groups, LINKS]) is None
