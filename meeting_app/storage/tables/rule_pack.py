"""The community's own rules of decision, copied from a shipped one and changed."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, column


class OwnRule(Record):
    """`body` is the pack as JSON (domain.rules.frozen), `based_on` the id of the pack it was copied from.

    A vote freezes its own copy, so changing a rule never changes a result.
    """

    __tablename__ = "rule_pack"

    name: Mapped[str] = column(String(40))
    based_on: Mapped[str] = column(String(40))
    body: Mapped[str] = column(Text)
