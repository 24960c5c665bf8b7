"""The same nasty content in every paper: a right page or a sentence, never a fault, never cut text."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from meeting_app.documents import preview, render
from meeting_app.domain.refusal import Refusal
from tests.documents import tools
from tests.documents.every import ALL, SAMPLES
from tests.documents.nasty import LONG, MARKUP, NASTY, RARE, dirtied

# Cards of one side and forms of one page refuse by name what would have to be set too small to read.
_TOO_LONG = {"card_too_long", "paper_too_long"}
_REFUSALS = {"no_glyph", *_TOO_LONG}
_EMPTY = {"no_clues", "no_observer_sheet", "paper_empty"}


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("kind", NASTY)
def test_every_paper_bears_it_or_says_why_not(name: str, kind: str) -> None:
    sample, text = SAMPLES[name], NASTY[kind]
    content = dirtied(sample.content(), text)
    refused, pdf = _set(lambda: render.pdf(sample.kind, content))
    if refused:
        assert refused in _REFUSALS
        if name.startswith("play_") and refused in _TOO_LONG:
            return
        assert kind in ("emoji", "right to left", "title of 120")
        assert kind != "title of 120" or name.startswith("task")
        return
    assert kind != "emoji"
    assert tools.missing_glyphs(pdf) == 0
    if kind.startswith("rare"):
        assert f"{RARE}{MARKUP}".replace(" ", "") in _flat(pdf)
    if kind == "title of 120":
        assert LONG in _flat(pdf)
        assert tools.ink_near_edge(pdf, dpi=30) == []


def _set(make: Callable[[], bytes]) -> tuple[str, bytes]:
    try:
        return "", make()
    except Refusal as refusal:
        return refusal.code, b""


def _flat(pdf: bytes) -> str:
    return "".join(tools.text_by_pdfium(pdf).split())


@pytest.mark.parametrize("name", ALL)
def test_every_paper_bears_empty_lists(name: str) -> None:
    content = SAMPLES[name].content()
    bare = {one.name: () for one in fields(content) if isinstance(getattr(content, one.name), tuple)}
    refused, pdf = _set(lambda: render.pdf(SAMPLES[name].kind, replace(content, **bare)))
    if refused:
        assert refused in _EMPTY
        return
    assert len(preview.page_sizes(pdf)) >= 1
    assert tools.missing_glyphs(pdf) == 0
