"""The style sheet of frames, fields, lists and menus. Buttons, bars, marks and clocks paint themselves."""

from string import Template
from typing import Final

from meeting_app.ui.qt.theme import Theme

# Names in braces are tokens (colours) or measures computed in `sheet`.
_SHEET: Final = Template("""
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget#window { background: $paper; }
QToolTip { background: $strip; color: $on_strip; border: 0; padding: ${p8}px; }

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $ink; border: 1px solid $line_strong; border-radius: ${radius}px;
  padding: 0 ${p12}px; selection-background-color: $action; selection-color: $on_action; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${field}px; max-height: ${field}px; }
QTextEdit, QPlainTextEdit { padding: ${p4}px ${p8}px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus,
QAbstractSpinBox:focus {
  border: 2px solid $action_text; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  padding: 0 ${p11}px; min-height: ${field_hot}px; max-height: ${field_hot}px; }
QTextEdit:focus, QPlainTextEdit:focus { padding: ${p3}px ${p7}px; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled {
  background: $sunken; color: $muted; border-color: $line; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border: 2px solid $danger; }
QComboBox::drop-down { border: 0; width: ${p32}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line_strong; outline: 0;
  selection-background-color: $action_tint; selection-color: $action_text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }

QFrame[part="sheet"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[part="well"] { background: $sunken; border: 0; border-radius: ${radius}px; }
QFrame[part="hairline"] { background: $line; border: 0; }
QFrame[part="surface"] { background: $surface; border: 0; }

QLabel[tone="muted"] { color: $muted; }
QLabel[tone="ok"] { color: $action_text; }
QLabel[tone="warn"] { color: $warn_text; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="for"] { color: $for_; }
QLabel[tone="against"] { color: $against; }
QLabel[tone="abstain"] { color: $abstain; }

QAbstractItemView { background: $surface; border: 0; outline: 0; color: $ink;
  selection-background-color: $action_tint; selection-color: $ink; }
QAbstractItemView[ground="paper"] { background: $paper; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $line;
  padding: 0 ${p12}px; min-height: ${head}px; font-size: ${caption}px; }
QTableCornerButton::section { background: $surface; border: 0; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 2px; min-height: ${p40}px; }
QScrollBar::handle:vertical { margin: 2px 2px 2px ${p8}px; }
QScrollBar::handle:horizontal { margin: ${p8}px 2px 2px 2px; }
QScrollBar::handle:vertical:hover, QScrollBar::handle:vertical:pressed { margin: 2px; }
QScrollBar::handle:horizontal:hover, QScrollBar::handle:horizontal:pressed { margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: 0; width: 0; height: 0; }

QMenu { background: $surface; border: 1px solid $line_strong; padding: ${p8}px 0; }
QMenu::item { padding: 0 ${p24}px; min-height: ${control}px; color: $ink; }
QMenu::item:selected { background: $action_tint; color: $action_text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: ${p8}px 0; }

QCheckBox, QRadioButton { spacing: ${p12}px; min-height: ${control}px; }
QCheckBox::indicator, QRadioButton::indicator { width: ${p20}px; height: ${p20}px;
  border: 1px solid $line_strong; background: $surface; }
QCheckBox::indicator { border-radius: ${p4}px; }
QRadioButton::indicator { border-radius: ${p10}px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked {
  background: $action; border: 5px solid $action_tint; }
QCheckBox:focus, QRadioButton:focus { color: $action_text; }
QProgressBar { background: $sunken; border: 0; border-radius: ${p4}px;
  max-height: ${p8}px; min-height: ${p8}px; }
QProgressBar::chunk { background: $action; border-radius: ${p4}px; }
QSplitter::handle { background: $line; }
""")


def sheet(theme: Theme) -> str:
    """The style sheet of a theme at its text size."""
    colours = {name: getattr(theme.colours, name) for name in theme.colours.__slots__}
    lengths = {f"p{n}": theme.px(n) for n in (3, 4, 7, 8, 10, 11, 12, 16, 20, 24, 32, 40)}
    control = theme.size("control")
    return _SHEET.substitute(
        colours,
        **lengths,
        radius=theme.size("r_box"),
        control=control,
        field=control - 2,
        field_hot=control - 4,
        head=theme.size("row_head"),
        caption=theme.font("caption").pixelSize(),
    )
