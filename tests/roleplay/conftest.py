"""The hall is built once and copied for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.roleplay.playing import World, build, open_room
from tests.storage.desks import Room, quick_folder


@pytest.fixture(scope="session")
def built_world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    """The closed file and what is in it."""
    path = tmp_path_factory.mktemp("play") / "play.yst"
    return path, build(path)


@pytest.fixture
def world(built_world: tuple[Path, World]) -> World:
    """Who and what there is."""
    return built_world[1]


@pytest.fixture
def stage(built_world: tuple[Path, World]) -> Iterator[Room]:
    """A desk over a copy of the hall, for this test alone."""
    with quick_folder() as folder:
        path = folder / "play.yst"
        path.write_bytes(built_world[0].read_bytes())
        made = open_room(path)
        yield made
        made.close()
        made.store.close()
