"""What a document has to do with others: as groups of links, and as a drawing of the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...content.entry import Entry
from ...content.lineage import Links, chain
from ...content.models import DocumentMeta
from ...content.references import folded
from .page import PageInputs
from .relation_graph import Drawing, Shape, Stop, Stops, narrow, wide
from .standing import standing
from .views import StatusView

_DRAWN = 4
_EARLIER, _LATER = (
    "更早的文件",
    "其后的文件",
)  # replaced by what this one replaces, and replacing what replaced this one


@dataclass(frozen=True, slots=True)
class RelatedView:
    """One related document, explainer or case; one the site does not hold has no address."""

    title: str
    url: str = ""
    number: str = ""
    status: StatusView | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A group of what is related in one way; the group of the document itself is empty."""

    title: str
    items: tuple[RelatedView, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationsView:
    """Relations from the oldest to the newest, the drawings of them, and the drawings' text for who cannot see."""

    groups: tuple[Relation, ...]
    wide: Drawing
    narrow: Drawing
    told: str


def relations_view(entry: Entry, inputs: PageInputs) -> RelationsView | None:
    """The relations of a document, or None where it has none."""
    meta, library = entry.meta, inputs.library
    assert isinstance(meta, DocumentMeta)
    here, url = Relation("本文件"), entry.url
    older, newer = library.replaces.get(url, ()), library.replaced_by.get(url, ())
    groups = (
        Relation("上位依据", _with_names(meta.based_on, _highest_first(entry, inputs), inputs)),
        Relation(_EARLIER, _related(_beyond(entry, library.replaces, older), inputs)),
        Relation("本文件替代", _with_names(meta.replaces, older, inputs)),
        Relation("本文件修改", _with_names(meta.amends, library.amends.get(url, ()), inputs)),
        here,
        Relation("配套文件", _related(library.basis_of.get(url, ()), inputs)),
        Relation("修改本文件", _related(library.amended_by.get(url, ()), inputs)),
        Relation("替代本文件", _related(newer, inputs)),
        Relation(_LATER, _related(_beyond(entry, library.replaced_by, newer), inputs)),
        Relation("解读", _related(library.explainers.get(url, ()), inputs)),
        Relation("案例", _related(library.cases.get(url, ()), inputs)),
    )
    shown = tuple(group for group in groups if group.items or group is here)
    if len(shown) == 1:
        return None
    stops = _stops(entry, {group.title: group.items for group in groups}, inputs)
    return RelationsView(shown, wide(stops), narrow(stops), _told(shown))


def named(names: Iterable[str], entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Of the names an editor gave those the site does not hold; a file name says nothing to a reader."""
    held: set[str] = set()
    for entry in entries:
        number = entry.meta.number if isinstance(entry.meta, DocumentMeta) else None
        held |= {folded(name) for name in (entry.slug, entry.meta.title, number) if name}
    return tuple(name for name in names if folded(name) not in held and not name.isascii())


def _highest_first(entry: Entry, inputs: PageInputs) -> tuple[Entry, ...]:
    """What a document rests on; what itself rests on another of them comes behind that one."""
    links = inputs.library.based_on
    return tuple(sorted(links.get(entry.url, ()), key=lambda base: len(chain(base, links))))


def _beyond(entry: Entry, links: Links, direct: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What links lead to through others: a document replaces but the one before it, not that one's predecessors."""
    return tuple(other for other in chain(entry, links) if other not in direct)


def _with_names(names: tuple[str, ...], entries: tuple[Entry, ...], inputs: PageInputs) -> tuple[RelatedView, ...]:
    return (*_related(entries, inputs), *(RelatedView(name) for name in named(names, entries)))


def _related(entries: Iterable[Entry], inputs: PageInputs) -> tuple[RelatedView, ...]:
    return tuple(
        RelatedView(
            entry.meta.title,
            entry.url,
            entry.meta.number or "" if isinstance(entry.meta, DocumentMeta) else "",
            standing(entry, inputs.library),
        )
        for entry in entries
    )


def _stops(entry: Entry, items: dict[str, tuple[RelatedView, ...]], inputs: PageInputs) -> Stops:
    """What is drawn, in the words of the list: of each kind so many that the drawing stays clear."""
    library = inputs.library
    bases = items["上位依据"]

    def drawn(word: str, shape: Shape = "document") -> tuple[Stop, ...]:
        return _some(items[word], word, shape)

    return Stops(
        here=Stop("本文件", entry.meta.title, "here"),
        bases=drawn("上位依据"),
        joined=frozenset(
            number
            for number in range(1, len(bases) if len(bases) <= _DRAWN else _DRAWN - 1)
            if any(other.url == bases[number - 1].url for other in library.based_on.get(bases[number].url, ()))
        ),
        before=(*reversed(drawn(_EARLIER)), *reversed(drawn("本文件替代")), *drawn("本文件修改")),
        after=(*drawn("修改本文件"), *drawn("替代本文件"), *drawn(_LATER)),
        results=(*drawn("配套文件"), *drawn("解读", "explainer"), *drawn("案例", "case")),
    )


def _some(items: tuple[RelatedView, ...], word: str, shape: Shape = "document") -> tuple[Stop, ...]:
    shown = items if len(items) <= _DRAWN else items[: _DRAWN - 1]
    stops = tuple(Stop(word, item.number or item.title, shape) for item in shown)
    rest = len(items) - len(shown)
    return (*stops, Stop(word, f"另有 {rest} 项，列在下面", shape)) if rest else stops


def _told(groups: tuple[Relation, ...]) -> str:
    parts = [f"{group.title} {len(group.items)} 项" for group in groups if group.items]
    return f"关系图：{'，'.join(parts)}。逐项列在图的下面。"
