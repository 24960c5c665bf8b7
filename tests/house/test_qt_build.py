"""Guards against builds of PySide6 that lose references of None and abort after some thousand calls."""

import sys
from contextlib import nullcontext

import PySide6
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from meeting_app.ui.qt.build import BadBuildError, refuse_bad_build


def test_calls_into_qt_do_not_eat_references_of_none(qtbot: QtBot) -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(2_000):
        thing.setObjectName("x")
        thing.parent()
    assert before - sys.getrefcount(None) < 100


def test_the_known_bad_build_is_not_installed() -> None:
    assert PySide6.__version__ != "6.12.0"


@pytest.mark.parametrize(
    ("build", "python", "refused"),
    [("6.12.0", (3, 11), True), ("6.12.0", (3, 12), False), ("6.11.3", (3, 11), False)],
)
def test_the_start_refuses_it_only_where_it_breaks(
    build: str, python: tuple[int, int], *, refused: bool
) -> None:
    with pytest.raises(BadBuildError, match=r"6\.11\.3") if refused else nullcontext():
        refuse_bad_build(build, python)
