"""The pictures and PDFs of an item: added from a file, taken off, shown in the hall on request."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from meeting_app.actions.attachment_files import PICTURE_ENDINGS
from meeting_app.i18n import _, ngettext
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.rows import RowList, line

if TYPE_CHECKING:
    from meeting_app.queries.attachments import AttachmentRow

ROW: Final = 40
ICONS: Final = {"picture": "image", "pdf": "file-text"}


class ItemAttachments(QWidget):
    """Signals: chosen_file(path) to be read and kept, removed(attachment_id)."""

    chosen_file = Signal(object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_("Pictures and PDFs"), height=ROW)
        self.list.setMinimumHeight(parts.px(ROW))
        self.hint = parts.label("", "caption", tone="muted", wrap=True)
        self.add = parts.button(_("Add a picture or PDF"), kind="quiet", icon="plus")
        self.add.clicked.connect(self._choose)
        self.remove = parts.button(_("Take it off"), kind="quiet", icon="trash-2")
        self.remove.clicked.connect(lambda: self.removed.emit(self.list.current_id()))
        head = row(parts.label(_("Pictures and PDFs"), tone="muted"), STRETCH, self.remove, self.add)
        self.setLayout(column(head, self.list, self.hint, spacing=4))

    def show_rows(self, rows: "Sequence[AttachmentRow]", *, saved: bool) -> None:
        """What the item has; a new item must be saved first."""
        self.list.show_rows([line(one.id, one.name, "", _pages(one), icon=ICONS[one.kind]) for one in rows])
        self.list.fit_height(3)
        self.list.setVisible(bool(rows))
        self.add.setVisible(saved)
        self.remove.setVisible(bool(rows))
        told = _("In the meeting V shows them to the hall.")
        self.hint.setText(told if saved else _("Save the item first, then add them."))

    def _choose(self) -> None:
        endings = " ".join(f"*{ending}" for ending in (*PICTURE_ENDINGS, ".pdf"))
        found, _kind = QFileDialog.getOpenFileName(
            self, _("Add a picture or PDF"), "", _("Pictures and PDFs") + f" ({endings})"
        )
        if found:
            self.chosen_file.emit(Path(found))


def _pages(one: "AttachmentRow") -> str:
    if one.kind == "picture":
        return _("picture")
    return ngettext("{n} page", "{n} pages", one.pages).format(n=one.pages)
