"""Who has spoken how long: for the facilitator, until he shows it to the hall."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from meeting_app.actions.projection import pin_slide
from meeting_app.domain.clock import Instant
from meeting_app.domain.floor_class import SpeechClass
from meeting_app.domain.floor_shares import FloorShares
from meeting_app.i18n import _, ngettext
from meeting_app.queries.floor_rules import SEVERAL, SHARES_BY
from meeting_app.queries.floor_shares import classes_view, shares_view
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.box import SPACE, across, down
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.shares_list import HERE, TIME, SharesList, Swatch
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import (
    Button,
    EmptyState,
    Hairline,
    IconLabel,
    Label,
    MainButton,
    Segment,
    Segmented,
)
from meeting_app.wording import floor, labels, times

BREAKING_IN = (SpeechClass.ORDER, SpeechClass.QUESTION)


def summary(shares: FloorShares) -> str:
    """The room in a sentence; who has said nothing counts with nothing."""
    if not shares.ms:
        return _("Nobody has spoken yet.")
    spoke = _("{speakers} of {present} here have spoken.").format(
        speakers=shares.present - shares.silent, present=shares.present
    )
    half = ngettext(
        "{n} person had half of the time.", "{n} people together had half of the time.", shares.half_by
    ).format(n=shares.half_by)
    middle = shares.median_ms.numerator // shares.median_ms.denominator
    quiet = _("Half of those here have said nothing.") if not middle else ""
    return words.sentences(spoke, half, quiet)


def besides(classes: Mapping[str, int]) -> str:
    """What was said besides the speeches whose time counts."""
    said = [
        _("{name}: {n}").format(name=labels.label(floor.CLASSES, kind), n=classes[kind])
        for kind in BREAKING_IN
        if classes.get(kind)
    ]
    return _("Besides, not counted: {list}.").format(list=words.joined(*said)) if said else ""


def _counted(shares: FloorShares, replies: int) -> str:
    """How many speeches it was, and for how long."""
    total = ngettext("{n} speech", "{n} speeches", shares.speeches).format(n=shares.speeches)
    of_them = ngettext("{n} of them a reply", "{n} of them replies", replies).format(n=replies)
    return words.joined(total, of_them if replies else "", times.spoken(shares.ms))


class SharesPage(Centre):
    """Groups against their share of those here; Enter shows the hall and takes it back."""

    kinds: ClassVar[frozenset[str]] = frozenset({"speech", "stay", "projection", "agenda_item"})

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._second = -1
        self.scope = Segmented(
            _("Of what"), [Segment("item", _("This item")), Segment("meeting", _("Whole meeting"))]
        )
        self.by = Segmented(
            _("Grouped by"), [Segment(code, labels.label(floor.GROUPINGS, code)) for code in SHARES_BY]
        )
        for choice in (self.scope, self.by):
            choice.chosen.connect(self._chosen)
        self.told = Label("", wrap=True)
        self.counted = Label("", tone="muted")
        self.list = SharesList()
        self.empty = EmptyState(_("Nobody is here yet"), _("Check people in; then their groups stand here."))
        self.show_button = MainButton(icon="monitor-play", key=_("Enter"))
        self.show_button.clicked.connect(self.main)
        self.back = Button(_("Back to the meeting"), icon="arrow-left", key=_("Esc"))
        self.back.clicked.connect(live.go_home)
        for button in (self.show_button, self.back):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._build()

    def _build(self) -> None:
        head = across(
            Label(_("Who has spoken how long"), "h1"), SPACE, IconLabel("eye-off", tone="muted", small=True)
        )
        self.seen = Label("", "caption", tone="muted")
        head.addWidget(self.seen)
        choice = across(self.scope, self.by, gap=16)
        legend = across(
            Swatch(HERE), Label(_("share of those here"), "caption", tone="muted"), 8,
            Swatch(TIME),
            Label(_("share of the time"), "caption", tone="muted"), SPACE, self.counted,
        )  # fmt: skip
        self._box = down(head, 8, self.told, 12, margins=(24, 24, 24, 24))
        self._box.addLayout(choice)
        self._box.addSpacing(theme.current().px(12))
        self._box.addLayout(legend)
        self._box.addSpacing(theme.current().px(4))
        self._box.addWidget(Hairline())
        self._box.addWidget(self.list, 1)
        self._box.addWidget(self.empty, 1)
        self._box.addSpacing(theme.current().px(12))
        self._box.addLayout(across(self.show_button, SPACE, self.back, gap=16))
        self.setLayout(self._box)

    def _chosen(self, _value: str) -> None:
        self.refresh()
        if self._shown_to_hall():
            self._pin()

    def _shown_to_hall(self) -> bool:
        return self.live.view.projection.pinned == "shares"

    def refresh(self) -> None:
        item = self.live.view.current
        of = item.id if item is not None and self.scope.value() == "item" else None
        shares: FloorShares = self.live.ask(
            shares_view, meeting_id=self.live.meeting_id, by=self.by.value(), now=self.live.now(), item_id=of
        )
        several = self.by.value() == SEVERAL
        classes = self.live.ask(classes_view, meeting_id=self.live.meeting_id, item_id=of)
        self.counted.setText(_counted(shares, classes.get(SpeechClass.REPLY, 0)))
        told = _("A person may be in several groups.") if several else ""
        self.told.setText(words.sentences(summary(shares), besides(classes), told))
        self.list.show_shares(shares.groups, each=several)
        self.list.setVisible(bool(shares.groups))
        self.empty.setVisible(not shares.groups)
        shown = self._shown_to_hall()
        self.show_button.setText(_("Take it off the projector") if shown else _("Show it to the hall"))
        self.seen.setText(_("The hall sees this now") if shown else _("Only you see this"))

    def tick(self, now: Instant) -> None:
        """Once a second, while somebody speaks."""
        second = now.wall_ms // 1000
        if second != self._second:
            self._second = second
            self.refresh()

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)

    def _page(self) -> int:
        """What is shown, as the number of a page: the grouping, and whether it is of the whole meeting."""
        return SHARES_BY.index(self.by.value()) * 2 + (self.scope.value() == "meeting")

    def _pin(self, pinned: str = "shares") -> None:
        page = self._page() if pinned else 0
        self.live.do(pin_slide, meeting_id=self.live.meeting_id, pinned=pinned, page=page)

    def main(self) -> None:
        self._pin("" if self._shown_to_hall() else "shares")
