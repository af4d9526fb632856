"""What happened in the sample class's term? Who, when and of what kind; the words are elsewhere.

Lessons are counted from 0, the first, to 14, the last. Students are named by their keys, texts by
theirs (`resources/demo/`). The story: three students come in from another class after the
lesson-free week; four have not been spoken with for long, and Joris, whose name is known, never.
"""

from dataclasses import dataclass
from typing import Final

from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.groups import Phase, Signal

CAME_LATER: Final[dict[str, int]] = {"sem": 12, "jelte": 12, "ines": 12}
"""Who came in later, and in which lesson."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One contact: in which lesson (or right after), of what kind, with whom, saying what."""

    lesson: int
    kind: ContactKind
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class PlannedPromise:
    """One promise: made in a lesson, due so many days after the last lesson, kept in a lesson."""

    made: int
    who: str
    text: str
    due: int
    kept: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedNote:
    """One note on the group, with what was suspected and seen."""

    lesson: int
    text: str
    phase: Phase
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class PlannedWords:
    """What helps one student: told in a lesson, and whether other teachers may know."""

    lesson: int
    who: str
    may_share: bool


@dataclass(frozen=True, slots=True)
class PlannedPractice:
    """How learning some names went: working days from the first lesson, and whether recalled.

    `said` is the classmate whose name came up instead in each miss.
    """

    who: str
    answers: tuple[tuple[int, bool], ...]
    said: str = ""


_T, _B, _M, _P, _N = (
    ContactKind.TALK,
    ContactKind.BRIEF,
    ContactKind.MAIL,
    ContactKind.PHONE,
    ContactKind.NOTICED,
)

CONTACTS: Final = (
    Planned(0, _B, "sanne hanne", "tea_and_coffee"),
    Planned(0, _B, "yagmur", "how_to_say_it"),
    Planned(0, _B, "lukasz", "three_times"),
    Planned(0, _B, "lex", "rather_lex"),
    Planned(0, _N, "xiomara", "one_table_more"),
    Planned(0, _T, "aisha", "saturday_job"),
    Planned(1, _B, "daniel kwame", "bicycle_route"),
    Planned(1, _T, "fleur", "city_farm"),
    Planned(1, _B, "priya", "street_theatre"),
    Planned(1, _M, "maud", "reading_list"),
    Planned(1, _B, "zoe", "drawing_along"),
    Planned(2, _T, "amara", "wants_to_lead"),
    Planned(2, _B, "hatice", "biscuits"),
    Planned(2, _B, "priya meilin", "library_idea"),
    Planned(2, _N, "bas", "planning_help"),
    Planned(2, _B, "emre", "youth_trainer"),
    Planned(2, _B, "rowan", "looking_for_a_room"),
    Planned(3, _T, "ilyas", "street_meal"),
    Planned(3, _B, "esmee fleur", "same_train"),
    Planned(3, _B, "hatice aisha", "interview_together"),
    Planned(3, _M, "jip", "first_report"),
    Planned(3, _N, "shanelle", "everyone_a_turn"),
    Planned(4, _B, "rowan", "the_band"),
    Planned(4, _T, "kwame", "speak_first"),
    Planned(4, _B, "sanne", "bakery"),
    Planned(4, _B, "daniel jip zoe", "repair_cafe"),
    Planned(4, _P, "maud", "train_cancelled"),
    Planned(5, _B, "lukasz", "village_soup"),
    Planned(5, _T, "yagmur", "placement"),
    Planned(5, _B, "amara", "her_plan"),
    Planned(5, _B, "emre bas", "roles_on_the_wall"),
    Planned(5, _M, "shanelle", "article"),
    Planned(6, _N, "amara", "lesson_start"),
    Planned(6, _T, "hanne", "found_her_place"),
    Planned(6, _B, "lan", "sources"),
    Planned(6, _B, "meilin", "poster"),
    Planned(6, _B, "xiomara shanelle", "pitch_in_the_corridor"),
    Planned(7, _T, "daniel", "abroad"),
    Planned(7, _B, "esmee", "column"),
    Planned(7, _B, "lex emre", "swapped_tasks"),
    Planned(7, _B, "zoe", "logo"),
    Planned(8, _M, "yagmur", "three_addresses"),
    Planned(8, _T, "bas", "when_to_speak"),
    Planned(8, _B, "aisha", "saturday_group"),
    Planned(8, _B, "fleur maud", "the_key"),
    Planned(8, _N, "jip", "explained_it"),
    Planned(9, _T, "shanelle", "smaller_subject"),
    Planned(9, _B, "lan meilin", "four_languages"),
    Planned(9, _B, "ilyas", "permit"),
    Planned(9, _B, "kwame", "it_worked"),
    Planned(10, _T, "xiomara", "the_board"),
    Planned(10, _N, "hanne", "a_break"),
    Planned(10, _B, "lex", "outdoors"),
    Planned(10, _M, "sanne", "reflection"),
    Planned(11, _B, "emre", "tournament_hall"),
    Planned(11, _B, "daniel", "nine_sign_ups"),
    Planned(11, _T, "fleur", "what_she_brings"),
    Planned(11, _P, "bas", "proposes_a_swap"),
    Planned(12, _T, "jelte", "coffee"),
    Planned(12, _B, "sem ines", "introduced"),
    Planned(12, _B, "yagmur", "invited"),
    Planned(12, _B, "xiomara", "she_does_it"),
    Planned(12, _B, "zoe", "workshop"),
    Planned(12, _N, "meilin", "showed_them_round"),
    Planned(13, _T, "ines", "hostel"),
    Planned(13, _B, "amara shanelle", "a_game"),
    Planned(13, _B, "jip", "one_page"),
    Planned(13, _M, "esmee", "school_paper"),
    Planned(13, _B, "kwame daniel", "both_there"),
    Planned(14, _B, "sanne hanne", "mixed_up_again"),
    Planned(14, _T, "lan", "ask_beforehand"),
    Planned(14, _B, "sem", "nine_names"),
    Planned(14, _N, "ilyas", "thanked_everyone"),
    Planned(14, _B, "aisha", "may_they_watch"),
    Planned(14, _B, "maud", "asked_for_a_look"),
)

PROMISES: Final = (
    PlannedPromise(2, "amara", "give_her_a_start", due=-30, kept=6),
    PlannedPromise(5, "yagmur", "ask_round", due=-23, kept=8),
    PlannedPromise(7, "daniel", "find_out_about_abroad", due=-2),
    PlannedPromise(10, "xiomara", "ask_what_she_decided", due=-7, kept=12),
    PlannedPromise(10, "lex", "plan_a_lesson_outdoors", due=7),
    PlannedPromise(14, "aisha", "let_her_know", due=3),
)

NOTES: Final = (
    PlannedNote(
        0, "first_look", Phase.FORMING, (Signal.WAITING_FOR_TEACHER, Signal.POLITE_AND_CAREFUL)
    ),
    PlannedNote(
        3, "in_pairs", Phase.FORMING, (Signal.POLITE_AND_CAREFUL, Signal.SILENCE_AFTER_QUESTION)
    ),
    PlannedNote(
        5, "on_the_table", Phase.STORMING, (Signal.FRICTION_ABOUT_TASKS, Signal.ONE_VOICE_DECIDES)
    ),
    PlannedNote(8, "agreements", Phase.NORMING, (Signal.OWN_AGREEMENTS, Signal.TASKS_ARE_DIVIDED)),
    PlannedNote(
        10, "on_their_own", Phase.PERFORMING, (Signal.HELP_EACH_OTHER, Signal.WORK_WITHOUT_TEACHER)
    ),
    PlannedNote(
        12, "three_newcomers", Phase.STORMING, (Signal.FRICTION_ABOUT_TASKS, Signal.SUBGROUPS_APART)
    ),
    PlannedNote(
        14, "together_again", Phase.NORMING, (Signal.ADDRESS_EACH_OTHER, Signal.HELP_EACH_OTHER)
    ),
)

WORDS: Final = (
    PlannedWords(2, "yagmur", may_share=True),
    PlannedWords(4, "kwame", may_share=True),
    PlannedWords(14, "lan", may_share=False),
)

COACH: Final = "K. Vos"
COACHED: Final = "joris lan daniel jelte ines sem"
"""Who is coached by somebody else than the teacher."""

# Five ways to learn a name; by the last lesson they come to known, almost and learning.
_STEADY: Final = ((-9, True), (-7, True), (-3, True), (4, True), (16, True), (31, True))
_LATER: Final = ((-2, True), (1, True), (6, True), (22, True), (36, True))
_REGAINED: Final = ((-3, True), (2, False), (12, False), (37, True), (39, True))
_SHAKY: Final = ((-2, True), (3, False), (30, False), (38, True))
_FRESH: Final = ((36, True), (39, False))

PRACTICE: Final = (
    PlannedPractice("yagmur aisha zoe daniel shanelle xiomara amara lex", _STEADY),
    PlannedPractice("jip fleur emre ilyas joris", _LATER),
    PlannedPractice("sanne", _REGAINED, said="hanne"),
    PlannedPractice("hanne", _REGAINED, said="sanne"),
    PlannedPractice("bas", _REGAINED, said="joris"),
    PlannedPractice("esmee kwame maud meilin", _REGAINED),
    PlannedPractice("rowan priya lan", _SHAKY),
    PlannedPractice("lukasz", _FRESH),
    PlannedPractice("hatice", _FRESH, said="aisha"),
)
"""The three who came later were never practised."""
