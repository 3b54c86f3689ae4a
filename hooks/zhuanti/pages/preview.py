"""Pages of the preview alone: a broken entry shows its problems in its own place, and one page lists them all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..problems import Problem
from ..problems.report import position
from .shared.page import Link, SitePage

URL = "problems/"


@dataclass(frozen=True, slots=True)
class ProblemView:
    """One problem as the preview shows it."""

    position: str
    word: str
    code: str
    message: str
    hint: tuple[str, ...]
    is_error: bool


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """Problems of one entry, or of the whole site."""

    title: str
    problems: tuple[ProblemView, ...]
    all_problems: Link


def pages(problems: Iterable[Problem], urls: Mapping[str, str]) -> Iterator[SitePage]:
    """One page an entry with errors, then the list; ``urls`` gives the address of each file that has one."""
    found = tuple(problems)
    broken: dict[str, list[Problem]] = {}
    for problem in found:
        broken.setdefault(problem.place.path, []).append(problem)
    for path, members in broken.items():
        if path in urls and any(problem.is_error for problem in members):
            yield _page(urls[path], f"这篇稿件有错误：{path}", members)
    yield _page(URL, "全部问题", found)


def _page(url: str, title: str, problems: Iterable[Problem]) -> SitePage:
    view = ProblemsView(title, tuple(_view(problem) for problem in problems), Link("全部问题", URL))
    return SitePage(url, "problems.html", view, title, listed=False)


def _view(problem: Problem) -> ProblemView:
    return ProblemView(
        position=position(problem),
        word="错误" if problem.is_error else "提醒",
        code=problem.code,
        message=problem.message,
        hint=tuple(problem.hint.split("\n")) if problem.hint else (),
        is_error=problem.is_error,
    )
