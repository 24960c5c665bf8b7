"""The one reader of YAML files: rule packs and scenarios that people write by hand in a plain editor.

It reads a restricted YAML in which everything means what it looks like: texts, whole numbers, decimals,
true, false, null, lists and maps. What other readers take silently for something else is an error with file,
line, column, cause and remedy: a key twice, tags, anchors and aliases, full-width colons and blanks, tabs,
12:30, yes/no/on, 012, texts that run on over lines, GBK and UTF-16, files without measure.

PyYAML is used for its events only (`yaml.parse`): it is small, maintained since 2006, has wheels with the
fast C scanner for every system, and its events still tell how a scalar was written, so the meaning is ours.
ruamel.yaml was the other choice; its strength is writing files back with their comments, which nobody needs
here. No object is ever built by the library.

    document = parse(data, "file.yaml")           # bytes → nodes with their places, or YamlError
    reading = Reading(document.file)
    fields = Fields(reading, document)            # schema: types, required, choices, unknown names
    title = fields.text("title", most=80)
    fields.done()
    reading.check()                               # raises YamlError with all that was found

Words for the errors are in `wording.yaml_problems`.
"""

from meeting_app.yaml_text.nodes import Entry, Kind, Node
from meeting_app.yaml_text.problem import Problem, YamlError
from meeting_app.yaml_text.read import DEFAULT_LIMITS, Limits, parse, parse_file
from meeting_app.yaml_text.schema import Fields, Reading, Unfit

__all__ = [
    "DEFAULT_LIMITS",
    "Entry",
    "Fields",
    "Kind",
    "Limits",
    "Node",
    "Problem",
    "Reading",
    "Unfit",
    "YamlError",
    "parse",
    "parse_file",
]
