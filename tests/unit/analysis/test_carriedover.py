"""The comparison of before an edit, as far as it holds after it."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from builder.analysis import analyse
from builder.analysis.carriedover import carried_over
from builder.analysis.findings import Findings
from builder.load import load_dossier
from builder.model.library import Library

GOLDEN = Path(__file__).resolve().parents[2] / "golden/dossier"


def read(root: Path) -> tuple[Library, Findings]:
    """Return a dossier and what follows from it, its texts compared."""
    library = load_dossier(root).library
    assert library is not None
    return library, analyse(library)


def test_where_no_text_changed_all_of_it_holds() -> None:
    library, findings = read(GOLDEN)
    former = findings.comparison
    assert former.pairs
    found = carried_over(former, library, findings.article_order, findings.mentions, frozenset(library.texts))
    # what the next comparison need not compute again is no finding
    assert found.passages == replace(former.passages, looked=None)
    for name in (
        "quotations",
        "figures",
        "dates",
        "unread_figures",
        "counts",
        "by_article",
        "rank",
    ):
        assert getattr(found, name) == getattr(former, name), name


def test_a_changed_text_has_what_it_holds_alone_and_shares_nothing(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    shutil.copytree(GOLDEN, root)
    library, findings = read(root)
    (one, other), _ = next(iter(findings.comparison.pairs.items()))
    seed = root / library.texts[one].path
    before = seed.read_bytes()
    seed.write_bytes(before + b"\n\nHe said: \xe2\x80\x9cNobody ever saw these 4,711 boats.\xe2\x80\x9d\n")
    for path in root.glob("content/articles/*.yaml"):
        record = path.read_text("utf-8")
        path.write_text(
            record.replace(sha256(before).hexdigest(), sha256(seed.read_bytes()).hexdigest()), "utf-8"
        )
    now, anew = read(root)
    same = frozenset(now.texts) - {one}
    found = carried_over(findings.comparison, now, anew.article_order, anew.mentions, same)
    assert found.quotations == anew.comparison.quotations
    assert found.figures == anew.comparison.figures
    assert found.dates == anew.comparison.dates
    assert found.rank == anew.comparison.rank
    assert found.pair(one, other) is None
    assert one not in found.by_article
    assert one not in found.shares
    assert all(one not in pair for pair in found.pairs)
    assert {pair for pair in findings.comparison.pairs if one not in pair} == set(found.pairs)


def test_a_text_that_is_gone_leaves_nothing_behind() -> None:
    library, findings = read(GOLDEN)
    gone = next(iter(findings.comparison.pairs))[0]
    same = frozenset(library.texts) - {gone}
    left = [article for article in findings.article_order if article != gone]
    found = carried_over(findings.comparison, library, left, findings.mentions, same)
    assert gone not in found.rank
    assert gone not in found.quotations
    assert all(gone not in pair for pair in found.pairs)
