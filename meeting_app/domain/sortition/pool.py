"""The people among whom lots are drawn, as a numbered list with a hash."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from meeting_app.domain.refusal import Refusal

Groups = tuple[str, ...]
# What would make the sheet say something else than the list.
FORBIDDEN = frozenset(',"\r\n')


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the list: a number from 1, the name as printed (masked on public papers), and one group
    for each feature.
    """

    number: int
    name: str
    groups: Groups = ()

    @property
    def text(self) -> str:
        """What the ticket is made from: masked names may be equal, so the number belongs to it."""
        return f"{self.number} {self.name}"


def check_pool(pool: Sequence[Entry], features: int) -> None:
    """Refuse a list that cannot be drawn from or written down."""
    if [entry.number for entry in pool] != list(range(1, len(pool) + 1)):
        raise Refusal("draw_numbers")
    for entry in pool:
        if len(entry.groups) != features or not all(entry.groups):
            raise Refusal("draw_group_missing", number=entry.number, name=entry.name)
        if not entry.name or any(FORBIDDEN & set(text) for text in (entry.name, *entry.groups)):
            raise Refusal("draw_name", number=entry.number, name=entry.name)


def pool_sheet(features: Sequence[str], pool: Sequence[Entry]) -> bytes:
    """`pool.csv`: number, name, and a column for each feature; UTF-8, lines end with one line feed."""
    head = ",".join(("number", "name", *features))
    rows = (",".join((str(entry.number), entry.name, *entry.groups)) for entry in pool)
    return "".join(f"{row}\n" for row in (head, *rows)).encode()


def pool_hash(features: Sequence[str], pool: Sequence[Entry]) -> str:
    """The SHA-256 of the sheet, 64 hexadecimal characters."""
    return hashlib.sha256(pool_sheet(features, pool)).hexdigest()


def cells(pool: Sequence[Entry]) -> dict[Groups, int]:
    """How many people each combination of groups has, in a fixed order."""
    return dict(sorted(Counter(entry.groups for entry in pool).items()))


def sizes(pool: Sequence[Entry], feature: int) -> dict[str, int]:
    """How many people each group of one feature has."""
    return dict(sorted(Counter(entry.groups[feature] for entry in pool).items()))
