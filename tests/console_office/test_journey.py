"""From an empty laptop to a posted notice by the keyboard alone, and what the records hold then."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from meeting_app.actions import communities, community, meetings
from meeting_app.actions.backups import BackupRow
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.stage import Stage
from meeting_app.queries import meetings as meeting_queries
from meeting_app.queries import start as start_queries
from meeting_app.queries import topics as topic_queries
from meeting_app.settings import Profile, Settings
from meeting_app.ui.console.office.call import CallPage
from meeting_app.ui.console.office.call_new import CallNew
from meeting_app.ui.console.office.passport import PassportPage
from meeting_app.ui.console.office.start import StartPage
from meeting_app.ui.console.office.start_presenter import CommunityDetails
from meeting_app.wording import refusals
from tests.console_office import keyboard
from tests.console_office.conftest import MORNING, Desktop, StandingClock
from tests.console_office.keyboard import enter, press, tab_to, write

MOTION = "同意在3号楼每个单元加装一部电梯。"


class RealDoors:
    """Makes communities as the program does."""

    def __init__(self, settings: Settings, clock: StandingClock) -> None:
        self.settings = settings
        self._clock = clock
        self.made: communities.Opened | None = None
        self.page: StartPage | None = None
        self.spoken = ""

    def create_community(self, file: Path, details: CommunityDetails) -> None:
        """Make the file; a refusal is told on the page."""
        assert self.page is not None
        try:
            self.made = communities.make_community(file, "test", now=self._clock)
        except Refusal as refusal:
            self.page.show_problem(refusals.sentence(refusal))
            return
        self.made.desk.do(community.create_community, **details.arguments()).result(60)

    def open_community(self, file: Path) -> None:
        """Not asked for here."""

    def open_demonstration(self) -> None:
        """Not asked for here."""

    def open_rehearsal(self) -> None:
        """Not asked for here."""

    def restore_backup(self, row: BackupRow, elsewhere: Path) -> None:
        """Not asked for here."""

    def change_language(self, code: str) -> None:
        """Note it."""
        self.spoken = code


class Windows(QObject):
    """Every window that is shown from now on."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def doors(
    themed: QApplication,
    profile_folder: Path,
    clock: StandingClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> RealDoors:
    """The doors of the start page, with the documents in a folder of the test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()
    return RealDoors(Profile(profile_folder).settings, clock)


@pytest.fixture
def start(doors: RealDoors, qtbot: QtBot) -> Iterator[StartPage]:
    """The start page as it opens."""
    page = doors.page = StartPage(doors)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    page.setFocus()  # as the console's window does with each page
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.demonstration)
    yield page
    doors.page = None


def test_a_community_is_set_up_by_the_keyboard(start: StartPage, doors: RealDoors, tmp_path: Path) -> None:
    tab_to("Set up our own community")
    enter()
    write("晨光社区")
    assert start.form.form.fields["committee"].text() == "Residents' committee of 晨光社区"
    tab_to("Residents' committee, as it signs")
    write("晨光社区居民委员会")
    enter()
    assert doors.made is not None
    try:
        view = doors.made.records.ask(start_queries.today_view, today=MORNING.date()).community
        assert view is not None
        assert (view.name, view.committee) == ("晨光社区", "晨光社区居民委员会")
        assert doors.made.file == tmp_path / "Documents" / "晨光社区.yst"
    finally:
        doors.made.close()


def test_the_language_is_found_and_changed_by_the_keyboard(start: StartPage, doors: RealDoors) -> None:
    tab_to("Restore a backup")
    press(Qt.Key.Key_Tab)
    assert keyboard.focused() is start.languages.button("en")
    press(Qt.Key.Key_Left)
    assert doors.spoken == "zh_CN"


def test_the_start_page_is_built_without_a_window_of_its_own(
    doors: RealDoors, themed: QApplication, qtbot: QtBot
) -> None:
    windows = Windows()
    themed.installEventFilter(windows)
    page = StartPage(doors)
    themed.removeEventFilter(windows)
    qtbot.addWidget(page)
    assert windows.shown == []


def test_what_is_missing_is_said_at_its_field(start: StartPage, doors: RealDoors) -> None:
    start.show_form()
    enter()
    assert start.form.form.fields["name"].problem() == "This is needed."
    assert keyboard.focused() is start.form.form.fields["name"].control
    assert doors.made is None


def test_a_topic_becomes_a_meeting_with_a_posted_notice(desktop: Desktop, qtbot: QtBot) -> None:
    _take_up_a_topic(desktop, qtbot)
    _write_a_plan(desktop, qtbot)
    meeting_id = _make_a_meeting_of_it(desktop, qtbot)
    _post_the_notice(desktop, qtbot, meeting_id)


def _take_up_a_topic(desktop: Desktop, qtbot: QtBot) -> None:
    keyboard.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    keyboard.control(Qt.Key.Key_N)
    write("3号楼加装电梯")
    tab_to("Who raised it")
    write("wgf")
    enter()
    assert keyboard.focused().property("text") == "王桂芳"
    tab_to("What is it about?")
    enter()
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page, PassportPage))


def _write_a_plan(desktop: Desktop, qtbot: QtBot) -> None:
    page = desktop.shell.page
    assert isinstance(page, PassportPage)
    qtbot.waitUntil(lambda: page.side.main.label() == "Write a plan")
    enter()
    write("每单元一部电梯")
    tab_to("Cost in yuan")
    write("65万")
    tab_to("Text, as it would be put to the vote")
    write(MOTION)
    tab_to("Payer 1")
    write("住户")
    tab_to("How many of payer 1")
    write("12")
    tab_to("Yuan each of payer 1")
    write("50000")
    assert page.editor.sum.text() == "The shares come to 600,000.00: 50,000.00 too little."
    enter()
    qtbot.waitUntil(lambda: "The shares come to 600,000.00" in desktop.shell.banner.text())
    tab_to("Cost in yuan")
    write("600000")
    assert page.editor.sum.text() == "The shares come to 600,000.00, exactly the cost."
    enter()
    qtbot.waitUntil(lambda: page.main_button is page.side.main)
    assert page.picture is not None
    assert len(page.picture.plans) == 1
    tab_to("Put it to the vote")
    enter()
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.plans[0].chosen)


def _make_a_meeting_of_it(desktop: Desktop, qtbot: QtBot) -> str:
    tab_to("Make a meeting of it")
    enter()
    assert desktop.shell.page is not None
    form = desktop.shell.page.findChild(CallNew)
    assert form is not None
    assert "; the suggested day keeps that." in form.rule.text()
    suggested = form.form.fields["day"].day()
    form.form.fields["day"].set_day(MORNING.date() + timedelta(days=3))
    assert ": put up today, the earliest day is " in form.rule.text()
    form.form.fields["day"].set_day(suggested)
    tab_to("Place")
    write("社区二楼议事厅")
    enter()
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page, CallPage))
    page = desktop.shell.page
    assert isinstance(page, CallPage)
    draft = desktop.ask(meeting_queries.meeting_draft, meeting_id=page.meeting_id, today=MORNING.date())
    assert draft.kind == "representatives_meeting"
    assert [item.motion.text for item in draft.items if item.motion] == [MOTION]
    assert draft.notice.holds
    return page.meeting_id


def _post_the_notice(desktop: Desktop, qtbot: QtBot, meeting_id: str) -> None:
    """The papers are made to the end although another page is opened meanwhile; printed again, it is told."""
    keyboard.control(Qt.Key.Key_P)
    page = desktop.shell.page
    assert isinstance(page, CallPage)
    assert page.main.label() == "Making “Meeting notice”, 1 of 4 …"
    assert not page.main.isEnabled()
    desktop.go("today")

    def posted() -> bool:
        draft = desktop.ask(meeting_queries.meeting_draft, meeting_id=meeting_id, today=MORNING.date())
        return bool(draft.posted_on == MORNING.date())

    qtbot.waitUntil(posted)
    desktop.go("call", meeting_id=meeting_id)
    page = desktop.shell.page
    assert isinstance(page, CallPage)
    for kind in ("notice", "agenda"):
        page.papers.boxes[kind].setChecked(True)
    page.print_more.click()
    qtbot.waitUntil(lambda: "No printer is set up on this laptop. 2 papers" in desktop.shell.banner.text())
    draft = desktop.ask(meeting_queries.meeting_draft, meeting_id=meeting_id, today=MORNING.date())
    assert {paper.kind for paper in draft.papers} == {"notice", "agenda", "sign_in", "badges"}
    assert draft.state == "convened"
    _another_day_needs_other_papers(desktop, qtbot, page)


def _another_day_needs_other_papers(desktop: Desktop, qtbot: QtBot, page: CallPage) -> None:
    """What hangs on the board names the old day: all of it is to be printed with the next notice."""
    assert page.papers.ticked() == ()
    assert page.picture is not None
    starts = page.picture.draft.starts_at + timedelta(days=1)
    desktop.do(meetings.edit_meeting, meeting_id=page.meeting_id, starts_at=starts)
    qtbot.waitUntil(lambda: page.papers.ticked() == ("notice", "agenda", "sign_in", "badges"))


def test_leaving_a_stage_out_needs_a_reason(desktop: Desktop, qtbot: QtBot) -> None:
    from meeting_app.actions import topics

    topic_id = desktop.do(topics.add_topic, title="楼道灯")
    desktop.go("topic", topic_id=topic_id)
    page = desktop.shell.page
    assert isinstance(page, PassportPage)
    page.begin_move()
    page.mover.form.fields["target"].set_text("deliberation")
    assert page.mover.left_out.text() == "This leaves out the stage Drafting."
    page.mover.save.click()
    qtbot.waitUntil(lambda: page.mover.form.fields["reason"].problem() != "")
    page.mover.form.fields["reason"].set_text("居民已经一致同意")
    page.mover.save.click()

    def moved() -> bool:
        passport = desktop.ask(topic_queries.topic_passport, topic_id=topic_id, today=MORNING.date())
        return bool(passport.stage == Stage.DELIBERATION)

    qtbot.waitUntil(moved)
    passport = desktop.ask(topic_queries.topic_passport, topic_id=topic_id, today=MORNING.date())
    assert passport.stages[1].skipped_reason == "居民已经一致同意"
    assert passport.stages[2].due_on == MORNING.date() + timedelta(days=30)
