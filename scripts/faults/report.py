"""What the trials gave, as a table in Markdown."""

from collections.abc import Iterable

from .trials import Outcome

_KINDS = {"mixed": "新旧混杂", "backwards": "又见旧版", "missing": "缺文件", "truncated": "不完整"}


def table(outcomes: Iterable[Outcome]) -> str:
    """One row a trial; below it what must not have been."""
    rows = ["| 故障 | 目标 | 做了什么 | 读者读到 | 读者遇到的错误 |", "|---|---|---|---|---|"]
    told: list[str] = []
    for each in outcomes:
        read = f"{each.readers['pages']} 页、{each.readers['assets']} 个文件" if each.readers else "—"
        met = "、".join(f"{name} {each.readers[kind]}" for kind, name in _KINDS.items()) if each.readers else "—"
        other = sum(n for kind, n in each.readers.items() if kind not in (*_KINDS, "pages", "assets"))
        rows.append(
            f"| {each.name} | {each.target} | {each.done} | {read} | {met}{f'、其他 {other}' if other else ''} |"
        )
        told += [f"{each.name}（{each.target}）：{fault}" for fault in each.faults]
    return "\n".join([*rows, *(["", "没有挺过的：", *told] if told else [])])
