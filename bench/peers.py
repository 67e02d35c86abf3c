"""The same articles as other generators take them: body, date, outlet and topics, one page each and one per group.

Each is installed from its package into a folder of the measurement, and gets layouts as bare as it can be. Where a
generator makes no pages of groups by itself they are written as lists of links.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
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
PELICAN_SETTINGS = """
SITENAME = "Articles"
SITEURL = ""
PATH = "content"
TIMEZONE = "UTC"
THEME = "simple"
DEFAULT_LANG = "en"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DISPLAY_CATEGORIES_ON_MENU = False
"""
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body><header><a href="/">Articles</a></header><main>{body}</main></body>'
)
MKDOCS_SETTINGS = {
    "site_name": "Articles",
    "plugins": [],
    "theme": {"name": None, "custom_dir": "theme"},
    "validation": {"nav": {"omitted_files": "ignore"}},
}


@dataclass(frozen=True)
class Article:
    """What the others are told of an article."""

    name: str
    title: str
    date: str
    outlet: str
    topics: tuple[str, ...]
    body: str

    @property
    def groups(self) -> tuple[str, ...]:
        """The pages that list it."""
        return (f"outlets/{self.outlet}", *(f"topics/{topic}" for topic in self.topics))


@dataclass(frozen=True)
class Peer:
    """Another generator: how its folder is written, and the command that makes `output` in there."""

    name: str
    package: str
    write: Callable[[tuple[Article, ...], Path], None]
    command: Callable[[Path, Path], list[str]]
    output: str
    by_npm: bool = False


def articles_of(dossier: Path) -> tuple[Article, ...]:
    """Return the articles of a generated dossier."""
    return tuple(
        _article(dossier, path) for path in sorted((dossier / "content" / "articles").glob("*.yaml"))
    )


def _article(dossier: Path, record: Path) -> Article:
    """Read what `generate.py` writes: a line for each field, its value in JSON."""
    lines = record.read_text(encoding="utf-8").splitlines()
    fields = {name: json.loads(value) for name, _, value in (line.partition(": ") for line in lines)}
    text = (dossier / fields["text"]["file"]).read_text(encoding="utf-8")
    return Article(
        record.stem,
        fields["title"],
        fields["published"],
        fields["outlet"],
        tuple(fields["topics"]),
        text.partition("\n\n")[2],
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_groups(articles: tuple[Article, ...], folder: Path, head: str, link: str) -> None:
    groups: dict[str, list[Article]] = {}
    for article in articles:
        for group in article.groups:
            groups.setdefault(group, []).append(article)
    for group, members in groups.items():
        lines = "".join(f"- [{each.title}]({link.format(each.name)})\n" for each in members)
        _write(folder / f"{group}.md", head + f"# {group}\n\n{lines}")


def _write_hugo(articles: tuple[Article, ...], folder: Path) -> None:
    _write(folder / "hugo.json", json.dumps(HUGO_SETTINGS))
    for name, layout in HUGO_LAYOUTS.items():
        _write(folder / "layouts" / name, layout)
    for each in articles:
        front = {"title": each.title, "date": each.date, "outlets": [each.outlet], "topics": each.topics}
        _write(folder / "content" / "articles" / f"{each.name}.md", f"{json.dumps(front)}\n\n{each.body}")


def _write_pelican(articles: tuple[Article, ...], folder: Path) -> None:
    _write(folder / "pelicanconf.py", PELICAN_SETTINGS)
    for each in articles:
        head = f"Title: {each.title}\nDate: {each.date}\nSlug: {each.name}\nCategory: {each.outlet}\n"
        text = f"{head}Tags: {', '.join(each.topics)}\n\n{each.body}"
        _write(folder / "content" / f"{each.name}.md", text)


def _write_mkdocs(articles: tuple[Article, ...], folder: Path) -> None:
    _write(folder / "mkdocs.yml", json.dumps(MKDOCS_SETTINGS))
    _write(folder / "theme" / "main.html", _PAGE.format(title="{{ page.title }}", body="{{ page.content }}"))
    _write(folder / "docs" / "index.md", "# Articles\n")
    _write_groups(articles, folder / "docs", "", "../articles/{}.md")
    for each in articles:
        groups = "".join(f"- [{group}](../{group}.md)\n" for group in each.groups)
        text = f"# {each.title}\n\n{each.date}\n\n{groups}\n{each.body}"
        _write(folder / "docs" / "articles" / f"{each.name}.md", text)


def _write_eleventy(articles: tuple[Article, ...], folder: Path) -> None:
    _write(folder / "_includes" / "page.njk", _PAGE.format(title="{{ title }}", body="{{ content | safe }}"))
    head = '---json\n{"layout": "page.njk"}\n---\n'
    _write_groups(articles, folder, head, "/articles/{}/")
    for each in articles:
        front = json.dumps({"layout": "page.njk", "title": each.title, "date": each.date})
        groups = "".join(f"- [{group}](/{group}/)\n" for group in each.groups)
        text = f"---json\n{front}\n---\n# {each.title}\n\n{each.date}\n\n{groups}\n{each.body}"
        _write(folder / "articles" / f"{each.name}.md", text)


PEERS = (
    Peer(
        "hugo",
        "hugo",
        _write_hugo,
        lambda tools, site: [str(tools / "bin" / "hugo"), "--quiet", "--source", str(site)],
        "public",
    ),
    Peer(
        "pelican",
        "pelican[markdown]",
        _write_pelican,
        lambda tools, site: [
            *(str(tools / "bin" / "pelican"), "-q", "-s", str(site / "pelicanconf.py")),
            *("-o", str(site / "output"), str(site / "content")),
        ],
        "output",
    ),
    Peer(
        "mkdocs",
        "mkdocs",
        _write_mkdocs,
        lambda tools, site: [str(tools / "bin" / "mkdocs"), "build", "-q", "-f", str(site / "mkdocs.yml")],
        "site",
    ),
    Peer(
        "eleventy",
        "@11ty/eleventy",
        _write_eleventy,
        lambda tools, site: [
            *(str(tools / "node_modules" / ".bin" / "eleventy"), "--quiet", f"--input={site}"),
            f"--output={site / '_site'}",
        ],
        "_site",
        by_npm=True,
    ),
)
"""Every generator we are held against; ratios are to the first."""


def install(tools: Path) -> dict[str, str]:
    """Install what is not there yet; return why, for each peer that cannot be had."""
    python = tools / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(tools)], check=True)
    return {peer.name: why for peer in PEERS if (why := _why_missing(peer, tools, python))}


def _why_missing(peer: Peer, tools: Path, python: Path) -> str:
    if Path(peer.command(tools, tools)[0]).exists():
        return ""
    if peer.by_npm:
        npm = shutil.which("npm")
        command = [str(npm), "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(tools)]
        if npm is None:
            return "npm is not on the path"
    else:
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    ended = subprocess.run([*command, peer.package], capture_output=True, text=True, check=False)
    if ended.returncode:
        return next(iter(ended.stderr.strip().splitlines()[-1:]), f"exit {ended.returncode}")
    return "" if Path(peer.command(tools, tools)[0]).exists() else "its package brings no command"
