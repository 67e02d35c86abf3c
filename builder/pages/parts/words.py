"""The words that readers see for closed choices: stances, marks, grades, bases.

They are marked for the catalogue, and said where they are printed: `say(STANCE_WORDS[stance])`.
"""

from __future__ import annotations

from builder.model.claim import ClaimKind, DisagreementKind, Reading, Stance
from builder.model.dates import DateBasis
from builder.model.entity import EntityKind
from builder.model.marks import MarkKind
from builder.model.outlet import OutletKind
from builder.wording import marked

STANCE_WORDS: dict[str, str] = {
    Stance.ASSERTS: marked("asserts"),
    Stance.ATTRIBUTES: marked("attributes"),
    Stance.IMPLIES: marked("implies"),
    Stance.DOUBTS: marked("doubts"),
    Stance.DISPUTES: marked("disputes"),
    Stance.CONTRADICTS: marked("contradicts"),
    Stance.MENTIONS: marked("mentions"),
    "silent": marked("silent"),
    "not-applicable": marked("not applicable"),
    "not-read": marked("not read for this claim"),
}

STANCE_MEANINGS: dict[str, str] = {
    Stance.ASSERTS: marked("says so in its own voice"),
    Stance.ATTRIBUTES: marked("says that somebody says so"),
    Stance.IMPLIES: marked("says something that holds only if it is so"),
    Stance.DOUBTS: marked("says that it may not be so"),
    Stance.DISPUTES: marked("argues that it is not so, itself or on the word that stands beside it"),
    Stance.CONTRADICTS: marked("says what cannot hold together with it; the editors’ finding"),
    Stance.MENTIONS: marked("speaks of the matter and takes no side; never counted"),
    "silent": marked("was read for this claim and says nothing of it"),
    "not-applicable": marked("was published before the event"),
    "not-read": marked("was not read for this claim, so its silence says nothing"),
}

READING_WORDS: dict[str, str] = {
    Reading.CONFLICT: marked("Conflict"),
    Reading.DIFFER: marked("Differ"),
    Reading.COMPATIBLE: marked("Compatible"),
    Reading.VARIANT: marked("Variant"),
    Reading.AGREE: marked("Agree"),
    Reading.ONE_ARTICLE: marked("One article"),
}

READING_MEANINGS: dict[str, str] = {
    Reading.CONFLICT: marked("a text speaks against it, or the editors read the answers as opposed"),
    Reading.DIFFER: marked("the editors read the answers as different, and not as opposed"),
    Reading.COMPATIBLE: marked("the editors read the answers as different details that fit together"),
    Reading.VARIANT: marked("the editors read the answers as one, in other words, spelling or translation"),
    Reading.AGREE: marked("several texts take a side, and none speaks against it; that is not confirmation"),
    Reading.ONE_ARTICLE: marked("one text alone takes a side"),
}

DISAGREEMENT_WORDS: dict[str, str] = {
    DisagreementKind.NUMBER: marked("number"),
    DisagreementKind.POPULATION: marked("population"),
    DisagreementKind.DATE: marked("date"),
    DisagreementKind.CHRONOLOGY: marked("chronology"),
    DisagreementKind.ATTRIBUTION: marked("attribution"),
    DisagreementKind.CERTAINTY: marked("certainty"),
    DisagreementKind.TARGET: marked("target"),
    DisagreementKind.CAUSE: marked("cause"),
    DisagreementKind.MOTIVE: marked("motive"),
    DisagreementKind.EFFECT: marked("effect"),
    DisagreementKind.PRIORITY: marked("priority"),
    DisagreementKind.STANDPOINT: marked("standpoint"),
    DisagreementKind.WORDING: marked("wording"),
    DisagreementKind.SPELLING: marked("spelling"),
    DisagreementKind.PREDICTION: marked("prediction"),
}
CLAIM_KIND_SENTENCES: dict[str, str] = {
    ClaimKind.EVENT: marked("About what happened."),
    ClaimKind.QUOTATION: marked("About words that were said."),
    ClaimKind.DETAIL: marked("About a detail."),
    ClaimKind.VERIFICATION: marked("About what was verified."),
    ClaimKind.CHRONOLOGY: marked("About what came before what."),
    ClaimKind.SUPERLATIVE: marked("About what is first, most or alone of its sort."),
    ClaimKind.CAUSE: marked("About a cause."),
    ClaimKind.NUMBER: marked("About a number."),
    ClaimKind.RESPONSIBILITY: marked("About who did it."),
    ClaimKind.STANDPOINT: marked("About where somebody stands."),
    ClaimKind.NAME: marked("About a name."),
    ClaimKind.CHARACTERISATION: marked("About how something is described."),
    ClaimKind.EVALUATION: marked("About how something is judged."),
    ClaimKind.PREDICTION: marked("About what is to come."),
}
"""What a claim is about, as its page says it."""
ENTITY_KIND_WORDS: dict[str, str] = {
    EntityKind.PERSON: marked("person"),
    EntityKind.ORGANISATION: marked("organisation"),
    EntityKind.GROUP: marked("group"),
    EntityKind.PLACE: marked("place"),
    EntityKind.WORK: marked("work"),
    EntityKind.OBJECT: marked("object"),
}
ENTITY_GROUP_WORDS: dict[str, str] = {
    EntityKind.PERSON: marked("People"),
    EntityKind.ORGANISATION: marked("Organisations"),
    EntityKind.GROUP: marked("Groups"),
    EntityKind.PLACE: marked("Places"),
    EntityKind.WORK: marked("Works"),
    EntityKind.OBJECT: marked("Objects"),
}
"""Headings for the entities of one kind, in the order of their list."""
OUTLET_KIND_WORDS: dict[str, str] = {
    OutletKind.NEWSPAPER: marked("newspaper"),
    OutletKind.AGENCY: marked("news agency"),
    OutletKind.BROADCASTER: marked("broadcaster"),
    OutletKind.RADIO: marked("radio station"),
    OutletKind.TELEVISION: marked("television station"),
    OutletKind.MAGAZINE: marked("magazine"),
    OutletKind.JOURNAL: marked("journal"),
    OutletKind.NEWSLETTER: marked("newsletter"),
    OutletKind.PODCAST: marked("podcast"),
    OutletKind.WEBSITE: marked("website"),
    OutletKind.BLOG: marked("blog"),
    OutletKind.AGGREGATOR: marked("aggregator"),
    OutletKind.SOCIAL_MEDIA: marked("social media account"),
    OutletKind.GOVERNMENT: marked("government"),
    OutletKind.MILITARY: marked("military"),
    OutletKind.MONITOR: marked("monitor"),
    OutletKind.THINK_TANK: marked("think tank"),
    OutletKind.NGO: marked("non-governmental organisation"),
    OutletKind.UNIVERSITY: marked("university"),
    OutletKind.PARTY: marked("political party"),
    OutletKind.COMPANY: marked("company"),
    OutletKind.OTHER: marked("publisher"),
}

BASIS_WORDS: dict[str, str] = {
    DateBasis.STATED: marked("stated"),
    DateBasis.INFERRED: marked("inferred"),
    DateBasis.EXTERNAL: marked("from outside"),
}

SOURCE_GRADE_WORDS: dict[str, str] = {
    "A": marked("Completely reliable"),
    "B": marked("Usually reliable"),
    "C": marked("Fairly reliable"),
    "D": marked("Not usually reliable"),
    "E": marked("Unreliable"),
    "F": marked("Not judged"),
}

CREDIBILITY_WORDS: dict[str, str] = {
    "1": marked("Confirmed by other sources"),
    "2": marked("Probably true"),
    "3": marked("Possibly true"),
    "4": marked("Doubtful"),
    "5": marked("Improbable"),
    "6": marked("Not judged"),
}

MARK_WORDS: dict[str, str] = {
    MarkKind.APPEAL: marked("Appeal to readers"),
    MarkKind.SUBSCRIPTION: marked("Subscription notice"),
    MarkKind.RELATED: marked("Related content"),
    MarkKind.COMMENTS: marked("Comment form"),
    MarkKind.WIDGET: marked("Page widget"),
    MarkKind.ALT_TEXT: marked("Picture description"),
    MarkKind.PHOTO_TITLE: marked("Photo title"),
    MarkKind.BYLINE: marked("Byline"),
    MarkKind.DATELINE: marked("Dateline"),
    MarkKind.CREDIT: marked("Credit"),
    MarkKind.CONTRIBUTOR: marked("Contributor"),
    MarkKind.BIOGRAPHY: marked("About the author"),
    MarkKind.LOST_SPACE: marked("lost space"),
    MarkKind.NO_BREAK_SPACE: marked("no-break space"),
    MarkKind.JOINED: marked("cut word, joined"),
    MarkKind.SIC: marked("sic"),
    MarkKind.REMARK: marked("remark"),
    MarkKind.QUOTATION_MARKS: marked("quotation marks"),
    MarkKind.LOST_WORDS: marked("words lost"),
    MarkKind.CAPTION: marked("Caption"),
    MarkKind.QUOTED_BLOCK: marked("Quoted"),
    MarkKind.REDACT: marked("withheld"),
}
