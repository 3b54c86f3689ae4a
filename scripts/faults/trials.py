"""The trials: what is done to a publish, and what readers met meanwhile."""

import contextlib
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .made_up import write_site
from .places import Place
from .publisher import BEGUN
from .readers import Readers

_PUBLISHER = Path(__file__).with_name("publisher.py")
_HOOKS = Path(__file__).resolve().parents[2] / "hooks"


@dataclass
class Outcome:
    """What one trial gave: ``done`` says what was tried how often, ``faults`` what must not have been."""

    name: str
    target: str
    done: str
    readers: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


class Publisher:
    """Publishes states of a made-up site to a place, each in a process of its own."""

    def __init__(self, place: Place, project: Path) -> None:
        self.place, self.project = place, project
        self.settings = place.settings.model_dump_json(exclude_none=True)
        self._states = 0

    def write(self, word: str) -> None:
        """Make the site of a state, which a publish then takes."""
        self._states += 1
        write_site(self.project / "site", word, self._states)

    def start(self, project: Path | None = None, **environment: str) -> "subprocess.Popen[str]":
        """Start to publish what was made, from this project or a copy of it."""
        command = [sys.executable, str(_PUBLISHER), self.settings, str(project or self.project), self.place.url]
        environment = os.environ | {"PYTHONPATH": str(_HOOKS), "PYTHONIOENCODING": "utf-8"} | environment
        return subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )

    def begin(self, word: str) -> "subprocess.Popen[str]":
        """Begin to publish a state, and return when the target is about to be asked."""
        self.write(word)
        process = self.start()
        assert process.stdout
        for line in process.stdout:
            if line.strip() == BEGUN:
                return process
        sys.exit("发布没有开始。")

    def publish(self, word: str, **environment: str) -> tuple[int, str]:
        """Publish a state whole; its exit code and what it said."""
        self.write(word)
        process = self.start(None, **environment)
        said, _ = process.communicate()
        return process.returncode, said


@contextlib.contextmanager
def publisher(place: Place) -> Iterator[Publisher]:
    """A publisher with a project of its own, which has published once."""
    with tempfile.TemporaryDirectory(prefix="topic-publisher-") as folder:
        made = Publisher(place, Path(folder))
        code, said = made.publish("first")
        if code:
            sys.exit(f"第一次发布就没有成功：\n{said}")
        yield made


# does something to a publish, adds what must not have been to the outcome, and says what was done
Trial = Callable[[Publisher, Outcome], str]


def tried(place: Place, name: str, trial: Trial) -> Outcome:
    """One trial at a place under the eyes of readers; it begins with a site that is whole."""
    outcome = Outcome(name, place.settings.name, "")
    with publisher(place) as made, _readers(place) as readers:
        outcome.done = trial(made, outcome)
    return with_readers(outcome, readers)


def killed(place: Place, kills: int, seed: int) -> Outcome:
    """``kill -9`` at random moments, while readers read; the next publish must succeed, every time."""
    choose = random.Random(seed)
    outcome = Outcome("kill -9", place.settings.name, "")
    with publisher(place) as made, _readers(place) as readers:
        usual = _usual(made)
        hits, resumed = 0, 0
        for number in range(kills):
            process = made.begin(f"killed{number}")
            threading.Event().wait(choose.uniform(0, usual))
            process.kill()
            process.communicate()
            hits += process.returncode == -9
            code, said = made.publish(f"whole{number}")
            resumed += "没有做完就停了" in said
            if code:
                outcome.faults.append(f"第 {number} 次之后没有发布成功（{code}）：{said.strip()[-200:]}")
    outcome.done = f"杀死 {hits} 次（在发布的 {usual:.2f} 秒里随机），其中 {resumed} 次下一次发布要接手它的锁"
    return with_readers(outcome, readers)


def _readers(place: Place) -> Readers:
    return Readers(place.url, in_order=place.settings.s3 is None)


def _usual(made: Publisher) -> float:
    """Seconds that a publish usually takes from its first question to the target until its end."""
    took = []
    for number in range(3):
        process = made.begin(f"timed{number}")
        begun = time.monotonic()
        process.communicate()
        took.append(time.monotonic() - begun)
    return sorted(took)[1]


def in_a_row(place: Place, publishes: int, seconds: float, connections: int) -> Outcome:
    """Publishes in a row under the load of wrk; requests a second with and without."""
    outcome = Outcome("连续发布", place.settings.name, "")
    with publisher(place) as made:
        alone, failed = _wrk(place.url, seconds, connections)
        done = threading.Event()
        loads: list[tuple[float, int]] = []

        def load() -> None:
            while not done.is_set():
                loads.append(_wrk(place.url, seconds, connections))

        thread = threading.Thread(target=load)
        thread.start()
        for number in range(publishes):
            code, said = made.publish(f"row{number}")
            if code:
                outcome.faults.append(said.strip()[-200:])
        done.set()
        thread.join()
    failed += sum(each for _, each in loads)
    if failed:
        outcome.faults.append(f"{failed} 个请求失败")
    meanwhile = sum(rate for rate, _ in loads) / len(loads)
    outcome.done = f"{publishes} 次发布，{connections} 个连接：平时每秒 {alone:.0f} 个请求，发布时 {meanwhile:.0f} 个（{meanwhile / alone:.0%}），失败 {failed} 个"
    return outcome


def _wrk(url: str, seconds: float, connections: int) -> tuple[float, int]:
    """Requests a second, and how many failed."""
    command = ["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds:.0f}s", url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    failed = sum(map(int, errors.groups())) if errors else 0
    return float(rate[1]) if rate else 0.0, failed + (int(refused[1]) if refused else 0)


def with_readers(outcome: Outcome, readers: Readers) -> Outcome:
    """The outcome with what readers met."""
    outcome.readers = readers.counts
    if readers.faults:
        outcome.faults += readers.examples
    return outcome
