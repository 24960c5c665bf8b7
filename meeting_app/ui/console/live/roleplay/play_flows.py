"""What concerns the whole play: clues and events, its phases, the scene that the hall sees."""

from dataclasses import dataclass
from typing import Final

from meeting_app.actions.roleplay import running
from meeting_app.i18n import N_, _, ngettext
from meeting_app.queries.roleplay.types import ClueLine, EventLine, PhaseLine, PlayNow
from meeting_app.ui.console.live.roleplay.flow import Answer, Hold, Option, Order, Question
from meeting_app.wording import labels

FOLLOW: Final = "+follow"
# What may be put in: (kind, mode, minutes, title in the paper's language is the kind's own name)
INSERTED: Final = (
    ("slack", "plenary", 5), ("negotiate", "table", 8), ("caucus", "caucus", 5), ("gallery", "rotate", 5),
    ("debrief", "table", 5),
)  # fmt: skip
KINDS: Final = {
    "slack": N_("A break"),
    "negotiate": N_("One more round at the tables"),
    "caucus": N_("Talk within the parties"),
    "gallery": N_("Look at the other tables"),
    "debrief": N_("One more round of looking back"),
}
RULES: Final = {
    "may_share": N_("may share it"),
    "may_keep": N_("may keep it"),
    "must_answer": N_("must answer when asked"),
}
SCENES: Final = {
    "welcome": N_("The story, and that it is invented"),
    "roles": N_("Who is in the story"),
    "title": N_("This part and its clock"),
    "facts": N_("What everybody knows"),
    "tables": N_("Who pays how much"),
    "issues": N_("What is to be settled"),
    "clue": N_("The newest clue for all"),
    "event": N_("What has happened"),
    "turn": N_("Who changes places"),
    "talk": N_("Clock and tables"),
    "proposals": N_("What the tables propose"),
    "cards": N_("All show their card at once"),
    "colours": N_("Green, yellow, red"),
    "agreement": N_("What everybody at the table agrees on"),
    "derole": N_("We leave our roles"),
    "debrief": N_("Questions for looking back"),
    "shift": N_("What has moved"),
    "thanks": N_("Thanks"),
}


def clue_detail(clue: ClueLine) -> str:
    """For whom a clue is and what they may do with it."""
    whom = _(", ").join(clue.to) or _("everybody")
    return _("for {whom}, {rule}").format(whom=whom, rule=labels.label(RULES, clue.rule))


def when(part: ClueLine | EventLine) -> str:
    """When something comes out by the script."""
    if isinstance(part, EventLine) and part.trigger == "manual":
        return _("whenever you like")
    if isinstance(part, EventLine) and part.trigger == "deadlock":
        return ngettext("after {n} minute without a proposal", "after {n} minutes without a proposal",
                        part.minute).format(n=part.minute)  # fmt: skip
    if not part.when:
        return ""
    if not part.minute:
        return part.when
    return _("{phase}, minute {minute}").format(phase=part.when, minute=part.minute)


@dataclass(frozen=True, slots=True)
class ComingFlow:
    """Clues and events that are not out; those whose moment has come first."""

    play: PlayNow

    def question(self) -> Question:
        """All of them with their moments."""
        parts: list[ClueLine | EventLine] = [one for one in self.play.clues if not one.out]
        parts += [one for one in self.play.events if not one.fired]
        options = tuple(self._option(one) for one in sorted(parts, key=lambda one: not one.due))
        note = "" if options else _("Everything has come out.")
        return Question(_("Let a clue or an event out"), note, options)

    def _option(self, part: ClueLine | EventLine) -> Option:
        kind = "clue" if isinstance(part, ClueLine) else "event"
        detail = clue_detail(part) if isinstance(part, ClueLine) else part.text
        chip, tone = (_("due now"), "warn") if part.due else (when(part), "plain")
        icon = "file-text" if kind == "clue" else "circle-alert"
        return Option(f"{kind}:{part.id}", part.title, detail, chip, tone, icon=icon)

    def choose(self, option: str) -> Answer:
        """Let it out."""
        kind, _colon, name = option.partition(":")
        if kind == "clue":
            return Order(running.reveal_clue, {"play_id": self.play.play_id, "clue": name})
        return Order(running.fire_event, {"play_id": self.play.play_id, "event": name})


@dataclass(frozen=True, slots=True)
class PhasesFlow:
    """Change the course: once more, leave out, put in, back, end early."""

    play: PlayNow
    putting_in: bool = False

    def question(self) -> Question:
        """What can be done with the phase under way."""
        phase = self.play.phase
        if self.putting_in:
            options = tuple(
                Option(kind, labels.label(KINDS, kind), _("{n} min").format(n=minutes), icon="plus")
                for kind, _mode, minutes in INSERTED
            )
            return Question(_("What comes after this part?"), "", options)
        return Question(_("Change the course"), phase.title if phase else "", self._ways(phase))

    def _ways(self, phase: PhaseLine | None) -> tuple[Option, ...]:
        ways = []
        if phase is not None:
            ways.append(Option("repeat", _("This part once more from its start"), icon="rotate-ccw"))
            if phase.skippable:
                ways.append(Option("skip", _("Leave the rest of this part out"), icon="skip-forward"))
            ways.append(Option("insert", _("Put in a further part after it"), icon="plus"))
        if self.play.at > 0:
            ways.append(Option("back", _("Back to the part before"), icon="arrow-left"))
        if self.play.state == "running":
            ways.append(Option("end", _("End the role-play now"), _("final"), icon="flag"))
        return tuple(ways)

    def choose(self, option: str) -> Answer:
        """Do it; putting in asks what."""
        play_id = {"play_id": self.play.play_id}
        if self.putting_in:
            kind, mode, minutes = next(one for one in INSERTED if one[0] == option)
            title = labels.label(KINDS, kind)
            asked = {"kind": kind, "title": title, "mode": mode, "minutes": minutes}
            return Order(running.insert_phase, {**play_id, **asked})
        if option == "insert":
            return PhasesFlow(self.play, putting_in=True)
        if option == "end":
            return EndFlow(self.play.play_id)
        actions = {
            "repeat": running.repeat_phase, "skip": running.skip_phase, "back": running.previous_phase
        }  # fmt: skip
        return Order(actions[option], play_id)


@dataclass(frozen=True, slots=True)
class EndFlow:
    """Asks once more before the cast is forgotten."""

    play_id: str

    def question(self) -> Question:
        """Yes or no."""
        options = (
            Option("end", _("End it; who played whom is forgotten"), icon="flag"),
            Option("no", _("Not yet"), icon="x"),
        )
        note = _("What the tables came to and the sheets of the poll stay. This cannot be taken back.")
        return Question(_("End the role-play?"), note, options)

    def choose(self, option: str) -> Answer:
        """End it."""
        return Order(running.end_play, {"play_id": self.play_id}) if option == "end" else None


@dataclass(frozen=True, slots=True)
class SceneFlow:
    """Which scene the hall sees. `names` are those that show something, `held` the one that is held."""

    names: tuple[str, ...]
    held: str

    def question(self) -> Question:
        """Follow, or hold one."""
        follow = Option(FOLLOW, _("Follow the play by itself"), icon="refresh-cw" if self.held else "check")
        scenes = tuple(
            Option(name, labels.label(SCENES, name), chip=_("held") if name == self.held else "", tone="ok")
            for name in self.names
        )
        return Question(_("What the hall sees"), "", (follow, *scenes))

    def choose(self, option: str) -> Answer:
        """Show it."""
        return Hold("" if option == FOLLOW else option)
