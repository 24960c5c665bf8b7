"""A small whole number with a button at each end."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint


class Stepper(QWidget):
    """144 x 40: less, the value, more. Arrow keys, + and - step too; digits type a new value.

    `form` shows the value, e.g. "{n} min" already translated. Signals: changed(value) when a person steps.
    """

    changed = Signal(int)

    def __init__(
        self,
        name: str,
        *,
        value: int = 0,
        least: int = 0,
        most: int = 999,
        step: int = 1,
        form: str = "{n}",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._least, self._most, self._step, self._form = name, least, most, step, form
        self._value = value
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell_name()

    def _tell_name(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._form.format(n=self._value)}")

    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show another number, kept within the bounds."""
        self._value = min(self._most, max(self._least, value))
        self._tell_name()
        self.update()

    def step_by(self, steps: int) -> None:
        """Step, as a person does."""
        self._take(self._value + steps * self._step)

    def _take(self, value: int) -> None:
        before = self._value
        self.set_value(value)
        if self._value != before:
            self.changed.emit(self._value)

    def sizeHint(self) -> QSize:
        now = theme.current()
        widest = paint.text_width(now.font(), self._form.format(n=self._most))
        return QSize(max(now.px(144), widest + 2 * now.size("control") + now.px(16)), now.size("control"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step and type; every other key is the window's."""
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Plus):
            self.step_by(1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Minus):
            self.step_by(-1)
        elif text.isascii() and text.isdigit():
            self._typed = (self._typed + text)[-len(str(self._most)) :]
            self._take(int(self._typed))
        else:
            self._typed = ""
            super().keyPressEvent(event)
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        end = theme.current().size("control")
        x = event.position().x()
        if x < end:
            self.step_by(-1)
        elif x > self.width() - end:
            self.step_by(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        box, end, side = QRectF(self.rect()), now.size("control"), now.size("icon_small")
        paint.draw_box(painter, box, now.size("r_box"), now.colour("surface"), now.colour("line_strong"))
        for x in (end, self.width() - end):
            painter.fillRect(QRectF(x, 1, 1, self.height() - 2), now.colour("line"))
        for name, left, open_ in (
            ("minus", 0, self._value > self._least),
            ("plus", self.width() - end, self._value < self._most),
        ):
            square = QRectF(left + (end - side) / 2, (self.height() - side) / 2, side, side)
            icons.draw(
                painter, name, square, now.colour("ink" if open_ and self.isEnabled() else "muted").name()
            )
        middle = box.adjusted(end, 0, -end, 0)
        paint.draw_text(
            painter, middle, self._form.format(n=self._value), now.font(), now.colour("ink"), paint.CENTRE
        )
