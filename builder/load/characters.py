"""Characters that may not stand in a file of content, because no editor shows them."""

from __future__ import annotations

from builder.diagnostics import Problems, SourceSpan
from builder.load.nodes import position_at
from builder.regexes import regex

_FORBIDDEN_IN_FILE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""What YAML 1.2 (5.1) lets no file hold, not what a page shows nothing of; a tab and line ends are none of them."""
_CHARACTER_AS_ESCAPE = ("2028", "2029", "FEFF")


def refuse_characters(text: str, path: str, problems: Problems, first_line: int) -> bool:
    """Whether a text holds a character that no file of content may hold; the first one is added to `problems`."""
    match = _FORBIDDEN_IN_FILE.search(text)
    if match is None:
        return False
    line, column = position_at(text, match.start(), first_line)
    code_point = f"{ord(match[0]):04X}"
    problems.error(
        "forbidden-character",
        f"the character U+{code_point} may not stand in a file of content",
        SourceSpan(path, line, column, line, column + 1),
        f'take it out; where a quote needs it write "\\u{code_point.lower()}" inside double quotation marks'
        if code_point in _CHARACTER_AS_ESCAPE
        else "take it out",
    )
    return True
