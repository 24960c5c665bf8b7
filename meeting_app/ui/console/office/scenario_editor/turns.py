"""Fields for what may happen once in a play: roles change hands, people change tables; and what each issue
suggests for the real agenda.
"""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import N_, _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import column, empty
from meeting_app.ui.console.office.scenario_editor import names
from meeting_app.ui.console.office.scenario_editor.controls import Box, ChoiceBox, TicksBox
from meeting_app.ui.console.office.scenario_editor.entries import Entry, Offer
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.typing_in import line_of
from meeting_app.ui.widgets.fields import Field


def _pairs(scenario: m.Scenario, _path: Path) -> list[Offer]:
    """Every two roles, also those that a scenario from elsewhere already swaps."""
    found = names.roles(scenario)
    both = {
        f"{first}.{second}": f"{one} ↔ {other}"
        for at, (first, one) in enumerate(found)
        for second, other in found[at + 1 :]
    }
    titles = dict(found)
    for first, second in scenario.swap.pairs if scenario.swap else ():
        if f"{second}.{first}" in both:
            del both[f"{second}.{first}"]
        both[f"{first}.{second}"] = f"{titles.get(first, first)} ↔ {titles.get(second, second)}"
    return list(both.items())


PAIRS = Entry(("swap", "pairs"), N_("Which roles"), "ticks", offers=_pairs, pairs=True)
STAY = Entry(("rotation", "stay"), N_("Who stays"), "ticks", offers=names.roles)


class TurnBox(ChoiceBox):
    """The phase with which something happens, or never; below it who is concerned."""

    def __init__(self, manuscript: Manuscript, entry: Entry, inner: Entry) -> None:
        super().__init__(manuscript, entry)
        self._inner = TicksBox(manuscript, inner)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, self._inner)

    def current(self) -> str:
        value = self.value()
        return value.phase if value is not None else ""

    def _chosen(self, value: str) -> None:
        now: Any = self.value()
        new = m.Swap(value, ()) if self.entry.kind == "swap" else m.Rotation(value, ())
        self.put(None if not value else new if now is None else replace(now, phase=value))

    def fill(self, *, moved: bool) -> None:
        super().fill(moved=moved)
        there = self.value() is not None
        self._inner.setVisible(there)
        if there:
            self._inner.show_at(())


def turn_box(manuscript: Manuscript, entry: Entry) -> TurnBox:
    """The field for a swap of roles or a change of tables."""
    return TurnBox(manuscript, entry, PAIRS if entry.kind == "swap" else STAY)


class SuggestionsBox(Box):
    """For every issue what it suggests for the real agenda."""

    def __init__(self, manuscript: Manuscript, entry: Entry) -> None:
        super().__init__(manuscript, entry)
        self._room = QWidget()
        self._room.setLayout(column(spacing=4))
        self._fields: dict[str, Field] = {}
        self._offered: list[Offer] = []
        self.arrange(self._room)

    def fill(self, *, moved: bool) -> None:
        offered = names.issues(self.manuscript.scenario)
        if offered != self._offered or not self._fields:
            self._offered = offered
            self._make()
        said = dict(self.value())
        for issue, field in self._fields.items():
            if line_of(field.text()) != said.get(issue, ""):
                field.setText(said.get(issue, ""))

    def _make(self) -> None:
        layout = self._room.layout()
        assert isinstance(layout, QVBoxLayout)
        empty(layout)
        self._fields = {issue: Field(title) for issue, title in self._offered}
        for issue, title in self._offered:
            layout.addWidget(parts.label(title, "caption", tone="muted"))
            layout.addWidget(self._fields[issue])
            self._fields[issue].textEdited.connect(self._typed)
        if not self._offered:
            layout.addWidget(parts.label(_("Nothing to choose from yet."), tone="muted"))

    def _typed(self) -> None:
        said = [(issue, line_of(field.text())) for issue, field in self._fields.items()]
        self.put(tuple((issue, text) for issue, text in said if text))

    def focus(self, _rest: Path) -> None:
        for field in self._fields.values():
            field.setFocus()
            return
