"""Gathers the words for readers into the template of catalogues, and makes catalogues of what translators wrote.

`python -m tools.words` writes `templates/words/readers.pot` from the program, its templates and its scripts; takes new
words up into each `readers.po` beside it, with the names of countries, languages and months and the signs of numbers
that CLDR has; and writes what the program reads, `readers.mo`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from pathlib import Path
from string import Formatter

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from builder.model.datewords import MONTHS, MONTHS_OF_A_DAY, SHORT_MONTHS
from builder.pages.parts.coded import NAMES
from builder.render.catalogues import DOMAIN, FOLDER
from builder.wording import BEFORE_DECIMALS, BETWEEN_THOUSANDS, FOUR_DIGITS

ROOT = Path(__file__).resolve().parents[1]
WORDS = ROOT / "templates" / FOLDER
_WIDTH = 110
_IN_CONTEXT = ((1, "c"), 2)
_SOURCES: tuple[tuple[str, str, str, Mapping[str, object]], ...] = (
    (
        "builder",
        "*.py",
        "python",
        {
            "say": None,
            "marked": None,
            "say_as": _IN_CONTEXT,
            "say_many": (1, 2),
            "marked_as": _IN_CONTEXT,
            "marked_many": (1, 2),
        },
    ),
    ("templates", "*.html", "jinja2.ext:babel_extract", {"_": None, "pgettext": _IN_CONTEXT}),
    ("templates", "*.js", "javascript", {"say": None, "sayMany": (1, 2)}),
)
"""Folder, files, Babel's way to read them, and the functions whose arguments are words."""
_SPEAKS = (b"from builder.wording import", b"def say_many(")
"""Either stands in a module whose functions of these names are those of the catalogue: it has them, or is theirs."""
_HEADERS = ("Content-Type", "Content-Transfer-Encoding", "Language", "MIME-Version", "Plural-Forms")
"""What a catalogue says of itself: neither when it was made, nor by whom, nor with what."""


def gathered(root: Path = ROOT) -> Catalog:
    """Return every word for readers, with the files that say it."""
    found = Catalog(
        header_comment="# Words for readers. Made by `make words`; English is the key.", fuzzy=False
    )
    for folder, pattern, method, keywords in _SOURCES:
        for path in sorted((root / folder).rglob(pattern)):
            content = path.read_bytes()
            if path.suffix == ".py" and not any(speaks in content for speaks in _SPEAKS):
                continue
            with redirect_stderr(StringIO()):  # it tells of each f-string that fills a place
                said = tuple(extract(method, BytesIO(content), keywords=keywords))
            for _, words, _, context in said:
                found.add(words, locations=[(path.relative_to(root).as_posix(), 1)], context=context)
    for context, names in NAMES.items():
        for name in names.values():
            found.add(name, context=context)
    return found


def fill_from_cldr(catalogue: Catalog) -> None:
    """Fill in what nobody translated and CLDR has: countries, languages, scripts, months, signs of numbers."""
    if catalogue.locale is None:
        return
    for (context, words), told in _in_cldr(catalogue.locale):
        message = catalogue.get(words, context)
        if message is not None and not message.string:
            message.string = told


def _in_cldr(locale: Locale) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield words with their context, and what they are called in a language."""
    known = {"country": locale.territories, "language": locale.languages, "script": locale.scripts}
    for context, names in NAMES.items():
        for code, name in names.items():
            yield (context, name), known[context].get(code, "")
    for months, form, width in (
        (SHORT_MONTHS, "format", "abbreviated"),
        (MONTHS, "stand-alone", "wide"),
        (MONTHS_OF_A_DAY, "format", "wide"),
    ):
        for number, month in enumerate(months, start=1):
            yield month, locale.months[form][width][number]
    signs = locale.number_symbols["latn"]
    yield BETWEEN_THOUSANDS, signs["group"]
    yield BEFORE_DECIMALS, signs["decimal"]
    yield FOUR_DIGITS, FOUR_DIGITS[1].replace(",", signs["group"])


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as a file of text that is the same wherever and whenever it is written."""
    out = BytesIO()
    write_po(out, catalogue, width=_WIDTH, sort_output=True, include_lineno=False, ignore_obsolete=True)
    lines = out.getvalue().decode().splitlines(keepends=True)
    unwanted = re.compile(rf'"(?!(?:{"|".join(_HEADERS)}):)[A-Z][A-Za-z-]*: .*\\n"\n')
    head = lines.index("\n", 1)  # without a comment of its own a catalogue begins with an empty line
    return "".join([*(line for line in lines[:head] if not unwanted.fullmatch(line)), *lines[head:]]).encode()


def faults(catalogue: Catalog) -> Iterator[str]:
    """Yield what is wrong with a translation: a place that the program cannot fill."""
    for message in catalogue:
        known = set().union(*map(places, texts(message.id)))
        for told in texts(message.string):
            for place in sorted(places(told) - known):
                yield f"line {message.lineno}: {told!r}: no place {{{place}}} in {texts(message.id)[-1]!r}"


def texts(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Return the forms of a message, in English or told: one, or as many as its counts ask for."""
    return (words,) if isinstance(words, str) else tuple(words or ())


def places(words: str) -> set[str]:
    """Return the names of a sentence's places; `…` where its braces cannot be read."""
    try:
        return {place for _, place, _, _ in Formatter().parse(words) if place is not None}
    except ValueError:
        return {"…"}


def main() -> int:
    """Write the template, and each catalogue in both forms; a catalogue with faults is left as it is."""
    template = gathered()
    WORDS.mkdir(exist_ok=True)
    (WORDS / f"{DOMAIN}.pot").write_bytes(written(template))
    is_good = True
    for path in sorted(WORDS.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parts[-3])
        found = [f"{path}: {fault}\n" for fault in faults(catalogue)]
        if found:
            sys.stderr.writelines(found)
            is_good = False
        else:
            catalogue.update(template, no_fuzzy_matching=True)
            fill_from_cldr(catalogue)
            path.write_bytes(written(catalogue))
            path.with_suffix(".mo").write_bytes(made(catalogue))
    return 0 if is_good else 1


class _Undated(Catalog):
    """The messages of a catalogue, with as little said of itself as in its file of text."""

    def __iter__(self) -> Iterator[Message]:
        head, *messages = super().__iter__()
        lines = str(head.string).splitlines(keepends=True)
        head.string = "".join(line for line in lines if line.partition(":")[0] in _HEADERS)
        return iter((head, *messages))


def made(catalogue: Catalog) -> bytes:
    """Return what the program reads of a catalogue, the same bytes whenever it is made: pages are kept by them."""
    undated = _Undated(catalogue.locale)
    undated.mime_headers = catalogue.mime_headers
    for message in catalogue:
        if message.id:
            undated[message.id] = message
    out = BytesIO()
    write_mo(out, undated)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
