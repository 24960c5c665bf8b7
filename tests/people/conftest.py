"""The hall of the actions, and a street of owners."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from meeting_app.storage.store import Store
from tests.actions.conftest import built, calm_room, hall, room
from tests.actions.hall import open_hall
from tests.people.street import Street, build
from tests.storage.desks import Room, quick_folder

__all__ = ["built", "calm_room", "hall", "room", "street", "street_file"]


@pytest.fixture(scope="session")
def street_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The street in a closed file, and its people by name."""
    path = tmp_path_factory.mktemp("street") / "street.yst"
    made = Room(Store.create_file(path))
    street = build(made)
    made.close()
    made.store.close()
    return path, street.people


@pytest.fixture
def street(street_file: tuple[Path, dict[str, str]]) -> Iterator[Street]:
    """A copy of the street."""
    with quick_folder() as folder:
        path = folder / "street.yst"
        path.write_bytes(street_file[0].read_bytes())
        made = open_hall(path)
        yield Street(made, street_file[1])
        made.close()
        made.store.close()
