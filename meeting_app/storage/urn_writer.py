"""Inside one transaction of an urn: its tables, its slips, and the codes of its papers.

What is inserted is written again in the order of its keys; a slip is overwritten in its place.
"""

import hashlib
import hmac
import secrets
import sqlite3
from typing import Any, NamedTuple

from meeting_app.domain.codes import ALPHABET
from meeting_app.domain.refusal import Refusal

KEY_BYTES = 16
DIGEST_BYTES = 16
SHORT_LENGTH, LONG_BYTES = 8, 16
BITS_A_CHARACTER = 5
# As long as a digest: spending a slip then overwrites it in its place, and no page shows which was last.
UNSPENT = bytes(DIGEST_BYTES)
_FIND_SLIP = "SELECT digest, request FROM slip WHERE digest = ? OR long = ?"
_MARKED = "SELECT count(*) FROM slip WHERE request = ?"
# No code and no request is such a text, so no digest of one can be one of these marks.
_COUNTED, _REPLACED, _PAPER = "\0counted", "\0replaced", "\0paper "


class SlipCode(NamedTuple):
    """What is printed on a slip: 8 characters to type (40 bits), 128 bits in its code (decisions.md 8)."""

    short: str
    long: str


def new_slip() -> SlipCode:
    """A slip's two codes from chance."""
    short = "".join(secrets.choice(ALPHABET) for _ in range(SHORT_LENGTH))
    return SlipCode(short, secrets.token_hex(LONG_BYTES).upper())


class UrnWriter:
    """What is read and written of an urn within one transaction of its file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        row = connection.execute("SELECT value FROM urn WHERE name = 'key'").fetchone()
        self._key: bytes = row[0]

    def digest(self, text: str) -> bytes:
        """What is kept of a slip's code, a request, a serial."""
        return hmac.new(self._key, text.encode(), hashlib.sha256).digest()[:DIGEST_BYTES]

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        """All rows of a table."""
        return self._connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608

    def rewrite(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """Write a table again in the order of its keys, so that no page shows which row came last."""
        self._connection.execute(f"DELETE FROM {table}")  # noqa: S608
        if not rows:
            return
        marks = ", ".join("?" * len(rows[0]))
        ordered = sorted(rows, key=lambda row: row[0])
        self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", ordered)  # noqa: S608

    def spend(self, code: str, request: str) -> bool:
        """Mark a slip as spent by this request; False when it was spent by the same one. A request without
        a key ("") is never the same as another.
        """
        asked = self.digest(request)
        digest, before = self._slip(code)
        if request and before == asked:
            return False
        if before != UNSPENT:
            raise Refusal("slip_spent")
        self._connection.execute("UPDATE slip SET request = ? WHERE digest = ?", (asked, digest))
        return True

    def _slip(self, code: str) -> tuple[bytes, bytes]:
        """(its digest, by which request it was spent) of a slip by either of its codes."""
        mark = self.digest(code)
        found = self._connection.execute(_FIND_SLIP, (mark, mark)).fetchone()
        if found is None:
            raise Refusal("slip_unknown")
        return found[0], found[1]

    def put(self, channel: str, content: str) -> None:
        """Put a ballot in under a key from chance."""
        ballot = (secrets.token_bytes(KEY_BYTES), channel, content)
        self.rewrite("ballot", [*self.rows("ballot"), ballot])

    # ---- papers with codes ----

    def printed(self) -> int:
        """How many papers carry codes of this urn; 0 = the papers have no codes."""
        row = self._connection.execute("SELECT value FROM urn WHERE name = 'printed'").fetchone()
        return int(row[0]) if row else 0

    def set_printed(self, count: int) -> None:
        """Keep how many papers carry codes."""
        rows = [row for row in self.rows("urn") if row[0] != "printed"]
        self.rewrite("urn", [*rows, ("printed", str(count).encode())])

    def paper_codes(self, count: int) -> list[SlipCode]:
        """The codes of the first `count` papers: they follow from the urn's key and from nothing else."""
        found: dict[str, SlipCode] = {}
        number = 0
        while len(found) < count:
            number += 1
            kept = hmac.digest(self._key, f"{_PAPER}{number}".encode(), "sha256")
            value = int.from_bytes(kept[:SHORT_LENGTH], "big")
            short = "".join(ALPHABET[value >> BITS_A_CHARACTER * at & 31] for at in range(SHORT_LENGTH))
            found.setdefault(short, SlipCode(short, kept[-LONG_BYTES:].hex().upper()))
        return list(found.values())

    def paper_name(self, serial: str) -> str:
        """By what a paper is known: its short code, whichever of the two was typed or scanned, or the
        tellers' own number where papers have no codes. Refuses a code that no paper of this vote has.
        """
        printed = self.printed()
        if not printed:
            return serial
        for code in self.paper_codes(printed):
            if serial in code:
                return code.short
        raise Refusal("paper_unknown", serial=serial)

    def check_open(self, name: str) -> None:
        """Refuse a paper that was counted or replaced, and a code with which somebody voted otherwise."""
        if not self.printed():
            if (self.digest(name),) in self.rows("counted"):
                raise Refusal("paper_counted", serial=name)
            return
        _digest, request = self._slip(name)
        for mark, code in ((_COUNTED, "paper_counted"), (_REPLACED, "paper_replaced")):
            if request == self.digest(mark):
                raise Refusal(code, serial=name)
        if request != UNSPENT:
            raise Refusal("paper_voted_otherwise", serial=name)

    def mark_counted(self, name: str) -> None:
        """The paper is a ballot now."""
        if self.printed():
            self._mark(name, _COUNTED)
        else:
            self.rewrite("counted", [*self.rows("counted"), (self.digest(name),)])

    def mark_replaced(self, name: str) -> None:
        """The paper was spoilt and exchanged."""
        self._mark(name, _REPLACED)

    def _mark(self, name: str, mark: str) -> None:
        digest, _request = self._slip(name)
        self._connection.execute("UPDATE slip SET request = ? WHERE digest = ?", (self.digest(mark), digest))

    def counted_papers(self) -> int:
        """How many papers are ballots now."""
        return len(self.rows("counted")) + self._marked(_COUNTED)

    def replaced_papers(self) -> int:
        """How many papers were spoilt and exchanged."""
        return self._marked(_REPLACED)

    def _marked(self, mark: str) -> int:
        return int(self._connection.execute(_MARKED, (self.digest(mark),)).fetchone()[0])

    def counted_codes(self) -> list[str]:
        """The short codes of the papers that are ballots now."""
        mark = self.digest(_COUNTED)
        counted = {row[0] for row in self.rows("slip") if row[2] == mark}
        return [code.short for code in self.paper_codes(self.printed()) if self.digest(code.short) in counted]
