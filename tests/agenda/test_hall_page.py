"""What the hall is shown on request: pictures with V, what was written down with W; who does it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from meeting_app.actions import notes
from meeting_app.actions.attachment_files import prepare_bytes
from meeting_app.actions.attachments import add_attachment
from meeting_app.queries.paper_list import task_list
from meeting_app.queries.parking import parking_view
from meeting_app.queries.slides_types_agenda import AttachmentSlide, ReadBackSlide
from meeting_app.ui.console.live.files import FilesPage
from tests.agenda.test_attachments import pdf
from tests.console_live.world import Hands

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def seen(hands: Hands) -> object:
    """The page in the little picture of the hall."""
    return hands.shell.hall.thumb.slide()


def test_one_key_shows_the_pictures_one_after_the_other(talking: Hands) -> None:
    talking.key(Key.Key_V)
    talking.until(lambda: "no picture or PDF" in talking.shell.banner.text())
    talking.key(Key.Key_Escape)
    for name in ("a.pdf", "b.pdf"):
        talking.world.do(add_attachment, item_id=talking.world.items[2], prepared=prepare_bytes(name, pdf(2)))
    talking.until(lambda: talking.shell.agenda.picture.label() == "Show a.pdf")
    talking.key(Key.Key_V)
    talking.until(lambda: isinstance(slide := seen(talking), AttachmentSlide) and slide.name == "a.pdf")
    talking.until(talking.shell.hall.turn.isVisible)
    talking.key(Key.Key_PageDown, CTRL)
    talking.until(lambda: isinstance(slide := seen(talking), AttachmentSlide) and slide.page == 1)
    talking.key(Key.Key_V)
    talking.until(lambda: isinstance(slide := seen(talking), AttachmentSlide) and slide.name == "b.pdf")
    talking.until(lambda: talking.shell.agenda.picture.label() == "Take the picture off")
    talking.key(Key.Key_V)
    talking.until(lambda: not isinstance(seen(talking), AttachmentSlide))


def test_what_was_written_down_is_read_back(talking: Hands) -> None:
    world = talking.world
    for number in range(4):
        world.do(notes.add_decision, meeting_id=world.meeting, text=f"决定{number}")
    talking.key(Key.Key_W)
    talking.until(lambda: isinstance(slide := seen(talking), ReadBackSlide) and len(slide.lines) == 4)
    slide = seen(talking)
    assert isinstance(slide, ReadBackSlide)
    assert slide.lines[0].text == "决定3"
    talking.until(talking.shell.hall.turn.isVisible)
    talking.key(Key.Key_PageDown, CTRL)
    talking.until(lambda: isinstance(slide := seen(talking), ReadBackSlide) and slide.page == 1)
    talking.key(Key.Key_W)
    talking.until(lambda: not isinstance(seen(talking), ReadBackSlide))


def test_a_task_is_captured_with_who_and_by_when(talking: Hands) -> None:
    capture = talking.shell.hall.capture
    talking.key(Key.Key_2, ALT)
    talking.until(capture.field.hasFocus)
    assert capture.more.isHidden()
    talking.write("Repair the lamp")
    talking.until(capture.more.isVisible)
    capture.more.who.setFocus()
    talking.write("Ma")
    capture.more.supervisor.setFocus()
    talking.write("Zhang")
    talking.key(Key.Key_Return)
    talking.until(capture.more.isHidden)
    groups = talking.world.ask(task_list, today=date(2026, 11, 28))
    row = next(row for group in groups for row in group.rows)
    assert (row.text, row.assignee, row.supervisor) == ("Repair the lamp", "Ma", "Zhang")
    assert row.due_on == date(2026, 12, 12)


def test_who_raised_a_parked_matter_is_kept(talking: Hands) -> None:
    capture = talking.shell.hall.capture
    talking.key(Key.Key_3, ALT)
    talking.until(capture.field.hasFocus)
    talking.write("The lamp")
    capture.more.who.setFocus()
    talking.write("Wang")
    talking.key(Key.Key_Return)

    def raised() -> list[tuple[str, str]]:
        rows = talking.world.ask(parking_view, meeting_id=talking.world.meeting).rows
        return [(row.text, row.person) for row in rows if row.note_id]

    talking.until(lambda: raised() == [("The lamp", "Wang")])


def test_pictures_are_added_while_the_meeting_runs(talking: Hands, tmp_path: Path) -> None:
    talking.key(Key.Key_F)
    talking.page("files")
    page = talking.shell.pages["files"]
    assert isinstance(page, FilesPage)
    assert page.empty.isVisible()
    talking.key(Key.Key_V, CTRL)
    assert "Nothing that can be shown" in page.said.text()
    (tmp_path / "plan.pdf").write_bytes(pdf(2))
    (tmp_path / "broken.png").write_bytes(b"no picture")
    talking.write("n")
    dialog = page.dialog
    assert dialog is not None
    assert (dialog.isVisible(), dialog.isModal()) == (True, False)
    dialog.fileSelected.emit(str(tmp_path / "plan.pdf"))
    dialog.hide()
    talking.until(lambda: page.list.rows.rowCount() == 1 and talking.focus() is page.list)
    talking.key(Key.Key_Return)
    talking.until(lambda: isinstance(slide := seen(talking), AttachmentSlide) and slide.name == "plan.pdf")
    talking.until(lambda: page.show_button.text() == "Take it off the projector")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "broken.png"))])
    assert page.take(dropped)
    talking.until(lambda: "broken.png" in talking.shell.banner.text())
    picture = QMimeData()
    picture.setImageData(QImage(40, 30, QImage.Format.Format_RGB32))
    assert page.take(picture)
    talking.until(lambda: page.list.rows.rowCount() == 2)
    talking.until(lambda: "Pasted picture" in page.list.currentIndex().data())
    talking.key(Key.Key_Delete)
    talking.until(lambda: page.list.rows.rowCount() == 1)
    talking.key(Key.Key_Z, CTRL)
    talking.until(lambda: page.list.rows.rowCount() == 2)
    talking.key(Key.Key_Escape)
    talking.page("discussion")
