"""The frame around every page: masthead, navigation, footer, the addresses of style and scripts."""

from __future__ import annotations

from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from builder.languages import direction_of
from builder.model.datewords import date_words
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from builder.pages.kinds import METHODOLOGY, At, Context, Edition, foreign_language
from builder.pages.parts.links import record_link
from builder.pages.parts.search_meta import SearchMeta
from builder.pages.parts.touring import TOUR, tour_title
from builder.pages.shapes.small import Link
from builder.pages.shapes.tour import TourPlace
from builder.paths import SitePath, relative_href
from builder.wording import language, marked, say

_REST = (
    "connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none';"
    " object-src 'none'"
)
POLICY = f"default-src 'none'; script-src 'self'; {_REST}"
"""What a page may load and run in a site without search: files of its own site. Nothing inline."""
SEARCH_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; " + _REST
)
"""The same where search opens over any page: it runs the engine's compiled code, in a worker made from a blob."""


NAVIGATION: tuple[tuple[str, str], ...] = (
    (marked("Claims"), "claims"),
    (marked("Comparisons"), "comparisons"),
    (marked("Articles"), "articles"),
    (marked("Topics"), "topics"),
    (marked("Timeline"), "timeline"),
    (marked("Sources"), "sources"),
)
"""The main navigation: words and the page kind that each leads to, left out where the build has no such page."""

FOOTER_RECORDS: tuple[tuple[str, str], ...] = tuple(
    (kind.list_title, kind.plural)
    for kind in RECORD_KINDS.values()
    if not kind.at_top and kind.plural not in dict(NAVIGATION).values()
)
"""The lists of records that the main navigation does not lead to."""


class NavLink(Struct, frozen=True):
    """An entry of the navigation."""

    label: str
    """Name of a section: `Claims`, `Sources`."""
    href: str
    """First page of that section."""
    current: str | None
    """For `aria-current`: `page` for this very page, `true` inside its section, None elsewhere."""


class FooterGroup(Struct, frozen=True):
    """A group of links at the foot of a page."""

    heading: str
    """Above them: `In this dossier`, `About`."""
    words: str | None
    """A line before the links: editors, contact, licence; None where the group has links only."""
    links: tuple[Link, ...]
    """May be empty where there are words."""


class SiteView(Struct, frozen=True):
    """The frame of one page; every link is relative to it."""

    language: str
    """Language tag of our own words, which stand around everything."""
    direction: str
    """Of our own words: `ltr` or `rtl`."""
    content_language: str
    """Language tag of the editors' words."""
    content_lang: str | None
    """The same where it is another than ours, for the words of the editors that stand in ours; else None."""
    csp: str
    """Content Security Policy of the page: files of its own site alone, and the search engine's code."""
    title: str
    """The dossier's name, in the editors' words."""
    subtitle: str | None
    """What stands under it; None where the editors gave none."""
    home: str
    """First page of the site."""
    stylesheet: str
    """The one file that all pages share."""
    theme_script: str
    """Runs before anything is drawn, so that the reader's choice of colours does not flicker."""
    scripts: tuple[str, ...]
    """Those of the whole site; `scripts_for` keeps what the body needs."""
    checking: str
    """Those that check the words of the page when a reader asks for it, in their order with a space between."""
    saving: str | None
    """The folder of the site, for readers who save it; None where that is not offered."""
    icon: str
    """An SVG for the browser's tab."""
    nav: tuple[NavLink, ...]
    """Main navigation; entries whose page this build has not are left out."""
    search: NavLink | None
    """Its last entry; None where the site is built without search."""
    footer: tuple[FooterGroup, ...]
    """Groups at the foot; those that would be empty are left out."""
    as_of: str | None
    """Date to which the dossier is complete, in words; None where the editors gave none."""
    search_meta: SearchMeta | None = None
    """What search is told of this very page; None where it is not to be found."""
    tour: TourPlace | None = None
    """Which stop of the guided path this very page is; None where it is none."""
    feed: str | None = None
    """The Atom feed of articles and changes; None where the site's address is not known."""


def site_view(at: At, section: str) -> SiteView:
    """Return the frame of a page that belongs to a section of the navigation."""
    dossier, edition = at.library.dossier, at.edition
    return SiteView(
        language=language(),
        direction=direction_of(language()),
        content_language=dossier.language,
        content_lang=foreign_language(at.library),
        csp=SEARCH_POLICY if at.routes.path("search") else POLICY,
        title=dossier.title,
        subtitle=dossier.subtitle,
        home=relative_href(SitePath("index.html"), at.page),
        stylesheet=relative_href(edition.stylesheet, at.page),
        theme_script=relative_href(edition.early_script, at.page),
        scripts=tuple(relative_href(script, at.page) for script in edition.scripts),
        checking=" ".join(relative_href(script, at.page) for script in edition.checking),
        saving=("../" * at.page.count("/") or "./") if edition.saving else None,
        icon=relative_href(edition.icon, at.page),
        nav=_navigation(at, section),
        search=_search(at),
        footer=_footer(at),
        as_of=date_words(dossier.as_of) if dossier.as_of else None,
        feed=at.href("data", "feed.xml"),
    )


class Frames:
    """The frames of a build's pages.

    Whatever a frame links to lies in a folder of the site or at its top. So all pages of one section that lie equally
    deep below one such folder have the same links: they share one frame.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        own = [kind for _, kind in NAVIGATION] + ["search"]
        self._own = frozenset(context.routes.path(kind) for kind in own)
        self._shared: dict[tuple[str, int, str], SiteView] = {}

    def frame(self, page: SitePath, section: str) -> SiteView:
        """Return what `site_view` returns; search, and an entry of the navigation, which names itself, has its own."""
        if page in self._own:
            return site_view(At(self.context, page), section)
        shared = (page.partition("/")[0], page.count("/"), section)
        if shared not in self._shared:
            self._shared[shared] = site_view(At(self.context, page), section)
        return self._shared[shared]


def rooted(edition: Edition, href: str) -> str:
    """Return a link from a page at the root of the site so that it holds at any depth; links elsewhere stay.

    A build that does not know its address leaves the link relative: right from disk and at the root of any site.
    """
    address = urlsplit(href)
    if edition.base_url is None or address.scheme or address.netloc:
        return href
    return urlsplit(edition.base_url).path + href


def rooted_site(at: At, section: str) -> SiteView:
    """Return the frame of a page that is shown at any depth."""
    site, edition = site_view(at, section), at.edition
    return replace(
        site,
        home=rooted(edition, site.home),
        stylesheet=rooted(edition, site.stylesheet),
        theme_script=rooted(edition, site.theme_script),
        scripts=tuple(rooted(edition, script) for script in site.scripts),
        checking=" ".join(rooted(edition, script) for script in site.checking.split()),
        saving=None,  # a page that is at no address of its own is none to come back to
        icon=rooted(edition, site.icon),
        nav=tuple(replace(link, href=rooted(edition, link.href)) for link in site.nav),
        search=replace(site.search, href=rooted(edition, site.search.href)) if site.search else None,
        feed=rooted(edition, site.feed) if site.feed else None,
        footer=tuple(replace(group, links=_rooted_links(edition, group.links)) for group in site.footer),
    )


def _rooted_links(edition: Edition, links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(replace(link, href=rooted(edition, link.href)) if link.href else link for link in links)


def _search(at: At) -> NavLink | None:
    target = at.routes.path("search")
    if target is None:
        return None
    return NavLink(say("Search"), relative_href(target, at.page), "page" if target == at.page else None)


def _navigation(at: At, section: str) -> tuple[NavLink, ...]:
    links: list[NavLink] = []
    for label, kind in NAVIGATION:
        target = at.routes.path(kind)
        if target is not None:
            current = "page" if target == at.page else "true" if kind == section else None
            links.append(NavLink(say(label), relative_href(target, at.page), current))
    return tuple(links)


def _footer(at: At) -> tuple[FooterGroup, ...]:
    groups = (
        FooterGroup(say("In this dossier"), None, _record_links(at)),
        FooterGroup(say("About"), licence_words(at.library.dossier), _about_links(at)),
        FooterGroup(say("Take it with you"), None, _data_links(at)),
    )
    return tuple(group for group in groups if group.words or group.links)


def _record_links(at: At) -> tuple[Link, ...]:
    tour = (tour_title(len(at.library.dossier.tour)), at.href(TOUR))
    hrefs = [tour, *((say(label), at.href(kind)) for label, kind in FOOTER_RECORDS)]
    return tuple(Link(href, label) for label, href in hrefs if href is not None)


def _about_links(at: At) -> tuple[Link, ...]:
    dossier = at.library.dossier
    pages = sorted(at.library.pages.values(), key=lambda record: (record.order, record.id))
    links = [record_link(at, "page", record.id) for record in pages]
    if METHODOLOGY not in at.library.pages:
        links.insert(0, Link(at.href("methodology"), say("Methodology")))
    if dossier.repository:
        links.append(Link(dossier.repository, say("Sources of this dossier")))
    if dossier.licence and dossier.licence.url:
        links.append(Link(dossier.licence.url, dossier.licence.name))
    return tuple(link for link in links if link.href is not None)


def licence_words(dossier: Dossier) -> str | None:
    """Return who edits a dossier, how to reach them and on which terms it stands; None where nothing is said."""
    editors = say(", ").join(dossier.editors)
    parts = [
        say("Edited by {editors}.", editors=editors) if editors else "",
        say("Contact: {contact}", contact=dossier.contact) if dossier.contact else "",
    ]
    if dossier.licence and not dossier.licence.url:
        parts.append(say("Licence: {licence}.", licence=dossier.licence.name))
    return " ".join(part for part in parts if part) or None


def _data_links(at: At) -> tuple[Link, ...]:
    hrefs = ((say(label), at.href("data", name)) for label, name in DATA_LINKS)
    return tuple(Link(href, label) for label, href in hrefs if href is not None)


DATA_LINKS: tuple[tuple[str, str], ...] = (
    (marked("Data"), ""),
    (marked("All data (JSON)"), "dossier.json"),
    (marked("Claim by article (CSV)"), "appearances.csv"),
    (marked("Bibliography (RIS)"), "bibliography.ris"),
)
"""What the footer offers for download: words and the name of the document in `data/`."""
