"""The first tables."""

from meeting_app.storage.migrations.tables_0001 import journal, meeting, outcome, people, topic

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From nothing to the first tables; each subject refers only to those before it."""
    for subject in (people, topic, meeting, outcome, journal):
        subject.create()
