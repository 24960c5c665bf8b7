"""The library without its widgets: plays and scenarios as rows, and what is told of a chosen one."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from meeting_app.i18n import _, language, ngettext
from meeting_app.queries.roleplay import casting as play_queries
from meeting_app.queries.roleplay import scenarios as shelf_queries
from meeting_app.queries.roleplay.casting import PlayLine
from meeting_app.queries.roleplay.scenarios import SHIPPED, ScenarioCard
from meeting_app.ui.console.office import words
from meeting_app.ui.console.office.rows import Row, heading, line
from meeting_app.wording.labels import label
from meeting_app.wording.roleplay_words import PLAY_CHIPS, PLAY_TONES

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

PLAY = "play:"
Facts = tuple[tuple[str, str], ...]


class LibraryPresenter:
    """Asks for plays and scenarios."""

    def __init__(self, office: "Office") -> None:
        self._office = office

    def plays(self) -> tuple[PlayLine, ...]:
        """All plays, the last prepared first."""
        return self._office.records.ask(play_queries.play_list)

    def shelf(self) -> tuple[ScenarioCard, ...]:
        """The community's scenarios, then the shipped ones; slow the first time, for a worker."""
        return self._office.records.ask(shelf_queries.shelf)

    def items(self) -> list[tuple[str, str]]:
        """The items for a role-play in meetings that are not over, as (id, words)."""
        found = self._office.records.ask(play_queries.play_items)
        return [(item_id, f"{meeting} · {title}") for item_id, meeting, title in found]

    def package(self, source: str) -> bytes:
        """A scenario as a file; for a worker."""
        return self._office.records.ask(shelf_queries.scenario_package, source=source)


def rows(plays: Iterable[PlayLine], cards: Sequence[ScenarioCard]) -> list[Row]:
    """Plays that are still to come or under way, the own scenarios, the shipped ones, plays that are over."""
    lines = [_play_row(one) for one in plays if one.state != "ended"]
    past = [_play_row(one) for one in plays if one.state == "ended"]
    own = [_card_row(card) for card in cards if not card.source.startswith(SHIPPED)]
    shipped = [_card_row(card) for card in cards if card.source.startswith(SHIPPED)]
    return [
        *_group("plays", _("Plays"), lines),
        *_group("own", _("Scenarios of this community"), own),
        *_group("shipped", _("Scenarios that come with the program"), shipped),
        *_group("past", _("Plays that are over"), past),
    ]


def _group(code: str, title: str, found: list[Row]) -> list[Row]:
    return [heading(code, title, str(len(found))), *found] if found else []


def _play_row(one: PlayLine) -> Row:
    detail = words.joined((one.meeting or _("on its own"), people(one.people)))
    return line(
        PLAY + one.id, one.title, detail, label(PLAY_CHIPS, one.state), PLAY_TONES[one.state], "users"
    )


def called(card: ScenarioCard) -> str:
    """A scenario's title; words in its place while it has none."""
    return card.title or _("Scenario without a title")


def _card_row(card: ScenarioCard) -> Row:
    state = _("draft") if not card.usable else _("has a draft") if card.changed else ""
    detail = words.joined((minutes(card), head_count(card))) if card.usable else _("not complete yet")
    return line(card.source, called(card), detail, state, "warn" if state else "plain", "file-text")


def people(number: int) -> str:
    """24 people; nothing for nobody."""
    return ngettext("{n} person", "{n} people", number).format(n=number) if number else ""


def minutes(card: ScenarioCard) -> str:
    """60 / 75 / 90 min."""
    return _("{minutes} min").format(minutes=" / ".join(str(one) for one in card.minutes))


def head_count(card: ScenarioCard) -> str:
    """6 to 48 people."""
    least, most = card.players
    return _("{least} to {most} people").format(least=least, most=most)


def summary(card: ScenarioCard) -> str:
    """What it is about, in the reader's language where there is a text."""
    chinese = language().startswith("zh")
    return (card.summary or card.summary_en) if chinese else (card.summary_en or card.summary)


def card_facts(card: ScenarioCard) -> Facts:
    """What is told of a scenario, each with its name."""
    if not card.usable:
        return ((_("State"), _("The draft has gaps; complete it in the editor before it can be played.")),)
    least, most = card.table
    tables = _("at tables of {least} to {most}").format(least=least, most=most)
    found = (
        (_("Players"), words.joined((head_count(card), tables))),
        (_("Lasts"), minutes(card)),
        (_("Issues"), _(", ").join(card.issues)),
        (_("Roles"), _(", ").join(card.roles)),
        (_("Setting"), card.setting),
        (_("Take care"), card.sensitive),
        (_("Written by"), card.author),
    )
    return tuple((name, text) for name, text in found if text)


def play_facts(one: PlayLine) -> Facts:
    """What is told of a play."""
    item = f"{one.meeting} · {one.item}" if one.meeting else _("on its own, in no meeting")
    return (
        (_("State"), label(PLAY_CHIPS, one.state)),
        (_("Item"), item),
        (_("Lasts"), _("{minutes} min").format(minutes=one.minutes)),
        (_("Players"), people(one.people) or _("nobody chosen yet")),
    )
