"""The two forms of an own kind of meeting: what it asks for, and an item of its usual agenda."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.meeting_kind import PAPER_KINDS, Basis, Called, MeetingKind, Notice, TemplateItem
from meeting_app.domain.meeting_kind_data import MOST_DAYS, MOST_MINUTES, kind_to_data
from meeting_app.domain.rules.pack import RulePack
from meeting_app.i18n import _
from meeting_app.ui.console.office import kind_presenter as presenter
from meeting_app.ui.console.office import parts, typed
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.kind_presenter import CALLED
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.wording import labels
from meeting_app.wording.rules import pack_name

NOBODY: Final = "nobody"
EVERYBODY: Final = "everybody"
USUAL: Final = TemplateItem("", ItemKind.DISCUSSION, 10, 5)


class KindForm(QWidget):
    """Name, who is called, who votes, the quorum, proxies, days of notice, papers."""

    saved = Signal(dict)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: MeetingKind | None = None
        self.form = Form()
        self.form.add("name", _("Name of the kind"), parts.line_edit())
        self.form.add("called", _("Who is called?"), parts.combo())
        self.form.add("votes", _("Who votes, and by which rule?"), parts.combo())
        self.form.add("quorum", _("Quorum: how many must be there?"), parts.combo())
        self.form.add("proxies", _("For how many may one person act?"), parts.combo())
        self.form.add("days", _("Full days of notice"), parts.line_edit())
        self.form.fields["votes"].changed.connect(self._show_voting)
        self.form.offer("called", [(str(one), _(CALLED[one])) for one in Called])
        self.quorum_said = parts.label("", tone="muted", wrap=True)
        self._rules: Mapping[str, RulePack] = {}
        self.papers = {kind: parts.check_box(labels.label(labels.PAPERS, kind)) for kind in PAPER_KINDS}
        self.save = parts.button(_("Save"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self._save)
        self.cancel = parts.button(_("Leave"))
        self.cancel.clicked.connect(self.cancelled)
        self.foot = parts.foot(self.cancel, self.save)
        self.setLayout(
            column(
                parts.label(_("What this kind asks for"), "h2"),
                self.form,
                self.quorum_said,
                parts.label(_("Papers it needs"), tone="muted"),
                *_pairs(list(self.papers.values())),
                STRETCH,
                spacing=8,
            )
        )

    def begin(self, kind: MeetingKind, rules: Mapping[str, RulePack]) -> None:
        """Start with a kind; `rules` are the rules of decision there are, by code."""
        self._rules = rules
        named = [
            (code, _("everybody, by the rule “{rule}”").format(rule=pack_name(pack)))
            for code, pack in rules.items()
        ]
        everybody = (EVERYBODY, _("everybody who is called, without a legal rule"))
        self.form.offer("votes", [(NOBODY, _("nobody; the meeting consults")), everybody, *named])
        self._kind = kind
        votes = NOBODY if not kind.votes else kind.rule or EVERYBODY
        self.form.offer("quorum", presenter.offered_quorums(kind))
        self.form.offer("proxies", presenter.offered_proxies(kind))
        self.form.fill(
            name=kind.name, called=str(kind.called), votes=votes, days=str(kind.notice_days),
            quorum=presenter.quorum_code(kind),
            proxies=presenter.NONE if kind.most_proxies is None else str(kind.most_proxies),
        )  # fmt: skip
        self._show_voting()
        for paper, box in self.papers.items():
            box.setChecked(paper in kind.papers)

    def _show_voting(self) -> None:
        """Where nobody votes there is neither a quorum nor anybody to be represented; where the rule says how
        many must be there, a number of the kind would never be heard.
        """
        votes = self.form.fields["votes"].text()
        said = presenter.said_by_rule(self._rules.get(votes))
        self.quorum_said.setText(said)
        self.quorum_said.setVisible(bool(said))
        self.form.fields["quorum"].setVisible(votes != NOBODY and not said)
        self.form.fields["proxies"].setVisible(votes != NOBODY)

    def _save(self) -> None:
        texts = self.form.texts()
        days = typed.whole_of(texts["days"])
        if self.form.needs(("name",), _("A name is needed.")):
            return
        if days is None or days > MOST_DAYS:
            self.form.complain("days", _("A whole number of days, at most {most}.").format(most=MOST_DAYS))
            return
        self.saved.emit(self._data(texts, days))

    def _data(self, texts: dict[str, str], days: int) -> dict[str, Any]:
        """The definition as it stands in the form; another number of days is the community's own custom."""
        kind = self._kind
        assert kind is not None
        votes = texts["votes"]
        rule, called = votes if votes in self._rules else None, Called(texts["called"])
        changed = replace(
            kind,
            name=texts["name"].strip(),
            called=called,
            votes=votes != NOBODY,
            rule=rule,
            quorum=None
            if votes == NOBODY
            else presenter.quorum_of(texts["quorum"], kind, called, same_rule=rule == kind.rule),
            most_proxies=None if texts["proxies"] == presenter.NONE else int(texts["proxies"]),
            notice=kind.notice if days == kind.notice_days else Notice(days, Basis.CUSTOM),
            papers=tuple(paper for paper, box in self.papers.items() if box.isChecked()),
        )
        return kind_to_data(changed)


def _pairs(boxes: list[parts.CheckBox]) -> list[QHBoxLayout]:
    """Two boxes in a row."""
    return [row(*(parts.growing(box) for box in boxes[at : at + 2])) for at in range(0, len(boxes), 2)]


class KindItemForm(QWidget):
    """An item of the usual agenda; `saved` carries (place or None, the item)."""

    saved = Signal(object, object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: int | None = None
        self.heading = parts.label("", "h2")
        self.form = Form(columns=2)
        self.form.add("title", _("Title"), parts.line_edit(), span=2)
        self.form.add("kind", _("What happens in it?"), parts.combo(), span=2)
        self.form.add("minutes", _("Planned minutes"), parts.line_edit())
        self.form.add("minimum", _("At least, in minutes"), parts.line_edit())
        self.form.offer("kind", [(str(kind), labels.label(labels.ITEM_KINDS, kind)) for kind in ItemKind])
        self.protected = parts.check_box(_("Protected: nothing is taken from it when time runs short"))
        self.droppable = parts.check_box(_("May be moved out when time runs short"))
        self.save = parts.button(_("Save the item"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self._save)
        self.cancel = parts.button(_("Leave"))
        self.cancel.clicked.connect(self.cancelled)
        self.foot = parts.foot(self.cancel, self.save)
        self.setLayout(column(self.heading, self.form, self.protected, self.droppable, STRETCH, spacing=8))

    def begin(self, place: int | None, item: TemplateItem = USUAL) -> None:
        """Start with an item of a place, or (None) with a new one."""
        self._place = place
        self.heading.setText(_("A new item") if place is None else _("Change the item"))
        self.form.fill(
            title=item.title, kind=str(item.kind), minutes=str(item.minutes), minimum=str(item.minimum)
        )
        self.protected.setChecked(item.protected)
        self.droppable.setChecked(item.droppable)

    def _save(self) -> None:
        texts = self.form.texts()
        minutes, minimum = typed.whole_of(texts["minutes"]), typed.whole_of(texts["minimum"])
        if self.form.needs(("title",), _("Give the item a title.")):
            return
        if minutes is None or not 1 <= minutes <= MOST_MINUTES:
            self.form.complain("minutes", _("A whole number of minutes."))
        elif minimum is None or minimum > minutes:
            self.form.complain("minimum", _("A whole number of minutes, not above the planned ones."))
        else:
            self.saved.emit(
                self._place,
                TemplateItem(
                    texts["title"].strip(), ItemKind(texts["kind"]), minutes, minimum,
                    self.protected.isChecked(), self.droppable.isChecked(),
                ),
            )  # fmt: skip
