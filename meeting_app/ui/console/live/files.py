"""Pictures and PDFs of the current item while the meeting runs: added from a file, from what was copied or by
dropping them here, shown to the hall at once.
"""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from meeting_app.actions.attachment_files import PICTURE_ENDINGS, Prepared, prepare, prepare_bytes
from meeting_app.actions.attachments import add_attachment, remove_attachment, show_attachment
from meeting_app.actions.projection import pin_slide
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, ngettext
from meeting_app.queries.attachments import AttachmentRow
from meeting_app.ui.console.live import files_commands, hall_acts
from meeting_app.ui.console.live.box import SPACE, across, down
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.keys import DECK
from meeting_app.ui.widgets import Button, EmptyState, Label, MainButton, Row, RowList

ICONS: Final = {"picture": "image", "pdf": "file-text"}


def shown_row(row: AttachmentRow, shown_id: str | None) -> Row:
    """A picture or PDF as a row; `shown_id` is what the hall sees."""
    pages = ngettext("{n} page", "{n} pages", row.pages).format(n=row.pages)
    here = row.id == shown_id
    return Row(
        row.id, row.name, _("picture") if row.kind == "picture" else pages, icon=ICONS[row.kind],
        chip=_("on the projector") if here else "", chip_tone="ok", chip_icon="monitor-play",
    )  # fmt: skip


class FilesPage(Centre):
    """A side trip; Enter shows the chosen one to the hall and takes it back, Esc goes back."""

    kinds: ClassVar[frozenset[str]] = frozenset({"attachment", "projection", "agenda_item", "meeting"})
    context: ClassVar[str] = files_commands.CONTEXT

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._reading = 0
        self.dialog: QFileDialog | None = None
        self.about = Label("", tone="muted", wrap=True)
        self.list = RowList(_("Pictures and PDFs"))
        self.list.setProperty(DECK, True)
        self.list.chosen.connect(lambda _id: self._show_main())
        self.list.opened.connect(lambda _id: self.main())
        self.empty = EmptyState(
            _("No picture or PDF yet"), _("Press N to choose one, Ctrl+V to paste, or drop it here.")
        )
        self.said = Label("", tone="muted", wrap=True)
        self._small = False
        self.show_button = MainButton(icon="monitor-play", key=_("Enter"))
        self.show_button.clicked.connect(self.main)
        self.add_button = Button(_("Add a picture or PDF"), icon="plus", key="N")
        self.add_button.clicked.connect(self.choose)
        self.remove_button = Button(_("Take it off"), icon="trash-2", key="Del")
        self.remove_button.clicked.connect(self.remove)
        self.back = Button(_("Back to the meeting"), icon="arrow-left", key=_("Esc"))
        self.back.clicked.connect(live.go_home)
        for button in (self.show_button, self.add_button, self.remove_button, self.back):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAcceptDrops(True)
        self._build()

    def _build(self) -> None:
        head = across()
        head.addLayout(down(Label(_("Pictures and PDFs of this item"), "h1", wrap=True), self.about), 1)
        head.addWidget(self.back)
        self._box = down(head, 12, margins=(24, 24, 24, 24))
        self._box.addWidget(self.list, 1)
        self._box.addWidget(self.empty, 1)
        self._box.addWidget(self.said)
        self._box.addSpacing(theme.current().px(12))
        tools = across(self.show_button, self.add_button, self.remove_button, SPACE, gap=12)
        self._box.addLayout(tools)
        self.setLayout(self._box)

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)
        self._small = measures.name == "small"
        self._show_remove()

    def _show_remove(self) -> None:
        """In a small window its key alone takes a file off, so that no word on the other buttons is cut."""
        self.remove_button.setVisible(not self._small and bool(self._rows()))

    def enter_page(self) -> None:
        self.said.setText("")
        rows = self._rows()
        if rows and not self.list.current_id():
            self.list.choose(self._shown() or rows[0].id)

    def take_focus(self) -> None:
        (self.list if self._rows() else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._rows():
            self.live.to_deck()

    def refresh(self) -> None:
        rows, shown = self._rows(), self._shown()
        self.list.show_rows([shown_row(row, shown) for row in rows])
        current = self.live.view.current
        self.about.setText(current.title if current is not None else "")
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._show_remove()
        if rows and not self.list.current_id():
            self.list.choose(rows[-1].id)
        self._show_main()

    def _rows(self) -> tuple[AttachmentRow, ...]:
        return hall_acts.of_current(self.live)

    def _shown(self) -> str | None:
        projection = self.live.view.projection
        return projection.attachment_id if projection.pinned == "attachment" else None

    def _show_main(self) -> None:
        here = self.list.current_id()
        self.show_button.setVisible(bool(here))
        taken = bool(here) and here == self._shown()
        self.show_button.setText(_("Take it off the projector") if taken else _("Show it to the hall"))

    # ---- keys and buttons ----

    def main(self) -> None:
        """Enter: show the chosen one to the hall, or take it back."""
        here = self.list.current_id()
        if not here:
            self.choose()
        elif here == self._shown():
            self.live.do(pin_slide, meeting_id=self.live.meeting_id, pinned="")
        else:
            self.live.do(show_attachment, attachment_id=here)

    def choose_up(self) -> None:
        """The one above."""
        self.list.step(-1)

    def choose_down(self) -> None:
        """The one below."""
        self.list.step(1)

    def remove(self) -> None:
        """Take the chosen one off the item; this can be taken back."""
        if self.list.current_id():
            self.live.do(remove_attachment, attachment_id=self.list.current_id())

    def choose(self) -> None:
        """A window to choose a file in; the meeting goes on beside it."""
        if self.dialog is None:
            endings = " ".join(f"*{ending}" for ending in (*PICTURE_ENDINGS, ".pdf"))
            dialog = QFileDialog(self, _("Add a picture or PDF"))
            dialog.setModal(False)
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilter(_("Pictures and PDFs") + f" ({endings})")
            dialog.fileSelected.connect(self._chosen)
            self.dialog = dialog
        self.dialog.show()
        self.dialog.activateWindow()

    def _chosen(self, name: str) -> None:
        self.add_file(Path(name))

    def paste(self) -> None:
        """Ctrl+V: add the picture or the files that were copied."""
        copied: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if copied is None or not self.take(copied):
            self._say(_("Nothing that can be shown was copied: copy a picture, or a picture or PDF file."))

    # ---- what is added ----

    def take(self, data: QMimeData) -> bool:
        """Add the files or the picture of a drop or of what was copied; answers whether there was any."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        for file in files:
            self.add_file(file)
        if files or not data.hasImage():
            return bool(files)
        picture = _png(QImage(data.imageData()))
        name = _("Pasted picture {time}").format(time=self.live.office.local_now().strftime("%H:%M"))
        self._read(name, lambda: prepare_bytes(name, picture))
        return True

    def add_file(self, file: Path) -> None:
        """Read a picture or PDF away from this thread, then keep it with the item that is current now."""
        self._read(file.name, lambda: prepare(file))

    def _read(self, name: str, read: Callable[[], Prepared]) -> None:
        item = self.live.view.current
        if item is None:
            return
        self._say(_("Reading {name} ...").format(name=name))
        self.live.office.tasks.run(read, lambda prepared: self._keep(item.id, prepared), self._failed)

    def _keep(self, item_id: str, prepared: Prepared) -> None:
        self.live.do(add_attachment, self._kept, self._refused, item_id=item_id, prepared=prepared)

    def _kept(self, attachment_id: str) -> None:
        self._say("")
        self.refresh()
        self.list.choose(attachment_id)
        self.take_focus()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._refused(error)

    def _refused(self, refusal: Refusal) -> None:
        self._say("")
        self.live.refuse(refusal)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file or a picture may be dropped here."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Something was dropped."""
        if self.take(event.mimeData()):
            event.acceptProposedAction()


def _png(picture: QImage) -> bytes:
    """A picture as the bytes of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want a bytes-like format
    return bytes(buffer.data().data())
