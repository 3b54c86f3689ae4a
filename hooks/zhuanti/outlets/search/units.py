"""What search takes for a unit of text: one Chinese character, one word of letters, one number.

No word is guessed at, so nothing can be cut differently here and in the browser. Units that touch make a run; any
mark or space between them ends it, except where readers type it in many ways: the brackets round a number
(聊链办〔2023〕5号), and one sign inside Latin words and numbers (GB/T, 3.5). ``RULES`` travels to the browser with the
index, and the browser's script reads text by the same rules.
"""

import re
from collections.abc import Iterator

from ...prose.chinese import ALL_INVISIBLE, HAN

# letters of Latin, Greek and Cyrillic, kana and hangul
LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff\u3041-\u30ff\uac00-\ud7a3"
OPEN = "〔﹝[(【{〈《"
CLOSE = "〕﹞])】}〉》"
INNER = "./-_–:&+@'’%·,~#"
RULES = {
    "units": f"[{HAN}々]|[{LETTERS}]+|[0-9]+",
    "han": f"[{HAN}々]",
    "open": OPEN,
    "close": CLOSE,
    "inner": INNER,
    "invisible": ALL_INVISIBLE.pattern,
}

_RUNS = re.compile(f"([{HAN}々]+)|[{LETTERS}]+|[0-9]+")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def folded(text: str) -> str:
    """The text with half-width forms for full-width ones; every character keeps its place."""
    return text.translate(_HALF_WIDTH)


def runs(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield (units, is Chinese, touches the one before): Chinese characters in a row, else one word or number.

    ``text`` must be folded.
    """
    end, start_before, chinese_before = 0, -1, False
    for found in _RUNS.finditer(text):
        start, chinese = found.start(), found.group(1) is not None
        touches = start_before >= 0 and (
            start == end
            or (
                start == end + 1
                and (
                    (text[end] in INNER and not chinese and not chinese_before)
                    or (text[end] in OPEN and text[start].isdecimal() and text[found.end() : found.end() + 1] in _CLOSE)
                    or (text[end] in CLOSE and text[end - 1].isdecimal() and text[start_before - 1] in OPEN)
                )
            )
        )
        yield found.group() if chinese else found.group().lower(), chinese, touches
        end, start_before, chinese_before = found.end(), start, chinese


_CLOSE = frozenset(CLOSE)
