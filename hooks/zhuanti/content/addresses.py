"""Where a file's place in the content folder puts it on the site: the folder gives the kind, the name the address."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal["article", "case", "policy-document", "policy-explainer", "gallery", "event", "notice"]

KIND_NAMES: dict[str, str] = {
    "article": "稿件",
    "case": "案例",
    "policy-document": "政策原文",
    "policy-explainer": "政策解读",
    "gallery": "图集",
    "event": "活动",
    "notice": "通报",
}
SAMPLES = "samples"
_FOLDERS: dict[tuple[str, ...], Kind] = {
    ("cases",): "case",
    ("policies", "documents"): "policy-document",
    ("policies", "explainers"): "policy-explainer",
    ("galleries",): "gallery",
    ("events",): "event",
    ("notices",): "notice",
}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Address:
    """What the path alone says of an entry."""

    kind: Kind
    slug: str
    url: str
    column: str | None
    in_samples: bool


def address_of(path: str) -> Address | None:
    """The address of a Markdown file, from its path relative to the content folder; None for a foreign folder.

    ``columns/in-action/a.md`` → ``columns/in-action/a/``. A folder named ``samples`` leaves no trace in the address.
    """
    parts = PurePosixPath(path).with_suffix("").parts
    folders, name = tuple(part for part in parts[:-1] if part != SAMPLES), parts[-1]
    in_samples = SAMPLES in parts[:-1]
    if len(folders) == 2 and folders[0] == "columns":
        return Address("article", name, f"columns/{folders[1]}/{name}/", folders[1], in_samples)
    if len(folders) == 2 and folders[0] == "galleries" and name == "index":
        return Address("gallery", folders[1], f"galleries/{folders[1]}/", None, in_samples)
    kind = _FOLDERS.get(folders)
    if kind is None or kind == "gallery":
        return None
    return Address(kind, name, f"{'/'.join(folders)}/{name}/", None, in_samples)


def is_slug(name: str) -> bool:
    """Whether a name can stand in an address as it is."""
    return _SLUG.fullmatch(name) is not None


def forbidden_in(name: str) -> str:
    """What keeps a name from being an address, in words for the editor."""
    found = [
        ("空格", any(sign.isspace() for sign in name)),
        ("中文或全角字符", not name.isascii()),
        ("大写字母", any("A" <= sign <= "Z" for sign in name)),
        ("下划线", "_" in name),
    ]
    words = [word for word, is_there in found if is_there]
    return "、".join(words) or "不能用的符号"


@cache
def slug_from(text: str) -> str:
    """An ASCII slug from any text: Chinese by its pinyin, everything else by its letters and digits.

    ``轴承小镇 2023`` → ``zhou-cheng-xiao-zhen-2023``. Never empty.
    """
    from pypinyin import lazy_pinyin

    words = " ".join(lazy_pinyin(text, errors=lambda run: " ".join(re.split(r"[^0-9A-Za-z]+", run)))).lower()
    return "-".join(re.findall(r"[a-z0-9]+", words)) or "weiming"
