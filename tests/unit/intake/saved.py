"""What the saved pages of these tests share: their form, and words of their own in the languages of news."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class SavedPage:
    """A page as a browser saved it, and what a reader would say of it. `day` is None where it states no date."""

    name: str
    content: bytes
    title: str
    day: str | None
    outlet: str = ""
    author: str = ""
    language: str = ""


PARAGRAPHS = {
    "en": (
        "The river rose by two metres on Tuesday and reached the old town in the evening, where about 300 people had to leave their homes, the mayor said.",
        "Nobody was hurt, according to the fire service, but the houses in the lower streets cannot be lived in for weeks. The last flood of this kind was on 14 March 1987.",
        "The council will decide about help for the families on 20 January, and the mayor thanked all who carried sandbags through the night.",
    ),
    "de": (
        "Der Fluss stieg am Dienstag um zwei Meter und erreichte am Abend die Altstadt; rund 300 Menschen mussten ihre Wohnungen verlassen, sagte die Bürgermeisterin.",
        "Verletzt wurde nach Angaben der Feuerwehr niemand, doch die Häuser in den unteren Gassen sind für Wochen nicht bewohnbar. Das letzte Hochwasser war am 14. März 1987.",
        "Der Stadtrat entscheidet am 20. Januar über Hilfen für die Familien; die Bürgermeisterin dankte allen, die in der Nacht Sandsäcke getragen haben.",
    ),
    "fr": (
        "La rivière est montée de deux mètres mardi et a atteint la vieille ville dans la soirée ; environ 300 personnes ont dû quitter leur logement, a déclaré la maire.",
        "Personne n’a été blessé, selon les pompiers, mais les maisons des rues basses resteront inhabitables pendant des semaines. La dernière crue datait du 14 mars 1987.",
        "Le conseil municipal décidera le 20 janvier des aides aux familles, et la maire a remercié tous ceux qui ont porté des sacs de sable dans la nuit.",
    ),
    "es": (
        "El río subió dos metros el martes y llegó por la noche al casco antiguo, donde unas 300 personas tuvieron que dejar sus casas, según dijo la alcaldesa.",
        "Nadie resultó herido, según los bomberos, pero las casas de las calles bajas no podrán habitarse durante semanas. La última riada fue el 14 de marzo de 1987.",
        "El ayuntamiento decidirá el 20 de enero sobre las ayudas a las familias, y la alcaldesa agradeció a todos los que llevaron sacos de arena durante la noche.",
    ),
    "ru": (
        "Река поднялась во вторник на два метра и к вечеру дошла до старого города; около 300 человек были вынуждены покинуть свои дома, сообщила мэр города.",
        "По данным пожарной службы, никто не пострадал, но дома на нижних улицах ещё несколько недель будут непригодны для жизни. Последнее наводнение было 14 марта 1987 года.",
        "Городской совет примет решение о помощи семьям 20 января; мэр поблагодарила всех, кто ночью носил мешки с песком.",
    ),
    "sr": (
        "Река је у уторак порасла два метра и увече стигла до старог града, где је око 300 људи морало да напусти своје домове, рекла је градоначелница.",
        "Нико није повређен, саопштила је ватрогасна служба, али куће у доњим улицама недељама неће бити за становање. Последња поплава била је 14. марта 1987. године.",
        "Градско веће ће 20. јануара одлучити о помоћи породицама, а градоначелница се захвалила свима који су током ноћи носили вреће с песком.",
    ),
    "sr-Latn": (
        "Reka je u utorak porasla dva metra i uveče stigla do starog grada, gde je oko 300 ljudi moralo da napusti svoje domove, rekla je gradonačelnica.",
        "Niko nije povređen, saopštila je vatrogasna služba, ali kuće u donjim ulicama nedeljama neće biti za stanovanje. Poslednja poplava bila je 14. marta 1987. godine.",
        "Gradsko veće će 20. januara odlučiti o pomoći porodicama, a gradonačelnica se zahvalila svima koji su tokom noći nosili vreće s peskom.",
    ),
    "tr": (
        "Nehir salı günü iki metre yükseldi ve akşam eski şehre ulaştı; belediye başkanı, yaklaşık 300 kişinin evlerini terk etmek zorunda kaldığını söyledi.",
        "İtfaiyeye göre kimse yaralanmadı, ancak aşağı sokaklardaki evlerde haftalarca oturulamayacak. Son sel 14 Mart 1987 tarihinde yaşanmıştı.",
        "Belediye meclisi ailelere yardım konusunda 20 Ocak'ta karar verecek; başkan gece boyunca kum torbası taşıyan herkese teşekkür etti.",
    ),
    "ar": (
        "ارتفع منسوب النهر يوم الثلاثاء مترين ووصل مساء إلى المدينة القديمة، حيث اضطر نحو 300 شخص إلى مغادرة منازلهم، كما قالت رئيسة البلدية.",
        "ولم يصب أحد بأذى وفقا لفرق الإطفاء، لكن المنازل في الشوارع السفلى لن تكون صالحة للسكن لأسابيع. وكان آخر فيضان في 14 مارس 1987.",
        "وسيقرر المجلس في 20 يناير بشأن مساعدة العائلات، وشكرت رئيسة البلدية كل من حمل أكياس الرمل خلال الليل.",
    ),
    "zh": (
        "周二河水上涨两米，傍晚漫入老城区。市长表示，约三百名居民不得不离开家园，临时安置点设在市体育馆，志愿者连夜送来了被褥和食物。",
        "消防部门称无人受伤，但低洼街道的房屋数周内无法居住。上一次类似的洪水发生在1987年3月14日，当时全城停电两天，许多商店被淹。",
        "市议会将于1月20日决定对受灾家庭的救助方案。市长感谢所有在夜间搬运沙袋的人，并承诺尽快修复河堤和道路。",
    ),
    "ja": (
        "川の水位は火曜日に二メートル上がり、夕方には旧市街に達した。市長によると、およそ三百人が自宅を離れ、市の体育館に避難したという。",
        "消防によるとけが人はいないが、低い通りの家には数週間住めない見込みだ。前回の同じような洪水は1987年3月14日で、二日間停電が続いた。",
        "市議会は1月20日に家族への支援を決める。市長は夜を徹して土のうを運んだすべての人に感謝し、堤防の早い修復を約束した。",
    ),
    "ko": (
        "화요일 강물이 2미터 불어나 저녁에는 구시가지까지 차올랐다. 시장은 주민 300여 명이 집을 떠나 시 체육관으로 대피했다고 밝혔다.",
        "소방당국은 다친 사람은 없지만 낮은 거리의 집들은 몇 주 동안 살 수 없을 것이라고 말했다. 지난번 비슷한 홍수는 1987년 3월 14일에 있었다.",
        "시의회는 1월 20일 가족 지원을 결정할 예정이다. 시장은 밤새 모래주머니를 나른 모든 사람에게 감사하고 제방 복구를 약속했다.",
    ),
}


def paragraphs(language: str = "en", tag: str = "p") -> str:
    """The body of an article."""
    return "\n".join(f"<{tag}>{words}</{tag}>" for words in PARAGRAPHS[language])


def ld(**fields: object) -> str:
    """A script of JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **fields}, ensure_ascii=False)}</script>'


def page(
    head: str, body: str, lang: str = "en", encoding: str = "utf-8", doctype: str = "<!DOCTYPE html>"
) -> bytes:
    """A whole page."""
    attribute = f' lang="{lang}"' if lang else ""
    return (
        f"{doctype}\n<html{attribute}>\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n".encode(
            encoding
        )
    )
