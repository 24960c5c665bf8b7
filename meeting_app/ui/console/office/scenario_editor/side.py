"""The right side of the editor: preview, balance, or what is still to be done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import column
from meeting_app.ui.console.office.scenario_editor.findings_view import FindingsView
from meeting_app.ui.console.office.scenario_editor.judging import Judgement
from meeting_app.ui.console.office.scenario_editor.meter_panel import MeterPanel
from meeting_app.ui.console.office.scenario_editor.preview_presenter import preview
from meeting_app.ui.console.office.scenario_editor.preview_view import PreviewView
from meeting_app.ui.console.office.scenario_editor.proofs import slide_of, sound
from meeting_app.ui.widgets.segmented import Segment, Segmented

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript

PREVIEW, BALANCE, LEFT = "preview", "balance", "left"
WITH_BALANCE = frozenset({"scores", "constraints"})


class Side(QWidget):
    """Signals: wanted(path): the keyboard should go to where something is to be mended;
    card_wanted(role): the picture of a card is needed.
    """

    wanted = Signal(object)
    card_wanted = Signal(int)

    def __init__(self, manuscript: "Manuscript", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manuscript = manuscript
        self._section = ""
        self._path: Path = ()
        self._judged: Judgement | None = None
        names = ((PREVIEW, _("Preview")), (BALANCE, _("Balance")), (LEFT, _("To do")))
        self.tabs = Segmented(_("At the right"), [Segment(code, word) for code, word in names])
        self.tabs.chosen.connect(self.turn)
        self.preview, self.meter = PreviewView(), MeterPanel(manuscript)
        self.findings = FindingsView(manuscript)
        self.findings.wanted.connect(self.wanted)
        self._stack = parts.stack(parts.scrolling(self.preview), parts.scrolling(self.meter), self.findings)
        self.setLayout(column(self.tabs, self._stack))

    def turn(self, tab: str) -> None:
        """Show one of the three."""
        self.tabs.set_value(tab)
        self._stack.setCurrentIndex((PREVIEW, BALANCE, LEFT).index(tab))

    def show_section(self, section: str) -> None:
        """Another section is written in: its preview, or the balance where points are given."""
        moved, self._section = section != self._section, section
        if moved and self.tabs.value() != LEFT:
            self.turn(BALANCE if section in WITH_BALANCE else PREVIEW)
        self.refresh()
        self._show_pictures()

    def show_part(self, path: Path) -> None:
        """Another part of the section is written in."""
        self._path = path
        self.refresh()
        self._show_pictures()

    def refresh(self) -> None:
        """Show what comes of the scenario now."""
        self.preview.show_preview(preview(self._manuscript.scenario, self._section, self._path))

    def _show_pictures(self) -> None:
        """The hall's page or the card, once the scenario as it is was found whole enough."""
        scenario, judged = self._manuscript.scenario, self._judged
        if judged is None or judged.scenario is not scenario:
            return
        whole = sound(judged.findings)
        self.preview.show_slide(slide_of(scenario, self._section, self._path) if whole else None)
        role = self.role()
        if whole and role >= 0 and scenario.plans:
            self.card_wanted.emit(role)
        else:
            self.preview.show_card(None)

    def role(self) -> int:
        """The role whose card is shown, -1 for none."""
        there = self._section == "roles" and self._path[:1] == ("roles",)
        at = int(self._path[1]) if there else -1
        return at if at < len(self._manuscript.scenario.roles) else -1

    def show_judgement(self, judged: Judgement) -> None:
        """Show balance and findings."""
        self._judged = judged
        self._show_pictures()
        self.meter.show_judgement(judged)
        self.findings.show_findings(judged)
        count = len(judged.findings)
        self.tabs.set_text(LEFT, _("To do ({n})").format(n=count) if count else _("To do"))
