"""Preparing a meeting: agenda, people, officers, period of notice."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from meeting_app.actions import meetings
from meeting_app.queries import meetings as meeting_queries
from meeting_app.ui.console.office.call import CallPage
from meeting_app.wording.times import ZONE
from tests.console_office import keyboard
from tests.console_office.conftest import MORNING, Desktop

SOON = datetime(2026, 11, 14, 19, 0, tzinfo=ZONE)


@pytest.fixture
def page(desktop: Desktop, qtbot: QtBot) -> CallPage:
    """A representatives' meeting that is called too soon."""
    meeting_id = desktop.do(
        meetings.draft_meeting, kind="representatives_meeting", title="电梯会", place="议事厅", starts_at=SOON
    )
    desktop.go("call", meeting_id=meeting_id)
    shown = desktop.shell.page
    assert isinstance(shown, CallPage)
    qtbot.waitUntil(shown.agenda.list.hasFocus)
    return shown


def draft(desktop: Desktop, page: CallPage) -> Any:
    """The meeting in the records."""
    return desktop.ask(meeting_queries.meeting_draft, meeting_id=page.meeting_id, today=MORNING.date())


def test_alt_and_arrows_put_the_agenda_in_order(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    first, second = page.agenda.list.ids()[:2]
    keyboard.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.agenda.list.ids()[:2] == (second, first))
    assert [item.id for item in draft(desktop, page).items][:2] == [second, first]
    assert page.agenda.list.current_id() == first
    keyboard.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.agenda.list.ids()[:2] == (first, second))


def test_an_item_is_dropped_behind_another(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    agenda = page.agenda.list
    ids = agenda.ids()
    agenda.choose(ids[0])
    agenda.drop_at(agenda.rows.index(2), below=True)
    qtbot.waitUntil(lambda: agenda.ids() == (ids[1], ids[2], ids[0], *ids[3:]))
    agenda.drop_at(agenda.rows.index(0), below=False)
    qtbot.waitUntil(lambda: agenda.ids() == ids)
    assert [item.id for item in draft(desktop, page).items] == list(ids)


def test_what_is_dragged_may_be_dropped_between_items_only(page: CallPage) -> None:
    """What Qt asks while the mouse drags; offscreen its drags end before they begin."""
    agenda = page.agenda.list
    rows, first = agenda.rows, agenda.rows.index(0)
    data = rows.mimeData([first])
    assert agenda.dragEnabled()
    assert agenda.acceptDrops()
    assert rows.flags(first) & Qt.ItemFlag.ItemIsDragEnabled
    assert rows.canDropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    assert rows.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDropEnabled
    assert not rows.flags(first) & Qt.ItemFlag.ItemIsDropEnabled


def test_minutes_step_and_the_plan_follows(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    before = draft(desktop, page).planned_total_ms
    keyboard.press(Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: draft(desktop, page).planned_total_ms == before + 60_000)
    qtbot.waitUntil(
        lambda: page.agenda.ends.text() == f"ends {SOON + timedelta(milliseconds=before + 60_000):%H:%M}"
    )


def test_an_item_is_added_changed_and_taken_off(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    page.agenda.add.click()
    keyboard.tab_to("Title")
    keyboard.write("消防安全")
    keyboard.tab_to("Planned minutes")
    keyboard.write("x")
    keyboard.enter()
    assert page.editor.form.fields["minutes"].problem() == "A whole number of minutes."
    keyboard.write("12")
    keyboard.enter()
    qtbot.waitUntil(lambda: "消防安全" in page.agenda.list.titles())
    qtbot.waitUntil(page.agenda.list.hasFocus)
    added = draft(desktop, page).items[-1]
    assert (added.title, added.planned_ms) == ("消防安全", 12 * 60_000)
    page.agenda.list.choose(added.id)
    keyboard.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "消防安全" not in page.agenda.list.titles())


def test_a_vote_needs_its_text_before_the_notice(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    page.main.click()
    assert "has no text to vote on" in desktop.shell.banner.text()
    assert keyboard.focused().accessibleName() == "Name of the motion"
    keyboard.write("加装电梯")
    keyboard.tab_to("Text that is voted on, word for word")
    keyboard.write("同意加装。")
    page.editor.save.click()
    qtbot.waitUntil(lambda: any(item.motion for item in draft(desktop, page).items))
    qtbot.waitUntil(lambda: page.picture is not None and not any(line.problem for line in page.picture.lines))


def test_too_short_a_notice_offers_the_earliest_day(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    assert page.notice.chip.text() == "6 days short"
    assert page.notice.earliest.label() == "Move it to 20 November"
    page.notice.earliest.click()
    qtbot.waitUntil(lambda: page.notice.chip.text() == "10 full days")
    assert draft(desktop, page).starts_at == SOON + timedelta(days=6)


def test_officers_are_named_and_must_be_distinct(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    page.see_to_people()
    for label, initials in (("Chair", "wgf"), ("First teller", "ljg")):
        keyboard.tab_to(label)
        keyboard.write(initials)
        keyboard.enter()
        qtbot.waitUntil(lambda label=label: _named(desktop, page, label))  # type: ignore[misc]
    keyboard.tab_to("Second teller")
    keyboard.write("ljg")
    keyboard.enter()
    qtbot.waitUntil(lambda: "The two tellers must be two persons" in desktop.shell.banner.text())
    assert draft(desktop, page).teller2 is None


def _named(desktop: Desktop, page: CallPage, label: str) -> bool:
    shown = draft(desktop, page)
    return (shown.chair if label == "Chair" else shown.teller1) is not None


def test_officers_named_faster_than_the_page_follows_all_stay(
    desktop: Desktop, page: CallPage, qtbot: QtBot
) -> None:
    """The page hears of nothing until all three are ordered, as under load or at a second laptop."""
    desktop.feed.stop()
    page.see_to_people()
    for label, initials in (("Chair", "wgf"), ("First teller", "ljg"), ("Second teller", "zm")):
        keyboard.tab_to(label)
        keyboard.write(initials)
        keyboard.enter()
    qtbot.waitUntil(lambda: draft(desktop, page).teller2 is not None)
    shown = draft(desktop, page)
    named = [person and person.name for person in (shown.chair, shown.teller1, shown.teller2)]
    assert named == ["王桂芳", "李建国", "张敏"]
    desktop.feed.start()


def test_what_was_told_since_an_order_outlives_its_success(
    desktop: Desktop, page: CallPage, qtbot: QtBot
) -> None:
    """The end of an order is heard in the event loop, so the refusal is always told between the two."""
    heard: list[None] = []
    for told in (page.tell, desktop.shell.show_problem):
        page.do(meetings.edit_meeting, heard.append, meeting_id=page.meeting_id, title="早")
        told("refused meanwhile")
        qtbot.waitUntil(lambda: bool(heard))
        assert "refused meanwhile" in desktop.shell.banner.text()
        heard.clear()
        page.do(meetings.edit_meeting, heard.append, meeting_id=page.meeting_id, title="晚")
        qtbot.waitUntil(lambda: bool(heard))
        assert desktop.shell.banner.isHidden()
        heard.clear()


def test_somebody_else_is_called_and_uncalled(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    before = draft(desktop, page).invited
    page.see_to_people()
    keyboard.tab_to("Call somebody else")
    keyboard.write("oyh")
    keyboard.enter()
    qtbot.waitUntil(lambda: draft(desktop, page).invited == before + 1)
    page.people.list.choose(page.people.list.ids()[-1])
    page.people.remove.click()
    qtbot.waitUntil(lambda: draft(desktop, page).invited == before)


def test_a_title_is_kept_when_its_field_is_left(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    keyboard.tab_to("Title")
    keyboard.write("3号楼电梯会")
    keyboard.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: page.heading.text() == "3号楼电梯会")
    assert draft(desktop, page).title == "3号楼电梯会"


def test_an_empty_title_is_refused_at_its_field(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    page.basics.title.setFocus()
    page.basics.title.clear()
    keyboard.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "Something is missing here" in page.basics.form.fields["title"].problem())
    assert draft(desktop, page).title == "电梯会"
