"""A page that has grown old: the script picks the step of today, in every zone, and says so."""

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.content.test_status import CASES, DEADLINES, documents_of
from tests.entries import document, entry, inputs

from zhuanti.pages.shared.policy_rows import policy_rows
from zhuanti.pages.shared.standing import deadline_standing, explained_standing
from zhuanti.pages.shared.views import StatusView
from zhuanti.settings.moment import parse_moment

pytestmark = pytest.mark.browser

LONG_AGO = "1990-01-01"
THEME = Path(__file__).parents[2] / "hooks/theme"
SCRIPT = "\n".join(
    (THEME / part).read_text("utf-8")
    for part in ("base/attach.js", "components/status/script.js", "components/policy-row/script.js")
)
NOTE = re.compile(r"页面生成于\d+年\d+月\d+日，按今天的日期更正")


@pytest.fixture(scope="module", params=["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"])
def zone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a reader in one of the world's zones."""
    with browser.new_context(timezone_id=request.param) as context:
        yield context.new_page()


def shown(page: Page, view: StatusView, at: str) -> tuple[str, str, str]:
    """The status, its reason and the note of a page made with a view and read at a moment."""
    page.clock.set_fixed_time(parse_moment(at).at)
    data = f'data-module="status" data-later="{escape(view.later)}" data-built="{view.built}" data-ends="{view.ends}"'
    status = f'<span class="status status--{view.shape}" {data if view.later else ""}>{view.word}</span>'
    page.set_content(f"<p>{status}<span data-reason>{view.reason}</span></p><script type=module>{SCRIPT}</script>")
    found: tuple[str, str, str] = page.evaluate(
        """() => [".status", "[data-reason]", ".status-note"].map((one) => document.querySelector(one)?.textContent ?? "")"""
    )
    return found


def told_otherwise(page: Page, cases: list[dict[str, Any]], key: str, view: Any) -> list[tuple[str, Any]]:
    """Cases in which a page made long ago shows other words than one made at the case's moment."""
    faults = []
    for case in cases:
        word, reason, note = shown(page, view(case, LONG_AGO), case["at"])
        today = view(case, case["at"])
        then = view(case, LONG_AGO)
        changed = (today.word, today.reason) != (then.word, then.reason)
        if (word, reason) != (case[key], today.reason) or bool(NOTE.fullmatch(note)) != changed:
            faults.append((case["name"], (word, reason, note)))
    return faults


def document_view(case: dict[str, Any], at: str) -> StatusView:
    documents = documents_of(case)
    return explained_standing(documents[0], inputs(*documents, at=at).library)


def deadline_view(case: dict[str, Any], at: str) -> StatusView:
    return deadline_standing(parse_moment(case["deadline"]), parse_moment(at))


def test_old_pages_show_the_status_of_today(zone: Page) -> None:
    assert told_otherwise(zone, CASES, "status", document_view) == []


def test_old_pages_show_whether_one_can_still_apply(zone: Page) -> None:
    assert told_otherwise(zone, DEADLINES, "words", deadline_view) == []


def test_days_are_counted_on_without_a_note(zone: Page) -> None:
    view = deadline_view({"deadline": "2026-12-31"}, "2026-12-01")
    assert view.word == "30 天内截止"
    assert shown(zone, view, "2026-12-21 08:00") == ["10 天内截止", "", ""]


def test_what_can_no_longer_change_carries_nothing() -> None:
    over = document_view({"effective": "2020-01-01", "expires": "2021-01-01"}, "2024-01-01")
    assert (over.later, over.built, over.ends) == ("", "", "")
    assert json.loads(document_view({"effective": "2020-01-01", "expires": "2021-01-01"}, "2019-01-01").later)


ROW = (
    '<p><span data-module="due" data-due="{known}">申报截止 <time datetime="{time.iso}">{time.short}</time></span></p>'
)


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("2026-12-31 23:59", "申报截止 2026-12-31"),
        ("2027-01-01 00:00", "申报截止 2027-03-31"),
        ("2027-03-31 16:59", "申报截止 2027-03-31"),
        ("2027-03-31 17:00", ""),
    ],
)
def test_a_list_grown_old_names_the_next_deadline_and_none_that_has_passed(zone: Page, at: str, due: str) -> None:
    made = inputs(
        document("d"),
        entry("policies/explainers/a.md", explains="d", deadline="2026-12-31"),
        entry("policies/explainers/b.md", explains="d", deadline="2027-03-31 17:00"),
        at="2026-11-25",
    )
    deadline = policy_rows((made.library.by_url["policies/documents/d/"],), made)[0].deadline
    assert deadline is not None
    zone.clock.set_fixed_time(parse_moment(at).at)
    row = ROW.format(known=escape(deadline.known), time=deadline.time)
    zone.set_content(f"{row}<script type=module>{SCRIPT}</script>")
    assert zone.locator("p").inner_text() == due


@pytest.mark.parametrize("path", ["", "policies/", "policies/level/county/", "industries/bearings/"])
def test_no_list_of_the_site_shows_a_deadline_that_has_passed(browser: Browser, address: str, path: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        for now, some in (("2026-11-25T12:00:00+08:00", True), ("2060-01-01T12:00:00+08:00", False)):
            page.clock.set_fixed_time(now)
            page.goto(address + path, wait_until="load")
            assert bool(page.locator(".policy-row__due").count()) is some


def test_a_page_of_the_site_corrects_itself(browser: Browser, address: str) -> None:
    """The talent measures of the sample county end on 20 December 2026; the site was made in November."""
    with browser.new_context() as context:
        page = context.new_page()
        page.clock.set_fixed_time("2026-12-21T00:00:00+08:00")
        page.goto(address + "policies/documents/sample-talent-2023/", wait_until="load")
        standing = page.locator(".policy__standing").inner_text()
        assert "已失效" in standing and "有效期到2026年12月20日，已经过期" in standing
        assert "页面生成于2026年11月25日，按今天的日期更正" in standing
        page.goto(address + "policies/explainers/sample-talent-allowance/", wait_until="load")
        assert "已截止" in page.locator(".glance").inner_text() and "已失效" in page.locator(".rests").inner_text()
