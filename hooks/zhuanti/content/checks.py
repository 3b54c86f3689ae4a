"""Rules between the fields of one entry that a model cannot place."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import get_args

from ..problems import Place, Problem
from ..problems.catalogue import values
from .entry import Entry
from .issuing import issuing_problems
from .models import DocumentMeta, EventMeta, ExplainerMeta, Meta, NoticeMeta
from .status import PolicyStatus
from .validation import Location

Locate = Callable[[Location], Place]

_REVIEWERS = {"first": "初审", "second": "复审", "final": "终审"}
_FICTIONAL = re.compile(r"示例(?:企业|公司|轴承|集团|县|区|市|园区|局|街道|镇|单位|媒体)")
_NUMBER_YEAR = re.compile(r"[〔［\[（(【](\d{4})[〕］\]）)】]")
_YEAR = timedelta(days=366)
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")


def check(entry: Entry, place: Locate, in_samples: bool) -> Iterator[Problem]:
    """Every rule of one entry; ``in_samples`` tells that it lies in a folder of samples."""
    meta = entry.meta
    yield from _sample(meta, place, in_samples)
    yield from _order_of_times(meta, place)
    if isinstance(meta, (DocumentMeta, ExplainerMeta)):
        yield from _typed_status(meta, place)
    if isinstance(meta, DocumentMeta):
        yield from _doubtful_dates(meta, place)
    if isinstance(meta, (DocumentMeta, NoticeMeta)):
        yield from issuing_problems(meta, place)
    if meta.status == "published":
        yield from _ready_to_publish(meta, place)
    if meta.video and not (meta.video.file or meta.video.url):
        yield values.VIDEO_WITHOUT_PLACE.at(place(("video",)))
    if meta.cover and meta.cover_alt is None:
        yield values.COVER_WITHOUT_ALT.at(place(("cover",)))
    for number, line in enumerate(entry.body.split("\n"), start=entry.body_line):
        for found in _MOBILE.finditer(line) if "1" in line else ():
            yield values.PERSONAL_PHONE.at(Place(entry.path, number, found.start() + 1), value=found.group())


def _ready_to_publish(meta: Meta, place: Locate) -> Iterator[Problem]:
    if meta.source is None:
        yield values.NO_SOURCE.at(place(()))
    missing = [name for field, name in _REVIEWERS.items() if getattr(meta.review, field) is None]
    if missing:
        yield values.REVIEWERS_MISSING.at(place(("review",)), missing="、".join(missing))
    people = meta.review.people
    twice = sorted({name for name in people if people.count(name) > 1})
    for name in twice:
        yield values.REVIEWERS_SAME.at(place(("review",)), name=name)
    if meta.date is None and not isinstance(meta, DocumentMeta):
        yield values.NO_DATE.at(place(()))
    if isinstance(meta, ExplainerMeta) and not meta.explains:
        title = ExplainerMeta.model_fields["explains"].title
        yield values.MISSING_FIELD.at(place(("explains",)), field="explains", title=title)
    if isinstance(meta, NoticeMeta):
        lacking = [
            str(NoticeMeta.model_fields[name].title)
            for name in ("issuer", "number", "legal_basis", "official_url")
            if not getattr(meta, name)
        ]
        if lacking:
            yield values.NOTICE_INCOMPLETE.at(place(()), missing="、".join(lacking))


def _sample(meta: Meta, place: Locate, in_samples: bool) -> Iterator[Problem]:
    if meta.sample:
        return
    if in_samples:
        yield values.SAMPLE_NOT_MARKED.at(place(()), evidence="在 samples 文件夹里")
        return
    for field in ("title", "summary", "source"):
        text = str(meta.source.name if field == "source" and meta.source else getattr(meta, field) or "")
        found = _FICTIONAL.search(text)
        if found:
            yield values.SAMPLE_NOT_MARKED.at(place((field,)), evidence=f"出现了虚构名称“{found.group()}”")
            return


def _order_of_times(meta: Meta, place: Locate) -> Iterator[Problem]:
    pairs = [("publish_at", "withdraw_at")]
    if isinstance(meta, DocumentMeta):
        pairs += [("effective", "expires"), ("issued", "expires"), ("issued", "released")]
    if isinstance(meta, EventMeta):
        pairs += [("starts", "ends")]
    for earlier, later in pairs:
        first, last = getattr(meta, earlier), getattr(meta, later)
        if first and last and last.at < first.at:
            yield values.ENDS_BEFORE_START.at(
                place((later,)), later=later, later_value=last.chinese, earlier=earlier, earlier_value=first.chinese
            )


def _typed_status(meta: Meta, place: Locate) -> Iterator[Problem]:
    words = get_args(PolicyStatus)
    for field in ("kicker", "subtitle"):
        name = f"{field}（{type(meta).model_fields[field].title}）"
        for word in words:
            if word in (getattr(meta, field) or ""):
                yield values.STATUS_TYPED.at(place((field,)), field=name, word=word)
    for index, tag in enumerate(meta.tags):
        if tag in words:
            yield values.STATUS_TYPED.at(place(("tags", index)), field="tags（标签）", word=tag)


def _doubtful_dates(meta: DocumentMeta, place: Locate) -> Iterator[Problem]:
    """What is seldom right, but may be: a number of another year, a rule that goes back more than a year."""
    if not meta.issued:
        return
    year = _NUMBER_YEAR.search(meta.number or "")
    if year and int(year[1]) != meta.issued.day.year:
        yield values.NUMBER_YEAR.at(place(("number",)), number=meta.number, year=year[1], issued=meta.issued.chinese)
    if meta.effective and meta.issued.at - meta.effective.at > _YEAR:
        yield values.BACKDATED.at(place(("effective",)), effective=meta.effective.chinese, issued=meta.issued.chinese)
