"""Which line ends of a stored text part paragraphs, and which only wrap one: the rule in words.

Blank lines part. Inside a block, the lines between two blank ones, a single line end joins where the lines of the
block fill a common width: the next word would not have fitted on the line before. A line that closes a sentence joins
the next only in a block of several lines that break off in mid-sentence, each at the common width. Two things say the
width: the block itself, and the whole text where most of its lines break off at one. Quoted mail, tables, rules,
addresses, bylines, captions, headers and what follows the `--` of a signature stay lines of their own; bullets and
numbers begin a new paragraph; lists of names, verse and headings do not fill a width, end most lines with a pause, or
hold no line that begins with a small letter.

A word cut by a hyphen at a line end goes on in the next line. A page break (a form feed, or a page number on a line of
its own) inside a sentence parts nothing, blank lines around it included.

Everything here is about the raw text. Offsets are code points, half-open; widths are columns of a typewriter, two for
the wide letters of East Asia.
"""

from builder.lines.joining import LineEnds, TextLines
from builder.lines.separator import is_cut_word, separator

__all__ = ["LineEnds", "TextLines", "is_cut_word", "separator"]
