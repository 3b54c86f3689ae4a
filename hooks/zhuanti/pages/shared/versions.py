"""The history of a document: what replaced and amended what, when, and what is different, in the editor's own words."""

from dataclasses import dataclass

from ...content.entry import Entry
from ...content.lineage import chain
from ...content.models import DocumentMeta
from ...content.status import begins
from .page import PageInputs
from .relations import named
from .standing import document_name, standing
from .views import StatusView


@dataclass(frozen=True, slots=True)
class VersionView:
    """One document of the history; ``changes`` tell what is different from those before it."""

    title: str
    url: str
    number: str
    dates: str
    deed: str
    changes: tuple[str, ...]
    status: StatusView | None
    current: bool


def versions(entry: Entry, inputs: PageInputs) -> tuple[VersionView, ...]:
    """From the oldest to the newest; nothing for a document that stands alone."""
    library = inputs.library
    older = chain(entry, library.replaces, library.amends)
    newer = chain(entry, library.replaced_by, library.amended_by)

    def place(each: Entry) -> tuple[int, float, str]:
        """Behind all that it replaces and amends, for a source may name no date; then by when it began to count."""
        assert isinstance(each.meta, DocumentMeta)
        return len(chain(each, library.replaces, library.amends)), begins(each.meta).toordinal(), each.path

    ordered = sorted((*older, entry, *newer), key=place)
    unheld = [
        VersionView(name, "", "", "本专题没有收录", "", (), None, False)
        for each in ordered
        if isinstance(each.meta, DocumentMeta)
        for name in named(
            (*each.meta.replaces, *each.meta.amends), (*library.replaces[each.url], *library.amends[each.url])
        )
    ]
    if len(ordered) + len(unheld) < 2:
        return ()
    return (*unheld, *(_version(each, each is entry, inputs) for each in ordered))


def _version(entry: Entry, current: bool, inputs: PageInputs) -> VersionView:
    meta, library = entry.meta, inputs.library
    assert isinstance(meta, DocumentMeta)
    return VersionView(
        title=meta.title,
        url=entry.url,
        number=meta.number or "",
        dates=_dates(meta),
        deed=_deed(entry, inputs),
        changes=meta.changes,
        status=standing(entry, library),
        current=current,
    )


def _dates(meta: DocumentMeta) -> str:
    """Its most telling beginning and its end, as far as the source says."""
    starts = ((meta.effective, "起施行"), (meta.released, "发布"), (meta.issued, "成文"))
    start = next((f"{moment.chinese}{word}" for moment, word in starts if moment), "")
    end = f"有效期到{meta.expires.chinese}" if meta.expires else ""
    return "，".join(part for part in (start, end) if part) or "日期来源未标注"


def _deed(entry: Entry, inputs: PageInputs) -> str:
    """What it did to those before it."""
    replaced = [document_name(other) for other in inputs.library.replaces.get(entry.url, ())]
    amended = [document_name(other) for other in inputs.library.amends.get(entry.url, ())]
    parts = (f"替代{'、'.join(replaced)}" if replaced else "", f"修改{'、'.join(amended)}" if amended else "")
    return "；".join(part for part in parts if part)
