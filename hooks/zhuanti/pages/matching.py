"""The self-test and the comparison: pages whose work a script does, and what leads on where none runs."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..content.conditions import Verdict
from ..content.vocabulary import Question
from .shared.candidates import COMPARE_URL, MATCH_URL, candidates
from .shared.heads import term_url
from .shared.page import Link, PageInputs, SitePage
from .shared.views import StatusView

_SECTION = "policies/"
_TRAIL = (Link("首页", ""), Link("政策", _SECTION))


@dataclass(frozen=True, slots=True)
class Choice:
    """An explainer in a list to choose from; ``id`` is its name in addresses."""

    id: str
    title: str
    url: str
    sample: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """The explainers of one area."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What may come of one condition, and what follows from it."""

    state: StatusView
    meaning: str


RULES = (
    Rule(StatusView("符合", "current"), "答案符合这一条。每一条都符合，归入“很可能适用”。"),
    Rule(StatusView("待确认", "unknown"), "没有回答，或者这一条只能由人判断。程序不猜。"),
    Rule(StatusView("不符合", "expired"), "答案不符合这一条。有一条不符合，归入“不适用”，并写明是哪一条。"),
)


@dataclass(frozen=True, slots=True)
class MatchView:
    """The self-test: ``judged`` explainers have conditions, of which ``over`` suit nobody any more."""

    title: str
    questions: tuple[Question, ...]
    judged: int
    over: int
    unjudged: int
    areas: tuple[Link, ...]
    rules: tuple[Rule, ...] = RULES


@dataclass(frozen=True, slots=True)
class CompareView:
    """The comparison, with all that can be compared."""

    title: str
    shelves: tuple[Shelf, ...]


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """Each page where there is something for it to do."""
    explainers = inputs.library.of_kind("policy-explainer")
    found = candidates(inputs.library)
    if found:
        today = inputs.library.at.day
        verdicts: list[Verdict] = [candidate.verdict({}, today) for candidate in found]
        view = MatchView(
            title="政策体检",
            questions=inputs.library.vocabulary.questions,
            judged=len(found),
            over=verdicts.count("failed"),
            unjudged=len(explainers) - len(found),
            areas=tuple(_areas(inputs)),
        )
        text = "回答几个问题，看哪些政策很可能适用于本企业，哪些还要确认，哪些不适用、为什么。答案只留在自己的设备上。"
        yield SitePage(
            MATCH_URL, "match.html", view, "政策体检：哪些政策适用于我", text, section=_SECTION, trail=_TRAIL
        )
    if explainers:
        compared = CompareView("政策比较", tuple(_shelves(inputs)))
        yield SitePage(
            COMPARE_URL, "compare.html", compared, compared.title, section=_SECTION, trail=_TRAIL, listed=False
        )


def _areas(inputs: PageInputs) -> Iterator[Link]:
    """Areas that have explainers, with their number."""
    for term in inputs.library.taxonomies["policy_areas"].terms:
        entries = inputs.library.by_term.get(("policy_areas", term.id), ())
        count = sum(entry.kind == "policy-explainer" for entry in entries)
        if count:
            yield Link(term.name, term_url("policy_areas", term.id), count)


def _shelves(inputs: PageInputs) -> Iterator[Shelf]:
    """Every explainer once, under the first of its areas."""
    shelves: dict[str, list[Choice]] = {term.name: [] for term in inputs.library.taxonomies["policy_areas"].terms}
    for entry in inputs.library.of_kind("policy-explainer"):
        term = next((inputs.library.taxonomies["policy_areas"].find(id) for id in entry.terms("policy_areas")), None)
        choice = Choice(entry.slug, entry.meta.title, entry.url, entry.meta.sample)
        shelves.setdefault(term.name if term else "其他", []).append(choice)
    yield from (Shelf(title, tuple(choices)) for title, choices in shelves.items() if choices)
