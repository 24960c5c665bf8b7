"""The check-in desk by the keyboard: proxies, walking in, area beside persons, a badge in mid-speech."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from meeting_app.actions import floor, meetings
from meeting_app.domain import codes
from meeting_app.queries.floor import queue_view
from meeting_app.queries.people import person_card
from meeting_app.queries.presence import proxies
from meeting_app.queries.walk_ins import walk_ins
from meeting_app.ui.console.live.shell import LiveShell
from tests.console_live.world import STARTS, Hands, World, name_of

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(world: World, hands: Hands) -> Any:
    """The desk of a meeting of owners in the same window."""
    meeting = world.do(
        meetings.draft_meeting, kind="owners_meeting", title="业主大会", place="二楼", starts_at=STARTS
    )
    world.shell.close()
    world.shell.deleteLater()
    world.meeting = meeting
    world.shell = LiveShell(world.office, meeting)
    world.shell.resize(1366, 768)
    world.shell.show()
    world.shell.activateWindow()
    hands.bot.waitExposed(world.shell)
    found: Any = world.shell.pages["check_in"]
    hands.until(found.field.hasFocus)
    return found


def type_name(hands: Hands, name: str) -> None:
    """What an input method puts into the field."""
    hands.focus().insert(name)  # type: ignore[attr-defined]


def test_a_proxy_is_entered_with_its_paper_and_counts_when_the_holder_comes(
    world: World, hands: Hands, page: Any
) -> None:
    page.side.tabs.button("proxies").click()
    page.proxies.begin()
    hands.until(page.proxies.principal.field.hasFocus)
    type_name(hands, name_of(3))
    hands.until(page.proxies.principal.list.isVisible)
    hands.key(ENTER)
    hands.until(page.proxies.holder.field.hasFocus)
    type_name(hands, name_of(4))
    hands.until(page.proxies.holder.list.isVisible)
    hands.key(ENTER)
    hands.until(page.proxies.document.hasFocus)
    hands.key(ENTER)
    hands.until(lambda: "Written paper" in page.proxies.said.text())
    hands.write("original")
    hands.key(ENTER)
    hands.until(lambda: len(world.ask(proxies, meeting_id=world.meeting)) == 1)
    hands.until(lambda: page.side.tabs.button("proxies").accessibleName() == "Proxies 1")
    page.field.setFocus()
    type_name(hands, name_of(4))
    hands.until(lambda: bool(page.list.hits.rows))
    assert page.list.hits.rows[0].remark == f"represents 1: {name_of(3)}"
    hands.key(ENTER)
    hands.until(lambda: page.quorum.present.text() == "2")
    assert "1 of them represented" in page.quorum.guests.text()
    assert page.quorum.area.text() == "177.20"
    assert page.quorum.area_short.text() == "2,776.14 short"


def test_a_refused_proxy_says_the_rule_and_stays_in_the_form(world: World, hands: Hands, page: Any) -> None:
    page.side.tabs.button("proxies").click()
    page.proxies.begin()
    for field in (page.proxies.principal, page.proxies.holder):
        hands.until(field.field.hasFocus)
        type_name(hands, name_of(3))
        hands.until(field.list.isVisible)
        hands.key(ENTER)
    hands.until(page.proxies.document.hasFocus)
    hands.write("x")
    hands.key(ENTER)
    hands.until(lambda: "Nobody acts for himself" in page.proxies.said.text())
    assert world.ask(proxies, meeting_id=world.meeting) == ()
    hands.key(Qt.Key.Key_Escape)
    hands.until(page.proxies.add.isVisible)


def test_who_walks_in_is_made_sure_of_in_a_second_step(world: World, hands: Hands, page: Any) -> None:
    hands.write("Zoe")
    hands.until(page.claim.isVisible)
    hands.key(ENTER)
    hands.until(page.claim.hasFocus)
    hands.write("1-1-101")
    hands.key(ENTER)
    hands.until(lambda: len(world.ask(walk_ins, meeting_id=world.meeting)) == 1)
    hands.until(lambda: page.side.tabs.button("walk_ins").accessibleName() == "Walk-ins 1")
    page.side.tabs.button("walk_ins").click()
    hands.until(lambda: len(page.walk_ins.offers) == 2)
    # Owners are made by what they own, not at the door.
    page.walk_ins.offers[-1].click()
    hands.until(lambda: "owns nothing" in page.walk_ins.said.text())
    page.walk_ins.offers[0].click()
    hands.until(lambda: page.quorum.present.text() == "1")
    assert world.ask(walk_ins, meeting_id=world.meeting) == ()


def test_a_badge_in_the_middle_of_a_speech_leaves_the_clock_and_the_speaker_alone(
    talking: Hands, world: World
) -> None:
    item = world.items[2]
    world.do(floor.ask_to_speak, item_id=item, person_id=world.people[5])
    world.do(floor.call_next, item_id=item)
    world.clock.pass_(37)
    before = world.ask(queue_view, item_id=item, now=world.clock()).speaking
    person = world.people[40]
    badge = codes.badge_payload(world.ask(person_card, person_id=person).badge)
    QTest.keyClicks(talking.focus(), badge)
    talking.key(ENTER)
    hits = world.shell.live
    talking.until(lambda: hits.view.present_voters == 34)
    after = world.ask(queue_view, item_id=item, now=world.clock()).speaking
    assert before is not None
    assert after is not None
    assert (after.id, after.clock.since, after.clock.elapsed_ms) == (
        before.id, before.clock.since, before.clock.elapsed_ms,
    )  # fmt: skip
    assert after.clock.running
    assert world.shell.page_name() == "discussion"
