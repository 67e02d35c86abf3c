"""Codes about how YAML and Markdown are written."""

TABLE = r"""
yaml-syntax: The file cannot be read as YAML
  is Reading stopped at the place that is shown.
  fix Check quotation marks, brackets, colons and indentation there and on the line before.

tab-indent: A line is indented with a tab
  is YAML knows spaces only at the head of a line.
  fix Replace the tab by spaces; most editors can do it for the whole file.

odd-space: A space that is none
  is A no-break space, or another sign that looks like a space, stands where YAML needs a plain one.
  fix Delete it and press the space bar. Such signs come along when text is copied from a web page.

missing-dash: An entry of a list lacks its dash
  is Entries of a list begin with a dash and a space, all in one column.
  fix Write `- ` before the entry.

merge-conflict: Two versions of a file stand in it
  is The files were merged and the lines `<<<<<<<`, `=======` and `>>>>>>>` still part the two versions.
  fix Keep the lines of one version and take out those three.

missing-colon: A key lacks its colon, or the space after it
  is A key is followed by a colon and a space.
  fix Write `key: value`.
  eg outlet jerusalem-post

unclear-line: A line begins with no key
  is It is neither `key: value` nor an entry of a list nor a remark: the rest of the line before, a remark of another
  is language, or a sign of Markdown.
  fix Write a text on one line, between quotation marks where it needs them; begin a remark with `#`.
  eg title: Flood in the valley
  eg and what came of it

curly-marks: Curly quotation marks stand around a whole value
  is Only the straight marks `"` and `'` hold a text together; curly ones are a part of it, and would be printed.
  fix Write straight marks, or none. Where a name is written in curly marks, acknowledge the warning.
  eg published: “2015-11-12”

markup-in-line: Marks of Markdown or HTML that no page renders
  is A title, a name and other texts of one line are printed as they are. Longer texts are Markdown, without HTML.
  fix Write the text that is shown, or acknowledge the warning where the marks belong to it.
  eg name: The **old** bridge

unclosed-quote: A quotation mark is not closed
  is The place of the opening mark is shown; what followed was read as part of the text.
  fix Close the text with the same mark.
  eg title: "Flood in the valley

quote-the-text: A text needs quotation marks
  is It holds a colon and a space, goes on after a closing mark, or begins with a sign that YAML reads otherwise.
  fix Put quotation marks around the whole text.
  eg title: Flood: the facts

unclosed-bracket: A bracket is not closed
  is A list or mapping on one line ends without its bracket, or a comma is missing.
  fix Close it, or write one value per line.
  eg topics: [floods, storms

bad-escape: A backslash begins no character
  is Between double quotation marks a backslash writes special characters, such as `\u00a0`.
  fix Double the backslash, or use single quotation marks.
  eg title: "C:\docs"

bad-indent: A line stands too far in or out
  is Keys of one record begin in one column, and what belongs to a key stands further in.
  fix Align the line with its neighbours.

forbidden-character: A character may not stand in a file of content
  is Control characters and other signs that no editor shows can hide what a file says.
  fix Take it out; in a quote write it as an escape between double quotation marks.

empty-file: A file holds nothing
  is The record has no values.
  fix Write the record, or remove the file.

not-a-mapping: A record is not written as keys and values
  is The file holds a bare text or a list.
  fix Begin each line with a key.

several-documents: A file holds several documents
  is A line `---` begins another one.
  fix Write one record per file.

too-deep: Values stand too deep inside each other
  is 32 levels are the limit.
  fix Check brackets and indentation.

too-many-values: A file holds too many values
  is 100,000 are the limit.
  fix Split the record.

too-many-mistakes: A file has too many mistakes
  is After 100 the reader stops.
  fix Mend those that are told first.

duplicate-key: A key stands twice in one mapping
  is YAML would silently keep the last one.
  fix Keep one of the two; both places are shown.

merge-key: `<<` merges mappings
  is Content is written out, so that every reader sees what a record says.
  fix Write the keys themselves.

forbidden-key: A key is a word that programs read as true or false
  is `on off yes no y n` cannot be keys.
  fix Use another word.
  eg positions: {yes: It was a bomb}

bad-key: A key is no text
  is A key is missing before its colon, or is a list or mapping.
  fix Write `key: value`.

empty-value: A key has no value, or a word that says so
  is An empty value is not the same as no value. `null`, `~`, `None`, `-` and their like are words here, and a
  is page would print them. In words copied from a text (`quote`, `prefix`, `suffix`, `hedge`, `cue`, `read`) they stay.
  fix Write a value, or remove the key. Where the word itself is meant, put it in quotation marks.
  eg byline: null

yaml-tag: A type tag stands before a value
  is Values are text; the field decides what they mean.
  fix Remove it, or quote the text if it begins with `!`.
  eg published: !!str 2015

yaml-anchor: A value is named for repetition
  is Content is written out.
  fix Remove the name, or quote the text if it begins with `&`.

yaml-alias: A value repeats another
  is Content is written out.
  fix Write the value itself, or quote the text if it begins with `*`.

lost-to-comment: A comment cuts a text short
  is From ` #` on, a line is a comment. Where a letter or a digit follows at once, it most likely belongs to the text;
  is in a date or an id it cannot, and is told as a warning.
  fix Quote the text, or put a space after `#` where a comment is meant.
  eg title: Flood is #1 in the news

no-front-matter: A page has no front matter
  is A page begins with a line `---`, its keys, and another line `---`.
  fix Add them with at least a title.

prose-too-nested: Too many brackets are open at once
  is 32 are the limit, because such texts keep a parser busy for seconds.
  fix Close the brackets, or write `\[` for a bracket as it is.

bad-link: A link in prose cannot stand on a page
  is Allowed are https, http and mailto addresses, relative links to files of the site, and records such as
  is `claim:first-personal-threat`.
  fix Write one of these.
  eg summary: "[more](javascript:alert(1))"

prose-image: An image in prose
  is Pages print no images: a `!` and a link would stand there.
  fix Take the `!` out to link to it, or say in words what it shows.
  eg summary: "![The bridge](https://example.org/bridge.jpg)"

dead-link: A relative link leads nowhere
  is It begins at the page of its own record, `claims/nobody-hurt.html`, and there is no such page, document or file of
  is `static/`. Records are linked by kind and id, wherever the words are printed.
  fix Write the link that is shown, such as `claim:nobody-hurt`.
  eg summary: "[more](claims/nobody-hurt.html)"
"""
