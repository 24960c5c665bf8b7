"""The bells in the settings: whether they are heard, when the first rings, how loud, and a test."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from meeting_app import settings
from meeting_app.i18n import N_, _
from meeting_app.settings import Setting, Settings
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.qt.bells import Bells
from meeting_app.ui.widgets import Label

VOLUMES: Final = {"soft": N_("Soft"), "usual": N_("Usual"), "loud": N_("Loud")}
TEST_STROKES: Final = 2


def warning_name(seconds: int) -> str:
    """When the first bell rings."""
    if not seconds:
        return _("no bell before the end")
    return _("{n} seconds before the end").format(n=seconds)


class BellSettings(QWidget):
    """Everything acts at once. `bells` rings the test, so that what is heard is what the hall will hear."""

    def __init__(
        self, kept: Settings, keep: Callable[[Setting[Any], object], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kept, self._keep = kept, keep
        self.bells = Bells(lambda: True, self, volume=lambda: kept.get(settings.BELL_VOLUME))
        self.audible = parts.check_box(_(settings.BELLS.sentence))
        self.audible.setChecked(kept.get(settings.BELLS))
        self.audible.toggled.connect(self._audible)
        self.form = Form(columns=2)
        self.warning, self.volume = parts.combo(), parts.combo()
        self.form.add(settings.BELL_WARNING_S.key, _(settings.BELL_WARNING_S.sentence), self.warning)
        self.form.add(settings.BELL_VOLUME.key, _(settings.BELL_VOLUME.sentence), self.volume)
        seconds = settings.BELL_WARNING_S.choices
        self.form.offer(settings.BELL_WARNING_S.key, [(str(one), warning_name(one)) for one in seconds])
        self.form.offer(settings.BELL_VOLUME.key, [(code, _(name)) for code, name in VOLUMES.items()])
        self.warning.set_value(str(kept.get(settings.BELL_WARNING_S)))
        self.volume.set_value(kept.get(settings.BELL_VOLUME))
        self.warning.chosen.connect(self._warning)
        self.volume.chosen.connect(self._volume)
        self.test = parts.button(_("Ring the bell once to hear it"), icon="play")
        self.test.clicked.connect(self._ring)
        self.silence = Label("", "caption", tone="warn", wrap=True)
        self.silence.hide()
        self.bells.unheard.connect(self._unheard)
        self.setLayout(column(self.audible, self.form, row(self.test, STRETCH), self.silence))

    def _audible(self, on: bool) -> None:
        self._keep(settings.BELLS, on)

    def _warning(self, value: str) -> None:
        self._keep(settings.BELL_WARNING_S, int(value))

    def _volume(self, value: str) -> None:
        self._keep(settings.BELL_VOLUME, value)
        self._ring()

    @Slot()
    def _unheard(self) -> None:
        self.silence.setText(
            _(
                "No sound came out of this computer: look at its loudspeaker and sound settings. "
                "What the bells say is always seen too."
            )
        )
        self.silence.show()

    def _ring(self) -> None:
        self.silence.hide()
        self.bells.ring(TEST_STROKES)
