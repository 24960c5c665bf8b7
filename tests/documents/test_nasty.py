"""The same nasty content in every paper: a right page or a sentence, never a fault, never cut text."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from meeting_app.documents import preview, render
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.papers import PaperMark
from tests.documents import tools
from tests.documents.every import ALL, SAMPLES

_LONG = "关于" + "进一步加强和改进小区公共区域车辆停放以及充电设施建设管理工作" * 4
_RARE = "梁㛃冯䶮郑𬱖"
_MARKUP = "A&B <甲></w:t><b>乙&amp;{name}%s"
_NASTY: dict[str, str] = {
    "title of 120": _LONG,
    "rare names, control characters, markup": f"{_RARE}\x00\u202e\u200b\r\n{_MARKUP}",
    "right to left": "שלום عليكم",
    "emoji": "好👍🏽的",
    "one long word": "W" * 90,
    "only spaces": " \u3000\t ",
    "nothing": "",
}
# Cards of one side and forms of one page refuse by name what would have to be set too small to read.
_TOO_LONG = {"card_too_long", "paper_too_long"}
_REFUSALS = {"no_glyph", *_TOO_LONG}
_EMPTY = {"no_clues", "no_observer_sheet", "paper_empty"}
# Fields whose words are codes of the domain, not what people type.
_CODES = frozenset(
    "mark form state outcome method stance kind code base serial check_in law distribution "
    "trigger effects before after".split()
)


def _dirtied(value: Any, text: str, name: str = "") -> Any:
    """The content with every text that people type replaced."""
    if name in _CODES or isinstance(value, PaperMark):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(_dirtied(one, text, name) for one in value[:3])
    if is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: _dirtied(getattr(value, one.name), text, one.name) for one in fields(value)}
        return replace(value, **changed)
    return value


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("kind", _NASTY)
def test_every_paper_bears_it_or_says_why_not(name: str, kind: str) -> None:
    sample, text = SAMPLES[name], _NASTY[kind]
    content = _dirtied(sample.content(), text)
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
        assert f"{_RARE}{_MARKUP}".replace(" ", "") in _flat(pdf)
    if kind == "title of 120":
        assert _LONG in _flat(pdf)
        assert tools.ink_near_edge(pdf, dpi=30) == []


def _set(make: Callable[[], bytes]) -> tuple[str, bytes]:
    try:
        return "", make()
    except Refusal as refusal:
        return refusal.code, b""


def _flat(pdf: bytes) -> str:
    """The text in the order of drawing; read by the library, which takes less time than a program."""
    with preview.opened(pdf) as document:
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    return "".join("".join(pages).replace("\ufffe", "").split())


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
