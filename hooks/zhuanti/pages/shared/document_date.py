"""The date of a document, with the word for what kind of date it is: one rule for every list, order and file.

An entry's own ``date`` is the site's; for a document it only tells when a public source showed it. What the document
says of itself comes first, and a date never stands without its word.
"""

from ...content.entry import Entry
from ...content.models import DocumentMeta
from ...settings.moment import Moment

UNKNOWN = "日期来源未标注"


def document_date(entry: Entry) -> tuple[Moment | None, str]:
    """The most telling date and its word; of an explainer, when it appeared."""
    meta = entry.meta
    if not isinstance(meta, DocumentMeta):
        return meta.date, "解读发布" if meta.date else UNKNOWN
    dates = ((meta.issued, "成文"), (meta.released, "发布"), (meta.effective, "施行"), (meta.date, "见于公开来源"))
    return next(((moment, word) for moment, word in dates if moment), (None, UNKNOWN))


def newest_document_first(entry: Entry) -> tuple[float, str]:
    """Sort key by that date: newest first, undated last, equal days by path."""
    moment, _ = document_date(entry)
    return (-moment.at.timestamp() if moment else float("inf"), entry.path)
