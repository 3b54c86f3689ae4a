"""How the first characters of a line tell what the line is."""

import re

from .chinese import HAN
from .source import BLANKS, Line

FENCE = re.compile(r"(?P<mark>`{3,}(?=[^`]*\Z)|~{3,}(?=[^~]*\Z))[ \t]*(?P<info>.*)\Z")
HEADING = re.compile(rf"(?P<marks>[#＃]{{1,6}})(?![#＃])(?P<space>[{BLANKS}]*)(?P<text>.*)\Z")
RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
UNDERLINE = re.compile(r"(?:-{2,}|={3,})[ \t]*\Z")
# `>60%` and `>=5` are comparisons
QUOTE = re.compile(r">(?![0-9=])[ ]?|>\Z")
ADMONITION = re.compile(r"!!![ ]*(?P<kinds>[\w-]+(?:[ ]+[\w-]+)*)?(?:[ ]*[\"“](?P<title>.*?)[\"”])?[ ]*\Z")
DEFINITION = re.compile(r":[ \t]{1,3}(?=\S)")
BULLET = re.compile(rf"(?P<mark>[-*+]|[•·](?=[{BLANKS}]))[{BLANKS}]+(?=\S)|(?P<word>[•\uf0b7])[{BLANKS}]*(?=[^\s•])")
NUMBER = re.compile(rf"(?P<number>[0-9]{{1,9}})\.[{BLANKS}]+(?=\S)")
TIGHT_BULLET = re.compile(rf"-(?=[{HAN}“《【「])")
_CHINESE_NUMBER = "〇零一二三四五六七八九十百千两"
# Numbers and signs a manuscript sets at the head of a line: they stay as written and begin a paragraph.
MANUSCRIPT = re.compile(
    rf"(?:[（(](?:[{_CHINESE_NUMBER}]{{1,4}}|[0-9]{{1,3}})[）)]|[{_CHINESE_NUMBER}]{{1,4}}、"
    rf"|[0-9]{{1,3}}[、．）)]|[0-9]{{1,2}}\.(?=[^\s0-9])|[①-⑳㈠-㈩⑴-⒇⒈-⒛㊀-㊉]"
    rf"|第[{_CHINESE_NUMBER}0-9]{{1,5}}[章节条款项编](?=[{BLANKS}、：:])|[●■◆○▪◇□▲△★☆※▶►]|-(?=[{HAN}“《【「]))"
)
HEADLINE = re.compile(
    rf"(?:[（(][{_CHINESE_NUMBER}]{{1,4}}[）)]|[{_CHINESE_NUMBER}]{{1,4}}、|第[{_CHINESE_NUMBER}0-9]{{1,5}}[章节编]|[●■◆○▪◇□▲△★☆])"
)
HEADLINE_LIMIT = 32
LARGEST_NUMBER = 99


def number_of(line: Line, after: int | None = None) -> re.Match[str] | None:
    """The marker of a numbered item. Over 99 it is a year or a figure, unless it goes on from ``after``."""
    match = NUMBER.match(line.body)
    if not match:
        return None
    number = int(match["number"])
    return match if number <= LARGEST_NUMBER or (after is not None and number == after + 1) else None


def is_item(line: Line) -> bool:
    """Whether a line begins a list item."""
    body = line.body
    return bool(BULLET.match(body) or number_of(line)) and not RULE.match(body)


def is_manuscript(line: Line) -> bool:
    """Whether a line begins a paragraph of its own although no blank line stands before it."""
    return line.text.startswith("\u3000") or bool(MANUSCRIPT.match(line.body))


def ends_paragraph(line: Line) -> bool:
    """Whether a line begins something else than more text of the paragraph before it."""
    body = line.body
    if not body or is_manuscript(line) or is_item(line):
        return True
    first = body[0]
    if first in "#＃":
        return bool(HEADING.match(body))
    if first in "`~":
        return bool(FENCE.match(body))
    if first == ">":
        return bool(QUOTE.match(body))
    if first == "!":
        return bool(body.startswith("!!!") and ADMONITION.match(body))
    return first in "*-_" and bool(RULE.match(body))
