"""A dossier about one bridge whose texts are in six languages and four scripts, with something for every kind of page."""

from __future__ import annotations

TEXTS = {
    "ar": (
        "جسر النهر مغلق كليا",
        "قالت بلدية المدينة إن جسر النهر مغلق منذ الفجر.",
        "يقال إن أربعين شاحنة عالقة هناك.",
    ),
    "he": (
        "הגשר נסגר לגמרי",
        "עיריית העיר אמרה כי הגשר נסגר לפני עלות השחר.",
        "לכאורה תקועות שם ארבעים משאיות.",
    ),
    "sr-Cyrl": (
        "Мост сасвим затворен",
        "Градска управа саопштава да је мост затворен пре зоре.",
        "Наводно тамо стоји четрдесет камиона.",
    ),
    "sr-Latn": (
        "Zatvorena čitava ćuprija",
        "Gradske vlasti kažu da je ćuprija odnedavno zatvorena.",
        "Navodno onde čeka tridesetak kamiona.",
    ),
    "zh-Hans": (
        "大桥全面关闭",
        "市政府表示，黎明前大桥已经关闭。",
        "据称四十辆卡车被困在那里。",
    ),
    "de": (
        "Brücke völlig gesperrt",
        "Das Rathaus teilt mit, dass die Brücke über Nacht gesperrt wurde.",
        "Angeblich warten dort vierzig Lastwagen.",
    ),
}
"""For each language a headline, a sentence in which somebody says so, and one that the text hedges."""
HEDGES = {
    "ar": "يقال",
    "he": "לכאורה",
    "sr-Cyrl": "Наводно",
    "sr-Latn": "Navodno",
    "zh-Hans": "据称",
    "de": "Angeblich",
}
SPEAKERS = {
    "ar": "بلدية المدينة",
    "he": "עיריית העיר",
    "sr-Cyrl": "Градска управа",
    "sr-Latn": "Gradske vlasti",
    "zh-Hans": "市政府",
    "de": "Das Rathaus",
}
OUTLETS = {
    "ar": "صدى الوادي",
    "he": "קול העמק",
    "sr-Cyrl": "Речни гласник",
    "sr-Latn": "Večernji vesnik",
    "zh-Hans": "江城晚报",
    "de": "Flussbote",
}
AUTHORS = {
    "ar": "ليلى حداد",
    "he": "נועה לוי",
    "sr-Cyrl": "Јелена Цвијић",
    "sr-Latn": "Đorđe Žikić",
    "zh-Hans": "王小明",
    "de": "Jürgen Weißmüller",
}
ASIDES = {
    "ar": "اشترك في نشرتنا البريدية",
    "he": "הירשמו לעלון שלנו",
    "sr-Cyrl": "Претплатите се одмах",
    "sr-Latn": "Pretplatite se smesta",
    "zh-Hans": "欢迎订阅本报",
    "de": "Abonnieren Sie unseren Rundbrief",
}

_NEEDED = {
    "believes": ", attributed_to: {outlet: outlet-ar}",
    "attributes": ", attributed_to: town-hall",
    "contradicts": ", note: Both cannot hold.",
}


def _id(language: str) -> str:
    return language.lower()


def _seed(language: str) -> str:
    title, said, hedged = TEXTS[language]
    return f"{title}\n\n{AUTHORS[language]}\n\n{said} {hedged}\n\n{ASIDES[language]}\n"


_MORE = {
    "de": "  - {relation: translates, of: {outlet: outlet-sr-cyrl, what: Report}, basis: inferred, note: Same words.}\n",
    "sr-Latn": "  - {relation: quotes, of: {article: text-ar}, basis: inferred, note: It names the paper.}\n",
}
"""Origins of one text alone."""


def _article(number: int, language: str) -> str:
    title, _, hedged = TEXTS[language]
    return f"""\
title: {title}
headline: {title}
outlet: outlet-{_id(language)}
former_ids: [old-{_id(language)}]
siglum: "{number:03}"
published: 2026-05-{10 + number}
text: seeds/{_id(language)}.txt
language: {language}
byline: {AUTHORS[language]}
topics: [bridge]
events: [closing]
origins:
  - {{relation: reports, of: {{entity: town-hall}}, cue: {SPEAKERS[language]}}}
{_MORE.get(language, "")}marks:
  - {{kind: byline, quote: {AUTHORS[language]}}}
  - {{kind: appeal, quote: {ASIDES[language]}}}
  - {{kind: remark, quote: "{hedged[:-1]}", note: Nobody is named.}}
"""


def _appearances(place: int, stances: str, more: str = "") -> str:
    return "".join(
        f"  - {{article: text-{_id(language)}, stance: {stance.replace('believes', 'attributes')}{_NEEDED.get(stance, '')},"
        f' quote: "{words[place][:-1]}"{more.format(hedge=HEDGES[language])}}}\n'
        for (language, words), stance in zip(TEXTS.items(), stances.split(), strict=True)
    )


def files(language: str = "en") -> dict[str, str]:
    """Return the files of the dossier, by path; `language` is what it says of the editors' words."""
    own = language
    everyone = ", ".join(f"text-{_id(language)}" for language in TEXTS)
    names = ", ".join(f"{{text: {name}, language: {language}}}" for language, name in SPEAKERS.items())
    found = {
        "content/dossier.yaml": f"title: The bridge\nlanguage: {own}\npublish: full\nas_of: 2026-06-30\neditors: [Ann Reed]\nurl: https://bridge.example/\n",
        "content/topics/bridge.yaml": "name: The bridge of the town\n",
        "content/entities/town-hall.yaml": f"name: Town hall\nkind: organisation\naliases: [{names}]\n",
        "content/events/closing.yaml": "title: The bridge closes\ndate: 2026-05-10\ntopics: [bridge]\nentities: [town-hall]\n",
        "content/claims/closed.yaml": (
            "number: c01\nstatement: The bridge is closed\nkind: event\ntopics: [bridge]\nevent: closing\n"
            f"coded: {{by: Ann Reed, date: 2026-06-01, articles: [{everyone}]}}\nreading: conflict\ndisagreement: [cause]\nappearances:\n"
            + _appearances(1, "attributes attributes disputes asserts asserts contradicts")
        ),
        "content/claims/lorries.yaml": (
            "number: c02\nstatement: Forty lorries wait\nkind: number\ntopics: [bridge]\nevent: closing\n"
            f"coded: {{by: Ann Reed, date: 2026-06-01, articles: [{everyone}]}}\nappearances:\n"
            + _appearances(2, "asserts believes asserts believes asserts asserts", ", hedge: {hedge}")
        ),
        "content/comparisons/bridge.yaml": (
            f"title: What the texts say of the bridge\narticles: [{everyone}]\nclaims: [closed, lorries]\ntopics: [bridge]\n"
        ),
        "content/codings/ben-ray.yaml": (
            "by: Ben Ray\ndate: 2026-06-02\nreadings:\n"
            + "".join(f"  - {{claim: closed, article: text-{_id(language)}, stance: asserts}}\n" for language in TEXTS)
        ),
        "content/corrections/count.yaml": (
            'date: 2026-06-03\nkind: correction\nabout: "article:text-ar"\nwas: Nobody\nnow: Somebody\nreason: A slip.\nby: Ann Reed\n'
        ),
        "content/corrections/gone.yaml": (
            'date: 2026-06-04\nkind: withdrawal\nabout: "claim:gone"\ntitle: A claim\nreason: Nobody said it.\nby: Ann Reed\n'
        ),
        "content/pages/about.md": "---\ntitle: About\n---\nA dossier in six languages.\n",
    }  # fmt: skip
    for number, language in enumerate(TEXTS, start=1):
        found[f"content/articles/text-{_id(language)}.yaml"] = _article(number, language)
        found[f"content/outlets/outlet-{_id(language)}.yaml"] = (
            f"name: {OUTLETS[language]}\nlanguage: {language}\nassessments:\n"
            "  - {source: C, by: Ann Reed, date: 2026-06-01, basis: One text seen.}\n"
        )
        found[f"seeds/{_id(language)}.txt"] = _seed(language)
    _, said, hedged = TEXTS["ar"]
    found["content/articles/echo.yaml"] = (
        "title: An echo of the report\noutlet: outlet-ar\npublished: 2026-05-20\nlanguage: ar\n"
        "text: seeds/echo.txt\ntopics: [bridge]\nevents: [closing]\n"
    )
    found["seeds/echo.txt"] = f"{said} {hedged}\n"
    return found
