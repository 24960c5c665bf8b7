"""Every page and state of the office by name, so that they can be looked at in one folder.

A scene builds its widget over an open community and says when it is complete; whoever makes the pictures
gives it a size and lets the program's events run until then.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from meeting_app.queries import meetings as meeting_queries
from meeting_app.queries import people as people_queries
from meeting_app.queries import topics as topic_queries
from meeting_app.ui.console.office.backup_scenes import backup_scenes, start_restore
from meeting_app.ui.console.office.call import CallPage
from meeting_app.ui.console.office.draw_scenes import draw_scenes
from meeting_app.ui.console.office.import_scenes import import_scenes
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.papers import PapersPage
from meeting_app.ui.console.office.passport import PassportPage
from meeting_app.ui.console.office.play_paper_scenes import play_paper_scenes
from meeting_app.ui.console.office.roleplay.scenes import roleplay_scenes
from meeting_app.ui.console.office.rules import RulesPage
from meeting_app.ui.console.office.scenario_editor.scenes import editor_scenes
from meeting_app.ui.console.office.shell import OfficeShell
from meeting_app.ui.console.office.start import StartPage
from meeting_app.ui.console.office.start_presenter import Doors

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office


def _complete(_widget: QWidget) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Scene:
    """A name for the file, the widget, and whether it has all that it waits for. The widget of a scene that
    `goes_on` is kept for the next one.
    """

    name: str
    build: Callable[[], QWidget]
    ready: Callable[[QWidget], bool] = _complete
    goes_on: bool = False


def start_scenes(doors: Doors) -> Iterator[Scene]:
    """The start page and its form."""

    def form() -> QWidget:
        page = StartPage(doors)
        page.show_form()
        page.form.confirm()
        return page

    yield Scene("start", lambda: StartPage(doors))
    yield Scene("start_new_community", form)
    yield Scene("start_restore", lambda: start_restore(doors))


def office_scenes(office: "Office") -> Iterator[Scene]:
    """Everything of an open community."""
    yield from page_scenes(office)
    yield from story_scenes(office)


def story_scenes(office: "Office") -> Iterator[Scene]:
    """Role-plays in the office: writing them, their papers, casting."""
    yield from editor_scenes(office)
    yield from play_paper_scenes(office)
    yield from roleplay_scenes(office)


def page_scenes(office: "Office") -> Iterator[Scene]:
    """The other pages, each as it opens and in the states that matter."""
    for name in ("today", "topics", "meetings", "tasks", "roster", "import", "settings", "keys", "call"):
        yield _scene(office, "call_new" if name == "call" else name, name)
    yield _scene(office, "papers", "papers", ready=_paper_shown)
    yield _scene(office, "papers_posted", "papers", ready=_posted, act=_put_up)
    yield _scene(office, "rules", "rules", version="residents_representatives_2026")
    yield _scene(office, "rules_owners", "rules", version="owners_major_2021")
    yield _scene(office, "rule_form", "rules", act=_rule_form, version="owners_general_2021")
    yield _scene(office, "find_nothing", "find", text="qqqq")
    yield _scene(office, "find", "find", text="l")
    yield _scene(office, "roster_organisations", "roster", tab="bodies")
    yield _scene(office, "roster_units", "roster", tab="units")
    yield _scene(office, "roster_unit_shares", "roster", tab="units", act=_joint)
    yield from import_scenes(office)
    yield _scene(office, "roster_new_person", "roster", act=lambda page: page.begin())
    yield _scene(office, "topic_new", "topics", new=True)
    yield _scene(office, "task_new", "tasks", act=lambda page: page.begin())
    yield _scene(office, "kinds", "kinds")
    copied = lambda widget: widget.page.form.isVisible()  # noqa: E731
    yield _scene(office, "kinds_own", "kinds", copied, lambda page: page.begin(), code="hearing")
    yield _scene(office, "kinds_own_agenda", "kinds")
    yield _scene(office, "draws_empty", "draws")
    yield _scene(office, "draw_new", "draws", act=lambda page: page.begin())
    yield from _topic_scenes(office)
    yield from _meeting_scenes(office)
    yield from backup_scenes(office)
    yield from draw_scenes(office)


def _scene(
    office: "Office",
    name: str,
    page: str,
    ready: Callable[[QWidget], bool] = _complete,
    act: Callable[[Any], None] | None = None,
    **arguments: Any,
) -> Scene:
    def build() -> QWidget:
        shell = OfficeShell(office)
        shell.show_page(page, **arguments)
        if act is not None:
            act(shell.page)
        return shell

    return Scene(name, build, ready)


def _joint(page: Any) -> None:
    """A unit whose shares do not add up yet."""
    lines = [line for line in page.units.table.table.lines if "1/2" in line.cells[-1]]
    if lines:
        page.open_unit(lines[0].id)
        next(iter(page.units.owners.shares.values())).setText("1/3")


def _rule_form(page: RulesPage) -> None:
    """The form over a shipped rule, without making a copy of it."""
    page.form.begin(page.presenter.packs()["owners_general_2021"])
    page.turn_to_form()


def _paper_shown(widget: QWidget) -> bool:
    page: Page | None = widget.page if isinstance(widget, OfficeShell) else None
    return not isinstance(page, PapersPage) or page.view.page.has_image() or not page.list.current_id()


def _public(page: PapersPage) -> str:
    """The first paper of the list that may hang on a board."""
    return next((item.row.id for item in page.presenter.picture().items if item.row.public), "")


def _put_up(page: PapersPage) -> None:
    """It is noted where the paper hangs, and a second place is being typed."""
    page.list.choose(_public(page))
    page.postings.place.setText(page.office.records.ask(people_queries.bodies)[0].name)
    page.postings.save.click()


def _posted(widget: QWidget) -> bool:
    page: Page | None = widget.page if isinstance(widget, OfficeShell) else None
    if not isinstance(page, PapersPage) or not _public(page):
        return True
    return _paper_shown(widget) and not page.postings.place.text()


def _topic_scenes(office: "Office") -> Iterator[Scene]:
    rows = office.records.ask(topic_queries.topic_list, today=office.today())
    topic = max(rows, key=lambda row: row.plans, default=None)
    if topic is None:
        return

    def plan(page: PassportPage) -> None:
        assert page.picture is not None
        page.begin_plan(page.picture.topic.plans[0].id if page.picture.topic.plans else "")

    yield _scene(office, "topic", "topic", topic_id=topic.id)
    yield _scene(office, "topic_plan", "topic", act=plan, topic_id=topic.id)
    yield _scene(office, "topic_move", "topic", act=lambda page: page.begin_move(), topic_id=topic.id)


def _meeting_scenes(office: "Office") -> Iterator[Scene]:
    rows = office.records.ask(meeting_queries.meeting_list)
    by_state = {row.state: row for row in rows}
    for state, row in by_state.items():
        yield _scene(office, f"call_{state}", "call", meeting_id=row.id)
    over = by_state.get("closed")
    if over is not None:
        yield _scene(office, "presence", "presence", meeting_id=over.id)
    coming = by_state.get("draft") or by_state.get("convened")
    if coming is None:
        return

    def item(page: CallPage) -> None:
        assert page.picture is not None
        votes = [line for line in page.picture.draft.items if line.kind == "vote"]
        page.edit_item((votes or list(page.picture.draft.items))[0].id)

    yield _scene(office, "papers_meeting", "papers", ready=_paper_shown, meeting_id=coming.id)
    yield _scene(office, "call_item", "call", act=item, meeting_id=coming.id)
    yield _scene(office, "call_people", "call", act=lambda page: page.see_to_people(), meeting_id=coming.id)
