"""The status of a policy document: computed at the moment of the build, never typed."""

from typing import Literal

from ..settings.moment import Moment
from .models import DocumentMeta

PolicyStatus = Literal["尚未施行", "现行有效", "已失效", "已被替代", "施行日期未标注"]


def status_of(document: DocumentMeta, at: Moment, replaced: bool) -> PolicyStatus:
    """Status of a document at a moment.

    ``replaced`` tells that a document which replaces it is in force, or is out with no date of its own. An end that
    has come counts even where no beginning is known; a beginning that is not known is never taken for "in force".
    """
    if replaced:
        return "已被替代"
    if document.expires and _is_over(document.expires, at):
        return "已失效"
    if document.effective is None:
        return "施行日期未标注"
    return "现行有效" if document.effective.at <= at.at else "尚未施行"


def _is_over(expires: Moment, at: Moment) -> bool:
    """A bare date is the last day in force; a written hour is the end itself."""
    return at.at >= expires.at if expires.has_clock else at.day > expires.day
