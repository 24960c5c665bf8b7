"""The form of an own rule: choices and numbers only; below it what the rule means, live."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.pack import RulePack
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, typed
from meeting_app.ui.console.office import rule_presenter as presenter
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column
from meeting_app.ui.console.office.rule_meaning import RuleMeaning
from meeting_app.ui.console.office.rule_presenter import RuleTexts
from meeting_app.wording import labels

LEAST: Final = 240


class RuleForm(QWidget):
    """`saved` carries the changed pack."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack: RulePack | None = None
        self.form = Form(2)
        self._make_fields()
        self.secret = parts.check_box(_("The ballot is secret"))
        self.parking = parts.check_box(_("Parking spaces count with their area"))
        self.silent = parts.check_box(_("Owners who give no ballot back join the majority (disputed)"))
        self.boxes = (self.secret, self.parking, self.silent)
        self.live = parts.label("", wrap=True)
        self.live.setAccessibleName(_("What does this mean for us?"))
        self.meaning = RuleMeaning(self.live)
        self.form.changed.connect(self._follow)
        for box in self.boxes:
            box.toggled.connect(self._follow)
        self.save = parts.button(_("Save"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self._save)
        self.cancel = parts.button(_("Leave"))
        self.cancel.clicked.connect(self.cancelled)
        self.foot = parts.foot(self.cancel, self.save)
        head = parts.label(_("What our rule asks for"), "h2")
        own = parts.label(
            _("This is our own rule. Where a law says otherwise, the law holds."), "caption", tone="muted",
            wrap=True,
        )  # fmt: skip
        inner = QWidget()
        inner.setLayout(
            column(own, self.form, *self.boxes, parts.hairline(), self.meaning, STRETCH, spacing=8)
        )
        area = parts.scrolling(inner)
        area.setMinimumHeight(parts.px(LEAST))  # in one column the rest scrolls with it
        self.setLayout(column(head, self.live, parts.hairline(), area, spacing=8))

    def _make_fields(self) -> None:
        form = self.form
        form.add("name", _("Name of the rule"), parts.line_edit(), span=2)
        form.add("electorate", _("Who may vote?"), parts.combo(), span=2)
        form.add("counted", _("Who must take part?"), parts.combo())
        form.add("participation", _("How many of all?"), parts.combo())
        form.add("approval", _("How many must agree?"), parts.combo())
        form.add("base", _("Of whom?"), parts.combo())
        form.add("measures", _("What is counted?"), parts.combo())
        form.add("blank", _("How does a blank ballot count?"), parts.combo())
        form.add("proxies", _("Voting for somebody else"), parts.combo())
        form.add("days", _("Full days of notice"), parts.line_edit())
        form.offer("electorate", presenter.electorates())
        form.offer("counted", _offered(presenter.COUNTED))
        form.offer("base", presenter.bases())
        form.offer("measures", _offered(presenter.MEASURES))
        form.offer("blank", _offered(presenter.BLANKS))
        form.offer("proxies", presenter.proxies_offered())

    def begin(self, pack: RulePack) -> None:
        """Start with a rule."""
        self._pack = None
        now = presenter.texts_of(pack)
        shares = presenter.offered_shares(
            [pack.quorum, pack.approval] if pack.participation else [pack.approval]
        )
        self.form.offer("participation", shares)
        self.form.offer("approval", shares)
        self.form.fill(
            name=now.name, electorate=now.electorate, counted=now.counted, participation=now.participation,
            approval=now.approval, base=now.base, measures=now.measures, blank=now.blank,
            proxies=now.proxies, days=now.days,
        )  # fmt: skip
        for box, ticked in zip(self.boxes, (now.secret, now.parking, now.silent), strict=True):
            box.setChecked(ticked)
        self._pack = pack
        self._follow()

    def described(self) -> RulePack | None:
        """The rule as it stands in the form; None when a number cannot be read or a share cannot be."""
        if self._pack is None:
            return None
        said = self.form.texts()
        days = typed.whole_of(said["days"])
        texts = RuleTexts(
            **said, secret=self.secret.isChecked(), parking=self.parking.isChecked(),
            silent=self.silent.isChecked(),
        )  # fmt: skip
        try:
            return presenter.pack_from(self._pack, texts, days or 0)
        except Refusal:
            return None

    def _follow(self) -> None:
        pack = self.described()
        if pack is None:
            return
        owners = self.form.fields["measures"].text() == presenter.BOTH
        self.parking.setVisible(owners)
        self.silent.setVisible(owners)
        self.form.fields["participation"].setVisible(self.form.fields["counted"].text() != presenter.NOBODY)
        self.meaning.show_pack(pack)

    def _save(self) -> None:
        if self.form.needs(("name",), _("A name is needed.")):
            return
        days = typed.whole_of(self.form.fields["days"].text())
        if days is None or days > presenter.MOST_DAYS:
            most = presenter.MOST_DAYS
            self.form.complain("days", _("A whole number of days, at most {most}.").format(most=most))
            return
        pack = self.described()
        if pack is not None:
            self.saved.emit(pack)


def _offered(table: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(code, labels.label(table, code)) for code in table]
