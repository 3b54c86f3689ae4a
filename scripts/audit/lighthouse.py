"""Lighthouse's judgement of pages on a mid-range phone (its mobile profile with simulated throttling)."""

import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from .kinds import PageKind
from .tools import Missing, Tools

CATEGORIES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
TRIES = 5
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # without it a page that is not ready for the first frame is shown a whole second later: headless draws one a second
    "--run-all-compositor-stages-before-draw",
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A page's scores, 0 to 100 by category; ``lost`` names the audits that cost points; ``broken`` is why the page could
    not be measured, in Lighthouse's word, else empty."""

    kind: PageKind
    scores: dict[str, int]
    tries: int
    lost: tuple[str, ...]
    broken: str = ""

    @property
    def below(self) -> tuple[str, ...]:
        """The categories below their threshold."""
        return tuple(name for name, least in CATEGORIES.items() if self.scores.get(name, 0) < least)


def judge(kinds: Sequence[PageKind], address: str, tools: Tools, say: Callable[[str], None]) -> list[Judgement]:
    """Judge these pages, first several at once. A page that is slow then is tried again alone, and its best performance
    counts; so is one that could not be measured at all.

    A busy machine can only make a page slower, never faster, so the best of few tries says most about the page; the
    report tells how many there were. The other categories do not depend on the machine.
    """

    def run(kind: PageKind) -> Judgement:
        say(f"Lighthouse：{kind.name} {kind.url or '/'}")
        return _run(kind, address, tools)

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        first = list(pool.map(run, kinds))
    return [best(found, partial(run, kind)) for kind, found in zip(kinds, first, strict=True)]


def best(found: Judgement, run: Callable[[], Judgement]) -> Judgement:
    """The best of at most ``TRIES`` tries, of which the first has been; the first that is good enough ends them."""
    tries = 1
    while tries < TRIES and (found.broken or found.below == ("performance",)):
        again = run()
        tries += 1
        if found.broken or again.scores["performance"] > found.scores["performance"]:
            found = again
    return replace(found, tries=tries)


def _run(kind: PageKind, address: str, tools: Tools) -> Judgement:
    with tempfile.TemporaryDirectory(prefix="topic-audit-") as folder:
        out = Path(folder, "report.json")
        # a page that is not for search engines says so, which Lighthouse counts as a fault of every page
        skipped = ["full-page-screenshot", *([] if kind.indexed else ["is-crawlable"])]
        command = [
            *tools.lighthouse,
            address + kind.url,
            "--quiet",
            "--output=json",
            f"--output-path={out}",
            "--no-enable-error-reporting",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--skip-audits={','.join(skipped)}",
            f"--chrome-flags={' '.join(_FLAGS)}",
        ]
        environment = os.environ | {"CHROME_PATH": tools.chromium, "HOME": folder}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if not out.exists():
            raise Missing(f"Lighthouse 没有给出结果：\n{done.stderr.strip()[-2000:]}")
        report: dict[str, Any] = json.loads(out.read_text("utf-8"))
    broken = report.get("runtimeError", {}).get("code", "")
    return Judgement(kind, _scores(report), 1, (broken,) if broken else tuple(_lost(report)), broken)


def _scores(report: dict[str, Any]) -> dict[str, int]:
    # a category that could not be judged counts as nothing
    return {name: round((report["categories"][name]["score"] or 0) * 100) for name in CATEGORIES}


def _lost(report: dict[str, Any]) -> list[str]:
    found = []
    for name in CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                found.append(" ".join(part for part in (reference["id"], audit.get("displayValue")) if part))
    return found
