"""Topics, their plans, who supports them, as in revision 0001."""

from meeting_app.storage.migrations.columns import day, flag, key, large, number, record, text


def _topic() -> None:
    record(
        "topic",
        number("year"),
        number("number"),
        text("title", 120),
        text("summary"),
        text("category", 24),
        text("contact_point", 80),
        text("stage", 16, index=True),
        day("raised_on"),
        day("closed_on", null=True),
        key("proposer_id", "person", null=True),
        key("body_id", "body", null=True),
    )


def _plan() -> None:
    record(
        "plan",
        key("topic_id", "topic"),
        number("position"),
        text("title", 120),
        text("text"),
        large("cost_fen"),
        flag("put_to_vote"),
    )


def _support() -> None:
    record(
        "support",
        key("topic_id", "topic"),
        key("person_id", "person"),
        day("since"),
    )


def _topic_stage() -> None:
    record(
        "topic_stage",
        key("topic_id", "topic"),
        text("stage", 16),
        day("entered_on", null=True),
        day("left_on", null=True),
        day("due_on", null=True),
        text("note"),
        text("skipped_reason"),
    )


def _plan_share() -> None:
    record(
        "plan_share",
        key("plan_id", "plan"),
        number("position"),
        text("payer", 80),
        number("count"),
        large("amount_fen"),
    )


def create() -> None:
    """All tables of this subject, what is referred to first."""
    _topic()
    _plan()
    _support()
    _topic_stage()
    _plan_share()
