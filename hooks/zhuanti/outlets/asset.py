"""A file of the site that is no page."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asset:
    """Bytes, or a file to copy, and the site-relative address."""

    url: str
    content: bytes | Path


def hashed(name: str, data: bytes) -> Asset:
    """A file that pages load, named by its content, so that a browser may keep it for ever: ``assets/name-1a2b3c4d.json``."""
    stem, dot, ending = name.rpartition(".")
    return Asset(f"assets/{stem}-{hashlib.sha256(data).hexdigest()[:8]}{dot}{ending}", data)
