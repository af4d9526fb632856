"""One import, from choosing files to keeping the class, drawn as text.

review · CMV-1B           the step, and the class (a new one has a +)
+ Sanne Hoekstra [0]      + new, ~ changed, = the same; [n] the photo, [✓] that of the vault
? foto.jpg → Milan Berg   a photo to be looked at
> Timo Bakker             not in the list; x when ticked
! trouble                 !! what is wrong with the name
"""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import TODAY
from imports import PEOPLE, called, class_folder, names_in, portrait, rows, take_in
from klasgenoot.domain.columns import Field, Table
from klasgenoot.domain.errors import NoList
from klasgenoot.domain.people import Crop, PhotoId, Student, StudentId
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.operations.classes import add_class, remove_class
from klasgenoot.operations.students import add_student, edit_student, set_photo
from klasgenoot.store import photos
from klasgenoot.store.photos import StoredPhoto
from klasgenoot.store.students import all_students
from klasgenoot.viewmodels import importing
from klasgenoot.viewmodels.import_entries import Change, Fate, place_of_photo
from klasgenoot.viewmodels.import_remarks import remark_words
from klasgenoot.viewmodels.importing import ImportViewModel, Step
from klasgenoot.viewmodels.session import Session
from made_files import GOLDEN, folder, jpeg

MARKS = {Fate.ADDED: "+", Fate.CHANGED: "~", Fate.SAME: "="}


def drawn(view_model: ImportViewModel) -> str:
    """The whole state as text; see above."""
    names = {known.id: known.name for known in view_model.classes}
    where = f"+ {view_model.class_name}"
    if view_model.class_id is not None:
        where = names[view_model.class_id]
    lines = [f"{view_model.step.value} · {where}" if view_model.rows else view_model.step.value]
    for entry in view_model.entries:
        photo = "" if entry.photo is None else f" [{place_in(entry.photo)}]"
        lines.append(f"{MARKS[entry.fate]} {entry.name}{photo}")
    for doubt in view_model.doubts:
        meant = "" if doubt.row is None else f" → {view_model.rows[doubt.row].full_name}"
        lines.append(f"? {doubt.file}{meant}")
    lines += [
        f"{'x' if each.leaves else '>'} {each.student.full_name}" for each in view_model.missing
    ]
    if view_model.trouble:
        lines.append(f"! {view_model.trouble}")
    if view_model.name_trouble:
        lines.append(f"!! {view_model.name_trouble}")
    return "\n".join(lines)


def place_in(photo: PhotoId) -> str:
    place = place_of_photo(photo)
    return "✓" if place is None else str(place)


@pytest.fixture
def view_model(session: Session, qtbot: QtBot) -> ImportViewModel:
    return ImportViewModel(session)


def take(qtbot: QtBot, view_model: ImportViewModel, *paths: Path) -> None:
    """Reads files and waits until they are read."""
    view_model.read(paths)
    qtbot.waitUntil(lambda: view_model.step is not Step.READING, timeout=30_000)


def test_a_first_import_goes_from_files_to_a_class(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    assert drawn(view_model) == "files"
    take(qtbot, view_model, class_folder(tmp_path / "in"))
    assert drawn(view_model) == (
        "columns · + CMV-1B\n+ Noor Aydın [2]\n+ Milan van der Berg [1]\n+ Sanne Hoekstra [0]"
    )
    view_model.go_to(Step.REVIEW)
    with qtbot.waitSignal(view_model.kept):
        assert view_model.keep()
    assert drawn(view_model) == "files"
    assert names_in(session.desk, "CMV-1B") == [
        "Noor Aydın",
        "Milan van der Berg",
        "Sanne Hoekstra",
    ]
    assert session.current_class
    assert session.current_class.name == "CMV-1B"


def test_reading_tells_how_far_it_is(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    heard: list[tuple[int, int]] = []
    view_model.progressed.connect(lambda done, total: heard.append((done, total)))
    take(qtbot, view_model, class_folder(tmp_path / "in"))
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_what_was_stopped_leaves_nothing(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    view_model.read([class_folder(tmp_path / "in")])
    assert drawn(view_model) == "reading"
    view_model.start_over()
    assert drawn(view_model) == "files"
    view_model.close_work()
    assert drawn(view_model) == "files"
    assert session.classes == ()


def test_what_cannot_be_read_is_said_where_files_are_chosen(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, folder(tmp_path / "in", {"klas.csv": jpeg()}))
    assert drawn(view_model) == (
        "files\n! klas.csv is not a list that can be read. Save it as CSV and try again."
    )
    take(qtbot, view_model, class_folder(tmp_path / "good", photos=0))
    assert "!" not in drawn(view_model)


def test_without_a_column_for_names_it_waits_for_one_to_be_pointed_out(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    table = rows("500123;s@x.nl;Sanne Hoekstra", "500124;;Milan Berg", header="Nummer;Mail;Wie")
    take(qtbot, view_model, folder(tmp_path / "in", {"klas.csv": table}))
    assert drawn(view_model) == (
        "columns\n! No column with names was found in klas.csv. Point out which one it is."
    )
    assert not view_model.keep()
    assert view_model.header == ("Nummer", "Mail", "Wie")
    view_model.set_field(2, Field.WHOLE_NAME)
    assert drawn(view_model) == "columns · + klas\n+ Milan Berg\n+ Sanne Hoekstra"


def test_a_field_stands_in_one_column_only(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, class_folder(tmp_path / "in", photos=0))
    assert len(view_model.sample) == 3
    view_model.set_field(4, Field.STUDENT_NUMBER)
    assert view_model.fields[0] is Field.SKIP
    assert view_model.fields[4] is Field.STUDENT_NUMBER
    view_model.set_field(4, Field.SKIP)
    assert view_model.fields.count(Field.SKIP) == 2


def test_columns_are_remembered_when_the_class_is_taken_in_and_not_before(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    where = class_folder(tmp_path / "in", photos=0)
    take(qtbot, view_model, where)
    view_model.set_field(4, Field.SKIP)
    view_model.start_over()
    take(qtbot, view_model, where)
    assert view_model.fields[4] is Field.EMAIL
    view_model.set_field(4, Field.SKIP)
    assert view_model.keep()
    take(qtbot, view_model, where)
    assert view_model.fields[4] is Field.SKIP


@pytest.fixture
def doubtful(qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path) -> ImportViewModel:
    """One photo that is sure, one that may be Milan's, and one that nobody knows."""
    files = {
        "klas.csv": rows(*PEOPLE),
        "500123.jpg": portrait(0),
        "berg_m.jpg": portrait(1),
        "IMG_2043.jpg": portrait(2),
    }
    take(qtbot, view_model, folder(tmp_path / "in", files))
    return view_model


def test_doubts_are_settled_one_by_one(doubtful: ImportViewModel) -> None:
    assert drawn(doubtful) == (
        "columns · + CMV-1B\n"
        "+ Noor Aydın\n+ Milan van der Berg\n+ Sanne Hoekstra [0]\n"
        "? berg_m.jpg → Milan van der Berg\n? IMG_2043.jpg"
    )
    doubtful.settle(1, 1)
    doubtful.settle(2, None)
    assert drawn(doubtful) == (
        "columns · + CMV-1B\n+ Noor Aydın\n+ Milan van der Berg [1]\n+ Sanne Hoekstra [0]"
    )


def test_a_student_keeps_one_photo_and_the_other_is_looked_at_again(
    doubtful: ImportViewModel,
) -> None:
    doubtful.settle(2, 0)
    assert drawn(doubtful) == (
        "columns · + CMV-1B\n"
        "+ Noor Aydın\n+ Milan van der Berg\n+ Sanne Hoekstra [2]\n"
        "? berg_m.jpg → Milan van der Berg\n? 500123.jpg"
    )


def test_a_photo_that_seemed_sure_is_taken_back(doubtful: ImportViewModel) -> None:
    doubtful.unsettle(0)
    assert doubtful.doubts[0].file == "500123.jpg"
    assert doubtful.doubts[0].row == 0
    assert doubtful.photo_rows == {}


def test_photos_nobody_looked_at_stay_out(doubtful: ImportViewModel, session: Session) -> None:
    assert doubtful.keep()
    assert called(session.desk, "Sanne").photo
    assert called(session.desk, "Milan").photo is None


def test_what_was_settled_outlives_the_choice_of_a_class(
    doubtful: ImportViewModel, session: Session
) -> None:
    doubtful.settle(1, 1)
    minor = session.do(add_class, name="Minor")
    doubtful.choose_class(minor)
    assert drawn(doubtful).startswith("columns · Minor\n+ Noor Aydın\n+ Milan van der Berg [1]")
    doubtful.choose_class(None)
    assert drawn(doubtful).startswith("columns · + CMV-1B\n+ Noor Aydın\n+ Milan van der Berg [1]")


def test_strange_photos_are_said_to_be_strange(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    files = {"klas.csv": rows(*PEOPLE), "IMG_1.jpg": portrait(1), "IMG_2.jpg": portrait(2)}
    assert view_model.strange_photos == ""
    take(qtbot, view_model, folder(tmp_path / "in", files))
    assert view_model.strange_photos.startswith("None of the 2 photo(s)")
    take(qtbot, view_model, class_folder(tmp_path / "good"))
    assert view_model.strange_photos == ""
    take(qtbot, view_model, class_folder(tmp_path / "bare", photos=0))
    assert view_model.strange_photos == ""


def test_photos_that_are_called_after_numbers_ask_for_their_list(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    photos = {"500123.jpg": portrait(0), "500124.jpg": portrait(1)}
    take(qtbot, view_model, folder(tmp_path / "in", photos))
    assert view_model.are_nameless
    view_model.choose_more()
    take(qtbot, view_model, folder(tmp_path / "more", {"klas.csv": rows(*PEOPLE)}))
    assert not view_model.are_nameless
    assert len(view_model.photo_rows) == 2


def test_what_is_refused_is_told_in_words(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    assert view_model.refused == ()
    where = class_folder(tmp_path / "in")
    (where / "kapot.jpg").write_bytes(jpeg()[:300])
    take(qtbot, view_model, where)
    assert view_model.refused == ("kapot.jpg is damaged and cannot be shown.",)


@pytest.fixture
def known(session: Session, tmp_path: Path) -> Session:
    """A session with the class already taken in."""
    take_in(session.desk, class_folder(tmp_path / "known"))
    return session


def test_a_second_import_shows_what_is_different(
    qtbot: QtBot, known: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    lines = (
        PEOPLE[0],
        "500124;Milan;;Berg;m.berg@school.nl;CMV-1B",
        "500199;Timo;;Bakker;;CMV-1B",
    )
    files = {"klas.csv": rows(*lines), "500123.jpg": portrait(9)}
    take(qtbot, view_model, folder(tmp_path / "in", files))
    assert drawn(view_model) == (
        "columns · CMV-1B\n+ Timo Bakker\n~ Milan Berg [✓]\n~ Sanne Hoekstra [0]\n> Noor Aydın"
    )
    timo, milan, sanne = view_model.entries
    assert timo.sentence == "Timo Bakker, new, no photo, row 4"
    assert milan.sentence == "Milan Berg, changed, row 3"
    assert milan.was_called == "Milan van der Berg"
    assert [(change.field, change.before, change.after) for change in milan.changes] == [
        ("email", "milan@school.nl", "m.berg@school.nl")
    ]
    assert (milan.has_new_photo, sanne.has_new_photo) == (False, True)
    assert (sanne.was_called, sanne.changes) == ("", ())


def test_the_same_import_again_is_all_the_same(
    qtbot: QtBot, known: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, class_folder(tmp_path / "in"))
    assert drawn(view_model) == (
        "columns · CMV-1B\n= Noor Aydın [✓]\n= Milan van der Berg [✓]\n= Sanne Hoekstra [✓]"
    )
    assert view_model.photo_bytes(view_model.entries[0].photo or PhotoId(""), large=False)


def test_a_photo_of_the_teachers_own_is_shown_to_stay(
    qtbot: QtBot, known: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    own = photos.keep_photo(known.vault, StoredPhoto(b"own", b"own", 4, 5))
    sanne = called(known.desk, "Sanne")
    known.do(set_photo, student_id=sanne.id, photo=own, crop=Crop(0, 0, 1, 1))
    take(qtbot, view_model, class_folder(tmp_path / "in"))
    entry = next(entry for entry in view_model.entries if entry.student.id == sanne.id)
    assert (entry.fate, entry.photo) == (Fate.SAME, own)


def test_who_left_is_ticked_and_goes(
    qtbot: QtBot, known: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE[:2])}))
    (noor,) = view_model.missing
    view_model.tick(noor.student.id, class_id=noor.class_id, leaves=True)
    view_model.tick(noor.student.id, class_id=noor.class_id, leaves=False)
    view_model.tick(noor.student.id, class_id=noor.class_id, leaves=True)
    assert drawn(view_model).endswith("x Noor Aydın")
    assert view_model.keep()
    assert names_in(known.desk, "CMV-1B") == ["Milan van der Berg", "Sanne Hoekstra"]


def test_a_tick_goes_with_the_class_it_was_set_in(
    qtbot: QtBot, known: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE[:2])}))
    (noor,) = view_model.missing
    view_model.tick(noor.student.id, class_id=noor.class_id, leaves=True)
    view_model.choose_class(None)
    assert view_model.missing == ()
    view_model.name_class("Minor")
    assert view_model.keep()
    assert names_in(known.desk, "Minor") == ["Milan van der Berg", "Sanne Hoekstra"]
    assert "Noor Aydın" in names_in(known.desk, "CMV-1B")


def test_the_name_follows_the_list_until_the_teacher_types_one(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, class_folder(tmp_path / "in", photos=0))
    assert view_model.class_name == "CMV-1B"
    view_model.set_field(5, Field.SKIP)
    assert view_model.class_name == "klas"
    view_model.name_class("Mijn klas")
    view_model.set_field(5, Field.CLASS)
    assert view_model.class_name == "Mijn klas"


def test_a_new_class_without_a_name_is_not_kept(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    take(qtbot, view_model, class_folder(tmp_path / "in", photos=0))
    view_model.go_to(Step.REVIEW)
    view_model.name_class("  ")
    assert not view_model.keep()
    assert drawn(view_model).endswith("!! Give a name first.")
    assert session.classes == ()
    view_model.go_to(Step.COLUMNS)
    assert "!!" not in drawn(view_model)


def test_of_a_class_that_went_in_the_meantime_a_new_one_is_proposed(
    qtbot: QtBot, known: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, class_folder(tmp_path / "in"))
    view_model.go_to(Step.REVIEW)
    known.undo()
    new = "+ Noor Aydın [2]\n+ Milan van der Berg [1]\n+ Sanne Hoekstra [0]"
    assert drawn(view_model) == f"review · + CMV-1B\n{new}"
    known.redo()
    assert drawn(view_model).startswith("review · CMV-1B\n= Noor Aydın [✓]")
    known.undo()
    assert view_model.keep()
    assert len(names_in(known.desk, "CMV-1B")) == 3


def test_what_changed_in_the_meantime_is_not_written_over(
    qtbot: QtBot, known: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, class_folder(tmp_path / "in"))
    sanne = called(known.desk, "Sanne")
    known.do(edit_student, changed=replace(sanne, pronunciation="san-ne", call_name="San"))
    assert "= San Hoekstra" in drawn(view_model)
    assert view_model.keep()
    assert called(known.desk, "San").pronunciation == "san-ne"


def test_another_import_in_the_meantime_doubles_nobody(
    qtbot: QtBot, session: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, class_folder(tmp_path / "in"))
    other = ImportViewModel(session)
    take(qtbot, other, class_folder(tmp_path / "other"))
    assert other.keep()
    assert drawn(view_model).startswith("columns · CMV-1B\n= Noor Aydın [✓]")
    assert view_model.keep()
    assert len(names_in(session.desk, "CMV-1B")) == 3


def test_choices_that_still_make_sense_outlive_a_change(
    qtbot: QtBot, known: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    minor = known.do(add_class, name="Minor")
    take(qtbot, view_model, folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE[:1])}))
    _, noor = view_model.missing
    view_model.tick(noor.student.id, class_id=noor.class_id, leaves=True)
    known.do(edit_student, changed=replace(called(known.desk, "Sanne"), note="zit vooraan"))
    assert [each.student.id for each in view_model.missing if each.leaves] == [noor.student.id]
    view_model.choose_class(minor)
    known.do(edit_student, changed=replace(called(known.desk, "Sanne"), note=""))
    assert view_model.class_id == minor
    known.do(remove_class, class_id=minor)
    assert drawn(view_model).startswith("columns · CMV-1B")


def test_whose_photos_they_are_outlives_a_change_of_the_class(
    qtbot: QtBot, known: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    files = {f"{name}.jpg": portrait(n + 7) for n, name in enumerate(("500123", "500124", "kiek"))}
    take(qtbot, view_model, folder(tmp_path / "in", files))
    view_model.settle(2, 0)  # Noor
    view_model.unsettle(0)
    timo = Student(id=StudentId(0), given_name="Timo", family_name="Bakker")
    assert view_model.class_id
    known.do(add_student, class_id=view_model.class_id, draft=timo, joined=TODAY)
    assert drawn(view_model) == (
        "columns · CMV-1B\n"
        "~ Noor Aydın [2]\n= Timo Bakker\n~ Milan van der Berg [1]\n= Sanne Hoekstra [✓]\n"
        "? 500123.jpg → Sanne Hoekstra"
    )


def test_photos_alone_come_to_whom_they_belong(
    qtbot: QtBot, known: Session, view_model: ImportViewModel, tmp_path: Path
) -> None:
    known.do(edit_student, changed=called(known.desk, "Sanne"))
    files = {"500123.jpg": portrait(7), "Milan van der Berg.jpg": portrait(1)}
    take(qtbot, view_model, folder(tmp_path / "in", files))
    assert view_model.header == ()
    assert view_model.sample == ()
    assert drawn(view_model) == (
        "columns · CMV-1B\n= Noor Aydın [✓]\n= Milan van der Berg [✓]\n~ Sanne Hoekstra [0]"
    )


def test_without_anything_read_there_is_nothing_to_show(view_model: ImportViewModel) -> None:
    assert view_model.entries == ()
    assert view_model.photo_bytes(PhotoId("0"), large=True) == b""
    assert view_model.crop_of(0) is None
    assert view_model.rows == ()
    assert not view_model.keep()
    view_model.choose_class(None)


def test_the_photos_that_were_read_are_shown_in_two_sizes(doubtful: ImportViewModel) -> None:
    small, large = (doubtful.photo_bytes(PhotoId("0"), large=size) for size in (False, True))
    assert small.startswith(b"\xff\xd8")
    assert large.startswith(b"\xff\xd8")
    assert doubtful.photo_bytes(PhotoId("99"), large=True) == b""
    crop = doubtful.crop_of(0)
    assert crop
    assert crop.width == pytest.approx(1.0)


def test_another_import_takes_the_place_of_one_that_is_still_read(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = class_folder(tmp_path / "in"), class_folder(tmp_path / "two", photos=1)
    view_model.read([first])
    take(qtbot, view_model, second)
    assert drawn(view_model).count("[") == 1

    def fail(*_: object, **__: object) -> None:
        raise NoList("in")

    monkeypatch.setattr(importing, "read_import", fail)
    take(qtbot, view_model, first)
    assert drawn(view_model).startswith("files\n! No class list and no photos")


# ---- what a list had, and what of it comes ----

GROUPS = rows(
    "500123;Sanne;;Hoekstra;;CMV-1A",
    "500124;Milan;van der;Berg;;CMV-1B",
    "500125;Noor;;Aydın;;CMV-1B",
    "500123;Sanne;;Hoekstra;;CMV-1B",
)


def ticked(view_model: ImportViewModel) -> str:
    """The classes of the list: x when ticked, + when it is new, then what happens in it."""
    lines = []
    for line in view_model.list_classes:
        told = f"{'x' if line.is_taken else '-'} {line.name} {line.count}"
        if line.added is not None:
            new = "+ " if line.is_new else ""
            told += f": {new}{line.added} new, {line.changed} changed, {line.missing} missing"
        lines.append(told)
    return "\n".join(lines)


def test_a_handful_of_classes_is_taken_in_at_once_each_by_itself(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    take(qtbot, view_model, folder(tmp_path / "in", {"lijst.csv": GROUPS}))
    assert ticked(view_model) == (
        "x CMV-1A 1: + 1 new, 0 changed, 0 missing\nx CMV-1B 3: + 3 new, 0 changed, 0 missing"
    )
    assert view_model.is_each
    assert [entry.classes for entry in view_model.entries] == [
        ("CMV-1B",),
        ("CMV-1B",),
        ("CMV-1A", "CMV-1B"),
    ]
    assert view_model.keep()
    assert names_in(session.desk, "CMV-1A") == ["Sanne Hoekstra"]
    assert len(names_in(session.desk, "CMV-1B")) == 3
    assert session.current_class
    assert session.current_class.name == "CMV-1A"
    session.undo()
    assert session.classes == ()


def test_of_several_classes_known_ones_say_what_is_new_changed_and_missing(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    take(qtbot, view_model, folder(tmp_path / "in", {"lijst.csv": GROUPS}))
    assert view_model.keep()
    later = rows(
        "500123;Sanne;de;Boer;;CMV-1A",
        "500126;Fay;;Vos;;CMV-1A",
        "500125;Noor;;Aydın;;CMV-1A",
        "500124;Milan;van der;Berg;;CMV-1B",
        "500127;Lux;;Kok;;CMV-1C",
    )
    take(qtbot, view_model, folder(tmp_path / "later", {"lijst.csv": later}))
    assert ticked(view_model) == (
        "x CMV-1A 3: 1 new, 1 changed, 0 missing\n"
        "x CMV-1B 1: 0 new, 0 changed, 2 missing\n"
        "x CMV-1C 1: + 1 new, 0 changed, 0 missing"
    )
    noor, sanne = sorted(view_model.missing, key=lambda each: each.student.given_name)
    view_model.tick(noor.student.id, class_id=noor.class_id, leaves=True)
    assert view_model.keep()
    # she went to 1A, with all that was kept of her; Sanne was not ticked and is in both
    assert names_in(session.desk, "CMV-1A") == ["Noor Aydın", "Sanne de Boer", "Fay Vos"]
    assert names_in(session.desk, "CMV-1B") == ["Milan van der Berg", "Sanne de Boer"]
    assert noor.student.id == called(session.desk, "Noor").id
    assert not sanne.leaves


def test_one_class_of_several_can_be_taken_in_and_the_others_later(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    take(qtbot, view_model, folder(tmp_path / "in", {"lijst.csv": GROUPS}))
    view_model.take_class("CMV-1A", is_taken=False)
    assert drawn(view_model).startswith("columns · + CMV-1B")
    assert [row.given_name for row in view_model.rows] == ["Milan", "Noor", "Sanne"]
    assert view_model.keep()
    take(qtbot, view_model, tmp_path / "in")
    view_model.take_classes(["CMV-1B"])
    assert drawn(view_model).startswith("columns · CMV-1B\n= Noor")
    view_model.take_classes(["CMV-1A"])
    assert drawn(view_model) == "columns · + CMV-1A\n= Sanne Hoekstra"
    assert view_model.keep()
    assert {known.name for known in session.classes} == {"CMV-1A", "CMV-1B"}


def test_several_classes_can_become_one(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    take(qtbot, view_model, folder(tmp_path / "in", {"lijst.csv": GROUPS}))
    view_model.take_together(is_together=True)
    assert drawn(view_model).startswith("columns · + CMV-1A + CMV-1B")
    assert len(view_model.rows) == 3
    assert view_model.keep()
    assert [known.name for known in session.classes] == ["CMV-1A + CMV-1B"]


def test_of_many_classes_a_teacher_says_which(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    lines = [f"{700 + n};Sem{'abcdefgh'[n]};;Bos;;1{'ABCDEFGH'[n]}" for n in range(8)]
    take(qtbot, view_model, folder(tmp_path / "in", {"school.csv": rows(*lines)}))
    assert view_model.is_to_choose
    assert not view_model.keep()
    assert session.classes == ()
    view_model.take_class("1C", is_taken=True)
    view_model.take_class("1E", is_taken=True)
    assert not view_model.is_to_choose
    assert view_model.keep()
    assert {known.name for known in session.classes} == {"1C", "1E"}
    take(qtbot, view_model, tmp_path / "in")
    view_model.take_together(is_together=True)
    assert len(view_model.rows) == 8
    assert view_model.keep()
    assert "school" in {known.name for known in session.classes}


def test_who_is_in_no_class_of_several_stays_out_and_it_is_said(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    people = rows("1;Sem;;Bos;;1A", "2;Fay;;Vos;;1B", "3;Lux;;Kok;;")
    take(qtbot, view_model, folder(tmp_path / "in", {"lijst.csv": people}))
    assert [row.given_name for row in view_model.rows] == ["Sem", "Fay"]
    (words,) = view_model.remarks
    assert "1" in words
    view_model.take_together(is_together=True)
    view_model.take_classes(())
    assert len(view_model.rows) == 3
    assert view_model.remarks == ()


def test_a_group_named_above_students_of_several_classes_is_the_class(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    people = rows("1;Sem;;Bos;;v5a", "2;Fay;;Vos;;v5b")
    files = {"lijst.csv": b"Lesgroep: v5.wisb1\r\n\r\n" + people}
    take(qtbot, view_model, folder(tmp_path / "in", files))
    assert (view_model.is_together, view_model.class_name) == (True, "v5.wisb1")
    view_model.take_together(is_together=False)
    assert view_model.is_each


def test_another_name_for_the_class_stays_until_another_class_is_chosen(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, folder(tmp_path / "in", {"lijst.csv": GROUPS}))
    view_model.take_together(is_together=True)
    view_model.name_class("Van mij")
    view_model.set_field(0, Field.SKIP)
    assert view_model.class_name == "Van mij"
    view_model.take_classes(["CMV-1A"])
    assert view_model.class_name == "CMV-1A"


def test_without_a_column_for_classes_there_is_none_to_choose(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, folder(tmp_path / "in", {"lijst.csv": GROUPS}))
    view_model.take_classes(["CMV-1A"])
    view_model.set_field(5, Field.SKIP)
    assert (view_model.is_each, view_model.list_classes, len(view_model.rows)) == (False, (), 3)


def test_who_is_left_out_stays_out_and_comes_back_when_it_is_said_again(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    take(qtbot, view_model, class_folder(tmp_path / "in"))
    view_model.leave_out(0, is_out=True)
    view_model.leave_out(1, is_out=True)
    view_model.leave_out(1, is_out=False)
    assert view_model.left_out == {0}
    assert view_model.keep()
    assert names_in(session.desk, "CMV-1B") == ["Noor Aydın", "Milan van der Berg"]
    assert all(each.photo for each in all_students(session.vault))
    take(qtbot, view_model, tmp_path / "in")
    assert view_model.left_out == frozenset(), "the next time it is said again"


def test_a_study_coach_that_was_not_known_is_shown_as_a_change(
    qtbot: QtBot, view_model: ImportViewModel, session: Session, tmp_path: Path
) -> None:
    take_in(session.desk, class_folder(tmp_path / "one"))
    header = "Studentnummer;Roepnaam;Tussenvoegsel;Achternaam;E-mail;Klas;SLB"
    lines = (f"{PEOPLE[0]};M. Kok", f"{PEOPLE[1]};", f"{PEOPLE[2]};")
    again = folder(tmp_path / "two", {"klas.csv": rows(*lines, header=header)})
    take(qtbot, view_model, again)
    told = {entry.student.name: (entry.fate, entry.changes) for entry in view_model.entries}
    assert told["Sanne"] == (Fate.CHANGED, (Change("coach", "", "M. Kok"),))
    assert told["Milan"] == (Fate.SAME, ())
    assert view_model.keep()
    take(qtbot, view_model, again)
    assert {entry.fate for entry in view_model.entries} == {Fate.SAME}


def test_the_rows_that_are_shown_are_students(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    marks = rows(
        *("    Points Possible,,10", '"Student, Test",,8', '"Bos, Sem",500123,8'),
        header="Student,SIS User ID,Opdracht",
    )
    take(qtbot, view_model, folder(tmp_path / "in", {"lijst.csv": marks}))
    assert [row[:2] for row in view_model.sample] == [("Bos, Sem", "500123")]


def test_staff_that_is_left_out_is_said(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    people = rows("Sem Bos;Student", "Mia Kok;Docent", "Student, Test;", header="Naam;Rol")
    take(qtbot, view_model, folder(tmp_path / "in", {"lijst.csv": people}))
    assert len(view_model.rows) == 1
    assert len(view_model.remarks) == 1
    assert "2" in view_model.remarks[0]


def test_which_sheet_was_read_is_said(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    take(qtbot, view_model, GOLDEN / "klas.xlsx")
    assert len(view_model.rows) == 4
    sheet, heading = view_model.remarks
    assert "CMV-1B" in sheet
    assert "3" in sheet
    assert heading == "Above the list stands the class CMV-1B."


@pytest.mark.parametrize("kind", RemarkKind)
def test_every_remark_has_words_with_its_number(kind: RemarkKind) -> None:
    table = Table(("Naam",), (("Sem",),), (2,), "x", (Remark(kind, 7, "Klas"),))
    (words,) = remark_words(table, None)
    assert ("Klas" if kind is RemarkKind.HEADING else "7") in words
    assert "{" not in words


def test_a_list_that_cannot_be_read_beside_one_that_can_is_among_what_stays_out(
    qtbot: QtBot, view_model: ImportViewModel, tmp_path: Path
) -> None:
    place = folder(tmp_path / "in", {"klas.csv": rows(*PEOPLE), "oud.xls": b"<rss></rss>"})
    take(qtbot, view_model, place)
    assert len(view_model.rows) == 3
    assert len(view_model.refused) == 1
    assert view_model.refused[0].startswith("oud.xls")
