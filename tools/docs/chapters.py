"""What the content reference says beside the tables of fields: rules that no single field can tell."""

from __future__ import annotations

OPENING = """\
# Content reference

Every record, every key. This page is made from the models in `builder/model/`; a test compares them. To learn by
doing, begin with [Editing a dossier](editing.md); what a message means stands in [Errors and warnings](errors.md).

One thing per file. The name of the file is the **id** of the record and the address of its page:
`content/claims/nobody-hurt.yaml` is the claim `nobody-hurt` and becomes `claims/nobody-hurt.html`. An id has lower-case
letters a-z, digits and single hyphens between them, at most 80 characters.

**Every layer is optional.** A dossier of outlets and articles is complete; each further kind of record adds pages.
"""

WRITING = """\
## How values are written

- Every value is the text that you wrote until its key says what it is: `NO` is Norway, `010` and `12:30` stay as they
  are. A key may stand once. Tags (`!x`), anchors (`&x`), aliases (`*x`) and merge keys (`<<`) are refused.
- **text** is one text of at most 2,000 characters, printed as it is. **Markdown** may have 20,000 characters,
  paragraphs, lists, emphasis and links; HTML in it is shown as text.
- **list of: …** is written `[a, b]`, or one entry a line after `- `. A single entry is a list too.
- **parts** are keys and values of their own, under the key or in braces: `{by: A. Editor, date: 2026-05-20}`. Where a
  chapter below names a *short form*, a bare text stands for the parts with that one key.
- Quotation marks are needed around a text that begins with a sign such as `[`, `{`, `&`, `*`, `!`, `%` or `"`, that
  holds a colon before a space or a space before `#`, or inside brackets a comma.
- Words of a text are copied letter for letter. What cannot be seen is written as an escape in double quotation marks:
  `"\\u00a0"` is a no-break space, `"\\n"` a line break. `dossier quote` writes them so.
- A file of content has at most 1 MiB, a stored text 2 MiB.
"""

DATES = """\
## Dates

Dates are EDTF, never more exact than the source.

| you write | it means |
| --- | --- |
| `2015-11-12` | that day |
| `2015-11` | some day of that month |
| `2015` | some day of that year |
| `2015-11-13?` | that day, uncertain |
| `2015-11~` | about that month |
| `2015%` | about that year, and uncertain |
| `2014-08-31/2014-09-02` | from the one to the other |
| `2015-10/..` | since then, and still going on |
| `../2015-10` | until then |
| `2015-10/` | since then, its end unknown |

For the order on pages a date counts from its first possible day. Where the builder asks whether an article is older
than an event, `? ~ %` widen its last day by 3 days, 1 month or 1 year, as exact as the date is.
"""

LINKS = """\
## Links in Markdown

| you write | it leads to |
| --- | --- |
| `[the claim](claim:nobody-hurt)` | a record, by kind and id, in your words |
| `[[claim:nobody-hurt]]` | the same, under the record's own name |
| `[[claim:nobody-hurt\\|the claim]]` | the same, in your words |
| `[the report](https://example.org/report)` | a page elsewhere |
| `[write to us](mailto:editor@example.org)` | a mail address |

The kinds are outlet, article, topic, event, entity, claim, comparison, correction and page. A record that does not
exist is an error, and so is any other kind of address.
"""

SEEDS = """\
## How texts are read

A stored text is read as UTF-8 and nothing else is done to it: no guessing of other encodings, no change of line ends,
quotation marks or spaces. A byte order mark, no-break spaces, control characters and characters of no width stay where
they are; those that an eye cannot see are reported once for each text. Nothing in a text is ever markup. Its SHA-256
is on record, so that a changed text is refused with the number of quotes that rest on it.

A quote has to stand in the text letter for letter, once, and begin and end with whole words. If it stands there more
than once, `prefix` or `suffix` tells which is meant. Where it is not found, the check prints the nearest passage and
what differs. A quote may not lie in words that a mark folds away.

Some texts hold the same letters in another form: an accent as a sign of its own, hyphens that only show at a line's
end, signs of no width, ligatures, no-break spaces. Such words match as you type them, in quotes, cues, marks and names
alike, and pages print what stands in the text. Capitals, quotation marks, dashes and the letters themselves have to be
those of the text. Where two signs look alike and are not the same, the message gives their numbers (`U+0430` for
`U+0061`) and the proposed line writes them as escapes.

Words that a mark redacts are taken out first: the text is then read as if its file held `▇` in each of their lines.
Digest, size, paragraphs and all offsets are those of that text, on pages and in the data.
"""

RIGHTS = """\
## Rights

How much of the texts is published is said for the dossier, and may be said otherwise for an article. The default is
`excerpt`. What is not published is in no file of the site: not on a page, not in the search index, not in the data.

An article whose text may not even be kept has no `text`; each quote of it then needs `checked`, and pages say that it
was checked by hand.
"""

PLACES = {"dossier": "content/dossier.yaml", "page": "content/pages/<id>.md"}
"""Where records are written that do not follow the rule `content/<folder>/<id>.yaml`."""
