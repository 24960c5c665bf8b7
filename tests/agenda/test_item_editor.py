"""The form of an item in the office: minimum, fixed start, marks, note, topic, pictures; what was put off."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from meeting_app.actions import attendance, meetings, notes, running, topics
from meeting_app.queries import meetings as meeting_queries
from meeting_app.queries.attachments import attachments_of
from meeting_app.queries.people import roster
from meeting_app.ui.console.office import typed
from meeting_app.ui.console.office.call import CallPage
from meeting_app.wording.times import ZONE
from tests.console_office import keyboard
from tests.console_office.conftest import MORNING, Desktop

SOON = datetime(2026, 11, 30, 14, 0, tzinfo=ZONE)


@pytest.fixture
def page(desktop: Desktop, qtbot: QtBot) -> CallPage:
    """A council that is being prepared; its second item is open."""
    topic = desktop.do(topics.add_topic, title="加装电梯")
    meeting_id = desktop.do(
        meetings.draft_meeting, kind="residents_council", title="议事会", place="议事厅", starts_at=SOON,
        topic_id=topic,
    )  # fmt: skip
    desktop.go("call", meeting_id=meeting_id)
    shown = desktop.shell.page
    assert isinstance(shown, CallPage)
    qtbot.waitUntil(shown.agenda.list.hasFocus)
    shown.edit_item(shown.agenda.list.ids()[1])
    return shown


def item(desktop: Desktop, page: CallPage, place: int = 1) -> Any:
    """An item as the records have it."""
    draft = desktop.ask(meeting_queries.meeting_draft, meeting_id=page.meeting_id, today=MORNING.date())
    return draft.items[place]


def test_the_new_fields_are_kept(desktop: Desktop, page: CallPage, qtbot: QtBot) -> None:
    keyboard.tab_to("At least, in minutes")
    keyboard.write("9")
    keyboard.tab_to("Fixed start, if any")
    keyboard.write("25:00")
    keyboard.enter()
    assert page.editor.form.fields["fixed"].problem() == "A time of day, for example 15:30."
    keyboard.write("14:30")
    keyboard.tab_to("For the facilitator alone; the hall never sees it")
    keyboard.write("The guest comes late")
    page.editor.droppable.setChecked(True)
    page.editor.form.fill(topic_id="")
    page.editor.save.click()
    qtbot.waitUntil(lambda: item(desktop, page).fixed_minute == 14 * 60 + 30)
    kept = item(desktop, page)
    assert (kept.minimum_ms, kept.internal_note) == (9 * 60_000, "The guest comes late")
    assert (kept.protected, kept.droppable, kept.topic_id) == (False, True, None)
    assert f"{kept.starts_at:%H:%M}" == "14:30"
    assert f"{item(desktop, page, 2).starts_at:%H:%M}" == "14:45"


def test_a_minimum_above_the_plan_is_said_at_its_field(
    desktop: Desktop, page: CallPage, qtbot: QtBot
) -> None:
    keyboard.tab_to("At least, in minutes")
    keyboard.write("99")
    keyboard.enter()
    qtbot.waitUntil(lambda: "cannot be the least" in page.editor.form.fields["minimum"].problem())
    assert item(desktop, page).minimum_ms == 8 * 60_000


def test_a_picture_is_added_and_taken_off(
    desktop: Desktop, page: CallPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.png"
    Image.new("RGB", (640, 480), "teal").save(file)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    page.editor.attachments.add.click()
    files = page.editor.attachments
    qtbot.waitUntil(lambda: files.list.titles() == ("plan.png",))
    kept = desktop.ask(attachments_of, meeting_id=page.meeting_id)
    assert [row.kind for row in kept] == ["picture"]
    files.remove.click()
    qtbot.waitUntil(lambda: files.list.titles() == ())


def test_a_file_that_is_no_picture_is_told(
    desktop: Desktop, page: CallPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(b"PK not a picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    page.editor.attachments.add.click()
    qtbot.waitUntil(lambda: "no picture or PDF" in desktop.shell.banner.text())


def test_a_new_item_is_saved_before_it_gets_pictures(page: CallPage) -> None:
    page.edit_item("")
    assert page.editor.attachments.add.isHidden()
    assert page.editor.form.fields["topic_id"].text() != ""


def test_what_was_put_off_is_taken_up(desktop: Desktop, qtbot: QtBot) -> None:
    before = desktop.do(
        meetings.draft_meeting, kind="residents_council", title="上一次", place="议事厅", starts_at=SOON
    )
    person = desktop.ask(roster).rows[0].person_id
    desktop.do(attendance.check_in, meeting_id=before, person_id=person)
    desktop.do(running.open_meeting, meeting_id=before)
    desktop.do(notes.add_note, meeting_id=before, kind="parking", text="路灯不亮")
    for _item in range(3):
        desktop.do(running.next_item, meeting_id=before)
    desktop.do(running.close_meeting, meeting_id=before)
    following = desktop.do(
        meetings.draft_meeting, kind="residents_council", title="这一次", place="议事厅", starts_at=SOON
    )
    desktop.go("call", meeting_id=following)
    shown = desktop.shell.page
    assert isinstance(shown, CallPage)
    assert shown.agenda.take_up.label() == "Take up 1 matter that was put off"
    shown.agenda.take_up.click()
    qtbot.waitUntil(lambda: "路灯不亮" in shown.agenda.list.titles())
    qtbot.waitUntil(shown.agenda.take_up.isHidden)


@pytest.mark.parametrize(
    ("text", "minute"),
    [("15:30", 930), ("1530", 930), ("9\uff1a05", 545), ("24:00", None), ("12:60", None), ("x", None)],
)
def test_times_of_day_are_read_strictly(text: str, minute: int | None) -> None:
    assert typed.minute_of(text) == minute
