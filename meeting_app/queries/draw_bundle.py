"""The bundle of a draw: everything by which somebody else can draw again without this program
(resources/retally/README.md). Names as they hung out, masked.
"""

import io
import json
import zipfile

from sqlalchemy.orm import Session

from meeting_app import resources
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.sortition.bundle import draw_record
from meeting_app.domain.sortition.pool import pool_sheet
from meeting_app.queries.draws import draw_view, entry_of, lines_of, whole_drawing

GUIDE, SCRIPT = "README.md", "retally.py"
# The same draw gives the same bytes: no time of packing.
EPOCH = (1980, 1, 1, 0, 0, 0)


def draw_files(session: Session, *, draw_id: str) -> dict[str, bytes]:
    """The files of the bundle by their names. Refuses a draw that was not made yet."""
    view = draw_view(session, draw_id=draw_id)
    drawing = whole_drawing(session, draw_id=draw_id)
    if view is None or drawing is None:
        raise Refusal("draw_not_made")
    features = [code for code, _groups in view.features]
    record = draw_record(drawing, features, view.quotas)
    entries = [entry_of(line) for line in lines_of(session, draw_id)]
    return {
        "draw.json": (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode(),
        "pool.csv": pool_sheet(features, entries),
        GUIDE: resources.path("retally", GUIDE).read_bytes(),
        SCRIPT: resources.path("retally", SCRIPT).read_bytes(),
    }


def draw_bundle(session: Session, *, draw_id: str) -> bytes:
    """The same packed as one file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in draw_files(session, draw_id=draw_id).items():
            bundle.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
