"""The one room that knows the order of the stages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment

from ..content.loading import SETTINGS_PATH, Content, load, settings_place
from ..content.reading import ReadFile, read_entry
from ..images.cards.press import Press
from ..images.darkroom import Darkroom
from ..images.pictures import Picture, find_pictures
from ..outlets.api import api_files
from ..outlets.asset import Asset
from ..outlets.eligibility import policies_data
from ..outlets.embeds import embeds, heights_file, oembed_urls, offer
from ..outlets.feeds import FullText, Subscription, feeds, name_of, subscriptions
from ..outlets.metadata import SiteFacts
from ..outlets.news_sitemap import news_sitemap
from ..outlets.policies.calendars import calendars
from ..outlets.policies.finder_file import finder_file
from ..outlets.policies.open_data import open_data
from ..outlets.policies.subscriptions import policy_subscriptions
from ..outlets.search.documents import documents
from ..outlets.search.parts import parts
from ..outlets.search.root import root
from ..outlets.sitemap import robots, sitemap
from ..pages import (
    cases,
    columns,
    embedding,
    front,
    matching,
    plain,
    policies,
    policy_index,
    policy_overview,
    preview,
    search,
    service,
    terms,
    timeline,
)
from ..pages import (
    open_data as data_page,
)
from ..pages.galleries import checking
from ..pages.galleries import section as galleries
from ..pages.shared.cards import make_cards
from ..pages.shared.page import PageInputs, SitePage
from ..pages.shared.pictures import picture_view
from ..pages.shared.policy_facets import finder
from ..problems import Problem, sorted_problems
from ..problems.catalogue.files import SAME_ADDRESS
from ..problems.catalogue.pictures import HERO_WITHOUT_ALT
from ..prose import Prose
from ..settings.options import BuildOptions
from ..settings.site import SiteSettings
from .bodies import Bodies
from .embedding import Embeds, embedded
from .links import Addresses, handwritten_urls, resolve_links
from .media import wanted_media
from .portable import portable_body
from .printing import Printing, printing_problems
from .rendering import environment
from .search import SearchIndex
from .styleguide import example_drawer, styleguide_assets, styleguide_page
from .theme import THEME, load_theme, template_state

SECTIONS = (
    front, embedding, columns, cases, policy_index, policies, policy_overview, matching, data_page, galleries, plain, terms, timeline, search, service,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """Content with everything that can be said of it before a page is made."""

    content: Content
    prose: Mapping[str, Prose]
    pictures: Mapping[tuple[str, str], Picture]
    links: Mapping[str, Mapping[str, str | None]]
    pages: tuple[SitePage, ...]
    problems: tuple[Problem, ...]
    printing: Printing | None = None
    inputs: PageInputs | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """All that a site is written from: the same bytes for the same content and moment.

    ``assets`` are the files that are no pages; ``writing`` draws the pages of ``checked``, while ``search`` makes its
    files. ``templates`` tells two states of the theme apart; ``facts`` are what the heads of all pages share.
    ``embeds`` are drawn when they are written, too.
    """

    checked: Checked
    settings: SiteSettings
    environment: Environment
    handwritten: tuple[str, ...]
    assets: tuple[Asset, ...]
    templates: tuple[tuple[str, int], ...]
    search: SearchIndex
    facts: SiteFacts
    embeds: Embeds


def check(
    project: Path,
    options: BuildOptions,
    cache_path: Path | None,
    read: ReadFile = read_entry,
    last_settings: SiteSettings | None = None,
    darkroom: Darkroom | None = None,
    press: Press | None = None,
) -> Checked:
    """Every stage up to the pages' views; nothing is written but the store of bodies and what the darkroom makes.

    ``last_settings`` keep a preview going while site.yml cannot be read. Without a darkroom pictures are judged by
    their headers, and pages name editions that nobody made. Without a press there are no cards and posters; with one
    they have addresses, but are not yet made.

    Raises:
        OSError: an edition of a picture could not be written.
    """
    bodies = Bodies(cache_path)
    content = load(project, options, bodies.begin, read)
    if content.settings is None:
        content = replace(content, settings=last_settings)
    prose = bodies.finish()
    pictures, picture_problems = find_pictures(project, wanted_media(project, content, prose), content.media, darkroom)
    pages: tuple[SitePage, ...] = ()
    printing: Printing | None = None
    inputs: PageInputs | None = None
    if content.settings is not None:
        settings = with_base_url(content.settings, options)
        printing = Printing(content.library, settings, pictures, press) if press else None
        prints = printing.of if printing else {}
        inputs = PageInputs(settings, content.library, prose, pictures, make_cards(content.library, pictures), prints)
        pages = tuple(page for section in SECTIONS for page in section.pages(inputs))
    links, link_problems = _links(project, content, prose, pages, options.samples)
    problems = (
        *content.problems,
        *(problem for body in prose.values() for problem in body.problems),
        *picture_problems,
        *_gallery_problems(content, prose, pictures),
        *_hero_problems(project, content.settings),
        *printing_problems(content),
        *link_problems,
        *_aliases_over_pages(project, content, pages),
    )
    found = sorted_problems(problems)
    if options.preview:
        pages = (*_with_previews(pages, content, found), styleguide_page())
    return Checked(content, prose, pictures, links, pages, found, printing, inputs)


def _aliases_over_pages(project: Path, content: Content, pages: tuple[SitePage, ...]) -> Iterator[Problem]:
    """Old addresses that would write a redirect over a list or a handwritten page."""
    made = {page.url for page in pages if not page.entry_path and page.template != "redirect.html"}
    taken = made | set(handwritten_urls(project))
    fronts = {read.path: read.front for read in content.reads}
    for entry in content.entries:
        front = fronts[entry.path]
        for index, alias in enumerate(entry.meta.aliases):
            url = alias.strip("/") + "/" if alias.strip("/") else ""
            if alias.startswith("/") and url in taken and front:
                place = front.place(("aliases", index))
                yield SAME_ADDRESS.at(place, url=url, other="网站自己的页面")


def _with_previews(
    pages: tuple[SitePage, ...], content: Content, problems: tuple[Problem, ...]
) -> tuple[SitePage, ...]:
    """Broken entries' pages give way to what is wrong with them."""
    urls = {read.path: read.url for read in content.reads if read.url}
    shown = {page.url: page for page in pages} | {page.url: page for page in preview.pages(problems, urls)}
    return tuple(shown.values())


def generate(checked: Checked, options: BuildOptions, project: Path, cache_path: Path | None = None) -> Site:
    """Make what was checked ready to be written, and begin the search index. ``checked`` must hold settings.

    ``cache_path`` is the store of finished parts of the index; None keeps nothing.

    Raises:
        OSError: a card or poster could not be written.
    """
    assert checked.content.settings is not None
    settings = with_base_url(checked.content.settings, options)
    theme = load_theme(settings.colours, styleguide=options.preview)
    explainers = policies_data(checked.content.library)
    found = parts(documents(checked.content.library, checked.prose))
    index, first = SearchIndex(found, cache_path), root(found)
    library = checked.content.library
    policy_finder = finder(library)
    policy_file = finder_file(policy_finder, library, found)
    heights = heights_file()
    named = {
        **theme.urls,
        "explainers.json": explainers.url,
        "policies.json": policy_file.url,
        "embed-heights.json": heights.url,
    }
    env = environment(THEME, assets=named, settings=settings)
    env.globals["draw_example"] = example_drawer(env)
    handwritten = tuple(handwritten_urls(project))
    known = policy_index.with_data(search.with_index(checked.pages, first.url), policy_file.url, first.url)
    checked = replace(checked, pages=tuple(known))
    if not options.preview:
        index.begin()
    subscribed = (*subscriptions(library), *policy_subscriptions(policy_finder))
    text, pictures = _full_text(checked, settings.root_url), checked.pictures
    news = tuple(news_sitemap(checked.content.library, settings))
    assets = (
        *theme.assets,
        first,
        policy_file,
        heights,
        *open_data(policy_finder, library, settings),
        *calendars(policy_finder, library, settings),
        *feeds(subscribed, settings, library.at, text, pictures),
        *api_files(library, settings, text, pictures),
        *((explainers,) if checked.content.library.of_kind("policy-explainer") else ()),
        *(styleguide_assets() if options.preview else ()),
        *_media(checked),
        *_printed(checked, options),
        *sitemap((*checked.pages, *(SitePage(url, "", None, "") for url in handwritten)), settings.root_url),
        *news,
        robots(settings.root_url, ("sitemap.xml", *(asset.url for asset in news))),
    )
    views = tuple(embeds(checked.inputs, policy_finder)) if checked.inputs else ()
    checked = replace(checked, pages=tuple(embedding.with_offer(checked.pages, offer(views, settings))))
    facts = _facts(checked, settings, options, subscribed, oembed_urls(views))
    frames = embedded(views, env, settings, THEME, checked.pages, checked.links, checked.pictures)
    return Site(checked, settings, env, handwritten, assets, template_state(), index, facts, frames)


def _full_text(checked: Checked, root: str) -> FullText:
    """The whole text of an entry as it leaves the site, made once for all feeds it stands in."""

    @cache
    def of(path: str) -> str:
        entry = entries[path]
        return portable_body(checked.prose[path], entry, checked.links.get(path, {}), checked.pictures, root)

    entries = {entry.path: entry for entry in checked.content.library.entries}
    return lambda entry: of(entry.path)


def _facts(
    checked: Checked,
    settings: SiteSettings,
    options: BuildOptions,
    subscribed: Iterable[Subscription],
    oembed: Mapping[str, str],
) -> SiteFacts:
    hero = settings.hero
    found = checked.pictures.get((SETTINGS_PATH, hero.image)) if hero.image else None
    return SiteFacts(
        settings=settings,
        library=checked.content.library,
        picture=picture_view(found, hero.alt or "") if found else None,
        searchable=any(page.url == "search/" for page in checked.pages),
        preview=options.preview,
        prints=checked.printing.of if checked.printing else {},
        feeds={each.page: (name_of(each, settings), f"{each.stem}.rss.xml") for each in subscribed},
        oembed=oembed,
    )


def _media(checked: Checked) -> Iterator[Asset]:
    """Files of what is public: a picture of an entry that is held back would give it away."""
    public = {SETTINGS_PATH, *(entry.path for entry in checked.content.library.by_url.values())}
    shown = (picture for (path, _), picture in checked.pictures.items() if path in public)
    for url, file in dict(file for picture in shown for file in picture.files).items():
        yield Asset(url, file)


def _printed(checked: Checked, options: BuildOptions) -> Iterable[Asset]:
    """Cards and posters, made here; in a preview they come behind it."""
    if checked.printing is None or options.preview:
        return ()
    checked.printing.make()
    return checked.printing.assets()


def _links(
    project: Path, content: Content, prose: Mapping[str, Prose], pages: Iterable[SitePage], samples: bool
) -> tuple[Mapping[str, Mapping[str, str | None]], tuple[Problem, ...]]:
    urls = frozenset((*(page.url for page in pages), *handwritten_urls(project), "sitemap.xml"))
    entries = {entry.path: entry for entry in content.entries}
    addresses = Addresses(entries, content.library, urls, prose, samples)
    found: dict[str, Mapping[str, str | None]] = {}
    problems: list[Problem] = []
    for entry in content.entries:
        if entry.meta.sample and not samples:
            continue  # nobody will read it, and what it links to is mostly left out with it
        found[entry.path], faults = resolve_links(entry, addresses)
        problems += faults
    return MappingProxyType(found), tuple(problems)


def _hero_problems(project: Path, settings: SiteSettings | None) -> Iterator[Problem]:
    if settings and settings.hero.image and settings.hero.alt is None:
        yield HERO_WITHOUT_ALT.at(settings_place(project, "hero:"))


def _gallery_problems(
    content: Content, prose: Mapping[str, Prose], pictures: Mapping[tuple[str, str], Picture]
) -> Iterator[Problem]:
    media = frozenset(content.media)
    for entry in content.entries:
        if entry.kind == "gallery":
            yield from checking.problems(checking.Gallery(entry, prose[entry.path], pictures, media))


def with_base_url(settings: SiteSettings, options: BuildOptions) -> SiteSettings:
    """The settings as one run sees them: a ``--base-url`` replaces what site.yml says."""
    return settings.model_copy(update={"base_url": options.base_url}) if options.base_url else settings
