"""What a list and photos would mean, thought over before anything is done."""

from pathlib import Path

import pytest

from builders import school_class
from imports import PEOPLE, class_folder, full_names, portrait, read, rows, take_in
from klasgenoot.domain.errors import StrangePhotos
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.proposing import Proposal, arrivals_of, likely_class, propose
from klasgenoot.operations.reading import columns_of
from made_files import folder, zipped


def proposal(desk: Desk, *paths: Path, into: str = "") -> Proposal:
    """What would come of these files, in the class that is likely meant."""
    found = read(*paths)
    fields = columns_of(desk.vault, found.table) if found.table else ()
    class_id = likely_class(desk.vault, found, fields=fields) if into != "new" else None
    return propose(desk.vault, found, fields=fields, class_id=class_id)


def test_a_difference_says_who_is_new_changed_the_same_and_missing(
    desk: Desk, tmp_path: Path
) -> None:
    take_in(desk, class_folder(tmp_path / "one", photos=0))
    lines = (PEOPLE[0], "500124;Milan;;Berg;;CMV-1B", "500199;Timo;;Bakker;;CMV-1B")
    seen = proposal(desk, folder(tmp_path / "two", {"klas.csv": rows(*lines)})).difference
    assert full_names([match.student for match in seen.same]) == ["Sanne Hoekstra"]
    (changed,) = seen.changed
    assert (changed.student.full_name, changed.fields) == ("Milan van der Berg", ("infix",))
    assert [row.full_name for row in seen.added] == ["Timo Bakker"]
    assert full_names(seen.missing) == ["Noor Aydın"]


def test_who_is_in_another_class_only_is_not_missing_here(desk: Desk, tmp_path: Path) -> None:
    # one row points at two students elsewhere: at one by number, at the other by e-mail
    lines = ("500123;Sanne;;Hoekstra;;CMV-1B", "500124;Milan;;Berg;sanne@school.nl;CMV-1B")
    take_in(desk, folder(tmp_path / "one", {"klas.csv": rows(*lines)}))
    minor = rows("500123;Sanne;;Hoekstra;sanne@school.nl;Minor")
    seen = proposal(desk, folder(tmp_path / "two", {"minor.csv": minor}))
    assert seen.difference.missing == ()
    assert seen.class_name == "Minor"


def test_a_list_is_for_the_class_it_names_whatever_the_case(desk: Desk, tmp_path: Path) -> None:
    class_id = desk.do(add_class, name="cmv 1b").result
    found = read(class_folder(tmp_path / "in"))
    assert found.table
    fields = columns_of(desk.vault, found.table)
    assert likely_class(desk.vault, found, fields=fields) == class_id


def test_a_list_with_another_class_in_it_is_not_for_the_class_its_students_are_in(
    desk: Desk, tmp_path: Path
) -> None:
    take_in(desk, class_folder(tmp_path / "one", photos=0))
    minor = rows(*(line.replace("CMV-1B", "Minor") for line in PEOPLE))
    found = read(folder(tmp_path / "two", {"minor.csv": minor}))
    assert found.table
    fields = columns_of(desk.vault, found.table)
    assert likely_class(desk.vault, found, fields=fields) is None


def test_strange_photos_are_for_no_class_that_is_there(desk: Desk, tmp_path: Path) -> None:
    school_class(desk)
    desk.do(add_class, name="empty")
    files = {f"Voornaam{n} Achternaam{n}.jpg": portrait(n) for n in range(3)}
    found = read(folder(tmp_path / "vakantie", files))
    assert likely_class(desk.vault, found, fields=()) is None


@pytest.mark.parametrize("kind", ["folder", "zip", "photos"])
def test_photos_alone_name_the_class_after_where_they_were(
    desk: Desk, tmp_path: Path, kind: str
) -> None:
    files = {"Sanne Hoekstra.jpg": portrait(1), "Noor Aydın.jpg": portrait(2)}
    where = folder(tmp_path / "CMV_1B", files)
    paths = {
        "folder": [where],
        "zip": [zipped(tmp_path / "CMV_1B.zip", files)],
        "photos": sorted(where.iterdir()),
    }
    assert proposal(desk, *paths[kind]).class_name == "CMV 1B"


def test_photos_without_a_name_are_called_after_their_file(desk: Desk, tmp_path: Path) -> None:
    files = {"IMG_1.jpg": portrait(1), "IMG_2.jpg": portrait(2)}
    rows_of_photos = proposal(desk, folder(tmp_path / "in", files)).rows
    assert [row.full_name for row in rows_of_photos] == ["IMG_1", "IMG_2"]


def test_a_second_photo_of_one_name_is_to_be_looked_at(desk: Desk, tmp_path: Path) -> None:
    files = {"Sanne Hoekstra.jpg": portrait(1), "Sanne Hoekstra (1).jpg": portrait(2)}
    seen = proposal(desk, folder(tmp_path / "in", files))
    assert len(seen.rows) == 1
    assert [(match.person, match.sure) for match in seen.matches] == [(0, True), (0, False)]


def test_photos_nobody_matches_are_left_to_the_teacher(desk: Desk, tmp_path: Path) -> None:
    files = {"klas.csv": rows(*PEOPLE), "IMG_1.jpg": portrait(1)}
    where = folder(tmp_path / "in", files)
    seen = proposal(desk, where, into="new")
    found = read(where)
    with pytest.raises(StrangePhotos) as caught:
        arrivals_of(seen, found)
    assert caught.value.count == 1
    arrivals = arrivals_of(seen, found, photo_of={0: 0})
    assert [arrival.picture is not None for arrival in arrivals] == [True, False, False]
    assert not any(arrival.picture for arrival in arrivals_of(seen, found, photo_of={}))


def test_a_list_may_tell_what_somebody_is_called_and_leaves_open_what_it_does_not(
    desk: Desk, tmp_path: Path
) -> None:
    take_in(desk, class_folder(tmp_path / "one", photos=0))
    header = "Nummer;Voornaam;Roepnaam"
    lines = ("500123;Sanne;San", "500124;;Mil")
    seen = proposal(desk, folder(tmp_path / "two", {"klas.csv": rows(*lines, header=header)}))
    changed = [match.changed_student for match in seen.difference.changed]
    assert full_names(changed) == ["San Hoekstra", "Mil van der Berg"]
    assert [match.fields for match in seen.difference.changed] == [("call_name",)] * 2


@pytest.mark.parametrize(
    ("file", "above", "called"),
    [
        ("39-blackboard.csv", "", ""),
        ("export_2026.csv", "Klas: CMV-1B\r\n", "CMV-1B"),
        ("export_2026.csv", "Groep;HICT 2\r\nPeriode;3\r\n", "HICT 2"),
        ("CMV-1C.csv", "", "CMV-1C"),
    ],
)
def test_a_new_class_is_called_after_what_the_list_says_or_the_teacher_is_asked(
    file: str, above: str, called: str, desk: Desk, tmp_path: Path
) -> None:
    header = "Voornaam;Achternaam"
    where = folder(tmp_path / "in", {file: above.encode() + rows("Bo;Vos", header=header)})
    assert proposal(desk, where / file, into="new").class_name == called
