"""Things that have hurt meeting software before, and do not come in here."""

import ast
import re
from collections.abc import Iterator

from tests.house import sources
from tests.house.sources import Source

COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
THEME = "meeting_app/ui/qt"
BROAD_EXCEPTS = 8
MESSAGE_BOXES = {"information", "warning", "critical", "question", "about"}


def _product(*places: str) -> list[Source]:
    return [source for source in sources.python("meeting_app") if not places or source.within(*places)]


def _found(files: list[Source], **functions: set[str]) -> list[str]:
    """Calls of `object.function` by the object's name; "any" stands for every object and for none."""
    return [
        f"{source.line(node)} {owner}.{name}()"
        for source in files
        for node, owner, name in sources.calls(source)
        if name in functions.get("any", set()) or name in functions.get(owner, set())
    ]


def test_no_box_stops_the_hall_and_no_loop_runs_inside_the_loop() -> None:
    windows = _product("meeting_app/ui", "meeting_app/app")
    assert _found(windows, QMessageBox=MESSAGE_BOXES, any={"processEvents", "QEventLoop"}) == []
    assert _found(_product("meeting_app/ui"), any={"exec", "exec_"}) == []


def test_nothing_sleeps_in_windows_and_tests() -> None:
    assert _found(_product("meeting_app/ui"), time={"sleep"}, QThread={"sleep", "msleep"}) == []
    assert (
        _found(list(sources.python("tests")), time={"sleep"}, QTest={"qSleep", "qWait"}, qtbot={"wait"}) == []
    )


def test_a_timer_has_an_owner() -> None:
    orphans = [
        source.line(node)
        for source in _product("meeting_app/ui")
        for node, _owner, name in sources.calls(source)
        if name == "QTimer" and not node.args
    ]
    assert orphans == []


def _numbers(node: ast.Call) -> bool:
    """Whether a number other than 0 is written into the call."""
    return any(isinstance(part, ast.Constant) and part.value for part in node.args)


def test_sizes_and_colours_come_from_the_theme() -> None:
    outside = [source for source in _product("meeting_app/ui") if not source.within(THEME)]
    painted = [
        f"{source.line(text)} {text.value!r}"
        for source in outside
        for text in sources.literals(source)
        if COLOUR.search(str(text.value)) or "font-size" in str(text.value)
    ]
    measured = [
        f"{source.line(node)} {name}"
        for source in outside
        for node, _owner, name in sources.calls(source)
        if name in {"QColor", "setPixelSize", "setPointSize", "setSpacing", "setContentsMargins"}
        and _numbers(node)
    ]
    assert painted == []
    assert measured == []


def test_rules_take_time_and_chance_from_outside() -> None:
    clocks = _found(
        _product("meeting_app/domain"),
        datetime={"now", "utcnow", "today"},
        date={"today"},
        time={"time", "time_ns", "monotonic", "monotonic_ns"},
        random={"random", "choice", "choices", "shuffle", "sample", "randint", "randrange"},
        uuid={"uuid4", "uuid1"},
    )
    assert clocks == []


def _floats(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        written = isinstance(node, ast.Constant) and isinstance(node.value, float)
        made = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
        if isinstance(node, ast.expr) and (written or made):
            yield source.line(node)


def test_rules_count_exactly() -> None:
    assert [place for source in _product("meeting_app/domain") for place in _floats(source)] == []


def _catches_all(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or getattr(kind, "id", "") in ("Exception", "BaseException") for kind in caught)


def test_only_the_outer_edges_catch_everything() -> None:
    broad = [
        source.line(node)
        for source in _product()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler) and _catches_all(node)
    ]
    assert len(broad) <= BROAD_EXCEPTS, broad


def test_no_promises_in_the_source() -> None:
    unfinished = re.compile("TO" + r"DO\b|FIX" + r"ME\b|XX" + r"X\b|NotImplemented" + "Error|[Ll]orem ipsum")
    found = [
        f"{source.name}:{number} {line.strip()}"
        for top in ("meeting_app", "packaging", "tests")
        for source in sources.python(top)
        for number, line in enumerate(source.text.splitlines(), 1)
        if unfinished.search(line)
    ]
    assert found == []
