"""What checking a scenario found, in words: where it stands, what is wrong, what to do."""

from collections.abc import Mapping, Sequence

from meeting_app.domain.roleplay.casting import Reason
from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import N_, _
from meeting_app.scenarios import Document

FINDINGS: Mapping[str, str] = {
    "E01.form": N_("“{name}” is no short name. Use small letters, digits and _ , beginning with a letter."),
    "E01.twice": N_("“{name}” stands here for the second time. Give one of the two another short name."),
    "E01.unknown_party": N_("There is no party “{name}”. Add it, or choose one of: {known}."),
    "E01.unknown_role": N_("There is no role “{name}”. Add it, or choose one of: {known}."),
    "E01.unknown_option": N_("There is no option “{name}”. Add it, or choose one of: {known}."),
    "E01.unknown_value": N_("There is no value “{name}”. Add it, or choose one of: {known}."),
    "E01.unknown_phase": N_("There is no phase “{name}”. Add it, or choose one of: {known}."),
    "E01.unknown_event": N_("There is no event “{name}”. Add it, or choose one of: {known}."),
    "E01.unknown_attribute": N_(
        "Nobody is asked about “{name}” at check-in. Add it, or choose one of: {known}."
    ),
    "E01.unknown_attribute_value": N_(
        "“{name}” is none of the answers at check-in. Add it, or choose one of: {known}."
    ),
    "E01.unknown_question": N_("There is no question “{name}”. Add it, or choose one of: {known}."),
    "E01.unknown_issue": N_("There is no issue “{name}”. Add it, or choose one of: {known}."),
    "E01.not_offered": N_("“{name}” has no meaning here. Choose one of: {known}."),
    "E01.placeholder": N_(
        "“{name}” in braces stands for no number. Write for example score:issue.option, walk_away or table:table.option.payer, or take the braces away."
    ),
    "E02.no_plan": N_("There is no plan of phases. Add one, for example of 75 minutes."),
    "E02.sum": N_("The phases take {sum} minutes, the plan says {minutes}. Change one of them."),
    "E02.too_short": N_("“{phase}” has {minutes} minutes, at least {least} are needed. Give it more time."),
    "E02.cue_outside": N_("A cue at minute {minute} lies outside “{phase}” ({minutes} minutes). Move it."),
    "E02.warning_outside": N_(
        "A warning {minute} minutes before the end does not fit into “{phase}” ({minutes} minutes). Change it."
    ),
    "E02.without_poll_before": N_(
        "The plan of {minutes} minutes asks nothing before. Add the phase “poll_before”."
    ),
    "E02.without_derole": N_(
        "In the plan of {minutes} minutes nobody leaves the roles. Add the phase “derole”."
    ),
    "E02.without_poll_after": N_(
        "The plan of {minutes} minutes asks nothing afterwards. Add the phase “poll_after”."
    ),
    "E02.without_decision": N_(
        "In the plan of {minutes} minutes nothing is decided. Mark a phase as the final decision."
    ),
    "E03.no_scores": N_("Nobody has points yet. Fill in the score table."),
    "E03.score_missing": N_("The score of {role} for “{place}” is missing. Fill it in."),
    "E03.score_twice": N_("The score of {role} for “{place}” stands there twice. Delete one."),
    "E03.weights": N_("The weights of {role} come to {sum}, not to 100. Correct them."),
    "E03.veto_unscored": N_("{role} has a veto but no score. Give scores, or take the veto away."),
    "E03.veto_optional": N_(
        "{role} has a veto but may be left out. Make the role a fixed one, or take the veto away."
    ),
    "E03.accept": N_(
        "{accept} roles must accept, but {roles} have a score. Choose a number between 1 and {roles}."
    ),
    "E03.issue_bounds": N_(
        "“{issue}” has {options} options, of which from {least} to {most} are to be chosen. Make these numbers fit."
    ),
    "E03.out_of_reach": N_(
        "No possible deal gives {role} enough: the best gives {best} points. Lower the walk-away."
    ),
    "E04.release": N_("It is not clear when “{clue}” comes out. Name either a phase or an event."),
    "E04.nobody": N_("“{clue}” goes to nobody. Name roles, or write all."),
    "E04.absent": N_(
        "“{clue}” goes to “{role}”, who may be left out. Name into which role it merges, or choose another."
    ),
    "E04.not_in_plan": N_(
        "“{clue}” never comes out in the plan of {minutes} minutes: its phase is not there. Choose a phase of every plan."
    ),
    "E04.too_late": N_(
        "“{clue}” comes out after its phase has ended in the plan of {minutes} minutes. Choose an earlier minute."
    ),
    "E05.negative": N_("“{option}” costs or takes less than nothing. Correct the number."),
    "E05.shares": N_(
        "“{table}” has {shares} shares for {payers} payers under “{option}”. Give one for each."
    ),
    "E05.total": N_(
        "In “{table}” the shares of “{option}” come to {sum} yuan, the total says {total}. Correct one of them."
    ),
    "E05.nothing_possible": N_("No deal fulfils all constraints. Loosen one, or raise a limit."),
    "E05.too_many_choices": N_(
        "“{issue}” can be settled in more than {most} ways. Take away options, or allow fewer together."
    ),
    "E06.placeholder": N_(
        "A text that everybody sees shows a role's own numbers. Move them to the secret brief."
    ),
    "E06.walk_away": N_("A text that everybody sees tells a walk-away: “{word}”. Take it away."),
    "E06.secret": N_(
        "A text that everybody sees gives away what {owner} keeps secret: “{word}”. Word it otherwise."
    ),
    "E07.bounds": N_("The numbers of players contradict each other. The least must not be above the most."),
    "E07.no_tables": N_(
        "{n} head counts make no legal tables: {counts}. Widen the size of a table, allow teams, or add an observer."
    ),
    "E08.no_notice": N_("The sentence is missing that place and names are invented. Write it."),
    "E08.phone": N_("A telephone number stands here. Delete it; a role-play names nobody real."),
    "E08.identity_card": N_(
        "An identity card's number stands here. Delete it; a role-play names nobody real."
    ),
    "E08.resident": N_("“{name}” is the name of a resident here. Invent another name."),
    "W01.dead": N_("“{option}” is in no possible deal. Make it cheaper, loosen a constraint, or delete it."),
    "W02.idle": N_("The constraint “{constraint}” rules out nothing. Make it tighter, or delete it."),
    "W03.takes_all": N_(
        "{role} accepts {share} of possible deals and so has little to negotiate for. Raise the walk-away."
    ),
    "W03.takes_nothing": N_(
        "{role} accepts only {share} of possible deals and so blocks the table. Lower the walk-away."
    ),
    "W04.no_conflict": N_("All want the same on “{issue}”. Give somebody a reason to want something else."),
    "W05.no_trade": N_(
        "No two roles can trade one issue for another. Let two care differently about two issues."
    ),
    "W06.one_best": N_("One deal is the best for everybody. Move some points so that somebody has to give."),
    "W07.all_many": N_(
        "{share} of possible deals suit everybody; {least} to {most} make a good negotiation. Move the slider towards hard."
    ),
    "W07.all_few": N_(
        "Only {share} of possible deals suit everybody; {least} to {most} make a good negotiation. Move the slider towards easy."
    ),
    "W07.but_one_many": N_(
        "{share} of possible deals suit all but one; {least} to {most} are usual. Move the slider towards hard."
    ),
    "W07.but_one_few": N_(
        "Only {share} of possible deals suit all but one; {least} to {most} are usual. Move the slider towards easy."
    ),
    "W08.vetoes": N_("{party} holds {count} of the vetoes, more than half. Give one to another party."),
    "W09.public": N_(
        "The public brief of {role} has {length} characters, {most} fit on the card. Shorten it."
    ),
    "W09.secret": N_(
        "The secret brief of {role} has {length} characters, {most} fit on the card. Shorten it."
    ),
    "W10.long": N_("A sentence has {length} characters; up to {most} are easily understood. Make two of it."),
    "W10.rare": N_("“{character}” is a rare character. Choose a common word."),
    "W11.no_cue": N_(
        "“{phase}” has no cue for the facilitator (plan of {minutes} minutes). Write what to say."
    ),
    "W12.money": N_(
        "An amount stands here (“{word}”), but there is no money table. Add one, so that all amounts come from it."
    ),
}
SECTIONS: Mapping[str, str] = {
    "identity": N_("Identity"),
    "players": N_("Players"),
    "setting": N_("Setting"),
    "facts": N_("Public facts"),
    "parties": N_("Parties"),
    "roles": N_("Roles"),
    "issues": N_("Issues"),
    "rule": N_("Decision rule"),
    "plans": N_("Phases"),
    "poll": N_("Stance poll"),
    "debrief": N_("Debrief"),
    "safety": N_("Safety"),
    "minutes": N_("Minutes"),
    "attributes": N_("Questions at check-in"),
    "values": N_("Values"),
    "scores": N_("Score table"),
    "relations": N_("Relations"),
    "clues": N_("Clues"),
    "tables": N_("Money tables"),
    "constraints": N_("Constraints"),
    "events": N_("Events"),
    "swap": N_("Swap of roles"),
    "rotation": N_("Change of tables"),
    "materials": N_("Materials"),
}
FIELDS: Mapping[str, str] = {
    "title": N_("Title"),
    "text": N_("Text"),
    "public": N_("Public brief"),
    "secret": N_("Secret brief"),
    "opening": N_("Opening line"),
    "keep": N_("Must keep"),
    "give": N_("Can give"),
    "walk_away": N_("Walk-away"),
    "walk_away_text": N_("Walk-away in words"),
    "objectives": N_("Secret aims"),
    "must_not": N_("Must not"),
    "sheet": N_("Observer's sheet"),
    "options": N_("Options"),
    "cues": N_("Cues"),
    "phases": N_("Phases"),
    "payers": N_("Payers"),
    "columns": N_("Costs"),
    "vetoes": N_("Vetoes"),
    "questions": N_("Questions"),
    "interests": N_("Interests"),
    "summary": N_("Summary"),
    "fiction": N_("Notice of fiction"),
}
# What a scenario's text may have wrong beside what `yaml_problems` knows.
FILE_CAUSES: Mapping[str, str] = {
    "scenario_amount": N_(
        "“{word}” is no amount. Write a number with at most two decimals, for example 1200.50."
    ),
    "scenario_pair": N_(
        "“{word}” names one thing where two are needed. Write both with a point, for example where.front."
    ),
}
REASONS: Mapping[str, str] = {
    "opposite": N_("{attribute}: {own} in life, {role} in the play"),
    "same": N_("{attribute}: {own} in life and in the play, as nobody else was free"),
    "avoid": N_("{attribute}: {own} should not have had this role; it could not be helped"),
    "reading": N_("a short card, as reading help is wished for"),
    "by_hand": N_("set by the facilitator"),
    "watches": N_("wishes to watch only"),
    "unknown": N_("nothing was said at check-in"),
}
# Shares are in thousandths of the possible deals.
_SHARES = ("share", "least", "most")


def percent(per_mille: int) -> str:
    """A share in per cent with one decimal, which is left out when it is 0: 12.5%."""
    whole, rest = divmod(per_mille, 10)
    return f"{whole}.{rest}%" if rest else f"{whole}%"


def _shown(finding: Finding, name: str, value: object) -> object:
    shares = finding.code in ("W03", "W07") and name in _SHARES
    return percent(value) if shares and isinstance(value, int) else value


def finding_sentence(finding: Finding) -> str:
    """Cause and remedy."""
    message = _(FINDINGS[f"{finding.code}.{finding.case}"])
    return message.format_map({name: _shown(finding, name, one) for name, one in finding.params.items()})


def _called(value: object) -> str:
    """How a part of a scenario is called on the screen."""
    for name in ("title", "name", "label", "text", "id"):
        if word := getattr(value, name, ""):
            return str(word)[:24]
    return ""


def place(scenario: Scenario, path: Path) -> str:
    """Where a path leads, in words: Roles › Old Mr Qin › Secret brief."""
    value: object = scenario
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
            words.append(_called(value) or str(step + 1))
            continue
        value = getattr(value, step, None)
        label = SECTIONS.get(step) if not words else FIELDS.get(step)
        words.append(_(label) if label else "")
    return " › ".join(word for word in words if word)


def finding_line(scenario: Scenario, finding: Finding) -> str:
    """Code, place, cause and remedy in one line."""
    return _("{code} {place}: {what}").format(
        code=finding.code, place=place(scenario, finding.path), what=finding_sentence(finding)
    )


def reason_sentence(scenario: Scenario, reason: Reason) -> str:
    """Why a player has the role, for the facilitator."""
    attribute = next((one for one in scenario.attributes if one.id == reason.attribute), None)
    titles = dict(attribute.values) if attribute else {}
    return _(REASONS[reason.code]).format(
        attribute=attribute.title if attribute else reason.attribute,
        own=titles.get(reason.own, reason.own),
        role=titles.get(reason.role, reason.role),
    )


def file_lines(document: Document, findings: Sequence[Finding]) -> list[str]:
    """The findings with the line of the text where each can be mended, in the order of the lines."""
    return [
        _("{file}, line {line}, column {column}: {what}").format(
            file=document.file, line=line, column=column, what=f"{finding.code} {finding_sentence(finding)}"
        )
        for line, column, finding in document.located(findings)
    ]
