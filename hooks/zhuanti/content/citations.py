"""Which article of which document a sentence rests on, as editors write it: ``……（第五条）``, ``《甲办法》第三条``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..problems import Problem
from ..problems.catalogue import links
from .models import ExplainerMeta
from .reading import ReadEntry
from .references import DocumentIndex

STATEMENTS = ("benefits", "conditions", "materials", "steps")
_COUNT = re.compile(r"[零〇一二三四五六七八九十百两]+|\d+", re.ASCII)
_NUMBER = r"第[零〇一二三四五六七八九十百两\d]+(?:条|章|节|部分|款|项|目|段|点)(?:之[一二三四五六七八九十]+)?"
_ONE = rf"(?:附件[一二三四五六七八九十\d]*(?:{_NUMBER})*|(?:{_NUMBER})+)"
_SOME = rf"{_ONE}(?:(?:、|和|及|至|，){_ONE})*"
_OF_ARTICLE = re.compile(r"(?P<article>第[^第条]+条)(?:第[^第条、和及至，]+[款项目])*")
_CITATION = re.compile(rf"\s*(?:《(?P<title>[^》]+)》|(?P<name>[^《》]*?))\s*(?P<articles>{_SOME})\s*")
_STATEMENT = re.compile(rf"(?P<says>.+?)（(?P<cited>(?:《[^》]+》|[^（）《》]*?)\s*{_SOME})\s*）[。；]?")


@dataclass(frozen=True, slots=True)
class Citation:
    """Articles of a document; ``document`` is empty where the editor named none."""

    document: str
    articles: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence without its citation, and the citation."""

    says: str
    citation: Citation | None


def citation_of(text: str) -> Citation | None:
    """The citation a text consists of, or None where it is none."""
    found = _CITATION.fullmatch(text)
    return Citation(found["title"] or found["name"] or "", found["articles"]) if found else None


def statement_of(text: str) -> Statement:
    """A sentence parted from the citation in brackets at its end."""
    found = _STATEMENT.fullmatch(text)
    return Statement(found["says"], citation_of(found["cited"])) if found else Statement(text, None)


def in_order(articles: Iterable[str]) -> tuple[str, ...]:
    """Articles by their numbers, each once; ``第三条、第五条`` written together stay together."""
    return tuple(sorted(dict.fromkeys(articles), key=lambda text: [_value(number) for number in _COUNT.findall(text)]))


def listed(cited: Iterable[str]) -> str:
    """All articles in order: one named whole is not named again for its parts, and parts of one article stand together.

    ``第五条第一项、第二项`` for the first two parts of the fifth.
    """
    single = [article for text in cited for article in _apart(text)]
    whole = {text for text in single if _article(text) == text}
    found: list[str] = []
    before = ""
    for text in in_order(single):
        article = _article(text)
        if text not in whole and article in whole:
            continue
        found.append(text.removeprefix(article) if article and article == before else text)
        before = article
    return "、".join(found)


def _apart(text: str) -> list[str]:
    parts = text.split("、")
    return parts if all(_article(part) for part in parts) else [text]


def _article(text: str) -> str:
    """The one article that a text is of, or empty where it is of several, or of none."""
    found = _OF_ARTICLE.fullmatch(text)
    return found["article"] if found else ""


def _value(number: str) -> int:
    """``二十三`` → 23, ``一百零五`` → 105, ``12`` → 12."""
    if number.isascii():
        return int(number)
    total, digit = 0, 0
    for sign in number:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = 2 if sign == "两" else "零一二三四五六七八九".find(sign.replace("〇", "零"))
    return total + digit


def citation_problems(read: ReadEntry, index: DocumentIndex) -> Iterator[Problem]:
    """Articles that are none, and those of a document the explainer does not explain or does not name."""
    entry, front = read.entry, read.front
    if entry is None or front is None or not isinstance(entry.meta, ExplainerMeta):
        return
    explained = {target for name in entry.meta.explains for target in _targets(name, index)}
    for field in ("articles", *STATEMENTS):
        for position, text in enumerate(getattr(entry.meta, field)):
            is_list = isinstance(front.data.get(field), (list, tuple))
            place = front.place((field, position) if is_list else (field,))
            cited = citation_of(text) if field == "articles" else statement_of(text).citation
            if cited is None and field == "articles":
                yield links.NO_ARTICLE.at(place, value=text)
            elif cited and cited.document and not explained & _targets(cited.document, index):
                yield links.ARTICLE_ELSEWHERE.at(place, field=field, value=cited.document)
            elif cited and not cited.document and len(entry.meta.explains) > 1:
                yield links.ARTICLE_OF_WHICH.at(place, field=field, value=cited.articles)


def _targets(name: str, index: DocumentIndex) -> set[str]:
    """The documents of a name; one the site does not hold stands for itself."""
    return set(index.find(name)) or {name}
