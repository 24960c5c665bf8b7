"""The foot of every window: the journal's last lines, and in the same place the toast that offers to take
back.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.buttons import Button
from meeting_app.ui.widgets.labels import IconLabel, Label

TOAST_MS: Final = 8_000
WATCH_MS: Final = 250
HAIR: Final = 1


class _Strip(QWidget):
    """The resting strip: saved, the last two lines of the journal, take back, all keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        now = theme.current()
        self.icon = IconLabel("check", tone="ok", small=True)
        self.saved = Label(_("Saved"), "caption", tone="ok")
        self.last = Label("", "caption")
        self.before = Label("", "caption", tone="muted", elide=True)
        self.undo = Button(_("Undo"), kind="quiet", icon="undo-2", key="Ctrl+Z", tone="muted")
        self.keys = Button(_("All keys"), kind="quiet", key="F1", tone="muted")
        box = QHBoxLayout(self)
        box.setContentsMargins(now.px(16), HAIR, now.px(16), 0)
        box.setSpacing(now.px(4))
        box.addWidget(self.icon)
        box.addWidget(self.saved)
        box.addSpacing(now.px(12))
        box.addWidget(self.last)
        box.addSpacing(now.px(12))
        box.addWidget(self.before, 1)
        box.addWidget(self.undo)
        box.addWidget(self.keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("paper"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), now.colour("line"))


class _Link(Button):
    """The way back on the dark strip."""

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        painter.fillRect(QRectF(0, 0, 1, self.height()), now.colour("muted"))
        ink = now.colour("on_strip_link")
        side, high = now.size("icon_small"), now.size("keycap")
        left = float(now.px(24))
        icons.draw(painter, "undo-2", QRectF(left, (self.height() - side) / 2, side, side), ink.name())
        left += side + now.px(8)
        font = now.font(bold=True)
        wide = paint.text_width(font, self.label())
        paint.draw_text(painter, QRectF(left, 0, wide, self.height()), self.label(), font, ink)
        left += wide + now.px(8)
        cap = QRectF(left, (self.height() - high) / 2, paint.keycap_width(now, "Ctrl+Z"), high)
        paint.draw_keycap(painter, cap, "Ctrl+Z", ink, ink)


class _Toast(QWidget):
    """The strip turned dark: what was just done, and how to take it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._icon = "", "check"
        self.undo = _Link(_("Undo"), kind="plain", icon="undo-2", key="Ctrl+Z", parent=self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addStretch(1)
        box.addWidget(self.undo)

    def tell(self, text: str, icon: str, *, undoable: bool) -> None:
        """Say it."""
        self._text, self._icon = text, icon
        self.setAccessibleName(text)
        self.undo.setVisible(undoable)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        painter.fillRect(self.rect(), now.colour("strip"))
        side = now.size("icon")
        box = QRectF(now.px(16), (self.height() - side) / 2, side, side)
        icons.draw(painter, self._icon, box, now.colour("on_strip").name())
        right = self.undo.x() if self.undo.isVisible() else self.width()
        text = QRectF(now.px(64), 0, right - now.px(80), self.height())
        paint.draw_text(painter, text, self._text, now.font(bold=True), now.colour("on_strip"))


class JournalStrip(QWidget):
    """The foot, 41 high. The toast replaces it for eight seconds and covers nothing.

    Signals: undo_asked, keys_asked.
    """

    undo_asked = Signal()
    keys_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._well = True
        self._saving: Callable[[], bool] = lambda: True
        self._watching = QTimer(self)
        self._watching.timeout.connect(self._look)
        self.strip = _Strip(self)
        self.toast = _Toast(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.strip)
        self._stack.addWidget(self.toast)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.end_toast)
        for button in (self.strip.undo, self.toast.undo):
            button.clicked.connect(self.undo_asked)
        self.strip.keys.clicked.connect(self.keys_asked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.current().size("strip") + 1)

    def show_journal(self, last: str, before: str = "") -> None:
        """The last line of the journal in words, and the one before."""
        self.strip.last.setText(last)
        self.strip.before.setText(before)

    def watch(self, saving: Callable[[], bool]) -> None:
        """Look while it is shown whether what is done is kept."""
        self._saving = saving
        self._look()

    def _look(self) -> None:
        self.show_saving(well=self._saving())

    def showEvent(self, event: QShowEvent) -> None:
        """Look from now on."""
        super().showEvent(event)
        self._watching.start(WATCH_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is looked at while nobody sees it."""
        super().hideEvent(event)
        self._watching.stop()

    def show_saving(self, *, well: bool) -> None:
        """Whether what is done is kept now; the journal's last line beside it says until when it was."""
        if self._well and not well:
            self.end_toast()  # what was done before must not hide it
        self._well = well
        words, tone = (_("Saved"), "ok") if well else (_("Not saving now. Last saved:"), "danger")
        if self.strip.saved.text() != words:
            self.strip.saved.setText(words)
            self.strip.saved.set_tone(tone)
            self.strip.icon.set_icon("check" if well else "triangle-alert", tone)

    def show_undo(self, what: str) -> None:
        """What Ctrl+Z would take back, in words; "" when there is nothing."""
        self.strip.undo.setEnabled(bool(what))
        self.strip.undo.setToolTip(what)
        self.strip.undo.setAccessibleDescription(what)

    def show_toast(
        self, text: str, *, undoable: bool = True, icon: str = "check", for_ms: int = TOAST_MS
    ) -> None:
        """Say what was just done; the journal comes back after `for_ms`."""
        self.toast.tell(text, icon, undoable=undoable)
        self._stack.setCurrentWidget(self.toast)
        self._timer.start(for_ms)

    def end_toast(self) -> None:
        """Show the journal again."""
        self._timer.stop()
        self._stack.setCurrentWidget(self.strip)

    def toast_text(self) -> str:
        """What the toast says, "" while the journal is shown."""
        return self.toast.accessibleName() if self._stack.currentWidget() is self.toast else ""

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.show_saving(well=self._well)
        for button in (self.strip.undo, self.toast.undo):
            button.setText(_("Undo"))
        self.strip.keys.setText(_("All keys"))
