"""A meeting as it is planned and as it runs, as in revision 0001."""

from meeting_app.storage.migrations.columns import clock, day, flag, key, large, number, record, text


def _meeting() -> None:
    record(
        "meeting",
        text("kind", 40),
        number("year"),
        number("number"),
        text("title", 120),
        text("place", 120),
        large("starts_ms", index=True),
        text("state", 16, index=True),
        text("rule", 40, null=True),
        number("notice_days"),
        day("posted_on", null=True),
        key("topic_id", "topic", null=True),
        key("chair_id", "person", null=True),
        key("recorder_id", "person", null=True),
        key("teller1_id", "person", null=True),
        key("teller2_id", "person", null=True),
        large("check_in_ms", null=True),
        large("opened_ms", null=True),
        large("closed_ms", null=True),
        text("opened_short"),
        text("current_item_id", 32, null=True),
    )


def _agenda_item() -> None:
    record(
        "agenda_item",
        key("meeting_id", "meeting"),
        number("position"),
        text("kind", 16),
        text("title", 120),
        text("text"),
        text("presenter", 80),
        number("planned_ms"),
        text("state", 16),
        number("speech_limit_ms"),
        large("began_ms", null=True),
        large("ended_ms", null=True),
        key("topic_id", "topic", null=True),
        *clock(),
    )


def _invitee() -> None:
    record(
        "invitee",
        key("meeting_id", "meeting"),
        key("person_id", "person"),
        text("capacity", 24),
        flag("votes"),
        text("excused", 120),
    )


def _projection() -> None:
    record(
        "projection",
        key("meeting_id", "meeting", unique=True),
        text("mode", 16),
        text("pinned", 16),
        number("page"),
        text("banner", 80),
        large("banner_until_ms", null=True),
    )


def _seat_row() -> None:
    record(
        "seat_row",
        key("meeting_id", "meeting"),
        number("position"),
        text("label", 40),
        number("votes"),
    )


def _stay() -> None:
    record(
        "stay",
        key("meeting_id", "meeting"),
        key("person_id", "person"),
        large("came_ms"),
        large("left_ms", null=True),
        text("means", 16),
    )


def _motion() -> None:
    record(
        "motion",
        key("item_id", "agenda_item"),
        text("title", 120),
        text("text"),
        key("plan_id", "plan", null=True),
    )


def _note() -> None:
    record(
        "note",
        key("meeting_id", "meeting"),
        key("item_id", "agenda_item", null=True),
        text("kind", 16),
        text("text"),
        large("at_ms"),
    )


def _speech() -> None:
    record(
        "speech",
        key("meeting_id", "meeting"),
        key("item_id", "agenda_item"),
        key("person_id", "person"),
        text("state", 16, index=True),
        number("asked"),
        large("asked_ms"),
        large("began_ms", null=True),
        large("ended_ms", null=True),
        text("gist"),
        *clock(),
    )


def create() -> None:
    """All tables of this subject, what is referred to first."""
    _meeting()
    _agenda_item()
    _invitee()
    _projection()
    _seat_row()
    _stay()
    _motion()
    _note()
    _speech()
