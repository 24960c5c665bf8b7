"""The street of owners, the small hall, and the office over a real file."""

from tests.console_live.conftest import themed
from tests.console_office.conftest import clock, desktop, opened, template
from tests.people.conftest import built, calm_room, hall, room, street, street_file

__all__ = [
    "built", "calm_room", "clock", "desktop", "hall", "opened", "room", "street", "street_file", "template",
    "themed",
]  # fmt: skip
