"""Votes: methods and options, voting rights, ballots of open votes, hands counted beside them."""

from meeting_app.storage.migrations.columns import (
    content,
    filled,
    flag,
    key,
    large,
    number,
    record,
    text,
    widen,
)
from meeting_app.storage.migrations.tables_0005 import draw, rule_pack

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    _widen_poll()
    rule_pack.create()
    draw.create()
    record("poll_option", key("poll_id", "poll"), number("position"), text("text", 200), large("cost_fen"))
    record(
        "poll_right",
        key("poll_id", "poll"),
        number("position"),
        key("holder_id", "person", null=True),
        key("exerciser_id", "person", null=True),
        text("units"),
        large("area_c"),
        flag("present"),
        flag("represented"),
        flag("handed"),
    )
    record(
        "ballot",
        key("poll_id", "poll"),
        key("right_id", "poll_right"),
        text("channel", 16),
        text("marks"),
        text("request", 64),
        large("cast_ms"),
    )
    record(
        "rest_count",
        key("poll_id", "poll"),
        number("mark"),
        number("position"),
        number("first", null=True),
        number("second", null=True),
    )


def _widen_poll() -> None:
    widen(
        "poll",
        filled(text("form", 16), "hands"),
        filled(text("question", 16), "agree"),
        filled(text("method", 24), "yes_no"),
        filled(text("setup"), "{}"),
        filled(text("channels", 80), "hands"),
        filled(flag("secret"), False),
        filled(number("issued"), 0),
        filled(number("replaced"), 0),
        filled(number("not_returned"), 0),
        filled(number("represented"), 0),
        filled(number("unread"), 0),
        filled(text("declared", 16), ""),
        filled(text("by_channel"), "{}"),
        large("announced_ms", null=True),
        large("counted_ms", null=True),
        content("sheet"),
        filled(text("sheet_hash", 64), ""),
        filled(text("count"), ""),
        filled(text("lot_number", 40), ""),
        filled(text("lot_by", 80), ""),
        filled(text("urn_at", 80), ""),
        filled(text("paper_codes"), ""),
        filled(text("scope"), ""),
    )
