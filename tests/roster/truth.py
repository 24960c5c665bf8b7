"""The rosters with the truth beside them, read as an import reads them."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from meeting_app.actions.roster_file import PreviewRow, RosterPreview, read_roster

FOLDER = Path(__file__).parents[1] / "data" / "rosters"
TODAY = date(2026, 11, 21)
UnitKey = tuple[str, int, str]


@dataclass(frozen=True)
class Truth:
    """What a file means: units by place, and the rows that have to be asked about or refused."""

    units: dict[UnitKey, dict[str, Any]]
    asked: set[int]


def truth(name: str) -> Truth:
    """The truth of a file."""
    said = json.loads((FOLDER / f"{name}.truth.json").read_text("utf-8"))
    units = {(f"{unit['building']}号楼", unit["unit"], unit["room"]): unit for unit in said["units"]}
    return Truth(units, {row["row"] for row in said["ask_or_refuse"]})


def read(name: str) -> RosterPreview:
    """The file against an empty roster."""
    return read_roster(FOLDER / name, (), today=TODAY)


def of_unit(preview: RosterPreview, key: UnitKey, relation: str = "owner") -> list[PreviewRow]:
    """The people of a unit in a relation to it, without what is refused."""
    return [
        row
        for row in preview.rows
        if (row.building, row.stairway, row.room) == key
        and row.state not in ("error", "left")
        and (row.relation == relation or not row.name)
    ]
