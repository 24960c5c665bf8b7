"""The play-test: phase after phase with a fast clock, what would be said, what everybody would answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.domain.roleplay.play import MINUTE_MS
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.scenario_editor.names import called
from meeting_app.ui.console.office.scenario_editor.trial import SPEEDS, Trial
from meeting_app.ui.widgets.bars import ClockLabel
from meeting_app.ui.widgets.fields import Choice
from meeting_app.ui.widgets.rows import ENTER

if TYPE_CHECKING:
    from meeting_app.domain.roleplay.model import Scenario
    from meeting_app.ui.qt.office import Office

LOOK_MS = 200


def clock_words(ms: int) -> str:
    """Minutes and seconds; over time with a plus sign in front."""
    seconds = abs(ms) // 1000
    return f"{'+' if ms < 0 else ''}{seconds // 60}:{seconds % 60:02}"


class TrialView(QWidget):
    """Signals: left() when the person goes back to writing, taken(trial) when phases shall get more time."""

    left = Signal()
    taken = Signal(object)

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.trial: Trial | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.phase = parts.label("", "h2", wrap=True)
        self.clock = ClockLabel(_("Left of this phase"), pixels=48, align_left=True)
        self.cue = parts.label("", wrap=True)
        self.notes = parts.label("", "strong", tone="warn", wrap=True)
        speeds = [(str(speed), _("{n} times as fast").format(n=speed)) for speed in SPEEDS]
        self.speed = parts.segments(speeds, _("Speed"))
        self.speed.chosen.connect(self._faster)
        self.back = parts.button(_("Back a phase"), icon="arrow-left")
        self.back.clicked.connect(self._back)
        self.next = parts.button(_("Done, next phase"), kind="main", icon="skip-forward", key=_("Enter"))
        self.next.clicked.connect(self.go_on)
        self.leave = parts.button(_("Back to writing"), icon="pencil", key="Esc")
        self.leave.clicked.connect(self.left)
        self.take = parts.button(_("Give these phases the time"), icon="check")
        self.take.clicked.connect(lambda: self.taken.emit(self.trial))
        self._choices: list[Choice] = []
        self._deal = QVBoxLayout()
        self.answer = parts.label("", wrap=True)
        self.laps = parts.label("", wrap=True)
        self.setLayout(self._arranged())

    def _arranged(self) -> QVBoxLayout:
        tools = row(self.leave, self.back, STRETCH)
        told = column(self.phase, self.clock, self.cue, self.notes, STRETCH, row(self.speed, STRETCH), tools)
        now = parts.growing(column(told, self.next))
        deal = QWidget()
        asked = parts.label(_("What would they say to this?"), "strong")
        took = parts.label(_("How long it took"), "strong")
        deal.setLayout(column(asked, self._deal, self.answer, 16, took, self.laps, self.take, STRETCH))
        area = parts.scrolling(deal)
        area.setFixedWidth(parts.px(380))
        return column(row(now, area, spacing=32))

    def begin(self, scenario: "Scenario", plan: int) -> None:
        """Start from the first phase. Raises Refusal when there is nothing to try."""
        self.trial = Trial(scenario, plan, int(self.speed.value()), self._office.now())
        empty(self._deal)
        self._choices = []
        for at, issue in enumerate(scenario.issues):
            choice = parts.combo(called(issue.title, at))
            choice.offer([(option.id, called(option.title, n)) for n, option in enumerate(issue.options)])
            choice.chosen.connect(self._ask)
            self._choices.append(choice)
            self._deal.addWidget(parts.label(called(issue.title, at), "caption", tone="muted"))
            self._deal.addWidget(choice)
        self._timer.start()
        self._ask()
        self.look()
        self.next.setFocus()

    def stop(self) -> None:
        """The clock need not be looked at any more."""
        self._timer.stop()

    def look(self) -> None:
        """Show the moment."""
        trial = self.trial
        if trial is None:
            return
        now = self._office.now()
        trial.look(now)
        phase = trial.play.phase
        if phase is None:
            self._timer.stop()
            self.phase.setText(_("The play is over."))
            self.clock.show_time("", "ink")
        else:
            number, title = trial.play.at + 1, called(phase.title, trial.play.at)
            words = _("{number} of {total}  {title}")
            self.phase.setText(words.format(number=number, total=len(trial.play.phases), title=title))
            left = trial.left_ms(now)
            self.clock.show_time(clock_words(left), "danger" if left < 0 else "ink")
        self.cue.setText(trial.cue(now))
        self.notes.setText("\n".join(trial.notes))
        self.next.setEnabled(phase is not None)
        self._show_laps()

    def _show_laps(self) -> None:
        trial = self.trial
        if trial is None:
            return
        lines = []
        for lap in trial.laps:
            form = _("{title}: {used} of {minutes}")
            if lap.short:
                form = _("{title}: {used} of {minutes}, time ran out")
            used, minutes = clock_words(lap.used_ms), clock_words(lap.minutes * MINUTE_MS)
            lines.append(form.format(title=lap.title, used=used, minutes=minutes))
        self.laps.setText("\n".join(lines) or _("No phase is done yet."))
        self.take.setVisible(bool(trial.short()))

    def _faster(self, value: str) -> None:
        if self.trial is not None:
            self.trial.set_speed(int(value), self._office.now())

    def go_on(self) -> None:
        """The phase is done."""
        if self.trial is not None and not self.trial.over():
            self.trial.go_on(self._office.now())
            self.look()

    def _back(self) -> None:
        if self.trial is not None:
            self.trial.back(self._office.now())
            self._timer.start()
            self.look()

    def _ask(self) -> None:
        trial = self.trial
        if trial is None or not self._choices:
            return
        found = trial.answer(tuple((choice.value(),) for choice in self._choices))
        lines = [
            _("Yes: {names}").format(names=_(", ").join(found.yes) or "—"),
            _("No: {names}").format(names=_(", ").join(found.no) or "—"),
            found.breaks or (_("It would pass.") if found.passes else _("It would not pass.")),
        ]
        self.answer.setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the phase wherever the keyboard is."""
        if event.key() in ENTER:
            self.go_on()
        else:
            super().keyPressEvent(event)
