"""Share cards of a thousand entries: how long they take cold on all cores, and that nothing is made again."""

import os
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from zhuanti.images.cards.press import Order, Press, printed
from zhuanti.images.cards.sheet import Campaign, Cover, Sheet
from zhuanti.images.workers import cores

from .corpus import articles
from .peers import term_ids
from .pictures import photograph

ENTRIES = 1000
SECONDS = 60.0  # the budget for that many on two cores
_CAMPAIGN = Campaign("测速市制造业专题", "制造业专题", "#2F5D8A", "#C8431A", "#2F6B4A")
_COVERS = 20
_SAMPLE = 160  # orders whose processor time is taken


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds cold and warm, how many files were made each time, and the bytes of the largest and of the mean.

    ``processor`` are seconds of one core an entry, which other work on the machine does not change.
    """

    cold: float
    warm: float
    made: int
    made_again: int
    largest: int
    mean: int
    processor: float


def measure(entries: int = ENTRIES) -> Cost:
    """Both cards of every entry; half of the entries have a photograph of their own size."""
    with tempfile.TemporaryDirectory(prefix="topic-bench-") as name:
        folder = Path(name)
        orders = [Order(form, sheet) for sheet in sheets(entries, folder) for form in ("wide", "square")]
        started = time.perf_counter()
        made = Press(folder / "cards").print(orders)
        cold = time.perf_counter() - started
        started = time.perf_counter()
        again = Press(folder / "cards").print(orders)
        warm = time.perf_counter() - started
        sizes = [os.path.getsize(path) for path in (folder / "cards").iterdir()]
        return Cost(cold, warm, made, again, max(sizes), sum(sizes) // len(sizes), _processor(orders[:_SAMPLE]))


def _processor(orders: Sequence[Order]) -> float:
    for order in orders[:4]:
        printed(order)  # what is loaded and drawn once for all
    started = time.process_time()
    for order in orders:
        printed(order)
    return 2 * (time.process_time() - started) / len(orders)


def sheets(entries: int, folder: Path) -> Sequence[Sheet]:
    """Sheets with titles of the corpus; ``folder`` takes the photographs."""
    covers = tuple(_cover(folder, number) for number in range(_COVERS))
    found: list[Sheet] = []
    for number, article in enumerate(articles(entries, term_ids())):
        found.append(
            Sheet(
                _CAMPAIGN,
                title=f"{article.title}（{number}）",
                label=article.form,
                foot=("测速语料", article.date.isoformat()[:10]),
                serif=number % 5 == 0,
                cover=covers[number % _COVERS] if number % 2 else None,
            )
        )
    return found


def _cover(folder: Path, number: int) -> Cover:
    path = folder / f"cover-{number}.jpg"
    if number == 0:
        path.write_bytes(photograph())
        with Image.open(path) as image:
            image.resize((1200, 900)).save(path, "JPEG", quality=85)
    else:
        with Image.open(folder / "cover-0.jpg") as image:
            left = random.Random(number).randrange(150)
            image.crop((left, 0, left + 1050, 900)).save(path, "JPEG", quality=85)
    return Cover(path.name, path)


def sentence(cost: Cost, entries: int = ENTRIES) -> str:
    """The result in Chinese, a loss like a win."""
    verdict = "达标" if cost.cold <= SECONDS else "超出"
    again = "没有重做" if cost.made_again == 0 else f"重做了 {cost.made_again} 张"
    return (
        f"{entries} 篇稿件的分享图（大小各一张，共 {cost.made} 张，一半带照片），{cores()} 个核心：{cost.cold:.1f} 秒"
        f"（预算 {SECONDS:g} 秒，{verdict}；每篇占处理器 {cost.processor:.3f} 秒）；再来一次 {cost.warm:.2f} 秒，{again}\n"
        f"最大 {cost.largest // 1000} KB，平均 {cost.mean // 1000} KB"
    )
