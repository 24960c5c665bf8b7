"""The menu of a live meeting: side trips, what the projector holds, how the window looks."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from meeting_app import i18n, settings
from meeting_app.actions.projection import pin_slide
from meeting_app.i18n import N_, _
from meeting_app.settings import Setting
from meeting_app.ui.console.live import top_presenter
from meeting_app.ui.console.live.context import Live

THEMES = {"light": N_("Light"), "dark": N_("Dark hall"), "contrast": N_("High contrast")}
SCALES = {"standard": N_("Standard"), "large": N_("Large"), "huge": N_("Very large")}


def _one_of(menu: QMenu, table: dict[str, str], chosen: str, act: Callable[[str], None]) -> None:
    """Entries of which one is on; the table holds their words as they are shown."""
    group = QActionGroup(menu)
    for value, title in table.items():
        action = QAction(title, menu, checkable=True, checked=value == chosen)
        action.triggered.connect(lambda _on=False, which=value: act(which))
        group.addAction(action)
        menu.addAction(action)


def _told(table: dict[str, str]) -> dict[str, str]:
    """In the reader's language."""
    return {value: _(title) for value, title in table.items()}


class LiveMenu(QMenu):
    """Made anew each time it is opened, so that it always shows what holds now."""

    def __init__(
        self, live: Live, acts: dict[str, Callable[[], None]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._plain(_("Check-in desk"), acts["check_in"])
        self._plain(_("Agenda and time"), acts["plan"])
        self._plain(_("All keys"), acts["keys"])
        self.addSeparator()
        self._hold(self.addMenu(_("Hold a page for the hall")))
        self._plain(_("Projector in a window here"), live.office.projector.open_window)
        self._plain(_("Look for the projector again"), live.office.projector.retry)
        self.addSeparator()
        self._looks()
        self.addSeparator()
        if live.view.state == "live":
            self._plain(_("Close the meeting early"), acts["close"])
        self._plain(_("To the office; the meeting goes on"), lambda: live.office.go("today"))
        papers = _("Papers of this meeting; it goes on")
        self._plain(papers, lambda: live.office.go("papers", meeting_id=live.meeting_id))

    def _plain(self, title: str, act: Callable[[], None]) -> None:
        self.addAction(title).triggered.connect(lambda _on=False: act())

    def _hold(self, menu: QMenu) -> None:
        pages = {"": N_("Follow the meeting"), **top_presenter.PINNED}
        _one_of(menu, pages, self._live.view.projection.pinned, self._pin)

    def _pin(self, page: str) -> None:
        self._live.do(pin_slide, meeting_id=self._live.meeting_id, pinned=page)

    def _looks(self) -> None:
        kept = self._live.office.settings
        _one_of(
            self.addMenu(_("Colours")),
            _told(THEMES),
            kept.get(settings.THEME),
            lambda v: self._set(settings.THEME, v),
        )
        scale = kept.get(settings.TEXT_SCALE)
        _one_of(
            self.addMenu(_("Text size")), _told(SCALES), scale, lambda v: self._set(settings.TEXT_SCALE, v)
        )
        _one_of(
            self.addMenu(_("Language")), i18n.OWN_NAMES, i18n.language(), self._live.office.change_language
        )
        bells = QAction(_("Bells"), self, checkable=True, checked=kept.get(settings.BELLS))
        bells.triggered.connect(self._ring)
        self.addAction(bells)

    def _set(self, setting: Setting[str], value: str) -> None:
        self._keep(setting, value)
        self._live.office.change_theme()

    def _ring(self, on: bool) -> None:
        self._keep(settings.BELLS, on)

    def _keep(self, setting: Setting, value: object) -> None:  # type: ignore[type-arg]
        try:
            self._live.office.settings.put(setting, value)
        except settings.SettingsNotSavedError:
            self._live.tell(_("This holds until the program ends; the profile cannot be written."))
