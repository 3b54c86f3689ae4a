"""``topic new``: an entry with every field explained, in the right folder, under a pinyin name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..content.addresses import slug_from
from ..content.mending import quoted
from ..content.reading import MODELS
from ..content.taxonomy import read_taxonomies
from ..problems.system import reason_of

_FOLDERS = {
    "case": "content/cases",
    "policy-document": "content/policies/documents",
    "policy-explainer": "content/policies/explainers",
    "gallery": "content/galleries",
    "event": "content/events",
    "notice": "content/notices",
}
_FILLED = {
    "status": "draft",
    "form": '"消息"',
    "case_type": '"典型企业"',
    "sample": "false",
    "theme": "campaign",
    "transition": "slide",
}
_LEFT_OUT = {"kind"}
_GALLERY = """## 第一屏

每个二级标题是一屏，封面和结尾会自动做好。在这里写这一屏的文字，图片放在同一个文件夹，
写法是 `![画面说明](文件名.jpg)`。

## 换一种样子

> 引文、编号列表、带时间的列表、表格、单独加粗的数字，各有各的样子，编辑手册里有一张表。
>
> ——写在这里的是说话的人
"""
_BODIES = {
    "gallery": _GALLERY,
    "event": "在这里写活动内容。\n",
}
_LONGEST_SLUG = 60


class ScaffoldError(ValueError):
    """Why no entry was made, in words for the editor."""


def create(project: Path, kind: str, title: str, column: str = "") -> str:
    """Write a new draft; returns its project-relative path.

    Raises:
        ScaffoldError: an empty title, a column that is unknown or not meant, or a file that is already there.
    """
    if not title.strip():
        raise ScaffoldError('标题是空的，请写上标题，如 python3 scripts/topic.py new article "轴承小镇的早晨"。')
    if column and kind in _FOLDERS:
        raise ScaffoldError("只有稿件（article）分专栏，请去掉 --column。")
    slug = _slug(title)
    if not any(sign.isalnum() for sign in title):
        raise ScaffoldError(f"标题“{title}”里没有字，取不出文件名，请写上完整的标题。")
    folder = _FOLDERS.get(kind) or f"content/columns/{_column(project, column)}"
    path = f"{folder}/{slug}/index.md" if kind == "gallery" else f"{folder}/{slug}.md"
    target = project / path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text_of(kind, title.strip()))
    except FileExistsError:
        raise ScaffoldError(f"{path} 已经存在，没有改动它。请换一个标题，或直接编辑那个文件。") from None
    except OSError as error:
        raise ScaffoldError(f"写不了 {path}：{reason_of(error)}。请检查文件夹权限和磁盘空间。") from None
    return path


def text_of(kind: str, title: str) -> str:
    """The whole text of a new entry: every field with its Chinese name, empty ones left for the editor."""
    fields = MODELS[kind].model_fields  # type: ignore[index]
    lines = ["---"]
    for name, field in fields.items():
        if name not in _LEFT_OUT:
            lines += _field_lines(name, field, title)
    lines += ["---", "", _BODIES.get(kind, "在这里写正文。小标题用两个井号加空格开头，如：\n\n## 小标题\n")]
    return "\n".join(lines)


def _field_lines(name: str, field: FieldInfo, title: str) -> Iterator[str]:
    explained = f"# {field.title}" + (f"：{field.description}" if field.description else "")
    yield explained + ("（必填）" if field.is_required() else "")
    inner = _model_in(field.annotation)
    if name == "title":
        yield f"title: {quoted(title)}"
    elif name == "review":
        yield from ["review:", *(f"  {part}:" for part in ("first", "second", "final"))]
    elif inner is not None:
        many = get_origin(field.annotation) is tuple
        yield f"# {name}:"
        for number, (part, of) in enumerate(inner.model_fields.items()):
            start = ("- " if number == 0 else "  ") if many else ""
            yield f'#   {start}{part}: "{of.title}"'
    elif name in _FILLED:
        yield f"{name}: {_FILLED[name]}"
    else:
        yield f"{name}: []" if get_origin(field.annotation) is tuple else f"{name}:"


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)


def _slug(title: str) -> str:
    slug = slug_from(title)
    return slug if len(slug) <= _LONGEST_SLUG else slug[:_LONGEST_SLUG].rpartition("-")[0]


def _column(project: Path, column: str) -> str:
    columns = read_taxonomies(project)[0]["columns"]
    if not columns.terms:
        raise ScaffoldError("content/taxonomy/columns.yml 里还没有专栏，请先加一个。")
    if not column:
        return columns.terms[0].id
    term = columns.find(column)
    if term is None:
        raise ScaffoldError(f"没有“{column}”这个专栏，可用的有：{'、'.join(term.id for term in columns.terms)}。")
    return term.id
