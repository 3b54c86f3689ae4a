"""Addresses of headings: pinyin of their words, so that they stay when other headings come and go."""

import re
from functools import lru_cache

from .chinese import HAN_CHARACTER

_OUTSIDE = re.compile(r"[^a-z0-9]+")
_LIMIT = 60


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """ASCII words for a text; ``section`` when nothing of it can be written so."""
    spelled = text
    if HAN_CHARACTER.search(text):
        from pypinyin import (
            lazy_pinyin,
        )  # a quarter of a second: only bodies with Chinese headings pay for it

        spelled = " ".join(lazy_pinyin(text))
    words = _OUTSIDE.sub("-", spelled.lower()).strip("-")
    if len(words) > _LIMIT:
        words = words[:_LIMIT].rpartition("-")[0] or words[:_LIMIT]
    return words or "section"


def free(wanted: str, taken: set[str]) -> str:
    """The wanted id, with the first free number behind it when it is taken; it is taken from then on."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    taken.add(found)
    return found
