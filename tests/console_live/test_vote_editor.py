"""The form of a vote: every printed variant of a method can be chosen and says how it counts."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from meeting_app.domain.ballot_entry import filled_as, marks_from
from meeting_app.domain.tally.methods import METHODS
from meeting_app.domain.vote_plan import METHODS_FOR, Question
from meeting_app.i18n import using
from meeting_app.ui.console import vote_choices as choices
from meeting_app.ui.console.live.box import down, held
from meeting_app.ui.console.vote_editor import BALLOTS, VoteEditor

# What the hall's page has left for the form in a window of 1093 pixels: 1366 at 125 per cent.
ROOM = 567
LINES = "修长椅 3200\n换路灯 5400\n种花 1800"
WAYS = [
    (question, method, variant)
    for question, methods in METHODS_FOR.items()
    for method in methods
    for variant in [code for code, _word in choices.VARIANTS.get(method, ())] or [""]
]


def filled(qtbot: QtBot, question: Question, method: str, variant: str) -> VoteEditor:
    """The form with one way of counting, as a person chooses it."""
    editor = VoteEditor()
    qtbot.addWidget(editor)
    editor.begin(None, "修缮", [], announced=False)
    editor.form.set_value(BALLOTS)
    for choice, value in ((editor.question, question), (editor.method, method), (editor.variant, variant)):
        choice.set_value(value)
        choice.chosen.emit(value)
    editor.options.setPlainText(LINES if question is Question.MONEY else "甲\n乙\n丙")
    editor.budget.setText("8000")
    return editor


@pytest.mark.parametrize(("question", "method", "variant"), WAYS)
def test_every_way_can_be_chosen_and_counted(
    qtbot: QtBot, question: Question, method: str, variant: str
) -> None:
    editor = filled(qtbot, question, method, variant)
    wanted = editor.wanted()
    assert wanted is not None
    assert (wanted.method, wanted.setup.variant) == (method, variant)
    costs = tuple(cost for _text, cost in wanted.options)
    setup = wanted.setup.__class__(
        len(costs), wanted.setup.seats, wanted.setup.limit, costs if any(costs) else (), wanted.setup.budget,
        variant,
    )  # fmt: skip
    assert METHODS[method].count((), setup, None).winners == ()
    assert editor.counted.text()
    assert editor.tie.text()
    assert marks_from(filled_as(method, variant), "", len(costs)) == (None,) * len(costs)


def test_variants_tell_themselves_apart(qtbot: QtBot) -> None:
    for method, offered in choices.VARIANTS.items():
        question = next(one for one, methods in METHODS_FOR.items() if method in methods)
        told = {filled(qtbot, question, method, code).counted.text() for code, _word in offered}
        assert len(told) == len(offered), method
    assert filled(qtbot, Question.MONEY, "budget", "knapsack")._limit_box.isHidden()
    dots = filled(qtbot, Question.MONEY, "budget", "dots")
    assert dots._limit_box.label.text() == choices.limit_word("dots")
    assert marks_from(filled_as("budget", "dots"), "2 0 3", 3) == (2, 0, 3)


@pytest.mark.parametrize("width", [567, 900])
def test_the_sample_and_its_words_stay_in_sight(qtbot: QtBot, width: int) -> None:
    editor = filled(qtbot, Question.MONEY, "equal_shares", "add_one_by_votes")
    page = held(down(300, editor, 60))
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(width, 400)
    area.show()
    area.activateWindow()
    qtbot.waitExposed(area)

    def seen(part: QWidget) -> bool:
        at = part.mapTo(area.viewport(), QPoint(0, 0)).y()
        return at >= 0 and at + part.height() <= area.viewport().height()

    for field in (editor.question, editor.method, editor.rule):
        field.setFocus()
        qtbot.waitUntil(lambda: all(map(seen, (editor.sample, editor.counted, editor.tie))))
        area.ensureWidgetVisible(field)
        qtbot.waitUntil(lambda: all(map(seen, (editor.sample, editor.counted, editor.tie))))
        assert seen(field)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_form_and_its_sample_fit_a_narrow_hall_page(qtbot: QtBot, language: str) -> None:
    with using(language):
        for question, method, variant in WAYS:
            editor = filled(qtbot, question, method, variant)
            editor.rule.offer([("owners_major", "Owners, a great matter, three quarters of all")])
            editor._scope_box.show()
            editor.hands.show()
            assert editor.minimumSizeHint().width() <= ROOM, (method, variant)
