"""The head of one line of YAML: its indentation, its list marks, and the name before its colon."""

import re
import unicodedata
from dataclasses import dataclass

from ..problems import Rule
from ..problems.catalogue import front_matter as rules

_INVISIBLE = "\u200b\u2060\ufeff"
_FIELD = re.compile(
    r"""(?P<key>[A-Za-z_Ａ-Ｚａ-ｚ＿\u200b\u2060\ufeff][\w\u200b\u2060\ufeff-]*|“[\w-]+”
    |"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+')(?P<gap>\s*)(?P<colon>[:：﹕∶︰])(?P<space>\s*)""",
    re.VERBOSE,
)
_OTHER_FIELD = re.compile(r"(?P<key>[^\s#\-?:,\[\]{}&*!|>'\"%@`][^:#]*?)(?P<gap>\s*):(?: +|$)")
_CHINESE_FIELD = re.compile(r"(?P<key>\w{1,12})(?P<gap>\s*)(?P<colon>[：﹕∶︰])(?P<space>\s*)")
_LIST_MARK = re.compile(r"-(?:[^\S ]\s*|(?=[^\s-]))|(?P<odd>[－—–−•·●▪])(?![－—–−])\s*(?=\S)|[*+][ \u3000]\s*(?=\S)")
_ODD_NAMES = {"\t": "制表符", "\u3000": "全角空格", "\xa0": "不间断空格"}
_QUOTED_OR_TAB = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'|\t")


@dataclass(frozen=True, slots=True)
class Head:
    """A field's name as it should read, where its value begins, and what is wrong between the two."""

    key: str
    value_at: int
    rule: Rule | None = None
    fault_at: int = 0
    what: str = ""
    safe: bool = True


def odd_name(sign: str) -> str:
    """What editors call a white space that is not the space bar's."""
    return _ODD_NAMES.get(sign, f"特殊空格 U+{ord(sign):04X}")


def width(lead: str, tab: int) -> int:
    """How many plain spaces an indentation stands for."""
    return sum(tab if sign == "\t" else 2 if sign == "\u3000" else 1 for sign in lead)


def without_tabs(text: str) -> str:
    """Tabs outside quotes as spaces: harmless to the eye, but the two YAML parsers differ over them."""
    return _QUOTED_OR_TAB.sub(lambda found: " " if found[0] == "\t" else found[0], text) if "\t" in text else text


def list_mark(text: str) -> tuple[str, int] | None:
    """A mark that stands for a dash and a space at the start of a text, and where the item's words begin."""
    found = _LIST_MARK.match(text)
    return (text[: found.end()].strip() or text[0], found.end()) if found else None


def head_of(text: str, *, own_item: bool, own_value: bool) -> Head | None:
    """The field at the start of a text, or None where the text is a value.

    ``own_item``: the text stands behind a dash and may well be words; ``own_value``: the line above waits for
    a value. Both leave only what is surely meant as a field.
    """
    found = _FIELD.match(text)
    if found:
        space, colon = found["space"], found["colon"]
        ends = found.end() == len(text)
        if colon == ":" and (space or ends) and not space.strip(" "):
            return _spelled(found)
        is_address = colon == ":" and text.startswith("//", found.end())
        is_words = text[0] in "\"'“" and colon == ":" and not space
        if not own_item and not is_address and not is_words:
            return _with_faulty_colon(found, safe=found["key"].isascii())
    if own_item:
        return None
    if found := _OTHER_FIELD.match(text):
        return Head(found["key"], found.end())
    if not own_value and (found := _CHINESE_FIELD.match(text)):
        return _with_faulty_colon(found, safe=False)
    return None


def _spelled(found: re.Match[str]) -> Head:
    key, gap = found["key"], found["gap"]
    plain = _plain_key(key)
    if plain == key and not gap.strip(" "):
        return Head(key, found.end())
    hidden = any(sign in key for sign in _INVISIBLE)
    what = "看不见的字符" if hidden else "全角空格" if plain == key else "全角引号" if key[0] == "“" else "全角字母"
    return Head(plain, found.end(), rules.FIELD_SPELLING, 0, what)


def _plain_key(key: str) -> str:
    if key[0] in "\"'":
        return key
    return unicodedata.normalize("NFKC", "".join(sign for sign in key if sign not in _INVISIBLE)).strip("“”")


def _with_faulty_colon(found: re.Match[str], *, safe: bool) -> Head:
    key, at = _plain_key(found["key"]), found.start("colon")
    if found["colon"] != ":":
        return Head(key, found.end(), rules.FULLWIDTH_COLON, at, found["colon"], safe)
    if not found["space"]:
        return Head(key, found.end(), rules.COLON_WITHOUT_SPACE, at, "", safe)
    odd = found["space"].strip(" ")[0]
    return Head(key, found.end(), rules.ODD_SPACE, found.start("space") + found["space"].index(odd),
                odd_name(odd), safe)  # fmt: skip
