"""Buttons over a list that narrow it; one is on at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from meeting_app.ui.qt import theme
from meeting_app.ui.widgets.buttons import Button


class Filters(QWidget):
    """`chosen` tells the value of the button that a person pressed."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._options: list[tuple[str, str]] = []
        self.buttons: dict[str, Button] = {}
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.current().px(8))
        self._box.addStretch(1)

    def show_options(self, options: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show (value, text) pairs; buttons that stay keep the keyboard."""
        if [value for value, _text in options] != [value for value, _text in self._options]:
            self._make([value for value, _text in options])
        self._options = list(options)
        for value, text in options:
            self.buttons[value].setText(text)
            self.buttons[value].setChecked(value == chosen)

    def _make(self, values: list[str]) -> None:
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._box.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for place, value in enumerate(values):
            button = Button("")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, v=value: self.chosen.emit(v))
            self._group.addButton(button)
            self._box.insertWidget(place, button)
            self.buttons[value] = button
