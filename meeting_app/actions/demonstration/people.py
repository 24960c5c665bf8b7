"""The 2,900 residents as rows: persons, where they live, what they own."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from meeting_app.actions.demonstration.families import Families, Home, Member
from meeting_app.actions.demonstration.ground import Ground, Text, texts
from meeting_app.actions.demonstration.houses import LIFT_HOUSE, Houses, UnitKey
from meeting_app.actions.demonstration.names import GENDERS, Given, rare_people, spoken
from meeting_app.storage.readings import readings_of_syllables
from meeting_app.storage.tables import Ownership, Person, Residence

RESIDENTS = 2900
SECOND_UNITS = 36
LET_PERCENT = 12
NEW_DAYS = 400
# A range that no operator gives to anybody: mobile numbers never begin with 10.
PHONES = "1015550{:04d}"


@dataclass(slots=True)
class Residents:
    """Everybody, and who speaks for which household: `voices` by unit; `named` are the people of the
    stories.
    """

    people: list[Person] = field(default_factory=list)
    voices: dict[UnitKey, Person] = field(default_factory=dict)
    owners: dict[UnitKey, list[Person]] = field(default_factory=dict)
    building: dict[str, int] = field(default_factory=dict)
    named: dict[str, Person] = field(default_factory=dict)
    _kept: dict[int | None, list[Person]] = field(default_factory=dict)

    def voices_of(self, building: int | None = None) -> list[Person]:
        """One grown-up a household, each person once."""
        if building not in self._kept:
            found = (person for key, person in self.voices.items() if building in (None, key[0]))
            self._kept[building] = list({person.id: person for person in found}.values())
        return list(self._kept[building])


def cast_home(entry: Text) -> tuple[UnitKey, Given]:
    """Where somebody of the stories lives, and who it is."""
    gender, born, home = entry["who"].split()
    building, stairway, storey, line = (int(part) for part in home.split("-"))
    return (building, stairway, storey, line), Given(entry["name"], GENDERS[gender], int(born))


def _given_homes(chance: Random, sold: list[UnitKey]) -> dict[UnitKey, Given]:
    given = dict(cast_home(entry) for entry in texts("people")["cast"])
    free = [key for key in sold if key not in given and key[0] != LIFT_HOUSE]
    rare = rare_people()
    given.update(zip(chance.sample(free, len(rare)), rare, strict=True))
    return given


def _homes(families: Families, houses: Houses, chance: Random) -> list[Home]:
    sold = [key for key, unit in houses.units.items() if unit.state == "sold"]
    given = _given_homes(chance, sold)
    free = [key for key in sold if key not in given and key[0] != LIFT_HOUSE]
    drawn = chance.sample(free, SECOND_UNITS * 2)
    second = dict(zip(drawn[:SECOND_UNITS], drawn[SECOND_UNITS:], strict=True))
    first = set(second.values())
    homes = []
    for key in sold:
        may_be_let = key not in given and key not in first
        if key in second or (may_be_let and chance.randrange(100) < LET_PERCENT):
            homes.append(families.let_home(key, second.get(key)))
        else:
            homes.append(families.home(key, given.get(key)))
    return homes


def _fill_up(families: Families, homes: list[Home], chance: Random) -> None:
    """As many people as the community is said to have."""
    missing = RESIDENTS - sum(len(home.people) + len(home.owners) for home in homes)
    own = [home for home in homes if not home.let and len(home.people) < 5]
    for home in chance.sample(own, missing):
        families.grow(home)


def settle(ground: Ground, houses: Houses) -> Residents:
    """Make the households and write them down, house by house."""
    chance = ground.chance("households")
    families = Families(chance, ground.anchor.year)
    homes = _homes(families, houses, chance)
    _fill_up(families, homes, chance)
    for home in homes:
        families.share_out(home, alone=home.key[0] == LIFT_HOUSE)
    writer = _Writer(ground, houses)
    for home in homes:
        writer.write(home)
    for home in homes:
        writer.write_second(home)
    return writer.done


class _Writer:
    """Turns homes into rows."""

    def __init__(self, ground: Ground, houses: Houses) -> None:
        self.ground, self.houses = ground, houses
        self.done = Residents()
        self.chance = ground.chance("lives")
        self._shares: dict[UnitKey, list[tuple[Member, Person]]] = {}
        self._phones = self.chance.sample(range(10_000), RESIDENTS)
        self._cast = {cast_home(entry)[0] for entry in texts("people")["cast"]}

    def write(self, home: Home) -> None:
        """The people of a home, and its owners when they live elsewhere."""
        since = self._since(home)
        tenants = home.let
        for member in (*home.owners, *home.people):
            lives_here = tenants and member not in home.owners
            relation = "tenant" if lives_here else "owner" if member.share else "family"
            person = self._person(home, member, since, tenant=lives_here)
            self._reside(person, home.key, relation, since)
            if member.share:
                self._own(person, home.key, member, since)
        voice = self.done.people[-len(home.people)]
        self.done.voices[home.key] = voice
        if home.key in self._cast:
            self.done.named[voice.name] = voice

    def write_second(self, home: Home) -> None:
        """A unit that belongs to the owners of another one, with the same shares."""
        if home.second_of is None:
            return
        since = self._since(home)
        for share, person in self._shares[home.second_of]:
            self._reside(person, home.key, "owner", since)
            self._own(person, home.key, share, since)

    def _since(self, home: Home) -> date:
        newest = 1500 if home.let else 1200 if home.key[0] == len(self.houses.buildings) else 6000
        return self.ground.day(-self.chance.randint(40, newest))

    def _person(self, home: Home, member: Member, since: date, *, tenant: bool) -> Person:
        age = self.ground.anchor.year - member.born
        reachable = age >= 14 and self.chance.randrange(100) < (58 if age > 80 else 94)
        number = len(self.done.people) + 1
        syllables = spoken(member.name)
        person = Person(
            id=self.ground.new_id(), number=number, name=member.name,
            initials="".join(s[0] for s in syllables), pinyin="".join(syllables),
            readings=readings_of_syllables(member.name, syllables), gender=member.gender,
            birth_year=member.born, phone=PHONES.format(self._phones[number - 1]) if reachable else "",
            badge=self.ground.badge(), groups=",".join(self._groups(home, age, since, tenant=tenant)),
        )  # fmt: skip
        self.ground.add(person)
        self.done.people.append(person)
        self.done.building[person.id] = home.key[0]
        return person

    def _groups(self, home: Home, age: int, since: date, *, tenant: bool) -> list[str]:
        youngest = self.ground.anchor.year - max(one.born for one in home.people)
        by_age = [("elderly", age >= 65), ("youth", 14 <= age <= 28), ("child", age < 14)]
        groups = [name for name, holds in by_age if holds]
        if youngest < 16 and 22 <= age <= 52:
            groups.append("parent")
        if tenant:
            groups.append("tenant")
        if since > self.ground.anchor - timedelta(days=NEW_DAYS):
            groups.append("new_resident")
        if age >= 24 and self.chance.randrange(100) < 9:
            groups.append("party_member")
        if age >= 16 and self.chance.randrange(100) < 6:
            groups.append("volunteer")
        return groups

    def _reside(self, person: Person, key: UnitKey, relation: str, since: date) -> None:
        unit = self.houses.units[key]
        self.ground.add(Residence(person_id=person.id, unit_id=unit.id, relation=relation, since=since))

    def _own(self, person: Person, key: UnitKey, member: Member, since: date) -> None:
        assert member.share is not None
        numerator, denominator = member.share
        unit = self.houses.units[key]
        self.ground.add(
            Ownership(
                unit_id=unit.id, person_id=person.id, share_n=numerator, share_d=denominator, since=since
            )
        )
        self.done.owners.setdefault(key, []).append(person)
        self._shares.setdefault(key, []).append((member, person))
