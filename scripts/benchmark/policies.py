"""Many made-up policies for the index: a file like the built site's own, drawn from its words."""

import random
from typing import Any

SEED = 5
_BODIES = ("国", "鲁政", "聊政", "东昌府政")


def policies(like: dict[str, Any], count: int) -> dict[str, Any]:
    """The index's file (zhuanti.outlets.policies.finder_file) with ``count`` policies in place of those of ``like``.

    Titles differ from each other, values are spread over all of those known.
    """
    draw = random.Random(SEED)
    signs = sorted({sign for title in like["title"] for sign in title})
    rows = [_row(draw, signs, like, at) for at in range(count)]
    numbers = {name: range(len(ids)) for name, ids in like["ids"].items()}
    return {
        "ids": like["ids"],
        **{column: [row[column] for row in rows] for column in rows[0]},
        "later": {str(at): _ending(at) for at in range(count) if draw.random() < 0.2},
        "closes": {str(at): _closing(at) for at in range(count) if draw.random() < 0.3},
        "values": {name: [_values(draw, known) for _ in range(count)] for name, known in numbers.items()},
    }


def _row(draw: random.Random, signs: list[str], like: dict[str, Any], at: int) -> dict[str, Any]:
    title = "".join(draw.choices(signs, k=draw.randint(8, 22)))
    return {
        "url": f"documents/policy-{at}/",
        "title": f"关于{title}的若干措施",
        "number": f"{draw.choice(_BODIES)}发〔{_year(at)}〕{draw.randint(1, 99)}号",
        "issuer": draw.choice(like["issuer"]),
        "word": "成文",
        "day": f"{_year(at)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        "status": draw.choice(like["status"]),
        "sample": 0,
        "explainers": [[f"一图读懂第{at}号", f"explainers/e-{at}/"]] if draw.random() < 0.4 else [],
        "orders": [at],
    }


def _year(at: int) -> int:
    return 2015 + at % 11


def _ending(at: int) -> list[list[str]]:
    return [[f"{_year(at) + 14}-01-01T00:00:00+08:00", "已失效", "ended"]]


def _closing(at: int) -> list[list[str]]:
    month = f"{_year(at) + 14}-06"
    return [[f"{month}-30", f"{month}-01T00:00:00+08:00", f"{_year(at) + 14}-07-01T00:00:00+08:00"]]


def _values(draw: random.Random, known: range) -> list[int]:
    return sorted(draw.sample(known, k=min(len(known), draw.choice([1, 1, 2]))))
