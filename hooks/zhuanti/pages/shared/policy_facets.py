"""By what a company looks for a policy: the facets, and the values each policy has.

A policy is a document with what explains it, or an explainer whose document the site does not hold. What one of them
says counts for the whole: an explainer names audience and deadline, its document level, issuer and status.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ...content.addresses import slug_from
from ...content.entry import Entry
from ...content.library import Library
from ...content.models import DocumentMeta, ExplainerMeta
from ...content.status import deadline_steps, step_at
from ...settings.moment import Moment
from .document_date import document_date, newest_document_first

URL = "policies/"
OVERVIEW_URL = "policies/overview/"
FACETS: Mapping[str, str] = MappingProxyType(
    {
        "area": "政策领域",
        "audience": "适用对象",
        "status": "状态",
        "level": "层级",
        "issuer": "发文机关",
        "industry": "产业",
        "year": "年份",
        "explained": "解读",
        "closing": "申报",
    }
)
LEVELS = {"国家级": "national", "省级": "provincial", "市级": "city", "区县级": "county"}
STATUSES = {
    "现行有效": "in-force",
    "即将失效": "ending",
    "部分修改": "amended",
    "尚未施行": "coming",
    "施行日期未标注": "undated",
    "已被替代": "replaced",
    "已失效": "ended",
}
_EXPLAINED = {"with": "有解读", "without": "还没有解读"}
_CLOSING = {"soon": "60 天内截止", "open": "还可以申报"}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what stands in addresses, and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Policy:
    """A document with its explainers, or an explainer alone as ``entry``.

    ``values`` are the ids of its values, by facet; ``deadlines`` are the days, ascending, until which one can apply.
    """

    entry: Entry
    explainers: tuple[Entry, ...]
    values: Mapping[str, tuple[str, ...]]
    deadlines: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """All policies, newest first by their own dates, and every facet's values in the order in which they are shown.

    ``members`` are the policies that have a value, by facet and id, in the same order.
    """

    policies: tuple[Policy, ...]
    values: Mapping[str, tuple[Value, ...]]
    members: Mapping[tuple[str, str], tuple[Policy, ...]]

    def having(self, name: str, id: str) -> tuple[Policy, ...]:
        """The policies that have this value of a facet."""
        return self.members.get((name, id), ())


def facet_url(name: str, id: str) -> str:
    """The address of the list of one value."""
    return f"{URL}{name}/{id}/"


def finder(library: Library) -> Finder:
    """The policies of a Library with all they can be found by; facets without values have none."""
    documents = library.of_kind("policy-document")
    alone = (entry for entry in library.of_kind("policy-explainer") if not library.explained.get(entry.url))
    entries = sorted((*documents, *alone), key=newest_document_first)
    policies = tuple(_policy(entry, library) for entry in entries)
    members: dict[tuple[str, str], list[Policy]] = defaultdict(list)
    for policy in policies:
        for name in FACETS:
            for id in dict.fromkeys(policy.values[name]):
                members[name, id].append(policy)
    known = _known(library, policies)
    values = {name: tuple(value for value in known[name] if (name, value.id) in members) for name in FACETS}
    having = {key: tuple(found) for key, found in members.items()}
    return Finder(policies, MappingProxyType(values), MappingProxyType(having))


def _policy(entry: Entry, library: Library) -> Policy:
    explainers = library.explainers.get(entry.url, ()) if entry.kind == "policy-document" else ()
    whole = (entry, *explainers)
    open_ = open_deadlines(whole, library.at)
    meta = entry.meta
    document = meta if isinstance(meta, DocumentMeta) else None
    explained = bool(explainers) or document is None
    status = library.status.get(entry.url)
    values = {
        "area": _terms(whole, "policy_areas"),
        "audience": _audiences(whole, library),
        "status": (STATUSES[status],) if status else (),
        "level": (LEVELS[document.level],) if document and document.level else (),
        "issuer": tuple(_issuer(name, library).id for name in document.issuer) if document else (),
        "industry": _terms(whole, "industries"),
        "year": (str(year),) if (year := _year(entry)) else (),
        "explained": ("with" if explained else "without",),
        "closing": _closing(open_, library.at),
    }
    return Policy(entry, explainers, MappingProxyType(values), open_)


def open_deadlines(entries: Iterable[Entry], at: Moment) -> tuple[Moment, ...]:
    """The days until which one can still apply for what these explain, the next one first."""
    metas = (entry.meta for entry in entries)
    found = (meta.deadline for meta in metas if isinstance(meta, ExplainerMeta))
    dated = (deadline for deadline in found if isinstance(deadline, Moment) and _state(deadline, at) != "已截止")
    return tuple(sorted(dated, key=lambda moment: moment.at))


def dated_explainers(library: Library) -> tuple[Entry, ...]:
    """The explainers whose day has not passed, the next one first: what calendars hold."""
    found = [(days[0].at, entry.url, entry) for entry in library.of_kind("policy-explainer")
             if (days := open_deadlines((entry,), library.at))]  # fmt: skip
    return tuple(entry for _, _, entry in sorted(found, key=lambda each: each[:2]))


def _state(deadline: Moment, at: Moment) -> str:
    return step_at(deadline_steps(deadline), at).word


def _closing(open_: tuple[Moment, ...], at: Moment) -> tuple[str, ...]:
    if not open_:
        return ()
    return ("open",) if _state(open_[0], at) == "尚未截止" else ("soon", "open")


def _terms(entries: Iterable[Entry], taxonomy: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for entry in entries for id in entry.terms(taxonomy)))


def _audiences(entries: Iterable[Entry], library: Library) -> tuple[str, ...]:
    """The terms whose name or short name stands in what an explainer says of its audience."""
    texts = [text for entry in entries if isinstance(entry.meta, ExplainerMeta) for text in entry.meta.audience]
    return tuple(
        term.id
        for term in library.taxonomies["audiences"].terms
        if any(name in text for text in texts for name in (term.name, term.short) if name)
    )


def _issuer(name: str, library: Library) -> Value:
    unit = library.taxonomies["units"].find(name)
    return Value(unit.id, unit.name) if unit else Value(slug_from(name), name)


def _year(entry: Entry) -> int:
    moment, _ = document_date(entry)
    return moment.day.year if moment else 0


def _known(library: Library, policies: tuple[Policy, ...]) -> dict[str, list[Value]]:
    """Every value in the order of its facet: as the editors ordered terms, by rank, by number, newest first."""

    def terms(taxonomy: str) -> list[Value]:
        return [Value(term.id, term.name) for term in library.taxonomies[taxonomy].terms]

    issuers: dict[str, Value] = {}
    counts: dict[str, int] = {}
    for policy in policies:
        if isinstance(policy.entry.meta, DocumentMeta):
            for name in policy.entry.meta.issuer:
                value = _issuer(name, library)
                issuers.setdefault(value.id, value)
                counts[value.id] = counts.get(value.id, 0) + 1
    years = sorted({year for policy in policies for year in policy.values["year"]}, reverse=True)
    return {
        "area": terms("policy_areas"),
        "audience": terms("audiences"),
        "status": [Value(id, name) for name, id in STATUSES.items()],
        "level": [Value(id, name) for name, id in LEVELS.items()],
        "issuer": sorted(issuers.values(), key=lambda value: (-counts[value.id], value.id)),
        "industry": terms("industries"),
        "year": [Value(year, f"{year} 年") for year in years],
        "explained": [Value(id, name) for id, name in _EXPLAINED.items()],
        "closing": [Value(id, name) for id, name in _CLOSING.items()],
    }
