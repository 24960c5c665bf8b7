"""The community's own rules of decision."""

from meeting_app.storage.migrations.columns import record, text


def create() -> None:
    """Make the table."""
    record("rule_pack", text("name", 40), text("based_on", 40), text("body"))
