"""Display lines part between clauses, and inside a long one between words: a browser breaks Chinese anywhere."""

import re
from functools import lru_cache

_PARTED = re.compile(r"(?<=[\u3400-\u9fff，；。：！？、]) (?=[\u3400-\u9fff“‘《「])")
_CLAUSE = re.compile(r"[^，；。：！？、]*[，；。：！？、]*[”’」』）》]*")
_BETWEEN = 0.4  # words that cling together cost more (images/cards/words.py)


def clauses(text: str) -> tuple[str, ...]:
    """A sentence cut behind its marks; joined again it is the same text."""
    return tuple(found.group() for found in _CLAUSE.finditer(text) if found.group())


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """A title cut where a line may end, as share cards are set; joined again it is the same text."""
    from ...images.cards.joints import joints  # loads a dictionary, which only what draws pages should wait for

    ends = [at + 1 for at, joint in enumerate(joints(text)) if joint.hard == 0 and joint.soft <= _BETWEEN]
    while ends and sum(sign.isalnum() for sign in text[ends[-1] :]) < 2:  # no sign stands alone on a last line
        ends.pop()
    return tuple(text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True) if text)


def phrases(text: str) -> tuple[str, ...]:
    """What the writer parted by a space between Chinese characters: a line ends there before it ends in a word."""
    return tuple(_PARTED.split(text))
