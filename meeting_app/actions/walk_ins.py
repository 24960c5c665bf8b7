"""Walking in: checked in at once without a vote, recognised as a member only in a second step."""

from meeting_app.actions.attendance import CheckedIn, check_in, open_stay
from meeting_app.actions.common import NOT_OVER, living, meeting_in, text_of, today
from meeting_app.actions.merging import merge_people
from meeting_app.actions.newcomers import new_person
from meeting_app.domain.meeting_kind import Called, MeetingKind
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.kinds import all_kinds
from meeting_app.storage.tables import Invitee, Meeting, Ownership, Person, Residence, Unit
from meeting_app.storage.work import Work

CLAIM = 80
WALK_IN = "walk_in"


def walk_in(work: Work, *, meeting_id: str, name: str, claim: str = "") -> CheckedIn:
    """Somebody who is on no list came: in the room at once, without a vote. `claim` is the building and room
    that they say they belong to, "" for a guest.
    """
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    person = new_person(work, name)
    said = text_of(claim, CLAIM, "claim", needed=False)
    work.add(
        Invitee(
            meeting_id=meeting.id, person_id=person.id, capacity=WALK_IN if said else "guest", votes=False,
            claim=said,
        )
    )  # fmt: skip
    return check_in(work, meeting_id=meeting.id, person_id=person.id, means=WALK_IN)


def recognise(work: Work, *, meeting_id: str, person_id: str, unit_id: str | None = None) -> None:
    """Give somebody who walked in, or a guest, the vote that the kind gives: `unit_id` is the home that was
    made sure of. Refuses where the kind's rule gives none, or the household has its voice already.
    """
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    person = living(work, person_id)
    invitee = work.one(Invitee, Invitee.meeting_id == meeting.id, Invitee.person_id == person.id)
    if invitee is None:
        raise Refusal("gone", kind="invitee")
    kind = all_kinds(work.session).get(meeting.kind)
    if kind is None or not kind.votes:
        raise Refusal("recognise_no_votes")
    if kind.called in (Called.REPRESENTATIVES, Called.BODIES):
        raise Refusal("recognise_not_called", name=person.name)
    if unit_id:
        _lives_in(work, person, work.get(Unit, unit_id))
    _may_vote(work, meeting, kind, person)
    invitee.votes, invitee.recognised_ms = True, work.now.wall_ms
    invitee.capacity = "owner" if kind.called is Called.OWNERS else "household"


def _lives_in(work: Work, person: Person, unit: Unit) -> None:
    here = (Residence.person_id == person.id, Residence.unit_id == unit.id, Residence.until.is_(None))
    if work.one(Residence, *here) is None:
        work.add(Residence(person_id=person.id, unit_id=unit.id, relation="family", since=today(work)))
        work.session.flush()


def _may_vote(work: Work, meeting: Meeting, kind: MeetingKind, person: Person) -> None:
    """An owner owns; a household has one voice, which passes to whoever of it came."""
    if kind.called is Called.OWNERS:
        if work.one(Ownership, Ownership.person_id == person.id, Ownership.until.is_(None)) is None:
            raise Refusal("recognise_no_owner", name=person.name)
        return
    homes = work.all(Residence, Residence.person_id == person.id, Residence.until.is_(None))
    if not homes:
        raise Refusal("recognise_no_home", name=person.name)
    for home in homes:
        _take_over(work, meeting, person, _people_of(work, home.unit_id))


def _take_over(work: Work, meeting: Meeting, person: Person, household: list[str]) -> None:
    """The voice passes to whoever of the household came; refused while the other one is in the room."""
    called = (Invitee.meeting_id == meeting.id, Invitee.votes.is_(True), Invitee.person_id != person.id)
    for voice in work.all(Invitee, *called, Invitee.person_id.in_(household)):
        if open_stay(work, meeting.id, voice.person_id) is not None:
            raise Refusal("household_has_voice", name=work.get(Person, voice.person_id).name)
        voice.votes = False


def _people_of(work: Work, unit_id: str) -> list[str]:
    rows = work.all(Residence, Residence.unit_id == unit_id, Residence.until.is_(None))
    return [row.person_id for row in rows]


def recognise_as(work: Work, *, meeting_id: str, person_id: str, known_id: str) -> None:
    """Somebody who walked in is on the roster: the two records become one, with the roster's vote."""
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    walked = work.one(Invitee, Invitee.meeting_id == meeting.id, Invitee.person_id == person_id)
    if walked is None or walked.votes:
        raise Refusal("gone", kind="invitee")
    known = work.one(Invitee, Invitee.meeting_id == meeting.id, Invitee.person_id == known_id)
    if known is not None:
        known.recognised_ms = work.now.wall_ms
    merge_people(work, keep_id=known_id, gone_id=person_id)
