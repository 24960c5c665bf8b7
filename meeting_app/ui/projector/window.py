"""The window that the hall looks at: paints the page at hand, fades to the next, ticks with a clock."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QEasingCurve, QEvent, QSize, Qt, QTimeLine, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _
from meeting_app.queries.slides_types import BlackSlide, FloorSlide, ItemSlide, Slide, SpeakerSlide
from meeting_app.ui.projector.screens import HALL
from meeting_app.ui.qt import crash
from meeting_app.ui.qt.tokens import SlidePalette
from meeting_app.ui.slides import accessible_text, next_change_ms, slide_image

FADE_MS: Final = 200
# Each picture of a fade costs some milliseconds, in which the console waits; the eye takes thirty a second.
FRAME_MS: Final = 33
# The small window for a rehearsal on one screen.
REHEARSAL: Final = QSize(640, 360)
SMALLEST: Final = QSize(320, 180)

Keys = Callable[[QKeyEvent], bool]
WITH_CLOCK: Final = (ItemSlide, SpeakerSlide, FloorSlide)


class ProjectorWindow(QWidget):
    """Shows one slide after the other and keeps the last picture. It closes only by `shut`.

    Signals: dismissed (the small window was closed by hand).
    """

    dismissed = Signal()

    def __init__(self, now: Callable[[], Instant], scheme: SlidePalette) -> None:
        super().__init__()
        self._now, self._scheme = now, scheme
        self._slide: Slide = BlackSlide()
        self._keys: Keys | None = None
        self._full = True
        self._may_close = False
        self._picture = QPixmap()
        self._before: QPixmap | None = None
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._fade = QTimeLine(FADE_MS, self)
        self._fade.setUpdateInterval(FRAME_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.Linear)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._end_fade)
        self.setObjectName(HALL)
        # After a bug the console is switched off; the hall goes on seeing its picture.
        self.setProperty(crash.STAYS, True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # The console keeps the keyboard when the picture comes up.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._frameless()

    # ---- what is shown

    @property
    def slide(self) -> Slide:
        """The page at hand."""
        return self._slide

    def show_slide(self, slide: Slide) -> None:
        """Fade to another page; the same page stays as it is, and where only the clock was set it is shown at
        once.
        """
        if slide == self._slide and not self._picture.isNull():
            return
        if _differ_by_clock(self._slide, slide):
            self._slide = slide
            self._say()
            self._repaint_all()
            return
        before = self._blend() if self.isVisible() else None
        self._slide = slide
        self._say()
        if not self.isVisible():
            self._picture = QPixmap()
            return
        self._picture = self._rendered()
        self._before = before
        self._fade.stop()
        self._fade.start()
        self._arm()

    def set_scheme(self, scheme: SlidePalette) -> None:
        """Other colours, at once."""
        self._scheme = scheme
        self._repaint_all()

    def reword(self) -> None:
        """The language has changed."""
        self._say()
        self._repaint_all()

    def forward_keys(self, keys: Keys | None) -> None:
        """Where keys pressed on this window go; the callable answers whether it took the key."""
        self._keys = keys

    def picture(self) -> QPixmap:
        """The finished picture of the page at hand."""
        return self._picture

    @property
    def fading(self) -> bool:
        """Whether one page is giving way to the next."""
        return self._before is not None

    @property
    def ticking(self) -> bool:
        """Whether a later look at the page is planned."""
        return self._tick.isActive()

    # ---- how it is shown

    def as_screen(self) -> None:
        """Frameless and without a cursor: the next showing covers a screen."""
        if not self._full:
            self._frameless()

    def _frameless(self) -> None:
        self._full = True
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setMinimumSize(0, 0)
        self.setCursor(Qt.CursorShape.BlankCursor)

    @property
    def covers(self) -> bool:
        """Whether it covers a screen now."""
        return self._full and self.isVisible()

    def as_rehearsal(self) -> None:
        """A small window with a frame that can be moved and resized."""
        self._full = False
        self.setWindowFlags(Qt.WindowType.Window)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setMinimumSize(SMALLEST)
        self.resize(REHEARSAL)
        self.unsetCursor()
        self._say()

    def shut(self) -> None:
        """Close for good."""
        self._may_close = True
        self._fade.stop()
        self._tick.stop()
        self.close()
        self.deleteLater()

    def _say(self) -> None:
        """Name and words for a screen reader, at a change of page and not at every second."""
        self.setWindowTitle(_("Picture for the hall"))
        self.setAccessibleName(_("Picture for the hall"))
        self.setAccessibleDescription(accessible_text(self._slide, self._now()))

    # ---- painting

    def _rendered(self) -> QPixmap:
        ratio = self.devicePixelRatio()
        size = QSize(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        picture = QPixmap.fromImage(slide_image(self._slide, size, self._now(), self._scheme))
        picture.setDevicePixelRatio(ratio)
        return picture

    def _repaint_all(self) -> None:
        """Render anew without a fade; while hidden the next showing does it."""
        if self.isVisible():
            self._picture = self._rendered()
            self._arm()
            self.update()
        else:
            self._picture = QPixmap()

    def _progress(self) -> float:
        return self._fade.currentValue() if self._before is not None else 1.0

    def _blend(self) -> QPixmap | None:
        """What is seen at this moment, as one picture."""
        if self._before is None or self._picture.isNull():
            return None if self._picture.isNull() else self._picture
        blended = QPixmap(self._before)
        painter = QPainter(blended)
        painter.setOpacity(self._progress())
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
        return blended

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, or two on their way from one to the other."""
        painter = QPainter(self)
        if self._picture.isNull():
            self._picture = self._rendered()
        if self._before is not None:
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(self._progress())
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _end_fade(self) -> None:
        self._before = None
        self.update()

    # ---- time

    def _arm(self) -> None:
        """Look again when the page will look different."""
        wait = next_change_ms(self._slide, self._now())
        if wait is None or not self.isVisible():
            self._tick.stop()
        else:
            self._tick.start(max(1, wait))

    def _on_tick(self) -> None:
        self._picture = self._rendered()
        self.update()
        self._arm()

    # ---- Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        """Come up with the picture of this moment."""
        super().showEvent(event)
        self._before = None
        self._picture = self._rendered()
        self._arm()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing ticks while nobody looks."""
        super().hideEvent(event)
        self._tick.stop()
        self._fade.stop()
        self._before = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size of the screen or of the small window."""
        super().resizeEvent(event)
        self._before = None
        self._repaint_all()

    def changeEvent(self, event: QEvent) -> None:
        """Another scale of the screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._repaint_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys belong to the console, wherever they are pressed."""
        if self._keys is None or not self._keys(event):
            event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The hall's picture is not closed by accident; the small window may be put away."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        if not self._full:
            self.hide()
            self.dismissed.emit()


def _differ_by_clock(one: Slide, other: Slide) -> bool:
    """Whether two pages are the same but for their clocks: paused, going on, more time or less."""
    if not isinstance(one, WITH_CLOCK) or type(one) is not type(other):
        return False
    clock: Any = getattr(other, "clock", None)
    return replace(one, clock=clock) == other
