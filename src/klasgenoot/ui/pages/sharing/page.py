"""Delen en printen: choose as what, see it, say who and with what, and save it where you want."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot

from klasgenoot.domain.exports import ExportKind, Leaving
from klasgenoot.ui.kit.buttons import back_button
from klasgenoot.ui.kit.columns import Columns
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.save_dialog import ask_where_to_save, with_ending
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.sharing.drawing import Drawing, previewed, words_of
from klasgenoot.ui.pages.sharing.kinds import TILES, Kinds
from klasgenoot.ui.pages.sharing.log_card import LogCard
from klasgenoot.ui.pages.sharing.papers.printing import make_paper
from klasgenoot.ui.pages.sharing.wish_card import WishCard
from klasgenoot.viewmodels.sharing import SharingViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

_FILTERS = {"pdf": "PDF (*.pdf)", "csv": "CSV (*.csv)", "xlsx": "Excel (*.xlsx)"}


class SharingPage(Page):
    """What can be printed and given out at the left, what goes with it at the right.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: SharingViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._folder: Path | None = None
        self._drawing = Drawing(self)
        self._drawing.finished.connect(view_model.drawn)
        back = back_button(look, translate("Sharing", "Back"))
        back.clicked.connect(self._on_back_clicked)
        self.header.tools.addWidget(back)
        self._kinds = Kinds(look)
        self._kinds.chosen.connect(self._on_kinds_chosen)
        self._log = LogCard(look)
        self._wish = WishCard(look, view_model)
        self._wish.save_requested.connect(self._on_save_requested)
        self._wish.place_accepted.connect(self._on_place_accepted)
        self.body.setSpacing(24)
        self.body.addWidget(Columns(look, self._kinds, self._wish))
        self.body.addWidget(self._log)
        self.body.addStretch(1)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.to_draw.connect(self._on_view_model_to_draw)
        view_model.said.connect(self._on_view_model_said)

    def arrive(self, target: Target) -> None:
        """Shows the class as it is now; with `act` a kind is chosen at once."""
        if target.act:
            self._view_model.choose(ExportKind(target.act))
        self._wish.say("")
        self._wish.warn("", None)
        self._refresh()
        self._kinds.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_work(self) -> None:
        """Lets what is being written come to its end."""
        self._drawing.stop()
        self._view_model.close_work()

    def ask_where(self, name: str, kinds: str) -> Path | None:
        """Asks where it goes; apart, so that a test can answer."""
        return ask_where_to_save(
            self,
            title=translate("Sharing", "Where should it go?"),
            name=name,
            kinds=kinds,
            folder=self._folder,
        )

    def _refresh(self) -> None:
        shown = self._view_model
        title = translate("Sharing", "Share and print")
        if not shown.everybody:
            self.set_title(title, shown.class_name)
            words = translate("Sharing", "There is nobody in this class yet to share or print.")
            self.show_empty(words)
            return
        count = translate("Sharing", "%n in {class_name}", None, len(shown.everybody))
        self.set_title(title, count.format(class_name=shown.class_name))
        self._kinds.choose(shown.kind)
        self._wish.refresh()
        self._show_papers()
        self._log.show_log(shown.log)
        self.show_filled()

    def _show_papers(self) -> None:
        """The papers as they would look now."""
        shown = self._view_model
        gathered = shown.previewed()
        if gathered is None:
            self._kinds.show_papers({})
            return
        faces = previewed(gathered)
        bare = faces if shown.with_photos else tuple(replace(one, image=None) for one in faces)
        with_face = tuple(one for one in faces if one.image is not None)
        about = {
            ExportKind.PRACTICE_SHEET: with_face,
            ExportKind.SEATING_PLAN: tuple(one for one in bare if one.seat is not None),
        }
        self._kinds.show_papers(
            {
                kind: make_paper(kind, those, words_of(shown.texts(kind)))
                for kind in TILES
                if (those := about.get(kind, bare))
            }
        )

    @Slot()
    def _on_back_clicked(self) -> None:
        self.open_requested.emit(Target(PageId.STUDENTS))

    @Slot(object)
    def _on_kinds_chosen(self, kind: ExportKind) -> None:
        self._wish.say("")
        self._wish.warn("", None)
        self._view_model.choose(kind)

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()

    @Slot()
    def _on_save_requested(self) -> None:
        shown = self._view_model
        if shown.is_busy or shown.missing:
            return
        self._wish.say("")
        self._wish.warn("", None)
        ending = shown.kind.ending
        kinds = _FILTERS.get(ending, f"{ending} (*.{ending})")
        path = self.ask_where(shown.file_name, kinds)
        if path is None:
            return
        path = with_ending(path, f".{ending}")
        warning = shown.warning_for(path)
        if warning:
            self._wish.warn(warning, path)
            announce(self, warning)
            return
        shown.start(path, passphrase=self._wish.passphrase)

    @Slot(object)
    def _on_place_accepted(self, path: Path) -> None:
        self._wish.warn("", None)
        self._view_model.start(path, passphrase=self._wish.passphrase)

    @Slot(object)
    def _on_view_model_to_draw(self, people: Sequence[Leaving]) -> None:
        shown = self._view_model
        self._drawing.start(shown.making, people, shown.made_texts)

    @Slot(str, bool)
    def _on_view_model_said(self, sentence: str, went_well: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._wish.say(sentence, went_well=went_well)
        if went_well:
            self._folder = self._view_model.path.parent
        self._refresh()
        self._wish.take_focus()
        announce(self, sentence)
