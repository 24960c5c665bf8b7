"""Pictures and PDFs of items: read safely, kept once, shown to the hall, let go when nothing needs them."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from meeting_app.actions import agenda, attachments, repeating, running, undo
from meeting_app.actions.attachment_files import LONGEST, MOST_PAGES, prepare, prepare_bytes
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.attachments import attachments_of, page_bytes
from meeting_app.queries.slides import current_slide
from meeting_app.queries.slides_types import ItemSlide
from meeting_app.queries.slides_types_agenda import AttachmentSlide
from meeting_app.storage.tables import Blob
from meeting_app.wording.refusals import sentence
from tests.actions.hall import Hall, begin
from tests.storage.desks import Room


def photo(width: int = 4000, height: int = 3000, *, turned: bool = False) -> bytes:
    """A photo with the marks of a camera in it."""
    made = Image.new("RGB", (width, height), "teal")
    exif = Image.Exif()
    exif[0x0112] = 6 if turned else 1
    exif[0x010E] = "3-2-501 at home"
    target = io.BytesIO()
    made.save(target, "JPEG", exif=exif)
    return target.getvalue()


def pdf(pages: int) -> bytes:
    """A PDF of so many pages."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(400, 300))
    for number in range(pages):
        canvas.drawString(20, 20, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def blobs(room: Room) -> int:
    """How many contents the file holds."""
    with room.store.read() as session:
        return session.query(Blob).count()


def test_a_photo_is_scaled_down_turned_and_keeps_no_places() -> None:
    made = prepare_bytes("照片.jpg", photo(turned=True))
    with Image.open(io.BytesIO(made.content)) as kept:
        assert kept.size == (LONGEST * 3 // 4, LONGEST)
        assert len(kept.getexif()) == 0
    assert b"501" not in made.content
    assert (made.kind, made.pages) == ("picture", (made.content,))


def test_a_pdf_keeps_itself_and_a_picture_of_each_page() -> None:
    body = pdf(3)
    made = prepare_bytes("图纸.pdf", body)
    assert (made.kind, made.content, len(made.pages)) == ("pdf", body, 3)
    with Image.open(io.BytesIO(made.pages[0])) as page:
        assert page.size == (1920, 1440)


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("a.jpg", lambda: b"no picture at all", "attachment_unreadable"),
        ("a.pdf", lambda: b"%PDF-1.4 broken", "attachment_unreadable"),
        ("half.jpg", lambda: photo()[:2000], "attachment_unreadable"),
        ("long.pdf", lambda: pdf(MOST_PAGES + 1), "attachment_pages"),
    ],
)
def test_what_cannot_be_kept_is_said_with_its_name(name: str, body: Callable[[], bytes], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        prepare_bytes(name, body())
    assert refused.value.code == code
    assert name in sentence(refused.value)


def test_a_file_that_is_not_there_or_far_too_large(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="attachment_unreadable"):
        prepare(tmp_path / "none.jpg")
    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(31 * 1024 * 1024)
    with pytest.raises(Refusal, match="attachment_large"):
        prepare(large)


def test_the_same_file_is_kept_once_and_shown_page_by_page(room: Room, hall: Hall) -> None:
    made = prepare_bytes("图纸.pdf", pdf(2))
    first = room.do(attachments.add_attachment, item_id=hall.items[0], prepared=made)
    room.do(attachments.add_attachment, item_id=hall.vote, prepared=made)
    assert blobs(room) == 3
    rows = room.ask(attachments_of, meeting_id=hall.meeting)
    assert [(row.item_id, row.name, row.pages) for row in rows] == [
        (hall.items[0], "图纸.pdf", 2), (hall.vote, "图纸.pdf", 2),
    ]  # fmt: skip
    begin(room, hall)
    room.do(attachments.show_attachment, attachment_id=first, page=1)
    slide = room.ask(current_slide, meeting_id=hall.meeting, now=room.time())
    assert isinstance(slide, AttachmentSlide)
    assert (slide.name, slide.page, slide.pages, slide.picture) == ("图纸.pdf", 1, 2, made.pages[1])
    assert room.refused(attachments.show_attachment, attachment_id=first, page=2).code == "gone"
    room.do(running.next_item, meeting_id=hall.meeting)
    assert isinstance(room.ask(current_slide, meeting_id=hall.meeting, now=room.time()), ItemSlide)


def test_taking_off_is_taken_back_and_closing_lets_bytes_go(room: Room, hall: Hall) -> None:
    made = prepare_bytes("照片.jpg", photo(300, 200))
    kept = room.do(attachments.add_attachment, item_id=hall.items[0], prepared=made)
    begin(room, hall)
    room.do(attachments.show_attachment, attachment_id=kept)
    room.do(attachments.remove_attachment, attachment_id=kept)
    assert isinstance(room.ask(current_slide, meeting_id=hall.meeting, now=room.time()), ItemSlide)
    room.do(undo.undo_last)
    found = room.ask(page_bytes, attachment_id=kept, page=0)
    assert found is not None
    assert found[1] == made.content
    room.do(attachments.remove_attachment, attachment_id=kept)
    assert blobs(room) == 1
    room.do(running.close_meeting, meeting_id=hall.meeting)
    assert blobs(room) == 0


def test_a_repeated_item_has_the_same_pictures(room: Room, hall: Hall) -> None:
    made = prepare_bytes("照片.jpg", photo(300, 200))
    room.do(attachments.add_attachment, item_id=hall.items[0], prepared=made)
    begin(room, hall)
    copy = room.do(repeating.repeat_item, item_id=hall.items[0])
    rows = room.ask(attachments_of, meeting_id=hall.meeting)
    assert {row.item_id for row in rows} == {hall.items[0], copy}
    assert blobs(room) == 1


def test_an_item_has_at_most_twenty(room: Room, hall: Hall) -> None:
    made = prepare_bytes("照片.jpg", photo(30, 20))
    for _number in range(attachments.MOST):
        room.do(attachments.add_attachment, item_id=hall.vote, prepared=made)
    refusal = room.refused(attachments.add_attachment, item_id=hall.vote, prepared=made)
    assert refusal.code == "attachments_full"
    room.do(agenda.remove_item, item_id=hall.vote)
    assert room.ask(attachments_of, meeting_id=hall.meeting) == ()
