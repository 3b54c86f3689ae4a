"""Every foreign address an editor wrote, with the places where it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ...content.loading import Content
from ...problems import Place
from ...prose import LinkRef, Prose

Location = tuple[str | int, ...]


def foreign_addresses(content: Content, prose: Mapping[str, Prose]) -> Mapping[str, tuple[Place, ...]]:
    """Addresses of other sites, in fields and bodies of all entries, published or not; those of samples are invented."""
    fronts = {read.path: read.front for read in content.reads}
    found: dict[str, list[Place]] = {}
    for entry in (entry for entry in content.entries if not entry.meta.sample):
        front = fronts[entry.path]
        for location, url in _in_fields(entry.meta):
            found.setdefault(url, []).append(front.place(location) if front else Place(entry.path))
        for segment in prose[entry.path].segments:
            if isinstance(segment, LinkRef) and segment.target.startswith(("http://", "https://")):
                found.setdefault(segment.target, []).append(Place(entry.path, segment.line))
    return {url: tuple(places) for url, places in found.items()}


def _in_fields(value: Any, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Fields of addresses are named ``url`` or ``…_url``."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if isinstance(inner, str) and (name == "url" or name.endswith("_url")):
                yield (*location, name), inner
            else:
                yield from _in_fields(inner, (*location, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _in_fields(inner, (*location, index))
