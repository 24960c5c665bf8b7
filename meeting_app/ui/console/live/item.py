"""An item without a floor or a vote: opening, report, closing with one big clock; a break and its end."""

from datetime import timedelta
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from meeting_app.actions import running
from meeting_app.domain.clock import Instant
from meeting_app.i18n import _
from meeting_app.queries.live import LiveItem
from meeting_app.ui.console.live import agenda_presenter
from meeting_app.ui.console.live.box import SPACE, across, down
from meeting_app.ui.console.live.clock_panel import ClockPanel
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.sense_label import SenseLabel
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Label, LiveDot, MainButton
from meeting_app.wording import labels, times


class ItemPage(Centre):
    """The current item with its clock; Enter goes on."""

    kinds: ClassVar[frozenset[str]] = frozenset({"agenda_item", "meeting"})

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._item: LiveItem | None = None
        self.kind = Label("", tone="muted")
        self.title = SenseLabel("", "h1")
        self.presenter = Label("", tone="muted")
        self.until = Label("", "h2")
        self.clock = ClockPanel()
        self.clock.pause_asked.connect(self.space)
        self.clock.longer_asked.connect(self.longer)
        self.text = Label("", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.next = MainButton(icon="skip-forward", key=_("Enter"))
        self.next.clicked.connect(self.main)
        head = across(LiveDot(), self.kind, SPACE)
        foot = across(SPACE, self.next)
        self._box = down(
            head, 8, self.title, self.presenter, self.until, 8, self.clock, 16, margins=(24, 24, 24, 24)
        )
        self._box.addWidget(self.text)
        self._box.addStretch(1)
        self._box.addLayout(foot)
        self.setLayout(self._box)

    def refresh(self) -> None:
        view = self.live.view
        item = self._item = view.current
        if item is None:
            return
        self.kind.setText(labels.label(labels.ITEM_KINDS, item.kind))
        self.title.setText(item.title)
        self.presenter.setText(_("Presented by {name}").format(name=item.presenter) if item.presenter else "")
        self.presenter.setVisible(bool(item.presenter))
        self.until.setVisible(item.kind == "break")
        self.text.setText(item.text)
        step = agenda_presenter.step(view)
        self.next.setText(agenda_presenter.in_a_line(step))
        self.next.set_icon(step.icon)
        self.next.setEnabled(step.enabled)
        self.tick(self.live.now())

    def tick(self, now: Instant) -> None:
        item = self._item
        if item is None:
            return
        self.clock.show_clock(item.clock, now, spent=_("used {span}"), limit=_("planned {span}"))
        if item.kind == "break":
            ends = times.local(now.wall_ms) + timedelta(milliseconds=max(0, item.clock.remaining(now)))
            self.until.setText(_("We go on at {time}").format(time=times.clock(ends)))

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)
        self.clock.fit(measures)

    def main(self) -> None:
        self.live.step()

    def space(self) -> None:
        item = self._item
        if item is None:
            return
        action = running.pause_item_clock if item.clock.running else running.start_item_clock
        self.live.do(action, item_id=item.id)

    def longer(self, by_ms: int) -> None:
        if self._item is not None:
            self.live.do(running.extend_item, item_id=self._item.id, by_ms=by_ms)
