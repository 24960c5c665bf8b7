"""The hall sees how to vote, how many came, the code of the ballots, and the result with its count."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter

from meeting_app.actions.projection import pin_slide
from meeting_app.actions.votes import counting, running
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.i18n import using
from meeting_app.queries import vote_words
from meeting_app.queries.slides import current_slide
from meeting_app.queries.slides_types import MotionSlide, Slide
from meeting_app.queries.slides_types_votes import (
    HowToVoteSlide,
    ReceivedSlide,
    SealedSlide,
    VoteResultSlide,
)
from meeting_app.queries.vote_result import VoteResult, vote_result
from meeting_app.ui.slides import accessible_text, motion, paint_slide, scheme, vote_open
from meeting_app.ui.slides.sheet import Written
from tests.votes.steps import CANDIDATES, NO, YES, Vote

RANKS = ((1, 2, 3), (1, None, None), (2, 1, 3), (3, 1, 2), (2, 3, 1))


def slide_of(vote: Vote, page: int = 0, pinned: str = "") -> Slide:
    """What the hall sees at this page."""
    vote.room.do(pin_slide, meeting_id=vote.hall.meeting, pinned=pinned, page=page)
    return vote.room.ask(current_slide, meeting_id=vote.hall.meeting, now=vote.room.time())


def painted(vote: Vote, slide: Slide) -> list[Written]:
    """Every text of the painted page; none left its box or was squeezed."""
    image = QImage(960, 540, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(0.5, 0.5)
    record: list[Written] = []
    paint_slide(painter, slide, vote.room.time(), scheme(), record)
    painter.end()
    assert all(text.squeeze == 1.0 for text in record), [text for text in record if text.squeeze < 1]
    assert record
    return record


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_pages_of_a_vote_from_sample_to_lot(qapp: object, vote: Vote, language: str) -> None:
    vote.prepare(Question.ONE, "irv", CANDIDATES)
    from tests.actions.hall import begin

    begin(vote.room, vote.hall, vote.hall.vote)
    with using(language):
        assert isinstance(slide_of(vote), MotionSlide)
        how = slide_of(vote, pinned="how")
        assert isinstance(how, HowToVoteSlide)
        painted(vote, how)
        vote.room.do(running.open_vote, poll_id=vote.poll)
        for person, ranks in enumerate(RANKS):
            vote.cast(person, ranks)
        going = slide_of(vote)
        assert isinstance(going, ReceivedSlide)
        assert (going.received, going.remaining) == (5, 2)
        painted(vote, going)
        vote.close()
        vote.count()
        over = slide_of(vote)
        assert isinstance(over, SealedSlide)
        assert "".join(over.code).lower() == vote.row().sheet_hash[:16]
        painted(vote, over)
        vote.publish()
        last = slide_of(vote)
        assert isinstance(last, VoteResultSlide)
        for page in range(last.pages):
            painted(vote, slide_of(vote, page))


def test_the_hall_reads_what_can_be_chosen_before_and_while_it_votes(qapp: object, vote: Vote) -> None:
    """Forty long options stand page by page; how to vote was held, and gives way when the vote begins."""
    texts = tuple(
        f"在东门与西门之间的绿地上建一处带遮阳棚、直饮水和夜间照明的场地第{n}处" for n in range(1, 41)
    )
    vote.prepare(Question.SEVERAL, "choose_k", tuple((text, 0) for text in texts), limit=3)
    from tests.actions.hall import begin

    begin(vote.room, vote.hall, vote.hall.vote)
    said: list[str] = []
    slide = slide_of(vote, 0)
    assert isinstance(slide, MotionSlide)
    assert slide.rule is None  # hands would be counted by another rule
    for page in range(motion.page_count(slide)):
        said += [one.text for one in painted(vote, slide_of(vote, page))]
    assert [text for text in said if text in texts] == list(texts)
    slide_of(vote, pinned="how")
    vote.room.do(running.open_vote, poll_id=vote.poll)
    said.clear()
    slide = vote.room.ask(current_slide, meeting_id=vote.hall.meeting, now=vote.room.time())
    assert isinstance(slide, ReceivedSlide)
    for page in range(vote_open.page_count(slide)):
        said += [one.text for one in painted(vote, slide_of(vote, page))]
    assert [text for text in said if text in texts] == list(texts)


def test_nothing_of_a_choice_is_shown_before_it_is_confirmed(qapp: object, vote: Vote) -> None:
    vote.prepare(Question.ONE, "choose_one", (("红房子", 0), ("绿房子", 0)))
    vote.open()
    vote.cast(0, (1, None))
    names = ("红房子", "绿房子")
    before = slide_of(vote)
    vote.cast(1, (1, None))
    after = slide_of(vote)
    assert isinstance(before, ReceivedSlide)
    assert after == replace(before, received=2, remaining=before.remaining - 1)
    for step in (vote.close, vote.count):
        step()
        slide = slide_of(vote)
        assert isinstance(slide, SealedSlide)
        assert slide.tied == ()
        said = accessible_text(slide, vote.room.time()) + "".join(one.text for one in painted(vote, slide))
        assert not any(name in said for name in names)


def test_a_lot_is_shown_with_its_numbers(qapp: object, vote: Vote) -> None:
    vote.prepare(Question.ONE, "choose_one", CANDIDATES)
    vote.open()
    vote.cast(0, (1, None, None))
    vote.cast(1, (None, 1, None))
    vote.close()
    vote.count()
    over = slide_of(vote)
    assert isinstance(over, SealedSlide)
    assert [one.text for one in over.tied] == ["王桂兰", "李建国"]
    assert vote_open.sealed_pages(over) == 1
    vote.room.do(counting.draw_lot, poll_id=vote.poll, number="40729", drawn_by="吴敏")
    vote.count()
    vote.publish()
    slide = slide_of(vote, 1)
    assert isinstance(slide, VoteResultSlide)
    texts = [one.text for one in painted(vote, slide)]
    assert "40729" in texts
    result = vote_result_of(vote)
    assert result.lot is not None
    assert result.lot.tickets[0][0] in vote_words.sentence(result)


def test_the_names_of_a_long_tie_stand_on_pages_of_their_own(qapp: object, vote: Vote) -> None:
    texts = tuple(
        f"在东门与西门之间的绿地上建一处带遮阳棚、直饮水和夜间照明的场地第{n}处" for n in range(1, 13)
    )
    vote.prepare(Question.ONE, "choose_one", tuple((text, 0) for text in texts))
    vote.open()
    for person in range(5):
        vote.cast(person, tuple(1 if place == person else None for place in range(12)))
    vote.close()
    vote.count()
    slide = slide_of(vote)
    assert isinstance(slide, SealedSlide)
    pages = [[one.text for one in painted(vote, slide_of(vote, page))] for page in range(2)]
    assert vote_open.sealed_pages(slide) == 2
    assert any("5 options have equal votes" in text for text in pages[0])
    assert [text for text in pages[1] if text in texts] == list(texts[:5])


def vote_result_of(vote: Vote) -> VoteResult:
    """The one result object."""
    found = vote.room.ask(vote_result, poll_id=vote.poll)
    assert found is not None
    return found


def test_forty_long_options_leave_no_page(qapp: object, vote: Vote) -> None:
    """Those in front under the sentence, all of them on pages of their own, none cut without a sign."""
    long = "在东门与西门之间的绿地上建一处带遮阳棚、直饮水和夜间照明的老人儿童共用活动场地"
    vote.prepare(Question.ONE, "irv", tuple((f"{long}第{n}处", 0) for n in range(1, 41)))
    vote.open()
    for person, first in enumerate((12, 12, 30, 7, 7)):
        vote.cast(person, tuple(1 if place == first else None for place in range(40)))
    vote.close()
    vote.count()
    vote.room.do(counting.draw_lot, poll_id=vote.poll, number="40729", drawn_by="吴敏")
    vote.count()
    vote.publish()
    slide = slide_of(vote)
    assert isinstance(slide, VoteResultSlide)
    said = vote_words.sentence(slide.result)
    with using("zh_CN"):
        assert "抽签决定" in vote_words.sentence(slide.result)
    listed = set()
    for page in range(slide.pages):
        texts = [one.text for one in painted(vote, slide_of(vote, page))]
        listed |= {text.split()[0] for text in texts if "在东门" in text and text[0].isdigit()}
        assert said not in texts  # too long for its place
    assert listed == {str(number) for number in range(1, 41)}


def test_a_secret_vote_with_the_figures_of_its_rule(qapp: object, vote: Vote) -> None:
    vote.prepare(secret=True, channels=(Channel.PAPER,))
    vote.open()
    vote.room.do(running.hand_out, poll_id=vote.poll, issued=5)
    for serial, marks in enumerate((YES, YES, YES, YES, NO)):
        vote.paper(str(serial), marks)
    vote.close()
    vote.count()
    vote.publish()
    slide = slide_of(vote)
    assert isinstance(slide, VoteResultSlide)
    assert slide.pages == 1
    (line,) = slide.result.lines
    assert (line.actual, line.needed, line.base, line.base_name) == (4, 4, 7, "present")
    painted(vote, slide)
