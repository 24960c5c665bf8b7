"""An item without a play: take one that was prepared, or a scenario and its length."""

from dataclasses import dataclass

from meeting_app.actions.roleplay import preparing
from meeting_app.i18n import _
from meeting_app.queries.roleplay.casting import PlayLine
from meeting_app.queries.roleplay.scenarios import ScenarioCard
from meeting_app.ui.console.live.roleplay.flow import Answer, Option, Order, Question


@dataclass(frozen=True, slots=True)
class ChooseFlow:
    """Plays that wait for an item, then the shelf of scenarios."""

    item_id: str
    plays: tuple[PlayLine, ...]
    cards: tuple[ScenarioCard, ...]

    def question(self) -> Question:
        """Which one."""
        plays = tuple(
            Option(f"play:{one.id}", one.title, _("{n} min").format(n=one.minutes), _("prepared"), "ok")
            for one in self.plays
        )
        cards = tuple(
            Option(
                f"card:{one.source}",
                one.title,
                _("{least} to {most} people").format(least=one.players[0], most=one.players[1]),
            )
            for one in self.cards
        )
        return Question(_("Which role-play?"), _("It is frozen for this item as it is now."), plays + cards)

    def choose(self, option: str) -> Answer:
        """Take the play into the item, or ask for the length."""
        kind, _colon, name = option.partition(":")
        if kind == "play":
            return Order(preparing.move_play, {"play_id": name, "item_id": self.item_id})
        return LengthFlow(self.item_id, next(one for one in self.cards if one.source == name))


@dataclass(frozen=True, slots=True)
class LengthFlow:
    """How long a scenario is played."""

    item_id: str
    card: ScenarioCard

    def question(self) -> Question:
        """The plans of the scenario."""
        options = tuple(Option(str(n), _("{n} min").format(n=n)) for n in self.card.minutes)
        return Question(_("How long: {title}").format(title=self.card.title), "", options)

    def choose(self, option: str) -> Answer:
        """Prepare it."""
        asked = {"source": self.card.source, "minutes": int(option), "item_id": self.item_id}
        return Order(preparing.prepare_play, asked)
