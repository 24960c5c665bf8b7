"""The right side of the check-in desk: who is missing, the proxies, who walked in; each with its number."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.box import down
from meeting_app.ui.widgets import Segment, Segmented

MISSING, PROXIES, WALK_INS = "missing", "proxies", "walk_ins"
ORDER = (MISSING, PROXIES, WALK_INS)


class DeskSide(QWidget):
    """Three pages of which one is seen."""

    def __init__(
        self, missing: QWidget, proxies: QWidget, walk_ins: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = QStackedWidget()
        for page in (missing, proxies, walk_ins):
            self._pages.addWidget(page)
        segments = (
            Segment(MISSING, _("Missing")), Segment(PROXIES, _("Proxies")), Segment(WALK_INS, _("Walk-ins")),
        )  # fmt: skip
        self.tabs = Segmented(_("Missing, proxies or walk-ins"), segments)
        self.tabs.chosen.connect(self.show_page)
        lay = down(self.tabs, 12)
        lay.addWidget(self._pages, 1)
        self.setLayout(lay)
        self.show_page(MISSING)

    def show_page(self, page: str) -> None:
        """One of the three."""
        self.tabs.set_value(page)
        self._pages.setCurrentIndex(ORDER.index(page))

    def count(self, missing: int, proxies: int, walk_ins: int) -> None:
        """Say beside each word how many there are."""
        texts = (
            _("Missing {n}").format(n=missing), _("Proxies {n}").format(n=proxies),
            _("Walk-ins {n}").format(n=walk_ins),
        )  # fmt: skip
        for page, text in zip(ORDER, texts, strict=True):
            self.tabs.set_text(page, text)
