"""Tables for operators: the releases of a target, the changes a publish would bring."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from unicodedata import east_asian_width

from ...settings.moment import parse_moment
from .manifest import Changes, Manifest, is_page
from .receipts import Receipt

_ACTIONS = {"publish": "发布", "rollback": "退回"}
_OUTCOMES = {
    "live": "", "switching": "正在切换，或停在了这一步", "reverted": "探测没过，已退回", "abandoned": "没有做完",
    "unconfirmed": "没有探测", "failed": "探测没过",
}  # fmt: skip
_SWITCHED = "已切换，还没有确认"
_UNCOMMITTED = "＋改动"
_SHOWN = 20
_PAGES = 30


def releases_table(receipts: Sequence[Receipt], live: str, there: Collection[str]) -> str:
    """The newest receipts, newest first; an arrow stands before the one that readers owe what they get to.

    Whoever wrote a receipt that is not closed may be at it still, or have died: readers may have its release already.
    """
    if not receipts:
        return "这个目标上还没有发布过。"
    now = next((r.number for r in reversed(receipts) if r.release == live and (r.given or _is_open(r))), 0)
    rows = [("", "时间", "做了什么", "版本", "提交", "谁", "页数", "增/改/撤", "备注")]
    for each in list(reversed(receipts))[:_SHOWN]:
        note = _OUTCOMES[each.outcome] or ("" if each.release in there else "文件已删去")
        if _is_open(each) and each.number == now:
            note = _SWITCHED
        counts = f"{each.added}/{each.changed}/{each.removed}"
        mark = "→" if each.number == now else ""
        rows.append((
            mark, _time(each.begun), _ACTIONS[each.action], each.release, _commit(each), each.who,
            str(each.pages), counts, note,
        ))  # fmt: skip
    return "\n".join(_aligned(rows))


def changes_table(changes: Changes, before: Manifest, after: Manifest) -> str:
    """Pages by title, other files by number."""
    if not changes:
        return "和已发布的一样，没有变化。"
    groups = (("新增", changes.added, after), ("改动", changes.changed, after), ("撤下", changes.removed, before))
    return "\n".join(line for name, paths, manifest in groups for line in _group(name, paths, manifest))


def _commit(receipt: Receipt) -> str:
    return f"{receipt.commit[:8]}{_UNCOMMITTED if receipt.uncommitted else ''}"


def _is_open(receipt: Receipt) -> bool:
    return receipt.outcome == "switching"


def _group(name: str, paths: Iterable[str], manifest: Manifest) -> Iterator[str]:
    listed = list(paths)
    pages = [path for path in listed if is_page(path)]
    if not listed:
        return
    yield f"{name}：{len(pages)} 页，另有 {len(listed) - len(pages)} 个文件"
    for path in pages[:_PAGES]:
        yield f"  {manifest.by_path[path].name}  /{path.removesuffix('index.html')}"
    if len(pages) > _PAGES:
        yield f"  …… 还有 {len(pages) - _PAGES} 页"


def _time(text: str) -> str:
    try:
        return parse_moment(text).chinese
    except ValueError:
        return text


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
