"""From bytes to nodes, without recursion and within limits."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from meeting_app.yaml_text import scalars
from meeting_app.yaml_text.decode import decode, hidden
from meeting_app.yaml_text.nodes import Entry, Kind, Node
from meeting_app.yaml_text.problem import YamlError, fault
from meeting_app.yaml_text.suspects import indentation, slips

# The fast scanner where the wheel has it; the other one reads the same (both are tested).
SCANNERS: Final[tuple[Any, ...]] = (
    (yaml.CSafeLoader, yaml.SafeLoader) if yaml.__with_libyaml__ else (yaml.SafeLoader,)
)
_BLOCK: Final = ("|", ">")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a file, levels in one another, values in all, characters of one text."""

    size: int = 2_000_000
    depth: int = 12
    nodes: int = 100_000
    text: int = 300_000


DEFAULT_LIMITS: Final = Limits()


@dataclass(slots=True)
class _Open:
    """A list or a map that is being read."""

    kind: Kind
    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    name: tuple[str, int, int] | None = None


def parse_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> Node:
    """Read a file; raises YamlError, also when the file cannot be opened (`unreadable`)."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except OSError:
        raise fault(str(path), 0, 0, "unreadable") from None
    return parse(data, str(path), limits)


def parse(data: bytes, file: str, limits: Limits = DEFAULT_LIMITS, scanner: Any = SCANNERS[0]) -> Node:
    """The document in the file's bytes. Raises YamlError with exactly one problem, and nothing else."""
    text = decode(data, file, limits.size)
    return _Composer(text, file, limits).document(scanner)


class _Composer:
    """Builds nodes from the scanner's events, one at a time."""

    def __init__(self, text: str, file: str, limits: Limits) -> None:
        self._text, self._file, self._limits = text, file, limits
        self._lines = text.split("\n")
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._count = 0
        self._last = 0  # the line up to which everything was understood
        self._blocks: list[tuple[int, int]] = []

    def document(self, scanner: Any) -> Node:
        """The root of the one document."""
        for event in self._events(scanner):
            self._take(event)
            self._last = event.start_mark.line
        if self._root is None or self._root.kind is Kind.NOTHING:
            raise fault(self._file, 1, 1, "empty")
        self._check_indentation()
        return self._root

    def _events(self, scanner: Any) -> Iterator[Any]:
        try:
            yield from yaml.parse(self._text, Loader=scanner)
        except yaml.YAMLError as problem:
            raise self._syntax(getattr(problem, "problem_mark", None)) from None
        except (ValueError, OverflowError):  # the slow scanner makes characters of any escaped number
            raise fault(self._file, self._last + 1, 1, "hidden_character", number="?") from None

    def _syntax(self, mark: Any) -> YamlError:
        line = min(mark.line if mark is not None else self._last, len(self._lines) - 1)
        for place in slips(self._lines, self._last, line):
            return fault(self._file, *place)
        column = mark.column + 1 if mark is not None and mark.line == line else 1
        return fault(self._file, line + 1, column, "syntax")

    def _stop(self, event: Any, code: str, **params: object) -> YamlError:
        mark = event.start_mark
        return fault(self._file, mark.line + 1, mark.column + 1, code, **params)

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            if event.version is not None or event.tags:
                raise self._stop(event, "directive")
            if self._root is not None:
                raise self._stop(event, "documents")
        elif isinstance(event, yaml.AliasEvent):
            raise self._stop(event, "alias", name=event.anchor)
        elif isinstance(event, yaml.NodeEvent):
            self._plain_node(event)
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()

    def _plain_node(self, event: Any) -> None:
        """Neither anchor nor tag, and within the limits."""
        if event.anchor is not None:
            raise self._stop(event, "anchor", name=event.anchor)
        if event.tag is not None:
            raise self._stop(event, "tag", name=event.tag)
        self._count += 1
        if self._count > self._limits.nodes:
            raise self._stop(event, "too_many", most=self._limits.nodes)

    def _begin(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
            return
        if len(self._open) >= self._limits.depth:
            raise self._stop(event, "too_deep", most=self._limits.depth)
        self._no_name_wanted(event)
        kind = Kind.MAP if isinstance(event, yaml.MappingStartEvent) else Kind.LIST
        self._open.append(_Open(kind, event.start_mark.line + 1, event.start_mark.column + 1))

    def _no_name_wanted(self, event: Any) -> None:
        if self._open and self._open[-1].kind is Kind.MAP and self._open[-1].name is None:
            raise self._stop(event, "name_not_text")

    def _end(self) -> None:
        done = self._open.pop()
        self._add(
            Node(
                done.kind, done.line, done.column, None, tuple(done.items), tuple(done.entries.values()),
                self._file,
            )
        )  # fmt: skip

    def _scalar(self, event: Any) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self._check_text(event)
        if self._open and self._open[-1].kind is Kind.MAP and self._open[-1].name is None:
            self._open[-1].name = (self._name(event), line, column)
            return
        if event.style:
            self._add(Node(Kind.TEXT, line, column, event.value, file=self._file))
            return
        kind, value = self._plain(event)
        self._add(Node(kind, line, column, value, file=self._file))

    def _check_text(self, event: Any) -> None:
        if len(event.value) > self._limits.text:
            raise self._stop(event, "text_too_long", most=self._limits.text)
        if found := hidden(event.value):
            raise self._stop(event, "hidden_character", number=f"{ord(found[0]):04X}")
        if event.style in _BLOCK:
            self._blocks.append((event.start_mark.line, event.end_mark.line))
        elif event.end_mark.line != event.start_mark.line:
            raise self._run_on(event)

    def _run_on(self, event: Any) -> YamlError:
        """A text that goes on over lines: often a line whose colon is none."""
        for place in slips(self._lines, event.start_mark.line, event.end_mark.line):
            return fault(self._file, *place)
        return self._stop(event, "runs_on")

    def _plain(self, event: Any) -> tuple[Kind, Any]:
        if code := scalars.refused(event.value):
            raise self._stop(event, code, word=event.value[:40])
        return scalars.meaning(event.value)

    def _name(self, event: Any) -> str:
        """The name of a field: a text without blanks, once in its map."""
        name: str = event.value
        if not event.style and self._plain(event)[0] is not Kind.TEXT:
            raise self._stop(event, "name_not_text")
        if "：" in name:
            raise self._stop(event, "wide_colon")
        if not name or any(character.isspace() for character in name):
            raise self._stop(event, "name_with_blank", name=name[:40])
        known = self._open[-1].entries.get(name)
        if known is not None:
            raise self._stop(event, "twice", name=name[:40], first=known.line)
        return name

    def _add(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if parent.kind is Kind.LIST:
            parent.items.append(node)
            return
        assert parent.name is not None  # a map's values come after their names
        name, line, column = parent.name
        parent.entries[name] = Entry(name, node, line, column)
        parent.name = None

    def _check_indentation(self) -> None:
        """Blanks alone indent, outside texts that keep their lines."""
        inside = {line for first, last in self._blocks for line in range(first + 1, last + 1)}
        for number, line in enumerate(self._lines):
            place = None if number in inside else indentation(line)
            if place is not None:
                raise fault(self._file, number + 1, *place)
