"""site.yml: everything that makes this campaign this campaign."""

from typing import Annotated, Literal

from pydantic import Field

from .fields import Colour, EmbedHost, Model, Text, Time, Url, WholeNumber


class Organizer(Model):
    """One line of the footer: who hosts, who carries out."""

    role: Text = Field(title="角色", description="如 主办、承办、技术支持")
    names: tuple[Text, ...] = Field(title="单位", description="单位全称，可多家")


class Filing(Model):
    """A filing number the footer must show (备案号)."""

    label: Text = Field(title="备案号", description="如 鲁ICP备…号、互联网新闻信息服务许可证编号")
    url: Url | None = Field(None, title="查询网址")


class Colours(Model):
    """The palette's three given colours; everything else is derived."""

    steel: Colour = Field("#2F5D8A", title="主色", description="链接、政策、结构")
    forge: Colour = Field("#C8431A", title="强调色", description="肩题短线、当前位置、一个数字")
    reed: Colour = Field("#2F6B4A", title="辅色", description="现行有效、已完成、绿色制造")


class Hero(Model):
    """The front page's picture, with twins for dark mode and phones."""

    image: Text | None = Field(None, title="头图")
    image_dark: Text | None = Field(None, title="深色头图")
    image_phone: Text | None = Field(None, title="手机头图")
    image_phone_dark: Text | None = Field(None, title="手机深色头图")
    alt: str | None = Field(None, title="头图说明", description='一句话说画面内容；纯装饰的图写 ""')


class NavigationItem(Model):
    """One of the sections in the thin bar."""

    title: Text = Field(title="名称")
    url: Text = Field(title="地址", description="站内地址，如 policies/")


class Figure(Model):
    """One number with its source; a number without one is never shown."""

    value: Text = Field(title="数值")
    unit: str = Field("", title="单位")
    label: Text = Field(title="说明")
    publisher: Text = Field(title="来源")
    date: Time = Field(title="来源日期")
    url: Url | None = Field(None, title="来源网址")
    entry: Text | None = Field(None, title="对应稿件")


class LeadBlock(Model):
    """The lead story and the text stories beside it."""

    block: Literal["lead"]
    title: str = Field("", title="标题")
    entries: tuple[Text, ...] = Field(title="稿件", description="稿件路径，如 columns/in-action/xxx；第一篇为头条")


class FiguresBlock(Model):
    """A strip of figures."""

    block: Literal["figures"]
    title: str = Field("", title="标题")
    figures: tuple[Figure, ...] = Field(title="数字")


class ColumnBlock(Model):
    """The newest titles of one column."""

    block: Literal["column"]
    column: Text = Field(title="专栏编号")
    title: str = Field("", title="标题")
    count: WholeNumber = Field(8, title="条数")


class ListBlock(Model):
    """The newest policies, cases, galleries or events."""

    block: Literal["policies", "cases", "galleries", "events"]
    title: str = Field("", title="标题")
    count: WholeNumber = Field(5, title="条数")


class QuoteBlock(Model):
    """One quotation from the newest entry of a commentary column."""

    block: Literal["quote"]
    column: Text = Field(title="专栏编号")
    title: str = Field("", title="标题")


class TermsBlock(Model):
    """The names of a taxonomy as a grid with counts."""

    block: Literal["terms"]
    taxonomy: Literal["counties", "industries", "groups", "units"] = Field(title="分类")
    title: str = Field("", title="标题")


Block = Annotated[
    LeadBlock | FiguresBlock | ColumnBlock | ListBlock | QuoteBlock | TermsBlock,
    Field(discriminator="block"),
]


class SiteSettings(Model):
    """The whole of site.yml."""

    name: Text = Field(title="专题名称")
    short_name: str = Field("", title="简称")
    headline: tuple[Text, ...] = Field((), title="首页大标题", description="一行或均衡的两行")
    slogan: str = Field("", title="口号")
    description: str = Field("", title="简介", description="给搜索引擎和分享用，120 字以内")
    base_url: Url = Field(title="网址", description="正式网址，以 / 结尾")
    colours: Colours = Field(default_factory=lambda: Colours(), title="颜色")
    organizers: tuple[Organizer, ...] = Field((), title="主办、承办")
    filing: tuple[Filing, ...] = Field((), title="备案号")
    hero: Hero = Field(default_factory=lambda: Hero(), title="头图")
    navigation: tuple[NavigationItem, ...] = Field((), title="导航")
    blocks: tuple[Block, ...] = Field((), title="首页区块")
    data_licence: str = Field(
        "转载、使用数据请注明来自本专题；政策内容以发文机关原文为准。",
        title="数据许可",
        description="别人怎样用开放数据，一两句话",
    )
    embed_hosts: tuple[EmbedHost, ...] = Field(
        (), title="允许嵌入的网站", description="域名，如 https://www.example.com、*.example.com；不写就是都可以"
    )

    @property
    def root_url(self) -> str:
        """``base_url`` with exactly one slash at its end."""
        return self.base_url.rstrip("/") + "/"

    @property
    def origin(self) -> str:
        """Scheme, host and port of ``base_url``: what a content policy names."""
        return "/".join(self.root_url.split("/")[:3])

    @property
    def root_path(self) -> str:
        """The path part of ``base_url``, with slashes at both ends."""
        rest = self.root_url.split("://", 1)[1]
        return "/" + rest.split("/", 1)[1]
