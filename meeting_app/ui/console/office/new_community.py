"""The form for a new community: its names, where papers say it is, and the place of its file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.start_presenter import (
    FILTER,
    NEEDED,
    SUFFIX,
    CommunityDetails,
    missing,
    suggested_committee,
    suggested_file,
    suggested_short,
)


class NewCommunity(QWidget):
    """Suggests what follows from the name until it is typed otherwise."""

    confirmed = Signal(Path, object)
    cancelled = Signal()

    def __init__(self, documents: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self._file: Path | None = None
        self.form = self._fields()
        self._suggested = {"short": "", "committee": ""}
        self.form.fields["name"].changed.connect(self._suggest)
        self.place = parts.label("", "body", wrap=True)
        self.change_place = parts.button(_("Choose another place"), icon="folder-open")
        self.change_place.clicked.connect(self._choose_place)
        self.cancel = parts.button(_("Back"), kind="big")
        self.cancel.clicked.connect(self.cancelled)
        self.set_up = parts.button(_("Set up the community"), kind="main", icon="check", key=_("Enter"))
        self.set_up.clicked.connect(self.confirm)
        middle = QWidget()
        middle.setLayout(
            column(
                parts.label(_("Set up our own community"), "h1"),
                parts.label(
                    _("Name and committee stand on every paper; the rest can follow later."),
                    tone="muted",
                    wrap=True,
                ),
                16,
                self.form,
                8,
                parts.label(_("Everything is kept in one file"), "strong"),
                row(self.place, STRETCH, self.change_place),
                16,
                row(STRETCH, self.cancel, self.set_up, spacing=16),
            )
        )
        self.setLayout(column(parts.centred(middle, 820), STRETCH, margins=(32, 24, 32, 24)))
        self._show_place()

    def _fields(self) -> Form:
        form = Form(columns=2)
        form.add("name", _("Name of the community"), parts.line_edit(_("for example Chenguang Community")))
        form.add(
            "short",
            _("Short name in the numbers of papers"),
            parts.line_edit(),
            hint=_("Two or three characters"),
        )
        form.add("committee", _("Residents' committee, as it signs"), parts.line_edit(), span=2)
        form.add("district", _("District or street office"), parts.line_edit())
        form.add("address", _("Address"), parts.line_edit())
        form.add("contact", _("Who answers questions"), parts.line_edit())
        form.add("phone", _("Office phone"), parts.line_edit())
        return form

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.form.fields["name"].control.setFocus()

    def details(self) -> CommunityDetails:
        """What is typed."""
        return CommunityDetails(**self.form.texts())

    def _suggest(self) -> None:
        """Fill in what follows from the name, unless something else was typed there."""
        name = self.form.fields["name"].text()
        for field, value in (("short", suggested_short(name)), ("committee", suggested_committee(name))):
            if self.form.fields[field].text() == self._suggested[field]:
                self.form.fields[field].set_text(value)
                self._suggested[field] = value
        self._show_place()

    def file(self) -> Path:
        """Where the community will be kept."""
        return self._file or suggested_file(self.form.fields["name"].text(), self._documents)

    def _show_place(self) -> None:
        self.place.setText(str(self.file()))

    def _choose_place(self) -> None:
        pattern = _("Communities ({pattern})").format(pattern=FILTER)
        name, _chosen = QFileDialog.getSaveFileName(
            self, _("Where is the community kept?"), str(self.file()), pattern
        )
        if name:
            place = Path(name)
            self._file = place if place.suffix == SUFFIX else place.with_name(place.name + SUFFIX)
            self._show_place()

    def confirm(self) -> None:
        """Hand over what is typed, when nothing needed is missing."""
        if missing(self.details()):
            self.form.needs(NEEDED, _("This is needed."))
            return
        self.confirmed.emit(self.file(), self.details())
