"""A list against itself and against the roster: who is known, who may be, and whether the shares of a unit
add up.

People are known by name and unit (decisions.md 10); whatever else could be the same person is asked, never
guessed.
"""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from meeting_app.actions.roster.reading import Entry
from meeting_app.queries.people import KnownPerson

Unit = tuple[str, int, str]


def match(entries: Sequence[Entry], known: Sequence[KnownPerson]) -> None:
    """Note on every entry what has to be said, and whom it is about."""
    taken = [entry for entry in entries if not entry.stopped]
    _find_doubles(taken)
    taken = [entry for entry in taken if not entry.stopped]
    roster = _Roster(known)
    for entry in taken:
        roster.place(entry)
    _check_shares(taken, roster)


def _find_doubles(entries: Sequence[Entry]) -> None:
    """The same name in the same unit is one row too many; the same name elsewhere in the list is only pointed
    out.
    """
    seen: dict[tuple[str, Unit], int] = {}
    names: dict[str, int] = {}
    for entry in entries:
        first = seen.setdefault((entry.name, entry.unit), entry.line)
        if first != entry.line:
            entry.say("twice_in_list", line=first)
            continue
        namesake = names.setdefault(entry.name, entry.line)
        if namesake != entry.line:
            entry.say("namesake_in_list", line=namesake)


def _check_shares(entries: Sequence[Entry], roster: "_Roster") -> None:
    """Owners of a unit: one without a share owns it whole, several are asked; never more than the whole."""
    owners: dict[Unit, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.relation == "owner":
            owners[entry.unit].append(entry)
        elif entry.share:
            entry.say("share_of_no_owner")
            entry.share = None
    for together in owners.values():
        blank = [entry for entry in together if entry.share is None]
        if len(together) == 1 and blank:
            together[0].share = (1, 1)
        elif blank:
            for entry in blank:
                entry.share = (1, len(together))
                entry.say("share_open", count=len(together))
        else:
            _check_sum(together)


def _check_sum(together: Sequence[Entry]) -> None:
    total = sum((Fraction(*entry.share) for entry in together if entry.share), Fraction(0))
    if total == 1:
        return
    code = "shares_over" if total > 1 else "shares_short"
    for entry in together:
        if entry.person_id is None:
            entry.say(code, numerator=total.numerator, denominator=total.denominator)


class _Roster:
    """Everybody who is known, by unit and by name."""

    def __init__(self, known: Sequence[KnownPerson]) -> None:
        self.units: dict[Unit, list[KnownPerson]] = defaultdict(list)
        self.names: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in known:
            self.units[person.unit_key].append(person)
            self.names[person.name].append(person)

    def place(self, entry: Entry) -> None:
        """Say whether the entry is somebody who is known."""
        here = [person for person in self.units.get(entry.unit, ()) if person.name == entry.name]
        if len(here) == 1:
            entry.person_id = here[0].person_id
            self._compare(entry, here[0])
        elif len(here) > 1:
            entry.say("several_known", count=len(here))
        else:
            self._ask(entry)

    @staticmethod
    def _compare(entry: Entry, known: KnownPerson) -> None:
        """What the list says differently; an empty cell changes nothing."""
        for name, said, kept in (
            ("phone", entry.phone, known.phone),
            ("birth_year", entry.birth_year, known.birth_year),
            ("area", entry.area_c, known.area_c),
        ):
            if said and said != kept:
                entry.say(f"{name}_changed")

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
        similar = [person for person in self.units.get(entry.unit, ()) if _alike(person.name, entry.name)]
        if len(similar) == 1:
            entry.person_id = similar[0].person_id
            entry.say("similar_name", name=similar[0].name)


def _alike(one: str, other: str) -> bool:
    """Names of the same length that differ in one character: 王国芬 and 王国芳."""
    return len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
