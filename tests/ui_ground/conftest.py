"""The theme in force for every test of the ground, and put back after it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from meeting_app.ui.qt import theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    """The light theme at standard size."""
    theme.apply(qapp, "light", 100)
    yield
    theme.apply(qapp, "light", 100)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Shows a widget that is deleted with the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show
