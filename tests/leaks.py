"""Finds what a test leaves behind: threads, top-level widgets and running timers of Qt."""

import gc
import sys
import threading
from dataclasses import dataclass
from typing import Any

# How long a thread that was told to stop may take to do so, in seconds.
PATIENCE_S = 30.0


@dataclass(frozen=True)
class Stock:
    """What was there before a test."""

    threads: frozenset[int]
    widgets: frozenset[int]


def _qt_widgets() -> list[Any]:
    """Top-level widgets that Python still holds or that are shown; none when Qt was never imported."""
    module = sys.modules.get("PySide6.QtWidgets")
    if module is None or module.QApplication.instance() is None:
        return []
    return [widget for widget in module.QApplication.topLevelWidgets() if widget.parent() is None]


def _qt_timers() -> list[Any]:
    """Running timers among the objects made since the stock was taken."""
    module = sys.modules.get("PySide6.QtCore")
    if module is None:
        return []
    is_valid = sys.modules["shiboken6"].isValid
    timers = [thing for thing in gc.get_objects() if type(thing) is module.QTimer and is_valid(thing)]
    return [timer for timer in timers if timer.isActive()]


def _threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread is not threading.main_thread()]


def take_stock(*, with_qt: bool) -> Stock:
    """What is there now.

    Objects that exist already are set aside, so that only the test's own are walked later: walking and
    collecting millions of old ones took longer than many a test.
    """
    if with_qt:
        gc.freeze()
    return Stock(
        frozenset(id(thread) for thread in _threads()),
        frozenset(_address(widget) for widget in _qt_widgets()) if with_qt else frozenset(),
    )


def done() -> None:
    """Give the objects that were set aside back to the collector."""
    gc.unfreeze()


def collect() -> None:
    """Look for garbage as the collector itself would between any two lines, by how much has grown."""
    grown = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(grown) if count > limit]
    if due:
        gc.collect(due[-1])


def _deliver_deletions() -> None:
    """Let Qt do the deletions that `deleteLater` has put off."""
    module = sys.modules.get("PySide6.QtCore")
    if module is not None and module.QCoreApplication.instance() is not None:
        module.QCoreApplication.sendPostedEvents(None, module.QEvent.Type.DeferredDelete)


def _address(widget: Any) -> int:
    """Where the widget itself lies: Python may wrap the same one anew at each look."""
    address: int = sys.modules["shiboken6"].getCppPointer(widget)[0]
    return address


def clear_desk() -> None:
    """Let the windows go that nobody holds any more; only then is a walk over all objects worth its
    seconds.
    """
    _deliver_deletions()
    if _qt_widgets():
        gc.collect()


def _describe(widget: Any) -> str:
    name = widget.objectName() or widget.windowTitle()
    return f"widget {type(widget).__name__} {name}".rstrip()


def left_over(before: Stock, *, with_qt: bool) -> list[str]:
    """What is there now and was not before, in words; gives ending threads a moment."""
    new_threads = [thread for thread in _threads() if id(thread) not in before.threads]
    for thread in new_threads:
        thread.join(PATIENCE_S)
    left = [f"thread {thread.name}" for thread in new_threads if thread.is_alive()]
    return left + _qt_left_over(before) if with_qt else left


def _qt_left_over(before: Stock) -> list[str]:
    """New top-level widgets and running timers, after Qt has done its deletions."""
    _deliver_deletions()
    gc.collect()  # also windows in reference cycles go with their own test, not with a later one
    widgets, timers = _new_qt(before)
    left = [_describe(widget) for widget in widgets]
    return left + [f"timer of {timer.interval()} ms in {type(timer.parent()).__name__}" for timer in timers]


def _new_qt(before: Stock) -> tuple[list[Any], list[Any]]:
    return (
        [widget for widget in _qt_widgets() if _address(widget) not in before.widgets],
        _qt_timers(),
    )


def forget_quitting() -> None:
    """A window that ended the program asked every event loop to return at once, also those of the tests that
    follow; only the application's own loop takes that back.
    """
    from PySide6.QtCore import QCoreApplication, QTimer

    app = QCoreApplication.instance()
    if app is not None:
        QTimer.singleShot(0, app.quit)
        app.exec()
