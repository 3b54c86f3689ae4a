"""Explainers as candidates of the self-test: their conditions line by line, time and standing of the document included."""

from dataclasses import dataclass
from datetime import date

from ...content.conditions import All, Answers, Condition, From, Over, Says, Until, Verdict, together, verdict_of
from ...content.coverage import unplaced
from ...content.entry import Entry
from ...content.library import Library
from ...content.models import DocumentMeta, ExplainerMeta
from ...content.phrases import phrase
from ...settings.moment import Moment
from .page import Link

MATCH_URL = "policies/match/"
COMPARE_URL = "policies/compare/"
_ENDED = ("已失效", "已被替代")
_NOT_YET = "尚未施行"
_UNDATED = "施行日期未标注"


@dataclass(frozen=True, slots=True)
class Line:
    """One condition in the words of the page."""

    text: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Candidate:
    """An explainer with all its lines; every one must hold."""

    entry: Entry
    lines: tuple[Line, ...]

    def verdict(self, answers: Answers, today: date) -> Verdict:
        """Whether the policy fits a company with these answers."""
        return together(verdict_of(line.condition, answers, today) for line in self.lines)


def candidates(library: Library) -> tuple[Candidate, ...]:
    """Every explainer that has conditions, newest first."""
    explainers = library.of_kind("policy-explainer")
    return tuple(Candidate(entry, lines) for entry in explainers if (lines := lines_of(entry, library)))


def match_link(library: Library) -> Link | None:
    """The way to the self-test, where there is one."""
    explainers = (entry.meta for entry in library.of_kind("policy-explainer"))
    judged = any(isinstance(meta, ExplainerMeta) and meta.eligibility is not None for meta in explainers)
    return Link("政策体检：哪些政策适用于我", MATCH_URL) if judged else None


def lines_of(entry: Entry, library: Library) -> tuple[Line, ...]:
    """The lines of one explainer; none where its editor gave no conditions."""
    meta = entry.meta
    if not isinstance(meta, ExplainerMeta) or meta.eligibility is None:
        return ()
    condition: Condition = meta.eligibility
    parts = condition.parts if isinstance(condition, All) else (condition,)
    written = (Line(phrase(part, library.vocabulary), part) for part in parts)
    return (*_time(meta), *_standing(entry, library), *_place(condition, entry, library), *written)


def _time(meta: ExplainerMeta) -> tuple[Line, ...]:
    if isinstance(meta.deadline, Moment):
        return (Line(f"申报截止：{meta.deadline.chinese}", Until(meta.deadline.day)),)
    return ()


def _place(condition: Condition, entry: Entry, library: Library) -> tuple[Line, ...]:
    """A county's document is for its own companies: where no condition says so, nobody can tell from the answers."""
    documents = unplaced(condition, library.explained.get(entry.url, ()), library.vocabulary)
    metas = [meta for document in documents if isinstance(meta := document.meta, DocumentMeta)]
    if not metas:
        return ()
    issuers = "、".join(dict.fromkeys(name for meta in metas for name in meta.issuer))
    return (Line(f"注册在发文的县市区{f'（发文机关：{issuers}）' if issuers else ''}", Says("")),)


def _standing(entry: Entry, library: Library) -> tuple[Line, ...]:
    """What the documents allow to be said: the best of them counts, for an explainer of a new one names the old."""
    documents = library.explained.get(entry.url, ())
    words = {document.url: library.status[document.url] for document in documents}
    alive = [document for document in documents if words[document.url] not in _ENDED]
    if documents and not alive:
        return (Line(f"所依据的文件：{words[documents[0].url]}", Over()),)
    if any(words[document.url] not in (_NOT_YET, _UNDATED) for document in alive):
        last = [meta.expires for document in alive if isinstance(meta := document.meta, DocumentMeta)]
        ends = max((moment.day for moment in last if moment), default=None)
        if ends is None or None in last:
            return ()
        return (Line(f"所依据的文件：有效期到{ends.year}年{ends.month}月{ends.day}日", Until(ends)),)
    begins = [meta.effective for document in alive if isinstance(meta := document.meta, DocumentMeta)]
    known = min((moment.day for moment in begins if moment), default=None)
    if known is not None:
        return (Line(f"所依据的文件：{known.year}年{known.month}月{known.day}日起施行", From(known)),)
    return (Line("所依据的文件：施行日期未标注，要向发文机关问清", Says("")),) if alive else ()
