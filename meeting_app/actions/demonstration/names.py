"""Names as people of each age bear them; surnames by how often they are met."""

from dataclasses import dataclass
from random import Random

from meeting_app.actions.demonstration.ground import Text, texts
from meeting_app.domain.surname import surname_readings

TWO_CHARACTERS = {1949: 78, 1959: 85, 1969: 72, 1979: 66, 1989: 62, 1999: 74, 2009: 88, 2100: 92}


@dataclass(frozen=True, slots=True)
class Given:
    """A person whose name, gender and year of birth are given by the texts."""

    name: str
    gender: str
    born: int


class Names:
    """Draws names; the same stream of chance gives the same names."""

    def __init__(self, chance: Random) -> None:
        found = texts("names")
        pairs = [(word.rstrip("0123456789"), word) for word in found["surnames"].split()]
        self._surnames = [surname for surname, _word in pairs]
        self._weights = [int(word[len(surname) :]) for surname, word in pairs]
        self._eras: list[Text] = found["era"]
        self._chance = chance

    def surname(self) -> str:
        """A surname, the frequent ones more often."""
        return str(self._chance.choices(self._surnames, self._weights)[0])

    def given(self, gender: str, born: int) -> str:
        """A given name of the person's time."""
        era = next(era for era in self._eras if born <= era["until"])
        signs = era[gender]
        if self._chance.randrange(100) >= TWO_CHARACTERS[era["until"]]:
            return str(self._chance.choice(signs["single"]))
        first = self._chance.choice(signs["first"])
        rest = [sign for sign in signs["second"] if sign != first]
        return str(first + self._chance.choice(rest))


def spoken(name: str) -> list[str]:
    """The syllables of a name of the demonstration. Kept as data: loading the dictionary of all characters
    takes as long as everything else here together.
    """
    table: dict[str, str] = texts("pinyin")["syllables"]
    surname, readings = surname_readings(name)
    if len(surname) == 1:
        return [readings[0], *(table[sign] for sign in name[1:] if sign.isalpha())]
    if name[:2] in table:
        return [*table[name[:2]].split(), *(table[sign] for sign in name[2:])]
    return [table[sign] for sign in name if sign.isalpha()]


GENDERS = {"f": "female", "m": "male"}


def rare_people() -> list[Given]:
    """The people with names that printers and old systems stumble over."""
    parts = [line.split() for line in texts("names")["rare"]["names"]]
    return [Given(name, GENDERS[gender], int(born)) for name, gender, born in parts]
