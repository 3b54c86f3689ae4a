"""Views of the site for other people's pages."""

from .fragment_styles import fragment_styles
from .fragments import SCHEMA_URL, fragment_data, fragment_schema, in_any_encoding, plain_picture
from .model import ROOT, Embed
from .oembed import oembed_addresses, oembed_files, oembed_urls
from .views import embeds

__all__ = [
    "ROOT",
    "SCHEMA_URL",
    "Embed",
    "embeds",
    "fragment_data",
    "fragment_schema",
    "fragment_styles",
    "in_any_encoding",
    "oembed_addresses",
    "oembed_files",
    "oembed_urls",
    "plain_picture",
]
