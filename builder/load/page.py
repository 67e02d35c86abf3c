"""Long pages: Markdown below front matter. Records of other kinds are YAML alone; both come out as one mapping."""

from __future__ import annotations

import re

from builder.diagnostics import Edit, Problems, SourceSpan
from builder.load.content import RecordFile
from builder.load.nodes import Mapping, Scalar, position_at
from builder.load.yaml_reader import read_mapping
from builder.regexes import regex
from builder.signs import BYTE_ORDER_MARK
from builder.yamltext import scalar

_LINE_END = regex(r"\r\n?")
"""As YAML reads a line end: one checkout gives the same page as any other."""
_FRONT_MATTER = regex(
    r"\ufeff?---[ \t]*(?:\r\n|\r|\n)(?P<yaml>.*?)(?:^|(?<=[\r\n]))---[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL
)
_CONFLICT_SIGNS = tuple(
    regex(rf"^{sign}[^\r\n]*", re.MULTILINE) for sign in ("<{7} ", "={7}[ \\t\\r]*$", ">{7} ")
)
_OTHER_LINE = regex(r"(?:\+{3,}|-{4,}|[–—]{1,3}|={3,}|\*{3,})\s*")
_HEADING = regex(r"# +(?P<words>\S.*?)\s*#*\s*$")
_KEY = regex(r"[A-Za-z_]\w*:(?: |$)|[ -]|\s*$")
_BODY_LIMIT_BREAKS = regex(r"\s*")


def read_record_nodes(file: RecordFile, problems: Problems) -> Mapping | None:
    """Return the located values of a record's file; a page's body is its value `body`. None where it has none."""
    text = file.text
    if text is None or _refuse_merge_conflict(text, file.path, problems):
        return None
    if file.kind != "page":
        return read_mapping(text, file.path, problems)
    return _read_page(_LINE_END.sub("\n", text.removeprefix(BYTE_ORDER_MARK)), file.path, problems)


def _refuse_merge_conflict(text: str, path: str, problems: Problems) -> bool:
    """Refuse a file in which the two sides of a merge still stand: in prose they would be published."""
    if "<<<<<<< " not in text:
        return False
    signs: list[re.Match[str]] = []
    for form in _CONFLICT_SIGNS:
        found = form.search(text, signs[-1].end() if signs else 0)
        if found is None:
            return False
        signs.append(found)
    line, column = position_at(text, signs[0].start())
    problems.error(
        "merge-conflict",
        "two versions of this file were merged, and nobody has chosen between them",
        SourceSpan(path, line, column, line, column + len(signs[0][0])),
        "keep the lines of one version, and take out the lines `<<<<<<<`, `=======` and `>>>>>>>`",
    )
    return True


def _read_page(text: str, path: str, problems: Problems) -> Mapping | None:
    match = _FRONT_MATTER.match(text)
    if match is None:
        _refuse_front_matter(text, path, problems)
        return None
    front = read_mapping(match["yaml"], path, problems, first_line=2)
    if front is not None:
        _add_body(front, text, match.end(), path, problems)
    return front


def _refuse_front_matter(text: str, path: str, problems: Problems) -> None:
    lines = text.split("\n")
    opened = lines[0].strip() == "---"
    message, hint = (
        "a page begins with front matter",
        "put a line `---` before and after the keys, such as `title: …`",
    )
    edits: tuple[Edit, ...] = ()
    other = [number for number, line in enumerate(lines, 1) if _OTHER_LINE.fullmatch(line)][:2]
    heading = _HEADING.match(lines[0])
    if opened:
        message = "the front matter that begins here is not closed"
        last = next((number for number, line in enumerate(lines[1:], 1) if not _KEY.match(line)), len(lines))
        hint = "put a line `---` behind its last key"
        edits = (Edit(SourceSpan(path, last + 1, 1, last + 1, 1), "---\n"),) if last > 1 else ()
    elif other[:1] == [1]:
        message = f"front matter stands between lines of three hyphens, not of `{lines[0].strip()}`"
        hint = "write `---` for each of the two lines"
        edits = tuple(
            Edit(SourceSpan(path, each, 1, each, len(lines[each - 1]) + 1), "---") for each in other
        )
    elif heading is not None:
        written = f"---\ntitle: {scalar(heading['words'])}\n---"
        title = f"title: {scalar(heading['words'])}"
        hint = f"write in place of this heading a line `---`, a line `{title}` and a line `---`"
        edits = (Edit(SourceSpan(path, 1, 1, 1, len(lines[0]) + 1), written),)
    span = SourceSpan(path, 1, 1, 1, 4 if opened else 1)
    problems.error("no-front-matter", message, span, hint, edits=edits)


def _add_body(front: Mapping, text: str, start: int, path: str, problems: Problems) -> None:
    if "body" in front.entries:
        key = front.entries.pop("body")[0]
        problems.error(
            "unknown-field",
            "the body of a page is the Markdown below its front matter",
            SourceSpan(path, *key.start, *key.end),
            "move the text below the line `---`",
        )
    blank = _BODY_LIMIT_BREAKS.match(text, start)
    start = blank.end() if blank else start
    body = text[start:].rstrip()
    if body:
        place, end = position_at(text, start), position_at(text, start + len(body))
        front.entries["body"] = (Scalar("body", place, place), Scalar(body, place, end))
