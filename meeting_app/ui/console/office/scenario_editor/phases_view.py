"""The phases of the plans: one length at a time, another length made of this one by a key."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay.model import Phase
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import N_, _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, row
from meeting_app.ui.console.office.scenario_editor import forms, makers
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.section_views import ListSection
from meeting_app.ui.console.office.scenario_editor.sections import Listed
from meeting_app.ui.widgets.segmented import Segment

LISTED: Final = Listed(
    ("plans", 0, "phases"), N_("Phases"), N_("Add a phase"), makers.NEW["phases"], forms.PHASE
)
LEAST, MOST = 15, 240


class PhasesSection(ListSection):
    """The phases of the chosen plan. Changing a phase's words in one plan leaves the other plans."""

    def __init__(self, manuscript: Manuscript, parent: QWidget | None = None) -> None:
        self.plan = 0
        self.plans = parts.segments([], _("Length of the play"))
        self.plans.chosen.connect(self._turn)
        self.minutes = parts.stepper(_("Minutes of the plan"), LEAST, MOST, _("{n} min"))
        self.minutes.changed.connect(self._stretch)
        self.more = parts.button("", kind="quiet", icon="copy", name=_("Another length"))
        self.more.clicked.connect(self._another)
        self.gone = parts.button("", kind="quiet", icon="trash-2", name=_("Take this length away"))
        self.gone.clicked.connect(self._drop)
        self._titles: list[str] = []
        super().__init__(manuscript, LISTED, parent)

    def head(self) -> Sequence[Any]:
        return (row(self.plans, self.minutes, STRETCH, self.more, self.gone),)

    def _turn(self, value: str) -> None:
        self.plan = int(value)
        self.refresh()

    def items(self) -> tuple[Any, ...]:
        plans = self.manuscript.scenario.plans
        return plans[self.plan].phases if self.plan < len(plans) else ()

    def refresh(self) -> None:
        plans = self.manuscript.scenario.plans
        self.plan = max(0, min(self.plan, len(plans) - 1))
        self.path = ("plans", self.plan, "phases")
        titles = [_("{n} min").format(n=plan.minutes) for plan in plans]
        if titles != self._titles:
            self._titles = titles
            self.plans.set_segments([Segment(str(at), title) for at, title in enumerate(titles)])
        if plans:
            self.plans.set_value(str(self.plan))
            self.minutes.set_value(plans[self.plan].minutes)
        for part in (self.plans, self.minutes):
            part.setVisible(bool(plans))
        self.gone.setVisible(len(plans) > 1)
        super().refresh()

    def detail(self, item: Phase) -> str:
        begins = sum(phase.minutes for phase in self.items()[: self.items().index(item)])
        return _("{minutes} min, from minute {begins}").format(minutes=item.minutes, begins=begins)

    def _stretch(self, minutes: int) -> None:
        """All phases longer or shorter in proportion."""
        scenario = self.manuscript.scenario
        plan = editing.stretched(scenario.plans[self.plan], minutes)
        self.manuscript.take(editing.put(scenario, ("plans", self.plan), plan), ("plans", self.plan))

    def _another(self) -> None:
        """A plan of another length with the same phases; with no plan yet, the usual ones."""
        from meeting_app.ui.console.office.scenario_editor.skeleton import plans as usual

        scenario = self.manuscript.scenario
        if not scenario.plans:
            self.manuscript.take(replace(scenario, plans=usual()))
            return
        taken = {plan.minutes for plan in scenario.plans}
        base = scenario.plans[self.plan]
        minutes = next(n for n in range(base.minutes + 15, MOST * 2, 15) if n not in taken)
        at = len(scenario.plans)
        self.manuscript.take(editing.inserted(scenario, ("plans",), at, editing.stretched(base, minutes)))
        self._turn(str(at))

    def _drop(self) -> None:
        self.manuscript.take(editing.removed(self.manuscript.scenario, ("plans",), self.plan))

    def focus_path(self, path: Path) -> bool:
        if len(path) > 1 and isinstance(path[1], int):
            self._turn(str(path[1]))
        if len(path) > 2 and path[2] == "minutes":
            self.minutes.setFocus()
            return True
        return super().focus_path(path)
