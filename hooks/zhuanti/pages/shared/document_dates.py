"""The one date by which a policy is known in lists, with the word for what it is of.

An entry's own date says when the topic took it up or a paper told of it, which is no date of the document: it stands in
only where the source names none, and is called what it is.
"""

from ...content.entry import Entry
from ...content.models import DocumentMeta
from ...settings.moment import Moment

_DATES = (("issued", "成文"), ("released", "发布"), ("effective", "施行"), ("date", "见于公开来源"))


def told_date(entry: Entry) -> tuple[Moment | None, str]:
    """The most telling date of a document and its word; of anything else its own date, without one."""
    if not isinstance(entry.meta, DocumentMeta):
        return entry.meta.date, ""
    for field, word in _DATES:
        moment: Moment | None = getattr(entry.meta, field)
        if moment:
            return moment, word
    return None, ""


def newest_first(entry: Entry) -> tuple[float, str]:
    """Sort key by that date; what has none comes last, equal ones by path."""
    moment, _ = told_date(entry)
    return (-moment.at.timestamp() if moment else float("inf"), entry.path)
