"""Plays, their casts and what happened in them."""

from meeting_app.storage.migrations.columns import clock, flag, key, large, number, record, text


def create() -> None:
    """Make the tables."""
    record(
        "play",
        key("meeting_id", "meeting", null=True),
        key("item_id", "agenda_item", null=True),
        text("scenario_id", 32, null=True),
        text("title", 120),
        text("digest", 64),
        text("text"),
        number("minutes"),
        text("mode", 16),
        large("seed"),
        text("state", 16, index=True),
        flag("proven"),
        number("at"),
        text("skipped"),
        text("codes"),
        number("people"),
        number("tables"),
        large("prepared_ms"),
        large("began_ms", null=True),
        large("ended_ms", null=True),
        *clock(),
    )
    record(
        "play_phase",
        key("play_id", "play"),
        number("number"),
        number("place"),
        text("kind", 16),
        text("title", 60),
        text("mode", 16),
        number("minutes"),
    )
    record(
        "play_table",
        key("play_id", "play"),
        number("number"),
        number("allowance_ms"),
        text("colour", 8),
        flag("help"),
        number("hint"),
        text("roles"),
    )
    _people()
    _course()
    _words()


def _people() -> None:
    record(
        "player",
        key("play_id", "play"),
        key("person_id", "person"),
        text("attributes"),
        text("age_band", 16),
        flag("watches"),
        flag("reading_help"),
        number("seat_table"),
        text("role", 64),
        flag("by_hand"),
        text("reason", 120),
        flag("redrawn"),
    )
    record("apart_pair", key("play_id", "play"), key("first_id", "person"), key("second_id", "person"))


def _course() -> None:
    record(
        "play_turn",
        key("play_id", "play"),
        number("number"),
        text("kind", 8),
        text("code", 64),
        text("phase", 64),
        large("at_ms"),
    )
    record(
        "play_proposal",
        key("play_id", "play"),
        number("table_number"),
        number("number"),
        text("deal"),
        text("phase", 64),
        number("phase_ms"),
    )
    record("play_card", key("proposal_id", "play_proposal"), text("role", 64), flag("accepts"))
    record(
        "play_agreement",
        key("play_id", "play"),
        number("table_number"),
        text("issue", 64),
        text("choice"),
        text("roles"),
    )


def _words() -> None:
    record(
        "poll_sheet",
        key("play_id", "play"),
        text("wave", 8),
        text("code", 16),
        text("answers"),
        text("camp", 64),
    )
    record(
        "play_note",
        key("play_id", "play"),
        number("table_number"),
        text("kind", 16),
        text("text"),
        text("who", 80),
        large("at_ms"),
    )
