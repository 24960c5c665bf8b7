"""Votes by show of hands as two tellers counted them: rows of seats, reports, the verdict by the rule, the
decision.
"""

from random import Random

from meeting_app.actions.demonstration.ground import Text, texts
from meeting_app.actions.demonstration.meetings import Hall
from meeting_app.domain.attendance import Stay as Interval
from meeting_app.domain.attendance import present_at
from meeting_app.domain.hand_count import Choice
from meeting_app.domain.rules.frozen import pack_to_json
from meeting_app.domain.rules.hands import HandCount, judge_hands
from meeting_app.domain.rules.in_force import pack_on
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.trace import Verdict
from meeting_app.queries.basics import local_day
from meeting_app.queries.rule_packs import shipped_packs
from meeting_app.storage.tables import (
    AgendaItem,
    Decision,
    HandReport,
    Meeting,
    Motion,
    Poll,
    SeatRow,
    Stay,
)

SECOND_MS = 1000
SEATS = 9
Rows = list[tuple[str, int]]
Figures = list[dict[Choice, int]]


def take_votes(hall: Hall, meeting: Meeting, entry: Text, items: list[AgendaItem], stays: list[Stay]) -> None:
    """All votes of a meeting that was held, by those whose stays say that they were there."""
    chance = hall.ground.chance(f"votes {entry['key']}")
    for place, told in enumerate(entry.get("poll", ())):
        item = items[told["item"] - 1]
        motion = _motion(hall, item, told)
        opened = (item.began_ms or 0) + 60 * SECOND_MS
        present = _present(hall, stays, opened)
        rows = seat_rows(present)
        if place == 0:
            for position, (label, votes) in enumerate(rows, start=1):
                hall.ground.add(SeatRow(meeting_id=meeting.id, position=position, label=label, votes=votes))
        _Count(hall, meeting, item, motion, rows, chance).run(told, opened)


def _motion(hall: Hall, item: AgendaItem, told: Text) -> Motion:
    key = told.get("topic") or told.get("plan", ("",))[0]
    plan = hall.topics.to_vote.get(key)
    motion = Motion(
        id=hall.ground.new_id(), item_id=item.id, title=plan.title if plan else told["title"],
        text=plan.text if plan else told["text"], plan_id=plan.id if plan else None,
    )  # fmt: skip
    hall.ground.add(motion)
    return motion


def _present(hall: Hall, stays: list[Stay], at_ms: int) -> int:
    """Members with a vote who were in the room."""
    voters = {one.id for one in hall.offices.members}
    here = present_at((Interval(row.person_id, row.came_ms, row.left_ms) for row in stays), at_ms)
    return len(here & voters)


def seat_rows(present: int) -> Rows:
    """Rows of the hall, filled from the front."""
    labels = texts("people")["words"]["rows"]
    full, rest = divmod(present, SEATS)
    votes = [SEATS] * full + ([rest] if rest else [])
    return list(zip(labels, votes, strict=False))


class _Count:
    """One count, or two when the tellers differed the first time."""

    def __init__(
        self, hall: Hall, meeting: Meeting, item: AgendaItem, motion: Motion, rows: Rows, chance: Random
    ) -> None:
        self.hall, self.meeting, self.item, self.motion = hall, meeting, item, motion
        self.rows, self.chance = rows, chance
        self.present = sum(votes for _label, votes in rows)

    def run(self, told: Text, opened: int) -> None:
        """Count, and count again when the texts say so."""
        figures = self._figures(told["votes"])
        reason = told.get("recount", "")
        if reason:
            poll = self._poll(1, "annulled", opened, reason)
            self._reports(poll, figures, wrong=True)
            opened += 330 * SECOND_MS
        poll = self._poll(2 if reason else 1, "published", opened, "")
        self._reports(poll, figures)
        self._judge(poll, HandCount(*told["votes"]))

    def _figures(self, votes: list[int]) -> Figures:
        """Hands of each row: everybody present keeps a seat, some raise no hand at all."""
        hands: list[Choice | None] = []
        for choice, number in zip(Choice, votes, strict=True):
            hands += [choice] * number
        hands += [None] * (self.present - len(hands))
        self.chance.shuffle(hands)
        figures = []
        for _label, seats in self.rows:
            row, hands = hands[:seats], hands[seats:]
            figures.append({choice: row.count(choice) for choice in Choice})
        return figures

    def _pack(self) -> RulePack:
        return pack_on(shipped_packs(), self.meeting.rule or "", local_day(self.meeting.starts_ms))

    def _poll(self, number: int, state: str, opened: int, reason: str) -> Poll:
        pack = self._pack()
        poll = Poll(
            id=self.hall.ground.new_id(), meeting_id=self.meeting.id, item_id=self.item.id,
            motion_id=self.motion.id, round=number, state=state, rule=pack_to_json(pack), tellers=2,
            choice=Choice.ABSTAIN, eligible=len(self.hall.offices.members), present=self.present,
            opened_ms=opened, reason=reason,
        )  # fmt: skip
        self.hall.ground.add(poll)
        return poll

    def _reports(self, poll: Poll, figures: Figures, *, wrong: bool = False) -> None:
        """Both tellers' figures; `wrong`: the second teller missed a hand in the third row."""
        for position, ((label, votes), row) in enumerate(zip(self.rows, figures, strict=True), start=1):
            for choice, hands in row.items():
                missed = wrong and position == 3 and choice is Choice.FOR and hands > 0
                report = HandReport(
                    poll_id=poll.id, position=position, label=label, votes=votes, choice=choice, first=hands,
                    second=hands - missed,
                )  # fmt: skip
                self.hall.ground.add(report)

    def _judge(self, poll: Poll, counts: HandCount) -> None:
        outcome = judge_hands(self._pack(), poll.eligible, poll.present, counts)
        poll.for_, poll.against, poll.abstain = counts.for_, counts.against, counts.abstain
        poll.verdict = outcome.verdict
        poll.closed_ms = poll.opened_ms + 280 * SECOND_MS
        poll.published_ms = poll.closed_ms + 25 * SECOND_MS
        if outcome.verdict is Verdict.ADOPTED:
            decision = Decision(
                meeting_id=self.meeting.id, item_id=self.item.id, poll_id=poll.id, text=self.motion.title,
                decided_ms=poll.published_ms,
            )  # fmt: skip
            self.hall.ground.add(decision)
