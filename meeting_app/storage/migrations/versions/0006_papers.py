"""Papers: where public ones were put up, and objections to them, for the report on the end of a notice."""

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
    record(
        "posting",
        key("paper_id", "paper"),
        text("place", 80),
        day("posted_on"),
        day("removed_on", null=True),
        text("note", 200),
        text("photo", 64),
    )
