"""The live window over a real community file, shown at the usual size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meeting_app.ui.qt import theme
from tests.console_live.world import World


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    """The light theme at the standard size."""
    theme.apply(qapp)
    return qapp


@pytest.fixture
def world(themed: QApplication, qtbot: QtBot, tmp_path: Path, profile_folder: Path) -> Iterator[World]:
    """A convened meeting of 48 representatives, its window shown and active."""
    made = World(tmp_path, profile_folder)
    made.shell.resize(1366, 768)
    made.shell.show()
    made.shell.activateWindow()
    qtbot.waitExposed(made.shell)
    yield made
    made.close()
