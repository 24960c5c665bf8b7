"""Points by what matters: the values, how much each weighs for whom, and what every option does for them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import N_, _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.scenario_editor.controls import TableBox
from meeting_app.ui.console.office.scenario_editor.entries import Entry
from meeting_app.ui.console.office.scenario_editor.makers import NEW
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.matrix import Effects, Weights
from meeting_app.ui.console.office.scenario_editor.matrix_table import MatrixTable

VALUES = Entry(
    ("values",), N_("What matters to people"), "table", N_("For example quiet, money, safety."),
    columns=(Entry(("name",), N_("What it is called")),), new=NEW["values"],
)  # fmt: skip


class WeightsPanel(QWidget):
    """Signals: said(sentence) when something typed is no number."""

    said = Signal(str)

    def __init__(self, manuscript: Manuscript, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manuscript = manuscript
        self.values = TableBox(manuscript, VALUES)
        heads = (_("How much it weighs, 100 a role"), _("What an option does for it, from -3 to 3"))
        self.weights = MatrixTable(manuscript, Weights, heads[0])
        self.effects = MatrixTable(manuscript, Effects, heads[1])
        for table in (self.weights, self.effects):
            table.said.connect(self.said)
        self.told = parts.label(
            _("The score table has points, so they count. Take them away to count by weights."),
            tone="warn", wrap=True,
        )  # fmt: skip
        self.drop = parts.button(_("Take the points away"), icon="trash-2")
        self.drop.clicked.connect(self._drop)
        inner = QWidget()
        captions = [parts.label(head, "caption", tone="muted") for head in heads]
        away = row(self.drop, STRETCH)
        tables = column(captions[0], self.weights, captions[1], self.effects)
        inner.setLayout(column(self.told, away, self.values, tables, STRETCH, margins=(0, 0, 12, 0)))
        self.setLayout(column(parts.scrolling(inner)))

    def refresh(self) -> None:
        """Show the scenario as it is now."""
        counted = bool(self._manuscript.scenario.scores)
        self.told.setVisible(counted)
        self.drop.setVisible(counted)
        self.values.show_at(())
        for table in (self.weights, self.effects):
            table.refresh()
            table.fit_rows()

    def _drop(self) -> None:
        self._manuscript.take(replace(self._manuscript.scenario, scores=()))
