"""Two columns that become one when the window is narrow: the right one then stands below the left one.

Each column scrolls for itself; the row of actions stays where it is in every width (mock-ups, section 6).
"""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from meeting_app.ui.qt import theme

NARROW: Final = 900
GAP: Final = 32
# In one column everything scrolls, so the upper part need not be squeezed.
LEAST: Final = 400


class Columns(QWidget):
    """`left` grows, `right` has a fixed width.

    `foot` lies below `right`, or below everything when it is narrow; `top` lies above both, or scrolls with
    them when it is narrow.
    """

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        foot: QWidget | None = None,
        right_width: int = 344,
        top: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._right, self._foot, self._top = right, foot, top
        self._narrow: bool | None = None
        self._left_box = QVBoxLayout()
        self._left_box.setContentsMargins(0, 0, 0, 0)
        self._left_box.setSpacing(theme.current().px(24))
        # A strut beside the upper part, not a minimum of its own: that would take the place of what its
        # contents need, and a form would be squeezed.
        self._strut = QSpacerItem(0, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._upper = QHBoxLayout()
        self._upper.setSpacing(0)
        self._upper.addItem(self._strut)
        self._upper.addWidget(left, 1)
        self._left_box.addLayout(self._upper, 1)
        inner = QWidget()
        inner.setLayout(self._left_box)
        self._left_scroll, self._right_scroll = _scroll(inner), _scroll(None)
        self._side = QWidget()
        self._side.setFixedWidth(theme.current().px(right_width))
        self._side_box = QVBoxLayout(self._side)
        self._side_box.setContentsMargins(0, 0, 0, 0)
        self._side_box.setSpacing(theme.current().size("s2"))
        self._side_box.addWidget(self._right_scroll, 1)
        both = QHBoxLayout()
        both.setSpacing(theme.current().px(GAP))
        both.addWidget(self._left_scroll, 1)
        both.addWidget(self._side)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(theme.current().size("s2"))
        self._outer.addLayout(both, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._alone = False
        self._arrange(narrow=False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    @Slot("QWidget*", "QWidget*")
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What the keyboard goes to may lie below the edge; the pointer is already where it looks."""
        pointed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and self._narrow and not pointed and self._left_scroll.isAncestorOf(new):
            QTimer.singleShot(0, self, self._show_focus)  # a form that was just opened has no place before

    @Slot()
    def _show_focus(self) -> None:
        """Scroll to it, and to the head of the lower part with it; a list that is higher than the page stays
        where it is while a part of it is seen.
        """
        focused = QApplication.focusWidget()
        if focused is None or not self._left_scroll.isAncestorOf(focused):
            return
        if self._right.isAncestorOf(focused):
            self._left_scroll.verticalScrollBar().setValue(self._right.y())
        room = self._left_scroll.viewport().height()
        if focused.height() < room or focused.visibleRegion().isEmpty():
            self._left_scroll.ensureWidgetVisible(focused, 0, theme.current().px(GAP))

    def leave_alone(self, *, alone: bool) -> None:
        """Give the left part all the room, or let the right one and the actions stand beside it again."""
        self._alone = alone
        self._right.setVisible(not alone)
        self._side.setVisible(not alone and not self._narrow)
        if self._foot is not None:
            self._foot.setVisible(not alone)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        focused = self.window().focusWidget()
        if narrow:
            self._right_scroll.takeWidget()
            self._left_box.addWidget(self._right)
            self._right.setVisible(not self._alone)
        else:
            self._left_box.removeWidget(self._right)
            self._right_scroll.setWidget(self._right)
        if self._foot is not None:
            (self._outer if narrow else self._side_box).addWidget(self._foot)
        if self._top is not None:
            (self._left_box if narrow else self._outer).insertWidget(0, self._top)
        self._side.setVisible(not narrow and not self._alone)
        least = theme.current().px(LEAST) if narrow else 0
        self._strut.changeSize(0, least, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._upper.invalidate()
        # Whoever is typed in at the right loses the keyboard while the part moves.
        if self._right.isAncestorOf(focused):  # nobody's focus is nobody's child
            focused.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between two columns and one by the width."""
        self._arrange(narrow=event.size().width() < theme.current().px(NARROW))
        super().resizeEvent(event)


def _scroll(content: QWidget | None) -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if content is not None:
        made.setWidget(content)
    return made
