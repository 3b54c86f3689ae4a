"""Display lines part between clauses: a browser breaks Chinese anywhere, a headline must not be."""

import re

_PARTED = re.compile(r"(?<=[\u3400-\u9fff，；。：！？、]) (?=[\u3400-\u9fff“‘《「])")
_CLAUSE = re.compile(r"[^，；。：！？、]*[，；。：！？、]*[”’」』）》]*")


def clauses(text: str) -> tuple[str, ...]:
    """A sentence cut behind its marks; joined again it is the same text."""
    return tuple(found.group() for found in _CLAUSE.finditer(text) if found.group())


def phrases(text: str) -> tuple[str, ...]:
    """What the writer parted by a space between Chinese characters: a line ends there before it ends in a word."""
    return tuple(_PARTED.split(text))
