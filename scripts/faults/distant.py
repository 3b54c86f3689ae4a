"""What goes wrong between a publisher and a distant server: the server dies, the line is torn, silent or slow."""

import os
import time
from collections.abc import Callable, Iterator

from .line import Line
from .places import Place
from .trials import Outcome, Publisher, Trial, tried

TIMES = 5
# of a film that a publish has to send; random bytes cannot be made smaller on the way
_FILM = 2_000_000
_RATE = 1_000_000
_SLOW = 100_000
_PATIENCE = 120


def distant_troubles(place: Place) -> Iterator[Outcome]:
    """Every trouble in turn; after each the next publish must succeed."""
    for name, trial in DISTANT.items():
        yield tried(place, name, trial)


def server_killed(made: Publisher, outcome: Outcome) -> str:
    """``kill -9`` of sshd while a file is on its way."""
    server = made.place.server
    assert server
    return _broken(made, outcome, server.kill, server.start, "上传到一半，sshd 和它的连接被 kill -9")


def line_torn(made: Publisher, outcome: Outcome) -> str:
    """The connection is reset while a file is on its way."""
    return _broken(made, outcome, _line(made).tear, _nothing, "上传到一半，连接断开")


def line_silent(made: Publisher, outcome: Outcome) -> str:
    """Nothing comes through any more, and no end of the connection either."""
    return _broken(made, outcome, _line(made).silence, _nothing, "上传到一半，网络没有声音了", times=1)


def line_slow(made: Publisher, outcome: Outcome) -> str:
    """A line of 100 KB a second is waited for."""
    line = _line(made)
    line.rate = _SLOW
    code, said = made.publish("slow")
    line.mend()
    if code:
        outcome.faults.append(f"慢的网络：{said.strip()[-200:]}")
    return f"每秒只过 {_SLOW // 1000} KB，照常发完"


DISTANT: dict[str, Trial] = {
    "sshd 被杀": server_killed, "网络断开": line_torn, "网络无声": line_silent, "网络很慢": line_slow,
}  # fmt: skip


def _broken(
    made: Publisher, outcome: Outcome, breaks: Callable[[], None], mends: Callable[[], None], what: str, times: int = 0
) -> str:
    """A publish is broken in the middle of its upload; it ends with a sentence, and the next one succeeds."""
    times = times or TIMES
    for number in range(times):
        made.write(f"broken{number}")
        (made.project / "site" / "film.mp4").write_bytes(os.urandom(_FILM))
        _line(made).rate = _RATE
        process = made.start()
        _wait_for_upload(made, outcome)
        breaks()
        said, _ = process.communicate(timeout=_PATIENCE)
        if process.returncode != 1 or "读者看到的网站没有变" not in said or "Traceback" in said:
            outcome.faults.append(f"{what}：退出码 {process.returncode}，{said.strip()[-300:]}")
        mends()
        _line(made).mend()
        code, said = made.publish(f"whole{number}")
        if code:
            outcome.faults.append(f"{what}，随后的发布：{said.strip()[-300:]}")
    return f"{what}，{times} 次都说明后停下，随后 {times} 次发布都成功"


def _wait_for_upload(made: Publisher, outcome: Outcome) -> None:
    """Until the film's first bytes have come: rsync writes them under a hidden name."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if any(part.stat().st_size for part in (made.place.root / "incoming").glob("*/.film.mp4.*")):
            return
        time.sleep(0.02)
    outcome.faults.append("上传没有开始")


def _nothing() -> None:
    """The line is mended anyway."""


def _line(made: Publisher) -> Line:
    assert made.place.line
    return made.place.line
