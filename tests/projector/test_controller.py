"""The picture stays on the hall's screen, leaves at once when it goes, and comes back as it was."""

from dataclasses import replace

import pytest

from meeting_app import settings
from meeting_app.queries.slides_types import BackdropSlide, BlackSlide, Slide
from meeting_app.settings import Settings
from meeting_app.ui.projector.screens import ScreenFacts, choose, free, mirrored
from meeting_app.ui.qt.office import ProjectorPort, ProjectorStatus
from tests.projector.conftest import Make
from tests.projector.desk import BEAMER, LAPTOP, THIRD, FakeScreens, Time, alike, moved
from tests.slides import samples


def test_it_is_the_port_that_the_console_knows(make: Make) -> None:
    assert isinstance(make(FakeScreens(LAPTOP)), ProjectorPort)


def test_the_picture_goes_to_the_only_other_screen_and_is_remembered(make: Make, kept: Settings) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.set_mode("content")
    controller.show(samples.SPEAKER)
    controller.open()
    assert controller.window.isVisible()
    assert controller.window.geometry() == BEAMER.rectangle
    assert controller.status == ProjectorStatus("EB-X05", True, None, False, False)
    assert kept.get(settings.PROJECTOR_SCREEN) == "BEAMER | EB-X05 | X4"


def test_nothing_is_shown_before_it_is_opened(make: Make) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.show(samples.SPEAKER)
    screens.plug(LAPTOP, BEAMER, THIRD)
    assert not controller.window.isVisible()
    assert not controller.status.connected


@pytest.mark.parametrize("page", [samples.HANDS, samples.RESULT])
def test_unplugged_it_hides_at_once_and_comes_back_with_the_same_picture(
    page: Slide, make: Make, time: Time
) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    told: list[ProjectorStatus] = []
    controller.on_status(told.append)
    controller.set_mode("content")
    controller.show(page)
    controller.open()
    before = controller.window.picture().toImage()
    time.pass_ms(60_000)
    screens.plug(LAPTOP)
    assert not controller.window.isVisible()
    assert controller.status == ProjectorStatus("EB-X05", False, time.at.wall_ms, False, False)
    assert controller.window.slide == page
    time.pass_ms(-60_000)
    screens.plug(LAPTOP, moved(BEAMER, -1920, 0, 1920, 1080))
    assert controller.window.geometry() == moved(BEAMER, -1920, 0, 1920, 1080).rectangle
    assert alike(controller.window.picture().toImage(), before)
    assert [status.connected for status in told] == [True, False, True]


@pytest.mark.parametrize("mode", ["content", "black", "backdrop"])
def test_unplugged_while_somebody_speaks_the_mode_and_the_clock_come_back(
    mode: str, make: Make, time: Time
) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.show(samples.SPEAKER)
    controller.set_mode(mode)
    controller.open()
    before, shown = controller.window.picture().toImage(), controller.shown()
    screens.plug(LAPTOP)
    assert not controller.window.ticking
    time.pass_ms(30_000)
    screens.plug(LAPTOP, BEAMER)
    assert controller.window.isVisible()
    assert controller.window.slide == shown
    runs = mode == "content"
    assert controller.window.ticking == runs
    assert alike(controller.window.picture().toImage(), before) != runs, "the clock went on, nothing else did"


def test_the_meeting_goes_on_while_it_is_unplugged(make: Make) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.set_mode("content")
    controller.show(samples.HANDS)
    controller.open()
    screens.plug(LAPTOP)
    controller.show(samples.RESULT)
    controller.set_mode("black")
    controller.set_mode("content")
    assert not controller.window.isVisible()
    screens.plug(LAPTOP, BEAMER)
    assert controller.window.isVisible()
    assert controller.window.slide == samples.RESULT
    assert not controller.window.fading


def test_a_laptop_that_is_left_alone_is_never_covered(make: Make) -> None:
    """The beamer's cable is pulled, the lid is shut, the beamer becomes the only screen: all the same."""
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.open()
    screens.plug(replace(moved(BEAMER, 0, 0, 1920, 1080), home=True))
    assert not controller.window.isVisible()
    screens.plug(LAPTOP, BEAMER)
    assert controller.window.geometry() == BEAMER.rectangle


def test_a_console_moved_to_the_other_screen_moves_nothing(make: Make) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.open()
    screens.plug(replace(LAPTOP, home=False), replace(BEAMER, home=True))
    assert controller.window.geometry() == BEAMER.rectangle
    assert controller.status.connected


def test_another_resolution_is_followed(make: Make) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.open()
    screens.plug(LAPTOP, moved(BEAMER, 1366, 0, 1024, 768))
    assert controller.window.geometry() == moved(BEAMER, 1366, 0, 1024, 768).rectangle


def test_a_third_screen_is_not_taken_in_place_of_the_lost_one(make: Make) -> None:
    """It was there all the while and was not the hall's: perhaps somebody works on it. Asking takes it."""
    screens = FakeScreens(LAPTOP, BEAMER, THIRD)
    controller = make(screens)
    controller.open()
    assert controller.window.geometry() == BEAMER.rectangle
    screens.plug(LAPTOP, THIRD)
    assert not controller.window.isVisible()
    controller.retry()
    assert controller.window.geometry() == THIRD.rectangle


def test_a_new_screen_takes_the_place_of_the_lost_one(make: Make) -> None:
    """Wireless adapters come back under another name."""
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.open()
    screens.plug(LAPTOP)
    screens.plug(LAPTOP, replace(BEAMER, name="HDMI-7", serial="", model=""))
    assert controller.window.isVisible()
    assert controller.status.screen == "HDMI-7"


def test_with_one_screen_there_is_a_small_window(make: Make) -> None:
    screens = FakeScreens(LAPTOP)
    controller = make(screens)
    controller.open()
    assert not controller.window.isVisible()
    assert controller.status == ProjectorStatus("", False, None, False, False)
    controller.open_window()
    assert controller.window.isVisible()
    assert controller.window.width() < LAPTOP.area[2] // 2
    assert controller.status.windowed
    controller.window.close()
    assert not controller.window.isVisible()
    assert not controller.status.windowed


def test_the_small_window_gives_way_to_a_projector(make: Make) -> None:
    screens = FakeScreens(LAPTOP)
    controller = make(screens)
    controller.open_window()
    screens.plug(LAPTOP, BEAMER)
    assert controller.window.geometry() == BEAMER.rectangle
    assert controller.status == ProjectorStatus("EB-X05", True, None, False, False)


def test_a_mirrored_desktop_is_told_and_not_covered(make: Make) -> None:
    screens = FakeScreens(LAPTOP, moved(BEAMER, 0, 0, 1366, 768))
    controller = make(screens)
    controller.open()

    def state() -> tuple[bool, bool]:
        return controller.window.isVisible(), controller.status.mirrored

    assert state() == (False, True)
    screens.plug(LAPTOP, BEAMER)
    assert state() == (True, False)
    screens.plug(LAPTOP, moved(BEAMER, 0, 0, 1366, 768))
    assert state() == (False, True)


@pytest.mark.parametrize("mode", ["black", "backdrop"])
def test_a_mode_never_shows_the_content_of_before(mode: str, make: Make) -> None:
    controller = make(FakeScreens(LAPTOP, BEAMER))
    controller.open()
    controller.set_mode("content")
    controller.show(samples.WELCOME)
    controller.show(samples.RESULT)
    controller.set_mode(mode)
    expected: Slide = BlackSlide() if mode == "black" else BackdropSlide("晨光社区")
    assert controller.shown() == controller.window.slide == expected
    controller.show(samples.SPEAKER)
    assert controller.shown() == expected
    controller.set_mode("content")
    assert controller.shown() == samples.SPEAKER


def test_desktop_hides_the_window_and_gives_it_back(make: Make) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.open()
    controller.set_mode("desktop")
    assert not controller.window.isVisible()
    assert controller.shown() is None
    assert controller.status.connected
    screens.plug(LAPTOP)
    screens.plug(LAPTOP, BEAMER)
    assert not controller.window.isVisible()
    controller.set_mode("content")
    assert controller.window.isVisible()


def test_a_change_of_page_does_not_place_the_window_anew(make: Make) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.open()
    for mode in ("content", "black", "backdrop", "content"):
        controller.set_mode(mode)
    assert screens.covered == ["BEAMER"]


def test_an_unknown_mode_is_refused(make: Make) -> None:
    with pytest.raises(ValueError, match="unknown mode"):
        make(FakeScreens(LAPTOP)).set_mode("blank")


def test_closed_it_listens_to_nothing(make: Make) -> None:
    screens = FakeScreens(LAPTOP, BEAMER)
    controller = make(screens)
    controller.open()
    controller.close()
    controller.close()
    controller.show(samples.RESULT)
    controller.set_mode("black")
    assert screens.heard == 0
    screens.plug(LAPTOP)
    screens.plug(LAPTOP, BEAMER)
    assert screens.covered == ["BEAMER"]


def test_a_dark_hall_has_a_dark_picture(make: Make, kept: Settings) -> None:
    controller = make(FakeScreens(LAPTOP, BEAMER))
    controller.open()
    controller.show(samples.RESULT)
    light = controller.window.picture().toImage()
    kept.put(settings.THEME, "dark")
    controller.refresh()
    assert controller.window.picture().toImage().pixelColor(2, 2) != light.pixelColor(2, 2)


@pytest.mark.parametrize(
    ("remembered", "name"),
    [
        ("", "BEAMER"),
        ("THIRD", "THIRD"),
        ("OTHER | Desk | D1", "THIRD"),
        ("THIRD | EB-X05 | X4", "BEAMER"),
        ("GONE | None | ", "BEAMER"),
    ],
)
def test_a_screen_is_known_by_device_then_by_plug_then_by_size(remembered: str, name: str) -> None:
    chosen = choose(free((LAPTOP, BEAMER, THIRD)), remembered)
    assert chosen is not None
    assert chosen.name == name


def test_only_one_screen_is_not_mirrored() -> None:
    assert not mirrored((LAPTOP,))
    assert mirrored((LAPTOP, moved(BEAMER, 0, 0, 1366, 768)))
    assert ScreenFacts("A", "", "", (0, 0, 9, 9), False).label == "A"
