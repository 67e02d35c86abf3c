"""Records that were copied and are still word for word what they were copied from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from builder.diagnostics import Problems, Related, SourceSpan
from builder.load.content import RecordFile, record_path
from builder.regexes import regex

_ONLY_ONCE = regex(r"^(?:siglum|number)\s*:", re.MULTILINE)
"""Keys whose value no two records may share."""


def copied(files: Iterable[RecordFile]) -> Mapping[str, RecordFile]:
    """Return the record that each copy was made of, by the copy's path. What others name most is no copy."""
    alike: dict[tuple[str, str], list[RecordFile]] = {}
    every = list(files)
    at_home = (file for file in every if file.path == record_path(file.kind, file.record_id))
    for file in at_home:
        if file.kind not in ("dossier", "page") and file.sha256:
            alike.setdefault((file.kind, file.sha256), []).append(file)
    groups = [group for group in alike.values() if len(group) > 1 and (group[0].text or "").strip()]
    if not groups:
        return {}
    named = Counter(word for file in every for word in set(re.findall(r"[a-z0-9-]+", file.text or "")))
    found: dict[str, RecordFile] = {}
    for group in groups:
        first = max(group, key=lambda file: named[file.record_id])
        found.update({file.path: first for file in group if file is not first})
    return found


def tell_copy(file: RecordFile, first: RecordFile, problems: Problems) -> bool:
    """Tell that a record says nothing of its own; return whether it can stand beside the other all the same."""
    said = (
        f"this file says word for word what `{first.record_id}` says",
        SourceSpan(file.path),
        "write in it what this record says, or delete this file",
        (Related(SourceSpan(first.path), "the same words"),),
    )
    if _ONLY_ONCE.search(file.text or "") is not None:
        problems.error("copied-record", *said)
        return False
    problems.warning("copied-record", *said)
    return True
