"""The one file that a browser reads first: the rules of reading, and where the parts are."""

import hashlib
import json
from collections.abc import Iterable

from ..asset import Asset
from .parts import Part
from .units import RULES


def root(parts: Iterable[Part]) -> Asset:
    """The address changes with whatever it says, so it may be kept for ever like all files with a hash."""
    places = [{"path": part.path, "shards": part.shards} for part in parts]
    data = json.dumps({"rules": RULES, "parts": places}, ensure_ascii=False, separators=(",", ":")).encode()
    return Asset(f"search/index-{hashlib.sha256(data).hexdigest()[:12]}.json", data)
