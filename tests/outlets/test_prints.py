"""What cards and posters say of an entry."""

from typing import Any

import pytest
from tests.entries import article, document, entry, inputs, taxonomies

from zhuanti.content.entry import Entry
from zhuanti.images.cards.sheet import Bill, Sheet
from zhuanti.images.pictures import Picture
from zhuanti.outlets.prints import WITH_POSTER, Desk, bill_of, desk, sheet_of, site_sheet
from zhuanti.settings.site import SiteSettings

SETTINGS = SiteSettings.model_validate(
    {
        "name": "甲市制造业专题",
        "short_name": "制造业专题",
        "slogan": "一句口号",
        "base_url": "https://www.example.com/z",
        "colours": {"steel": "#0b5b57"},
        "organizers": [{"role": "主办", "names": ["甲市宣传部", "甲市工信局"]}],
    }
)
UNITS: Any = ({"id": "gxj", "name": "甲市工业和信息化局", "short": "市工信局"},)


def at(*entries: Entry, **options: Any) -> Desk:
    found = inputs(*entries, terms=taxonomies(units=UNITS))
    return desk(found.library, SETTINGS, options.get("pictures", {}))


def sheet(given: Entry, **options: Any) -> Sheet:
    return sheet_of(given, at(given, **options))


def bill(given: Entry) -> Bill:
    return bill_of(given, at(given))


def test_the_campaign_of_a_card_is_that_of_site_yml() -> None:
    campaign = sheet(article("a")).campaign
    assert (campaign.name, campaign.short, campaign.steel) == ("甲市制造业专题", "制造业专题", "#0b5b57")


def test_an_article_says_its_form_its_source_and_its_day() -> None:
    found = sheet(article("a", title="标题", source={"name": "甲日报"}, date="2023-05-01 08:30"))
    assert (found.label, found.foot, found.ground, found.serif) == ("消息", ("甲日报", "2023-05-01"), "paper", False)


@pytest.mark.parametrize(("form", "serif"), [("评论", True), ("通讯", True), ("消息", False), ("访谈", False)])
def test_features_and_commentaries_are_set_in_serif(form: str, serif: bool) -> None:
    assert sheet(article("a", form=form)).serif is serif


def test_a_document_says_its_number_and_stands_on_the_colour_of_policies() -> None:
    found = sheet(document("a", number="甲发〔2023〕1号", level="市级", issuer="甲市人民政府"))
    assert (found.label, found.foot, found.ground) == ("市级政策", ("甲发〔2023〕1号",), "steel")
    assert sheet(document("b", issuer="甲市人民政府")).foot == ("甲市人民政府",)


def test_a_sample_says_so() -> None:
    assert sheet(article("a", sample=True)).sample and not sheet(article("a")).sample


def test_names_that_a_title_holds_are_not_to_be_parted() -> None:
    found = sheet(article("a", title="甲市工信局解读制造业专题新规"))
    assert found.names == ("制造业专题", "市工信局", "甲市工信局")


def test_tags_and_those_whom_cases_are_about_are_names_too() -> None:
    case = entry(
        "cases/b.md",
        title="乙",
        case_type="典型企业",
        subject="某某铝业",
        tags=["节水", "一次办成", "一个长得不像话的标签"],
    )
    found = sheet_of(article("a", title="一次办成，某某铝业节水记：一个长得不像话的标签"), at(case))
    assert found.names == ("一次办成", "某某铝业")


def test_a_poster_parts_no_name_of_its_summary_or_of_its_facts() -> None:
    given = entry("events/a.md", summary="甲市工信局主办。", place="甲市宣传部一楼", title="一场活动")
    assert sheet(given).names == ()
    assert bill(given).sheet.names == ("市工信局", "甲市宣传部", "甲市工信局")


def test_a_cover_is_the_edition_that_is_wide_enough() -> None:
    files = tuple((f"media/a-{width}.{format}", f"/kept/{width}.{format}") for width in (800, 1200, 1600) for format in ("avif", "jpg"))  # fmt: skip
    picture = Picture("content/columns/in-action/a.jpg", "media/a-1600.jpg", 1800, 1200, "media/a", (800, 1200, 1600), ("avif", "jpg"), files=files)  # type: ignore[arg-type]  # fmt: skip
    given = article("a", cover="a.jpg", cover_focus="20% 70%")
    found = sheet(given, pictures={(given.path, "a.jpg"): picture}).cover
    assert found and (found.name, str(found.file), found.focus) == ("media/a-1200.jpg", "/kept/1200.jpg", (20.0, 70.0))


def test_a_cover_that_could_not_be_read_gives_a_card_of_type_alone() -> None:
    assert sheet(article("a", cover="a.jpg")).cover is None


def test_the_code_of_a_poster_holds_the_full_address() -> None:
    found = bill(document("a"))
    assert found.address == "https://www.example.com/z/policies/documents/a/"
    assert found.hosts == ("主办　甲市宣传部、甲市工信局",)


def test_a_poster_of_a_policy_says_what_must_be_known_first_and_nothing_that_changes_with_time() -> None:
    found = bill(document("a", issuer="甲市人民政府", number="甲发〔2023〕1号", effective="2023-06-01"))
    assert dict(found.facts) == {"发文机关": "甲市人民政府", "发文字号": "甲发〔2023〕1号", "施行日期": "2023年6月1日"}
    explainer = entry(
        "policies/explainers/b.md", explains="a", audience=["中小企业", "个体户"], contact_unit="市工信局", deadline="常年受理",
    )  # fmt: skip
    assert dict(bill(explainer).facts) == {
        "适用对象": "中小企业；个体户", "截止时间": "常年受理", "受理单位": "甲市工业和信息化局",
    }  # fmt: skip


def test_a_poster_says_a_benefit_without_the_article_it_rests_on() -> None:
    explainer = entry("policies/explainers/b.md", explains="a", benefits=["补助10万元（上限）（第五条）", "免费诊断"])
    assert dict(bill(explainer).facts)["支持内容"] == "补助10万元（上限）；免费诊断"


def test_a_poster_of_an_event_says_when_and_where() -> None:
    found = bill(entry("events/a.md", starts="2023-06-01 09:30", place="会议中心"))
    assert dict(found.facts) == {"时间": "2023年6月1日 09:30", "地点": "会议中心"}
    assert found.sheet.foot == ("2023-06-01",)


def test_galleries_policies_and_events_have_posters() -> None:
    assert {"gallery", "policy-document", "policy-explainer", "event"} == WITH_POSTER


def test_the_card_of_the_site_says_its_name_and_its_slogan() -> None:
    found = site_sheet(at())
    assert (found.title, found.slogan, found.foot) == ("甲市制造业专题", "一句口号", ("甲市宣传部",))
