"""Codes about records that name each other."""

TABLE = r"""
unknown-id: A record does not exist
  is The id leads to no file of the kind that is meant. The nearest ids are shown.
  fix Correct the id, or add the record.
  eg topics: [flods]

wrong-kind: The id belongs to a record of another kind
  is An article cannot be published by an entity, even where a record of that name exists.
  fix Write the id of a record of the right kind.

ambiguous-id: An id belongs to two records
  is An entity and an outlet share it.
  fix Say which one is meant.
  eg attributed_to: {outlet: reuters}

refers-to-draft: A published record leads to a draft
  is The draft will not be published, and the link would lead nowhere.
  fix Publish the draft too, or make this record a draft.

listed-twice: A list names one record twice
  is Lists of records count each once.
  fix Remove one of the two.

bad-former-id: A former id could never have been one
  is Former ids are written as the file was called, without `.yaml`.
  fix Correct or remove it.

former-id-in-use: A former id leads to two records
  is It is the id of a record that exists, or of two records in the past.
  fix Remove it from one of them.

address-taken: Two pages would have one address
  is A long page cannot be called like a page the site already has, such as `timeline`, `search` or `404`.
  fix Rename the file; keep the old id under `former_ids` if it was published.
  eg content/pages/timeline.md

not-unique: Two records share a short name or number
  is A siglum or number must tell one record from all others of its kind.
  fix Give each its own.

same-address: Two articles have one address
  is An address leads to one page. Scheme, a slash at the end and what stands after `#` make no other page.
  fix Write each article's own address. If one page held both texts, acknowledge the warning.

sigla-alike: Two sigla differ in capitals alone
  is Readers take `MP` and `mp` for one text, and some systems for one word.
  fix Give each its own letters, or acknowledge the warning.

mixed-scripts: A word of a name, a title or a host mixes letters of several scripts
  is Letters of Latin, Cyrillic, Greek, Armenian and Cherokee share shapes: a reader cannot tell `аpple` from `apple`.
  fix Write it in the letters of one script, or acknowledge the warning where it is so written.

looks-alike: Two names, ids or hosts look alike
  is They differ in letters of one shape, such as `l`, `I` and `1`. One may be a mistake, or pose as the other.
  fix Mend the one that is wrong, or acknowledge the warning where both are right.

claim-twice: Two claims say the same
  is Their statements differ in capitals and punctuation at most. Readers would find the evidence in two places, and
  is neither count would be right.
  fix Make one claim of the two, with the id of the other under `former_ids`; or say in what they differ.

origin-cycle: The origins of an article lead back to itself
  is An article cannot rest on itself, neither directly nor by way of others.
  fix Check who came first, and remove one step.

unknown-position: The claim has no such position
  is Appearances and judgements take positions that the claim lists under `positions`.
  fix Correct the position, or add it to the claim.

dated-later: A date lies after the dossier's clock
  is What somebody signed, or published, cannot be later than `as_of` in `content/dossier.yaml`.
  fix Correct the date, or set `as_of` to the day of this edition.

dated-ahead: A date has not come yet
  is Without `as_of` it is held against the day of the check; an event, and `as_of` itself, may lie five years ahead.
  fix Correct the date. A plan for a later year is answered under `acknowledge`.
  eg published: 2105-11-12

appearance-twice: An appearance is written twice
  is The same words of the same article stand there with the same stance.
  fix Remove one of the two.

unused-acknowledgement: An acknowledgement answers nothing
  is The record has no warning of that code any more.
  fix Remove it.

refers-to-withdrawn: A record rests on one that was withdrawn
  is What was withdrawn no longer stands, so nothing can be built on it. Links in texts may stay: they lead to the page
  is that tells of the withdrawal.
  fix Remove the reference, and what rests on it.

not-withdrawn: A withdrawn record is still there
  is A withdrawal says that a record was taken away; its page then says so. As long as the file is there, it was not.
  fix Remove the file, or write another kind of correction.
  eg {kind: withdrawal, about: claim:nobody-hurt}

withdrawal-like-another: A withdrawal may mean another record
  is The record it names has no file, as it should be; but another one of nearly the same name has.
  fix Correct `about`, or acknowledge the warning.

bad-withdrawal: A correction says what only a withdrawal can
  is `title` and `withhold` tell what is left of a record that was taken away.
  fix Write `kind: withdrawal`, or take the key out.
"""
