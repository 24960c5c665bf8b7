"""Keys: single ones act on the deck alone, an input method keeps its own, a badge is one in any field."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from meeting_app.actions import running
from meeting_app.domain import codes
from meeting_app.queries.live import LiveView, live_view
from meeting_app.queries.people import person_card
from meeting_app.ui.console.live import commands
from meeting_app.ui.console.live.scanner import GAP_S, Burst
from meeting_app.ui.qt.commands import CommandClash
from tests.console_live.world import Hands, World

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def stored(world: World) -> LiveView:
    """The meeting as the records have it now."""
    found = world.ask(live_view, meeting_id=world.meeting, now=world.clock(), station="desk")
    assert isinstance(found, LiveView)
    return found


def badge_of(world: World, person_id: str) -> str:
    """What stands in somebody's badge."""
    return codes.badge_payload(world.ask(person_card, person_id=person_id).badge)


def scan(hands: Hands, text: str) -> None:
    """A scanner types like a keyboard, only faster, and ends with Enter."""
    QTest.keyClicks(hands.focus(), text)
    hands.key(Qt.Key.Key_Return)


def test_black_and_back(talking: Hands, world: World) -> None:
    talking.write(".")
    talking.until(lambda: stored(world).projection.mode == "black")
    talking.until(lambda: world.shell.hall.modes.value() == "black")
    talking.write(".")
    talking.until(lambda: stored(world).projection.mode == "content")


def test_single_keys_in_a_field_are_text(talking: Hands, world: World) -> None:
    field = world.shell.hall.capture.field
    talking.key(Qt.Key.Key_K, CTRL)
    talking.until(field.hasFocus)
    talking.write("a. b")
    assert field.text() == "a. b"
    assert stored(world).projection.mode == "content"
    # Esc goes back to the deck, and the line stays.
    talking.key(Qt.Key.Key_Escape)
    assert talking.focus() is world.shell
    assert field.text() == "a. b"


def test_an_input_method_keeps_its_keys(talking: Hands, world: World) -> None:
    page: Any = world.shell.pages["discussion"]
    page.gist.field.setEnabled(True)
    page.gist.field.setFocus()
    before = stored(world)
    QCoreApplication.sendEvent(page.gist.field, QInputMethodEvent("dian ti", []))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Period, Qt.Key.Key_A, Qt.Key.Key_F1):
        talking.key(key)
    talking.settle()
    assert world.shell.page_name() == "discussion"
    after = stored(world)
    assert (after.current and after.current.id) == (before.current and before.current.id)
    assert after.projection.mode == "content"
    done = QInputMethodEvent()
    done.setCommitString("电梯")
    QCoreApplication.sendEvent(page.gist.field, done)
    assert "电梯" in page.gist.field.text()
    talking.key(Qt.Key.Key_F1)
    talking.page("keys")


def test_keys_looked_up_on_a_page_lead_back_to_it(talking: Hands, world: World) -> None:
    talking.key(Qt.Key.Key_T)
    talking.page("plan")
    talking.key(Qt.Key.Key_F1)
    talking.page("keys")
    talking.key(Qt.Key.Key_Escape)
    talking.page("plan")
    talking.key(Qt.Key.Key_Escape)
    talking.page("discussion")


def test_the_desk_finds_its_field_again_after_escape(hands: Hands, world: World) -> None:
    """Before the meeting nothing but the desk can be used, so a way back to its field is always there."""
    page: Any = world.shell.pages["check_in"]
    field = page.field
    for key, modifier in ((Qt.Key.Key_Return, NONE), (Qt.Key.Key_F, CTRL)):
        hands.until(field.hasFocus)
        hands.key(Qt.Key.Key_Escape)
        hands.until(lambda: hands.focus() is world.shell)
        hands.key(key, modifier)
    hands.until(field.hasFocus)


def test_composing_on_the_deck_is_no_command(talking: Hands, world: World) -> None:
    QCoreApplication.sendEvent(world.shell, QInputMethodEvent("w", []))
    talking.write(".")
    talking.settle()
    assert stored(world).projection.mode == "content"


def test_a_badge_is_scanned_during_a_speech(talking: Hands, world: World) -> None:
    scan(talking, badge_of(world, world.people[40]))
    talking.until(lambda: stored(world).present_voters == 34)
    assert world.shell.page_name() == "discussion"
    assert stored(world).projection.mode == "content"


def test_a_badge_scanned_into_a_field_leaves_its_text(talking: Hands, world: World) -> None:
    field = world.shell.hall.capture.field
    field.setFocus()
    talking.write("note")
    talking.bot.wait(int(GAP_S * 1000) + 20)
    scan(talking, badge_of(world, world.people[41]))
    talking.until(lambda: stored(world).present_voters == 34)
    assert field.text() == "note"
    assert stored(world).notes == ()


def test_a_badge_scanned_on_a_button_does_not_press_it(talking: Hands, world: World) -> None:
    page: Any = world.shell.pages["discussion"]
    page.add_button.setFocus()
    scan(talking, badge_of(world, world.people[42]))
    talking.until(lambda: stored(world).present_voters == 34)
    assert not page.finder.isVisible()


def test_an_unknown_badge_is_told(talking: Hands, world: World) -> None:
    scan(talking, codes.badge_payload(codes.code_from_number(1, 6)))
    talking.until(lambda: "No badge" in world.shell.banner.text())
    talking.key(Qt.Key.Key_Escape)
    assert world.shell.banner.text() == ""


class Ticks:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        """Seconds."""
        return self.at


BURSTS = ((0.004, True), (GAP_S * 0.9, True), (GAP_S + 0.01, False), (0.2, False))


@pytest.mark.parametrize(("gap", "scanned"), BURSTS)
def test_only_a_burst_is_a_badge(gap: float, scanned: bool) -> None:
    ticks = Ticks()
    burst = Burst(ticks)
    text = codes.badge_payload("ABCDEF")
    for place, letter in enumerate(text):
        ticks.at += gap
        burst.key(letter, "before" + text[:place])
    ticks.at += gap
    found = burst.end()
    assert found == ((text, "before") if scanned else None)


def test_fast_typing_is_no_badge() -> None:
    burst = Burst(Ticks())
    for letter in "12345":
        burst.key(letter, "")
    assert burst.end() is None
    assert burst.end() is None


def test_undo_takes_back_and_says_so(talking: Hands, world: World) -> None:
    talking.key(Qt.Key.Key_PageUp)
    talking.until(lambda: world.shell.page_name() == "item")
    assert world.shell.foot.toast_text() == "Previous item"
    talking.key(Qt.Key.Key_Z, CTRL)
    talking.page("discussion")
    assert [line.undone for line in stored(world).journal[:2]] == [False, True]


def test_undo_in_a_field_is_the_fields_own(talking: Hands, world: World) -> None:
    field = world.shell.hall.capture.field
    number = stored(world).journal[0].number
    field.setFocus()
    talking.write("abc")
    talking.key(Qt.Key.Key_Z, CTRL)
    assert field.text() != "abc"
    assert stored(world).journal[0].number == number


def test_what_cannot_be_taken_back_says_why(talking: Hands, world: World) -> None:
    world.do(running.close_meeting, meeting_id=world.meeting)
    talking.page("after")
    talking.key(Qt.Key.Key_Z, CTRL)
    talking.until(lambda: "cannot be taken back" in world.shell.banner.text())


def test_the_line_for_the_hall_has_room_for_23(talking: Hands, world: World) -> None:
    capture = world.shell.hall.capture
    talking.key(Qt.Key.Key_K, CTRL)
    talking.key(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert capture.kinds.value() == "banner"
    talking.write("x" * 24)
    assert "1 character too many" in capture.left.text()
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: "23" in capture.left.text())
    assert stored(world).projection.banner == ""
    talking.key(Qt.Key.Key_Backspace)
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: stored(world).projection.banner == "x" * 23)
    talking.until(lambda: talking.focus() is world.shell)
    capture.take_off.click()
    talking.until(lambda: stored(world).projection.banner == "")


def test_late_people_are_checked_in_on_a_side_trip(talking: Hands, world: World) -> None:
    talking.key(Qt.Key.Key_I, CTRL)
    talking.page("check_in")
    page: Any = world.shell.pages["check_in"]
    talking.until(page.field.hasFocus)
    talking.write("45")
    talking.key(Qt.Key.Key_Return)
    talking.until(lambda: stored(world).present_voters == 34)
    talking.key(Qt.Key.Key_Escape)
    talking.page("discussion")
    talking.key(Qt.Key.Key_I, CTRL)
    talking.page("check_in")
    assert page.open_button.label() == "Back to the meeting"
    page.open_button.click()
    talking.page("discussion")
    assert stored(world).current is not None


def test_an_item_is_taken_out_of_order_only_when_meant(talking: Hands, world: World) -> None:
    world.shell.agenda.item_asked.emit(world.items[4])
    assert "Take item 5" in world.shell.banner.text()
    talking.key(Qt.Key.Key_Escape)
    assert world.shell.banner.text() == ""
    assert world.shell.page_name() == "discussion"
    world.shell.agenda.item_asked.emit(world.items[4])
    talking.key(Qt.Key.Key_Return)
    talking.page("item")


def test_two_commands_never_share_a_key() -> None:
    acts = {name: lambda: None for name in commands.NAMES}
    table = commands.table(acts)
    with pytest.raises(CommandClash):
        table.add(table.get("undo"))


def focusable(inside: QWidget) -> list[QWidget]:
    """Every control that the keyboard can reach."""
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.objectName().startswith("qt_")
    ]


def test_every_control_has_a_name(talking: Hands, world: World) -> None:
    shell = world.shell
    for name in ("check_in", "item", "discussion", "hands", "ballots", "result", "after", "keys"):
        shell.middle.page(name).refresh()
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in focusable(shell)
        if not widget.accessibleName() and not widget.isHidden()
    ]
    assert nameless == []


def test_the_projector_is_pulled_and_the_meeting_goes_on(talking: Hands, world: World) -> None:
    shell = world.shell
    world.projector.change(connected=False, since_ms=world.clock.wall_ms)
    assert "unplugged" in shell.unplugged.text()
    assert shell.top.projector.fact().tone == "warn"
    assert shell.hall.hidden.isVisible()
    talking.key(Qt.Key.Key_PageDown)
    talking.page("hands")
    shell.unplugged.pressed.emit("window")
    assert world.projector.windows == 1
    assert shell.unplugged.text() == ""
    world.projector.change(connected=True, since_ms=None, windowed=False)
    assert not shell.hall.hidden.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1366, 696), (1093, 614), (1920, 1080)])
def test_the_window_fits_its_sizes(talking: Hands, world: World, width: int, height: int) -> None:
    shell = world.shell
    shell.resize(width, height)
    talking.bot.wait(20)
    assert (shell.width(), shell.height()) == (width, height)
    assert shell.agenda.geometry().right() < shell.middle.stack.geometry().left()
    assert shell.middle.stack.geometry().right() < shell.hall.geometry().left()
    assert shell.hall.geometry().right() <= shell.width()
    for name in ("item", "discussion", "hands", "result"):
        page = shell.middle.page(name)
        page.refresh()
        assert page.minimumSizeHint().width() <= shell.middle.stack.width(), name
        assert page.minimumSizeHint().height() <= shell.middle.stack.height(), name
