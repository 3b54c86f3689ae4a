"""A large site after one edit: what a publish sends, and what it takes beside the build."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import yaml

from benchmark.corpus import articles
from benchmark.peers import OURS_FOLDER, lay_out_ours, term_ids

from .places import Place
from .trials import Outcome

_EDITS = 3


def after_one_edit(place: Place, project: Path, count: int) -> Outcome:
    """Publish so many articles, then edit one, build, and publish: medians of some rounds."""
    peer = lay_out_ours(project, articles(count, term_ids()))
    target = place.settings.model_copy(update={"base_url": place.url}).model_dump(exclude_none=True, mode="json")
    (project / "deploy.yml").write_text(yaml.safe_dump({"targets": [target]}), "utf-8")
    environment = {**os.environ, **peer.environment, "TOPIC_BASE_URL": place.url}
    environment.pop("TOPIC_AT", None)

    def topic(*words: str) -> tuple[float, str]:
        begun = time.perf_counter()
        command = [sys.executable, "-m", "zhuanti", *words]
        ended = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
        if ended.returncode:
            sys.exit(f"{' '.join(words)} 没有成功：\n{ended.stdout}{ended.stderr}")
        return time.perf_counter() - begun, ended.stdout

    first, _ = topic("publish", target["name"])
    entry = sorted((project / OURS_FOLDER).glob("*.md"))[count // 2]
    builds, publishes, ratios, sent = [], [], [], 0.0
    for number in range(_EDITS):
        _edit(entry, f"build{number}")
        builds.append(topic("build", "--strict")[0])
        _edit(entry, f"publish{number}")
        took, said = topic("publish", target["name"])
        publishes.append(took)
        sent = _megabytes(said)
        changed = _changed(place.root) / 1e6
        ratios.append(sent / changed)
    build, publish = sorted(builds)[_EDITS // 2], sorted(publishes)[_EDITS // 2]
    done = (
        f"{count} 篇，第一次发布 {first:.1f} 秒；改一篇：生成 {build:.1f} 秒，发布（含生成）{publish:.1f} 秒，"
        f"发送 {sent:.2f} MB，是变化了的文件的 {sorted(ratios)[_EDITS // 2]:.2f} 倍"
    )
    slow = [f"发布比生成慢 {publish - build:.1f} 秒"] if publish > build + 2 else []
    return Outcome("大专题改一篇", place.settings.name, done, faults=slow)


def _edit(entry: Path, word: str) -> None:
    text = entry.read_text("utf-8")
    entry.write_text(re.sub(r"\n\n改动 \w+。\n$", "", text).rstrip("\n") + f"\n\n改动 {word}。\n", "utf-8")


def _megabytes(said: str) -> float:
    found = re.search(r"发送 ([\d.]+) MB", said)
    assert found, said
    return float(found[1])


def _changed(root: Path) -> int:
    """Bytes of the files in the newest release that are not one file with the release before."""
    newest, before = sorted((root / "releases").iterdir())[:-3:-1]
    size = 0
    for file in newest.rglob("*"):
        if file.is_file():
            old = before / file.relative_to(newest)
            size += 0 if old.exists() and old.samefile(file) else file.stat().st_size
    return size
