"""The build, read aloud: load, check, analyse, plan, render, write, search. No logic of its own.

Any error ends it: all problems reported, nothing written, the last good site left as it is.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from builder.analysis import analyse
from builder.analysis.checks import check
from builder.analysis.comparison import NOT_COMPARED, ComparisonKnown
from builder.analysis.comparisonrecord import known_from, record_of
from builder.analysis.findings import Findings, Known
from builder.athand import at_hand
from builder.deadlinks import dead_links
from builder.diagnostics import Diagnostic, Severity
from builder.load import Loaded, load_dossier
from builder.model.library import Library
from builder.output.assets import asset_path
from builder.output.destination import DEFAULT_FOLDER, Destination, destination
from builder.output.generations import Generation, GrowingFile, Summary, open_generation
from builder.output.maker import maker
from builder.output.refusal import OutputRefused
from builder.output.state import read_record, write_record
from builder.ownfiles import changed_domain, collisions, is_made, stays_out_of_zip, write_static
from builder.pack import Packed, pack_site
from builder.pages.documents.kinds import DocumentKind
from builder.pages.kinds import Context, Edition
from builder.pages.search import named_records
from builder.pages.site import Frames
from builder.pages.table import (
    AddressTaken,
    PlannedPage,
    owner_of_page,
    plan_documents,
    plan_pages,
    routes_of,
)
from builder.paths import SitePath, propose_id
from builder.prose import prose_renderer
from builder.render import assets, documents
from builder.search import IndexedPages, Patience, add_search
from builder.workers import Chunk, spread

if TYPE_CHECKING:
    from builder.render.templates import Templates

_NEW_OBJECTS, _ROUNDS = 20_000, (20, 1000)
"""After how many new objects Python looks for cycles among them, and how seldom among older ones."""

Tell = Callable[[str], None]
"""Says in a few words which step a build is at."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A dossier that was read, analysed and checked. `stops` says that its problems stop a build."""

    loaded: Loaded
    findings: Findings | None
    problems: tuple[Diagnostic, ...]
    stops: bool


@dataclass(frozen=True, slots=True)
class Built:
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


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the site and what makes its bytes."""

    path: SitePath
    make: Callable[[], Iterable[bytes]]
    comes_first: bool = False

    def chunks(self) -> Iterator[bytes]:
        """Yield its bytes: a page at once, a document in chunks."""
        with at_hand(self.path):
            yield from self.make()


def check_dossier(
    root: Path,
    *,
    site: Path | None = None,
    strict: bool = False,
    known: Known | None = None,
    compare: bool = False,
    tell: Tell = lambda _step: None,
) -> Checked:
    """Read and check everything; nothing is written. `known` are results of an earlier analysis.

    `site` is the published one, `<root>/site` when absent. With `compare` the texts of a dossier without mistakes are
    compared too, which a check does not need.
    """
    tell("Reading and checking")
    loaded = load_dossier(root)
    library = loaded.library
    compare = compare and not loaded.has_errors
    if compare:
        tell("Comparing")
    findings = analyse(library, known, compare=compare) if library is not None else None
    domain = changed_domain(loaded, root, site or root / DEFAULT_FOLDER)
    problems = loaded.settled((*_found(loaded, library, findings), *domain))
    stops = any(problem.severity is Severity.ERROR for problem in problems) or (strict and bool(problems))
    return Checked(loaded, findings, problems, stops)


_EXPLAIN_ADDRESS = frozenset({"bad-file-name", "former-id-in-use"})
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
    tell: Tell = lambda _step: None,
) -> Built:
    """Build the dossier at `root` into `out` (`<root>/site` when absent), with `jobs` processes at most.

    What an earlier build found in texts that have not changed is taken over, unless it is to be `clean`.
    Raises `OutputRefused` where the site cannot be published.
    """
    place = destination(root, out)
    known = _remembered(place, clean)
    site = Path(place.out)
    checked = check_dossier(
        root, site=site, strict=strict, known=Known(comparison=known), compare=True, tell=tell
    )
    library, findings = checked.loaded.library, checked.findings
    if checked.stops or library is None or findings is None:
        return Built(checked)
    with open_generation(place, on_wait=lambda: tell("Waiting for another build"), anew=clean) as generation:
        patience = Patience(Path(place.state, "search.json"), anew=clean)
        making = _Making(root, base_url, jobs, patience if search else None, tell)
        write_static(root, checked.loaded.static, generation)
        pages, search_problems = _make_site(making, library, findings, generation)
        tell("Publishing")
        # a former site may hold words that are redacted by now
        summary = generation.commit(keep_replaced=not library.withholds, is_made=is_made)
        note = _remember(place, known, findings.comparison.known)
        return Built(checked, pages, search_problems, replace(summary, notes=(*summary.notes, *note)))


def _remembered(place: Destination, clean: bool) -> ComparisonKnown:
    """Return what the last build by this very builder found; whatever is wrong with its record, nothing is known."""
    made_by = maker()
    if made_by is None or clean:
        return ComparisonKnown()
    return known_from(read_record(_record(place), made_by))


def _remember(place: Destination, before: ComparisonKnown, now: ComparisonKnown) -> tuple[str, ...]:
    """Keep what was found for the next build; a fault is told in words, since the site is published without it."""
    made_by = maker()
    if made_by is None or now.covers_the_same(before):
        return ()
    try:
        write_record(_record(place), made_by, record_of(now))
    except OutputRefused as refused:
        return (f"{refused.message}; the next build will compare all texts again",)
    return ()


def _record(place: Destination) -> Path:
    return Path(place.state, "comparison.json")


def pack_built(built: Built, root: Path, out: Path | None, *, tell: Tell = lambda _step: None) -> Packed:
    """Pack the site that was just built at `root` into `out`, `<root>/<title>.zip` when absent.

    Raises `OutputRefused`.
    """
    library = built.checked.loaded.library
    assert library is not None
    name = propose_id(library.dossier.title) or "dossier"
    tell("Packing")
    return pack_site(
        destination(root),
        out or root / f"{name}.zip",
        name,
        lambda: tell("Waiting for another build"),
        without=frozenset(file.path for file in built.checked.loaded.static if stays_out_of_zip(file)),
    )


@dataclass(frozen=True, slots=True)
class _Making:
    """How a site is to be made, as the command line says."""

    root: Path
    base_url: str | None
    jobs: int
    search: Patience | None
    """With the indexer; None for a site without search."""
    tell: Tell


def _make_site(
    making: _Making, library: Library, findings: Findings, generation: Generation
) -> tuple[int, tuple[Diagnostic, ...]]:
    from builder.render.templates import Templates, template_folders  # Jinja: `check` does without

    address = _base_url(making.base_url or library.dossier.url)
    without = frozenset() if making.search is not None else frozenset({"search"})
    pages, data = plan_pages(library, findings, without), plan_documents(address)
    edition = _write_assets(template_folders(making.root), Edition(base_url=address), generation)
    routes = routes_of(pages, tuple(document.path for document in data))
    context = Context(library, findings, routes, prose_renderer(library, routes, findings.published), edition)
    making.tell(f"Rendering {len(pages):,} pages")
    indexed = IndexedPages(library.dossier.language)
    files = _files(pages, data, context, Templates(making.root))
    with _collecting_new_cycles():
        _write_files(files, making.jobs, generation, indexed)
    if making.search is None:
        return len(pages), ()
    making.tell("Indexing for search")
    names = named_records(context)
    return len(pages), add_search(
        generation, indexed, names, making.search, offline=library.dossier.offline_search
    )


def _files(
    pages: tuple[PlannedPage, ...], data: tuple[DocumentKind, ...], context: Context, templates: Templates
) -> tuple[_File, ...]:
    """Every page and document of the site: the first page of each kind, then documents, then the other pages."""
    frames = Frames(context)

    def render(page: PlannedPage) -> tuple[bytes, ...]:
        return (templates.render(page.kind.template, page.view(context), page.frame(frames)),)

    def serialise(document: DocumentKind) -> Iterator[bytes]:
        return documents.chunks(document.path, document.make(context))

    first = {page.kind.name: page.path for page in reversed(pages)}
    made = [_File(page.path, partial(render, page), page.path == first[page.kind.name]) for page in pages]
    made[:0] = [_File(document.path, partial(serialise, document)) for document in data]
    return tuple(sorted(made, key=lambda file: not file.comes_first))


@contextmanager
def _collecting_new_cycles() -> Iterator[None]:
    """Let Python look for what nobody reaches any more, but not in the library and the findings, which all stay.

    Rendering leaves cycles behind: a fifth of all memory at 3,000 articles. Looking costs 2 % of the time.
    """
    before = gc.isenabled(), gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *_ROUNDS)
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before[1])
        if not before[0]:
            gc.disable()


def _write_files(files: tuple[_File, ...], jobs: int, generation: Generation, indexed: IndexedPages) -> None:
    """Write what comes first, so that each template is compiled once, and spread the rest over processes."""
    first = sum(file.comes_first for file in files)
    for share, workers in ((files[:first], 1), (files[first:], jobs)):
        with closing(spread(partial(_chunks_of, share), len(share), workers)) as made:
            _take(made, share, generation, indexed)


def _chunks_of(files: tuple[_File, ...], number: int) -> Iterator[bytes]:
    return files[number].chunks()


def _take(
    made: Iterator[Chunk], files: tuple[_File, ...], generation: Generation, indexed: IndexedPages
) -> None:
    """Write chunks as they come; what comes in one is looked at, and may be a page that is to be found."""
    growing: dict[int, GrowingFile] = {}
    for number, chunk, is_last in made:
        path = files[number].path
        if is_last and number not in growing:
            generation.write(path, chunk)
            indexed.add(path, chunk)
            continue
        if number not in growing:
            growing[number] = generation.begin(path)
        growing[number].add(chunk)
        if is_last:
            growing.pop(number).end()


def _write_assets(folders: tuple[Path, ...], edition: Edition, generation: Generation) -> Edition:
    """Write style, scripts and icons under names that change with their content; return where they are."""
    written: dict[str, SitePath] = {}
    sheet = (assets.STYLESHEET, assets.stylesheet(folders))
    for name, content in (sheet, *assets.scripts(folders), *assets.icons(folders)):
        written[name] = asset_path(name, content)
        generation.write(written[name], content)
    deferred = sorted(name for name in written if name.endswith(".js") and name != assets.EARLY_SCRIPT)
    return replace(
        edition,
        stylesheet=written[assets.STYLESHEET],
        early_script=written[assets.EARLY_SCRIPT],
        scripts=tuple(written[name] for name in deferred),
        icon=written["folder.svg"],
    )


def _base_url(url: str | None) -> str | None:
    return url.rstrip("/") + "/" if url else None
