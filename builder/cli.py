"""The command line: arguments, exit codes and what a person at a terminal reads.

Exit codes: 0 clean, 1 the content or the disk stands in the way, 2 wrong usage, 3 a bug of ours.
"""

from __future__ import annotations

import os
import platform
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import click

from builder import __version__

EXIT_CONTENT = 1
EXIT_BUG = 3
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143

_FORMATS = click.Choice(["full", "concise", "json", "github"])


def main() -> None:
    """Run the command line; anything unforeseen is told as a bug of ours, never as a bare traceback."""
    signal.signal(signal.SIGTERM, _stop)
    try:
        cli.main(prog_name="dossier", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nStopped; the published site is as it was.", err=True)
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_CONTENT)
    except Exception:  # the last gate: every foreseen fault has been told before
        _tell_bug()
        sys.exit(EXIT_BUG)


def _stop(_signal: int, _frame: object) -> None:
    """End on SIGTERM as on any other exit, so that what was being prepared is removed."""
    sys.exit(EXIT_TERMINATED)


def _tell_bug() -> None:
    click.echo(
        "\nThis is a bug in the builder, not in your dossier; the published site is as it was.\n"
        "Please report it with the lines below.\n",
        err=True,
    )
    click.echo(f"dossier {__version__}, Python {platform.python_version()}, {platform.system()}", err=True)
    click.echo("".join(_indented(traceback.format_exc())), err=True)


def _indented(text: str) -> list[str]:
    return [f"  | {line}\n" for line in text.splitlines()]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def cli() -> None:
    """Build a curated news dossier: articles and editors' YAML in, an evidence site out."""


_Command = Callable[..., None]


def _common(command: _Command) -> _Command:
    options = (
        click.option(
            "--root",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            default=Path("."),
            help="The dossier's folder; the current one by default.",
        ),
        click.option("--strict", is_flag=True, help="Let warnings stop the build too."),
        click.option("--output-format", type=_FORMATS, default="full", help="How problems are printed."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@cli.command()
@_common
def check(root: Path, strict: bool, output_format: str) -> None:
    """Read and check everything; write nothing."""
    from builder.build import check_dossier

    started = time.perf_counter()
    checked = check_dossier(root.resolve(), strict=strict, tell=_progress(output_format))
    _tell_problems(checked, output_format)
    if output_format == "full":
        files = len(checked.loaded.inputs)
        _say(
            f"Checked {files:,} {'file' if files == 1 else 'files'} in {time.perf_counter() - started:.1f} s."
        )
    sys.exit(EXIT_CONTENT if checked.stops else 0)


@cli.command()
@_common
@click.option("--out", type=click.Path(path_type=Path), help="Where to write; ROOT/site by default.")
@click.option("--base-url", metavar="URL", help="Where the site will be published.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes may work at once.")
@click.option("--clean", is_flag=True, help="Read and make everything anew.")
@click.option("--no-search", is_flag=True, help="Leave out the search index.")
def build(
    root: Path,
    strict: bool,
    output_format: str,
    out: Path | None,
    base_url: str | None,
    jobs: int | None,
    clean: bool,
    no_search: bool,
) -> None:
    """Make the site from content and seeds."""
    from builder.build import build_site
    from builder.output.refusal import OutputRefused
    from builder.urls import web_url_fault

    fault = web_url_fault(base_url) if base_url else None
    if fault:
        raise click.BadParameter(f"{base_url!r}: {fault}", param_hint="--base-url")
    started = time.perf_counter()
    try:
        built = build_site(
            root.resolve(), out, base_url=base_url, strict=strict, tell=_progress(output_format)
        )
    except OutputRefused as refused:
        _say(f"error: {refused.message}\n  = fix: {refused.hint}", always=True)
        sys.exit(EXIT_CONTENT)
    _tell_problems(built.checked, output_format)
    if built.summary is None:
        _say("Nothing was written; the published site is as it was.", always=output_format == "full")
        sys.exit(EXIT_CONTENT)
    _tell_summary(built.pages, built.summary, time.perf_counter() - started)


def _progress(output_format: str) -> Callable[[str], None]:
    """Say each step on a terminal, in one line that the next replaces; elsewhere stay silent."""
    if output_format != "full" or not sys.stderr.isatty():
        return lambda _step: None
    return lambda step: click.echo(f"\r\x1b[2K{step} …", err=True, nl=False)


def _say(words: str, *, always: bool = True) -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[2K", err=True, nl=False)
    if always:
        click.echo(words, err=True)


def _tell_problems(checked: object, output_format: str) -> None:
    from builder.build import Checked
    from builder.report import OutputFormat, format_diagnostics

    assert isinstance(checked, Checked)
    _say("", always=False)
    words = format_diagnostics(
        checked.problems,
        checked.loaded.source,
        OutputFormat(output_format),
        colour=output_format == "full" and sys.stdout.isatty() and "NO_COLOR" not in os.environ,
    )
    if words:
        click.echo(words.rstrip("\n"))


def _tell_summary(pages: int, summary: object, seconds: float) -> None:
    from builder.output.generations import Summary

    assert isinstance(summary, Summary)
    done = (
        f"{summary.written:,} written, {summary.linked:,} unchanged, {summary.removed:,} removed"
        if summary.is_new
        else "nothing changed"
    )
    size = f"{summary.total_files:,} files, {summary.total_bytes / 1_000_000:.1f} MB"
    _say(f"Built {pages:,} pages in {seconds:.1f} s: {done}; {size}.")
    for note in summary.notes:
        _say(f"note: {note}")
