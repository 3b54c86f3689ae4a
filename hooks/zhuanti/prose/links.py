"""Links, pictures and bare addresses inside a run of text."""

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from ..problems import Rule
from ..problems.catalogue import markdown as rules
from . import attributes, brackets
from .brackets import Destination
from .chinese import HAN_CHARACTER, INVISIBLE
from .model import ImageRef, LinkRef
from .source import Text
from .tags import shortened
from .tokens import INLINE, VERBATIM, literal

if TYPE_CHECKING:
    from .inline import Inline

_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|svg|avif|heic)\b", re.IGNORECASE)
_FOCUS = re.compile(r"(?:focus|焦点)[:：]?\s*(\d{1,2}|100)[%％][\s,，]*(\d{1,2}|100)[%％]", re.IGNORECASE)
# what an editor writes who means one: its name alone or with a place, or two hundredths under a wrong name
_LIKE_FOCUS = re.compile(r"\bfoc\w*\b|焦点\s*(?:$|[:：\d左右上下中])|\d\s*[%％]\s*[,，]?\s*\d+\s*[%％]", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(slots=True)
class LinkReader:
    """Reads the brackets of one part of a run."""

    inline: "Inline"
    text: Text
    span: tuple[int, int]
    linked: bool
    _partners: dict[int, int] | None = field(default=None)

    def bracket(self, position: int, first: str, out: list[str]) -> int:
        """What begins at ``[``, ``!`` or a full-width one of them; gives where to go on."""
        value, end = self.text.value, self.span[1]
        picture = first in "!！"
        opening = position + picture
        if first in "[!" and value[opening : min(opening + 1, end)] == "[" and (picture or not self.linked):
            closing = self._partner(opening)
            found = self._destination(opening, closing) if closing else None
            if closing and found:
                read = self._picture if picture else self._link
                return read(position, closing, found, out)
            if closing:
                self._without_target(position, closing)
        self._wide(position)
        out.append(literal(first) if first == "[" else first)
        return position + 1

    def _partner(self, opening: int) -> int | None:
        if self._partners is None:
            self._partners = brackets.partners(self.text.value, *self.span)
        return self._partners.get(opening)

    def _destination(self, opening: int, closing: int) -> Destination | None:
        value, end = self.text.value, self.span[1]
        if value[closing + 1 : min(closing + 2, end)] == "(":
            return brackets.destination(value, closing + 1, end)
        return brackets.referenced(value, value[opening + 1 : closing], closing + 1, self.inline.references)

    def _without_target(self, position: int, closing: int) -> None:
        match = brackets.REFERENCE.match(self.text.value, closing + 1, self.span[1])
        if match and re.fullmatch(r"[\w-]+", match.group(1)) and not self.linked:
            quoted = self.text.value[position : match.end()]
            place = self.text.at(position)
            self._report(rules.REFERENCE_WITHOUT_TARGET, place, text=shortened(quoted), label=match.group(1))

    def _report(self, rule: Rule, place: tuple[int, int], **facts: object) -> None:
        self.inline.report.add(rule, place, **facts)

    def _link(self, position: int, closing: int, found: Destination, out: list[str]) -> int:
        place = self.text.at(position)
        label = self.text.value[position + 1 : closing]
        target = _cleaned(found.target).replace("&amp;", "&")
        if not label.strip() or not target:
            missing, typed = ("文字" if target else "地址"), self.text.value[position : found.end]
            mended = f"[{label.strip() or '文字'}]({target or '地址'})"
            self._report(rules.EMPTY_LINK, place, text=typed, missing=missing, mended=mended)
            out.append(literal(typed))
            return found.end
        shown = self.inline.part(self.text, position + 1, closing, linked=True)
        if not brackets.is_safe(target):
            self._report(rules.BAD_SCHEME, place, target=target)
            out.append(shown)
            return found.end
        link = LinkRef(target, place[0])
        stash = self.inline.stash
        out += [stash.link(link, _cleaned(found.title)), shown, stash.put(INLINE, "</a>")]
        return found.end

    def _picture(self, position: int, closing: int, found: Destination, out: list[str]) -> int:
        place = self.text.at(position)
        alt = _cleaned(self.text.value[position + 2 : closing])
        target = _cleaned(found.target).replace("&amp;", "&")
        if not target:
            typed, mended = self.text.value[position : found.end], f"![{alt}](图片文件名)"
            self._report(rules.EMPTY_LINK, place, text=typed, missing="图片文件名", mended=mended)
            out.append(literal(typed))
            return found.end
        if not brackets.is_safe(target) or target.lower().startswith(("mailto:", "tel:")):
            self._report(rules.BAD_SCHEME, place, target=shortened(target, 60))
            out.append(literal(alt))
            return found.end
        classes, end = self._classes(found.end)
        decorative = attributes.DECORATIVE in classes
        if not alt and not decorative:
            self._report(rules.NO_ALT, place, target=target)
        kept = tuple(name for name in classes if name != attributes.DECORATIVE)
        title = _cleaned(found.title)
        focus = _FOCUS.search(title)
        caption = (title[: focus.start()] + title[focus.end() :]).strip() if focus else title
        point = f"{focus[1]}% {focus[2]}%" if focus else ""
        if not focus and _LIKE_FOCUS.search(title):
            self._report(rules.FOCUS_UNCLEAR, place, text=shortened(title), target=target)
        image = ImageRef(target, alt, caption, place[0], False, kept, decorative, point)
        out.append(self.inline.stash.image(image))
        return end

    def _classes(self, position: int) -> tuple[tuple[str, ...], int]:
        match = attributes.LIST.match(self.text.value, position, self.span[1])
        if not match:
            return (), position
        known = attributes.PICTURE_CLASSES | {attributes.DECORATIVE}
        read = attributes.read(match.group(), self.text.at(position), self.inline.report, known)
        return read.classes, match.end()

    def _wide(self, position: int) -> None:
        """A link or picture with wrong brackets: reported, and left as typed."""
        match = brackets.WIDE.match(self.text.value, position, self.span[1])
        if not match or self.linked or not brackets.is_address_like(match["target"]):
            return
        picture = bool(match["mark"]) and (match["mark"] == "!" or bool(_PICTURE.search(match["target"])))
        right = match["open"] + match["close"] == "[]" and match["left"] + match["right"] == "()"
        if right and not match["space"] and not (picture and match["mark"] == "！"):
            return
        if match["mark"] and not picture:
            return  # an exclamation mark that ends a sentence; the bracket after it is looked at next
        before = self.text.value[position - 1] if position else ""
        if before == "!" or (before == "！" and _PICTURE.search(match["target"])):
            return  # already reported together with its mark
        mended = f"{'!' if picture else ''}[{match['text']}]({match['target'].strip()})"
        what = "图片" if picture else "链接"
        self._report(rules.WIDE_LINK, self.text.at(position), text=match.group(), what=what, mended=mended)

    def address(self, position: int, out: list[str]) -> int:
        """A bare web address becomes a link; marks of the sentence around it do not belong to it."""
        match = brackets.ADDRESS.match(self.text.value, position, self.span[1])
        written = brackets.trimmed_address(match.group()) if match else ""
        if self.linked or len(written) < 9 or written.endswith("//"):
            out.append(literal(self.text.value[position]))
            return position + 1
        following = self.text.value[position + len(written) :][:1]
        if HAN_CHARACTER.match(following):
            self._report(rules.GLUED_ADDRESS, self.text.at(position), target=written)
        self._bare(position, written.replace("&amp;", "&"), written.replace("&amp;", "&"), out)
        return position + len(written)

    def autolink(self, match: re.Match[str], out: list[str]) -> None:
        """An address in angle brackets."""
        shown = match.group(1)
        target = shown if ":" in shown else f"mailto:{shown}"
        self._bare(match.start(), target, shown.removeprefix("mailto:"), out)

    def _bare(self, position: int, target: str, shown: str, out: list[str]) -> None:
        stash = self.inline.stash
        link = LinkRef(target, self.text.at(position)[0])
        out += [stash.link(link), stash.put(VERBATIM, escape(shown)), stash.put(INLINE, "</a>")]


def _cleaned(written: str) -> str:
    """Words that are an attribute's value: without backslashes that protect, on one line."""
    return " ".join(INVISIBLE.sub("", _ESCAPED.sub(r"\1", written)).split())
