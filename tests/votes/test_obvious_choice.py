"""An obvious majority for an option, or for some: a result without a figure, everywhere."""

from datetime import date

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from sqlalchemy import select

from meeting_app.actions.votes import counting, running
from meeting_app.actions.votes.obvious import declare_choice
from meeting_app.documents.decision_notice import decision_notice
from meeting_app.documents.minutes import minutes
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.trace import Verdict
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.i18n import using
from meeting_app.queries import vote_words
from meeting_app.queries.minutes import decision_notice_paper, minutes_paper
from meeting_app.queries.slides import current_slide
from meeting_app.queries.slides_types_votes import SealedSlide, VoteResultSlide
from meeting_app.queries.vote_bundle import vote_bundle
from meeting_app.queries.vote_view import vote_view
from meeting_app.storage.tables import Decision
from meeting_app.ui.slides import accessible_text, paint_slide, scheme
from tests.documents.samples import mark
from tests.votes.steps import CANDIDATES, Vote
from tests.votes.test_agreement import text_of

MARK = mark("晨居会〔2026〕1号")
BY_HAND = (Channel.KEYPAD, Channel.HANDS)


def seen(vote: Vote, method: str, chosen: tuple[int, ...], seats: int) -> None:
    """A vote among three that the chair ends by seeing enough."""
    question = Question.ONE if method == "choose_one" else Question.SEVERAL
    limit = 0 if method == "choose_one" else 2
    channels = BY_HAND if method == "choose_one" else (Channel.KEYPAD,)
    vote.prepare(question, method, CANDIDATES, channels=channels, seats=seats, limit=limit)
    vote.open()
    vote.room.do(declare_choice, poll_id=vote.poll, options=chosen)


@pytest.mark.parametrize(
    ("method", "chosen", "seats"), [("choose_one", (2,), 1), ("choose_k", (1, 3), 2), ("choose_k", (3,), 2)]
)
def test_console_hall_minutes_and_notice_show_no_figure(
    qapp: object, vote: Vote, method: str, chosen: tuple[int, ...], seats: int
) -> None:
    seen(vote, method, chosen, seats)
    ask, meeting = vote.room.ask, vote.hall.meeting
    assert not isinstance(ask(current_slide, meeting_id=meeting, now=vote.room.time()), SealedSlide)
    vote.publish()
    view = ask(vote_view, item_id=vote.hall.vote)
    assert view is not None
    assert view.result is not None
    assert view.result.declared
    names = [CANDIDATES[number - 1][0] for number in chosen]
    with using("zh_CN"):
        said, turnout = vote_words.sentence(view.result), vote_words.turnout(view.result)
    assert all(name in said for name in names)
    assert {vote_words.option_figure(view.result, option) for option in view.result.options} == {""}
    slide = ask(current_slide, meeting_id=meeting, now=vote.room.time())
    assert isinstance(slide, VoteResultSlide)
    with using("zh_CN"):
        projector = accessible_text(slide, vote.room.time())
    record = text_of(minutes(ask(minutes_paper, meeting_id=meeting, mark=MARK)))
    posted = ask(decision_notice_paper, meeting_id=meeting, mark=MARK, posted_on=date(2026, 11, 29))
    for text in (projector, record, text_of(decision_notice(posted))):
        bare = "".join(text.split())
        assert "没有清点" in bare
        assert "".join(said.split()) in bare
        assert "0票" not in bare
        assert "有效0" not in bare
    assert "".join(turnout.split()) in "".join(record.split())
    assert "封票码" not in record
    assert vote.row().verdict == Verdict.ELECTED
    with vote.room.store.read() as session:
        assert all(name in session.scalars(select(Decision.text)).one() for name in names)


def test_the_tick_stands_beside_the_name(qapp: object, vote: Vote) -> None:
    seen(vote, "choose_one", (2,), 1)
    vote.publish()
    slide = vote.room.ask(current_slide, meeting_id=vote.hall.meeting, now=vote.room.time())
    image = QImage(960, 540, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(0.5, 0.5)
    paint_slide(painter, slide, vote.room.time(), scheme())
    painter.end()
    red = QColor(scheme().vermilion).rgb()
    among_names = [x for x in range(960) for y in range(235, 460) if image.pixel(x, y) == red]
    assert among_names
    assert max(among_names) < 280  # where names of so few characters end, not where bars would begin


def test_what_was_begun_is_counted_and_what_was_seen_may_go_on(vote: Vote) -> None:
    seen(vote, "choose_one", (2,), 1)
    told = vote.room.refused(counting.recount_vote, poll_id=vote.poll, reason="有人要求")
    assert told.code == "nothing_to_recount"
    with pytest.raises(Refusal, match="vote_not_counted"):
        vote.room.ask(vote_bundle, poll_id=vote.poll)
    vote.room.do(running.reopen_vote, poll_id=vote.poll, reason="有人要求清点")
    for options in ((), (4,), (1, 2), (0,)):
        told = vote.room.refused(declare_choice, poll_id=vote.poll, options=options)
        assert told.code == "obvious_options"
    vote.cast(0, (1, None, None))
    assert vote.room.refused(declare_choice, poll_id=vote.poll, options=(1,)).code == "obvious_after_votes"
    vote.close()
    vote.count()
    assert not vote.row().declared


def test_only_where_there_is_nothing_to_add_up(vote: Vote) -> None:
    vote.prepare(Question.RANK, "borda", CANDIDATES)
    vote.open()
    assert vote.room.refused(declare_choice, poll_id=vote.poll, options=(1,)).code == "obvious_not_here"
