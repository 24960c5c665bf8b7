"""Papers: objections to what was public, for the report on its end."""

from meeting_app.storage.migrations.columns import day, key, record, text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    record(
        "objection",
        key("paper_id", "paper"),
        day("received_on"),
        text("raised_by", 80),
        text("text"),
        text("answer"),
        day("answered_on", null=True),
    )
