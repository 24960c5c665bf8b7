"""What is wrong with a file, and exactly where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: `code` names cause and remedy (`wording.yaml_problems`), `params` fill the sentence.

    Lines and columns count from 1 as editors do; 0 = the whole file.
    """

    file: str
    line: int
    column: int
    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {dict(self.params)}"


class YamlError(Exception):
    """A file that cannot be used; `problems` in the order of their lines, at least one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda one: (one.line, one.column)))
        super().__init__("\n".join(str(one) for one in self.problems))


def fault(file: str, line: int, column: int, code: str, **params: object) -> YamlError:
    """An error with one problem."""
    return YamlError([Problem(file, line, column, code, params)])
