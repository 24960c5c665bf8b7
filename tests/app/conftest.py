"""The whole program in one process: the console's window, the projector, a profile of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meeting_app.app import doors, windows
from meeting_app.app.profile import Installation
from meeting_app.app.program import Program
from meeting_app.cli import arguments
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS
from meeting_app.i18n import set_language
from meeting_app.storage.backup import copy_to
from meeting_app.ui.console.window import ConsoleWindow
from meeting_app.ui.qt import icons, theme

Begin = Callable[..., Program]


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration community, made once; tests take copies."""
    file = tmp_path_factory.mktemp("planted") / "planted.yst"
    set_language("en")
    doors.plant(file, ANCHOR, MeetingTime(MORNING_MS))
    return file


@pytest.fixture
def community(planted: Path, tmp_path: Path) -> Path:
    """A community file of the test's own."""
    file = tmp_path / "community.yst"
    copy_to(planted, file)
    return file


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Begin]:
    """Starts the program as `windows.run` does, without its own event loop; closes it at the end."""
    programs: list[Program] = []
    theme.apply(qapp)

    def start(*words: str) -> Program:
        installation = Installation(tmp_path / "profile")
        window = ConsoleWindow(installation.settings, icons.application_icon())
        qtbot.addWidget(window)
        window.show()
        program = Program(qapp, installation, window)
        programs.append(program)
        program.begin(arguments.read(list(words)))
        return program

    yield start
    for program in programs:
        program.shut()
    windows.speak(qapp, "en")
