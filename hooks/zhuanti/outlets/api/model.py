"""Version 1 of what the API says: a contract. A field is added, none is renamed, removed or given another meaning."""

from pydantic import BaseModel, ConfigDict, Field

VERSION = 1


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True)


class NamedId(_Said):
    """A term of a taxonomy."""

    id: str = Field(description="编号，不会改变")
    name: str = Field(description="名称")


class Image(_Said):
    """A picture."""

    url: str = Field(description="网址")
    width: int = Field(description="宽，像素")
    height: int = Field(description="高，像素")
    alt: str = Field(description="图上有什么")
    credit: str = Field(description="署名")


class Entry(_Said):
    """One entry of the site, whole."""

    id: str = Field(description="编号，换了地址也不变，与订阅里的一样")
    url: str = Field(description="网页地址")
    kind: str = Field(description="类型：article、case、policy-document、policy-explainer、gallery、event、notice")
    title: str = Field(description="主题")
    kicker: str = Field(description="肩题")
    subtitle: str = Field(description="副题")
    summary: str = Field(description="摘要")
    published: str | None = Field(description="发布时间（RFC 3339）；没有日期的为空")
    updated: str | None = Field(description="最后一次更新或更正的时间")
    source: str = Field(description="来源")
    authors: tuple[str, ...] = Field(description="作者")
    column: NamedId | None = Field(description="专栏")
    counties: tuple[NamedId, ...] = Field(description="县市区")
    industries: tuple[NamedId, ...] = Field(description="产业")
    areas: tuple[NamedId, ...] = Field(description="政策领域")
    tags: tuple[str, ...] = Field(description="标签")
    number: str = Field(description="发文字号")
    status: str = Field(description="政策状态，以 generated 为准")
    image: Image | None = Field(description="题图")
    content_html: str = Field(description="正文，地址都是完整的")
    sample: bool = Field(description="是否示例")


class Page(_Said):
    """One page of entries, newest first."""

    version: int = Field(VERSION, description="版本")
    name: str = Field(description="专题名称")
    generated: str = Field(
        description="状态按这个时间算：当天零点；当天有稿件写明时刻发布、更新、撤下，或有状态变化的，是其中最后一次的时间"
    )
    total: int = Field(description="一共多少篇")
    page: int = Field(description="第几页，从 1 起")
    pages: int = Field(description="一共几页")
    previous: str | None = Field(description="上一页的网址")
    next: str | None = Field(description="下一页的网址")
    entries: tuple[Entry, ...] = Field(description="这一页的稿件，最新的在前")
