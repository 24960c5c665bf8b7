"""All filed papers as files in a folder, named so that people and Windows can read the names."""

from pathlib import Path
from typing import Final

from meeting_app.queries.paper_list import PaperRow, paper_bytes, paper_list
from meeting_app.queries.records import Records

_UNSAFE: Final = '\\/:*?"<>|'
_LONGEST: Final = 120
# Names that Windows keeps for devices, whatever follows the first dot.
_DEVICES: Final = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{kind}{number}" for kind in ("COM", "LPT") for number in range(1, 10)))
)


def readable_name(*parts: str) -> str:
    """A file name that Windows accepts: without forbidden signs and device names, at most 120 characters."""
    text = " ".join(part for part in parts if part)
    kept = "".join("-" if c in _UNSAFE or not c.isprintable() else c for c in text).strip(" .")
    kept = kept[:_LONGEST].rstrip(" .") or "-"
    return f"-{kept}" if kept.split(".")[0].strip().upper() in _DEVICES else kept


def file_name(row: PaperRow) -> str:
    """The name of a paper's PDF: number and title."""
    return f"{readable_name(row.number_label, row.title)}.pdf"


def write_folder(records: Records, folder: Path) -> int:
    """Write every filed paper into the folder, which is made if it is missing; answers how many. Raises
    OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = records.ask(paper_list)
    for row in rows:
        body = records.ask(paper_bytes, paper_id=row.id)
        if body:
            (folder / file_name(row)).write_bytes(body)
    return len(rows)
