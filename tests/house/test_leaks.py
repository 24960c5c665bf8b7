"""The leak detectors themselves: they see what was left and are quiet otherwise."""

import threading

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import leaks


def test_a_thread_left_running_is_named() -> None:
    before = leaks.take_stock(with_qt=False)
    go = threading.Event()
    thread = threading.Thread(target=go.wait, name="left-here", daemon=True)
    thread.start()
    patience, leaks.PATIENCE_S = leaks.PATIENCE_S, 0.01
    try:
        assert leaks.left_over(before, with_qt=False) == ["thread left-here"]
    finally:
        leaks.PATIENCE_S = patience
        go.set()
    assert leaks.left_over(before, with_qt=False) == []


def test_a_widget_and_a_timer_left_behind_are_named(qtbot: QtBot) -> None:
    before = leaks.take_stock(with_qt=True)
    widget = QWidget()
    widget.setObjectName("forgotten")
    timer = QTimer(interval=50)
    timer.start()
    assert leaks.left_over(before, with_qt=True) == ["widget QWidget forgotten", "timer of 50 ms in NoneType"]
    timer.stop()
    widget.deleteLater()
    del widget
    assert leaks.left_over(before, with_qt=True) == []


def test_the_desk_has_a_laptop_and_a_projector(qtbot: QtBot) -> None:
    screens = {screen.name(): screen.geometry() for screen in QGuiApplication.screens()}
    assert screens.keys() == {"LAPTOP", "BEAMER"}
    assert screens["BEAMER"].getRect() == (1366, 0, 1920, 1080)
    assert screens["LAPTOP"].getRect() == (0, 0, 1366, 768)
