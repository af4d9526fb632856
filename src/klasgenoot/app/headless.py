"""A second face on the same operations: deeds without a window that print JSON.

No Qt is imported here or below; that it works at all proves that the floors are really apart.
"""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import asdict, is_dataclass
from datetime import date
from io import TextIOWrapper
from pathlib import PurePath
from typing import Any

from klasgenoot.app.clock import now
from klasgenoot.app.headless_backups import backups_made, restored
from klasgenoot.app.places import data_folder, sample_folder
from klasgenoot.domain.contact import LONGEST_TEXT
from klasgenoot.domain.errors import Missing, TooLarge, Trouble, Unknown
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import SchoolClass, Student
from klasgenoot.operations.desk import Desk
from klasgenoot.store import school_classes, students
from klasgenoot.store.keys import key_for
from klasgenoot.store.opening import make_folder, open_vault

Json = dict[str, Any]


def run_deed(asked: Namespace) -> int:
    """Does one deed and prints what came of it. 0: done; 1: trouble, said on standard error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # JSON is, whatever the computer's own encoding
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        _run(asked)
    except Trouble as trouble:
        print(json.dumps(_trouble(trouble), ensure_ascii=False))
        print(_sentence(trouble), file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _run(asked: Namespace) -> None:
    data = data_folder(asked.data_dir)
    folder = sample_folder(data) if asked.demo else data
    make_folder(folder)
    if asked.deed == "restore":  # no data may be open meanwhile
        print(json.dumps(restored(folder, asked), ensure_ascii=False, default=_plain), flush=True)
        return
    vault = open_vault(folder, key=key_for(folder))
    try:
        desk = Desk(vault)
        if asked.demo and not school_classes.all_classes(vault):
            _fill_sample(desk, language=asked.lang or "nl")
        for answer in DEEDS[asked.deed](desk, asked):
            print(json.dumps(answer, ensure_ascii=False, default=_plain), flush=True)
    finally:
        vault.close()


def _import(desk: Desk, asked: Namespace) -> Iterable[Json]:
    from klasgenoot.app.headless_import import imported

    yield imported(desk, asked, today=now().date(), trouble=_trouble)


def _students(desk: Desk, asked: Namespace) -> Iterable[Json]:
    for student in students.all_students(desk.vault, class_id=_class(desk, asked).id):
        yield _student(student)


def _practise(desk: Desk, asked: Namespace) -> Iterable[Json]:
    from klasgenoot.app.headless_practice import practise

    yield from practise(desk, _class(desk, asked), limit=asked.limit, answers=sys.stdin, clock=now)


def _log(desk: Desk, asked: Namespace) -> Iterable[Json]:
    from klasgenoot.domain.quicklog import read_log
    from klasgenoot.domain.quicklog_reading import ProblemKind
    from klasgenoot.domain.quicklog_surroundings import Surroundings
    from klasgenoot.operations.absences import absences_of
    from klasgenoot.operations.contacts import drafts_of, log_contact
    from klasgenoot.store.absences import absent_in

    school_class = _class(desk, asked)
    those = students.all_students(desk.vault, class_id=school_class.id)
    names = {student.id: student.full_name for student in those}
    line = " ".join(asked.line)
    around = Surroundings(absent=absent_in(desk.vault, school_class.id))
    reading = read_log(line, students=those, today=now().date(), around=around)
    if reading.problems:
        problem = reading.problems[0]
        if problem.kind is ProblemKind.TOO_LONG:
            raise TooLarge(source="text", limit=str(LONGEST_TEXT))
        raise Unknown(problem.kind.value, line[problem.start : problem.end])
    if not reading.entries:
        raise Missing("student")
    desk.do(
        log_contact,
        drafts=[draft for entry in reading.entries for draft in drafts_of(entry)],
        absent=[draft for entry in reading.entries for draft in absences_of(entry)],
        class_id=school_class.id,
    )
    for entry in reading.entries:
        yield {
            "students": [names[who] for who in entry.student_ids],
            "kind": entry.kind,
            "date": entry.happened_on,
            "text": entry.text,
            "follow_up": entry.follow_up,
            "absent": entry.absent,
        }


def _unseen(desk: Desk, asked: Namespace) -> Iterable[Json]:
    from klasgenoot.operations.overview import attention
    from klasgenoot.store.settings import stored_settings

    target = asked.target or stored_settings(desk.vault).target_days
    seen = attention(desk.vault, _class(desk, asked), today=now().date(), target_days=target)
    for turn in seen.turns:
        last = seen.last.get(turn.student_id)
        yield {
            "student": seen.students[turn.student_id].full_name,
            "reason": turn.reason,
            "days": turn.days,
            "target": turn.target.days,
            "last_contact": turn.last_contact,
            "last_line": last.text if last else "",
        }


def _export(desk: Desk, asked: Namespace) -> Iterable[Json]:
    from klasgenoot.operations.export import everything_about

    classes = [_class(desk, asked)] if asked.class_name else school_classes.all_classes(desk.vault)
    yield {"classes": [everything_about(desk.vault, school_class) for school_class in classes]}


DEEDS: dict[str, Callable[[Desk, Namespace], Iterable[Json]]] = {
    "import": _import,
    "students": _students,
    "practise": _practise,
    "log": _log,
    "unseen": _unseen,
    "backup": backups_made,
    "export": _export,
}


def _class(desk: Desk, asked: Namespace) -> SchoolClass:
    """The class that was named, or the only one there is."""
    classes = school_classes.all_classes(desk.vault)
    if asked.class_name:
        known = _class_called(desk, asked.class_name)
        if known is None:
            raise Unknown("class", asked.class_name)
        return known
    if len(classes) != 1:
        raise Missing("class")
    return classes[0]


def _class_called(desk: Desk, name: str) -> SchoolClass | None:
    classes = school_classes.all_classes(desk.vault)
    return next((known for known in classes if fold(known.name) == fold(name)), None)


def _fill_sample(desk: Desk, *, language: str) -> None:
    from klasgenoot.app.sample import sample_term_in
    from klasgenoot.operations.sample import draw_sample, fill_sample

    moment = now()
    term = sample_term_in(language, today=moment.date())
    desk.do(fill_sample, term=term, pictures=draw_sample(), zone=moment.tzinfo)


def _student(student: Student) -> Json:
    return {
        "id": student.id,
        "name": student.full_name,
        "call_name": student.name,
        "family_name": student.family_name,
        "student_number": student.student_number,
        "email": student.email,
        "photo": student.photo is not None,
    }


def _trouble(trouble: Trouble) -> Json:
    data = {name: _plain(value) for name, value in vars(trouble).items()}
    return {"trouble": type(trouble).__name__, **data}


def _sentence(trouble: Trouble) -> str:
    """What is wrong and where. The window has better words, but those need Qt."""
    what = (type(trouble).__doc__ or type(trouble).__name__).partition(". ")[0].strip()
    where = ", ".join(f"{name}: {value}" for name, value in vars(trouble).items() if value)
    return f"{what.rstrip('.')} ({where})." if where else f"{what.rstrip('.')}."


def _plain(value: object) -> object:
    """A value as JSON knows it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PurePath):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return value
