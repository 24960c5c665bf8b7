"""Every page and state of a live meeting by name, in the order in which one meeting comes through them.

Each scene does what is missing in the records and then builds the window over them, so the scenes must be
built in order, over a convened meeting with a discussion and a vote. `advance(seconds)` lets the desk's time
pass, when the one who makes the pictures holds it.
"""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, Qt, QTimer
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from meeting_app.actions import agenda, attendance, floor, notes, parking, polls, running
from meeting_app.actions.attachment_files import prepare_bytes
from meeting_app.actions.attachments import add_attachment, show_attachment
from meeting_app.actions.projection import pin_slide, show_banner
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.hand_count import Choice
from meeting_app.queries.live import LiveView, check_in_view, live_view
from meeting_app.queries.parking import parking_view
from meeting_app.queries.polls import hands_view
from meeting_app.ui.console.live import foot_presenter
from meeting_app.ui.console.live.after import AfterPage
from meeting_app.ui.console.live.ballots.scenes import ballots_scenes
from meeting_app.ui.console.live.check_in import CheckInPage
from meeting_app.ui.console.live.desk_scenes import desk_scenes
from meeting_app.ui.console.live.discussion import DiscussionPage
from meeting_app.ui.console.live.floor_scenes import floor_scenes
from meeting_app.ui.console.live.hands import HandsPage
from meeting_app.ui.console.live.plan import PlanPage
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.console.live.sweep import SweepPage
from meeting_app.ui.console.office.scenes import Scene
from meeting_app.ui.qt.office import Office

Act = Callable[[LiveShell], None]
WAIT_S = 10


def _nothing(_shell: LiveShell) -> None:
    """The scene is complete as it opens."""


class _Play:
    """Brings one meeting forward through the actions, as the window would."""

    def __init__(self, office: Office, meeting_id: str, advance: Callable[[float], None]) -> None:
        self.office, self.meeting_id, self.advance = office, meeting_id, advance

    def do(self, action: Callable[..., Any], **arguments: object) -> Any:
        """Do it and wait for it."""
        return self.office.desk.do(action, **arguments).result(WAIT_S)

    @property
    def view(self) -> LiveView:
        """The meeting now."""
        found = self.office.ask(
            live_view, meeting_id=self.meeting_id, now=self.office.now(), station=self.office.station
        )
        assert isinstance(found, LiveView)
        return found

    @property
    def item(self) -> str:
        """The current item's id."""
        current = self.view.current
        return current.id if current else ""

    def members(self) -> list[str]:
        """Ids of the members with a vote."""
        view = self.office.ask(check_in_view, meeting_id=self.meeting_id)
        return [hit.person_id for hit in view.members]

    def come(self, until: int) -> None:
        """Members check in until that many are here."""
        view = self.office.ask(check_in_view, meeting_id=self.meeting_id)
        here = [hit for hit in view.members if hit.state == "present"]
        away = [hit for hit in view.members if hit.state != "present"]
        for hit in away[: max(0, until - len(here))]:
            self.do(attendance.check_in, meeting_id=self.meeting_id, person_id=hit.person_id)
            self.advance(7)

    def to_kind(self, kind: str) -> None:
        """Walk on to an item of a kind."""
        while (current := self.view.current) is not None and current.kind != kind:
            self.advance(current.planned_ms / 1000 + 60)
            self.do(running.next_item, meeting_id=self.meeting_id)

    def speakers(self, count: int) -> None:
        """The first so many members raise their hands."""
        for person in self.members()[4 : 4 + count]:
            self.do(floor.ask_to_speak, item_id=self.item, person_id=person)
            self.advance(11)

    def count(self, choice: Choice, first: int, second: int) -> None:
        """Two tellers report the whole hall for a choice."""
        hands = self.office.ask(hands_view, item_id=self.item)
        self.do(polls.count_choice, poll_id=hands.poll_id, choice=choice)
        for teller, figure in ((1, first), (2, second)):
            self.do(
                polls.report_hands,
                poll_id=hands.poll_id,
                position=1,
                choice=choice,
                teller=teller,
                hands=figure,
            )


def live_scenes(
    office: Office,
    meeting_id: str,
    advance: Callable[[float], None] = lambda _seconds: None,
) -> Iterator[Scene]:
    """The scenes in their order; `build` of each must be called before the next is asked for."""
    play = _Play(office, meeting_id, advance)
    yield from _arriving(play)
    yield from _talking(play)
    yield from _voting(play)
    yield from _ending(play)
    yield from desk_scenes(office)


def _scene(
    play: _Play, name: str, act: Act = _nothing, ready: Callable[[QWidget], bool] = lambda _widget: True
) -> Scene:
    def build() -> QWidget:
        shell = LiveShell(play.office, play.meeting_id)
        # After the window is shown, so that fields can take the keyboard.
        QTimer.singleShot(0, shell, lambda: act(shell))
        return shell

    return Scene(f"live_{name}", build, ready)


def _type_name(shell: LiveShell) -> None:
    page = shell.pages["check_in"]
    if isinstance(page, CheckInPage):
        page.field.setText("w")


def _type_stranger(shell: LiveShell) -> None:
    page = shell.pages["check_in"]
    if isinstance(page, CheckInPage):
        page.field.setText("Zq Xv")


def site_plan() -> bytes:
    """A picture to be shown: houses along a road, as a plan would have them."""
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.fillRect(0, 410, 1600, 90, Qt.GlobalColor.lightGray)
    for place in range(5):
        painter.fillRect(90 + place * 300, 150, 220, 180, Qt.GlobalColor.darkCyan)
        painter.fillRect(90 + place * 300, 580, 220, 180, Qt.GlobalColor.gray)
    painter.end()
    made = QByteArray()
    target = QBuffer(made)
    target.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(target, QByteArray(b"PNG")).write(image)
    return bytes(made.data())


def _arriving(play: _Play) -> Iterator[Scene]:
    play.do(attendance.open_check_in, meeting_id=play.meeting_id)
    yield _scene(play, "check_in_empty")
    play.come(20)
    yield _scene(play, "check_in_short", _type_name)
    yield _scene(play, "check_in_reason", lambda shell: shell.acts.step())
    yield _scene(play, "check_in_stranger", _type_stranger)
    play.come(33)
    yield _scene(play, "check_in_quorum")
    yield _scene(play, "check_in_out", _type_name)


def _talking(play: _Play) -> Iterator[Scene]:
    play.do(running.open_meeting, meeting_id=play.meeting_id)
    play.advance(140)
    yield _scene(play, "opening")
    play.to_kind("report")
    play.advance(400)
    yield _scene(play, "report")
    yield _scene(play, "files_empty", lambda shell: shell.trips.files())
    shown = play.do(add_attachment, item_id=play.item, prepared=prepare_bytes("平面图.png", site_plan()))
    play.do(show_attachment, attachment_id=shown)
    yield _scene(play, "report_picture")
    yield _scene(play, "files", lambda shell: shell.trips.files())
    play.to_kind("discussion")
    yield _scene(play, "discussion_empty")
    play.speakers(2)
    for _turn in range(2):
        play.do(floor.call_next, item_id=play.item)
        play.advance(130)
    play.do(floor.end_speech, item_id=play.item)
    play.speakers(5)
    yield _scene(play, "discussion_waiting")
    play.do(floor.call_next, item_id=play.item)
    play.do(notes.add_note, meeting_id=play.meeting_id, kind="parking", text="物业费会不会涨")
    play.do(notes.add_task, meeting_id=play.meeting_id, text="公示报价明细")
    play.advance(96)
    yield _scene(play, "discussion")
    yield _scene(play, "discussion_task", _type_task)
    play.do(pin_slide, meeting_id=play.meeting_id, pinned="readback")
    yield _scene(play, "discussion_read_back")
    play.do(pin_slide, meeting_id=play.meeting_id, pinned="")
    yield _scene(play, "discussion_find", _find)
    yield _scene(play, "discussion_chosen", _choose)
    yield _scene(
        play,
        "discussion_undo",
        lambda shell: shell.foot.show_toast(foot_presenter.shown(shell.live.view).toast),
    )
    play.do(show_banner, meeting_id=play.meeting_id, text="请一辆白色车的车主挪一下车", lasting_ms=None)
    play.advance(62)
    yield _scene(play, "discussion_warning", lambda shell: shell.hall.capture.begin("banner"))
    play.advance(54)
    yield _scene(play, "discussion_overtime")
    play.do(show_banner, meeting_id=play.meeting_id, text="")
    yield from floor_scenes(play, _scene)
    shell_view = play.view
    assert shell_view.current is not None
    yield _scene(play, "keys", lambda shell: shell.trips.keys())
    yield _scene(play, "plan_in_time", lambda shell: shell.trips.plan())
    yield from _late(play)
    yield _scene(play, "late_check_in", lambda shell: shell.trips.check_in())


def _type_task(shell: LiveShell) -> None:
    shell.capture("task")
    shell.hall.capture.field.setText("拍下六个棚址现在的样子")


def _late(play: _Play) -> Iterator[Scene]:
    """Something urgent comes in and the time is short: the three ways beside each other; then the row for a
    new item. Afterwards the agenda is as before.
    """
    waiting = [item for item in play.view.items if item.state == "waiting"]
    urgent = play.do(
        agenda.add_item, meeting_id=play.meeting_id, kind=ItemKind.REPORT, title="消防通道被占，物业说明",
        minutes=20, before_id=waiting[0].id,
    )  # fmt: skip
    for item in waiting:
        play.do(agenda.mark_item, item_id=item.id, minimum=item.planned_ms // 120_000)
    play.do(agenda.mark_item, item_id=waiting[0].id, droppable=True)
    yield _scene(play, "plan_late", lambda shell: shell.trips.plan())
    yield _scene(play, "plan_insert", _insert)
    play.do(agenda.remove_item, item_id=urgent)
    play.do(agenda.mark_item, item_id=waiting[0].id, droppable=False)


def _insert(shell: LiveShell) -> None:
    shell.trips.plan()
    page = shell.pages["plan"]
    if isinstance(page, PlanPage):
        page.insert()


def _find(shell: LiveShell) -> None:
    page = shell.pages["discussion"]
    if isinstance(page, DiscussionPage):
        page.add()
        page.finder.field.setText("l")


def _choose(shell: LiveShell) -> None:
    page = shell.pages["discussion"]
    if isinstance(page, DiscussionPage):
        page.list.setCurrentIndex(page.list.queue.index(1))


def _voting(play: _Play) -> Iterator[Scene]:
    play.to_kind("vote")
    yield from ballots_scenes(play, _scene)
    yield _scene(play, "vote_before")
    yield _scene(play, "vote_rows", _edit_rows)
    rows = (("第 1 排", 8), ("第 2 排", 8), ("第 3 排", 8), ("后排", play.view.present_voters - 24))
    play.do(polls.set_seat_rows, meeting_id=play.meeting_id, rows=rows)
    poll = play.do(polls.open_poll, item_id=play.item)
    figures = ((1, 1, 6), (1, 2, 6), (2, 1, 5), (2, 2, 4), (3, 1, 7))
    for position, teller, hands in figures:
        play.do(
            polls.report_hands, poll_id=poll, position=position, choice=Choice.FOR, teller=teller, hands=hands
        )
        play.advance(9)
    yield _scene(play, "vote_counting")
    poll = play.do(polls.recount, poll_id=poll, reason="第 2 排有人走动，重新数一遍。")
    play.do(polls.report_hands, poll_id=poll, position=1, choice=Choice.FOR, teller=1, hands=7)
    yield _scene(play, "vote_recount")
    _count_all(play, poll)
    yield _scene(play, "vote_counted")
    play.do(polls.close_poll, poll_id=poll)
    yield _scene(play, "result")
    yield _scene(play, "result_recount", _ask_reason)
    play.do(polls.publish_result, poll_id=poll)
    yield _scene(play, "result_published")


def _edit_rows(shell: LiveShell) -> None:
    page = shell.pages["hands"]
    if isinstance(page, HandsPage):
        page.rows_button.click()


def _ask_reason(shell: LiveShell) -> None:
    page = shell.pages["result"]
    for button in page.findChildren(type(shell.agenda.next)):
        if button is getattr(page, "recount", None):
            button.click()


def _count_all(play: _Play, poll: str) -> None:
    """Most are for it, a few against, one abstains, the rest raise no hand."""
    hands = play.office.ask(hands_view, item_id=play.item)
    for row in hands.rows:
        figures = {Choice.FOR: row.votes - 2, Choice.AGAINST: 1, Choice.ABSTAIN: row.position % 2}
        for choice, figure in figures.items():
            play.do(polls.count_choice, poll_id=poll, choice=choice)
            for teller in (1, 2):
                play.do(
                    polls.report_hands, poll_id=poll, position=row.position, choice=choice, teller=teller,
                    hands=figure,
                )  # fmt: skip


def _ending(play: _Play) -> Iterator[Scene]:
    play.to_kind("closing")
    play.advance(120)
    play.do(
        notes.add_note,
        meeting_id=play.meeting_id,
        kind="parking",
        text="12号楼门前的路灯不亮",
        person="王桂兰",
    )
    yield _scene(play, "sweep", lambda shell: shell.acts.step())
    yield _scene(play, "sweep_task", _sweep_task)
    for row in play.office.ask(parking_view, meeting_id=play.meeting_id).rows:
        play.do(parking.settle_parked, note_id=row.note_id, fate="next_meeting")
    yield _scene(play, "sweep_done", lambda shell: shell.live.trip("sweep"))
    yield _scene(play, "closing", lambda shell: shell.acts.step())
    play.do(running.close_meeting, meeting_id=play.meeting_id)
    yield _scene(play, "after")
    yield _scene(play, "after_minutes", lambda shell: shell.acts.main(), _paper_shown)


def _sweep_task(shell: LiveShell) -> None:
    shell.acts.step()
    page = shell.pages["sweep"]
    if isinstance(page, SweepPage):
        page.task()


def _paper_shown(widget: QWidget) -> bool:
    page = widget.pages.get("after") if isinstance(widget, LiveShell) else None
    return isinstance(page, AfterPage) and page.view.page.has_image()
