"""The same hall as for the actions."""

from tests.actions.conftest import built, hall, room

__all__ = ["built", "hall", "room"]
