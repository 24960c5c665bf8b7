"""Text: labels in the theme's roles and tones, chips, lines between things."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint

TONES: Final = ("", "muted", "ok", "warn", "danger", "accent", "for", "against", "abstain")


class Label(QLabel):
    """Text in a role (caption, body, strong, h2, h1, figure, name) and a tone. Plain text, never markup.

    `wrap` breaks it into lines; `elide` keeps one line, cut at its end, with the whole text as a tool tip.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        tone: str = "",
        bold: bool | None = None,
        serif: bool | None = None,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._bold, self._serif, self._elide = role, bold, serif, elide
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_tone(tone)
        self._take_font()
        self.setText(text)
        theme.events().changed.connect(self._take_font)

    def _take_font(self) -> None:
        self.setFont(theme.current().font(self._role, bold=self._bold, serif=self._serif))
        self.setMinimumHeight(theme.current().line(self._role))

    def set_tone(self, tone: str) -> None:
        """Another tone: "", muted, ok, warn, danger, accent, for, against, abstain."""
        if tone not in TONES:
            raise ValueError(f"no tone {tone!r}")
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self.style().unpolish(self)
                self.style().polish(self)
                self._take_font()  # polishing puts the application's face back

    def setText(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        if self._elide:
            self._cut()
        else:
            super().setText(text)

    def whole_text(self) -> str:
        """The text before it was cut."""
        return self._whole

    def _cut(self) -> None:
        shown = paint.elided(self.font(), self._whole, max(0, self.width()))
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
        self.setAccessibleName(self._whole)

    def sizeHint(self) -> QSize:
        if not self._elide:
            return super().sizeHint()
        return QSize(paint.text_width(self.font(), self._whole), theme.current().line(self._role))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide:
            self._cut()


class IconLabel(QWidget):
    """An icon in a tone. Always beside a word, so it has no name of its own."""

    def __init__(
        self, name: str, *, tone: str = "ink", small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._tone, self._small = name, tone, small
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.events().changed.connect(self.updateGeometry)

    def set_icon(self, name: str, tone: str = "") -> None:
        """Show another icon, in another tone if one is given."""
        self._name, self._tone = name, tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().size("icon_small" if self._small else "icon")
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.draw(painter, self._name, QRectF(self.rect()), tone_colour(self._tone))


def tone_colour(tone: str) -> str:
    """The colour of a tone, or of a token of that name."""
    tokens = {"": "ink", "ok": "action_text", "warn": "warn_text", "for": "for_"}
    colour: str = getattr(theme.current().colours, tokens.get(tone, tone))
    return colour


class Chip(QWidget):
    """A short fact in a small box: plain, ok, warn, danger or flat. Not a target."""

    GROUNDS: Final = {
        "plain": ("surface", "line", "ink"),
        "ok": ("action_tint", "action_tint", "action_text"),
        "warn": ("warn_tint", "warn_tint", "warn_text"),
        "danger": ("danger_tint", "danger_tint", "danger"),
        "flat": ("sunken", "sunken", "ink"),
    }

    def __init__(
        self, text: str = "", tone: str = "plain", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chip(text, tone, icon)
        theme.events().changed.connect(self.updateGeometry)

    def set_chip(self, text: str, tone: str = "plain", icon: str = "") -> None:
        """Show something else."""
        if tone not in self.GROUNDS:
            raise ValueError(f"no tone of chips {tone!r}")
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._text

    def tone(self) -> str:
        """How it says it."""
        return self._tone

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(chip_width(self._text, icon=bool(self._icon)), now.size("chip"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_chip(painter, QRectF(self.rect()), self._text, self._tone, self._icon)


def chip_width(text: str, *, icon: bool) -> int:
    """How wide a chip is."""
    now = theme.current()
    return paint.text_width(now.font("caption"), text) + now.px(18) + (now.px(22) if icon else 0)


def draw_chip(painter: QPainter, box: QRectF, text: str, tone: str, icon: str = "") -> None:
    """A chip inside any painted control."""
    now = theme.current()
    paint.smooth(painter)
    fill, edge, ink = Chip.GROUNDS[tone]
    paint.draw_box(painter, box, now.size("r_chip"), now.colour(fill), now.colour(edge))
    left = box.left() + now.px(8)
    if icon:
        side = now.size("icon_small")
        icons.draw(
            painter, icon, QRectF(left, box.center().y() - side / 2, side, side), now.colour(ink).name()
        )
        left += now.px(22)
    room = QRectF(left, box.top(), box.right() - left - now.px(4), box.height())
    paint.draw_text(painter, room, text, now.font("caption"), now.colour(ink))


class LiveDot(QWidget):
    """The vermilion dot: this is public at this moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(8), theme.current().px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("accent"))
        painter.drawEllipse(QRectF(self.rect()))


class Hairline(QFrame):
    """The one hairline between things."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("part", "hairline")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class SectionHead(QWidget):
    """A heading with a count or remark beside it and, at the right, a remark or a button."""

    def __init__(
        self,
        text: str,
        *,
        count: str = "",
        remark: str = "",
        action: QWidget | None = None,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.heading = Label(text, "caption" if small else "h2", tone="muted" if small else "")
        self.count = Label(count, tone="muted")
        self.remark = Label(remark, "caption", tone="muted", elide=True)
        self.remark.setAlignment(paint.RIGHT)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().size("s1"))
        box.addWidget(self.heading)
        box.addWidget(self.count)
        box.addWidget(self.remark, 1)
        if action is not None:
            box.addWidget(action)
        self.setMinimumHeight(theme.current().px(24 if small else 40))
