"""Groups of residents for statistics and notices: by age, by home, and those that people are put into.

What follows from the records is never typed: the old (60 and more, 老年人权益保障法 art. 2), the young (14 to
28), children, tenants. The others are given to a person by hand; a community adds its own (codes g1, g2 ...).
"""

from collections.abc import Iterable

CHILD, YOUTH, OLD = 14, 28, 60
GIVEN = ("parent", "new_resident", "party_member", "volunteer", "disabled")
FOLLOWING = ("child", "youth", "elderly", "tenant")
OWN_PREFIX = "g"
# What the law protects above all (个人信息保护法 art. 28): never shown to a hall, not even as a number.
SENSITIVE = frozenset({"disabled"})


def following(birth_year: int | None, year: int, *, tenant: bool) -> tuple[str, ...]:
    """The groups that follow from the year of birth (in the year asked about) and from being a tenant."""
    found = []
    if birth_year is not None:
        age = year - birth_year
        bands = (("child", age < CHILD), ("youth", CHILD <= age <= YOUTH), ("elderly", age >= OLD))
        found = [code for code, holds in bands if holds]
    return (*found, *(("tenant",) if tenant else ()))


def all_groups(kept: Iterable[str], derived: Iterable[str]) -> tuple[str, ...]:
    """Those given by hand and those that follow; an old record may hold some of the latter too."""
    given = [code for code in kept if code not in FOLLOWING]
    return tuple(dict.fromkeys((*derived, *given)))
