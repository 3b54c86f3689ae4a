"""The index in parts: an edit makes one of them anew, and a query reads a few kilobytes of each.

A part holds some hundred entries, chosen by a hash of their address. Units are numbered through all its entries; an
index file says of every pair of touching units, and of every word and number, at which places it stands. A run of
any length is found, exactly, from the places of the pairs it is made of: 制造业强市 from 制造, 业强 and 强市.

What hits show stands in files of four entries, each named by what it holds: an edit gives one of them a new name.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from pathlib import Path

from .documents import Document
from .units import RULES, folded, runs

PART_SIZE = 750
PACK_SIZE = 4
_SHARD_CHARACTERS = 4096
_VALUES = attrgetter(*(field.name for field in fields(Document)))
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True, slots=True)
class Part:
    """Entries that are indexed together. ``path`` is the folder of its index, named by all that depends on; ``texts``
    are the names of the files that show its entries, in their order."""

    path: str
    documents: tuple[Document, ...]
    shards: int
    texts: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """Addresses of all its files; known before they are made."""
        names = ("entries", *(f"i{n}" for n in range(self.shards)))
        return (*(f"{self.path}{name}.json" for name in names), *(f"search/texts-{name}.json" for name in self.texts))


def parts(documents: Sequence[Document], size: int = PART_SIZE) -> tuple[Part, ...]:
    """Entries in as many parts as keep each below ``size`` on the average: a power of two, so that few move."""
    count = 1
    while len(documents) > count * size:
        count *= 2
    groups: dict[int, list[Document]] = defaultdict(list)
    for document in documents:
        groups[_hash(document.url) % count].append(document)
    return tuple(_part(tuple(groups[number])) for number in sorted(groups))


def _hash(url: str) -> int:
    return int.from_bytes(hashlib.sha256(url.encode()).digest()[:4], "big")


def _part(members: tuple[Document, ...]) -> Part:
    said = json.dumps([_VALUES(document) for document in members], ensure_ascii=False)
    digest = hashlib.sha256(f"{_code_version()}\n{said}".encode()).hexdigest()[:12]
    characters = sum(len(document.title) + len(document.head) + len(document.body) for document in members)
    shards = 1
    while characters > shards * _SHARD_CHARACTERS:
        shards *= 2
    texts = tuple(hashlib.sha256(text).hexdigest()[:12] for text in _texts(members))
    return Part(f"search/{digest}/", members, shards, texts)


@cache
def _code_version() -> str:
    """A hash over the code that makes the index; another code must give another address."""
    digest = hashlib.sha256(json.dumps(RULES).encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def index(part: Part) -> dict[str, bytes]:
    """All files of a part by address, in the order of ``part.files``."""
    keys: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    titles: list[int] = []
    heads: list[int] = []
    place = 0
    for document in part.documents:
        starts.append(place)
        for text, ends in ((document.title, titles), (document.head, heads), (document.body, None)):
            place = _add(keys, places, folded(text), place) + 1
            if ends is not None:
                ends.append(place - starts[-1])
    members = part.documents
    contents: list[object] = [
        {
            "starts": _encoded(starts),
            "titles": titles,
            "heads": heads,
            "kinds": [document.kind for document in members],
            "columns": [document.column for document in members],
            "counties": [" ".join(document.counties) for document in members],
            "areas": [" ".join(document.areas) for document in members],
            "days": [document.day for document in members],
            "texts": part.texts,
        },
        *_shards(keys, places, part.shards),
    ]
    return dict(zip(part.files, (*map(_as_json, contents), *_texts(members)), strict=True))


def _add(keys: list[str], places: list[int], text: str, place: int) -> int:
    """Note a text's pairs, words and numbers with their places; return the place behind its last unit."""
    before = ""
    for units, chinese, touches in runs(text):
        if not touches:
            place += 1
            before = ""
        if before:
            keys.append(f"{before} {units[0] if chinese else units}")
            places.append(place - 1)
        if chinese:
            behind = place + len(units)
            keys.extend(map(str.__add__, units, units[1:]))
            places.extend(range(place, behind - 1))
            place, before = behind, units[-1]
        else:
            keys.append(units)
            places.append(place)
            place, before = place + 1, units
    return place


def shard_of(key: str, shards: int) -> int:
    """Which of a part's index files holds a pair, word or number; ``shards`` is a power of two."""
    code = 0
    for character in key:
        code = (code * 31 + ord(character)) & 0xFFFFFF
    return (code ^ code >> 7) & (shards - 1)


def _shards(keys: Sequence[str], places: Sequence[int], shards: int) -> list[dict[str, str]]:
    held: dict[str, list[int]] = defaultdict(list)
    for key, place in zip(keys, places, strict=True):
        held[key].append(place)
    found: list[dict[str, str]] = [{} for _ in range(shards)]
    for key in sorted(held):
        found[shard_of(key, shards)][key] = _encoded(held[key])
    return found


def _encoded(numbers: Iterable[int]) -> str:
    """Rising numbers as their differences, five bits a sign, the lowest first; the sixth bit says that more follow."""
    signs: list[str] = []
    last = 0
    for number in numbers:
        rest, last = number - last, number
        while rest > 1023:
            signs.append(_TEN_BITS[rest & 1023])
            rest >>= 10
        signs.append(_LAST_BITS[rest])
    return "".join(signs)


_TEN_BITS = [_DIGITS[32 | n & 31] + _DIGITS[32 | n >> 5] for n in range(1024)]
_LAST_BITS = [_DIGITS[n] if n < 32 else _DIGITS[32 | n & 31] + _DIGITS[n >> 5] for n in range(1024)]


def _texts(members: Sequence[Document]) -> Iterator[bytes]:
    """The files that show these entries."""
    for start in range(0, len(members), PACK_SIZE):
        yield _as_json([_shown(document) for document in members[start : start + PACK_SIZE]])


def _shown(document: Document) -> dict[str, object]:
    """What a hit needs to show itself."""
    return {
        "url": document.url,
        "title": document.title,
        "text": "\n".join(block for block in (document.head, document.body) if block),
        "label": document.label,
        "notes": [*document.notes, *([document.source] if document.source else [])],
        "sample": document.sample,
        "summary": document.summary,
    }


def _as_json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
