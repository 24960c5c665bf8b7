"""What is keyed in for a table: proposal, silent cards, agreement on one issue, hint, its card, its time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from meeting_app.actions.roleplay import negotiating, running
from meeting_app.i18n import _
from meeting_app.queries.roleplay.types import AgreedLine, IssueLine, PlayNow, TableTile
from meeting_app.ui.console.live.roleplay.flow import Answer, Flow, Option, Order, Question
from meeting_app.wording import groups

MINUTE_MS: Final = 60_000
DONE: Final = "+done"
ALL, NOBODY = "+all", "+nobody"


def tile_of(play: PlayNow, table: int) -> TableTile | None:
    """A table by its number."""
    return next((one for one in play.tables if one.number == table), None)


def _table(number: int) -> str:
    return groups.table(str(number))


def _done(enough: bool) -> tuple[Option, ...]:
    return (Option(DONE, _("That is all"), icon="check"),) if enough else ()


def _toggled(picked: tuple[str, ...], option: str, order: Iterable[str]) -> tuple[str, ...]:
    wanted = set(picked) ^ {option}
    return tuple(one for one in order if one in wanted)


def _how_many(issue: IssueLine) -> str:
    if (issue.least, issue.most) == (1, 1):
        return ""
    return _("from {least} to {most} of them").format(least=issue.least, most=issue.most)


@dataclass(frozen=True, slots=True)
class ProposalFlow:
    """A proposal, issue by issue; where several options may be chosen, numbers switch them."""

    play: PlayNow
    table: int
    chosen: tuple[tuple[str, ...], ...] = ()
    picked: tuple[str, ...] = ()

    @property
    def _issue(self) -> IssueLine:
        return self.play.issues[len(self.chosen)]

    def question(self) -> Question:
        """The next issue with its options; what the table proposed last is marked."""
        issue, place = self._issue, len(self.chosen)
        tile = tile_of(self.play, self.table)
        last = tile.proposal.deal[place] if tile and tile.proposal else ()
        options = tuple(
            Option(
                name, title, chip=_("as before") if name in last else "", marked=name in self.picked,
                icon="check" if name in self.picked else "",
            )
            for name, title in issue.options
        )  # fmt: skip
        several = (issue.least, issue.most) != (1, 1)
        enough = several and issue.least <= len(self.picked) <= issue.most
        title = _("{table}, issue {number} of {count}: {issue}").format(
            table=_table(self.table), number=place + 1, count=len(self.play.issues), issue=issue.title
        )
        return Question(title, _how_many(issue) or self._so_far(), options + _done(enough))

    def _so_far(self) -> str:
        """What was chosen for the issues before."""
        titles = [
            dict(issue.options)[option]
            for issue, choice in zip(self.play.issues, self.chosen, strict=False)
            for option in choice
        ]
        return _(", ").join(titles)

    def choose(self, option: str) -> Answer:
        """Switch an option, go to the next issue, or order the proposal."""
        issue = self._issue
        if (issue.least, issue.most) != (1, 1):
            if option != DONE:
                names = [name for name, _title in issue.options]
                return replace(self, picked=_toggled(self.picked, option, names))
            choice = self.picked
        else:
            choice = (option,)
        chosen = (*self.chosen, choice)
        if len(chosen) < len(self.play.issues):
            return replace(self, chosen=chosen, picked=())
        asked = {"play_id": self.play.play_id, "table": self.table, "deal": chosen}
        return Order(negotiating.propose, asked, partial(cards_of, table=self.table))


@dataclass(frozen=True, slots=True)
class CardsFlow:
    """The silent cards on a table's last proposal, role by role."""

    play_id: str
    tile: TableTile
    shown: tuple[tuple[str, bool], ...] = ()

    def question(self) -> Question:
        """The next role."""
        place = len(self.shown)
        role, name = self.tile.roles[place]
        card = next((one for one in self.tile.proposal.cards if one.role == role), None) if (
            self.tile.proposal
        ) else None  # fmt: skip
        note = _("Without this yes nothing passes.") if card and card.veto else ""
        title = _("{table}, card {number} of {count}: {role}").format(
            table=_table(self.tile.number), number=place + 1, count=len(self.tile.roles), role=name
        )
        options = (
            Option("yes", _("Yes"), icon="check"),
            Option("no", _("No"), icon="x"),
            Option(ALL, _("Yes, and all the others too"), icon="check"),
        )
        return Question(title, note, options)

    def choose(self, option: str) -> Answer:
        """The next role, or order all cards at once."""
        roles = [role for role, _name in self.tile.roles]
        shown = (*self.shown, (roles[len(self.shown)], option != "no"))
        if option == ALL:
            shown = (*shown, *((role, True) for role in roles[len(shown) :]))
        if len(shown) < len(roles):
            return replace(self, shown=shown)
        asked = {"play_id": self.play_id, "table": self.tile.number, "cards": dict(shown)}
        return Order(negotiating.show_cards, asked)


def cards_of(play: PlayNow, table: int) -> Flow | None:
    """The cards of a table that has proposed something."""
    tile = tile_of(play, table)
    return CardsFlow(play.play_id, tile) if tile and tile.proposal and tile.roles else None


@dataclass(frozen=True, slots=True)
class AgreeFlow:
    """A partial result: an issue, what they agree on, and who does."""

    play: PlayNow
    tile: TableTile
    issue: IssueLine | None = None
    picked: tuple[str, ...] = ()
    settled: bool = False
    roles: tuple[str, ...] = ()

    def _line(self, issue: str) -> AgreedLine | None:
        return next((one for one in self.tile.agreed if one.issue == issue), None)

    def question(self) -> Question:
        """The issue, then the options, then the roles."""
        table = _table(self.tile.number)
        if self.issue is None:
            return Question(_("{table}: on what do they agree?").format(table=table), "", self._issues())
        title = _("{table}: {issue}").format(table=table, issue=self.issue.title)
        if not self.settled:
            return Question(title, _how_many(self.issue), self._options(self.issue))
        return Question(title, _("Who agrees?"), self._roles())

    def _issues(self) -> tuple[Option, ...]:
        def agreed(issue: str) -> str:
            line = self._line(issue)
            return _(", ").join(line.options) if line else ""

        return tuple(
            Option(one.id, one.title, agreed(one.id), _("agreed") if agreed(one.id) else "", "ok")
            for one in self.play.issues
        )

    def _options(self, issue: IssueLine) -> tuple[Option, ...]:
        line = self._line(issue.id)
        several = (issue.least, issue.most) != (1, 1)
        options = tuple(
            Option(name, title, marked=name in self.picked, icon="check" if name in self.picked else "")
            for name, title in issue.options
        )
        back = (Option(NOBODY, _("They no longer agree"), icon="x"),) if line else ()
        return options + _done(several and issue.least <= len(self.picked) <= issue.most) + back

    def _roles(self) -> tuple[Option, ...]:
        names = tuple(
            Option(role, name, marked=role in self.roles, icon="check" if role in self.roles else "")
            for role, name in self.tile.roles
        )
        return (Option(ALL, _("Everybody"), icon="users"), *names, *_done(bool(self.roles)))

    def choose(self, option: str) -> Answer:
        """One question further, or order it."""
        if self.issue is None:
            return replace(self, issue=next(one for one in self.play.issues if one.id == option))
        if not self.settled:
            return self._chosen(self.issue, option)
        everybody = tuple(role for role, _name in self.tile.roles)
        if option == ALL:
            return self._order(self.issue, self.picked, everybody)
        if option == DONE:
            return self._order(self.issue, self.picked, self.roles)
        return replace(self, roles=_toggled(self.roles, option, everybody))

    def _chosen(self, issue: IssueLine, option: str) -> Answer:
        line = self._line(issue.id)
        if option == NOBODY and line is not None:
            return self._order(issue, line.choice, ())
        if (issue.least, issue.most) == (1, 1):
            return replace(self, picked=(option,), settled=True)
        if option == DONE:
            return replace(self, settled=True)
        return replace(self, picked=_toggled(self.picked, option, [name for name, _title in issue.options]))

    def _order(self, issue: IssueLine, choice: tuple[str, ...], roles: tuple[str, ...]) -> Order:
        asked = {
            "play_id": self.play.play_id, "table": self.tile.number, "issue": issue.id, "choice": choice,
            "roles": roles,
        }  # fmt: skip
        return Order(negotiating.agree_on, asked)


@dataclass(frozen=True, slots=True)
class HintFlow:
    """How strong a hint a table gets on its last proposal."""

    play: PlayNow
    tile: TableTile

    def question(self) -> Question:
        """The three strengths."""
        title = _("A hint for {table}").format(table=_table(self.tile.number))
        if self.tile.proposal is None:
            return Question(title, _("First the table must propose something."), ())
        options = (
            Option("1", _("How many could accept this"), icon="lightbulb"),
            Option("2", _("Also: which issue is worth another look"), icon="lightbulb"),
            Option("3", _("Also: one choice that would win most"), icon="lightbulb"),
        )
        return Question(title, _("You read it out at the table; the hall does not see it."), options)

    def choose(self, option: str) -> Answer:
        """Give it."""
        asked = {"play_id": self.play.play_id, "table": self.tile.number, "strength": int(option)}
        return Order(running.give_hint, asked)


@dataclass(frozen=True, slots=True)
class ColourFlow:
    """The card that a table holds up."""

    play: PlayNow
    tile: TableTile

    def question(self) -> Question:
        """Green, yellow, red."""
        title = _("{table} shows").format(table=_table(self.tile.number))
        options = (
            Option("green", _("Green"), _("We go on.")),
            Option("yellow", _("Yellow"), self.play.yellow),
            Option("red", _("Red"), self.play.red),
        )
        now = self.tile.colour or "green"
        marked = tuple(replace(one, icon="check" if one.id == now else "") for one in options)
        return Question(title, "", marked)

    def choose(self, option: str) -> Answer:
        """Show it."""
        colour = "" if option == "green" else option
        asked = {"play_id": self.play.play_id, "table": self.tile.number, "colour": colour}
        return Order(running.show_colour, asked)


@dataclass(frozen=True, slots=True)
class TableFlow:
    """Everything that can be done at a table."""

    play: PlayNow
    tile: TableTile

    def question(self) -> Question:
        """The ways, the first ones most used."""
        tile = self.tile
        asked = _("The call is answered") if tile.help else _("The table asks you to come")
        options = [
            Option("propose", _("Proposal"), icon="file-text"),
            Option("cards", _("Cards on the proposal"), icon="check"),
            Option("agree", _("Agreement on one issue"), icon="users"),
            Option("hint", _("Hint"), icon="lightbulb"),
            Option("more", _("A minute more"), icon="plus"),
            Option("less", _("A minute less"), icon="minus"),
            Option("colour", _("Green, yellow, red"), icon="flag"),
            Option("help", asked, icon="hand"),
        ]
        if tile.proposal is not None:
            options.append(Option("withdraw", _("Take the last proposal away"), _("final"), icon="trash-2"))
        return Question(_table(tile.number), "", tuple(options))

    def choose(self, option: str) -> Answer:
        """The flow of a way, or its order."""
        play, tile = self.play, self.tile
        flows: dict[str, Callable[[], Flow | None]] = {
            "propose": lambda: ProposalFlow(play, tile.number),
            "cards": lambda: cards_of(play, tile.number),
            "agree": lambda: AgreeFlow(play, tile),
            "hint": lambda: HintFlow(play, tile),
            "colour": lambda: ColourFlow(play, tile),
        }
        if option in flows:
            return flows[option]()
        place = {"play_id": play.play_id, "table": tile.number}
        if option == "help":
            return Order(running.ask_help, {**place, "wanted": not tile.help})
        if option == "withdraw":
            return Order(negotiating.withdraw_proposal, place)
        by_ms = MINUTE_MS if option == "more" else -MINUTE_MS
        return Order(running.allow_table, {**place, "by_ms": by_ms})
