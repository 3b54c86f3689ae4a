"""The self-test and the comparison as a company meets them: nothing leaves the device, nothing is claimed too early."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import barriers, rules_in
from tests.browser.pages import COMPARE, MATCH, until
from tests.browser.test_budgets import STORED
from tests.browser.test_elder import CHOSEN
from tests.conftest import AT, PROJECT

from zhuanti.content.loading import load
from zhuanti.pages.shared.candidates import candidates
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
TODAY = date(2026, 11, 25)
COMPANY = "#a=county:linqing;industry:bearings;size:small;revenue:5700;staff:86;rd-share:3.1;founded:2015;certificates:innovative-sme;plan:digital,hiring,loan"
THREE = "?p=sample-first-loan,sample-loan-interest,sample-digital-diagnosis"
GROUPS = """() => Object.fromEntries([...document.querySelectorAll(".fits")].map((group) => [
  group.className.replace(/.*fits--/, ""), [...group.querySelectorAll(".fit__way")].map((link) => link.getAttribute("href").split("/").at(-2)).sort()]))"""


@contextmanager
def opened(browser: Browser, url: str, script: str = "", **options: Any) -> Iterator[Page]:
    with browser.new_context(**({"viewport": PHONE} | options)) as context:
        if script:
            context.add_init_script(script)
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.clock.set_fixed_time("2026-11-25T04:00:00Z")
        page.goto(url, wait_until="load")
        if options.get("java_script_enabled", True):
            until(page, "document.querySelector('[data-ready], [data-tool-failed]:not([hidden])') !== null")
        yield page
        assert faults == []


def pick(page: Page, name: str) -> None:
    label = page.locator("label.pick").filter(has=page.get_by_text(name, exact=True))
    label.locator("input").check()


def test_the_page_groups_policies_as_the_rules_do(browser: Browser, address: str) -> None:
    answers: dict[str, Any] = {
        "county": ("linqing",), "industry": ("bearings",), "size": ("small",), "revenue": 5700, "staff": 86,
        "rd-share": 3.1, "founded": 2015, "certificates": ("innovative-sme",), "plan": ("digital", "loan", "hiring"),
    }  # fmt: skip
    expected: dict[str, list[str]] = {}
    for candidate in candidates(load(PROJECT, BuildOptions(parse_moment(AT))).library):
        expected.setdefault(candidate.verdict(answers, TODAY), []).append(candidate.entry.slug)
    with opened(browser, address + MATCH + COMPANY) as page:
        assert page.evaluate(GROUPS) == {verdict: sorted(slugs) for verdict, slugs in expected.items()}
    assert {"met", "unknown", "failed"} == set(expected)


def test_one_answer_is_enough_and_every_open_line_says_what_is_missing(browser: Browser, address: str) -> None:
    with opened(browser, address + MATCH) as page:
        expect(page.locator(".fit")).to_have_count(0)
        pick(page, "数字化改造")
        expect(page.locator("[data-match-status]")).to_contain_text("需确认")
        fit = page.locator(".fit", has_text="数字化诊断，先诊后改")
        line = fit.locator(".fit__lines--open .fit__line")
        expect(line).to_have_text(re.compile("待确认.*从业人数：20 至 300 人.*去回答", re.DOTALL))
        line.get_by_role("link").click()
        expect(page.locator("#ask-figures")).to_be_in_viewport()
        page.get_by_label("从业人数").fill("八十")
        expect(page.locator("#ask-figures")).to_contain_text("请只写数字")
        expect(line).to_have_count(1)
        page.get_by_label("从业人数").fill("１，０86")
        expect(line).to_contain_text("不符合")
        expect(page.locator(".fits--failed", has_text="数字化诊断，先诊后改")).to_have_count(1)
        page.get_by_label("从业人数").fill("86")
        expect(page.locator(".fits--met", has_text="数字化诊断，先诊后改")).to_have_count(1)


def test_none_of_them_is_an_answer_and_shuts_the_others_out(browser: Browser, address: str) -> None:
    with opened(browser, address + MATCH) as page:
        question = page.locator("#ask-standing")
        question.get_by_label("高新技术企业").check()
        question.get_by_label("都没有").check()
        expect(question.locator("input:checked")).to_have_count(1)
        expect(page.locator(".fits--failed .fit", has_text="清洁生产审核，补审核费")).to_have_count(1)
        question.get_by_label("排污许可证").check()
        expect(question.get_by_label("都没有")).not_to_be_checked()


def test_answers_never_leave_the_device(browser: Browser, address: str) -> None:
    """After the page is there: no request of any kind, no storage, no word of the answers in the address."""
    with opened(browser, address + MATCH) as page:
        page.wait_for_load_state("networkidle")
        requests: list[str] = []
        page.context.on("request", lambda request: requests.append(request.url))
        page.on("websocket", lambda socket: requests.append(socket.url))
        for name in ("临清市", "轴承", "小型企业", "创新型中小企业", "数字化改造", "贷款融资"):
            pick(page, name)
        page.get_by_label("上年营业收入").fill("5700")
        page.get_by_label("成立时间").fill("2015")
        expect(page.locator(".fits--unknown")).to_be_visible()
        page.evaluate("() => { window.print = () => {}; }")
        page.get_by_role("button", name="打印清单").click()
        with page.expect_download():
            page.get_by_role("button", name="截止日期存进日历").click()
        page.get_by_role("button", name="复制带答案的链接").click()
        expect(page.locator("[data-match-said]")).to_contain_text("链接里有全部答案")
        page.wait_for_timeout(500)
        assert [url for url in requests if not url.startswith("blob:")] == []
        assert page.url == address + MATCH
        assert page.evaluate(STORED) == []
        assert page.context.cookies() == []


def test_a_link_carries_the_answers_only_when_asked_for(browser: Browser, address: str) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    with opened(browser, address + MATCH + COMPANY, permissions=permissions) as page:
        page.get_by_role("button", name="复制带答案的链接").click()
        expect(page.locator("[data-match-said]")).to_contain_text("已复制")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == address + MATCH + COMPANY
        before = page.evaluate(GROUPS)
        page.goto("about:blank")
        page.goto(copied)
        until(page, "document.querySelector('[data-ready]') !== null")
        assert page.evaluate(GROUPS) == before
        expect(page.get_by_label("上年营业收入")).to_have_value("5700")
        pick(page, "中型企业")
        assert page.url == address + MATCH
        page.get_by_role("button", name="清空重答").click()
        expect(page.locator(".fit")).to_have_count(0)
        expect(page.get_by_label("上年营业收入")).to_have_value("")


def test_a_link_that_makes_no_sense_does_no_harm(browser: Browser, address: str) -> None:
    for fragment in ("#a=", "#a=county:nowhere;x:1;__proto__:2", "#a=%E0%A4%A", "#a=revenue:<b>;;:::"):
        with opened(browser, address + MATCH + fragment) as page:
            expect(page.locator("[data-match-form]")).to_be_visible()
            expect(page.locator(".fits--met .fit")).to_have_count(0)


def test_deadlines_become_events_with_two_alarms(browser: Browser, address: str, tmp_path: Path) -> None:
    with opened(browser, address + MATCH + COMPANY) as page:
        with page.expect_download() as download:
            page.get_by_role("button", name="截止日期存进日历").click()
        file = tmp_path / "deadlines.ics"
        download.value.save_as(file)
        titles = page.locator(":is(.fits--met, .fits--unknown) .fit:has-text('截止：20') .fit__way").all_text_contents()
    data = file.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert sorted(str(event["SUMMARY"]) for event in events) == sorted(f"示例：申报截止：{title}" for title in titles)
    assert len({str(event["UID"]) for event in events}) == len(events) > 2
    for event in events:
        assert event.decoded("DTSTART") > TODAY and event.decoded("DTEND") > event.decoded("DTSTART")
        assert [alarm.decoded("TRIGGER").total_seconds() for alarm in event.walk("VALARM")] == [
            -6.625 * 86400,
            -0.625 * 86400,
        ]
        assert str(event["URL"]).startswith(address + "policies/explainers/")


def test_paper_holds_what_suits_with_boxes_and_steps(browser: Browser, address: str) -> None:
    with opened(browser, address + MATCH + COMPANY) as page:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        fit = page.locator(".fits--met .fit", has_text="数字化诊断，先诊后改")
        for text in ("从业人数：20 至 300 人", "诊断申请表", "三天到厂，班组长要在场"):
            expect(fit.get_by_text(text)).to_be_visible()
        expect(page.locator("[data-match-answers]")).to_contain_text("注册地 临清市")
        for hidden in (".match__form", ".fits--failed", ".match__actions", ".fit__pick"):
            expect(page.locator(hidden).first).to_be_hidden()


def test_all_can_be_answered_with_the_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, address + MATCH) as page:
        page.locator("#ask-where input").last.focus()
        page.keyboard.press("ArrowRight")
        expect(page.locator("#ask-where input").first).to_be_checked()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(page.locator("#ask-trade input").first).to_be_checked()
        outline = "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
        assert page.evaluate(outline) == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("elder", ["", CHOSEN], ids=["plain", "elder"])
@pytest.mark.parametrize("url", [MATCH + COMPANY, COMPARE + THREE], ids=["match", "compare"])
def test_a_result_shuts_nobody_out(browser: Browser, address: str, url: str, elder: str, scheme: str) -> None:
    with opened(browser, address + url, elder, color_scheme=scheme) as page:
        page.evaluate("for (const details of document.querySelectorAll('main details')) details.open = true")
        for width in (320, 390, 1440):
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        for width in (390, 1440):
            page.set_viewport_size({"width": width, "height": 844})
            assert barriers(page, rules_in(scheme)) == []


@pytest.mark.parametrize(("url", "words"), [(MATCH, "体检由浏览器自己算"), (COMPARE, "并排比较需要浏览器运行脚本")])
def test_without_script_it_explains_itself_and_leads_on(browser: Browser, address: str, url: str, words: str) -> None:
    with opened(browser, address + url, java_script_enabled=False) as page:
        notice = page.locator("noscript p")
        expect(notice).to_be_visible()
        assert words in (notice.text_content() or "")
        expect(page.locator("main input:visible, main button:visible")).to_have_count(0)
        links = page.locator("main :is(.match__areas, .compare__choose) a")
        assert links.count() >= 10
        expect(links.first).to_be_visible()


@pytest.mark.parametrize("url", [MATCH, COMPARE])
def test_a_lost_file_is_said_in_words(browser: Browser, address: str, url: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/explainers-*.json", lambda route: route.fulfill(status=404))
        page.goto(address + url)
        expect(page.locator("[data-tool-failed]")).to_be_visible()
        expect(page.locator("[data-tool-work]")).to_be_hidden()


def test_the_front_and_the_index_lead_to_the_self_test(browser: Browser, address: str) -> None:
    for url in ("", "policies/"):
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(address + url)
            page.get_by_role("link", name="政策体检：哪些政策适用于我").first.click()
            expect(page.get_by_role("heading", level=1)).to_have_text("政策体检")


def test_a_comparison_stands_in_the_address(browser: Browser, address: str) -> None:
    with opened(browser, address + COMPARE + THREE) as page:
        expect(page.locator(".compare__policy")).to_have_count(3)
        expect(page.get_by_role("rowheader")).to_have_text(
            ["适用对象", "支持内容", "申报条件", "申报材料", "截止时间", "受理单位", "所依据的文件", "解读来源"]
        )
        page.get_by_label("比较“创新券怎么领”").check()
        expect(page.locator(".compare__policy")).to_have_count(4)
        assert page.url.endswith(f"{THREE},sample-research-voucher")
        expect(page.get_by_label("比较“人才补贴怎么算、怎么领”")).to_be_disabled()
        page.go_back()
        expect(page.locator(".compare__policy")).to_have_count(3)
        page.get_by_role("button", name="把“技改贷款贴息怎么算”移出比较").click()
        assert page.url.endswith("?p=sample-first-loan,sample-digital-diagnosis")
        assert page.evaluate("document.activeElement.closest('[data-compare-table]') !== null")


def test_a_deadline_that_has_passed_says_so_in_result_and_comparison(browser: Browser, address: str) -> None:
    compare = f"{address}{COMPARE}?p=sample-loan-interest,sample-old-and-new-measures"
    with opened(browser, compare) as page:
        for now, loan in (
            ("2026-12-31T15:59:00Z", "2026年12月31日"),
            ("2026-12-31T16:00:00Z", "2026年12月31日（已截止）"),
        ):
            page.clock.set_fixed_time(now)
            page.reload()
            row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="截止时间"))
            expect(row.get_by_role("listitem")).to_have_text([loan, "2024年10月31日（已截止）"])
        page.goto(address + MATCH + COMPANY)
        page.locator(".fits--failed summary").first.click()
        fit = page.locator(".fit").filter(has=page.get_by_role("link", name="措施换了，老企业怎么办"))
        expect(fit.locator(".fit__facts")).to_contain_text("截止：2024年10月31日（已截止）")


def test_coming_back_from_a_comparison_restores_all_answers_or_none(browser: Browser, address: str) -> None:
    with opened(browser, address + MATCH) as page:
        pick(page, "临清市")
        pick(page, "数字化改造")
        page.get_by_label("上年营业收入").fill("5700")
        before = page.evaluate(GROUPS)
        page.goto(address + COMPARE + THREE)
        page.go_back()
        until(page, "document.querySelector('[data-ready]') !== null")
        page.wait_for_timeout(300)
        given = page.locator(".match__form input:checked:not([value=''])").count()
        if page.get_by_label("上年营业收入").input_value():
            assert given == 2 and page.evaluate(GROUPS) == before
        else:
            assert given == 0 and page.evaluate(GROUPS) == {}


def test_every_benefit_leads_to_the_document_it_rests_on(browser: Browser, address: str, built_site: Path) -> None:
    """Title, number and date, and the official address where the source gives one, on screen and on paper."""
    (file,) = (built_site / "assets").glob("explainers-*.json")
    policies = {policy["id"]: policy for policy in json.loads(file.read_text("utf-8"))["policies"]}
    official = [policy for policy in policies.values() if any(document[5] for document in policy.get("documents", []))]
    assert official, "some documents have official addresses"
    with opened(browser, address + MATCH + COMPANY) as page:
        for fit in page.locator(":is(.fits--met, .fits--unknown) .fit").all():
            policy = policies[fit.locator(".fit__check").input_value()]
            rests = fit.locator(".fit__rest").all_text_contents()
            for told, (title, _, word, number, date_, _) in zip(rests, policy["documents"], strict=True):
                assert all(part in told for part in (title, word, number, date_))
    others = [policy["id"] for policy in policies.values() if policy not in official]
    with opened(browser, f"{address}{COMPARE}?p={official[0]['id']},{others[0]}") as page:
        hrefs = page.locator(".compare__official").evaluate_all(
            "(links) => links.map((link) => link.getAttribute('href'))"
        )
        assert {document[5] for document in official[0]["documents"] if document[5]} <= set(hrefs)
        expect(page.get_by_text("以发文机关原文为准").first).to_be_visible()


def test_what_was_picked_in_the_result_is_compared(browser: Browser, address: str) -> None:
    with opened(browser, address + MATCH + COMPANY) as page:
        picks = page.locator(".fits--met .fit__check")
        picks.nth(0).check()
        expect(page.locator("[data-match-compare]")).to_be_hidden()
        picks.nth(1).check()
        pick(page, "节能改造")
        expect(page.locator(".fit__check:checked")).to_have_count(2)
        page.get_by_role("link", name="比较所选的 2 项").click()
        expect(page.locator(".compare__policy")).to_have_count(2)
