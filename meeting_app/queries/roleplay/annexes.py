"""Filling the annex of the minutes from the records of a play; it never asks for the cast."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.roleplay.ledger import Choice, Deal
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.play import Table
from meeting_app.domain.roleplay.texts import fill
from meeting_app.domain.roleplay.verdict import agreed_by_all, verdict, voices
from meeting_app.queries.basics import local_or_none
from meeting_app.queries.roleplay.annex import (
    AnnexIssue,
    AnnexOption,
    AnnexSuggestion,
    AnnexTable,
    RoleplayAnnex,
)
from meeting_app.queries.roleplay.polls import paired, sheets_of, shifts_of
from meeting_app.queries.roleplay.state import PlayState, play_state
from meeting_app.storage.tables import PlayNote, PlayRow


def roleplay_annexes(
    session: Session, *, meeting_id: str, numbers: Mapping[str, int]
) -> tuple[RoleplayAnnex, ...]:
    """The role-plays of a meeting that took place, in their order. `numbers` are those of the items."""
    rows = session.scalars(
        select(PlayRow)
        .where(PlayRow.meeting_id == meeting_id, PlayRow.began_ms.is_not(None))
        .order_by(PlayRow.began_ms, PlayRow.id)
    )
    return tuple(_annex(session, row, numbers.get(row.item_id or "", 0)) for row in rows)


def _annex(session: Session, row: PlayRow, item: int) -> RoleplayAnnex:
    state = play_state(session, row.id)
    scenario = state.scenario
    tables = tuple(_table(state, table) for table in state.play.tables)
    sheets = sheets_of(session, row.id)
    before, after = sheets["before"], sheets["after"]
    notes = session.scalars(
        select(PlayNote).where(PlayNote.play_id == row.id).order_by(PlayNote.at_ms, PlayNote.id)
    ).all()
    return RoleplayAnnex(
        title=row.title,
        fiction=scenario.identity.fiction,
        item=item,
        began_at=local_or_none(row.began_ms),
        ended_at=local_or_none(row.ended_ms),
        people=row.people if row.state == "ended" else len(state.base.seats),
        tables=tables,
        issues=_issues(state),
        sheets=(len(before), len(after), paired(before, after)),
        shifts=shifts_of(session, row.id, scenario),
        quotes=tuple(note.text for note in notes if note.kind == "quote"),
        suggestions=_suggestions(scenario, notes),
    )


def _outcome(state: PlayState, table: Table) -> tuple[bool | None, Deal]:
    """Whether the table accepted something, and its last accepted proposal, else its last one. A proposal on
    which not everybody showed a card was not voted on.
    """
    present = set(voices(state.scenario, table.seats))
    voted = [
        (verdict(state.scenario, table.seats, one, state.play.fired).accepted, one.deal)
        for one in table.proposals
        if present <= {role for role, _accepts in one.cards}
    ]
    accepted = [deal for passed, deal in voted if passed]
    if accepted:
        return True, accepted[-1]
    if voted:
        return False, voted[-1][1]
    return None, table.proposals[-1].deal if table.proposals else ()


def _settled(state: PlayState, table: Table) -> Mapping[str, Choice]:
    """What the table came to, by issue: the accepted deal, else what all agree on."""
    accepted, deal = _outcome(state, table)
    if accepted:
        return {issue.id: choice for issue, choice in zip(state.scenario.issues, deal, strict=True)}
    return agreed_by_all(table.agreed, voices(state.scenario, table.seats))


def _words(scenario: Scenario, issue: str, choice: Choice) -> tuple[str, tuple[str, ...]]:
    found = next(one for one in scenario.issues if one.id == issue)
    return found.title, tuple(option.title for option in found.options if option.id in choice)


def _table(state: PlayState, table: Table) -> AnnexTable:
    scenario = state.scenario
    accepted, deal = _outcome(state, table)
    agreed = agreed_by_all(table.agreed, voices(scenario, table.seats))
    return AnnexTable(
        table.number, len(table.proposals), accepted,
        tuple(
            _words(scenario, issue.id, choice) for issue, choice in zip(scenario.issues, deal, strict=False)
        ),
        tuple(
            _words(scenario, issue.id, agreed[issue.id]) for issue in scenario.issues if issue.id in agreed
        ),
    )  # fmt: skip


def _issues(state: PlayState) -> tuple[AnnexIssue, ...]:
    settled = [_settled(state, table) for table in state.play.tables]
    return tuple(
        AnnexIssue(
            issue.title,
            tuple(
                AnnexOption(option.title, sum(option.id in one.get(issue.id, ()) for one in settled))
                for option in issue.options
            ),
        )
        for issue in state.scenario.issues
    )


def _suggestions(scenario: Scenario, notes: Iterable[PlayNote]) -> tuple[AnnexSuggestion, ...]:
    """What the scenario leads to in the real agenda, then what was noted; noting a suggestion of the scenario
    again says who sees to it.
    """
    found = {fill(scenario, text): "" for _issue, text in scenario.minutes.suggestions}
    for note in notes:
        if note.kind == "suggestion":
            found[note.text] = note.who
    return tuple(AnnexSuggestion(text, who) for text, who in found.items())
