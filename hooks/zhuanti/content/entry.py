"""An entry: one Markdown file that passed every check of its own."""

from dataclasses import dataclass

from ..settings.moment import Moment
from .addresses import Kind
from .models import Meta


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of content, finished.

    Attributes:
        path: project-relative POSIX path of the file.
        url: site-relative address without a slash in front, ``cases/a/``.
        body: the Markdown behind the front matter; ``body_line`` is the file's line it begins on.
    """

    path: str
    kind: Kind
    slug: str
    url: str
    column: str | None
    meta: Meta
    body: str
    body_line: int

    @property
    def appears(self) -> Moment | None:
        """The moment from which the public may see it: the embargo, else the entry's own date."""
        return self.meta.publish_at or self.meta.date

    @property
    def modified(self) -> Moment | None:
        """When its page last said something else: the latest of date, update and corrections."""
        meta = self.meta
        moments = (meta.date, meta.updated, *(correction.date for correction in meta.corrections))
        return max((moment for moment in moments if moment), default=None)

    @property
    def newest_first(self) -> tuple[float, str]:
        """Sort key: newest first, undated last, equal moments by path."""
        date = self.meta.date
        return (-date.at.timestamp() if date else float("inf"), self.path)

    def terms(self, taxonomy: str) -> tuple[str, ...]:
        """Ids of the entry's terms in a taxonomy; kinds without that field have none."""
        return tuple(getattr(self.meta, "areas" if taxonomy == "policy_areas" else taxonomy, ()))
