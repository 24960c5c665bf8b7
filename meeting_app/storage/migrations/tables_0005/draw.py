"""Drawing people by lot: the draw and the numbered list that it is made from."""

from meeting_app.storage.migrations.columns import key, large, number, record, text


def create() -> None:
    """Make the tables."""
    record(
        "people_draw",
        key("meeting_id", "meeting", null=True),
        text("title", 120),
        text("among", 24),
        text("features", 80),
        number("seats"),
        text("places"),
        text("pool_hash", 64),
        text("number", 40),
        text("drawn_by", 80),
        large("listed_ms"),
    )
    record(
        "drawn_person",
        key("draw_id", "people_draw"),
        key("person_id", "person"),
        number("number"),
        text("name", 80),
        text("groups", 160),
        number("place"),
        text("fate", 16),
    )
