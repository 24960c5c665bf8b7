"""Fields to type into. Height 40; a field that is typed in has a 2 px border, so it needs no ring."""

from datetime import date, time
from typing import Final

from PySide6.QtCore import QDate, QPoint, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.buttons import KeyCap
from meeting_app.ui.widgets.labels import Label

DATE_FORMAT: Final = "yyyy-MM-dd"
TIME_FORMAT: Final = "HH:mm"


def mark_wrong(control: QWidget, *, wrong: bool) -> None:
    """Frame a field as wrong, or as right again; the sentence that says why is the page's."""
    control.setProperty("wrong", "true" if wrong else "false")
    control.style().unpolish(control)
    control.style().polish(control)


class Field(QLineEdit):
    """One line. `name` is what a screen reader says, `hint` stands in the empty field, `icon` at its left."""

    def __init__(self, name: str, hint: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._icon = icon
        self._take_theme()
        theme.events().changed.connect(self._take_theme)

    def _take_theme(self) -> None:
        now = theme.current()
        self.setFont(now.font())
        self.setTextMargins(now.px(28) if self._icon else 0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own, with the icon: painted, since an action in a field would be a small button of its own."""
        super().paintEvent(event)
        if self._icon:
            now = theme.current()
            painter, side = QPainter(self), now.size("icon")
            box = QRectF(now.px(12), (self.height() - side) / 2, side, side)
            icons.draw(painter, self._icon, box, now.colour("muted").name())

    def set_wrong(self, *, wrong: bool) -> None:
        """Frame it as wrong, or as right again."""
        mark_wrong(self, wrong=wrong)


class SearchBox(Field):
    """A field that finds while one types.

    Signals: searched(text) at each change, stripped of spaces at its ends.
    """

    searched = Signal(str)

    def __init__(self, name: str, hint: str = "", *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, hint, icon="search", parent=parent)
        self.textChanged.connect(lambda text: self.searched.emit(text.strip()))
        if key:
            self._show_key(KeyCap(key, self))

    def _show_key(self, cap: KeyCap) -> None:
        """The key that leads here, at the right while nothing is typed."""
        margins = self.textMargins()
        self.setTextMargins(margins.left(), 0, cap.sizeHint().width(), 0)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, theme.current().px(8), 0)
        box.addStretch(1)
        box.addWidget(cap)
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(lambda text: cap.setVisible(not text))


class TextArea(QPlainTextEdit):
    """Several lines; Tab leaves it. `rows` is how many are seen."""

    def __init__(self, name: str, hint: str = "", *, rows: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self._take_theme()
        theme.events().changed.connect(self._take_theme)

    def _take_theme(self) -> None:
        now = theme.current()
        self.setFont(now.font())
        self.setFixedHeight(self._rows * now.line("body") + now.px(18))

    def set_wrong(self, *, wrong: bool) -> None:
        """Frame it as wrong, or as right again."""
        mark_wrong(self, wrong=wrong)


class Choice(QComboBox):
    """One of many, folded away.

    Signals: chosen(value) when a person chooses, never when `set_value` does.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.activated.connect(lambda _index: self.chosen.emit(self.value()))
        self._take_theme()
        theme.events().changed.connect(self._take_theme)

    def _take_theme(self) -> None:
        self.setFont(theme.current().font())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own, with the chevron of the icon set."""
        super().paintEvent(event)
        now = theme.current()
        painter, side = QPainter(self), now.size("icon_small")
        box = QRectF(self.width() - side - now.px(12), (self.height() - side) / 2, side, side)
        icons.draw(painter, "chevron-down", box, now.colour("muted").name())

    def offer(self, options: list[tuple[str, str]]) -> None:
        """Offer (value, text) pairs; what was chosen stays when it is still offered."""
        value = self.value()
        self.clear()
        for option, text in options:
            self.addItem(text, option)
        self.set_value(value)

    def value(self) -> str:
        """What is chosen, "" for nothing."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def set_value(self, value: str) -> None:
        """Choose; a value that is not offered chooses the first."""
        self.setCurrentIndex(max(0, self.findData(value)))


class CheckBox(QCheckBox):
    """A box to tick with its words; 40 high as every target."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setAccessibleName(text)
        self.setFont(theme.current().font())

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def sizeHint(self) -> QSize:
        now = theme.current()
        words = paint.text_width(now.font(), self.label())
        return QSize(now.px(20 + 12 + 8 if words else 24) + words, now.size("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(24), self.sizeHint().height())

    def label(self) -> str:
        """The words beside the box, as people read them."""
        return self.text().replace("&&", "&")

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter, side = QPainter(self), float(now.px(20))
        paint.smooth(painter)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        on = self.isChecked()
        fill, edge = (
            (now.colour("action"), None) if on else (now.colour("surface"), now.colour("line_strong"))
        )
        paint.draw_box(painter, box, now.size("r_chip"), fill, edge)
        if on:
            icons.draw(painter, "check", box.adjusted(2, 2, -2, -2), now.colour("on_action").name())
        words = QRectF(side + now.px(12), 0, self.width() - side - now.px(12), self.height())
        ink = now.colour("ink" if self.isEnabled() else "muted")
        cut = paint.draw_text(painter, words, self.label(), now.font(), ink)
        self.setToolTip(self.label() if cut else "")


class DateField(QDateEdit):
    """A day, 2026-11-28; arrows up and down change the part under the cursor."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat(DATE_FORMAT)
        self.lineEdit().setTextMargins(theme.current().px(12), 0, theme.current().px(12), 0)
        self.setFont(theme.current().font())

    def setAccessibleName(self, name: str) -> None:
        """The inner part takes the keys, so it bears the name too."""
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def day(self) -> date:
        """The day in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))


class TimeField(QTimeEdit):
    """A time of day, 14:30."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat(TIME_FORMAT)
        self.lineEdit().setTextMargins(theme.current().px(12), 0, theme.current().px(12), 0)
        self.setFont(theme.current().font())

    def setAccessibleName(self, name: str) -> None:
        """The inner part takes the keys, so it bears the name too."""
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def moment(self) -> time:
        """The time in the field."""
        return time(self.time().hour(), self.time().minute())

    def set_moment(self, moment: time) -> None:
        """Show a time."""
        self.setTime(QTime(moment.hour, moment.minute))


class Labelled(QWidget):
    """A control under its label, with room for a sentence below when something is wrong with it."""

    def __init__(self, label: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Label(label, "caption", tone="muted")
        self.control = control
        self.message = Label("", "caption", tone="danger", wrap=True)
        self.message.hide()
        if not control.accessibleName():
            control.setAccessibleName(label)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px(4))
        box.addWidget(self.label)
        box.addWidget(control)
        box.addWidget(self.message)

    def complain(self, sentence: str) -> None:
        """Say what is wrong, or nothing for ""."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        mark_wrong(self.control, wrong=bool(sentence))
