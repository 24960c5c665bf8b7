"""Bundles of counts, and the script that counts them again."""

import importlib.util
import json
from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import Any

from meeting_app import resources
from meeting_app.domain.tally import bundle, lot
from meeting_app.domain.tally.count import Count, Lot, Marks, Setup
from meeting_app.domain.tally.methods import METHODS

Files = dict[str, bytes]
POLL = "0198f0a2-poll"
NUMBER = "40718"


@cache
def script() -> ModuleType:
    """The script, loaded from its file as a stranger would run it."""
    spec = importlib.util.spec_from_file_location("retally", resources.path("retally", "retally.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def names(options: int) -> list[str]:
    """Texts of options."""
    return [f"方案{number}" for number in range(1, options + 1)]


def packed(
    code: str, setup: Setup, ballots: Sequence[Marks], count: Count, drawn: Lot | None = None
) -> Files:
    """The files of a bundle."""
    sheet = bundle.ballots_sheet(setup.options, ballots)
    digest = bundle.ballots_hash(sheet)
    records: dict[str, Mapping[str, object]] = {
        "rule.json": bundle.rule_record(POLL, code, names(setup.options), setup),
        "counts.json": bundle.counts_record(count, digest, setup.unread),
    }
    if drawn is not None:
        records["lot.json"] = bundle.lot_record(NUMBER, digest, drawn)
    written = {name: json.dumps(record, ensure_ascii=False).encode() for name, record in records.items()}
    return {"ballots.csv": sheet, **written}


def counted(code: str, setup: Setup, ballots: Sequence[Marks], *, with_lot: bool = False) -> Files:
    """Count by the product and pack the result."""
    drawn = None
    if with_lot:
        digest = bundle.ballots_hash(bundle.ballots_sheet(setup.options, ballots))
        drawn = lot.draw(POLL, digest, NUMBER, names(setup.options))
    return packed(code, setup, ballots, METHODS[code].count(ballots, setup, drawn), drawn)


def faults(files: Files) -> Any:
    """Where the script comes to another result."""
    _lines, found = script().recount(files)
    return found
