"""Forty questions to the worked example, each with what a reader must be told.

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
)
