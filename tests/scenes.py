"""What can be on screen? Every page in every state that looks different, and how to get there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time, timedelta
from pathlib import Path
from typing import cast

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest

from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.domain.school_year import usual_year
from klasgenoot.domain.seating import Room, Seating
from klasgenoot.domain.settings import StudentsView
from klasgenoot.domain.sweep import sweep_of
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.calendar import add_periods, calendar, plan_lessons
from klasgenoot.operations.classes import plan_end
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.more_photos import add_photo
from klasgenoot.operations.needs import keep_needs
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.retention import believe_clock
from klasgenoot.operations.seating import make_seating_plan, seat_students
from klasgenoot.operations.study_coach import name_coach, note_consent
from klasgenoot.operations.sweep import keep_sweep
from klasgenoot.operations.talk_rounds import (
    hold_talk,
    leave_out_of_round,
    start_talk_round,
    start_ten_days,
)
from klasgenoot.store import contacts, memories, students, talk_rounds
from klasgenoot.store.seating import seating_of
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.pages.access.page import AccessPage
from klasgenoot.ui.pages.importing.page import ImportPage
from klasgenoot.ui.pages.look_alikes.page import LookAlikesPage
from klasgenoot.ui.pages.practice.page import PracticePage
from klasgenoot.ui.pages.student.page import StudentPage
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.importing import Step
from klasgenoot.viewmodels.look_alikes import DrillStage
from klasgenoot.viewmodels.occasions import Occasion
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.target import PageId, Target
from worlds import World, settle

FACE = Direction.FACE_TO_NAME
Arrange = Callable[[Window, Path], None]
"""Brings a window into a state; the folder holds a class list with photos to import."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of the window.

    Attributes:
        name: what its picture is called.
        world: what is in the vault.
        arrange: makes it so. Scenes of one world can follow each other in the order of `SCENES`.
    """

    name: str
    world: World
    arrange: Arrange

    def show(self, window: Window, folder: Path) -> None:
        """Brings the window into this state, whatever state it was in."""
        for panel in window.findChildren(Panel):
            panel.close_panel()
        self.arrange(window, folder)
        settle()


def _found(words: str) -> Arrange:
    return lambda window, _: window.go(Target(PageId.SEARCH, words=words))


def _page(page: PageId, *, act: str = "") -> Arrange:
    return lambda window, _: window.go(Target(page, act=act))


def _erasing_somebody(window: Window, _: Path) -> None:
    """Somebody of whom others' texts speak too."""
    session = window.session
    who, other, *_ = students.all_students(session.vault)
    draft = ContactDraft(
        student_ids=(other.id,), happened_on=session.today(), text=f"werkt met {who.name} samen"
    )
    session.desk.do(log_contact, drafts=[draft])  # unsaid: the undo bar is another scene
    window.go(Target(PageId.ERASING, student=who.id))


def _talk_round(window: Window, _: Path) -> None:
    """A round of talks in its second week, somebody who would rather not, and ten days with one."""
    session = window.session
    school_class = session.current_class
    assert school_class is not None
    today = session.today()
    begun, class_id = today - timedelta(days=7), school_class.id
    round_id = session.desk.do(
        start_talk_round, class_id=class_id, weeks=7, minutes=5, on=begun
    ).result
    order = [talk.student_id for talk in talk_rounds.talks_of(session.vault, round_id)]
    for who in order[:5]:
        session.desk.do(hold_talk, round_id=round_id, student_id=who, on=begun)
    session.desk.do(leave_out_of_round, round_id=round_id, student_id=order[9])
    session.desk.do(start_ten_days, class_id=class_id, student_id=order[12], on=today)
    window.go(PageId.TALKS)


def _needs(window: Window, _: Path) -> None:
    """A class that was asked what it needs."""
    session = window.session
    school_class = session.current_class
    assert school_class is not None
    counts = {("pace", "fast"): 9, ("pace", "right"): 8, ("help", "no"): 5}
    session.desk.do(
        keep_needs, class_id=school_class.id, on=session.today(), answers=19, counts=counts
    )
    window.go(PageId.NEEDS)


def _past_term(window: Window, _: Path) -> None:
    """A class that has ended, of which nothing is kept any longer."""
    session = window.session
    school_class = session.current_class
    assert school_class is not None
    session.desk.do(plan_end, class_id=school_class.id, on=session.today() - timedelta(days=400))
    session.set(keep_contacts=0, keep_group_notes=0, keep_photos=0)
    believe_clock(session.vault, session.now())
    window.go(PageId.RETENTION)


def _students(view: StudentsView) -> Arrange:
    def arrange(window: Window, _: Path) -> None:
        window.session.set(students_view=view)
        window.go(PageId.STUDENTS)

    return arrange


def _student(*, is_spoken: bool) -> Arrange:
    """The student with most contacts, or one without any."""

    def arrange(window: Window, _: Path) -> None:
        vault = window.session.vault
        counts = {
            student.id: len(contacts.contacts_of(vault, student.id))
            for student in students.all_students(vault)
        }
        who = max(counts, key=lambda one: counts[one] if is_spoken else -counts[one])
        window.go(Target(PageId.STUDENT, student=StudentId(who)))

    return arrange


def _asked(*, panel: str = "") -> Arrange:
    """A student who said all that they may, or a panel in which it is asked."""

    def arrange(window: Window, folder: Path) -> None:
        _student(is_spoken=True)(window, folder)
        page = cast("StudentPage", window.page)
        if panel:
            getattr(page._wishes, panel)()
            return
        shown = page._view_model
        row = shown.timeline[0]
        said = {"kind": row.contact.kind, "happened_on": row.contact.happened_on}
        shown.edit_contact(row.id, text=f"{row.contact.text} Mooi.", own_reminder=True, **said)
        shown.add_view("Het ging niet om mij, ik was er alleen bij.", contact_id=row.id)
        shown.add_view("Ik vind het fijn dat dit er staat.", contact_id=None)
        shown.tell_photo(PhotoAnswer.NO, on=shown.today, told_by="")
        window._toast.take_away()

    return arrange


def _with_more_photos(window: Window, folder: Path) -> None:
    """A student with photos of other days, and all that helps to learn the name."""
    _student(is_spoken=True)(window, folder)
    session, shown = window.session, cast("StudentPage", window.page)._view_model
    student = shown.student
    assert student is not None
    if not shown.photos.others:
        borrowed = [each for each in students.all_students(session.vault) if each.photo][-2:]
        for other in borrowed:
            assert other.photo is not None
            session.do(
                add_photo,
                student_id=student.id,
                photo=other.photo,
                crop=other.crop,
                on=session.today(),
            )
    shown.save(
        replace(
            student,
            pronouns="zij/haar",
            aliases=("Mootje", "Mo"),
            mnemonic="Speelt basgitaar, net als mijn zus",
        )
    )
    window._toast.take_away()


def _restricted(window: Window, folder: Path) -> None:
    """Settings, with somebody in the short list of who is restricted."""
    _student(is_spoken=False)(window, folder)
    cast("StudentPage", window.page)._view_model.restrict("klopt niet")
    window._toast.take_away()
    window.go(PageId.SETTINGS)


def _access() -> Arrange:
    """All that is kept about the student with most contacts, two passages of it covered."""

    def arrange(window: Window, folder: Path) -> None:
        _student(is_spoken=True)(window, folder)
        window.go(Target(PageId.ACCESS, student=window.target.student))
        shown = cast("AccessPage", window.page)._view_model
        texts = [place for place in shown.texts if place.startswith("contacts/")]
        for place in texts[:2]:
            shown.cover(place, 3, 14, reason=shown.reasons[0])

    return arrange


def _transfer(window: Window, folder: Path) -> None:
    """Facts on the student with most contacts, who agreed."""
    _student(is_spoken=True)(window, folder)
    session, who = window.session, window.target.student
    assert who is not None
    session.desk.do(name_coach, student_ids=[who], name="K. Vos")
    session.desk.do(note_consent, student_id=who, on=session.today(), is_yes=True)
    window.go(Target(PageId.TRANSFER, student=who))


def _practice(stage: Stage, *, way: Mode = Mode.TYPED, miss: bool = False) -> Arrange:
    """Practice, up to a stage; with `miss` names are forgotten instead of known."""

    def arrange(window: Window, _: Path) -> None:
        window.go(Target(PageId.PRACTICE, way=way.value))
        view_model = cast("PracticePage", window.page)._view_model
        if view_model.stage in {Stage.NOTHING, Stage.DONE}:
            view_model.begin(Occasion.ANYWAY)
        for _step in range(400):
            settle()
            if view_model.stage is stage:
                return
            _go_on(view_model, miss=miss)
        raise AssertionError(f"practice never came to {stage}")

    return arrange


def _go_on(view_model: PracticeViewModel, *, miss: bool) -> None:
    known = view_model.student.full_name if view_model.student else ""
    match view_model.stage:
        case Stage.ASK if view_model.way is Mode.SELF_GRADED:
            view_model.reveal()
        case Stage.ASK if miss:
            view_model.give_up()
        case Stage.ASK:
            view_model.check(known)
        case Stage.REVEALED:
            view_model.grade(Rating.GOOD)
        case Stage.DOUBT:
            view_model.settle(right=True)
        case _:
            view_model.go_on()


def _seated(window: Window) -> None:
    """A room of 4 rows of 7 in which all but two have a seat; done unsaid, and once."""
    session, current = window.session, window.session.current_class
    assert current is not None
    if seating_of(session.vault, current.id) is not None:
        return
    room = Room(name="3.14", rows=4, columns=7, aisles=(2, 5))
    everybody = [one.id for one in students.all_students(session.vault, class_id=current.id)]
    session.desk.do(make_seating_plan, class_id=current.id, room=room)
    seats = Seating(room=room).filled(everybody[:-2]).seats
    session.desk.do(seat_students, class_id=current.id, seats=seats)
    session.changed.emit(frozenset({"seating_plans", "seats"}))


def _seating(window: Window, _: Path) -> None:
    _seated(window)
    window.go(PageId.SEATING)


def _seat_practice(stage: Stage, way: Mode) -> Arrange:
    """Practice of where everybody sits, up to a stage."""
    practise = _practice(stage, way=way)

    def arrange(window: Window, folder: Path) -> None:
        _seated(window)
        practise(window, folder)

    return arrange


def _taken_for_each_other(window: Window) -> tuple[StudentId, StudentId]:
    """Two whose names are learned and who were mixed up this week; done unsaid."""
    session = window.session
    assert session.current_class is not None
    known = memories.memories(session.vault, direction=FACE, class_id=session.current_class.id)
    one, other = sorted(known)[:2]
    for who, said in ((one, other), (other, one)):
        session.desk.do(
            answer_card,
            student_id=who,
            direction=FACE,
            outcome=Outcome(verdict=Verdict.MIXED_UP, said=said, seconds=5.0),
            rating=None,
            at=session.now() - timedelta(days=1),
        )
    return one, other


def _progress(window: Window, _: Path) -> None:
    """How it goes, with everything there is to see: mix-ups, and sweeps over some weeks."""
    session = window.session
    school_class = session.current_class
    assert school_class is not None
    _taken_for_each_other(window)
    everyone = students.all_students(session.vault, class_id=school_class.id)
    for weeks, known in ((7, 12), (4, 19), (1, 23)):
        sweep = sweep_of([student.id for student in everyone], seed=1)
        for place in range(len(everyone)):
            sweep = sweep.answered(Verdict.RIGHT if place < known else Verdict.WRONG)
        at = session.now() - timedelta(weeks=weeks)
        session.desk.do(keep_sweep, class_id=school_class.id, sweep=sweep, seconds=150.0, at=at)
    window.go(PageId.PROGRESS)


def _look_alikes(stage: DrillStage, *, miss: bool = False) -> Arrange:
    """Two who look alike, up to a stage; with `miss` the first name chosen is the wrong one."""

    def arrange(window: Window, _: Path) -> None:
        one, other = _taken_for_each_other(window)
        window.go(Target(PageId.LOOK_ALIKES, student=one, other=other))
        view_model = cast("LookAlikesPage", window.page)._view_model
        view_model.again()
        view_model.go_on()
        if miss and view_model.student is not None:
            view_model.choose(other if view_model.student.id == one else one)
        if stage is DrillStage.DONE:
            while view_model.student is not None:
                view_model.choose(view_model.student.id)
        assert view_model.stage is stage

    return arrange


def _import(step: Step) -> Arrange:
    def arrange(window: Window, folder: Path) -> None:
        window.go(PageId.IMPORT)
        view_model = cast("ImportPage", window.page)._view_model
        view_model.start_over()
        if step is Step.FILES:
            return
        view_model.read([folder])
        patience = QDeadlineTimer(20_000)
        while view_model.step is Step.READING and not patience.hasExpired():
            QTest.qWait(5)
        assert not view_model.trouble, view_model.trouble
        view_model.go_to(step)

    return arrange


def _log(words: str) -> Arrange:
    """The panel over the check-ins, with something typed."""

    def arrange(window: Window, _: Path) -> None:
        window.go(PageId.CHECK_INS)
        window.go(PageId.LOG)
        settle()
        QTest.keyClicks(window.focusWidget(), words)

    return arrange


def _around_lesson(window: Window, _: Path) -> None:
    """A quarter of an hour before a lesson, in a year that is filled in."""
    _fill_calendar(window)
    window.go(PageId.TODAY)


def _calendar(window: Window, _: Path) -> None:
    _fill_calendar(window)
    window.go(PageId.CALENDAR)


def _fill_calendar(window: Window) -> None:
    session = window.session
    school_class = session.current_class
    assert school_class is not None
    if calendar(session.vault).periods:
        return
    session.desk.do(
        plan_lessons,
        class_id=school_class.id,
        weekday=session.today().weekday(),
        starts=time(10, 15),
        ends=time(12),
        first_on=session.today() - timedelta(weeks=8),
        last_on=session.today() + timedelta(weeks=8),
        subject="Ontwerpen voor publiek",
        room="3.14",
    )
    names = {
        "block": "Blok {number}",
        "exams": "Toetsweek {number}",
        "autumn": "Herfstvakantie",
        "christmas": "Kerstvakantie",
        "spring": "Voorjaarsvakantie",
        "may": "Meivakantie",
        "summer": "Zomervakantie",
    }
    year = usual_year(session.today().year, names=names)
    session.desk.do(add_periods, drafts=year)  # unsaid: the undo bar is another scene


def _over_names(action: str) -> Arrange:
    def arrange(window: Window, _: Path) -> None:
        window.go(PageId.NAMES)
        window._run(action)

    return arrange


SCENES = (
    Scene("welcome", World.NOTHING, _page(PageId.WELCOME)),
    Scene("settings", World.NOTHING, _page(PageId.SETTINGS)),
    Scene("passphrase", World.NOTHING, _page(PageId.KEYS, act="import")),
    Scene("import-1-files", World.NOTHING, _import(Step.FILES)),
    Scene("import-2-columns", World.NOTHING, _import(Step.COLUMNS)),
    Scene("import-3-review", World.NOTHING, _import(Step.REVIEW)),
    *(
        Scene(page.value, World.EMPTY, _page(page))
        for page in (
            PageId.TODAY,
            PageId.CALENDAR,
            PageId.NAMES,
            PageId.STUDENTS,
            PageId.CHECK_INS,
            PageId.SEATING,
            PageId.PHASES,
            PageId.GUIDE,
            PageId.PRACTICE,
            PageId.PROGRESS,
            PageId.SETTINGS,
            PageId.SHARING,
        )
    ),
    *(
        Scene(page.value, World.FILLED, _page(page))
        for page in (
            PageId.TODAY,
            PageId.NAMES,
            PageId.PROGRESS,
            PageId.CHECK_INS,
            PageId.PROMISES,
            PageId.MONTH_ROUND,
            PageId.PHASES,
            PageId.GUIDE,
            PageId.SETTINGS,
        )
    ),
    Scene("seating-offer", World.FILLED, _page(PageId.SEATING)),
    Scene("seating-room", World.FILLED, _seating),
    Scene("today-lesson", World.FILLED, _around_lesson),
    Scene("calendar-full", World.FILLED, _calendar),
    Scene("sharing-papers", World.FILLED, _page(PageId.SHARING)),
    Scene("sharing-colleague", World.FILLED, _page(PageId.SHARING, act="class_file")),
    Scene("backups", World.FILLED, _page(PageId.BACKUPS)),
    Scene("students-list", World.FILLED, _students(StudentsView.LIST)),
    Scene("students-photos", World.FILLED, _students(StudentsView.PHOTOS)),
    Scene("student-spoken", World.FILLED, _student(is_spoken=True)),
    Scene("student-unspoken", World.FILLED, _student(is_spoken=False)),
    Scene("access", World.FILLED, _access()),
    Scene("transfer", World.FILLED, _transfer),
    Scene("student-more-photos", World.FILLED, _with_more_photos),
    Scene("student-photo", World.FILLED, _asked(panel="ask_about_photo")),
    Scene("student-restrict", World.FILLED, _asked(panel="ask_to_restrict")),
    Scene("student-view", World.FILLED, _asked(panel="ask_view")),
    Scene("search", World.FILLED, _page(PageId.SEARCH)),
    Scene("search-found", World.FILLED, _found("de")),
    Scene("phases-note", World.FILLED, _page(PageId.PHASES, act="note")),
    Scene("students-add", World.FILLED, _page(PageId.STUDENTS, act="add")),
    Scene("import-again", World.FILLED, _import(Step.REVIEW)),
    Scene("log", World.FILLED, _log("Emre, Zoe: zoekt nog een stageplek")),
    Scene("palette", World.FILLED, _over_names("find")),
    Scene("keys", World.FILLED, _over_names("keys")),
    Scene("practice-ask", World.FILLED, _practice(Stage.ASK)),
    Scene("practice-right", World.FILLED, _practice(Stage.ANSWERED)),
    Scene("practice-wrong", World.FILLED, _practice(Stage.ANSWERED, miss=True)),
    Scene("practice-study", World.FILLED, _practice(Stage.STUDY, miss=True)),
    Scene("practice-revealed", World.FILLED, _practice(Stage.REVEALED, way=Mode.SELF_GRADED)),
    Scene("practice-seat", World.FILLED, _seat_practice(Stage.ASK, Mode.NAME_SEAT)),
    Scene("practice-seat-study", World.FILLED, _seat_practice(Stage.STUDY, Mode.FIND_SEAT)),
    Scene("practice-find-seat", World.FILLED, _seat_practice(Stage.ASK, Mode.FIND_SEAT)),
    Scene("practice-done", World.FILLED, _practice(Stage.DONE)),
    Scene("student-asked", World.FILLED, _asked()),
    Scene("settings-restricted", World.FILLED, _restricted),
    Scene("erasing-student", World.FILLED, _erasing_somebody),
    Scene("erasing-year", World.FILLED, _page(PageId.ERASING)),
    Scene("progress-full", World.FILLED, _progress),
    Scene("look-alikes-ask", World.FILLED, _look_alikes(DrillStage.ASK)),
    Scene("look-alikes-look", World.FILLED, _look_alikes(DrillStage.LOOK, miss=True)),
    Scene("look-alikes-done", World.FILLED, _look_alikes(DrillStage.DONE)),
    Scene("talks", World.FILLED, _page(PageId.TALKS)),
    Scene("talk-round", World.FILLED, _talk_round),
    Scene("needs", World.FILLED, _needs),
    Scene("retention", World.FILLED, _past_term),
)
"""In this order they can be arranged one after the other: practice comes last, for it teaches."""
