"""The articles as a bibliography: CSL-JSON, BibTeX (with BibLaTeX dates) and RIS."""

from __future__ import annotations

from builder.model.edtf import DatePoint, Edtf, Precision
from builder.pages.documents.citations import Citation, citations
from builder.pages.documents.kinds import DATA, DocumentKind, Json, JsonObject
from builder.pages.kinds import Context
from builder.paths import SitePath

_BIBTEX_SPECIAL = {
    "\\": "{\\textbackslash}",
    "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
    **{character: f"\\{character}" for character in "%$&#_"},
}
"""Braces count in BibTeX even behind a backslash, so they are written by name."""


def _csl(context: Context) -> list[Json]:
    return [_csl_item(citation) for citation in citations(context)]


def _csl_item(citation: Citation) -> JsonObject:
    item: JsonObject = {"id": citation.id, "type": citation.work.csl, "title": citation.title}
    item["container-title"] = citation.container
    if citation.author:
        item["author"] = [{"literal": citation.author}]
    if citation.translator:
        item["translator"] = [{"literal": citation.translator}]
    item["issued"] = _csl_date(citation.issued)
    optional = (
        ("URL", citation.url),
        ("archive_location", citation.archive),
        ("language", citation.language),
    )
    item.update({key: value for key, value in (*optional, ("abstract", citation.summary)) if value})
    item["note"] = citation.note
    return item


def _csl_date(edtf: Edtf) -> JsonObject:
    """Date parts of one point or of two; what cannot be said in parts stands in the note as EDTF."""
    points = [edtf.start] if not edtf.is_interval else [edtf.start, edtf.end]
    parts: list[Json] = [_date_parts(point) for point in points if point]
    date: JsonObject = {"date-parts": parts}
    if edtf.is_qualified or len(parts) < len(points):
        date["circa"] = True
    return date


def _date_parts(point: DatePoint) -> list[Json]:
    day = point.first_day
    parts: list[Json] = [day.year, day.month, day.day]
    return parts[: _exactness(point)]


def _exactness(point: DatePoint) -> int:
    return {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}[point.precision]


def _bibtex(context: Context) -> str:
    return "\n".join(_bibtex_entry(citation) for citation in citations(context))


def _bibtex_entry(citation: Citation) -> str:
    point = citation.issued.start or citation.issued.end
    container = "journal" if citation.work.bibtex == "article" else "howpublished"
    fields = (
        ("title", f"{{{bibtex_text(citation.title)}}}"),
        ("author", f"{{{bibtex_text(citation.author)}}}" if citation.author else None),
        ("translator", f"{{{bibtex_text(citation.translator)}}}" if citation.translator else None),
        (container, bibtex_text(citation.container)),
        ("date", citation.issued.text),
        ("year", str(point.first_day.year) if point else None),
        ("month", str(point.first_day.month) if point and _exactness(point) > 1 else None),
        ("url", citation.url),
        ("langid", citation.language),
        ("note", bibtex_text(citation.note)),
    )
    lines = (f"  {name} = {{{value}}}" for name, value in fields if value)
    return f"@{citation.work.bibtex}{{{citation.id},\n" + ",\n".join(lines) + "\n}\n"


def bibtex_text(text: str) -> str:
    """Return a text as BibTeX prints it letter for letter."""
    return "".join(_BIBTEX_SPECIAL.get(character, character) for character in text)


def _ris(context: Context) -> str:
    return "\n".join(_ris_entry(citation) for citation in citations(context))


def _ris_entry(citation: Citation) -> str:
    point = citation.issued.start or citation.issued.end
    tags = (
        ("TY", citation.work.ris),
        ("ID", citation.id),
        ("TI", citation.title),
        ("AU", citation.author),
        ("A4", citation.translator),
        ("T2", citation.container),
        ("PY", str(point.first_day.year) if point else None),
        ("DA", _ris_date(point, citation.issued_words) if point else None),
        ("UR", citation.url),
        ("L2", citation.archive),
        ("LA", citation.language),
        ("AB", citation.summary),
        ("N1", citation.note),
    )
    lines = [f"{tag}  - {value}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - ", ""])


def _ris_date(point: DatePoint, words: str) -> str:
    """`year/month/day/other`: what is not known stays empty, and the words say how sure the date is."""
    day = point.first_day
    parts = [f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"][: _exactness(point)]
    return "/".join([*parts, *[""] * (3 - len(parts)), words])


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(SitePath(f"{DATA}bibliography.json"), "Bibliography (CSL JSON)", _csl, "bibliography"),
    DocumentKind(SitePath(f"{DATA}bibliography.bib"), "Bibliography (BibTeX)", _bibtex),
    DocumentKind(SitePath(f"{DATA}bibliography.ris"), "Bibliography (RIS)", _ris),
)
