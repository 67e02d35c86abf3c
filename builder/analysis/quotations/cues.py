"""The forms in which a text says who speaks: "…, X said", "said X", "according to X", "X said: …"."""

from __future__ import annotations

import re

_VERBS = """
accused accuses accusing acknowledged acknowledges added adding adds admits admitted agreed agrees alleged alleges
announced announces announcing argued argues arguing asked asks asserted asserts blasted boasted branded branding
called calling calls cautioned characterized charged chanted claimed claiming claims commented complained conceded
concluded concludes confirmed confirms continued continues countered criticized declared declares declaring
denied denies described describes describing dismissed dismissing dubbed emphasized explained explains
insisted insists joked labeled labelled lamented mocked noted notes noting observed pledged posted praised predicted
promised put quipped quoted quoting reads read recalled referred reiterated remarked replied replies reported reports
responded responds said say saying says shouted slammed stated states stating stressed suggested suggests
tell telling tells testified threatened threatens told touted tweeted tweets urged urges vowed vowing vows
warned warning warns wrote write writes writing yelled
""".split()
CUE = rf"(?:{'|'.join(_VERBS)})"
"""A word that reports speech; what follows it in a form has to end the word, so their order tells nothing."""

_WORD = r"[A-Z][\w'\u2019-]*\.?"
_PROPER = rf"(?:{_WORD}(?:\s+(?:(?:of|for|de|der|den|al|bin|van|von|the|&)\s+){{0,2}}{_WORD})*)"
_ROLE = (
    r"(?:(?:the|a|an|one|another|his|her|their|its|this)\s+(?:[\w'\u2019-]+\s+){0,5}?[\w'\u2019-]+"
    r"|officials|they|he|she|it|who|i|we)"
)
_SPEAKER = rf"(?P<speaker>{_PROPER}|(?i:{_ROLE}))"
_ASIDE = r"(?:,[^,.\"\u201c\u201d]{2,90},)?"
_ADVERBS = r"(?:(?:also|later|then|once|has|have|had|who|reportedly|recently|repeatedly|[a-z]+ly)\s+){0,2}"
_CUE = rf"(?P<cue>{CUE})"
_ACCORDING = r"(?P<cue>(?i:according to))"

AFTER = (
    re.compile(rf"[\s,]*{_CUE}\s+(?P<speaker>{_PROPER}(?:\s+{_PROPER})*|(?i:{_ROLE}))"),
    re.compile(rf"[\s,]*{_SPEAKER}{_ASIDE}\s+{_ADVERBS}{_CUE}\b"),
    re.compile(rf"[\s,]*{_ACCORDING}\s+{_SPEAKER}"),
)
"""Forms that follow a quotation, tried in this order at its end."""

BEFORE = (
    re.compile(rf"{_SPEAKER}{_ASIDE}\s+{_ADVERBS}{_CUE}\b[^\"\u201c\u201d.!?]{{0,60}}$"),
    re.compile(rf"{_ACCORDING}\s+{_SPEAKER}[^\"\u201c\u201d.!?]{{0,40}}$"),
)
"""Forms that lead to a quotation, searched for in the words before it."""

HAS_CUE = re.compile(rf"(?i:\b(?:{CUE}|according to)\b)")
"""Whether any such word stands in a text."""

OPENERS = frozenset(
    """The A An In On At But And As When After Before For While If That This What So Yet Now Then Still Also Although
    Though By With Under From Of To Like Unlike""".split()
)
"""Words whose capital comes from the sentence they open."""

PREPOSITIONS = frozenset("At By For From In Like Of On To Under Unlike With".split())
"""A name after one of these is no subject."""

PRONOUNS = frozenset("he she they it who i we his her their its".split())
"""Words that stand for a speaker without a name."""
