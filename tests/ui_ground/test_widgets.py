"""Controls as a person uses them: pressed, typed into, moved in with the keyboard."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from meeting_app.ui.widgets import (
    Banner,
    Bar,
    Button,
    CheckBox,
    Chip,
    Choice,
    ClockLabel,
    Column,
    DateField,
    Field,
    JournalStrip,
    Label,
    Labelled,
    Line,
    MainButton,
    Part,
    Row,
    RowList,
    SearchBox,
    Segment,
    Segmented,
    Stepper,
    Table,
    TextArea,
    TimeField,
)

Show = Callable[[QWidget], QWidget]
SEGMENTS = [Segment("a", "One"), Segment("b", "Two"), Segment("c", "Three")]
ROWS = [Row(str(number), f"row {number}") for number in range(5)]


def test_a_button_is_pressed_by_pointer_space_and_enter(qtbot: QtBot, shown: Show) -> None:
    button = MainButton("Call & go", key="Enter")
    shown(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(pressed) == 3
    assert button.accessibleName() == "Call & go"
    assert button.label() == "Call & go"


def test_a_click_does_not_take_the_focus_from_the_deck(qtbot: QtBot, shown: Show) -> None:
    window = QWidget()
    box = QVBoxLayout(window)
    button, segments = Button("Pause"), Segmented("mode", SEGMENTS)
    box.addWidget(button)
    box.addWidget(segments)
    shown(window)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(segments.button("b"), Qt.MouseButton.LeftButton)
    assert not button.hasFocus()
    assert not segments.button("b").hasFocus()


def test_a_cut_text_is_a_tool_tip(shown: Show) -> None:
    button = Button("A very long name of something that is to be done here", icon="check", key="F5")
    shown(button)
    button.resize(160, button.height())
    button.grab()
    assert button.toolTip().startswith("A very long name")
    label = Label("A very long name of something", elide=True)
    shown(label)
    label.resize(80, 24)
    assert label.toolTip() == "A very long name of something"
    assert label.whole_text() == "A very long name of something"
    assert label.text() != label.whole_text()


def test_an_unknown_kind_or_tone_is_an_error() -> None:
    for wrong in (
        lambda: Button("x", kind="huge"),
        lambda: Label("x", tone="pink"),
        lambda: Chip("x", "pink"),
    ):
        with pytest.raises(ValueError, match="no "):
            wrong()


def test_segments(qtbot: QtBot, shown: Show) -> None:
    segments = Segmented("mode", SEGMENTS)
    shown(segments)
    told: list[str] = []
    segments.chosen.connect(told.append)
    segments.set_value("c")
    assert (segments.value(), told) == ("c", [])
    segments.activateWindow()
    qtbot.waitUntil(segments.isActiveWindow)
    segments.setFocus(Qt.FocusReason.OtherFocusReason)
    assert segments.button("c").hasFocus()  # where the arrow keys act
    QTest.mouseClick(segments.button("b"), Qt.MouseButton.LeftButton)
    assert (segments.value(), told) == ("b", ["b"])
    segments.set_enabled("a", enabled=False)
    QTest.mouseClick(segments.button("a"), Qt.MouseButton.LeftButton)
    assert segments.value() == "b"
    with pytest.raises(ValueError, match="no segment"):
        segments.set_value("z")
    segments.set_segments([Segment("x", "Only")])
    assert segments.value() == "x"


def test_long_words_get_more_room_where_equal_shares_would_cut_them(shown: Show) -> None:
    words = ("Decision", "Task", "Parked", "Message")
    segments = Segmented("mode", [Segment(word, word) for word in words])
    segments.setFixedWidth(248)
    shown(segments)
    segments.grab()
    assert [segments.button(word).toolTip() for word in words] == [""] * 4
    assert segments.button("Decision").width() > segments.button("Task").width()
    segments.setFixedWidth(480)
    segments.grab()
    assert max(segments.button(word).width() for word in words) < 122


def test_a_stepper(qtbot: QtBot, shown: Show) -> None:
    stepper = Stepper("minutes", value=8, least=1, most=60, form="{n} min")
    shown(stepper)
    with qtbot.waitSignal(stepper.changed):
        QTest.keyClick(stepper, Qt.Key.Key_Up)
    assert stepper.value() == 9
    assert stepper.accessibleName() == "minutes: 9 min"
    for _press in range(20):
        QTest.keyClick(stepper, Qt.Key.Key_Down)
    assert stepper.value() == 1
    QTest.keyClicks(stepper, "45")
    assert stepper.value() == 45
    QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=stepper.rect().center())
    assert stepper.value() == 45


def test_fields(qtbot: QtBot, shown: Show) -> None:
    field = Field("Name", "as on the door", icon="user")
    shown(field)
    assert field.accessibleName() == "Name"
    field.set_wrong(wrong=True)
    assert field.property("wrong") == "true"
    search = SearchBox("Find", key="Ctrl+F")
    shown(search)
    with qtbot.waitSignal(search.searched) as told:
        QTest.keyClicks(search, "w")
    assert told.args == ["w"]
    area = Labelled("Text", TextArea("", rows=2))
    shown(area)
    assert area.control.accessibleName() == "Text"
    area.complain("Write something.")
    assert area.message.isVisible()
    area.complain("")
    assert not area.message.isVisible()


def test_dates_times_boxes_and_lists_to_choose_from(qtbot: QtBot, shown: Show) -> None:
    day, moment = DateField("Day"), TimeField("Time")
    shown(day)
    shown(moment)
    day.set_day(date(2026, 11, 28))
    moment.set_moment(time(14, 30))
    assert (day.day(), moment.moment()) == (date(2026, 11, 28), time(14, 30))
    assert (day.text(), moment.text()) == ("2026-11-28", "14:30")
    box = CheckBox("Print & post")
    shown(box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.isChecked()
    choice = Choice("Who")
    shown(choice)
    choice.offer([("a", "Property company"), ("b", "Committee")])
    choice.set_value("b")
    choice.offer([("b", "Committee"), ("c", "Party")])
    assert choice.value() == "b"


def test_rows_keep_the_marked_one(qtbot: QtBot, shown: Show) -> None:
    rows = RowList("waiting")
    shown(rows)
    rows.show_rows(ROWS)
    opened: list[str] = []
    rows.opened.connect(opened.append)
    rows.choose("3")
    rows.show_rows(ROWS[2:])
    assert rows.current_id() == "3"
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened == ["4"]
    rows.step(-1)
    assert rows.current_id() == "3"
    rows.show_rows([Row("9", "other")])
    assert rows.current_id() in ("", "9")
    assert Row("1", "Li", detail="1-201", lead="1", chip="next").spoken() == "1, Li, 1-201, next"


def test_a_table_keeps_the_marked_line(qtbot: QtBot, shown: Show) -> None:
    table = Table("shares", [Column("Storey", stretch=1), Column("Yuan", figures=True)])
    shown(table)
    lines = [Line(str(number), (f"storey {number}", "1.00")) for number in range(4)]
    table.show_lines(lines)
    table.choose("2")
    table.show_lines(lines[1:])
    assert table.current_id() == "2"
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == ["2"]


def test_the_banner_says_it_and_offers_ways_out(qtbot: QtBot, shown: Show) -> None:
    banner = Banner()
    shown(banner)
    banner.tell("Projector gone.", "The meeting goes on.", buttons=(("again", "Look again", "refresh-cw"),))
    assert banner.text() == "Projector gone. The meeting goes on."
    with qtbot.waitSignal(banner.pressed) as told:
        QTest.mouseClick(banner.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert told.args == ["again"]
    banner.clear()
    assert banner.text() == ""


def test_the_toast_takes_the_place_of_the_journal_and_goes(qtbot: QtBot, shown: Show) -> None:
    foot = JournalStrip()
    shown(foot)
    foot.show_journal("15:46 called", "15:45 ended")
    foot.show_undo("")
    assert not foot.strip.undo.isEnabled()
    foot.show_toast("Called Zhao", for_ms=30)
    assert foot.toast_text() == "Called Zhao"
    with qtbot.waitSignal(foot.undo_asked):
        QTest.mouseClick(foot.toast.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: foot.toast_text() == "")


def test_figures_tell_a_screen_reader(shown: Show) -> None:
    clock = ClockLabel("Time left")
    shown(clock)
    clock.show_time("1:24", "danger")
    assert clock.accessibleName() == "Time left: 1:24"
    bar = Bar("Votes", height=24)
    shown(bar)
    bar.show_parts([Part("for", 31), Part("against", 9)], 40, 21, "31 for, 9 against, 21 needed")
    assert bar.accessibleDescription().startswith("31 for")
    assert not bar.grab().isNull()
