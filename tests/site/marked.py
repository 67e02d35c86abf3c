"""A dossier that uses every text field of every record, each with a marker of its own and markup in it."""

from __future__ import annotations

import hashlib
import json
import re

from builder.model.base import MAX_BRIEF_CHARS

ATTACK = "<img src=x onerror=alert(1)>\"'&amp;{{7*7}}"
"""What stands in every text: nothing of it may become a tag, an attribute, an entity or a template."""


PROSE = re.compile(
    r"(?!page\.).*\.(?:description|basis|summary|explanation|commentary|was|now|reason)|(?:response|later)\.text|page\.body"
)
"""The names of the fields that are Markdown."""


class Marks:
    """Hands out marked texts and remembers their names."""

    def __init__(self, attack: str, prose: str) -> None:
        self.names: list[str] = []
        self.attack = attack
        self._prose = prose

    def __call__(self, name: str) -> str:
        """Return a text that is marked with `name` and holds the attack."""
        self.names.append(name)
        return f"⟦{name}⟧ {self._prose if PROSE.fullmatch(name) else self.attack}"


def marked_dossier(attack: str = ATTACK, prose: str | None = None) -> tuple[dict[str, str], list[str]]:
    """Return the files of the dossier, and the name of every marker that must appear in its site.

    `attack` stands in every text field and in the stored text, one line without control characters; `prose` stands in
    its place in the Markdown fields, and once more in the stored text, since what it quotes has to stand somewhere.
    """
    mark = Marks(attack, attack if prose is None else prose)
    text = _seed_text(attack, prose)
    records = _records(mark, text)
    files = {f"content/{name}.yaml": _yaml(fields) for name, fields in records.items()}
    files["content/pages/about.md"] = (
        f"---\ntitle: {_json(mark('page.title'))}\n"
        f"description: {_json(mark('page.description'))}\n---\n\n{mark('page.body')}\n"
    )
    files["seeds/one.txt"] = text
    return files, mark.names


def _yaml(fields: dict[str, object]) -> str:
    return "".join(f"{key}: {_json(value)}\n" for key, value in fields.items())


def _json(value: object) -> str:
    """JSON is YAML, but for three characters that must be written as escapes in a file of content."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(f"\\u{ord(sign):04x}" if sign in "\u2028\u2029\ufeff" else sign for sign in text)


def _seed_text(attack: str, prose: str | None) -> str:
    quoted = [
        "headline",
        "cue",
        "origincue",
        "evidence one",
        "evidence two",
        "independent one",
        "friend",
        "covered",
    ]
    lines = [
        f"⟦seed.{name.replace(' ', '-')}⟧ {attack} the words of {name} stand softly here." for name in quoted
    ]
    marks = ["folded", "lifted", "noted", "labelled"]
    lines += [f"⟦seed.{name}⟧ {attack} these {name} words." for name in marks]
    lines += [" ".join(prose.split())] if prose is not None else []
    return "\n\n".join([*lines, "A brokenword stands last. Then Marked Name is named."]) + "\n"


def _quote(text: str, name: str) -> str:
    return next(line for line in text.split("\n") if line.startswith(f"⟦seed.{name}⟧")).rstrip(".")


def _records(mark: Marks, text: str) -> dict[str, dict[str, object]]:
    source = {
        "publisher": mark("source.publisher"),
        "title": mark("source.title"),
        "url": "https://example.org/s",
        "date": "2020-01-01",
    }
    assessed = {
        "publisher": mark("assessed.publisher"),
        "title": mark("assessed.title"),
        "url": "https://example.org/a",
    }
    ours = {
        "source": "C",
        "by": mark("assessment.by"),
        "date": "2020-02-01",
        "basis": mark("assessment.basis"),
    }
    theirs = {
        "scale": "outside",
        "rating": mark("assessment.rating"),
        "source": assessed,
        "by": "x",
        "date": "2020",
        "basis": "b",
    }
    date = {"edtf": "2019-05-01", "note": mark("date.note"), "source": source, "basis": "external"}
    mark.names += [
        f"seed.{name}"
        for name in ("headline", "evidence-one", "evidence-two", "folded", "lifted", "noted", "labelled")
    ]
    return {
        "dossier": {
            "title": mark("dossier.title"),
            "subtitle": mark("dossier.subtitle"),
            "thesis": mark("dossier.thesis")[:MAX_BRIEF_CHARS].rstrip(),
            "description": mark("dossier.description"),
            "editors": [mark("dossier.editor")],
            "contact": mark("dossier.contact"),
            "licence": {"name": mark("licence.name")},
            "publish": "full",
            "as_of": "2026-01-01",
            "featured": ["claim-one"],
            "tour": [{"claim": "claim-one", "says": mark("stop.says")}],
        },
        "outlets/outlet-one": {
            "name": mark("outlet.name"),
            "description": mark("outlet.description"),
            "assessments": [ours, theirs],
            "response": {"text": mark("response.text"), "by": mark("response.by"), "date": "2020-03-01"},
        },
        "topics/topic-one": {"name": mark("topic.name"), "description": mark("topic.description")},
        "entities/entity-one": {
            "name": mark("entity.name"),
            "kind": "person",
            "description": mark("entity.description"),
            "aliases": [mark("alias.text"), "Marked Name"],
            "not": [{"article": "article-one", "quote": _quote(text, "friend"), "note": mark("friend.note")}],
        },
        "events/event-one": {
            "title": mark("event.title"),
            "description": mark("event.description"),
            "topics": ["topic-one"],
            "entities": ["entity-one"],
            "place": "entity-one",
            "sources": [source],
            "date": date | {"cue": {"article": "article-one", "quote": _quote(text, "cue")}},
        },
        "articles/article-one": {
            "title": mark("article.title"),
            "headline": _quote(text, "headline"),
            "outlet": "outlet-one",
            "siglum": "<b>1",
            "text": {"file": "seeds/one.txt", "sha256": hashlib.sha256(text.encode()).hexdigest()},
            "published": {"edtf": "2020-01-01", "note": mark("published.note")},
            "byline": mark("article.byline"),
            "translator": mark("article.translator"),
            "summary": mark("article.summary"),
            "topics": ["topic-one"],
            "events": ["event-one"],
            "archives": [{"url": "https://example.org/x", "service": mark("archive.service")}],
            "assessments": [ours | {"basis": mark("article.assessment.basis")}],
            "origins": [
                {
                    "relation": "quotes",
                    "of": {"outlet": "outlet-two", "what": mark("origin.what")},
                    "cue": _quote(text, "origincue"),
                    "note": mark("origin.note"),
                    "covers": {"quote": _quote(text, "covered")},
                    "agent": {"role": mark("agent.role"), "name": mark("agent.name")},
                    "origins": [
                        {
                            "relation": "reports",
                            "of": {"what": mark("origin.far.what")},
                            "basis": "inferred",
                            "note": mark("origin.far.note"),
                        }
                    ],
                }
            ],
            "marks": [
                {
                    "kind": "appeal",
                    "quote": _quote(text, "folded"),
                    "note": mark("mark.fold.note"),
                    "by": mark("mark.by"),
                },
                {"kind": "credit", "quote": _quote(text, "lifted"), "note": mark("mark.lift.note")},
                {"kind": "sic", "quote": _quote(text, "noted"), "note": mark("mark.note.note")},
                {"kind": "caption", "quote": _quote(text, "labelled"), "note": mark("mark.label.note")},
                {
                    "kind": "lost-space",
                    "quote": "brokenword",
                    "read": "broken word",
                    "note": mark("mark.repair.note"),
                },
            ],
        },
        "outlets/outlet-two": {"name": "Second outlet"},
        "outlets/outlet-three": {"name": "Third outlet"},
        "articles/article-two": {
            "title": "Second article",
            "outlet": "outlet-three",
            "published": "2021-01-01",
        },
        "claims/claim-one": {
            "statement": mark("claim.statement"),
            "kind": "event",
            "topics": ["topic-one"],
            "event": "event-one",
            "explanation": mark("claim.explanation"),
            "reading": "differ",
            "disagreement": ["cause"],
            "positions": {"one": mark("position.one"), "two": mark("position.two")},
            "coded": {
                "by": mark("coded.by"),
                "date": "2020-05-01",
                "articles": ["article-one", "article-two"],
            },
            "appearances": [
                {
                    "article": "article-one",
                    "stance": "attributes",
                    "position": "one",
                    "quote": _quote(text, "evidence-one"),
                    "attributed_to": {"described": mark("attributed.described")},
                    "hedge": "softly",
                    "note": mark("appearance.note"),
                },
                {
                    "article": "article-one",
                    "stance": "asserts",
                    "position": "two",
                    "quote": _quote(text, "evidence-two"),
                },
                {
                    "article": "article-two",
                    "stance": "asserts",
                    "position": "two",
                    "quote": mark("kept.elsewhere"),
                    "checked": {"by": mark("checked.by"), "date": "2020-06-01"},
                },
            ],
            "independence": [
                {
                    "between": ["article-one", "article-two"],
                    "basis": mark("independence.basis"),
                    "by": mark("independence.by"),
                    "date": "2020-07-01",
                    "evidence": [{"article": "article-one", "quote": _quote(text, "independent-one")}],
                }
            ],
            "assessments": [
                {"credibility": "3", "by": "x", "date": "2020-08-01", "basis": mark("claim.assessment.basis")}
            ],
            "known_today": [
                {
                    "date": "2020-09-01",
                    "text": mark("later.text"),
                    "by": mark("later.by"),
                    "source": {"publisher": mark("later.publisher")},
                }
            ],
        },
        "comparisons/comparison-one": {
            "title": mark("comparison.title"),
            "question": mark("comparison.question"),
            "commentary": mark("comparison.commentary"),
            "articles": ["article-one", "article-two"],
            "claims": ["claim-one"],
            "topics": ["topic-one"],
        },
        "corrections/2020-10-01-one": {
            "date": "2020-10-01",
            "kind": "correction",
            "about": "claim:claim-one",
            "was": mark("correction.was"),
            "now": mark("correction.now"),
            "reason": mark("correction.reason"),
            "by": mark("correction.by"),
        },
    }
