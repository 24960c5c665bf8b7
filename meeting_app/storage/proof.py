"""Whether a file's pages are whole. Reading all of them takes time that grows with the file, so it is done
beside what else an opening does (SQLite reads without holding up Python).
"""

import sqlite3
from concurrent.futures import Future, wait
from contextlib import closing
from pathlib import Path
from threading import Thread

from meeting_app.storage.engines import file_uri
from meeting_app.storage.faults import StorageFault, faults_told


class Proof:
    """Reads every page of a file from now on."""

    def __init__(self, file: Path, patience_s: float) -> None:
        self._verdict: Future[None] = Future()
        Thread(target=self._read, args=(file, patience_s), name="proof", daemon=True).start()

    def _read(self, file: Path, patience_s: float) -> None:
        try:
            # "rw": a file that was taken away meanwhile must not come back as an empty one
            address = file_uri(file, "mode=rw")
            with faults_told(), closing(sqlite3.connect(address, patience_s, uri=True)) as connection:
                if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                    raise StorageFault("file_damaged", path=str(file))
        except BaseException as error:  # noqa: BLE001  the future carries it to whoever waits
            self._verdict.set_exception(error)
        else:
            self._verdict.set_result(None)

    def wait(self) -> None:
        """Wait for the end. Raises StorageFault `file_damaged`, or what else kept it from reading."""
        self._verdict.result()

    def __enter__(self) -> "Proof":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        """After a failure wait until nothing reads the file any more: it may be removed then."""
        if kind is not None:
            wait([self._verdict])
