"""Shared controls of the console. Import them from here, e.g. `from meeting_app.ui.widgets import Button`.

All sizes follow the theme in force (`meeting_app.ui.qt.theme.current()`: `.px(n)`, `.size("s2")`,
`.font(role)`, `.colour(token)`); all texts are given already translated. `icon=` is the name of a file of
resources/icons. Signals named in the past tense come from a person, never from a setter.

Buttons   Button(text, kind="main|big|plain|quiet", icon=, key=, sub=, tone=); .setText .set_icon .set_key
          .set_sub .set_kind; checkable ones show "chosen". MainButton, QuietButton: shorthands.
          KeyCap(key).
Choice    Segmented(name, [Segment(value, text, icon)], tall=False): .value .set_value .set_enabled;
          chosen(value). Choice(name): a folded list; .offer([(value, text)]) .value .set_value;
          chosen(value). Stepper(name, value=, least=, most=, step=, form="{n}"): .value .set_value;
          changed(value).
Fields    Field(name, hint, icon=) is a QLineEdit; .set_wrong(wrong=). SearchBox(name, hint, key=):
          searched(text). TextArea(name, hint, rows=) is a QPlainTextEdit. DateField(name): .day .set_day.
          TimeField(name): .moment .set_moment. CheckBox(text).
          Labelled(label, control): .complain(sentence).
          mark_wrong(widget, wrong=).
Text      Label(text, role, tone=, bold=, serif=, wrap=, elide=): .setText .set_tone .whole_text.
          IconLabel(icon, tone=, small=). Chip(text, tone="plain|ok|warn|danger|flat", icon=): .set_chip
          .text .tone. LiveDot(). Hairline(). SectionHead(text, count=, remark=, action=, small=): .heading
          .count .remark are Labels.
Grounds   Sheet(padding=, spacing=): .body is its column. Banner(): .tell(strong, text, tone=, icon=,
          buttons=((code, text, icon),)) .text .clear; pressed(code). EmptyState(sentence, hint, button=).
          Progress(text, cancel): .show_progress(text, done, total); cancelled().
Rows      RowList(name, height=48|52|56|64, detail_below=, tab=, open_on_click=, on_paper=):
          .show_rows([Row(id, title, detail, lead, icon, tone, trail, chip, chip_tone, chip_icon, strong,
          faded)]) .current_id .choose .step .fit_height; chosen(id), opened(id). Table(name,
          [Column(heading, figures, stretch, width)]): .show_lines([Line(id, cells, tone, strong)])
          .current_id .choose; chosen(id), opened(id).
Figures   Bar(name, height=): .show_parts([Part(kind, amount)], total, threshold, words). FillSwatch(kind).
          VoteMark(choice, filled=, side=). ClockLabel(name, pixels=, align_left=): .show_time(text, tone).
          StageLine(name): .show_stages([Stage(title, state, line1, line2)]). RingMark(side): the mark of
          the house.
Foot      JournalStrip(): .show_journal(last, before) .show_undo(what) .show_toast(text, undoable=)
          .watch(saving) .toast_text .retranslate; undo_asked(), keys_asked().
Picture   SlideThumb(name, width=288): .show_slide(slide, now) .set_width .set_scheme.
          The projector's own painter.
"""

from meeting_app.ui.widgets.bars import (
    Bar,
    ClockLabel,
    FillSwatch,
    Part,
    RingMark,
    Stage,
    StageLine,
    VoteMark,
)
from meeting_app.ui.widgets.buttons import Button, KeyCap, MainButton, QuietButton
from meeting_app.ui.widgets.fields import (
    CheckBox,
    Choice,
    DateField,
    Field,
    Labelled,
    SearchBox,
    TextArea,
    TimeField,
    mark_wrong,
)
from meeting_app.ui.widgets.foot import JournalStrip
from meeting_app.ui.widgets.labels import Chip, Hairline, IconLabel, Label, LiveDot, SectionHead
from meeting_app.ui.widgets.rows import Row, RowList
from meeting_app.ui.widgets.segmented import Segment, Segmented
from meeting_app.ui.widgets.sheets import Banner, EmptyState, Progress, Sheet
from meeting_app.ui.widgets.steppers import Stepper
from meeting_app.ui.widgets.tables import Column, Line, Table
from meeting_app.ui.widgets.thumb import SlideThumb

__all__ = [
    "Banner",
    "Bar",
    "Button",
    "CheckBox",
    "Chip",
    "Choice",
    "ClockLabel",
    "Column",
    "DateField",
    "EmptyState",
    "Field",
    "FillSwatch",
    "Hairline",
    "IconLabel",
    "JournalStrip",
    "KeyCap",
    "Label",
    "Labelled",
    "Line",
    "LiveDot",
    "MainButton",
    "Part",
    "Progress",
    "QuietButton",
    "RingMark",
    "Row",
    "RowList",
    "SearchBox",
    "SectionHead",
    "Segment",
    "Segmented",
    "Sheet",
    "SlideThumb",
    "Stage",
    "StageLine",
    "Stepper",
    "Table",
    "TextArea",
    "TimeField",
    "VoteMark",
    "mark_wrong",
]
