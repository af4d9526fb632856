"""How is each page made? The one place where pages, view-models and the session meet.

A page is made when it is first opened, and what it needs is imported then.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId

Maker = Callable[[Session, Look, Path], QWidget]
"""Makes a page from the session, the look and the folder of resources."""


def _keys(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.keys.page import KeysPage
    from klasgenoot.viewmodels.keys import KeysViewModel

    return KeysPage(look, KeysViewModel(session))


def _backups(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.backups.page import BackupsPage
    from klasgenoot.viewmodels.backups import BackupsViewModel

    return BackupsPage(look, BackupsViewModel(session))


def _welcome(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.welcome.page import WelcomePage
    from klasgenoot.viewmodels.welcome import WelcomeViewModel

    return WelcomePage(look, WelcomeViewModel(session))


def _today(session: Session, look: Look, resources: Path) -> QWidget:
    from klasgenoot.ui.pages.today.page import TodayPage
    from klasgenoot.viewmodels.today import TodayViewModel

    return TodayPage(look, TodayViewModel(session, guide_texts=resources / "guide"))


def _calendar(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.calendar.page import CalendarPage
    from klasgenoot.viewmodels.calendar import CalendarViewModel
    from klasgenoot.viewmodels.timetable import TimetableViewModel

    return CalendarPage(look, CalendarViewModel(session), TimetableViewModel(session))


def _names(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.names.page import NamesPage
    from klasgenoot.viewmodels.names import NamesViewModel

    return NamesPage(look, NamesViewModel(session))


def _practice(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.practice.page import PracticePage
    from klasgenoot.viewmodels.practice import PracticeViewModel

    # the session keeps it, so that a window that is made anew goes on with the same practice
    known = session.findChild(PracticeViewModel)
    view_model = known if isinstance(known, PracticeViewModel) else None
    return PracticePage(look, view_model or PracticeViewModel(session, session))


def _sweep(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.practice.sweep_page import SweepPage
    from klasgenoot.viewmodels.sweep import SweepViewModel

    return SweepPage(look, SweepViewModel(session))


def _look_alikes(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.look_alikes.page import LookAlikesPage
    from klasgenoot.viewmodels.look_alikes import LookAlikesViewModel

    # kept by the session as practice is, so that a window that is made anew goes on with it
    known = session.findChild(LookAlikesViewModel)
    view_model = known if isinstance(known, LookAlikesViewModel) else None
    return LookAlikesPage(look, view_model or LookAlikesViewModel(session, session))


def _progress(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.progress.page import ProgressPage
    from klasgenoot.viewmodels.progress import ProgressViewModel

    return ProgressPage(look, ProgressViewModel(session))


def _students(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.students.page import StudentsPage
    from klasgenoot.viewmodels.students import StudentsViewModel

    return StudentsPage(look, StudentsViewModel(session))


def _student(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.student.page import StudentPage
    from klasgenoot.viewmodels.student import StudentViewModel

    return StudentPage(look, StudentViewModel(session))


def _access(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.access.page import AccessPage
    from klasgenoot.viewmodels.access import AccessViewModel

    return AccessPage(look, AccessViewModel(session))


def _transfer(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.transfer.page import TransferPage
    from klasgenoot.viewmodels.transfer import TransferViewModel

    return TransferPage(look, TransferViewModel(session))


def _check_ins(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.checkins.page import CheckInsPage
    from klasgenoot.viewmodels.checkins import CheckInsViewModel

    return CheckInsPage(look, CheckInsViewModel(session))


def _talks(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.talks.page import TalksPage
    from klasgenoot.viewmodels.talks import TalksViewModel
    from klasgenoot.viewmodels.talks_leaving import TalksLeaving
    from klasgenoot.viewmodels.ten_days import TenDaysViewModel

    talks = TalksViewModel(session)
    leaving = TalksLeaving(session, talks)
    return TalksPage(look, talks, ten_days=TenDaysViewModel(session), leaving=leaving)


def _needs(session: Session, look: Look, resources: Path) -> QWidget:
    from klasgenoot.ui.pages.needs.page import NeedsPage
    from klasgenoot.viewmodels.needs import NeedsViewModel

    return NeedsPage(look, NeedsViewModel(session, texts=resources / "needs"))


def _month_round(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.month_round.page import MonthRoundPage
    from klasgenoot.viewmodels.month_round import MonthRoundViewModel

    return MonthRoundPage(look, MonthRoundViewModel(session))


def _promises(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.promises.page import PromisesPage
    from klasgenoot.viewmodels.promises import PromisesViewModel

    return PromisesPage(look, PromisesViewModel(session))


def _seating(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.seating.page import SeatingPage
    from klasgenoot.viewmodels.seating import SeatingViewModel

    return SeatingPage(look, SeatingViewModel(session))


def _phases(session: Session, look: Look, resources: Path) -> QWidget:
    from klasgenoot.ui.pages.phases.page import PhasesPage
    from klasgenoot.viewmodels.phases import PhasesViewModel

    return PhasesPage(look, PhasesViewModel(session, texts=resources / "phases"))


def _guide(session: Session, look: Look, resources: Path) -> QWidget:
    from klasgenoot.ui.pages.guide.page import GuidePage
    from klasgenoot.viewmodels.guide import GuideViewModel

    return GuidePage(look, GuideViewModel(session, texts=resources / "guide"))


def _importing(session: Session, look: Look, resources: Path) -> QWidget:
    from klasgenoot.ui.pages.importing.page import ImportPage
    from klasgenoot.viewmodels.importing import ImportViewModel
    from klasgenoot.viewmodels.list_systems import list_systems

    systems = list_systems(resources / "lists", language=session.settings.language)
    return ImportPage(look, ImportViewModel(session), systems)


def _class_photo(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.class_photo.page import ClassPhotoPage
    from klasgenoot.viewmodels.class_photo import ClassPhotoViewModel

    return ClassPhotoPage(look, ClassPhotoViewModel(session))


def _crops(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.crops.page import CropsPage
    from klasgenoot.viewmodels.crops import CropsViewModel

    return CropsPage(look, CropsViewModel(session))


def _settings(session: Session, look: Look, resources: Path) -> QWidget:
    from klasgenoot.ui.pages.settings.page import SettingsPage
    from klasgenoot.viewmodels.privacy import PrivacyViewModel
    from klasgenoot.viewmodels.settings import SettingsViewModel

    privacy = PrivacyViewModel(session, texts=resources / "privacy")
    return SettingsPage(look, SettingsViewModel(session), privacy=privacy)


def _erasing(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.erasing.page import ErasingPage
    from klasgenoot.viewmodels.erasing import ErasingViewModel

    return ErasingPage(look, ErasingViewModel(session))


def _retention(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.retention.page import RetentionPage
    from klasgenoot.viewmodels.retention import RetentionViewModel

    return RetentionPage(look, RetentionViewModel(session))


def _sharing(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.sharing.page import SharingPage
    from klasgenoot.viewmodels.sharing import SharingViewModel

    return SharingPage(look, SharingViewModel(session))


def _search(session: Session, look: Look, _: Path) -> QWidget:
    from klasgenoot.ui.pages.search.page import SearchPage
    from klasgenoot.viewmodels.search import SearchViewModel

    return SearchPage(look, SearchViewModel(session))


MAKERS: dict[PageId, Maker] = {
    PageId.WELCOME: _welcome,
    PageId.TODAY: _today,
    PageId.CALENDAR: _calendar,
    PageId.NAMES: _names,
    PageId.PRACTICE: _practice,
    PageId.SWEEP: _sweep,
    PageId.LOOK_ALIKES: _look_alikes,
    PageId.PROGRESS: _progress,
    PageId.STUDENTS: _students,
    PageId.STUDENT: _student,
    PageId.ACCESS: _access,
    PageId.TRANSFER: _transfer,
    PageId.CHECK_INS: _check_ins,
    PageId.TALKS: _talks,
    PageId.NEEDS: _needs,
    PageId.MONTH_ROUND: _month_round,
    PageId.PROMISES: _promises,
    PageId.SEATING: _seating,
    PageId.PHASES: _phases,
    PageId.GUIDE: _guide,
    PageId.IMPORT: _importing,
    PageId.CLASS_PHOTO: _class_photo,
    PageId.CROPS: _crops,
    PageId.SETTINGS: _settings,
    PageId.KEYS: _keys,
    PageId.BACKUPS: _backups,
    PageId.ERASING: _erasing,
    PageId.RETENTION: _retention,
    PageId.SHARING: _sharing,
    PageId.SEARCH: _search,
}
