"""The journal, the images for undo and the change feed, as in revision 0001."""

from meeting_app.storage.migrations.columns import counter, large, number, table, text


def _change() -> None:
    table(
        "change",
        counter("number"),
        text("rows"),
    )


def _journal() -> None:
    table(
        "journal",
        counter("number"),
        large("wall_ms"),
        large("mono_ms"),
        text("boot", 64),
        text("station", 32),
        text("operator", 32),
        text("verb", 64),
        text("arguments"),
        text("meeting_id", 32, null=True, index=True),
        number("undone_by", null=True),
        text("digest", 64),
        text("previous", 64),
        text("hash", 64),
    )


def _undo_image() -> None:
    table(
        "undo_image",
        counter("journal_number"),
        counter("place"),
        text("kind", 32),
        text("row_id", 32, index=True),
        text("operation", 8),
        text("before"),
        number("revision_before"),
        number("revision_after"),
    )


def create() -> None:
    """All tables of this subject, what is referred to first."""
    _change()
    _journal()
    _undo_image()
