"""Guards against builds of PySide6 that lose references of None and abort after some thousand calls."""

import sys

import PySide6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot


def test_calls_into_qt_do_not_eat_references_of_none(qtbot: QtBot) -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(2_000):
        thing.setObjectName("x")
        thing.parent()
    assert before - sys.getrefcount(None) < 100


def test_the_known_bad_build_is_not_installed() -> None:
    assert PySide6.__version__ != "6.12.0"
