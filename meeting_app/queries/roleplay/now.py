"""The one picture of a running play that the console shows."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Instant
from meeting_app.domain.roleplay import play as rules
from meeting_app.domain.roleplay.ledger import Choice
from meeting_app.domain.roleplay.model import ALL, Phase, Scenario
from meeting_app.domain.roleplay.play import Play, Proposal, Table
from meeting_app.domain.roleplay.texts import fill
from meeting_app.domain.roleplay.verdict import hint, verdict, voices
from meeting_app.queries.roleplay.polls import poll_progress
from meeting_app.queries.roleplay.state import PlayState, play_state
from meeting_app.queries.roleplay.types import (
    AgreedLine,
    CardLine,
    ClueLine,
    CueLine,
    EventLine,
    HintLine,
    IssueLine,
    NoteLine,
    PhaseLine,
    PlayNow,
    ProposalLine,
    Steps,
    TableTile,
)
from meeting_app.storage.tables import PlayNote, PlayTable


def play_now(session: Session, *, play_id: str, now: Instant) -> PlayNow:
    """The play at this instant. Refuses one that is gone."""
    state = play_state(session, play_id)
    row, scenario, play = state.row, state.scenario, state.play
    cue = rules.cue_now(play, now)
    return PlayNow(
        play_id=row.id,
        meeting_id=row.meeting_id,
        item_id=row.item_id,
        title=row.title,
        state=row.state,
        minutes=row.minutes,
        at=play.at,
        phases=_phases(state),
        clock=play.clock,
        cue=CueLine(cue.minute, fill(scenario, cue.text)) if cue else None,
        coming=_coming(state, now),
        warning=rules.warning_now(play, now),
        tables=_tiles(session, state),
        issues=tuple(
            IssueLine(
                issue.id,
                issue.title,
                tuple((one.id, one.title) for one in issue.options),
                issue.least,
                issue.most,
            )
            for issue in scenario.issues
        ),
        clues=_clues(state, now),
        events=_events(state, now),
        poll=poll_progress(session, row, scenario),
        notes=_notes(session, row.id),
        red=scenario.safety.red,
        yellow=scenario.safety.yellow,
        derole=scenario.debrief.derole,
        steps=_steps(state, now),
    )


def _phases(state: PlayState) -> tuple[PhaseLine, ...]:
    play = state.play

    def stands(place: int, phase: Phase) -> str:
        if place < play.at:
            return "skipped" if phase.id in play.skipped else "past"
        return "now" if place == play.at else "next" if place == play.at + 1 else "coming"

    return tuple(
        PhaseLine(
            place, phase.id, phase.title, phase.kind, phase.mode, phase.minutes, stands(place, phase),
            phase.skippable, phase.decision, _turn(state.scenario, phase.id), phase.id in state.inserted,
        )
        for place, phase in enumerate(play.phases)
    )  # fmt: skip


def _turn(scenario: Scenario, phase: str) -> str:
    swaps = scenario.swap is not None and scenario.swap.phase == phase
    turns = scenario.rotation is not None and scenario.rotation.phase == phase
    return "both" if swaps and turns else "swap" if swaps else "rotate" if turns else ""


def _coming(state: PlayState, now: Instant) -> tuple[CueLine, ...]:
    play = state.play
    minute = play.clock.elapsed(now) // rules.MINUTE_MS
    cues = play.phase.cues if play.phase else ()
    return tuple(CueLine(cue.minute, fill(state.scenario, cue.text)) for cue in cues if cue.minute > minute)


@dataclass(frozen=True, slots=True)
class _Titles:
    """Words for identities of a scenario."""

    scenario: Scenario

    def options(self, at: int, choice: Choice) -> tuple[str, ...]:
        """The options of the issue at that place."""
        return tuple(one.title for one in self.scenario.issues[at].options if one.id in choice)

    def role(self, name: str) -> str:
        """A role's name."""
        return next((role.name for role in self.scenario.roles if role.id == name), name)

    def place(self, issue: str) -> int:
        """Where an issue stands."""
        return next(at for at, one in enumerate(self.scenario.issues) if one.id == issue)


def _tiles(session: Session, state: PlayState) -> tuple[TableTile, ...]:
    rows = session.scalars(select(PlayTable).where(PlayTable.play_id == state.row.id))
    hints = {row.number: row.hint for row in rows}
    return tuple(_tile(state, table, hints.get(table.number, 0)) for table in state.play.tables)


def _tile(state: PlayState, table: Table, strength: int) -> TableTile:
    titles = _Titles(state.scenario)
    lines = tuple(_proposal(state, table, one) for one in table.proposals)
    present = voices(state.scenario, table.seats)
    return TableTile(
        number=table.number,
        roles=tuple((role, titles.role(role)) for role in present),
        people=sum(seat.table == table.number for seat in state.cast.seats) or len(table.seats),
        allowance_ms=table.allowance_ms,
        colour=table.colour,
        help=table.help,
        rounds=state.scenario.rule.rounds,
        proposal=lines[-1] if lines else None,
        earlier=lines[:-1],
        hint=_hint(state, table, strength) if strength and lines else None,
        agreed=tuple(
            AgreedLine(
                issue, state.scenario.issues[titles.place(issue)].title, choice,
                titles.options(titles.place(issue), choice), roles, set(roles).issuperset(present),
            )
            for issue, choice, roles in table.agreed
        ),
    )  # fmt: skip


def _proposal(state: PlayState, table: Table, proposal: Proposal) -> ProposalLine:
    scenario, titles = state.scenario, _Titles(state.scenario)
    shown = dict(proposal.cards)
    present = voices(scenario, table.seats)
    found = verdict(scenario, table.seats, proposal, state.play.fired)
    return ProposalLine(
        proposal.number,
        proposal.deal,
        tuple(
            (issue.title, titles.options(at, choice))
            for at, (issue, choice) in enumerate(zip(scenario.issues, proposal.deal, strict=True))
        ),
        tuple(
            CardLine(role, titles.role(role), shown.get(role), role in scenario.rule.vetoes)
            for role in present
        ),
        found,
        found.accepted if set(shown).issuperset(present) else None,
    )


def _hint(state: PlayState, table: Table, strength: int) -> HintLine:
    titles = _Titles(state.scenario)
    found = hint(state.scenario, table.seats, table.proposals[-1].deal, strength, state.play.fired)
    if not found.issue:
        return HintLine(strength, found, "", ())
    at = titles.place(found.issue)
    return HintLine(strength, found, state.scenario.issues[at].title, titles.options(at, found.choice))


def _phase_title(play: Play, phase: str) -> str:
    return next((one.title for one in play.phases if one.id == phase), "")


def _clues(state: PlayState, now: Instant) -> tuple[ClueLine, ...]:
    scenario, play, titles = state.scenario, state.play, _Titles(state.scenario)
    due = rules.due_clues(play, scenario, now)
    events = {event.id: event.title for event in scenario.events}
    return tuple(
        ClueLine(
            clue.id, clue.title, fill(scenario, clue.text),
            () if clue.to == (ALL,) else tuple(titles.role(role) for role in clue.to),
            clue.rule,
            events.get(clue.release.event) or _phase_title(play, clue.release.phase),
            clue.release.minute, clue.id in play.released, clue.id in due,
        )
        for clue in scenario.clues
    )  # fmt: skip


def _events(state: PlayState, now: Instant) -> tuple[EventLine, ...]:
    scenario, play, titles = state.scenario, state.play, _Titles(state.scenario)
    due = {event.id for event in rules.due_events(play, scenario, now)}
    return tuple(
        EventLine(
            event.id, event.title, fill(scenario, event.text), event.trigger,
            _phase_title(play, event.phase), event.minute,
            tuple((titles.role(one.role), one.kind, one.by) for one in event.effects),
            event.id in play.fired, event.id in due,
        )
        for event in scenario.events
    )  # fmt: skip


def _notes(session: Session, play_id: str) -> tuple[NoteLine, ...]:
    query = select(PlayNote).where(PlayNote.play_id == play_id).order_by(PlayNote.at_ms, PlayNote.id)
    return tuple(
        NoteLine(row.id, row.table_number, row.kind, row.text, row.who) for row in session.scalars(query)
    )


def _steps(state: PlayState, now: Instant) -> Steps:
    play, row = state.play, state.row
    if row.state not in ("cast", "running"):
        return Steps("", "", "", "")
    if play.at < 0:
        return Steps("start", "start", "", "start")
    if play.over:
        return Steps("", "", "back", "end")
    space = "pause" if play.clock.running else "resume"
    right = "finish" if play.at + 1 == len(play.phases) else "next"
    left = "back" if play.at > 0 else ""
    clues = [clue for clue in state.scenario.clues if clue.id in rules.due_clues(play, state.scenario, now)]
    if clues:
        return Steps(space, right, left, "release", clues[0].id, clues[0].title)
    events = rules.due_events(play, state.scenario, now)
    if events:
        return Steps(space, right, left, "fire", events[0].id, events[0].title)
    return Steps(space, right, left, right)
