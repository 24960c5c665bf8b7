"""The poll before and after a play: what was typed, and what moved."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.stance import Sheet, shift
from meeting_app.queries.roleplay.annex import AnnexShift
from meeting_app.queries.roleplay.scenarios import scenario_of
from meeting_app.queries.roleplay.types import PollProgress, QuestionLine
from meeting_app.storage.tables import PlayerRow, PlayRow, PollSheet

WAVES = ("before", "after")


def sheets_of(session: Session, play_id: str) -> dict[str, list[Sheet]]:
    """The sheets of both waves in the order of their codes, which says nothing of who came when."""
    found: dict[str, list[Sheet]] = {wave: [] for wave in WAVES}
    for row in session.scalars(select(PollSheet).where(PollSheet.play_id == play_id)):
        found[row.wave].append(Sheet(row.code, json.loads(row.answers), row.camp))
    return {wave: sorted(sheets, key=lambda sheet: sheet.code) for wave, sheets in found.items()}


def codes_of(row: PlayRow) -> tuple[str, ...]:
    """The random codes that are printed on the poll's sheets."""
    return tuple(json.loads(row.codes))


def camps_of(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """What a writer ticks about the own real life, as (value, title)."""
    named = next((one for one in scenario.attributes if one.id == scenario.poll.camps), None)
    return named.values if named else ()


def paired(before: Sequence[Sheet], after: Sequence[Sheet]) -> int:
    """How many codes have both halves."""
    return len({sheet.code for sheet in before} & {sheet.code for sheet in after})


@dataclass(frozen=True, slots=True)
class PollDesk:
    """Typing the sheets: progress, the codes typed in each half, how many take part, what moved so far, and
    whether the play is over, so that no more sheets are printed.
    """

    progress: PollProgress
    before: tuple[str, ...]
    after: tuple[str, ...]
    people: int
    shifts: tuple[AnnexShift, ...]
    over: bool

    def codes(self, wave: str) -> tuple[str, ...]:
        """The codes of a half that were typed."""
        return self.before if wave == "before" else self.after


def poll_desk(session: Session, *, play_id: str) -> PollDesk:
    """What the page of typing shows. Refuses a play that is gone."""
    row = session.get(PlayRow, play_id)
    if row is None:
        raise Refusal("gone", kind="play")
    scenario = scenario_of(row.text)
    sheets = sheets_of(session, play_id)
    people = session.scalar(select(func.count()).where(PlayerRow.play_id == play_id)) or row.people
    return PollDesk(
        poll_progress(session, row, scenario),
        tuple(sheet.code for sheet in sheets["before"]),
        tuple(sheet.code for sheet in sheets["after"]),
        people,
        shifts_of(session, play_id, scenario),
        row.state == "ended",
    )


def poll_progress(session: Session, row: PlayRow, scenario: Scenario) -> PollProgress:
    """How far the typing has come."""
    sheets = sheets_of(session, row.id)
    before, after = sheets["before"], sheets["after"]
    return PollProgress(
        tuple(QuestionLine(one.id, one.text, one.low, one.high) for one in scenario.poll.questions),
        camps_of(scenario),
        len(codes_of(row)),
        len(before),
        len(after),
        paired(before, after),
    )


def shifts_of(session: Session, play_id: str, scenario: Scenario) -> tuple[AnnexShift, ...]:
    """How each question moved, by the rule of the domain; nothing before the second wave."""
    sheets = sheets_of(session, play_id)
    if not sheets["after"]:
        return ()
    return tuple(
        AnnexShift(
            question.text,
            question.low,
            question.high,
            shift(question.id, sheets["before"], sheets["after"]),
            question.id == scenario.poll.understanding,
            camps_of(scenario),
        )
        for question in scenario.poll.questions
    )
