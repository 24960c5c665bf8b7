"""Drawing people by lot: a frozen list, the places of the groups, and what became of everybody."""

from sqlalchemy import BigInteger, Integer, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, column, reference


class PeopleDraw(Record):
    """One draw. `features` are codes between commas; `places` is JSON, for each feature the places of its
    groups; `number` is empty until a resident rolled it, and `drawn_by` says who that was.
    """

    __tablename__ = "people_draw"

    meeting_id: Mapped[str | None] = reference("meeting")
    title: Mapped[str] = column(String(120))
    among: Mapped[str] = column(String(24))
    features: Mapped[str] = column(String(80))
    seats: Mapped[int] = column(Integer)
    places: Mapped[str] = column(Text)
    pool_hash: Mapped[str] = column(String(64))
    number: Mapped[str] = column(String(40), default="")
    drawn_by: Mapped[str] = column(String(80), default="")
    listed_ms: Mapped[int] = column(BigInteger)


class DrawnPerson(Record):
    """A line of the frozen list: its number, the name as it was hung out (masked), a group for each feature
    between commas. After the draw: `place` in the order of the tickets (from 1; 0 before), `fate` what became
    of it.
    """

    __tablename__ = "drawn_person"

    draw_id: Mapped[str] = reference("people_draw")
    person_id: Mapped[str] = reference("person")
    number: Mapped[int] = column(Integer)
    name: Mapped[str] = column(String(80))
    groups: Mapped[str] = column(String(160))
    place: Mapped[int] = column(Integer, default=0)
    fate: Mapped[str] = column(String(16), default="")
