"""Who issued a document and under which number: slips that would make one authority two, or a number unfindable."""

import re
from collections.abc import Callable, Iterator

from ..problems import Place, Problem
from ..problems.catalogue import values
from .models import DocumentMeta, NoticeMeta
from .validation import Location

Locate = Callable[[Location], Place]

# What a name of an authority ends with. Many words end alike (社会, 干部, 布局, 主办), and names hold 和 themselves
# (工业和信息化局), so a name is only parted where what stands on both sides could be one.
_AUTHORITY = re.compile(
    r"(?:政府|人大|政协|国务院|法院|检察院|研究院|委员会|管委会|常委会|联合会|工会|协会|商会|妇联|工商联|领导小组"
    r"|指挥部|办公室|办事处|管理处|秘书处|中心|银行|分行|支行|署|厅|委|(?<![布格结全大])局"
    r"|(?<![干总全内外局东西南北中])部|(?<![主承协举督联开兴创])办)$"
)
_BETWEEN = re.compile(r"[、，,；;/／]|\s+|[和与及](?!社会资本)")  # 政府和社会资本合作中心 is one
_OPENING, _CLOSING = "（(〔[", "）)〕]"
_SHORTEST = 2  # 省委
_YEAR_BRACKETS = re.compile(r"(?<=[\u4e00-\u9fff])\s*[\[［(（【]\s*(\d{4})\s*[\]］)）】]\s*(?=第?\d+号)")
_NUMBER_IN_MARKS = re.compile(r"《([^《》]*[〔\[［(（【]\d{4}[〕\]］)）】]第?\d+号)》")


def issuing_problems(meta: DocumentMeta | NoticeMeta, place: Locate) -> Iterator[Problem]:
    """What is wrong with issuer and number of one entry."""
    for index, name in enumerate(meta.issuer):
        parts = issuers_of(name)
        if len(parts) > 1:
            better = ", ".join(f'"{part}"' for part in parts)
            where = place(("issuer", index) if len(meta.issuer) > 1 else ("issuer",))
            yield values.ISSUERS_TOGETHER.at(where, value=name, count=len(parts), better=better)
    number = meta.number or ""
    if "《" in number or "》" in number:
        yield values.NUMBER_IN_MARKS.at(place(("number",)), value=number)
    if _YEAR_BRACKETS.search(number):
        yield values.NUMBER_BRACKETS.at(place(("number",)), value=number, better=mended_number(number))


def issuers_of(text: str) -> tuple[str, ...]:
    """The authorities that a text names; the text itself where it names one, or nobody can tell."""
    parts: list[str] = []
    start = 0
    for found in _BETWEEN.finditer(text):
        before, after = text[start : found.start()].strip(), text[found.end() :].strip()
        inside = sum(text.count(sign, 0, found.start()) for sign in _OPENING) > sum(
            text.count(sign, 0, found.start()) for sign in _CLOSING
        )
        if not inside and _is_authority(before) and _is_authority(after):
            parts.append(before)
            start = found.end()
    return (*parts, text[start:].strip())


def _is_authority(name: str) -> bool:
    bare = re.sub(r"[（(][^（()）]*[）)]$", "", name)
    return len(bare) >= _SHORTEST and _AUTHORITY.search(bare) is not None


def mended_number(line: str) -> str:
    """A line with a document number in its usual signs: only what says the same in one way alone."""
    return _YEAR_BRACKETS.sub(r"〔\1〕", _NUMBER_IN_MARKS.sub(r"\1", line))
