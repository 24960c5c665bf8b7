"""Typing the poll's sheets: the code, one digit for each question, Enter; then what moved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.roleplay import poll_presenter as presenter
from meeting_app.ui.console.office.rows import RowList, line
from meeting_app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from meeting_app.queries.roleplay.annex import AnnexShift
    from meeting_app.queries.roleplay.polls import PollDesk
    from meeting_app.queries.roleplay.types import PollProgress


class PollPart(QWidget):
    """Signals: typed(wave, code, answers, camp), taken_out(wave, code), codes_wanted(number)."""

    typed = Signal(str, str, object, str)
    taken_out = Signal(str, str)
    codes_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: PollProgress | None = None
        self._desk: PollDesk | None = None
        self.wave: Segmented = parts.segments(
            [("before", _("Before")), ("after", _("After"))], _("Which half of the sheet")
        )
        self.wave.chosen.connect(lambda _value: self._show_codes())
        self.sentence = parts.label("", tone="muted", wrap=True)
        self.form = Form()
        self.form.add("code", _("Code on the sheet"), parts.line_edit(_("typed or scanned")))
        hint = _("One digit for each question in order; 0 for what was left blank")
        self.form.add("digits", _("Digits of the answers"), parts.line_edit(_("for example 3425")), hint)
        self.form.add("camp", _("Ticked about the own life"), parts.combo())
        self.form.fields["digits"].changed.connect(self._echo)
        self._questions = QVBoxLayout()
        self.keep = parts.button(_("Keep the sheet"), kind="main", icon="check", key=_("Enter"))
        self.keep.clicked.connect(self._keep)
        self.number = parts.stepper(_("Sheets to be printed"), 1, 500)
        self.make = parts.button(_("Make codes"), icon="plus")
        self.make.clicked.connect(lambda: self.codes_wanted.emit(self.number.value()))
        self._make_side()
        left = QWidget()
        left.setLayout(
            column(
                row(self.wave, STRETCH, spacing=16), self.sentence, self.form, self._questions,
                row(STRETCH, self.keep), STRETCH, spacing=12,
            )
        )  # fmt: skip
        foot = parts.foot(self.take_out)
        self.setLayout(column(Columns(left, self.side, foot, right_width=400)))

    def _make_side(self) -> None:
        self.side = QWidget()
        self.list = RowList(_("Sheets typed"), height=48)
        self.take_out = parts.button(_("Take the sheet out"), icon="trash-2")
        self.take_out.clicked.connect(self._take_out)
        self.moved_head = parts.label(_("What moved"), "strong")
        self._moved = QVBoxLayout()
        self.sheets = QWidget()
        self.sheets.setLayout(
            row(parts.growing(parts.label(_("Sheets to be printed"))), self.number, self.make)
        )
        self.side.setLayout(
            column(
                self.sheets, parts.label(_("Sheets typed"), "strong"), self.list, self.moved_head,
                self._moved,
                STRETCH, spacing=12,
            )
        )  # fmt: skip

    def first_field(self) -> QWidget:
        """The code."""
        return self.form.fields["code"].control

    def show_desk(self, desk: "PollDesk") -> None:
        """Show how far it is."""
        fresh = self._progress is None or self._progress.questions != desk.progress.questions
        self._progress, self._desk = desk.progress, desk
        if fresh:
            self.form.offer("camp", [("", _("nothing ticked")), *desk.progress.camps])
            self.number.set_value(max(1, desk.progress.sheets or desk.people))
        self.form.fields["camp"].setVisible(bool(desk.progress.camps))
        self.sentence.setText(presenter.progress_line(desk.progress))
        self.sheets.setVisible(not desk.over)
        self._show_codes()
        self._echo()
        self._show_moved(desk.shifts)

    def _show_codes(self) -> None:
        codes = self._desk.codes(self.wave.value()) if self._desk else ()
        self.list.show_rows([line(code, code) for code in codes])
        self.list.setVisible(bool(codes))
        self.take_out.setVisible(bool(codes))

    def _show_moved(self, shifts: "tuple[AnnexShift, ...]") -> None:
        empty(self._moved)
        self.moved_head.setVisible(bool(shifts))
        for one in shifts:
            self._moved.addWidget(parts.label(one.text, wrap=True))
            self._moved.addWidget(parts.label(presenter.shift_line(one), "caption", tone="muted", wrap=True))

    def _signs(self) -> str:
        return "".join(self.form.fields["digits"].text().split())

    def _echo(self) -> None:
        """Beside each question the digit that is typed for it, so that a slip is seen."""
        empty(self._questions)
        self._questions.setSpacing(0)
        signs = self._signs()
        for at, question in enumerate(self._progress.questions if self._progress else ()):
            sign = signs[at] if at < len(signs) else ""
            shown = parts.label(sign or "·", "strong", tone="" if sign else "muted")
            shown.setFixedWidth(parts.px(24))
            made = QWidget()
            ends = _("{n}. {question} (1: {low}, 5: {high})").format(
                n=at + 1, question=question.text, low=question.low, high=question.high
            )
            made.setLayout(row(shown, parts.growing(parts.label(ends, wrap=True)), margins=(0, 4, 0, 4)))
            self._questions.addWidget(made)

    def _keep(self) -> None:
        if self._progress is None or self.form.needs(("code",), _("Type the code on the sheet.")):
            return
        answers = presenter.typed_answers(self._signs(), [one.id for one in self._progress.questions])
        if not answers:
            wanted = _("Type {n} digits from 1 to 5, 0 for a blank.").format(n=len(self._progress.questions))
            self.form.complain("digits", wanted)
            return
        texts = self.form.texts()
        self.typed.emit(self.wave.value(), texts["code"], answers, texts["camp"])

    def kept(self) -> None:
        """The next sheet."""
        self.form.fill(code="", digits="", camp="")
        self.first_field().setFocus()

    def _take_out(self) -> None:
        if self.list.current_id():
            self.taken_out.emit(self.wave.value(), self.list.current_id())
