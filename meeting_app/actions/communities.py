"""Opening and making communities: the store, its desk and its records, as windows and commands use them."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import or_, select

from meeting_app.actions.desk import Desk, Seat
from meeting_app.actions.papers import PaperRoom
from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.vote_plan import PollState
from meeting_app.queries.records import Records
from meeting_app.storage import backup
from meeting_app.storage.boot_clock import system_instant
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Poll
from meeting_app.storage.urn import Urn, open_urns, urn_file

STATION_LENGTH = 8


def new_station() -> str:
    """A code for this installation, so that undo knows its own actions."""
    return secrets.token_hex(STATION_LENGTH // 2)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open community. `file` is None when the records are on a server."""

    store: Store
    desk: Desk
    records: Records
    papers: PaperRoom
    file: Path | None

    def prove(self) -> None:
        """Wait until every page of the file was read. Raises StorageFault when it is damaged."""
        self.store.prove()

    def integrity(self) -> str:
        """`ok`, or what the database's own check found."""
        return self.store.integrity()

    def back_up(self, reason: str, folder: Path | None = None) -> Path | None:
        """A backup beside the file or in `folder`; None for records on a server, which has its own."""
        if self.file is None:
            return None
        target = folder or backup.folder_beside(self.file)
        return backup.back_up(self.file, target, reason, self.desk.now().wall_ms)

    def finish(self) -> None:
        """Finish what was ordered; nothing is taken on any more."""
        self.papers.close()
        self.desk.close()

    def close(self) -> None:
        """Finish what was ordered and close."""
        self.finish()
        self.store.close()


def tidy_urns(store: Store) -> tuple[str, ...]:
    """Destroy the urns of votes that are sealed or annulled: the program was killed between the two, or the
    disk did not let it; if it still does not, the next opening tries. Returns the votes.
    """
    waiting = open_urns(store.urns)
    if not waiting or store.urns is None:
        return ()
    with store.read() as session:
        over = session.scalars(
            select(Poll.id).where(
                Poll.id.in_(waiting), or_(Poll.sheet_hash != "", Poll.state == PollState.ANNULLED)
            )
        ).all()
    for poll_id in over:
        with suppress(OSError):
            Urn(urn_file(store.urns, poll_id)).destroy()
    return tuple(over)


def _opened(store: Store, station: str, now: Callable[[], Instant]) -> Opened:
    tidy_urns(store)
    desk = Desk(store, Seat(station or new_station()), now)
    records = Records(store)
    return Opened(store, desk, records, PaperRoom(desk, records), store.file)


def open_community(
    file: Path,
    station: str = "",
    now: Callable[[], Instant] = system_instant,
    *,
    prove_later: bool = False,
) -> Opened:
    """Open a community file. Raises StorageFault with what is wrong; `prove_later` as for Store.open_file."""
    return _opened(Store.open_file(file, now(), prove_later=prove_later), station, now)


def open_server(
    url: str, station: str = "", now: Callable[[], Instant] = system_instant, urns: Path | None = None
) -> Opened:
    """Open records on a database server. `urns` is the folder in which this laptop keeps the ballot boxes of
    the secret votes that it opens (decisions.md 3); without one it can open none.
    """
    return _opened(Store.open_url(url, urns), station, now)


def make_community(file: Path, station: str = "", now: Callable[[], Instant] = system_instant) -> Opened:
    """A new, empty community file. Raises StorageFault when one is there already."""
    return _opened(Store.create_file(file), station, now)


def back_up_file(file: Path, folder: Path | None, now: Callable[[], Instant] = system_instant) -> Path:
    """A backup of a file that may be open elsewhere. Raises Refusal, also when there is no such file."""
    if not file.is_file():
        raise Refusal("file_missing", path=str(file))
    return backup.back_up(file, folder or backup.folder_beside(file), "manual", now().wall_ms)


def copy_community(file: Path, target: Path) -> None:
    """A consistent copy elsewhere, for a file in a place where nothing may be written, or for a rehearsal."""
    backup.copy_to(file, target)
