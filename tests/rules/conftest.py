"""The street of owners and the small hall."""

from tests.people.conftest import built, calm_room, hall, room, street, street_file

__all__ = ["built", "calm_room", "hall", "room", "street", "street_file"]
