"""A controller on screens that a test plugs and unplugs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from meeting_app.settings import Settings
from meeting_app.ui.projector.controller import ProjectorController
from meeting_app.ui.projector.screens import Screens
from tests.projector.desk import Time
from tests.slides.samples import NOW

Make = Callable[[Screens | None], ProjectorController]


@pytest.fixture
def time() -> Time:
    """The desk's time."""
    return Time(NOW)


@pytest.fixture
def kept(profile_folder: Path) -> Settings:
    """The settings of this laptop."""
    return Settings(profile_folder / "settings.json")


@pytest.fixture
def make(qtbot: QtBot, kept: Settings, time: Time) -> Iterator[Make]:
    """Makes controllers and closes them at the end."""
    made: list[ProjectorController] = []

    def new(screens: Screens | None) -> ProjectorController:
        made.append(ProjectorController(kept, time, screens))
        return made[-1]

    yield new
    for controller in made:
        controller.close()
        controller.deleteLater()
    # At once, so that the search for leaks finds nothing to wait for.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
