"""The parts of a scenario as they are offered to choose from."""

from collections.abc import Iterator

from meeting_app.domain.roleplay import vocabulary
from meeting_app.domain.roleplay.model import ALL, Scenario
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import _
from meeting_app.ui.console.office.scenario_editor.entries import Offer, Offers
from meeting_app.ui.console.office.scenario_editor.words import VOCABULARY


def called(name: str, place: int) -> str:
    """What something is called, or its number while it has no name."""
    return name or _("(no name yet, {number})").format(number=place + 1)


def _both(first: str, second: str) -> str:
    return _("{place}: {what}").format(place=first, what=second)


def option_titles(scenario: Scenario) -> dict[str, str]:
    """The names of the options alone, by issue.option."""
    return {
        f"{issue.id}.{option.id}": called(option.title, n)
        for issue in scenario.issues
        for n, option in enumerate(issue.options)
    }


def roles(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """All roles."""
    return [(role.id, called(role.name, at)) for at, role in enumerate(scenario.roles)]


def scored(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """The roles that have a score."""
    return [(role.id, called(role.name, at)) for at, role in enumerate(scenario.roles) if not role.observer]


def no_one_or(offers: Offers, nothing: str) -> Offers:
    """The same with "nothing" first."""
    return lambda scenario, path: [("", _(nothing)), *offers(scenario, path)]


def all_or_roles(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """Everybody at the table, or single roles."""
    return [(ALL, _("everybody at the table")), *roles(scenario)]


def other_roles(scenario: Scenario, path: Path) -> list[Offer]:
    """The roles but the one at the path."""
    return [offer for at, offer in enumerate(roles(scenario)) if at != path[1]]


def host_or_roles(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """Who can say whether a secret aim was reached."""
    return [(vocabulary.HOST, _("the facilitator")), *roles(scenario)]


def parties(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """The sides."""
    return [(one.id, called(one.name, at)) for at, one in enumerate(scenario.parties)]


def issues(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """The questions that are settled."""
    return [(one.id, called(one.title, at)) for at, one in enumerate(scenario.issues)]


def options(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """All options as issue.option."""
    return [
        (f"{issue.id}.{option.id}", _both(called(issue.title, at), called(option.title, n)))
        for at, issue in enumerate(scenario.issues)
        for n, option in enumerate(issue.options)
    ]


def values(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """What matters."""
    return [(one.id, called(one.name, at)) for at, one in enumerate(scenario.values)]


def attributes(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """The questions at check-in."""
    return [(one.id, called(one.title, at)) for at, one in enumerate(scenario.attributes)]


def answers(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """All answers at check-in as attribute.answer."""
    return [
        (f"{one.id}.{value}", _both(called(one.title, at), called(title, n)))
        for at, one in enumerate(scenario.attributes)
        for n, (value, title) in enumerate(one.values)
    ]


def _phases(scenario: Scenario) -> Iterator[Offer]:
    for plan in scenario.plans:
        yield from ((phase.id, called(phase.title, at)) for at, phase in enumerate(plan.phases))


def phases(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """The phases of all plans, each once."""
    found: dict[str, str] = {}
    for name, title in _phases(scenario):
        found.setdefault(name, title)
    return list(found.items())


def events(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """The turns of the story."""
    return [(one.id, called(one.title, at)) for at, one in enumerate(scenario.events)]


def questions(scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """The questions of the poll."""
    return [(one.id, called(one.text, at)) for at, one in enumerate(scenario.poll.questions)]


def words(kind: str) -> Offers:
    """The words of a fixed list."""
    return lambda _scenario, _path: [(value, _(text)) for value, text in VOCABULARY[kind].items()]


def _languages() -> list[Offer]:
    return [("zh-CN", _("Chinese")), ("en", _("English"))]


def languages(_scenario: Scenario, _path: Path = ()) -> list[Offer]:
    """In which language a scenario is written."""
    return _languages()
