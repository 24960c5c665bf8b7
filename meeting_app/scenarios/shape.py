"""How each field of the model is written in a text, taken from the model's own types.

Differences from the model: amounts and areas are written in yuan and square metres, not in their hundredths;
pairs that name something are written with a point (storey.high, where.front); pairs of a name and its value
are maps; the matrix is a map role → issue.option → points.
"""

from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from meeting_app.domain.roleplay import model, vocabulary

HUNDREDTHS: Final = {
    ("Option", "cost_fen"): "cost_yuan",
    ("Option", "area_c"): "area_m2",
    ("MoneyColumn", "total_fen"): "total_yuan",
    ("MoneyColumn", "shares_fen"): "shares_yuan",
    ("Constraint", "limit"): "limit",
}
MAPS: Final = frozenset([("Attribute", "values"), ("MinutesMap", "suggestions"), ("Option", "effects")])
CHOICES: Final = {
    ("Phase", "kind"): vocabulary.PHASE_KINDS,
    ("Phase", "mode"): vocabulary.MODES,
    ("Phase", "screen"): vocabulary.SCREENS,
    ("Phase", "sound"): vocabulary.SOUNDS,
    ("Phase", "decision"): vocabulary.DECISIONS,
    ("Clue", "rule"): vocabulary.CLUE_RULES,
    ("Constraint", "kind"): vocabulary.CONSTRAINT_KINDS,
    ("Event", "trigger"): vocabulary.TRIGGERS,
    ("Effect", "kind"): vocabulary.EFFECT_KINDS,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """A field: its name in the model and in the text, how it is written, of which part, and its default.

    Forms: text, number, flag, part, amount (hundredths); texts, numbers, parts, amounts (lists of such);
    pairs (list of a.b), words (map name → text), points (map name → number), matrix.
    """

    name: str
    written: str
    form: str
    part: type | None
    needed: bool
    default: Any


def _form(owner: str, name: str, hint: Any) -> tuple[str, type | None]:
    """The form of a field and, for parts, their class."""
    if (owner, name) == ("Scenario", "scores"):
        return "matrix", None
    if isinstance(hint, UnionType):
        hint = next(one for one in get_args(hint) if one is not NoneType)
    several = get_origin(hint) is tuple
    inner = get_args(hint)[0] if several else hint
    if (owner, name) in HUNDREDTHS:
        return ("amounts" if several else "amount"), None
    if get_origin(inner) is tuple:
        if (owner, name) in MAPS:
            return ("points" if get_args(inner)[1] is int else "words"), None
        return "pairs", None
    if isinstance(inner, type) and is_dataclass(inner):
        return ("parts" if several else "part"), inner
    plain = {str: "text", bool: "flag", int: "number"}[inner]
    return plain + "s" * several, None


@cache
def shapes(part: type) -> tuple[Shape, ...]:
    """The fields of a part in the order of the model."""
    hints = get_type_hints(part)
    found = []
    for field in fields(part):
        form, inner = _form(part.__name__, field.name, hints[field.name])
        written = HUNDREDTHS.get((part.__name__, field.name), field.name)
        needed = field.default is MISSING
        found.append(Shape(field.name, written, form, inner, needed, None if needed else field.default))
    return tuple(found)


def written_name(name: str) -> str:
    """A field's name in the text."""
    return next((text for (_part, own), text in HUNDREDTHS.items() if own == name), name)


ROOT: Final = model.Scenario
