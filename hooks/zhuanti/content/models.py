"""What editors may write in front matter: one frozen model a kind.

Every field has a Chinese title and description; the JSON Schema for editors and the handbook come from them. Rules
between fields, and between entries, stand in ``checks`` and ``relations``.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from ..settings.fields import Flag, Focus, Model, Text, Time, Url, WholeNumber, moment_of
from ..settings.site import Figure

Status = Literal["draft", "review", "published"]
Form = Literal["消息", "通讯", "评论", "访谈", "巡礼", "图解", "视频"]
CaseType = Literal["典型人物", "典型企业", "典型行业", "典型园区", "典型县市区"]
Level = Literal["国家级", "省级", "市级", "区县级"]
ReprintLevel = Literal["中央", "省", "市"]
EventState = Literal["预告", "进行中", "已结束", "延期", "取消"]
GalleryTheme = Literal["campaign", "steel", "forge", "reed"]
SceneTransition = Literal["slide", "fade", "rise", "zoom", "ken-burns"]


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _deadline(value: Any) -> Any:
    """A text without a digit is a standing offer (常年受理); anything else must be a moment."""
    if isinstance(value, str) and any(sign.isdigit() for sign in value):
        return moment_of(value)
    if isinstance(value, (list, tuple, dict)):
        raise PydanticCustomError("one_value", "one value is meant")
    return value


def _conditions(value: Any) -> Any:
    """As it was written: what it means is read with the vocabulary (``eligibility``), which a model does not know."""
    if isinstance(value, (list, tuple, dict)):
        return value
    raise PydanticCustomError("not_a_condition", "conditions are meant")


OneOrMany = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many)]
Texts = tuple[Text, ...]
# what was written, until ``eligibility`` makes a ``Condition`` of it; pydantic must not try to make one itself
Eligibility = Annotated[
    Any, BeforeValidator(_conditions), WithJsonSchema({"type": ["object", "array"], "examples": [{"says": "…"}]})
]


class Review(Model):
    """三审三校: who read, in three passes. Never shown on the site."""

    first: Text | None = Field(None, title="初审")
    second: Text | None = Field(None, title="复审")
    final: Text | None = Field(None, title="终审")

    @property
    def people(self) -> tuple[str, ...]:
        """The names that are filled in."""
        return tuple(name for name in (self.first, self.second, self.final) if name)


class Source(Model):
    """来源."""

    name: Text = Field(title="来源名称")
    url: Url | None = Field(None, title="来源网址")


class DataSource(Model):
    """Where a figure comes from."""

    says: Text = Field(title="数据内容")
    publisher: Text = Field(title="发布方")
    date: Time | None = Field(None, title="发布日期")
    url: Url | None = Field(None, title="网址")


class Correction(Model):
    """更正, shown on the page."""

    date: Time = Field(title="更正日期")
    note: Text = Field(title="更正说明")


class Reprint(Model):
    """采用: who took the story over."""

    outlet: Text = Field(title="媒体")
    level: ReprintLevel = Field(title="级别", description="中央、省、市")
    date: Time = Field(title="日期")
    url: Url | None = Field(None, title="网址")


class Video(Model):
    """A local file with WebVTT captions, or a link out."""

    file: Text | None = Field(None, title="视频文件")
    url: Url | None = Field(None, title="视频网址")
    poster: Text | None = Field(None, title="封面图")
    captions: Text | None = Field(None, title="字幕文件（.vtt）")
    duration: Text | None = Field(None, title="时长", description="如 03:20")
    transcript: Text | None = Field(None, title="文字稿")


class Result(Model):
    """One line of a case's results table."""

    label: Text = Field(title="指标")
    value: Text = Field(title="数值")
    unit: str = Field("", title="单位")
    source: Text = Field(title="来源")


class Question(Model):
    """One question and its answer."""

    question: Text = Field(title="问")
    answer: Text = Field(title="答")


class Meta(Model):
    """Fields every kind has."""

    kind: Text | None = Field(None, title="类型", description="由文件夹决定，一般不写")
    title: Text = Field(title="主题", description="标题")
    kicker: Text | None = Field(None, title="肩题")
    subtitle: Text | None = Field(None, title="副题")
    summary: Text | None = Field(None, title="摘要", description="60 至 110 字")
    date: Time | None = Field(None, title="日期", description="如 2023-05-01 或 2023-05-01 09:30")
    updated: Time | None = Field(None, title="更新时间")
    status: Status = Field("draft", title="状态", description="draft 草稿、review 送审、published 发布")
    publish_at: Time | None = Field(None, title="定时发布")
    withdraw_at: Time | None = Field(None, title="定时撤下")
    review: Review = Field(default_factory=lambda: Review(), title="三审", description="初审、复审、终审三人各不相同")
    authors: Texts = Field((), title="记者、通讯员")
    photographers: Texts = Field((), title="摄影")
    editor: Text | None = Field(None, title="责任编辑")
    source: Source | None = Field(None, title="来源", description="发布时必填")
    data_sources: tuple[DataSource, ...] = Field((), title="数据来源")
    cover: Text | None = Field(None, title="题图", description="与稿件放在一起的图片文件名")
    cover_alt: str | None = Field(None, title="题图说明")
    cover_credit: Text | None = Field(None, title="题图署名")
    cover_focus: Focus | None = Field(None, title="题图焦点", description="如 50% 40%")
    counties: Texts = Field((), title="县市区")
    industries: Texts = Field((), title="产业")
    groups: Texts = Field((), title="推进组")
    units: Texts = Field((), title="单位")
    tags: Texts = Field((), title="标签")
    corrections: tuple[Correction, ...] = Field((), title="更正")
    reprints: tuple[Reprint, ...] = Field((), title="媒体采用")
    video: Video | None = Field(None, title="视频")
    aliases: Texts = Field((), title="旧地址", description="旧地址会自动转到本页")
    sample: Flag = Field(False, title="示例", description="示例稿件写 true，不会正式发布")


class ArticleMeta(Meta):
    """An article of a column."""

    form: Form = Field(title="体裁")
    series: Text | None = Field(None, title="系列", description="同名稿件按日期成为一个系列")


class CaseMeta(Meta):
    """A case story (推广典型经验)."""

    case_type: CaseType = Field(title="典型类型")
    subject: Text | None = Field(None, title="典型对象")
    measures: Texts = Field((), title="主要做法")
    results: tuple[Result, ...] = Field((), title="成效")
    policies: OneOrMany = Field((), title="用到的政策", description="文件名（不带 .md）、发文字号或标题")
    series: Text | None = Field(None, title="系列")


class DocumentMeta(Meta):
    """政策原文: metadata and an own-words summary, never the copied text."""

    number: Text | None = Field(None, title="发文字号")
    index_number: Text | None = Field(None, title="索引号")
    subject: Text | None = Field(None, title="主题分类")
    issuer: OneOrMany = Field((), title="发文机关")
    level: Level | None = Field(None, title="层级")
    issued: Time | None = Field(None, title="成文日期")
    released: Time | None = Field(None, title="发布日期")
    effective: Time | None = Field(None, title="施行日期", description="来源没有标注就不要填")
    expires: Time | None = Field(None, title="失效日期")
    replaces: OneOrMany = Field((), title="替代的文件", description="文件名（不带 .md）、发文字号或标题")
    amends: OneOrMany = Field((), title="修改的文件", description="只改了部分内容的文件：文件名、发文字号或标题")
    changes: Texts = Field((), title="与旧文件的不同", description="用自己的话，一条一处")
    based_on: OneOrMany = Field((), title="上位依据", description="文件名（不带 .md）、发文字号或标题")
    official_url: Url | None = Field(None, title="原文网址")
    areas: Texts = Field((), title="政策领域")


class ExplainerMeta(Meta):
    """政策解读: who, what, under which conditions, with what, how, until when."""

    explains: OneOrMany = Field(title="解读的文件", description="文件名（不带 .md）或发文字号")
    articles: OneOrMany = Field((), title="依据的条款", description="如 第三条；解读几份文件的，写《标题》第三条")
    areas: Texts = Field((), title="政策领域")
    audience: Texts = Field((), title="适用对象")
    benefits: Texts = Field((), title="支持内容")
    conditions: Texts = Field((), title="申报条件")
    eligibility: Eligibility | None = Field(
        None, title="适用条件（政策体检用）", description="按词表写的条件，如 {county: [linqing]}，写法见编辑手册"
    )
    materials: Texts = Field((), title="申报材料")
    steps: Texts = Field((), title="办理流程")
    deadline: Annotated[Time | Text | None, BeforeValidator(_deadline)] = Field(
        None, title="截止时间", description="日期，或“常年受理”一类不带数字的话"
    )
    contact_unit: Text | None = Field(None, title="受理单位")
    faq: tuple[Question, ...] = Field((), title="常见问题")


class GalleryMeta(Meta):
    """图集 / H5: each second-level heading of the body is a scene."""

    music: Text | None = Field(None, title="背景音乐")
    theme: GalleryTheme = Field(
        "campaign", title="色调", description="campaign 专题本色、steel 工业蓝、forge 炉火、reed 绿色"
    )
    transition: SceneTransition = Field(
        "slide",
        title="转场",
        description="slide 滑入、fade 淡入、rise 升起、zoom 推近、ken-burns 缓移；可在屏标题后单独写，如 {.fade}",
    )


class EventMeta(Meta):
    """新闻发布会、直播、活动."""

    starts: Time | None = Field(None, title="开始")
    ends: Time | None = Field(None, title="结束")
    place: Text | None = Field(None, title="地点")
    live_url: Url | None = Field(None, title="直播网址")
    replay_url: Url | None = Field(None, title="回放网址")
    state: EventState | None = Field(None, title="状态")


class NoticeMeta(Meta):
    """通报: only what a competent authority has already published."""

    issuer: OneOrMany = Field((), title="发布机关")
    number: Text | None = Field(None, title="文号")
    legal_basis: Text | None = Field(None, title="法律依据")
    official_url: Url | None = Field(None, title="原文网址")


class Term(Model):
    """One line of a taxonomy file."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = Field(
        title="编号", description="小写字母、数字、连字符"
    )
    name: Text = Field(title="名称")
    short: Text | None = Field(None, title="简称")
    group: Text | None = Field(None, title="分组")
    description: str = Field("", title="说明")
    order: WholeNumber = Field(0, title="顺序")
    figures: tuple[Figure, ...] = Field(
        (), title="数字", description="词条页上的数字，每个写明来源和日期，宜不超过四个"
    )
    sample: Flag = Field(False, title="示例")
