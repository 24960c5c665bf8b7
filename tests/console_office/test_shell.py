"""What holds on every page: sizes, languages, taking back, others' changes, finding, settings."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meeting_app import i18n
from meeting_app.actions import topics
from meeting_app.queries import start as start_queries
from meeting_app.queries import topics as topic_queries
from meeting_app.settings import OPERATOR
from meeting_app.ui.console.office.pages import OF_ONE, PAGES
from meeting_app.ui.console.office.passport import PassportPage
from meeting_app.ui.console.office.settings_page import SettingsPage
from meeting_app.ui.console.office.shell import OfficeShell
from meeting_app.ui.console.office.topics import TopicsPage
from meeting_app.ui.qt import theme
from tests.console_office import keyboard
from tests.console_office.conftest import MORNING, Desktop

SMALL = (1024, 600)


@pytest.fixture
def chinese() -> Iterator[None]:
    """The Chinese catalogue, as after a change of language."""
    i18n.set_language("zh_CN")
    yield
    i18n.set_language("en")


def test_every_page_fits_the_smallest_window(desktop: Desktop) -> None:
    too_wide = {}
    for language, page in itertools.product(("en", "zh_CN"), sorted(set(PAGES) - OF_ONE)):
        i18n.set_language(language)
        shell = OfficeShell(desktop.office)
        shell.show_page(page)
        shell.resize(*SMALL)
        least = shell.minimumSizeHint()
        if least.width() > SMALL[0] or least.height() > SMALL[1]:
            too_wide[language, page] = (least.width(), least.height())
        shell.deleteLater()
    assert not too_wide


def test_the_words_follow_the_language(desktop: Desktop, chinese: None, qtbot: QtBot) -> None:
    shell = OfficeShell(desktop.office)
    qtbot.addWidget(shell)
    shell.show_page("topics")
    assert shell.navigation.rows["topics"].text() == "议题"
    page = shell.page
    assert isinstance(page, TopicsPage)
    assert page.empty.text() == "还没有议题。先记下第一个：居民想商量什么事？"


def test_a_page_wears_the_theme(desktop: Desktop, themed: QApplication) -> None:
    for name in (*theme.NAMES, "light"):
        theme.apply(themed, name)
        shell = OfficeShell(desktop.office)
        shell.setObjectName("window")
        shell.resize(1366, 768)
        shell.show_page("today")
        picture = shell.grab().toImage()
        assert picture.pixelColor(600, 4) == theme.current().colour("paper")
        shell.deleteLater()


def test_what_others_do_is_seen_at_once(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.go("topics")
    page = desktop.shell.page
    assert isinstance(page, TopicsPage)
    desktop.do(topics.add_topic, title="楼道灯")
    qtbot.waitUntil(lambda: page.list.titles() == ("楼道灯",))
    assert desktop.shell.navigation.rows["topics"].accessibleDescription() == "1"
    assert "Topic added" in desktop.shell.foot.toast_text()


def test_ctrl_z_takes_back_and_is_the_fields_own_in_a_field(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.do(topics.add_topic, title="楼道灯")
    desktop.go("topics")
    page = desktop.shell.page
    assert isinstance(page, TopicsPage)
    page.search.setFocus()
    keyboard.write("ab")
    keyboard.control(Qt.Key.Key_Z)
    assert len(desktop.ask(topic_queries.topic_list, today=MORNING.date())) == 1
    page.search.clear()
    page.list.setFocus()
    keyboard.control(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: not desktop.ask(topic_queries.topic_list, today=MORNING.date()))
    qtbot.waitUntil(lambda: "No topic yet" in page.empty.text())


def test_ctrl_f_finds_a_person_by_initials_and_opens_the_card(desktop: Desktop, qtbot: QtBot) -> None:
    keyboard.control(Qt.Key.Key_F)
    keyboard.write("zmd")
    keyboard.enter()
    page, arguments = desktop.went[-1]
    assert page == "roster"
    qtbot.waitUntil(lambda: desktop.shell.page is not None and desktop.shell.page.property("name") is None)
    card = desktop.shell.page.card  # type: ignore[union-attr]
    assert card.name.text() == "赵明德"
    assert arguments["person_id"] == card.card.id


def test_escape_leaves_a_form_without_change(desktop: Desktop, qtbot: QtBot) -> None:
    topic_id = desktop.do(topics.add_topic, title="楼道灯")
    desktop.go("topic", topic_id=topic_id)
    page = desktop.shell.page
    assert isinstance(page, PassportPage)
    page.begin_plan("")
    keyboard.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.main_button is page.side.main)
    assert page.picture is not None
    assert page.picture.plans == ()


def test_settings_act_at_once(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.go("settings")
    page = desktop.shell.page
    assert isinstance(page, SettingsPage)
    page.laptop.fields["operator"].set_text("林晓梅")
    page.laptop.fields["operator"].control.setFocus()
    keyboard.press(Qt.Key.Key_Tab)
    assert desktop.office.settings.get(OPERATOR) == "林晓梅"
    language = page.laptop.fields["language"].control
    language.setFocus()
    keyboard.press(Qt.Key.Key_Down)
    assert desktop.languages == ["zh_CN"]
    page.community.fields["name"].set_text("晨曦社区")
    page.save.click()

    def renamed() -> bool:
        view = desktop.ask(start_queries.today_view, today=MORNING.date()).community
        return bool(view.name == "晨曦社区")

    qtbot.waitUntil(renamed)
    qtbot.waitUntil(lambda: desktop.shell.navigation.community.text() == "晨曦社区")


def test_in_a_narrow_window_fields_are_whole_and_the_keyboards_is_seen(
    desktop: Desktop, qtbot: QtBot
) -> None:
    shell = OfficeShell(desktop.office)
    qtbot.addWidget(shell)
    shell.resize(1093, 614)
    shell.show_page("settings")
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    page = shell.page
    assert isinstance(page, SettingsPage)
    controls = [field.control for form in (page.laptop, page.community) for field in form.fields.values()]
    assert [one.height() for one in controls if one.height() < one.minimumSizeHint().height()] == []
    last = page.community.fields["phone"].control
    assert last.visibleRegion().isEmpty()
    last.setFocus()
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == last.height())
    shell.resize(1366, 768)
    assert last.hasFocus()
    shell.resize(1093, 614)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == last.height())


def test_closing_the_community_is_the_programs_business(desktop: Desktop) -> None:
    desktop.go("settings")
    page = desktop.shell.page
    assert isinstance(page, SettingsPage)
    page.leave.click()
    assert desktop.left == 1
