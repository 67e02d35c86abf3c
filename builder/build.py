"""The build, read aloud: load, check, analyse, plan, render, write, search. No logic of its own.

Any error ends it: all problems reported, nothing written, the last good site left as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.assemble import analyse
from builder.analysis.checks import check
from builder.analysis.comparison import NOT_COMPARED
from builder.analysis.findings import Findings, Known
from builder.deadlinks import dead_links
from builder.diagnostics import Diagnostic, Severity
from builder.history.editions import with_history
from builder.lastbuild import LastBuild
from builder.load.dossier import Loaded, load_dossier
from builder.load.remembered import LoadMemory
from builder.making import Making, make_site
from builder.model.library import Library
from builder.output.destination import DEFAULT_FOLDER, destination
from builder.output.generations import Summary, open_generation
from builder.output.kept import KeptOnDisk
from builder.ownfiles import changed_domain, collisions, is_made, stays_out_of_zip, write_static
from builder.pages.documents.database import PATH as DATABASE
from builder.pages.table import AddressTaken, owner_of_page, plan_pages
from builder.search import Patience

Tell = Callable[[str], None]
"""Says in a few words which step a build is at."""


class Checked(Struct, frozen=True):
    """A dossier that was read, analysed and checked. `stops` says that its problems stop a build."""

    loaded: Loaded
    findings: Findings | None
    problems: tuple[Diagnostic, ...]
    stops: bool


class Built(Struct, frozen=True):
    """The outcome of a build: what was found, and what was written unless problems stopped it."""

    checked: Checked
    pages: int = 0
    search_problems: tuple[Diagnostic, ...] = ()
    """What of search is missing in the published site; exit 1 under --strict."""
    summary: Summary | None = None

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """All problems: of the content, and of search."""
        return (*self.checked.problems, *self.search_problems)


def check_dossier(
    root: Path,
    *,
    site: Path | None = None,
    strict: bool = False,
    known: Known | None = None,
    memory: LoadMemory | None = None,
    compare: bool = False,
    history: bool = False,
    tell: Tell = lambda _step: None,
) -> Checked:
    """Read and check everything; nothing is written. `known` are results of an earlier analysis, `memory` of a load.

    With `history` what the editions in git tell is added; raises `GitRefused` where they cannot be read.
    `site` is the published one, `<root>/site` when absent. With `compare` the texts of a dossier without mistakes are
    compared too, which a check does not need.
    """
    tell("Reading and checking")
    loaded = load_dossier(root, memory=memory)
    if history:
        tell("Reading the history")
        loaded = with_history(root, loaded)
    library = loaded.library
    compare = compare and not loaded.has_errors
    if compare:
        tell("Comparing")
    findings = analyse(library, known, compare=compare) if library is not None else None
    return judge(loaded, findings, changed_domain(loaded, root, site or root / DEFAULT_FOLDER), strict=strict)


def judge(
    loaded: Loaded,
    findings: Findings | None,
    more: tuple[Diagnostic, ...] = (),
    *,
    strict: bool = False,
) -> Checked:
    """Check what was read against what follows from it; `more` are problems that others found."""
    problems = loaded.settled((*_found(loaded, loaded.library, findings), *more))
    stops = any(problem.severity is Severity.ERROR for problem in problems) or (strict and bool(problems))
    return Checked(loaded, findings, problems, stops)


_EXPLAIN_ADDRESS = frozenset({"bad-file-name", "former-id-in-use", "unknown-id"})
"""Mistakes from which it may follow that two pages want one address."""


def _found(loaded: Loaded, library: Library | None, findings: Findings | None) -> tuple[Diagnostic, ...]:
    if library is None or findings is None:
        return ()
    found = check(library, findings, loaded.places)
    try:
        pages = plan_pages(library, findings)
        compared = findings.comparison is not NOT_COMPARED
        dead = dead_links(loaded, library, pages, compared=compared)
        return (*found, *collisions(loaded, pages), *dead)
    except AddressTaken as taken:
        is_told = any(problem.code in _EXPLAIN_ADDRESS for problem in loaded.problems)
        return found if is_told else (*found, _address_taken(loaded, library, taken))


def _address_taken(loaded: Loaded, library: Library, taken: AddressTaken) -> Diagnostic:
    pages = (owner_of_page(library, *page) for page in (taken.first, taken.second))
    kind, record_id, path = max(page for page in pages if page is not None)
    return Diagnostic(
        code="address-taken",
        severity=Severity.ERROR,
        message=f"the site has another page at `{taken.path}`",
        span=loaded.places.span(kind, record_id, path),
        hint="leave this id out" if path else "rename the file",
    )


def build_site(
    root: Path,
    out: Path | None = None,
    *,
    base_url: str | None = None,
    strict: bool = False,
    jobs: int = 1,
    search: bool = True,
    clean: bool = False,
    history: bool = False,
    database: bool = False,
    tell: Tell = lambda _step: None,
) -> Built:
    """Build the dossier at `root` into `out` (`<root>/site` when absent), with `jobs` processes at most.

    With `database` it holds the data as one SQLite file too.

    What an earlier build found in texts that have not changed is taken over, unless it is to be `clean`.
    With `history` corrections and earlier words are filled from git. Raises `OutputRefused` where the site cannot be
    published, and `GitRefused` where the history cannot be read.
    """
    place = destination(root, out)
    last = LastBuild(place, clean=clean)
    site = Path(place.out)
    checked = check_dossier(
        root,
        site=site,
        strict=strict,
        known=last.known,
        memory=last.memory,
        compare=True,
        history=history,
        tell=tell,
    )
    library, findings = checked.loaded.library, checked.findings
    if checked.stops or library is None or findings is None:
        return Built(checked)
    with open_generation(place, on_wait=lambda: tell("Waiting for another build"), anew=clean) as generation:
        # kept before pages are made: what it takes, and what is for the next build alone, need not stand beside them
        kept = last.keep(findings.known)
        findings = findings.without_known()
        checked = replace(checked, findings=findings)
        del last
        patience = Patience(Path(place.state, "search.json"), anew=clean)
        record = KeptOnDisk(Path(place.state, f"{place.key}.made.json"))
        making = Making(
            root,
            record,
            base_url,
            jobs,
            clean,
            patience if search else None,
            tell,
            asked=frozenset({DATABASE} if database else ()),
            unsaved=frozenset(each.path for each in checked.loaded.static if stays_out_of_zip(each)),
        )
        write_static(root, checked.loaded.static, generation)
        made = make_site(making, library, findings, generation)
        search_problems = made.add_search()
        tell("Publishing")
        # a former site may hold words that are redacted by now
        summary = generation.commit(keep_replaced=not library.withholds, is_made=is_made)
        notes = (*summary.notes, *kept, *made.remember())
        return Built(checked, len(made.pages), search_problems, replace(summary, notes=notes))
