"""The quorum as the desk sees it: persons, bar with threshold, what is missing in words."""

from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.check_in_presenter import AreaShown, QuorumShown
from meeting_app.ui.widgets import Bar, Chip, Label, Part


class QuorumPanel(QWidget):
    """Persons, and in an owners' meeting the floor area below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label(_("Quorum"), "h2")
        self.chip = Chip("")
        self.present = Label("", "figure", bold=True)
        self.of = Label("", tone="muted")
        self.short = Label("", tone="warn", bold=True)
        self.bar = Bar(_("Members present"), height=16)
        self.guests = Label("", "caption", tone="muted", elide=True)
        self.rule = Label("", "caption", tone="muted")
        self.source = Label("", "caption", tone="muted", elide=True)
        self.area = Label("", "strong", bold=True)
        self.area_of = Label("", tone="muted")
        self.area_short = Label("", tone="warn", bold=True)
        self.area_bar = Bar(_("Floor area present"), height=16)
        besides = across(gap=8)
        besides.addWidget(self.guests, 1)  # who is told besides gives way to the rule
        besides.addWidget(self.rule)
        figures = across(Label(_("Persons")), 8, self.present, self.of, SPACE, self.short)
        areas = across(Label(_("Area m²")), 8, self.area, self.area_of, SPACE, self.area_short)
        self._area = held(down(areas, 4, self.area_bar))
        self.setLayout(
            down(
                across(self.heading, SPACE, self.chip), 8, figures, self.bar, self._area,
                besides, self.source,
            )
        )  # fmt: skip

    def show_quorum(self, shown: QuorumShown) -> None:
        """Show it."""
        self.chip.set_chip(shown.heading, shown.tone, {"ok": "check", "warn": "clock"}.get(shown.tone, ""))
        self.present.setText(str(shown.present))
        self.of.setText(shown.of)
        self.short.setText(shown.short)
        self.guests.setText(shown.guests)
        self.rule.setText(shown.rule)
        self.source.setText(shown.source)
        self.source.setVisible(bool(shown.source))
        said = f"{shown.present} {shown.of} {shown.short} {shown.rule}"
        self.bar.show_parts(
            (Part("act", shown.present),), shown.base, shown.threshold or None, words=" ".join(said.split())
        )
        self._area.setVisible(shown.area is not None)
        if shown.area is not None:
            self._show_area(shown.area)

    def _show_area(self, area: AreaShown) -> None:
        self.area.setText(area.text)
        self.area_of.setText(area.of)
        self.area_short.setText(area.short)
        said = " ".join(f"{area.text} {area.of} {area.short}".split())
        self.area_bar.show_parts((Part("act", area.here),), area.whole, area.threshold, words=said)
