"""All filed papers as files in a folder, named so that people and Windows can read the names."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.documents.whole_file import write_whole
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.paper_list import PaperRow, paper_bytes, paper_list, successors
from meeting_app.queries.records import Records
from meeting_app.storage.tables import Paper

_UNSAFE: Final = '\\/:*?"<>|'
_LONGEST: Final = 120
# Of the 255 bytes that a name may have on Linux and on most sticks; a Chinese character has three. The rest
# is for page numbers and endings.
_MOST_BYTES: Final = 230
REGISTER: Final = "register.json"
# Names that Windows keeps for devices, whatever follows the first dot.
_PORTS: Final = tuple(f"{kind}{number}" for kind in ("COM", "LPT") for number in "123456789¹²³")
_DEVICES: Final = frozenset(("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *_PORTS))


def readable_name(*parts: str) -> str:
    """A file name that Windows and Linux accept: without forbidden signs and device names, no longer than
    either takes.
    """
    text = " ".join(part for part in parts if part)
    kept = "".join("-" if c in _UNSAFE or not c.isprintable() else c for c in text).strip(" .")
    kept = kept[:_LONGEST].encode()[:_MOST_BYTES].decode("utf-8", "ignore").rstrip(" .") or "-"
    return f"-{kept}" if kept.split(".")[0].strip().upper() in _DEVICES else kept


def paper_name(row: PaperRow) -> str:
    """The name of a paper's file without its ending: number and title."""
    return readable_name(row.number_label, row.title)


def write_folder(
    records: Records, folder: Path, meeting_id: str | None = None, topic_id: str | None = None
) -> int:
    """Write every filed paper of the community, a meeting or a topic into the folder, which is made if it is
    missing, and the register beside them; answers how many papers. Papers of a play that are kept nowhere are
    in the register only. Raises OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for row in records.ask(paper_list, meeting_id=meeting_id, topic_id=topic_id, most=None):
        body = records.ask(paper_bytes, paper_id=row.id)
        if body:
            write_whole(folder / f"{paper_name(row)}.pdf", body)
            written += 1
    write_register(records, folder)
    return written


@dataclass(frozen=True, slots=True)
class Registered:
    """What an exported register says of a paper: enough to hold a file against, nothing of its content.
    `replaced_by` and `replaced_on` are number and date of the one in force in its place, "" without one.
    """

    number: str
    title: str
    dated: str
    state: str
    code: str
    content_digest: str
    sha256: str
    replaced_by: str = ""
    replaced_on: str = ""


def write_register(records: Records, folder: Path) -> Path:
    """Write the register of all filed papers beside them, so that anyone can check a file without the
    community's records.
    """
    file = folder / REGISTER
    entries = [asdict(one) for one in records.ask(_entries)]
    write_whole(file, json.dumps(entries, ensure_ascii=False, indent=1).encode())
    return file


def read_register(file: Path) -> tuple[Registered, ...]:
    """The entries of a register; refuses with `not_a_register` what is none. Raises OSError like a reader."""
    try:
        return tuple(Registered(**entry) for entry in json.loads(file.read_text("utf-8")))
    except (ValueError, TypeError) as error:
        raise Refusal("not_a_register", file=file.name) from error


def _entries(session: Session) -> tuple[Registered, ...]:
    rows = session.scalars(select(Paper).where(Paper.state != "reserved").order_by(Paper.filed_ms, Paper.id))
    after = successors(session)
    return tuple(_entry(row, after.get(row.id) if row.state == "superseded" else None) for row in rows)


def _entry(row: Paper, after: Paper | None) -> Registered:
    replaced = (after.label, after.dated.isoformat()) if after is not None else ("", "")
    return Registered(
        row.label, row.title, row.dated.isoformat(), row.state, row.check_code, row.content_digest,
        row.sha256, *replaced,
    )  # fmt: skip
