"""What is still to be done: errors first, each with a way to its field."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.domain.roleplay.finding import Finding
from meeting_app.i18n import _, ngettext
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import column
from meeting_app.ui.console.office.scenario_editor.finding_list import FindingList
from meeting_app.ui.console.office.scenario_editor.judging import Judgement
from meeting_app.ui.console.office.scenario_editor.telling import told
from meeting_app.wording.roleplay import place

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript


class FindingsView(QWidget):
    """Signals: wanted(path) when one is opened by Enter or a click."""

    wanted = Signal(object)

    def __init__(self, manuscript: "Manuscript", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manuscript = manuscript
        self._findings: tuple[Finding, ...] = ()
        self.summary = parts.label("", "strong", wrap=True)
        self.list = FindingList(_("What is still to be done"))
        self.list.opened.connect(self._open)
        self.setLayout(column(self.summary, self.list))

    def show_findings(self, judged: Judgement) -> None:
        """Show them in the order of their weight."""
        self._findings = tuple(sorted(judged.findings, key=lambda one: not one.blocks))
        errors, warnings = judged.errors(), len(judged.findings) - judged.errors()
        parts_ = []
        if errors:
            parts_.append(
                ngettext(
                    "{n} thing keeps it from being played", "{n} things keep it from being played", errors
                ).format(n=errors)
            )
        if warnings:
            parts_.append(ngettext("{n} suggestion", "{n} suggestions", warnings).format(n=warnings))
        self.summary.setText(_(", ").join(parts_) if parts_ else _("Nothing to be done; it can be played."))
        self.list.show_lines([
            (one.blocks, place(judged.scenario, one.path) or _("Scenario"), told(judged.scenario, one))
            for one in self._findings
        ])  # fmt: skip

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._findings):
            self.wanted.emit(self._findings[at].path)
