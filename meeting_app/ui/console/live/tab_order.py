"""The order in which Tab goes through a live window.

Qt's own order is that in which the parts were made, and a page is made when it is first needed: the way to
the queue would lead through the whole agenda.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def _takes_it(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _chain(deck: QWidget) -> Iterator[QWidget]:
    """All widgets of the window in Qt's order, once."""
    widget = deck.nextInFocusChain()
    while widget is not None and widget is not deck:
        yield widget
        widget = widget.nextInFocusChain()


def stops(deck: QWidget, parts: Sequence[QWidget], first: Sequence[QWidget]) -> tuple[QWidget, ...]:
    """Where Tab stops: on the deck, on what of a part comes `first`, then part by part."""
    can = [widget for widget in _chain(deck) if _takes_it(widget)]
    ahead = [widget for widget in first if widget in can]
    found = [deck]
    for part in parts:
        inside = [widget for widget in can if part.isAncestorOf(widget)]
        found += [widget for widget in ahead if widget in inside]
        found += [widget for widget in inside if widget not in ahead]
    return tuple(found)


def go(deck: QWidget, parts: Sequence[QWidget], first: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the keyboard to the next stop, or the one before; to the deck when whatever had it is gone."""
    focus = deck.window().focusWidget()
    found = stops(deck, parts, first)
    if focus in found:
        place = found.index(focus) + (1 if forward else -1)
        to = found[place % len(found)]
    else:
        to = deck
    to.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True
