"""Checking in and out; presence is kept as stays, so that who was here at any instant can be asked later."""

from dataclasses import dataclass

from meeting_app.actions.common import NOT_OVER, living, meeting_in, text_of
from meeting_app.actions.newcomers import new_person
from meeting_app.domain import codes
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import Invitee, Meeting, Person, Speech, Stay
from meeting_app.storage.work import Work


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """Who came: `votes` whether the person has a vote in this meeting, `again` whether he was here before."""

    person_id: str
    name: str
    votes: bool
    again: bool


def open_check_in(work: Work, *, meeting_id: str) -> None:
    """Open the check-in desk."""
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    if meeting.check_in_ms is None:
        meeting.check_in_ms = work.now.wall_ms


def open_stay(work: Work, meeting_id: str, person_id: str) -> Stay | None:
    """The stay of a person who is in the room."""
    return work.one(Stay, Stay.meeting_id == meeting_id, Stay.person_id == person_id, Stay.left_ms.is_(None))


def check_in(work: Work, *, meeting_id: str, person_id: str, means: str = "search") -> CheckedIn:
    """A person came. Someone without an invitation is noted as a guest without a vote."""
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    person = living(work, person_id)
    if open_stay(work, meeting.id, person.id) is not None:
        raise Refusal("already_present", name=person.name)
    invitee = work.one(Invitee, Invitee.meeting_id == meeting.id, Invitee.person_id == person.id)
    if invitee is None:
        invitee = work.add(Invitee(meeting_id=meeting.id, person_id=person.id, capacity="guest", votes=False))
    left = work.highest(Stay.left_ms, Stay.meeting_id == meeting.id, Stay.person_id == person.id)
    came = max(work.now.wall_ms, left)
    work.add(Stay(meeting_id=meeting.id, person_id=person.id, came_ms=came, means=means))
    return CheckedIn(person.id, person.name, invitee.votes, again=left > 0)


def check_in_badge(work: Work, *, meeting_id: str, code: str) -> CheckedIn:
    """A badge was scanned or its code typed."""
    found = codes.code_of_badge(code)
    person = work.one(Person, Person.badge == found) if found else None
    if person is None:
        raise Refusal("badge_unknown", badge=code[:20])
    while person.merged_into:  # the badge that was printed before the merging
        person = work.get(Person, person.merged_into)
    return check_in(work, meeting_id=meeting_id, person_id=person.id, means="badge")


def check_out(work: Work, *, meeting_id: str, person_id: str) -> None:
    """A person left; a hand that is still up comes down, a speech under way has to be ended first."""
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    stay = open_stay(work, meeting.id, person_id)
    if stay is None:
        raise Refusal("not_present", name=work.get(Person, person_id).name)
    speeches = work.all(Speech, Speech.meeting_id == meeting.id, Speech.person_id == person_id)
    if any(speech.state in ("speaking", "held") for speech in speeches):
        raise Refusal("speaking_now", name=work.get(Person, person_id).name)
    for speech in speeches:
        if speech.state == "waiting":
            speech.state = "withdrawn"
    _end(work, stay)


def _end(work: Work, stay: Stay) -> None:
    """A stay never ends before it began, even when the machine's clock was set back in between."""
    stay.left_ms = max(work.now.wall_ms, stay.came_ms)


def excuse(work: Work, *, meeting_id: str, person_id: str, reason: str) -> None:
    """An invited person said beforehand that he will not come."""
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    invitee = work.one(Invitee, Invitee.meeting_id == meeting.id, Invitee.person_id == person_id)
    if invitee is None:
        raise Refusal("gone", kind="invitee")
    invitee.excused = text_of(reason, 120, "reason", needed=False)


def add_guest(work: Work, *, meeting_id: str, name: str) -> CheckedIn:
    """Somebody who is not on the roster came to listen: put on the roster and checked in, without a vote."""
    meeting_in(work, meeting_id, *NOT_OVER)
    person = new_person(work, name)
    return check_in(work, meeting_id=meeting_id, person_id=person.id)


def end_all_stays(work: Work, meeting: Meeting) -> None:
    """At the end everybody leaves."""
    for stay in work.all(Stay, Stay.meeting_id == meeting.id, Stay.left_ms.is_(None)):
        _end(work, stay)
