"""The page Seating: drag a face to a seat, or do the same with the keys."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.exports import ExportKind
from klasgenoot.domain.seating import Room, Seat
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Density, Page, PageHeader
from klasgenoot.ui.kit.room_view import SeatShown
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.ui.pages.seating.carrying import Carrying
from klasgenoot.ui.pages.seating.room_card import RoomCard
from klasgenoot.ui.pages.seating.room_field import RoomField
from klasgenoot.ui.pages.seating.waiting_field import WaitingField
from klasgenoot.viewmodels.seating import Emptiness, SeatingViewModel, Sitter
from klasgenoot.viewmodels.seating_words import offer_words
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

SIDE = {Density.COMPACT: 240, Density.REGULAR: 292, Density.ROOMY: 320}
GAP = {Density.COMPACT: 24, Density.REGULAR: 36, Density.ROOMY: 44}
WIDEST = 2**24 - 1
"""As wide as Qt lets a widget be; PySide6 does not say."""
TYPED_TOGETHER_MS = 1000
"""Letters that follow each other so soon are one name."""


class SeatingPage(Page):
    """Who sits where?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: SeatingViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._head = PageHeader(look)  # beside it there is room for those who wait
        self._head.title.setText(translate("Seating", "Seating plan"))
        self.print = Button(look, translate("Seating", "Print"), icon="printer")
        self.print.clicked.connect(self._on_print_clicked)
        self._head.tools.addWidget(self.print)
        self._letters, self._since = "", QElapsedTimer()
        self._comes_from_waiting = False
        self._carrying = Carrying(look, self)
        self._carrying.moved.connect(self._on_carrying_moved)
        self._carrying.dropped.connect(self._on_carrying_dropped)
        self._carrying.changed.connect(self._on_carrying_changed)
        self.room = RoomField(
            look, view_model, self._carrying, name=translate("Seating", "Room with seats")
        )
        self.room.setAccessibleDescription(
            translate(
                "Seating",
                "Arrows move, Enter lifts and drops, Delete takes off the seat, letters find"
                " a student",
            )
        )
        self.room.entered.connect(self._on_room_entered)
        self.room.removed.connect(self._on_room_removed)
        self.room.current_changed.connect(self._on_room_current_changed)
        self.waiting = WaitingField(
            look, self._carrying, name=translate("Seating", "Who has no seat yet")
        )
        self.waiting.entered.connect(self._on_waiting_entered)
        for field in (self.room, self.waiting):
            field.letter_typed.connect(self._on_letter_typed)
        self._first_offer: Button | None = None
        self._card = RoomCard(look, view_model)
        self._trouble = TroubleLine(look)
        self._side = self._make_side()
        plan = QVBoxLayout()
        plan.setSpacing(20)
        plan.addWidget(self._head)
        plan.addWidget(self.room, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(plan, 1)
        self._row.addWidget(self._side)
        self.body.addLayout(self._row, 1)
        self.body.addWidget(self._trouble)
        view_model.changed.connect(self._on_view_model_changed)

    def arrive(self, _target: Target) -> None:
        """Shows the plan, with the keyboard in the room."""
        self._refresh()
        begin = self.room if self._view_model.emptiness is None else self._first_offer
        if begin is not None:
            begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the side beside the room, or below it when that leaves no room for faces."""
        self._side.setMinimumSize(0, 0)
        gap, room = GAP[self.density], self.width() - 2 * self.density.value[0]
        side = max(self.look.fonts.px(SIDE[self.density]), self._side.minimumSizeHint().width())
        is_beside = room - side - gap >= self.room.minimumSizeHint().width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if is_beside else below)
        self._row.setSpacing(gap)
        self._side.setMinimumWidth(side if is_beside else 0)
        self._side.setMaximumWidth(side if is_beside else WIDEST)
        # a page that scrolls asks how high its parts are without saying how wide they will be
        height = self._side_column.totalHeightForWidth(side if is_beside else room)
        self._side.setMinimumHeight(height)
        is_compact = self.density is Density.COMPACT
        self._head.title.set_role(Text.TITLE_COMPACT if is_compact else Text.TITLE)

    def hideEvent(self, event: QHideEvent) -> None:
        self._carrying.let_go()
        super().hideEvent(event)

    def _make_side(self) -> QWidget:
        look = self.look
        side = QWidget()
        self._waiting_title = Label(look, "", Text.CARD)
        self._waiting_count = Label(look, "", Text.SUPPORT, colour="text_3")
        self._help = Label(look, "", Text.SUPPORT, colour="text_2")
        self.in_order = Button(
            look, translate("Seating", "Fill by list"), size="small", icon="list"
        )
        self.in_order.clicked.connect(lambda: self._fill(by_lot=False))
        self.by_lot = Button(
            look, translate("Seating", "Fill by lot"), size="small", icon="shuffle"
        )
        self.by_lot.clicked.connect(lambda: self._fill(by_lot=True))
        self.clear = Button(
            look, translate("Seating", "Everybody off"), size="small", icon="user-x"
        )
        self.clear.clicked.connect(self._view_model.clear)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self._waiting_title)
        title.addWidget(self._waiting_count, 1)
        column = self._side_column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(title)
        column.addWidget(self.waiting)
        column.addWidget(self._help)
        column.addLayout(flow(self.in_order, self.by_lot, self.clear))
        column.addSpacing(6)
        column.addWidget(self._card)
        column.addStretch(1)
        return side

    def _refresh(self) -> None:
        shown = self._view_model
        title, empty = translate("Seating", "Seating plan"), shown.emptiness
        self.set_title(title if empty else "", shown.subtitle if empty else "")
        self.setAccessibleName(title)
        if empty is not None:
            self._show_nothing(empty)
            return
        self.show_filled()
        self._head.subtitle.setText(shown.subtitle)
        self._trouble.say(shown.trouble)
        self._show_room()
        waiting = shown.waiting
        self.waiting.show_sitters(waiting)
        self.waiting.setVisible(bool(waiting))
        self._waiting_title.setText(
            translate("Seating", "No seat yet")
            if waiting
            else translate("Seating", "Everybody has a seat")
        )
        self._waiting_count.setText(str(len(waiting)) if waiting else "")
        self._help.setText(self._help_words())
        can_fill = bool(waiting) and shown.has_free_seat
        self.in_order.setVisible(can_fill)
        self.by_lot.setVisible(can_fill)
        self.clear.setVisible(bool(shown.seats))
        self.print.setVisible(bool(shown.seats))
        if shown.room is not None:
            self._card.show_room(shown.room)
        self._arrange()

    def _help_words(self) -> str:
        if self._view_model.waiting and not self._view_model.has_free_seat:
            return translate("Seating", "The room is full. Add a row, or seats in a row.")
        if self._view_model.waiting:
            return translate(
                "Seating", "Drag a face to a seat. With the keys: Enter, arrows, Enter."
            )
        return translate("Seating", "Drag a face to another seat to swap.")

    def _show_room(self) -> None:
        shown, carried = self._view_model, self._carrying.who
        room = shown.room
        if room is None:
            return
        self.room.show_room(
            room,
            {
                seat: SeatShown(
                    face=face_of(sitter),
                    name=sitter.name,
                    faded=carried is not None and carried.id == sitter.id,
                )
                for seat, sitter in shown.seats.items()
            },
        )

    def _show_nothing(self, why: Emptiness) -> None:
        if why is Emptiness.NO_STUDENTS:
            bring = Button(
                self.look,
                translate("Seating", "Import a class"),
                kind="primary",
                icon="folder-input",
            )
            bring.clicked.connect(lambda: self.open_requested.emit(Target(PageId.IMPORT)))
            self._first_offer = bring
            sentence = translate("Seating", "Nobody is in this class yet.")
            self.show_empty(sentence, bring)
            return
        rooms = QWidget()
        column = QVBoxLayout(rooms)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for number, room in enumerate(self._view_model.offered):
            button = Button(
                self.look, offer_words(room), kind="plain" if number else "primary", icon="armchair"
            )
            button.setAutoDefault(True)
            button.clicked.connect(lambda _on=False, room=room: self._make(room))
            column.addWidget(button)
            if not number:
                self._first_offer = button
        self.show_empty(
            translate("Seating", "Who sits where? Begin with a room."),
            rooms,
            detail=translate("Seating", "Rows, seats and aisles can be changed at any time."),
        )

    def _fill(self, *, by_lot: bool) -> None:
        self._view_model.fill(by_lot=by_lot)
        self.room.setFocus(Qt.FocusReason.OtherFocusReason)  # the buttons may be gone

    def _make(self, room: Room) -> None:
        self._view_model.make(room)
        self.waiting.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lift_with_keys(self, sitter: Sitter, *, from_waiting: bool) -> None:
        self._carrying.lift(sitter)
        self._comes_from_waiting = from_waiting
        if from_waiting:
            self.room.setFocus(Qt.FocusReason.OtherFocusReason)
            free = self._view_model.first_free
            if free is not None and self.room.current in self._view_model.seats:
                self.room.go_to(free)
        self.room.set_target(self.room.current)
        self._carrying.hover(self.room.middle(self.room.current))
        lifted = translate("Seating", "{name} lifted").format(name=sitter.student.full_name)
        announce(self.room, lifted)

    def _seat_under(self, place: QPoint) -> Seat | None:
        return self.room.seat_at(self.room.mapFromGlobal(place))

    @Slot()
    def _on_print_clicked(self) -> None:
        wanted = Target(PageId.SHARING, act=ExportKind.SEATING_PLAN.value)
        self.open_requested.emit(wanted)

    @Slot(QPoint)
    def _on_carrying_moved(self, place: QPoint) -> None:
        self.room.set_target(self._seat_under(place))

    @Slot(QPoint)
    def _on_carrying_dropped(self, place: QPoint) -> None:
        sitter = self._carrying.who
        if sitter is None:
            return
        seat = self._seat_under(place)
        if seat is not None:
            self._view_model.place(sitter.id, seat)
            self.room.go_to(seat)
        elif self._side.rect().contains(self._side.mapFromGlobal(place)):
            self._view_model.lift(sitter.id)

    @Slot()
    def _on_carrying_changed(self) -> None:
        if self._carrying.who is None:
            self.room.set_target(None)
        self._show_room()

    @Slot(object)
    def _on_room_entered(self, seat: Seat) -> None:
        carried = self._carrying.who
        if carried is None:
            sitter = self._view_model.seats.get(seat)
            if sitter is not None:
                self._lift_with_keys(sitter, from_waiting=False)
            return
        self._carrying.let_go()
        self._view_model.place(carried.id, seat)
        announce(self.room, self._view_model.words(seat))
        if self._comes_from_waiting and self._view_model.waiting:
            self.waiting.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_room_removed(self, seat: Seat) -> None:
        sitter = self._carrying.who or self._view_model.seats.get(seat)
        self._carrying.let_go()
        if sitter is not None:
            self._view_model.lift(sitter.id)
            announce(self.room, self._view_model.words(seat))

    @Slot(object)
    def _on_room_current_changed(self, seat: Seat) -> None:
        if self._carrying.who is not None:
            self.room.set_target(seat)
            self._carrying.hover(self.room.middle(seat))
        announce(self.room, self._view_model.words(seat))

    @Slot(object)
    def _on_waiting_entered(self, sitter: Sitter) -> None:
        self._lift_with_keys(sitter, from_waiting=True)

    @Slot(str)
    def _on_letter_typed(self, letter: str) -> None:
        is_more = self._since.isValid() and self._since.elapsed() < TYPED_TOGETHER_MS
        self._letters = self._letters + letter if is_more else letter
        self._since.start()
        who = self._view_model.find(self._letters)
        if who is None:
            return
        seat = self._view_model.seat_of(who)
        if seat is not None:
            self.room.setFocus(Qt.FocusReason.OtherFocusReason)
            self.room.go_to(seat)
        elif self.waiting.go_to(who):
            self.waiting.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_view_model_changed(self) -> None:
        carried = self._carrying.who
        if carried is not None and self._view_model.sitter(carried.id) is None:
            self._carrying.let_go()  # they left the class, or another class is shown
        if self.isVisible():
            self._refresh()
