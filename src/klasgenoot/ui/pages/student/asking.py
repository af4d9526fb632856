"""What did the student ask or say? Small panels: no photo, only keep the data, their own view."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.rights import PhotoAnswer, PhotoPermission
from klasgenoot.ui.kit.asking_panel import AskingPanel
from klasgenoot.ui.kit.choice import Option
from klasgenoot.ui.kit.day_field import DayField
from klasgenoot.ui.kit.field import Ask, TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.words import month_day

translate = QCoreApplication.translate


class PhotoPanel(AskingPanel):
    """What a student says of their photo, when, and who told it.

    Signals:
        told: a `PhotoAnswer`, the day, and who told it.
    """

    told = Signal(object, object, str)

    def __init__(
        self,
        look: Look,
        window: QWidget,
        *,
        name: str,
        before: Sequence[PhotoPermission],
        today: date,
    ) -> None:
        super().__init__(
            look,
            window,
            title=translate("Student", "A photo of {name}").format(name=name),
            sentence=translate(
                "Student",
                "With “rather no photo” the photo goes, and no class list brings one back."
                " Initials stand in its place.",
            ),
        )
        now = before[-1].answer if before else PhotoAnswer.UNKNOWN
        self._options = {
            PhotoAnswer.YES: Option(look, translate("Student", "A photo is fine")),
            PhotoAnswer.NO: Option(look, translate("Student", "Rather no photo")),
            PhotoAnswer.UNKNOWN: Option(look, translate("Student", "Not known")),
        }
        for answer, option in self._options.items():
            option.setChecked(answer is now)
        self.body.addLayout(flow(*self._options.values(), gap=16))
        self._day_chosen = today
        self._day = DayField(look)
        self._day.show_day(today, last=today)
        self._day.picked.connect(self._on_day_picked)
        self._by = Ask(
            look,
            translate("Student", "Who told it? (optional)"),
            placeholder=translate("Student", "the student, after class"),
        )
        when = Label(look, translate("Student", "When"), Text.SUPPORT, colour="text_2")
        self.body.addLayout(flow(when, self._day))
        self.body.addWidget(self._by)
        if before:
            self.body.addWidget(Label(look, _history(before), Text.CAPTION, colour="text_3"))
        self.finish(translate("Student", "Save"), self._on_do_clicked)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return next(option for option in self._options.values() if option.isChecked())

    @Slot(object)
    def _on_day_picked(self, day: date) -> None:
        self._day_chosen = day

    @Slot()
    def _on_do_clicked(self) -> None:
        answer = next(each for each, option in self._options.items() if option.isChecked())
        self.told.emit(answer, self._day_chosen, self._by.field.text())


class RestrictPanel(AskingPanel):
    """Keep the data of a student without using it.

    Signals:
        restrict_requested: why.
    """

    restrict_requested = Signal(str)

    def __init__(self, look: Look, window: QWidget, *, name: str) -> None:
        super().__init__(
            look,
            window,
            title=translate("Student", "Restrict {name}?").format(name=name),
            sentence=translate(
                "Student",
                "For when a student says that something is not right, or should not be used."
                " Until it is settled they are in no list, no search, no practice and no check-in."
                " Nothing is thrown away. In Settings you see who it is, and lift it again.",
            ),
        )
        self._why = Ask(look, translate("Student", "Why? (optional)"))
        self.body.addWidget(self._why)
        self.finish(translate("Student", "Restrict"), self._on_do_clicked)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._why.field

    @Slot()
    def _on_do_clicked(self) -> None:
        self.restrict_requested.emit(self._why.field.text())


class ViewPanel(AskingPanel):
    """What the student says themselves.

    Signals:
        add_requested: what they say.
    """

    add_requested = Signal(str)

    def __init__(self, look: Look, window: QWidget, *, name: str, about: str) -> None:
        title = translate("Student", "What {name} says").format(name=name)
        if about:
            sentence = translate(
                "Student",
                "In their own words, beside your note “{text}”. Your note stays as it is.",
            ).format(text=about)
        else:
            sentence = translate(
                "Student", "In their own words, beside all that you keep about them."
            )
        super().__init__(look, window, title=title, sentence=sentence)
        self._text = TextBox(look, name=title, least_lines=4)
        self.body.addWidget(self._text)
        self.finish(translate("Student", "Save"), self._on_do_clicked)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._text

    @Slot()
    def _on_do_clicked(self) -> None:
        self.add_requested.emit(self._text.toPlainText())


def _history(told: Sequence[PhotoPermission]) -> str:
    """What was said before, the last first."""
    words = {
        PhotoAnswer.YES: translate("Student", "a photo is fine"),
        PhotoAnswer.NO: translate("Student", "rather no photo"),
        PhotoAnswer.UNKNOWN: translate("Student", "not known"),
    }
    said = (
        f"{month_day(each.told_on)}: {words[each.answer]}"
        + (f" ({each.told_by})" if each.told_by else "")
        for each in reversed(told)
    )
    return "\n".join(said)
