"""How people will speak is chosen with the item, before the meeting."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meeting_app.actions import meetings
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.speaking_queue import OrderRule
from meeting_app.queries import meetings as meeting_queries
from meeting_app.queries.floor_rules import plan_of, rules_of
from meeting_app.ui.console.office.call import CallPage
from tests.console_office.conftest import MORNING, Desktop
from tests.console_office.test_agenda import SOON


def test_mode_and_order_are_chosen_with_the_item(desktop: Desktop, qtbot: QtBot) -> None:
    meeting = desktop.do(
        meetings.draft_meeting, kind="representatives_meeting", title="电梯会", place="议事厅", starts_at=SOON
    )
    draft = desktop.ask(meeting_queries.meeting_draft, meeting_id=meeting, today=MORNING.date())
    talk = next(item for item in draft.items if item.kind == "discussion")
    report = next(item for item in draft.items if item.kind == "report")
    desktop.go("call", meeting_id=meeting)
    page = desktop.shell.page
    assert isinstance(page, CallPage)
    page.edit_item(report.id)
    assert page.editor.ways.isHidden()
    page.edit_item(talk.id)
    ways = page.editor.ways
    assert not ways.isHidden()
    for _step in range(3):
        QTest.keyClick(ways.modes, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: desktop.ask(plan_of, item_id=talk.id).mode is FloorMode.DEBATE)
    assert not ways.orders.isEnabled()
    QTest.keyClick(ways.modes, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: desktop.ask(plan_of, item_id=talk.id).mode is FloorMode.OPEN)
    QTest.keyClick(ways.orders, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: desktop.ask(rules_of, meeting_id=meeting).order is OrderRule.ASKED)
    page.edit_item("")
    assert ways.isHidden()
    page.edit_item(talk.id)
    assert ways.orders.value() == "asked"
