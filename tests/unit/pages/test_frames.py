"""The frame around pages: neighbours share one, and each gets the one that it would have alone."""

from __future__ import annotations

from builder.load import load_dossier
from builder.pages.site import Frames
from builder.pages.table import plan_pages
from tests.unit.pages.showing import PROJECT, context_of


def test_a_shared_frame_is_the_one_that_the_page_would_have_alone():
    library = load_dossier(PROJECT).library
    assert library is not None
    context = context_of(library)
    frames = Frames(context)
    pages = plan_pages(library, context.findings)
    assert [
        page.path for page in pages if page.frame(context, page.shared_frame(frames)) != page.site(context)
    ] == []


def test_pages_of_one_folder_share_all_of_their_frame_but_what_search_is_told():
    library = load_dossier(PROJECT).library
    assert library is not None
    frames = Frames(context_of(library))
    articles = [page for page in plan_pages(library, frames.context.findings) if page.kind.name == "article"]
    assert len({id(page.shared_frame(frames).nav) for page in articles}) == 1 < len(articles)


def test_pages_equally_deep_below_one_folder_share_one_frame():
    library = load_dossier(PROJECT).library
    assert library is not None
    frames = Frames(context_of(library))
    received = [
        page for page in plan_pages(library, frames.context.findings) if page.kind.name == "article-received"
    ]
    assert len({page.path.rpartition("/")[0] for page in received}) == len(received) > 1
    assert len({id(page.shared_frame(frames)) for page in received}) == 1
