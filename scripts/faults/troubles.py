"""What goes wrong around a publish: full and read-only disks, two publishers, jumping clocks, other people's hands."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from zhuanti.release.publishing.paths import CURRENT, RELEASES
from zhuanti.site.switching import switch

from .places import Place
from .trials import Outcome, Publisher, Trial, tried

# bytes that a full disk still has; pairs of publishers that begin together
LEFT = range(20_000, 500_000, 40_000)
PAIRS = 10


def troubles(place: Place) -> Iterator[Outcome]:
    """Every trouble in turn at one place; after each the next publish must succeed."""
    for name, trial in TRIALS.items():
        yield tried(place, name, partial(_and_the_next, trial, f"after-{name}"))


def _and_the_next(trial: Trial, word: str, made: Publisher, outcome: Outcome) -> str:
    done = trial(made, outcome)
    _must(outcome, made.publish(word), "", "随后的发布")
    return done


def full_disk(made: Publisher, outcome: Outcome) -> str:
    """A small file system with ever more room: refused beforehand, broken off, or done."""
    codes = []
    for number, left in enumerate(LEFT):
        with _filled(made.place.root, left):
            code, said = made.publish(f"full{number}")
            codes.append(code)
            if code and "磁盘" not in said:
                outcome.faults.append(f"没有说是磁盘：{said.strip()[-200:]}")
    return f"磁盘只剩 {LEFT[0] // 1000} 到 {LEFT[-1] // 1000} KB，{sum(codes)} 次说明后停下，{codes.count(0)} 次放得下"


def read_only(made: Publisher, outcome: Outcome) -> str:
    """The disk may not be written any more."""
    web = str(made.place.root)
    subprocess.run(["mount", "-o", "remount,ro", web], check=True)
    try:
        _must(outcome, made.publish("read-only"), "只读", "磁盘只读时")
    finally:
        subprocess.run(["mount", "-o", "remount,rw", web], check=True)
    return "发布时磁盘变成只读，说明后停下"


def two_at_once(made: Publisher, outcome: Outcome) -> str:
    """Two publishers begin together: one sends, the other is told so or finds it done."""
    told = 0
    for number in range(PAIRS):
        made.write(f"pair{number}")
        # each on a machine of its own: on one, a command waits for the other
        second = made.project / "second"
        shutil.rmtree(second, ignore_errors=True)
        shutil.copytree(made.project / "site", second / "site")
        both = [made.start(), made.start(second)]
        ends = [process.communicate()[0] for process in both]
        busy = ["正在发布" in said or "刚刚开始" in said for said in ends]
        told += sum(busy)
        failed = [process.returncode != 0 for process in both]
        if sum("发送：" in said for said in ends) != 1 or failed != busy:
            outcome.faults.append("；".join(said.strip()[-100:] for said in ends))
    return f"两个发布同时开始 {PAIRS} 次，{told} 个被告知对方正在发布"


def jumped_clock(made: Publisher, outcome: Outcome) -> str:
    """The publisher's clock is two days ahead, then two days behind."""
    for word, shift in (("ahead", "+2d"), ("behind", "-2d")):
        environment = {"LD_PRELOAD": faketime(), "FAKETIME": shift, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        _must(outcome, made.publish(word, **environment), "", f"时钟 {shift}")
        _shows(outcome, made, word)
    return "发布的机器时钟快两天、慢两天，先后不乱"


def flipped(made: Publisher, outcome: Outcome) -> str:
    """Bytes on the target have changed; what did not change is sent again, not linked."""
    page = made.place.root / CURRENT / "404.html"
    page.write_bytes(b"flipped" + page.read_bytes()[7:])
    _must(outcome, made.publish("flipped"), "", "目标上的字节变了")
    if (made.place.root / CURRENT / "404.html").read_bytes().startswith(b"flipped"):
        outcome.faults.append("错的字节进了新版本")
    return "目标上的文件被改了字节，核对发现，换成原件"


def deleted(made: Publisher, outcome: Outcome) -> str:
    """Somebody deleted all releases but the one that readers get."""
    made.publish("one-more")
    live = os.readlink(made.place.root / CURRENT)
    for release in (made.place.root / RELEASES).iterdir():
        if not live.endswith(release.name):
            shutil.rmtree(release)
    _must(outcome, made.publish("deleted"), "", "旧版本被删")
    return "旧版本被手工删去，照常发布"


def replaced(made: Publisher, outcome: Outcome) -> str:
    """Somebody replaced the link by a folder; it is left alone, and said."""
    link = made.place.root / CURRENT
    copy, kept = link.with_name("copy"), link.with_name("kept")
    shutil.copytree(link, copy)
    # in one step, or readers would miss a page by this hand and not by a publish
    switch(copy, link, kept)
    _must(outcome, made.publish("replaced"), "应是指向某个版本的链接", "链接成了文件夹")
    if link.is_symlink():
        outcome.faults.append("文件夹不见了")
    switch(kept, link, copy)
    shutil.rmtree(copy)
    return "链接被换成文件夹，说明后停下，文件夹原样"


TRIALS: dict[str, Trial] = {
    "磁盘满": full_disk, "磁盘只读": read_only, "两个同时发布": two_at_once, "时钟跳动": jumped_clock,
    "字节翻转": flipped, "旧版本被删": deleted, "链接被换": replaced,
}  # fmt: skip


@contextlib.contextmanager
def _filled(web: Path, left: int) -> Iterator[None]:
    """All but so many bytes of a file system are taken."""
    filler = web.parent / "filler" if not os.path.ismount(web) else web / ".filler"
    free = shutil.disk_usage(web).free
    filler.write_bytes(b"\0" * max(free - left, 0))
    try:
        yield
    finally:
        filler.unlink()


def _must(outcome: Outcome, ended: tuple[int, str], says: str, when: str) -> None:
    """A publish succeeds where nothing need be said; else it stops with the words."""
    code, said = ended
    stops = bool(says)
    if (code != 0) != stops or says not in said or "Traceback" in said:
        outcome.faults.append(f"{when}：退出码 {code}，{said.strip()[-200:]}")


def _shows(outcome: Outcome, made: Publisher, word: str) -> None:
    if f"<!--{word}-->" not in (made.place.root / CURRENT / "index.html").read_text("utf-8"):
        outcome.faults.append(f"读者看到的不是 {word}")


def faketime() -> str:
    """The library that shows a program another time than it is."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    return str(found[0]) if found else "/usr/lib/faketime/libfaketime.so.1"
