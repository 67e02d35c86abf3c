"""Stored texts: bytes as received into the raw view, by a written rule.

The rule. Bytes are decoded as UTF-8 and nothing else: no guessing, no normalising, no line endings changed. Surrogates
that somebody encoded are kept as lone surrogates; any other byte that is not UTF-8 is an error with line and column.
A byte order mark stays as U+FEFF at offset 0. CRLF, no-break spaces, control characters, NUL, zero-width characters
and bidirectional controls stay where they are; those that an eye cannot see and a page must show are told once per
text, with counts and first places. Nothing in a text is markup, ever. The bytes' SHA-256 is on record; a text that
has another is refused, because every quote rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from builder.diagnostics import Edit, FieldPath, Problems, Related, SourceSpan
from builder.lines import LineEnds
from builder.load.content import FileKey
from builder.load.damage import damages
from builder.load.decode import Records
from builder.load.differences import hidden_difference
from builder.load.encodings import encoding_fault, place_of_bad_byte
from builder.load.filenames import refuse_placeholder
from builder.load.files import MAX_SEED_BYTES, SourceTree, Where, path_fault
from builder.load.lineends import ChangedEnds, recorded_bytes, tell_changed_ends
from builder.load.nodes import position_at
from builder.load.notplain import as_plain_text, binary_format, markup_format
from builder.load.overfull import Overfull, overfull
from builder.load.places import RecordPlaces
from builder.load.seedpaths import is_placeholder, text_like, text_meant
from builder.memory import Memory
from builder.model.article import Article
from builder.model.seedtext import EarlierText, SeedText, TextFacts
from builder.signs import is_blank
from builder.yamltext import flow, scalar


class _Use(Struct, frozen=True):
    """An article that names a stored text, with its SHA-256 on record. `version` is its place among the versions."""

    article_id: str
    file: str
    recorded: str | None
    version: int | None
    is_shown: bool
    lines: LineEnds | None
    places: RecordPlaces

    @property
    def is_version(self) -> bool:
        """Whether the text is written among the versions alone."""
        return not self.is_shown or not self.places.has("article", self.article_id, ("text",))

    def where(self) -> SourceSpan:
        """Where the article names the text."""
        return self.places.span("article", self.article_id, (*self._way, "file"))

    @property
    def _way(self) -> FieldPath:
        return ("versions", self.version or 0) if self.is_version else ("text",)

    def pinning(self, digest: str) -> tuple[Edit, ...]:
        """Write the SHA-256 where none stands: beside the file's name, or both between braces in its place."""
        span, path = self.where(), (*self._way, "file")
        if self.places.has("article", self.article_id, path):
            return self.places.adding("article", self.article_id, path, f"sha256: {scalar(digest)}")
        is_one_line = span.line == span.end_line
        return (Edit(span, flow({"file": self.file, "sha256": digest})),) if is_one_line else ()

    def written_as(self, path: str | None) -> tuple[Edit, ...]:
        """Write another path in place of the file's; nothing where there is none."""
        span = self.where()
        is_one_line = span.line == span.end_line
        return (Edit(span, scalar(path)),) if path and is_one_line else ()

    @property
    def writes_digest(self) -> bool:
        """Whether something stands where the digest belongs."""
        return self.places.has("article", self.article_id, (*self._way, "sha256"))

    def pinned(self, digest: str) -> str:
        """How the text is written with its SHA-256."""
        return (
            f"sha256: {digest}" if self.is_version else f"text: {flow({'file': self.file, 'sha256': digest})}"
        )


class ReadSeeds(Struct, frozen=True):
    """The stored texts by article id; apart from them those that are not the ones on record, and serve for nothing."""

    texts: Mapping[str, SeedText]
    changed: Mapping[str, SeedText]
    earlier: Mapping[str, tuple[EarlierText, ...]]
    """The states in which a text was before, with their place in the article's list, the oldest first."""
    named: Mapping[str, Where]
    """What gives the place that first names a text, by the text's path."""


def read_seeds(
    tree: SourceTree,
    records: Records,
    quote_counts: Mapping[str, int],
    places: RecordPlaces,
    problems: Problems,
    known: Memory[FileKey, SeedText],
    facts: Memory[str, TextFacts],
) -> ReadSeeds:
    """Return the stored texts by article id, without marks; the others have problems or no text.

    `quote_counts` says how many quotes each article has, which a changed text would break; `known` are texts of an
    earlier load. A text with `facts`, by its digest, is not read where the stamp of its file tells that it is the same.
    """
    texts: dict[str, SeedText] = {}
    changed: dict[str, SeedText] = {}
    earlier: dict[str, list[EarlierText]] = {}
    first_use: dict[str, _Use] = {}
    first_words: dict[str, _Use] = {}
    read: dict[tuple[str, str | None], SeedText | None] = {}
    changed_ends: list[ChangedEnds] = []
    named: dict[str, Where] = {}
    for use in _uses(records, places):
        path = use.file
        if path in first_use:
            _tell_shared(f"`{path}` is", use, first_use[path], problems)
        first_use.setdefault(path, use)
        if (path, use.recorded) not in read:
            read[path, use.recorded] = _read_seed(tree, use, changed_ends, known, facts, problems)
        text = read[path, use.recorded]
        if text is None:
            continue
        named.setdefault(text.path, use.where)
        if use.is_shown:
            first = first_words.setdefault(text.facts.digest_of_words, use)
            if first.file != path:
                _tell_shared(f"the words of `{path}` are", use, first, problems)
        quote_count = quote_counts.get(use.article_id, 0) if use.is_shown else 0
        is_recorded = _is_as_recorded(text, use, quote_count, problems)
        if use.is_shown:
            (texts if is_recorded else changed)[use.article_id] = _as_said(text, use)
        elif is_recorded and use.version is not None:
            earlier.setdefault(use.article_id, []).append(EarlierText(use.version, _as_said(text, use)))
    tell_changed_ends(changed_ends, problems)
    return ReadSeeds(texts, changed, {name: tuple(states) for name, states in earlier.items()}, named)


def _tell_shared(what: str, use: _Use, first: _Use, problems: Problems) -> None:
    problems.warning(
        "seed-shared",
        f"{what} the text of the article `{first.article_id}` too",
        use.where(),
        "give each article its own text, or drop one of the two; if both published these words, acknowledge it",
        (Related(first.where(), "it is named here"),),
    )


def _as_said(text: SeedText, use: _Use) -> SeedText:
    return text if use.lines is None else text.with_line_ends(use.lines)


def _uses(records: Records, places: RecordPlaces) -> list[_Use]:
    """Every stored text that an article names: the one shown, then its other versions, the oldest first."""
    return [
        use
        for article in sorted(
            (one for _, _, one in records.every() if isinstance(one, Article)), key=lambda one: one.id
        )
        for use in _uses_of(article, places)
    ]


def _uses_of(article: Article, places: RecordPlaces) -> Iterator[_Use]:
    place_in_list = {version.file: index for index, version in enumerate(article.versions)}
    recorded = {version.file: version.sha256 for version in article.versions}
    shown = article.text
    if shown is not None:
        digest = shown.sha256 or recorded.get(shown.file)
        yield _Use(article.id, shown.file, digest, place_in_list.get(shown.file), True, article.lines, places)
    for version in article.states:
        if shown is None or version.file != shown.file:
            index = place_in_list[version.file]
            yield _Use(article.id, version.file, version.sha256, index, False, article.lines, places)


def _read_seed(
    tree: SourceTree,
    use: _Use,
    changed_ends: list[ChangedEnds],
    known: Memory[FileKey, SeedText],
    facts: Memory[str, TextFacts],
    problems: Problems,
) -> SeedText | None:
    path = use.file
    fault = path_fault(path)
    if fault:
        meant = text_meant(tree, path)
        problems.error(
            "bad-path",
            f"`{path}` cannot be a stored text: {fault}",
            use.where(),
            f"write {meant}" if meant else "write it like `seeds/a.txt`",
            edits=use.written_as(meant),
        )
        return None
    spelt = tree.resolve(path, use.where, lambda near: _tell_missing(tree, use, near, problems))
    if spelt is None:
        return None
    path = spelt
    standing = tree.standing(path)
    if standing is not None and use.recorded in (None, standing):
        before = known.get((path, standing)) or _unread(tree, path, standing, known, facts)
        if before is not None:
            before.begin_anew()
            return before
    content = tree.read(path, MAX_SEED_BYTES, use.where)
    if content is None:
        return None
    content, digest = _as_recorded(content, tree.digest(path), use, changed_ends)
    before = known.get((path, digest))
    if before is not None:
        before.begin_anew()
        return before
    raw = _decode(content, path, use, problems)
    if raw is None:
        return None
    if is_blank(raw):
        problems.error(
            "seed-empty", f"`{path}` holds no words", use.where(), "store the text, or remove `text`"
        )
        return None
    too_much = overfull(raw)
    if too_much is not None:
        _tell_overfull(too_much, raw, path, use, problems)
        return None
    text = known.used[path, digest] = SeedText(path, raw, digest, len(content))
    return text


def _unread(
    tree: SourceTree,
    path: str,
    digest: str,
    known: Memory[FileKey, SeedText],
    facts: Memory[str, TextFacts],
) -> SeedText | None:
    """Return a text that is read when somebody asks for its words; None where too little is known without."""
    found = facts.get(digest)
    if found is None:
        return None

    def read() -> str:
        return tree.again(path).decode("utf-8", "surrogatepass")

    text = known.used[path, digest] = SeedText(path, read, digest, found.size_bytes, facts=found)
    return text


def _tell_missing(tree: SourceTree, use: _Use, near: str | None, problems: Problems) -> None:
    """Tell that a text is not where an article says, unless it is told where it stands."""
    path, where = use.file, use.where()
    name = path.rpartition("/")[2]
    if path in tree.told:
        return
    if is_placeholder(tree, path):
        refuse_placeholder(where, name, problems)
        return
    meant = text_meant(tree, path)
    near = text_like(tree, path) or near
    if meant is None and name in (tree.listing("") or {}):
        hint = f"`{name}` stands beside the folder `seeds`: move it to {path}"
    elif meant:
        hint = f"write {meant}"
    elif near:
        hint = f"write {near}{hidden_difference(path, near)}"
    else:
        hint = f"store the text as {path}, or take `text` out of the article"
    problems.error("file-not-found", f"there is no file `{path}`", where, hint, edits=use.written_as(meant))


def _tell_overfull(found: Overfull, raw: str, path: str, use: _Use, problems: Problems) -> None:
    line, column = position_at(raw, found.start)
    problems.error(
        "seed-overfull",
        f"`{path}` holds {found.count:,} {found.what}, at most {found.most:,} are allowed in one text"
        f" (the first too many is at {line}:{column})",
        use.where(),
        "store the article's own words and nothing else, or give each of its parts a text of its own",
        (Related(SourceSpan(path, line, column, line, column + 1), "here the bound is met"),),
    )


def _as_recorded(
    content: bytes, digest: str, use: _Use, changed_ends: list[ChangedEnds]
) -> tuple[bytes, str]:
    """Return bytes and digest of the text on record where only line ends differ, else those of the file."""
    recorded = use.recorded
    found = recorded_bytes(content, recorded) if recorded and recorded != digest else None
    if recorded is None or found is None:
        return content, digest
    changed_ends.append(ChangedEnds(use.file, found[1], use.where()))
    return found[0], recorded


def _decode(content: bytes, path: str, use: _Use, problems: Problems) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as fault:
        line, column = place_of_bad_byte(content, fault.start)
        made_by = binary_format(content)
        if made_by is not None:
            problems.error(
                "seed-not-plain",
                f"`{path}` is {made_by}, not plain text",
                use.where(),
                f"{as_plain_text(made_by, path)}; then name that file here",
            )
            return None
        problems.error(
            "not-utf-8",
            encoding_fault(content, fault.start),
            SourceSpan(path, line, column, line, column + 1),
            "save the text as UTF-8, then record its new SHA-256",
            (Related(use.where(), "the article that needs it"),),
        )
        return None


def _is_as_recorded(text: SeedText, use: _Use, quote_count: int, problems: Problems) -> bool:
    recorded = use.recorded
    if recorded is None and use.writes_digest:
        return True  # what stands there is no digest, which is told
    if recorded is None:
        problems.warning(
            "seed-not-pinned",
            "the text has no SHA-256 on record, so a change of it would go unseen",
            use.where(),
            f"add {use.pinned(text.sha256)}" if use.is_version else use.pinned(text.sha256),
            edits=use.pinning(text.sha256)
            if next(damages(text.raw, text.paragraphs.spans), None) is None
            else (),
        )
        return True
    if recorded == text.sha256:
        return True
    markup = markup_format(text.raw)
    if markup is not None:
        problems.error(
            "seed-not-plain",
            f"`{text.path}` is {markup[0]}, not plain text, and not the text on record",
            use.where(),
            f"bring the recorded text back, or {as_plain_text(markup[0], text.path)}",
        )
        return False
    rest = f"; {quote_count} quotes rest on it" if quote_count > 1 else ""
    problems.error(
        "seed-changed",
        f"`{text.path}` is not the text on record{rest}: its SHA-256 is {text.sha256}, the record says {recorded}",
        use.where(),
        "bring the recorded text back; if the new one is right, write its SHA-256 and check the quotes",
    )
    return False
