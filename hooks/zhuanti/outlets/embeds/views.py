"""All views of a site: of its front page, its lists, its entries, and of what readers can do."""

from collections.abc import Iterator, Mapping, Sequence

from ...content.entry import Entry
from ...content.library import Library
from ...content.models import EventMeta
from ...pages.front import lead_entries
from ...pages.shared.candidates import match_link
from ...pages.shared.figures import figure_views
from ...pages.shared.heads import video_view
from ...pages.shared.page import Link, PageInputs
from ...pages.shared.policy_facets import FACETS, URL, Finder
from ...pages.shared.views import Card
from ...settings.site import FiguresBlock, LeadBlock
from .lists import MOST, ListSource, lists
from .model import MISSING, Embed

FRONT = "front"
GONE = "这篇稿件已撤下"
NOT_THERE = "这里的内容已经撤下"
LINES, CARDS, BAR, FRONT_LINES = 6, 4, 5, 5


def embeds(inputs: PageInputs, finder: Finder) -> Iterator[Embed]:
    """Every view, those of the front page first."""
    yield from _front(inputs)
    yield from _doors(inputs.library, finder)
    for source in lists(inputs.library, finder):
        yield from _list(source, inputs.cards)
    for entry in inputs.library.entries:
        yield from _entry(entry, inputs)
    for entry in inputs.library.withdrawn:
        yield from _gone(entry)
    yield Embed(MISSING, "gone", NOT_THERE, "")


def _front(inputs: PageInputs) -> Iterator[Embed]:
    """The lead story and the strip of figures, as the front page has them."""
    settings = inputs.settings
    for block in settings.blocks:
        if isinstance(block, LeadBlock) and (leads := lead_entries(block, inputs.library)):
            lead = inputs.cards[leads[0].url]
            yield Embed(FRONT, _card_shape(lead), settings.name, "", "lead", lead=lead, updated=_updated(leads[:1]))
            yield _whole(lead, inputs)
        if isinstance(block, FiguresBlock) and (figures := figure_views(block.figures, inputs)):
            title = block.title or settings.name
            dates = [figure.date.iso for figure in figures if figure.date]
            yield Embed(
                FRONT, "numbers", title, "", "numbers",
                figures=figures, count=len(figures), updated=max(dates, default=""),
            )  # fmt: skip


def _whole(lead: Card, inputs: PageInputs) -> Embed:
    """The front page as a block: its lead story, what is new, the ways to its sections."""
    by_url = inputs.library.by_url
    newest = [entry for entry in inputs.library.entries[: FRONT_LINES + 1] if entry.url != lead.url][:FRONT_LINES]
    lines, updated = tuple(inputs.cards[entry.url] for entry in newest), _updated([by_url[lead.url], *newest])
    links = tuple(Link(item.title, item.url) for item in inputs.settings.navigation)
    shape = "front" if lead.picture else "front-plain"
    return Embed(
        FRONT, shape, inputs.settings.name, "",
        lead=lead, cards=lines, count=len(lines), links=links, updated=updated,
    )  # fmt: skip


def _doors(library: Library, finder: Finder) -> Iterator[Embed]:
    """The search box of policies, and the way to the self-test."""
    if finder.policies:
        yield Embed(URL.rstrip("/"), "ask", "查政策", URL, style="search", total=len(finder.policies))
    if match := match_link(library):
        yield Embed(match.url.rstrip("/"), "entrance", match.title, match.url)


def _list(source: ListSource, cards: Mapping[str, Card]) -> Iterator[Embed]:
    shown = tuple(cards[entry.url] for entry in source.entries[:MOST])
    path, total = source.page.rstrip("/"), len(source.entries)
    facets = tuple(FACETS) if source.page == URL else ()

    def view(shape: str, style: str, count: int) -> Embed:
        number = min(count, len(shown))
        return Embed(
            path, shape, source.title, source.page, style,
            cards=shown, count=number, total=total, facets=facets, updated=_updated(source.entries[:number]),
        )  # fmt: skip

    yield view(source.shape, "", LINES)
    if source.styled:
        yield view("cards", "cards", CARDS)
        yield view("bar", "bar", BAR)


def _entry(entry: Entry, inputs: PageInputs) -> Iterator[Embed]:
    """Its card; of a gallery the whole of it too, and of what has a film the film."""
    card = inputs.cards[entry.url]
    path = entry.url.rstrip("/")
    old = _old(entry)
    film = video_view(entry, inputs)
    film = film if film and film.file else None
    updated = _updated([entry])
    yield Embed(
        path, _card_shape(card), card.title, entry.url,
        lead=card, links=_live(entry), film=film, old=old, updated=updated,
    )  # fmt: skip
    if entry.kind == "gallery":
        yield Embed(path, "stage", card.title, entry.url, style="full", old=old)
    if film:
        yield Embed(path, "film", card.title, entry.url, style="film", lead=card, film=film, old=old)


def _card_shape(card: Card) -> str:
    return "card" if card.picture else "plain"


def _old(entry: Entry) -> tuple[str, ...]:
    return tuple(alias.strip("/") for alias in entry.meta.aliases)


def _gone(entry: Entry) -> Iterator[Embed]:
    """A word instead of it wherever a code may still ask for it: as a card, as a whole gallery, as a film."""
    moment, video = entry.meta.withdraw_at, entry.meta.video
    looks = ("", *(("full",) if entry.kind == "gallery" else ()), *(("film",) if video and video.file else ()))
    for look in looks:
        yield Embed(
            entry.url.rstrip("/"), "gone", GONE, "", look,
            old=_old(entry), updated=moment.iso if moment else "",
        )  # fmt: skip


def _updated(entries: Sequence[Entry]) -> str:
    newest = max((entry.modified for entry in entries if entry.modified), default=None)
    return newest.iso if newest else ""


def _live(entry: Entry) -> tuple[Link, ...]:
    """Where an event can be watched: live until it is over, then again."""
    meta = entry.meta
    if not isinstance(meta, EventMeta):
        return ()
    over = meta.state == "已结束"
    links = (Link("观看回放", meta.replay_url or ""), Link("" if over else "观看直播", meta.live_url or ""))
    return tuple(link for link in links if link.title and link.url)
