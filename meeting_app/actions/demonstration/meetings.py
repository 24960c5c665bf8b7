"""What past and coming meetings have in common: the row, its agenda, its officers and who is called."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from meeting_app.actions.demonstration.community import Offices
from meeting_app.actions.demonstration.ground import Ground, Text, texts
from meeting_app.actions.demonstration.people import Residents
from meeting_app.actions.demonstration.topics import Topics
from meeting_app.domain.agenda import ItemState
from meeting_app.domain.meeting_kind import Called
from meeting_app.queries.basics import local_day, meeting_label
from meeting_app.queries.kinds import shipped_kinds
from meeting_app.storage.tables import AgendaItem, Invitee, Meeting, Person, Projection

MINUTE_MS = 60_000
SPEECH_MS = 180_000


@dataclass(frozen=True, slots=True)
class Hall:
    """Everything that a meeting is made of."""

    ground: Ground
    residents: Residents
    offices: Offices
    topics: Topics
    invitees: dict[tuple[str, str], Invitee] = field(default_factory=dict)

    def person(self, name: str) -> Person:
        """Somebody of the stories."""
        return self.residents.named[name]


def meeting_row(hall: Hall, entry: Text) -> Meeting:
    """The meeting as it is called; draft without a notice, else convened. Numbers are given at the end."""
    form = shipped_kinds()[entry["kind"]]
    starts = hall.ground.instant(entry["day"], entry["at"])
    posted = entry.get("posted")
    first, second = (*(hall.person(name).id for name in entry.get("tellers", ())), None, None)[:2]
    meeting = Meeting(
        id=hall.ground.named(f"meeting {entry['key']}"), kind=form.code, year=local_day(starts).year,
        number=0, title=entry["title"], place=entry["place"], starts_ms=starts,
        state="draft" if posted is None else "convened", rule=entry.get("rule", form.rule),
        notice_days=form.notice_days,
        posted_on=None if posted is None else hall.ground.day(posted),
        topic_id=hall.topics.topics[entry["topic"]].id, chair_id=hall.person(entry["chair"]).id,
        recorder_id=hall.person(entry["recorder"]).id, teller1_id=first, teller2_id=second, opened_short="",
    )  # fmt: skip
    hall.ground.add(meeting)
    hall.ground.add(
        Projection(meeting_id=meeting.id, mode="content", pinned="", page=0, banner="", banner_until_ms=None)
    )
    return meeting


def number_meetings(meetings: Sequence[Meeting]) -> None:
    """Number the meetings within their year by their date."""
    numbers: dict[int, int] = {}
    short = texts("people")["community"]["short"]
    for meeting in sorted(meetings, key=lambda row: row.starts_ms):
        numbers[meeting.year] = meeting.number = numbers.get(meeting.year, 0) + 1
        meeting.label = meeting_label(short, meeting.year, meeting.number)


def agenda(hall: Hall, meeting: Meeting, entry: Text) -> list[AgendaItem]:
    """The items, all waiting."""
    words = entry.get("texts") or [""] * len(entry["items"])
    items = []
    for position, (kind, title, minutes, _used, presenter) in enumerate(entry["items"], start=1):
        item = AgendaItem(
            id=hall.ground.named(f"item {entry['key']} {position}"), meeting_id=meeting.id, position=position,
            kind=kind, title=title, text=words[position - 1], presenter=presenter,
            planned_ms=minutes * MINUTE_MS, clock_limit_ms=minutes * MINUTE_MS, clock_elapsed_ms=0,
            state=ItemState.WAITING, speech_limit_ms=SPEECH_MS, topic_id=meeting.topic_id,
        )  # fmt: skip
        hall.ground.add(item)
        items.append(item)
    return items


def called(hall: Hall, entry: Text) -> dict[str, tuple[Person, str]]:
    """Who is called, with the capacity, in a drawn order; officers and those who speak by name are among
    them.
    """
    chance = hall.ground.chance(f"called {entry['key']}")
    people, capacity = _by_kind(hall, entry)
    chance.shuffle(people)
    people = people[: entry.get("invited", len(people))]
    found = {one.id: (one, capacity or hall.offices.capacity.get(one.id, "guest")) for one in people}
    for name in _by_name(entry):
        person = hall.person(name)
        found.setdefault(person.id, (person, hall.offices.capacity.get(person.id, "guest")))
    return found


def _by_kind(hall: Hall, entry: Text) -> tuple[list[Person], str]:
    if shipped_kinds()[entry["kind"]].called is Called.REPRESENTATIVES:
        return list(hall.offices.members), ""
    whom, _blank, building = entry["invite"].partition(" ")
    if whom == "bodies":
        return list(hall.offices.delegates), ""
    if whom == "owners":
        owned = (people for key, people in hall.residents.owners.items() if key[0] == int(building))
        return list({one.id: one for people in owned for one in people}.values()), "owner"
    year = hall.ground.anchor.year
    voices = hall.residents.voices_of(int(building) if building else None)
    return [one for one in voices if year - (one.birth_year or year) >= 18], "household"


def _by_name(entry: Text) -> list[str]:
    """Officers, presenters and speakers whom the texts name."""
    presenters = [item[4] for item in entry["items"] if item[4]]
    speakers = [speech[1] for speech in entry.get("speeches", ()) if isinstance(speech[1], str)]
    return [entry["chair"], entry["recorder"], *entry.get("tellers", ()), *presenters, *speakers]


def invite(hall: Hall, meeting: Meeting, people: dict[str, tuple[Person, str]]) -> None:
    """Write the invitations; only members of the deciding meeting vote, among owners the owners."""
    owners = {person.id for person, capacity in people.values() if capacity == "owner"}
    members = {person.id for person in hall.offices.members} if meeting.rule and not owners else set()
    for person, capacity in people.values():
        row = Invitee(
            meeting_id=meeting.id, person_id=person.id, capacity=_shown(hall, person, capacity, members),
            votes=person.id in owners | members, excused="",
        )  # fmt: skip
        hall.ground.add(row)
        hall.invitees[meeting.id, person.id] = row


def _shown(hall: Hall, person: Person, capacity: str, voters: set[str]) -> str:
    """A member of the meeting comes as a member, whatever else he is."""
    if person.id not in voters:
        return capacity
    return "committee_member" if hall.offices.capacity[person.id] == "committee_member" else "representative"
