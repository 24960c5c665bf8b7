"""Papers: where public ones were put up, objections to them, and the draw that a paper is the record of."""

from meeting_app.storage.migrations.columns import day, key, record, text, widen

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    widen("paper", text("draw_id", 32, null=True))
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
