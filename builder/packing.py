"""A site that was just built, packed for the road: which form holds what of it, and in whose words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from builder.build import Built, Tell
from builder.making import Wording, site_address
from builder.onefile.chapter import Anchors
from builder.onefile.file import Carried, Opened, Sheet, write_one_file
from builder.output.destination import destination
from builder.ownfiles import stays_out_of_zip
from builder.pack import Packed, pack_site
from builder.pages.onefile import Entry, answered, chapters, one_file_view
from builder.pages.table import plan_pages
from builder.paths import propose_id
from builder.render.assets import sheet_for
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
    library = built.checked.loaded.library
    assert library is not None
    return Wording(root, library.dossier.language).run(partial(_one_file, built, root, out, tell))


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


def _one_file(built: Built, root: Path, out: Path, tell: Tell) -> Packed:
    from builder.render.templates import (
        Templates,
        template_folders,
    )  # Jinja: only packing such a file needs it

    library, findings = built.checked.loaded.library, built.checked.findings
    assert library is not None
    assert findings is not None
    planned = plan_pages(library, findings)
    shown = chapters(findings, library, planned)
    sheet = Sheet(sheet_for(template_folders(root), "one-file"))
    address = site_address(library.dossier.url)

    def frame(opened: Sequence[Opened]) -> bytes:
        entries = [Entry(each, page.title, page.lang) for each, page in zip(shown, opened, strict=True)]
        view = one_file_view(library, entries, sheet.digest, address)
        return Templates(root).render("one-file.html", view, None)

    carried = Carried([each.path for each in shown], Anchors(answered(shown, planned), address), sheet, frame)
    size = write_one_file(destination(root), out, carried, lambda: tell("Waiting for another build"))
    return Packed(out, len(shown), size)
