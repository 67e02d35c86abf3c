"""Lists of articles: CSV, CSL-JSON, RIS and BibTeX, as reference managers and spreadsheets write them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

from builder.intake.decoding import decode
from builder.intake.found import MOST_FINDS, Found, FoundDate, Unreadable
from builder.intake.months import month_of
from builder.intake.publication import read_field
from builder.regexes import regex

_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline", "name", "titel", "titre", "título", "заголовок", "наслов"),
    "outlet": (
        "outlet",
        "source",
        "publication",
        "publication title",
        "publisher",
        "journal",
        "newspaper",
        "medium",
        "website",
    ),
    "published": ("published", "date", "publication date", "issued", "datum", "year", "publication year"),
    "url": ("url", "link", "address", "uri"),
    "byline": ("byline", "author", "authors", "creator", "autor"),
    "language": ("language", "lang", "sprache"),
    "text": ("text", "body", "content", "full text", "fulltext"),
}
_MOST_FIELD_CHARS: Final = 2 << 20
_DAY: Final = regex(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?/*$")


def read_csv(content: bytes) -> tuple[Found, ...]:
    """Return the rows of a table whose first row names its columns."""
    text, _, remark = decode(content)
    csv.field_size_limit(_MOST_FIELD_CHARS)
    head = text.split("\n", 1)[0]
    parts = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=parts)
    try:
        names = [_plain(name) for name in next(rows, [])]
        places = {
            field: next((names.index(name) for name in known if name in names), None)
            for field, known in _COLUMNS.items()
        }
        if places["title"] is None:
            raise Unreadable(
                "no column of it is called `title`",
                "name its columns in the first row: title, outlet, date, url, author",
            )
        found = [
            _found(
                {
                    field: row[place].strip() if place is not None and place < len(row) else ""
                    for field, place in places.items()
                },
                "column",
                remark,
            )
            for row in rows
            if any(row)
        ]
    except csv.Error as fault:
        raise Unreadable("it is no table of plain text", "save the table as CSV (UTF-8)") from fault
    return _listed(found)


def read_csl(content: bytes) -> tuple[Found, ...]:
    """Return the entries of CSL-JSON, the form that Zotero and other reference managers export."""
    text, _, _ = decode(content)
    try:
        loaded: object = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise Unreadable("it is no JSON", "export the list again as CSL JSON") from fault
    entries = loaded if isinstance(loaded, list) else [loaded]
    found = [
        _found(_from_csl(entry), "CSL") for entry in entries[: MOST_FINDS + 1] if isinstance(entry, dict)
    ]
    return _listed([each for each in found if each.title])


def _from_csl(entry: Mapping[str, object]) -> dict[str, str]:
    issued = entry.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    authors = entry.get("author")
    names = (
        [_csl_name(each) for each in authors if isinstance(each, dict)] if isinstance(authors, list) else []
    )
    raw = issued.get("raw") if isinstance(issued, dict) else None
    return {
        "title": _text(entry.get("title")),
        "outlet": _text(entry.get("container-title")) or _text(entry.get("publisher")),
        "published": "-".join(f"{int(part):02}" for part in first if str(part).isdigit()) or _text(raw),
        "url": _text(entry.get("URL")),
        "byline": ", ".join(filter(None, names)),
        "language": _text(entry.get("language")),
    }


def _csl_name(name: Mapping[str, object]) -> str:
    return _text(name.get("literal")) or " ".join(
        filter(None, (_text(name.get("given")), _text(name.get("family"))))
    )


def read_ris(content: bytes) -> tuple[Found, ...]:
    """Return the entries of a RIS file."""
    import rispy

    text, _, _ = decode(content)
    try:
        entries = rispy.loads(text)
    except (OSError, ValueError, KeyError, IndexError, TypeError) as fault:
        raise Unreadable("it is no RIS file", "export the list again as RIS") from fault
    found = [
        _found(
            {
                "title": _text(entry.get("title") or entry.get("primary_title")),
                "outlet": _text(
                    entry.get("journal_name")
                    or entry.get("secondary_title")
                    or entry.get("publisher")
                    or entry.get("alternate_title1")
                ),
                "published": _text(entry.get("date") or entry.get("year") or entry.get("publication_year")),
                "url": _text((entry.get("urls") or [""])[0]),
                "byline": ", ".join(map(_turned, entry.get("authors") or entry.get("first_authors") or ())),
                "language": _text(entry.get("language")),
            },
            "RIS",
        )
        for entry in entries[: MOST_FINDS + 1]
    ]
    return _listed([each for each in found if each.title])


def read_bibtex(content: bytes) -> tuple[Found, ...]:
    """Return the entries of a BibTeX file; braces and LaTeX's accents are read as the letters they mean."""
    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string

    text, _, _ = decode(content)
    library = parse_string(text, append_middleware=[middlewares.LatexDecodingMiddleware()])
    found: list[Found] = []
    for entry in library.entries[: MOST_FINDS + 1]:
        fields = {field.key.lower(): str(field.value) for field in entry.fields}
        month = fields.get("month", "")
        known = month if month.isdigit() else str(month_of(month, "en") or "")
        date = fields.get("date") or "-".join(filter(None, (fields.get("year"), known, fields.get("day"))))
        values = {
            "title": fields.get("title", "").replace("{", "").replace("}", ""),
            "outlet": fields.get("journal")
            or fields.get("journaltitle")
            or fields.get("publisher")
            or fields.get("howpublished")
            or "",
            "published": date,
            "url": fields.get("url", ""),
            "byline": ", ".join(
                _turned(name.strip()) for name in fields.get("author", "").split(" and ") if name.strip()
            ),
            "language": fields.get("language") or fields.get("langid") or "",
        }
        found.append(_found(values, "BibTeX"))
    return _listed([each for each in found if each.title])


def _found(values: Mapping[str, str], kind: str, remark: str = "") -> Found:
    title = " ".join(values["title"].split())[:1_000]
    text = values.get("text", "")
    language = re.match(r"[a-z]{2,3}(?:-[A-Z]{2})?$", values["language"])
    url = values["url"] if values["url"].startswith(("https://", "http://")) else ""
    return Found(
        title=title,
        text=f"{text.strip()}\n" if text.strip() else "",
        outlet=" ".join(values["outlet"].split())[:200],
        url=url,
        byline=" ".join(values["byline"].split())[:200],
        language=language[0] if language else "",
        published=_date(values["published"], kind),
        sources=tuple(
            f"{name}: {kind} {name}" for name in ("title", "outlet", "byline", "published") if values[name]
        ),
        remarks=(remark,) if remark else (),
    )


def _date(written: str, kind: str) -> FoundDate | None:
    """The date of an entry: year, month or day, as exact as it is written."""
    plain = written.strip().strip("/")
    match = _DAY.match(plain)
    if match is None:
        read = read_field(plain)
        return FoundDate(read[0], plain, f"{kind} date", read[1]) if read else None
    parts = [part.zfill(2) for part in match.groups() if part]
    return FoundDate("-".join(parts), plain, f"{kind} date")


def _listed(found: Iterable[Found]) -> tuple[Found, ...]:
    listed = tuple(found)
    if not listed:
        raise Unreadable(
            "no entry with a title is in it", "export the list again from the program that holds it"
        )
    if len(listed) > MOST_FINDS:
        raise Unreadable(f"it has more than {MOST_FINDS:,} entries", "import it in several files")
    return listed


def _turned(name: str) -> str:
    """`Miller, Jane` as a byline has it."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else name


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold().lstrip("\ufeff")


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
