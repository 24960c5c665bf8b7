"""Buttons: one filled main button a page, everything else an outline or plain text; each carries its key."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint

KINDS: Final = ("main", "big", "plain", "quiet")
ICON_GAP: Final = 8
TIGHT: Final = 10  # padding where there is no room for the usual one


class Button(QAbstractButton):
    """A button of one of four kinds.

    "main" is filled (56 high, one a page), "big" an outline as high, "plain" an outline of 40, "quiet" only
    text. `icon` names a Lucide icon, `key` is shown as a key cap, `sub` is a second line under the text
    (then everything stands at the left). A checkable button shows "chosen" while it is on. Text that does
    not fit is cut and shown whole as a tool tip.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = "plain",
        icon: str = "",
        key: str = "",
        sub: str = "",
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if kind not in KINDS:
            raise ValueError(f"no kind of button {kind!r}")
        self.kind = kind
        self._icon, self._key, self._sub, self._tone = icon, key, sub, tone
        self._hover = False
        self._cut = False
        self.setText(text)
        # A click leaves the focus where it is: on the deck Space and Enter stay the keys of the meeting.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.events().changed.connect(self.updateGeometry)

    def set_icon(self, name: str) -> None:
        """Show another icon, or none for ""."""
        if name != self._icon:
            self._icon = name
            self._show_anew()

    def set_key(self, key: str) -> None:
        """Show another key cap, or none for ""."""
        if key != self._key:
            self._key = key
            self._show_anew()

    def set_sub(self, text: str) -> None:
        """Show another second line, or none for ""."""
        if text != self._sub:
            self._sub = text
            self.setAccessibleDescription(text)
            self._show_anew()

    def set_kind(self, kind: str) -> None:
        """Become another kind of button."""
        if kind != self.kind:
            self.kind = kind
            self._show_anew()

    def _show_anew(self) -> None:
        """What is the same as before is not asked for room and painted again: it is told at every key."""
        self.updateGeometry()
        self.update()

    def setText(self, text: str) -> None:
        """Show another text; an ampersand is an ampersand, not a mnemonic."""
        if text == self.label() and text == self.accessibleName():
            return
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def label(self) -> str:
        """The text as people read it."""
        return self.text().replace("&&", "&")

    def _bold(self) -> bool:
        plain_big = self.kind == "big" and bool(self._sub)
        return self.kind == "main" or plain_big or (self.isCheckable() and self.isChecked())

    def _role(self) -> str:
        return "strong" if self.kind == "main" or self._sub else "body"

    def _padding(self) -> int:
        return {"main": 24, "big": 16, "plain": 15, "quiet": 8}[self.kind]

    def sizeHint(self) -> QSize:
        now = theme.current()
        gap = now.px(ICON_GAP)
        text = paint.text_width(now.font(self._role(), bold=True if self._bold() else None), self.label())
        if self._sub:
            text = max(text, paint.text_width(now.font("caption"), self._sub))
        width = 2 * now.px(self._padding()) + (text if self.label() else 0)
        width += (now.size("icon") + (gap if self.label() else 0)) if self._icon else 0
        width += (gap + paint.keycap_width(now, self._key)) if self._key else 0
        height = now.size("main" if self.kind in ("main", "big") else "control")
        return QSize(max(width, height if self.kind != "quiet" else 0), height)

    def minimumSizeHint(self) -> QSize:
        """In a narrow window the icon goes first, then a long text is cut to some ten characters."""
        hint, now = self.sizeHint(), theme.current()
        if self._sub:
            return QSize(min(hint.width(), now.px(160)), hint.height())
        text = paint.text_width(now.font(self._role(), bold=self._bold() or None), self.label())
        cap = now.px(ICON_GAP) + paint.keycap_width(now, self._key) if self._key else 0
        icon = now.size("icon") if self._icon and not self.label() else 0
        return QSize(
            min(hint.width(), min(text, now.px(160)) + cap + icon + 2 * now.px(TIGHT)), hint.height()
        )

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button that the keyboard went to, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.EnabledChange, QEvent.Type.FontChange):
            self.update()
        super().changeEvent(event)

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        """Fill, edge and ink for the state."""
        now = theme.current()
        colour = now.colour
        clear = QColor(Qt.GlobalColor.transparent)
        if not self.isEnabled():
            quiet = self.kind == "quiet"
            return (
                (clear, None, colour("muted"))
                if quiet
                else (colour("sunken"), colour("line"), colour("muted"))
            )
        if self.kind == "main":
            fill = colour("action_press" if self.isDown() else "action_hover" if self._hover else "action")
            return fill, fill, colour("on_action")
        if self.isCheckable() and self.isChecked():
            return colour("action_tint"), colour("action"), colour("action_text")
        pressed = colour("line") if self.isDown() else colour("sunken") if self._hover else None
        ink = colour(self._tone or ("action_text" if self.kind == "quiet" else "ink"))
        if self.kind == "quiet":
            return pressed or clear, None, ink
        return pressed or colour("surface"), colour("line_strong"), ink

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        fill, edge, ink = self._colours()
        paint.draw_box(painter, QRectF(self.rect()), now.size("r_box"), fill, edge)
        if self._sub:
            self._paint_two_lines(painter, ink)
        else:
            self._paint_one_line(painter, ink)

    def _paint_one_line(self, painter: QPainter, ink: QColor) -> None:
        now = theme.current()
        font = now.font(self._role(), bold=self._bold() or None)
        gap, side = now.px(ICON_GAP), now.size("icon")
        wanted = paint.text_width(font, self.label())
        cap = paint.keycap_width(now, self._key) + gap if self._key else 0
        beside = (side + (gap if self.label() else 0)) if self._icon else 0
        room = self.width() - 2 * min(now.px(TIGHT), now.px(self._padding()))
        if self.label() and beside + wanted + cap > room:
            beside = 0
        text = min(wanted, max(0, room - beside - cap))
        left = (self.width() - beside - text - cap) / 2
        if beside:
            icons.draw(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink.name())
            left += beside
        cut = paint.draw_text(painter, QRectF(left, 0, text, self.height()), self.label(), font, ink)
        self._tell_cut(cut)
        if cap:
            high = now.size("keycap")
            box = QRectF(left + text + gap, (self.height() - high) / 2, cap - gap, high)
            paint.draw_keycap(painter, box, self._key, *self._cap_colours(ink))

    def _paint_two_lines(self, painter: QPainter, ink: QColor) -> None:
        now = theme.current()
        left, side = now.px(16), now.size("icon")
        if self._icon:
            icons.draw(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink.name())
            left += side + now.px(ICON_GAP)
        cap = paint.keycap_width(now, self._key) if self._key else 0
        right = self.width() - now.px(16) - (cap + now.px(ICON_GAP) if cap else 0)
        first, second = now.line("strong"), now.line("caption")
        top = (self.height() - first - second) / 2
        room = QRectF(left, top, right - left, first)
        cut = paint.draw_text(painter, room, self.label(), now.font("strong"), ink)
        below = QRectF(left, top + first, right - left, second)
        quiet = ink if self.kind == "main" else now.colour("muted")
        cut = paint.draw_text(painter, below, self._sub, now.font("caption"), quiet) or cut
        self._tell_cut(cut)
        if cap:
            high = now.size("keycap")
            box = QRectF(self.width() - now.px(16) - cap, (self.height() - high) / 2, cap, high)
            paint.draw_keycap(painter, box, self._key, *self._cap_colours(ink))

    def _cap_colours(self, ink: QColor) -> tuple[QColor, QColor]:
        now = theme.current()
        if not self.isEnabled():
            return now.colour("muted"), now.colour("line")
        if self.kind == "main":
            return ink, now.colour("on_action_line")
        return now.colour("muted"), now.colour("line_strong")

    def _tell_cut(self, cut: bool) -> None:
        """A cut text is shown whole as a tool tip; a tip set by the page stays."""
        if cut == self._cut:
            return
        self._cut = cut
        whole = f"{self.label()} {self._sub}".strip()
        if cut and not self.toolTip():
            self.setToolTip(whole)
        elif not cut and self.toolTip() == whole:
            self.setToolTip("")


class MainButton(Button):
    """The one filled button of a page, with the key that presses it."""

    def __init__(
        self, text: str = "", *, icon: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind="main", icon=icon, key=key, parent=parent)


class QuietButton(Button):
    """Plain text that can be pressed."""

    def __init__(
        self, text: str = "", *, icon: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind="quiet", icon=icon, key=key, parent=parent)


class KeyCap(QWidget):
    """The cap of a key beside words that say what it does. Not a target."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.events().changed.connect(self.updateGeometry)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(paint.keycap_width(now, self._key), now.size("keycap"))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        paint.draw_keycap(
            painter, QRectF(self.rect()), self._key, now.colour("muted"), now.colour("line_strong")
        )
