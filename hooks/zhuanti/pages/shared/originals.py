"""Where the original of a document stands, and when that address was last found reachable."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from ...content.entry import Entry
from ...content.library import Library
from ...content.models import DocumentMeta


@dataclass(frozen=True, slots=True)
class OriginalView:
    """One original; ``url`` is empty where the source gives no address, and so is ``host``."""

    name: str
    url: str
    host: str
    checked: str


def originals(documents: Iterable[Entry], library: Library) -> tuple[OriginalView, ...]:
    """The originals of these documents."""
    return tuple(_original(entry, entry.meta, library) for entry in documents if isinstance(entry.meta, DocumentMeta))


def _original(entry: Entry, meta: DocumentMeta, library: Library) -> OriginalView:
    url = meta.official_url or ""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return OriginalView(meta.title, url, host, _checked(url, library) if url else "")


def _checked(url: str, library: Library) -> str:
    record = library.links.get(url)
    if record is None:
        return "还没有检查过这个链接"
    if record.is_reached:
        return f"{record.tried.day:%Y-%m-%d} 检查，可以打开"
    last = f"，上次打得开是 {record.reached.day:%Y-%m-%d}" if record.reached else ""
    return f"{record.tried.day:%Y-%m-%d} 检查时打不开（{record.answer}）{last}"
