"""The settings of this laptop, made from their declarations, and what is said of the community."""

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from meeting_app import i18n, settings
from meeting_app.actions import community as community_actions
from meeting_app.i18n import N_, _
from meeting_app.queries import start as start_queries
from meeting_app.settings import Setting, SettingsNotSavedError
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.bell_settings import BellSettings
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.qt.printing import printers

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

CHOICES: Final = {
    "auto": N_("As the system"),
    "light": N_("Light"),
    "dark": N_("Dark hall"),
    "contrast": N_("High contrast"),
    "standard": N_("Standard"),
    "large": N_("Large"),
    "huge": N_("Very large"),
}
COMMUNITY: Final = ("name", "short", "committee", "district", "address", "contact", "phone")


def _told(value: str) -> str:
    """A choice in the reader's language; a language by its own name in every language."""
    return i18n.OWN_NAMES.get(value) or _(CHOICES[value])


class SettingsPage(Page):
    """Everything acts at once; there is nothing to save."""

    kinds: ClassVar[frozenset[str]] = frozenset({"community"})

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.laptop = Form(columns=2)
        self._choices(settings.LANGUAGE, self._language)
        self._choices(settings.THEME, self._theme)
        self._choices(settings.TEXT_SCALE, self._theme)
        self._listed(
            settings.PROJECTOR_SCREEN,
            [screen.name() for screen in QGuiApplication.screens()],
            _("found by itself"),
        )
        self._listed(settings.PRINTER, list(printers()), _("the usual one of the system"))
        self._typed(settings.OPERATOR)
        self._typed(settings.BACKUP_FOLDER, span=2)
        self.folder = parts.button(_("Choose a folder"), icon="folder-open")
        self.folder.clicked.connect(self._choose_folder)
        self.backups = parts.button(_("Backups and restoring"), icon="package")
        self.backups.clicked.connect(lambda: office.go("backups"))
        self.bells = BellSettings(office.settings, self._keep)
        self.community = self._community_form()
        self.save = parts.button(
            _("Keep what is said of the community"), kind="main", icon="check", key=_("Enter")
        )
        self.save.clicked.connect(self._save_community)
        self.main_button = self.save
        self.leave = parts.button(_("Close this community"), icon="log-out")
        self.leave.clicked.connect(office.leave)
        self.setLayout(self._arranged())
        self.refresh()

    def _arranged(self) -> Any:
        left, right = QWidget(), QWidget()
        left.setLayout(
            column(
                parts.label(_("This laptop"), "h2"),
                self.laptop,
                row(self.folder, self.backups, STRETCH),
                self.bells,
                STRETCH,
            )
        )
        right.setLayout(column(parts.label(_("The community"), "h2"), self.community, STRETCH))
        head = row(
            parts.heading(
                _("Settings"),
                _("What concerns this laptop acts at once; what stands on papers is kept with the button."),
            ),
            parts.at_top(self.leave),
        )
        return column(head, 8, Columns(left, right, self.save, right_width=440), margins=(32, 24, 32, 24))

    def _choices(self, setting: Setting[str], changed: Any) -> None:
        control = parts.combo()
        self.laptop.add(setting.key, _(setting.sentence), control)
        self.laptop.offer(setting.key, [(value, _told(value)) for value in setting.choices])
        control.set_value(self.office.settings.get(setting))
        control.chosen.connect(lambda value: self._keep(setting, value) and changed())

    def _listed(self, setting: Setting[str], names: list[str], nothing: str) -> None:
        control = parts.combo()
        kept = self.office.settings.get(setting)
        self.laptop.add(setting.key, _(setting.sentence), control)
        known = [*names, kept] if kept and kept not in names else names
        self.laptop.offer(setting.key, [("", nothing), *((name, name) for name in known)])
        control.set_value(kept)
        control.chosen.connect(lambda value: self._keep(setting, value))

    def _typed(self, setting: Setting[str], span: int = 1) -> None:
        control = parts.line_edit()
        self.laptop.add(setting.key, _(setting.sentence), control, span=span)
        control.setText(self.office.settings.get(setting))
        control.editingFinished.connect(lambda: self._keep(setting, control.text().strip()))

    def _keep(self, setting: Setting[Any], value: object) -> bool:
        try:
            self.office.settings.put(setting, value)
        except SettingsNotSavedError:
            self.tell(_("The setting holds until the program ends; its folder cannot be written."), "warn")
        return True

    def _language(self) -> None:
        code = self.office.settings.get(settings.LANGUAGE)
        self.office.change_language(i18n.system_language() if code == "auto" else code)

    def _theme(self) -> None:
        self.office.change_theme()

    def _choose_folder(self) -> None:
        kept = self.office.settings.get(settings.BACKUP_FOLDER)
        folder = QFileDialog.getExistingDirectory(self, _(settings.BACKUP_FOLDER.sentence), kept)
        if folder:
            self.laptop.fill(**{settings.BACKUP_FOLDER.key: folder})
            self._keep(settings.BACKUP_FOLDER, folder)

    def _community_form(self) -> Form:
        form = Form(columns=2)
        form.add("name", _("Name of the community"), parts.line_edit(), span=2)
        form.add("committee", _("Residents' committee, as it signs"), parts.line_edit(), span=2)
        form.add("short", _("Short name in the numbers of papers"), parts.line_edit())
        form.add("district", _("District or street office"), parts.line_edit())
        form.add("address", _("Address"), parts.line_edit(), span=2)
        form.add("contact", _("Who answers questions"), parts.line_edit())
        form.add("phone", _("Office phone"), parts.line_edit())
        return form

    def first_field(self) -> QWidget | None:
        """The language."""
        return self.laptop.fields[settings.LANGUAGE.key].control

    def refresh(self) -> None:
        """Show the community as it is now; a field that is typed in keeps what is typed."""
        view = self.office.records.ask(start_queries.today_view, today=self.office.today()).community
        if view is None:
            return
        for name in COMMUNITY:
            if not self.community.fields[name].control.hasFocus():
                self.community.fill(**{name: str(getattr(view, name))})

    def _save_community(self) -> None:
        refused = self.community.refusals(self.refused)
        done = lambda _result: self.tell(_("Kept. It stands on every paper from now on."), "ok")  # noqa: E731
        self.do(community_actions.edit_community, done, refused, **self.community.texts())
