"""Every paper can be kept for ever (PDF/A-1b), is read aloud in order, and has the same in all metadata."""

import hashlib
import io
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from reportlab.pdfbase import pdfdoc

from meeting_app.documents.flow import archive as canvas
from tests.documents import archive, samples, tools
from tests.documents.every import ALL, SAMPLES, pdf

# sRGB of icc-profiles-free 2.0.1; another profile would change every paper's bytes.
_PROFILE = "2a92d4bae450b76d8b0aa42193df974d75f62738ecebf74f01c5e75b12a95796"


@pytest.mark.full
def test_preflight_finds_every_paper_fit_for_the_archive(tmp_path: Path) -> None:
    assert archive.installed(), "the bootstrap brings Preflight for the full test"
    assert archive.faults({name: pdf(name) for name in ALL}, tmp_path) == {}


@pytest.mark.full
def test_preflight_finds_the_fault_of_a_paper_that_is_not(tmp_path: Path) -> None:
    broken = pdf("agenda").replace(b"/OutputIntents", b"/OutputIntentz")
    assert "agenda" in archive.faults({"agenda": broken}, tmp_path)


@pytest.mark.parametrize("name", ALL)
def test_the_short_form_of_the_archive_norm(name: str) -> None:
    body = pdf(name)
    assert body.startswith(b"%PDF-1.4\n%")
    assert b"/Trapped" not in body
    assert b"/SMask" not in body
    assert not re.search(rb"[^\r\n]endstream", body)
    with pikepdf.open(io.BytesIO(body)) as document:
        root = document.Root
        (intent,) = root.OutputIntents
        assert bytes(intent.DestOutputProfile.read_bytes()) == canvas.colour_space()
        assert "/Filter" not in root.Metadata
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "zh-CN"


@pytest.mark.parametrize("name", ALL)
def test_both_kinds_of_metadata_say_the_same(name: str) -> None:
    with pikepdf.open(io.BytesIO(pdf(name))) as document:
        facts, meta = document.docinfo, document.open_metadata()
        said = {key: str(facts[f"/{key}"]) for key in ("Title", "Author", "Subject", "Keywords", "Creator")}
        assert said["Title"] == meta["dc:title"]
        assert [said["Author"]] == meta["dc:creator"]
        assert said["Subject"] == meta["dc:description"]
        assert said["Keywords"] == meta["pdf:Keywords"]
        assert said["Creator"] == meta["xmp:CreatorTool"]
        assert meta.pdfa_status == "1B"
        day = SAMPLES[name].mark.issued_on.isoformat()
        assert str(facts["/CreationDate"]).startswith(f"D:{day.replace('-', '')}000000+08")
        assert meta["xmp:CreateDate"] == f"{day}T00:00:00+08:00"


@pytest.mark.parametrize("name", ALL)
def test_everything_drawn_is_a_part_or_furniture(name: str) -> None:
    with pikepdf.open(io.BytesIO(pdf(name))) as document:
        for page in document.pages:
            claimed = _claimed(page)
            parents = document.Root.StructTreeRoot.ParentTree.Nums
            own = parents[2 * int(page.StructParents) + 1]
            assert claimed == list(range(len(own)))


def _claimed(page: Any) -> list[int]:
    """The numbers of marked content in the order of drawing; asserts that nothing is drawn outside."""
    depth, numbers = 0, []
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator in ("BDC", "BMC"):
            assert depth == 0
            depth += 1
            if operator == "BDC":
                numbers.append(int(step.operands[1].MCID))
        elif operator == "EMC":
            depth -= 1
        elif operator in ("Tj", "S", "f", "re", "Do", "BI", "INLINE IMAGE"):
            assert depth == 1, operator
    assert depth == 0
    return numbers


def test_the_structure_reads_as_the_paper_does() -> None:
    told = tools.run("pdfinfo", pdf("public"), "-struct-text")
    kinds = [line.split()[0] for line in told.splitlines() if "(block)" in line]
    assert kinds[:4] == ["P", "P", "H1", "P"]
    order = [samples.ISSUER, "〔2026〕22号", "表决结果的公示", "一、表决内容", "人数", "三、计票"]
    order += ["公示　12月1日", "2026年11月30日", "张贴：", "内容摘要"]
    places = [told.find(piece) for piece in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    told = tools.run("pdfinfo", pdf("notice"), "-struct-text")
    paragraphs = [line.strip().strip('"') for line in told.splitlines() if line.strip().startswith('"')]
    assert all(any(clause in text for text in paragraphs) for clause in samples.MOTION)


def test_tables_have_heads_and_as_many_cells_in_every_row() -> None:
    with pikepdf.open(io.BytesIO(pdf("record"))) as document:
        tables = [node for node in _nodes(document.Root.StructTreeRoot.K) if node.S == "/Table"]
        assert len(tables) >= 4
        for table in tables:
            rows = [[str(cell.S) for cell in _kids(row)] for row in _kids(table)]
            assert set(rows[0]) == {"/TH"}
            assert {len(row) for row in rows} == {len(rows[0])}


def test_a_code_is_a_figure_with_words() -> None:
    with pikepdf.open(io.BytesIO(pdf("public"))) as document:
        figures = [node for node in _nodes(document.Root.StructTreeRoot.K) if node.S == "/Figure"]
        assert any(SAMPLES["public"].mark.code in str(node.Alt) for node in figures)


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _nodes(node: Any) -> list[Any]:
    """A structure element and all below it."""
    found = [node]
    for kid in _kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += _nodes(kid)
    return found


def test_the_colour_space_is_the_shipped_one() -> None:
    profile = canvas.colour_space()
    assert hashlib.sha256(profile).hexdigest() == _PROFILE
    assert profile[8] == 2  # the version: readers of PDF/A-1 take no newer one


def test_stock_leaves_out_the_end_of_line_still_there() -> None:
    """Fault 9: without ASCII85 there is no line end before `endstream`."""
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({}), b"abc")
    made = canvas._format_stream(stream, pdfdoc.PDFDocument())
    assert made.endswith(b"abcendstream\n")


def test_8_stock_knows_no_structure_and_no_intent_still_there() -> None:
    known = {*pdfdoc.PDFCatalog.__NoDefault__, *pdfdoc.PDFCatalog.__Defaults__}
    assert "OutputIntents" not in known
    assert "StructParents" not in pdfdoc.PDFPage.__NoDefault__
