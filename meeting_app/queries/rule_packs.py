"""The rule packs: those that the product ships, those that the community made, and which one holds when.

Shipped packs are files under `resources/rules`, read once. A meeting keeps a pack's code; which
version of it applies is decided by the meeting's day.
"""

from datetime import date
from functools import cache
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app import resources
from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.rules.in_force import pack_on
from meeting_app.domain.rules.pack import RulePack
from meeting_app.queries.basics import once
from meeting_app.storage.tables import OwnRule

OWN_PREFIX = "own_"


@cache
def _shipped_files() -> dict[str, tuple[Path, ...]]:
    """The files of each family; a file is named by the family's code and its version."""
    found: dict[str, tuple[Path, ...]] = {}
    for file in sorted(resources.path("rules").glob("*.yaml")):
        code = file.stem.rpartition("_")[0]
        found[code] = (*found.get(code, ()), file)
    return found


@cache
def shipped_family(code: str) -> tuple[RulePack, ...]:
    """The versions of one shipped rule; only its files are read. Raises YamlError when one was damaged."""
    from meeting_app.queries.rule_file import read_pack  # its library is not needed to start the program

    return tuple(read_pack(file) for file in _shipped_files().get(code, ()))


def shipped_packs() -> tuple[RulePack, ...]:
    """The packs of the product in the order of their files."""
    return tuple(pack for code in _shipped_files() for pack in shipped_family(code))


def own_code(own_id: str) -> str:
    """The code of an own rule, as meetings keep it."""
    return OWN_PREFIX + own_id


def own_id(code: str) -> str:
    """The identity of the row behind an own rule's code."""
    return code.removeprefix(OWN_PREFIX)


def own_packs(session: Session) -> tuple[RulePack, ...]:
    """The community's own packs by name."""

    def ask() -> tuple[RulePack, ...]:
        rows = session.scalars(select(OwnRule).order_by(OwnRule.name, OwnRule.id))
        return tuple(pack_from_json(row.body) for row in rows)

    return once(session, "own_rules", ask)


def all_packs(session: Session) -> tuple[RulePack, ...]:
    """Shipped packs, then the community's."""
    return shipped_packs() + own_packs(session)


def shipped_codes() -> tuple[str, ...]:
    """The families of the shipped packs."""
    return tuple(_shipped_files())


def rule_codes(session: Session) -> tuple[str, ...]:
    """The codes that a kind of meeting can name as its rule."""
    return shipped_codes() + tuple(pack.code for pack in own_packs(session))


def pack_for(session: Session, code: str, day: date) -> RulePack:
    """The version of a rule on a day. Refuses as `domain.rules.in_force.pack_on` does, with the dates."""
    own = code.startswith(OWN_PREFIX)
    return pack_on(own_packs(session) if own else shipped_family(code), code, day)
