"""The contract of a scenario's text as JSON Schema 2020-12, made from the same shape as reader and writer.

resources/scenarios/scenario.schema.json is its published copy; a test holds the two together.
"""

import json
from typing import Any

from meeting_app.scenarios.shape import CHOICES, ROOT, Shape, shapes
from meeting_app.scenarios.text import LONGEST

VERSION = 1
_POINT = {"type": "string", "pattern": r"^[^.]+\..+$"}
_TEXT = {"type": "string", "maxLength": LONGEST}
_AMOUNT = {"type": "number", "multipleOf": 0.01}
_FORMS: dict[str, Any] = {
    "text": _TEXT,
    "number": {"type": "integer"},
    "flag": {"type": "boolean"},
    "amount": _AMOUNT,
    "texts": {"type": "array", "items": _TEXT},
    "numbers": {"type": "array", "items": {"type": "integer"}},
    "amounts": {"type": "array", "items": _AMOUNT},
    "pairs": {"type": "array", "items": _POINT},
    "words": {"type": "object", "additionalProperties": _TEXT},
    "points": {"type": "object", "additionalProperties": {"type": "integer"}},
    "matrix": {
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "propertyNames": {"pattern": r"^[^.]+\..+$"},
            "additionalProperties": {"type": "integer"},
        },
    },
}


def _property(part: type, shape: Shape, seen: dict[str, Any]) -> Any:
    if shape.part is not None:
        _define(shape.part, seen)
        link = {"$ref": f"#/$defs/{shape.part.__name__}"}
        return {"type": "array", "items": link} if shape.form == "parts" else link
    offered = CHOICES.get((part.__name__, shape.name))
    return {"enum": list(offered)} if offered else _FORMS[shape.form]


def _define(part: type, seen: dict[str, Any]) -> None:
    seen[part.__name__] = {}  # its place in the order, before the parts that it holds
    text = " ".join((part.__doc__ or "").split())
    alone = [one.written for one in shapes(part) if one.needed and one.form in ("text", "number", "part")]
    seen[part.__name__] = {
        "type": "object",
        "description": text,
        "properties": {shape.written: _property(part, shape, seen) for shape in shapes(part)},
        "required": alone,
        "additionalProperties": False,
    }


def schema() -> dict[str, Any]:
    """The whole schema."""
    parts: dict[str, Any] = {}
    _define(ROOT, parts)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:yishiting:scenario:{VERSION}",
        "title": "Scenario of a role-play on a public issue",
        "$ref": "#/$defs/Scenario",
        "$defs": parts,
    }


def schema_text() -> str:
    """The schema as it is published."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
