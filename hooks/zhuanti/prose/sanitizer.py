"""The allow-list. Nothing editors type reaches this point as HTML; it guards against a wrong rule of ours."""

import nh3

from .attributes import BLOCK_CLASSES
from .containers import ADMONITIONS
from .tags import ALLOWED

# fmt: off
_BLOCKS = frozenset((
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "table",
    "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "div", "hr", "a",
))
# fmt: on
_ALIGNMENTS = {"align-left", "align-center", "align-right"}
_CLEANER = nh3.Cleaner(
    tags=set(_BLOCKS | ALLOWED),
    clean_content_tags=set(),
    attributes={
        "a": {"href", "title", "rel"},
        "ol": {"start"},
        "li": {"value", "id"},
        "sup": {"id"},
        "code": {"class"},
        **{f"h{level}": {"id"} for level in range(2, 7)},
    },
    allowed_classes={
        "a": {"footnote-ref", "footnote-backref"},
        "div": {"footnote", "admonition", "picture-group", *ADMONITIONS},
        "p": {"admonition-title", *BLOCK_CLASSES},
        "li": set(BLOCK_CLASSES),
        "blockquote": set(BLOCK_CLASSES),
        "th": _ALIGNMENTS,
        "td": _ALIGNMENTS,
    },
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel"},
)


def cleaned(html: str) -> str:
    """The HTML without anything that is not on the list."""
    return _CLEANER.clean(html)
