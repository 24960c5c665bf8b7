"""The balance meter: three bars with their good range, who stands in the way, the slider of difficulty."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QVBoxLayout, QWidget

from meeting_app.domain.roleplay.balance import STEPS, Balance, zone
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.scenario_editor import meter_presenter as presenter
from meeting_app.ui.console.office.scenario_editor.judging import Judgement
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.segmented import Segment, Segmented
from meeting_app.wording.roleplay import percent

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript


class GaugeBar(QWidget):
    """A share as a bar; the good range stands around it as a frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._good = 0, (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: int, good: tuple[int, int]) -> None:
        """Per mille."""
        self._share, self._good = share, good
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(160), theme.current().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme.current(), QPainter(self)
        paint.smooth(painter)
        high, wide = now.px(14), self.width() - 2
        top = (self.height() - high) / 2
        box = QRectF(1, top, wide, high)
        painter.fillRect(box, now.colour("sunken"))
        inside = self._good[0] <= self._share <= self._good[1]
        filled = QRectF(1, top, wide * self._share / 1000, high)
        painter.fillRect(filled, now.colour("action" if inside else "warn_fill"))
        left, right = (wide * edge / 1000 for edge in self._good)
        painter.setPen(QPen(now.colour("ink"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(1 + left, top - now.px(4), right - left, high + now.px(8)), 3, 3)


class GaugeLine(QWidget):
    """Name, share, bar, count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.share = parts.label(""), parts.label("", "strong")
        self.bar = GaugeBar()
        self.words = parts.label("", "caption", tone="muted", wrap=True)
        self.setLayout(column(row(self.name, STRETCH, self.share), self.bar, self.words, spacing=2))

    def show_gauge(self, gauge: presenter.Gauge) -> None:
        """Show one of the three."""
        self.name.setText(gauge.name)
        self.share.setText(percent(gauge.share))
        self.bar.show_share(gauge.share, gauge.good)
        self.bar.setAccessibleName(f"{gauge.name} {percent(gauge.share)}")
        self.words.setText(gauge.words)


class MeterPanel(QWidget):
    """Signals: wanted(step): show the meter with the slider there."""

    wanted = Signal(int)

    def __init__(self, manuscript: "Manuscript", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manuscript = manuscript
        self.judged: Judgement | None = None
        self._limits: dict[str, int] = {}
        self.head = parts.label(_("Is there something to talk about?"), "h2", wrap=True)
        self.chip = parts.chip()
        self.counted = parts.label("", "caption", tone="muted", wrap=True)
        self.gauges = tuple(GaugeLine() for _number in range(3))
        self.zones = Segmented(
            _("Difficulty"), [Segment(code, _(word)) for code, word in presenter.ZONES.items()]
        )
        self.zones.chosen.connect(self.aim)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(_("Difficulty, from hard to easy"))
        self.slider.setRange(0, STEPS)
        self.slider.setSingleStep(10)
        self.slider.setPageStep(50)
        self.slider.valueChanged.connect(self._slid)
        self.take = parts.button(_("Take these walk-aways"), icon="check")
        self.take.clicked.connect(self._take)
        self.take.hide()
        self.who, self.why = parts.label("", "strong", wrap=True), parts.label("", wrap=True)
        self.hint = parts.label("", wrap=True)
        self.try_hint = parts.button(_("Do so"), icon="check")
        self.try_hint.clicked.connect(self._do_hint)
        self.more = parts.label("", "caption", tone="muted", wrap=True)
        self.nothing = parts.label("", tone="muted", wrap=True)
        self.figures = QWidget()
        self.figures.setLayout(self._figures())
        self.setLayout(column(row(self.head, STRETCH, self.chip), self.nothing, self.figures, STRETCH))
        self.show_judgement(None)

    def _figures(self) -> QVBoxLayout:
        words = parts.label(_("Difficulty"), "caption", tone="muted")
        return column(
            self.counted, *self.gauges, 4, words, self.zones, self.slider, self.take, 4, self.who, self.why,
            self.hint, self.try_hint, 4, self.more, spacing=6,
        )  # fmt: skip

    def show_judgement(self, judged: Judgement | None) -> None:
        """Show what was counted."""
        self.judged = judged
        balance = judged.balance if judged is not None else None
        self.figures.setVisible(balance is not None)
        self.chip.setVisible(balance is not None)
        self.nothing.setVisible(balance is None)
        self.nothing.setText(
            _("Counted as soon as roles, issues and points are there and nothing unknown is named.")
        )
        if judged is not None and balance is not None:
            self._limits = {}
            self._show_balance(judged, balance)
            step = _own_step(judged)
            self.zones.set_value(zone(balance))
            self.slider.blockSignals(True)
            self.slider.setValue(step)
            self.slider.blockSignals(False)
            self.take.hide()

    def _show_balance(self, judged: Judgement, balance: Balance) -> None:
        word, tone = presenter.verdict(balance)
        self.chip.set_chip(word, tone, {"ok": "check", "warn": "triangle-alert"}[tone])
        self.counted.setText(presenter.counted(balance))
        for line, gauge in zip(self.gauges, presenter.gauges(balance), strict=True):
            line.show_gauge(gauge)
        who, why = presenter.bottleneck(judged.scenario, balance)
        for label, text in ((self.who, who), (self.why, why)):
            label.setText(text)
            label.setVisible(bool(text))
        hint = judged.hint
        self.hint.setText(presenter.hint_words(judged.scenario, hint) if hint else "")
        for part in (self.hint, self.try_hint):
            part.setVisible(hint is not None)
        self.more.setText("\n".join(presenter.details(judged.scenario, balance)))

    def _slid(self, step: int) -> None:
        if self.judged is not None and self.judged.meter is not None:
            self.wanted.emit(step)

    def show_trial(self, balance: Balance, limits: dict[str, int]) -> None:
        """The meter with the slider's walk-aways, which are not taken over yet."""
        if self.judged is None:
            return
        self._limits = limits
        self._show_balance(self.judged, balance)
        self.hint.hide()
        self.try_hint.hide()
        self.take.show()

    def _take(self) -> None:
        if self._limits:
            self._manuscript.take(presenter.with_limits(self._manuscript.scenario, self._limits))

    def aim(self, name: str) -> None:
        """Set the walk-aways for a difficulty."""
        if self.judged is not None and self.judged.meter is not None:
            limits = {
                role.id: role.walk_away or 0 for role in presenter.aimed(self.judged.meter, name).scored
            }
            self._manuscript.take(presenter.with_limits(self._manuscript.scenario, limits))

    def _do_hint(self) -> None:
        if self.judged is not None and self.judged.hint is not None:
            self._manuscript.take(presenter.with_hint(self._manuscript.scenario, self.judged.hint))


def _own_step(judged: Judgement) -> int:
    """Where the slider stands for the scenario's own walk-aways: the mean of what the roles accept."""
    balance = judged.balance
    if balance is None or not balance.accepts or not balance.possible:
        return 0
    return STEPS * sum(count for _role, count in balance.accepts) // (balance.possible * len(balance.accepts))
