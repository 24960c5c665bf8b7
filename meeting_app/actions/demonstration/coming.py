"""The three meetings that are coming: today's, the owners' of building 3, and a hearing that is still a
draft.
"""

from meeting_app.actions.demonstration.ground import Text, texts
from meeting_app.actions.demonstration.meetings import Hall, agenda, called, invite, meeting_row
from meeting_app.domain.agenda import ItemKind
from meeting_app.storage.tables import AgendaItem, Meeting, Motion


def call(hall: Hall) -> list[Meeting]:
    """All coming meetings."""
    return [_meeting(hall, entry) for entry in texts("meetings_coming")["meeting"]]


def _meeting(hall: Hall, entry: Text) -> Meeting:
    meeting = meeting_row(hall, entry)
    voted = [item for item in agenda(hall, meeting, entry) if item.kind == ItemKind.VOTE]
    for place, item in enumerate(voted):
        hall.ground.add(_motion(hall, entry, item) if place == 0 else _opinion(hall, entry, item))
    invite(hall, meeting, called(hall, entry))
    _excuse(hall, meeting, entry)
    return meeting


def _motion(hall: Hall, entry: Text, item: AgendaItem) -> Motion:
    """The plan of the meeting's topic, which is voted on."""
    plan = hall.topics.to_vote[entry["topic"]]
    named = hall.ground.named(f"motion {entry['key']}")
    return Motion(id=named, item_id=item.id, title=plan.title, text=plan.text, plan_id=plan.id)


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
