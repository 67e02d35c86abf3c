"""What a file of content holds as a whole: keys with values, and nothing else."""

from __future__ import annotations

from builder.diagnostics import Problems, SourceSpan
from builder.load.nodes import Mapping, Node, Scalar
from builder.load.syntax import title_key

_LONGEST_SHOWN = 200


def whole_record(root: Node | None, path: str, first_line: int, problems: Problems) -> Mapping | None:
    """Return the mapping that a file holds; None (and a problem) where it holds something else."""
    if root is None:
        problems.error(
            "empty-file",
            "this file holds nothing",
            SourceSpan(path, first_line, 1, first_line, 1),
            "write the record, or remove the file",
        )
        return None
    if not isinstance(root, Mapping):
        problems.error(
            "not-a-mapping",
            "a record is written as `key: value` lines",
            SourceSpan(path, *root.start, *root.end),
            f"begin each line with a key, such as `{title_key(path)}: {root.text[:_LONGEST_SHOWN].strip()}`"
            if isinstance(root, Scalar)
            else "take the `- ` at its head away, and two spaces from each line below it",
        )
        return None
    return root
