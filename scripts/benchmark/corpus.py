"""A generated corpus: the same articles for the same count and seed, on every machine."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SEED = 20230501
_PLACES = ("东部园区", "北岸厂区", "县城工业园", "沿河新区", "老城车间", "南部基地", "镇上的作坊", "铁路货场")
_ACTORS = ("技术员", "班组长", "车间主任", "招商专员", "仓库管理员", "年轻的工程师", "老师傅", "质检员")
_DEEDS = (
    "调整了生产线的节拍",
    "更换了一批刀具",
    "核对了能耗台账",
    "讨论了新订单的工期",
    "试制了第二批样件",
    "检修了除尘设备",
)
_REASONS = (
    "为了减少等待",
    "为了稳定质量",
    "因为客户提前了交货",
    "由于原料规格变了",
    "考虑到夏季用电",
    "按照年初的安排",
)
_RESULTS = (
    "工序之间的衔接更顺了",
    "返工比上月少了",
    "交接单一目了然",
    "新人上手更快了",
    "库存降到了合理的位置",
    "账目对得上实物",
)
_TOPICS = ("设备更新", "绿色工厂", "数据上云", "产销对接", "技能培训", "质量攻关", "物流提速", "链上协作")
_HEADINGS = ("从一张工单说起", "难点在哪里", "怎样改", "变化看得见", "下一步", "各方怎么说")
_FORMS = ("消息", "通讯", "评论", "访谈", "巡礼")


@dataclass(frozen=True, slots=True)
class TermIds:
    """Ids an article may name; read from the project's taxonomies."""

    counties: tuple[str, ...]
    industries: tuple[str, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One generated article, before any generator's front matter."""

    slug: str
    title: str
    summary: str
    date: date
    form: str
    counties: tuple[str, ...]
    industries: tuple[str, ...]
    groups: tuple[str, ...]
    tags: tuple[str, ...]
    body: str


def articles(count: int, terms: TermIds, seed: int = SEED) -> tuple[Article, ...]:
    """``count`` articles; a longer corpus begins with the shorter one."""
    dice = random.Random(seed)
    return tuple(_article(number, terms, dice) for number in range(1, count + 1))


def _article(number: int, terms: TermIds, dice: random.Random) -> Article:
    topic = dice.choice(_TOPICS)
    return Article(
        slug=f"bench-{number:05d}",
        title=f"{dice.choice(_PLACES)}{topic}记事之{number}",
        summary=_sentence(dice) + _sentence(dice),
        date=date(2023, 5, 1) + timedelta(days=dice.randrange(900)),
        form=dice.choice(_FORMS),
        counties=_some(terms.counties, dice),
        industries=_some(terms.industries, dice),
        groups=_some(terms.groups, dice),
        tags=(topic,),
        body=_body(dice),
    )


def _some(ids: Sequence[str], dice: random.Random) -> tuple[str, ...]:
    return tuple(sorted(dice.sample(ids, min(len(ids), dice.randint(1, 2)))))


def _sentence(dice: random.Random) -> str:
    return (
        f"{dice.choice(_REASONS)}，{dice.choice(_PLACES)}的{dice.choice(_ACTORS)}"
        f"{dice.choice(_DEEDS)}，{dice.choice(_RESULTS)}。"
    )


def _paragraph(dice: random.Random) -> str:
    sentences = [_sentence(dice) for _ in range(dice.randint(2, 4))]
    if dice.random() < 0.3:
        sentences[0] = f"**{dice.choice(_TOPICS)}**是这一段的重点。" + sentences[0]
    return "".join(sentences)


def _list(dice: random.Random) -> str:
    return "\n".join(f"- {_sentence(dice)}" for _ in range(dice.randint(2, 4)))


def _table(dice: random.Random) -> str:
    rows = [f"| {topic} | {dice.randint(10, 99)} | 件 |" for topic in dice.sample(_TOPICS, 3)]
    return "\n".join(("| 项目 | 数量 | 单位 |", "| --- | --- | --- |", *rows))


def _body(dice: random.Random) -> str:
    """400 to 1,200 signs: an opening, then sections until the wanted length is reached."""
    wanted = dice.randint(450, 850)
    parts = [_paragraph(dice)]
    for heading in dice.sample(_HEADINGS, len(_HEADINGS)):
        if sum(map(len, parts)) >= wanted:
            break
        parts.append(f"## {heading}")
        parts.append(_paragraph(dice))
        draw = dice.random()
        if draw < 0.35:
            parts.append(_list(dice))
        elif draw < 0.5:
            parts.append(_table(dice))
    while sum(map(len, parts)) < wanted:
        parts.append(_paragraph(dice))
    return "\n\n".join(parts) + "\n"
