"""Keeps a dossier in memory and makes its site anew after each edit: first what is looked at, then all the rest.

The first step reads what changed, checks everything, and can make any single page; it takes over the comparison of
texts from before the edit where they are the same. The second makes the whole site as a clean build would, and drafts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Full

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.assemble import analyse
from builder.analysis.carriedover import carried_over
from builder.analysis.findings import Findings, Known
from builder.build import Checked, judge
from builder.diagnostics import Diagnostic
from builder.load.dossier import Loaded, load_dossier
from builder.load.remembered import LoadMemory
from builder.making import LastingTemplates, MadeSite, Making, PageMaker, make_site
from builder.model.base import ArticleId
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.model.seedtext import SeedText
from builder.output.destination import DEFAULT_FOLDER
from builder.ownfiles import changed_domain, write_static
from builder.pages.table import AddressTaken
from builder.search.patience import FellSilent, Got, Patience
from builder.serve.memory import KeptInMemory, MemorySite
from builder.serve.shown import Shown

_GLANCE_SECONDS = 0.02
"""How long the indexer is waited for before the next look at what was saved."""


class _Finished(Struct, frozen=True):
    """The last site that was made whole, and what it was made from."""

    site: MemorySite
    shown: Shown
    texts: dict[ArticleId, SeedText]
    findings: Findings


class Resident:
    """A dossier that stays in memory. Methods raise `OutputRefused` where its own templates or files cannot serve."""

    def __init__(self, root: Path, tell: Callable[[str], None], *, search: bool = True) -> None:
        self._root = root
        self._tell = tell
        self._search = search
        self._memory = LoadMemory()
        self._known = Known()
        self._kept = KeptInMemory()
        self._templates = LastingTemplates(root)
        self._last: _Finished | None = None

    @property
    def last(self) -> Shown | None:
        """The last site that was made whole."""
        return self._last.shown if self._last else None

    def read(self) -> Read:
        """Read the dossier, its drafts too; its texts are not compared, and what follows is not checked yet."""
        self._memory = LoadMemory(self._memory.found)
        loaded = load_dossier(self._root, with_drafts=True, memory=self._memory)
        library = loaded.library
        findings = analyse(library, self._known, compare=False) if library is not None else None
        return Read(loaded, findings)

    def judged(self, read: Read) -> Checked:
        """Return what was read as `check` checks it."""
        return judge(read.loaded, read.findings, self._domain(read.loaded))

    def lost_without_drafts(self) -> tuple[Diagnostic, ...]:
        """Return the mistakes that a build finds, which leaves drafts out: what is published leads to one of them."""
        loaded = load_dossier(self._root, memory=LoadMemory(self._memory.found))
        return tuple(problem for problem in loaded.problems if problem.code == "refers-to-draft")

    def first(self, read: Read) -> Shown | None:
        """Return what makes single pages at once, of what was read without a mistake.

        None before a site has been made whole, and where two pages want one address.
        """
        last, library, findings = self._last, read.loaded.library, read.findings
        if last is None or library is None or findings is None:
            return None
        texts = library.texts.items()
        same = frozenset(article for article, text in texts if last.texts.get(article) is text)
        former = last.findings.comparison
        comparison = carried_over(former, library, findings.article_order, findings.mentions, same)
        rest = MemorySite()
        making = self._making(library)
        try:
            maker = PageMaker(making, library, replace(findings, comparison=comparison), rest)
        except AddressTaken:
            return None
        return Shown(_without_pages(last.shown) | rest.files, maker.files.keys(), drafts_of(library), maker)

    def compared(self, read: Read) -> Checked:
        """Return what was read with its texts compared, as a build checks it."""
        library = read.loaded.library
        assert library is not None
        return self.judged(Read(read.loaded, analyse(library, self._known)))

    def whole(self, checked: Checked, look: Callable[[], None]) -> Whole:
        """Make the site of what was compared; `look` may raise, which leaves all as it was."""
        library, findings = checked.loaded.library, checked.findings
        assert library is not None
        assert findings is not None
        site = MemorySite(self._last.site if self._last else None, look)
        write_static(self._root, checked.loaded.static, site)
        made = make_site(self._making(library, look), library, findings, site)
        return Whole(site, made, library, findings)

    def shown_without_search(self, whole: Whole) -> Shown:
        """Return the site whose search is not made yet; it has that of the site before."""
        files = _without_pages(self._last.shown) if self._last else {}
        return Shown(files | whole.site.files, frozenset(whole.made.pages), drafts_of(whole.library))

    def finish(self, whole: Whole) -> tuple[Shown, tuple[Diagnostic, ...]]:
        """Add search, and keep what the next site may take over; return the site, and what of search is missing."""
        problems = whole.made.add_search()
        shown = Shown(whole.site.files, frozenset(whole.made.pages), drafts_of(whole.library))
        whole.made.remember()
        whole.site.finish()
        self._known = whole.findings.known
        self._last = _Finished(whole.site, shown, dict(whole.library.texts), whole.findings)
        return shown, problems

    def _making(self, library: Library, look: Callable[[], None] = lambda: None) -> Making:
        search = _Attentive(look) if self._search else None
        templates = self._templates.now(library.dossier.language)
        return Making(self._root, self._kept, None, 1, False, search, self._tell, templates)

    def _domain(self, loaded: Loaded) -> tuple[Diagnostic, ...]:
        return changed_domain(loaded, self._root, self._root / DEFAULT_FOLDER)


class _Attentive(Patience):
    """Waits for the indexer and looks around meanwhile; `look` may raise, which ends the indexer."""

    def __init__(self, look: Callable[[], None]) -> None:
        super().__init__()
        self._look = look

    def wait(self, step: Callable[[float], Got]) -> Got:
        """Return what a step of a queue gives; raises `FellSilent` as any patience does, and whatever `look` raises."""
        until = time.monotonic() + self.seconds
        while True:
            self._look()
            try:
                return step(_GLANCE_SECONDS)
            except (Empty, Full):
                if time.monotonic() > until:
                    raise FellSilent(f"{self.seconds:g} seconds") from None


class Read(Struct, frozen=True):
    """A dossier that was read, and what follows from it; None where there is no library."""

    loaded: Loaded
    findings: Findings | None


class Whole(Struct, frozen=True):
    """A site whose pages and documents are made."""

    site: MemorySite
    made: MadeSite
    library: Library
    findings: Findings


def _without_pages(shown: Shown) -> dict[str, bytes]:
    return {path: content for path, content in shown.files.items() if path not in shown.pages}


def drafts_of(library: Library) -> frozenset[str]:
    """Return the addresses of the pages of drafts."""
    return frozenset(
        RECORD_KINDS[kind].address(record_id)
        for kind in RECORD_KINDS
        for record_id, record in library.records(kind).items()
        if record.draft
    )
