"""``changed-urls.txt``: the whole addresses that a publish changed, for CDNs to fetch anew and search engines to visit."""

from pathlib import Path

from .manifest import Changes, is_hashed
from .paths import CHANGED_URLS
from .probe import address_of


def write_changed_urls(project: Path, base_url: str, changes: Changes) -> int:
    """Write them one a line, and return how many; a file whose name changes with its content is never kept wrongly.

    Raises:
        OSError: the file cannot be written.
    """
    root = base_url.rstrip("/") + "/"
    paths = sorted({*changes.added, *changes.changed, *changes.removed})
    urls = [root + address_of(path) for path in paths if not is_hashed(path)]
    (project / CHANGED_URLS).write_text("".join(f"{url}\n" for url in urls), "utf-8")
    return len(urls)
