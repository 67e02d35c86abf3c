"""What a reader chooses two texts of a larger dossier from: lists of them by date, as scripts, some texts in each.

A page of any number of texts stays small so, and a browser reads no more of the lists than the reader's words ask for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from builder.analysis.findings import Findings
from builder.languages import direction_of
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.pages.documents.kinds import DocumentKind
from builder.pages.documents.rows import JsonObject
from builder.pages.kinds import Context
from builder.pages.parts.links import source_words
from builder.pages.parts.names import title_name
from builder.pages.parts.shared import (
    CHOOSE_TWO,
    PAIR,
    PER_LIST,
    chosen_among,
    chosen_lists,
    pair_subject,
    pair_words,
    partners_of,
)
from builder.paths import SitePath

FOLDER = "choose/"


def choice_files(library: Library, findings: Findings) -> Iterator[DocumentKind]:
    """Yield the lists of all texts that can be chosen, `PER_LIST` in each."""
    for number in range(1, chosen_lists(library, findings) + 1):
        yield DocumentKind(SitePath(f"{FOLDER}{number}.js"), partial(_listed, number=number))


def _listed(context: Context, number: int) -> str:
    """A script that hands over a list of texts: id, source, title, and language and direction of a foreign title."""
    texts = chosen_among(context.library, context.findings)[(number - 1) * PER_LIST : number * PER_LIST]
    told = [[text, source_words(context, text), *_title(context, text).values()] for text in texts]
    return f"dossier.takeTexts({number},{json.dumps(told, ensure_ascii=False, separators=(',', ':'))});\n"


def _title(context: Context, article: ArticleId) -> dict[str, str]:
    title = title_name(context.library, article)
    if not title.lang:
        return {"title": title.text}
    way = "rtl" if direction_of(title.lang) == "rtl" else "auto"
    return {"title": title.text, "title_lang": title.lang, "title_dir": way}


def choice_of(context: Context, article: ArticleId, name: str) -> JsonObject:
    """Return what is shown of a text beside another, and what it shares with which; nothing where none are chosen.

    There is one for every text of the largest dossiers: what is false, or the name of the record as it is, is left out.
    """
    published = context.findings.published.get(article)
    if context.routes.path(CHOOSE_TWO) is None or not published:
        return {}
    raw = context.library.texts[article].raw
    title = _title(context, article)
    return {
        "source": source_words(context, article),
        **({} if title == {"title": name} else title),
        "lang": context.library.language_of(article),
        **({"is_cut_before": True} if raw[: published[0].start].strip() else {}),
        **({"is_cut_behind": True} if raw[published[-1].end :].strip() else {}),
        "beside": {
            other: [pair_words(pair), context.routes.path(PAIR, pair_subject(article, other))]
            for other in partners_of(context.findings, article)
            if (pair := context.findings.comparison.pair(article, other)) is not None
        },
    }
