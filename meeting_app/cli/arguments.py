"""What can be said on the command line."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from meeting_app import __version__, i18n
from meeting_app.i18n import _

LANGUAGES: Final = ("zh_CN", "en")
WINDOWLESS: Final = ("verify", "backup", "restore", "export", "votes", "check", "rules")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The command and what belongs to it; `command` is "" for the windows."""

    command: str
    file: Path | None
    community: Path | None
    out: Path | None
    profile: Path | None
    database: str | None
    language: str | None
    demonstration: bool
    register: Path | None = None


class _Words(argparse.ArgumentParser):
    """Says in the reader's language what was wrong with the words, and where the right ones stand."""

    def error(self, message: str) -> NoReturn:
        """Usage, fault and a way on; exits with 2."""
        self.print_usage(sys.stderr)
        told = _("This command cannot be carried out as it was typed: {problem}. Type `{help}` to see how.")
        self.exit(2, told.format(problem=message, help=f"{self.prog} -h") + "\n")


def spoken(argv: list[str]) -> str:
    """The language of help and faults: what `--language` says, else the system's."""
    for word, following in zip(argv, [*argv, ""][1:], strict=True):
        said = following if word == "--language" else word.removeprefix("--language=")
        if said in LANGUAGES and said != word:
            return said
    return i18n.system_language()


def parser() -> argparse.ArgumentParser:
    """The words and their help."""
    top = _Words(
        prog="meeting-app", description=_("Run residents' meetings, from the roster to the minutes.")
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    top.add_argument("--profile", type=Path, metavar="DIR", help=_("keep the settings in this folder"))
    top.add_argument("--language", choices=LANGUAGES, help=_("language of this run"))
    top.set_defaults(
        command="", file=None, community=None, out=None, database=None, demonstration=False, register=None
    )
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"))
    opened = commands.add_parser("open", help=_("open a community in the windows"))
    opened.add_argument("file", type=Path, nargs="?", help=_("community file"))
    opened.add_argument(
        "--database", metavar="URL", help=_("records on a PostgreSQL server instead of a file")
    )
    opened.add_argument("--demonstration", action="store_true", help=_("open the demonstration community"))
    for name, sentence in (
        ("demo", _("play a whole meeting of the demonstration community and write its papers and pictures")),
        ("pictures", _("make a picture of every screen, slide and paper")),
    ):
        made = commands.add_parser(name, help=sentence)
        made.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder to write to"))
    verify = commands.add_parser("verify", help=_("say whether a paper is what was filed"))
    verify.add_argument("file", type=Path, help=_("PDF to check"))
    against = verify.add_mutually_exclusive_group()
    against.add_argument(
        "--community",
        type=Path,
        metavar="FILE",
        help=_("community file with the register; if none is said, the one opened last on this laptop"),
    )
    against.add_argument(
        "--register", type=Path, metavar="FILE", help=_("register that was exported with the papers")
    )
    backup = commands.add_parser("backup", help=_("write a backup of a community"))
    backup.add_argument("file", type=Path, help=_("community file"))
    backup.add_argument("--out", type=Path, metavar="DIR", help=_("folder to write to"))
    restore = commands.add_parser("restore", help=_("make a new file of a backup"))
    restore.add_argument("file", type=Path, help=_("backup"))
    restore.add_argument("--out", type=Path, metavar="FILE", help=_("new file to write"))
    export = commands.add_parser("export", help=_("write all filed papers to a folder"))
    export.add_argument("file", type=Path, help=_("community file"))
    export.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder to write to"))
    votes = commands.add_parser("votes", help=_("write every confirmed vote for counting again"))
    votes.add_argument("file", type=Path, help=_("community file"))
    votes.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder to write to"))
    check = commands.add_parser("check", help=_("check a community's records and its journal"))
    check.add_argument("file", type=Path, help=_("community file"))
    _rules(commands.add_parser("rules", help=_("look after the files of rules of decision")))
    return top


def _rules(parser: argparse.ArgumentParser) -> None:
    """What can be done with the files of rules."""
    commands = parser.add_subparsers(dest="rules", metavar=_("COMMAND"), required=True)
    check = commands.add_parser("check", help=_("say what is wrong in a rule's file, or what it means"))
    check.add_argument("file", type=Path, help=_("file of a rule (YAML)"))


def read(argv: list[str] | None = None) -> Chosen:
    """The command that was said. Exits with 2 and a usage line when the words are off."""
    said = parser().parse_args(argv)
    return Chosen(
        said.command or "", said.file, said.community, said.out, said.profile, said.database, said.language,
        said.demonstration, said.register,
    )  # fmt: skip
