"""The floor by the keyboard alone: classes, order, moving, modes, statistics; what is typed is kept."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from meeting_app import settings
from meeting_app.actions import agenda, floor, floor_modes
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.floor_class import OrderCategory, Side, SpeechClass
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.speaking_queue import OrderRule
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.ui.console.live.discussion import DiscussionPage
from meeting_app.ui.console.live.shares import SharesPage
from meeting_app.ui.console.live.ways import WaysPage
from meeting_app.wording import floor as codes
from meeting_app.wording import labels
from tests.console_live.world import Hands, World

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(talking: Hands, world: World) -> DiscussionPage:
    """The page of the discussion."""
    shown = world.shell.pages["discussion"]
    assert isinstance(shown, DiscussionPage)
    return shown


def look(world: World) -> QueueView:
    """The floor in the records."""
    view = world.ask(queue_view, item_id=world.items[2], now=world.clock())
    assert isinstance(view, QueueView)
    return view


def ask(world: World, place: int, kind: SpeechClass = SpeechClass.SPEECH, **more: Any) -> str:
    """A member by number raises a hand."""
    speech: str = world.do(
        floor.ask_to_speak, item_id=world.items[2], person_id=world.people[place], kind=kind, **more
    )
    return speech


def waiting(page: DiscussionPage) -> list[str]:
    """Who waits, as the page shows it."""
    return [row.person_id for row in page.list.queue.rows]


def speak_as(talking: Hands, world: World, page: DiscussionPage, mode: FloorMode) -> None:
    """Choose a mode and wait for the page to show it."""
    world.do(floor_modes.set_floor_mode, item_id=world.items[2], mode=mode)
    word = labels.label(codes.MODES, mode)
    talking.until(lambda: page.ways.text().startswith(word))


def test_a_point_of_order_is_typed_and_breaks_in(talking: Hands, world: World, page: DiscussionPage) -> None:
    ask(world, 5)
    talking.until(lambda: len(waiting(page)) == 1)
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: not waiting(page))
    world.clock.pass_(30)
    talking.write("o")
    talking.until(lambda: page.ask.isVisible() and page.ask.kind is SpeechClass.ORDER)
    page.ask.categories.button(OrderCategory.HEARING.value).setFocus()
    talking.key(Qt.Key.Key_Return)
    assert page.ask.category is OrderCategory.HEARING
    page.ask.field.setFocus()
    talking.write("7")
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: len(waiting(page)) == 1 and talking.focus() is talking.shell)
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: len(look(world).held) == 1)
    view = look(world)
    assert view.speaking is not None
    assert (view.speaking.kind, view.speaking.category) == (SpeechClass.ORDER, "hearing")
    talking.until(lambda: page.main_button.text().startswith(view.held[0].name))
    talking.key(Qt.Key.Key_PageDown)
    talking.until(lambda: look(world).speaking is not None and not look(world).held)
    speaking = look(world).speaking
    assert speaking is not None
    assert speaking.used_ms // 1000 == 30


def test_a_number_key_calls_out_of_turn_and_undo_takes_it_back(
    talking: Hands, world: World, page: DiscussionPage
) -> None:
    for place in (5, 6, 7):
        ask(world, place)
    talking.until(lambda: len(waiting(page)) == 3)
    talking.write("3")
    talking.until(lambda: len(waiting(page)) == 2)
    assert look(world).speaking.person_id == world.people[7]  # type: ignore[union-attr]
    talking.key(Qt.Key.Key_Z, CTRL)
    talking.until(lambda: look(world).speaking is None)
    talking.until(lambda: len(waiting(page)) == 3)
    talking.write("9")
    talking.settle()
    assert look(world).speaking is None
    talking.write("1")
    talking.until(lambda: len(waiting(page)) == 2)
    assert look(world).speaking.person_id == world.people[5]  # type: ignore[union-attr]


def test_the_chosen_one_is_moved_by_keys(talking: Hands, world: World, page: DiscussionPage) -> None:
    for place in (5, 6, 7):
        ask(world, place)
    first, second, third = (world.people[place] for place in (5, 6, 7))
    talking.until(lambda: waiting(page) == [first, second, third])
    page.list.setFocus()
    page.list.choose_place(2)
    talking.key(Qt.Key.Key_Up, CTRL)
    talking.until(lambda: waiting(page) == [first, third, second])
    talking.key(Qt.Key.Key_Home, CTRL)
    talking.until(lambda: waiting(page) == [third, first, second])
    talking.key(Qt.Key.Key_Up, CTRL)
    talking.key(Qt.Key.Key_Down, CTRL)
    talking.until(lambda: waiting(page) == [first, third, second])
    talking.key(Qt.Key.Key_P)
    talking.until(lambda: len(look(world).passed) == 1)
    assert look(world).passed[0].person_id == third


def test_the_list_is_closed_and_the_last_one_comes_back(
    talking: Hands, world: World, page: DiscussionPage
) -> None:
    ask(world, 5)
    talking.until(lambda: len(waiting(page)) == 1)
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: look(world).speaking is not None)
    talking.write("e")
    talking.until(lambda: look(world).speaking is None)
    talking.write("l")
    talking.until(page.closed.isVisible)
    talking.write("a")
    talking.until(page.ask.isVisible)
    talking.write("8")
    talking.key(Qt.Key.Key_Return)
    talking.until(talking.shell.banner.isVisible)
    talking.key(Qt.Key.Key_Escape)
    talking.until(lambda: not page.ask.isVisible())
    talking.until(lambda: talking.focus() is talking.shell)
    talking.write("b")
    talking.until(lambda: waiting(page) == [world.people[5]])


def test_sides_are_asked_for_in_a_debate(talking: Hands, world: World, page: DiscussionPage) -> None:
    speak_as(talking, world, page, FloorMode.DEBATE)
    talking.write("+")
    talking.until(page.ask.isVisible)
    talking.write("9")
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: len(waiting(page)) == 1 and talking.focus() is talking.shell)
    row = page.list.queue.rows[0]
    assert row.side is Side.FOR
    page.list.setFocus()
    page.list.choose_place(0)
    talking.write("-")
    talking.until(lambda: page.list.queue.rows[0].side is Side.AGAINST)
    talking.write("-")
    talking.until(lambda: page.list.queue.rows[0].side is Side.NONE)


def test_the_microphone_is_handed_to_whoever_is_named(
    talking: Hands, world: World, page: DiscussionPage
) -> None:
    speak_as(talking, world, page, FloorMode.STICK)
    for number in ("6", "7"):
        talking.until(lambda: talking.focus() is talking.shell)
        talking.key(Qt.Key.Key_Return)
        talking.until(page.ask.isVisible)
        talking.write(number)
        talking.key(Qt.Key.Key_Return)
        talking.until(lambda: not page.ask.isVisible())
    view = look(world)
    assert view.speaking is not None
    assert (view.speaking.person_id, len(view.done)) == (world.people[6], 1)


def test_tables_from_the_draw_to_the_reports(talking: Hands, world: World, page: DiscussionPage) -> None:
    speak_as(talking, world, page, FloorMode.TABLES)
    talking.until(lambda: page.stack.currentWidget() is page.tables)
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: look(world).tables == 6)
    talking.until(lambda: page.tables.list.model().rowCount() == 32)
    page.tables.list.setFocus()
    page.tables.list.choose(page.tables.list.current_id() or world.people[20])
    talking.key(Qt.Key.Key_Return)
    talking.settle()
    talking.shell.to_deck()
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: look(world).plan.clock.running)
    talking.key(Qt.Key.Key_Up)
    talking.until(lambda: look(world).plan.clock.limit_ms == 930_000)
    talking.key(Qt.Key.Key_Space)
    talking.until(lambda: not look(world).plan.clock.running)
    talking.until(lambda: page.pause.text() != "")
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: len(waiting(page)) == 6)
    assert [row.label for row in page.list.queue.rows] == list("123456")


def test_a_round_is_begun_and_somebody_passes(talking: Hands, world: World, page: DiscussionPage) -> None:
    speak_as(talking, world, page, FloorMode.ROUND)
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: len(waiting(page)) == 32)  # all but the chair
    talking.write("p")
    talking.until(lambda: len(waiting(page)) == 31)
    assert len(look(world).passed) == 1


def test_order_and_times_are_chosen_by_keys(talking: Hands, world: World, page: DiscussionPage) -> None:
    talking.write("m")
    talking.page("ways")
    ways = talking.shell.pages["ways"]
    assert isinstance(ways, WaysPage)
    assert isinstance(talking.focus(), QAbstractButton)
    ways.orders.button("asked").setFocus()
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: look(world).order is OrderRule.ASKED)
    ways.speech.setFocus()
    talking.key(Qt.Key.Key_Up)
    talking.until(lambda: look(world).limit_ms == 190_000)
    ways.classes["order_ms"].setFocus()
    talking.key(Qt.Key.Key_Down)
    talking.until(lambda: look(world).rules.order_ms == 50_000)
    ways.turns.setFocus()
    talking.write("3")
    talking.until(lambda: look(world).rules.most_turns == 3)
    ways.budget_by.setFocus()
    talking.key(Qt.Key.Key_Down)
    talking.until(lambda: look(world).plan.budget_ms == 600_000)
    ways.modes.button("debate").setFocus()
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: look(world).order is OrderRule.SIDES)
    assert not ways.orders.isEnabled()
    talking.key(Qt.Key.Key_Escape)
    talking.page("discussion")


def test_who_has_spoken_is_shown_only_when_asked_for(
    talking: Hands, world: World, page: DiscussionPage
) -> None:
    world.do(floor.give_floor, item_id=world.items[2], person_id=world.people[5])
    world.clock.pass_(60)
    ask(world, 9, SpeechClass.QUESTION)
    talking.until(lambda: look(world).speaking is not None and len(waiting(page)) == 1)
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: len(look(world).held) == 1)
    talking.write("s")
    talking.page("shares")
    shares = talking.shell.pages["shares"]
    assert isinstance(shares, SharesPage)
    assert [row.present for row in shares.list.painted.rows] == [12, 12, 9]
    assert sum(row.ms for row in shares.list.painted.rows) // 1000 == 60
    assert shares.told.text().endswith("Besides, not counted: Question to the speaker: 1.")
    assert talking.shell.live.view.projection.pinned == ""
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: talking.shell.live.view.projection.pinned == "shares")
    shares.by.button("age").click()
    talking.until(lambda: talking.shell.live.view.projection.page == 6)
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: talking.shell.live.view.projection.pinned == "")


def test_the_bell_rings_while_somebody_is_checked_in(
    talking: Hands, world: World, page: DiscussionPage
) -> None:
    rung: list[str] = []
    talking.shell.bells.rang.connect(rung.append)
    world.do(floor.give_floor, item_id=world.items[2], person_id=world.people[5])
    talking.until(lambda: page.head.name.text() != "")
    talking.key(Qt.Key.Key_I, CTRL)
    talking.page("check_in")
    talking.shell.tick()
    world.clock.pass_(151)
    talking.shell.tick()
    assert len(rung) == 1
    world.clock.pass_(30)
    talking.shell.tick()
    assert len(rung) == 2
    assert talking.shell.foot.toast_text() == rung[1]


def test_what_is_half_typed_survives_the_next_speaker_and_undo(
    talking: Hands, world: World, page: DiscussionPage
) -> None:
    first = ask(world, 5)
    ask(world, 6)
    talking.until(lambda: len(waiting(page)) == 2)
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: len(waiting(page)) == 1)
    page.gist.field.setFocus()
    talking.write("cost")
    talking.key(Qt.Key.Key_PageDown)
    talking.until(lambda: len(waiting(page)) == 0)
    assert page.gist.field.text() == "cost"
    world.do(floor.call_speaker, speech_id=ask(world, 7, SpeechClass.QUESTION))
    talking.until(lambda: len(look(world).held) == 1)
    assert page.gist.field.text() == "cost"
    page.gist.field.setFocus()
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: any(one.gist == "cost" for one in look(world).done))
    assert [one.id for one in look(world).done if one.gist == "cost"] == [first]


def test_what_is_half_typed_survives_a_crash(talking: Hands, world: World, page: DiscussionPage) -> None:
    world.do(floor.give_floor, item_id=world.items[2], person_id=world.people[5])
    speech = look(world).speaking
    assert speech is not None
    talking.until(page.gist.field.isEnabled)
    page.gist.field.setFocus()
    talking.write("half a se")
    kept = world.office.settings
    talking.until(lambda: kept.get(settings.HALF_TYPED).endswith("half a se"))
    world.do(floor.give_floor, item_id=world.items[2], person_id=world.people[6])
    again = DiscussionPage(talking.shell.live)
    talking.bot.addWidget(again)
    again.refresh()
    assert again.gist.field.text() == "half a se"
    again.gist.keep()
    talking.until(lambda: any(one.gist == "half a se" for one in look(world).done))
    assert next(one for one in look(world).done if one.gist).id == speech.id
    talking.until(lambda: kept.get(settings.HALF_TYPED) == "")
    third = DiscussionPage(talking.shell.live)
    talking.bot.addWidget(third)
    third.refresh()
    assert third.gist.field.text() == ""


def test_every_control_of_the_floor_has_a_name(talking: Hands, world: World) -> None:
    for name in ("discussion", "ways", "shares"):
        page = talking.shell.middle.page(name)
        page.refresh()
        nameless = [
            type(widget).__name__
            for widget in page.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.objectName().startswith("qt_")
            and not widget.accessibleName()
            and not widget.isHidden()
        ]
        assert nameless == [], name


def test_a_rule_of_order_is_a_hint_where_it_matters_and_never_a_lock(
    talking: Hands, world: World, page: DiscussionPage
) -> None:
    world.do(floor.give_floor, item_id=world.items[2], person_id=world.people[5])
    world.clock.pass_(30)
    world.do(floor.end_speech, item_id=world.items[2])
    for place in (6, 5):
        ask(world, place)
    talking.until(lambda: len(waiting(page)) == 2)
    talking.write("a")
    talking.write("6")  # the same person as before, by number
    assert "has spoken on this already" in page.finder.nobody.text()
    talking.key(Qt.Key.Key_Escape)
    talking.until(lambda: talking.focus() is talking.shell)
    talking.write("2")
    talking.until(lambda: "takes it back" in talking.shell.banner.text())
    assert "somebody who waits has not" in talking.shell.banner.text()
    assert look(world).speaking.person_id == world.people[5]  # type: ignore[union-attr]
    other = {"kind": ItemKind.DISCUSSION, "title": "Parking", "minutes": 5}
    item = world.do(agenda.add_item, meeting_id=world.meeting, **other)
    talking.until(lambda: any(one.id == item for one in talking.shell.live.view.items))
    talking.shell.live.take_item(item)
    talking.until(lambda: "One matter at a time" in talking.shell.banner.text())
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: talking.shell.live.view.current.title == "Parking")  # type: ignore[union-attr]
