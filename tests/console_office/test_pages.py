"""Every page opens, says what to do first, and can be reached without a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from meeting_app.actions.roleplay import preparing
from meeting_app.actions.roleplay.scenarios import add_from_library
from meeting_app.actions.topics import add_topic
from meeting_app.ui.console.office.pages import OF_ONE, PAGES
from tests.console_office.conftest import Desktop

SMALLEST = (1024, 600)
PLAIN = sorted(set(PAGES) - OF_ONE)


def test_every_page_opens_in_its_window_and_everything_in_it_has_a_name(desktop: Desktop) -> None:
    before = set(QApplication.topLevelWidgets())
    for page in PLAIN:
        desktop.go(page)
        QApplication.sendPostedEvents()
        windows = set(QApplication.topLevelWidgets()) - before
        assert not [window for window in windows if window.isVisible()], page
        nameless = [_describe(one) for one in _focusable(desktop.shell) if not one.accessibleName().strip()]
        assert not nameless, page


def test_every_page_of_one_thing_has_names_and_fits(desktop: Desktop) -> None:
    made = desktop.do(add_from_library, name="lift")
    play = desktop.do(preparing.prepare_play, source="shipped:lift", minutes=60)
    of_one = {
        "play": {"play_id": play},
        "play_papers": {"play_id": play},
        "scenario": {"scenario_id": made},
        "topic": {"topic_id": desktop.do(add_topic, title="电梯")},
    }
    assert set(of_one) == OF_ONE
    for page, arguments in of_one.items():
        desktop.go(page, **arguments)
        QApplication.sendPostedEvents()
        nameless = [_describe(one) for one in _focusable(desktop.shell) if not one.accessibleName().strip()]
        assert not nameless, page
        least = desktop.shell.minimumSizeHint()
        assert least.width() <= SMALLEST[0], page
        assert least.height() <= SMALLEST[1], page


def _focusable(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(root)
        and type(widget) is not QAbstractScrollArea
    ]


def _describe(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()} {text} in {type(widget.parent()).__name__}"
