"""Pages that the reading was tuned on: shapes that news sites and their programs really make, in words of ours."""

from __future__ import annotations

import quopri

from tests.unit.intake.saved import PARAGRAPHS, SavedPage, ld, page, paragraphs

_COOKIES = '<div id="onetrust-banner-sdk" class="cookie-consent"><p>We and our 842 partners store and access cookies on your device. Last updated 1 June 2026. You may accept them all or manage your choices here.</p><button>Accept all</button></div>'
_RELATED = '<aside class="related-stories"><h3>Related stories</h3><ul><li><a href="/a">Bridge closed after storm</a> <time datetime="2014-02-01">1 February 2014</time></li><li><a href="/b">Dam inspected</a> <span class="date">12 December 2012</span></li></ul></aside>'
_WAYBACK = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base" lang="en" style="display:none;direction:ltr;"><div id="wm-ipp"><table><tr><td>12 captures</td><td>04 Nov 2015 - 19 Feb 2020</td></tr></table></div></div>
<!-- END WAYBACK TOOLBAR INSERT -->"""


def _mhtml() -> bytes:
    html = page(
        '<meta charset="utf-8"><title>Council backs flood wall | Harbour News</title><meta property="og:site_name" content="Harbour News"><meta property="article:published_time" content="2019-06-18T09:12:44+01:00">',
        f'<main><h1>Council backs flood wall</h1><p class="byline">By <a rel="author" href="/x">Tom Reed</a> | 18 June 2019</p>{paragraphs()}</main>',
    ).decode()
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.harbournews.example/news/flood-wall-481516\r\n"
        b"Subject: Council backs flood wall | Harbour News\r\nDate: Sat, 21 Nov 2026 10:11:12 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--abc123----"\r\n\r\n\r\n'
        b"------MultipartBoundary--abc123----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.harbournews.example/news/flood-wall-481516\r\n\r\n"
    ) + quopri.encodestring(html.encode()) + (
        b"\r\n------MultipartBoundary--abc123----\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: cid:css-1@mhtml.blink\r\n\r\nbody { margin: 0 }\r\n------MultipartBoundary--abc123------\r\n"
    )  # fmt: skip


PAGES = (
    SavedPage(
        "broadsheet.html",
        page(
            '<meta charset="utf-8"><title>Flood reaches old town | The Morning Post</title><meta property="og:title" content="Flood reaches old town"><meta property="og:site_name" content="The Morning Post"><meta property="article:published_time" content="2015-11-03T14:05:00.000Z"><meta property="article:modified_time" content="2015-11-05T08:00:00.000Z"><meta name="author" content="Jane Miller"><link rel="canonical" href="https://www.morningpost.example/news/flood-reaches-old-town">'
            + ld(
                **{
                    "@type": "NewsArticle",
                    "headline": "Flood reaches old town",
                    "datePublished": "2015-11-03T14:05:00.000Z",
                    "dateModified": "2015-11-05T08:00:00.000Z",
                    "author": [{"@type": "Person", "name": "Jane Miller"}],
                    "publisher": {
                        "@type": "Organization",
                        "name": "The Morning Post",
                        "logo": {"@type": "ImageObject"},
                    },
                }
            ),
            f'{_COOKIES}<header class="site-header"><a>The Morning Post</a><span>Saturday 21 November 2026</span></header><main><article><h1>Flood reaches old town</h1><p>By <a rel="author" href="/j">Jane Miller</a></p><p><span>Published</span> <time datetime="2015-11-03T14:05:00Z">3 Nov. 2015 14:05 GMT</time>. Updated <time datetime="2015-11-05T08:00:00Z">5 Nov. 2015 08:00 GMT</time></p>{paragraphs()}</article>{_RELATED}</main>',
            "en-GB",
        ),
        "Flood reaches old town",
        "2015-11-03",
        "The Morning Post",
        "Jane Miller",
        "en-GB",
    ),
    SavedPage(
        "updated-first.html",
        page(
            '<title>Old town under water - Radio Valley</title><meta property="og:site_name" content="Radio Valley"><meta property="og:title" content="Old town under water">'
            + ld(
                **{
                    "@graph": [
                        {"@type": "WebSite", "name": "Radio Valley"},
                        {"@type": "WebPage", "datePublished": "2018-01-09T06:31:00+00:00"},
                        {
                            "@type": "ReportageNewsArticle",
                            "headline": "Old town under water",
                            "datePublished": "2018-01-09T06:31:00+00:00",
                            "dateModified": "2018-01-10T09:00:00+00:00",
                            "publisher": {"@id": "#org", "name": "Radio Valley"},
                        },
                    ]
                }
            ),
            f'<article><h1>Old town under water</h1><div class="meta">Updated: January 10, 2018 9:00 am</div><div class="meta">First published: January 9, 2018 6:31 am</div>{paragraphs()}</article>',
            "en-US",
        ),
        "Old town under water",
        "2018-01-09",
        "Radio Valley",
        "",
        "en-US",
    ),
    SavedPage(
        "wordpress.html",
        page(
            '<meta charset="UTF-8" /><title>Sandbags all night &#8211; Valley Blog</title><meta name="generator" content="WordPress 6.1">',
            f'<div id="page" class="hfeed site"><header id="masthead"><p class="site-title"><a>Valley Blog</a></p></header><div id="content"><article id="post-71" class="post-71 post type-post hentry"><header class="entry-header"><h1 class="entry-title">Sandbags all night</h1><div class="entry-meta"><span class="posted-on">Posted on <a rel="bookmark"><time class="entry-date published" datetime="2016-03-14T22:10:05+00:00">March 14, 2016</time><time class="updated" datetime="2016-03-20T10:00:00+00:00">March 20, 2016</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n">Maria Keller</a></span></span></div></header><div class="entry-content">{paragraphs()}</div><footer class="entry-footer"><span class="cat-links">Posted in News</span></footer></article></div><aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>Recent Posts</h2><ul><li>Another one <span class="post-date">May 1, 2026</span></li></ul></section></aside></div>',
            "en-US",
        ),
        "Sandbags all night",
        "2016-03-14",
        "Valley Blog",
        "Maria Keller",
        "en-US",
    ),
    SavedPage(
        "german.html",
        page(
            '<meta charset="utf-8"><title>Hochwasser: Altstadt unter Wasser - Talbote</title><meta property="og:title" content="Hochwasser: Altstadt unter Wasser"><meta name="date" content="2017-07-05T18:22:00+02:00"><meta name="author" content="Talbote"><meta property="og:site_name" content="Talbote"><link rel="canonical" href="https://www.talbote.example/panorama/hochwasser-a-1155.html">',
            f'<main><article><header><h2><span class="topline">Unwetter</span></h2><h1>Hochwasser: Altstadt unter Wasser</h1><div>Von <b>Karin Vogel</b></div><div><time datetime="2017-07-05 18:22:00">05.07.2017, 18.22 Uhr</time></div></header>{paragraphs("de")}</article><section class="teaser-list"><div>Mehr zum Thema: 1.1.2010</div></section></main>',
            "de",
        ),
        "Hochwasser: Altstadt unter Wasser",
        "2017-07-05",
        "Talbote",
        "",
        "de",
    ),
    SavedPage(
        "french.html",
        page(
            '<meta charset="utf-8"><title>La vieille ville sous les eaux</title><meta property="og:site_name" content="Le Courrier du Val"><meta property="og:title" content="La vieille ville sous les eaux">',
            f'<article><h1>La vieille ville sous les eaux</h1><p class="article__author">Par Anne Petit</p><p class="article__date">Publié le 03 novembre 2015 à 14h05 - Mis à jour le 04 novembre 2015 à 09h00</p>{paragraphs("fr")}</article>',
            "fr",
        ),
        "La vieille ville sous les eaux",
        "2015-11-03",
        "Le Courrier du Val",
        "Anne Petit",
        "fr",
    ),
    SavedPage(
        "spanish.html",
        page(
            '<meta charset="utf-8"><title>El río inunda el casco antiguo | Sociedad | EL VALLE</title><meta property="og:site_name" content="EL VALLE"><meta property="og:title" content="El río inunda el casco antiguo">'
            + ld(
                **{
                    "@type": "NewsArticle",
                    "headline": "El río inunda el casco antiguo",
                    "datePublished": "2015-11-03T23:30:00Z",
                    "author": {"name": "Luis Pardo"},
                }
            ),
            f'<article><h1>El río inunda el casco antiguo</h1><div class="a_md"><span class="a_md_a">Luis Pardo</span> <span class="a_md_f">Madrid - <time>04 nov 2015 - 00:30 CET</time></span></div>{paragraphs("es")}</article>',
            "es-ES",
        ),
        "El río inunda el casco antiguo",
        "2015-11-04",
        "EL VALLE",
        "Luis Pardo",
        "es-ES",
    ),
    SavedPage(
        "russian-1251.html",
        page(
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Старый город затопило: Новости: Долина.ру</title>',
            f'<div class="b-topic"><h1 class="b-topic__title">Старый город затопило</h1><time class="g-date" pubdate="">14:05, 3 ноября 2015</time><div class="b-text">{paragraphs("ru")}</div></div>',
            "ru",
            "cp1251",
        ),
        "Старый город затопило",
        "2015-11-03",
        "",
        "",
        "ru",
    ),
    SavedPage(
        "serbian-cyrillic.html",
        page(
            '<meta charset="utf-8"><title>Стари град под водом - Долина Онлине</title><meta property="og:site_name" content="Долина Онлине">',
            f'<div class="article"><h1>Стари град под водом</h1><div class="author-date">Аутор: Марко Јовић • уторак, 03. новембар 2015. у 14:05</div>{paragraphs("sr")}</div>',
            "sr",
        ),
        "Стари град под водом",
        "2015-11-03",
        "Долина Онлине",
        "Марко Јовић",
        "sr",
    ),
    SavedPage(
        "turkish.html",
        page(
            '<meta charset="utf-8"><title>Eski şehir sular altında - Vadi Haber</title><meta property="og:site_name" content="Vadi Haber">',
            f'<article><h1>Eski şehir sular altında</h1><div class="news-date">Oluşturulma Tarihi: Kasım 03, 2015 14:05 | Son Güncelleme: Kasım 05, 2015 09:00</div>{paragraphs("tr")}</article>',
            "tr",
        ),
        "Eski şehir sular altında",
        "2015-11-03",
        "Vadi Haber",
        "",
        "tr",
    ),
    SavedPage(
        "arabic.html",
        page(
            '<meta charset="utf-8"><title>المدينة القديمة تحت الماء | أخبار الوادي</title><meta property="og:site_name" content="أخبار الوادي">',
            f'<article><h1>المدينة القديمة تحت الماء</h1><div class="date">نشر في: ٣ نوفمبر ٢٠١٥ - 14:05</div>{paragraphs("ar")}</article>',
            "ar",
        ),
        "المدينة القديمة تحت الماء",
        "2015-11-03",
        "أخبار الوادي",
        "",
        "ar",
    ),
    SavedPage(
        "chinese.html",
        page(
            '<meta charset="utf-8"><title>老城区被洪水淹没_河谷新闻网</title>',
            f'<div class="main"><h1>老城区被洪水淹没</h1><div class="info">2015年11月03日 14:05 来源：河谷新闻网</div><div class="article">{paragraphs("zh")}</div></div>',
            "zh-CN",
        ),
        "老城区被洪水淹没",
        "2015-11-03",
        "河谷新闻网",
        "",
        "zh-CN",
    ),
    SavedPage(
        "japanese-sjis.html",
        page(
            '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><title>旧市街が浸水：谷日報</title>',
            f'<div id="main"><h1>旧市街が浸水</h1><p class="date">2015年11月3日14時05分</p>{paragraphs("ja")}</div>',
            "ja",
            "cp932",
        ),
        "旧市街が浸水",
        "2015-11-03",
        "",
        "",
        "ja",
    ),
    SavedPage(
        "korean.html",
        page(
            '<meta charset="utf-8"><title>구시가지 침수 : 계곡신문</title><meta property="og:site_name" content="계곡신문"><meta property="og:title" content="구시가지 침수">',
            f'<div><h3 class="tit_view">구시가지 침수</h3><span class="info_view">김민수 기자 <span class="num_date">입력 2015. 11. 3. 14:05 수정 2015. 11. 4. 9:00</span></span><section>{paragraphs("ko")}</section></div>',
            "ko",
        ),
        "구시가지 침수",
        "2015-11-03",
        "계곡신문",
        "",
        "ko",
    ),
    SavedPage(
        "tables-2001.html",
        page(
            '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"><TITLE>Valley Times | EUROPE | River bursts its banks</TITLE>',
            "<TABLE BORDER=0 WIDTH=760><TR><TD COLSPAN=2><FONT SIZE=1>Front Page | World | UK</FONT></TD></TR><TR><TD WIDTH=120 VALIGN=TOP><FONT SIZE=1>News<BR>Sport<BR>Weather</FONT></TD><TD WIDTH=640 VALIGN=TOP><FONT SIZE=1>Friday, 9 November, 2001, 16:42 GMT</FONT><BR><B><FONT SIZE=5>River bursts its banks</FONT></B><BR><BR>"
            + "<BR><BR>".join(words.replace("’", "\x92") for words in PARAGRAPHS["en"])
            + "<BR><BR><TABLE><TR><TD><B>See also:</B></TD></TR><TR><TD>02 Jan 99 | Europe<BR>Dam inspected</TD></TR></TABLE></TD></TR></TABLE>",
            "",
            "latin-1",
            '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
        ),
        "River bursts its banks",
        "2001-11-09",
        "Valley Times",
    ),
    SavedPage(
        "wayback.html",
        page(
            '<meta charset="utf-8"><title>Mayor thanks helpers - Valley Star</title><meta property="og:site_name" content="Valley Star"><link rel="canonical" href="https://web.archive.org/web/20151104120000/http://www.valleystar.example/2015/11/03/mayor-thanks-helpers/">',
            f'{_WAYBACK}<article><h1>Mayor thanks helpers</h1><p class="date">November 3, 2015</p>{paragraphs()}</article>\n<!--\n     FILE ARCHIVED ON 12:00:00 Nov 04, 2015 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 10:11:12 Nov 21, 2026.\n-->',
        ),
        "Mayor thanks helpers",
        "2015-11-03",
        "Valley Star",
    ),
    SavedPage(
        "chrome.mhtml", _mhtml(), "Council backs flood wall", "2019-06-18", "Harbour News", "Tom Reed", "en"
    ),
    SavedPage(
        "amp.html",
        page(
            '<meta charset="utf-8"><script async src="https://cdn.ampproject.org/v0.js"></script><title>Old bridge will be rebuilt</title><link rel="canonical" href="https://www.dailyhill.example/local/old-bridge-rebuilt">'
            + ld(
                **{
                    "@type": "NewsArticle",
                    "mainEntityOfPage": "https://www.dailyhill.example/local/old-bridge-rebuilt",
                    "headline": "Old bridge will be rebuilt",
                    "datePublished": "2020-02-29T07:00:00-05:00",
                    "author": {"@type": "Person", "name": "Ann Wu"},
                    "publisher": {"@type": "Organization", "name": "Daily Hill"},
                }
            ),
            f'<header><amp-img src="x"></amp-img></header><main><h1>Old bridge will be rebuilt</h1><p>Ann Wu</p>{paragraphs()}</main>',
        ).replace(b"<html ", "<html ⚡ ".encode()),
        "Old bridge will be rebuilt",
        "2020-02-29",
        "Daily Hill",
        "Ann Wu",
        "en",
    ),
    SavedPage(
        "no-date.html",
        page(
            "<title>About the river | Valley Facts</title>",
            f"<header>Today is Saturday, November 21, 2026</header><main><h1>About the river</h1>{paragraphs()}</main><footer>© 2009-2026 Valley Facts</footer>",
        ),
        "About the river",
        None,
        "Valley Facts",
    ),
    SavedPage(
        "syndicated.html",
        page(
            '<meta charset="utf-8"><title>Flood wall to cost millions - Portal News</title><meta property="og:site_name" content="Portal News"><meta property="og:url" content="https://news.portal.example/flood-wall-to-cost-millions-101500.html">'
            + ld(
                **{
                    "@type": "NewsArticle",
                    "headline": "Flood wall to cost millions",
                    "datePublished": "2022-05-02T10:15:00.000Z",
                    "provider": {"name": "Newswire"},
                    "publisher": {"@type": "Organization", "name": "Portal News"},
                    "author": {"@type": "Organization", "name": "Newswire"},
                }
            ),
            f'<div class="caas-header"><h1>Flood wall to cost millions</h1><div class="caas-attr">Newswire</div><div class="caas-attr-time-style"><time datetime="2022-05-02T10:15:00.000Z">Mon, May 2, 2022 at 10:15 AM</time> · 2 min read</div></div><div class="caas-body">{paragraphs()}</div><div class="caas-readmore">Most read: 12 April 2022</div>',
        ),
        "Flood wall to cost millions",
        "2022-05-02",
        "Portal News",
        "Newswire",
        "en",
    ),
    SavedPage(
        "microdata.html",
        page(
            "<title>Families return home</title>",
            f'<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Families return home</h1><meta itemprop="datePublished" content="2014-12-24"><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Peter Hall</span></span><span itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="Evening Bell"></span><div itemprop="articleBody">{paragraphs()}</div></div>',
        ),
        "Families return home",
        "2014-12-24",
        "",
        "",
    ),
)
