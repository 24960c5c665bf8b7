"""A list against itself and against the roster: who is known, who may be, and whether the shares of a unit
add up.

People are known by name and unit (decisions.md 10), or by name and their number on the roster; whatever else
could be the same person is asked, never guessed.
"""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from meeting_app.actions.roster.capacity_words import held_of
from meeting_app.actions.roster.entry import Entry
from meeting_app.queries.known_roster import KnownPerson, KnownRoster, KnownUnit

UnitKey = tuple[str, int, str]


def match(entries: Sequence[Entry], known: KnownRoster) -> None:
    """Note on every entry what has to be said, and whom it is about."""
    taken = [entry for entry in entries if not entry.stopped]
    _find_doubles(taken)
    _find_houses(taken, known)
    taken = [entry for entry in taken if not entry.stopped]
    roster = _Roster(known)
    for entry in taken:
        if entry.name:
            roster.place(entry)
        roster.compare_unit(entry)
    _check_shares([entry for entry in taken if entry.name], roster)
    _check_areas(taken)
    _find_bodies(taken, known)


def _find_houses(entries: Sequence[Entry], known: KnownRoster) -> None:
    for entry in entries:
        if known.buildings and entry.building and entry.building not in known.buildings:
            entry.say("building_new", building=entry.building)


def _find_bodies(entries: Sequence[Entry], known: KnownRoster) -> None:
    """Organisations are asked about; a new group is only pointed out."""
    names = {*dict(known.groups).values()}
    for entry in entries:
        for group in entry.groups:
            if not group.isascii() and group not in names:
                entry.say("group_new", group=group)
        for held in map(held_of, entry.capacities):
            if held.body and held.body not in known.bodies:
                entry.say("body_unknown", body=held.body)


def _find_doubles(entries: Sequence[Entry]) -> None:
    """The same name in the same unit is one row too many. The same name with the same telephone or number
    elsewhere is one person with two homes; with neither, it is only pointed out.
    """
    seen: dict[tuple[str, UnitKey], int] = {}
    names: dict[str, int] = {}
    people: dict[tuple[str, str], Entry] = {}
    for place, entry in enumerate(entries):
        if not entry.name:
            continue
        first = seen.setdefault((entry.name, entry.unit), entry.line)
        if first != entry.line or (entry.part and _again_in_row(entries, place)):
            entry.say("twice_in_list", line=first)
            continue
        same = _same_person(entry, people)
        namesake = names.setdefault(entry.name, entry.line)
        if namesake != entry.line and not same:
            entry.say("namesake_in_list", line=namesake)


def _same_person(entry: Entry, people: dict[tuple[str, str], Entry]) -> bool:
    """Whether an earlier row is the same person; both then carry one key."""
    marks = [mark for mark in (entry.phone, f"#{entry.number}" if entry.number else "") if mark]
    first = next((people[entry.name, mark] for mark in marks if (entry.name, mark) in people), None)
    if first is not None:
        first.key = entry.key = first.key or f"{first.sheet}:{first.line}.{first.part}:{first.unit}"
        entry.say("same_person_in_list", line=first.line)
    for mark in marks:
        people.setdefault((entry.name, mark), first or entry)
    return first is not None


def _again_in_row(entries: Sequence[Entry], place: int) -> bool:
    """Whether the cell names the same person twice."""
    here = entries[place]
    before = entries[max(0, place - here.part) : place]
    return any(one.line == here.line and one.name == here.name for one in before)


def _check_areas(entries: Sequence[Entry]) -> None:
    """Two rows of one unit that say different areas."""
    said: dict[UnitKey, Entry] = {}
    for entry in entries:
        if entry.area_c:
            first = said.setdefault(entry.unit, entry)
            if first.area_c != entry.area_c:
                entry.say("area_differs", line=first.line)


def _check_shares(entries: Sequence[Entry], roster: "_Roster") -> None:
    """Owners of a unit: one without a share owns it whole, several are asked; never more than the whole."""
    owners: dict[UnitKey, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.relation == "owner":
            owners[entry.unit].append(entry)
        elif entry.share:
            entry.say("share_of_no_owner")
            entry.share = None
    for unit, together in owners.items():
        _keep_shares(together, roster)
        blank = [entry for entry in together if entry.share is None]
        if len(together) == 1 and blank:
            together[0].share = (1, 1)
        elif blank:
            for entry in blank:
                entry.share = (1, len(together))
                entry.say("share_open", count=len(together))
        else:
            _check_sum(together)
        roster.compare_owners(unit, together)


def _keep_shares(together: Sequence[Entry], roster: "_Roster") -> None:
    """What the list does not say stays as it is on the roster, when all of them are owners there."""
    known = [roster.share(entry) for entry in together]
    assumed = all(entry.share is None or _assumed(entry) for entry in together)
    if assumed and all(known):
        for entry, share in zip(together, known, strict=True):
            entry.share = share
            entry.notes = [note for note in entry.notes if note[0] != "shares_equal"]


def _assumed(entry: Entry) -> bool:
    return any(code == "shares_equal" for code, _params in entry.notes)


def _check_sum(together: Sequence[Entry]) -> None:
    total = sum((Fraction(*entry.share) for entry in together if entry.share), Fraction(0))
    if total == 1:
        return
    code = "shares_over" if total > 1 else "shares_short"
    for entry in together:
        if entry.person_id is None:
            entry.say(code, numerator=total.numerator, denominator=total.denominator)


class _Roster:
    """Everybody who is known, by unit, by name and by number."""

    def __init__(self, known: KnownRoster) -> None:
        self.here: dict[UnitKey, list[KnownPerson]] = defaultdict(list)
        self.names: dict[str, list[KnownPerson]] = defaultdict(list)
        self.numbers: dict[tuple[int, str], KnownPerson] = {}
        self.units: dict[UnitKey, KnownUnit] = {unit.key: unit for unit in known.units}
        self.groups = dict(known.groups)
        for person in known.people:
            self.here[person.unit_key].append(person)
            self.names[person.name].append(person)
            self.numbers[person.number, person.name] = person

    def place(self, entry: Entry) -> None:
        """Say whether the entry is somebody who is known."""
        here = [person for person in self.here.get(entry.unit, ()) if person.name == entry.name]
        numbered = self.numbers.get((entry.number or 0, entry.name)) if entry.number else None
        if len(here) == 1:
            entry.person_id = here[0].person_id
            self._compare(entry, here[0])
        elif numbered is not None:
            entry.person_id = numbered.person_id
            entry.say("another_home")
        elif len(here) > 1:
            entry.say("several_known", count=len(here))
        else:
            self._ask(entry)

    def share(self, entry: Entry) -> tuple[int, int] | None:
        """What the person owns of the unit so far."""
        return next((p.share for p in self.here[entry.unit] if p.person_id == entry.person_id), None)

    def _compare(self, entry: Entry, known: KnownPerson) -> None:
        """What the list says differently; an empty cell changes nothing."""
        for name, said, kept in (
            ("phone", entry.phone, known.phone),
            ("birth_year", entry.birth_year, known.birth_year),
            ("gender", entry.gender, known.gender),
        ):
            if said and said != kept:
                entry.say(f"{name}_changed")
        names = {self.groups.get(code, code) for code in known.groups} | set(known.groups)
        if set(entry.groups) - names:
            entry.say("groups_changed")
        if not all(self._held(text, known) for text in entry.capacities):
            entry.say("capacities_changed")

    @staticmethod
    def _held(text: str, known: KnownPerson) -> bool:
        said = held_of(text)
        if said.since is None and not said.body:
            return any(kept[0] == said.capacity and kept[3] is None for kept in known.capacities)
        return (said.capacity, said.body, said.since, said.until) in known.capacities

    def compare_unit(self, entry: Entry) -> None:
        """What the list says differently of the unit."""
        unit = self.units.get(entry.unit)
        if unit is None:
            kept = next((person.area_c for person in self.here.get(entry.unit, ())), 0)
            if kept and entry.area_c and entry.area_c != kept:
                entry.say("area_changed")
            return
        if entry.area_c and entry.area_c != unit.area_c:
            entry.say("area_changed")
        if (entry.state and entry.state != unit.state) or (entry.purpose and entry.purpose != unit.purpose):
            entry.say("unit_changed")

    def compare_owners(self, unit: UnitKey, together: Sequence[Entry]) -> None:
        """Whether the unit would change hands: that is asked, not done."""
        listed = {entry.person_id for entry in together}
        others = [
            person for person in self.here.get(unit, ()) if person.share and person.person_id not in listed
        ]
        total = sum((Fraction(*entry.share) for entry in together if entry.share), Fraction(0))
        left = sum((Fraction(*person.share) for person in others if person.share), Fraction(0))
        for entry in together:
            kept = self.share(entry)
            if others and total + left > 1:
                entry.say("changes_hands", name=others[0].name)
            elif kept and entry.share and Fraction(*kept) != Fraction(*entry.share):
                entry.say("share_changed")
            elif not kept and self._lives_here(entry):
                entry.say("owns_now")

    def _lives_here(self, entry: Entry) -> bool:
        return any(person.person_id == entry.person_id for person in self.here.get(entry.unit, ()))

    def _ask(self, entry: Entry) -> None:
        elsewhere = {person.person_id: person for person in self.names.get(entry.name, ())}
        if len(elsewhere) == 1:
            other = next(iter(elsewhere.values()))
            building, _stairway, room = other.unit_key
            entry.person_id = other.person_id
            entry.say("known_elsewhere", building=building, room=room)
            return
        if elsewhere:
            entry.say("namesakes_known", count=len(elsewhere))
            return
        similar = [person for person in self.here.get(entry.unit, ()) if _alike(person.name, entry.name)]
        if len(similar) == 1:
            entry.person_id = similar[0].person_id
            entry.say("similar_name", name=similar[0].name)


def _alike(one: str, other: str) -> bool:
    """Names of the same length that differ in one character: 王国芬 and 王国芳."""
    return len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
