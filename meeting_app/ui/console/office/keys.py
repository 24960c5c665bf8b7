"""Keys and help: what can be done by the keyboard, how a meeting goes, and what this program is."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from meeting_app import __version__
from meeting_app.i18n import N_, _
from meeting_app.ui.console.live import commands as live_commands
from meeting_app.ui.console.office import commands, parts
from meeting_app.ui.console.office.commands import Declared
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.qt.commands import key_name
from meeting_app.ui.widgets.buttons import KeyCap

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

STEPS: Final = (
    N_("Take up a topic and note who backs it."),
    N_("Write plans with costs, and choose the one that is put to the vote."),
    N_("Make a meeting of it: kind, day, place; see to agenda, people and the text of the motion."),
    N_("Print the notice and hang it up in time; the day is noted."),
    N_("Open the check-in, run the meeting, count the hands, confirm the result."),
    N_("Print minutes and decision notice, follow up the tasks."),
)


TROUBLES: Final = (
    N_("A wrong key: Ctrl+Z takes back what was done last; the foot of the window says what that was."),
    N_("No picture in the hall: press Win+P and choose “Extend”; the picture comes by itself."),
    N_("The laptop went off: start again; the meeting goes on where it stood."),
    N_("No printer: save the paper as a PDF on the page Papers and print it elsewhere."),
    N_(
        "The file is damaged or lost: close it and choose “Restore a backup” on the start page; the file of "
        "before is never written over."
    ),
)


class KeysPage(Page):
    """Read only; Esc or the navigation leads on."""

    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.back = parts.button(_("Back to today"), icon="house")
        self.back.clicked.connect(lambda: office.go("today"))
        sides = row(parts.growing(self._office()), parts.growing(self._meeting()), spacing=48)
        texts = row(parts.growing(self._story()), parts.growing(self._troubles()), spacing=48)
        inner = QWidget()
        inner.setLayout(column(texts, sides, self._about(), STRETCH, spacing=32))
        self.area = parts.scrolling(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the arrow keys turn the page
        self.area.setAccessibleName(_("Keys and help"))
        head = row(parts.label(_("Keys and help"), "h1"), STRETCH, self.back)
        self.setLayout(column(head, 8, self.area, margins=(32, 24, 32, 24)))

    def first_field(self) -> QWidget | None:
        """The button back."""
        return self.back

    def _group(self, title: str, some: list[Declared]) -> QWidget:
        made = QWidget()
        made.setLayout(
            column(
                parts.label(_(title), "strong"), parts.hairline(), *(_key_row(one) for one in some), spacing=0
            )
        )
        return made

    def _office(self) -> QWidget:
        return self._side(_("In the office"), (*commands.DECLARED, *commands.OF_CONTROLS))

    def _meeting(self) -> QWidget:
        """The keys of a meeting, to be learnt before it begins."""
        return self._side(_("While a meeting runs"), tuple(_of_a_meeting()))

    def _side(self, title: str, some: tuple[Declared, ...]) -> QWidget:
        made = QWidget()
        groups = [self._group(title, ones) for title, ones in _grouped(some)]
        made.setLayout(column(parts.label(title, "h2"), *groups, STRETCH, spacing=16))
        return made

    def _story(self) -> QWidget:
        steps = [
            _("{number}. {step}").format(number=number, step=_(step))
            for number, step in enumerate(STEPS, start=1)
        ]
        return self._text(_("How a matter goes"), *steps)

    def _troubles(self) -> QWidget:
        return self._text(_("When something goes wrong"), *(_(trouble) for trouble in TROUBLES))

    def _text(self, title: str, *sentences: str) -> QWidget:
        made = QWidget()
        labels = [parts.label(sentence, wrap=True) for sentence in sentences]
        made.setLayout(column(parts.label(title, "strong"), parts.hairline(), *labels, STRETCH, spacing=4))
        return made

    def _about(self) -> QWidget:
        made = QWidget()
        version = _("Meeting Hall {version}, free software under the Apache Licence 2.0.").format(
            version=__version__
        )
        safe = _(
            "Everything is kept in one file on this laptop. What the screen says was done is on the disk; "
            "nothing has to be saved."
        )
        made.setLayout(
            column(
                parts.label(_("About"), "strong"),
                parts.hairline(),
                parts.label(version, wrap=True),
                parts.label(safe, tone="muted", wrap=True),
                spacing=4,
            )
        )
        return made


def _key_row(one: Declared) -> QWidget:
    words = parts.label(_(one.title))
    return parts.table_row(
        row(words, STRETCH, *(KeyCap(key_name(key)) for key in one.keys), margins=(0, 4, 0, 4)), 36
    )


def _of_a_meeting() -> Iterator[Declared]:
    for name, title, keys, group, _repeats in live_commands.DECLARED:
        yield Declared(name, title, keys, group)


def _grouped(some: Iterable[Declared]) -> list[tuple[str, list[Declared]]]:
    groups: dict[str, list[Declared]] = {}
    for one in some:
        groups.setdefault(one.group, []).append(one)
    return list(groups.items())
