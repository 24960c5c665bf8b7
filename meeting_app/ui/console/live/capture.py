"""Quick capture: one line becomes a decision, a task, a matter for later, or a line on the projector."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from meeting_app.actions import notes as note_actions
from meeting_app.actions.projection import show_banner
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, ngettext
from meeting_app.queries.live import LiveView
from meeting_app.ui.console.live import hall_presenter
from meeting_app.ui.console.live.box import across, down, held
from meeting_app.ui.console.live.capture_more import CaptureMore
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.widgets import Button, Field, KeyCap, Label, LiveDot, QuietButton, Segment, Segmented
from meeting_app.wording import refusals

KINDS = ("decision", "task", "parking", "banner")


class NoteLine(QWidget):
    """A captured line: time, kind, text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at = Label("", "caption", tone="muted")
        self.kind = Label("", "caption", tone="muted")
        self.text = Label("", "caption", elide=True)
        row = across(self.at, self.kind)
        row.addWidget(self.text, 1)
        self.setLayout(row)

    def show_note(self, note: hall_presenter.NoteShown) -> None:
        """Show it."""
        self.at.setText(note.at)
        self.kind.setText(note.kind)
        self.text.setText(note.text)


class Capture(QWidget):
    """Signals: kept when a line was written down, grown(bool) when the fields of a task or of who raised a
    matter open or close.
    """

    kept = Signal()
    grown = Signal(bool)

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.kinds = Segmented(
            _("What it is"),
            [
                Segment("decision", _("Decision")),
                Segment("task", _("Task")),
                Segment("parking", _("Parked")),
                Segment("banner", _("Message")),
            ],
        )
        self.kinds.chosen.connect(self._kind_chosen)
        self.field = Field(_("Write down"), _("One line, Enter keeps it"))
        self.field.returnPressed.connect(self.keep)
        self.field.textChanged.connect(self._say_left)
        self.button = Button(_("Keep"))
        self.button.clicked.connect(self.keep)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more = CaptureMore()
        self.more.entered.connect(self.keep)
        self.more.hide()
        self.left = Label("", "caption", tone="muted", wrap=True)
        self.left.hide()
        self._lines = (NoteLine(), NoteLine())
        self.banner = Label("", "caption", elide=True)
        self.take_off = QuietButton(_("Take off"), icon="x")
        self.take_off.clicked.connect(self._take_banner_off)
        self._on_projector = held(self._banner_row())
        head = across(Label(_("Write down"), "caption", tone="muted"), "space", KeyCap("Ctrl+K"))
        self._notes = held(down(*self._lines))
        typing = across()
        typing.addWidget(self.field, 1)
        typing.addWidget(self.button)
        told = (self._notes, self._on_projector)
        self.setLayout(down(head, 4, *told, 8, self.kinds, 8, typing, self.more, self.left))

    def _banner_row(self) -> QHBoxLayout:
        row = across(LiveDot())
        row.addWidget(self.banner, 1)
        row.addWidget(self.take_off)
        return row

    def fit(self, measures: Measures) -> None:
        """Fold the last lines away where there is no room."""
        self._notes.setVisible(measures.notes)

    def show_view(self, view: LiveView) -> None:
        """Show the last lines, and the line on the projector."""
        shown = hall_presenter.notes(view)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(shown))
            if place < len(shown):
                line.show_note(shown[place])
        self.banner.setText(view.projection.banner)
        self._on_projector.setVisible(bool(view.projection.banner))

    def begin(self, kind: str = "") -> None:
        """Put the keyboard into the field, for a kind if one is given."""
        if kind:
            self.kinds.set_value(kind)
            self._say_left()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _kind_chosen(self, _value: str) -> None:
        self._say_left()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_left(self) -> None:
        """Only the projector's line is short: say how much still fits."""
        text = self.field.text()
        self._show_more()
        left = hall_presenter.banner_left(text)
        counted = self.kinds.value() == "banner" and bool(text)
        self.left.setVisible(counted)
        self.field.set_wrong(wrong=counted and left < 0)
        if not counted:
            return
        if left < 0:
            said = ngettext(
                "{n} character too many for the hall", "{n} characters too many for the hall", -left
            )
        else:
            said = ngettext("{n} more character fits", "{n} more characters fit", left)
        self.left.set_tone("danger" if left < 0 else "muted")
        self.left.setText(said.format(n=abs(left)))

    def _show_more(self) -> None:
        """A task has fields for who, when and who watches, a parked matter for who raised it: they open with
        the first letter, and may stay empty.
        """
        kind = self.kinds.value()
        wanted = kind in ("task", "parking") and bool(self.field.text().strip())
        if wanted != (not self.more.isHidden()):
            if wanted:
                self.more.begin(self._live.office.today())
            self.more.setVisible(wanted)
            self.grown.emit(wanted)
        self.more.show_kind(kind)

    def keep(self) -> None:
        """Write the line down; the field empties once it is kept."""
        text, meeting = self.field.text().strip(), self._live.meeting_id
        if not text:
            return
        kind = self.kinds.value()
        if kind == "banner":
            self._live.do(show_banner, self._done, self._refused, meeting_id=meeting, text=text)
        elif kind == "decision":
            self._live.do(note_actions.add_decision, self._done, self._refused, meeting_id=meeting, text=text)
        elif kind == "task":
            self._live.do(
                note_actions.add_task, self._done, self._refused, meeting_id=meeting, text=text,
                **self.more.of_task(),
            )  # fmt: skip
        else:
            self._live.do(
                note_actions.add_note,
                self._done,
                self._refused,
                meeting_id=meeting,
                kind="parking",
                text=text,
                person=self.more.who.text(),
            )

    def _done(self, _result: object) -> None:
        self.field.clear()
        self._live.to_deck()
        self.kept.emit()

    def _refused(self, refusal: Refusal) -> None:
        self.field.set_wrong(wrong=True)
        self.left.set_tone("danger")
        self.left.setText(refusals.sentence(refusal))
        self.left.show()

    def _take_banner_off(self) -> None:
        self._live.do(show_banner, meeting_id=self._live.meeting_id, text="")
