"""The live window over a real community file, shown at the usual size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meeting_app.ui.qt import theme
from tests.console_live.world import Hands, Template, World, make_template
from tests.patience import PATIENCE_S


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    """The light theme at the standard size."""
    theme.apply(qapp)
    return qapp


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Template]:
    """The file before the meeting, and (True) at its discussion."""
    folder = tmp_path_factory.mktemp("live")
    return {talking: make_template(folder, talking=talking) for talking in (False, True)}


def _shown(made: World, qtbot: QtBot) -> World:
    made.shell.resize(1366, 768)
    made.shell.show()
    made.shell.activateWindow()
    qtbot.waitExposed(made.shell)
    router = made.shell._router
    assert router is not None
    router.waiting.be_patient(PATIENCE_S)  # on a machine that others use, too, an action may take seconds
    return made


@pytest.fixture
def world(
    request: pytest.FixtureRequest,
    themed: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    profile_folder: Path,
    templates: dict[bool, Template],
) -> Iterator[World]:
    """A convened meeting of 48 representatives, or one at its discussion; its window shown and active."""
    made = World(tmp_path, profile_folder, templates["talking" in request.fixturenames])
    yield _shown(made, qtbot)
    made.close()


@pytest.fixture
def hands(world: World, qtbot: QtBot) -> Hands:
    """The keyboard in that window."""
    return Hands(world, qtbot)


@pytest.fixture
def talking(hands: Hands) -> Hands:
    """The meeting is at its discussion; the keyboard is on the deck."""
    hands.page("discussion")
    hands.until(lambda: hands.focus() is hands.shell)
    return hands
