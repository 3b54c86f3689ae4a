"""The policy index as readers use it: facets with and without a script, the address, files to take away, weight."""

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import brotli
import icalendar
import pytest
from playwright.sync_api import Browser, Page
from tests.browser.pages import until
from tests.browser.serving import served
from tests.entries import document, entry, inputs

from benchmark.policies import policies
from zhuanti.outlets.policies.finder_file import finder_file
from zhuanti.pages.shared.policy_facets import finder
from zhuanti.settings.moment import parse_moment

pytestmark = pytest.mark.browser

THEME = Path(__file__).parents[2] / "hooks/theme"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
STATUS = "[data-policies-status]"
READY = "document.querySelector('input[name=area]') !== null"
COUNTS = """(name) => Object.fromEntries([...document.querySelectorAll(`input[name=${name}]`)].map((box) =>
  [box.value, Number(box.closest("label").querySelector(".facet__count").firstChild.textContent)]))"""


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    with browser.new_context(**{"viewport": DESKTOP, **options}) as context:
        page = context.new_page()
        page.goto(url, wait_until="load")
        yield page


def number(page: Page) -> int:
    return int("".join(sign for sign in page.inner_text(STATUS) if sign.isdigit()))


def titles(page: Page) -> list[str]:
    return page.locator("[data-policies-list] h2").all_inner_texts()


def everything(page: Page) -> None:
    while page.locator("[data-policies-more]").is_visible():
        before = len(titles(page))
        page.locator("[data-policies-more]").click()
        assert len(titles(page)) > before


def test_facets_narrow_each_other_and_say_what_they_would_leave(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}policies/") as page:
        until(page, READY)
        whole = number(page)
        counts = page.evaluate(COUNTS, "area")
        area = max(counts, key=counts.__getitem__)
        page.check(f"input[name=area][value={area}]")
        until(page, f"document.querySelector('{STATUS}').textContent.includes('找到')")
        assert number(page) == counts[area] < whole
        audiences = {name: count for name, count in page.evaluate(COUNTS, "audience").items() if count}
        audience = min(audiences, key=audiences.__getitem__)
        page.check(f"input[name=audience][value={audience}]")
        until(page, "document.querySelectorAll('.policy-page__chip').length === 3")
        assert number(page) == audiences[audience]
        assert f"area={area}" in page.url and f"audience={audience}" in page.url
        # a second value of the same facet adds up
        other = next(name for name, count in page.evaluate(COUNTS, "audience").items() if count and name != audience)
        page.check(f"input[name=audience][value={other}]")
        until(page, "document.querySelectorAll('.policy-page__chip').length === 4")
        assert number(page) >= audiences[audience]
        page.go_back()
        until(page, "document.querySelectorAll('.policy-page__chip').length === 3")
        assert number(page) == audiences[audience]
        page.locator(".policy-page__chip--all").click()
        until(page, f"document.querySelector('{STATUS}').textContent.includes('共')")
        assert number(page) == whole and "?" not in page.url


def test_an_address_brings_back_what_was_chosen(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}policies/?level=city&status=in-force&sort=deadline") as page:
        until(page, f"document.querySelector('{STATUS}').textContent.includes('找到')")
        assert page.is_checked("input[name=level][value=city]") and page.is_checked(
            "input[name=status][value=in-force]"
        )
        assert page.input_value("select[name=sort]") == "deadline"
        due = page.locator("[data-policies-list] .policy-row__due").all_inner_texts()
        assert due == sorted(due)


def test_words_of_titles_numbers_and_bodies_are_found(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}policies/") as page:
        until(page, READY)
        for words in ("聊高新区管办发〔2017〕1号", "示例数据"):
            page.fill(".policy-page__field", words)
            page.keyboard.press("Enter")
            until(page, f"document.querySelector('.policy-page__chip')?.textContent === '“{words}”'")
            assert number(page) >= 1
        page.fill(".policy-page__field", "没有哪份文件会写这句话")
        page.keyboard.press("Enter")
        page.locator("[data-policies-none]").wait_for()
        assert number(page) == 0


def test_the_order_is_what_the_box_says(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}policies/?q=示例数据") as page:
        until(page, f"document.querySelector('{STATUS}').textContent.includes('找到')")
        assert page.input_value("select[name=sort]") == "relevance"
        by_relevance = titles(page)
        page.select_option("select[name=sort]", "date")
        until(page, "location.search.includes('sort=date')")
        until(page, f"document.querySelectorAll('[data-policies-list] h2').length === {len(by_relevance)}")
        days = page.locator("[data-policies-list] time").evaluate_all("(all) => all.map((time) => time.dateTime)")
        assert days == sorted(days, reverse=True) and titles(page) != by_relevance
        page.fill(".policy-page__field", "")
        page.select_option("select[name=sort]", "relevance")  # of nothing: by date, and the box says so
        until(page, "document.querySelector('select[name=sort]').value === 'date'")


@pytest.mark.parametrize("script", [True, False])
def test_the_page_of_one_value_lists_what_the_choice_finds(browser: Browser, address: str, script: bool) -> None:
    """Without a script every value is a page of its own; with one, its other facets lead on with both chosen."""
    with opened(browser, f"{address}policies/") as page:
        until(page, READY)
        page.check("input[name=level][value=city]")
        until(page, f"document.querySelector('{STATUS}').textContent.includes('找到')")
        everything(page)
        expected = sorted(titles(page))
    with opened(browser, f"{address}policies/level/city/", java_script_enabled=script) as page:
        assert number(page) == len(expected)
        assert sorted(titles(page)) == expected
        assert page.locator("a[data-value][aria-current=page]").inner_text().startswith("市级")
        if script:
            until(page, "[...document.querySelectorAll('a[data-value]')].some((link) => link.search)")
            page.locator("[data-facet=area] a").first.click()
            until(page, "document.querySelectorAll('.policy-page__chip').length === 3")
            assert "level=city" in page.url


def test_on_a_phone_the_choice_folds_away_and_the_results_come_into_view(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}policies/", viewport=PHONE) as page:
        until(page, READY)
        assert not page.locator("input[name=area]").first.is_visible()
        page.locator(".facets__open").click()
        page.locator("label", has=page.locator("input[name=area]")).first.click()
        until(page, f"document.querySelector('{STATUS}').textContent.includes('找到')")
        page.locator("[data-facets-done]").click()
        assert not page.locator("input[name=area]").first.is_visible()
        box = page.locator(STATUS).bounding_box()
        assert box and 0 <= box["y"] < PHONE["height"]


def test_results_are_said_aloud_and_keys_are_enough(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}policies/") as page:
        until(page, READY)
        assert page.locator(STATUS).get_attribute("role") == "status"
        page.locator("input[name=area]").first.focus()
        page.keyboard.press("Space")
        until(page, f"document.querySelector('{STATUS}').textContent.includes('找到')")
        page.locator(".policy-page__chip").first.focus()
        page.keyboard.press("Enter")
        until(page, f"document.querySelector('{STATUS}').textContent.includes('共')")
        until(page, "document.activeElement.matches('.policy-page__field')")


@pytest.fixture(scope="module")
def taken(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[str]]:
    """A choice taken away as CSV and as a workbook, and the titles it shows."""
    folder = tmp_path_factory.mktemp("taken")
    with opened(browser, f"{address}policies/?status=in-force") as page:
        until(page, f"document.querySelector('{STATUS}').textContent.includes('找到')")
        paths = []
        for button, name in (("[data-policies-csv]", "list.csv"), ("[data-policies-xlsx]", "list.xlsx")):
            with page.expect_download() as download:
                page.click(button)
            assert download.value.suggested_filename.startswith("政策清单-")
            download.value.save_as(folder / name)
            paths.append(folder / name)
        everything(page)
        return paths[0], paths[1], titles(page)


def test_the_choice_can_be_taken_away_as_a_table(taken: tuple[Path, Path, list[str]]) -> None:
    text = taken[0].read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""))
    assert [row[0] for row in rows] == taken[2]
    at = {name: [row[place] for row in rows] for place, name in enumerate(head)}
    assert all(url.startswith("http") for url in at["网址"])
    assert set(at["状态"]) == {"现行有效"} and all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in at["状态计算日期"])
    assert all(at["施行日期"]), "what is in force says from when"


def test_what_is_taken_away_says_what_the_open_data_say(taken: tuple[Path, Path, list[str]], built_site: Path) -> None:
    """Dates each under its own name, the official address, and what is only a sample."""
    data = json.loads((built_site / "data/policies.json").read_text("utf-8"))["policies"]
    told = {row["title"]: row for row in data}
    rows = list(csv.DictReader(io.StringIO(taken[0].read_text("utf-8-sig"), newline="")))
    fields = {
        "成文日期": "issued",
        "发布日期": "released",
        "施行日期": "effective",
        "失效日期": "expires",
        "原文网址": "official_url",
    }
    assert rows
    for row in rows:
        policy = told[row["标题"]]
        assert {name: row[name] for name in fields} == {name: policy[field] for name, field in fields.items()}
        assert row["是否示例"] == ("是" if policy["sample"] else "否")
        assert row["解读"].count("http") == len(policy["explainers"])


def test_the_calendar_of_a_choice_holds_its_deadlines_alone(
    browser: Browser, address: str, built_site: Path, tmp_path: Path
) -> None:
    with opened(browser, f"{address}policies/") as page:
        page.clock.set_fixed_time("2026-11-25T04:00:00Z")
        page.goto(f"{address}policies/?closing=open&level=county")
        until(page, f"document.querySelector('{STATUS}').textContent.includes('找到')")
        everything(page)
        next_ones = page.locator("[data-policies-list] .policy-row__due").all_inner_texts()
        with page.expect_download() as download:
            page.click("[data-policies-calendar]")
        file = tmp_path / "chosen.ics"
        download.value.save_as(file)
    whole = icalendar.Calendar.from_ical((built_site / "calendars/deadlines.ics").read_bytes()).walk("VEVENT")
    known = {str(event["UID"]): str(event["SUMMARY"]) for event in whole}
    events = {
        str(event["UID"]): str(event["SUMMARY"])
        for event in icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    }
    assert len(next_ones) <= len(events) < len(known)
    assert events.items() <= known.items()


def test_the_box_names_the_order_the_list_is_in(browser: Browser, address: str) -> None:
    """By relevance once words are asked, by date again where the reader wants it, and the address remembers that."""
    order = "select[name=sort]"
    with opened(browser, f"{address}policies/") as page:
        until(page, READY)
        assert page.input_value(order) == "date"
        assert page.locator(f"{order} option:not([hidden])").all_inner_texts() == ["日期", "申报截止"]
        page.fill(".policy-page__field", "企业")
        page.keyboard.press("Enter")
        until(page, "document.querySelector('.policy-page__chip') !== null")
        assert page.input_value(order) == "relevance" and "sort" not in page.url
        page.select_option(order, "date")
        until(page, "document.querySelector('[data-policies-list] [data-row=day]') !== null")
        assert page.url.endswith("&sort=date")
        everything(page)
        days = page.locator("[data-policies-list] [data-row=day]").all_inner_texts()
        assert len(days) > 2 and days == sorted(days, reverse=True)
        page.reload()
        until(page, "document.querySelector('.policy-page__chip') !== null")
        assert page.input_value(order) == "date"


def test_a_later_page_of_the_list_becomes_the_index_too(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}policies/") as page:
        until(page, READY)
        first = page.locator("[data-policies-list] h2 a").first.evaluate("(link) => link.href")
        page.goto(f"{address}policies/page/2/")
        until(page, f"document.querySelector('[data-policies-list] h2 a').href === '{first}'")
        page.locator("input[name=area]").first.check()
        until(page, f"document.querySelector('{STATUS}').textContent.includes('找到')")
        assert page.url.startswith(f"{address}policies/?")


def test_without_a_script_no_box_promises_a_search(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}policies/", java_script_enabled=False) as page:
        assert (
            page.locator(".policy-page form:visible, .policy-page input:visible, .policy-page select:visible").count()
            == 0
        )


@pytest.mark.parametrize("which", [0, 1])
def test_libreoffice_opens_what_was_taken_away(taken: tuple[Path, Path, list[str]], which: int, tmp_path: Path) -> None:
    """Read by a real spreadsheet, written out again, and compared."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "apt-get install libreoffice-calc"
    command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    # separator, quote, UTF-8, from the first line; a mark at its beginning says the same to a person's own program
    filter = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    read = ["--infilter=Text - txt - csv (StarCalc):44,34,76,1"] if taken[which].suffix == ".csv" else []
    subprocess.run(
        [*command, filter, *read, "--outdir", tmp_path / "out", taken[which]],
        check=True,
        capture_output=True,
        timeout=180,
    )
    rows = list(csv.reader(io.StringIO((tmp_path / "out/list.csv").read_text("utf-8"), newline="")))
    assert rows[0][0].lstrip("\ufeff") == "标题"
    assert [row[0] for row in rows[1:]] == taken[2]


MOMENTS = (
    "2023-01-01",
    "2023-12-31 23:59",
    "2024-01-01",
    "2024-05-02",
    "2024-05-03",
    "2024-07-01 12:00",
    "2024-07-02",
    "2030-01-01",
)
ENTRIES = (
    document("ends", date="2022-01-01", effective="2022-01-01", expires="2024-07-01"),
    document("begins", date="2022-01-01", effective="2024-01-01"),
    document("old", date="2022-01-01", effective="2022-01-01"),
    document("new", date="2022-01-01", effective="2024-05-03", replaces=["old"]),
    document("unknown", date="2022-01-01"),
    entry("policies/explainers/a.md", date="2022-01-01", explains="ends", deadline="2024-07-01"),
    entry("policies/explainers/b.md", date="2022-01-01", explains="ends", deadline="2024-01-01 12:00"),
    entry("policies/explainers/c.md", date="2022-01-01", explains="不在站内", deadline="2024-06-30"),
)  # fmt: skip


@pytest.mark.parametrize("built", MOMENTS)
def test_a_file_made_earlier_says_what_one_made_today_would(browser: Browser, built: str) -> None:
    """Status, deadline and what is still open, at every later moment; values that nothing had then have no number."""
    script = (THEME / "alone/policies/10-finder.js").read_text("utf-8")

    def file(at: str) -> dict[str, Any]:
        library = inputs(*ENTRIES, at=at).library
        content = finder_file(finder(library), library, ()).content
        assert isinstance(content, bytes)
        said: dict[str, Any] = json.loads(content)
        return said

    def rows(page: Page, said: dict[str, Any], now: str) -> dict[str, Any]:
        found: dict[str, Any] = page.evaluate(
            f"""([said, now]) => {{ {script}
              const finder = openFinder(said, Date.parse(now));
              return Object.fromEntries(said.url.map((url, at) => [url, finder.policy(at)])); }}""",
            [said, parse_moment(now).iso],
        )
        return found

    early = file(built)
    with browser.new_context() as context:
        page = context.new_page()
        for now in MOMENTS[MOMENTS.index(built) :]:
            aged, fresh = rows(page, early, now), rows(page, file(now), now)
            assert aged.keys() == fresh.keys()
            for url, row in aged.items():
                assert (row["status"], row["deadline"]) == (fresh[url]["status"], fresh[url]["deadline"]), (url, now)
                for facet in ("status", "closing"):
                    known = [id for id in fresh[url]["values"][facet] if id in early["ids"][facet]]
                    assert row["values"][facet] == known, (url, now, facet)


def test_a_list_drawn_long_after_the_build_is_true_today(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}policies/") as page:
        page.clock.set_fixed_time("2060-01-01T12:00:00+08:00")
        page.goto(f"{address}policies/?sort=deadline")
        until(page, READY)
        everything(page)
        assert page.locator("[data-policies-list] .policy-row__due").count() == 0
        words = page.locator("[data-policies-list] .status").all_inner_texts()
        assert "即将失效" not in words and "尚未施行" not in words and "已失效" in words


def test_five_thousand_policies_weigh_little_and_are_all_found(
    browser: Browser, built_site: Path, tmp_path: Path
) -> None:
    """At most 300 KB compressed; how fast a click is answered tells ``topic bench --answers``."""
    site = shutil.copytree(built_site, tmp_path / "site", copy_function=shutil.copy)
    (file,) = (site / "assets").glob("policies-*.json")
    many = policies(json.loads(file.read_text("utf-8")), 5000)
    data = json.dumps(many, ensure_ascii=False, separators=(",", ":")).encode()
    file.write_bytes(data)
    weight = len(brotli.compress(data, quality=6))
    assert weight <= 300_000, weight
    (tmp_path / "served").mkdir()
    with served(site, tmp_path / "served") as address, opened(browser, f"{address}policies/", viewport=PHONE) as page:
        until(page, "document.querySelector('[data-policies-status]').textContent.includes('5000')")
        until(page, READY)
        counts = {
            id: sum(place in values for values in many["values"]["area"])
            for place, id in enumerate(many["ids"]["area"])
        }
        assert page.evaluate(COUNTS, "area") == counts
