"""Calling a meeting without its widgets.

What, when and where, the agenda against the clock, the notice period, papers.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from meeting_app.domain.meeting_kind import Basis, MeetingKind
from meeting_app.domain.working_days import check_notice
from meeting_app.i18n import _, ngettext
from meeting_app.queries import meetings as meeting_queries
from meeting_app.queries import topics as topic_queries
from meeting_app.queries.attachments import attachments_of
from meeting_app.queries.ballot_papers import votes_on_paper
from meeting_app.queries.kinds import all_kinds
from meeting_app.queries.parking import put_off
from meeting_app.ui.console.office import words
from meeting_app.wording import labels, times

if TYPE_CHECKING:
    from meeting_app.domain.working_days import NoticeCheck
    from meeting_app.queries.attachments import AttachmentRow
    from meeting_app.queries.meetings import DraftItem, MeetingDraft
    from meeting_app.queries.paper_list import PaperRow
    from meeting_app.queries.parking import PutOff
    from meeting_app.ui.qt.office import Office

PLANNED: Final = ("draft", "convened")
PAPERS_TO_PRINT: Final = ("notice", "agenda", "sign_in", "badges")
BALLOT: Final = "ballot"
USUAL_HOUR: Final = 14
USUAL_MINUTE: Final = 30
SPARE_DAYS: Final = 2


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item as the agenda shows it; `problem` is "" or what is still missing."""

    item_id: str
    number: str
    title: str
    kind: str
    starts: str
    minutes: int
    problem: str


@dataclass(frozen=True, slots=True)
class NoticeDay:
    """A stop on the line of days; `state` is done (a day of the period) or open (the meeting)."""

    day: str
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class NoticePicture:
    """The period of notice: chip, line of days, the rule.

    `earliest` is the day to move the meeting to, None when it holds.
    """

    chip: str
    tone: str
    days: tuple[NoticeDay, ...]
    source: str
    earliest: date | None
    posted: bool


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper that belongs to the meeting: filed already or still to be made. It is `due` until it was made
    for a notice that stands: with another day or place, what was printed before is wrong.
    """

    kind: str
    label: str
    detail: str
    due: bool


@dataclass(frozen=True, slots=True)
class CallPicture:
    """All that the page shows of a meeting that is being prepared."""

    draft: "MeetingDraft"
    heading: str
    line: str
    lines: tuple[AgendaLine, ...]
    total: str
    ends: str
    notice: NoticePicture
    papers: tuple[PaperLine, ...]
    people: str
    editable: bool
    main: str
    main_does: str  # "post", "check_in" or "papers"
    put_off: str = ""  # what earlier meetings put off, in words; "" when nothing


class CallPresenter:
    """Asks for one meeting that is being prepared."""

    def __init__(self, office: "Office", meeting_id: str) -> None:
        self._office = office
        self.meeting_id = meeting_id

    def today(self) -> date:
        """The legal date of now."""
        return self._office.today()

    def topics(self) -> tuple[tuple[str, str], ...]:
        """The topics that an item can belong to."""
        rows = self._office.records.ask(topic_queries.topic_list, today=self.today())
        return tuple((row.id, row.title) for row in rows)

    def files(self, item_id: str) -> "tuple[AttachmentRow, ...]":
        """The pictures and PDFs of an item."""
        rows = self._office.records.ask(attachments_of, meeting_id=self.meeting_id)
        return tuple(row for row in rows if row.item_id == item_id)

    def put_off(self) -> "tuple[PutOff, ...]":
        """What earlier meetings put off and nobody has taken up."""
        return self._office.records.ask(put_off)

    def _ballots(self) -> bool:
        return self._office.records.ask(votes_on_paper, meeting_id=self.meeting_id)

    def _put_off(self) -> str:
        count = len(self.put_off())
        if not count:
            return ""
        text = ngettext("Take up {n} matter that was put off", "Take up {n} matters that were put off", count)
        return text.format(n=count)

    def picture(self) -> CallPicture | None:
        """The meeting as it stands; None when there is none."""
        draft = self._office.records.ask(
            meeting_queries.meeting_draft, meeting_id=self.meeting_id, today=self.today()
        )
        if draft is None:
            return None
        main, does = _main(draft.state)
        kind = self._office.records.ask(all_kinds).get(draft.kind)
        return CallPicture(
            draft=draft,
            heading=draft.title,
            line=words.joined(
                (
                    labels.meeting_kind(draft.kind, draft.kind_name),
                    _("from the topic “{title}”").format(title=draft.topic_title)
                    if draft.topic_title
                    else "",
                    "" if draft.state == "draft" else labels.label(labels.MEETING_STATES, draft.state),
                )
            ),
            lines=tuple(agenda_line(number, item) for number, item in enumerate(draft.items, start=1)),
            total=_total(draft),
            ends=_("ends {time}").format(time=times.clock(draft.ends_at)),
            notice=notice_picture(draft, kind),
            papers=paper_lines(draft, kind, ballots=self._ballots()),
            people=_people(draft),
            editable=draft.state in PLANNED,
            main=main,
            main_does=does,
            put_off=self._put_off(),
        )


def _main(state: str) -> tuple[str, str]:
    """Words and deed of the main button."""
    if state == "draft":
        return _("Print and note the day"), "post"
    if state == "convened":
        return _("Open the check-in"), "check_in"
    if state == "live":
        return _("Go to the meeting"), "check_in"
    return _("Its papers"), "papers"


def _total(draft: "MeetingDraft") -> str:
    count = len(draft.items)
    text = ngettext("{n} item, {span}", "{n} items, {span}", count)
    return text.format(n=count, span=words.hours(draft.planned_total_ms))


def _people(draft: "MeetingDraft") -> str:
    return words.joined((_called(draft), _officers(draft)))


def _officers(draft: "MeetingDraft") -> str:
    """How many of chair, recorder and two tellers are named."""
    named = sum(person is not None for person in (draft.chair, draft.recorder, draft.teller1, draft.teller2))
    return _("officers {n} of 4").format(n=named)


def _called(draft: "MeetingDraft") -> str:
    if not draft.invited:
        return _("nobody is invited yet")
    guests = draft.invited - draft.voters
    text = ngettext("{n} invited", "{n} invited", draft.invited).format(n=draft.invited)
    if not draft.rule:
        return text
    voters = ngettext("{n} with a vote", "{n} with a vote", draft.voters).format(n=draft.voters)
    return words.joined((text, voters)) if guests else voters


def agenda_line(number: int, item: "DraftItem") -> AgendaLine:
    """An item; a vote without its text says so, because such a notice cannot be posted."""
    problem = _("the text to vote on is missing") if item.kind == "vote" and item.motion is None else ""
    return AgendaLine(
        item.id,
        str(number),
        item.title,
        labels.label(labels.ITEM_KINDS, item.kind),
        _starts(item),
        times.minutes(item.planned_ms),
        problem,
    )


def _starts(item: "DraftItem") -> str:
    clock = times.clock(item.starts_at)
    text = _("from {time}") if item.fixed_minute is None else _("fixed {time}")
    return text.format(time=clock)


def notice_picture(draft: "MeetingDraft", kind: MeetingKind | None = None) -> NoticePicture:
    """The notice period by the kind's rule: posted, or as it would be if it were posted today."""
    posted = draft.posted_on is not None
    check = draft.notice
    source = notice_source(kind, draft.notice_days)
    days = check.period.days
    if check.holds:
        chip = ngettext("{n} full day", "{n} full days", days).format(n=days)
        return NoticePicture(chip, "ok", notice_days(check, posted), source, None, posted)
    chip = ngettext("{n} day short", "{n} days short", check.short_by).format(n=check.short_by)
    return NoticePicture(chip, "danger", notice_days(check, posted), source, check.earliest, posted)


def notice_days(check: "NoticeCheck", posted: bool) -> tuple[NoticeDay, ...]:
    """The line of days: posting, first and last day of the period, the meeting."""
    spare = (check.meeting_on - check.earliest).days
    if check.short_by:
        meeting = _("the meeting, too early")
    elif spare:
        meeting = ngettext("the meeting, {n} day to spare", "the meeting, {n} days to spare", spare).format(
            n=spare
        )
    else:
        meeting = _("the meeting")
    stops = [
        (check.period.posted, _("posted") if posted else _("post it today"), "done"),
        (check.period.first, _("day 1, the day after"), "done"),
        (check.period.last, _("day {n}, the period is full").format(n=check.period.days), "done"),
        (check.meeting_on, meeting, "open"),
    ]
    stops.sort(key=lambda stop: stop[0])
    return tuple(NoticeDay(times.day(day), text, state) for day, text, state in stops)


def notice_source(kind: MeetingKind | None, days: int) -> str:
    """Where the number of days comes from, in a sentence; a kind that was taken away follows custom."""
    if kind is None or kind.notice.basis is Basis.CUSTOM or not kind.notice.articles:
        return ngettext(
            "{n} day of notice is the custom here.", "{n} days of notice are the custom here.", days
        ).format(n=days)
    article = kind.notice.articles[0]
    if kind.notice.law == "property_rules":
        return _(
            "Regulations on property management, art. {article}; a last day on a holiday moves on."
        ).format(article=article)
    if kind.notice.basis is Basis.ANALOGY:
        return _(
            "As for the assembly: organic law of the residents' committees, art. {article}; "
            "a last day on a holiday moves on."
        ).format(article=article)
    return _(
        "Organic law of the residents' committees, art. {article}; a last day on a holiday moves on."
    ).format(article=article)


def paper_lines(
    draft: "MeetingDraft", kind: MeetingKind | None = None, *, ballots: bool = False
) -> tuple[PaperLine, ...]:
    """The papers that the kind needs before the meeting, and the ballots where it votes on paper, each with
    what is filed of it.
    """
    filed: dict[str, PaperRow] = {}
    for row in draft.papers:
        if row.state == "filed":
            filed.setdefault(row.kind, row)
    needed = kind.papers if kind is not None else PAPERS_TO_PRINT
    kinds = [one for one in PAPERS_TO_PRINT if one in needed] + [BALLOT] * ballots
    stands = draft.posted_on is not None
    return tuple(_paper_line(one, filed.get(one), stands=stands) for one in kinds)


def _paper_line(kind: str, row: "PaperRow | None", *, stands: bool) -> PaperLine:
    label = labels.label(labels.PAPERS, kind)
    if row is None:
        return PaperLine(kind, label, _("not made yet"), due=True)
    pages = ngettext("{n} page", "{n} pages", row.pages).format(n=row.pages)
    return PaperLine(kind, label, words.joined((pages, times.day(row.dated))), due=not stands)


def usual_start(kind: MeetingKind, today: date) -> datetime:
    """A start that keeps the kind's period of notice with two days to spare, in the afternoon."""
    day = today + timedelta(days=kind.notice_days + 1 + SPARE_DAYS)
    return datetime(day.year, day.month, day.day, USUAL_HOUR, USUAL_MINUTE, tzinfo=times.ZONE)


def day_rule(today: date, day: date, days: int) -> str:
    """Whether a notice that is put up today hangs long enough before that day; else the earliest one."""
    check = check_notice(today, day, days)
    if check.holds:
        rule = ngettext(
            "The notice must hang for {n} full day; the suggested day keeps that.",
            "The notice must hang for {n} full days; the suggested day keeps that.",
            days,
        )
    else:
        rule = ngettext(
            "The notice must hang for {n} full day: put up today, the earliest day is {day}.",
            "The notice must hang for {n} full days: put up today, the earliest day is {day}.",
            days,
        )
    return rule.format(n=days, day=times.day(check.earliest))


def usual_title(kind: MeetingKind, topic_title: str) -> str:
    """A title to start from: the topic and the kind, or the kind alone."""
    name = labels.meeting_kind(kind.code, kind.name)
    return _("{topic}: {kind}").format(topic=topic_title, kind=name) if topic_title else name
