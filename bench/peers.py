"""The same articles as other generators take them: body, date, outlet and topics, one page each and one per group.

hugo: front matter in JSON, layouts as bare as they can be.
"""

from __future__ import annotations

import json
from pathlib import Path

HUGO_SETTINGS = {
    "title": "Articles",
    "baseURL": "https://dossier.test/",
    "taxonomies": {"outlet": "outlets", "topic": "topics"},
    "disableKinds": ["rss", "sitemap", "robotstxt", "404"],
}
HUGO_LAYOUTS = {
    "_default/baseof.html": (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
        '<body><header><a href="/">{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body>'
    ),
    "_default/single.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Date.Format "2 Jan 2006" }}</p>'
        '<ul>{{ range .GetTerms "outlets" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}'
        '{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
        "{{ .Content }}{{ end }}"
    ),
    "_default/list.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}'
        '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}'
    ),
}


def write_hugo_site(dossier: Path, folder: Path) -> None:
    """Write the articles of a generated dossier as a site of Hugo's."""
    (folder / "content" / "articles").mkdir(parents=True)
    (folder / "hugo.json").write_text(json.dumps(HUGO_SETTINGS), encoding="utf-8")
    for name, layout in HUGO_LAYOUTS.items():
        path = folder / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(layout, encoding="utf-8")
    for record in sorted((dossier / "content" / "articles").glob("*.yaml")):
        fields = _fields(record)
        text = (dossier / fields["text"]["file"]).read_text(encoding="utf-8")
        front = {
            "title": fields["title"],
            "date": fields["published"],
            "outlets": [fields["outlet"]],
            "topics": fields["topics"],
        }
        body = text.partition("\n\n")[2]
        page = folder / "content" / "articles" / f"{record.stem}.md"
        page.write_text(f"{json.dumps(front)}\n\n{body}", encoding="utf-8")


def _fields(record: Path) -> dict:
    """Read what `generate.py` writes: a line for each field, its value in JSON."""
    lines = record.read_text(encoding="utf-8").splitlines()
    return {name: json.loads(value) for name, _, value in (line.partition(": ") for line in lines)}
