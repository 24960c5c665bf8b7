"""Sharing money before the hall: every step of the count has a page, and the money on it adds up."""

import pytest

from meeting_app.domain.tally import bundle
from meeting_app.domain.vote_plan import Question
from meeting_app.i18n import using
from meeting_app.queries.slides_types_votes import HowToVoteSlide, VoteResultSlide
from meeting_app.ui.slides import vote_money
from tests.votes.steps import Vote
from tests.votes.test_slides import painted, slide_of

PROJECTS = (
    ("楼道灯换新", 3_600_000),
    ("健身角", 3_200_000),
    ("自行车棚", 4_500_000),
    ("门前无障碍坡道", 2_400_000),
    ("儿童沙坑", 900_000),
    ("花箱", 300_000),
)
VOTES = ("110100", "110000", "101000", "011100", "100100", "111000", "110110")


def _counted(vote: Vote, method: str, variant: str) -> VoteResultSlide:
    vote.prepare(Question.MONEY, method, PROJECTS, budget=9_000_000, variant=variant)
    vote.open()
    for person, line in enumerate(VOTES):
        vote.cast(person, tuple(int(mark) or None for mark in line))
    vote.close()
    vote.count()
    vote.publish()
    slide = slide_of(vote)
    assert isinstance(slide, VoteResultSlide)
    return slide


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize(
    ("method", "variant"),
    [("budget", ""), ("equal_shares", ""), ("equal_shares", "by_votes"), ("equal_shares", "add_one")],
)
def test_every_step_has_a_page(qapp: object, vote: Vote, method: str, variant: str, language: str) -> None:
    with using(language):
        slide = _counted(vote, method, variant)
        assert slide.pages > 3
        for page in range(slide.pages):
            painted(vote, slide_of(vote, page))


def test_the_money_on_the_pages_adds_up(qapp: object, vote: Vote) -> None:
    slide = _counted(vote, "budget", "")
    result = slide.result
    last = slide.pages - 2
    states = {PROJECTS[one.option][0]: one.state for one in vote_money.stands(result, last)}
    assert states == {
        "楼道灯换新": "chosen",
        "健身角": "chosen",
        "门前无障碍坡道": "dear",
        "自行车棚": "dear",
        "儿童沙坑": "now",
        "花箱": "",
    }
    assert vote_money.left_of(result, last) == 9_000_000 - 3_600_000 - 3_200_000 - 900_000
    assert vote_money.left_of(result, 0) == 9_000_000
    assert dict(result.count.steps[-1].figures)["left"] == vote_money.left_of(result, last)


def test_the_kept_sheet_gives_the_same_count_again(qapp: object, vote: Vote) -> None:
    _counted(vote, "equal_shares", "by_votes")
    sheet = vote.row().sheet
    assert sheet is not None
    assert bundle.ballots_hash(sheet) == vote.row().sheet_hash


@pytest.mark.parametrize("method", ["election", "gradient"])
def test_how_to_vote_in_elections_and_gradients(qapp: object, vote: Vote, method: str) -> None:
    question = Question.PEOPLE if method == "election" else Question.AGREE
    options = PROJECTS[:3] if method == "election" else PROJECTS[:1]
    vote.prepare(question, method, [(text, 0) for text, _cost in options])
    vote.open()
    how = slide_of(vote, pinned="how")
    assert isinstance(how, HowToVoteSlide)
    painted(vote, how)
