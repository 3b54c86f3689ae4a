"""One page of every kind, for what must hold of them all, and how a test waits for something on one of them."""

import time
from typing import Any

from playwright.sync_api import Page

# by far the longest page: axe needs most of a minute for it, and about/ is of the same kind
HANDBOOK = "handbook/"
BUILDER = "embed/"
ARTICLE = "columns/in-action/guojiaji-jiqun-2025/"
FEATURE = "columns/in-action/feature-yarn-night/"
EXPLAINER = "policies/explainers/paiwu-xuke/"
MATCH = "policies/match/"
COMPARE = "policies/compare/"
KINDS = (
    "",
    "columns/in-action/",
    ARTICLE,
    FEATURE,
    "columns/in-action/infographic-bearing-gates/",
    "columns/interviews/vial-line-engineer/",
    "columns/guangyue/ledger-on-the-wall/",
    "cases/",
    "cases/zhoucheng-chanye/",
    "policies/",
    "policies/overview/",
    MATCH,
    COMPARE,
    "policies/area/environment/",
    "policies/level/city/",
    "data/",
    "policies/documents/zhizaoye-xin-20-tiao/",
    EXPLAINER,
    "events/",
    "events/sample-open-day/",
    "notices/sample-extra-charge/",
    "galleries/",
    "galleries/zhoucheng-fengong/",
    "counties/",
    "counties/linqing/",
    "tags/chan-ye-lian/",
    "timeline/",
    "search/",
    "about/",
    BUILDER,
    HANDBOOK,
    "404.html",
)
KINDS_BEFORE_AXE = tuple(url for url in KINDS if url != HANDBOOK)
_PATIENCE = 30.0  # seconds


def until(page: Page, expression: str, arg: Any = None) -> None:
    """Wait until an expression is true. (Playwright's own wait evaluates text in the page, which our policy forbids.)"""
    end = time.monotonic() + _PATIENCE
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(20)
