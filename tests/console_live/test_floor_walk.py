"""What a facilitator met who walked the floor by keys: where Tab goes, remarks that are over, beginnings with
hands up, clocks that move on.
"""

import pytest
from PySide6.QtCore import Qt

from meeting_app.actions import floor, floor_modes
from meeting_app.domain.floor_class import OrderCategory
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.queries.slides import current_slide
from meeting_app.queries.slides_types import FloorSlide
from meeting_app.ui.console.live.discussion import DiscussionPage
from meeting_app.ui.slides import accessible_text
from tests.console_live.test_floor import ask, look, page, speak_as, waiting
from tests.console_live.world import Hands, World

__all__ = ["page"]  # the fixture
CTRL = Qt.KeyboardModifier.ControlModifier


def hands_up(talking: Hands, world: World, page: DiscussionPage, *places: int) -> None:
    """Members by number raise their hands, and the page shows it."""
    for place in places:
        ask(world, place)
    talking.until(lambda: len(waiting(page)) == len(places))


def begins_with(talking: Hands, page: DiscussionPage, words: str) -> None:
    """Wait for what the main button says."""
    talking.until(lambda: page.main_button.text().startswith(words))


def test_tab_goes_to_the_queue_first_and_once_through_the_agenda(
    talking: Hands, world: World, page: DiscussionPage
) -> None:
    hands_up(talking, world, page, 5, 6)
    talking.key(Qt.Key.Key_Tab)
    assert talking.focus() is page.list
    passed = []
    while talking.focus() is not talking.shell:
        passed.append(talking.focus())
        talking.key(Qt.Key.Key_Tab)
    rows = [row for row in talking.shell.agenda._rows if row in passed]
    assert [row.line.state for row in rows if row.line] == ["current"]
    rows[0].setFocus()
    talking.key(Qt.Key.Key_Down)
    assert talking.focus() is talking.shell.agenda._rows[talking.shell.agenda._rows.index(rows[0]) + 1]


def test_after_a_hand_was_added_nobody_is_chosen(talking: Hands, world: World, page: DiscussionPage) -> None:
    hands_up(talking, world, page, 5)
    talking.write("a")
    talking.write("7")
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: len(waiting(page)) == 2 and talking.focus() is talking.shell)
    assert page.list.current_id() == ""


def test_the_category_is_one_step_back_and_what_is_typed_there_is_the_person(
    talking: Hands, page: DiscussionPage
) -> None:
    talking.write("o")
    talking.until(lambda: talking.focus() is page.ask.field)
    talking.key(Qt.Key.Key_Backtab)
    assert talking.focus() is page.ask.categories.button(OrderCategory.BREACH.value)
    talking.key(Qt.Key.Key_Left)
    talking.write("7")
    assert (page.ask.category, page.ask.field.text()) == (OrderCategory.HEARING, "7")
    assert talking.focus() is page.ask.field


def test_a_hint_is_over_once_it_was_taken_back(talking: Hands, world: World, page: DiscussionPage) -> None:
    world.do(floor.give_floor, item_id=world.items[2], person_id=world.people[5])
    world.clock.pass_(30)
    world.do(floor.end_speech, item_id=world.items[2])
    hands_up(talking, world, page, 6, 5)
    talking.write("2")
    talking.until(lambda: "takes it back" in talking.shell.banner.text())
    talking.key(Qt.Key.Key_Z, CTRL)
    talking.until(lambda: len(waiting(page)) == 2)
    assert talking.shell.banner.text() == ""


def test_n_goes_on_writing_behind_what_is_there(talking: Hands, world: World, page: DiscussionPage) -> None:
    world.do(floor.give_floor, item_id=world.items[2], person_id=world.people[5])
    talking.until(page.gist.field.isEnabled)
    for words in ("dark ", "stairs"):
        talking.write("n")
        talking.until(lambda: talking.focus() is page.gist.field)
        talking.write(words)
        talking.key(Qt.Key.Key_Return)
        talking.until(lambda: talking.focus() is talking.shell)
    speaking = look(world).speaking
    assert speaking is not None
    assert speaking.gist == "dark stairs"


@pytest.mark.parametrize("mode", [FloorMode.ROUND, FloorMode.TABLES])
def test_a_mode_begins_with_hands_up(
    talking: Hands, world: World, page: DiscussionPage, mode: FloorMode
) -> None:
    """They have their turn in the round, or after the reports; the hall is not asked for hands meanwhile."""
    hands_up(talking, world, page, 5)
    speak_as(talking, world, page, mode)
    slide = world.ask(current_slide, meeting_id=world.meeting, now=world.clock())
    assert isinstance(slide, FloorSlide)
    assert "raise your hand" not in accessible_text(slide, world.clock())
    steps = ["Begin the round"] if mode is FloorMode.ROUND else ["Draw", "The tables begin", "The reports"]
    for said in steps:
        begins_with(talking, page, said)
        talking.key(Qt.Key.Key_Return)
    begins_with(talking, page, "Call")
    view = look(world)
    assert world.people[5] in [row.person_id for row in view.waiting]
    assert len(view.waiting) > 2
    if mode is FloorMode.TABLES:
        assert [bool(row.label) for row in view.waiting] == [True] * (len(view.waiting) - 1) + [False]
        assert page.head.figures.text() == "1:30"


def test_the_shared_time_runs_while_somebody_speaks(
    talking: Hands, world: World, page: DiscussionPage
) -> None:
    item = world.items[2]
    world.do(floor_modes.set_budget, item_id=item, budget_ms=240_000, budget_by="building")
    world.do(floor.give_floor, item_id=item, person_id=world.people[5])
    talking.until(lambda: "4:00 left" in page.advice.whole_text())
    world.clock.pass_(61)
    talking.until(lambda: "2:59 left" in page.advice.whole_text())
    world.clock.pass_(200)
    talking.until(lambda: "used up its time" in page.advice.whole_text())
    assert page.advice.property("tone") == "warn"


def test_esc_leaves_the_note_and_not_the_question_behind_it(
    talking: Hands, world: World, page: DiscussionPage
) -> None:
    item = world.items[4]
    talking.shell.live.take_item(item)
    talking.until(lambda: "Take item" in talking.shell.banner.text())
    talking.key(Qt.Key.Key_K, CTRL)
    talking.write("x")
    talking.key(Qt.Key.Key_Escape)
    assert talking.focus() is talking.shell
    assert "Take item" in talking.shell.banner.text()
    talking.key(Qt.Key.Key_Escape)
    assert talking.shell.banner.text() == ""
    current = talking.shell.live.view.current
    assert current is not None
    assert current.id != item
