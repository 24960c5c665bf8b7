"""A running play on the console, without Qt: what is said now, what the tables are at, what the keys do."""

from dataclasses import dataclass
from typing import Final

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext
from meeting_app.queries.roleplay.types import CueLine, PhaseLine, PlayNow, ProposalLine, TableTile
from meeting_app.ui.console.live.roleplay.strip import Segment
from meeting_app.wording import groups, times

MINUTE_MS: Final = 60_000


@dataclass(frozen=True, slots=True)
class TileShown:
    """A table as it is painted. `lines` are (issue, choice) of its last proposal, `cards` True, False or None
    in the order of the roles; `left_ms` what it has left when that is not what the others have.
    """

    number: int
    name: str
    people: str
    chip: str
    tone: str
    icon: str
    lines: tuple[tuple[str, str], ...]
    cards: tuple[bool | None, ...]
    said: str
    extra: str

    @property
    def told(self) -> str:
        """The whole tile for a screen reader."""
        lines = [f"{issue}: {choice}" for issue, choice in self.lines]
        return ". ".join(
            part for part in (self.name, self.people, self.chip, self.extra, *lines, self.said) if part
        )


@dataclass(frozen=True, slots=True)
class KeyShown:
    """What a key does now: a code, words, an icon."""

    code: str
    text: str
    icon: str
    enabled: bool = True


def segments(play: PlayNow, now: Instant) -> tuple[Segment, ...]:
    """The course of the play."""
    limit = max(1, play.clock.limit_ms)
    over = min(1000, 1000 * play.clock.elapsed(now) // limit)
    # A hundredth is enough: the strip is not painted anew with every tick.
    return tuple(
        Segment(one.minutes, one.state, over // 10 * 10 if one.state == "now" else 0, phase_told(one))
        for one in play.phases
    )


def phase_told(phase: PhaseLine) -> str:
    """A phase and its minutes."""
    return _("{phase}, {minutes} min").format(phase=phase.title, minutes=phase.minutes)


def course(play: PlayNow) -> str:
    """Part 7 of 11."""
    if play.state == "ended":
        return _("The role-play is over")
    if play.phase is None:
        return _("Not begun") if play.at < 0 else _("All parts are over")
    return _("Part {number} of {count}").format(number=play.at + 1, count=len(play.phases))


def coming(play: PlayNow) -> str:
    """What comes after the phase under way, and whether seats change with it."""
    following = next((one for one in play.phases if one.state == "next"), None)
    if following is None or play.state == "ended":
        return ""
    said = _("then: {phase}").format(phase=phase_told(following))
    turn = turn_words(following.turn)
    return f"{said} ({turn})" if turn else said


def turn_words(turn: str) -> str:
    """What happens to the seats when a phase begins."""
    return {
        "swap": _("roles change hands"), "rotate": _("tables change"), "both": _("roles and tables change"),
    }.get(turn, "")  # fmt: skip


def title(play: PlayNow) -> str:
    """What goes on."""
    if play.phase is not None and play.state != "ended":
        return play.phase.title
    return play.title


def cue(play: PlayNow) -> str:
    """What the facilitator may say now, as it stands in the script."""
    return play.cue.text if play.cue is not None else ""


def next_cue(play: PlayNow, now: Instant) -> str:
    """The next cue and in how many minutes it comes; rounded up, at least one."""
    if not play.coming:
        return ""
    one: CueLine = play.coming[0]
    left = max(1, -(-(one.minute * MINUTE_MS - play.clock.elapsed(now)) // MINUTE_MS))
    return ngettext("in {n} minute: {cue}", "in {n} minutes: {cue}", left).format(n=left, cue=one.text)


def _chip(tile: TableTile) -> tuple[str, str, str]:
    """(words, tone, icon) of what matters most at a table."""
    if tile.colour == "red":
        return _("Red card"), "danger", "hand"
    if tile.help:
        return _("asks for you"), "warn", "hand"
    if tile.colour == "yellow":
        return _("Yellow card"), "warn", "flag"
    if tile.proposal is None:
        return "", "plain", ""
    if tile.proposal.accepted is None:
        return _("proposal no. {number}").format(number=tile.proposal.number), "plain", "file-text"
    return (_("accepted"), "ok", "check") if tile.proposal.accepted else (_("not accepted"), "plain", "x")


def _cards(proposal: ProposalLine) -> str:
    """How the cards stand, and for the facilitator alone who said yes below the own limit."""
    verdict = proposal.verdict
    open_ = sum(one.accepts is None for one in proposal.cards)
    if open_ == len(proposal.cards):
        return _("No card shown yet.")
    said = _("{yes} of {voices} yes, {needed} needed.").format(
        yes=verdict.yes, voices=verdict.voices, needed=verdict.needed
    )
    names = {one.role: one.name for one in proposal.cards}
    below = [names[role] for role in verdict.below]
    if below:
        return said + " " + _("Yes below the own limit: {names}.").format(names=_(", ").join(below))
    return said


def _hint(tile: TableTile) -> str:
    """The hint that a table was given."""
    if tile.hint is None:
        return ""
    found = tile.hint.hint
    said = [_("Hint: {accept} of {voices} could accept.").format(accept=found.accept, voices=found.voices)]
    if tile.hint.strength > 1:
        said.append(
            _("Worth another look: {issue}.").format(issue=tile.hint.issue)
            if tile.hint.issue
            else _("No single change wins anybody.")
        )
    if tile.hint.options:
        said.append(_("For example: {options}.").format(options=_(", ").join(tile.hint.options)))
    return " ".join(said)


def _extra(tile: TableTile) -> str:
    minutes = tile.allowance_ms // MINUTE_MS if tile.allowance_ms >= 0 else -(-tile.allowance_ms // MINUTE_MS)
    if not minutes:
        return ""
    return _("{n} min more").format(n=minutes) if minutes > 0 else _("{n} min less").format(n=-minutes)


def tile(one: TableTile) -> TileShown:
    """A table as it is painted."""
    words, tone, icon = _chip(one)
    proposal = one.proposal
    agreed = _(", ").join(line.title for line in one.agreed if line.all)
    lines = tuple((issue, _(", ").join(choice)) for issue, choice in proposal.choices) if proposal else ()
    if proposal is None:  # what they agree on already
        lines = tuple((line.title, _(", ").join(line.options)) for line in one.agreed if line.all)
    said = _hint(one) or (_cards(proposal) if proposal else "")
    if not said and agreed:
        said = _("Agreed: {issues}.").format(issues=agreed)
    people = ngettext("{n} person", "{n} people", one.people).format(n=one.people)
    cards = tuple(card.accepts for card in proposal.cards) if proposal else ()
    return TileShown(
        one.number, groups.table(str(one.number)), people, words, tone, icon, lines, cards,
        said or _("No proposal yet."), _extra(one),
    )  # fmt: skip


def main(play: PlayNow) -> KeyShown:
    """Enter."""
    steps = play.steps
    following = next((one.title for one in play.phases if one.state == "next"), "")
    shown = {
        "start": KeyShown("start", _("Begin the role-play"), "play"),
        "release": KeyShown("release", _("Clue: {title}").format(title=steps.target_title), "lightbulb"),
        "fire": KeyShown("fire", _("Announce: {title}").format(title=steps.target_title), "circle-alert"),
        "next": KeyShown("next", _("Next part: {phase}").format(phase=following), "skip-forward"),
        "finish": KeyShown("finish", _("That was the last part"), "flag"),
        "end": KeyShown("end", _("End the role-play"), "flag"),
    }
    if play.state == "prepared":
        return KeyShown("cast", _("Give out the roles"), "users")
    return shown.get(steps.enter, KeyShown("leave", _("Next item"), "skip-forward"))


def step(play: PlayNow) -> KeyShown:
    """Right: the big button at the lower left."""
    following = next((one for one in play.phases if one.state == "next"), None)
    if play.steps.right == "start":
        return KeyShown("start", _("Begin the role-play"), "play")
    if play.steps.right == "finish":
        return KeyShown("finish", _("That was the last part"), "flag")
    if play.steps.right == "next" and following is not None:
        return KeyShown("next", following.title, "skip-forward")
    return KeyShown("", "", "", enabled=False)


def happened(play: PlayNow) -> str:
    """Clues, events and sheets so far."""
    out = sum(one.out for one in play.clues)
    fired = sum(one.fired for one in play.events)
    poll = play.poll
    said = _("Clues {out} of {clues}, events {fired} of {events}").format(
        out=out, clues=len(play.clues), fired=fired, events=len(play.events)
    )
    sheets = _("sheets before {before}, after {after}").format(before=poll.before, after=poll.after)
    return _("{said}; {sheets}").format(said=said, sheets=sheets)


def resumed(play: PlayNow, now: Instant) -> str:
    """Where a play stands when the program finds it under way, to the second."""
    if play.state != "running" or play.phase is None:
        return ""
    left = play.clock.remaining(now)
    if left >= 0:
        said = _("The role-play is at “{phase}”, {span} are left.")
    else:
        said = _("The role-play is at “{phase}”, {span} over time.")
    if not play.clock.running:
        said = _("The role-play is at “{phase}”, its clock stands with {span} left.")
    return said.format(phase=play.phase.title, span=times.spoken(abs(left)))
