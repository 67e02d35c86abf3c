"""Pages that were kept back while the reading was tuned, and measured once: other sites, other programs, other years."""

from __future__ import annotations

from tests.unit.intake.saved import PARAGRAPHS, SavedPage, ld, page, paragraphs

_CONSENT = '<div class="fc-consent-root"><div class="fc-dialog"><p>This site asks for consent to use your data. Your choices, effective 25 May 2018, will be kept for thirteen months and may be changed at any time.</p></div></div>'

PAGES = (
    SavedPage(
        "paper-of-record.html",
        page(
            '<meta charset="utf-8"><title data-rh="true">A River Comes to Town - The Hill Times</title><meta property="og:title" content="A River Comes to Town (Published 2017)"><meta property="article:published_time" content="2017-08-30T23:58:11.000Z"><meta name="byl" content="By Dana Cole"><meta name="pdate" content="20170830"><meta property="og:site_name" content="hilltimes.example">'
            + ld(
                **{
                    "@type": "NewsArticle",
                    "headline": "A River Comes to Town",
                    "datePublished": "2017-08-30T23:58:11.000Z",
                    "author": [{"@type": "Person", "url": "https://x.example", "name": "Dana Cole"}],
                    "publisher": {"@id": "https://x.example/#publisher", "name": "The Hill Times"},
                }
            ),
            f'<div id="app"><div><header><section><span>Subscribe</span></section><div>Today’s Paper</div></header><main id="site-content"><article id="story"><div><h1 data-testid="headline" id="link-1"><span>A River Comes to Town</span></h1></div><div><p>By <span itemprop="name">Dana Cole</span></p></div><ul><li><time datetime="2017-08-30T19:58:11-04:00">Aug. 30, 2017</time></li></ul><section name="articleBody">{paragraphs()}</section></article></main></div></div>',
        ),
        "A River Comes to Town",
        "2017-08-30",
        "The Hill Times",
        "Dana Cole",
        "en",
    ),
    SavedPage(
        "broadcaster-2012.html",
        page(
            '<meta charset="utf-8"><title>Valley News - Homes evacuated as river rises</title><meta name="OriginalPublicationDate" content="2012/07/04 15:20:44"><meta property="og:title" content="Homes evacuated as river rises"><meta property="og:site_name" content="Valley News">',
            f'<div id="blq-container"><div class="story-body"><span class="story-date"><span class="date">4 July 2012</span> <span class="time-text">Last updated at <span class="time">16:20</span></span></span><div class="share-help"><h3>Share this page</h3></div><h1 class="story-header">Homes evacuated as river rises</h1><p class="introduction" id="story_continues_1">{PARAGRAPHS["en"][0]}</p><p>{PARAGRAPHS["en"][1]}</p><div class="story-related"><h2>Related Stories</h2><ul><li><a>Dam gates opened</a> 29 JUNE 2012, EUROPE</li></ul></div><p>{PARAGRAPHS["en"][2]}</p></div></div>',
            "en-GB",
        ),
        "Homes evacuated as river rises",
        "2012-07-04",
        "Valley News",
        "",
        "en-GB",
    ),
    SavedPage(
        "liberal-daily.html",
        page(
            '<meta charset="utf-8"><title>Flood wall ‘would not have helped’, say engineers | Flooding | The Sentinel</title><meta property="og:title" content="Flood wall ‘would not have helped’, say engineers"><meta property="og:site_name" content="the Sentinel"><meta property="article:published_time" content="2021-07-16T13:47:59.000Z"><meta property="article:author" content="https://www.sentinel.example/profile/rosa-lind"><meta name="author" content="Rosa Lind">',
            f'{_CONSENT}<div data-gu-name="headline"><h1>Flood wall ‘would not have helped’, say engineers</h1></div><address aria-label="Contributor info"><div data-component="meta-byline"><a rel="author">Rosa Lind</a></div></address><details><summary><span>Fri 16 Jul 2021 14.47 BST</span></summary><span>Last modified on Mon 19 Jul 2021 10.02 BST</span></details><div id="maincontent">{paragraphs()}</div>',
        ),
        "Flood wall ‘would not have helped’, say engineers",
        "2021-07-16",
        "the Sentinel",
        "Rosa Lind",
        "en",
    ),
    SavedPage(
        "agency-datestamp.html",
        page(
            '<meta charset="utf-8"><title>River bursts banks, hundreds flee | Wire News</title><meta property="og:site_name" content="Wire News">',
            f'<div class="Page-content"><h1 class="Page-headline">River bursts banks, hundreds flee</h1><div class="Page-byline">By HANK GREEN</div><div class="Page-dateModified"><bsp-timestamp>Published 10:15 PM EST, March 4, 2021</bsp-timestamp></div><div class="RichTextStoryBody"><p>OLD TOWN (WN) — {PARAGRAPHS["en"][0]}</p><p>{PARAGRAPHS["en"][1]}</p><p>{PARAGRAPHS["en"][2]}</p></div></div>',
        ),
        "River bursts banks, hundreds flee",
        "2021-03-04",
        "Wire News",
        "",
        "en",
    ),
    SavedPage(
        "italian.html",
        page(
            '<meta charset="utf-8"><title>Il fiume invade il centro - Corriere della Valle</title><meta property="og:site_name" content="Corriere della Valle"><meta property="og:title" content="Il fiume invade il centro">',
            f'<article><h1 class="title-art">Il fiume invade il centro</h1><p class="is-author">di <span class="writer">Paola Neri</span></p><p class="is-last-update media-news-date-time">3 novembre 2015 (modifica il 4 novembre 2015 | 08:12)</p>{paragraphs("es")}</article>',
            "it",
        ),
        "Il fiume invade il centro",
        "2015-11-03",
        "Corriere della Valle",
        "Paola Neri",
        "it",
    ),
    SavedPage(
        "polish.html",
        page(
            '<meta charset="utf-8"><title>Rzeka zalała stare miasto - Gazeta Doliny</title><meta property="og:site_name" content="Gazeta Doliny"><meta property="article:published_time" content="2016-09-21T05:40:00+0200">',
            f'<section class="art_content"><h1 id="art_title">Rzeka zalała stare miasto</h1><div id="art-datetime"><time datetime="2016-09-21T05:40">21 września 2016 | 05:40</time></div><div>{paragraphs("de")}</div></section>',
            "pl",
        ),
        "Rzeka zalała stare miasto",
        "2016-09-21",
        "Gazeta Doliny",
        "",
        "pl",
    ),
    SavedPage(
        "serbian-latin.html",
        page(
            '<meta charset="utf-8"><title>Stari grad pod vodom - Vesti - Dolina92.net</title><meta property="og:title" content="Stari grad pod vodom">',
            f'<div class="article-content"><div class="article-header"><h1>Stari grad pod vodom</h1><p class="article-info"><span class="article-author">Izvor: Tanjug</span> <small class="article-info2">utorak, 3.11.2015. | 14:05</small></p></div>{paragraphs("sr-Latn")}</div>',
            "sr-Latn",
        ),
        "Stari grad pod vodom",
        "2015-11-03",
        "",
        "",
        "sr-Latn",
    ),
    SavedPage(
        "serbian-month.html",
        page(
            '<meta charset="utf-8"><title>Померена седница | Политика долине</title><meta property="og:site_name" content="Политика долине">',
            f'<div class="content"><h1>Померена седница</h1><div class="published"><strong>Објављено:</strong> 28. маја 2014. у 21:15 <strong>Последњи пут ажурирано:</strong> 29. маја 2014. у 07:30</div>{paragraphs("sr")}</div>',
            "sr-RS",
        ),
        "Померена седница",
        "2014-05-28",
        "Политика долине",
        "",
        "sr-RS",
    ),
    SavedPage(
        "russian-agency.html",
        page(
            '<meta charset="utf-8"><title>Власти оценили ущерб от наводнения - Долина Новости, 08.12.2016</title><meta property="og:title" content="Власти оценили ущерб от наводнения"><meta property="og:site_name" content="Долина Новости"><meta name="analytics:p_ts" content="1481190000">',
            f'<div class="article__header"><div class="article__info"><div class="article__info-date"><a>12:40 08.12.2016</a> <span class="article__info-date-modified">(обновлено: 13:02 08.12.2016)</span></div></div><h1 class="article__title">Власти оценили ущерб от наводнения</h1></div><div class="article__body"><p><strong>МОСКВА, 8 дек — Долина Новости.</strong> {PARAGRAPHS["ru"][0]}</p><p>{PARAGRAPHS["ru"][1]}</p><p>{PARAGRAPHS["ru"][2]}</p></div>',
            "ru",
        ),
        "Власти оценили ущерб от наводнения",
        "2016-12-08",
        "Долина Новости",
        "",
        "ru",
    ),
    SavedPage(
        "russian-2004-tables.html",
        page(
            '<meta http-equiv=Content-Type content="text/html; charset=windows-1251"><title>ДОЛИНА.Ру | Наводнение | Реку удержали мешками</title>',
            "<table width=100%><tr><td class=menu>Главная<br>В России<br>Спорт</td><td><font class=date>25 октября 2004, понедельник, 18:37</font><br><font size=+2><b>Реку удержали мешками</b></font><br><br>"
            + "".join(f"<p>{words}" for words in PARAGRAPHS["ru"])
            + "</td></tr></table>",
            "",
            "cp1251",
            "",
        ),
        "Реку удержали мешками",
        "2004-10-25",
        "",
        "",
        "",
    ),
    SavedPage(
        "turkish-numbers.html",
        page(
            '<meta charset="utf-8"><title>Sel sonrası temizlik başladı | Ova Gazetesi</title><meta property="og:site_name" content="Ova Gazetesi">'
            + ld(
                **{
                    "@type": "NewsArticle",
                    "headline": "Sel sonrası temizlik başladı",
                    "datePublished": "2023-02-11T09:15:00+03:00",
                    "dateModified": "2023-02-12T10:00:00+03:00",
                    "author": {"@type": "Organization", "name": "Ova Gazetesi"},
                    "publisher": {"@type": "Organization", "name": "Ova Gazetesi"},
                }
            ).replace("}</script>", ",}</script>"),
            f'<article><h1>Sel sonrası temizlik başladı</h1><div class="text-date">Giriş: 11.02.2023 - 09:15 | Güncelleme: 12.02.2023 - 10:00</div>{paragraphs("tr")}</article>',
            "tr",
        ),
        "Sel sonrası temizlik başladı",
        "2023-02-11",
        "Ova Gazetesi",
        "",
        "tr",
    ),
    SavedPage(
        "arabic-levant.html",
        page(
            '<meta charset="utf-8"><title>عودة العائلات إلى منازلها - صحيفة الوادي</title><meta property="og:site_name" content="صحيفة الوادي">',
            f'<article><h1>عودة العائلات إلى منازلها</h1><span class="author">سامر حداد</span><span class="article-date">الثلاثاء، 3 تشرين الثاني 2015</span>{paragraphs("ar")}</article>',
            "ar",
        ),
        "عودة العائلات إلى منازلها",
        "2015-11-03",
        "صحيفة الوادي",
        "",
        "ar",
    ),
    SavedPage(
        "chinese-traditional.html",
        page(
            '<meta charset="utf-8"><title>舊城區淹水 三百人撤離 | 河谷報</title><meta property="og:site_name" content="河谷報"><meta property="og:title" content="舊城區淹水 三百人撤離 | 河谷報"><meta property="article:published_time" content="2019-05-20T16:45:00+08:00">',
            f'<div class="centralContent"><h1><span>舊城區淹水 三百人撤離</span></h1><div class="updatetime"><span>2019/5/20 16:45</span>（5/20 18:02 更新）</div>{paragraphs("zh")}</div>',
            "zh-Hant-TW",
        ),
        "舊城區淹水 三百人撤離",
        "2019-05-20",
        "河谷報",
        "",
        "zh-Hant-TW",
    ),
    SavedPage(
        "japanese-paper.html",
        page(
            '<meta charset="utf-8"><title>堤防の修復始まる：朝谷新聞デジタル</title><meta property="og:title" content="堤防の修復始まる：朝谷新聞デジタル"><meta property="og:site_name" content="朝谷新聞デジタル">',
            f'<main><h1>堤防の修復始まる</h1><p><span>山田花子</span><time datetime="2018-07-09T05:00">2018年7月9日 5時00分</time></p>{paragraphs("ja")}<div class="Related"><h2>関連ニュース</h2><p>2017年1月1日 ダム点検</p></div></main>',
            "ja",
        ),
        "堤防の修復始まる",
        "2018-07-09",
        "朝谷新聞デジタル",
        "",
        "ja",
    ),
    SavedPage(
        "korean-agency.html",
        page(
            '<meta charset="utf-8"><title>강물 넘쳐 300명 대피 | 골짜기통신</title><meta property="og:title" content="강물 넘쳐 300명 대피 | 골짜기통신"><meta property="article:published_time" content="2020-08-07T09:30:12+09:00"><meta property="og:site_name" content="골짜기통신">',
            f'<header class="title-article01"><h1 class="tit">강물 넘쳐 300명 대피</h1><p class="update-time"><span class="txt">송고시간</span>2020-08-07 09:30</p></header><div class="story-news"><p>(골짜기=골짜기통신) 이영희 기자 = {PARAGRAPHS["ko"][0]}</p><p>{PARAGRAPHS["ko"][1]}</p><p>{PARAGRAPHS["ko"][2]}</p></div>',
            "ko",
        ),
        "강물 넘쳐 300명 대피",
        "2020-08-07",
        "골짜기통신",
        "",
        "ko",
    ),
    SavedPage(
        "blogspot.html",
        page(
            "<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><meta content='blogger' name='generator'/><title>River Notes: Water in the cellar again</title>",
            f"<div class='main section'><h2 class='date-header'><span>Wednesday, September 10, 2014</span></h2><div class='post hentry'><h3 class='post-title entry-title'>Water in the cellar again</h3><div class='post-body entry-content'>{'<br /><br />'.join(PARAGRAPHS['en'])}</div><div class='post-footer'><span class='post-author vcard'>Posted by <span class='fn'>Old Miller</span></span> at <a class='timestamp-link'><abbr class='published' title='2014-09-10T07:21:00-07:00'>7:21 AM</abbr></a></div></div><div id='comments'><h4>2 comments:</h4><p>Anonymous said... September 12, 2014 at 3:00 PM It was the same at our house and nobody came to help us with the pumps.</p></div></div><div class='sidebar section'><h2>Blog Archive</h2><ul><li>2014 (12)</li></ul></div>",
            "",
        ),
        "Water in the cellar again",
        "2014-09-10",
        "River Notes",
        "",
        "",
    ),
    SavedPage(
        "drupal-council.html",
        page(
            '<meta charset="utf-8" /><meta name="Generator" content="Drupal 9 (https://www.drupal.org)" /><title>Statement on the flood of the old town | Valley Council</title>',
            f'<div class="region region-header"><div id="block-sitename">Valley Council</div></div><main role="main"><h1 class="page-header"><span class="field field--name-title">Statement on the flood of the old town</span></h1><article class="node node--type-press-release"><div class="field field--name-field-date"><div class="field__label">Date</div><div class="field__item">12/11/2020</div></div><div class="field field--name-body">{paragraphs()}</div></article></main>',
            "en-GB",
        ),
        "Statement on the flood of the old town",
        "2020-11-12",
        "Valley Council",
        "",
        "en-GB",
    ),
    SavedPage(
        "american-numbers.html",
        page(
            '<meta charset="utf-8"><title>Residents sue over levee</title><link rel="canonical" href="https://www.countyledger.example/2019/04/05/residents-sue-over-levee/"><meta property="og:site_name" content="County Ledger">',
            f'<article><h1>Residents sue over levee</h1><div class="byline">By Sam Ortiz, Staff Writer</div><div class="date">04/05/2019 06:00 AM EDT</div>{paragraphs()}</article>',
        ),
        "Residents sue over levee",
        "2019-04-05",
        "County Ledger",
        "Sam Ortiz",
        "en",
    ),
    SavedPage(
        "firefox-complete.htm",
        page(
            '<meta http-equiv="content-type" content="text/html; charset=UTF-8"><title>Crédits pour la digue votés | Le Messager</title><meta property="og:site_name" content="Le Messager"><meta property="og:type" content="article"><script src="cr%C3%A9dits_fichiers/main.js"></script>',
            f'<div class="wrapper"><div class="bandeau">samedi 21 novembre 2026</div><div class="content"><h1 class="titre">Crédits pour la digue votés</h1><div class="infos">Le Messager avec AFP, publié le 1er février 2016 à 18h30</div>{paragraphs("fr")}<div class="lire-aussi related"><p>Lire aussi : La crue de 1987, publié le 14 mars 2007</p></div></div></div>',
            "fr",
        ),
        "Crédits pour la digue votés",
        "2016-02-01",
        "Le Messager",
        "",
        "fr",
    ),
    SavedPage(
        "singlefile.html",
        page(
            '<!--\n Page saved with SingleFile \n url: https://www.stadtanzeiger.example/lokales/damm-haelt-1.4711 \n saved date: Sat Nov 21 2026 10:11:12 GMT+0100\n--><meta charset="utf-8"><title>Damm hält stand – Stadtanzeiger</title><meta property="og:site_name" content="Stadtanzeiger"><meta name="robots" content="index">',
            f'<article><header><h1>Damm hält stand</h1><span class="author">von Eva Klein</span><span class="stand">Stand: 22.03.2018, 17:00 Uhr</span><span class="date">Erstellt am 21.03.2018, 19:45 Uhr</span></header>{paragraphs("de")}</article>',
            "de",
        ),
        "Damm hält stand",
        "2018-03-21",
        "Stadtanzeiger",
        "Eva Klein",
        "de",
    ),
    SavedPage(
        "wayback-masthead.html",
        page(
            '<meta charset="utf-8"><title>The Valley Herald :: Bridge reopens for traffic</title>',
            f'<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><div id="wm-ipp"><p>3 captures 13 May 2008 - 1 Oct 2010</p></div></div><!-- END WAYBACK TOOLBAR INSERT --><div id="top"><div>Tuesday 13 May 2008</div><ul><li><a href="https://web.archive.org/web/20080513101112/http://www.valleyherald.example/">Home</a></li></ul></div><div id="story"><h1>Bridge reopens for traffic</h1>{paragraphs()}<p class="small">First published: 12 May 2008</p></div>\n<!--\n     FILE ARCHIVED ON 10:11:12 May 13, 2008 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 09:00:00 Nov 21, 2026.\n-->',
        ),
        "Bridge reopens for traffic",
        "2008-05-12",
        "The Valley Herald",
    ),
    SavedPage(
        "update-only.html",
        page(
            '<meta charset="utf-8"><title>What to do when the water comes - Valley Council</title>',
            f'<main><h1>What to do when the water comes</h1>{paragraphs()}<p class="last-reviewed">Page last updated: 9 October 2022</p></main>',
            "en-GB",
        ),
        "What to do when the water comes",
        None,
        "Valley Council",
        "",
        "en-GB",
    ),
    SavedPage(
        "undated-2003.html",
        page(
            "<title>The flood as I saw it</title>",
            f"<center><h1>The flood as I saw it</h1></center>{paragraphs()}<hr><p><i>Copyright 1999-2003 by the author. You are visitor number 004711.</i></p>",
            "",
        ),
        "The flood as I saw it",
        None,
    ),
    SavedPage(
        "seo-title.html",
        page(
            '<meta charset="utf-8"><title>Flood news: why the wall failed | Morning Call</title><meta property="og:title" content="Why the wall failed – and what the engineers knew"><meta property="og:site_name" content="Morning Call">'
            + ld(
                **{
                    "@type": "ItemList",
                    "itemListElement": [
                        {"@type": "NewsArticle", "headline": "Another story", "datePublished": "2011-01-01"}
                    ],
                }
            )
            + ld(
                **{
                    "@type": "NewsArticle",
                    "headline": "Why the wall failed – and what the engineers knew",
                    "datePublished": "2024-06-06T04:00:00+02:00",
                    "publisher": {"name": "Morning Call"},
                }
            ),
            f'<article><p class="kicker">Analysis</p><h1>Why the wall failed – and what the engineers knew</h1><p class="dek">They had warned the council for years.</p><p>2 days ago</p>{paragraphs()}</article>',
        ),
        "Why the wall failed – and what the engineers knew",
        "2024-06-06",
        "Morning Call",
        "",
        "en",
    ),
)
