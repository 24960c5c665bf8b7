"""The period of notice as a line of days.

With the rule it comes from and the earliest lawful day as a button.
"""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.call_presenter import NoticePicture
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.painted import DayStop
from meeting_app.wording import times


class NoticeSheet(QWidget):
    """Says in time or too short, and shows why."""

    move_to = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._earliest: date | None = None
        self.chip = parts.chip()
        self._days = QVBoxLayout()
        self._days.setSpacing(0)
        self.earliest = parts.button("", icon="calendar-days")
        self.earliest.clicked.connect(self._move)
        self.source = parts.label("", "caption", tone="muted", wrap=True)
        sheet = parts.sheet()
        sheet.setLayout(
            column(
                row(parts.numbered(3, _("Period of notice")), STRETCH, self.chip),
                self._days,
                self.earliest,
                self.source,
                margins=(24, 16, 24, 16),
            )
        )
        self.setLayout(column(sheet))

    def show_picture(self, picture: NoticePicture) -> None:
        """Show the period as it is."""
        self.chip.set_chip(picture.chip, picture.tone)
        self.source.setText(picture.source)
        self._earliest = picture.earliest
        self.earliest.setVisible(picture.earliest is not None)
        if picture.earliest is not None:
            parts.set_text(self.earliest, _("Move it to {day}").format(day=times.day(picture.earliest)))
        empty(self._days)
        last = len(picture.days) - 1
        for place, stop in enumerate(picture.days):
            self._days.addWidget(
                DayStop(stop.day, stop.text, done=stop.state == "done", first=place == 0, last=place == last)
            )

    def _move(self) -> None:
        if self._earliest is not None:
            self.move_to.emit(self._earliest)
