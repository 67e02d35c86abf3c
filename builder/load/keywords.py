"""The key that is meant by another word for it: `author` for `byline`, `sprache` for `language`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from builder.diagnostics import did_you_mean

_OTHER_WORDS = """
byline: author writer authors by autor auteur autore автор
published: date datum fecha data дата pubdate publication_date published_at day when
outlet: source publisher newspaper media medium site quelle fuente fonte fuente sursa izvor извор источник издание
url: link href website web address permalink uri adresse
language: lang sprache idioma langue lingua taal язык jezik језик мова língua sprog språk
topics: tags categories category keywords themes themen temas sujets
title: name heading titel título titulo titre titolo заголовок naslov наслов tytuł rubrik
name: title label heading titel título titulo titre titolo заголовок naslov наслов nombre nom nome имя ime
statement: claim title text assertion name thesis
kind: type category art tipo typ тип genre class
description: summary about abstract text body info details beschreibung descripción résumé note
summary: description abstract lead teaser intro zusammenfassung
appearances: sources articles quotes evidence references citations
entities: people persons names actors
quote: text words exact citation zitat cita citazione цитата
stance: position attitude verdict
aliases: names alias other_names aka also_known_as
file: path filename
sha256: hash checksum digest
date: when day datum fecha data дата published
country: land país pays paese страна nation
basis: reason why grounds
by: author name signed editor who
editors: editor authors author
question: title
siglum: short abbreviation code
archives: archive archived archived_url
"""


def key_meant(word: str, keys: Collection[str]) -> str | None:
    """Return the one of some keys that a word most likely means; None where none does."""
    folded = word.strip().casefold().replace(" ", "_").replace("-", "_")
    other = [key for key in _keys_for().get(folded, ()) if key in keys]
    near = did_you_mean(word, keys)
    exact = near is not None and near.casefold() in (folded, f"{folded}s", folded.removesuffix("s"))
    return near if exact or not other else other[0]


@cache
def _keys_for() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in _OTHER_WORDS.strip().split("\n"):
        key, _, words = row.partition(": ")
        for word in words.split():
            found[word] = (*found.get(word, ()), key)
    return found
