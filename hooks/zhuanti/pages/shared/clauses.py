"""Display lines part between clauses: a browser breaks Chinese anywhere, a headline must not be."""

import re

_CLAUSE = re.compile(r"[^，；。：！？、]*[，；。：！？、]*[”’」』）》]*")


def clauses(text: str) -> tuple[str, ...]:
    """A sentence cut behind its marks; joined again it is the same text."""
    return tuple(found.group() for found in _CLAUSE.finditer(text) if found.group())
