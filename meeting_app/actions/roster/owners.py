"""Several people in one cell: 何㛃、江桂兰; 张三（1/2）/李四（1/2）; with shares and telephones beside."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from meeting_app.actions.roster import cells
from meeting_app.actions.roster.cells import Unclear, plain
from meeting_app.domain.privacy import COMPOUND_SURNAMES

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a cell, with what stood in brackets behind it."""

    name: str
    share: tuple[int, int] | None = None
    relation: str = ""
    aside: str = ""


def named(text: str) -> list[Named]:
    """Everybody whom the cell names. Raises Unclear when a part is no name."""
    return [one for part in cells.parts_of(text, "between_names") for one in map(_one, _by_blanks(part))]


def _by_blanks(part: str) -> list[str]:
    """张三 李四 are two people; 张 三 and 欧阳 震华 are one each; other letters keep their blanks."""
    words = part.split()
    several = len(words) > 1 and not part.isascii() and all(len(word) > 1 for word in words)
    if several and not (len(words) == 2 and words[0] in COMPOUND_SURNAMES):
        return words if all(word[0] != "(" for word in words) else [part]
    return [part]


def _one(text: str) -> Named:
    bracket = cells.form("in_brackets").search(text)
    said = plain(bracket[1]) if bracket else ""
    name = cells.name_of(cells.form("in_brackets").sub("", text))
    if name is None:
        raise Unclear("name_unclear", name=text[:40])
    share = _if_clear(cells.share_of, said)
    relation = _if_clear(cells.relation_of, said) or ""
    return Named(name, share, relation, "" if share or relation else said[:40])


def _if_clear(reader: Callable[[str], T | None], text: str) -> T | None:
    try:
        return reader(text)
    except Unclear:
        return None


def shared_out(text: str, count: int, marks: str) -> list[str]:
    """A cell of shares or telephones for so many people: one each when there are as many, else all is said of
    the first.
    """
    parts = cells.parts_of(text, marks)
    if count > 1 and len(parts) == count:
        return parts
    return [text] + [""] * (count - 1)
