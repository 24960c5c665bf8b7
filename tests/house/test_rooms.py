"""The rooms of the house import only downwards; the rules' room stands on the standard library alone."""

import ast
import subprocess
import sys
from collections.abc import Iterator

from tests.house import sources


def test_the_contracts_of_the_rooms_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())",
    ]
    done = subprocess.run(
        command, cwd=sources.ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _imported(source: sources.Source) -> Iterator[tuple[str, str]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((source.line(node), alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield source.line(node), node.module or ""


def test_the_rules_stand_on_the_standard_library() -> None:
    strangers = [
        f"{place} {name}"
        for source in sources.python("meeting_app")
        if source.within("meeting_app/domain")
        for place, name in _imported(source)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("meeting_app.domain")
    ]
    assert strangers == []


# Where each large library may be imported, beside the contracts: this also sees app/ and __main__.py.
HOMES = {
    "PySide6": ("meeting_app/ui", "meeting_app/app"),
    "shiboken6": ("meeting_app/ui", "meeting_app/app"),
    "sqlalchemy": ("meeting_app/storage", "meeting_app/queries", "meeting_app/actions", "meeting_app/app"),
    "alembic": ("meeting_app/storage",),
    "reportlab": ("meeting_app/documents",),
    "cv2": ("meeting_app/hall",),
    "yaml": ("meeting_app/yaml_text",),
}


def test_each_large_library_stays_at_home() -> None:
    strays = [
        f"{place} {name}"
        for source in sources.python("meeting_app")
        for place, name in _imported(source)
        if name.split(".")[0] in HOMES and not source.within(*HOMES[name.split(".")[0]])
    ]
    assert strays == []


def test_every_folder_of_the_product_is_a_package() -> None:
    names = {source.name for source in sources.python("meeting_app")}
    folders = {name.rpartition("/")[0] for name in names}
    assert [folder for folder in sorted(folders) if f"{folder}/__init__.py" not in names] == []


# Modules that Windows does not have: importing one while the program loads would end it there.
POSIX_ONLY = {"fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"}


def test_the_program_loads_on_windows_too() -> None:
    found = [
        f"{source.line(node)} {name}"
        for source in sources.python("meeting_app")
        for node in source.tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        )
        if name.split(".")[0] in POSIX_ONLY
    ]
    assert found == []
