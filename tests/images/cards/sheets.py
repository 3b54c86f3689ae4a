"""Sheets that the tests of cards share."""

from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from zhuanti.images.cards.sheet import Bill, Campaign, Cover, Sheet

CAMPAIGN = Campaign("甲市制造业专题", "制造业专题", "#2F5D8A", "#C8431A", "#2F6B4A")
SHEET = Sheet(
    CAMPAIGN,
    title="甲市出台《优质企业培育办法》：2024年新增331家",
    names=("甲市",),
    label="政策解读",
    kicker="企业培育",
    foot=("甲日报", "2024-05-01"),
)
BILL = Bill(
    replace(SHEET, ground="steel"),
    address="https://zhuanti.example.cn/zt/policies/explainers/youzhi-qiye-peiyu/",
    call="扫码看解读",
    summary="本文说明谁能申报、怎样申报、到哪里申报。",
    facts=(("适用对象", "成立满两年的制造业企业"), ("截止时间", "2024年12月31日")),
    hosts=("主办　甲市宣传部",),
)


def with_cover(sheet: Sheet, folder: Path) -> Sheet:
    """The sheet with a picture that is blue left and orange right."""
    path = folder / "cover.png"
    image = Image.new("RGB", (900, 600), "#2F5D8A")
    ImageDraw.Draw(image).rectangle((450, 0, 900, 600), "#C8431A")
    image.save(path)
    return replace(sheet, cover=Cover("cover.png", path))
