"""Structured data of one entry, by its kind (schema.org types; required properties as Google's documentation says)."""

from collections.abc import Callable
from dataclasses import dataclass

from ...content.addresses import Kind
from ...content.citations import statement_of
from ...content.entry import Entry
from ...content.library import Library
from ...content.models import DocumentMeta, EventMeta, ExplainerMeta
from ...pages.shared.heads import EntryView
from ...settings.site import SiteSettings
from .nodes import Node, byline, duration, node, organizations, picture, publishers, website

_FORCE = {
    "现行有效": "InForce",
    "即将失效": "InForce",
    "部分修改": "PartiallyInForce",
    "尚未施行": "NotInForce",
    "已失效": "NotInForce",
    "已被替代": "NotInForce",
}
_EVENT_STATES = {
    "预告": "EventScheduled",
    "进行中": "EventScheduled",
    "已结束": "EventScheduled",
    "延期": "EventPostponed",
    "取消": "EventCancelled",
}
_FORMS = {"评论": "OpinionNewsArticle"}


@dataclass(frozen=True, slots=True)
class Work:
    """An entry with all that describes it."""

    entry: Entry
    view: EntryView
    url: str
    section: str
    library: Library
    settings: SiteSettings


def works(work: Work) -> list[Node]:
    """The nodes of an entry that is no sample."""
    found = [_KINDS[work.entry.kind](work), *_questions(work), *_video(work)]
    return [each for each in found if each]


def _article(kind: str, work: Work) -> Node:
    return _creative_work(kind, work) | node(kind, articleSection=work.section)


def _news(work: Work) -> Node:
    return _article(_FORMS.get(work.view.label, "NewsArticle"), work)


def _plain(work: Work) -> Node:
    return _article("Article", work)


def _gallery(work: Work) -> Node:
    return _creative_work("ImageGallery", work) | node("ImageGallery", name=work.entry.meta.title)


def _creative_work(kind: str, work: Work) -> Node:
    """What all that editors write has in common."""
    meta, view = work.entry.meta, work.view
    modified = work.entry.modified
    part_of = [website(work.settings)]
    if view.series:
        part_of.append(node("CreativeWorkSeries", name=view.series.name))
    return node(
        kind,
        **{"@id": f"{work.url}#entry"},
        url=work.url,
        mainEntityOfPage=work.url,
        headline=meta.title,
        alternativeHeadline=meta.subtitle,
        description=meta.summary,
        image=picture(view.cover, work.settings.root_url),
        datePublished=meta.date.iso if meta.date else "",
        dateModified=modified.iso if modified else "",
        author=byline(meta.authors),
        publisher=publishers(work.settings),
        keywords=list(dict.fromkeys(meta.tags)),
        isBasedOn=meta.source.url if meta.source else "",
        citation=[
            node(
                "CreativeWork",
                name=source.says,
                publisher=node("Organization", name=source.publisher),
                datePublished=source.date.iso if source.date else "",
                url=source.url,
            )
            for source in meta.data_sources
        ],
        correction=[
            node("CorrectionComment", text=correction.note, datePublished=correction.date.iso)
            for correction in meta.corrections
        ],
        isPartOf=part_of,
        inLanguage="zh-CN",
        isAccessibleForFree=True,
    )


def _legislation(work: Work) -> Node:
    meta, library, root = work.entry.meta, work.library, work.settings.root_url
    assert isinstance(meta, DocumentMeta)
    force = _FORCE.get(library.status.get(work.entry.url, ""))
    return node(
        "Legislation",
        **{"@id": f"{work.url}#entry"},
        url=work.url,
        mainEntityOfPage=work.url,
        name=meta.title,
        description=meta.summary,
        image=picture(work.view.cover, root),
        legislationIdentifier=meta.number or meta.index_number,
        legislationPassedBy=organizations(meta.issuer),
        legislationDate=meta.issued.day.isoformat() if meta.issued else "",
        datePublished=meta.released.iso if meta.released else "",
        legislationDateOfApplicability=meta.effective.day.isoformat() if meta.effective else "",
        expires=meta.expires.iso if meta.expires else "",
        legislationLegalForce=f"https://schema.org/{force}" if force else "",
        legislationRepeals=_legislations(library.replaces.get(work.entry.url, ()), root),
        legislationAmends=_legislations(library.amends.get(work.entry.url, ()), root),
        isBasedOn=_legislations(library.based_on.get(work.entry.url, ()), root),
        sameAs=meta.official_url,
        subjectOf=[
            node("Article", headline=entry.meta.title, url=root + entry.url)
            for entry in library.explainers.get(work.entry.url, ())
            if not entry.meta.sample
        ],
        isPartOf=[website(work.settings)],
        inLanguage="zh-CN",
        isAccessibleForFree=True,
    )


def _legislations(entries: tuple[Entry, ...], root: str) -> list[Node]:
    return [
        node("Legislation", **{"@id": f"{root}{entry.url}#entry"}, name=entry.meta.title, url=root + entry.url)
        for entry in entries
        if not entry.meta.sample
    ]


def _explainer(work: Work) -> Node:
    """An article about a public service; the service is described inside it."""
    meta, library = work.entry.meta, work.library
    assert isinstance(meta, ExplainerMeta)
    unit = library.taxonomies["units"].find(meta.contact_unit) if meta.contact_unit else None
    provider = unit.name if unit else meta.contact_unit
    service = node(
        "GovernmentService",
        name=meta.title,
        description=meta.summary,
        url=work.url,
        provider=node("GovernmentOrganization", name=provider) if provider else "",
        audience=[node("Audience", audienceType=name) for name in meta.audience],
        serviceOutput=[node("Thing", name=statement_of(text).says) for text in meta.benefits],
    )
    documents = _legislations(library.explained.get(work.entry.url, ()), work.settings.root_url)
    return _article("Article", work) | {"about": [service, *documents]}


def _event(work: Work) -> Node:
    """An event, where its beginning and its place are known; else an article about one."""
    meta = work.entry.meta
    assert isinstance(meta, EventMeta)
    if not (meta.starts and (meta.place or meta.live_url)):
        return _plain(work)
    place = node("Place", name=meta.place) if meta.place else node("VirtualLocation", url=meta.live_url)
    return node(
        "Event",
        **{"@id": f"{work.url}#entry"},
        url=work.url,
        mainEntityOfPage=work.url,
        name=meta.title,
        description=meta.summary,
        image=picture(work.view.cover, work.settings.root_url),
        startDate=meta.starts.iso,
        endDate=meta.ends.iso if meta.ends else "",
        location=place,
        eventStatus=f"https://schema.org/{_EVENT_STATES[meta.state]}" if meta.state else "",
        inLanguage="zh-CN",
    )


def _questions(work: Work) -> list[Node]:
    questions = work.entry.meta.faq if isinstance(work.entry.meta, ExplainerMeta) else ()
    if not questions:
        return []
    return [
        node(
            "FAQPage",
            **{"@id": f"{work.url}#faq"},
            mainEntity=[
                node("Question", name=item.question, acceptedAnswer=node("Answer", text=item.answer))
                for item in questions
            ],
        )
    ]


def _video(work: Work) -> list[Node]:
    """A video, where all that search engines ask for is known: name, picture, day."""
    meta, video, root = work.entry.meta, work.view.video, work.settings.root_url
    still = picture((video.poster or work.view.cover) if video else None, root)
    if video is None or still is None or meta.date is None:
        return []
    return [
        node(
            "VideoObject",
            **{"@id": f"{work.url}#video"},
            name=meta.title,
            description=meta.summary or meta.title,
            thumbnailUrl=still["url"],
            uploadDate=meta.date.iso,
            duration=duration(video.duration),
            contentUrl=root + video.file if video.file else "",
            url="" if video.file else video.url,
            transcript="\n".join(video.transcript),
            inLanguage="zh-CN",
        )
    ]


_KINDS: dict[Kind, Callable[[Work], Node]] = {
    "article": _news,
    "case": _plain,
    "policy-document": _legislation,
    "policy-explainer": _explainer,
    "gallery": _gallery,
    "event": _event,
    "notice": _plain,
}
