"""People: groups, proxies, walk-ins, units that are no homes, and names that are read in several ways."""

import sqlalchemy as sa
from alembic import op

from meeting_app.storage.migrations.columns import filled, flag, key, large, number, record, text, widen
from meeting_app.storage.readings import initials_of, pinyin_of, readings_of

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    widen("unit", filled(text("purpose", 16), "home"), text("voter_id", 32, null=True))
    widen("person", filled(text("readings", 400), ""))
    widen("invitee", filled(text("claim", 80), ""), large("recognised_ms", null=True))
    record("resident_group", number("number"), text("name", 40), flag("retired"))
    record(
        "proxy",
        key("meeting_id", "meeting"),
        key("principal_id", "person"),
        key("holder_id", "person"),
        text("items"),
        text("limits", 200),
        text("document", 120),
        large("given_ms"),
        large("withdrawn_ms", null=True),
    )
    _read_names()


def _read_names() -> None:
    """Who was on the roster before is found like everybody else."""
    person = sa.table(
        "person", sa.column("id"), sa.column("name"), sa.column("initials"), sa.column("pinyin"),
        sa.column("readings"),
    )  # fmt: skip
    connection = op.get_bind()
    for row in connection.execute(sa.select(person.c.id, person.c.name)).all():
        read = {
            "initials": initials_of(row.name),
            "pinyin": pinyin_of(row.name),
            "readings": readings_of(row.name),
        }
        connection.execute(person.update().where(person.c.id == row.id).values(**read))
