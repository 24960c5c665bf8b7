"""Today's page without its widgets: the meeting that comes next, what is due, where the topics stand."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from meeting_app.i18n import _, ngettext
from meeting_app.queries import start as start_queries
from meeting_app.ui.console.office import words
from meeting_app.wording import labels, times

if TYPE_CHECKING:
    from meeting_app.queries.meetings import MeetingCard, Readiness
    from meeting_app.queries.paper_list import TaskRow
    from meeting_app.queries.start import StageCount, TodayView
    from meeting_app.ui.qt.office import Office

CONVENED: Final = ("convened", "live")
TASKS_SHOWN: Final = 5
MORNING_ENDS, AFTERNOON_ENDS = 12, 18


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """One fact about a meeting's preparation; `remedy` is what the button beside it says, "" for none."""

    code: str
    ok: bool
    text: str
    detail: str
    remedy: str


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """The sheet of the next meeting; its main button goes to the page `opens`: "live" or "call"."""

    meeting_id: str
    kicker: str
    remaining: str
    title: str
    line: str
    ready: tuple[ReadyLine, ...]
    main: str
    opens: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task with its chip; `tone` is the chip's."""

    task_id: str
    text: str
    who: str
    chip: str
    tone: str


@dataclass(frozen=True, slots=True)
class StageCell:
    """One stage of the closed loop with how many topics stand there."""

    stage: str
    label: str
    count: int
    samples: str


@dataclass(frozen=True, slots=True)
class TodayPicture:
    """All that today's page shows. Without a roster (`roster_begun`) that is what comes first."""

    heading: str
    greeting: str
    roster_begun: bool
    meeting: MeetingSheet | None
    tasks: tuple[TaskLine, ...]
    tasks_open: int
    stages: tuple[StageCell, ...]
    topics: int


class TodayPresenter:
    """Asks what today looks like and puts it into words."""

    def __init__(self, office: "Office") -> None:
        self._office = office

    def picture(self) -> TodayPicture:
        """Today as it stands in the records."""
        now_ms = self._office.desk.now().wall_ms
        today = times.local(now_ms).date()
        view = self._office.records.ask(start_queries.today_view, today=today)
        coming = view.next_meeting
        return TodayPicture(
            heading=words.weekday_day(today),
            greeting=greeting(view, today, times.local(now_ms).hour, self._operator()),
            roster_begun=view.roster_begun,
            meeting=None if coming is None else meeting_sheet(coming, today, now_ms, self._projector()),
            tasks=tuple(task_line(row) for row in view.tasks_due[:TASKS_SHOWN]),
            tasks_open=view.tasks_open,
            stages=tuple(stage_cell(count) for count in view.stage_counts),
            topics=sum(count.count for count in view.stage_counts),
        )

    def _projector(self) -> ReadyLine:
        """Whether the hall's picture has a screen."""
        status = self._office.projector.status
        done, missing, remedy = _ready_words("projector")
        if status.connected:
            return ReadyLine("projector", True, done, status.screen, "")
        return ReadyLine("projector", False, missing, _("it takes two minutes"), remedy)

    def _operator(self) -> str:
        from meeting_app.settings import OPERATOR

        return self._office.settings.get(OPERATOR)


def greeting(view: "TodayView", today: date, hour: int, operator: str) -> str:
    """One sentence: good morning, whether there is a meeting today, and whether anything is late."""
    late = view.tasks_late
    parts = [_salute(hour, operator)]
    coming = view.next_meeting
    if coming is not None and coming.starts_at.date() == today:
        parts.append(_("There is a meeting today."))
    elif coming is not None:
        days = (coming.starts_at.date() - today).days
        parts.append(
            ngettext("The next meeting is in {n} day.", "The next meeting is in {n} days.", days).format(
                n=days
            )
        )
    else:
        parts.append(_("No meeting is planned."))
    if late:
        parts.append(ngettext("{n} task is late.", "{n} tasks are late.", late).format(n=late))
    return words.sentences(parts)


def _salute(hour: int, operator: str) -> str:
    if hour < MORNING_ENDS:
        words_ = _("Good morning, {name}.") if operator else _("Good morning.")
    elif hour < AFTERNOON_ENDS:
        words_ = _("Good afternoon, {name}.") if operator else _("Good afternoon.")
    else:
        words_ = _("Good evening, {name}.") if operator else _("Good evening.")
    return words_.format(name=operator)


def meeting_sheet(card: "MeetingCard", today: date, now_ms: int, projector: ReadyLine) -> MeetingSheet:
    """The next meeting as a sheet."""
    of_today = card.starts_at.date() == today
    live = card.state == "live"
    facts = tuple(ready_line(fact) for fact in card.readiness if fact.code != "motions_written" or fact.other)
    if live:
        main = _("Back to the meeting")
    elif card.state in CONVENED and of_today:
        main = _("Open the check-in")
    else:
        main = _("Prepare the meeting")
    return MeetingSheet(
        meeting_id=card.id,
        kicker=_("In session") if live else _("Today's meeting") if of_today else _("The next meeting"),
        remaining="" if live else words.until(card.starts_at, now_ms),
        title=card.title,
        line=words.joined(
            (
                times.clock(card.starts_at) if of_today else words.moment(card.starts_at),
                card.place,
                ngettext("{n} invited", "{n} invited", card.invited).format(n=card.invited),
            )
        ),
        ready=(*facts, projector) if of_today else facts,
        main=main,
        # The check-in of another day is opened from the meeting's own page, never by an Enter in passing.
        opens="live" if live or (card.state in CONVENED and of_today) else "call",
    )


def ready_line(fact: "Readiness") -> ReadyLine:
    """A fact about the preparation: what is done, or what is missing and the button that does it."""
    done, missing, remedy = _ready_words(fact.code)
    return ReadyLine(
        fact.code, fact.ok, done if fact.ok else missing, _ready_detail(fact), "" if fact.ok else remedy
    )


def _ready_words(code: str) -> tuple[str, str, str]:
    """(done, missing, button) of a readiness code."""
    table = {
        "notice_posted": (
            _("The notice is posted in time"), _("The notice is not posted in time"), _("See to the notice")
        ),
        "motions_written": (
            _("The texts to vote on are written"), _("A text to vote on is missing"), _("Write the text")
        ),
        "invited": (_("The members are invited"), _("Nobody is invited yet"), _("Invite")),
        "officers_named": (
            _("Chair, recorder and tellers are named"),
            _("Chair, recorder or tellers are not named"),
            _("Name them"),
        ),
        "papers_filed": (_("The papers are made"), _("Papers are still to be printed"), _("Print papers")),
        "projector": (
            _("The projector is connected"), _("The projector was not tried yet"), _("Try the projector")
        ),
    }  # fmt: skip
    return table.get(code, (code, code, ""))


def _ready_detail(fact: "Readiness") -> str:
    if fact.code == "notice_posted":
        if fact.on is not None:
            return _("posted {day}").format(day=times.day(fact.on))
        return ngettext("{n} day of notice", "{n} days of notice", fact.figure).format(n=fact.figure)
    if fact.code == "invited" and fact.figure:
        return ngettext("{n} person", "{n} people", fact.figure).format(n=fact.figure)
    if fact.code == "papers_filed" and fact.figure:
        return ngettext("{n} paper", "{n} papers", fact.figure).format(n=fact.figure)
    if fact.code in ("officers_named", "motions_written") and fact.other:
        return _("{done} of {all}").format(done=fact.figure, all=fact.other)
    return ""


def task_line(row: "TaskRow") -> TaskLine:
    """A task with who does it and how much time is left."""
    chip, tone = words.days_left(row.days_left)
    who = words.joined((row.body, row.assignee))
    return TaskLine(row.id, row.text, who or _("nobody is named yet"), chip, tone)


def stage_cell(count: "StageCount") -> StageCell:
    """A stage of the loop with its number of topics and some of their names."""
    return StageCell(
        count.stage, labels.label(labels.STAGES, count.stage), count.count, words.listed(count.titles)
    )
