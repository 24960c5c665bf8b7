"""Small tables in the console: how many, who sits where, who reports; the clock is the page's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from meeting_app.actions import floor_modes
from meeting_app.domain.floor_mode import LEAST_TABLES, MOST_TABLES
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView
from meeting_app.queries.floor_tables import SeatView, tables_view
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.box import across, down
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.widgets import Button, Label, Row, RowList, Stepper

SEATS = 6  # people at a table, as a first proposal


def proposed(present: int) -> int:
    """How many tables to begin with."""
    return min(MOST_TABLES, max(LEAST_TABLES, -(-present // SEATS)))


def seat_rows(seats: tuple[SeatView, ...]) -> list[Row]:
    """Everybody with a table; the reporter is marked."""
    return [
        Row(
            seat.person_id, seat.name, words.storey(seat.place), lead=str(seat.number), strong=seat.reporter,
            chip=_("reports") if seat.reporter else "", chip_tone="ok",
        )
        for seat in seats
    ]  # fmt: skip


class TablesPanel(QWidget):
    """Enter on a person makes him the reporter of his table.

    Signals: left when the keyboard is to go back to the deck.
    """

    left = Signal()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._item_id, self._touched = live, "", False
        self.tables = Stepper(
            _("Tables"), value=4, least=LEAST_TABLES, most=MOST_TABLES, form=_("{n} tables")
        )
        self.tables.changed.connect(self._on_touched)
        self.draw = Button(_("Draw the tables"), icon="users")
        self.draw.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.draw.clicked.connect(self.deal)
        self.told = Label("", "caption", tone="muted", elide=True)
        self.list = RowList(_("Who sits where"), height=40, detail_below=False)
        self.list.opened.connect(self._report)
        head = across(self.tables, self.draw, 8, gap=12)
        head.addWidget(self.told, 1)
        lay = down(8, gap=4)
        lay.addLayout(head)
        lay.addWidget(self.list, 1)
        self.setLayout(lay)

    def _on_touched(self) -> None:
        self._touched = True

    def show_view(self, view: QueueView) -> None:
        """Show the tables of an item."""
        if view.item_id != self._item_id:
            self._item_id, self._touched = view.item_id, False
        seats: tuple[SeatView, ...] = self._live.ask(tables_view, item_id=view.item_id)
        if view.tables:
            self.tables.set_value(view.tables)
        elif not self._touched:
            self.tables.set_value(proposed(view.present))
        self.draw.setText(_("Draw again") if seats else _("Draw the tables"))
        self.told.setText(
            _("Enter on a name: this person reports for the table.")
            if seats
            else _("Neighbours are dealt to different tables.")
        )
        self.list.show_rows(seat_rows(seats))

    def deal(self) -> None:
        """Draw the tables."""
        self._live.do(
            floor_modes.draw_tables, lambda _none: self.left.emit(),
            item_id=self._item_id, tables=self.tables.value(),
        )  # fmt: skip

    def _report(self, person_id: str) -> None:
        self._live.do(floor_modes.name_reporter, item_id=self._item_id, person_id=person_id)
