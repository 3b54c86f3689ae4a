"""How other sites show parts of this one: a guide, and what makes the codes for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .shared.page import Link, PageInputs, SitePage

URL = "embed/"


@dataclass(frozen=True, slots=True)
class Look:
    """One way to show a thing: the name of its file, what editors call it, its shape, how many items it begins with.

    ``most`` is the largest number that may be asked for; 1 where there is nothing to count.
    """

    file: str
    name: str
    shape: str
    count: int
    most: int


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
class Code:
    """A way in: what it is called, what it needs of the page that takes it, the code for the first choice."""

    id: str
    title: str
    needs: str
    text: str


@dataclass(frozen=True, slots=True)
class EmbedView:
    """The page. What it offers is known when all views are: see :func:`with_views`."""

    title: str
    groups: tuple[ChoiceGroup, ...] = ()
    codes: tuple[Code, ...] = ()


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The one page, where there is anything to show."""
    if inputs.library.entries:
        description = "把专题的栏目、政策、案例、图集放进自己的网站：选内容，看效果，复制代码。"
        trail = (Link("首页", ""),)
        yield SitePage(URL, "embed.html", EmbedView("嵌入指南"), "嵌入指南", description, URL, trail, frames=True)


def with_views(
    pages: Iterable[SitePage], groups: tuple[ChoiceGroup, ...], codes: tuple[Code, ...]
) -> Iterator[SitePage]:
    """The pages, this one knowing what can be shown."""
    for page in pages:
        if isinstance(page.view, EmbedView):
            yield replace(page, view=replace(page.view, groups=groups, codes=codes))
        else:
            yield page
