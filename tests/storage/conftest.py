"""The same tests run on both databases: `store` is a file, then a database of a private cluster."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from meeting_app.storage.store import Store
from tests.postgres import Cluster, postgres
from tests.storage.desks import Room, Time, quick_folder

__all__ = ["postgres"]

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new community file, made once and copied: it is closed and folded together."""
    path = tmp_path_factory.mktemp("blank") / "blank.yst"
    Store.create_file(path).close()
    return path


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of this test."""
    with quick_folder() as made:
        yield made


@pytest.fixture(params=BOTH)
def reopen(request: pytest.FixtureRequest, folder: Path, blank_file: Path) -> Callable[[], Store]:
    """Opens the same records again and again, as another window or another laptop does."""
    if request.param == "sqlite":
        file = folder / "community.yst"
        file.write_bytes(blank_file.read_bytes())
        return lambda: Store.open_file(file, Time()())
    cluster: Cluster = request.getfixturevalue("postgres")
    url = cluster.fresh()
    return lambda: Store.open_url(url)


@pytest.fixture
def store(reopen: Callable[[], Store]) -> Iterator[Store]:
    """Empty records."""
    opened = reopen()
    yield opened
    opened.close()


@pytest.fixture
def room(store: Store) -> Iterator[Room]:
    """A desk over empty records."""
    made = Room(store)
    yield made
    made.close()
