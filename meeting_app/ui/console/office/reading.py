"""The order in which Tab goes: as one reads, by the layouts, also after parts of a page were made anew.

Qt keeps its chain by the order in which widgets came into the window, which is neither the order of the
drawing nor stable. So the chain is written again whenever a page was arranged or filled.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLayout, QScrollArea, QStackedWidget, QWidget

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def controls(root: QWidget | None) -> Iterator[QWidget]:
    """The controls below a widget that Tab can reach, as one reads them.

    Hidden ones too, they may be shown later.
    """
    if root is None:
        return
    if _tabbed(root):
        yield root
        if isinstance(root, QAbstractItemView):  # a control that stands in a row of the list
            yield from (one for one in root.viewport().findChildren(QWidget, options=DIRECT) if _tabbed(one))
    elif isinstance(root, QStackedWidget):
        for place in range(root.count()):
            yield from controls(root.widget(place))
    elif isinstance(root, QScrollArea):
        yield from controls(root.widget())
    else:
        yield from _in_layout(root.layout())


def _tabbed(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from controls(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def put_in_order(*roots: QWidget) -> None:
    """Let Tab go through the controls of these widgets, one widget after the other."""
    before: QWidget | None = None
    for root in roots:
        for control in controls(root):
            if before is not None:
                QWidget.setTabOrder(before, control)
            before = control
