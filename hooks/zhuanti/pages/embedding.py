"""How other sites show parts of this one: a guide, and what makes the codes for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from .shared.page import Link, PageInputs, SitePage

URL = "embed/"


@dataclass(frozen=True, slots=True)
class Look:
    """One way to show a thing: the name of its file, what editors call it, its shape, how many items it begins with.

    ``most`` is the largest number that may be asked for; 1 where there is nothing to count. ``fragment`` is the address
    below ``/embed/v1/`` of the piece of a page that tells the same.
    """

    file: str
    name: str
    shape: str
    count: int
    most: int
    fragment: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be shown: its path below ``/embed/v1/``, the page it leads to, its looks."""

    path: str
    title: str
    page: str
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices of one section."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ReadyCode:
    """Codes that many want, for those who cannot choose: with a script, and without."""

    title: str
    script: str
    frame: str


@dataclass(frozen=True, slots=True)
class Offer:
    """All that can be shown.

    ``codes`` are those of the first choice, by way in; ``facets`` are the names by which a list of policies is narrowed.
    """

    groups: tuple[ChoiceGroup, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    ready: tuple[ReadyCode, ...] = ()
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EmbedView:
    """The page; ``origin`` is what a host's content policy must allow.

    What it offers is known when all views are: see :func:`with_offer`.
    """

    title: str
    origin: str
    offer: Offer = Offer()


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The one page, where there is anything to show."""
    if inputs.library.entries:
        description = "把专题的栏目、政策、案例、图集放进自己的网站：选内容，看效果，复制代码。"
        trail = (Link("首页", ""),)
        view = EmbedView("嵌入指南", inputs.settings.origin)
        yield SitePage(URL, "embed.html", view, view.title, description, URL, trail, frames=True)


def with_offer(pages: Iterable[SitePage], offer: Offer) -> Iterator[SitePage]:
    """The pages, this one knowing what can be shown."""
    for page in pages:
        yield replace(page, view=replace(page.view, offer=offer)) if isinstance(page.view, EmbedView) else page
