"""The three meetings that are coming: today's, the owners' of building 3, and a hearing that is still a
draft.
"""

from meeting_app.actions.demonstration.ground import Text, texts
from meeting_app.actions.demonstration.meetings import Hall, agenda, called, invite, meeting_row
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.rules.frozen import pack_to_json
from meeting_app.domain.rules.in_force import pack_on
from meeting_app.domain.vote_plan import Channel, PollState, Question
from meeting_app.queries.basics import local_day
from meeting_app.queries.rule_packs import shipped_packs
from meeting_app.queries.vote_facts import BALLOTS
from meeting_app.storage.tables import AgendaItem, Meeting, Motion, Poll, PollOption


def call(hall: Hall) -> list[Meeting]:
    """All coming meetings."""
    return [_meeting(hall, entry) for entry in texts("meetings_coming")["meeting"]]


def _meeting(hall: Hall, entry: Text) -> Meeting:
    meeting = meeting_row(hall, entry)
    voted = [item for item in agenda(hall, meeting, entry) if item.kind == ItemKind.VOTE]
    for place, item in enumerate(voted):
        motion = _motion(hall, entry, item) if place == 0 else _opinion(hall, entry, item)
        hall.ground.add(motion)
        if "house" in entry:
            _owners_vote(hall, meeting, entry, motion)
    invite(hall, meeting, called(hall, entry))
    _excuse(hall, meeting, entry)
    return meeting


def _motion(hall: Hall, entry: Text, item: AgendaItem) -> Motion:
    """The plan of the meeting's topic, which is voted on."""
    plan = hall.topics.to_vote[entry["topic"]]
    named = hall.ground.named(f"motion {entry['key']}")
    return Motion(id=named, item_id=item.id, title=plan.title, text=plan.text, plan_id=plan.id)


def _owners_vote(hall: Hall, meeting: Meeting, entry: Text, motion: Motion) -> None:
    """The owners of one house vote by name, by persons and by area, as the notice says."""
    pack = pack_on(shipped_packs(), entry["rule"], local_day(meeting.starts_ms))
    poll = Poll(
        id=hall.ground.named(f"vote {entry['key']}"), meeting_id=meeting.id, item_id=motion.item_id,
        motion_id=motion.id, round=1, state=PollState.ANNOUNCED, rule=pack_to_json(pack), tellers=2,
        choice="", eligible=0, present=0, opened_ms=0, form=BALLOTS, question=Question.AGREE,
        method="yes_no", channels=f"{Channel.KEYPAD},{Channel.PAPER}",
        announced_ms=hall.ground.instant(entry["posted"], "09:00"),
        scope=hall.ground.named(f"building {entry['house']}"),
    )  # fmt: skip
    hall.ground.add(poll)
    hall.ground.add(PollOption(poll_id=poll.id, position=1, text=motion.title, cost_fen=0))


def _opinion(hall: Hall, entry: Text, item: AgendaItem) -> Motion:
    """What the members are asked beside it; it binds nobody."""
    asked, named = entry["opinion"], hall.ground.named(f"opinion {entry['key']}")
    return Motion(id=named, item_id=item.id, title=asked["title"], text=asked["text"])


def _excuse(hall: Hall, meeting: Meeting, entry: Text) -> None:
    """Members who said beforehand that they cannot come; never one of the stories' people."""
    named = {person.id for person in hall.residents.named.values()}
    free = [person.id for person in hall.offices.members if person.id not in named]
    for person_id, reason in zip(reversed(free), entry.get("excused", ()), strict=False):
        hall.invitees[meeting.id, person_id].excused = reason
