"""What cannot be, typed into the window's own fields: each is answered by a sentence, and nothing is stored."""

from PySide6.QtCore import Qt

from meeting_app.domain.vote_plan import PollState, Question
from tests.console_live.test_ballots import enter_until, page_of, prepare, vote_of
from tests.console_live.world import Hands

ENTER = Qt.Key.Key_Return


def told(hands: Hands) -> str:
    """What the banner says, once it says something."""
    hands.until(hands.shell.banner.isVisible)
    return hands.shell.banner.text.text()


def test_a_ballot_that_no_rule_reads(talking: Hands) -> None:
    hands = talking
    prepare(hands, Question.SEVERAL, "choose_k", limit=2, seats=1)
    page = page_of(hands)
    enter_until(hands, PollState.OPEN)
    hands.until(lambda: hands.focus() is page.running.who)
    hands.write("1")
    hands.key(ENTER)
    hands.until(lambda: hands.focus() is page.running.entry)
    for entry in ("9", "1 2 3", "1 1", "-1", "x"):
        page.running.entry.clear()
        hands.write(entry)
        hands.key(ENTER)
        for _ in range(20): hands.bot.wait(10)
        print(entry, hands.shell.banner.isVisible(), [w.text() for w in hands.shell.banner.findChildren(type(page.remark))], page.remark.text(), hands.focus(), vote_of(hands).received)
    assert 0
