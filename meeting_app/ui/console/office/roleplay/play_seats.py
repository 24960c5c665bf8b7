"""The cast of a play: tables as columns, why each has the role, and what can be changed by hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.roleplay import play_presenter as presenter
from meeting_app.ui.console.office.roleplay.seat_board import SeatBoard, Tile
from meeting_app.ui.widgets.fields import Choice, Labelled
from meeting_app.ui.widgets.segmented import Segmented
from meeting_app.wording.labels import label
from meeting_app.wording.roleplay_words import CAST_MODES

if TYPE_CHECKING:
    from meeting_app.queries.roleplay.casting import CastingView, CastPlayer


class SeatsPart(QWidget):
    """Signals: cast(mode, seed or ""), exchange(pair), redraw(person), watch(person), moved(person, table,
    role).
    """

    cast = Signal(str, str)
    exchange = Signal(object)
    redraw = Signal(str)
    watch = Signal(str)
    moved = Signal(str, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: CastingView | None = None
        self._person = ""
        self._filling = False
        self.mode: Segmented = parts.segments(
            [(code, label(CAST_MODES, code)) for code in CAST_MODES], _("How roles are cast")
        )
        parts.widen(self.mode)
        self.seed = parts.line_edit("", _("Seed of the draw"))
        self.seed.setFixedWidth(parts.px(112))
        self.again = parts.button(_("Cast anew"), icon="dices")
        self.again.clicked.connect(lambda: self.cast.emit(self.mode.value(), self._typed_seed()))
        self.warning = parts.label("", tone="warn", wrap=True)
        self.board = SeatBoard()
        self.board.looked_at.connect(self._look)
        self.board.exchanged.connect(lambda one, other: self.exchange.emit((one, other)))
        self.empty = parts.empty_state()
        self._make_side()
        left = QWidget()
        left.setLayout(column(self._bar(), self.warning, self._scroll(), self.empty, spacing=12))
        foot = parts.foot(self.let_watch, self.draw_again, self.take_up)
        self.columns = Columns(left, self.side, foot, right_width=360)
        self.setLayout(column(self.columns))

    def _bar(self) -> QWidget:
        made = QWidget()
        seed = parts.label(_("Seed"), tone="muted")
        made.setLayout(row(self.mode, STRETCH, seed, self.seed, self.again, spacing=12))
        return made

    def _scroll(self) -> QScrollArea:
        self.tiles_area = QScrollArea()
        self.tiles_area.setWidget(self.board)
        self.tiles_area.setWidgetResizable(True)
        self.tiles_area.setFrameShape(QFrame.Shape.NoFrame)
        self.tiles_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self.tiles_area

    def _make_side(self) -> None:
        self.side = QWidget()
        self.name = parts.label("", "h2", wrap=True)
        self.role = parts.label("", "strong", wrap=True)
        self._why = QVBoxLayout()
        self.reason = parts.line_edit(_("for example: old acquaintances"), _("Why by hand?"))
        self.place = Choice(_("Another place"))
        self.place.chosen.connect(self._move)
        told = _("Enter takes a player up, Enter on another exchanges the two; dragging does the same.")
        self.hint = parts.label(told, "caption", tone="muted", wrap=True)
        self.take_up = parts.button(_("Exchange with …"), icon="arrow-left-right", key=_("Enter"))
        self.take_up.clicked.connect(self._take_up)
        self.draw_again = parts.button(_("Draw again (once)"), icon="dices")
        self.draw_again.clicked.connect(lambda: self.redraw.emit(self._person))
        self.let_watch = parts.button(_("Would rather watch"), icon="eye")
        self.let_watch.clicked.connect(lambda: self.watch.emit(self._person))
        self.side.setLayout(
            column(
                self.name, self.role, self._why, Labelled(_("Why by hand?"), self.reason),
                Labelled(_("Another place"), self.place), self.hint, STRETCH, spacing=12,
            )
        )  # fmt: skip

    def first_field(self) -> QWidget:
        """The first tile, or the draw."""
        return next(iter(self.board.tiles.values()), self.again)

    def show_view(self, view: "CastingView") -> None:
        """Show the play."""
        self.view = view
        seated = [one for one in view.players if one.table]
        self.mode.set_value(view.mode)
        if not self.seed.hasFocus():
            self.seed.setText(f"{view.seed:06}" if seated else "")
        self.warning.setText(presenter.warnings(view))
        self.warning.setVisible(bool(self.warning.text()))
        self.board.show_tables(
            [
                (presenter.table_words(table), [_tile(one) for one in view.table(table)])
                for table in view.tables
            ]
        )
        self.tiles_area.setVisible(bool(seated))
        self.empty.show_text("" if seated else _nobody(view))
        preparing = view.play.state in ("prepared", "cast") and bool(view.sizes)
        for part in (self.mode, self.seed, self.again):
            part.setEnabled(preparing)
        if self._person not in self.board.tiles:
            self._person = next(iter(self.board.tiles), "")
        self.board.choose(self._person)
        self._show_seat()

    def current(self) -> "CastPlayer | None":
        """Whom the side shows."""
        players = self.view.players if self.view else ()
        return next((one for one in players if one.person_id == self._person), None)

    def _look(self, person_id: str) -> None:
        self._person = person_id
        self._show_seat()

    def _show_seat(self) -> None:
        one, view = self.current(), self.view
        self.side.setVisible(one is not None)
        for button in (self.take_up, self.draw_again, self.let_watch):
            button.setVisible(one is not None)
        if one is None or view is None:
            return
        self._filling = True
        self.name.setText(one.name)
        place = presenter.table_words(one.table)
        self.role.setText(f"{presenter.role_words(one)} · {place}")
        empty(self._why)
        self._why.setSpacing(0)
        for sentence in presenter.reasons(view, one):
            self._why.addWidget(parts.label(sentence, wrap=True))
        self.draw_again.setEnabled(view.play.state == "cast" and not one.redrawn and not one.watches)
        self.let_watch.setEnabled(not one.watches)
        self.place.offer([("", _("stays here")), *_places(view)])
        self.place.set_value("")
        self._filling = False

    def _typed_seed(self) -> str:
        """The seed when another than the present one was typed."""
        typed = self.seed.text().strip()
        same = self.view is not None and typed == f"{self.view.seed:06}"
        return "" if same or not typed.isdecimal() else typed

    def _take_up(self) -> None:
        self.board.hold("" if self.board.held == self._person else self._person)
        if self._person in self.board.tiles:
            self.board.tiles[self._person].setFocus()

    def _move(self, value: object) -> None:
        table, _point, role = str(value).partition(".")
        if not self._filling and table:
            self.moved.emit(self._person, int(table), role)

    def escape(self) -> bool:
        """Esc lets go of who was taken up."""
        if self.board.held:
            self.board.hold("")
            return True
        return False


def _tile(one: "CastPlayer") -> Tile:
    mark, tone = (
        ("triangle-alert", "warn") if one.breach else ("hand", "muted") if one.by_hand else ("", "muted")
    )
    return Tile(one.person_id, one.name, presenter.role_words(one), mark, tone)


def _places(view: "CastingView") -> list[tuple[str, str]]:
    """Every role at every table, as (table.role, words)."""
    return [
        (f"{table}.{role.id}", f"{presenter.table_words(table)} · {role.name}")
        for table in view.tables
        for role in view.roles
    ]


def _nobody(view: "CastingView") -> str:
    if view.play.state == "ended":
        return _("The play is over; who played whom was forgotten.")
    if not view.sizes:
        return presenter.tables_sentence(view)
    return _("The roles are not cast yet. Choose “Cast anew”.")
