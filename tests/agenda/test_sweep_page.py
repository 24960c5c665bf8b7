"""Closing leads through every parked matter, by the keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from meeting_app.actions import notes, running
from meeting_app.queries.paper_list import task_list
from meeting_app.queries.parking import ParkingView, parking_view
from meeting_app.ui.console.live.sweep import SweepPage
from tests.console_live.world import Hands

Key = Qt.Key


def parked(hands: Hands) -> ParkingView:
    """As the records have it."""
    found = hands.world.ask(parking_view, meeting_id=hands.world.meeting)
    assert isinstance(found, ParkingView)
    return found


@pytest.fixture
def page(talking: Hands) -> SweepPage:
    """At the closing, with two parked matters; items 2 and 4 were passed by."""
    world = talking.world
    for text in ("路灯不亮", "地下室漏水"):
        world.do(notes.add_note, meeting_id=world.meeting, kind="parking", text=text)
    world.do(running.go_to_item, item_id=world.items[4])
    talking.page("item")
    talking.key(Key.Key_PageDown)
    talking.page("sweep")
    shown = talking.shell.pages["sweep"]
    assert isinstance(shown, SweepPage)
    talking.until(shown.list.hasFocus)
    return shown


def test_every_matter_gets_an_answer_before_the_meeting_closes(talking: Hands, page: SweepPage) -> None:
    assert page.told.text() == "4 matters are still open"
    talking.key(Key.Key_Return)
    assert talking.shell.live.view.state == "live"
    talking.key(Key.Key_3)
    talking.until(page.assignee.hasFocus)
    talking.write("Ma Defu")
    talking.key(Key.Key_Return)
    talking.until(lambda: parked(talking).open == 3)
    talking.until(page.list.hasFocus)
    talking.key(Key.Key_4)
    talking.until(page.answer.hasFocus)
    talking.write("tomorrow")
    talking.key(Key.Key_Return)
    talking.until(lambda: parked(talking).open == 2)
    talking.until(lambda: page.told.text() == "2 matters are still open")
    talking.key(Key.Key_2)
    talking.until(lambda: page.told.text() == "1 matter is still open")
    talking.key(Key.Key_1)
    talking.until(page.close_button.isEnabled)
    assert [row.fate for row in parked(talking).rows] == ["task", "answered", "next_meeting", "topic"]
    talking.key(Key.Key_Return)
    talking.until(talking.shell.banner.isVisible)
    talking.key(Key.Key_Return)
    talking.page("after")
    groups = talking.world.ask(task_list, today=talking.world.office.today())
    assert [row.assignee for group in groups for row in group.rows] == ["Ma Defu"]


def test_escape_goes_back_to_the_meeting_and_undo_reopens(talking: Hands, page: SweepPage) -> None:
    talking.key(Key.Key_2)
    talking.until(lambda: parked(talking).open == 3)
    talking.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    talking.until(lambda: parked(talking).open == 4)
    talking.key(Key.Key_4)
    talking.until(page.answer.hasFocus)
    talking.key(Key.Key_Escape)
    talking.until(page.list.hasFocus)
    talking.key(Key.Key_Escape)
    talking.page("item")
