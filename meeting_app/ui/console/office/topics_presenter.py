"""The list of topics without its widgets."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from meeting_app.domain.stage import ORDER
from meeting_app.i18n import _, ngettext
from meeting_app.queries import topics as topic_queries
from meeting_app.ui.console.office import words
from meeting_app.wording import labels, times

if TYPE_CHECKING:
    from meeting_app.queries.topics import TopicRow
    from meeting_app.ui.qt.office import Office

ALL = ""


@dataclass(frozen=True, slots=True)
class StageFilter:
    """A button over the list: a stage's code ("" = all), its words with the count."""

    stage: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One topic in the list; `chip` says the stage, and in `tone` danger that it is late."""

    topic_id: str
    title: str
    detail: str
    stage: str
    due: str
    chip: str
    tone: str


@dataclass(frozen=True, slots=True)
class TopicsPicture:
    """The list with its filters; `empty` tells what to do first when there is no topic at all."""

    filters: tuple[StageFilter, ...]
    lines: tuple[TopicLine, ...]
    empty: str


class TopicsPresenter:
    """Asks for the topics of a stage that contain a text."""

    def __init__(self, office: "Office") -> None:
        self._office = office
        self.stage = ALL
        self.text = ""

    def picture(self) -> TopicsPicture:
        """The topics as chosen; the counts of the filters are of all that match the text."""
        today = self._office.today()
        rows = self._office.records.ask(topic_queries.topic_list, today=today, text=self.text)
        shown = tuple(topic_line(row) for row in rows if self.stage in (ALL, row.stage))
        return TopicsPicture(self._filters(rows), shown, "" if shown else self._empty(bool(rows)))

    def _filters(self, rows: "tuple[TopicRow, ...]") -> tuple[StageFilter, ...]:
        counts = {stage: sum(row.stage == stage for row in rows) for stage in ORDER}
        everything = StageFilter(ALL, _("All {n}").format(n=len(rows)), len(rows))
        each = (
            StageFilter(stage, f"{labels.label(labels.STAGES, stage)} {count}", count)
            for stage, count in counts.items()
        )
        return (everything, *each)

    def _empty(self, others: bool) -> str:
        if self.text:
            return _("No topic contains “{text}”.").format(text=self.text)
        if others:
            return _("No topic stands at this stage.")
        return _("No topic yet. Write down the first one: what do the residents want to settle?")


def topic_line(row: "TopicRow") -> TopicLine:
    """A topic's title, number, supporters and plans in one row."""
    detail = words.joined(
        (
            row.number_label,
            times.full_day(row.raised_on),
            ngettext("{n} supporter", "{n} supporters", row.supporters).format(n=row.supporters)
            if row.supporters
            else "",
            ngettext("{n} plan", "{n} plans", row.plans).format(n=row.plans) if row.plans else "",
        )
    )
    due = ""
    if row.due_on is not None and not row.closed:
        due = (_("late since {day}") if row.overdue else _("until {day}")).format(day=times.day(row.due_on))
    stage = labels.label(labels.STAGES, row.stage)
    if row.closed:
        return TopicLine(row.id, row.title, detail, stage, "", _("ended"), "ok")
    tone = "danger" if row.overdue else "plain"
    return TopicLine(row.id, row.title, detail, stage, due, stage, tone)
