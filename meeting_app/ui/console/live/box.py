"""Arranging widgets on the 8 px grid; every length is given at the standard text size and grows with it."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from meeting_app.ui.qt import theme

SPACE: Final = "space"
Part = QWidget | QLayout | int | str
Margins = tuple[int, int, int, int]
NONE: Final[Margins] = (0, 0, 0, 0)


def _fill(box: QBoxLayout, parts: tuple[Part, ...], gap: int, margins: Margins) -> None:
    now = theme.current()
    box.setSpacing(now.px(gap))
    box.setContentsMargins(*(now.px(side) for side in margins))
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        elif isinstance(part, int):
            box.addSpacing(now.px(part))
        else:
            box.addStretch(1)


def across(*parts: Part, gap: int = 8, margins: Margins = NONE) -> QHBoxLayout:
    """Side by side; a number is extra room, SPACE takes what is left."""
    box = QHBoxLayout()
    _fill(box, parts, gap, margins)
    return box


def down(*parts: Part, gap: int = 0, margins: Margins = NONE) -> QVBoxLayout:
    """One below the other."""
    box = QVBoxLayout()
    _fill(box, parts, gap, margins)
    return box


def held(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """A widget around a layout, so that it is shown and hidden as one."""
    widget = QWidget(parent)
    widget.setLayout(layout)
    return widget


class Middle(QStackedWidget):
    """Pages of which one is seen; only that one says how much room it needs."""

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()
