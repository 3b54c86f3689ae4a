"""Settings in braces, ``{#id .class}``: after a heading or picture, or on a line below a block."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..problems.catalogue import markdown as rules
from .source import Report

_ITEM = r"[#.][\w-]+"
# Only a list of ids and classes counts; any other braces are the editor's text.
LIST = re.compile(rf"\{{:?[ ]*({_ITEM}(?:[ ]+{_ITEM})*)[ ]*\}}")
ALONE = re.compile(rf"{LIST.pattern}\s*\Z")

PICTURE_CLASSES = frozenset({"full-bleed", "wide", "portrait", "left", "right"})
BLOCK_CLASSES = frozenset({"lead", "side-note", "pull-quote", "full-bleed", "center", "right", "small"})
DECORATIVE = "decorative"


@dataclass(frozen=True, slots=True)
class Attributes:
    """What a list in braces asks for, as far as it is on offer."""

    id: str = ""
    classes: tuple[str, ...] = ()


def names(written: str) -> tuple[str, ...]:
    """The classes in a list in braces, whatever they are."""
    match = LIST.match(written)
    return tuple(item[1:] for item in match.group(1).split() if item.startswith(".")) if match else ()


def read(
    written: str, place: tuple[int, int], report: Report, classes: Iterable[str] = (), ids: bool = False
) -> Attributes:
    """The settings of a list in braces; what is not on offer is reported."""
    match = LIST.match(written)
    if not match:
        return Attributes()
    known, found, identifier = frozenset(classes), [], ""
    for item in match.group(1).split():
        if item.startswith("#") and ids:
            identifier = item[1:]
        elif item[1:] in known and item.startswith("."):
            found.append(item[1:])
        else:
            offered = "、".join([*(["#编号"] if ids else []), *(f".{name}" for name in sorted(known))])
            report.add(rules.UNKNOWN_ATTRIBUTE, place, text=match.group(), name=item, known=offered)
    return Attributes(identifier, tuple(dict.fromkeys(found)))
