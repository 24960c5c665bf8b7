"""Reading data that people may have written: every fault names the file, the field and how to mend it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from meeting_app.domain.refusal import Refusal


def without_twins(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """For `json.loads(object_pairs_hook=...)`: a field that stands twice is a fault, not the later one."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Refusal("data_twice", file="", field=name)
        found[name] = value
    return found


class Fields:
    """The fields of one object; `at` is where it stands, for the messages.

    Every reader raises Refusal (`data_missing`, `data_text`, `data_long`, `data_whole`, `data_choice`,
    `data_flag`, `data_list`, `data_object`, `data_unknown`) with `file`, `field` and what would be right.
    """

    def __init__(self, data: object, file: str, at: str = "") -> None:
        if not isinstance(data, Mapping):
            raise Refusal("data_object", file=file, field=at or "{}")
        self._data: dict[str, Any] = dict(data)
        self.file, self._at = file, at
        self._read: set[str] = set()

    def _field(self, name: str) -> str:
        return f"{self._at}.{name}" if self._at else name

    def _take(self, name: str) -> Any:
        self._read.add(name)
        if name not in self._data:
            raise Refusal("data_missing", file=self.file, field=self._field(name))
        return self._data[name]

    def fault(self, code: str, name: str, **params: object) -> Refusal:
        """A refusal about a field."""
        return Refusal(code, file=self.file, field=self._field(name), **params)

    def text(self, name: str, most: int, *, needed: bool = True) -> str:
        """Text of at most so many characters; an empty one only when it is not needed."""
        value = self._take(name)
        if not isinstance(value, str) or (needed and not value.strip()):
            raise self.fault("data_text", name)
        if len(value.strip()) > most:
            raise self.fault("data_long", name, most=most)
        return value.strip()

    def whole(self, name: str, least: int, most: int) -> int:
        """A whole number within bounds, both included; true and false are none."""
        value = self._take(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.fault("data_whole", name, least=least, most=most)
        return value

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._take(name)
        if not isinstance(value, bool):
            raise self.fault("data_flag", name)
        return value

    def choice(self, name: str, allowed: Collection[str]) -> str:
        """One of the allowed codes."""
        value = self._take(name)
        if value not in allowed:
            raise self.fault("data_choice", name, allowed=", ".join(code for code in allowed if code))
        return str(value)

    def listed(self, name: str) -> list[Any]:
        """A list."""
        value = self._take(name)
        if not isinstance(value, list):
            raise self.fault("data_list", name)
        return value

    def inner(self, name: str) -> "Fields":
        """The fields of an object within."""
        return Fields(self._take(name), self.file, self._field(name))

    def inners(self, name: str) -> list["Fields"]:
        """The fields of every object of a list; places are counted from 1."""
        return [
            Fields(value, self.file, f"{self._field(name)}[{place}]")
            for place, value in enumerate(self.listed(name), start=1)
        ]

    def absent(self, name: str) -> bool:
        """Whether a field that may be left out is left out or null."""
        self._read.add(name)
        return self._data.get(name) is None

    def done(self) -> None:
        """Nothing else may stand there: a field that was written wrong would be overlooked."""
        for name in self._data:
            if name not in self._read:
                raise Refusal("data_unknown", file=self.file, field=self._field(name))
