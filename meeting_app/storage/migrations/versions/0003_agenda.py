"""Agenda: kinds of meetings, minima, attachments, what becomes of parked matters, and how topics and meetings
are cited.
"""

import sqlalchemy as sa
from alembic import op

from meeting_app.storage.migrations.columns import (
    content,
    filled,
    flag,
    key,
    large,
    number,
    record,
    text,
    widen,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    widen(
        "meeting",
        filled(text("kind_name", 60), ""),
        large("planned_end_ms", null=True),
        filled(text("label", 60), ""),
    )
    widen("topic", filled(text("label", 60), ""))
    _cite("topic", "议")
    _cite("meeting", "会")
    widen(
        "agenda_item",
        filled(number("minimum_ms"), 0),
        filled(flag("protected"), False),
        filled(flag("droppable"), False),
        number("fixed_minute", null=True),
        filled(text("internal_note"), ""),
        text("repeat_of_id", 32, null=True),
    )
    widen(
        "note",
        filled(text("person", 80), ""),
        filled(text("fate", 16), ""),
        filled(text("answer"), ""),
        text("led_to_id", 32, null=True),
    )
    widen("projection", text("attachment_id", 32, null=True))
    record("meeting_kind", text("name", 60), text("body"))
    record("blob", text("digest", 64, index=True), text("media", 40), content("content"))
    record(
        "attachment",
        key("item_id", "agenda_item"),
        number("position"),
        text("kind", 8),
        text("name", 120),
        text("digest", 64),
        number("pages"),
    )
    record("attachment_page", key("attachment_id", "attachment"), number("number"), text("digest", 64))
    record(
        "agenda_change",
        key("meeting_id", "meeting"),
        key("item_id", "agenda_item", null=True),
        text("kind", 16),
        number("by_ms"),
        large("ends_ms"),
        large("at_ms"),
    )


def _cite(table: str, mark: str) -> None:
    """Give each row the number it has been cited by: with the community's short name of now."""
    community = sa.table("community", sa.column("short", sa.String))
    rows = sa.table(table, *(sa.column(name) for name in ("id", "year", "number", "label")))
    connection = op.get_bind()
    short = connection.scalar(sa.select(community.c.short)) or ""
    for row in connection.execute(sa.select(rows.c.id, rows.c.year, rows.c.number)).all():
        label = f"{short}{mark}〔{row.year}〕{row.number}号"
        connection.execute(sa.update(rows).where(rows.c.id == row.id).values(label=label))
