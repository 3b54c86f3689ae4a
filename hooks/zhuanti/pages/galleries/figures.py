"""A paragraph that is nothing but a figure, taken apart: what stands large, what stands beside it.

A range, a fraction, a date, a time of day or digits in groups is one figure: cut at its first digits it would say
something else.
"""

import re
import unicodedata
from math import ceil

from .views import NumberView

_NUMBER = r"[-−+＋±]?\d+(?:[,，]\d{3})*(?:[.．]\d+)?"
_FIGURE = re.compile(rf"(\D*?)({_NUMBER})(\D*)")
_FIRST = re.compile(r"[-−+＋±]?\d")
# what may join two numbers to one figure; where anything else stands between them, its unit belongs to it
_JOINED = re.compile(r"[\d\s,，.．:：/／~～〜\-－−–—·％%°℃至到]*")
_WIDE = 1.75  # of a digit's width
MOST = 16  # digits side by side on the narrowest phone that are still larger than the text


def figure(text: str) -> NumberView | None:
    """The figure in a text that holds digits; None where it is too long to be read as one."""
    if match := _FIGURE.fullmatch(text):
        before, digits, after = match[1].strip(), match[2], match[3].strip()
        value = unicodedata.normalize("NFKC", digits).replace("−", "-").replace(",", "")
        # a sign of its own would be lost on the way up
        value = value if value[0] in "-0123456789" else ""
        decimals = len(value.partition(".")[2])
        return NumberView(text, before, digits, after, len(digits), value, decimals, "," in digits or "，" in digits)
    found = _FIRST.search(text)
    if not found:
        return None
    rest = text[found.start() :]
    last = max(at for at, sign in enumerate(rest) if sign.isdecimal()) + 1
    end = last if _JOINED.fullmatch(rest[:last]) else len(rest)
    end += 1 if rest[:end].count("%") and rest[end : end + 1] == "%" else 0
    width = ceil(sum(_WIDE if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in rest[:end]))
    if width > MOST:
        return None
    return NumberView(text, text[: found.start()].strip(), rest[:end], rest[end:].strip(), width, "", 0, False)
