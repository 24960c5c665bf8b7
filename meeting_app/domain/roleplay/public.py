"""What everybody may see: views of their own types without a field for anything private.

The projector and public papers are made from these alone. Texts are filled with numbers of money tables only;
a placeholder for a role's own points stays as it was written (the checks refuse it, E06).
"""

from dataclasses import dataclass

from meeting_app.domain.clock import Instant
from meeting_app.domain.roleplay.ledger import Choice, Deal
from meeting_app.domain.roleplay.model import ALL, MoneyTable, Phase, Scenario
from meeting_app.domain.roleplay.play import Play, Proposal, Table
from meeting_app.domain.roleplay.texts import fill
from meeting_app.domain.roleplay.verdict import verdict, voices


@dataclass(frozen=True, slots=True)
class PublicRole:
    """A role as everybody knows it."""

    name: str
    party: str
    text: str
    observer: bool


@dataclass(frozen=True, slots=True)
class PublicOption:
    """A way to settle an issue; cost in fen, area in 0.01 m²."""

    title: str
    text: str
    cost_fen: int
    area_c: int


@dataclass(frozen=True, slots=True)
class PublicIssue:
    """A question that the tables settle."""

    title: str
    text: str
    options: tuple[PublicOption, ...]
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class PublicNote:
    """A fact, a clue that is out, or an event that happened."""

    title: str
    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class PublicTable:
    """Who pays how much: rows of (payer, households, fen by column)."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class PublicScenario:
    """The story before anything has happened."""

    title: str
    fiction: str
    setting: str
    roles: tuple[PublicRole, ...]
    facts: tuple[PublicNote, ...]
    issues: tuple[PublicIssue, ...]
    tables: tuple[PublicTable, ...]
    constraints: tuple[str, ...]
    derole: str
    safety: str
    red: str
    yellow: str


@dataclass(frozen=True, slots=True)
class PublicPhase:
    """The act on the screen; `left_ms` is negative over time."""

    title: str
    kind: str
    mode: str
    screen: str
    minutes: int
    left_ms: int
    running: bool


@dataclass(frozen=True, slots=True)
class PublicProposal:
    """A table's last proposal: (issue, options), and if it is accepted; None until every card is shown."""

    number: int
    choices: tuple[tuple[str, tuple[str, ...]], ...]
    accepted: bool | None


@dataclass(frozen=True, slots=True)
class PublicTableState:
    """A table: its proposal and what everybody there agrees on, issue by issue."""

    number: int
    proposal: PublicProposal | None
    agreed: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class PublicPlay:
    """What has happened so far."""

    phase: PublicPhase | None
    over: bool
    clues: tuple[PublicNote, ...]
    events: tuple[PublicNote, ...]
    tables: tuple[PublicTableState, ...]
    green: int
    yellow: int
    red: int


def _titles(scenario: Scenario, at: int, choice: Choice) -> tuple[str, ...]:
    return tuple(option.title for option in scenario.issues[at].options if option.id in choice)


def _money(scenario: Scenario, table: MoneyTable) -> PublicTable:
    names = {(issue.id, option.id): option.title for issue in scenario.issues for option in issue.options}
    rows = tuple(
        (payer.label, payer.count, tuple(column.shares_fen[at] for column in table.columns))
        for at, payer in enumerate(table.payers)
    )
    columns = tuple(names.get((column.issue, column.option), column.option) for column in table.columns)
    return PublicTable(table.title, columns, rows)


def public_scenario(scenario: Scenario) -> PublicScenario:
    """The public side of a scenario that has passed its checks."""
    parties = {party.id: party.name for party in scenario.parties}

    def told(text: str) -> str:
        return fill(scenario, text)

    return PublicScenario(
        title=scenario.identity.title,
        fiction=scenario.identity.fiction,
        setting=told(scenario.setting),
        roles=tuple(
            PublicRole(role.name, parties.get(role.party, ""), told(role.public), role.observer)
            for role in scenario.roles
        ),
        facts=tuple(PublicNote(fact.title, told(fact.text), fact.when) for fact in scenario.facts),
        issues=tuple(
            PublicIssue(
                issue.title, told(issue.text),
                tuple(
                    PublicOption(one.title, told(one.text), one.cost_fen, one.area_c)
                    for one in issue.options
                ),
                issue.least, issue.most,
            )
            for issue in scenario.issues
        ),
        tables=tuple(_money(scenario, table) for table in scenario.tables),
        constraints=tuple(told(one.text) for one in scenario.constraints),
        derole=scenario.debrief.derole,
        safety=scenario.safety.text,
        red=scenario.safety.red,
        yellow=scenario.safety.yellow,
    )  # fmt: skip


def _deal(scenario: Scenario, deal: Deal) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (issue.title, _titles(scenario, at, choice))
        for at, (issue, choice) in enumerate(zip(scenario.issues, deal, strict=True))
    )


def _proposal(scenario: Scenario, play: Play, table: Table, proposal: Proposal) -> PublicProposal:
    shown = {role for role, _accepts in proposal.cards}
    complete = shown.issuperset(voices(scenario, table.seats))
    found = verdict(scenario, table.seats, proposal, play.fired)
    return PublicProposal(
        proposal.number, _deal(scenario, proposal.deal), found.accepted if complete else None
    )


def _table(scenario: Scenario, play: Play, table: Table) -> PublicTableState:
    present = voices(scenario, table.seats)
    places = {issue.id: at for at, issue in enumerate(scenario.issues)}
    agreed = tuple(
        (scenario.issues[places[issue]].title, _titles(scenario, places[issue], choice))
        for issue, choice, roles in table.agreed
        if set(roles).issuperset(present)
    )
    last = _proposal(scenario, play, table, table.proposals[-1]) if table.proposals else None
    return PublicTableState(table.number, last, agreed)


def _phase(phase: Phase, play: Play, now: Instant) -> PublicPhase:
    return PublicPhase(
        phase.title, phase.kind, phase.mode, phase.screen, phase.minutes, play.clock.remaining(now),
        play.clock.running,
    )  # fmt: skip


def public_play(scenario: Scenario, play: Play, now: Instant) -> PublicPlay:
    """The public side of a play. Of the clues only those that everybody gets are shown."""
    colours = [table.colour for table in play.tables]
    return PublicPlay(
        phase=_phase(play.phase, play, now) if play.phase else None,
        over=play.over,
        clues=tuple(
            PublicNote(clue.title, fill(scenario, clue.text))
            for clue in scenario.clues
            if clue.id in play.released and clue.to == (ALL,)
        ),
        events=tuple(
            PublicNote(event.title, fill(scenario, event.text))
            for event in scenario.events
            if event.id in play.fired
        ),
        tables=tuple(_table(scenario, play, table) for table in play.tables),
        green=colours.count(""),
        yellow=colours.count("yellow"),
        red=colours.count("red"),
    )
