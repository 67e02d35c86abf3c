"""Codes about stored texts, quotes and marks."""

TABLE = r"""
seed-changed: A stored text is not the one on record
  is Its SHA-256 differs from the one in the article, and every quote rests on the text as it was.
  fix Bring the recorded text back. If the new one is right, record its SHA-256 and check the quotes.

seed-line-ends: Only the line ends of a stored text differ
  is Git has changed them in this checkout (CRLF for LF, or the reverse). The text on record is used.
  fix Write the line `seeds/** -text` into `.gitattributes` and check the texts out again. Keep the SHA-256 on record.

seed-not-pinned: A stored text has no SHA-256 on record
  is A change of the text would go unseen.
  fix Add the line that is shown.

custody-broken: The custody of a text does not lead to the stored text
  is The last digest on record is not that of the stored text, or a step stands before one that came later.
  fix Add the step that is missing, or put the steps in their order. An unexplained change is worth a correction.

seed-shared: Two articles have one stored text
  is Each published text has its own file, or two files hold the same words.
  fix Store the second text, or drop one of the records; if both published these words, acknowledge the warning.

seed-misread: A stored text was once read in a wrong encoding
  is Pairs of signs stand in it that no language writes, such as `â€™` for `’`: UTF-8 was read as an older encoding.
  fix Take the text from its source again, save it as UTF-8, and record the new SHA-256.

seed-not-plain: A stored text is no plain text
  is The file is rich text, a web page, a PDF or a document, and what programs write among the words would be printed.
  fix Open it in its program, save it as plain text (UTF-8), and record the new SHA-256.

seed-codes: Codes stand for signs in a stored text
  is Names such as `&#8217;`, codes of mail such as `=E2=80=99`, or `\u2019` stand where the reader saw a sign.
  fix Take the text from its source again, or write the signs; then record the new SHA-256.

seed-twice: A stored text holds its words twice
  is Nearly all of it stands in the file a second time, so every quote has two places.
  fix Keep one of the two, then record the new SHA-256.

seed-unused: A file in `seeds/` is no article's text
  is No article names it, so readers never see it.
  fix Name it under `text` of an article, or move it out of `seeds/`. Where it is kept on purpose, acknowledge it in
  fix `content/dossier.yaml`.

seed-empty: A stored text holds no words
  is The file is empty or white space.
  fix Store the text, or remove `text`.

seed-overfull: A stored text holds more of one thing than a text of its size does
  is Lines and quotation marks are each compared and printed, so their number in one text is bounded.
  fix Store the article's own words and nothing else, or give each of its parts a text of its own.

seed-odd-characters: A stored text holds characters that an eye cannot see
  is They are kept, and shown as signs: controls, soft hyphens, zero-width and bidirectional characters, fillers, tags,
  is selectors, lone surrogates. What a script needs where it stands, and what makes an emoji, is not told.
  fix Nothing, if the text was received so; acknowledge the warning.

quote-not-found: Words do not stand in the text
  is Quotes are letter for letter. The nearest passage and what differs are shown.
  fix Copy the words from the stored text; `dossier quote` prints them ready to paste.
  eg quote: the rivers will run with bloods

quote-not-unique: Words stand in the text several times
  is It must be clear which place is meant.
  fix Add `prefix` or `suffix`, words right before or after, or quote more.

too-many-places: The quotes of a text mean too many places of it
  is Each place where the letters of a quote stand is looked at. Short quotes of a long text mean very many.
  fix Quote longer words, or store the parts of the text as texts of their own.

context-not-found: `prefix` or `suffix` do not stand beside the quote
  is The quote itself was found; what stands beside it is shown.
  fix Copy the words right before or right after.

quote-cuts-word: A quote begins or ends inside a word
  is Quotes hold whole words and whole figures, without white space at either end.
  fix Take the whole word in; the whole words are shown.

quote-in-fold: Evidence stands in furniture of the page
  is The words meet a stretch that a mark folds away, so readers would not find them in the article.
  fix Quote the article itself, or correct the mark.

quote-not-checked: Nothing can verify a quote
  is The article's text is not stored, and nobody signed that the words were compared by hand.
  fix Add who compared them, and when.
  eg checked: {by: A. Editor, date: 2026-11-22}

quote-cuts-negation: A negation stands in the sentence outside the quote
  is The quote alone may say the opposite of its sentence. Pages print the whole sentence.
  fix Quote the negation too, or acknowledge the warning with a reason.

cue-needs-article: Words of a text without an article
  is A cue in an event's date has to name the article in which it stands.
  fix Name the article.
  eg cue: {article: jpost-video-very-soon, quote: October 31}

hedge-not-found: Softening words do not stand in the sentence
  is `hedge` holds words of the quote or of its sentence, letter for letter.
  fix Copy them from the sentence.

stress-not-found: Words to mark do not stand in the quote
  is `stress` holds whole words of the quote, letter for letter; they are marked where it faces another quote.
  fix Copy them from the quote; the nearest words of it are shown.
  eg stress: [first times]

mark-without-text: An article has marks and no stored text
  is Marks label stretches of a stored text, and there is none.
  fix Store the text, or remove the marks.

marks-overlap: Two marks cover the same words
  is The clean view would not know which one to follow.
  fix Shorten one, or split it.

bad-redaction: A redaction is not signed
  is A mark of kind `redact` says in `reason` why words are withheld, `by` whom and since which `date`; readers see it.
  fix Add what is missing. Marks of other kinds say why in `note`.
  eg {kind: redact, quote: Anna B., reason: A child, by: The editors, date: 2026-05-14}

quote-in-redaction: Words are quoted that are withheld
  is What readers cannot see supports nothing.
  fix Quote other words of the article.

redacted-words: Redacted words stand somewhere else
  is The same words, however they are written, or another name of whom they name, stand in a field that is published, in
  is the name of a file or in the text of another article. The message gives the place and never the words.
  is Of a long redaction any eight words in a row count; a word of two letters or a number of three digits does not.
  fix Write the field without them, or redact them in that text too. Where they mean something else there, let the
  fix redaction cover more of its sentence, so that it cannot be mistaken.

redacted-remnant: A single name out of redacted words stands alone
  is Half of a name may tell whose it is. Words with a capital are looked for in short redactions, unless a record of
  is the dossier has them for its name. The places are given, the words are not.
  fix Redact it there too. Where it means somebody or something else, acknowledge the warning in the article.

redaction-in-repository: Redacted words still stand in the repository
  is They reach no file of the site. But the stored text and the mark hold them, and so does the history of both once
  is they are committed. This is told once for a dossier.
  fix Before the text is committed write ▇ for the words in it, `quote: ▇` in the mark and the new SHA-256 in the
  fix article. Or acknowledge the warning in `content/dossier.yaml`, if nobody else may read the repository.

unverified-quotation: Words in quotation marks stand in no text
  is What editors print between quotation marks is evidence. It stands in a stored text: whole words, letter for
  is letter but for the first letter's case, shapes of marks and closing punctuation; `[…]`, `…` and `[my words]` are
  is allowed. Names, titles and the dossier's own terms may stand there too.
  fix Copy the words from the nearest passage, which is shown. Words from elsewhere are declared under `quoted`.
  fix Marks that only keep a distance are written as emphasis, `*so-called*`.
  eg summary: The mayor called it “an act of God”.

unpaired-quotation-mark: A quotation mark has no partner
  is What is quoted has a beginning and an end in its paragraph; a longer quotation opens anew in the next one. It is
  is an error where words follow that nobody could check, else a warning.
  fix Write the other mark, or take this one out. Inches are written ″, an apostrophe ’.

quotation-elsewhere: A sentence names one text and quotes another
  is The sentence speaks of one text or outlet, and the quoted words stand in another one only.
  fix Name the text that has the words, quote what the other says, or acknowledge the warning with a reason.

quoted-unused: Declared words that nothing quotes
  is An entry of `quoted` gives the source of words that no text of the record has between quotation marks.
  fix Take the entry out, or write its words as the text quotes them.

bad-versions: The versions of a text do not fit together
  is Each state of a text has a file of its own, and `text` is the newest of them: readers see that one, and evidence
  is stands in it.
  fix Leave `text` out, or write the file of the newest version.
  eg versions: [{captured: 2026-05-13, file: seeds/a-1.txt}, {captured: 2026-05-14, file: seeds/a-2.txt}]
"""
