"""The tokens of the look: colours of the console's three themes and of the projector's two, type and sizes.

One file, `resources/theme.json`, holds them all (taken from the mock-ups' `theme.css` and `tokens.css`);
nothing else in the program names a colour, a font size or a spacing.
"""

import json
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

from meeting_app import resources

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of the console as #RRGGBB. Text pairs are at least 4.5:1, marks 3:1 (a test recomputes)."""

    paper: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    muted: str
    accent: str
    accent_tint: str
    action: str
    action_hover: str
    action_press: str
    on_action: str
    on_action_line: str
    action_text: str
    action_tint: str
    warn_text: str
    warn_fill: str
    warn_tint: str
    danger: str
    danger_tint: str
    for_: str
    for_tint: str
    against: str
    against_tint: str
    abstain: str
    abstain_tint: str
    on_fill: str
    heat_1: str
    heat_2: str
    heat_3: str
    seal: str
    on_seal: str
    sl_ground: str
    sl_ink: str
    sl_muted: str
    sl_track: str
    sl_bar: str
    strip: str
    on_strip: str
    on_strip_link: str


@dataclass(frozen=True, slots=True)
class SlidePalette:
    """Colours of the projector's pages. Secondary text is `ink2`; `line` carries no meaning."""

    paper: str
    surface: str
    tint: str
    line: str
    rule: str
    ink: str
    ink2: str
    vermilion: str
    pine: str
    amber: str
    amber_ink: str
    danger: str
    for_: str
    against: str
    abstain: str
    data: str
    on_solid: str


@cache
def _file() -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads(resources.path("theme.json").read_text("utf-8"))
    return tokens


def _filled(kind: type[T], values: dict[str, str]) -> T:
    """A palette from the file; `for` is a word of Python, so its field ends in an underscore."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: values[name.removesuffix("_")] for name in names})


@cache
def palette(name: str) -> Palette:
    """The console's colours: light, dark or contrast."""
    return _filled(Palette, _file()["console"][name])


@cache
def slide_palette(name: str) -> SlidePalette:
    """The projector's colours: light or dark."""
    return _filled(SlidePalette, _file()["projector"][name])


@cache
def size(name: str) -> int:
    """A measure in logical pixels at text size "standard", e.g. `size("control")` = 40."""
    return int(_file()["size"][name])


@cache
def type_size(role: str) -> int:
    """Font size of a role: caption, body, strong, h2, h1, figure, name, clock."""
    return int(_file()["type"][role])


@cache
def line_height(role: str) -> int:
    """Height of a line of a role."""
    return int(_file()["line"][role])
