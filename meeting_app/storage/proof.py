"""Whether a file's pages are whole. Reading all of them takes time that grows with the file, so it is done
beside what else an opening does (SQLite reads without holding up Python).
"""

import sqlite3
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from threading import Thread

from meeting_app.storage.faults import StorageFault, faults_told


class Proof:
    """Reads every page of a file from now on."""

    def __init__(self, file: Path, patience_s: float) -> None:
        self._verdict: Future[None] = Future()
        Thread(target=self._read, args=(file, patience_s), name="proof", daemon=True).start()

    def _read(self, file: Path, patience_s: float) -> None:
        try:
            with faults_told(), closing(sqlite3.connect(file, timeout=patience_s)) as connection:
                if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                    raise StorageFault("file_damaged", path=str(file))
        except BaseException as error:  # noqa: BLE001  the future carries it to whoever waits
            self._verdict.set_exception(error)
        else:
            self._verdict.set_result(None)

    def wait(self) -> None:
        """Wait for the end. Raises StorageFault `file_damaged`, or what else kept it from reading."""
        self._verdict.result()
