"""Agenda and time by the keyboard, in a meeting that is late."""

import pytest
from PySide6.QtCore import Qt

from meeting_app.actions import agenda, meetings
from meeting_app.domain.agenda import ItemKind
from meeting_app.queries.live import LiveItem, LiveView, live_view
from meeting_app.queries.slides import next_slide
from meeting_app.queries.slides_types import ItemSlide
from meeting_app.storage.work import Work
from meeting_app.ui.console.live.plan import PlanPage
from tests.console_live.world import Hands, World

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
MINUTE = 60_000


def stored(hands: Hands) -> LiveView:
    """The meeting as the records have it now."""
    world = hands.world
    found = world.ask(live_view, meeting_id=world.meeting, now=world.clock(), station="desk")
    assert isinstance(found, LiveView)
    return found


def item(hands: Hands, place: int) -> LiveItem:
    """An item by its place, from 1."""
    return stored(hands).items[place - 1]


@pytest.fixture
def page(talking: Hands) -> PlanPage:
    """At the discussion, late by fifty minutes; the page is open and the vote chosen."""
    talking.world.clock.pass_(80 * 60)
    talking.key(Key.Key_T)
    talking.page("plan")
    shown = talking.shell.pages["plan"]
    assert isinstance(shown, PlanPage)
    talking.until(shown.table.hasFocus)
    assert shown.table.current_id() == talking.world.items[2]
    talking.key(Key.Key_Down)
    talking.until(lambda: shown.table.current_id() == talking.world.items[3])
    return shown


def test_the_page_says_how_late_it_is(talking: Hands, page: PlanPage) -> None:
    assert "min late" in page.status.text()
    cells = page.table.table.lines[0].cells
    assert (cells[0], cells[3]) == ("1", "5")
    assert cells[4].startswith("took ")
    assert page.table.table.lines[4].cells[5:] == ("5", "5", "5")
    talking.key(Key.Key_Escape)
    talking.page("discussion")


def test_keys_mark_move_and_shorten_the_chosen_item(talking: Hands, page: PlanPage) -> None:
    talking.key(Key.Key_Minus)
    talking.until(lambda: item(talking, 4).clock.limit_ms == 9 * MINUTE)
    talking.key(Key.Key_D)
    talking.until(lambda: item(talking, 4).droppable)
    talking.key(Key.Key_P)
    talking.until(lambda: item(talking, 4).protected)
    talking.key(Key.Key_Down, ALT)
    talking.until(lambda: item(talking, 5).id == talking.world.items[3])
    talking.until(lambda: page.table.currentIndex().row() == 4)
    talking.key(Key.Key_S)
    talking.until(lambda: item(talking, 5).state == "skipped")
    talking.key(Key.Key_R)
    talking.until(lambda: len(stored(talking).items) == 6)
    talking.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    talking.until(lambda: len(stored(talking).items) == 5)


def test_one_key_moves_out_what_may_go(talking: Hands, page: PlanPage) -> None:
    assert not page.ways[2].isEnabled()
    talking.key(Key.Key_D)
    talking.until(page.ways[2].isEnabled)
    assert page.ways[2].label() == "Move 1 item out"
    talking.key(Key.Key_3)
    talking.until(lambda: item(talking, 4).state == "skipped")
    assert [note.kind for note in stored(talking).notes] == ["parking"]
    talking.key(Key.Key_Escape)
    talking.page("discussion")
    talking.until(lambda: talking.shell.hall.next_line.text() == item(talking, 5).title)
    now, meeting = talking.world.clock(), talking.world.meeting
    slide = talking.world.ask(next_slide, meeting_id=meeting, now=now)
    assert isinstance(slide, ItemSlide)
    assert slide.title == item(talking, 5).title


def test_one_key_extends_by_a_decision(talking: Hands, page: PlanPage) -> None:
    before = stored(talking).agreed_end
    minutes = page.minutes.value()
    assert minutes % 5 == 0
    talking.key(Key.Key_4)
    talking.until(lambda: stored(talking).agreed_end != before)
    assert stored(talking).late_ms <= 0
    assert [note.kind for note in stored(talking).notes] == ["decision"]
    talking.until(lambda: "nothing is missing" in page.ways[0].accessibleDescription())


def test_an_item_is_inserted_before_the_chosen_one_and_taken(talking: Hands, page: PlanPage) -> None:
    talking.key(Key.Key_Insert)
    talking.until(page.title.hasFocus)
    talking.write("Fire lane")
    talking.key(Key.Key_Return)
    talking.until(lambda: item(talking, 4).title == "Fire lane")
    talking.until(lambda: page.table.hasFocus() and page.table.current_id() == item(talking, 4).id)
    talking.key(Key.Key_Return)
    talking.until(talking.shell.banner.isVisible)
    talking.key(Key.Key_Return)
    talking.until(lambda: item(talking, 4).state == "current")
    talking.until(lambda: talking.shell.page_name() != "plan")


def test_a_row_is_dragged_to_the_end(talking: Hands, page: PlanPage) -> None:
    page.table.drop_at(page.table.model().index(4, 0), below=True)
    talking.until(lambda: item(talking, 5).id == talking.world.items[3])


def test_a_badge_is_one_also_over_the_table(talking: Hands, page: PlanPage) -> None:
    from meeting_app.domain import codes
    from meeting_app.queries.people import person_card

    card = talking.world.ask(person_card, person_id=talking.world.people[40])
    before = stored(talking).present_voters
    talking.write(codes.badge_payload(card.badge))
    talking.key(Key.Key_Return)
    talking.until(lambda: stored(talking).present_voters == before + 1)
    assert len(stored(talking).items) == 5


def sixty(work: Work, *, meeting_id: str) -> None:
    """Fill the agenda up."""
    for number in range(55):
        meetings.add_item(
            work, meeting_id=meeting_id, kind=ItemKind.REPORT, title=f"第{number}项 " + "长" * 30, minutes=2
        )


def test_sixty_items_are_shown_moved_and_planned(world: World, talking: Hands) -> None:
    world.do(sixty, meeting_id=world.meeting)
    world.do(agenda.mark_item, item_id=world.items[3], droppable=True)
    talking.key(Key.Key_T)
    talking.page("plan")
    shown = talking.shell.pages["plan"]
    assert isinstance(shown, PlanPage)
    talking.until(lambda: len(shown.table.table.lines) == 60)
    shown.table.selectRow(59)
    talking.key(Key.Key_Up, ALT)
    talking.until(lambda: shown.table.currentIndex().row() == 58)
