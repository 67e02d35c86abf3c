"""A dossier in the shape of a dense real one: topics of 30 claims and more, claims that many texts speak to.

Called by `generate.py --dense`. At 300 articles some 65 claims have 1,700 quotations; further articles bring their
share of everything. Outlets and entities are as unequal as real ones, and texts are of 100 to 3,000 words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from generate import FIRST_DAY, WORDS_PER_WIRE, Writer, write_record

DAYS = 3650
FEWEST_OUTLETS, MOST_OUTLETS = 20, 300
ARTICLES_PER_TOPIC = 140
CLAIMS_PER_ARTICLE = 0.23
FEWEST_APPEARANCES, MEAN_APPEARANCES, MOST_APPEARANCES = 10, 16, 60
"""The fewest, how many more on average, and the most."""
WORDS_OF_TEXT = (100, 3000)
WIRED = 0.3
"""The share of articles that carry a passage of a wire report."""
KINDS = ("event", "detail", "number", "cause", "quotation")
ENTITY_KINDS = ("person", "organisation", "place", "group")


@dataclass(frozen=True)
class Text:
    """An article as far as claims need it."""

    name: str
    day: date
    paragraphs: list[str]


def write_dense(folder: Path, articles: int, seed: int) -> None:
    """Write content and seeds of a dense dossier of `articles` articles into `folder`."""
    writer = Writer(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitattributes").write_text("seeds/** -text\n", encoding="utf-8", newline="\n")
    write_record(folder, "dossier", {"title": "A dense dossier", "language": "en", "publish": "full"})
    outlets = min(max(articles // 5, FEWEST_OUTLETS), MOST_OUTLETS)
    topics = max(articles // ARTICLES_PER_TOPIC, 2)
    for number in range(outlets):
        write_record(folder, f"outlets/outlet-{number}", {"name": f"Outlet {number}", "kind": "newspaper"})
    for number in range(topics):
        write_record(folder, f"topics/topic-{number}", {"name": writer.sentence(3).rstrip(".")})
    names = [_entity(folder, writer, number) for number in range(max(articles // 5, 20))]
    events = [_event(folder, writer, number, topics, len(names)) for number in range(max(articles // 15, 8))]
    wires = [writer.sentence(WORDS_PER_WIRE) for _ in range(max(articles // 10, 1))]
    by_topic: dict[int, list[Text]] = {number: [] for number in range(topics)}
    for number in range(articles):
        text, chosen = _article(folder, writer, number, outlets, topics, names, events, wires)
        for topic in chosen:
            by_topic[topic].append(text)
    claims: dict[int, list[str]] = {number: [] for number in range(topics)}
    for number in range(round(articles * CLAIMS_PER_ARTICLE)):
        topic = _unequal(writer, topics)
        claims[topic].append(f"claim-{number:05}")
        _claim(folder, writer, number, topic, by_topic[topic], events, len(names))
    for number in range(max(articles // 100, 1)):
        topic = _unequal(writer, topics)
        _comparison(folder, writer, number, topic, by_topic[topic], claims[topic])


def _unequal(writer: Writer, count: int) -> int:
    """A number below `count`, the small ones often."""
    return int(count * writer.random.random() ** 2)


def _entity(folder: Path, writer: Writer, number: int) -> list[str]:
    """Write an entity and return its names."""
    name = " ".join(word.capitalize() for word in writer.words(2)) + f" {number}"
    aliases = [f"{word.capitalize()} {number}" for word in writer.words(writer.random.randint(1, 4))]
    aliases = list(dict.fromkeys(aliases))
    record = {"name": name, "kind": ENTITY_KINDS[number % len(ENTITY_KINDS)], "aliases": aliases}
    write_record(folder, f"entities/entity-{number}", record)
    return [name, *aliases]


def _event(folder: Path, writer: Writer, number: int, topics: int, entities: int) -> date:
    """Write an event and return its day."""
    day = FIRST_DAY + timedelta(days=writer.random.randrange(DAYS))
    record = {
        "number": f"e{number + 1:02}",
        "title": writer.sentence(6).rstrip("."),
        "date": day.isoformat(),
        "topics": [f"topic-{_unequal(writer, topics)}"],
        "entities": [f"entity-{each}" for each in sorted({_unequal(writer, entities) for _ in range(4)})],
    }
    write_record(folder, f"events/event-{number}", record)
    return day


def _article(
    folder: Path,
    writer: Writer,
    number: int,
    outlets: int,
    topics: int,
    names: list[list[str]],
    events: list[date],
    wires: list[str],
) -> tuple[Text, list[int]]:
    low, high = WORDS_OF_TEXT
    paragraphs = writer.paragraphs(round(min(max(writer.random.lognormvariate(6.2, 0.7), low), high)))
    if writer.random.random() < WIRED:
        paragraphs.insert(1, writer.random.choice(wires))
    for place in range(len(paragraphs)):
        if writer.random.random() < 0.7:
            named = writer.random.choice(names[_unequal(writer, len(names))])
            paragraphs[place] += f" {writer.sentence(6).rstrip('.')} {named} {' '.join(writer.words(5))}."
    title = writer.sentence(8).rstrip(".")
    text = "\n\n".join([title, *paragraphs]) + "\n"
    seed = folder / "seeds" / f"{number:06}.txt"
    seed.parent.mkdir(parents=True, exist_ok=True)
    seed.write_text(text, encoding="utf-8", newline="\n")
    about = sorted({_unequal(writer, len(events)) for _ in range(writer.random.randint(0, 2))})
    day = FIRST_DAY + timedelta(days=writer.random.randrange(DAYS))
    chosen = sorted({_unequal(writer, topics) for _ in range(writer.random.randint(1, 3))})
    record: dict[str, object] = {
        "title": title,
        "siglum": f"{number:03}",
        "outlet": f"outlet-{_unequal(writer, outlets)}",
        "text": {"file": f"seeds/{number:06}.txt", "sha256": sha256(text.encode()).hexdigest()},
        "published": day.isoformat(),
        "topics": [f"topic-{topic}" for topic in chosen],
        "events": [f"event-{event}" for event in about],
    }
    if writer.random.random() < 0.3:
        of = {"outlet": f"outlet-{_unequal(writer, outlets)}"}
        record["origins"] = [{"relation": "reports", "of": of, "basis": "inferred", "note": "Same order."}]
    if writer.random.random() < 0.5:
        record["summary"] = writer.sentence(30)
    name = f"article-{number:06}"
    write_record(folder, f"articles/{name}", record)
    return Text(name, day, paragraphs), chosen


def _claim(
    folder: Path,
    writer: Writer,
    number: int,
    topic: int,
    texts: list[Text],
    events: list[date],
    entities: int,
) -> None:
    wished = FEWEST_APPEARANCES + round(writer.random.expovariate(1 / MEAN_APPEARANCES))
    spoken = writer.random.sample(texts, min(wished, MOST_APPEARANCES, len(texts)))
    others = writer.random.sample(texts, min(15, len(texts)))
    against = writer.random.random() < 0.5
    appearances = [_appearance(writer, text, entities, against=against) for text in spoken]
    event = _unequal(writer, len(events))
    read = dict.fromkeys(text.name for text in (*spoken, *others))
    record: dict[str, object] = {
        "number": f"c{number + 1:02}",
        "statement": writer.sentence(11),
        "kind": writer.random.choice(KINDS),
        "topics": [f"topic-{topic}"],
        "coded": {"by": "The editors", "date": "2026-01-01", "articles": list(read)},
        "positions": {"so": "It is so", "not-so": "It is not"},
    }
    if min((text.day for text in spoken), default=FIRST_DAY) >= events[event] or writer.random.random() < 0.4:
        record["event"] = f"event-{event}"
    several = len({each["article"] for each in appearances}) > 1
    sides = {each["position"] for each in appearances if each["stance"] != "mentions"}
    if several and len(sides) > 1:
        record |= {"reading": writer.random.choice(("conflict", "differ")), "disagreement": ["cause"]}
    write_record(folder, f"claims/claim-{number:05}", record | {"appearances": appearances})


def _appearance(writer: Writer, text: Text, entities: int, *, against: bool) -> dict[str, object]:
    sentences = [
        f"{sentence.rstrip('.')}." for each in text.paragraphs for sentence in each.split(". ") if sentence
    ]
    found: dict[str, object] = {
        "article": text.name,
        "stance": writer.random.choice(("asserts", "asserts", "attributes", "implies", "mentions")),
        "position": "not-so" if against and writer.random.random() < 0.4 else "so",
        "quote": writer.random.choice(sentences),
    }
    if found["stance"] == "attributes":
        found["attributed_to"] = f"entity-{_unequal(writer, entities)}"
    return found


def _comparison(
    folder: Path, writer: Writer, number: int, topic: int, texts: list[Text], claims: list[str]
) -> None:
    chosen = writer.random.sample(texts, min(writer.random.randint(5, 60), len(texts)))
    record = {
        "title": writer.sentence(6).rstrip("."),
        "question": writer.sentence(10).rstrip(".") + "?",
        "articles": [text.name for text in chosen],
        "claims": claims[: writer.random.randint(5, 60)],
        "topics": [f"topic-{topic}"],
    }
    write_record(folder, f"comparisons/comparison-{number}", record)
