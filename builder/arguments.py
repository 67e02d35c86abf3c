"""What may be typed behind `dossier`: commands, their options and the words of `--help`.

It knows no more than Python's own library, so that help and a wrong usage cost no time.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from builder import __version__
from builder.console import say

EXIT_USAGE = 2
RIGHTS = ("full", "excerpt", "link")
_LAST_PORT = 65_535
FORMATS = ("full", "concise", "json", "github")
_INIT = "Begin a dossier in a folder of its own, with an example that builds."
_UPGRADE = "Pin the dossier to this version of the builder; tell what changed."
_ACTION = "The builder as an action of GitHub, by a commit."
_SQLITE = "Also write the data as one database, data/dossier.sqlite."
_EXPLAIN = "Say what the code of a problem means, and how to mend it."


def read_arguments(typed: Sequence[str]) -> argparse.Namespace:
    """Return what was typed, the command's name under `command`.

    Ends the process with 0 after help and version, and with 2 and the usage after what cannot be understood.
    """
    parser = _parser()
    asked = parser.parse_args(typed)
    if asked.command is None:
        parser.print_help()
        parser.exit(EXIT_USAGE)
    return asked


class _Parser(argparse.ArgumentParser):
    """Says everything through the gate to logs: a wrong argument may hold anything."""

    def __init__(self, *, description: str, prog: str | None = None) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False)

    def _print_message(self, message: str, file: TextIO | None = None) -> None:  # type: ignore[override]
        if message:
            say(message, to_error=file is sys.stderr, end="")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="dossier",
        description="Build a curated news dossier: articles and editors' YAML in, an evidence site out.",
    )
    parser.add_argument("--version", action="version", version=f"dossier, version {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, does: str, *, checks: bool = True) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, description=does, help=does)
        made.add_argument(
            "--root", type=_folder, default=Path(), help="The dossier's folder; the current one by default."
        )
        if checks:
            made.add_argument("--strict", action="store_true", help="Let warnings stop the build too.")
            made.add_argument(
                "--output-format", choices=FORMATS, default="full", help="How problems are printed."
            )
        return made

    check = command("check", "Read and check everything; write nothing.")
    check.add_argument(
        "--suggest",
        action="store_true",
        help="Also list what the texts seem to hold that no record says yet.",
    )
    check.add_argument("--fix", action="store_true", help="First mend what has one safe answer.")
    check.add_argument("--diff", action="store_true", help="Print what --fix would change; write nothing.")
    fmt = command("fmt", "Bring the keys of records into their order; change nothing else.", checks=False)
    fmt.add_argument(
        "--check", action="store_true", help="Name the files that are not in order; write nothing."
    )
    _new_arguments(command("new", "Begin a record; asks only what is missing.", checks=False))
    quote = command(
        "quote", "Find where WORDS stand in the texts and print the YAML that quotes them.", checks=False
    )
    _quote_arguments(quote)
    _code_arguments(
        command(
            "code",
            "Begin a second reading of the claims, without a word of the first; or say what of it is open.",
            checks=False,
        )
    )
    explain = commands.add_parser("explain", description=_EXPLAIN, help=_EXPLAIN)
    explain.add_argument(
        "code",
        nargs="?",
        metavar="CODE",
        help="The word in brackets behind `error` or `warning`; all without one.",
    )
    command("schema", "Write JSON Schemas with the dossier's ids for your editor.", checks=False)
    _diff_arguments(command("diff", "Tell what changed between two states, record by record.", checks=False))
    _log_arguments(
        command("log", "Tell what each commit changed of a record, the latest first.", checks=False)
    )
    build = command("build", "Make the site from content and seeds.")
    build.add_argument("--out", type=Path, help="Where to write; ROOT/site by default.")
    build.add_argument("--base-url", type=_site_url, metavar="URL", help="Where the site will be published.")
    build.add_argument(
        "--jobs",
        type=_count,
        default=1,
        metavar="N",
        help="How many processes may work at once; 1 by default.",
    )
    build.add_argument("--clean", action="store_true", help="Read and make everything anew.")
    build.add_argument(
        "--history", action="store_true", help="Fill corrections and earlier words from the tags of git."
    )
    build.add_argument("--no-search", action="store_true", help="Leave out the search index.")
    build.add_argument("--sqlite", action="store_true", help=_SQLITE)
    _init_arguments(commands.add_parser("init", description=_INIT, help=_INIT))
    upgrade = command("upgrade", _UPGRADE, checks=False)
    upgrade.add_argument("--action", type=_action, metavar="OWNER/REPO@SHA", help=_ACTION)
    _pack_arguments(command("pack", "Build the site and make one file of it to hand on: a zip by default."))
    _serve_arguments(command("serve", "Show the site in a browser and follow every save.", checks=False))
    _import_arguments(
        command("import", "Take saved web pages, documents and lists in, as drafts to confirm.", checks=False)
    )
    _review_arguments(
        command("review", "Show what `import` proposed, to accept or drop one by one.", checks=False)
    )
    return parser


def _pack_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--out",
        type=_file,
        metavar="FILE",
        help="The zip, which opens from disk and connects to nothing; named after the dossier by default.",
    )
    command.add_argument(
        "--single-file",
        type=_file,
        metavar="FILE",
        help="One HTML for a messenger, every page a part of it; no zip unless --out is given too.",
    )
    command.add_argument(
        "--print",
        dest="print_file",
        type=_file,
        metavar="FILE",
        help="One HTML that pages well: contents with page numbers, running heads, sources as notes.",
    )
    command.add_argument(
        "--pdf", type=_file, metavar="FILE", help="The same as PDF, by WeasyPrint of the extra `print`."
    )
    command.add_argument(
        "--zim",
        type=_file,
        metavar="FILE",
        help="One ZIM for Kiwix, by `zimwriterfs` of the package zim-tools.",
    )
    command.add_argument("--sqlite", action="store_true", help=_SQLITE)


def _init_arguments(init: argparse.ArgumentParser) -> None:
    """What is not said is asked on a terminal, and has a default elsewhere."""
    init.add_argument("folder", type=Path, metavar="DIR", help="A new folder, or an empty one.")
    init.add_argument("--title", help="What the dossier is called.")
    init.add_argument("--language", metavar="TAG", help="The language of your own words: en, de, sr-Cyrl.")
    init.add_argument("--rights", choices=RIGHTS, help="How much of the texts is published.")
    init.add_argument(
        "--editor", action="append", default=[], metavar="NAME", help="Who signs; once for each."
    )
    init.add_argument("--action", type=_action, metavar="OWNER/REPO@SHA", help=_ACTION)


def _action(typed: str) -> str:
    if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", typed, re.ASCII):
        raise argparse.ArgumentTypeError(f"{typed!r} is not OWNER/REPO@ and the 40 signs of a commit")
    return typed


def _serve_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--port", type=_port, default=8000, metavar="N", help="The port on this machine; 8000 by default."
    )
    command.add_argument(
        "--poll", action="store_true", help="Look at the files every second: for disks that tell no changes."
    )


def _new_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("kind", metavar="KIND", help="article, claim, outlet, topic, event, entity …")
    command.add_argument("name", nargs="?", metavar="NAME", help="Its title, name or statement.")
    command.add_argument("--id", metavar="ID", help="The file's name; proposed from NAME.")
    command.add_argument("--text", metavar="FILE", help="The article's text; - reads standard input.")
    command.add_argument(
        "--outlet", metavar="NAME", help="Its outlet, by id or name; one that is missing is made."
    )
    command.add_argument("--published", metavar="DATE", help="When it was published; read from the text.")
    command.add_argument(
        "--topic",
        metavar="NAME",
        action="append",
        default=[],
        help="A topic, by id or name, each with --topic.",
    )
    command.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[], help="Any other key, each with --set."
    )


def _quote_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "words", nargs="+", metavar="WORDS", help="Words of a text, as they stand there or nearly so."
    )
    command.add_argument("--article", metavar="ID", help="Look in the text of this article alone.")
    command.add_argument(
        "--claim", metavar="ID", help="Add the appearance to this claim where one place is meant."
    )
    command.add_argument("--stance", metavar="STANCE", help="How the article stands to the claim.")
    command.add_argument("--position", metavar="ID", help="Which of the claim's positions the article takes.")
    command.add_argument(
        "--attributed-to",
        metavar="WHO",
        help="On whose word, for the stance `attributes`: an id or `unstated`.",
    )
    command.add_argument("--note", metavar="TEXT", help="What a reader should know about it.")


def _diff_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "states",
        nargs="*",
        action=_AtMostTwo,
        metavar="STATE",
        help="A folder with `content`, or a revision of git; HEAD and the dossier's folder by default.",
    )
    command.add_argument("--json", action="store_true", help="Print a line of JSON for each record.")


def _log_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "record", metavar="RECORD", help="`claim/some-id`, the path of its file, or its id alone."
    )
    command.add_argument(
        "--limit", type=_count, default=20, metavar="N", help="How many commits are told; 20 by default."
    )
    command.add_argument("--json", action="store_true", help="Print a line of JSON for each commit.")


class _AtMostTwo(argparse.Action):
    """Takes two arguments, one or none."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        _option: str | None = None,
    ) -> None:
        typed = list(values or ())
        if len(typed) > 2:
            parser.error(f"two states are compared, and {len(typed)} are named")
        setattr(namespace, self.dest, typed)


def _review_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--list", action="store_true", help="Only name what waits; so too without a terminal."
    )
    for name, does in (("--accept", "Make a record of it"), ("--drop", "Delete it")):
        command.add_argument(
            name,
            action="append",
            default=[],
            metavar="NAME",
            help=f"{does}: `article/flood`; may be given again.",
        )
    command.add_argument("--statement", metavar="WORDS", help="With --accept: the statement of a claim.")


def _import_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="A saved web page, .pdf, .docx, .rtf or .txt; or a list: .csv, .json (CSL), .ris, .bib.",
    )
    command.add_argument("--outlet", metavar="ID", help="Who published it: an id of a record, or a name.")
    command.add_argument(
        "--language", type=_language, metavar="TAG", help="The language of the text: `en`, `sr-Cyrl`."
    )
    command.add_argument(
        "--topic", action="append", default=[], metavar="ID", help="A topic; may be given again."
    )
    command.add_argument("--id", type=_record_id, help="The article's id; made from its title by default.")
    command.add_argument(
        "--no-matrix", action="store_true", help="Propose articles alone: no entities, events and claims."
    )
    command.add_argument(
        "--encoding", metavar="NAME", help="The file's encoding, where it says none or a wrong one."
    )


def _code_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as", dest="reader", required=True, metavar="NAME", help="Who reads.")
    command.add_argument(
        "--claim",
        nargs="+",
        default=[],
        metavar="ID",
        help="Claims to read; all that were read once by default.",
    )
    command.add_argument(
        "--id", metavar="ID", help="Name of the file in content/codings/; made from NAME by default."
    )


def _folder(typed: str) -> Path:
    path = Path(typed)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {typed!r}")
    return path


def _file(typed: str) -> Path:
    path = Path(typed)
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"{typed!r} is a folder; name the file")
    return path


def _count(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or int(typed[:9]) < 1:
        raise argparse.ArgumentTypeError(f"{typed!r} is no number from 1 on")
    return int(typed[:9])


def _port(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or not 1 <= int(typed[:9]) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{typed!r} is no number from 1 to {_LAST_PORT}")
    return int(typed[:9])


def _language(typed: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?", typed):
        raise argparse.ArgumentTypeError(
            f"{typed!r} is no language tag; write it like `en`, `pt-BR`, `sr-Cyrl`"
        )
    return typed


def _record_id(typed: str) -> str:
    from builder.paths import id_fault

    fault = id_fault(typed)
    if fault:
        raise argparse.ArgumentTypeError(f"{typed!r} cannot be an id: {fault}")
    return typed


def _site_url(typed: str) -> str:
    from builder.urls import site_url_fault

    fault = site_url_fault(typed)
    if fault:
        raise argparse.ArgumentTypeError(f"{typed!r}: {fault}")
    return typed
