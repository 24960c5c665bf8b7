"""The small hall of the actions' tests, built once and copied for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.actions.conftest import copied
from tests.actions.hall import Hall, build
from tests.postgres import postgres
from tests.storage.desks import Room
from tests.votes.steps import Vote

__all__ = ["postgres"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hall]:
    """The closed file and what is in it."""
    path = tmp_path_factory.mktemp("votes") / "hall.yst"
    return path, build(path)


@pytest.fixture
def vote(built: tuple[Path, Hall]) -> Iterator[Vote]:
    """A desk over a copy of the hall, for this test alone."""
    with copied(built[0]) as room:
        yield Vote(room, built[1])


@pytest.fixture
def room(vote: Vote) -> Room:
    """Its desk."""
    return vote.room
