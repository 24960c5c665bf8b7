"""Many options: pairs are told of those in front alone, and equal ones waiting for a lot stand first."""

from meeting_app.domain.tally.count import Setup
from meeting_app.domain.tally.methods import METHODS
from meeting_app.domain.vote_plan import Question
from meeting_app.i18n import using
from meeting_app.queries.vote_result import vote_result
from meeting_app.queries.vote_steps import ALL_TOLD, pages_of, told
from meeting_app.ui.console.live.ballots import presenter
from meeting_app.ui.console.live.ballots.options_shown import options_shown
from tests.votes.steps import CANDIDATES, Vote


def test_a_long_comparison_of_pairs_tells_who_is_in_front() -> None:
    many = METHODS["schulze"].count([tuple(range(1, 41)), tuple(range(1, 41))], Setup(40), None)
    names = [f"第{number}处" for number in range(1, 41)]
    with using("zh_CN"):
        said = told(many, names)
    assert len(pages_of(many)) == 2
    assert pages_of(many)[-1][1] == len(many.steps)
    assert "第1处" in said[1]
    assert "第2处 2 : 0" in said[1]
    assert "第40处" not in said[1]
    assert len(said) == 5
    tied = METHODS["schulze"].count([tuple(range(1, 41)), tuple(range(40, 0, -1))], Setup(40), None)
    assert len(pages_of(tied)) <= 8


def test_a_short_comparison_tells_every_pair_both_ways() -> None:
    count = METHODS["schulze"].count([(1, 2, 3), (1, 3, 2), (2, 1, None)], Setup(3), None)
    with using("en"):
        said = told(count, ("A", "B", "C"))
    assert len(pages_of(count)) == 6
    assert said[1].endswith("B 2 : 1, C 3 : 0")
    assert len(count.standing) <= ALL_TOLD


def test_equal_options_stand_first_until_the_lot(vote: Vote) -> None:
    vote.prepare(Question.ONE, "choose_one", (*CANDIDATES, ("赵丽", 0), ("钱伟", 0)))
    vote.open()
    for person, place in enumerate((1, 2, 3, 4)):
        vote.cast(person, tuple(1 if at == place else None for at in range(5)))
    vote.close()
    assert vote.count().tie is not None
    result = vote.room.ask(vote_result, poll_id=vote.poll)
    assert result is not None
    lines = options_shown(result).lines
    assert [line.tied for line in lines] == [True] * 4 + [False]
    assert lines[-1].name.endswith(CANDIDATES[0][0])
    with using("zh_CN"):
        assert CANDIDATES[1][0] not in presenter.sentence(result)
