"""Which characters are Chinese, and what a line end between two characters stands for."""

import re

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_WIDE = re.compile(
    "[\u2e80-\u2fdf\u3001-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U000323af]"
)
# Marks that Chinese and Western text share: they belong to the Chinese text they touch.
_SHARED = frozenset("“”‘’—…·–")
# Invisible characters: they break search and bold type, and nobody typed them on purpose.
INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2061-\u2064\u2066-\u2069]")
ALL_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\u2066-\u2069\u202a-\u202e\ufeff\u00ad\u180e]")
HAN_CHARACTER = re.compile(f"[{HAN}]")


def is_wide(character: str) -> bool:
    """Whether a character is a Chinese character or a full-width mark."""
    return bool(_WIDE.match(character))


def gap(before: str, after: str) -> str:
    """What a line end between two characters becomes: nothing inside Chinese, otherwise one space."""
    wide_before, wide_after = is_wide(before), is_wide(after)
    inside = (wide_before or before in _SHARED) and (wide_after or after in _SHARED)
    return "" if inside or not before or not after else " "
