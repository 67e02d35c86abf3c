"""What editors type for a code or a word of a list: `USA`, `English`, `TV`. Understood and told, never taken as it is.

Names are those of Unicode's CLDR, in English and, of common languages, their own; three letters are ISO 3166's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from builder.regexes import regex

_COUNTRIES = """
AD,AND,Andorra; AE,ARE,United Arab Emirates; AF,AFG,Afghanistan; AG,ATG,Antigua and Barbuda; AI,AIA,Anguilla;
AL,ALB,Albania; AM,ARM,Armenia; AO,AGO,Angola; AQ,ATA,Antarctica; AR,ARG,Argentina; AS,ASM,American Samoa;
AT,AUT,Austria; AU,AUS,Australia; AW,ABW,Aruba; AX,ALA,Åland Islands; AZ,AZE,Azerbaijan; BA,BIH,Bosnia and
Herzegovina; BB,BRB,Barbados; BD,BGD,Bangladesh; BE,BEL,Belgium; BF,BFA,Burkina Faso; BG,BGR,Bulgaria;
BH,BHR,Bahrain; BI,BDI,Burundi; BJ,BEN,Benin; BL,BLM,Saint Barthélemy; BM,BMU,Bermuda; BN,BRN,Brunei;
BO,BOL,Bolivia; BQ,BES,Caribbean Netherlands; BR,BRA,Brazil; BS,BHS,Bahamas; BT,BTN,Bhutan; BV,BVT,Bouvet
Island; BW,BWA,Botswana; BY,BLR,Belarus; BZ,BLZ,Belize; CA,CAN,Canada; CC,CCK,Cocos Islands; CD,COD,Congo -
Kinshasa; CF,CAF,Central African Republic; CG,COG,Congo - Brazzaville; CH,CHE,Switzerland; CI,CIV,Côte d'Ivoire;
CK,COK,Cook Islands; CL,CHL,Chile; CM,CMR,Cameroon; CN,CHN,China; CO,COL,Colombia; CR,CRI,Costa Rica;
CU,CUB,Cuba; CV,CPV,Cape Verde; CW,CUW,Curaçao; CX,CXR,Christmas Island; CY,CYP,Cyprus; CZ,CZE,Czechia;
DE,DEU,Germany; DJ,DJI,Djibouti; DK,DNK,Denmark; DM,DMA,Dominica; DO,DOM,Dominican Republic; DZ,DZA,Algeria;
EC,ECU,Ecuador; EE,EST,Estonia; EG,EGY,Egypt; EH,ESH,Western Sahara; ER,ERI,Eritrea; ES,ESP,Spain;
ET,ETH,Ethiopia; FI,FIN,Finland; FJ,FJI,Fiji; FK,FLK,Falkland Islands; FM,FSM,Micronesia; FO,FRO,Faroe Islands;
FR,FRA,France; GA,GAB,Gabon; GB,GBR,United Kingdom; GD,GRD,Grenada; GE,GEO,Georgia; GF,GUF,French Guiana;
GG,GGY,Guernsey; GH,GHA,Ghana; GI,GIB,Gibraltar; GL,GRL,Greenland; GM,GMB,Gambia; GN,GIN,Guinea;
GP,GLP,Guadeloupe; GQ,GNQ,Equatorial Guinea; GR,GRC,Greece; GS,SGS,South Georgia and South Sandwich Islands;
GT,GTM,Guatemala; GU,GUM,Guam; GW,GNB,Guinea-Bissau; GY,GUY,Guyana; HK,HKG,Hong Kong; HM,HMD,Heard Island and
McDonald Islands; HN,HND,Honduras; HR,HRV,Croatia; HT,HTI,Haiti; HU,HUN,Hungary; ID,IDN,Indonesia;
IE,IRL,Ireland; IL,ISR,Israel; IM,IMN,Isle of Man; IN,IND,India; IO,IOT,British Indian Ocean Territory;
IQ,IRQ,Iraq; IR,IRN,Iran; IS,ISL,Iceland; IT,ITA,Italy; JE,JEY,Jersey; JM,JAM,Jamaica; JO,JOR,Jordan;
JP,JPN,Japan; KE,KEN,Kenya; KG,KGZ,Kyrgyzstan; KH,KHM,Cambodia; KI,KIR,Kiribati; KM,COM,Comoros; KN,KNA,Saint
Kitts and Nevis; KP,PRK,North Korea; KR,KOR,South Korea; KW,KWT,Kuwait; KY,CYM,Cayman Islands;
KZ,KAZ,Kazakhstan; LA,LAO,Laos; LB,LBN,Lebanon; LC,LCA,Saint Lucia; LI,LIE,Liechtenstein; LK,LKA,Sri Lanka;
LR,LBR,Liberia; LS,LSO,Lesotho; LT,LTU,Lithuania; LU,LUX,Luxembourg; LV,LVA,Latvia; LY,LBY,Libya;
MA,MAR,Morocco; MC,MCO,Monaco; MD,MDA,Moldova; ME,MNE,Montenegro; MF,MAF,Saint Martin; MG,MDG,Madagascar;
MH,MHL,Marshall Islands; MK,MKD,North Macedonia; ML,MLI,Mali; MM,MMR,Myanmar; MN,MNG,Mongolia; MO,MAC,Macao;
MP,MNP,Northern Mariana Islands; MQ,MTQ,Martinique; MR,MRT,Mauritania; MS,MSR,Montserrat; MT,MLT,Malta;
MU,MUS,Mauritius; MV,MDV,Maldives; MW,MWI,Malawi; MX,MEX,Mexico; MY,MYS,Malaysia; MZ,MOZ,Mozambique;
NA,NAM,Namibia; NC,NCL,New Caledonia; NE,NER,Niger; NF,NFK,Norfolk Island; NG,NGA,Nigeria; NI,NIC,Nicaragua;
NL,NLD,Netherlands; NO,NOR,Norway; NP,NPL,Nepal; NR,NRU,Nauru; NU,NIU,Niue; NZ,NZL,New Zealand; OM,OMN,Oman;
PA,PAN,Panama; PE,PER,Peru; PF,PYF,French Polynesia; PG,PNG,Papua New Guinea; PH,PHL,Philippines;
PK,PAK,Pakistan; PL,POL,Poland; PM,SPM,Saint Pierre and Miquelon; PN,PCN,Pitcairn Islands; PR,PRI,Puerto Rico;
PS,PSE,Palestinian Territories; PT,PRT,Portugal; PW,PLW,Palau; PY,PRY,Paraguay; QA,QAT,Qatar; RE,REU,Réunion;
RO,ROU,Romania; RS,SRB,Serbia; RU,RUS,Russia; RW,RWA,Rwanda; SA,SAU,Saudi Arabia; SB,SLB,Solomon Islands;
SC,SYC,Seychelles; SD,SDN,Sudan; SE,SWE,Sweden; SG,SGP,Singapore; SH,SHN,Saint Helena, Ascension and Tristan da
Cunha; SI,SVN,Slovenia; SJ,SJM,Svalbard and Jan Mayen; SK,SVK,Slovakia; SL,SLE,Sierra Leone; SM,SMR,San Marino;
SN,SEN,Senegal; SO,SOM,Somalia; SR,SUR,Suriname; SS,SSD,South Sudan; ST,STP,São Tomé and Príncipe; SV,SLV,El
Salvador; SX,SXM,Sint Maarten; SY,SYR,Syria; SZ,SWZ,Eswatini; TC,TCA,Turks and Caicos Islands; TD,TCD,Chad;
TF,ATF,French Southern and Antarctic Lands; TG,TGO,Togo; TH,THA,Thailand; TJ,TJK,Tajikistan; TK,TKL,Tokelau;
TL,TLS,Timor-Leste; TM,TKM,Turkmenistan; TN,TUN,Tunisia; TO,TON,Tonga; TR,TUR,Türkiye; TT,TTO,Trinidad and
Tobago; TV,TUV,Tuvalu; TW,TWN,Taiwan; TZ,TZA,Tanzania; UA,UKR,Ukraine; UG,UGA,Uganda; UM,UMI,U.S. Outlying
Islands; US,USA,United States; UY,URY,Uruguay; UZ,UZB,Uzbekistan; VA,VAT,Vatican City; VC,VCT,Saint Vincent and
Grenadines; VE,VEN,Venezuela; VG,VGB,British Virgin Islands; VI,VIR,U.S. Virgin Islands; VN,VNM,Vietnam;
VU,VUT,Vanuatu; WF,WLF,Wallis and Futuna; WS,WSM,Samoa; YE,YEM,Yemen; YT,MYT,Mayotte; ZA,ZAF,South Africa;
ZM,ZMB,Zambia; ZW,ZWE,Zimbabwe
"""
_OTHER_NAMES = """
US,United States of America,U.S.,U.S.A.,America; GB,UK,U.K.,Great Britain,Britain,England,Scotland,
Wales,Northern Ireland; NL,Holland; CZ,Czech Republic;
RU,Russian Federation; TR,Turkey; MM,Burma; CI,Ivory Coast; KR,Republic of Korea; KP,DPRK; CV,Cabo Verde; CN,PRC;
SZ,Swaziland; MK,Macedonia; PS,Palestine; HK,Hong Kong; TL,East Timor; VA,Vatican; AE,UAE; CD,DRC; IR,Islamic
Republic of Iran; SY,Syrian Arab Republic; DE,Deutschland; ES,España; IT,Italia; AT,Österreich; CH,Schweiz;
RS,Srbija,Србија; RU,Россия; UA,Україна; PL,Polska; HU,Magyarország; SE,Sverige; NO,Norge; FI,Suomi; DK,Danmark
"""
_LANGUAGES = """
aa,Afar; ab,Abkhazian; ae,Avestan; af,Afrikaans; ak,Akan; am,Amharic; an,Aragonese; ar,Arabic,العربية;
as,Assamese; av,Avaric; ay,Aymara; az,Azerbaijani; ba,Bashkir; be,Belarusian,беларуская; bg,Bulgarian,български;
bi,Bislama; bm,Bambara; bn,Bangla,বাংলা; bo,Tibetan; br,Breton; bs,Bosnian; ca,Catalan,català; ce,Chechen;
ch,Chamorro; co,Corsican; cr,Cree; cs,Czech,čeština; cu,Church Slavic; cv,Chuvash; cy,Welsh,Cymraeg;
da,Danish,dansk; de,German,Deutsch; dv,Divehi; dz,Dzongkha; ee,Ewe; el,Greek,Ελληνικά; en,English; eo,Esperanto;
es,Spanish,español; et,Estonian,eesti; eu,Basque,euskara; fa,Persian,فارسی; ff,Fula; fi,Finnish,suomi;
fj,Fijian; fo,Faroese; fr,French,français; fy,Western Frisian; ga,Irish,Gaeilge; gd,Scottish Gaelic;
gl,Galician,galego; gn,Guarani; gu,Gujarati; gv,Manx; ha,Hausa; he,Hebrew,עברית; hi,Hindi,हिन्दी; ho,Hiri Motu;
hr,Croatian,hrvatski; ht,Haitian Creole; hu,Hungarian,magyar; hy,Armenian,հայերեն; hz,Herero; ia,Interlingua;
id,Indonesian,Indonesia; ie,Interlingue; ig,Igbo; ii,Sichuan Yi; ik,Inupiaq; io,Ido; is,Icelandic,íslenska;
it,Italian,italiano; iu,Inuktitut; ja,Japanese,日本語; jv,Javanese; ka,Georgian,ქართული; kg,Kongo; ki,Kikuyu;
kj,Kuanyama; kk,Kazakh,қазақ тілі; kl,Kalaallisut; km,Khmer; kn,Kannada; ko,Korean,한국어; kr,Kanuri; ks,Kashmiri;
ku,Kurdish; kv,Komi; kw,Cornish; ky,Kyrgyz; la,Latin; lb,Luxembourgish; lg,Ganda; li,Limburgish; ln,Lingala;
lo,Lao; lt,Lithuanian,lietuvių; lu,Luba-Katanga; lv,Latvian,latviešu; mg,Malagasy; mh,Marshallese; mi,Māori;
mk,Macedonian,македонски; ml,Malayalam; mn,Mongolian; mr,Marathi; ms,Malay,Melayu; mt,Maltese; my,Burmese;
na,Nauru; nb,Norwegian Bokmål,norsk bokmål; nd,North Ndebele; ne,Nepali; ng,Ndonga; nl,Dutch,Nederlands;
nn,Norwegian Nynorsk,norsk nynorsk; no,Norwegian,norsk; nr,South Ndebele; nv,Navajo; ny,Nyanja; oc,Occitan;
oj,Ojibwa; om,Oromo; or,Odia; os,Ossetic; pa,Punjabi; pi,Pali; pl,Polish,polski; ps,Pashto;
pt,Portuguese,português; qu,Quechua; rm,Romansh; rn,Rundi; ro,Romanian,română; ru,Russian,русский;
rw,Kinyarwanda; sa,Sanskrit; sc,Sardinian; sd,Sindhi; se,Northern Sami; sg,Sango; sh,Serbo-Croatian; si,Sinhala;
sk,Slovak,slovenčina; sl,Slovenian,slovenščina; sm,Samoan; sn,Shona; so,Somali; sq,Albanian,shqip;
sr,Serbian,српски; ss,Swati; st,Southern Sotho; su,Sundanese; sv,Swedish,svenska; sw,Swahili,Kiswahili;
ta,Tamil,தமிழ்; te,Telugu,తెలుగు; tg,Tajik; th,Thai,ไทย; ti,Tigrinya; tk,Turkmen; tl,Tagalog; tn,Tswana;
to,Tongan; tr,Turkish,Türkçe; ts,Tsonga; tt,Tatar; tw,Twi; ty,Tahitian; ug,Uyghur; uk,Ukrainian,українська;
ur,Urdu,اردو; uz,Uzbek,o‘zbek; ve,Venda; vi,Vietnamese,Tiếng Việt; vo,Volapük; wa,Walloon; wo,Wolof; xh,Xhosa;
yi,Yiddish; yo,Yoruba; za,Zhuang; zh,Chinese,中文; zu,Zulu
"""
_WORDS = """
television,tv,t.v.,tv station,tv channel,television station,tv network; radio,radio station; agency,news
agency,press agency,wire,wire service,newswire; newspaper,paper,daily,daily newspaper; website,web,web
site,site,online,news site,portal; social-media,social network,twitter,facebook,telegram;
ngo,charity,nonprofit,non-profit; military,army; organisation,organization,org,organisations;
person,people,human,individual; place,location,city,town,country,region; work,book,film,document
"""
"""Words of lists, each with what is typed for it; a list has the first of them or does not know the others."""


_COUNTRY_CODES = frozenset("EU UN XK AC TA SU YU DD CS".split())
"""Codes that ISO 3166 reserves, leaves to users or has withdrawn, and that outlets have."""
_THREE_LETTERS = dict(
    pair.split(":")
    for pair in """eng:en ger:de deu:de fre:fr fra:fr spa:es ita:it por:pt dut:nl nld:nl rus:ru ukr:uk pol:pl cze:cs
    ces:cs slo:sk slk:sk hun:hu rum:ro ron:ro bul:bg srp:sr hrv:hr slv:sl mac:mk mkd:mk gre:el ell:el tur:tr ara:ar
    per:fa fas:fa heb:he hin:hi jpn:ja chi:zh zho:zh kor:ko vie:vi tha:th ind:id may:ms msa:ms swe:sv dan:da nor:no
    nob:nb nno:nn fin:fi est:et lav:lv lit:lt ice:is isl:is alb:sq sqi:sq geo:ka kat:ka arm:hy hye:hy cat:ca baq:eu
    eus:eu glg:gl gle:ga wel:cy cym:cy urd:ur ben:bn tam:ta tel:te swa:sw afr:af bos:bs bel:be kaz:kk uzb:uz""".split()
)
"""Codes of ISO 639-2 of languages that a tag names by two letters, with these."""
_OF_COUNTRIES = dict(
    pair.split(":")
    for pair in "jp:ja cn:zh gr:el ua:uk cz:cs dk:da kr:ko rs:sr us:en gb:en at:de mx:es ng:en vn:vi".split()
)
"""Codes of countries that are none of a language, with the language that is meant."""
_LONGEST_SIGLUM = 6
_NOON = 12
_TIME = regex(
    r"(?P<hour>\d{1,2})(?: ?[:.h] ?|(?<=\d\d))(?P<minute>[0-5]\d)(?::\d\d)? ?(?:(?P<half>[ap])\.?m\.?|uhr|h|hrs?|min)?"
)


def country_meant(typed: str) -> str | None:
    """Return the code of ISO 3166 that a name or another code of a country means."""
    return _countries().get(_folded(typed)) or _countries().get(_folded(typed).replace(".", "").strip())


def language_meant(typed: str) -> str | None:
    """Return the tag that the name of a language means, or a tag in other signs (`en_us`)."""
    folded = _folded(typed).strip(" .,;")
    if (meant := _THREE_LETTERS.get(folded) or _OF_COUNTRIES.get(folded)) is not None:
        return meant
    tag = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?", typed.strip())
    if tag and (len(typed.strip()) == 2 or "-" in typed or "_" in typed):
        parts = (tag[1].lower(), (tag[2] or "").capitalize(), (tag[3] or "").upper())
        return "-".join(part for part in parts if part)
    return _languages().get(_folded(typed))


def is_country(code: str) -> bool:
    """Whether two letters are a country of ISO 3166, or one of the few that are used as such and are none."""
    return code in _COUNTRY_CODES or code in _country_codes()


def is_language(tag: str) -> bool:
    """Whether a tag begins with the code of a language. Of three letters only those are refused that have two."""
    code = tag.partition("-")[0]
    return code not in _THREE_LETTERS if len(code) > 2 else code in _language_codes()


def number_meant(typed: str) -> str | None:
    """Return the number to cite by that is meant: in capitals, or with signs in it."""
    number = re.sub(r"[\W_]", "", typed).lower()
    return number if re.fullmatch(r"[a-z]{0,3}[0-9]{1,5}", number) else None


def siglum_meant(typed: str) -> str | None:
    """Return a siglum without the spaces in it."""
    siglum = "".join(typed.split())
    return siglum if 0 < len(siglum) <= _LONGEST_SIGLUM else None


def time_meant(typed: str) -> str | None:
    """Return the time of day that is meant in another way of writing it: `16h17`, `4.17 pm`, `16:17 Uhr`."""
    match = _TIME.fullmatch(typed.strip().casefold())
    if match is None:
        return None
    hour, half = int(match["hour"]), match["half"]
    if half and not 0 < hour <= _NOON:
        return None
    hour = hour % _NOON + _NOON * half.startswith("p") if half else hour
    return f"{hour:02}:{match['minute']}" if hour < 2 * _NOON else None


def choice_meant(typed: str, choices: Collection[str]) -> str | None:
    """Return the word of a list that is meant: in other capitals, singular or plural, or by another name."""
    typed = typed.strip(" ,;.\"'“”„«»‘’")
    word = _folded(typed).replace(" ", "-").replace("_", "-")
    said = {word, f"{word}s", word.removesuffix("s"), _words().get(_folded(typed), "")}
    meant = [choice for choice in choices if choice in said]
    return meant[0] if len(meant) == 1 else None


@cache
def _countries() -> Mapping[str, str]:
    return {_folded(name): names[0] for names in (*_rows(_COUNTRIES), *_rows(_OTHER_NAMES)) for name in names}


@cache
def _languages() -> Mapping[str, str]:
    return {_folded(name): names[0] for names in _rows(_LANGUAGES) for name in names}


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(_countries().values())


@cache
def _language_codes() -> frozenset[str]:
    return frozenset(_languages().values())


@cache
def _words() -> Mapping[str, str]:
    return {name: names[0] for names in _rows(_WORDS) for name in names}


def _rows(table: str) -> Iterator[list[str]]:
    return ([name.strip() for name in row.split(",")] for row in " ".join(table.split()).split(";"))


def _folded(typed: str) -> str:
    return " ".join(typed.replace("’", "'").split()).removeprefix("the ").removeprefix("The ").casefold()
