"""Measures direct quotations and their speakers on annotated news in the format of PolNeAR.

    python bench/compare/quotations.py FOLDER [--wrong]

FOLDER is one split of the corpus, with `text/*.txt` and `attributions/*.ann` (brat: Source, Cue and Content with
code points, joined by Attribution). Precision: quotations that lie in a Content. Recall: Contents that begin and end
with a quotation mark and are found to four fifths. Rules are to be shaped on the development split only.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

from scoring import covered  # noqa: E402

from builder.analysis.quotations.extract import FoundQuotation, quotations_in  # noqa: E402

_MARKS = "\"\u201c\u201d\u2018\u2019'"
_ENTITY = re.compile(r"^(T\d+)\t(\w+) ([\d ;]+)\t", re.MULTILINE)
_RELATION = re.compile(r"^E\d+\t(.+)$", re.MULTILINE)
_FOUND = 0.8


@dataclass(slots=True)
class Gold:
    """One annotated attribution: characters of its content and of its source."""

    content: set[int]
    source: set[int]


@dataclass(slots=True)
class Tally:
    """Counts over articles."""

    extracted: int = 0
    right: int = 0
    direct: int = 0
    direct_found: int = 0
    speakers: int = 0
    speakers_right: int = 0
    named: int = 0
    named_right: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> None:
    """Print precision, recall, speakers and speed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--wrong", action="store_true", help="print what is not right")
    chosen = arguments.parse_args()
    articles = [
        (path.read_text(encoding="utf-8"), _gold(chosen.folder, path)) for path in _texts(chosen.folder)
    ]
    articles = [(text, gold) for text, gold in articles if gold]
    started = time.process_time()
    found = [quotations_in(text) for text, _ in articles]
    seconds = time.process_time() - started
    tally = Tally()
    for (text, gold), quotations in zip(articles, found, strict=True):
        _count(tally, text, gold, quotations)
    _print(tally, len(articles), seconds)
    if chosen.wrong:
        print("\n".join(tally.wrong))


def _texts(folder: Path) -> list[Path]:
    return sorted((folder / "text").glob("*.txt"))


def _gold(folder: Path, text: Path) -> list[Gold]:
    found: list[Gold] = []
    for path in sorted((folder / "attributions").glob(f"{text.stem}*.ann")):
        annotations = path.read_text(encoding="utf-8")
        spans = {name: _characters(places) for name, _, places in _ENTITY.findall(annotations)}
        for relation in _RELATION.findall(annotations):
            roles = [role.split(":") for role in relation.split()]
            found.append(Gold(_role(roles, "Content", spans), _role(roles, "Source", spans)))
    return [gold for gold in found if gold.content]


def _role(roles: list[list[str]], name: str, spans: dict[str, set[int]]) -> set[int]:
    return {place for role, key in roles if role.rstrip("0123456789") == name for place in spans.get(key, ())}


def _characters(places: str) -> set[int]:
    return covered(tuple(map(int, place.split())) for place in places.split(";"))


def _count(tally: Tally, text: str, gold: list[Gold], quotations: tuple[FoundQuotation, ...]) -> None:
    said = [quotation for quotation in quotations if not quotation.is_term]
    all_found = covered((quotation.span.start, quotation.span.end) for quotation in said)
    for quotation in said:
        tally.extracted += 1
        words = set(range(quotation.words_span.start, quotation.words_span.end))
        holders = [one for one in gold if words and len(words & one.content) / len(words) >= _FOUND]
        tally.right += bool(holders)
        if not holders:
            tally.wrong.append(f"FP {text[max(quotation.span.start - 40, 0) : quotation.span.end + 30]!r}")
        if quotation.attribution and holders:
            _count_speaker(tally, text, quotation, holders)
    for one in gold:
        words_of = "".join(text[place] for place in sorted(one.content)).strip().strip(".,")
        if len(words_of.split()) >= 4 and words_of[:1] in _MARKS and words_of[-1:] in _MARKS:
            tally.direct += 1
            tally.direct_found += len(one.content & all_found) / len(one.content) >= _FOUND
            if len(one.content & all_found) / len(one.content) < _FOUND:
                tally.wrong.append(f"FN {words_of!r}")


def _count_speaker(tally: Tally, text: str, quotation: FoundQuotation, holders: list[Gold]) -> None:
    assert quotation.attribution is not None
    speaker = quotation.attribution.speaker
    right = any(one.source & set(range(speaker.start, speaker.end)) for one in holders)
    tally.speakers += 1
    tally.speakers_right += right
    if quotation.attribution.is_named:
        tally.named += 1
        tally.named_right += right
        if not right:
            tally.wrong.append(f"SPK {speaker.of(text)!r} {quotation.span.of(text)[:60]!r}")


def _print(tally: Tally, articles: int, seconds: float) -> None:
    def share(part: int, whole: int) -> str:
        return f"{part / whole:.3f} ({part}/{whole})" if whole else "none"

    print(f"{articles} articles, {articles / seconds:.0f} per CPU second")
    print(f"quotations: precision {share(tally.right, tally.extracted)}")
    print(f"            recall    {share(tally.direct_found, tally.direct)}")
    print(
        f"speakers:   given {share(tally.speakers, tally.right)}, right {share(tally.speakers_right, tally.speakers)}"
    )
    print(
        f"  by name:  given {share(tally.named, tally.right)}, right {share(tally.named_right, tally.named)}"
    )


if __name__ == "__main__":
    main()
