"""What a proposal comes to: by the cards that were shown, beside what the scores say; and hints.

The public learns whether it is accepted; points, and who said yes below the own limit, are the facilitator's.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from meeting_app.domain.roleplay.deals import broken, choices_of
from meeting_app.domain.roleplay.ledger import Choice, Deal, Ledger, ledger
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.play import Proposal
from meeting_app.domain.roleplay.seating import Seats


@dataclass(frozen=True, slots=True)
class Verdict:
    """`accepted` by the cards; `yes` of `needed`, `missing` vetoes said no or nothing. Private: `willing` are
    the roles whose score reaches their walk-away, `below` those who said yes although it does not.
    """

    accepted: bool
    yes: int
    needed: int
    voices: int
    missing: tuple[str, ...]
    willing: tuple[str, ...]
    below: tuple[str, ...]


def voices(scenario: Scenario, seats: Seats) -> tuple[str, ...]:
    """The scored roles that are played at a table."""
    return tuple(role.id for role in scenario.scored if role.id in seats)


def needed(scenario: Scenario, seats: Seats) -> int:
    """How many must accept here: the rule's number less the roles that nobody plays, at least one."""
    absent = len(scenario.scored) - len(voices(scenario, seats))
    return max(1, scenario.rule.accept - absent)


def willing(scenario: Scenario, seats: Seats, deal: Deal, fired: Collection[str] = ()) -> tuple[str, ...]:
    """The roles at the table that a deal gives at least their walk-away."""
    return _willing(scenario, ledger(scenario, fired), seats, deal)


def _willing(scenario: Scenario, book: Ledger, seats: Seats, deal: Deal) -> tuple[str, ...]:
    issues = [issue.id for issue in scenario.issues]
    return tuple(
        role for role in voices(scenario, seats) if book.score(role, issues, deal) >= book.walk_away[role]
    )


def verdict(scenario: Scenario, seats: Seats, proposal: Proposal, fired: Collection[str] = ()) -> Verdict:
    """How a proposal stands."""
    present = voices(scenario, seats)
    yes = tuple(role for role in proposal.yes() if role in present)
    missing = tuple(role for role in scenario.rule.vetoes if role in present and role not in yes)
    can = willing(scenario, seats, proposal.deal, fired)
    enough = needed(scenario, seats)
    return Verdict(
        len(yes) >= enough and not missing, len(yes), enough, len(present), missing, can,
        tuple(role for role in yes if role not in can),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hint:
    """For a table that asks. Strength 1: how many would accept. 2: also the issue that, settled otherwise,
    wins most. 3: also one choice of it that does so. `gain` 0 = no single change helps.
    """

    accept: int
    voices: int
    issue: str = ""
    choice: Choice = ()
    gain: int = 0


def hint(scenario: Scenario, seats: Seats, deal: Deal, strength: int, fired: Collection[str] = ()) -> Hint:
    """A hint on a deal in one of three strengths. Only changes that break no constraint are looked at."""
    book = ledger(scenario, fired)
    now = len(_willing(scenario, book, seats, deal))
    everybody = len(voices(scenario, seats))
    if strength < 2:
        return Hint(now, everybody)
    best: tuple[int, str, Choice] = (0, "", ())
    for at, issue in enumerate(scenario.issues):
        for choice in choices_of(issue):
            other = (*deal[:at], choice, *deal[at + 1 :])
            if choice == deal[at] or broken(scenario, other):
                continue
            gain = len(_willing(scenario, book, seats, other)) - now
            if gain > best[0]:
                best = (gain, issue.id, choice)
    gain, name, choice = best
    return Hint(now, everybody, name, choice if strength > 2 else (), gain)


def agreed_by_all(
    agreed: Collection[tuple[str, Choice, tuple[str, ...]]], present: Collection[str]
) -> Mapping[str, Choice]:
    """The issues on which everybody with a voice accepts the same choice."""
    return {issue: choice for issue, choice, roles in agreed if set(roles).issuperset(present)}
