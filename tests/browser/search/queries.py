"""A hundred questions to the worked example, each with what a reader must be told.

An article goes by its siglum. `absent` are words that no page has, `offered` is the name that a question is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

ALL = frozenset({"000", "001", "002", "003", "004"})
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Question:
    """What is asked, and what must come of it; `articles` is None where any may be found."""

    words: str
    articles: frozenset[str] | None = None
    absent: tuple[str, ...] = ()
    offered: str | None = None
    chosen: dict[str, list[str]] = field(default_factory=dict)
    order: str = ""
    first: str | None = None
    """A word of the first result's title."""
    place: str | None = None
    """Where the first article leads to."""
    finds_nothing: bool = False

    def asked(self) -> dict[str, object]:
        return {"words": self.words, "chosen": self.chosen, "order": self.order, "count": 100}


def only(*sigla: str) -> frozenset[str]:
    return frozenset(sigla)


QUESTIONS: tuple[Question, ...] = (
    # names, in all their forms
    Question("ISIS", ALL, offered="Islamic State"),
    Question("IS", ALL, offered="Islamic State"),
    Question("Islamic State", ALL, offered="Islamic State"),
    Question("islamic state", ALL, offered="Islamic State"),
    Question("is"),
    Question("Sharm el-Sheikh", only("000", "002"), offered="Sharm el-Sheikh"),
    Question("sharm el sheikh", only("000", "002")),
    Question("Raqqa", only("001"), offered="Raqqa", place="p-8"),
    Question("Rakka", only("001"), offered="Raqqa"),
    Question("Shoigu", only("004"), offered="Sergei Shoigu"),
    Question("Shoygu", only("004"), offered="Sergei Shoigu"),
    Question("Cveja", only("000"), offered="Цвеја"),
    Question("Цвеја", only("000"), offered="Цвеја"),
    Question("Metrojet", first="Metrojet"),
    Question("FSB", offered="Federal Security Service (FSB)"),
    Question("fsb"),
    # words that no page has; two of them stand in furniture only
    Question("Abbas", NONE, absent=("Abbas",), finds_nothing=True),
    Question("Forbes", NONE, absent=("Forbes",), finds_nothing=True),
    Question("premium", NONE, absent=("premium",), finds_nothing=True),
    Question("Forbes Putin", absent=("Forbes",), first="Putin", offered="Vladimir Putin"),
    Question("zzyzx", NONE, absent=("zzyzx",), finds_nothing=True),
    Question("Forbes Abbas", NONE, absent=("Forbes", "Abbas"), finds_nothing=True),
    # words of the texts
    Question("khalifat", only("000")),
    Question("cockpit", only("001"), place="p-8"),
    Question("threatens"),
    Question("threatening"),
    Question("running"),
    Question("bombing"),
    Question('"very soon"', only("000", "002", "003")),
    Question('"rivers will run with blood"', only("000")),
    Question("five to seven thousand", first="thousand"),
    Question("thre"),
    Question("PUTIN", offered="Vladimir Putin"),
    Question("Belsan", only("000")),
    # facets and order
    Question("", ALL, chosen={"kind": ["Article"]}),
    Question("", only("001", "004"), chosen={"kind": ["Article"], "year": ["2014", "2016"]}),
    Question("Putin", offered="Vladimir Putin", chosen={"kind": ["Claim"], "reading": ["Conflict"]}),
    Question(
        "Russia",
        ALL,
        offered="Russia",
        chosen={"kind": ["Article"]},
        order="oldest",
        first="liberate Chechnya",
    ),
    Question(
        "Russia",
        ALL,
        offered="Russia",
        chosen={"kind": ["Article"]},
        order="newest",
        first="ISIS trains guns",
    ),
    Question("video", chosen={"stance": ["contradicts"]}, order="title"),
    # numbers of texts, claims and events
    Question("000", offered="[Rivers of blood]", first="Rivers of blood"),
    Question("001", offered="[Threat to “liberate Chechnya”]", first="liberate Chechnya"),
    Question(
        "002",
        offered="Islamic State video threatens attacks inside Russia 'very soon'",
        first="video threatens attacks",
    ),
    Question(
        "003", offered="ISIS Threatens Attacks Inside Russia ‘Very Soon’", first="ISIS Threatens Attacks"
    ),
    Question(
        "004", offered="ISIS trains guns on Russia, issues personal threat to Putin", first="ISIS trains guns"
    ),
    Question(
        "c06",
        offered="The 2016 video is the first direct, personal threat of the Islamic State to Putin",
        first="first direct, personal",
    ),
    Question(
        "C13",
        offered="Five to seven thousand fighters in the Islamic State come from …",
        first="Five to seven thousand",
    ),
    Question(
        "c25",
        offered="Russia and the United States have a common cause against the Islamic State",
        first="common cause",
    ),
    Question("e01", offered="Hostages are taken in a Moscow theatre", first="Moscow theatre"),
    Question("E17", offered="A nine-minute video threatens Putin", first="nine-minute video"),
    # slips of the fingers
    Question("Metrojett", absent=("Metrojett",), first="Metrojet"),
    Question("Mertojet", absent=("Mertojet",), first="Metrojet"),
    Question(
        "Chechnaya", only("000", "001", "003"), absent=("Chechnaya",), offered="Chechnya", first="Chechnya"
    ),
    Question("threatned", ALL, absent=("threatned",)),
    Question("Erdogan", NONE, absent=("Erdogan",), finds_nothing=True),
    Question("Путин", NONE, absent=("Путин",), finds_nothing=True),
    # one word or two
    Question("airstrikes", only("001", "002", "003", "004"), first="air strikes"),
    Question("air strikes", only("001", "002", "003", "004"), first="air strikes"),
    Question("Airstrikes in Syria", only("001", "002", "003", "004"), first="air strikes"),
    Question("air strikes in Syria", only("001", "002", "003", "004"), first="air strikes"),
    Question("war planes"),
    # pages that gather
    Question("sources"),
    Question("timeline", NONE, first="Timeline"),
    Question("methodology", NONE, first="How this dossier works"),
    # sentences
    Question("who threatened Putin first", first="first direct, personal threat"),
    Question("which video was the first personal threat", first="first direct, personal threat"),
    Question(
        "how many fighters came from the former Soviet republics", only("000"), first="Five to seven thousand"
    ),
    Question("what caused the crash of the airliner", first="position on the cause of the crash"),
    Question("where did the airliner take off", first="From where did the airliner take off?"),
    Question("did Russia cancel flights to Egypt", first="cancelled all flights out of Egypt"),
    Question("did a bomb bring down the airliner", NONE),
    Question("when did the plane crash in Sinai", first="airliner"),
    # outlets, people, places
    Question("Antiwar.com", only("003"), first="Antiwar.com"),
    Question("Jerusalem Post", only("002"), first="Jerusalem Post"),
    Question("Newscast Pratyaksha", only("004"), first="Newscast Pratyaksha"),
    Question("Daily Mail", only("001"), first="Daily Mail"),
    Question("Reuters", NONE, first="Reuters"),
    Question("SITE", only("002"), offered="SITE monitoring group", first="SITE"),
    Question("Al-Hayat", only("002"), first="Al-Hayat"),
    Question("Obama", only("001"), offered="Barack Obama", first="Barack Obama"),
    Question("Assad", only("000", "001", "003", "004"), offered="Bashar al-Assad", first="al-Assad"),
    Question("Caucasus", only("001", "003", "004"), offered="Caucasus", first="Caucasus"),
    Question("Chechnya", only("000", "001", "003"), offered="Chechnya", first="Chechnya"),
    Question("Sinai", only("000", "002", "003", "004"), offered="Sinai", first="Sinai"),
    Question("Egypt", only("002", "003"), offered="Egypt", first="Egypt"),
    Question("Europe", first="flee to Europe"),
    Question("Beslan", first="Beslan"),
    Question("Kremlin", only("000")),
    # words and quotations
    Question("224", only("000", "002", "003"), first="224 people died"),
    Question("5,000", NONE, first="5,000 to 7,000"),
    Question("theatre", first="Moscow theatre"),
    Question("rivers", only("000"), first="Rivers of blood"),
    Question("ocean", only("002", "003"), first="refrain"),
    Question("liberate Chechnya", only("001"), first="liberate"),
    Question('"liberate Chechnya"', only("001"), first="liberate Chechnya"),
    Question('"first direct and personal threat"', only("004")),
    Question("blood", only("000", "002", "003"), first="Rivers of blood"),
    Question("passengers", only("002", "003"), first="224 people died"),
    Question("dithers", only("001"), first="American effort"),
    Question("Belsan school"),
)
