"""Who lives together: families as they are met, by the age of the owner; plain data, before any row
is made.
"""

from dataclasses import dataclass, field
from random import Random

from meeting_app.actions.demonstration.houses import UnitKey
from meeting_app.actions.demonstration.names import Given, Names

FEMALE, MALE = "female", "male"
OTHER = {FEMALE: MALE, MALE: FEMALE}
ELDERS, MIDDLE, FAMILY, YOUNG = "elders", "middle", "family", "young"
# Born from, born until, of a hundred in an old house, of a hundred in a tower.
AGES = {
    ELDERS: (1938, 1958, 40, 17),
    MIDDLE: (1959, 1973, 27, 22),
    FAMILY: (1976, 1992, 23, 43),
    YOUNG: (1993, 2002, 10, 18),
}
Share = tuple[int, int]
HALF: Share = (1, 2)
WHOLE: Share = (1, 1)


@dataclass(slots=True)
class Member:
    """One of a household; `share` is what he owns of the home."""

    name: str
    gender: str
    born: int
    share: Share | None = None


@dataclass(slots=True)
class Home:
    """A unit with the people in it. `owners` live elsewhere when the home is let."""

    key: UnitKey
    age: str
    people: list[Member] = field(default_factory=list)
    owners: list[Member] = field(default_factory=list)
    second_of: UnitKey | None = None

    @property
    def let(self) -> bool:
        """Whether tenants live here."""
        return bool(self.owners) or self.second_of is not None


class Families:
    """Makes households; `year` is the year in which the community is looked at."""

    def __init__(self, chance: Random, year: int) -> None:
        self.chance, self.year = chance, year
        self.names = Names(chance)

    def _percent(self, of_hundred: int) -> bool:
        return self.chance.randrange(100) < of_hundred

    def _age(self, key: UnitKey) -> str:
        column = 2 if key[0] <= 6 else 3
        return self.chance.choices(list(AGES), [row[column] for row in AGES.values()])[0]

    def person(self, gender: str, born: int, surname: str = "") -> Member:
        """Somebody with a name of the time."""
        born = min(born, self.year)
        return Member((surname or self.names.surname()) + self.names.given(gender, born), gender, born)

    def head(self, age: str) -> Member:
        """The person around whom a household is told."""
        first, last, _old, _tower = AGES[age]
        return self.person(self.chance.choice((FEMALE, MALE)), self.chance.randint(first, last))

    def home(self, key: UnitKey, given: Given | None = None) -> Home:
        """A household that lives in its own unit."""
        if given is None:
            age = self._age(key)
            head = self.head(age)
        else:
            age = next((age for age, row in AGES.items() if given.born <= row[1]), YOUNG)
            head = Member(given.name, given.gender, given.born)
        home = Home(key, age, [head])
        self._around(home, head)
        return home

    def let_home(self, key: UnitKey, second_of: UnitKey | None = None) -> Home:
        """A unit with tenants; its owner lives elsewhere or in his other unit."""
        age = self.chance.choice((FAMILY, YOUNG, YOUNG))
        head = self.head(age)
        home = Home(key, age, [head], second_of=second_of)
        self._around(home, head)
        if second_of is None:
            home.owners.append(self.head(self.chance.choice((MIDDLE, FAMILY))))
        return home

    def _around(self, home: Home, head: Member) -> None:
        couple = {ELDERS: 66, MIDDLE: 88, FAMILY: 92, YOUNG: 52}[home.age]
        spouse = None
        if self._percent(couple):
            spouse = self.person(OTHER[head.gender], head.born + self.chance.randint(-4, 4))
            home.people.append(spouse)
        children = self._children(home.age, couple=spouse is not None)
        born = head.born + self.chance.randint(25, 31)
        for _child in range(children):
            home.people.append(self.child(head, spouse, born))
            born += self.chance.randint(2, 6)

    def _children(self, age: str, *, couple: bool) -> int:
        if age == FAMILY and couple:
            return self.chance.choices((0, 1, 2), (16, 58, 26))[0]
        return int(self._percent({ELDERS: 6, MIDDLE: 36, FAMILY: 40, YOUNG: 5}[age]))

    def child(self, head: Member, spouse: Member | None, born: int) -> Member:
        """A child of the house, with the father's surname as a rule."""
        father = head if head.gender == MALE or spouse is None else spouse
        return self.person(self.chance.choice((FEMALE, MALE)), born, surname_of(father.name))

    def grow(self, home: Home) -> None:
        """One more of the family moves in: a grandparent, or a child who came back."""
        head = home.people[0]
        if home.age in (ELDERS, MIDDLE):
            home.people.append(self.child(head, None, head.born + self.chance.randint(25, 32)))
        else:
            gender = self.chance.choice((FEMALE, FEMALE, MALE))
            parent = self.person(gender, head.born - self.chance.randint(24, 31))
            home.people.append(parent)

    def share_out(self, home: Home, *, alone: bool) -> None:
        """Who owns what of the home; the shares add up to one."""
        if home.second_of is not None:
            return
        holders = home.owners or home.people
        adults = [one for one in holders if self.year - one.born >= 23]
        if alone or len(adults) < 2 or not self._percent(46):
            holders[0].share = WHOLE
        elif len(adults) > 2 and self._percent(12):
            adults[0].share, adults[1].share, adults[2].share = HALF, (1, 4), (1, 4)
        elif self._percent(9):
            adults[0].share, adults[1].share = (7, 10), (3, 10)
        else:
            adults[0].share, adults[1].share = HALF, HALF


def surname_of(name: str) -> str:
    """The surname of a drawn name."""
    from meeting_app.domain.privacy import COMPOUND_SURNAMES

    return name[:2] if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else name[:1]
