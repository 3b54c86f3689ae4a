"""What a policy's page says of where it comes from: reasons, versions, articles, cases, originals."""

import json
from typing import Any

import pytest
from tests.entries import document, entry, inputs

from zhuanti.content.citations import listed
from zhuanti.content.link_record import LinkRecord
from zhuanti.pages import cases, policies
from zhuanti.pages.shared.originals import originals
from zhuanti.pages.shared.relations import relations_view
from zhuanti.pages.shared.standing import explained_standing
from zhuanti.pages.shared.titles import called, in_marks
from zhuanti.pages.shared.versions import versions


def explainer(slug: str = "e", **fields: Any) -> Any:
    return entry(f"policies/explainers/{slug}.md", **fields)


def detail(url: str, *entries: Any, section: Any = policies) -> Any:
    return next(page.view.detail for page in section.pages(inputs(*entries)) if page.url == url)


OLD = {"number": "甲发〔2019〕1号", "effective": "2019-05-01", "expires": "2024-12-31"}


@pytest.mark.parametrize(
    ("fields", "others", "status", "reason"),
    [
        ({"effective": "2023-05-01"}, {}, "现行有效", "2023年5月1日起施行"),
        (OLD, {}, "现行有效", "2019年5月1日起施行，有效期到2024年12月31日"),
        ({"effective": "2020-01-01", "expires": "2024-01-31"}, {}, "即将失效", "有效期到2024年1月31日"),
        ({"expires": "2023-01-31"}, {}, "已失效", "有效期到2023年1月31日，已经过期"),
        ({"effective": "2025-01-01"}, {}, "尚未施行", "2025年1月1日起施行"),
        ({}, {}, "施行日期未标注", "来源没有写明从哪一天起施行"),
        (OLD, {"number": "乙发〔2023〕2号", "replaces": "a", "effective": "2023-05-01"}, "已被替代", "自2023年5月1日起，乙发〔2023〕2号替代"),
        (OLD, {"title": "乙办法", "replaces": "a", "issued": "2023-04-01"}, "已被替代", "《乙办法》（2023年4月1日成文）替代"),
        (OLD, {"title": "乙办法", "replaces": "a"}, "已被替代", "《乙办法》替代，日期来源未标注"),
        (OLD, {"title": "乙办法", "amends": "a", "effective": "2023-05-01"}, "部分修改", "自2023年5月1日起，《乙办法》修改了部分内容，请两份一起看"),
        ({}, {"title": "乙办法", "amends": "a", "effective": "2023-05-01"}, "施行日期未标注", "来源没有写明从哪一天起施行；自2023年5月1日起，《乙办法》修改了部分内容，请两份一起看"),
        ({}, {"title": "乙办法", "amends": "a"}, "施行日期未标注", "来源没有写明从哪一天起施行；《乙办法》修改了部分内容，日期来源未标注，请两份一起看"),
        ({}, {"title": "乙办法", "amends": "a", "effective": "2025-05-01"}, "施行日期未标注", "来源没有写明从哪一天起施行"),
        ({"effective": "2020-01-01", "expires": "2024-01-31"}, {"number": "乙发〔2023〕2号", "amends": "a", "issued": "2023-05-01"}, "即将失效", "有效期到2024年1月31日；乙发〔2023〕2号（2023年5月1日成文）修改了部分内容，请两份一起看"),
        ({"effective": "2025-01-01"}, {"number": "乙发〔2023〕2号", "amends": "a", "issued": "2023-05-01"}, "尚未施行", "2025年1月1日起施行；乙发〔2023〕2号（2023年5月1日成文）修改了部分内容，请两份一起看"),
        ({"expires": "2023-01-31"}, {"title": "乙办法", "amends": "a", "effective": "2022-05-01"}, "已失效", "有效期到2023年1月31日，已经过期"),
    ],
)  # fmt: skip
def test_a_status_says_why(fields: dict[str, Any], others: dict[str, Any], status: str, reason: str) -> None:
    here = document("a", **fields)
    view = explained_standing(here, inputs(here, *([document("b", **others)] if others else [])).library)
    assert (view.word, view.reason) == (status, reason)


def test_every_amendment_is_named_from_its_day_on_even_where_the_word_stays() -> None:
    here = document("a")
    changes = [document("b", title="乙", amends="a", effective="2022-05-01"),
               document("c", title="丙", amends="a", effective="2023-05-01"),
               document("d", title="丁", amends="a", effective="2024-05-01")]  # fmt: skip
    view = explained_standing(here, inputs(here, *changes).library)
    both = "来源没有写明从哪一天起施行；自2022年5月1日起，《乙》修改了部分内容；自2023年5月1日起，《丙》修改了部分内容"
    assert (view.word, view.reason) == ("施行日期未标注", f"{both}，请几份一起看")
    assert json.loads(view.later) == [
        ["2024-05-01T00:00:00+08:00", "施行日期未标注", "unknown", f"{both}；自2024年5月1日起，《丁》修改了部分内容，请几份一起看"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("甲办法", "《甲办法》"),
        ("关于印发《甲办法》的通知", "《关于印发〈甲办法〉的通知》"),
        ("关于转发《关于印发〈甲办法〉的通知》的通知", "《关于转发〈关于印发《甲办法》的通知〉的通知》"),
        ("关于印发〈甲办法〉的通知", "《关于印发〈甲办法〉的通知》"),
        ("《甲办法》《乙办法》的衔接", "《〈甲办法〉〈乙办法〉的衔接》"),
        ("《甲办法》", "《甲办法》"),
        ("甲》办法", "《甲》办法》"),
    ],
)  # fmt: skip
def test_marks_inside_a_title_are_of_the_other_kind(title: str, marked: str) -> None:
    assert in_marks(title) == marked


def test_a_number_stands_without_marks() -> None:
    assert [called(name) for name in ("", "甲发〔2023〕1号", "甲办法")] == ["", "甲发〔2023〕1号", "《甲办法》"]


def test_an_article_may_be_cited_with_the_marks_a_title_has_inside_another() -> None:
    new = document("new", title="关于印发《甲办法》的通知")
    told = explainer(explains="new", benefits=("奖励（《关于印发〈甲办法〉的通知》第五条）",))
    found = detail(told.url, new, told)
    assert (found.bases[0].name, found.bases[0].articles) == ("《关于印发〈甲办法〉的通知》", "第五条")
    assert found.benefits[0].article == "《关于印发〈甲办法〉的通知》第五条"


def test_versions_run_along_the_chain_even_without_dates() -> None:
    third = document("a-third", title="三", replaces="z-second", changes=("又改一处",))
    second = document(
        "z-second", title="二", replaces=("first", "甲发〔2010〕9号"), issued="2022-01-01", changes=("改了一处",)
    )
    first = document("first", title="一", effective="2019-01-01", expires="2021-12-31")
    found = versions(second, inputs(third, second, first))
    assert [(each.title, each.dates, each.deed, each.changes, each.current) for each in found] == [
        ("甲发〔2010〕9号", "本专题没有收录", "", (), False),
        ("一", "2019年1月1日起施行，有效期到2021年12月31日", "", (), False),
        ("二", "2022年1月1日成文", "替代《一》", ("改了一处",), True),
        ("三", "日期来源未标注", "替代《二》", ("又改一处",), False),
    ]


def test_versions_hold_amendments_but_not_what_happened_to_sisters() -> None:
    here, sister = document("here", effective="2019-01-01"), document("sister", effective="2019-01-01")
    change = document("change", amends=("here", "sister"), effective="2021-01-01")
    found = inputs(here, sister, change, document("heir", replaces="sister", effective="2023-01-01"))
    assert [each.url for each in versions(here, found)] == [here.url, change.url]
    assert {each.url for each in versions(change, found)} == {here.url, sister.url, change.url}


def test_a_document_alone_has_neither_relations_nor_versions() -> None:
    here = document("a", effective="2019-01-01")
    assert (relations_view(here, inputs(here)), versions(here, inputs(here))) == (None, ())


def test_relations_are_grouped_and_told() -> None:
    here = document("here", based_on=("city", "甲发〔2010〕9号", "state"), replaces="old")
    state, city, old = document("state"), document("city", based_on="state"), document("old")
    below, told = document("below", based_on="here"), explainer(explains="here")
    case = entry("cases/c.md", policies="here")
    found = relations_view(here, inputs(here, state, city, old, below, told, case))
    assert found is not None
    assert {group.title: [item.url or item.title for item in group.items] for group in found.groups} == {
        "上位依据": [state.url, city.url, "甲发〔2010〕9号"],  # what rests on another stands behind it
        "本文件替代": [old.url],
        "本文件": [],
        "配套文件": [below.url],
        "解读": [told.url],
        "案例": [case.url],
    }
    assert (
        found.told == "关系图：上位依据 3 项，本文件替代 1 项，配套文件 1 项，解读 1 项，案例 1 项。逐项列在图的下面。"
    )


def test_many_of_a_kind_are_counted_in_the_drawing_and_listed_below_it() -> None:
    here = document("here")
    found = relations_view(
        here, inputs(here, *(document(f"d{n}", title=f"文件{n}", based_on="here") for n in range(6)))
    )
    assert found is not None and len(found.groups[1].items) == 6
    names = [words.text for words in found.wide.words if words.role == "name"]
    assert len(names) == 4 and names[-1] == "另有 3 项，列在下面"


def test_statements_and_documents_carry_their_articles() -> None:
    new = document("new", title="新办法", number="甲发〔2024〕2号", issued="2024-04-16", effective="2024-05-01")
    old = document("old", title="旧办法", released="2019-04-18")
    told = explainer(
        explains=("new", "old"),
        articles=("《旧办法》第三条", "甲发〔2024〕2号第十二条"),
        benefits=("奖励10万元（示例数据）（甲发〔2024〕2号第五条）", "免费诊断"),
        conditions=("入库满六个月（《旧办法》第二条）",),
    )
    found = detail(told.url, new, old, told)
    assert [(each.text, each.article) for each in found.benefits] == [
        ("奖励10万元（示例数据）", "甲发〔2024〕2号第五条"), ("免费诊断", ""),
    ]  # fmt: skip
    assert found.conditions[0].article == "《旧办法》第二条"
    assert [(each.name, each.articles, each.date.iso, each.date_word) for each in found.bases] == [
        ("甲发〔2024〕2号", "第五条、第十二条", "2024-04-16", "成文"),
        ("《旧办法》", "第二条、第三条", "2019-04-18", "发布"),
    ]


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        (["第五条第一项", "第三条", "第五条第二项", "第六条"], "第三条、第五条第一项、第二项、第六条"),
        (["第九条第一款", "第九条", "第九条第二款", "第十条"], "第九条、第十条"),
        (["第三条、第七条", "第三条第二款", "第五条"], "第三条、第五条、第七条"),
        (["第五条第二款第一项", "第五条第二款第三项"], "第五条第二款第一项、第二款第三项"),
        (["第二部分第一项", "第二部分第二项"], "第二部分第一项、第二部分第二项"),
        (["第三条至第六条", "第四条", "附件2"], "附件2、第三条至第六条、第四条"),
        ([], ""),
    ],
)
def test_articles_are_listed_in_order_and_none_twice(cited: list[str], told: str) -> None:
    assert listed(cited) == told


def test_an_explainer_of_one_document_need_not_name_it() -> None:
    found = detail("policies/explainers/e/", document("d"), explainer(explains="d", benefits=("奖励（第五条）",)))
    assert found.bases[0].articles == "第五条"


def test_policies_and_explainers_show_the_first_measures_of_their_cases() -> None:
    measures = ("一", "二", "三", "四")
    used = entry("cases/used.md", title="甲案例", policies="d", measures=measures, subject="甲厂", date="2023-01-02")
    newer = entry("cases/newer.md", title="乙案例", policies=("d", "甲发〔2010〕9号"), date="2023-01-03")
    everything = (document("d"), used, newer, entry("cases/other.md"), explainer(explains="d"))
    for url in ("policies/documents/d/", "policies/explainers/e/"):
        found = detail(url, *everything).lessons
        assert [(each.case.title, each.subject, each.measures) for each in found] == [
            ("乙案例", "", ()), ("甲案例", "甲厂", ("一", "二", "三")),
        ]  # fmt: skip
    case = detail(newer.url, *everything, section=cases)
    assert ([card.url for card in case.policies], case.unheld) == (["policies/documents/d/"], ("甲发〔2010〕9号",))


@pytest.mark.parametrize(
    ("record", "checked"),
    [
        (None, "还没有检查过这个链接"),
        ({"answer": "可以打开", "reached": "2023-12-01"}, "2023-12-01 检查，可以打开"),
        ({"answer": "404 找不到网页"}, "2023-12-01 检查时打不开（404 找不到网页）"),
        (
            {"answer": "404 找不到网页", "reached": "2023-10-01"},
            "2023-12-01 检查时打不开（404 找不到网页），上次打得开是 2023-10-01",
        ),
    ],
)
def test_an_original_says_when_it_was_last_found(record: dict[str, str] | None, checked: str) -> None:
    from dataclasses import replace

    url = "http://www.example.com/1"
    here = document("a", official_url=url)
    links = {url: LinkRecord.model_validate({"url": url, "tried": "2023-12-01", **record})} if record else {}
    (found,) = originals((here,), replace(inputs(here).library, links=links))
    assert (found.host, found.checked) == ("example.com", checked)


def test_a_document_without_an_address_says_so() -> None:
    (found,) = originals((document("a"),), inputs(document("a")).library)
    assert (found.url, found.host, found.checked) == ("", "", "")
