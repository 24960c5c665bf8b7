"""The floor: classes of speeches, orders, budgets of time."""

from meeting_app.storage.migrations.columns import clock, filled, flag, key, number, record, text, widen

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Classes of speeches; the rules of a meeting's floor; modes, budgets and small tables of an item."""
    widen(
        "speech",
        filled(text("kind", 12), "speech"),
        filled(text("category", 16), ""),
        filled(text("side", 8), ""),
        number("hand", null=True),
        filled(flag("moved"), value=False),
        text("held_id", 32, null=True),
        filled(flag("held_ran"), value=False),
        filled(text("label", 40), ""),
    )
    record(
        "floor_rule",
        key("meeting_id", "meeting", unique=True),
        text("order", 12),
        *(number(name) for name in ("most_turns", "order_ms", "question_ms", "reply_ms")),
    )
    record(
        "floor_plan",
        key("meeting_id", "meeting"),
        key("item_id", "agenda_item", unique=True),
        text("mode", 12),
        number("turn_ms"),
        flag("closed"),
        number("budget_ms"),
        text("budget_by", 12),
        *clock(),
    )
    record(
        "floor_seat",
        key("meeting_id", "meeting"),
        key("item_id", "agenda_item"),
        key("person_id", "person"),
        number("number"),
        flag("reporter"),
    )
