"""Arranging widgets on the 8 px grid, with less writing than Qt's own calls.

Sizes are logical pixels of the theme's scale.
"""

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from meeting_app.ui.qt import theme

GRID: Final = 8
STRETCH: Final = object()

Part = QWidget | QLayout | int | object


def grows(part: QWidget, direction: QBoxLayout.Direction) -> bool:
    """Whether a part takes what room is left along the direction."""
    policy = part.sizePolicy()
    upright = direction in (QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop)
    along = policy.verticalPolicy() if upright else policy.horizontalPolicy()
    return upright and along is QSizePolicy.Policy.Expanding


def _fill(box: QBoxLayout, parts: Iterable[Part], spacing: int, margins: tuple[int, int, int, int]) -> None:
    px = theme.current().px
    box.setSpacing(px(spacing))
    box.setContentsMargins(*(px(margin) for margin in margins))
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part, 1 if grows(part, box.direction()) else 0)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        elif isinstance(part, int):
            box.addSpacing(px(part))
        else:
            box.addStretch(1)


def column(
    *parts: Part, spacing: int = GRID, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """One below the other; a number is that much more space, STRETCH takes what is left."""
    box = QVBoxLayout()
    _fill(box, parts, spacing, margins)
    return box


def row(*parts: Part, spacing: int = GRID, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Side by side."""
    box = QHBoxLayout()
    _fill(box, parts, spacing, margins)
    return box


def framed(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """A plain widget around a layout, so that it can be shown and hidden as one."""
    widget = QWidget(parent)
    widget.setLayout(layout)
    return widget


def empty(layout: QLayout) -> None:
    """Take everything out of a layout; widgets are deleted once Qt comes to it."""
    while (item := layout.takeAt(0)) is not None:
        _drop(item)


def _drop(item: QLayoutItem) -> None:
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    elif inner is not None:
        empty(inner)
        inner.deleteLater()
