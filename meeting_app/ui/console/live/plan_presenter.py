"""The agenda as a table with what each way of re-planning would make of it, without its widgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext
from meeting_app.queries.live import LiveItem, LiveView
from meeting_app.queries.replan import ReplanRow, ReplanView, WayView
from meeting_app.ui.console.live import words
from meeting_app.wording import labels, times

MINUTE_MS = 60_000
STEP_MIN = 5
USUAL_EXTENSION = 10


@dataclass(frozen=True, slots=True)
class PlanLine:
    """An item: number, title, marks, planned, how it stands, and by each way; `tone` as for labels."""

    item_id: str
    cells: tuple[str, ...]
    tone: str
    strong: bool


@dataclass(frozen=True, slots=True)
class WayShown:
    """A way as a button: its words, what it comes to, whether it can be chosen."""

    text: str
    sub: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class PlanPicture:
    """All that the page shows. `extension` are the minutes that would be enough."""

    status: str
    tone: str
    hint: str
    lines: tuple[PlanLine, ...]
    ways: tuple[WayShown, WayShown, WayShown]
    extension: int


def length(ms: int) -> str:
    """Minutes and seconds: 13:20; whole minutes alone."""
    minutes, seconds = divmod((ms + 500) // 1000, 60)
    return f"{minutes}:{seconds:02d}" if seconds else str(minutes)


def minute_of_day(minute: int) -> str:
    """A fixed start as a time of day."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def marks(item: LiveItem) -> str:
    """What re-planning may do with an item, and when it begins at the earliest."""
    found = [labels.label(labels.ITEM_KINDS, item.kind)]
    if item.fixed_minute is not None:
        found.append(_("at {time}").format(time=minute_of_day(item.fixed_minute)))
    if item.protected:
        found.append(_("protected"))
    elif item.droppable:
        found.append(_("may be moved out"))
    return words.joined(*found)


def stands(item: LiveItem, now: Instant) -> str:
    """Planned against actual: what it took and by how much that differs, or what it is given now."""
    used = times.minutes(item.clock.elapsed(now))
    if item.state == "done":
        return _("took {n}").format(n=used) + f" ({words.deviation(item.deviation_ms)})"
    if item.state == "skipped":
        return _("left out")
    if item.state == "current":
        given = length(item.clock.limit_ms)
        return _("used {used} of {given}").format(used=used, given=given)
    if item.clock.limit_ms != item.planned_ms:
        return _("now {n}").format(n=length(item.clock.limit_ms))
    return ""


def _previews(row: ReplanRow | None, *, needed: bool) -> tuple[str, str, str]:
    if row is None or not needed:
        return "", "", ""
    out = _("moved out") if row.moved_out else _changed(row.now_ms, row.move_out_ms)
    return _changed(row.now_ms, row.spread_ms), _changed(row.now_ms, row.from_item_ms), out


def _changed(before: int, after: int) -> str:
    """An unchanged length as it is, a changed one with an arrow."""
    return f"\u2192 {length(after)}" if after != before else length(after)


def _line(item: LiveItem, row: ReplanRow | None, now: Instant, *, needed: bool) -> PlanLine:
    title = _("{title} (once more)").format(title=item.title) if item.repeated else item.title
    cells = (
        str(item.number), title, marks(item), length(item.planned_ms), stands(item, now),
        *_previews(row, needed=needed),
    )  # fmt: skip
    return PlanLine(
        item.id, cells, "muted" if item.state in ("done", "skipped") else "", item.state == "current"
    )


def _comes_to(way: WayView, ends: datetime) -> str:
    missing = times.minutes(way.missing_ms)
    if missing > 0:
        return _("still {n} min late").format(n=missing)
    return _("ends {time}, as agreed").format(time=times.clock(ends))


def _shown(text: str, way: WayView, plan: ReplanView) -> WayShown:
    if not plan.needed:
        return WayShown(text, _("nothing is missing"), enabled=False)
    if not way.wins:
        return WayShown(text, _("wins nothing"), enabled=False)
    return WayShown(text, _comes_to(way, plan.agreed_end), enabled=True)


def ways(plan: ReplanView) -> tuple[WayShown, WayShown, WayShown]:
    """The three ways as buttons."""
    chosen = next((row for row in plan.rows if row.item_id == plan.chosen_id), None)
    from_item = (
        _("From item {number} alone").format(number=chosen.number) if chosen else _("From one item alone")
    )
    gone = sum(row.moved_out for row in plan.rows)
    out = ngettext("Move {n} item out", "Move {n} items out", gone).format(n=gone)
    return (
        _shown(_("Spread evenly"), plan.spread, plan),
        _shown(from_item, plan.from_item, plan),
        _shown(out, plan.move_out, plan) if gone else _nothing_may_go(plan),
    )


def _nothing_may_go(plan: ReplanView) -> WayShown:
    sub = _("no item may go; D marks one") if plan.needed else _("nothing is missing")
    return WayShown(_("Move items out"), sub, enabled=False)


def extension(plan: ReplanView) -> int:
    """Minutes by which extending would be enough, in steps of five."""
    if not plan.needed:
        return USUAL_EXTENSION
    return -(-plan.late_ms // (STEP_MIN * MINUTE_MS)) * STEP_MIN


def extended(plan: ReplanView, minutes: int) -> str:
    """What extending by so many minutes comes to."""
    ends = times.clock(plan.agreed_end + timedelta(minutes=minutes))
    return _("to {time}; a decision").format(time=ends)


def status(view: LiveView, plan: ReplanView, now: Instant) -> tuple[str, str]:
    """Where the meeting stands, and the tone of it."""
    projected = words.plan_now(view, now)
    ends = view.starts_at + timedelta(milliseconds=projected.projected_end_ms)
    late, tone = words.lateness(projected.late_ms)
    said = _("ends about {time}").format(time=times.clock(ends))
    agreed = _("agreed {time}").format(time=times.clock(plan.agreed_end))
    return words.joined(said, agreed, late), tone


def picture(view: LiveView, plan: ReplanView, now: Instant) -> PlanPicture:
    """The page at this moment."""
    rows: Mapping[str, ReplanRow] = {row.item_id: row for row in plan.rows}
    said, tone = status(view, plan, now)
    hint = (
        _("The columns 1 to 3 show what each way leaves; nothing is changed until you choose one.")
        if plan.needed
        else _("The time is enough. Ways to shorten appear here when the meeting is late.")
    )
    return PlanPicture(
        said,
        tone,
        hint,
        tuple(_line(item, rows.get(item.id), now, needed=plan.needed) for item in view.items),
        ways(plan),
        extension(plan),
    )
