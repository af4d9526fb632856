"""The export for one student: all of it, and nothing of anybody else."""

import base64
import json
import random
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from klasgenoot.domain.covering import BAR, Cover
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Unknown
from klasgenoot.domain.kept_columns import KEPT, NOT_ABOUT_STUDENTS, ROW_KEYS, Comes
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.access import as_json, held_back, kept_about
from klasgenoot.operations.desk import Desk
from klasgenoot.store.database import Vault
from klasgenoot.store.schema import JOURNALLED, LEFT_OUT

ME = StudentId(1)
OTHERS = (StudentId(2), StudentId(3))
"""The first is a classmate who was in all contacts; the second is in another class."""
NAMED = "fellow student {letter}"
MADE_ON = date(2026, 10, 29)
_CHOICES = {
    ("contacts", "kind"): ("talk", "mail"),
    ("corrections", "kind"): ("talk", "mail"),
    ("photo_permissions", "answer"): ("yes", "unknown"),
    ("group_notes", "phase"): ("forming", "storming"),
    ("memories", "direction"): ("face_to_name", "name_to_face"),
    ("answers", "direction"): ("face_to_name", "name_to_face"),
    ("answers", "mode"): ("typed", "self_graded"),
    ("answers", "verdict"): ("right", "mixed_up"),
    ("handovers", "file_kind"): ("pdf", "json"),
    ("exports", "kind"): ("csv", "xlsx"),
    ("snoozes", "reason"): ("internship", "ill"),
    ("round_talks", "state"): ("held", "left_out"),
    ("month_answers", "would_come"): ("yes", "maybe"),
    ("month_answers", "footing"): ("building", "mending"),
    ("group_notes", "signals"): ("letting_go", "looking_back"),
}
_BOOLEANS = {
    "own_reminder",
    "hinted",
    "guessed",
    "photo_by_teacher",
    "with_photos",
    "with_notes",
    "may_share",
    "is_teacher",
    "is_yes",
}
_ROWS = 3
LETTERS = 12


def _columns(vault: Vault, table: str) -> dict[str, str]:
    return {row[1]: row[2] for row in vault.rows(f"PRAGMA table_info({table})")}


def _word(dice: random.Random) -> str:
    return "".join(dice.choice("bcdfghjklmnpqrstvwxz") for _ in range(LETTERS))


def _value(dice: random.Random, table: str, column: str, kind: str) -> Any:
    is_day = column.endswith("_on") or column in {
        "since",
        "until",
        "last_review",
        "first_lesson",
        "month",
    }
    day = f"20{dice.randrange(10, 99)}-0{dice.randrange(1, 9)}-1{dice.randrange(9)}"
    if (table, column) in _CHOICES:
        value: Any = dice.choice(_CHOICES[table, column])
    elif column in _BOOLEANS:
        value = dice.randrange(2)
    elif is_day or column in {"answered_at", "due"}:
        value = day if is_day else f"{day}T10:00:00+01:00"
    elif kind == "TEXT":
        value = " ".join(_word(dice) for _ in range(3))
    elif kind == "BLOB":
        value = dice.randbytes(40)
    else:
        value = dice.random() if kind == "REAL" else dice.randrange(10**6, 10**9)
    return value


_ONE_EACH = ("own_words", "common_ground", "study_coaches", "own_targets", "snoozes")
_SEVERAL_EACH = ("photo_permissions", "restrictions", "consents", "transfers", "month_answers")


def _fill_of(
    who: int, *, add: Callable[..., dict[str, Any]], names: str, dice: random.Random
) -> None:
    """What is kept of one student; what is written of the one who asks names others."""
    for _ in range(_ROWS):
        contact = add("contacts", text=f"{_word(dice)} {names}" if who == ME else _word(dice))
        add("contact_students", contact_id=contact["id"], student_id=who)
        if who == ME:
            add("contact_students", contact_id=contact["id"], student_id=OTHERS[0])
        add("corrections", contact_id=contact["id"])
        add("own_views", student_id=who, contact_id=contact["id"])
        add("promises", student_id=who, contact_id=contact["id"])
        handover = add("handovers", student_id=who)
        add("held_back", handover_id=handover["id"])
        export = add("exports", class_id=12 if who == OTHERS[1] else 11)
        add("export_students", export_id=export["id"], student_id=who)
        add("absences", student_id=who, class_id=export["class_id"])
        for table in _SEVERAL_EACH:
            add(table, student_id=who)
        said = OTHERS[0] if who == ME else ME
        add("answers", student_id=who, said_student_id=said)
        add("drills", one_id=who, other_id=OTHERS[1] if who == OTHERS[0] else OTHERS[0])
    talks = add("talk_rounds", class_id=12 if who == OTHERS[1] else 11, student_id=who)
    add("round_talks", round_id=talks["id"], student_id=who, contact_id=None)
    for table in _ONE_EACH:
        add(table, student_id=who)
    for direction in (each.value for each in Direction):
        add("memories", student_id=who, direction=direction)


def _fill(vault: Vault, dice: random.Random) -> dict[str, list[dict[str, Any]]]:
    """Something of its own in every column of every table, for three students."""
    made: dict[str, list[dict[str, Any]]] = {table: [] for table in KEPT}
    number = iter(range(1000, 9000))

    def add(table: str, **fixed: Any) -> dict[str, Any]:
        row = {
            column: fixed.get(column, _value(dice, table, column, kind))
            for column, kind in _columns(vault, table).items()
        }
        if "id" in row and "id" not in fixed:
            row["id"] = next(number)
        marks = ", ".join("?" * len(row))
        vault.connection.execute(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values())
        )
        made[table].append(row)
        return row

    vault.connection.execute("PRAGMA defer_foreign_keys = ON")
    for who in (ME, *OTHERS):
        photo = add("photos", id=_word(dice))
        sound = add("sounds", id=_word(dice))
        add("students", id=who, photo_id=photo["id"], sound_id=sound["id"])
        other_day = add("photos", id=_word(dice))
        add("more_photos", student_id=who, photo_id=other_day["id"])
    mine, classmate, stranger = made["students"]
    for who, class_id in ((ME, 11), (OTHERS[0], 11), (OTHERS[1], 12)):
        if class_id not in {row["id"] for row in made["school_classes"]}:
            add("school_classes", id=class_id)
            add("seating_plans", class_id=class_id)
        add("enrolments", class_id=class_id, student_id=who)
        add("seats", class_id=class_id, student_id=who)
    names = " en ".join(f"{one['call_name']} {one['family_name']}" for one in (classmate, stranger))
    for who in (ME, *OTHERS):
        _fill_of(who, add=add, names=names, dice=dice)
    add("needs_asked", class_id=11, did=f"{mine['call_name']} hielp {classmate['given_name']}")
    add("needs_asked", class_id=12, did=f"{mine['call_name']} op bezoek")
    add("group_notes", class_id=11, text=f"{mine['call_name']} hielp {classmate['given_name']}")
    add("group_notes", class_id=11, text=f"{classmate['call_name']} was er niet")
    add("group_notes", class_id=12, text=f"{mine['call_name']} op bezoek")
    add("settings", name="draft:log", value=f"{mine['call_name']}: hoi\n{stranger['note']}: nee")
    return made


@pytest.fixture(params=range(5))
def filled(desk: Desk, request: pytest.FixtureRequest) -> dict[str, list[dict[str, Any]]]:
    with desk.vault.journal.step(Deed.FILL_SAMPLE):
        return _fill(desk.vault, random.Random(request.param))


def _about_me(made: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    mine = {row["contact_id"] for row in made["contact_students"] if row["student_id"] == ME}
    my_photos = {made["students"][0]["photo_id"], made["more_photos"][0]["photo_id"]}
    gone_with = {row["id"] for row in made["handovers"] if row["student_id"] == ME}
    left_with = {row["export_id"] for row in made["export_students"] if row["student_id"] == ME}
    for table, rows in made.items():
        for row in rows:
            if (
                row.get("student_id") == ME
                or (table == "exports" and row["id"] in left_with)
                or row.get("said_student_id") == ME
                or (table == "students" and row["id"] == ME)
                or (table == "photos" and row["id"] in my_photos)
                or (table == "sounds" and row["id"] == made["students"][0]["sound_id"])
                or (table == "drills" and ME in {row["one_id"], row["other_id"]})
                or (table == "school_classes" and row["id"] == 11)
                or (table == "seating_plans" and row["class_id"] == 11)
                or (table == "contacts" and row["id"] in mine)
                or (table == "corrections" and row["contact_id"] in mine)
                or (table == "held_back" and row["handover_id"] in gone_with)
                or (table == "group_notes" and row["class_id"] == 11 and "hielp" in row["text"])
                or (table == "needs_asked" and row["class_id"] == 11)
            ):
                yield table, row


def test_every_column_of_every_table_is_in_it(
    desk: Desk, filled: dict[str, list[dict[str, Any]]]
) -> None:
    told = json.loads(as_json(kept_about(desk.vault, ME, named=NAMED), (), made_on=MADE_ON))
    checked = 0
    for table, row in _about_me(filled):
        keys = ROW_KEYS.get(table, ("id",))
        (found,) = [
            each
            for each in told["kept"][table]
            if table == "students" or all(each[key] == row[key] for key in keys)
        ]
        for column, comes in KEPT[table].items():
            if comes is Comes.DERIVED:
                assert column not in found
                continue
            value = row[column]
            if comes is Comes.PICTURE:
                value = base64.b64encode(value).decode()
            if comes is Comes.STUDENT and value != ME:
                assert found[column].startswith("fellow student ")
            elif comes is Comes.WRITTEN and ("hielp" in value or " en " in value):
                assert value.split()[0] in found[column]
                assert "fellow student " in found[column]
            else:
                assert found[column] == value, f"{table}.{column}"
            checked += 1
    assert {table for table, _ in _about_me(filled)} | {"settings"} == set(KEPT)
    assert checked > 200
    draft = filled["settings"][0]["value"].splitlines()[0]
    assert [row["value"] for row in told["kept"]["settings"]] == [draft]


def test_no_value_of_anybody_else_is_in_it(
    desk: Desk, filled: dict[str, list[dict[str, Any]]]
) -> None:
    text = as_json(kept_about(desk.vault, ME, named=NAMED), (), made_on=MADE_ON)
    mine = [row for _, row in _about_me(filled)]
    theirs = [
        value
        for table, rows in filled.items()
        for row in rows
        if not any(row is each for each in mine) and table != "settings"
        for column, value in row.items()
        if (table, column) not in _CHOICES
    ]
    pictures = [base64.b64encode(value).decode() for value in theirs if isinstance(value, bytes)]
    words = [word for value in theirs if isinstance(value, str) for word in value.split()]
    my_name = filled["students"][0]["call_name"]
    own = [word for word in words if len(word) == LETTERS and word not in my_name]
    assert not [picture for picture in pictures if picture in text]
    assert not [word for word in own if word in text]
    assert len(pictures) == (2 + 2 + 1) * len(OTHERS)
    assert len(own) > 100


def test_the_export_knows_every_table_and_column(vault: Vault) -> None:
    tables = {*JOURNALLED, *LEFT_OUT}
    assert tables == set(KEPT) | set(NOT_ABOUT_STUDENTS)
    for table, known in KEPT.items():
        assert set(_columns(vault, table)) == set(known), f"{table}: see domain/kept_columns.py"


def test_a_table_that_reaches_a_student_by_its_keys_is_not_left_out(vault: Vault) -> None:
    reaching = {"students"}
    while True:
        more = {
            table
            for table in {*JOURNALLED, *LEFT_OUT}
            for key in vault.rows(f"PRAGMA foreign_key_list({table})")
            if key[2] in reaching and table not in reaching and key[2] != "school_classes"
        }
        if not more:
            break
        reaching |= more
    assert reaching <= set(KEPT)


def test_what_is_covered_is_not_in_the_file_and_how_much_is(
    desk: Desk, filled: dict[str, list[dict[str, Any]]]
) -> None:
    kept = kept_about(desk.vault, ME, named=NAMED)
    covers = [
        Cover(place=place, start=0, end=len(hidden.text), reason="over een ander")
        for place, hidden in kept.texts.items()
    ]
    text = as_json(kept, covers, made_on=MADE_ON)
    assert not [place for place, hidden in kept.texts.items() if hidden.text in text]
    assert BAR in text
    record = json.loads(text)["held_back_now"]
    assert [each["words"] > 0 and each["reason"] for each in record] == ["over een ander"] * len(
        covers
    )
    assert [held.place for held in held_back(kept, covers)] == list(kept.texts)


def test_who_is_not_there_cannot_be_exported(desk: Desk) -> None:
    with pytest.raises(Unknown):
        kept_about(desk.vault, ME, named=NAMED)
