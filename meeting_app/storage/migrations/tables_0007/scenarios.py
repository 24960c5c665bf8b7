"""The scenarios that a community keeps."""

from meeting_app.storage.migrations.columns import key, large, record, text


def create() -> None:
    """Make the tables."""
    record(
        "scenario",
        text("title", 120),
        text("code", 64),
        text("category", 40),
        text("origin", 16),
        text("state", 16),
        text("digest", 64),
        text("text"),
        text("draft"),
        large("changed_ms"),
    )
    record(
        "scenario_picture",
        key("scenario_id", "scenario"),
        text("name", 80),
        text("media", 40),
        text("digest", 64),
    )
