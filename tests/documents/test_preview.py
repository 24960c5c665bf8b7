"""Pages as pictures, and reading papers back."""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from meeting_app.documents import preview
from meeting_app.documents.agenda import agenda
from meeting_app.documents.check import file_sha256, read_paper, read_scan
from meeting_app.documents.flow.code import verification_payload
from meeting_app.domain.refusal import Refusal
from tests.documents import samples


def test_a_page_has_the_asked_width_and_the_right_colours() -> None:
    picture = preview.page_picture(agenda(samples.agenda()), 0, 420)
    assert (picture.width, picture.height) == (420, 595)
    assert len(picture.rgb) == picture.stride * picture.height
    assert picture.rgb[:3] == b"\xff\xff\xff"
    assert min(picture.rgb) < 60


def test_vermilion_is_red_not_blue() -> None:
    from meeting_app.documents.minutes import minutes

    picture = preview.page_picture(minutes(samples.minutes()), 0, 300)
    reds = [picture.rgb[at : at + 3] for at in range(0, len(picture.rgb) - 2, 3)]
    assert any(red > 150 and blue < 90 for red, _, blue in reds)
    assert not any(blue > 150 and red < 90 for red, _, blue in reds)


def test_pictures_are_written_page_by_page(tmp_path: Path) -> None:
    files = preview.write_pictures(agenda(samples.agenda()), tmp_path, "agenda", 40)
    assert [file.name for file in files] == ["agenda-1.png"]
    assert Image.open(io.BytesIO(files[0].read_bytes())).size == (331, 468)


@pytest.mark.parametrize("junk", [b"", b"no pdf", b"%PDF-1.4\nbroken"])
def test_what_is_no_pdf_has_no_pages_and_says_nothing(junk: bytes) -> None:
    with pytest.raises(Refusal) as told:
        preview.page_sizes(junk)
    assert told.value.code == "not_a_pdf"
    read = read_paper(junk)
    assert read.sha256 == hashlib.sha256(junk).hexdigest()
    assert (read.code, read.digest, read.number, read.printed) == (None, None, None, False)


def test_a_changed_byte_changes_the_hash() -> None:
    pdf = agenda(samples.agenda())
    assert file_sha256(pdf) == hashlib.sha256(pdf).hexdigest() == read_paper(pdf).sha256
    assert file_sha256(pdf + b" ") != file_sha256(pdf)


def test_scans_of_other_codes_are_none_of_ours() -> None:
    digest = "ab" * 32
    assert read_scan(verification_payload("7K2Q-9M4D", digest)) == ("7K2Q-9M4D", digest)
    for text in ("", "https://example.org", "YST1:A:b", f"YST2:A:{digest}", f"YST1::{digest}", "YST*ABC123"):
        assert read_scan(text) is None
