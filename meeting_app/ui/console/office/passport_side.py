"""The right column of a passport: papers, supporters, and the next step over the main button."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import topics as topic_actions
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, words
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.painted import RowButton
from meeting_app.ui.console.office.papers_presenter import paper_item
from meeting_app.ui.console.office.person_finder import PersonFinder

if TYPE_CHECKING:
    from meeting_app.queries.topics import Supporter
    from meeting_app.ui.console.office.passport import PassportPage
    from meeting_app.ui.console.office.passport_presenter import PassportPicture

PAPERS_SHOWN: Final = 2
SUPPORTERS_SHOWN: Final = 8


class PassportSide(QWidget):
    """`foot` is shown apart, so that it stays at the bottom in every width."""

    def __init__(self, page: "PassportPage") -> None:
        super().__init__(page)
        self._page = page
        self._papers = QVBoxLayout()
        self._backers = QVBoxLayout()
        self.all_papers = parts.button("", kind="quiet")
        self.all_papers.clicked.connect(lambda: page.office.go("papers", topic_id=page.presenter.topic_id))
        self.count = parts.label("", tone="muted")
        self.finder = PersonFinder(page.office, _("Note who backs it"), _("name, initials or building-room"))
        self.finder.chosen.connect(self._support)
        self.next = parts.label("", "caption", tone="muted", wrap=True)
        self.main = parts.button("", kind="main", icon="arrow-right", key=_("Enter"))
        self.main.clicked.connect(self._go_on)
        self.foot = QWidget()
        self.foot.setLayout(column(self.next, self.main))
        self.setLayout(
            column(
                row(parts.label(_("Papers"), "h2"), STRETCH, self.all_papers),
                parts.hairline(),
                self._papers,
                16,
                row(parts.label(_("Who backs it"), "h2"), STRETCH, self.count),
                parts.hairline(),
                self.finder,
                self._backers,
                STRETCH,
            )
        )

    def show_picture(self, picture: "PassportPicture") -> None:
        """Fill the column."""
        self._show_papers(picture)
        self._show_backers(picture.topic.supporters)
        self.count.setText(picture.supporters)
        self.next.setText(picture.next_sentence)
        parts.set_text(self.main, picture.main)
        self.main.setVisible(bool(picture.main))

    def _show_papers(self, picture: "PassportPicture") -> None:
        papers = len(picture.topic.papers)
        self.all_papers.setText(_("All {n}").format(n=papers))
        self.all_papers.setAccessibleName(_("All papers of the topic"))
        self.all_papers.setVisible(papers > 0)
        empty(self._papers)
        self._papers.setSpacing(0)
        for paper in picture.topic.papers[:PAPERS_SHOWN]:
            item = paper_item(paper)
            button = RowButton("file-text", paper.title, item.detail)
            button.clicked.connect(
                lambda _checked=False, i=paper.id: self._page.office.go("papers", paper_id=i)
            )
            self._papers.addWidget(button)
        if not picture.topic.papers:
            self._papers.addWidget(
                parts.label(
                    _("No paper yet; they come with the meeting."), "caption", tone="muted", wrap=True
                )
            )

    def _show_backers(self, supporters: "tuple[Supporter, ...]") -> None:
        empty(self._backers)
        self._backers.setSpacing(0)
        for supporter in supporters[-SUPPORTERS_SHOWN:]:
            self._backers.addWidget(self._backer(supporter))

    def _backer(self, supporter: "Supporter") -> QWidget:
        withdraw = parts.button(_("Withdraw"), kind="quiet")
        withdraw.setAccessibleName(_("Withdraw the support of {name}").format(name=supporter.name))
        withdraw.clicked.connect(lambda: self._withdraw(supporter.person_id))
        text = parts.label(supporter.name)
        place = parts.label(words.place(supporter.place), "caption", tone="muted")
        return parts.table_row(row(text, place, STRETCH, withdraw), 40)

    def _support(self, person_id: str, _name: str) -> None:
        topic_id = self._page.presenter.topic_id
        self._page.do(
            topic_actions.support_topic,
            lambda _r: self.finder.clear(),
            topic_id=topic_id,
            person_id=person_id,
        )

    def _withdraw(self, person_id: str) -> None:
        topic_id = self._page.presenter.topic_id
        self._page.do(topic_actions.withdraw_support, topic_id=topic_id, person_id=person_id)

    def _go_on(self) -> None:
        """Do what the main button says."""
        picture = self._page.picture
        if picture is None:
            return
        go = self._page.office.go
        if picture.main_goes == "enter":
            go("live", meeting_id=picture.main_target)
        elif picture.main_goes == "call":
            go("call", meeting_id=picture.main_target)
        elif picture.main_goes == "new_meeting":
            go("call", topic_id=picture.topic.id)
        elif picture.main_goes == "plan":
            self._page.begin_plan("")
        else:
            self._page.begin_move()
