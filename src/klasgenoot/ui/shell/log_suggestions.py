"""What a sentence gives rise to: who could be named too, what could be a tag; a button for each."""

from collections.abc import Callable, Sequence

from klasgenoot.ui.kit.buttons import ICON_SIZE, INK, Button, Kind
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.quicklog_offers import SUGGESTED
from klasgenoot.viewmodels.quicklog_rows import NewTag, Suggestion

ICONS: dict[type[Suggestion | NewTag], str] = {Suggestion: "user-plus", NewTag: "tag"}

KIND: Kind = "tonal"


class SuggestionButtons:
    """The buttons of all suggestions, in a flow that others stand in too.

    They are made once and kept: a button that is made under a letter is a letter that waits.

    Args:
        look: how everything looks.
        flow: where they go.
        choose: told the suggestion that is pressed.
    """

    def __init__(
        self, look: Look, flow: Flow, *, choose: Callable[[Suggestion | NewTag], None]
    ) -> None:
        self._look = look
        self._flow = flow
        self._choose = choose
        self._shown: list[Suggestion | NewTag] = []
        self._buttons: list[Button] = []

    def make_ready(self) -> None:
        """Make all there will ever be; hidden until something is suggested."""
        while len(self._buttons) < SUGGESTED:
            button = Button(self._look, kind=KIND, size="small")
            button.hide()
            at = len(self._buttons)
            button.clicked.connect(lambda _on=False, at=at: self._choose(self._shown[at]))
            self._flow.addWidget(button)
            button.ensurePolished()
            self._buttons.append(button)
        ratio, edge = self._buttons[0].devicePixelRatioF(), self._look.fonts.px(ICON_SIZE)
        for icon in ICONS.values():
            self._look.icons.pixmap(icon, colour=INK[KIND][1], size=edge, ratio=ratio)

    def show(self, suggestions: Sequence[Suggestion | NewTag]) -> None:
        """Show these and no others."""
        if list(suggestions) == self._shown:
            return
        self.make_ready()
        self._shown = list(suggestions)
        self._flow.setEnabled(False)  # else each of them lays out the whole panel at once
        for at, button in enumerate(self._buttons):
            is_wanted = at < len(self._shown)
            button.setText(self._shown[at].words if is_wanted else "")
            if is_wanted:
                button.set_icon(ICONS[type(self._shown[at])])
            button.setVisible(is_wanted)
        self._flow.setEnabled(True)
        self._flow.invalidate()
