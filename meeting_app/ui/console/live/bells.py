"""When the bells ring: once when time is short, twice when it is up. What is seen says it too.

The clocks are watched whatever page is shown, so that a bell is not missed while somebody checks people in.
"""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from meeting_app import settings
from meeting_app.domain.clock import Clock, Instant
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.queries.roleplay.steps import part_clock
from meeting_app.settings import Settings
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.qt.bells import Bells
from meeting_app.wording import times

SECOND_MS = 1_000
# Records whose change may change the clock that matters: of a speech or of the tables, or of the item itself.
OF_THE_FLOOR = frozenset({"speech", "floor_plan"})
OF_AN_ITEM = frozenset({"agenda_item"})
CONCERNED = {"discussion": OF_THE_FLOOR, "role_play": OF_AN_ITEM | {"play", "play_phase"}}


class BellWatch:
    """Hears a clock pass its two marks. A clock first seen beyond a mark (a restart) stays silent."""

    def __init__(self, kept: Settings, parent: QObject) -> None:
        self._kept = kept
        self.bells = Bells(
            lambda: kept.get(settings.BELLS), parent, volume=lambda: kept.get(settings.BELL_VOLUME)
        )
        self._of = ""
        self._left: int | None = None

    def watch(self, of: str, clock: Clock, now: Instant, warnings_ms: tuple[int, ...] | None = None) -> int:
        """Look at the clock of a speech, or of something that has warnings of its own (ms before the end);
        answers how many strokes were due.
        """
        left = clock.remaining(now)
        if warnings_ms is None:
            warnings_ms = (self._kept.get(settings.BELL_WARNING_S) * SECOND_MS,)
        before = self._left if of == self._of else None
        self._of, self._left = of, left
        if before is None:
            return 0
        # A turn shorter than the warning has no warning: its bell would ring at once.
        warned = any(0 < one < clock.limit_ms and before > one >= left for one in warnings_ms)
        strokes = 2 if before > 0 >= left else 1 if warned else 0
        if strokes:
            self.bells.ring(strokes)
        return strokes


class MeetingBells(QObject):
    """Watches the clock that matters now: of the speech, of the tables, of a role-play's part, else of the
    item.

    Signals: rang(sentence) for what is seen.
    """

    rang = Signal(str)

    def __init__(self, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._watch = BellWatch(live.office.settings, self)
        # After the sentence of the bell, also where there is no player at all.
        self._watch.bells.unheard.connect(self._unheard, Qt.ConnectionType.QueuedConnection)
        self._told, self._silent_told = "", False
        self._of, self._clock, self._item = "", Clock(0), ("", "")
        self._warnings: tuple[int, ...] | None = None

    def refresh(self, kinds: frozenset[str] | None = None) -> None:
        """Ask which clock it is, when records of these kinds (None: any) may have changed it."""
        item = self._live.view.current
        known, self._item = self._item, (item.id, item.kind) if item is not None else ("", "")
        concerned = CONCERNED.get(self._item[1], OF_AN_ITEM)
        if kinds is not None and known == self._item and not kinds & concerned:
            return
        self._of, self._clock = ("", Clock(0)) if item is None else (item.id, item.clock)
        self._warnings = None
        part = self._live.ask(part_clock, item_id=item.id) if item and item.kind == "role_play" else None
        if part is not None:
            self._of, self._clock, self._warnings = part
        if item is None or item.kind != "discussion":
            return
        floor: QueueView | None = self._live.ask(queue_view, item_id=item.id, now=self._live.now())
        speech = floor.speaking if floor is not None else None
        if speech is not None:
            self._of, self._clock = speech.id, speech.clock
        elif floor is not None and floor.plan.clock.running:
            self._of, self._clock = f"tables {item.id}", floor.plan.clock
        else:
            self._of = ""

    def tick(self, now: Instant) -> None:
        """Ring when a mark was passed."""
        if not self._of or not self._clock.running:
            return
        strokes = self._watch.watch(self._of, self._clock, now, self._warnings)
        if strokes == 2:
            self._tell(_("Bell: the time is up"))
        elif strokes == 1:
            left = times.countdown(self._clock.remaining(now))
            self._tell(_("Bell: {left} left").format(left=left))

    def _tell(self, sentence: str) -> None:
        self._told = sentence
        self.rang.emit(sentence)

    @Slot()
    def _unheard(self) -> None:
        """Once: the facilitator has to say it aloud."""
        if not self._silent_told:
            self._silent_told = True
            self.rang.emit(words.joined(self._told, _("no sound comes out of this computer")))
