"""Codes about what the builder computes: readings, independence, judgements, signatures."""

TABLE = r"""
forbidden-reading: The appearances do not allow this reading
  is One article can only be `one-article`; with `disputes` or `contradicts` it is a `conflict`; and so on.
  fix Write a reading that is possible, or leave it out where there is only one.
  eg reading: agree

missing-reading: A claim needs a reading
  is Several readings are possible, and only an editor can say which one holds.
  fix Write one of those that are shown.

bad-disagreement: Reading and disagreement do not go together
  is `variant`, `differ` and `conflict` say in what the texts disagree; the other readings have nothing to say there.
  fix Add or remove `disagreement`.

missing-position: An appearance takes no position
  is The claim has positions, and the article says so without one of them.
  fix Add the position.

unused-position: No appearance takes a position
  is A position that no article takes is not part of the comparison.
  fix Remove it, or add the appearance.

bad-independence: A finding of independence joins too little
  is It joins two or more articles that appear in the claim.
  fix Name articles that appear.

chains-meet: Articles that rest on one origin are called independent
  is Their chains of origins meet at a record that is named.
  fix Remove the finding, or correct the origins.

unfounded-confirmation: Credibility 1 without independent sources
  is "Confirmed by independent sources" needs a record of that independence.
  fix Add an `independence` record, or write 2.

one-named-origin: Several articles name a single origin
  is They count as several articles and as one source.
  fix Look for another origin, or acknowledge it.

misplaced-grade: A grade judges the wrong thing
  is Letters A to F judge outlets and articles, numbers 1 to 6 judge claims; only claims have positions.
  fix Move the grade.

assessment-without-source: An outside judgement has no source
  is Somebody else's rating stands beside ours with its publisher and date.
  fix Add `source`.

review-passed: A review date has passed
  is The judgement was to be looked at again by then.
  fix Look at it again and date it anew.

not-coded: Nobody signed which articles were read
  is Without `coded` no article can be called silent on the claim.
  fix Add who read which articles, and when.

appearance-not-coded: An article appears and was not read
  is Its appearance shows that it was read for the claim.
  fix Add it to `coded.articles`.

reading-twice: A second reader judges one place twice
  is A coding has one word for each article and claim.
  fix Remove one of the two.

reading-of-own: Somebody reads a second time what they read first
  is Nobody agrees or disagrees with themselves, so such readings are not compared and not counted.
  fix Remove them, or correct `by` of the coding or of the claim's `coded`.

reading-not-coded: A second reading has no first
  is The claim does not sign for the article under `coded`, or the article is older than the claim's event. There is
  is nothing to compare it with.
  fix Add the article to `coded.articles` of the claim, or remove the reading.

dissent-undecided: Two readers chose other words, and nobody has decided
  is A second reader's word is not among the stances that the claim has for the article, or one of the two says that it
  is is silent. Readers are shown both words.
  fix Look again together. Change the stance, or add under the claim's `decided` who decided, and why.
  eg decided: [{article: flood-first-report, by: A. Editor, date: 2026-05-21, why: The mayor is quoted}]

decided-no-dissent: What was decided was read in one way
  is No second reading has another word for this article than the claim has.
  fix Remove the entry, or correct its `article` or `coding`.

unsigned-finding: Nobody signs what the editors find
  is A line of the editors under a reading is printed with a name and a date: its own, or those of `coded`.
  fix Add `by` and `date` to the finding, or `coded` to the claim.
  eg finding: {says: Both count the same group, by: A. Editor}

appearance-before-event: An article reports an event before it happens
  is It was published before the claim's event.
  fix Check the two dates, or the claim's event.

circular-record: A record would belong to itself
  is Following `broader`, `part_of` or `owner` leads back to the record.
  fix Remove one step of the circle, which is shown.

shared-name: One name means two entities
  is Names in texts would be counted for both.
  fix Say with `only` in which articles it means which, or merge the entities.

too-many-names: Names of entities mean too many places of a text
  is Each place where a name may begin is looked at. Names of one letter, or of common words, mean very many.
  fix Give entities names and aliases of more than a letter or a common word.

many-copies: Very many long texts share very much
  is Every two texts that share words are held against each other. Of very many long ones those that stand furthest
  is apart in time are not, and nothing is said of what they share.
  fix Keep one of texts that are nearly the same, or acknowledge it in `content/dossier.yaml`.

many-figures: A text holds very many numbers
  is Of one text 12,000 numbers and days are read; a longer table keeps its words, and its quotes are checked.
  fix Give each of its parts a text of its own, or acknowledge it.

many-quotations: Texts hold very many quotations
  is The first 200 of a text are held against those of other texts, each against each. Where those of texts that are
  is compared together have very many words in common, those with fewest are not compared.
  fix Give each of its parts a text of its own, compare fewer texts, or acknowledge it.

no-archived-link: Addresses have no lasting copy
  is Pages disappear. It is told once, with the number of articles.
  fix Add copies under `archives`, or answer it once for all under `acknowledge` in `content/dossier.yaml`.

small-comparison: A comparison has one article
  is Two or more are needed.
  fix Add an article.

claim-not-in-quotes: A claim says more than its quotes
  is A number or a name of the statement, or of an answer, stands in none of the sentences that are quoted for it. Dates
  is and years are passed over; other forms of a name, adjectives of a place, a number in words, the event and the
  is speakers count.
  fix Quote the words that have it, change the statement, or acknowledge the warning with a reason.
  eg statement: 300 people left the old town
"""
