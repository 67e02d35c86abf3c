"""Codes about the value of a single field."""

TABLE = r"""
unknown-field: A key is not known here
  is Unknown keys are refused, because a misspelt one would be lost in silence. A record has no `note` of its own: what
  is readers see stands in the fields that print, what is a remark for editors under `private`.
  fix Rename or remove it; the content reference lists the keys of every record.
  eg topcs: [floods]

missing-field: A key is missing
  is A record of this kind cannot do without it.
  fix Add it.

id-in-record: A record writes its own id
  is The id is the name of the file.
  fix Remove the line. To change an id rename the file and keep the old id under `former_ids`.

not-a-list: One value stands where a list is expected
  is Even a single entry is written as a list.
  fix Put brackets around it.
  eg topics: floods

not-a-text: A list or mapping stands where one text is expected
  is A text that holds brackets, braces or a colon needs quotation marks.
  fix Write one text, in quotation marks.
  eg title: [Flood]

needs-keys: One value stands where keys and values are expected
  is This field has parts of its own.
  fix Write them as `{key: value}`.

unknown-choice: A word is none of the choices
  is The field takes one word of a fixed list, which is shown.
  fix Choose one of them.
  eg stance: assert

wrong-form: A value does not have the form of its field
  is Language tags, country codes, times, numbers and digests each have a form, which is shown.
  fix Write it so.
  eg country: Israel

too-long: A text is too long
  is Lines may have 2,000 characters, prose 20,000, the thesis of a dossier 240.
  fix Shorten it, or make it a page.

empty-text: A text is empty
  is Nothing, or only signs that no page shows, stands between its quotation marks.
  fix Write a text, or remove the key.

unseen-sign: A name or a title holds a sign that nobody sees
  is Soft hyphens, zero-width spaces, fillers, tags and the like come along when text is copied, or are set to deceive:
  is two names that look alike would be two. What a script needs inside a word and what makes an emoji may stand.
  fix Write it as is shown, without the sign.

bad-value: A value does not fit its field
  is The message says why.
  fix See the content reference.

bad-date: A date cannot be read
  is Dates are EDTF: year, month and day, never more exact than the source. A time of day has a key of its own.
  fix Write `2015-11-12`, `2015-11`, `2015`, `2015?`, `201X` or `2014-08-31/2014-09-02`; where nobody knows `unknown`.
  eg published: 12 November 2015

bad-url: An address may not be linked to
  is Addresses begin with https:// or http://, name a host and hold no user name. Spaces, braces and quotation marks in
  is them are percent-encoded.
  fix Write the address that is shown, or the whole address.
  eg url: https://example.org/a b

bad-boolean: Neither true nor false
  is The field takes `true` or `false` and nothing else.
  fix Write one of the two.
  eg draft: yes

bad-number: No whole number
  is The field takes digits only.
  fix Write the number in digits.

bad-passage: A stretch of text is not marked clearly
  is It is written either with `quote`, or with `start` and `end`; `prefix` and `suffix` belong to `quote`.
  fix Write one of the two ways.

bad-repair: A repair does not say what to read, or reads too much
  is A repair needs `read`, other marks cannot have it. It differs in white space, for `joined` in a hyphen too.
  fix Add, correct or remove `read`.

bad-basis: An origin lacks what its basis needs
  is `stated` needs `cue`, `inferred` needs `note`, `external` needs `source`.
  fix Add it, or correct the basis.

bad-origin: An origin does not say of what
  is It names one article, outlet, entity or event, or says in words `what` it is.
  fix Name one of them.

bad-attribution: It is not clear on whose word something is said
  is `attributed_to` takes the id of a record, a description, or `unstated`.
  fix Write one of the three.

bad-stop: It is not clear where a stop of the tour leads
  is A stop is one record, one page that the builder makes, or the words of one article on a claim that quotes it.
  fix Name one; where two stand, make two stops of them.
  eg tour: [{claim: nobody-hurt, event: river-reaches-old-town}]

bad-stance: A stance lacks what it needs
  is `attributes` needs `attributed_to`; `contradicts` is your finding and needs a `note`.
  fix Add it, or choose another stance.

bad-scale: A judgement mixes two scales
  is Letters A to F and numbers 1 to 6 belong to the scale `admiralty`; `rating` belongs to an outside scale.
  fix Name the outside scale, or move the rating.

bad-source: A judgement's source is neither a letter nor a publisher
  is Ours have a letter A to F; an outside judgement names who published it.
  fix Write one of them.

bad-quoted-from: Where quoted words are from is not said
  is Words are from one article, or from outside; from outside they need who published them, and when.
  fix Write `from: {article: …}`, or `from: {publisher: …, date: …}` with `what` and `url` as far as they are known.
  eg quoted: [{exact: we will come, from: {publisher: Reuters}}]
"""
