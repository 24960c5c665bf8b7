"""The play-test: fast time, what comes out when, who would accept, and where time ran out."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from meeting_app.domain.clock import Instant
from meeting_app.domain.roleplay.checks import check
from meeting_app.scenarios.library import shipped
from meeting_app.ui.console.office.scenario_editor.trial import Trial
from meeting_app.ui.console.office.scenario_editor.trial_view import clock_words
from tests.console_office.keyboard import enter, press
from tests.scenario_editor.conftest import Open


def _at(seconds: int) -> Instant:
    return Instant(seconds * 1000, seconds * 1000, "boot")


def test_time_that_ran_out_is_remembered_and_given() -> None:
    lift = shipped("lift").scenario
    trial = Trial(lift, 0, 60, _at(0))
    assert trial.left_ms(_at(1)) == 60_000
    trial.go_on(_at(1))
    trial.set_speed(10, _at(2))
    assert trial.left_ms(_at(2)) == 3 * 60_000
    trial.go_on(_at(2 + 30))
    assert [(lap.title, lap.short) for lap in trial.laps] == [("欢迎", False), ("先答几个问题", True)]
    trial.back(_at(40))
    assert len(trial.laps) == 1
    trial.go_on(_at(40 + 30))
    longer = trial.with_more_time(lift)
    assert longer.plans[0].phases[1].minutes == 5
    assert [one for one in check(longer) if one.code == "E02"] == []


def test_clues_and_events_come_at_their_minute() -> None:
    lift = shipped("lift").scenario
    trial = Trial(lift, 0, 60, _at(0))
    for _phase in range(6):
        trial.go_on(_at(0))
    assert trial.play.phase is not None
    assert trial.play.phase.id == "negotiate"
    trial.look(_at(5))
    assert len(trial.notes) == 1
    assert "社区主任来电" in trial.notes[0]
    trial.look(_at(9))
    assert len(trial.notes) == 3
    assert "钢材涨价" in trial.cue(_at(9))
    for _phase in range(9):
        trial.go_on(_at(9))
    assert trial.over()


def test_everybody_answers_by_the_points() -> None:
    trial = Trial(shipped("lift").scenario, 0, 60, _at(0))
    best = trial.answer((("half",), ("floor",), ("light",), ("card",), ("summer",)))
    assert len(best.yes) + len(best.no) == 7
    assert not best.breaks
    bad = trial.answer((("none",), ("floor",), ("more",), ("card",), ("quick",)))
    assert bad.breaks
    assert not bad.passes


def test_the_play_test_by_keys(edit: Open, qtbot: QtBot) -> None:
    page = edit("lift")
    press(Qt.Key.Key_F5)
    assert page.trial.isVisible()
    assert not page.grab().isNull(), "every part is painted"
    assert "欢迎" in page.trial.phase.text()
    for _phase in range(3):
        enter()
    assert "读自己的卡" in page.trial.phase.text()
    assert page.trial.laps.text().count("\n") == 2
    press(Qt.Key.Key_Escape)
    assert page.sections.hasFocus()
    empty = edit()
    press(Qt.Key.Key_F5)
    assert not empty.trial.isVisible()


def test_clock_words() -> None:
    assert [clock_words(ms) for ms in (61_000, 0, -5_000)] == ["1:01", "0:00", "+0:05"]
