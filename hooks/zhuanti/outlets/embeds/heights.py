"""How high a view is at every width, so that its room can be kept before it is there.

The numbers say again what ``theme/embeds/style/`` does; a browser test compares both at every width from 220 to 1,200
pixels. They do not depend on what is in a view, because that changes after its code was pasted: rows share the room.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from .model import Tier

_HEAD, _FOOT = 3.25, 2.25
_NARROW_HEAD = 5.0
_LINES = (
    Tier(320, row=5.25, fixed=_NARROW_HEAD + _FOOT),
    Tier(560, row=4.25, fixed=_HEAD + _FOOT),
    Tier(None, row=3, fixed=_HEAD + _FOOT),
)
# shape → tiers, the narrowest first
HEIGHTS: Mapping[str, tuple[Tier, ...]] = MappingProxyType(
    {
        "list": _LINES,
        "timeline": _LINES,
        "policies": (
            Tier(320, row=8.5, fixed=_NARROW_HEAD + _FOOT),
            Tier(560, row=6.75, fixed=_HEAD + _FOOT),
            Tier(None, row=5, fixed=_HEAD + _FOOT),
        ),
        "cards": (
            Tier(420, row=7, fixed=_NARROW_HEAD + _FOOT),
            Tier(900, columns=2, ratio=0.28125, row=6.8984375, fixed=_HEAD + _FOOT),
            Tier(None, columns=4, ratio=0.140625, row=6.72265625, fixed=_HEAD + _FOOT),
        ),
        # the screen of a phone, then that of a film
        "stage": (Tier(600, share=1.6), Tier(None, share=0.5625)),
        "film": (Tier(480, share=0.5625, fixed=7.75), Tier(None, share=0.5625, fixed=5.75)),
        "gone": (Tier(None, fixed=6.5),),
        "bar": (Tier(800, fixed=5), Tier(None, fixed=3)),
        "card": (
            Tier(480, share=0.5625, fixed=15.5),
            Tier(None, share=0.1, fixed=13),
        ),
        "plain": (Tier(320, fixed=19.5), Tier(560, fixed=15.75), Tier(None, fixed=14)),
        # below 720 pixels the lead story over the lines, from there both beside each other
        "front": (
            Tier(320, row=5.25, share=0.5625, fixed=26.875),
            Tier(480, row=4.25, share=0.5625, fixed=23.125),
            Tier(720, row=4.25, share=0.1, fixed=20.625),
            Tier(None, share=0.28125, fixed=21.328125),
        ),
        "front-plain": (
            Tier(320, row=5.25, fixed=26.875),
            Tier(720, row=4.25, fixed=23.125),
            Tier(None, row=4.25, fixed=8.5),
        ),
        "numbers": (
            Tier(320, columns=1, row=8.75, fixed=_FOOT + 0.125),
            Tier(720, columns=2, row=8.75, fixed=_FOOT + 0.125),
            Tier(None, columns=4, row=8.75, fixed=_FOOT + 0.125),
        ),
        "ask": (Tier(400, fixed=13.5), Tier(None, fixed=10.75)),
        "entrance": (Tier(400, fixed=13.5), Tier(None, fixed=10.75)),
    }
)


def height(tiers: Sequence[Tier], count: int, width: float, size: float = 16) -> float:
    """Pixels for so many items in a frame of this width, with type of this size in pixels."""
    tier = next(each for each in tiers if each.below is None or width < each.below)
    ratio, rems = tier.parts(count)
    return ratio * width + rems * size


def css_length(tiers: Sequence[Tier], count: int) -> str:
    """The same as one CSS length, for ``padding-bottom`` of a box whose font size is that of the view.

    A percentage there is one of the width (CSS 2.1, 8.4). What a narrower tier has more or less stands in a ``clamp``
    that is nothing from its width on: the difference times ten thousand is either far outside or zero.
    """
    ratio, rems = tiers[-1].parts(count)
    terms = [f"{100 * ratio:.4g}%"] if ratio else []
    terms.append(f"{rems:.5g}em")
    for narrow, wide in pairwise(tiers):
        (ratio, rems), (next_ratio, next_rems) = narrow.parts(count), wide.parts(count)
        for more, unit in ((100 * (ratio - next_ratio), "%"), (rems - next_rems, "em")):
            if abs(more) > 1e-9:
                low, gate, high = ("0px", f"({narrow.below}px - 100%)", f"{more:.5g}{unit}")
                if more < 0:
                    low, gate, high = high, f"(100% - {narrow.below}px)", "0px"
                terms.append(f"clamp({low}, {gate} * 9999, {high})")
    return terms[0] if len(terms) == 1 else f"calc({' + '.join(terms)})"
