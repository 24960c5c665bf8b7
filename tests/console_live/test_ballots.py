"""A vote by ballots through the live window, by keyboard alone."""

from typing import Any

from PySide6.QtCore import Qt

from meeting_app.actions import running as meeting_running
from meeting_app.actions.votes import casting, planning
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Channel, PollState, Question
from meeting_app.queries import vote_words
from meeting_app.queries.ballot_papers import papers_printed
from meeting_app.queries.vote_view import VoteView, vote_view
from meeting_app.ui.console.live.ballots.page import BallotsPage
from tests.console_live.world import Hands

OPTIONS = (("儿童活动角", 0), ("晾衣区", 0), ("健身角", 0))


def page_of(hands: Hands) -> BallotsPage:
    """The page of the vote."""
    hands.page("ballots")
    page = hands.shell.pages["ballots"]
    assert isinstance(page, BallotsPage)
    return page


def vote_of(hands: Hands) -> VoteView:
    """The vote as it stands."""
    view: VoteView | None = hands.world.ask(vote_view, item_id=hands.world.items[3])
    assert view is not None
    return view


def prepare(hands: Hands, question: Question, method: str, *, secret: bool = False, **setup: Any) -> None:
    """Prepare the vote of the fourth item and take it."""
    options = (("3号楼每单元加装一部电梯", 0),) if question is Question.AGREE else OPTIONS
    channels = (Channel.PAPER,) if secret else (Channel.KEYPAD, Channel.HANDS)
    if method not in ("yes_no", "choose_one") and not secret:
        channels = (Channel.KEYPAD,)
    hands.world.do(
        planning.prepare_vote, item_id=hands.world.items[3], question=question, method=method,
        options=options, setup=Setup(len(options), **setup), secret=secret, channels=channels, reason="改",
    )  # fmt: skip
    hands.world.do(meeting_running.go_to_item, item_id=hands.world.items[3])


def state(hands: Hands, wanted: PollState) -> None:
    """Wait until the window shows this state."""

    def there() -> bool:
        shown = page_of(hands)._view
        return shown is not None and shown.state == wanted

    hands.until(there)


def enter_until(hands: Hands, wanted: PollState) -> None:
    """The main button of the page, by Enter on the deck."""
    hands.shell.to_deck()
    hands.key(Qt.Key.Key_Return)
    state(hands, wanted)


def test_votes_by_name_typed_and_published(talking: Hands) -> None:
    hands = talking
    prepare(hands, Question.SEVERAL, "choose_k", limit=2, seats=1)
    page = page_of(hands)
    enter_until(hands, PollState.OPEN)
    hands.until(lambda: hands.focus() is page.running.who)
    for number, ballot in ((1, "1 3"), (2, "1"), (3, "2"), (4, "")):
        hands.write(str(number))
        hands.key(Qt.Key.Key_Return)
        hands.until(lambda: hands.focus() is page.running.entry)
        hands.write(ballot)
        hands.key(Qt.Key.Key_Return)
        hands.until(lambda number=number: vote_of(hands).received == number)  # type: ignore[misc]
        hands.until(lambda: hands.focus() is page.running.who)
    hands.write("1")
    hands.key(Qt.Key.Key_Return)
    hands.write("2")
    hands.key(Qt.Key.Key_Return)
    hands.until(hands.shell.banner.isVisible)
    hands.shell.to_deck()
    hands.key(Qt.Key.Key_Return)
    assert "29" in page.remark.text()
    enter_until(hands, PollState.CLOSED)
    assert (
        page.ended.code.text().replace(" ", "").lower()
        == vote_of(hands).code[0].lower() + "".join(vote_of(hands).code[1:]).lower()
    )
    enter_until(hands, PollState.COUNTED)
    result = vote_of(hands).result
    assert result is not None
    assert page.ended.said.sentence.text() == vote_words.sentence(result)
    assert [option.figure for option in result.options] == [2, 1, 1]
    enter_until(hands, PollState.PUBLISHED)


def test_papers_typed_twice_and_the_difference_found(talking: Hands) -> None:
    hands = talking
    prepare(hands, Question.AGREE, "yes_no", secret=True)
    page = page_of(hands)
    page.before.papers.issued.setFocus()
    page.before.papers.issued.selectAll()
    hands.write("2")
    hands.key(Qt.Key.Key_Return)
    hands.until(lambda: vote_of(hands).issued == 2)
    enter_until(hands, PollState.OPEN)
    for typing in ("1", "2"):
        page.running.typing.set_value(typing)
        page.running.serial.setFocus()
        hands.write("7")
        hands.key(Qt.Key.Key_Return)
        hands.write("1")
        hands.key(Qt.Key.Key_Return)
        hands.until(lambda: page.running.entry.text() == "")
    hands.until(lambda: vote_of(hands).received == 1)
    page.running.serial.setFocus()
    hands.write("8")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)  # a second paper, typed once and blank
    hands.until(lambda: len(vote_of(hands).papers) == 1)
    for _press in range(2):
        hands.shell.to_deck()
        hands.key(Qt.Key.Key_Return)
    hands.until(hands.shell.banner.isVisible)
    assert vote_of(hands).state == PollState.OPEN
    hands.world.do(casting.drop_paper, poll_id=vote_of(hands).poll_id, serial="8")
    hands.shell.to_deck()
    hands.key(Qt.Key.Key_Return)  # asks anew, because the first answer was refused
    enter_until(hands, PollState.CLOSED)
    enter_until(hands, PollState.COUNTED)
    assert not page.main_button.isEnabled()
    assert page.remark.text()  # says what to do about it
    page.ended.papers.missing.setFocus()
    page.ended.papers.missing.selectAll()
    hands.write("1")
    hands.key(Qt.Key.Key_Return)
    hands.until(page.main_button.isEnabled)
    assert not page.remark.text()
    enter_until(hands, PollState.PUBLISHED)


def test_remaining_hands_and_a_tie_with_its_lot(talking: Hands) -> None:
    hands = talking
    prepare(hands, Question.ONE, "choose_one")
    page = page_of(hands)
    enter_until(hands, PollState.OPEN)
    hands.until(lambda: hands.focus() is page.running.who)
    page.running.way.set_value("hands")
    page.running.way.chosen.emit("hands")
    for text in ("4", "4", "4", "4", "0", "0"):
        hands.until(lambda: hands.focus() in page.running.rest._fields.values())
        hands.write(text)
        hands.key(Qt.Key.Key_Tab)
    hands.until(lambda: [row.second for row in vote_of(hands).rest] == [4, 4, 0])
    last = page.running.rest._fields[3, 1, 2]
    last.setFocus()
    last.selectAll()
    hands.write("30")  # more than are here
    hands.key(Qt.Key.Key_Tab)
    hands.until(hands.shell.banner.isVisible)
    assert last.text() == "0"
    hands.shell.to_deck()
    hands.key(Qt.Key.Key_Return)
    enter_until(hands, PollState.CLOSED)
    enter_until(hands, PollState.COUNTED)
    page.ended.number.setFocus()
    hands.write("40729")
    hands.key(Qt.Key.Key_Return)
    page.ended.drawer.setText("吴敏")
    hands.key(Qt.Key.Key_Return)
    hands.until(lambda: vote_of(hands).lot_drawn)
    state(hands, PollState.COUNTED)
    enter_until(hands, PollState.PUBLISHED)
    result = vote_of(hands).result
    assert result is not None
    assert result.lot is not None
    assert result.lot.number == "40729"


def test_changing_in_the_hall_how_it_is_held(talking: Hands) -> None:
    hands = talking
    hands.world.do(meeting_running.go_to_item, item_id=hands.world.items[3])
    hands.page("hands")
    page = hands.shell.pages["hands"]
    page.ballots_button.click()  # type: ignore[attr-defined]
    editor = page.prepare.editor  # type: ignore[attr-defined]
    editor.form.set_value("ballots")
    editor.question.set_value("rank")
    editor._offer_methods()
    editor.options.setPlainText("甲\n乙\n")
    page.prepare.keep_button.click()  # type: ignore[attr-defined]
    ballots = page_of(hands)
    assert [option.text for option in vote_of(hands).plan.options] == ["甲", "乙"]
    ballots.before.change.click()
    ballots.prepare.editor.form.set_value("hands")
    ballots.prepare.keep_button.click()
    hands.page("hands")


def test_annulling_asks_for_the_reason_first(talking: Hands) -> None:
    hands = talking
    prepare(hands, Question.AGREE, "yes_no")
    page = page_of(hands)
    enter_until(hands, PollState.OPEN)
    hands.shell.to_deck()
    hands.key(Qt.Key.Key_Return)
    enter_until(hands, PollState.CLOSED)
    page.ended.annul.click()
    hands.until(lambda: hands.focus() is page.ended.reason)
    hands.key(Qt.Key.Key_Escape)
    hands.until(page.ended.reason.isHidden)
    page.ended.annul.click()
    hands.until(lambda: hands.focus() is page.ended.reason)
    hands.write("again")
    hands.key(Qt.Key.Key_Return)
    state(hands, PollState.ANNOUNCED)
    assert vote_of(hands).plan.round == 2


def test_seats_left_open_lead_to_the_next_vote(talking: Hands) -> None:
    """Nobody marks anybody, so both seats stay open and all stand again."""
    hands = talking
    prepare(hands, Question.PEOPLE, "election", seats=2)
    page = page_of(hands)
    enter_until(hands, PollState.OPEN)
    hands.shell.to_deck()
    hands.key(Qt.Key.Key_Return)
    enter_until(hands, PollState.CLOSED)
    enter_until(hands, PollState.COUNTED)
    assert page.ended.follow.isHidden()
    enter_until(hands, PollState.PUBLISHED)
    hands.until(lambda: not page.ended.follow.isHidden())
    page.ended.follow.click()
    state(hands, PollState.ANNOUNCED)
    plan = vote_of(hands).plan
    assert (plan.round, plan.setup.seats, plan.setup.variant) == (2, 2, "further")


def test_a_long_count_is_stopped_and_begun_again(talking: Hands) -> None:
    """Equal Shares in steps of one fen: the longest count there is."""
    hands, do = talking, talking.world.do
    options = tuple((f"项目{number}", 20_000 + 13_700 * number) for number in range(1, 61))
    do(
        planning.prepare_vote, item_id=hands.world.items[3], question=Question.MONEY, method="equal_shares",
        options=options, setup=Setup(len(options), budget=6_000_000, variant="add_one", step=1), reason="改",
    )  # fmt: skip
    do(meeting_running.go_to_item, item_id=hands.world.items[3])
    page = page_of(hands)
    enter_until(hands, PollState.OPEN)
    for number, right in enumerate(right for right in vote_of(hands).rights if right.here):
        marks = tuple(1 if (number + 7 * place) % 5 < 2 else None for place in range(len(options)))
        do(
            casting.cast, poll_id=vote_of(hands).poll_id, channel=Channel.KEYPAD, marks=marks,
            right_id=right.right_id,
        )  # fmt: skip
    hands.shell.to_deck()
    hands.key(Qt.Key.Key_Return)
    enter_until(hands, PollState.CLOSED)
    hands.shell.to_deck()
    hands.key(Qt.Key.Key_Return)
    hands.until(page.ended.progress.isVisible)
    page.ended.progress.cancelled.emit()
    hands.until(page.ended.progress.isHidden)
    assert vote_of(hands).state == PollState.CLOSED
    enter_until(hands, PollState.COUNTED)


def test_papers_are_printed_with_codes_and_a_spoilt_one_is_replaced(talking: Hands) -> None:
    hands = talking
    prepare(hands, Question.AGREE, "yes_no", secret=True)
    page = page_of(hands)
    page.before.papers.print.setFocus()
    hands.key(Qt.Key.Key_Space)
    hands.until(lambda: vote_of(hands).printed > 0)
    hands.until(lambda: str(vote_of(hands).printed) in page.before.papers.printed.text())
    enter_until(hands, PollState.OPEN)
    code = min(hands.world.ask(papers_printed, poll_id=vote_of(hands).poll_id))
    page.running.serial.setFocus()
    hands.write(code.lower())
    page.running.spoilt.setFocus()
    hands.key(Qt.Key.Key_Space)
    hands.until(lambda: (vote_of(hands).issued, vote_of(hands).replaced) == (1, 1))
    hands.until(lambda: hands.focus() is page.running.serial)
    hands.write(code)
    hands.key(Qt.Key.Key_Return)
    hands.write("1")
    hands.key(Qt.Key.Key_Return)
    hands.until(hands.shell.banner.isVisible)
    assert vote_of(hands).papers == ()


def test_a_vote_that_was_typed_wrongly_is_taken_out_and_typed_again(talking: Hands) -> None:
    hands = talking
    prepare(hands, Question.AGREE, "yes_no")
    page = page_of(hands)
    enter_until(hands, PollState.OPEN)
    for answer in ("2", "1"):
        hands.until(lambda: hands.focus() is page.running.who)
        hands.write("5")
        hands.key(Qt.Key.Key_Return)
        if answer == "1":
            page.running.back.setFocus()
            hands.key(Qt.Key.Key_Space)
            hands.until(lambda: vote_of(hands).received == 0)
        hands.until(lambda: hands.focus() is page.running.entry and page.running.back.isHidden())
        hands.write(answer)
        hands.key(Qt.Key.Key_Return)
        hands.until(lambda: vote_of(hands).received == 1)
    hands.shell.to_deck()
    hands.key(Qt.Key.Key_Return)
    enter_until(hands, PollState.CLOSED)
    enter_until(hands, PollState.COUNTED)
    result = vote_of(hands).result
    assert result is not None
    assert [part.persons for part in result.parts[:2]] == [1, 0]


def test_forty_options_are_read_on_by_arrows_and_a_vote_left_behind_is_said(talking: Hands) -> None:
    """Nothing runs over the page; going on without the vote is allowed, and the way back is named."""
    hands = talking
    options = tuple(
        (f"在东门与西门之间的绿地上建一处带遮阳棚、直饮水和夜间照明的活动场地第{n}处", 0) for n in range(40)
    )
    hands.world.do(
        planning.prepare_vote, item_id=hands.world.items[3], question=Question.SEVERAL, method="choose_k",
        options=options, setup=Setup(40, limit=3), reason="改",
    )  # fmt: skip
    hands.world.do(meeting_running.go_to_item, item_id=hands.world.items[3])
    page = page_of(hands)
    for panel in (page.before, page.ended):
        bar = panel.area.verticalScrollBar()
        hands.until(lambda bar=bar: bar.maximum() > 0)  # type: ignore[misc]
        inner = panel.area.widget()
        assert inner is not None
        assert inner.width() <= panel.area.viewport().width()
        hands.key(Qt.Key.Key_Down)
        assert bar.value() > 0
        hands.key(Qt.Key.Key_Up)
        assert bar.value() == 0
        if panel is page.before:
            hands.key(Qt.Key.Key_PageDown)
            hands.until(lambda: "PgUp" in hands.shell.banner.text())
            hands.key(Qt.Key.Key_PageUp)
            hands.page("ballots")
            enter_until(hands, PollState.OPEN)
            hands.shell.to_deck()
            hands.key(Qt.Key.Key_Return)
            enter_until(hands, PollState.CLOSED)
            enter_until(hands, PollState.COUNTED)
