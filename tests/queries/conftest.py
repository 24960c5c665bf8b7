"""The same hall as for the actions."""

from tests.actions.conftest import built, calm_room, hall, room

__all__ = ["built", "calm_room", "hall", "room"]
