"""Types of the files a site may hold. A server's own table lacks some (avif, webmanifest) or names them otherwise."""

import re

# ending → type; RFC 9239 for scripts, RFC 7303 for XML
TYPES = {
    "html": "text/html",
    "xhtml": "application/xhtml+xml",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "csv": "text/csv",
    "ics": "text/calendar",
    "vtt": "text/vtt",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
}
# feeds have types of their own behind common endings: pattern below the site's root → type
FEEDS = {
    r"feeds/.*\.rss\.xml$": "application/rss+xml",
    r"feeds/.*\.atom\.xml$": "application/atom+xml",
    r"feeds/.*\.json$": "application/feed+json",
}
# endings of texts: they are compressed, and named as UTF-8; a page in XHTML names its encoding itself, for it may be GBK
TEXTS = tuple(
    ending
    for ending, kind in TYPES.items()
    if ending != "xhtml" and (kind.startswith("text/") or kind.endswith(("json", "xml")))
)
TEXT_TYPES = tuple(dict.fromkeys([*(TYPES[ending] for ending in TEXTS), *FEEDS.values()]))
OTHER = "application/octet-stream"


def type_of(address: str) -> str:
    """The type of a file by its address below the site's root, as the servers name it; of a compressed copy its original's."""
    plain = address.removesuffix(".gz").removesuffix(".br")
    # most addresses are no feeds, and three patterns for each of many thousands take their time
    patterns = FEEDS.items() if plain.startswith("feeds/") else ()
    feed = next((kind for pattern, kind in patterns if re.match(pattern, plain)), None)
    ending = plain.rpartition(".")[2]
    kind = feed or TYPES.get(ending, OTHER)
    return f"{kind}; charset=utf-8" if ending in TEXTS else kind
