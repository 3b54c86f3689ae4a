"""A body as it leaves the site: whole addresses, pictures as plain as every reader of feeds knows them."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from ..content.entry import Entry
from ..images.pictures import Picture
from ..outlets.characters import allowed
from ..prose import ImageRef, LinkRef, Prose
from .links import is_foreign

_FIGURE = Markup("<figure>{}<figcaption>{}</figcaption></figure>")
_IMAGE = Markup('<img src="{}" width="{}" height="{}" alt="{}">')
_FILE = Markup('<a href="{}">{}</a>')


def portable_body(
    prose: Prose,
    entry: Entry,
    links: Mapping[str, str | None],
    pictures: Mapping[tuple[str, str], Picture],
    root: str,
) -> str:
    """HTML without script or style; ``root`` is the address of the site, with a slash at the end.

    A link that leads nowhere keeps its words. What no format that leaves the site may hold is left out.
    """
    parts: list[str] = []
    for segment in prose.segments:
        if isinstance(segment, LinkRef):
            parts.append(_address(links.get(segment.target), entry, root))
        elif isinstance(segment, ImageRef):
            parts.append(_shown(segment, pictures.get((entry.path, segment.target)), root))
        else:
            parts.append(segment)
    return allowed("".join(parts))


def _address(url: str | None, entry: Entry, root: str) -> str:
    if url is None:
        return ""
    if url.startswith("#"):
        return str(escape(f"{root}{entry.url}{url}"))
    return str(escape(url if is_foreign(url) else root + url))


def _shown(image: ImageRef, picture: Picture | None, root: str) -> str:
    if picture is None:
        return str(escape(image.alt))
    address = root + picture.url
    if not picture.width:  # a film or a recording
        return str(_FILE.format(address, image.alt or image.caption))
    drawn = _IMAGE.format(address, picture.width, picture.height, image.alt)
    if not image.standalone:
        return str(drawn)
    return str(_FIGURE.format(drawn, image.caption)) if image.caption else f"<p>{drawn}</p>"
