"""The community, its houses and its people, as in revision 0001."""

from meeting_app.storage.migrations.columns import day, flag, key, number, record, text


def _body() -> None:
    record(
        "body",
        text("kind", 24),
        text("name", 80),
        text("duties"),
        text("contact", 40),
        number("position"),
    )


def _building() -> None:
    record(
        "building",
        text("name", 40),
        number("position"),
        number("stairways"),
        number("storeys"),
    )


def _community() -> None:
    record(
        "community",
        text("name", 80),
        text("short", 16),
        text("committee", 80),
        text("district", 80),
        text("address", 200),
        text("contact", 40),
        text("phone", 40),
        flag("demonstration"),
    )


def _person() -> None:
    record(
        "person",
        number("number", index=True),
        text("name", 80, index=True),
        text("initials", 32, index=True),
        text("pinyin", 160),
        text("gender", 8),
        number("birth_year", null=True),
        text("phone", 40),
        text("badge", 8, index=True),
        text("groups", 120),
        text("merged_into", 32, null=True),
        flag("forgotten"),
    )


def _capacity() -> None:
    record(
        "capacity",
        key("person_id", "person"),
        key("body_id", "body", null=True),
        text("capacity", 24, index=True),
        day("since"),
        day("until", null=True),
    )


def _unit() -> None:
    record(
        "unit",
        key("building_id", "building"),
        number("stairway"),
        number("storey"),
        text("room", 16),
        number("area_c"),
        text("state", 16),
    )


def _ownership() -> None:
    record(
        "ownership",
        key("unit_id", "unit"),
        key("person_id", "person"),
        number("share_n"),
        number("share_d"),
        day("since"),
        day("until", null=True),
    )


def _residence() -> None:
    record(
        "residence",
        key("person_id", "person"),
        key("unit_id", "unit"),
        text("relation", 16),
        day("since"),
        day("until", null=True),
    )


def create() -> None:
    """All tables of this subject, what is referred to first."""
    _body()
    _building()
    _community()
    _person()
    _capacity()
    _unit()
    _ownership()
    _residence()
