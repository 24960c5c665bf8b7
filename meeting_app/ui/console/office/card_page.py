"""A page with a list at the left and at its right the chosen entry, or a form in its place, each with the
buttons that belong to it.
"""

from abc import abstractmethod
from typing import Final

from PySide6.QtWidgets import QStackedWidget, QWidget

from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.rows import RowList
from meeting_app.ui.widgets.buttons import Button

CARD: Final = 0
FORM: Final = 1


class CardPage(Page):
    """What such pages have in common; each makes its `list`, and calls `put_beside` before it shows
    anything.
    """

    list: RowList

    def put_beside(
        self, card: QWidget, form: QWidget, card_foot: QWidget, form_foot: QWidget, form_main: Button
    ) -> tuple[QStackedWidget, QStackedWidget]:
        """The card and the form in one place, and their buttons in another; `form_main` keeps the form."""
        self._side, self._feet = parts.stack(card, form), parts.feet(card_foot, form_foot)
        self._form_main = form_main
        return self._side, self._feet

    @abstractmethod
    def show_chosen(self, chosen: str) -> None:
        """Show an entry of the list on the card, and set its main button; "" when none is chosen."""

    @abstractmethod
    def has_card(self) -> bool:
        """Whether there is an entry to show; buttons stand only below one."""

    def typing(self) -> bool:
        """Whether the form is shown."""
        return self._side.currentIndex() == FORM

    def show_feet(self) -> None:
        """Buttons only for an entry that is chosen, or for the form."""
        self._feet.setVisible(self.typing() or self.has_card())

    def _turn_to(self, place: int) -> None:
        self._side.setCurrentIndex(place)
        self._feet.setCurrentIndex(place)
        self.show_feet()

    def turn_to_form(self, first: QWidget) -> None:
        """Show the form, the keyboard in its first field."""
        self._turn_to(FORM)
        self.main_button = self._form_main
        first.setFocus()

    def leave_form(self) -> None:
        """Back to the chosen entry."""
        self._turn_to(CARD)
        self.show_chosen(self.list.current_id())
        self.list.setFocus()

    def escape(self) -> bool:
        """Esc leaves the form."""
        if self.typing():
            self.leave_form()
            return True
        return False
