"""Who acts for whom in a meeting (Civil Code art. 165: in writing, with name, matter, powers and term)."""

from sqlalchemy import BigInteger, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, column, reference


class Proxy(Record):
    """`holder` acts for `principal` from `given_ms` until before `withdrawn_ms` (UTC ms, None = still).

    `items` are ids of agenda items between commas, "" for the whole meeting; `limits` what the holder is
    bound to; `document` which written paper was seen.
    """

    __tablename__ = "proxy"

    meeting_id: Mapped[str] = reference("meeting")
    principal_id: Mapped[str] = reference("person")
    holder_id: Mapped[str] = reference("person")
    items: Mapped[str] = column(Text, default="")
    limits: Mapped[str] = column(String(200), default="")
    document: Mapped[str] = column(String(120), default="")
    given_ms: Mapped[int] = column(BigInteger)
    withdrawn_ms: Mapped[int | None] = column(BigInteger)
