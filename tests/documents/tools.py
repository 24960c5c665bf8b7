"""Second opinions on a PDF: other people's programs and a look into its content streams."""

import io
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path

import pikepdf
import zxingcpp
from PIL import Image

from meeting_app.documents import preview

_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_SHOW = {"Tj", "'"}


def run(program: str, pdf: bytes, *options: str, after: tuple[str, ...] = ()) -> str:
    """What a command-line program says of the file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.pdf"
        file.write_bytes(pdf)
        order = [program, *options, str(file), *after]
        done = subprocess.run(order, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def qpdf_says_clean(pdf: bytes) -> bool:
    """Whether qpdf finds no fault and gives no warning; asked as a library, which spares a process each."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return document.check_pdf_syntax() == []


def qpdf_program_says_clean(pdf: bytes) -> bool:
    """The same from the program."""
    said = run("qpdf", pdf, "--check")
    return "WARNING" not in said and "No syntax or stream encoding errors" in said


def fonts(pdf: bytes) -> list[tuple[str, bool, bool, bool]]:
    """Name, embedded, subset, with ToUnicode of every font of every page."""
    found = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for font in dict(page.resources.get("/Font", {})).values():
                name, inside = str(font.BaseFont)[1:], dict(font.FontDescriptor)
                subset = name[6:7] == "+" and name[:6].isupper()
                found[font.objgen] = (name, "/FontFile2" in inside, subset, "/ToUnicode" in font)
    return sorted(found.values())


def fonts_by_poppler(pdf: bytes) -> list[tuple[str, bool, bool, bool]]:
    """The same from poppler, with what stands in forms too."""
    lines = run("pdffonts", pdf).splitlines()[2:]
    found = []
    for line in lines:
        embedded, subset, mapped = (word == "yes" for word in line.split()[-5:-2])
        found.append((line.split()[0], embedded, subset, mapped))
    return sorted(found)


@lru_cache(maxsize=64)
def text(pdf: bytes) -> str:
    """The text in the order in which it was drawn, as another program reads it."""
    return run("pdftotext", pdf, "-raw", "-enc", "UTF-8", after=("-",))


def text_by_pdfium(pdf: bytes) -> str:
    """The same as a library reads it, which takes less time than a program."""
    with preview.opened(pdf) as document:
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    return "".join(pages).replace("\ufffe", "")


def missing_glyphs(pdf: bytes) -> int:
    """How often the empty box is drawn: it is byte 0 of every subset."""
    count = 0
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for step in pikepdf.parse_content_stream(page):
                if str(step.operator) in _SHOW:
                    count += bytes(step.operands[0]).count(0)
    return count


def image(picture: preview.Picture) -> Image.Image:
    """A page as other libraries take it, without the way over a file."""
    size = (picture.width, picture.height)
    return Image.frombuffer("RGB", size, picture.rgb, "raw", "RGB", picture.stride, 1)


def pages(pdf: bytes, dpi: int) -> list[Image.Image]:
    """All pages as pictures."""
    return [image(picture) for picture in preview.page_pictures(pdf, dpi)]


def codes(pdf: bytes, dpi: int = 150) -> list[str]:
    """What another reader decodes from all pages; asked for QR codes only, which is several times quicker."""
    return [found.text for page in pages(pdf, dpi) for found in zxingcpp.read_barcodes(page, formats=_QR)]


def codes_of_ends(pdf: bytes, dpi: int = 150) -> list[str]:
    """The same from the first and the last page, where papers of many pages differ."""
    count = len(preview.page_sizes(pdf))
    width = {at: round(preview.page_sizes(pdf)[at][0] / 72 * dpi) for at in {0, count - 1}}
    shown = [image(preview.page_picture(pdf, at, width[at])) for at in sorted(width)]
    return [one.text for page in shown for one in zxingcpp.read_barcodes(page, formats=_QR)]


def ink_near_edge(pdf: bytes, millimetres: float = 5.0, dpi: int = 50) -> list[int]:
    """Pages with anything drawn in the outer millimetres, where office printers cannot print."""
    band = int(millimetres / 25.4 * dpi)
    bad = []
    for at, page in enumerate(pages(pdf, dpi), 1):
        grey = page.convert("L")
        width, height = grey.size
        strips = (
            (0, 0, width, band),
            (0, height - band, width, height),
            (0, 0, band, height),
            (width - band, 0, width, height),
        )
        if any(grey.crop(box).getextrema()[0] < 250 for box in strips):  # type: ignore[operator]
            bad.append(at)
    return bad
