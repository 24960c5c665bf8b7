"""The hall is built once and copied for every test."""

from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def copied(source: Path) -> Iterator[Room]:
    """A desk over a copy of the hall."""
    with quick_folder() as folder:
        path = folder / "hall.yst"
        path.write_bytes(source.read_bytes())
        made = open_hall(path)
        yield made
        made.close()
        made.store.close()


@pytest.fixture
def room(built: tuple[Path, Hall]) -> Iterator[Room]:
    """A desk over a copy of the hall, for this test alone."""
    with copied(built[0]) as made:
        yield made


@pytest.fixture(scope="module")
def calm_room(built: tuple[Path, Hall]) -> Iterator[Room]:
    """The same for all tests of a file that write nothing."""
    with copied(built[0]) as made:
        yield made
