"""The foot of every window: the journal's last lines, and in the same place the toast that offers to take
back.
"""

from typing import Final

from PySide6.QtCore import QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.qt.feed import Feed
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.buttons import Button
from meeting_app.ui.widgets.labels import IconLabel, Label

TOAST_MS: Final = 8_000
HAIR: Final = 1


class _Strip(QWidget):
    """The resting strip: saved, the last two lines of the journal, take back, all keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        now = theme.current()
        self.saved = Label(_("Saved"), "caption", tone="ok")
        self.last = Label("", "caption")
        self.before = Label("", "caption", tone="muted", elide=True)
        self.undo = Button(_("Undo"), kind="quiet", icon="undo-2", key="Ctrl+Z", tone="muted")
        self.keys = Button(_("All keys"), kind="quiet", key="F1", tone="muted")
        box = QHBoxLayout(self)
        box.setContentsMargins(now.px(16), HAIR, now.px(16), 0)
        box.setSpacing(now.px(4))
        self._mark = IconLabel("check", tone="ok", small=True)
        box.addWidget(self._mark)
        box.addWidget(self.saved)
        box.addSpacing(now.px(12))
        box.addWidget(self.last)
        box.addSpacing(now.px(12))
        box.addWidget(self.before, 1)
        box.addWidget(self.undo)
        box.addWidget(self.keys)
        self.well = True

    def say(self) -> None:
        """Saved or not, in the language in force."""
        tone = "ok" if self.well else "danger"
        self._mark.set_icon("check" if self.well else "triangle-alert", tone)
        self.saved.setText(_("Saved") if self.well else _("Not saved"))
        self.saved.set_tone(tone)

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

    def follow(self, feed: Feed) -> None:
        """Say at once when something cannot be written, and when it can again."""
        feed.unsaved.connect(self._not_saved)
        feed.changed.connect(self._saved)

    @Slot()
    def _not_saved(self) -> None:
        self.show_saved(False)

    @Slot(frozenset, frozenset)
    def _saved(self, _kinds: frozenset[str], _ids: frozenset[str]) -> None:
        if not self.strip.well:
            self.show_saved(True)

    def show_saved(self, well: bool) -> None:
        """Whether the last thing that was ordered could be written."""
        self.strip.well = well
        self.strip.say()
        if not well:
            self.end_toast()  # it tells of what was saved before

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
        self.strip.say()
        for button in (self.strip.undo, self.toast.undo):
            button.setText(_("Undo"))
        self.strip.keys.setText(_("All keys"))
