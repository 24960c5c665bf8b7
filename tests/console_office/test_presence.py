"""Who was in the room at the instants of a meeting, through the window."""

from meeting_app.actions import attendance, meetings, proxies, running
from meeting_app.queries.people import find_people
from meeting_app.ui.console.office.meetings import MeetingsPage
from meeting_app.ui.console.office.presence import PresencePage
from tests.console_office.conftest import MORNING, NAMES, Desktop


def test_who_was_there_at_the_opening_and_after(desktop: Desktop) -> None:
    people = [desktop.ask(find_people, text=name)[0].person_id for name in NAMES[:8]]
    meeting = desktop.do(
        meetings.draft_meeting, kind="residents_assembly", title="居民会议", place="二楼", starts_at=MORNING
    )
    desktop.do(
        proxies.give_proxy, meeting_id=meeting, principal_id=people[7], holder_id=people[0], document="原件"
    )
    for person in people[:6]:
        desktop.do(attendance.check_in, meeting_id=meeting, person_id=person)
    desktop.do(running.open_meeting, meeting_id=meeting)
    desktop.do(attendance.check_out, meeting_id=meeting, person_id=people[5])
    desktop.do(running.close_meeting, meeting_id=meeting)
    desktop.go("meetings")
    listed = desktop.shell.page
    assert isinstance(listed, MeetingsPage)
    listed.list.choose(meeting)
    assert listed.presence.isVisible()
    listed.presence.click()
    page = desktop.shell.page
    assert isinstance(page, PresencePage)
    opened = next(place for place, one in enumerate(page._moments) if one.code == "opened")
    page.list.choose(str(opened))
    assert page.heading.text() == "Opened"
    assert "6 in the room, 1 represented, 7 of 10 with a vote" in page.counted.text()
    shown = {line.cells[1]: line.cells[3] for line in page.table.table.lines}
    assert shown[NAMES[7]] == f"represented by {NAMES[0]}"
    assert shown[NAMES[0]] == f"in the room, acts for {NAMES[7]}"
    closed = next(place for place, one in enumerate(page._moments) if one.code == "closed")
    page.list.choose(str(closed))
    assert NAMES[5] not in {line.cells[1] for line in page.table.table.lines}


def test_before_anybody_came_there_is_nothing_to_see(desktop: Desktop) -> None:
    meeting = desktop.do(
        meetings.draft_meeting, kind="residents_assembly", title="居民会议", place="二楼", starts_at=MORNING
    )
    desktop.go("meetings")
    listed = desktop.shell.page
    assert isinstance(listed, MeetingsPage)
    listed.list.choose(meeting)
    assert not listed.presence.isVisible()
    desktop.go("presence", meeting_id=meeting)
    page = desktop.shell.page
    assert isinstance(page, PresencePage)
    assert page.empty.isVisible()
