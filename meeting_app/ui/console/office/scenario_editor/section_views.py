"""The middle of the editor: a section as a form, or as a list of parts with the form of the chosen one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.scenario_editor import makers, pasting
from meeting_app.ui.console.office.scenario_editor.form_view import FormView
from meeting_app.ui.console.office.scenario_editor.judging import ICONS, Judgement, Light, light_of
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.names import called
from meeting_app.ui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenario_editor.sections import Listed, Section

ROW, MOST_ROWS = 40, 4


class SectionView(QWidget):
    """A section. `shown_part` tells which part the preview should show."""

    shown_part = Signal(object)

    def __init__(self, manuscript: Manuscript, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.manuscript = manuscript

    def refresh(self) -> None:
        """Show the scenario as it is now."""

    def show_judgement(self, judged: Judgement) -> None:
        """Show what the checks found."""

    def focus_path(self, path: Path) -> bool:
        """Put the keyboard at a value."""
        return False

    def begin(self) -> None:
        """Add something, where there is something to add."""

    def first_field(self) -> QWidget | None:
        """Where the keyboard starts."""
        return None


class FormSection(SectionView):
    """All fields of the section in one form."""

    def __init__(self, manuscript: Manuscript, section: "Section", parent: QWidget | None = None) -> None:
        super().__init__(manuscript, parent)
        self.form = FormView(manuscript, section.entries)
        inner = QWidget()
        inner.setLayout(column(self.form, STRETCH, margins=(0, 0, 12, 0)))
        self.setLayout(column(parts.scrolling(inner)))
        self.refresh()

    def refresh(self) -> None:
        self.form.show_at(())

    def show_judgement(self, judged: Judgement) -> None:
        self.form.show_findings(judged.findings)

    def focus_path(self, path: Path) -> bool:
        return self.form.focus_path(path)

    def first_field(self) -> QWidget | None:
        return self.form.boxes[0].control


class _Parts(RowList):
    """The list of parts; Alt with an arrow moves one, Delete takes it away, Insert adds one."""

    moved = Signal(int)
    removed = Signal()
    added = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_Insert:
            self.added.emit()
        else:
            super().keyPressEvent(event)


class ListSection(SectionView):
    """A list of parts above, the form of the chosen one below."""

    def __init__(self, manuscript: Manuscript, listed: "Listed", parent: QWidget | None = None) -> None:
        super().__init__(manuscript, parent)
        self.listed = listed
        self.path: Path = listed.path
        self._judged: Judgement | None = None
        self.list = _Parts(_(listed.name), height=ROW, detail_below=False, tab=45)
        self.list.chosen.connect(lambda _id: self._show_part())
        self.list.opened.connect(lambda _id: self.focus_path((*self.path, self.at())))
        self.list.moved.connect(self.move_part)
        self.list.removed.connect(self.remove)
        self.list.added.connect(self.begin)
        self.form = FormView(manuscript, listed.entries, self._pasted)
        self.nothing = parts.empty_state()
        self.setLayout(self._arranged())
        self.nothing.show_text(_("Nothing here yet. Press Ins, or paste it from a document."))
        self.refresh()

    def _arranged(self) -> QVBoxLayout:
        add = parts.button(_(self.listed.add), kind="quiet", icon="plus", key=_("Ins"))
        add.clicked.connect(self.begin)
        paste = parts.button(_("Paste"), kind="quiet", icon="clipboard-paste")
        paste.clicked.connect(self.paste)
        paste.setToolTip(_("From a document: each paragraph that begins with a name becomes one."))
        up, down = self._mover("arrow-up", _("Up"), -1), self._mover("arrow-down", _("Down"), 1)
        copy = parts.button("", kind="quiet", icon="copy", name=_("Copy this one"))
        copy.clicked.connect(self.duplicate)
        gone = parts.button("", kind="quiet", icon="trash-2", name=_("Take this one away"))
        gone.clicked.connect(self.remove)
        tools = row(add, paste, STRETCH, up, down, copy, gone, spacing=0)
        inner = QWidget()
        inner.setLayout(column(self.form, STRETCH, margins=(0, 0, 12, 0)))
        self._scroll = parts.scrolling(inner)
        head = self.head()
        return column(*head, self.list, tools, parts.hairline(), self.nothing, self._scroll)

    def head(self) -> Sequence[Any]:
        """What stands above the list."""
        return ()

    def _mover(self, icon: str, name: str, by: int) -> QWidget:
        made = parts.button("", kind="quiet", icon=icon, name=name)
        made.clicked.connect(lambda: self.move_part(by))
        return made

    def items(self) -> tuple[Any, ...]:
        """The parts."""
        found: tuple[Any, ...] = editing.value_at(self.manuscript.scenario, self.path)
        return found

    def at(self) -> int:
        """The place of the chosen part, -1 for none."""
        return int(self.list.current_id() or -1)

    def choose(self, at: int) -> None:
        """Choose a part."""
        self.list.choose(str(at))

    def refresh(self) -> None:
        items = self.items()
        self.list.show_rows([self._row(at, item) for at, item in enumerate(items)])
        self.list.fit_height(MOST_ROWS)
        self.list.setVisible(bool(items))
        if items and self.at() < 0:
            self.choose(0)
        self.nothing.setVisible(not items)
        self._scroll.setVisible(bool(items))
        self._show_part()

    def _row(self, at: int, item: Any) -> Row:
        name = called(
            getattr(item, "name", "") or getattr(item, "title", "") or getattr(item, "text", ""), at
        )
        icon, tone = ICONS[self._light(at)]
        return Row(str(at), name, self.detail(item), lead=str(at + 1), icon=icon, tone=tone)

    def detail(self, item: Any) -> str:
        """A few words on a part beside its name."""
        return str(getattr(item, "public", ""))

    def _light(self, at: int) -> Light:
        if self._judged is None:
            return Light.EMPTY
        return light_of(self._judged.at((*self.path, at)), written=True)

    def _show_part(self) -> None:
        at = self.at()
        if 0 <= at < len(self.items()):
            self.form.show_at((*self.path, at))
            if self._judged is not None:
                self.form.show_findings(self._judged.findings)
            self.shown_part.emit((*self.path, at))

    def show_judgement(self, judged: Judgement) -> None:
        self._judged = judged
        self.list.show_rows([self._row(at, item) for at, item in enumerate(self.items())])
        self.form.show_findings(judged.findings)

    def focus_path(self, path: Path) -> bool:
        if len(path) <= len(self.path) or not isinstance(path[len(self.path)], int):
            self.list.setFocus()
            return True
        self.choose(int(path[len(self.path)]))
        if len(path) == len(self.path) + 1:
            self.form.boxes[0].focus(())
            return True
        return self.form.focus_path(path)

    def begin(self) -> None:
        """Add one behind the last and go to its first field."""
        scenario = self.manuscript.scenario
        at = len(self.items())
        self.manuscript.take(editing.inserted(scenario, self.path, at, self.listed.new(scenario, self.path)))
        self.choose(at)
        self.form.boxes[0].focus(())

    def duplicate(self) -> None:
        """The chosen part once more."""
        if self.at() >= 0:
            at = self.at()
            self.manuscript.take(makers.duplicated(self.manuscript.scenario, self.path, at))
            self.choose(at + 1)

    def remove(self) -> None:
        """Take the chosen part away."""
        at = self.at()
        if at >= 0:
            self.manuscript.take(editing.removed(self.manuscript.scenario, self.path, at))
            self.choose(min(at, len(self.items()) - 1))

    def move_part(self, by: int) -> None:
        """Move the chosen part up or down."""
        at = self.at()
        if at >= 0 and 0 <= at + by < len(self.items()):
            self.manuscript.take(editing.moved(self.manuscript.scenario, self.path, at, at + by))
            self.choose(at + by)

    def paste(self) -> None:
        """Make parts of what was copied from a document."""
        text = QGuiApplication.clipboard().text()
        before = len(self.items())
        self.manuscript.take(pasting.with_parts(self.manuscript.scenario, self.listed, self.path, text))
        self.choose(before)

    def _pasted(self, text: str) -> bool:
        """Text with the names of fields is taken apart over the fields; else it is the field's own."""
        at = self.at()
        changed = pasting.spread(self.manuscript.scenario, self.listed.entries, (*self.path, at), text)
        if at < 0 or changed is None:
            return False
        self.manuscript.take(changed)
        return True

    def first_field(self) -> QWidget | None:
        return self.list if self.items() else None
