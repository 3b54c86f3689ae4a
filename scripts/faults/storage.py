"""What an object storage does to a publish: it answers 500 and 503 in bursts, and breaks answers off."""

from collections.abc import Iterator

from .places import Place
from .trials import Outcome, Publisher, tried

TIMES = 5
_SHARE = 0.25
_LENGTH = 4


def storage_troubles(place: Place) -> Iterator[Outcome]:
    """Bursts that botocore's repeating outlasts, then ones without end; readers ask the storage itself meanwhile."""
    for name, trial in (("500、503 一阵阵", in_bursts), ("500、503 不停", without_end)):
        yield tried(place, name, trial)


def in_bursts(made: Publisher, outcome: Outcome) -> str:
    """A quarter of all requests is refused, four in a row; every publish ends well or with a sentence, and the next does."""
    way = made.place.bursts
    assert way
    before, stopped = way.done, 0
    for number in range(TIMES):
        way.every(number, _SHARE, _LENGTH)
        code, said = made.publish(f"burst{number}")
        stopped += code != 0
        if "Traceback" in said or (code and "请过几分钟再试" not in said):
            outcome.faults.append(f"第 {number} 次：{said.strip()[-200:]}")
        way.harm = lambda number: None
        if code:
            _succeeds(made, outcome, f"calm{number}")
    return f"{TIMES} 次发布中有 {way.done - before} 个请求得到 500 或 503，{TIMES - stopped} 次照常发完，{stopped} 次说明后停下，再发布都成功"


def without_end(made: Publisher, outcome: Outcome) -> str:
    """From some request on nothing but 503: the publish stops with a sentence; the next one finishes."""
    way = made.place.bursts
    assert way
    for after in (0, 80):
        way.after(after, 503)
        code, said = made.publish(f"endless{after}")
        way.harm = lambda number: None
        if not code or "Traceback" in said or "请过几分钟再试" not in said:
            outcome.faults.append(f"从第 {after} 个请求起：{said.strip()[-200:]}")
        _succeeds(made, outcome, f"ended{after}")
    return "从第 1 个、第 81 个请求起全是 503：说明后停下，随后的发布接着做完"


def _succeeds(made: Publisher, outcome: Outcome, word: str) -> None:
    code, said = made.publish(word)
    if code:
        outcome.faults.append(f"随后的发布：{said.strip()[-200:]}")
