"""A choice of a few, all visible: one segment is on. The tall form has an icon above each word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint

HAIR: Final = 1  # the frame and the lines between segments


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: the value that is told, the word that is shown, an icon for the tall form."""

    value: str
    text: str
    icon: str = ""


class _SegmentButton(QAbstractButton):
    """One segment; the frame around all is the parent's."""

    def __init__(self, segment: Segment, *, tall: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.segment = segment
        self._frame = parent
        self._tall = tall
        self.setCheckable(True)
        self.setText(segment.text.replace("&", "&&"))
        self.setAccessibleName(segment.text)
        # A click leaves the focus where it is: on the deck Space and Enter stay the keys of the meeting.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_segment(self, segment: Segment) -> None:
        """Say it in other words."""
        self.segment = segment
        self.setText(segment.text.replace("&", "&&"))
        self.setAccessibleName(segment.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        now = theme.current()
        font = now.font("caption" if self._tall else "body", bold=True)
        width = paint.text_width(font, self.segment.text) + now.px(4 if self._tall else 16)
        if self.segment.icon and not self._tall:
            width += now.px(26)
        return QSize(width, now.size("main" if self._tall else "control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(40), self.sizeHint().height())

    def needed(self) -> int:
        """How wide it must be, in pixels, for its word to be whole when it is on."""
        now = theme.current()
        font = now.font("caption" if self._tall else "body", bold=True)
        icon = now.size("icon") + now.px(6) if self.segment.icon and not self._tall else 0
        return paint.text_width(font, self.segment.text) + icon + now.px(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        on = self.isChecked()
        frame = QRectF(self._frame.rect()).adjusted(1, 1, -1, -1).translated(-self.x(), -self.y())
        painter.setClipPath(paint.box_path(frame, now.size("r_box") - 1))
        if on:
            painter.fillRect(self.rect(), now.colour("action_tint"))
            foot = now.px(3)
            painter.fillRect(0, self.height() - foot, self.width(), foot, now.colour("action"))
        ink = now.colour("muted" if not self.isEnabled() else "action_text" if on else "ink")
        if self._tall and self.segment.icon:
            side = now.size("icon")
            top = (self.height() - side - now.px(20)) / 2
            icons.draw(
                painter, self.segment.icon, QRectF((self.width() - side) / 2, top, side, side), ink.name()
            )
            box = QRectF(0, top + side + now.px(2), self.width(), now.px(18))
            cut = paint.draw_text(
                painter, box, self.segment.text, now.font("caption", bold=on), ink, paint.CENTRE
            )
        else:
            cut = self._paint_in_line(painter, ink.name(), on=on)
        self.setToolTip(self.segment.text if cut else "")

    def _paint_in_line(self, painter: QPainter, ink: str, *, on: bool) -> bool:
        now = theme.current()
        font, side = now.font("body", bold=on), now.size("icon")
        extra = side + now.px(6) if self.segment.icon else 0
        text = min(paint.text_width(font, self.segment.text), self.width() - extra - now.px(4))
        left = (self.width() - extra - text) / 2
        if self.segment.icon:
            icons.draw(painter, self.segment.icon, QRectF(left, (self.height() - side) / 2, side, side), ink)
        box = QRectF(left + extra, 0, text, self.height())
        return paint.draw_text(painter, box, self.segment.text, font, ink)


class Segmented(QWidget):
    """The segments in one frame. Arrow keys move, Space chooses.

    Signals: chosen(value) when a person chooses, never when `set_value` does.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, segments: Sequence[Segment], *, tall: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tall = tall
        self._group = QButtonGroup(self)
        self._buttons: list[_SegmentButton] = []
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(HAIR, HAIR, HAIR, HAIR)
        self._box.setSpacing(HAIR)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_segments(segments)

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Offer other choices; the first is on."""
        for button in self._buttons:
            self._group.removeButton(button)
            self._box.removeWidget(button)
            button.deleteLater()
        self._buttons = [_SegmentButton(segment, tall=self._tall, parent=self) for segment in segments]
        for button in self._buttons:
            self._group.addButton(button)
            self._box.addWidget(button, 1)
            button.clicked.connect(self._on_clicked)
        if self._buttons:
            self._buttons[0].setChecked(True)
        self._stop_at_checked()
        self._share_room()
        self.updateGeometry()

    def _stop_at_checked(self) -> None:
        """Tab, from either side, stops at what is on; the arrow keys go on from there."""
        for button in self._buttons:
            policy = Qt.FocusPolicy.TabFocus if button.isChecked() else Qt.FocusPolicy.NoFocus
            if button.focusPolicy() != policy:
                button.setFocusPolicy(policy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard was given to the whole: it belongs to what is on."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(event.reason())
        else:
            super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Equal rooms look best; where a word would be cut in its own, the long ones get more."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        needs = [button.needed() for button in self._buttons]
        room = self.width() - HAIR * (len(needs) + 1)
        equal = not needs or max(needs) * len(needs) <= room
        for place, need in enumerate(needs):
            self._box.setStretch(place, 1 if equal else need)
        self._box.activate()  # at once: the words are painted before the event loop would do it

    def _on_clicked(self) -> None:
        self._stop_at_checked()
        self.update()
        self.chosen.emit(self.value())

    def value(self) -> str:
        """What is on; "" while there are no segments."""
        button = self._group.checkedButton()
        return button.segment.value if isinstance(button, _SegmentButton) else ""

    def set_value(self, value: str) -> None:
        """Put another one on; raises ValueError for a value that is not offered."""
        for button in self._buttons:
            if button.segment.value == value:
                if not button.isChecked():
                    button.setChecked(True)
                    self.update()
                self._stop_at_checked()
                return
        raise ValueError(f"no segment {value!r}")

    def set_text(self, value: str, text: str) -> None:
        """Other words for one choice, e.g. with how many there are."""
        for button in self._buttons:
            if button.segment.value == value and button.segment.text != text:
                button.set_segment(replace(button.segment, text=text))
                self._share_room()

    def set_enabled(self, value: str, *, enabled: bool) -> None:
        """Switch one choice off or on."""
        for button in self._buttons:
            if button.segment.value == value:
                button.setEnabled(enabled)

    def button(self, value: str) -> QAbstractButton:
        """The control of one choice, e.g. for a test or a tool tip; raises KeyError."""
        for button in self._buttons:
            if button.segment.value == value:
                return button
        raise KeyError(value)

    def sizeHint(self) -> QSize:
        now = theme.current()
        # All get the same room, so the widest says how much, or a word is cut.
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        return QSize((widest + 1) * len(self._buttons) + 1, now.size("main" if self._tall else "control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        radius = now.size("r_box")
        paint.draw_box(painter, QRectF(self.rect()), radius, now.colour("surface"), now.colour("line_strong"))
        painter.setPen(QPen(now.colour("line"), 1))
        for button in self._buttons[1:]:
            x = button.x() - 0.5
            painter.drawLine(round(x), 1, round(x), self.height() - 2)
