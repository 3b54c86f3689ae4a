"""One photograph of 12 megapixels: what three widths in three formats cost on one core."""

import random
import time
from dataclasses import dataclass
from io import BytesIO
from statistics import median

from PIL import Image

from zhuanti.images.developing import editions, opened

SIZE = (4000, 3000)
WIDTHS = (800, 1200, 1600)
SECONDS = 1.0  # the budget


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds at the median of the rounds, and the bytes by width and format."""

    seconds: float
    rounds: int
    sizes: dict[tuple[int, str], int]


def photograph() -> bytes:
    """A JPEG with detail at every scale, as a camera's is; the same each time."""
    chance = random.Random(7)
    image = Image.new("RGB", SIZE, (120, 110, 100))
    for cells, weight in ((8, 0.6), (32, 0.45), (152, 0.3), (700, 0.2)):
        small = (cells, cells * 3 // 4)
        channels = [Image.frombytes("L", small, chance.randbytes(small[0] * small[1])) for _ in range(3)]
        image = Image.blend(image, Image.merge("RGB", channels).resize(SIZE, Image.Resampling.BICUBIC), weight)
    stream = BytesIO()
    image.save(stream, "JPEG", quality=92)
    return stream.getvalue()


def measure(rounds: int) -> Cost:
    """Develop the photograph several times; processor time, because other work on the machine is not ours."""
    data = photograph()
    taken: list[float] = []
    sizes: dict[tuple[int, str], int] = {}
    for _ in range(rounds):
        started = time.process_time()
        image = opened(data, WIDTHS[-1])
        for width, format, content in editions(image, SIZE, WIDTHS, WIDTHS[-1]):
            sizes[width, format] = len(content)
        taken.append(time.process_time() - started)
    return Cost(median(taken), rounds, sizes)


def sentence(cost: Cost) -> str:
    """The result in Chinese, a loss like a win."""
    verdict = "达标" if cost.seconds <= SECONDS else "超出"
    sizes = "，".join(f"{width}.{format} {size // 1000} KB" for (width, format), size in cost.sizes.items())
    return (
        f"一张 1200 万像素照片，{len(WIDTHS)} 种宽度 × 3 种格式：单核 {cost.seconds:.2f} 秒"
        f"（{cost.rounds} 轮中位数，预算 {SECONDS:g} 秒，{verdict}）\n{sizes}"
    )
