"""The Chinese words of the papers."""

from datetime import date, datetime, timedelta, timezone

import pytest

from meeting_app.documents import words
from meeting_app.queries.papers import Share, VoteTotals, WorkingStep
from meeting_app.wording import amounts
from tests.documents import samples

_ZONE = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Share(2, 3, True), "三分之二以上"),
        (Share(2, 3, False), "超过三分之二"),
        (Share(3, 4, True), "四分之三以上"),
        (Share(1, 2, False), "过半数"),
        (Share(1, 2, True), "半数以上"),
    ],
)
def test_shares_say_whether_the_number_counts(share: Share, said: str) -> None:
    assert words.share(share) == said


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(51, 64, "79.69%"), (1, 3, "33.33%"), (2, 3, "66.67%"), (0, 5, "0.00%"), (5, 5, "100.00%"), (1, 0, "—")],
)
def test_percentages_are_rounded_half_up(part: int, whole: int, said: str) -> None:
    assert words.percent(part, whole) == said


@pytest.mark.parametrize(
    ("part", "whole", "paper", "screen"),
    [
        (307_417, 614_832, "50.0002%", "50.0002%"),
        (307_416, 614_832, "50.00%", "50.0%"),
        (307_415, 614_832, "49.9998%", "49.9998%"),
        (409_888, 614_832, "66.67%", "66.7%"),
        (409_887, 614_832, "66.6665%", "66.6665%"),
        (461_123, 614_832, "74.9998%", "74.9998%"),
        (614_831, 614_832, "99.9998%", "99.9998%"),
        (1, 80_000, "0.001%", "0.001%"),
        (1, 20_000, "0.01%", "0.01%"),
        (501, 1_001, "50.05%", "50.05%"),
        (5_003, 10_000, "50.03%", "50.03%"),
        (29, 41, "70.73%", "70.7%"),
        (10**30 + 1, 2 * 10**30, "50." + "0" * 27 + "1%", "50." + "0" * 27 + "1%"),
    ],
)
def test_rounding_never_shows_a_share_that_was_missed(part: int, whole: int, paper: str, screen: str) -> None:
    assert (words.percent(part, whole), amounts.percent(part, whole)) == (paper, screen)


def test_numbers_dates_and_times() -> None:
    assert [words.number(value) for value in (1, 10, 11, 20, 35, 99, 100, 0)] == [
        *("一", "十", "十一", "二十", "三十五", "九十九", "100", "0")
    ]
    assert words.day(date(2026, 3, 1)) == "2026年3月1日"
    assert words.weekday(date(2026, 11, 28)) == "星期六"
    late = datetime(2026, 11, 28, 23, 5, tzinfo=_ZONE)
    assert words.span(late, late + timedelta(hours=1)) == "2026年11月28日23:05至11月29日0:05"
    assert words.span(late, None) == "2026年11月28日23:05开始"
    assert [words.talk(seconds) for seconds in (0, 59, 60, 125)] == ["0秒", "59秒", "1分00秒", "2分05秒"]


def test_the_working_of_a_sum_lists_what_there_is() -> None:
    step = WorkingStep("adds_up", 41, 41, 41, 41, True)
    assert words.working(step, VoteTotals(29, 8, 4), 2) == (
        "票数相符",
        "同意29＋反对8＋弃权4＝41",
        "到会41人",
    )
    step = WorkingStep("quorum", 41, 48, 32, 41, True, Share(2, 3, True))
    assert words.working(step, VoteTotals(0, 0, 0), 2) == ("到会三分之二以上", "41/48＝85.42%", "32人以上")
    step = WorkingStep("something_new", 3, 4, 2, 3, True)
    assert words.working(step, VoteTotals(0, 0, 0), 2)[0] == "核对"


def test_contacts_leave_out_what_is_not_known() -> None:
    assert words.contact(samples.CONTACT) == "居委会一楼窗口，周敏，电话5550 0128，工作日9:00至17:00"
