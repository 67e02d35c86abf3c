"""The small parts that every component is made of: links, stances, dates, grades, sources."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class Html(Protocol):
    """Markup made by `render` from editors' Markdown; it prints as it is, every plain text is escaped."""

    def __html__(self) -> str:
        """Return the markup."""


_DOUBLE_MARKS = frozenset('"“”„‟«»「」『』')
"""Signs beside which another pair of quotation marks is only noise; single ones may be apostrophes."""


class Phrase(Struct, frozen=True):
    """Somebody else's words, verbatim."""

    text: str
    """The words letter for letter, without quotation marks."""
    lang: str | None = None
    """Language tag for the element around them; None where nobody has said which it is."""

    @property
    def own_marks(self) -> str:
        """Classes where the words have quotation marks of their own: `opened`, `closed`; empty where they have none."""
        ends = (("opened", self.text[:1]), ("closed", self.text[-1:]))
        return "".join(f" {name}" for name, sign in ends if sign in _DOUBLE_MARKS)


class Link(Struct, frozen=True):
    """A link in words, or the words alone."""

    href: str | None
    """Address relative to the page, or an absolute one outside the site; None prints the label without a link."""
    label: str
    """What stands between the tags: the name of a record, or our words for where the link leads."""
    lang: str | None = None
    """Language tag of the label where it is not that of the page around it, else None."""
    names: tuple[Phrase, ...] = ()
    """Names in the label that are of another language; empty where there are none."""

    @property
    def rel(self) -> str | None:
        """What a browser is told about a link that leaves the site: say nothing of where the reader comes from."""
        leaves = self.href is not None and self.href.startswith(("http:", "https:"))
        return "noopener noreferrer nofollow" if leaves else None


class TranslationView(Struct, frozen=True):
    """What somebody else's words mean, in words of the editors, and who signs for it."""

    words: Phrase
    """The editors' rendering, in the language of the dossier."""
    signed: str
    """Who translated, ready to print: `Translation by A. Editor`."""


class NumberedLink(Struct, frozen=True):
    """A record by its number and its words: C06 and the statement."""

    number: str | None
    """In capitals, `C06`; None where the editors gave none."""
    link: Link
    """The statement or title, leading to the record's page."""


class StanceView(Struct, frozen=True):
    """How an article stands to a claim: a shape, a word, and what is to be added to it."""

    stance: str
    """The word of the content files, or silent, not-applicable, not-read; names the glyph and the class."""
    word: str
    """What readers see for it: `attributes`, `not read`."""
    position: str | None = None
    """Which answer it gives, in the editors' words and not by its short name; None where it gives none."""
    attribution: str | None = None
    """On whose word: `to SITE`, `on the word of SITE`; None where the text speaks for itself."""
    through: str | None = None
    """From whom the text has the words, `quoting Daily Mail`; None if its own, or if the source beside it says so."""
    hedge: Phrase | None = None
    """The text's softening words, `reportedly`; None where there are none."""
    note: str | None = None
    """The editors' remark, or `published before`; None where there is none or no room for it."""
    names: tuple[Phrase, ...] = ()
    """Those on whose word it speaks and through whom, as far as they are of another language; mostly empty."""


class MetaTag(Struct, frozen=True):
    """A line of a page's head for machines."""

    attribute: str
    """What it is named by: `name`, or `property` for those of Open Graph."""
    name: str
    """Which it is: `citation_title`."""
    content: str
    """Its value."""


class ReadingView(Struct, frozen=True):
    """How the articles relate on a claim, and in what they disagree."""

    reading: str
    """The word of the content files, or `mentions` where no text takes a side; names the glyph and the class."""
    word: str
    """What readers see for it: `Conflict`, `No side taken`."""
    disagreement: str | None = None
    """In what the texts disagree, `chronology, number`; None where they do not or it is said elsewhere."""


class FindingView(Struct, frozen=True):
    """What the editors find beneath a reading, signed."""

    says: str
    """Their sentence, plain text."""
    by: str
    """Who signs it and when: `A. Editor, 20 May 2026`."""
    matter: str | None = None
    """Which disagreement it explains, `number`; None where it is about the claim as a whole."""


class AnswerRun(Struct, frozen=True):
    """A stretch of a claim's answer."""

    text: str
    """Printed as it is: spaces and punctuation are part of it."""
    label: bool = False
    """True where these are the editors' words for a position, to be set apart from ours around them."""
    names: tuple[Phrase, ...] = ()
    """Names in these words that are of another language; empty where there are none."""


class AnswerView(Struct, frozen=True):
    """What the texts answer to a claim, in one line."""

    runs: tuple[AnswerRun, ...]
    """To be printed one after the other with nothing between; never empty."""

    @property
    def words(self) -> str:
        """The line as plain text."""
        return "".join(run.text for run in self.runs)


class SiglumView(Struct, frozen=True):
    """The short name of an article."""

    siglum: str
    """At most 6 characters, `JP`."""
    href: str | None
    """The article's page; None where this build has none."""
    title: str
    """For the tooltip: the headline. The outlet stands beside it."""


class SourceView(Struct, frozen=True):
    """Where words come from."""

    siglum: SiglumView | None
    """The article's short name; None where it has none, so that the outlet must tell it."""
    outlet: Phrase
    """Name of the publisher, with its language where that is not the page's."""
    date: str | None
    """Of publication, in words: `12 Nov 2015`; None where it is said beside it."""
    through: str | None = None
    """From whom the text has the words, `translating Politika`; None where they are its own."""
    names: tuple[Phrase, ...] = ()
    """Names in the words through whom it has them that are of another language; empty where there are none."""


class DateView(Struct, frozen=True):
    """A date in words, with what machines read of it and what it rests on."""

    words: str
    """`12 Nov 2015`, `about 2014`, with the time of day where one is stated."""
    machine: str | None = None
    """For `<time datetime>`: ISO 8601; None where HTML cannot say it, as for a span or a doubtful day."""
    edtf: str | None = None
    """The same in Extended Date/Time Format; None for an unknown date, and where no record states it."""
    cue: Phrase | None = None
    """The words of a text that it was read from; None where it was not, or in lists."""
    cue_href: str | None = None
    """Where those words stand; None without a cue or where the text is not kept."""
    basis: str | None = None
    """How it is known: `stated`, `inferred`, `from outside`; None in lists, and if stated without a cue."""
    note: Html | str | None = None
    """How the editors came to it, with the outside source; None where there is nothing to say."""


class GradeView(Struct, frozen=True):
    """A judgement of ours. A mark never stands without what it judges and the scale it is of."""

    axis: str
    """What is graded: `Source`, `Credibility`, or `Note` for a judgement without a grade."""
    mark: str | None
    """Letter A to E or number 1 to 5; None where there is no grade, or no basis to judge (F and 6)."""
    open: bool
    """True where there is no basis to judge: an open box stands for the mark."""
    words: str
    """What the mark says: `Usually reliable`, `Reliability note`."""
    signed: str
    """Who judges, and when: `judged by A. Editor on 20 May 2026`, `noted by A. Editor in May 2026`."""
    of: str
    """Whose judgement it is and of what: `the editors’ assessment of this text`."""
    scale: str | None = None
    """What the mark is one of, `on a scale from A, reliable, to E, unreliable`; None without a mark."""
    review: str | None = None
    """`to be reviewed 20 May 2027`; None where no review is planned."""
    basis: Html | None = None
    """Why, from the editors' Markdown; None where a place shows the grade alone."""
    source: Link | None = None
    """Publication outside the dossier that it rests on, dated; None where there is none."""
    names: tuple[Phrase, ...] = ()
    """Names in who judges, which may run another way than the words around them."""


class RatingView(Struct, frozen=True):
    """Somebody else's judgement, in their words."""

    rating: str
    """Their verdict, letter for letter."""
    by: str
    """The organisation or person that judges."""
    date: str
    """Of the judgement, in words."""
    source: Link | None = None
    """Where it was published, dated; None where the record names no publisher."""
    basis: Html | None = None
    """What they rest it on, from the editors' Markdown; None where a place shows the rating alone."""


class CountPart(Struct, frozen=True):
    """A number with what it counts, or words alone."""

    number: str | None
    """Digits, in groups of three; None where the words need none."""
    words: str
    """What is counted, in the right number: `articles`; or a statement by itself."""


class CountsView(Struct, frozen=True):
    """A line of counts, such as the origins line: articles, named origins, and what is not established."""

    parts: tuple[CountPart, ...]
    """Printed in this order; empty where there is nothing to count."""


class RecordHeadView(Struct, frozen=True):
    """The head of every page: folder tab, title, standfirst."""

    kind: str
    """On the tab: `Claim`, `Comparison of an event`."""
    number: str | None
    """Beside it: the record's number, a siglum or how many a list has; None where there is none."""
    title: str
    """The words of the page's `<h1>`."""
    voice: str = "ours"
    """`theirs` for the headline of a text, which is set in serif; else `ours`."""
    title_lang: str | None = None
    """Language tag of the title where it is not that of our own words, else None."""
    standfirst: Html | str | None = None
    """What stands under the title, often the record's description; None where there is nothing to say."""
    names: tuple[Phrase, ...] = ()
    """Names in the title that are of another language; empty where there are none."""


class OutsideQuote(Struct, frozen=True):
    """Words that the page quotes from outside the dossier."""

    words: str
    """Letter for letter, without quotation marks."""
    source: Link
    """Publisher, title and date; leads to the publication where its address is known."""
    remark: str
    """That no text here has them: `in no text of this dossier`."""
