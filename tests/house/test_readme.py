"""Both README files tell the same, and name every package that the product stands on."""

import re
import tomllib

from tests.house.sources import ROOT

ENGLISH = (ROOT / "README.md").read_text("utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text("utf-8")


def _commands(text: str) -> list[str]:
    return re.findall(r"(?:python3 packaging/)?bootstrap\.py[^`#|\n]*", text)


def test_the_twins_name_the_same_commands_and_pictures() -> None:
    assert [one.strip() for one in _commands(ENGLISH)] == [one.strip() for one in _commands(CHINESE)]
    pictures = re.compile(r"\]\((resources/[^)]+)\)")
    assert pictures.findall(ENGLISH) == pictures.findall(CHINESE)
    assert ENGLISH.count("\n## ") == CHINESE.count("\n## ")


def test_every_link_leads_somewhere() -> None:
    for text in (ENGLISH, CHINESE):
        targets = re.findall(r"\]\(([^)#]+)\)", text)
        assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_package_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    names = {re.split(r"[\[><=]", line)[0].lower() for line in wanted} - {"meeting-app"}
    for text in (ENGLISH, CHINESE):
        shown = text.lower()
        assert sorted(name for name in names if name not in shown and not name.startswith("types-")) == []
