"""From a library and its findings to the files of a site: which there are, and which have to be made.

A page or document of the last build is taken over where everything that it was made from is still so; the others are
made, by several processes if wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextvars import copy_context
from functools import partial
from itertools import chain
from pathlib import Path
from posixpath import basename
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.findings import Findings
from builder.blocks import Blocks
from builder.diagnostics import Diagnostic
from builder.model.datewords import month_forms
from builder.model.library import Library
from builder.output.assets import asset_path
from builder.output.compiled import keep_compiled, read_compiled
from builder.output.kept import Keeping, KeptFiles, KeptRecord
from builder.output.maker import maker
from builder.output.nextsite import NextSite
from builder.output.refusal import OutputRefused
from builder.pages import previews
from builder.pages.documents.choices import choice_files
from builder.pages.documents.kinds import DocumentKind
from builder.pages.documents.proofs import proof_files
from builder.pages.kinds import Context, Edition
from builder.pages.search import named_records
from builder.pages.site import Frames, SiteView
from builder.pages.table import PlannedPage, plan_documents, plan_pages, routes_of
from builder.paths import SitePath
from builder.prose import prose_renderer
from builder.recorded import Recorder, digest
from builder.render import assets, documents
from builder.render.catalogues import SPEAKER, Catalogue, CatalogueDamaged, find_catalogue, translated
from builder.render.templatefiles import template_folders, templates_digest
from builder.saving import add_saving
from builder.search import Patience
from builder.search.index import IndexedPages, add_search
from builder.storing import SiteFile, Store, collecting_new_cycles
from builder.wording import speak

if TYPE_CHECKING:
    from builder.render.templates import Templates

Outcome = TypeVar("Outcome")


class Making(Struct, frozen=True):
    """How a site is to be made, as the command line says."""

    root: Path
    record: KeptRecord
    """Where it is kept what the files were made from."""
    base_url: str | None
    jobs: int
    clean: bool
    search: Patience | None
    """With the indexer; None for a site without search."""
    tell: Callable[[str], None]
    templates: Templates | None = None
    """Those that this process compiled for an earlier site, where none has changed since."""
    asked: frozenset[str] = frozenset()
    """The documents that somebody has to ask for, and did."""
    unsaved: frozenset[str] | None = None
    """Files that readers who save the site do without; None where saving is not spoken of at all: in the preview."""


class MadeSite(Struct, frozen=True):
    """The pages of a site, and what is left to do with it."""

    pages: tuple[SitePath, ...]
    """Where they are."""
    add_search: Callable[[], tuple[Diagnostic, ...]]
    """Adds the search index, where one is wanted, and last what readers save the site by; returns what of search is
    missing; raises `OutputRefused`."""
    remember: Callable[[], tuple[str, ...]]
    """Keeps the record, once the site is published; returns notes on what is not kept."""


def make_site(making: Making, library: Library, findings: Findings, generation: NextSite) -> MadeSite:
    """Give the generation every file of the site but its search, in the dossier's language where it has words.

    Raises `OutputRefused`.
    """
    wording = Wording(making.root, library.dossier.language)
    return wording.run(partial(_make_site, making, wording, library, findings, generation))


class Wording:
    """The words of a site: its catalogue, the folders it was looked for in, and what runs with it."""

    def __init__(self, root: Path, language: str) -> None:
        self.folders = template_folders(root)
        try:
            self.catalogue = find_catalogue(self.folders, language)
        except CatalogueDamaged as damaged:
            raise OutputRefused(str(damaged), "make it again from its .po file, or delete it") from damaged

    def run(self, make: Callable[[], Outcome]) -> Outcome:
        """Return what is made while these words are spoken."""

        def speaking() -> Outcome:
            speak(self.catalogue.words)
            return make()

        return copy_context().run(speaking)


class PageMaker:
    """Makes single pages of a site when they are asked for, each as the whole site would have it.

    What else the site has but pages and documents goes to `generation`. Raises `OutputRefused`, also while a page is
    made.
    """

    def __init__(self, making: Making, library: Library, findings: Findings, generation: NextSite) -> None:
        self._wording = Wording(making.root, library.dossier.language)
        self._wording.run(partial(self._plan, making, library, findings, generation))

    def _plan(self, making: Making, library: Library, findings: Findings, generation: NextSite) -> None:
        pages, _, context = _planned(making, self._wording, library, findings, generation)
        prose = prose_renderer(library, context.routes, findings.published)
        self._templates = making.templates or LastingTemplates(making.root).now(library.dossier.language)
        frames = Frames(context)
        self.files = {
            file.path: file for file in _pages(pages, replace(context, prose=prose), frames, self._templates)
        }
        """What makes each page, by its path."""

    def page(self, path: str) -> bytes | None:
        """Return a page, or None where the site has no such page."""
        file = self.files.get(SitePath(path))
        return self._wording.run(lambda: b"".join(file.make(Blocks()))) if file is not None else None


class LastingTemplates:
    """The templates of a dossier for a process that makes its site several times."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: tuple[str, Templates] | None = None

    def now(self, language: str) -> Templates:
        """Return them, anew where one of them or their words have changed; raises `OutputRefused`."""
        from builder.render.templates import CompiledTemplates, Templates

        wording = Wording(self._root, language)
        words = wording.catalogue.digest
        key = f"{templates_digest(wording.folders)} {words}"
        if self._known is None or self._known[0] != key:
            self._known = key, Templates(self._root, CompiledTemplates({}, words))
        return self._known[1]


def _planned(
    making: Making, wording: Wording, library: Library, findings: Findings, generation: NextSite
) -> tuple[tuple[PlannedPage, ...], tuple[DocumentKind, ...], Context]:
    address = site_address(making.base_url or library.dossier.url)
    without = frozenset() if making.search is not None else frozenset({"search"})
    pages, data = plan_pages(library, findings, without), plan_documents(address, making.asked)
    edition = _write_assets(wording.folders, wording.catalogue, _edition(address, library), generation)
    routes = routes_of(pages, [document.path for document in data])
    beside = (*proof_files(library), *choice_files(library, findings))
    return pages, (*data, *beside), Context(library, findings, routes, edition=edition)


def _make_site(
    making: Making, wording: Wording, library: Library, findings: Findings, generation: NextSite
) -> MadeSite:
    pages, data, context = _planned(making, wording, library, findings, generation)
    making.tell(f"Rendering {len(pages):,} pages")
    recorder = Recorder()
    seen = watched(context, recorder)
    builder = maker()
    templates = _Compiling(making, builder, wording.catalogue.digest)
    files = chain(
        _documents(data, seen), _previews(pages, seen), _pages(pages, seen, Frames(context), templates)
    )
    told = (templates_digest(wording.folders), wording.catalogue.digest, digest(context.edition))
    made_by = " ".join((builder, *told)) if builder else None
    before = making.record.load(made_by) if made_by is not None and not making.clean else KeptFiles()
    store = Store(
        generation,
        IndexedPages(library.dossier.language),
        Keeping(before, recorder.answers),
        is_searched=making.search is not None,
    )
    del before
    made = [file for file in files if not store.takes_over(file)]
    with collecting_new_cycles():
        store.make(made, recorder, making.jobs)

    def remember() -> tuple[str, ...]:
        templates.keep()
        return _remember(making.record, made_by, store.keeping.kept())

    def index() -> tuple[Diagnostic, ...]:
        missing: tuple[Diagnostic, ...] = ()
        if making.search is not None:
            making.tell("Indexing for search")
            offline = library.dossier.offline_search
            missing = add_search(
                generation,
                store.indexed,
                named_records(context),
                month_forms(),
                making.search,
                offline=offline,
            )
        if making.unsaved is not None:
            add_saving(generation, wording.folders, making.unsaved, is_offered=context.edition.saving)
        return missing

    return MadeSite(tuple(page.path for page in pages), partial(wording.run, index), remember)


class _Compiling:
    """The templates of a site, read and compiled when the first page is made: a save may change none."""

    def __init__(self, making: Making, builder: str | None, words: str) -> None:
        self._making = making
        self._builder = builder
        self._words = words
        self._templates = making.templates
        self.keep: Callable[[], None] = lambda: None
        """Keeps what was compiled for the next build."""

    def render(self, name: str, page: object, site: object) -> bytes:
        """Return the page as UTF-8."""
        if self._templates is None:
            self._templates = self._compiled()
        return self._templates.render(name, page, site)

    def _compiled(self) -> Templates:
        from builder.render.templates import CompiledTemplates, Templates  # Jinja

        builder = self._builder
        compiled = CompiledTemplates(read_compiled(builder) if builder else {}, self._words)
        if builder:
            self.keep = lambda: keep_compiled(builder, compiled.before, compiled.new)
        return Templates(self._making.root, compiled)


def watched(context: Context, recorder: Recorder) -> Context:
    """Return a context that looks the same; the recorder notes what is asked of it."""
    library, findings = recorder.twin("library", context.library), recorder.twin("findings", context.findings)
    routes = context.routes.watched(recorder)
    prose = prose_renderer(library, routes, findings.published, recorder)
    return replace(context, library=library, findings=findings, routes=routes, prose=prose)


def _remember(record: KeptRecord, made_by: str | None, kept: KeptFiles) -> tuple[str, ...]:
    if made_by is None:
        return ()
    try:
        record.save(made_by, kept)
    except OutputRefused as refused:
        return (f"{refused.message}; the next build will make every page again",)
    return ()


def _pages(
    pages: Iterable[PlannedPage], context: Context, frames: Frames, templates: Templates | _Compiling
) -> Iterator[SiteFile]:
    told: dict[SiteView, str] = {}

    def render(page: PlannedPage, frame: SiteView, _blocks: Blocks) -> tuple[bytes, ...]:
        whole = page.frame(context, frame)
        return (templates.render(page.kind.template, page.view(context), whole),)

    for page in pages:
        frame = page.shared_frame(frames)
        told_frame = told.get(frame) or told.setdefault(frame, digest(frame))
        yield SiteFile(
            page.path,
            page.kind.template,
            f"{page.kind.name} {page.subject} {told_frame}",
            partial(render, page, frame),
        )


def _documents(data: Iterable[DocumentKind], context: Context) -> Iterator[SiteFile]:
    def serialise(document: DocumentKind, blocks: Blocks) -> Iterator[bytes]:
        return documents.chunks(document.path, document.make(context), blocks)

    for document in data:
        yield SiteFile(document.path, None, documents.made_with(document.path), partial(serialise, document))


def _previews(pages: Iterable[PlannedPage], context: Context) -> Iterator[SiteFile]:
    shown = previews.shares(previews.Previewed(page.path, page.kind.name, page.subject) for page in pages)

    def hand_over(share: previews.Share, _blocks: Blocks) -> Iterator[bytes]:
        return documents.chunks(share.path, share.script(context))

    for share in shown:
        yield SiteFile(share.path, None, digest(share), partial(hand_over, share))
    index = previews.index_script(shown)
    yield SiteFile(
        SitePath(f"{previews.FOLDER}/index.js"), None, index, lambda _blocks: (index.encode("ascii"),)
    )


def _write_assets(
    folders: tuple[Path, ...], catalogue: Catalogue, edition: Edition, generation: NextSite
) -> Edition:
    """Write style, scripts and icons under names that change with their content; return where they are."""
    written: dict[str, SitePath] = {}

    def write(name: str, content: bytes) -> None:
        written[name] = asset_path(name, content)
        generation.write(written[name], content)

    waiting = dict(assets.waiting_scripts(folders))
    scripts = dict(assets.scripts(folders)) | waiting
    if catalogue.digest:
        scripts = dict(translated(scripts.items(), catalogue.words))
    loader = scripts.pop(assets.LOADER)
    for name, content in (
        (assets.STYLESHEET, assets.stylesheet(folders)),
        *scripts.items(),
        *assets.icons(folders),
    ):
        write(name, content)
    asked = {name.removesuffix(".js"): basename(written[name]) for name in (SPEAKER, *waiting)}
    write(assets.LOADER, assets.loader(loader, asked))
    left_out = assets.ASKED_FOR if edition.saving else {*assets.ASKED_FOR, assets.SAVING}
    deferred = sorted(name for name in written if name.endswith(".js") and name not in left_out)
    return replace(
        edition,
        stylesheet=written[assets.STYLESHEET],
        early_script=written[assets.EARLY_SCRIPT],
        checking=(written[assets.CATALOGUE], written[assets.CHECKING]),
        scripts=tuple(written[name] for name in deferred),
        icon=written["folder.svg"],
    )


def _edition(address: str | None, library: Library) -> Edition:
    return Edition(base_url=address, saving=library.dossier.saving)


def site_address(url: str | None) -> str | None:
    """Return the address of a site with the `/` at its end, or None where it is not known."""
    return url.rstrip("/") + "/" if url else None
