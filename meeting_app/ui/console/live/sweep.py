"""Before the meeting is closed: every parked matter, and every item that was not reached, gets an answer.

One key says what becomes of the chosen one; only when none is left the meeting can be closed from here.
"""

from datetime import timedelta
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from meeting_app.actions import parking
from meeting_app.i18n import _, ngettext
from meeting_app.queries.parking import ParkedRow, ParkingView, parking_view
from meeting_app.ui.console.live import sweep_commands, words
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.keys import DECK
from meeting_app.ui.widgets import Button, DateField, EmptyState, Field, Label, MainButton, Row, RowList
from meeting_app.wording import labels, times

USUAL_DAYS = 14


def shown_row(row: ParkedRow) -> Row:
    """A matter as a row: what it is, where it came from, what becomes of it."""
    source = _("not reached") if not row.note_id else row.source
    at = times.clock(row.at) if row.at else ""
    return Row(
        row.id,
        row.text,
        words.joined(at, source, row.person, row.answer),
        chip=labels.label(labels.FATES, row.fate),
        chip_tone="ok" if row.fate else "warn",
        chip_icon="check" if row.fate else "clock",
        faded=bool(row.fate),
    )


class SweepPage(Centre):
    """A side trip over the whole deck; Enter closes the meeting once everything is settled."""

    kinds: ClassVar[frozenset[str]] = frozenset({"note", "agenda_item", "meeting", "task", "topic"})
    context: ClassVar[str] = sweep_commands.CONTEXT

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._view = ParkingView((), 0)
        self._fate = ""
        self.told = Label("", "h2")
        self.back = Button(_("Back to the meeting"), icon="arrow-left", key=_("Esc"))
        self.back.clicked.connect(live.go_home)
        self.list = RowList(_("Parked matters"))
        self.list.setProperty(DECK, True)
        self.list.opened.connect(lambda _id: self.main())
        self.empty = EmptyState(_("Nothing is parked."), _("The meeting can be closed."))
        self.ways = {
            "topic": Button(_("Becomes a topic"), kind="big", key="1", sub=_("collected, then as any topic")),
            "next_meeting": Button(
                _("To the next meeting"), kind="big", key="2", sub=_("offered when it is called")
            ),
            "task": Button(_("Becomes a task"), kind="big", key="3", sub=_("who, by when, who watches")),
            "answered": Button(_("Answered here"), kind="big", key="4", sub=_("the answer for the minutes")),
        }
        for fate, button in self.ways.items():
            button.clicked.connect(getattr(self, fate))
        self._form = held(self._fields())
        self._form.hide()
        self.close_button = MainButton(_("Close the meeting"), icon="flag", key=_("Enter"))
        self.close_button.clicked.connect(self.main)
        self._build()

    def _fields(self) -> QHBoxLayout:
        self.answer = Field(_("The answer that was given"), _("The answer that was given, Enter keeps it"))
        self.assignee = Field(_("Who does it?"), _("Who does it?"))
        self.due = DateField(_("Until when?"))
        self.supervisor = Field(_("Who watches over it?"), _("Who watches over it?"))
        for field in (self.answer, self.assignee, self.supervisor):
            field.returnPressed.connect(self._keep)
        keep = Button(_("Keep"))
        keep.clicked.connect(self._keep)
        row = across(margins=(0, 8, 0, 8))
        row.addWidget(self.answer, 3)
        row.addWidget(self.assignee, 2)
        row.addWidget(self.due)
        row.addWidget(self.supervisor, 2)
        row.addWidget(keep)
        return row

    def _build(self) -> None:
        head = across()
        title = Label(_("Before we close: what was parked"), "h1")
        head.addLayout(down(title, self.told), 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        ways = across(gap=12)
        for button in self.ways.values():
            ways.addWidget(button, 1)
        self._box = down(head, 8, margins=(24, 24, 24, 16))
        self._box.addWidget(self.list, 1)
        self._box.addWidget(self.empty, 1)
        self._box.addWidget(self._form)
        self._box.addLayout(ways)
        self._box.addSpacing(theme.current().px(12))
        self._box.addLayout(across(SPACE, self.close_button))
        self.setLayout(self._box)

    def fit(self, measures: Measures) -> None:
        side = theme.current().px(measures.centre)
        self._box.setContentsMargins(side, side, side, theme.current().px(16))

    def enter_page(self) -> None:
        self._form.hide()
        self._choose_open()

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_field(self) -> bool:
        if self._form.isHidden():
            return False
        self._form.hide()
        self.take_focus()
        return True

    def refresh(self) -> None:
        self._view = self.live.ask(parking_view, meeting_id=self.live.meeting_id)
        rows = self._view.rows
        self.list.show_rows([shown_row(row) for row in rows])
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        count = self._view.open
        left = ngettext("{n} matter is still open", "{n} matters are still open", count).format(n=count)
        self.told.setText(left if count else _("Every matter is settled."))
        self.told.set_tone("warn" if count else "ok")
        self.close_button.setEnabled(not count)
        if not self.list.current_id():
            self._choose_open()

    def _choose_open(self) -> None:
        """The next matter that nobody has settled."""
        found = next((row.id for row in self._view.rows if not row.fate), "")
        self.list.choose(found or next((row.id for row in self._view.rows), ""))

    def _chosen(self) -> ParkedRow | None:
        return next((row for row in self._view.rows if row.id == self.list.current_id()), None)

    def choose_up(self) -> None:
        """The matter above."""
        self.list.step(-1)

    def choose_down(self) -> None:
        """The matter below."""
        self.list.step(1)

    def main(self) -> None:
        """Enter: keep what is typed, or close the meeting."""
        if not self._form.isHidden():
            self._keep()
        elif not self._view.open:
            self.live.ask_close()

    # ---- what becomes of the chosen matter ----

    def topic(self) -> None:
        """1: a topic."""
        self._settle("topic")

    def next_meeting(self) -> None:
        """2: the next meeting."""
        self._settle("next_meeting")

    def task(self) -> None:
        """3: a task; who, until when and who watches are typed."""
        self._open("task", self.assignee)

    def answered(self) -> None:
        """4: answered here; the answer is typed."""
        self._open("answered", self.answer)

    def _open(self, fate: str, first: Field) -> None:
        if self._chosen() is None:
            return
        self._fate = fate
        for field in (self.answer, self.assignee, self.supervisor):
            field.clear()
        self.answer.setVisible(fate == "answered")
        for part in (self.assignee, self.due, self.supervisor):
            part.setVisible(fate == "task")
        self.due.set_day(self.live.office.today() + timedelta(days=USUAL_DAYS))
        self._form.show()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self) -> None:
        if self._fate == "task":
            self._settle(
                "task",
                assignee=self.assignee.text(),
                due_on=self.due.day(),
                supervisor=self.supervisor.text(),
            )
        elif self.answer.text().strip():
            self._settle("answered", answer=self.answer.text())

    def _settle(self, fate: str, **more: Any) -> None:
        chosen = self._chosen()
        if chosen is None:
            return

        def settle(note_id: str) -> None:
            self.live.do(parking.settle_parked, self._settled, note_id=note_id, fate=fate, **more)

        if chosen.note_id:
            settle(chosen.note_id)
        else:
            self.live.do(parking.park_item, settle, item_id=chosen.item_id)

    def _settled(self, _led_to: object) -> None:
        self._form.hide()
        self.take_focus()
        self.refresh()
        self._choose_open()
