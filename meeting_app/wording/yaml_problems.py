"""What is wrong with a file that somebody wrote by hand, in words: place, cause, remedy."""

from collections.abc import Mapping

from meeting_app.i18n import N_, _
from meeting_app.wording import labels
from meeting_app.wording.rule_refusals import PARTS
from meeting_app.yaml_text import Problem

CAUSES: Mapping[str, str] = {
    "unreadable": N_("The file cannot be opened. Check the name and the place."),
    "too_large": N_("The file has {size} bytes, {most} are allowed. Shorten it."),
    "utf16": N_("The file is saved as UTF-16. Save it again as UTF-8."),
    "gbk": N_("The file is saved as GBK (ANSI). Save it again as UTF-8."),
    "encoding": N_("The file is not UTF-8 text. Save it again as UTF-8."),
    "hidden_character": N_(
        "Here stands a character that no editor shows (U+{number}). Delete it and type the line again."
    ),
    "empty": N_("There is nothing in the file. Write the fields, one in a line: name, colon, blank, value."),
    "documents": N_("A second document begins here (---). Keep one document in a file."),
    "directive": N_("A line beginning with % is not allowed. Delete it."),
    "anchor": N_("Anchors (&{name}) are not allowed. Write the value out in full."),
    "alias": N_(
        "References (*{name}) are not allowed. Write the value out in full, or put the text in quotes."
    ),
    "tag": N_("Tags ({name}) are not allowed. Delete the tag, or put the text in quotes."),
    "twice": N_(
        "“{name}” stands here for the second time; the first is in line {first}. Delete one of them."
    ),
    "wide_colon": N_("A full-width colon stands here. Type a half-width colon and a blank: “: ”."),
    "colon_space": N_("A blank is missing after the colon. Write “name: value”."),
    "wide_space": N_("A full-width blank indents this line. Delete it and indent with ordinary blanks."),
    "tab": N_("A tab indents this line. Indent with blanks, two for each level."),
    "wide_dash": N_("This dash is not the one of a list. Type a hyphen and a blank: “- ”."),
    "dash_space": N_("A blank is missing after the hyphen of the list. Write “- value”."),
    "wide_bracket": N_(
        "A full-width comma or bracket stands in the brackets. Type half-width ones: [28, 29]."
    ),
    "open_bracket": N_("This bracket is not closed. Close it in the same line."),
    "open_quote": N_(
        "This quotation mark is not closed in its line. "
        "Close it; for a text of several lines write “|” instead."
    ),
    "quote_needed": N_("The text has a colon and a blank in it. Put the whole text in quotation marks."),
    "reserved": N_("A text cannot begin with this sign. Put it in quotation marks."),
    "runs_on": N_(
        "The text goes on in the next line. Write it in one line, or write “|” and indent its lines."
    ),
    "syntax": N_(
        "This line cannot be understood. Check its indentation (two blanks for each level), the blank after "
        "the colon, and the quotation marks."
    ),
    "name_not_text": N_("The name of a field must be a word. Put it in quotation marks."),
    "name_with_blank": N_(
        "The name of a field has no blanks and is not empty. Delete blanks before and in it."
    ),
    "clock": N_('“{word}” would be read as a number. Put times in quotation marks: "{word}".'),
    "yes_no": N_("Is “{word}” a word or an answer? Write true or false, or put it in quotation marks."),
    "nothing": N_("“{word}” would be read as nothing. Leave the field out, or put it in quotation marks."),
    "odd_number": N_(
        "“{word}” would be read as another number. "
        "Write a plain number such as 12, or put it in quotation marks."
    ),
    "wide_number": N_("“{word}” is written in full-width digits. Type half-width ones."),
    "number_too_long": N_("“{word}” has too many digits for a number. Put it in quotation marks."),
    "too_deep": N_("More than {most} levels stand in one another here. Make the file flatter."),
    "too_many": N_("The file has more than {most} values. Shorten it."),
    "text_too_long": N_("This text has more than {most} characters. Shorten it."),
    "wrong_kind": N_("Here should stand {wanted}, but there stands {found}."),
    "list_wanted": N_("Here should stand a list. Begin each member in its own line with “- ”."),
    "missing": N_("The field “{name}” is missing. Add it."),
    "unknown_near": N_("There is no field “{name}”. Did you mean “{near}”?"),
    "unknown": N_("There is no field “{name}”. Possible here: {known}."),
    "not_offered": N_("“{word}” is not one of the choices. Possible here: {offered}."),
    "out_of_range": N_("{value} does not fit. It must lie between {least} and {most}."),
    "longer": N_("This text has {length} characters, {most} fit. Shorten it."),
    "how_many": N_("The list has {count} members; it takes from {least} to {most}."),
    "not_a_day": N_("“{word}” is not a day. Write it like 2026-01-31."),
}
KINDS: Mapping[str, str] = {
    "text": N_("a text"),
    "number": N_("a whole number"),
    "decimal": N_("a decimal number"),
    "flag": N_("true or false"),
    "nothing": N_("nothing"),
    "list": N_("a list"),
    "map": N_("fields (name: value)"),
}


def cause(problem: Problem, more: Mapping[str, str] | None = None) -> str:
    """Cause and remedy. `more` are sentences of the subject that the file belongs to."""
    sentences = {**CAUSES, **(more or {})}
    message = sentences.get(problem.code, CAUSES["syntax"])
    return _(message).format_map({name: _word(name, value) for name, value in problem.params.items()})


def _word(name: str, value: object) -> object:
    if name == "part":
        return labels.label(PARTS, str(value))
    return labels.label(KINDS, str(value)) if name in ("wanted", "found") else value


def sentence(problem: Problem, more: Mapping[str, str] | None = None) -> str:
    """The place, then cause and remedy: rule.yaml, line 12, column 3: ..."""
    if problem.line == 0:
        return _("{file}: {what}").format(file=problem.file, what=cause(problem, more))
    return _("{file}, line {line}, column {column}: {what}").format(
        file=problem.file, line=problem.line, column=problem.column, what=cause(problem, more)
    )
