"""Which questions are they? The form as it will be printed, to look at before it is."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.domain.needs import NeedsForm
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look


class FormCard(Card):
    """The five questions with their answers."""

    def __init__(self, look: Look, form: NeedsForm, *, parent: QWidget | None = None) -> None:
        super().__init__(look, title=form.title, parent=parent)
        self.body.setSpacing(14)
        self.body.addWidget(Label(look, form.intro, Text.SUPPORT, colour="text_2"))
        for number, question in enumerate(form.questions, start=1):
            part = QVBoxLayout()
            part.setSpacing(2)
            words = f"{number}  {question.text}"
            part.addWidget(Label(look, words, Text.BODY, weight=QFont.Weight.DemiBold))
            answers = " · ".join(choice.text for choice in question.choices)
            part.addWidget(Label(look, answers, Text.SUPPORT, colour="text_2"))
            self.body.addLayout(part)
