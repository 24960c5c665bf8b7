"""What cannot be, typed into the fields of the window: each is answered by a sentence, nothing is stored."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from meeting_app.actions import running
from meeting_app.domain.vote_plan import PollState, Question
from meeting_app.queries.polls import hands_view
from meeting_app.queries.vote_view import vote_plan
from tests.console_live.test_ballots import enter_until, page_of, prepare, vote_of
from tests.console_live.world import Hands

ENTER = Qt.Key.Key_Return
TOO_MANY = "99"


def told(hands: Hands) -> str:
    """What the banner says, once it says something; it is taken away again."""
    hands.until(lambda: hands.shell.banner.text() != "")
    said = hands.shell.banner.text()
    hands.shell.banner.clear()
    return said


def typed(hands: Hands, field: Any, text: str) -> None:
    """A figure into a field, as fingers do it, and Enter."""
    field.setFocus()
    field.selectAll()
    hands.write(text)
    hands.key(ENTER)


def test_ballots_that_no_rule_reads(talking: Hands) -> None:
    hands = talking
    prepare(hands, Question.SEVERAL, "choose_k", limit=2, seats=1)
    running_page = page_of(hands).running
    enter_until(hands, PollState.OPEN)
    hands.until(lambda: hands.focus() is running_page.who)
    typed(hands, running_page.who, "1")
    for entry, said in (("9", "3 options"), ("1 1", "twice"), ("-1", "numbers"), ("x", "numbers")):
        typed(hands, running_page.entry, entry)
        assert said in running_page.preview.text()
    typed(hands, running_page.entry, "1 2 3")
    assert "more is marked than allowed" in told(hands)
    assert vote_of(hands).received == 0


def test_more_hands_than_may_still_vote(talking: Hands) -> None:
    hands = talking
    prepare(hands, Question.ONE, "choose_one")
    running_page = page_of(hands).running
    enter_until(hands, PollState.OPEN)
    hands.until(lambda: hands.focus() is running_page.who)
    running_page.way.set_value("hands")
    running_page.way.chosen.emit("hands")
    hands.until(lambda: hands.focus() in running_page.rest._fields.values())
    typed(hands, hands.focus(), TOO_MANY)
    assert TOO_MANY in told(hands)
    assert [row.first for row in vote_of(hands).rest] == [None, None, None]


def test_more_papers_replaced_than_handed_out(talking: Hands) -> None:
    hands = talking
    prepare(hands, Question.AGREE, "yes_no", secret=True)
    papers = page_of(hands).before.papers
    papers.issued.setText("2")
    typed(hands, papers.replaced, "3")
    assert "more replaced and not given back than handed out" in told(hands)
    assert (vote_of(hands).issued, vote_of(hands).replaced) == (0, 0)


def test_a_row_cannot_raise_more_hands_than_sit_in_it(talking: Hands) -> None:
    hands, world = talking, talking.world
    world.do(running.go_to_item, item_id=world.items[3])
    hands.page("hands")
    page: Any = hands.shell.pages["hands"]
    hands.until(lambda: hands.focus() is hands.shell)
    hands.key(ENTER)
    hands.until(lambda: page.table.isVisible() and page.table.cell(1, 1).hasFocus())
    hands.write(TOO_MANY)
    hands.key(ENTER)
    assert TOO_MANY in told(hands)
    view = world.ask(hands_view, item_id=world.items[3])
    assert {count.first for row in view.rows for count in row.counts.values()} == {None}


@pytest.mark.parametrize(
    ("question", "options", "budget", "said"),
    [
        ("one", "甲", "", "2"),
        ("one", "甲\n甲", "", "甲"),
        ("money", "甲 30\n乙 -5", "100", "乙 -5"),
        ("money", "甲 30\n乙 2.²", "100", "乙 2.²"),
        ("money", "甲 30\n乙 20", "many", "yuan"),
        ("money", "甲 30\n乙 20", "0", "budget"),
        ("money", "甲 30\n乙 0", "100", "cost"),
    ],
)
def test_a_vote_that_cannot_be_prepared(
    talking: Hands, question: str, options: str, budget: str, said: str
) -> None:
    hands, world = talking, talking.world
    world.do(running.go_to_item, item_id=world.items[3])
    hands.page("hands")
    page: Any = hands.shell.pages["hands"]
    page.ballots_button.click()
    editor = page.prepare.editor
    editor.form.set_value("ballots")
    editor.question.set_value(question)
    editor._offer_methods()
    editor.options.setPlainText(options)
    editor.budget.setText(budget)
    page.prepare.keep_button.click()
    hands.until(lambda: editor.wrong.text() != "")
    assert said in editor.wrong.text()
    assert world.ask(vote_plan, item_id=world.items[3]) is None
