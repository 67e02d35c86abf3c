"""The names of months in the languages of news, as they stand in dates; nothing is known of their grammar."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from builder.regexes import regex

_NAMES: Final = """
januar januari janvier enero gennaio janeiro gener ianuarie ocak январь января січень січня студзень януари јануар
 јануара јануари januara januára leden ledna styczeń stycznia január sausio sausis janvāris tammikuu tammikuuta
 tammikuun siječanj siječnja ιανουάριος ιανουαρίου يناير ינואר tháng-1 janúar jaanuar;
februar februari février febrero febbraio fevereiro febrer februarie şubat февраль февраля лютий лютого люты февруари
 фебруар фебруара februara februára únor února luty lutego február vasario vasaris februāris helmikuu helmikuuta
 helmikuun veljača veljače φεβρουάριος φεβρουαρίου فبراير פברואר febrúar veebruar;
märz maart mars marzo março març martie mart март марта березень березня сакавік марта march-а marta březen března
 marzec marca március kovo kovas marts maaliskuu maaliskuuta maaliskuun ožujak ožujka μάρτιος μαρτίου مارس מרץ mars
 märts marec;
april avril abril aprile aprilie nisan апрель апреля квітень квітня красавік април априла aprila apríla duben dubna
 kwiecień kwietnia április balandžio balandis aprīlis huhtikuu huhtikuuta huhtikuun travanj travnja απρίλιος απριλίου
 أبريل אפריל apríl aprill;
mai mei mayo maggio maio maig mayıs май мая травень травня май мај маја maja mája květen května maj maja május
 gegužės gegužė maijs toukokuu toukokuuta toukokuun svibanj svibnja μάιος μαΐου مايو מאי maí máj;
juni juin junio giugno junho juny iunie haziran июнь июня червень червня чэрвень юни јун јуна juna júna červen června
 czerwiec czerwca június birželio birželis jūnijs kesäkuu kesäkuuta kesäkuun lipanj lipnja ιούνιος ιουνίου يونيو יוני
 júní jún juuni;
juli juillet julio luglio julho juliol iulie temmuz июль июля липень липня ліпень юли јул јула jula júla červenec
 července lipiec lipca július liepos liepa jūlijs heinäkuu heinäkuuta heinäkuun srpanj srpnja ιούλιος ιουλίου يوليو
 יולי júlí júl juuli;
augustus août agosto agost ağustos август августа серпень серпня жнівень август август августа avgust avgusta augusti
 augusta srpen srpna sierpień sierpnia augusztus rugpjūčio rugpjūtis augusts elokuu elokuuta elokuun kolovoz kolovoza
 αύγουστος αυγούστου أغسطس אוגוסט ágúst;
septembre septiembre settembre setembro setembre septembrie eylül сентябрь сентября вересень вересня верасень
 септември септембар септембра septembar septembra září wrzesień września szeptember rugsėjo rugsėjis septembris
 syyskuu syyskuuta syyskuun rujan rujna σεπτέμβριος σεπτεμβρίου سبتمبر ספטמבר;
oktober octobre octubre ottobre outubro octombrie ekim октябрь октября жовтень жовтня кастрычнік октомври октобар
 октобра oktobar oktobra října říjen październik października október spalio spalis oktobris lokakuu lokakuuta
 lokakuun listopad listopada οκτώβριος οκτωβρίου أكتوبر אוקטובר oktoober;
novembre noviembre novembro noiembrie kasım ноябрь ноября листопад листопада лістапад ноември новембар новембра
 novembar novembra lapkričio lapkritis novembris marraskuu marraskuuta marraskuun studeni studenoga νοέμβριος νοεμβρίου
 نوفمبر נובמבר nóvember;
dezember décembre diciembre dicembre dezembro desembre decembrie aralık декабрь декабря грудень грудня снежань
 декември децембар децембра decembar decembra prosinec prosince grudzień grudnia gruodžio gruodis decembris joulukuu
 joulukuuta joulukuun prosinac prosinca δεκέμβριος δεκεμβρίου ديسمبر דצמבר desember
"""
_ENGLISH: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_OF: Final = frozenset("de del di г. года року роки р. год den le il el the".split())
"""Words that stand between the parts of a date in some language and say nothing."""
_CHARACTERS: Final = regex(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일])?")
_DASHES: Final = regex("(?<=\\d)[\u2010-\u2015\u2212](?=\\d)")


def in_english(written: str) -> str:
    """Return a date in small letters with the names of months in English, and years, months and days by hyphens."""
    match = _CHARACTERS.fullmatch(written)
    if match:
        return "-".join(part for part in match.groups() if part)
    words = [word for word in written.split() if word not in _OF]
    return " ".join(_numbers().get(word.rstrip(",."), word) for word in words)


def hyphened(written: str) -> str:
    """Return a date whose year, month and day are parted by other dashes with hyphens."""
    return _DASHES.sub("-", written)


@cache
def _numbers() -> Mapping[str, str]:
    rows = (row.split() for row in _NAMES.split(";"))
    found: dict[str, set[str]] = {}
    for month, names in zip(_ENGLISH, rows, strict=True):
        for name in names:
            found.setdefault(name, set()).add(month)
    return {name: next(iter(months)) for name, months in found.items() if len(months) == 1}
