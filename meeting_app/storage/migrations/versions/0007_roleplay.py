"""Role-play: scenarios, casts, plays."""

from meeting_app.storage.migrations.tables_0007 import plays, scenarios

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    scenarios.create()
    plays.create()
