"""Makes a dossier of any size in the shape of a real one: outlets, topics, articles, marks, claims with true quotes.

    python bench/generate.py FOLDER --articles 10000 [--seed 1] [--claims | --dense | --long]

Words are drawn by Zipf's law from a made-up vocabulary, so that no text of anybody is needed; about a third of the
articles carry a passage of a wire report, as syndicated news does. The same arguments make the same bytes. `--dense`
makes the shape of `dense.py`: few topics, with claims that many texts speak to; `--long` the size of real news: 700
words a text, 300 outlets, each with furniture of its own under all of its texts.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

SYLLABLES = (
    "ka",
    "lo",
    "mer",
    "tin",
    "sa",
    "vo",
    "dra",
    "pel",
    "nu",
    "shi",
    "ran",
    "gor",
    "fe",
    "bal",
    "ti",
    "mon",
)
WORDS_PER_WIRE = 70
FIRST_DAY = date(2015, 1, 1)


class Shape(NamedTuple):
    """The words of a text, how many outlets there are, and how many words each prints under all of its texts."""

    words: int = 450
    outlets: int = 20
    furniture: int = 0


PLAIN, LONG = Shape(), Shape(700, 300, 50)


class Writer:
    """Draws sentences; one instance for each dossier, seeded."""

    def __init__(self, seed: int, vocabulary: int = 6000) -> None:
        self.random = random.Random(seed)
        self.vocabulary = [self._word() for _ in range(vocabulary)]
        self.weights = [1 / (rank + 3) for rank in range(vocabulary)]

    def _word(self) -> str:
        return "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(1, 4)))

    def words(self, count: int) -> list[str]:
        """Return `count` words."""
        return self.random.choices(self.vocabulary, self.weights, k=count)

    def sentence(self, count: int) -> str:
        """Return a sentence of `count` words."""
        return " ".join(self.words(count)).capitalize() + "."

    def paragraphs(self, count: int) -> list[str]:
        """Return paragraphs that hold about `count` words together."""
        found: list[str] = []
        while count > 0:
            sentences = [self.sentence(self.random.randint(8, 26)) for _ in range(self.random.randint(1, 4))]
            found.append(" ".join(sentences))
            count -= len(found[-1].split())
        return found


def write_dossier(folder: Path, articles: int, seed: int, with_claims: bool, shape: Shape = PLAIN) -> None:
    """Write content and seeds of a dossier of `articles` articles into `folder`."""
    writer = Writer(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitattributes").write_text("seeds/** -text\n", encoding="utf-8", newline="\n")
    topics = max(articles // 20, 1)
    write_record(folder, "dossier", {"title": f"{articles} articles", "language": "en", "publish": "full"})
    for number in range(shape.outlets):
        write_record(folder, f"outlets/outlet-{number}", {"name": f"Outlet {number}", "kind": "newspaper"})
    for number in range(topics):
        write_record(folder, f"topics/topic-{number}", {"name": f"Topic {writer.words(2)[0]} {number}"})
    furniture = [writer.sentence(shape.furniture) for _ in range(shape.outlets if shape.furniture else 0)]
    wires = [writer.sentence(WORDS_PER_WIRE) for _ in range(max(articles // 10, 1))]
    texts = [_article(folder, writer, number, shape, topics, wires, furniture) for number in range(articles)]
    if with_claims:
        for number in range(articles // 10):
            _claim(folder, writer, number, topics, texts)


def _article(
    folder: Path,
    writer: Writer,
    number: int,
    shape: Shape,
    topics: int,
    wires: list[str],
    furniture: list[str],
) -> list[str]:
    paragraphs = writer.paragraphs(shape.words)
    if writer.random.random() < 0.3:
        paragraphs.insert(1, writer.random.choice(wires))
    title = writer.sentence(7).rstrip(".")
    outlet = writer.random.randrange(shape.outlets) if furniture else None
    text = "\n\n".join([title, *paragraphs, *([] if outlet is None else [furniture[outlet]])]) + "\n"
    seed = folder / "seeds" / f"{number:06}.txt"
    seed.parent.mkdir(parents=True, exist_ok=True)
    seed.write_text(text, encoding="utf-8", newline="\n")
    day = FIRST_DAY + timedelta(days=writer.random.randrange(3000))
    chosen = sorted({writer.random.randrange(topics) for _ in range(3)})
    write_record(
        folder,
        f"articles/article-{number:06}",
        {
            "title": title,
            "outlet": f"outlet-{writer.random.randrange(shape.outlets) if outlet is None else outlet}",
            "text": {"file": f"seeds/{number:06}.txt", "sha256": sha256(text.encode()).hexdigest()},
            "published": day.isoformat(),
            "topics": [f"topic-{topic}" for topic in chosen],
        },
    )
    return paragraphs


def _claim(folder: Path, writer: Writer, number: int, topics: int, texts: list[list[str]]) -> None:
    chosen = sorted(writer.random.sample(range(len(texts)), min(3, len(texts))))
    appearances = [
        {
            "article": f"article-{article:06}",
            "stance": "asserts",
            "quote": writer.random.choice(texts[article]),
        }
        for article in chosen
    ]
    write_record(
        folder,
        f"claims/claim-{number:05}",
        {
            "statement": writer.sentence(9),
            "kind": "event",
            "topics": [f"topic-{writer.random.randrange(topics)}"],
            "reading": "agree" if len(chosen) > 1 else "one-article",
            "appearances": appearances,
        },
    )


def write_record(folder: Path, name: str, fields: Mapping[str, object]) -> None:
    """Write one record of `content/`; `name` is its folder and id: `articles/a`."""
    path = folder / "content" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items()]
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def add_article(folder: Path, articles: int, number: int, seed: int) -> None:
    """Write one more article, number `number`, into a dossier that was made with `articles` of them."""
    wires = [Writer(seed).sentence(WORDS_PER_WIRE)]
    _article(folder, Writer(seed), number, PLAIN, max(articles // 20, 1), wires, [])


def edit_article(folder: Path, number: int, words: str) -> None:
    """Add a paragraph to the text of an article."""
    seed = folder / "seeds" / f"{number:06}.txt"
    record = folder / "content" / "articles" / f"article-{number:06}.yaml"
    before = seed.read_bytes()
    after = before + f"\n{words}\n".encode()
    seed.write_bytes(after)
    text = record.read_text(encoding="utf-8")
    changed = text.replace(sha256(before).hexdigest(), sha256(after).hexdigest())
    record.write_text(changed, encoding="utf-8", newline="\n")


def main() -> None:
    """Read the arguments and write the dossier."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--claims", action="store_true")
    shape.add_argument("--dense", action="store_true")
    shape.add_argument("--long", action="store_true")
    chosen = parser.parse_args()
    if chosen.dense:
        from dense import write_dense  # it draws with this module's writer

        write_dense(chosen.folder, chosen.articles, chosen.seed)
    else:
        size = LONG if chosen.long else PLAIN
        write_dossier(chosen.folder, chosen.articles, chosen.seed, chosen.claims, size)


if __name__ == "__main__":
    main()
