"""Every sample as pictures in the folder that is looked through: build/pictures/papers."""

from pathlib import Path

from meeting_app.documents import preview
from tests.documents import tools
from tests.documents.every import SAMPLES, pdf

_FOLDER = Path(__file__).resolve().parents[2] / "build" / "pictures" / "papers"
# Few pages of a long paper are enough to see how it looks.
_PAGES, _WIDTH = 3, 900


def test_every_sample_stands_in_the_folder_of_pictures() -> None:
    _FOLDER.mkdir(parents=True, exist_ok=True)
    for name in SAMPLES:
        body = pdf(name)
        for at in range(min(_PAGES, len(preview.page_sizes(body)))):
            picture = preview.page_picture(body, at, _WIDTH)
            assert len(set(picture.rgb[:: 3 * 97])) > 1, f"{name} has an empty page"
            tools.image(picture).save(_FOLDER / f"sample-{name}-{at + 1}.png", compress_level=1)
