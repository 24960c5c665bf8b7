"""Calling a meeting: the page without a meeting asks for its kind, day and place.

Then it is prepared to the notice.
"""

from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import meetings as meeting_actions
from meeting_app.actions.attachment_files import Prepared, prepare
from meeting_app.actions.attachments import add_attachment, remove_attachment
from meeting_app.actions.floor_modes import set_floor_mode
from meeting_app.actions.floor_order import set_floor_rules
from meeting_app.actions.parking import take_up
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.speaking_queue import OrderRule
from meeting_app.i18n import _
from meeting_app.queries.floor_rules import plan_of, rules_of
from meeting_app.queries.rule_choices import rule_choices
from meeting_app.queries.vote_view import vote_plan
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.agenda_section import AgendaSection
from meeting_app.ui.console.office.call_basics import CallBasics
from meeting_app.ui.console.office.call_people import CallPeople
from meeting_app.ui.console.office.call_presenter import CallPicture, CallPresenter
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.item_editor import ItemEditor
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.notice_sheet import NoticeSheet
from meeting_app.ui.console.office.page import Page, bring_into_view
from meeting_app.ui.console.office.paper_checks import PaperChecks
from meeting_app.ui.console.office.posting import Posting
from meeting_app.ui.console.vote_choices import order, owners_look
from meeting_app.wording import times

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office


class CallPage(Page):
    """A meeting from its draft to the posted notice."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "agenda_item", "motion", "invitee", "paper", "topic", "person", "attachment", "note"}
    )

    def __init__(self, office: "Office", meeting_id: str, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.meeting_id = meeting_id
        self.presenter = CallPresenter(office, meeting_id)
        self.picture: CallPicture | None = None
        self._people_room: QWidget | None = None
        self.heading = parts.label("", "h1", wrap=True)
        self.line = parts.label("", tone="muted", wrap=True)
        self.call_off = parts.button(_("Call it off"), kind="quiet")
        self.call_off.clicked.connect(self._call_off)
        self.basics = CallBasics()
        self.basics.edited.connect(lambda changed: self._do(meeting_actions.edit_meeting, **changed))
        self.agenda = AgendaSection()
        self.notice = NoticeSheet()
        self.notice.move_to.connect(self._move_to)
        self.papers = PaperChecks()
        self.papers.look.connect(lambda kind: office.go("papers", meeting_id=meeting_id, preview=kind))
        self.papers.others.connect(lambda: office.go("papers", meeting_id=meeting_id))
        self.main = parts.button("", kind="main", icon="printer", key="Ctrl+P")
        self.main.clicked.connect(self._main)
        self.print_more = parts.button(_("Print the ticked papers"), icon="printer", key="Ctrl+P")
        self.print_more.clicked.connect(self._print_more)
        self.posting = Posting(self)
        self._connect()
        self.setLayout(self._arranged())
        self.refresh()

    def _connect(self) -> None:
        agenda = self.agenda
        agenda.add.clicked.connect(lambda: self.edit_item(""))
        agenda.people.clicked.connect(self.see_to_people)
        agenda.take_up.clicked.connect(self._take_up)
        agenda.list.opened.connect(self.edit_item)
        agenda.list.moved.connect(
            lambda item_id, to: self.do(meeting_actions.move_item, item_id=item_id, to=to)
        )
        agenda.list.removed.connect(lambda item_id: self.do(meeting_actions.remove_item, item_id=item_id))
        agenda.list.minutes_changed.connect(self._minutes)

    @cached_property
    def editor(self) -> ItemEditor:
        """The form of an item; made when it is first needed, so that the page opens fast."""
        editor = ItemEditor()
        editor.saved.connect(self._save_item)
        editor.cancelled.connect(self.back)
        editor.attachments.chosen_file.connect(self._read_file)
        editor.attachments.removed.connect(
            lambda attachment_id: self.do(remove_attachment, attachment_id=attachment_id)
        )
        editor.ways.mode_chosen.connect(self._choose_mode)
        editor.ways.order_chosen.connect(self._choose_order)
        self._stack.addWidget(editor)
        return editor

    @cached_property
    def people(self) -> CallPeople:
        """Who is called and who leads; made when it is first needed."""
        people = CallPeople(self.office, self.meeting_id)
        people.invited.connect(lambda person_id: self._do(meeting_actions.invite, person_ids=(person_id,)))
        people.uninvited.connect(lambda person_id: self._do(meeting_actions.uninvite, person_id=person_id))
        people.officers.connect(lambda named: self._do(meeting_actions.name_officers, **named))
        people.left.connect(self.back)
        self._people_room = parts.scrolling(people)
        self._stack.addWidget(self._people_room)
        return people

    def _arranged(self) -> QVBoxLayout:
        self._head = QWidget()
        told = parts.growing(column(self.heading, self.line, spacing=0))
        self._head.setLayout(row(told, parts.at_top(self.call_off)))
        self._stack = parts.stack(self.agenda)
        left = QWidget()
        left.setLayout(column(self.basics, self._stack, spacing=12))
        right = QWidget()
        right.setLayout(column(self.notice, self.papers, STRETCH, spacing=12))
        foot = parts.foot(self.print_more, self.main)
        self._columns = Columns(left, right, foot)
        return column(self._head, 4, self._columns, margins=(32, 24, 32, 24))

    def first_field(self) -> QWidget | None:
        """The agenda."""
        return self.agenda.list

    def refresh(self) -> None:
        """Show the meeting as it is now; what is being typed stays."""
        self.picture = picture = self.presenter.picture()
        if picture is None:
            self.tell(_("This meeting is no longer there."))
            return
        self.heading.setText(picture.heading)
        self.line.setText(picture.line)
        self.basics.show_draft(picture.draft, editable=picture.editable)
        self.agenda.show_picture(picture)
        self.notice.show_picture(picture.notice)
        self.papers.show_lines(picture.papers)
        self.papers.setVisible(picture.editable)
        if "editor" in self.__dict__ and self.editor.item is not None:
            self.editor.show_files(self.presenter.files(self.editor.item.id))
        if self._stack.currentWidget() is self._people_room:
            self.people.show_draft(picture.draft)
        self.call_off.setVisible(picture.editable)
        self._dress_main(picture)
        on_agenda = self._stack.currentWidget() is self.agenda
        self.main.setVisible(on_agenda)
        if on_agenda:
            self.main_button = self.main

    def _dress_main(self, picture: CallPicture) -> None:
        """Words, icon and key of the main button; what is printed after the notice has its own button."""
        under_way = self.posting.progress
        self.main.setText(under_way or picture.main)
        self.main.setEnabled(not under_way)
        self.print_more.setEnabled(not under_way)
        posting = picture.main_does == "post"
        self.main.set_icon("printer" if posting else "user-check" if picture.editable else "file-text")
        self.main.set_key("" if under_way else "Ctrl+P" if posting else _("Enter"))
        self.print_more.setVisible(picture.main_does == "check_in" and picture.editable)
        self.print_button = self.main if posting else self.print_more

    def _do(self, action: Any, **arguments: Any) -> None:
        self.do(action, meeting_id=self.meeting_id, **arguments)

    def _move_to(self, day: date) -> None:
        assert self.picture is not None
        clock = self.picture.draft.starts_at
        self._do(
            meeting_actions.edit_meeting, starts_at=datetime.combine(day, clock.time(), tzinfo=times.ZONE)
        )

    def _minutes(self, item_id: str, minutes: int) -> None:
        self.do(meeting_actions.edit_item, item_id=item_id, minutes=minutes)

    def begin(self) -> None:
        """Ctrl+N: another item."""
        if self._stack.currentWidget() is self.agenda:
            self.edit_item("")

    def edit_item(self, item_id: str) -> None:
        """Open an item, or a new one ("")."""
        assert self.picture is not None
        if not self.picture.editable:
            return
        draft = self.picture.draft
        topics = self.presenter.topics()
        self.editor.offer(topics, draft.topic_id or "", self.presenter.files(item_id))
        item = next((item for item in draft.items if item.id == item_id), None)
        plan = self.office.ask(vote_plan, item_id=item.id) if item is not None else None
        rules = self.office.ask(rule_choices, meeting_id=draft.id)
        owners = owners_look(self.office.ask, draft.id)
        self.editor.begin(item, plan, rules, owners, announced=draft.posted_on is not None)
        if item is not None:
            ways = self.office.ask(plan_of, item_id=item.id)
            self.editor.ways.show_ways(ways, self.office.ask(rules_of, meeting_id=draft.id))
        self._turn_to(self.editor, self.editor.save)
        first = self.editor.first()
        first.setFocus()
        QTimer.singleShot(0, first, lambda: bring_into_view(first))  # once the form has found its height

    def _choose_mode(self, mode: str) -> None:
        if self.editor.item is not None:
            self.do(set_floor_mode, item_id=self.editor.item.id, mode=FloorMode(mode))

    def _choose_order(self, order_: str) -> None:
        self._do(set_floor_rules, order=OrderRule(order_))

    def _read_file(self, path: Path) -> None:
        """A picture or PDF is read away from this thread, then kept with the item."""
        self.work(lambda: prepare(path), self._keep_file)

    def _keep_file(self, prepared: Prepared) -> None:
        if self.editor.item is not None:
            self.do(add_attachment, item_id=self.editor.item.id, prepared=prepared)

    def _take_up(self) -> None:
        """What earlier meetings put off comes onto the agenda, each a matter of its own to undo."""
        for matter in self.presenter.put_off():
            self._do(take_up, note_id=matter.note_id)

    def _save_item(self) -> None:
        arguments = self.editor.arguments()
        if arguments is None:
            return
        refused = self.editor.refused_or(self.refused)
        if self.editor.item is None:
            self.do(
                meeting_actions.add_item, self._save_motion, refused, meeting_id=self.meeting_id, **arguments
            )
        else:
            self.do(
                meeting_actions.edit_item,
                self._save_motion,
                refused,
                item_id=self.editor.item.id,
                **arguments,
            )

    def _save_motion(self, item_id: str | None) -> None:
        """The item is kept; now the text of its vote, when it is another."""
        known = self.editor.item.id if self.editor.item is not None else item_id or ""
        if not self.editor.motion_changed():
            self._save_vote(known)
            return
        self.do(
            meeting_actions.set_motion,
            lambda _result: self._save_vote(known),
            self.editor.refused_or(self.refused),
            item_id=known,
            **self.editor.motion.texts(),
        )

    def _save_vote(self, item_id: str) -> None:
        """The text is kept; now how the vote is held, when it is another way."""
        editor = self.editor.vote
        if not self.editor.is_vote() or not self.editor.vote_touched:
            self.back()
            return
        editor.take_title(self.editor.motion.texts()["title"])
        try:
            action, arguments = order(editor.wanted(), item_id, editor.reason.text())
        except Refusal as refusal:
            editor.complain(refusal)
            return
        self.do(action, lambda _result: self.back(), editor.complain, **arguments)

    def see_to_people(self) -> None:
        """Show who is called and who leads."""
        assert self.picture is not None
        self.people.show_draft(self.picture.draft)
        assert self._people_room is not None
        self._turn_to(self._people_room, self.people.back)
        self.people.first().setFocus()

    def back(self) -> None:
        """Back to the agenda."""
        self._turn_to(self.agenda, self.main)
        self.refresh()
        self.agenda.list.setFocus()

    def _turn_to(self, part: QWidget, main: parts.MainButton) -> None:
        self._stack.setCurrentWidget(part)
        self.basics.setVisible(part is self.agenda)
        self.main.setVisible(part is self.agenda)
        self.main_button = main
        alone = "editor" in self.__dict__ and part is self.editor
        self._head.setVisible(not alone)  # a vote's form, its sample and its words need the whole page
        self._columns.leave_alone(alone=alone)

    def _main(self) -> None:
        assert self.picture is not None
        if self.picture.main_does == "check_in":
            self.office.go("live", meeting_id=self.meeting_id)
        elif self.picture.main_does == "papers":
            self.office.go("papers", meeting_id=self.meeting_id)
        else:
            self.posting.begin(self.picture, self.papers.ticked())

    def _print_more(self) -> None:
        assert self.picture is not None
        self.posting.begin(self.picture, self.papers.ticked(), note=False)

    def _call_off(self) -> None:
        self._do(meeting_actions.cancel_meeting)

    def refused(self, refusal: Refusal) -> None:
        """A refusal about what is in the first section stands at its field there."""
        if not self.basics.form.refused(refusal):
            super().refused(refusal)

    def escape(self) -> bool:
        """Esc goes back to the agenda."""
        if self._stack.currentWidget() is not self.agenda:
            self.back()
            return True
        return False
