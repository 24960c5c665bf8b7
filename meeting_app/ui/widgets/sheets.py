"""Grounds: sheets, banners, empty states, progress."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from meeting_app.ui.qt import theme
from meeting_app.ui.widgets.buttons import Button, QuietButton
from meeting_app.ui.widgets.labels import IconLabel, Label


class Sheet(QFrame):
    """A white sheet with a hairline around it; never a sheet inside a sheet. `body` is its column."""

    def __init__(self, parent: QWidget | None = None, *, padding: int = 24, spacing: int = 8) -> None:
        super().__init__(parent)
        self.setProperty("part", "sheet")
        now = theme.current()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(now.px(padding),) * 4)
        self.body.setSpacing(now.px(spacing))


class Banner(QWidget):
    """A strip of 56 px that says what happened and offers ways out; pushes the page down, covers nothing.

    Signals: pressed(code) when one of its buttons is pressed.
    """

    pressed = Signal(str)
    ICONS: ClassVar[Mapping[str, str]] = {"warn": "triangle-alert", "danger": "circle-alert", "ok": "check"}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "warn"
        self._icon = IconLabel("triangle-alert", tone="warn")
        self._strong = Label("", bold=True)
        self._text = Label("", elide=True)
        self._buttons: list[Button] = []
        self._box = QHBoxLayout(self)
        now = theme.current()
        self._box.setContentsMargins(now.px(16), 0, now.px(24), 0)
        self._box.setSpacing(now.px(12))
        self._box.addWidget(self._icon)
        self._box.addWidget(self._strong)
        self._box.addWidget(self._text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(now.size("banner") + 1)
        self.hide()

    def tell(
        self,
        strong: str,
        text: str = "",
        *,
        tone: str = "warn",
        icon: str = "",
        buttons: tuple[tuple[str, str, str], ...] = (),
    ) -> None:
        """Say something: a bold part, the rest, and buttons as (code, text, icon)."""
        self._tone = tone
        self._icon.set_icon(icon or self.ICONS[tone], tone)
        self._strong.setText(strong)
        self._text.setText(text)
        self.setAccessibleName(f"{strong} {text}".strip())
        for button in self._buttons:
            self._box.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(*one) for one in buttons]
        self.update()
        self.show()

    def _button(self, code: str, text: str, icon: str) -> Button:
        button = Button(text, icon=icon)
        button.clicked.connect(lambda: self.pressed.emit(code))
        self._box.addWidget(button)
        return button

    def text(self) -> str:
        """What it says, whole; "" while it says nothing."""
        return "" if self.isHidden() else f"{self._strong.text()} {self._text.whole_text()}".strip()

    def clear(self) -> None:
        """Say nothing more and go away."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        ground, edge = {
            "warn": ("warn_tint", "warn_fill"),
            "danger": ("danger_tint", "danger"),
            "ok": ("action_tint", "action"),
        }[self._tone]
        painter.fillRect(self.rect(), now.colour(ground))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), now.colour(edge))


class EmptyState(QWidget):
    """What to do first where nothing is yet: a sentence, a hint, and a button if something can be pressed."""

    def __init__(
        self, sentence: str, hint: str = "", *, button: Button | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        now = theme.current()
        self.sentence = Label(sentence, "h2", wrap=True)
        self.hint = Label(hint, tone="muted", wrap=True)
        if not hint:
            self.hint.hide()
        self.button = button
        box = QVBoxLayout(self)
        box.setContentsMargins(*(now.size("s3"),) * 4)
        box.setSpacing(now.size("s1"))
        box.addStretch(1)
        for label in (self.sentence, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(label)
        if button is not None:
            box.addSpacing(now.size("s1"))
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)


class Progress(QWidget):
    """How far a long job is, in words and as a line, with a way to stop it.

    Signals: cancelled.
    """

    cancelled = Signal()

    def __init__(self, text: str, cancel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        now = theme.current()
        self.label = Label(text)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(text)
        self.cancel = QuietButton(cancel, icon="x")
        self.cancel.clicked.connect(self.cancelled)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(now.size("s2"))
        box.addWidget(self.label)
        box.addWidget(self.bar, 1)
        box.addWidget(self.cancel)

    def show_progress(self, text: str, done: int, total: int) -> None:
        """`done` of `total`; a total of 0 is not known yet."""
        self.label.setText(text)
        self.bar.setMaximum(max(0, total))
        self.bar.setValue(done)
