"""Who is here without a vote: made sure of, and given the vote that the kind of meeting gives."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import walk_ins as actions
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.people import PersonHit
from meeting_app.queries.walk_ins import WalkIn, walk_ins
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.box import down
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Button, Label, Row, RowList
from meeting_app.wording import refusals, times

ROW = 56


def walk_in_row(one: WalkIn) -> Row:
    """A person with where they say to belong."""
    place = _("says: {place}").format(place=one.claim) if one.claim else words.room(one.place)
    return Row(one.person_id, one.name, place, strong=True, trail=times.clock(one.came_at))


class WalkInsPanel(QWidget):
    """The list; below it one button for each thing that the chosen person may be."""

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._found: tuple[WalkIn, ...] = ()
        self.list = RowList(_("Here without a vote"), height=ROW)
        self.list.chosen.connect(lambda _id: self._offer())
        self.nobody = Label(
            _("Nobody waits to be recognised. Who is on no list: type the name at the left, then the room."),
            tone="muted", wrap=True,
        )  # fmt: skip
        self.said = Label("", tone="danger", wrap=True)
        self.offers: list[Button] = []
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(theme.current().px(8))
        lay = down(self.nobody)
        lay.addWidget(self.list, 1)
        lay.addWidget(self.said)
        lay.addSpacing(theme.current().px(8))
        lay.addLayout(self._buttons)
        self.setLayout(lay)
        self.said.hide()

    def refresh(self) -> int:
        """Show who waits. Returns how many there are."""
        self._found = self._live.ask(walk_ins, meeting_id=self._live.meeting_id)
        self.list.show_rows([walk_in_row(one) for one in self._found])
        self.list.setVisible(bool(self._found))
        self.nobody.setVisible(not self._found)
        if self._found and not self.list.current_id():
            self.list.choose(self._found[0].person_id)
        self._offer()
        return len(self._found)

    def _offer(self) -> None:
        """What the chosen one may be: somebody of the roster, or a member of the claimed household."""
        for button in self.offers:
            self._buttons.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        chosen = next((one for one in self._found if one.person_id == self.list.current_id()), None)
        self.offers = []
        self._say("")
        if chosen is None:
            return
        for hit in chosen.known:
            self._add(
                self._known_text(hit), "user-check", actions.recognise_as,
                person_id=chosen.person_id, known_id=hit.person_id,
            )  # fmt: skip
        if not chosen.claim or chosen.unit_id:
            self._add(
                _("Recognise {name} as a member").format(name=chosen.name), "check", actions.recognise,
                person_id=chosen.person_id, unit_id=chosen.unit_id or None,
            )  # fmt: skip

    @staticmethod
    def _known_text(hit: PersonHit) -> str:
        return _("It is {name}, {place}").format(name=hit.name, place=words.room(hit.place))

    def _add(self, text: str, icon: str, action: Callable[..., Any], **arguments: object) -> None:
        button = Button(text, icon=icon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self.order, action, arguments))
        self.offers.append(button)
        self._buttons.addWidget(button)

    def order(self, action: Callable[..., Any], arguments: dict[str, object], _on: bool = False) -> None:
        """Do what a button offers; a refusal stays beside it."""
        self._live.do(action, None, self._refused, meeting_id=self._live.meeting_id, **arguments)

    def _refused(self, refusal: Refusal) -> None:
        self._say(refusals.sentence(refusal))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
