"""What a meeting comes to, as in revision 0001."""

from meeting_app.storage.migrations.columns import content, day, flag, key, large, number, record, text


def _paper() -> None:
    record(
        "paper",
        text("kind", 24, index=True),
        key("meeting_id", "meeting", null=True),
        key("topic_id", "topic", null=True),
        number("year"),
        number("number"),
        text("title", 200),
        flag("public"),
        text("check_code", 16, index=True),
        text("content_digest", 64),
        text("sha256", 64),
        number("pages"),
        content("body"),
        text("state", 16),
        large("filed_ms", null=True),
        day("dated"),
        day("public_from", null=True),
        day("public_to", null=True),
        text("supersedes", 32, null=True),
    )


def _task() -> None:
    record(
        "task",
        key("meeting_id", "meeting", null=True),
        key("item_id", "agenda_item", null=True),
        key("topic_id", "topic", null=True),
        key("body_id", "body", null=True),
        text("text"),
        text("assignee", 80),
        text("supervisor", 80),
        day("due_on", null=True),
        text("state", 16, index=True),
        day("done_on", null=True),
        large("created_ms"),
    )


def _poll() -> None:
    record(
        "poll",
        key("meeting_id", "meeting"),
        key("item_id", "agenda_item"),
        key("motion_id", "motion"),
        number("round"),
        text("state", 16),
        text("rule"),
        number("tellers"),
        text("choice", 8),
        number("eligible"),
        number("present"),
        large("opened_ms"),
        large("closed_ms", null=True),
        large("published_ms", null=True),
        number("votes_for", null=True),
        number("against", null=True),
        number("abstain", null=True),
        text("verdict", 16, null=True),
        text("reason"),
    )


def _decision() -> None:
    record(
        "decision",
        key("meeting_id", "meeting"),
        key("item_id", "agenda_item", null=True),
        key("poll_id", "poll", null=True),
        text("text"),
        large("decided_ms"),
    )


def _hand_report() -> None:
    record(
        "hand_report",
        key("poll_id", "poll"),
        number("position"),
        text("label", 40),
        number("votes"),
        text("choice", 8),
        number("first", null=True),
        number("second", null=True),
    )


def create() -> None:
    """All tables of this subject, what is referred to first."""
    _paper()
    _task()
    _poll()
    _decision()
    _hand_report()
