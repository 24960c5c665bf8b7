"""The pages of the office by name, as `office.go` calls them.

Modules are imported when their page is first opened.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from meeting_app.ui.console.office.page import Page
    from meeting_app.ui.qt.office import Office

Arguments = dict[str, Any]
# Pages of one record, which need to know which.
OF_ONE: Final = frozenset({"play", "play_papers", "scenario", "topic"})


def _today(office: "Office", _arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.today import TodayPage

    return TodayPage(office)


def _topics(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.topics import TopicsPage

    return TopicsPage(office, **arguments)


def _topic(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.passport import PassportPage

    return PassportPage(office, **arguments)


def _meetings(office: "Office", _arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.meetings import MeetingsPage

    return MeetingsPage(office)


def _call(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.call import CallPage
    from meeting_app.ui.console.office.draft import DraftPage

    return (
        CallPage(office, arguments["meeting_id"])
        if "meeting_id" in arguments
        else DraftPage(office, **arguments)
    )


def _kinds(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.kinds import KindsPage

    return KindsPage(office, **arguments)


def _rules(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.rules import RulesPage

    return RulesPage(office, **arguments)


def _roster(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.roster import RosterPage

    return RosterPage(office, **arguments)


def _import(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.roster_import import ImportPage

    return ImportPage(office, **arguments)


def _papers(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.papers import PapersPage

    return PapersPage(office, **arguments)


def _tasks(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.tasks import TasksPage

    return TasksPage(office, **arguments)


def _draws(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.draws import DrawsPage

    return DrawsPage(office, **arguments)


def _backups(office: "Office", _arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.backups_page import BackupsPage

    return BackupsPage(office)


def _settings(office: "Office", _arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.settings_page import SettingsPage

    return SettingsPage(office)


def _keys(office: "Office", _arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.keys import KeysPage

    return KeysPage(office)


def _find(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.find import FindPage

    return FindPage(office, **arguments)


def _presence(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.presence import PresencePage

    return PresencePage(office, **arguments)


def _scenario(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.scenario_editor.page import ScenarioPage

    return ScenarioPage(office, **arguments)


def _play_papers(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.play_papers import PlayPapersPage

    return PlayPapersPage(office, **arguments)


def _scenario_new(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.scenario_editor.new_page import NewScenarioPage

    return NewScenarioPage(office, **arguments)


def _scenarios(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.roleplay.library import ScenariosPage

    return ScenariosPage(office, **arguments)


def _play(office: "Office", arguments: Arguments) -> "Page":
    from meeting_app.ui.console.office.roleplay.play import PlayPage

    return PlayPage(office, **arguments)


PAGES: Final[Mapping[str, "Callable[[Office, Arguments], Page]"]] = {
    "today": _today,
    "topics": _topics,
    "topic": _topic,
    "meetings": _meetings,
    "call": _call,
    "kinds": _kinds,
    "rules": _rules,
    "presence": _presence,
    "roster": _roster,
    "import": _import,
    "papers": _papers,
    "tasks": _tasks,
    "draws": _draws,
    "scenarios": _scenarios,
    "play": _play,
    "settings": _settings,
    "backups": _backups,
    "keys": _keys,
    "find": _find,
    "scenario": _scenario,
    "play_papers": _play_papers,
    "scenario_new": _scenario_new,
}


def make_page(name: str, office: "Office", arguments: Arguments) -> "Page":
    """A page by its name; raises KeyError for one that the office does not have."""
    return PAGES[name](office, arguments)
