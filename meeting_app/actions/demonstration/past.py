"""The fourteen meetings that were held: who came, how the agenda ran, what was said, noted and given out to
do.
"""

from random import Random

from meeting_app.actions.demonstration import counted
from meeting_app.actions.demonstration.ground import Text, texts
from meeting_app.actions.demonstration.meetings import MINUTE_MS, Hall, agenda, called, invite, meeting_row
from meeting_app.domain.agenda import ItemState
from meeting_app.storage.tables import (
    AgendaItem,
    Decision,
    Meeting,
    Note,
    Person,
    Speech,
    Stay,
    Task,
)

SECOND_MS = 1000
OPEN = 999


def hold(hall: Hall) -> list[Meeting]:
    """All past meetings, oldest first."""
    entries = texts("meetings_first")["meeting"] + texts("meetings_later")["meeting"]
    return [_Held(hall, entry).meeting for entry in entries]


class _Held:
    """One meeting as it went."""

    def __init__(self, hall: Hall, entry: Text) -> None:
        self.hall, self.entry = hall, entry
        self.chance = hall.ground.chance(f"held {entry['key']}")
        self.meeting = meeting_row(hall, entry)
        self.items = agenda(hall, self.meeting, entry)
        self.called = called(hall, entry)
        self.stays: list[Stay] = []
        self._add_guests()
        invite(hall, self.meeting, self.called)
        self._run_agenda()
        self.came = self._attend()
        self._talk()
        self._write_down()
        counted.take_votes(hall, self.meeting, entry, self.items, self.stays)

    def _add_guests(self) -> None:
        """People whom the meeting is about and who belong to no body: women of the house around the hall."""
        voices = self.hall.residents.voices_of(11)
        women = [one for one in voices if one.gender == "female" and one.id not in self.called]
        for person in women[: self.entry.get("guests", 0)]:
            self.called[person.id] = (person, "guest")

    def _run_agenda(self) -> None:
        meeting = self.meeting
        now = meeting.starts_ms + self.chance.randrange(30, 240) * SECOND_MS
        meeting.check_in_ms = meeting.starts_ms - 30 * MINUTE_MS
        meeting.opened_ms = now
        for item, told in zip(self.items, self.entry["items"], strict=True):
            item.began_ms, item.state = now, ItemState.DONE
            item.clock_elapsed_ms = told[3] * SECOND_MS
            now += item.clock_elapsed_ms
            item.ended_ms = now
        meeting.closed_ms, meeting.state = now, "closed"
        meeting.current_item_id = self.items[-1].id

    def _attend(self) -> list[Person]:
        """Who came in time and stayed to the end; the others' stays are written with them."""
        voters = {one.id for one in self.hall.offices.members} if self.meeting.rule else set(self.called)
        fixed = {person.id for person in self.hall.residents.named.values()}
        people = [person for person, _capacity in self.called.values()]
        sure = [one for one in people if one.id in fixed]
        others = [one for one in people if one.id not in fixed]
        room = self.entry["came"] - sum(one.id in voters for one in sure)
        guests = [one for one in others if self.called[one.id][1] == "guest"]
        members = [one for one in others if one not in guests]
        came, absent = members[: max(0, room)], members[max(0, room) :]
        late = self.entry.get("late", 0)
        early = self.entry.get("early", 0)
        for person in came[:late]:
            self._stay(person, late=True)
        for person in came[late : late + early]:
            self._stay(person, early=True)
        steady = [*sure, *guests, *came[late + early :]]
        for person in steady:
            self._stay(person)
        self._excuse(absent)
        return steady

    def _stay(self, person: Person, *, late: bool = False, early: bool = False) -> None:
        meeting, chance = self.meeting, self.chance
        assert meeting.opened_ms is not None
        came = meeting.starts_ms - chance.randrange(60, 1700) * SECOND_MS
        if late:
            came = meeting.opened_ms + chance.randrange(90, 700) * SECOND_MS
        last = self.items[-1].began_ms or 0
        left = last + chance.randrange(10, 60) * SECOND_MS if early else meeting.closed_ms
        means = "badge" if chance.randrange(100) < 55 else "search"
        row = Stay(meeting_id=meeting.id, person_id=person.id, came_ms=came, left_ms=left, means=means)
        self.hall.ground.add(row)
        self.stays.append(row)

    def _excuse(self, absent: list[Person]) -> None:
        for person, reason in zip(absent, self.entry.get("excused", ()), strict=False):
            self.hall.invitees[self.meeting.id, person.id].excused = reason

    def _talk(self) -> None:
        """The speeches of each item, with pauses in between that fill the item's time."""
        speakers = _Speakers(self.hall, self.entry, self.came, self.chance)
        told: dict[int, list[tuple[Person, int, str]]] = {}
        for item, who, seconds, gist in self.entry.get("speeches", ()):
            told.setdefault(item, []).append((speakers.find(who), seconds, gist))
        asked = 0
        for place, speeches in told.items():
            item = self.items[place - 1]
            free = item.clock_elapsed_ms - sum(seconds for _one, seconds, _gist in speeches) * SECOND_MS
            pause = free // (len(speeches) + 1)
            now = (item.began_ms or 0) + pause
            for person, seconds, gist in speeches:
                asked += 1
                self._speech(item, person, asked, now, seconds * SECOND_MS, gist)
                now += seconds * SECOND_MS + pause

    def _speech(self, item: AgendaItem, person: Person, asked: int, began: int, used: int, gist: str) -> None:
        waited = self.chance.randrange(5, 50) * SECOND_MS
        self.hall.ground.add(
            Speech(
                meeting_id=self.meeting.id, item_id=item.id, person_id=person.id, state="done", asked=asked,
                asked_ms=max(item.began_ms or 0, began - waited), began_ms=began, ended_ms=began + used,
                gist=gist, clock_limit_ms=item.speech_limit_ms, clock_elapsed_ms=used,
            )
        )  # fmt: skip

    def _write_down(self) -> None:
        """Notes, decisions in words and tasks, each within its item."""
        add, meeting = self.hall.ground.add, self.meeting
        for place, kind, text in self.entry.get("notes", ()):
            item = self.items[place - 1]
            add(Note(meeting_id=meeting.id, item_id=item.id, kind=kind, text=text, at_ms=_late_in(item)))
        for place, text in self.entry.get("decisions", ()):
            item = self.items[place - 1]
            add(
                Decision(
                    meeting_id=meeting.id, item_id=item.id, text=text, decided_ms=_late_in(item) + SECOND_MS
                )
            )
        for number, told in enumerate(self.entry.get("tasks", ())):
            self._task(told, number)

    def _task(self, told: list[str | int], number: int) -> None:
        text, assignee, body, due, done, supervisor = told
        ground, last = self.hall.ground, self.items[-1]
        ground.add(
            Task(
                meeting_id=self.meeting.id, item_id=last.id, topic_id=self.meeting.topic_id,
                body_id=self.hall.offices.bodies[str(body)].id if body else None, text=str(text),
                assignee=str(assignee), supervisor=str(supervisor), due_on=ground.day(int(due)),
                state="open" if done == OPEN else "done",
                done_on=None if done == OPEN else ground.day(int(done)),
                created_ms=(last.began_ms or 0) + (40 + number * 45) * SECOND_MS,
            )
        )  # fmt: skip


def _late_in(item: AgendaItem) -> int:
    """An instant shortly before the item ended."""
    return (item.ended_ms or 0) - 50 * SECOND_MS


class _Speakers:
    """Who says what: people named in the texts, and others drawn so that a gist's she is a woman and its he a
    man.
    """

    def __init__(self, hall: Hall, entry: Text, came: list[Person], chance: Random) -> None:
        self.hall = hall
        named = {person.id for person in hall.residents.named.values()}
        self.free = [one for one in came if one.id not in named]
        chance.shuffle(self.free)
        self.found: dict[int, Person] = {}
        self.genders = self._genders(entry)

    @staticmethod
    def _genders(entry: Text) -> dict[int, str]:
        words = texts("people")["words"]
        genders: dict[int, str] = {}
        for _item, who, _seconds, gist in entry.get("speeches", ()):
            if words["she"] in gist:
                genders[who] = "female"
            elif words["he"] in gist:
                genders[who] = "male"
        return genders

    def find(self, who: int | str) -> Person:
        """The speaker by name or number."""
        if isinstance(who, str):
            return self.hall.person(who)
        if who not in self.found:
            wanted = self.genders.get(who)
            chosen = next(one for one in self.free if wanted in (None, one.gender))
            self.free.remove(chosen)
            self.found[who] = chosen
        return self.found[who]
