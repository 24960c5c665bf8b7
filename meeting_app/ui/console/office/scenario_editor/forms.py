"""The forms of all sections, field by field. Without Qt; words are msgids."""

from typing import Any, Final

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay.checks_words import PUBLIC_MOST, SECRET_MOST
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import N_
from meeting_app.ui.console.office.scenario_editor import makers, names
from meeting_app.ui.console.office.scenario_editor.entries import Entry

NOBODY: Final = N_("nobody")
NOT_SET: Final = N_("not said yet")


def _is(name: str, *values: Any) -> Any:
    """A field that is there when another field of the same part has one of these values."""

    def shown(scenario: Scenario, base: Path) -> bool:
        return editing.value_at(scenario, (*base, name)) in values

    return shown


def _plays(scenario: Scenario, base: Path) -> bool:
    return not scenario.roles[int(base[1])].observer


def _watches(scenario: Scenario, base: Path) -> bool:
    return scenario.roles[int(base[1])].observer


IDENTITY: Final = (
    Entry(("identity", "title"), N_("Title of the scenario")),
    Entry(("identity", "summary"), N_("What it is about"), "text", N_("Two sentences for the library.")),
    Entry(("identity", "fiction"), N_("Notice of fiction"), "text",
          N_("Say that place and people are invented and that nothing real is decided today.")),
    Entry(("players", "least"), N_("Fewest players"), "number", wide=False),
    Entry(("players", "most"), N_("Most players"), "number", wide=False),
    Entry(("players", "table_least"), N_("Fewest at one table"), "number", wide=False),
    Entry(("players", "table_most"), N_("Most at one table"), "number", wide=False),
    Entry(("players", "teams"), N_("Several may play one role together"), "flag"),
    Entry(("identity", "author"), N_("Written by"), wide=False),
    Entry(("identity", "licence"), N_("Licence"), wide=False),
    Entry(("identity", "category"), N_("Field"), wide=False),
    Entry(("identity", "language"), N_("Language of the texts"), "choice", wide=False,
          offers=names.languages),
    Entry(("identity", "summary_en"), N_("Summary in English"), "text", rows=2),
)  # fmt: skip
SETTING: Final = (
    Entry(("setting",), N_("The place and what has happened"), "text", rows=5,
          hint=N_("Invented, but as it could be. It is read out at the beginning.")),
    Entry(("facts",), N_("Public facts"), "table", N_("Paste several paragraphs: each becomes a fact."),
          columns=(Entry(("title",), N_("Title")), Entry(("text",), N_("Text"), "text"),
                   Entry(("when",), N_("When"))), new=makers.NEW["facts"]),
    Entry(("materials",), N_("Materials"), "lines", N_("One a line, for example envelopes for each table.")),
)  # fmt: skip
PARTIES: Final = (
    Entry(("parties",), N_("Parties"), "table", N_("For example those upstairs, those downstairs."),
          columns=(Entry(("name",), N_("What it is called")),), new=makers.NEW["parties"]),
    Entry(("relations",), N_("Between people"), "table", N_("Everybody knows it."),
          columns=(Entry(("first",), N_("Who"), "choice", offers=names.roles),
                   Entry(("second",), N_("and whom"), "choice", offers=names.roles),
                   Entry(("text",), N_("What is between them"), "text")), new=makers.NEW["relations"]),
)  # fmt: skip
ATTRIBUTE: Final = (
    Entry(("title",), N_("What is asked"), hint=N_("For example: on which storey do you live?")),
    Entry(("values",), N_("Answers"), "table", columns=(Entry((1,), N_("Answer")),),
          new=makers.NEW["answers"]),
    Entry(("ordered",), N_("The answers have an order: further apart is more unlike"), "flag"),
)  # fmt: skip
ROLE: Final = (
    Entry(("name",), N_("Name"), wide=False, hint=N_("Invented.")),
    Entry(("party",), N_("Party"), "choice", wide=False, offers=names.no_one_or(names.parties, NOT_SET)),
    Entry(("public",), N_("Public brief"), "text", rows=2, most=PUBLIC_MOST,
          hint=N_("What everybody may know.")),
    Entry(("walk_away",), N_("Only watches and has no points"), "walk_away"),
    Entry(("secret",), N_("Secret brief"), "text", rows=4, most=SECRET_MOST, shown=_plays,
          hint=N_("Only on this card: what the person really wants and fears.")),
    Entry(("opening",), N_("Opening line"), shown=_plays),
    Entry(("keep",), N_("Must keep"), "lines", rows=2, wide=False, shown=_plays),
    Entry(("give",), N_("Can give"), "lines", rows=2, wide=False, shown=_plays),
    Entry(("walk_away_text",), N_("Walk-away in words"), shown=_plays,
          hint=N_("When the person says no; the number stands in the points.")),
    Entry(("objectives",), N_("Secret aims"), "table", shown=_plays,
          columns=(Entry(("text",), N_("Aim"), "text"),
                   Entry(("verifier",), N_("Who says whether it was reached"), "choice",
                         offers=names.host_or_roles)), new=makers.NEW["objectives"]),
    Entry(("must_not",), N_("Must not"), "lines", rows=2, shown=_plays),
    Entry(("sheet",), N_("Observer's sheet"), "lines", N_("One question a line."), shown=_watches),
    Entry(("plays",), N_("The person played is"), "ticks", offers=names.answers, pairs=True),
    Entry(("avoid",), N_("Not to be given to players who are"), "ticks", offers=names.answers, pairs=True),
    Entry(("optional",), N_("May be left out when fewer people come"), "flag"),
    Entry(("merge_into",), N_("Who then speaks for it"), "choice", shown=_is("optional", True),
          offers=names.no_one_or(names.other_roles, NOBODY)),
)  # fmt: skip
ISSUE: Final = (
    Entry(("title",), N_("Issue"), hint=N_("A question, for example: who pays?")),
    Entry(("text",), N_("Text"), "text", rows=2),
    Entry(("options",), N_("Options"), "table", N_("Paste a column of a table: each line becomes an option."),
          columns=(Entry(("title",), N_("Option")), Entry(("text",), N_("Text"), "text"),
                   Entry(("cost_fen",), N_("Cost (yuan)"), "money"),
                   Entry(("area_c",), N_("Area (m²)"), "area")), new=makers.NEW["options"]),
    Entry(("least",), N_("Choose at least"), "number", wide=False),
    Entry(("most",), N_("Choose at most"), "number", wide=False),
)  # fmt: skip
CONSTRAINT: Final = (
    Entry(("kind",), N_("What it rules out"), "choice", offers=names.words("constraint")),
    Entry(("text",), N_("In words"), "text", rows=2, hint=N_("Everybody sees it.")),
    Entry(("limit",), N_("Limit (yuan or m²)"), "money", shown=_is("kind", "budget", "area")),
    Entry(("options",), N_("Options"), "ticks", offers=names.options, pairs=True,
          shown=_is("kind", "forbid", "require", "include")),
)  # fmt: skip
TABLE: Final = (
    Entry(("title",), N_("Title")),
    Entry(("payers",), N_("Payers"), "own"),
)  # fmt: skip
CLUE: Final = (
    Entry(("title",), N_("Title")),
    Entry(("text",), N_("Text"), "text"),
    Entry(("to",), N_("Who gets it"), "ticks", offers=names.all_or_roles),
    Entry(("rule",), N_("What its owner may do"), "choice", offers=names.words("clue_rule")),
    Entry(("release", "phase"), N_("Comes out in the phase"), "choice", wide=False,
          offers=names.no_one_or(names.phases, N_("not in a phase"))),
    Entry(("release", "minute"), N_("at minute"), "number", wide=False),
    Entry(("release", "event"), N_("or by the event"), "choice",
          offers=names.no_one_or(names.events, N_("not by an event"))),
)  # fmt: skip
PHASE: Final = (
    Entry(("title",), N_("Title")),
    Entry(("kind",), N_("What happens"), "choice", wide=False, offers=names.words("phase")),
    Entry(("mode",), N_("How people sit"), "choice", wide=False, offers=names.words("mode")),
    Entry(("minutes",), N_("Minutes of the phase"), "number", wide=False),
    Entry(("least",), N_("at least"), "number", wide=False),
    Entry(("cues",), N_("What the facilitator says"), "table",
          columns=(Entry(("minute",), N_("Minute"), "number"), Entry(("text",), N_("Words"), "text")),
          new=makers.NEW["cues"]),
    Entry(("screen",), N_("On the projector"), "choice", wide=False, offers=names.words("screen")),
    Entry(("sound",), N_("Sound"), "choice", wide=False, offers=names.words("sound")),
    Entry(("warnings",), N_("Warnings, minutes before the end"), "numbers", wide=False),
    Entry(("decision",), N_("What is decided"), "choice", wide=False, offers=names.words("decision")),
    Entry(("skippable",), N_("May be left out when time is short"), "flag"),
)  # fmt: skip
EVENT: Final = (
    Entry(("title",), N_("Title")),
    Entry(("text",), N_("Text"), "text"),
    Entry(("trigger",), N_("When it happens"), "choice", offers=names.words("trigger")),
    Entry(("phase",), N_("In the phase"), "choice", wide=False, shown=_is("trigger", "time", "deadlock"),
          offers=names.no_one_or(names.phases, N_("every negotiation"))),
    Entry(("minute",), N_("Minute"), "number", wide=False, shown=_is("trigger", "time", "deadlock")),
    Entry(("effects",), N_("What it changes"), "table", N_("So many points more or less."),
          columns=(Entry(("role",), N_("For whom"), "choice", offers=names.scored),
                   Entry(("kind",), N_("What"), "choice", offers=names.words("effect")),
                   Entry(("place",), N_("Option or value"), "place", offers=names.options),
                   Entry(("by",), N_("Points"), "number")), new=makers.NEW["effects"]),
)  # fmt: skip
RULE: Final = (
    Entry(("rule", "accept"), N_("So many roles must accept"), "number", wide=False),
    Entry(("rule", "rounds"), N_("Proposals at most"), "number", wide=False),
    Entry(("rule", "vetoes"), N_("Who must accept in any case"), "ticks", offers=names.scored),
    Entry(("rule", "proposer"), N_("Who proposes"), "choice",
          offers=names.no_one_or(names.roles, N_("anybody"))),
    Entry(("rule", "failure"), N_("What happens when nothing is agreed"), "text", rows=2),
    Entry(("swap",), N_("Roles change hands"), "swap", offers=names.no_one_or(names.phases, N_("never"))),
    Entry(("rotation",), N_("People change tables"), "rotation",
          offers=names.no_one_or(names.phases, N_("never"))),
)  # fmt: skip
POLL: Final = (
    Entry(("poll", "questions"), N_("Questions, answered from 1 to 5"), "table",
          columns=(Entry(("text",), N_("Question"), "text"), Entry(("low",), N_("1 means")),
                   Entry(("high",), N_("5 means"))), new=makers.NEW["questions"]),
    Entry(("poll", "understanding"), N_("The one about the other side"), "choice",
          offers=names.no_one_or(names.questions, N_("none"))),
    Entry(("poll", "camps"), N_("Camps are told apart by"), "choice",
          offers=names.no_one_or(names.attributes, N_("nothing"))),
)  # fmt: skip
DEBRIEF: Final = (
    Entry(("debrief", "derole"), N_("The sentence that ends the role"), "text", rows=2),
    Entry(("debrief", "rounds"), N_("Rounds of the talk"), "table",
          columns=(Entry(("title",), N_("Title")), Entry(("text",), N_("Question"), "text"),
                   Entry(("minutes",), N_("Minutes of the round"), "number")), new=makers.NEW["rounds"]),
    Entry(("debrief", "reveal_scores"), N_("Show everybody's points afterwards"), "flag",
          N_("Off as a rule: people take points for a verdict.")),
)  # fmt: skip
SAFETY: Final = (
    Entry(("safety", "sensitive"), N_("The matter is being fought over right now"), "flag",
          N_("Then this page is shown before the roles are given.")),
    Entry(("safety", "text"), N_("What is agreed beforehand"), "text"),
    Entry(("safety", "red"), N_("Red card")),
    Entry(("safety", "yellow"), N_("Yellow card")),
    Entry(("safety", "children"), N_("Children take part, with a guardian"), "flag"),
)  # fmt: skip
MINUTES: Final = (
    Entry(("minutes", "include"), N_("Goes into the annex"), "lines", rows=5, wide=False),
    Entry(("minutes", "exclude"), N_("Never goes into it"), "lines", rows=5, wide=False),
    Entry(("minutes", "suggestions"), N_("What each issue suggests for the real agenda"), "by_issue"),
)  # fmt: skip
