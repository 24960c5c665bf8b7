"""The score table and the meter: it equals counting by hand, and is made away from the window's thread."""

import threading
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.balance import Balance, Meter
from meeting_app.domain.roleplay.deals import broken, choices_of
from meeting_app.domain.roleplay.ledger import ledger
from meeting_app.scenarios.library import shipped
from meeting_app.ui.console.office.scenario_editor import judging
from meeting_app.ui.console.office.scenario_editor.entries import Unreadable
from meeting_app.ui.console.office.scenario_editor.matrix import Matrix
from meeting_app.ui.console.office.scenario_editor.meter_presenter import hint, with_hint
from meeting_app.ui.console.office.scenario_editor.page import ScenarioPage
from meeting_app.ui.console.office.scenario_editor.scores_view import ScoresSection
from tests.console_office.keyboard import enter, focused, press
from tests.domain.roleplay_sample import sample
from tests.scenario_editor.conftest import Open, settled


def _by_hand(scenario: m.Scenario) -> tuple[int, int, int, int]:
    """(possible, by all, by all but one, by the rule), deal by deal."""
    book, issues = ledger(scenario), [issue.id for issue in scenario.issues]
    counts = [0, 0, 0, 0]
    for deal in product(*(choices_of(issue) for issue in scenario.issues)):
        if broken(scenario, deal):
            continue
        yes = {
            role.id for role in scenario.scored
            if book.score(role.id, issues, deal) >= book.walk_away[role.id]
        }  # fmt: skip
        missing = len(scenario.scored) - len(yes)
        passed = len(yes) >= scenario.rule.accept and yes.issuperset(scenario.rule.vetoes)
        for at, so in enumerate((True, missing == 0, missing <= 1, passed)):
            counts[at] += so
    return counts[0], counts[1], counts[2], counts[3]


def _told(balance: Balance) -> tuple[int, int, int, int]:
    return balance.possible, balance.by_all, balance.by_all_but_one, balance.by_rule


def _shown(page: ScenarioPage) -> list[str]:
    return [gauge.share.text() for gauge in page.side.meter.gauges]


def test_the_meter_equals_counting_by_hand_after_each_key(edit: Open, qtbot: QtBot) -> None:
    page = edit("lift", "scores")
    view = page.view
    assert isinstance(view, ScoresSection)
    before = _shown(page)
    view.table.go_to(1, 4)
    for letter in "55":
        QTest.keyClicks(focused(), letter)
    enter()
    for letter in "12":
        QTest.keyClicks(focused(), letter)
    enter()
    settled(page, qtbot)
    scenario, judged = page.manuscript.scenario, page.judged
    points = {(one.role, one.issue, one.option): one.points for one in scenario.scores}
    assert (points["tang", "way", "half"], points["tang", "way", "level"]) == (55, 12)
    assert judged is not None
    assert judged.balance is not None
    assert _told(judged.balance) == _by_hand(scenario)
    assert _shown(page) != before
    for zone in ("easy", "hard"):
        page.side.meter.aim(zone)
        settled(page, qtbot)
        assert page.judged is not None
        assert page.judged.balance is not None
        assert _told(page.judged.balance) == _by_hand(page.manuscript.scenario)
        assert page.side.meter.zones.value() == zone


def test_counting_goes_on_while_the_window_stands_still(edit: Open, qtbot: QtBot) -> None:
    """No event is handled between the key and the end of the count, so it runs on another thread."""
    page = edit("lift", "scores")
    page.manuscript.put(("roles", 0, "walk_away"), 70)
    page.recount._timer.stop()
    page.recount._begin()
    running = page.recount._running
    assert running is not None
    names: list[str] = []
    running.add_done_callback(lambda _future: names.append(threading.current_thread().name))
    found = running.result(60)
    assert found.scenario is page.manuscript.scenario
    assert page.judged is not found
    qtbot.waitUntil(lambda: page.judged is found)


def test_only_the_newest_key_is_counted(edit: Open, qtbot: QtBot) -> None:
    page = edit("lift", "scores")
    heard: list[judging.Judgement] = []
    page.recount.judged.connect(heard.append)
    for limit in range(40, 60):
        page.manuscript.put(("roles", 0, "walk_away"), limit)
    page.recount._timer.stop()
    page.recount._begin()
    page.manuscript.put(("roles", 0, "walk_away"), 61)
    settled(page, qtbot)
    assert [one.scenario.roles[0].walk_away for one in heard] == [61]


def test_the_slider_shows_before_it_sets(edit: Open, qtbot: QtBot) -> None:
    page = edit("lift", "scores")
    meter = page.side.meter
    kept = page.manuscript.scenario
    meter.slider.setFocus()
    shares = []
    for step in (300, 500, 700, 900):
        meter.slider.setValue(step)
        qtbot.waitUntil(lambda step=step: meter._limits == page.judged.meter.at_step(step))  # type: ignore[misc,union-attr]
        shares.append(float(meter.gauges[0].share.text().rstrip("%")))
    assert shares == sorted(shares), "the slider is monotone"
    assert page.manuscript.scenario is kept
    meter.take.click()
    settled(page, qtbot)
    assert [role.walk_away for role in page.manuscript.scenario.scored] == list(
        Meter(kept).at_step(900).values()
    )


def test_points_by_order_and_ranks_by_keys(edit: Open, qtbot: QtBot) -> None:
    page = edit("lift", "scores")
    view = page.view
    assert isinstance(view, ScoresSection)
    view.table.go_to(3, 0)
    assert view.table.cells.matrix.value(3, 0) == 0
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [view.table.cells.matrix.value(row, 0) for row in (1, 2, 3)] == [0, 45, 35]
    view.by_order.click()
    assert view.order.isVisible()
    assert view.order.issues.order()[0] == "way"
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert view.order.issues.order()[:2] == ("share", "way")
    view.order.give.click()
    matrix = Matrix(page.manuscript.scenario)
    assert [matrix.value(row, 0) for row in (1, 2, 3)] == [0, 27, 14]
    assert not view.order.isVisible()


def test_a_copied_stretch_fills_the_table(edit: Open, qtbot: QtBot) -> None:
    page = edit("lift", "scores")
    view = page.view
    assert isinstance(view, ScoresSection)
    view.table.go_to(1, 1)
    QGuiApplication.clipboard().setText("选项\t甲\t乙\n半层\t1\t2\n平层\t3\t-4\n不装\t5\tx\n按楼层\t\t8")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    matrix = Matrix(page.manuscript.scenario)
    assert [[matrix.value(row, column) for column in (1, 2)] for row in (1, 2, 3, 5)] == [
        [1, 2], [3, -4], [5, 15], [None, 8],
    ]  # fmt: skip
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.manuscript.scenario == shipped("lift").scenario


def test_cells_say_what_they_are() -> None:
    matrix = Matrix(sample())
    assert [row.title for row in matrix.rows][-1] == "Walk-away: below it, no"
    assert [matrix.heat(row, 0) for row in (1, 2, 3)] == [3, 1, 0]
    assert Matrix(matrix.put(1, 0, None)).value(1, 0) is None
    assert matrix.typed(len(matrix.rows) - 1, 0, "44").roles[0].walk_away == 44
    with pytest.raises(Unreadable):
        matrix.typed(1, 0, "many")
    unchanged, _row = matrix.raised(1, 0, 1)
    assert unchanged == sample()


def test_weights_make_points_that_are_only_read() -> None:
    base = sample()
    issues = tuple(
        replace(issue, options=tuple(
            replace(option, effects=(("quiet", at),)) for at, option in enumerate(issue.options)
        ))
        for issue in base.issues
    )  # fmt: skip
    roles = tuple(
        role if role.observer else replace(role, interests=(m.Interest("quiet", "", 100),))
        for role in base.roles
    )
    matrix = Matrix(replace(base, scores=(), values=(m.Value("quiet", "Quiet"),), issues=issues, roles=roles))
    assert matrix.weighed()
    assert [matrix.value(row, 0) for row in (1, 2, 3)] == [0, 100, 200]


def test_weights_are_typed_in_tables(edit: Open, qtbot: QtBot) -> None:
    page = edit("lift", "scores")
    view = page.view
    assert isinstance(view, ScoresSection)
    page.manuscript.take(
        replace(page.manuscript.scenario, values=(m.Value("a", "Quiet"), m.Value("b", "Money")))
    )
    view.ways.button("weights").click()
    assert view.weights.told.isVisible()
    view.weights.drop.click()
    QGuiApplication.clipboard().setText("60\t50\n40\t50")
    view.weights.weights.go_to(0, 0)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    view.weights.effects.go_to(1, 0)
    for letter in "5":
        QTest.keyClicks(focused(), letter)
    enter()
    scenario = page.manuscript.scenario
    assert scenario.roles[1].interests == (m.Interest("a", "", 50), m.Interest("b", "", 50))
    assert scenario.issues[0].options[0].effects == (("a", 3),)
    assert Matrix(scenario).value(1, 0) == 180
    assert not page.grab().isNull()
    settled(page, qtbot)
    assert page.judged is not None
    assert "no_scores" not in {one.case for one in page.judged.findings}
    view.weights.weights.go_to(0, 0)
    press(Qt.Key.Key_Delete)
    assert page.manuscript.scenario.roles[0].interests == (m.Interest("b", "", 40),)


def test_the_hint_keeps_its_promise() -> None:
    lift = shipped("lift").scenario
    roles = tuple(
        replace(role, walk_away=(role.walk_away or 0) + 12) if role.id == "tang" else role
        for role in lift.roles
    )
    hard = replace(lift, roles=roles)
    found = hint(Meter(hard))
    assert found is not None
    assert found.role == "tang"
    better = Meter(with_hint(hard, found)).balance()
    assert better.shares[0] == found.share > Meter(hard).balance().shares[0]
