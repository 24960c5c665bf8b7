"""What the checks and the meter say of the scenario that is written; made away from the window's thread.

Without Qt.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import checks
from meeting_app.domain.roleplay.balance import Balance, Meter
from meeting_app.domain.roleplay.checks_names import check_names
from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.texts import Path
from meeting_app.ui.console.office.scenario_editor.meter_presenter import Hint, hint
from meeting_app.ui.console.office.scenario_editor.sections import SECTIONS, section_of


class Light(StrEnum):
    """How a section or a part of it stands."""

    EMPTY = "empty"
    READY = "ready"
    WARNING = "warning"
    ERROR = "error"


ICONS: Final[Mapping[Light, tuple[str, str]]] = {
    Light.EMPTY: ("circle", "muted"),
    Light.READY: ("check", "ok"),
    Light.WARNING: ("triangle-alert", "warn"),
    Light.ERROR: ("circle-alert", "danger"),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Findings, and the meter when there is something to count."""

    scenario: Scenario
    findings: tuple[Finding, ...] = ()
    meter: Meter | None = None
    balance: Balance | None = None
    hint: Hint | None = None
    lights: Mapping[str, Light] = field(default_factory=dict)

    def errors(self) -> int:
        """How many findings keep it from being played."""
        return sum(one.blocks for one in self.findings)

    def at(self, path: Path) -> tuple[Finding, ...]:
        """The findings at a path and below it."""
        return tuple(one for one in self.findings if one.path[: len(path)] == path)


def judge(scenario: Scenario, residents: Collection[str] = ()) -> Judgement:
    """Check and count. Long for a large scenario (0.3 s): not on the window's thread."""
    meter = _meter(scenario)
    findings = checks.check(scenario, residents, meter)
    balance = meter.balance() if meter is not None and scenario.scored and scenario.issues else None
    helps = hint(meter) if meter is not None and balance is not None else None
    return Judgement(scenario, findings, meter, balance, helps, _lights(scenario, findings))


def _meter(scenario: Scenario) -> Meter | None:
    """The deals, unless something is named that does not exist or an issue has too many ways."""
    if any(check_names(scenario)):
        return None
    try:
        return Meter(scenario)
    except Refusal:
        return None


def light_of(findings: Collection[Finding], *, written: bool) -> Light:
    """The light of what these findings are about; nothing written yet is empty."""
    if any(one.blocks for one in findings):
        return Light.ERROR if written else Light.EMPTY
    if findings:
        return Light.WARNING
    return Light.READY if written else Light.EMPTY


def _lights(scenario: Scenario, findings: tuple[Finding, ...]) -> dict[str, Light]:
    found: dict[str, list[Finding]] = {section.id: [] for section in SECTIONS}
    for one in findings:
        found[section_of(one.path)].append(one)
    return {section: light_of(some, written=is_written(scenario, section)) for section, some in found.items()}


def is_written(scenario: Scenario, section: str) -> bool:
    """Whether its author has begun the section."""
    if section == "identity":
        return bool(scenario.identity.fiction or scenario.identity.summary)
    if section == "setting":
        return bool(scenario.setting or scenario.facts)
    if section == "parties":
        return bool(scenario.parties)
    if section == "phases":
        return bool(scenario.plans)
    if section in ("rule", "poll", "debrief", "safety", "minutes"):
        return section != "rule" or bool(scenario.rule.failure or scenario.rule.vetoes)
    return bool(getattr(scenario, section))
