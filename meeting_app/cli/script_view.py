"""What the scripted meeting looks up before each step: all is asked of the records. Only what no step changes
is remembered: who is invited, and the identities of items and votes.
"""

from functools import cached_property
from typing import TypeVar

from meeting_app.actions.demonstration.ground import Text, texts
from meeting_app.actions.desk import Desk
from meeting_app.domain.agenda import ItemKind
from meeting_app.queries.attachments import attachments_of
from meeting_app.queries.draws import last_draw
from meeting_app.queries.floor import QueueView, SpeechView, queue_view
from meeting_app.queries.live import CheckInView, LiveView, check_in_view, live_view
from meeting_app.queries.meetings import invited_people, meeting_draft
from meeting_app.queries.people import PersonHit, bodies
from meeting_app.queries.polls import hands_view
from meeting_app.queries.records import Records
from meeting_app.queries.vote_view import VoteView, vote_view

T = TypeVar("T")


class Stage:
    """The meeting as the script sees it. Raises LookupError when the file has another meeting than the
    script's.
    """

    def __init__(self, desk: Desk, records: Records, meeting_id: str) -> None:
        self.desk, self.records, self.meeting_id = desk, records, meeting_id
        self.texts: Text = texts("script")
        self.starts_ms = round(self.live().starts_at.timestamp()) * 1000

    def live(self) -> LiveView:
        """The frame of the meeting."""
        return _there(self.records.ask(live_view, meeting_id=self.meeting_id, now=self.desk.now()))

    @cached_property
    def items(self) -> tuple[tuple[str, str], ...]:
        """(kind, identity) of the agenda's items in their order."""
        return tuple((item.kind, item.id) for item in self.live().items)

    def item(self, kind: str) -> str:
        """The identity of the agenda's first item of a kind."""
        return next(item_id for its_kind, item_id in self.items if its_kind == kind)

    @cached_property
    def _check_in(self) -> CheckInView:
        return _there(self.records.ask(check_in_view, meeting_id=self.meeting_id))

    @cached_property
    def invited(self) -> dict[str, str]:
        """Identities of everybody invited, by name."""
        rows = self.records.ask(invited_people, meeting_id=self.meeting_id)
        return {row.name: row.person_id for row in reversed(rows)}

    @property
    def guests(self) -> list[str]:
        """Identities of those without a vote whom the meeting needs: the first teller and who reports."""
        rows = self.records.ask(invited_people, meeting_id=self.meeting_id)
        presenters = {item.presenter for item in self.live().items}
        view = self.records.ask(hands_view, item_id=self.item("vote"))
        wanted = {*presenters, view.teller1 if view else ""}
        return [row.person_id for row in rows if not row.votes and row.name in wanted]

    def members(self) -> tuple[list[PersonHit], list[PersonHit]]:
        """(who comes, who stays away), by number; speakers and officers come. Whom the script itself excuses
        counts as before, so that the plan stays the same whenever it is made.
        """
        needed = self._needed()
        able = [hit for hit in self._check_in.members if hit.excused in ("", self.texts["excuse"])]
        free = [hit for hit in able if hit.name not in needed]
        away = free[-self.texts["absent"] :]
        return [hit for hit in able if hit not in away], away

    def _needed(self) -> set[str]:
        """Names of speakers, officers, presenters and those who take a task home."""
        draft = _there(
            self.records.ask(meeting_draft, meeting_id=self.meeting_id, today=self.live().starts_at.date())
        )
        officers = (draft.chair, draft.recorder, draft.teller1, draft.teller2)
        names = {officer.name for officer in officers if officer is not None}
        names |= {told["who"] for told in self.texts["speech"]} | {item.presenter for item in draft.items}
        return names | {told[place] for told in self.texts["task"] for place in ("assignee", "supervisor")}

    def queue(self) -> QueueView:
        """The floor of the discussion."""
        return _there(self.records.ask(queue_view, item_id=self.item("discussion"), now=self.desk.now()))

    def speech(self, name: str) -> SpeechView:
        """A person's newest speech or raised hand in the discussion."""
        queue = self.queue()
        everything = [*queue.waiting, *([queue.speaking] if queue.speaking else []), *reversed(queue.done)]
        return next(speech for speech in everything if speech.name == name)

    def body(self, name: str) -> str:
        """The identity of an organisation."""
        return next(row.id for row in self.records.ask(bodies) if row.name == name)

    def drawn(self) -> str:
        """The identity of the meeting's draw."""
        return _there(self.records.ask(last_draw, self.meeting_id))

    def picture(self) -> str:
        """The identity of the picture that was added to the report."""
        return self.records.ask(attachments_of, meeting_id=self.meeting_id)[0].id

    @cached_property
    def poll_id(self) -> str:
        """The identity of the vote by hands; once it was begun."""
        return _there(_there(self.records.ask(hands_view, item_id=self.item("vote"))).poll_id)

    @property
    def ranking_item(self) -> str:
        """The item of the opinion by ranking: the last one that is voted on."""
        return [item_id for kind, item_id in self.items if kind == ItemKind.VOTE][-1]

    def _ranking(self) -> VoteView:
        return _there(self.records.ask(vote_view, item_id=self.ranking_item))

    @cached_property
    def ranking_id(self) -> str:
        """The identity of the opinion by ranking; once it was prepared."""
        return self._ranking().poll_id

    @cached_property
    def rankers(self) -> list[str]:
        """The voting rights of those who are here, once the ranking is open: nobody comes or goes then."""
        return [right.right_id for right in self._ranking().rights if right.here]


def _there(found: T | None) -> T:
    if found is None:
        raise LookupError("the scripted meeting")
    return found
