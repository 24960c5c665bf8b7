"""The hall is built once and copied for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.actions.hall import Hall, build, open_hall
from tests.storage.desks import Room, quick_folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hall]:
    """The closed file and what is in it."""
    path = tmp_path_factory.mktemp("hall") / "hall.yst"
    return path, build(path)


@pytest.fixture
def hall(built: tuple[Path, Hall]) -> Hall:
    """Who and what there is."""
    return built[1]


@pytest.fixture
def room(built: tuple[Path, Hall]) -> Iterator[Room]:
    """A desk over a copy of the hall."""
    with quick_folder() as folder:
        path = folder / "hall.yst"
        path.write_bytes(built[0].read_bytes())
        made = open_hall(path)
        yield made
        made.close()
        made.store.close()
