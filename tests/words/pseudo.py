"""A language that nobody speaks, so that words which were left behind can be seen, and a dossier without Latin letters.

Every sentence of the catalogue stands between brackets, and each of its letters is another than in English. The dossier is
the golden one, which uses every word that records can have: its editors write in Cyrillic letters, one for each of theirs;
its texts stay as they are, in English and Arabic, since that is what rules for figures, dates and quotations know.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import yaml
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from builder.render.catalogues import catalogue_path
from tests.golden.golden import DOSSIER
from tests.site.dossiers import build
from tools.words import gathered

LANGUAGE = "qaa"
"""ISO 639 leaves it to private use."""
OPEN, CLOSE = "⟦", "⟧"
_ENGLISH = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_OTHER = str.maketrans(_ENGLISH, "ÁƁĆĎÉƑĜĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼŴẊÝŹáƀćďéƒĝĥíĵķĺḿńóṕɋŕśťúṽŵẋýź")
_ARABIC = str.maketrans(_ENGLISH, "ابتثجحخدذرزسشصضطظعغفقكلمنه" * 2)
_CYRILLIC = str.maketrans(_ENGLISH, "АБЦДЕФГХИЙКЛМНОПЩРСТУВЖЧЫЗабцдефгхийклмнопщрстувжчыз")
_KEPT = re.compile(r"\[\[[^]|]*(?=\||\]\])|\]\(\w+:[^)]*\)|“[^”]*”|https?:\S*|mailto:\S*")
"""What in the editors' words is no word: addresses of records, and quotations from the texts."""
_WORDS = frozenset(
    """
    title subtitle thesis description name statement note by publisher role service what described says text explanation commentary
    question reason was now summary rating byline translator remark editors positions aliases basis disagreement source finding
    why tool from
    """.split()
)
"""Keys under which editors write words."""
_OFTEN_CODES = frozenset({"basis", "disagreement", "source"})
"""Keys under which a single word is one of a closed list."""
_TEXT, _LIST, _MAPPING = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"


def of_texts(root: Path = DOSSIER) -> tuple[str, ...]:
    """Return what of the texts stands where no language can be told, in attributes and prose: titles, names, quotations."""
    found: list[str] = []
    for path in sorted((root / "content").rglob("*.yaml")):
        keys = {key.value: value for key, value in _node(path.read_text("utf-8")).value}
        if path.parent.name == "articles":
            found += [keys[key].value for key in ("title", "byline") if isinstance(keys.get(key), ScalarNode)]
        if path.parent.name == "entities":
            names = keys["aliases"].value if "aliases" in keys else []
            found += [name.value for name in (keys["name"], *names) if isinstance(name, ScalarNode)]
            found += [dict(_plain(name))["text"] for name in names if isinstance(name, MappingNode)]
        for quoted in keys["quoted"].value if "quoted" in keys else ():
            found += [value for key, value in _plain(quoted) if key == "exact"]
    return tuple(found)


def told(words: str, form: str = "") -> str:
    """Return a sentence in the language; `form` is told too. Places stay."""
    return f"{OPEN}{_lettered(words, _OTHER)}{form}{CLOSE}"


def from_right(words: str, form: str = "") -> str:
    """Return a sentence in Arabic letters, one for each of the English; places stay, and the signs of numbers."""
    return _lettered(words, _ARABIC) + form


def _lettered(words: str, letters: dict[int, int]) -> str:
    return "".join(
        text.translate(letters) + (f"{{{place}}}" if place is not None else "")
        for text, place, _, _ in Formatter().parse(words)
    )


def catalogue(language: str = LANGUAGE, said: Callable[[str, str], str] = told) -> Catalog:
    """Return the catalogue of the language, with three forms for counts."""
    found = Catalog(locale="en")
    found._locale, found._locale_identifier = None, language
    found._num_plurals, found._plural_expr = 3, "(n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2)"
    for message in gathered():
        if isinstance(message.id, str):
            found.add(message.id, said(message.id, ""), context=message.context)
        else:
            forms = tuple(said(message.id[min(form, 1)], "¹²³"[form]) for form in range(3))
            found.add(message.id, forms, context=message.context)
    return found


def write_catalogue(root: Path, language: str = LANGUAGE, said: Callable[[str, str], str] = told) -> Path:
    """Give a dossier the catalogue of the language; return where it is."""
    made = catalogue_path(root / "templates", language)
    made.parent.mkdir(parents=True)
    with made.open("wb") as file:
        write_mo(file, catalogue(language, said))
    return made


def build_pseudo(root: Path, *arguments: str, source: Path = DOSSIER) -> Path:
    """Write the dossier and its catalogue under a new folder, build it, and return its site."""
    for name in ("content", "seeds", "static"):
        if (source / name).is_dir():
            shutil.copytree(source / name, root / name)
    for path in (root / "content").rglob("*.yaml"):
        path.write_text(_record(path), "utf-8")
    for path in (root / "content").rglob("*.md"):
        _, front, body = path.read_text("utf-8").split("---\n")
        record = _node(front)
        _say("", record)
        path.write_text(f"---\n{_written(record)}---\n{_cyrillic(body)}", "utf-8")
    write_catalogue(root)
    return build(root, *arguments)


def _record(path: Path) -> str:
    """Return a record as it is written in the dossier."""
    record = _node(path.read_text("utf-8"))
    keys = {key.value: value for key, value in record.value}
    own = dict(keys)
    if path.parent.name == "articles":
        own.pop("title")  # the text's own
        if "language" not in keys:
            record.value.append((ScalarNode(_TEXT, "language"), ScalarNode(_TEXT, "en")))
    if path.parent.name == "entities":
        names = keys.setdefault("aliases", SequenceNode(_LIST, [], flow_style=True))
        if names not in [value for _, value in record.value]:
            record.value.append((ScalarNode(_TEXT, "aliases"), names))
        names.value.append(ScalarNode(_TEXT, keys["name"].value))
        names.value[:] = [_in_english(name) for name in names.value]
        own.pop("aliases", None)
    for key, value in own.items():
        _say(key, value)
    if path.stem == "dossier":
        keys["language"].value = LANGUAGE
    return _written(record)


def _in_english(name: Node) -> Node:
    if isinstance(name, MappingNode):
        return name
    words = (ScalarNode(_TEXT, "text"), ScalarNode(_TEXT, name.value))
    return MappingNode(
        _MAPPING, [words, (ScalarNode(_TEXT, "language"), ScalarNode(_TEXT, "en"))], flow_style=True
    )


def _plain(node: MappingNode) -> list[tuple[str, str]]:
    return [(key.value, value.value) for key, value in node.value]


def _say(key: str, node: Node) -> None:
    """Put what is written under a key into Cyrillic letters, as far as it is the editors' words."""
    if isinstance(node, MappingNode):
        keys = {each.value for each, _ in node.value}
        if not keys & {"language", "lang"}:
            for each, inner in node.value:
                _say(key if key == "positions" else each.value, inner)
    elif isinstance(node, SequenceNode):
        for inner in node.value:
            _say(key, inner)
    elif key in _WORDS and (key not in _OFTEN_CODES or " " in node.value):
        node.value = _cyrillic(node.value)


def _node(text: str) -> MappingNode:
    found = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert isinstance(found, MappingNode)
    return found


def _written(node: MappingNode) -> str:
    return str(yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True, width=4000))


def _cyrillic(words: str) -> str:
    other: Callable[[str], str] = lambda text: text.translate(_CYRILLIC)  # noqa: E731
    kept = _KEPT.findall(words)
    return "".join(
        other(between) + (kept[number] if number < len(kept) else "")
        for number, between in enumerate(_KEPT.split(words))
    )
