"""The hall of the actions' tests, and the office and the live window over real files."""

from tests.actions.conftest import built, calm_room, hall, room
from tests.console_live.conftest import hands, talking, templates, themed, world
from tests.console_office.conftest import clock, desktop, opened, template

__all__ = [
    "built", "calm_room", "clock", "desktop", "hall", "hands", "opened", "room", "talking", "template",
    "templates", "themed", "world",
]  # fmt: skip
