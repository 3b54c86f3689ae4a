"""A date and a number with its unit stay on one line: a browser parts Chinese between any two characters."""

import re

from ...prose import ImageRef, LinkRef, Prose
from .blocks import Block, joined, prose_of

_TAG = re.compile(r"(<[^>]*>)")
_UNITS = "万亿年月日号时分秒点个家人条台套只副件吨米度倍岁%％℃"
_BOUND = re.compile(rf"\d+(?:[.,:：\-/]\d+)*\s?[{_UNITS}]+(?:\d+(?:[.,:：]\d+)*[{_UNITS}]+)*")


def bound(markup: str, references: tuple[LinkRef | ImageRef, ...]) -> Prose:
    """Markup of blocks as a body whose dates and figures no line parts."""
    parts = _TAG.split(markup)
    parts[::2] = [_BOUND.sub(r'<span class="bound">\g<0></span>', words) for words in parts[::2]]
    return prose_of("".join(parts), references)


def bound_blocks(found: tuple[Block, ...]) -> Prose | None:
    """Blocks of one body as such a body; None where there are none."""
    whole = joined(found)
    return bound("\n".join(block.outer for block in found), found[0].references) if whole else None
