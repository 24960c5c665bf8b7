"""A whole meeting by the keyboard alone: what is done is stored, what is stored is shown."""

from typing import Any

from PySide6.QtCore import Qt

from meeting_app.actions import meetings
from meeting_app.domain.hand_count import Choice
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.queries.live import CheckInView, LiveView, check_in_view, live_view
from meeting_app.queries.paper_list import paper_list
from meeting_app.queries.polls import HandsView, hands_view
from meeting_app.ui.console.live.after import AfterPage
from meeting_app.ui.console.live.check_in import CheckInPage
from meeting_app.ui.console.live.discussion import DiscussionPage
from meeting_app.ui.console.live.hands import HandsPage
from meeting_app.ui.console.live.result import ResultPage
from tests.console_live.world import Hands, World

ENTER, NEXT, ESC = Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


def stored(world: World) -> LiveView:
    """The meeting as the records have it now."""
    found = world.ask(live_view, meeting_id=world.meeting, now=world.clock(), station="desk")
    assert isinstance(found, LiveView)
    return found


def queue(world: World) -> QueueView:
    """The floor of the current item as the records have it."""
    current = stored(world).current
    assert current is not None
    found: QueueView = world.ask(queue_view, item_id=current.id, now=world.clock())
    return found


def poll(world: World) -> HandsView:
    """The vote of the current item as the records have it."""
    current = stored(world).current
    assert current is not None
    found: HandsView = world.ask(hands_view, item_id=current.id)
    return found


def numbers(world: World) -> list[str]:
    """The members' numbers."""
    view: CheckInView = world.ask(check_in_view, meeting_id=world.meeting)
    return [str(hit.number) for hit in view.members]


def come(hands: Hands, whom: list[str]) -> None:
    """Check people in by number; each is in the store before the next."""
    for number in whom:
        before = hands.shell.live.view.present_voters
        hands.write(number)
        hands.key(ENTER)
        hands.until(lambda before=before: hands.shell.live.view.present_voters == before + 1)  # type: ignore[misc]


def raise_hand(hands: Hands, number: str) -> None:
    """Somebody is put on the list."""
    page: Any = hands.shell.pages["discussion"]
    before = len(page.list.queue.rows)
    hands.key(Qt.Key.Key_A)
    hands.until(page.finder.field.hasFocus)
    hands.write(number)
    hands.key(ENTER)
    hands.until(lambda: len(page.list.queue.rows) == before + 1 and not page.finder.isVisible())
    hands.until(lambda: hands.focus() is hands.shell)


def test_people_are_checked_in_until_there_is_a_quorum(world: World, hands: Hands) -> None:
    shell, everybody = world.shell, numbers(world)
    assert shell.page_name() == "check_in"
    page = shell.pages["check_in"]
    assert isinstance(page, CheckInPage)
    hands.until(page.field.hasFocus)
    come(hands, everybody[:31])
    assert page.quorum.short.text() == "1 short"
    hands.key(NEXT)
    hands.until(page.reason.hasFocus)
    assert stored(world).state in ("draft", "convened")
    hands.key(ESC)
    hands.until(page.field.hasFocus)
    come(hands, everybody[31:33])
    assert page.quorum.short.text() == ""
    assert stored(world).present_voters == 33
    assert sum(tile.state == "present" for tile in page.tiles.tiles()) == 33


def test_a_second_time_checks_out_and_a_stranger_is_a_guest(world: World, hands: Hands) -> None:
    page: Any = world.shell.pages["check_in"]
    number = numbers(world)[6]
    come(hands, [number])
    hands.write(number)
    hands.until(lambda: page.main_button.label().startswith("Check out"))
    hands.key(ENTER)
    hands.until(lambda: stored(world).present_voters == 0)
    hands.until(lambda: page.field.text() == "")
    hands.write("Zoe")
    assert "Zoe" in page.said.text()
    hands.key(ENTER)
    hands.until(page.claim.hasFocus)
    hands.key(ENTER)  # from nowhere here: a guest
    hands.until(lambda: stored(world).guests == 1)
    hands.until(lambda: "without a vote" in page.said.text())
    # An Enter on an empty field does nothing, so that nobody opens the meeting by pressing it twice.
    hands.key(ENTER)
    assert stored(world).state in ("draft", "convened")


def test_without_a_quorum_it_opens_only_with_a_reason(world: World, hands: Hands) -> None:
    come(hands, numbers(world)[:2])
    hands.key(NEXT)
    page: Any = world.shell.pages["check_in"]
    hands.until(page.reason.hasFocus)
    hands.key(ENTER)
    hands.until(lambda: world.shell.banner.text() != "")
    assert stored(world).state in ("draft", "convened")
    hands.write("only to inform")
    hands.key(ENTER)
    hands.page("item")
    assert stored(world).opened_short == "only to inform"


def test_the_queue_is_fair_and_speeches_are_kept(world: World, talking: Hands) -> None:
    hands = talking
    page: Any = world.shell.pages["discussion"]
    everybody = numbers(world)
    for number in everybody[4:7]:
        raise_hand(hands, number)
    first = page.list.queue.rows[0].name
    assert page.main_button.label() == f"Call first: {first}"
    hands.key(ENTER)
    hands.until(lambda: page.head.name.whole_text() == first)
    world.clock.pass_(40)
    world.shell.tick()
    assert page.head.figures.text() == "2:20"
    hands.key(Qt.Key.Key_Space)
    hands.until(lambda: page.pause.label() == "Resume")
    world.clock.pass_(100)
    world.shell.tick()
    assert page.head.figures.text() == "2:20"
    hands.key(Qt.Key.Key_Space)
    hands.until(lambda: page.pause.label() == "Pause")
    hands.key(Qt.Key.Key_Up)
    hands.until(lambda: page.head.figures.text() == "2:50")
    # Who has spoken stands behind those who have not.
    second = page.list.queue.rows[0].name
    hands.key(NEXT)
    hands.until(lambda: page.head.name.whole_text() == second)
    raise_hand(hands, everybody[4])
    assert [row.name for row in page.list.queue.rows][-1] == first
    assert queue(world).done[0].clock.elapsed_ms // 1000 == 40
    world.clock.pass_(190)
    world.shell.tick()
    assert page.head.figures.text() == "+0:10"


def test_somebody_is_called_out_of_turn_or_taken_off(world: World, talking: Hands) -> None:
    hands = talking
    page: Any = world.shell.pages["discussion"]
    for number in numbers(world)[4:7]:
        raise_hand(hands, number)
    names = [row.name for row in page.list.queue.rows]
    page.list.setFocus()
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_End)
    hands.key(ENTER)
    hands.until(lambda: page.head.name.whole_text() == names[2])
    page.list.setFocus()
    hands.key(Qt.Key.Key_Home)
    hands.key(Qt.Key.Key_Delete)
    hands.until(lambda: [row.name for row in page.list.queue.rows] == [names[1]])


def test_the_gist_stays_with_its_speech(world: World, talking: Hands) -> None:
    hands = talking
    page: Any = world.shell.pages["discussion"]
    for number in numbers(world)[4:6]:
        raise_hand(hands, number)
    hands.key(ENTER)
    hands.until(lambda: queue(world).speaking is not None and page.gist.field.isEnabled())
    page.gist.field.setFocus()
    hands.write("for the lift")
    speaker = queue(world).speaking
    assert speaker is not None
    hands.key(NEXT)
    hands.until(lambda: queue(world).done != ())
    assert page.gist.field.text() == "for the lift"
    hands.key(ENTER)
    hands.until(lambda: queue(world).done[0].gist == "for the lift")
    hands.until(lambda: page.gist.field.text() == "")


def count_row(hands: Hands, first: str, second: str) -> None:
    """Both tellers report a row."""
    for figure in (first, second):
        hands.write(figure)
        hands.key(ENTER)


def test_a_vote_of_two_tellers_to_the_minutes(world: World, hands: Hands) -> None:
    come(hands, numbers(world)[:33])
    hands.key(NEXT)
    hands.page("item")
    shell = world.shell
    for _item in range(2):
        hands.key(NEXT)
        hands.until(lambda: not shell.live.view.undo or shell.live.view.undo.verb == "next_item")
    hands.page("discussion")
    hands.key(NEXT)
    hands.page("hands")
    page = shell.pages["hands"]
    assert isinstance(page, HandsPage)
    hands.until(lambda: hands.focus() is shell)
    hands.key(ENTER)
    hands.until(lambda: page.table.isVisible() and page.table.cell(1, 1).hasFocus())
    count_row(hands, "20", "19")
    hands.until(lambda: page.table.cell(1, 2).kept() == "19")
    hands.write("18")  # counted again where one stands: in the place of the figure, not behind it
    hands.key(ENTER)
    hands.until(lambda: page.table.cell(1, 2).kept() == "18")
    assert poll(world).totals[Choice.FOR] == 0
    assert not page.main_button.isEnabled()
    # No step leaves an open count.
    hands.key(ESC)
    hands.key(NEXT)
    hands.until(lambda: shell.banner.text() != "")
    assert stored(world).next_step.why == "poll_open"
    page.table.cell(1, 2).setFocus()
    hands.write("20")
    hands.key(ENTER)
    hands.until(lambda: page.main_button.isEnabled() and hands.focus() is shell)
    for figures in (("8", "8"), ("3", "3")):
        hands.key(ENTER)
        hands.until(lambda: page.table.cell(1, 1).hasFocus() and page.table.cell(1, 1).kept() == "")
        count_row(hands, *figures)
        hands.until(lambda: page.main_button.isEnabled() and hands.focus() is shell)
    hands.key(ENTER)
    hands.page("result")
    result = shell.pages["result"]
    assert isinstance(result, ResultPage)
    assert result.said.verdict.text() == "Adopted"
    hands.key(NEXT)
    assert poll(world).state == "counted"
    hands.key(ENTER)
    hands.until(lambda: poll(world).state == "published")
    hands.until(lambda: result.main_button.label().startswith("Next item"))
    outcome = poll(world).outcome
    assert outcome is not None
    assert (outcome.for_, outcome.against, outcome.abstain, outcome.not_voting) == (20, 8, 3, 2)
    hands.key(ENTER)
    hands.page("item")
    close_and_print(world, hands)


def close_and_print(world: World, hands: Hands) -> None:
    """The last item: closing asks once more; then the minutes are made."""
    shell = world.shell
    hands.key(NEXT)
    hands.until(lambda: "Close the meeting?" in shell.banner.text())
    assert stored(world).state == "live"
    hands.key(ESC)
    assert shell.banner.text() == ""
    hands.key(NEXT)
    hands.key(ENTER)
    hands.page("after")
    assert stored(world).state == "closed"
    page = shell.pages["after"]
    assert isinstance(page, AfterPage)
    assert stored(world).notes[-1].kind == "decision"
    hands.key(ENTER)
    hands.bot.waitUntil(page.view.page.has_image)
    papers = world.ask(paper_list, meeting_id=world.meeting)
    assert [(paper.kind, paper.state) for paper in papers] == [("minutes", "filed")]
    hands.until(lambda: page.main_button.label() == "Make: Notice of the decision")


def test_rows_that_were_typed_are_kept_when_the_count_begins(world: World, talking: Hands) -> None:
    hands = talking
    hands.key(NEXT)
    hands.page("hands")
    page: Any = world.shell.pages["hands"]
    page.rows_button.click()
    page.editor._lines[0].votes.set_value(18)
    page.main()
    hands.until(lambda: world.shell.banner.text() != "")  # they do not add up: nothing began
    assert page.editor.isVisible()
    page.editor.add.click()
    page.main()
    hands.until(lambda: page.table.isVisible() and page.table.cell(2, 1).isVisible())
    assert [row.votes for row in poll(world).rows] == [18, 15]


def test_a_recount_needs_a_reason(world: World, talking: Hands) -> None:
    hands = talking
    hands.key(NEXT)
    hands.page("hands")
    hands.key(ENTER)
    page: Any = world.shell.pages["hands"]
    hands.until(lambda: page.table.isVisible() and page.table.cell(1, 1).hasFocus())
    for figure in ("10", "10", "10"):
        count_row(hands, figure, figure)
        hands.until(lambda: page.main_button.isEnabled() and hands.focus() is world.shell)
        hands.key(ENTER)
        hands.until(lambda: world.shell.page_name() == "result" or page.table.cell(1, 1).hasFocus())
    result: Any = world.shell.pages["result"]
    assert result.said.verdict.text() == "Not adopted"
    assert "7 votes short" in result.said.sentence.text()
    result.recount.click()
    hands.until(result.reason.hasFocus)
    hands.key(ENTER)
    assert poll(world).round == 1
    hands.write("doors")
    hands.key(ENTER)
    hands.page("hands")
    assert poll(world).round == 2


def test_the_page_of_a_discussion_is_one_widget(world: World, talking: Hands) -> None:
    """Widgets are kept and shown anew, never built again for a change."""
    hands = talking
    page = world.shell.pages["discussion"]
    assert isinstance(page, DiscussionPage)
    raise_hand(hands, numbers(world)[4])
    hands.key(ENTER)
    hands.until(lambda: queue(world).speaking is not None)
    assert world.shell.pages["discussion"] is page
    hands.key(Qt.Key.Key_K, CTRL)
    hands.until(world.shell.hall.capture.field.hasFocus)
    hands.write("ask the office")
    hands.key(ENTER)
    hands.until(lambda: stored(world).notes != ())
    assert (stored(world).notes[0].kind, stored(world).notes[0].text) == ("decision", "ask the office")
    hands.until(lambda: hands.focus() is world.shell)


def test_what_was_told_since_an_order_outlives_its_success(world: World, talking: Hands) -> None:
    """The end of an order is heard in the event loop, so what is told here always comes between the two."""
    live, banner = world.shell.live, world.shell.banner
    heard: list[None] = []
    live.remark("an older remark")
    for told in (live.remark, world.shell.show_problem):
        live.do(meetings.edit_item, heard.append, item_id=world.items[-1], minutes=7)
        told("refused meanwhile")
        talking.until(lambda: bool(heard))
        assert banner.text() == "refused meanwhile"
        heard.clear()
    live.remark("refused once more")
    live.do(meetings.edit_item, heard.append, item_id=world.items[-1], minutes=8)
    talking.until(lambda: bool(heard))
    assert banner.isHidden()
