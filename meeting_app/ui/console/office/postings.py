"""Where a public paper was put up: place, since when, a picture of it; and when it was taken down."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from meeting_app.actions import postings as actions
from meeting_app.actions.attachment_files import PICTURE_ENDINGS, Prepared, prepare
from meeting_app.i18n import _, ngettext
from meeting_app.queries.more_papers import PostingRow, posting_rows
from meeting_app.ui.console.office import parts, words
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.wording import times

if TYPE_CHECKING:
    from meeting_app.queries.paper_list import PaperRow
    from meeting_app.ui.console.office.page import Page


class Postings(QWidget):
    """The places of the shown public paper, and the fields to note another."""

    def __init__(self, page: "Page", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._paper_id = ""
        self._photo: Prepared | None = None
        self.count = parts.label("", "strong")
        self._rows = QVBoxLayout()
        self.place = parts.line_edit(
            _("Put up where, such as hall of house 3"), _("Place where it was put up")
        )
        self.place.returnPressed.connect(self._put_up)
        self.note = parts.line_edit(_("Remark for the report"), _("Remark about the posting"))
        self.note.returnPressed.connect(self._put_up)
        self.since = parts.date_edit()
        self.since.setAccessibleName(_("Put up on"))
        self.photo = parts.button(_("Photo"), kind="quiet", icon="image", name=_("Add a photo of it"))
        self.photo.clicked.connect(self._choose)
        self.save = parts.button(_("Note posting"), name=_("Note where it was put up"))
        self.save.clicked.connect(self._put_up)
        fields = row(parts.growing(self.since), self.photo, self.save)
        self.setLayout(column(self.count, self._rows, self.place, self.note, fields, spacing=8))
        self.hide()

    def show_paper(self, paper: "PaperRow | None") -> None:
        """Show those of a public paper; hidden for every other."""
        public = paper is not None and paper.public and paper.state == "filed"
        known = paper.id if paper is not None and public else ""
        if known != self._paper_id:
            self._clear()
        self._paper_id = known
        self.setVisible(public)
        self.refresh()

    def refresh(self) -> None:
        """Show them as they are now."""
        rows: tuple[PostingRow, ...] = ()
        if self._paper_id:
            rows = self._page.office.records.ask(posting_rows, paper_id=self._paper_id)
        self.count.setText(
            ngettext("Put up in {n} place", "Put up in {n} places", len(rows)).format(n=len(rows))
            if rows
            else _("Not put up yet")
        )
        empty(self._rows)
        for one in rows:
            self._rows.addWidget(self._shown(one))

    def _shown(self, one: PostingRow) -> QWidget:
        """A place with its days and what can be done about it."""
        days = _("since {first}").format(first=times.day(one.posted_on))
        if one.removed_on is not None:
            days = _("{first} to {last}").format(
                first=times.day(one.posted_on), last=times.day(one.removed_on)
            )
        facts = [days, _("photo kept") if one.photo else "", one.note]
        shown = QWidget()
        told = parts.label(words.joined(facts), "caption", tone="muted", wrap=True)
        buttons = [STRETCH]
        if one.removed_on is None:
            down = parts.button(
                _("Taken down"), kind="quiet", name=_("Taken down today: {place}").format(place=one.place)
            )
            down.setProperty("posting", one.id)
            down.clicked.connect(self._take_down)
            buttons.append(down)
        gone = parts.button(
            _("Strike out"), kind="quiet", name=_("Strike out: {place}").format(place=one.place)
        )
        gone.setProperty("posting", one.id)
        gone.clicked.connect(self._forget)
        shown.setLayout(column(parts.label(one.place, wrap=True), told, row(*buttons, gone), spacing=2))
        return shown

    @Slot()
    def _choose(self) -> None:
        endings = " ".join(f"*{ending}" for ending in PICTURE_ENDINGS)
        found, _kind = QFileDialog.getOpenFileName(
            self, _("Add a photo of it"), "", _("Pictures") + f" ({endings})"
        )
        if found:
            self.take_photo(Path(found))

    def take_photo(self, file: Path) -> None:
        """Read the picture away from this thread; it is kept with the place that is noted next."""
        self._page.work(lambda: prepare(file), self._photo_ready)

    def _photo_ready(self, prepared: Prepared) -> None:
        self._photo = prepared
        parts.set_text(self.photo, _("Photo chosen"))

    def _clear(self) -> None:
        self._photo = None
        parts.set_text(self.photo, _("Photo"))
        self.place.clear()
        self.note.clear()
        self.since.set_day(self._page.office.today())

    @Slot()
    def _put_up(self) -> None:
        if not self.place.text().strip():
            self.place.setFocus()
            return
        self._do(
            actions.put_up, self._noted, paper_id=self._paper_id, place=self.place.text(),
            posted_on=self.since.day(), note=self.note.text(), photo=self._photo,
        )  # fmt: skip

    def _noted(self, _result: object) -> None:
        self._clear()
        self.refresh()

    @Slot()
    def _take_down(self) -> None:
        self._do(actions.take_down, self._changed, posting_id=str(self.sender().property("posting")))

    @Slot()
    def _forget(self) -> None:
        self._do(actions.forget_posting, self._changed, posting_id=str(self.sender().property("posting")))

    def _changed(self, _result: object) -> None:
        self.refresh()

    def _do(self, action: Any, done: Any, **arguments: Any) -> None:
        self._page.do(action, done, self._page.refused, **arguments)
