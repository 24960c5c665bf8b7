"""What the tables come to: proposals in four taps, silent cards on them, agreement issue by issue."""

import json
from collections.abc import Collection, Mapping

from meeting_app.actions.desk import final
from meeting_app.actions.roleplay.common import UNDER_WAY, state_in, table_rows
from meeting_app.domain.roleplay import play as rules
from meeting_app.domain.roleplay.ledger import Choice, Deal
from meeting_app.storage.tables import PlayAgreement, PlayCard, PlayProposal
from meeting_app.storage.work import Work


def propose(work: Work, *, play_id: str, table: int, deal: Deal) -> int:
    """A table's proposal: for each issue its options. Returns its number. Refused when it leaves an issue
    open, breaks a constraint, or the rounds are used up.
    """
    state = state_in(work, play_id, *UNDER_WAY)
    after = rules.propose(state.play, state.scenario, table, deal, work.now)
    new = after.table(table).proposals[-1]
    work.add(
        PlayProposal(
            play_id=state.row.id, table_number=table, number=new.number,
            deal=json.dumps(new.deal), phase=new.phase, phase_ms=new.at_ms,
        )
    )  # fmt: skip
    row = table_rows(work, state.row.id)[table]
    row.help, row.hint = False, 0
    return new.number


@final
def withdraw_proposal(work: Work, *, play_id: str, table: int) -> None:
    """Take a table's last proposal away with its cards: it was keyed in wrongly and uses up no round."""
    state = state_in(work, play_id, *UNDER_WAY)
    row = _last(work, state.row.id, table)
    if row is None:
        return
    for card in work.all(PlayCard, PlayCard.proposal_id == row.id):
        work.session.delete(card)
    work.session.flush()
    work.session.delete(row)


def _last(work: Work, play_id: str, table: int) -> PlayProposal | None:
    mine = (PlayProposal.play_id == play_id, PlayProposal.table_number == table)
    return work.one(PlayProposal, *mine, PlayProposal.number == work.highest(PlayProposal.number, *mine))


def show_cards(work: Work, *, play_id: str, table: int, cards: Mapping[str, bool]) -> None:
    """The silent cards of roles on the table's last proposal: yes or no; a second one replaces the first."""
    state = state_in(work, play_id, *UNDER_WAY)
    play = state.play
    for role, accepts in cards.items():
        play = rules.answer(play, table, role, accepts)
    row = _last(work, state.row.id, table)
    have = {card.role: card for card in work.all(PlayCard, PlayCard.proposal_id == row.id)} if row else {}
    for role, accepts in cards.items():
        if role in have:
            have[role].accepts = accepts
        elif row is not None:
            work.add(PlayCard(proposal_id=row.id, role=role, accepts=accepts))


def agree_on(
    work: Work, *, play_id: str, table: int, issue: str, choice: Choice, roles: Collection[str]
) -> None:
    """Which roles accept a choice of one issue: a partial result. No roles take it back."""
    state = state_in(work, play_id, *UNDER_WAY)
    after = rules.agree(state.play, state.scenario, table, issue, choice, roles)
    entry = next((one for one in after.table(table).agreed if one[0] == issue), None)
    row = work.one(
        PlayAgreement,
        PlayAgreement.play_id == state.row.id,
        PlayAgreement.table_number == table,
        PlayAgreement.issue == issue,
    )
    if entry is None:
        if row is not None:
            work.session.delete(row)
        return
    row = row or work.add(
        PlayAgreement(play_id=state.row.id, table_number=table, issue=issue, choice="", roles="")
    )
    row.choice, row.roles = ",".join(entry[1]), ",".join(entry[2])
