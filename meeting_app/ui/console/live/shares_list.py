"""The groups of the room with two bars each: their share of those here, and of the time spoken."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from meeting_app.domain.floor_shares import GroupShare
from meeting_app.i18n import _, ngettext
from meeting_app.queries.floor_groups import IN
from meeting_app.ui.console.live import floor_words, words
from meeting_app.ui.console.live.painted_list import PaintedDelegate, PaintedList, PaintedModel
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint
from meeting_app.wording import groups, times


def counts(row: GroupShare) -> str:
    """Speeches and first-timers of a group."""
    return words.joined(
        ngettext("{n} speech", "{n} speeches", row.speeches).format(n=row.speeches),
        ngettext("{n} first-timer", "{n} first-timers", row.first_timers).format(n=row.first_timers),
    )


def average(row: GroupShare) -> str:
    """What one of a group spoke on average, and one of the others."""
    if row.each_ms is None:
        return ""
    if row.others_ms is None:
        return _("{span} each").format(span=times.countdown(int(row.each_ms)))
    return _("{span} each, the others {rest}").format(
        span=times.countdown(int(row.each_ms)), rest=times.countdown(int(row.others_ms))
    )


def _said(row: GroupShare, _place: int) -> str:
    return words.joined(
        groups.group(row.group), _("{share} of those here").format(share=floor_words.percent(row.of_present)),
        _("{share} of the time").format(share=floor_words.percent(row.of_time)), times.spoken(row.ms),
        counts(row), average(row),
    )  # fmt: skip


HERE, TIME = "line_strong", "action"  # the colours of the two bars


class ShareDelegate(PaintedDelegate):
    """Paints a group in three columns; `each` says the averages instead of the counts: where people are in
    several groups, a group stands against the rest.
    """

    high = "row_share"
    each = False

    def columns(self, painter: QPainter, area: QRectF, row: GroupShare, *, place: int, chosen: bool) -> None:
        now = theme.current()
        name, right = area.width() * 0.24, area.width() * 0.68
        box = QRectF(area.left() + now.px(8), area.top() + now.px(4), name - now.px(16), area.height() / 2)
        paint.draw_text(painter, box, groups.group(row.group), now.font("strong"), now.colour("ink"))
        here = _("{n} here, {speakers} spoke").format(n=row.present, speakers=row.speakers)
        below = box.translated(0, area.height() / 2 - now.px(6))
        paint.draw_text(painter, below, here, now.font("caption"), now.colour("muted"))
        bars = QRectF(area.left() + name, area.top(), right - name - now.px(16), area.height())
        self._bars(painter, bars, row)
        box = QRectF(
            area.left() + right, area.top() + now.px(4), area.width() - right - now.px(8), area.height() / 2
        )
        paint.draw_text(painter, box, times.spoken(row.ms), now.font(), now.colour("ink"))
        below = box.translated(0, area.height() / 2 - now.px(6))
        paint.draw_text(
            painter,
            below,
            average(row) if self.each else counts(row),
            now.font("caption"),
            now.colour("muted"),
        )

    @staticmethod
    def _bars(painter: QPainter, box: QRectF, row: GroupShare) -> None:
        now = theme.current()
        figures = now.px(48)
        high, whole = now.px(10), box.width() - figures
        for line, (share, token) in enumerate(((row.of_present, HERE), (row.of_time, TIME))):
            top = box.center().y() + (line * 2 - 1) * now.px(10) - high / 2
            painter.fillRect(QRectF(box.left(), top, whole, high), now.colour("sunken"))
            if share is not None:
                wide = whole * share.numerator / share.denominator
                painter.fillRect(QRectF(box.left(), top, wide, high), now.colour(token))
            text = QRectF(box.right() - figures, top - now.px(5), figures, high + now.px(10))
            paint.draw_text(
                painter, text, floor_words.percent(share), now.font("caption"), now.colour("ink"), paint.RIGHT
            )


class Swatch(QWidget):
    """A sample of a bar for the legend."""

    def __init__(self, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self.setFixedSize(theme.current().px(24), theme.current().px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().colour(self._token))


class SharesList(PaintedList[GroupShare]):
    """The groups, to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        model = PaintedModel[GroupShare](lambda row: row.group, _said)
        self._delegate = ShareDelegate()
        super().__init__(_("Groups"), model, self._delegate, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_shares(self, rows: Sequence[GroupShare], *, each: bool) -> None:
        """Show the groups; `each` = with the averages of a group and of the rest."""
        self._delegate.each = each
        self.painted.show(sorted(rows, key=lambda row: row.group == IN))  # who is in none comes last
