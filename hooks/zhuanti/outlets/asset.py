"""A file of the site that is no page."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asset:
    """Bytes, or a file to copy, and the site-relative address."""

    url: str
    content: bytes | Path
