"""content/links.yml: when foreign addresses were last found reachable. Written by ``topic check --links`` alone."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from ..problems import Problem
from ..problems.catalogue import site
from ..settings.fields import Model, Text, Time
from .encoding import decode
from .files import read_bytes
from .frontmatter import read_yaml
from .mending import quoted
from .validation import validate

PATH = "content/links.yml"
REACHED = "可以打开"
_HEAD = """\
# 站外链接的检查结果：哪一天检查，结果怎样，最近哪一天打得开。
# 由 python3 scripts/topic.py check --links 写入，不用手工修改；请随稿件一起提交。
"""


class LinkRecord(Model):
    """What is known of one address."""

    url: Text = Field(title="网址", description="照稿件里的写法")
    tried: Time = Field(title="检查日期")
    answer: Text = Field(title="检查结果", description="可以打开，或打不开的原因")
    reached: Time | None = Field(None, title="最近打开日期")

    @property
    def is_reached(self) -> bool:
        """Whether the last try succeeded."""
        return self.answer == REACHED


def read_links(project: Path) -> tuple[Mapping[str, LinkRecord], tuple[Problem, ...]]:
    """All records by address; a missing file is an empty one."""
    if not (project / PATH).exists():
        return MappingProxyType({}), ()
    data, faults = read_bytes(project, PATH)
    text, more = decode(data, PATH) if data is not None else (None, ())
    document, last = read_yaml(text, PATH) if text is not None else (None, ())
    problems = [*faults, *more, *last]
    if document is None or document.data is None:
        return MappingProxyType({}), tuple(problems)
    if not isinstance(document.data, (list, tuple)):
        return MappingProxyType({}), (*problems, site.LINK_LIST_MEANT.at(document.place(())))
    found: dict[str, LinkRecord] = {}
    for index, item in enumerate(document.data):
        fields = item if isinstance(item, Mapping) else {}
        record, faults = validate(LinkRecord, fields, document.place, document.key_place, (index,))
        problems += faults
        if record is not None:
            found[record.url] = record
    return MappingProxyType(found), tuple(problems)


def as_text(records: Iterable[LinkRecord]) -> str:
    """The whole file, one line an address, so that a difference shows what changed."""
    lines = []
    for record in sorted(records, key=lambda record: record.url):
        reached = f", reached: {record.reached.day}" if record.reached else ""
        fields = f"url: {quoted(record.url)}, tried: {record.tried.day}, answer: {quoted(record.answer)}{reached}"
        lines.append(f"- {{{fields}}}\n")
    return _HEAD + "".join(lines)
