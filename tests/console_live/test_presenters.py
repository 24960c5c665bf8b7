"""What the live window says, by tables: no window is needed for the words."""

from dataclasses import replace
from datetime import date

import pytest

from meeting_app import i18n
from meeting_app.domain.clock import Clock, Instant
from meeting_app.domain.hand_count import Choice, RowCount
from meeting_app.domain.rules.hands import HandCount, judge_hands
from meeting_app.domain.rules.in_force import pack_on
from meeting_app.queries.basics import NOWHERE, HomePlace
from meeting_app.queries.people import PersonHit
from meeting_app.queries.polls import HandRow, HandsView, OutcomeView, rule_view
from meeting_app.queries.rule_packs import shipped_packs
from meeting_app.settings import Settings
from meeting_app.ui.console.live import (
    check_in_presenter,
    discussion_presenter,
    hall_presenter,
    hands_presenter,
    measures,
    result_presenter,
    words,
)
from meeting_app.ui.console.live.bells import BellWatch

HOME = HomePlace("3号楼", 2, 5, "501")

REPRESENTATIVES = pack_on(shipped_packs(), "residents_representatives", date(2026, 11, 28))


def at(ms: int) -> Instant:
    """An instant of one boot."""
    return Instant(ms, ms, "boot")


def hit(**fields: object) -> PersonHit:
    """A member who is not here yet."""
    plain = PersonHit("p", 7, "王桂芳", HOME, "", "representative", True, "absent", None, "")
    return replace(plain, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("late_ms", "said", "tone"),
    [
        (0, "on time", "ok"),
        (29_999, "on time", "ok"),
        (360_000, "6 min late", "warn"),
        (-120_000, "2 min early", "ok"),
        (-7_800_000, "2 h 10 min early", "ok"),
    ],
)
def test_lateness(late_ms: int, said: str, tone: str) -> None:
    assert words.lateness(late_ms) == (said, tone)


@pytest.mark.parametrize(("ms", "said"), [(None, ""), (0, "0"), (120_000, "+2"), (-60_000, "\u22121")])
def test_deviation_has_a_true_minus(ms: int | None, said: str) -> None:
    assert words.deviation(ms) == said


def test_places_in_both_languages() -> None:
    assert words.storey(HOME) == "3号楼 stairway 2, storey 5"
    with i18n.using("zh_CN"):
        assert words.room(HOME) == "3号楼 2单元 501"
        assert words.storey(HOME) == "3号楼 2单元 5层"
    assert words.room(NOWHERE) == words.storey(NOWHERE) == ""


@pytest.mark.parametrize(
    ("who", "text", "code"),
    [
        (hit(), "7", "check_in"),
        (hit(state="left"), "7", "check_in"),
        (hit(state="present"), "7", "check_out"),
        (hit(state="not_invited"), "7", "guest"),
        (None, "Zoe Quill", "new_guest"),
        (None, "999", "none"),
        (None, "Z", "none"),
        (None, "", "none"),
    ],
)
def test_what_enter_does_at_the_desk(who: PersonHit | None, text: str, code: str) -> None:
    assert check_in_presenter.offer(who, text).code == code


@pytest.mark.parametrize(
    ("elapsed", "figures", "tone", "per_mille"),
    [
        (0, "3:00", "action", 0),
        (150_000, "0:30", "warn", 833),
        (180_000, "0:00", "warn", 1000),
        (192_500, "+0:12", "danger", 1000),
    ],
)
def test_a_speakers_clock(elapsed: int, figures: str, tone: str, per_mille: int) -> None:
    shown = discussion_presenter.clock_shown(Clock(180_000, 0, at(0)), at(elapsed))
    assert (shown.figures, shown.tone, shown.per_mille) == (figures, tone, per_mille)
    assert not shown.paused


def test_a_paused_clock_says_so() -> None:
    assert discussion_presenter.clock_shown(Clock(180_000, 60_000), at(0)).caption == "left, paused"


def test_bells_ring_once_at_half_a_minute_and_twice_at_the_end(tmp_path: object, qapp: object) -> None:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from meeting_app import settings

    kept = Settings(Path(str(tmp_path)) / "settings.json")
    kept.put(settings.BELLS, False)
    owner = QObject()
    watch = BellWatch(kept, owner)
    clock = Clock(60_000, 0, at(0))
    heard = [watch.watch("a", clock, at(ms)) for ms in (0, 29_000, 30_000, 31_000, 59_900, 60_000, 61_000)]
    assert heard == [0, 0, 1, 0, 0, 2, 0]
    # Another speech, or a start in the middle of one, is silent at first.
    assert watch.watch("b", clock, at(70_000)) == 0
    # A part of a role-play has warnings of its own.
    part, warnings = Clock(600_000, 0, at(0)), (300_000, 60_000)
    times = (0, 299_000, 300_000, 301_000, 540_000, 570_000, 600_000)
    assert [watch.watch("c", part, at(ms), warnings) for ms in times] == [0, 0, 1, 0, 1, 0, 2]
    owner.deleteLater()


def hands_view(first: int | None, second: int | None, **fields: object) -> HandsView:
    """A vote of 33 in one row, counted for the first choice."""
    count = RowCount(first, second)
    counts = {Choice.FOR: count, Choice.AGAINST: RowCount(), Choice.ABSTAIN: RowCount()}
    states = {choice: one.state(2) for choice, one in counts.items()}
    plain = HandsView(
        item_id="i", title="t", motion=None, state="open", poll_id="p", round=1, choice=Choice.FOR,
        rows=(HandRow(1, "", 33, counts, states),), tellers=2, teller1="甲", teller2="乙",
        totals=dict.fromkeys(Choice, 0),
        finished={one: one is Choice.FOR and first is not None and first == second for one in Choice},
        needed=17, present=33, eligible=48, rule=rule_view(REPRESENTATIVES), outcome=None, seat_rows=(),
    )  # fmt: skip
    return replace(plain, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "remark", "code"),
    [
        (None, None, "not counted yet", "none"),
        (20, None, "waiting for 乙", "none"),
        (None, 20, "waiting for 甲", "none"),
        (20, 19, "1 hand apart", "none"),
        (20, 20, "agreed", "count_next"),
    ],
)
def test_two_tellers(first: int | None, second: int | None, remark: str, code: str) -> None:
    view = hands_view(first, second)
    assert hands_presenter.rows(view)[0].remark == remark
    assert hands_presenter.rows(view)[0].label == "whole hall"
    assert hands_presenter.main(view).code == code


def outcome(eligible: int, present: int, counts: HandCount) -> result_presenter.ResultShown:
    """The page of a counted vote."""
    judged = judge_hands(REPRESENTATIVES, eligible, present, counts)
    needed = REPRESENTATIVES.approval.needed(present)
    found = OutcomeView(
        judged.verdict, counts.for_, counts.against, counts.abstain, judged.not_voting, present, eligible,
        needed, present, judged.steps, False, 1,
    )  # fmt: skip
    shown = result_presenter.result(hands_view(1, 1, state="counted", outcome=found))
    assert shown is not None
    return shown


def test_results_in_words() -> None:
    adopted = outcome(48, 33, HandCount(17, 10, 3))
    assert (adopted.word, adopted.sentence) == (
        "Adopted",
        "17 for it, 17 needed of 33 present. More than half of the members present agree.",
    )
    assert [step.holds for step in adopted.steps] == [True, True, True]
    failed = outcome(48, 33, HandCount(16, 14, 3))
    assert failed.sentence == "16 for it, 17 needed of 33 present. 1 vote short."
    assert failed.steps[-1].holds is False
    empty = outcome(48, 31, HandCount(31, 0, 0))
    assert empty.word == "No quorum"
    assert "1 short" in empty.sentence
    # A test that was not made any more is shown as such.
    assert [step.holds for step in empty.steps] == [True, False, None]


def test_the_halls_line_counts_down() -> None:
    assert hall_presenter.banner_left("请白色车的车主挪车") == 14
    assert hall_presenter.banner_left("x" * 25) == -2


@pytest.mark.parametrize(
    ("width", "height", "percent", "name"),
    [
        (1366, 768, 100, "usual"),
        (1366, 696, 100, "low"),
        (1366, 768, 125, "small"),
        (1093, 614, 100, "small"),
        (1920, 1080, 100, "large"),
        (1920, 1080, 125, "usual"),
    ],
)
def test_sizes_of_the_window(width: int, height: int, percent: int, name: str) -> None:
    assert measures.for_window(width, height, percent).name == name
