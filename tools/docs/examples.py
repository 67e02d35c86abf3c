"""An example of every kind of record. Together with the texts of the tutorial they are one dossier that builds."""

from __future__ import annotations

from collections.abc import Mapping

RECORDS: Mapping[str, str] = {
    "dossier": """\
# content/dossier.yaml
title: The flood of May
subtitle: Two reports, read side by side
description: What two newsrooms reported on the first two days, and where their numbers part.
language: en
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
editors: [A. Editor]
contact: editor@example.org
as_of: 2026-06-01
publish: excerpt
featured: [people-left-their-homes]
tour:
  - {claim: people-left-their-homes, says: "One evening and one morning, and two numbers."}
  - {built: timeline}
""",
    "outlet": """\
# content/outlets/morning-post.yaml
name: The Morning Post
kind: newspaper
country: GB
language: en
url: https://morning-post.example/
assessments:
  - {source: F, by: A. Editor, date: 2026-05-20, review: 2027-05-20, basis: One text seen; no ground for a grade.}
  - scale: press-council
    rating: Two complaints upheld since 2020
    source: {publisher: Press Council, url: "https://press-council.example/cases", date: 2026-01}
    by: Press Council
    date: 2026-01
    basis: Its register of complaints.
response: {text: We stand by the number of that evening., date: 2026-05-25, by: The editor of the Morning Post}
""",
    "article": """\
# content/articles/flood-second-report.yaml
title: Hundreds leave their homes
headline: Hundreds leave their homes
outlet: radio-valley
siglum: RV
published: {edtf: 2026-05-13, time: "09:30", basis: external, source: {publisher: Radio Valley}, note: Page itself}
text:
  file: seeds/flood-second-report.txt
  sha256: 6f506fc05af2615d093c95c4704779a7a09bf1d1727132982b38e98f7a0a1606
language: en
url: https://radio-valley.example/flood
archives: [{url: "https://archive.example/flood", date: 2026-05-14}]
publish: full
topics: [flood-of-may]
events: [river-reaches-old-town]
origins:
  - relation: reports
    of: {entity: fire-service}
    cue: the fire service said on Wednesday
    covers: {start: More than 500 people, end: said on Wednesday}
  - relation: reports
    of: {article: flood-first-report}
    cue: The Morning Post had reported about 300
marks:
  - {kind: remark, quote: taken to hospital, note: The text does not say why., by: A. Editor}
summary: A number from the fire service, higher than that of the evening before.
""",
    "topic": """\
# content/topics/flood-of-may.yaml
name: The flood of May
description: The flood of 12 May 2026 in the old town.
""",
    "event": """\
# content/events/river-reaches-old-town.yaml
number: e01
title: The river reaches the old town
date:
  edtf: 2026-05-12
  cue: {article: flood-first-report, quote: on Tuesday}
  anchor: 2026-05-12
  basis: inferred
  note: 12 May 2026 was a Tuesday.
topics: [flood-of-may]
entities: [fire-service]
sources: [{publisher: River Authority, title: Gauge readings, date: 2026-05-12}]
""",
    "entity": """\
# content/entities/fire-service.yaml
name: Fire service
kind: organisation
aliases: [firefighters, {text: FS, case: exact, only: [flood-second-report]}]
description: The fire service of the town.
same_as: ["https://example.org/fire-service"]
""",
    "claim": """\
# content/claims/people-left-their-homes.yaml
number: c01
statement: How many people left their homes
kind: number
topics: [flood-of-may]
event: river-reaches-old-town
positions:
  about-300: about 300
  more-than-500: more than 500
coded: {by: A. Editor, date: 2026-05-20, articles: [flood-first-report, flood-second-report]}
decided:
  - {article: flood-first-report, by: A. Editor, date: 2026-05-23, why: The mayor is named behind it.}
reading: conflict
disagreement: [number]
appearances:
  - article: flood-first-report
    position: about-300
    stance: attributes
    attributed_to: {described: the mayor}
    quote: About 300 people had to leave their homes
  - article: flood-second-report
    position: more-than-500
    stance: attributes
    attributed_to: fire-service
    quote: More than 500 people left their homes
assessments:
  - {credibility: 3, position: more-than-500, by: A. Editor, date: 2026-05-20, basis: The later count had more time.}
known_today:
  - {date: 2026-05-28, text: The town counted 540., by: A. Editor, source: {publisher: Town council, date: 2026-05-28}}
explanation: A day lies between the two numbers, and the offices that gave them differ.
""",
    "coding": """\
# content/codings/ben-ray.yaml
by: Ben Ray
date: 2026-05-22
description: Read in one go, without the first reading at hand.
readings:
  - {claim: people-left-their-homes, article: flood-first-report, stance: asserts}
  - {claim: people-left-their-homes, article: flood-second-report, stance: attributes}
""",
    "comparison": """\
# content/comparisons/first-numbers.yaml
title: The first numbers
question: How many people had to leave?
articles: [flood-first-report, flood-second-report]
claims: [people-left-their-homes]
topics: [flood-of-may]
commentary: Two offices, a day apart. See [[claim:people-left-their-homes|the claim]].
""",
    "correction": """\
# content/corrections/2026-05-21-second-number.yaml
date: 2026-05-21
kind: correction
about: claim:people-left-their-homes
was: The second number was given as 50.
now: The second number is 500, as the text has it.
reason: A slip in typing.
by: A. Editor
""",
    "page": """\
<!-- content/pages/about.md -->
---
title: About this dossier
description: Why these two reports.
order: 1
---

Two reports on the flood of May.
""",
}
"""By kind. The first line names the file; in Markdown it is no part of it."""
