"""The check-in desk of an owners' meeting as scenes: area beside persons, proxies, walking in."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from meeting_app.actions import attendance, meetings, proxies, walk_ins
from meeting_app.queries.live import check_in_view
from meeting_app.queries.people import PersonHit
from meeting_app.ui.console.live.check_in import CheckInPage
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.console.office.scenes import Scene
from meeting_app.ui.qt.office import Office
from meeting_app.wording import times

WAIT_S = 30
TITLE = "晨光小区业主大会会议"
HERE, GIVEN = 60, 6


class _Desk:
    """A meeting of owners, drafted for the pictures when its first scene is asked for."""

    def __init__(self, office: Office) -> None:
        self.office = office
        now = times.local(office.now().wall_ms)
        self.meeting_id: str = self.do(
            meetings.draft_meeting, kind="owners_meeting", title=TITLE, place="小区活动中心",
            starts_at=now + timedelta(minutes=20),
        )  # fmt: skip
        view = office.ask(check_in_view, meeting_id=self.meeting_id)
        self.members: tuple[PersonHit, ...] = view.members
        self.do(attendance.open_check_in, meeting_id=self.meeting_id)
        self._fill()

    def do(self, action: Callable[..., Any], **arguments: object) -> Any:
        """Do it and wait for it."""
        return self.office.desk.do(action, **arguments).result(WAIT_S)

    def _fill(self) -> None:
        ids = [hit.person_id for hit in self.members]
        for place in range(min(GIVEN, len(ids) // 4)):
            self.do(
                proxies.give_proxy, meeting_id=self.meeting_id, principal_id=ids[-1 - place],
                holder_id=ids[place], document="委托书原件，11月20日", limits="赞成" if place % 2 else "",
            )  # fmt: skip
        for person in ids[:HERE]:
            self.do(attendance.check_in, meeting_id=self.meeting_id, person_id=person)
        home = self.members[HERE].place
        claim = f"{home.building}{home.stairway}单元{home.room}"
        name = self.members[HERE].name
        self.do(walk_ins.walk_in, meeting_id=self.meeting_id, name=name, claim=claim)
        self.do(walk_ins.walk_in, meeting_id=self.meeting_id, name="路过的张先生")


def desk_scenes(office: Office) -> Iterator[Scene]:
    """The desk with area, its proxies, the form of one, and who walked in."""
    desk = _Desk(office)

    def scene(name: str, act: Callable[[CheckInPage], None]) -> Scene:
        def build() -> QWidget:
            shell = LiveShell(office, desk.meeting_id)
            page = shell.pages["check_in"]
            assert isinstance(page, CheckInPage)
            QTimer.singleShot(0, shell, lambda: act(page))
            return shell

        return Scene(f"live_{name}", build)

    yield scene("desk_area", lambda page: page.field.setText(desk.members[0].name))
    yield scene("desk_proxies", lambda page: page.side.show_page("proxies"))
    yield scene("desk_proxy_form", _form)
    yield scene("desk_walk_ins", lambda page: page.side.show_page("walk_ins"))
    yield scene("desk_stranger", lambda page: page.field.setText("Zq Xv"))


def _form(page: CheckInPage) -> None:
    page.side.show_page("proxies")
    page.proxies.begin()
    page.proxies.principal.field.setText("w")
