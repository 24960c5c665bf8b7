"""Groups and capacities as a list says them: 家长、新居民; 居民代表（晨光社区居民委员会，2026-01-01起）."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from meeting_app.actions.roster import cells
from meeting_app.actions.roster.cells import Unclear, plain, words


@dataclass(frozen=True, slots=True)
class Held:
    """A capacity as a list has it; local dates, `body` is an organisation's name or ""."""

    capacity: str
    body: str = ""
    since: date | None = None
    until: date | None = None


def groups_of(text: str) -> tuple[str, ...]:
    """Codes of the groups that are known, and other words as they stand."""
    known = {name: code for code, names in words()["groups"].items() for name in names}
    return tuple(
        dict.fromkeys(known.get(part.lower(), part[:40]) for part in cells.parts_of(text, "between_words"))
    )


def group_word(code: str, names: dict[str, str]) -> str:
    """A group as a list has it; `names` are the community's own ones by code."""
    known = words()["groups"].get(code)
    return str(known[0]) if known else names.get(code, code)


def capacities_of(text: str) -> tuple[str, ...]:
    """The capacities as they stand in the list; each must be one that is known."""
    parts = cells.parts_of(text, "between_words")
    for part in parts:
        held_of(part)
    return tuple(parts)


def held_of(text: str) -> Held:
    """One capacity with its organisation and dates. Raises Unclear when it is none."""
    found = cells.form("capacity").match(plain(text))
    known = {name: code for code, names in words()["capacities"].items() for name in names}
    code = known.get(found["name"].strip().lower()) if found else None
    if found is None or code is None:
        raise Unclear("capacity_unclear", text=text[:20])
    body, since, until = "", None, None
    for part in (found["rest"] or "").split(","):
        dates = cells.form("capacity_dates").match(part.strip())
        if part.strip() and dates and (dates["since"] or dates["until"]):
            since, until = _day(dates["since"], text), _day(dates["until"], text)
        elif part.strip():
            body = part.strip()
    return Held(code, body, since, until)


def _day(text: str | None, whole: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Unclear("capacity_unclear", text=whole[:20]) from error


def held_text(held: Held) -> str:
    """A capacity as a list has it; it reads back the same."""
    forms = words()["forms"]
    known = words()["capacities"].get(held.capacity, [held.capacity])
    dates = ""
    if held.since:
        form = "capacity_span" if held.until else "capacity_since"
        dates = forms[form].format(since=held.since.isoformat(), until=held.until)
    inside = forms["capacity_body" if held.body else "capacity_alone"].format(body=held.body, dates=dates)
    return str(known[0]) + (inside if dates else "")


def listed(parts: Iterable[str]) -> str:
    """Several in one cell."""
    return str(words()["forms"]["list_mark"]).join(parts)
