"""The record from which anybody can draw again (resources/retally/README.md)."""

from collections.abc import Sequence

from meeting_app.domain.sortition.lottery import Drawing
from meeting_app.domain.sortition.quotas import Quotas

FORMAT = 1


def draw_record(drawing: Drawing, features: Sequence[str], quotas: Quotas) -> dict[str, object]:
    """`draw.json`; `pool.csv` is `pool.pool_sheet`."""
    return {
        "bundle": FORMAT,
        "draw": drawing.draw,
        "features": list(features),
        "seats": len(drawing.chosen),
        "quotas": [dict(places) for places in quotas],
        "number": drawing.number,
        "pool_sha256": drawing.pool_hash,
        "order": [line.entry.number for line in drawing.tickets],
        "chosen": [entry.number for entry in drawing.chosen],
    }
