"""The quorum as the desk sees it: persons, bar with threshold, what is missing in words."""

from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.box import SPACE, across, down
from meeting_app.ui.console.live.check_in_presenter import QuorumShown
from meeting_app.ui.widgets import Bar, Chip, Label, Part


class QuorumPanel(QWidget):
    """Persons only; a second measure comes with the votes that need it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label(_("Quorum"), "h2")
        self.chip = Chip("")
        self.present = Label("", "figure", bold=True)
        self.of = Label("", tone="muted")
        self.short = Label("", tone="warn", bold=True)
        self.bar = Bar(_("Members present"), height=16)
        self.guests = Label("", "caption", tone="muted")
        self.rule = Label("", "caption", tone="muted")
        figures = across(Label(_("Persons")), 8, self.present, self.of, SPACE, self.short)
        self.setLayout(
            down(
                across(self.heading, SPACE, self.chip), 8, figures, self.bar,
                across(self.guests, SPACE, self.rule),
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
        said = f"{shown.present} {shown.of} {shown.short} {shown.rule}"
        self.bar.show_parts(
            (Part("act", shown.present),), shown.base, shown.threshold or None, words=" ".join(said.split())
        )
