"""What the checks found in the words of whoever writes by forms: parts by their names, never by short names.

Without Qt.
"""

from dataclasses import replace

from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.i18n import _
from meeting_app.ui.console.office.scenario_editor import names
from meeting_app.wording.roleplay import finding_sentence


def _titles(scenario: Scenario) -> dict[str, str]:
    """Names by short names; what two kinds share is left as it is."""
    found: dict[str, str] = dict(names.options(scenario))
    for offers in (
        names.roles, names.parties, names.issues, names.attributes, names.values, names.phases, names.events,
        names.questions,
    ):  # fmt: skip
        for name, title in offers(scenario):
            found.setdefault(name, title)
    for issue in scenario.issues:
        for at, option in enumerate(issue.options):
            found.setdefault(option.id, names.called(option.title, at))
    return found


def told(scenario: Scenario, finding: Finding) -> str:
    """Cause and remedy."""
    titles = _titles(scenario)

    def shown(value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = value.split(", ")
        if value and all(part in titles for part in parts):
            return _(", ").join(titles[part] for part in parts)
        return value

    params = {name: shown(value) for name, value in finding.params.items()}
    return finding_sentence(replace(finding, params=params))
