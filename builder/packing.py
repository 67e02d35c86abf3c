"""A site that was just built, packed for the road: which form holds what of it, and in whose words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from builder.build import Built, Tell
from builder.making import Wording, site_address
from builder.onefile.chapter import Anchors, LeftOut
from builder.onefile.file import Carried, Opened, Sheet, write_one_file
from builder.onefile.pdf import OWN as PDF
from builder.onefile.pdf import pdf_of
from builder.output.archive import filled_by_program
from builder.output.destination import destination
from builder.ownfiles import stays_out_of_zip
from builder.pack import Packed, pack_site
from builder.pages.onefile import Entry, answered, chapters, one_file_view, paper_pages
from builder.pages.table import PlannedPage, plan_pages
from builder.paths import propose_id
from builder.regexes import regex
from builder.render.assets import sheet_alone, sheet_for
from builder.render.templatefiles import template_folders
from builder.zim.file import About, write_zim
from builder.zim.languages import long_code


def pack_built(built: Built, root: Path, out: Path | None, *, tell: Tell = lambda _step: None) -> Packed:
    """Pack the site that was just built at `root` into the zip `out`, `<root>/<title>.zip` when absent.

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
        without=_stays_here(built),
    )


def pack_one_file(built: Built, root: Path, out: Path, *, tell: Tell = lambda _step: None) -> Packed:
    """Write the site that was just built at `root` as one page, `out`; raises `OutputRefused`."""
    tell("Writing one file")
    return _in_its_words(built, root, out, SCREEN, tell)


def pack_print(built: Built, root: Path, out: Path, *, tell: Tell = lambda _step: None) -> Packed:
    """Write what a reader reads of the site as one page to be printed, `out`; raises `OutputRefused`."""
    tell("Writing the print edition")
    return _in_its_words(built, root, out, PAPER, tell)


def pack_pdf(built: Built, root: Path, out: Path, *, tell: Tell = lambda _step: None) -> Packed:
    """Write the print edition of the site that was just built at `root` as PDF, `out`; raises `OutputRefused`."""
    with filled_by_program(out, PDF) as staged:
        page = Path(staged.folder, "print.html")
        edition = pack_print(built, root, page, tell=tell)
        tell("Setting pages")
        staged.put(pdf_of(page.read_bytes()))
    return Packed(out, edition.files, out.stat().st_size)


def pack_zim(built: Built, root: Path, out: Path, *, tell: Tell = lambda _step: None) -> Packed:
    """Write the site that was just built at `root` as one ZIM, `out`; raises `OutputRefused`."""
    tell("Writing the ZIM")
    library = built.checked.loaded.library
    assert library is not None
    dossier = library.dossier
    creator = ", ".join(dossier.editors) or dossier.title
    about = About(
        title=dossier.title,
        description=dossier.subtitle or dossier.title,
        creator=creator,
        language=long_code(dossier.language),
        name=f"{propose_id(dossier.title) or 'dossier'}_{long_code(dossier.language)}",
        source=dossier.url,
    )
    return write_zim(
        destination(root), out, about, _stays_here(built), lambda: tell("Waiting for another build")
    )


def _stays_here(built: Built) -> frozenset[str]:
    return frozenset(file.path for file in built.checked.loaded.static if stays_out_of_zip(file))


class _Use(Struct, frozen=True):
    """What one file is for: which pages it has, in which template and style, and what of them it goes without."""

    template: str
    on_paper: bool
    pages: Callable[[Sequence[PlannedPage]], Sequence[PlannedPage]]
    sheet: Callable[[tuple[Path, ...]], bytes]
    is_left_out: LeftOut


def _only_on_screen(name: str, attributes: str) -> bool:
    return name in _DRAWN or bool(_ACTING.search(attributes))


_DRAWN = frozenset({"svg", "nav", "fieldset", "label"})
_ACTING = regex(r" class=\"(?:[^\"]* )?(?:picture|paragraph-number|tags)[ \"]")

SCREEN = _Use(
    "one-file.html",
    on_paper=False,
    pages=lambda planned: planned,
    sheet=lambda folders: sheet_for(folders, "one-file"),
    is_left_out=lambda _name, _attributes: False,
)
PAPER = _Use(
    "print.html",
    on_paper=True,
    pages=paper_pages,
    sheet=lambda folders: sheet_alone(folders, "paper"),
    is_left_out=_only_on_screen,
)


def _in_its_words(built: Built, root: Path, out: Path, use: _Use, tell: Tell) -> Packed:
    library = built.checked.loaded.library
    assert library is not None
    return Wording(root, library.dossier.language).run(partial(_one_file, built, root, out, use, tell))


def _one_file(built: Built, root: Path, out: Path, use: _Use, tell: Tell) -> Packed:
    from builder.render.templates import Templates  # Jinja: a zip does without

    library, findings = built.checked.loaded.library, built.checked.findings
    assert library is not None
    assert findings is not None
    planned = plan_pages(library, findings)
    shown = chapters(findings, library, use.pages(planned))
    sheet = Sheet(use.sheet(template_folders(root)))
    address = site_address(library.dossier.url)

    def frame(opened: Sequence[Opened]) -> bytes:
        entries = [Entry(each, page.title, page.lang) for each, page in zip(shown, opened, strict=True)]
        view = one_file_view(library, entries, sheet.digest, address, on_paper=use.on_paper)
        return Templates(root).render(use.template, view, None)

    carried = Carried(
        [each.path for each in shown],
        Anchors(answered(shown, planned), None if use.on_paper else address),
        sheet,
        frame,
        use.is_left_out,
        is_noted=lambda path: use.on_paper and path.startswith("articles/"),
    )
    size = write_one_file(destination(root), out, carried, lambda: tell("Waiting for another build"))
    return Packed(out, len(shown), size)
