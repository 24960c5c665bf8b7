"""Everything that can be said about a scenario before it is played."""

from collections.abc import Collection

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.balance import Meter
from meeting_app.domain.roleplay.checks_balance import check_balance
from meeting_app.domain.roleplay.checks_names import check_names
from meeting_app.domain.roleplay.checks_play import (
    check_clues,
    check_issues,
    check_money,
    check_phases,
    check_players,
    check_scores,
)
from meeting_app.domain.roleplay.checks_words import (
    check_cues,
    check_fiction,
    check_lengths,
    check_money_words,
    check_reading,
    check_secrets,
)
from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.model import Scenario


def check(
    scenario: Scenario, residents: Collection[str] = (), meter: Meter | None = None
) -> tuple[Finding, ...]:
    """All findings in the order of their codes, E before W.

    `residents` are names that must not occur. `meter` spares counting the deals again. The deals are looked
    at only when all that is named exists; otherwise their findings would speak of something else.
    """
    found = list(check_names(scenario))
    sound = not found
    found += [*check_phases(scenario), *check_scores(scenario), *check_issues(scenario)]
    found += check_clues(scenario)
    found += [*check_money(scenario), *check_players(scenario)]
    found += [*check_secrets(scenario), *check_fiction(scenario, residents)]
    found += [*check_lengths(scenario), *check_reading(scenario), *check_cues(scenario)]
    found += check_money_words(scenario)
    if sound:
        found += _balance(scenario, meter)
    return tuple(sorted(found, key=lambda one: one.code))


def _balance(scenario: Scenario, meter: Meter | None) -> list[Finding]:
    try:
        return list(check_balance(scenario, meter or Meter(scenario)))
    except Refusal as refused:
        at = next(n for n, issue in enumerate(scenario.issues) if issue.title == refused.params["issue"])
        return [Finding("E05", "too_many_choices", ("issues", at), dict(refused.params))]


def speaking_minutes(scenario: Scenario) -> int:
    """How many minutes of negotiation each player of a full table has, by the first plan, rounded down."""
    minutes = sum(
        phase.minutes
        for plan in scenario.plans[:1]
        for phase in plan.phases
        if phase.kind in ("caucus", "negotiate")
    )
    return minutes // max(1, scenario.players.table_most)
