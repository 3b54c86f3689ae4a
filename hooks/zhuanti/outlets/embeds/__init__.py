"""Views of the site for other people's pages."""

from .builder import codes, heights_file, offer
from .fragment_styles import fragment_styles
from .fragments import SCHEMA_URL, fragment_data, fragment_schema, in_any_encoding, plain_picture
from .model import MISSING, ROOT, Embed
from .oembed import oembed_addresses, oembed_files, oembed_urls
from .views import embeds

__all__ = [
    "MISSING",
    "ROOT",
    "SCHEMA_URL",
    "Embed",
    "codes",
    "embeds",
    "fragment_data",
    "fragment_schema",
    "fragment_styles",
    "heights_file",
    "in_any_encoding",
    "oembed_addresses",
    "oembed_files",
    "oembed_urls",
    "offer",
    "plain_picture",
]
