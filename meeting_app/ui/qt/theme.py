"""The theme in force: colours, type and sizes, for style sheets and for painters alike.

`apply` sets palette, font and style sheet of the application; widgets that paint themselves ask `current()`
while painting, so a change of theme or text size needs no restart. All sizes are logical pixels and grow
with the text size (100, 125 or 150 per cent).
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from meeting_app.ui.qt import fonts, tokens
from meeting_app.ui.qt.tokens import Palette

NAMES: Final = ("light", "dark", "contrast")
SCALES: Final = (100, 125, 150)
# Roles set in bold, and the one in Serif: the record speaks Serif, the tool speaks Sans.
BOLD_ROLES: Final = frozenset({"strong", "h2", "h1", "name"})
SERIF_ROLES: Final = frozenset({"h1"})


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the three colour sets at one text size."""

    name: str = "light"
    percent: int = 100

    @property
    def colours(self) -> Palette:
        """The colours as #RRGGBB."""
        return tokens.palette(self.name)

    def colour(self, token: str) -> QColor:
        """A colour by the token's name; `for` is written `for_`."""
        return QColor(getattr(self.colours, token))

    def px(self, pixels: float) -> int:
        """Logical pixels of the drawings at this text size."""
        return round(pixels * self.percent / 100)

    def size(self, name: str) -> int:
        """A named measure at this text size, e.g. "control", "main", "s2"."""
        return self.px(tokens.size(name))

    def line(self, role: str) -> int:
        """Height of a line of text of a role."""
        return self.px(tokens.line_height(role))

    def font(self, role: str = "body", *, bold: bool | None = None, serif: bool | None = None) -> QFont:
        """The face of a role; weight and family may be overruled."""
        heavy = role in BOLD_ROLES if bold is None else bold
        family = fonts.SERIF if (role in SERIF_ROLES if serif is None else serif) else fonts.SANS
        return fonts.font(family, self.px(tokens.type_size(role)), bold=heavy)

    def clock_font(self, pixels: int) -> QFont:
        """Running figures: all of one width, so that a clock does not jump. `pixels` is unscaled."""
        return fonts.font(fonts.DIGITS, self.px(pixels))


class ThemeEvents(QObject):
    """Says that another theme or text size is in force.

    Signals: changed.
    """

    changed = Signal()


@dataclass(slots=True)
class _InForce:
    theme: Theme


_in_force = _InForce(Theme())


@cache
def events() -> ThemeEvents:
    """The one sender of `changed`."""
    return ThemeEvents()


def current() -> Theme:
    """The theme in force."""
    return _in_force.theme


def apply(app: QApplication, name: str = "light", percent: int = 100) -> Theme:
    """Put a theme in force; raises ValueError for an unknown one, FaceMissingError for a missing face."""
    from meeting_app.ui.qt import focus_ring, style

    if name not in NAMES or percent not in SCALES:
        raise ValueError(f"no theme {name} at {percent} per cent")
    fonts.load()
    theme = Theme(name, percent)
    _in_force.theme = theme
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(theme.font())
    app.setPalette(_qt_palette(theme))
    app.setStyleSheet(style.sheet(theme))
    focus_ring.install(app)
    events().changed.emit()
    return theme


def _qt_palette(theme: Theme) -> QPalette:
    """For the few controls that read Qt's palette instead of the style sheet."""
    roles = {
        QPalette.ColorRole.Window: "paper",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.Highlight: "action",
        QPalette.ColorRole.HighlightedText: "on_action",
        QPalette.ColorRole.Link: "action_text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.ToolTipBase: "strip",
        QPalette.ColorRole.ToolTipText: "on_strip",
        QPalette.ColorRole.Mid: "line_strong",
    }
    made = QPalette()
    for role, token in roles.items():
        made.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("muted"))
    return made
